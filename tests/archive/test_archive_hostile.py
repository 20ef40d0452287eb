"""Whatever comes from outside, an archive takes it: a message that it refused would be tried for ever."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import pytest
from databases import archive_url
from records import NOW, article
from sqlalchemy import Connection

from feeds.archive import articles, inbox, outbox, polls, storing
from feeds.archive.archive import open_archive
from feeds.archive.inbox import Message, Refusal, open_inbox
from feeds.archive.polls import Poll

RANDOM = random.Random(1)
LONG = "".join(chr(RANDOM.randrange(0x4E00, 0x9000)) for _ in range(20_000))
STRANGE = ["", "a\0b", "\0", LONG, "'; DROP TABLE articles; --", "%", "\U0010ffff", "a\nb\r\n"]


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Connection]:
    with open_archive(archive_url(tmp_path / "archive.db")) as opened, opened.transaction() as connection:
        yield connection


@pytest.fixture
def box(tmp_path: Path) -> Iterator[Connection]:
    with open_inbox(archive_url(tmp_path / "archive.db")) as opened, opened.transaction() as connection:
        yield connection


@pytest.mark.parametrize("name", STRANGE)
def test_a_story_may_be_asked_for_and_withdrawn_by_any_name(archive: Connection, name: str) -> None:
    storing.store(archive, [articles.row_of(article(1))], now=NOW)
    assert articles.find(archive, name) is None
    assert articles.nearest(archive, f"§{name[:1000]}") == []
    assert storing.withdraw(archive, [(name, f"ошибка {name}")], now=NOW) == {name: None}
    assert storing.restore(archive, [f"{name}x"], now=NOW) == {f"{name}x": None}
    assert articles.find(archive, article(1).id) is not None


@pytest.mark.parametrize("said", STRANGE)
def test_a_message_may_say_anything(box: Connection, said: str) -> None:
    message = Message(
        source="cms", id=f"m{said[:500]}", received=1.0, type=said[:50], body=said.encode(), articles=(said,)
    )
    assert inbox.receive(box, message)
    assert not inbox.receive(box, message)
    (waiting,) = inbox.waiting(box, 5)
    assert waiting.body == said.encode()
    inbox.refuse(box, Refusal(source="cms", id=said, received=1.0, status=400, reason=said))
    outbox.post(box, "websub", "https://hub.example/", [f"https://e.example/{said[:300]}"], 1.0)
    polls.add(box, [Poll(feed="rss.xml", agent=said[:100], first=1.0, last=2.0, stated=said[:200])])


def test_numbers_are_as_large_as_files_and_moments_are(box: Connection) -> None:
    polls.add(box, [Poll(feed="rss.xml", agent="a", first=1.0, last=2.0, bytes=2**40, count=2**33)])
    polls.add(box, [Poll(feed="rss.xml", agent="a", first=1.0, last=2.0, bytes=2**40, count=2**33)])
    assert [(poll.bytes, poll.count) for poll in polls.known(box)] == [(2**41, 2**34)]


def test_order_is_that_of_bytes_whatever_the_language(archive: Connection) -> None:
    names = ["b", "B", "a", "Я", "ё", "е", "Ё", "-a", "_", "é", "e", "z", "1", "10", "2"]
    stories = [article(n, id=name, published=NOW) for n, name in enumerate(names)]
    storing.store(archive, map(articles.row_of, stories), now=NOW)
    ordered = sorted(names, key=str.encode)
    assert [head.id for head in articles.heads(archive, newest_first=False)] == ordered
    behind = articles.heads(archive, beyond=(NOW.timestamp(), "a"), newest_first=False)
    assert [head.id for head in behind] == ordered[ordered.index("a") + 1 :]
