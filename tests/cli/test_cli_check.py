"""`feeds check` and `feeds rules`, as an engineer and a build server use them."""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner
from lxml import etree

from feeds import cli

NOW = "2026-11-23T12:00:00+03:00"
FEED = """<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom">
  <channel>
    <title>Harbour Post</title>
    <link>https://harbour.example/</link>
    <description>News from the harbour</description>
    <language>en</language>
    <atom:link href="https://harbour.example/feed.xml" rel="self" type="application/rss+xml"/>
    <item>
      <title>The ferry</title>
      <link>https://harbour.example/1</link>
      <guid>https://harbour.example/1</guid>
      <description>The first ferry of the day</description>
      <pubDate>Mon, 23 Nov 2026 08:00:00 +0300</pubDate>
    </item>
  </channel>
</rss>
"""
BROKEN = FEED.replace("The first ferry", "Bread & butter, the first ferry").replace(
    "<link>https://harbour.example/1</link>", "<link>1</link>"
)


class Ran:
    """What a command said, and how it ended."""

    def __init__(self, code: int, out: str, err: str) -> None:
        self.code, self.out, self.err = code, out, err

    @property
    def codes(self) -> list[str]:
        return [json.loads(line)["code"] for line in self.out.splitlines()]


@pytest.fixture
def feeds(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], tmp_path: Path):
    monkeypatch.chdir(tmp_path)
    Path("good.xml").write_text(FEED, encoding="utf-8")
    Path("bad.xml").write_text(BROKEN, encoding="utf-8")

    def run(*arguments: str) -> Ran:
        if arguments[0] == "check" and "--now" not in arguments:
            arguments = ("check", "--now", NOW, *arguments[1:])
        monkeypatch.setattr(sys, "argv", ["feeds", *arguments])
        code = 0
        try:
            cli.main()
        except SystemExit as ended:
            code = int(ended.code or 0)
        said = capfd.readouterr()
        assert "Traceback" not in said.err
        return Ran(code, said.out, said.err)

    return run


def test_a_sound_feed_says_nothing_and_ends_well(feeds) -> None:
    ran = feeds("check", "--format", "jsonl", "good.xml")
    assert (ran.code, ran.out, ran.err) == (0, "", "")


def test_a_broken_feed_shows_the_place_and_what_to_do(feeds) -> None:
    ran = feeds("check", "bad.xml")
    assert ran.code == 1
    assert re.search(r"bad\.xml:13:26: error XML002: .*", ran.out)
    assert "\n    |                          ^\n" in ran.out.replace(
        "\n    | " + " " * 25, "\n    |" + " " * 26
    )
    assert "to do:" in ran.out
    assert "\x1b[" not in ran.out
    assert "feeds check --diff bad.xml" in ran.err


@pytest.mark.parametrize(
    ("form", "read"),
    [
        ("json", json.loads),
        ("sarif", json.loads),
        ("junit", lambda text: etree.fromstring(text.encode())),
        ("jsonl", lambda text: [json.loads(line) for line in text.splitlines()]),
        ("github", lambda text: [re.fullmatch(r"::\w+ .*", line).group() for line in text.splitlines()]),
        ("html", lambda text: text.startswith("<!DOCTYPE html>") or pytest.fail(text[:80])),
    ],
)
def test_a_machines_format_stands_alone_on_its_output(feeds, form: str, read) -> None:
    ran = feeds("check", "--format", form, "bad.xml", "good.xml", "missing.xml")
    read(ran.out)
    assert ran.code == 3
    assert "missing.xml" in ran.err
    for options in (("--fix", "bad.xml"), ("--baseline", "known.json", "--write-baseline", "bad.xml")):
        read(feeds("check", "--format", form, *options).out)


def test_a_report_goes_into_a_file(feeds) -> None:
    ran = feeds("check", "--format", "sarif", "--output", "report.sarif", "bad.xml")
    assert ran.out == ""
    assert json.loads(Path("report.sarif").read_text(encoding="utf-8"))["version"] == "2.1.0"


def test_rules_are_chosen_left_out_and_regraded(feeds) -> None:
    every = feeds("check", "--format", "jsonl", "bad.xml").codes
    assert {"XML002"} < set(every)
    only = feeds("check", "--format", "jsonl", "--select", "XML", "bad.xml")
    assert set(only.codes) == {"XML002"}
    rest = feeds("check", "--format", "jsonl", "--ignore", "XML,RSS01", "bad.xml").codes
    assert rest == [code for code in every if not code.startswith(("XML", "RSS01"))]
    lowered = feeds("check", "--select", "XML", "--severity", "XML002=info", "bad.xml")
    assert (lowered.code, "info XML002" in lowered.out) == (0, True)
    for options in (("--select", "XLM"), ("--severity", "XML002=grave"), ("--severity", "NOPE01=info")):
        assert feeds("check", *options, "bad.xml").code == 2


