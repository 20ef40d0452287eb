"""How fast a large feed is checked, and what that takes of memory: prints both.

    .venv/bin/python benchmarks/checking.py

The feed is RSS with full texts: 1,000 stories, about 4.7 MB, without a fault and with two in each story.
"""

from __future__ import annotations

import argparse
import html
import subprocess
import sys
import time
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path

from measuring import keep, table

import feeds

STORIES = 1_000
ROUNDS = 7
NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)

WORDS = (
    "город улица мост школа парк река завод театр рынок станция музей площадь депутат проект ремонт поезд "
    "больница дорога посёлок губернатор концерт выставка команда матч погода снег турист билет автобус"
).split()

HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:media="http://search.yahoo.com/mrss/"
  xmlns:content="http://purl.org/rss/1.0/modules/content/">
<channel>
<title>Вестник</title>
<link>https://vestnik.example/</link>
<description>Новости города</description>
<language>ru</language>
<atom:link rel="self" type="application/rss+xml" href="https://vestnik.example/rss.xml"/>
"""
STORY = """<item>
<title>Новость {number}: {word}</title>
<link>https://vestnik.example/{number}</link>
<description>Коротко о новости {number}.</description>
<author>desk@vestnik.example (Редакция)</author>
<category>Город</category>
<guid isPermaLink="{address}">vestnik.example:{number}</guid>
<pubDate>{date}</pubDate>
<enclosure url="https://vestnik.example/{number}.jpg" length="184320" type="image/jpeg"/>
<media:content url="https://vestnik.example/{number}.jpg" type="image/jpeg" medium="image" width="1200" height="800">
<media:credit role="photographer">Редакция</media:credit>
</media:content>
<content:encoded>{body}</content:encoded>
</item>
"""
TAIL = "</channel>\n</rss>\n"


def feed(*, faulty: bool = False, escaped: bool = False) -> bytes:
    """The feed; with a guid that is no address and a script in each story where it is to be `faulty`."""
    return (HEAD + "".join(story(n, faulty=faulty, escaped=escaped) for n in range(STORIES)) + TAIL).encode()


def story(number: int, *, faulty: bool, escaped: bool) -> str:
    paragraphs = "".join(
        f'<p>{paragraph(number, part)}, сообщает <a href="https://vestnik.example/t/{number % 97}">«Вестник»</a>.</p>'
        for part in range(7)
    )
    body = (
        f'{paragraphs}<figure><img src="https://vestnik.example/{number}.jpg" alt="Фото"/></figure>'
        + "<script>x</script>" * faulty
    )
    return STORY.format(
        number=number,
        word=WORDS[number % len(WORDS)],
        address="true" if faulty else "false",
        date=format_datetime(NOW - timedelta(minutes=5 * number)),
        body=html.escape(body, quote=False) if escaped else f"<![CDATA[{body}]]>",
    )


def paragraph(number: int, part: int) -> str:
    chosen = (WORDS[(number * 31 + part * 17 + place * place) % len(WORDS)] for place in range(36))
    return " ".join(chosen).capitalize()


def seconds(data: bytes) -> tuple[float, int]:
    """The best of several rounds, in seconds of the processor, and how many findings there are."""
    best, findings = float("inf"), 0
    for _ in range(ROUNDS):
        start = time.process_time()
        findings = len(feeds.check(data, now=NOW))
        best = min(best, time.process_time() - start)
    return best, findings


def peak() -> int:
    """The most memory that this process has had so far; 0 where the system does not say."""
    status = Path("/proc/self/status")
    said = status.read_text().partition("VmHWM:")[2].split() if status.exists() else ["0"]
    return int(said[0]) * 1024


def added(data: bytes) -> int:
    """The memory that checking takes besides the document itself, measured in a process of its own."""
    command = [sys.executable, __file__, "--peak"]
    return int(subprocess.run(command, input=data, capture_output=True, check=True).stdout)


def measure_peak() -> None:
    data = sys.stdin.buffer.read()
    feeds.check(data[: data.index(b"</item>")] + b"</item></channel></rss>", now=NOW)  # loads what is needed
    before = peak()
    feeds.check(data, now=NOW)
    print(peak() - before)


def main() -> None:
    rows = []
    for name, data in (
        ("clean, CDATA", feed()),
        ("clean, escaped", feed(escaped=True)),
        ("two faults in each story", feed(faulty=True)),
    ):
        best, findings = seconds(data)
        size = len(data)
        speed, memory = f"{size / best / 1e6:.0f}", f"{added(data) / size:.1f}"
        rows.append([name, f"{size / 1e6:.1f}", f"{findings:,}", f"{best * 1000:.0f}", speed, memory])
    head = ("1,000 full texts", "MB", "findings", "ms", "MB/s", "memory, times the document")
    keep("checking", table(head, rows))


if __name__ == "__main__":
    arguments = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    arguments.add_argument(
        "--peak", action="store_true", help="print what checking the document in stdin takes"
    )
    measure_peak() if arguments.parse_args().peak else main()
