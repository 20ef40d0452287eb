"""`feeds log`, `diff`, `show`, `rollback` and `release`, as an engineer types them."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
import yaml

CONFIGURATION = """\
publication: {name: Вестник, url: https://vestnik.example/, language: ru, timezone: Europe/Moscow}
base_url: https://vestnik.example/
sources:
  - {name: desk, kind: records, path: "sources/*.yaml", removed: withdraw}
feeds:
  - {target: rss, path: rss.xml}
  - {target: sitemap, path: sitemap.xml}
"""

AT = "2026-11-24T{}:00+03:00"


def story(number: int, **facts: object) -> None:
    record = {
        "id": f"n{number}",
        "url": f"https://vestnik.example/{number}",
        "title": f"Причал номер {number} открыт",
        "published": AT.format(f"0{number}:00"),
        "body": "<p>Причал строили два года.</p><p>Первый паром ждут в пятницу.</p>",
        **facts,
    }
    Path(f"sources/{number}.yaml").write_text(yaml.safe_dump(record, allow_unicode=True), encoding="utf-8")


@pytest.fixture
def thrice(feeds) -> list[bytes]:
    """Three editions: two stories; one of them otherwise; a third story, and the first is gone."""
    Path("feeds.yaml").write_text(CONFIGURATION, encoding="utf-8")
    Path("sources").mkdir()
    was = []
    story(1)
    story(2)
    assert feeds("build", "--now", AT.format("10:00")).err == ""
    was.append(Path("output/rss.xml").read_bytes())
    story(2, body="<p>Причал строили два года.</p><p>Первый паром ждут в субботу.</p>")
    feeds("build", "--now", AT.format("11:00"))
    was.append(Path("output/rss.xml").read_bytes())
    Path("sources/1.yaml").unlink()
    story(3)
    feeds("build", "--now", AT.format("12:00"))
    was.append(Path("output/rss.xml").read_bytes())
    return was


def test_log_tells_when_what_changed_and_because_of_what(feeds, thrice: list[bytes]) -> None:
    ran = feeds("log", "rss.xml", "--json")
    told = [
        tuple(one[key] for key in ("number", "count", "added", "gone", "changed", "size"))
        for one in ran.objects
    ]
    assert told == [
        (3, 2, 1, 1, 0, len(thrice[2])),
        (2, 2, 0, 0, 1, len(thrice[1])),
        (1, 2, 2, 0, 0, len(thrice[0])),
    ]
    assert all("feeds build" in one["cause"] for one in ran.objects)
    plain = feeds("log", "rss.xml")
    assert "2026-11-24 11:00:00" in plain.out
    assert {line.split()[0] for line in feeds("log").out.splitlines()[1:]} == {"rss.xml", "sitemap.xml"}


def test_show_prints_the_very_bytes(thrice: list[bytes]) -> None:
    for which, content in (
        ("@1", thrice[0]),
        ("@2026-11-24T11:59", thrice[1]),
        ("@#3", thrice[2]),
        ("", thrice[2]),
    ):
        command = [sys.executable, "-m", "feeds", "show", f"rss.xml{which}"]
        assert subprocess.run(command, capture_output=True, check=True).stdout == content


def test_show_knows_the_parts_of_a_feed(thrice: list[bytes]) -> None:
    command = [sys.executable, "-m", "feeds", "show", "sitemap-2026-11.xml"]
    ran = subprocess.run(command, capture_output=True, check=True)
    assert ran.stdout == Path("output/sitemap-2026-11.xml").read_bytes()


def test_diff_tells_stories_and_fields(feeds, thrice: list[bytes]) -> None:
    ran = feeds("diff", "rss.xml", "1", "2")
    assert ran.code == 1
    assert "1 changed, 1 as before" in ran.out
    assert "[-пятницу-]{+субботу+}" in ran.out
    newest = feeds("diff", "rss.xml", "--json").objects[0]
    assert [(one["kind"], one["title"]) for one in newest["stories"]] == [
        ("added", "Причал номер 3 открыт"),
        ("lost", "Причал номер 1 открыт"),
    ] or newest["counts"] == {"twice": 0, "lost": 1, "added": 1, "changed": 0}
    assert feeds("diff", "rss.xml", "2", "2").code == 0


def test_rollback_holds_until_release(feeds, thrice: list[bytes]) -> None:
    # story 1 was withdrawn since: it does not come back with the edition
    ran = feeds("rollback", "rss.xml", "2")
    assert (ran.code, ran.err) == (0, "")
    out = Path("output/rss.xml").read_bytes()
    assert "субботу".encode() in out
    assert b"vestnik.example/1<" not in out
    story(4)
    built = feeds("build", "--now", AT.format("13:00"))
    assert built.code == 0
    assert "rolled back: rss.xml: stays at edition 2" in built.err
    assert Path("output/rss.xml").read_bytes() == out
    assert b"vestnik.example/4<" in Path("output/sitemap-2026-11.xml").read_bytes()
    assert "rolled back to on 2026-11-" not in feeds("why", "n2").err
    assert "feeds release rss.xml" in feeds("why", "n4").out
    assert "held here" in feeds("log", "rss.xml").out
    assert feeds("release", "rss.xml").code == 0
    assert b"vestnik.example/4<" in Path("output/rss.xml").read_bytes()
    assert "held here" not in feeds("log", "rss.xml").out


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("show", "rss.xml@9"), "Kept are the editions 1 to 3"),
        (("show", "rss.xml@yesterday"), "Write an edition's number"),
        (("show", "rss.xml@2020-01-01"), "Kept are the editions 1 to 3"),
        (("diff", "rs.xml"), "Did you mean rss.xml?"),
        (("diff", "rss.xml", "1", "7"), "feeds log rss.xml"),
        (("rollback", "atom.xml", "1"), "Did you mean"),
        (("release", "rss.xml"), "was not rolled back"),
    ],
)
def test_mistakes_are_told_with_what_helps(
    feeds, thrice: list[bytes], arguments: tuple[str, ...], told: str
) -> None:
    ran = feeds(*arguments)
    assert ran.code == 2
    assert told in ran.err


def test_an_edition_that_the_platform_would_refuse_now_stays_where_it_is(
    feeds, thrice: list[bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    from feeds.build import gate
    from feeds.checking.finding import Finding

    objection = Finding(severity="error", code="RS999", message="refused since yesterday")
    monkeypatch.setattr(gate, "examine_again", lambda *_: [objection])
    ran = feeds("rollback", "rss.xml", "1")
    assert ran.code == 1
    assert "RS999 refused since yesterday" in ran.err
    assert Path("output/rss.xml").read_bytes() == thrice[2]
    assert "held here" not in feeds("log", "rss.xml").out