def test_what_fails_is_chosen(feeds) -> None:
    warned = FEED.replace("<guid>https://harbour.example/1</guid>", "")
    Path("warned.xml").write_text(warned, encoding="utf-8")
    levels = {
        level: feeds("check", "--fail-on", level, "warned.xml").code
        for level in ("error", "warning", "info", "never")
    }
    assert levels == {"error": 0, "warning": 1, "info": 1, "never": 0}
    assert feeds("check", "--fail-on", "never", "bad.xml").code == 0


def test_only_what_is_new_fails(feeds) -> None:
    assert feeds("check", "--baseline", "known.json", "--write-baseline", "bad.xml").code == 0
    again = feeds("check", "--format", "jsonl", "--baseline", "known.json", "bad.xml")
    assert (again.code, again.out) == (0, "")
    moved = BROKEN.replace("<channel>", "\n\n<channel>\n")
    Path("bad.xml").write_text(moved, encoding="utf-8")
    assert feeds("check", "--baseline", "known.json", "bad.xml").code == 0
    Path("bad.xml").write_text(moved.replace("Harbour Post", "Harbour & Post"), encoding="utf-8")
    worse = feeds("check", "--format", "jsonl", "--baseline", "known.json", "bad.xml")
    assert (worse.code, worse.codes) == (1, ["XML002"])
    Path("bad.xml").write_text(FEED, encoding="utf-8")
    assert "not found any more" in feeds("check", "--baseline", "known.json", "bad.xml").err
    assert feeds("check", "--baseline", "none.json", "bad.xml").code == 2
    assert feeds("check", "--write-baseline", "bad.xml").code == 2


def test_a_difference_is_shown_and_nothing_is_written(feeds) -> None:
    ran = feeds("check", "--diff", "bad.xml")
    assert ran.code == 1
    assert "+      <description>Bread &amp; butter, the first ferry of the day</description>" in ran.out
    assert Path("bad.xml").read_text(encoding="utf-8") == BROKEN
    assert (feeds("check", "--diff", "good.xml").code, feeds("check", "--diff", "good.xml").out) == (0, "")


def test_repairs_are_written_in_place_and_checked(feeds) -> None:
    Path("bad.xml").chmod(0o640)
    ran = feeds("check", "--fix", "bad.xml")
    assert "XML002" not in ran.out
    assert Path("bad.xml").read_text(encoding="utf-8") == BROKEN.replace("& b", "&amp; b")
    assert Path("bad.xml").stat().st_mode & 0o777 == 0o640
    assert sorted(path.name for path in Path().iterdir()) == ["bad.xml", "good.xml"]


def test_repairs_are_written_elsewhere(feeds) -> None:
    feeds("check", "--fix", "--output", "new.xml", "bad.xml")
    assert Path("bad.xml").read_text(encoding="utf-8") == BROKEN
    assert Path("new.xml").read_text(encoding="utf-8") == BROKEN.replace("& b", "&amp; b")
    assert feeds("check", "--fix", "--output", "-", "bad.xml").out == BROKEN.replace("& b", "&amp; b")
    assert feeds("check", "--fix", "--output", "x.xml", "bad.xml", "good.xml").code == 2


def test_a_zone_is_asked_for(feeds) -> None:
    Path("zone.xml").write_text(FEED.replace(" +0300", ""), encoding="utf-8")
    assert feeds("check", "--diff", "zone.xml").code == 0
    assert feeds("check", "--diff", "--zone", "Europe/Moscow", "zone.xml").code == 1
    assert feeds("check", "--diff", "--zone", "Europe/Nowhere", "zone.xml").code == 2


CONFIGURATION = """
publication: {name: Harbour Post, url: https://harbour.example/, language: en, timezone: Europe/Moscow}
base_url: https://harbour.example/
sources: [{name: desk, kind: records, path: none.json}]
feeds:
  - {target: rss, path: bad.xml}
output: .
checks:
"""


def test_exceptions_of_the_configuration_hold_until_their_day(feeds) -> None:
    entry = "  severity:\n    - {code: XML002, level: info, until: 2026-11-30, reason: the export is being replaced}\n"
    Path("feeds.yaml").write_text(CONFIGURATION + entry, encoding="utf-8")
    now = feeds("check", "--format", "jsonl", "--select", "XML", "bad.xml")
    assert (now.code, json.loads(now.out)["severity"]) == (0, "info")
    later = feeds(
        "check", "--now", "2026-12-01T00:00:00+03:00", "--format", "jsonl", "--select", "XML", "bad.xml"
    )
    finding = json.loads(later.out)
    assert (later.code, finding["severity"]) == (1, "error")
    assert "ended on 2026-11-30: the export is being replaced" in finding["hint"]
    assert "ended on 2026-11-30" in later.err


def test_rules_are_listed_and_explained(feeds) -> None:
    every = feeds("rules", "--format", "json")
    listed = [json.loads(line) for line in every.out.splitlines()]
    assert len(listed) > 500
    assert {"code", "severity", "summary", "hint", "spec", "read", "bad", "good", "targets"} <= set(listed[0])
    errors = feeds("rules", "dzen", "--severity", "error", "--format", "json")
    assert {json.loads(line)["severity"] for line in errors.out.splitlines()} == {"error"}
    one = feeds("rules", "XML002").out
    for part in ("XML002", "to do", "source", "read 20", "    - ", "    + "):
        assert part in one
    assert feeds("rules", "XLM002").code == 2


def test_rules_are_explained_in_russian() -> None:
    one = CliRunner().invoke(cli.commands, ["rules", "XML002", "--lang", "ru"]).output
    assert "Знаки & и <, где они значат сами себя, экранированы." in one
    assert "важность" in one
    assert "источник" in one
    assert ", прочитано 20" in one
    assert "К чему есть замечание (-), а к чему нет (+):" in one
    many = CliRunner(env={"FEEDS_LANG": "ru"}).invoke(cli.commands, ["rules", "DZ"]).output
    assert "предупреждение" in many
    assert "В тексте не меньше 300 знаков." in many


def test_findings_are_said_in_the_outlets_language(tmp_path: Path) -> None:
    file = tmp_path / "channel.xml"
    file.write_text('<rss version="2.0"><channel><title>А</title></channel></rss>', encoding="utf-8")
    config = tmp_path / "feeds.yaml"
    config.write_text(
        "publication: {name: А, url: https://a.example/}\nbase_url: https://f.example/\nlang: ru\n",
        encoding="utf-8",
    )
    for arguments, said in ((["-c", str(config)], "в <channel> нет <link>"), ([], "<channel> has no <link>")):
        ran = CliRunner().invoke(cli.commands, ["check", "--as", "rss", *arguments, str(file)])
        assert said in ran.output
    english = CliRunner().invoke(cli.commands, ["check", "-c", str(config), "--lang", "en", str(file)])
    assert "has no <link>" in english.output


def test_whatever_check_says_besides_is_russian_too(tmp_path: Path) -> None:
    (tmp_path / "broken.xml").write_bytes(b"\x1f\x8b\x08broken")
    file = tmp_path / "channel.xml"
    file.write_text("\n<?xml version='1.0'?><rss version='2.0'><channel/></rss>", encoding="utf-8")
    run = CliRunner().invoke
    missing = run(cli.commands, ["check", "--lang", "ru", str(tmp_path / "none.xml")])
    assert "none.xml: нет такого файла или папки" in missing.output
    assert (
        "не исправлено: файл не распаковать"
        in run(cli.commands, ["check", "--diff", "--lang", "ru", str(tmp_path / "broken.xml")]).output
    )
    mended = run(cli.commands, ["check", "--diff", "--lang", "ru", str(file)]).output
    assert "channel.xml (как есть)" in mended
    assert "channel.xml (исправлено)" in mended


def test_findings_are_said_in_russian(tmp_path: Path) -> None:
    file = tmp_path / "channel.xml"
    item = "<item><title>Паром</title><link>https://a.example/1</link><guid>1</guid></item>"
    file.write_text(f'<rss version="2.0"><channel><title>А</title>{item}</channel></rss>', encoding="utf-8")
    for arguments in (["--lang", "ru"], []):
        ran = CliRunner(env={"FEEDS_LANG": "" if arguments else "ru_RU.UTF-8"}).invoke(
            cli.commands, ["check", "--as", "dzen", *arguments, str(file)]
        )
        assert "предупреждение DZ040: у новости нет картинки: ни enclosure, ни img" in ran.output
        assert "что делать: Добавьте картинку новости в enclosure — шириной от 700 пикселей." in ran.output
        assert "1 документ, " in ran.output
