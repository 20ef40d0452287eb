"""Feeds as pages, and documents read back."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st
from lxml import html
from newsrooms import CONFIGURATION, Newsroom
from records import NOW, article

from feeds.build.plan import plans
from feeds.checking.finding import Finding
from feeds.cli import commands
from feeds.pages.document import shown
from feeds.pages.readable.source import LINES, source
from feeds.pages.readable.view import Document, moment_of, source_page, stories_page
from feeds.wording import wording

EN = wording("en")


@pytest.fixture
def newsroom(tmp_path: Path) -> Newsroom:
    made = Newsroom(
        tmp_path,
        [
            "{target: rss, path: rss.xml}",
            "{target: atom, path: atom.xml}",
            "{target: json-feed, path: feed.json}",
            "{target: sitemap, path: sitemap.xml}",
        ],
    )
    made.write(article(n) for n in range(1, 6))
    made.build(NOW)
    return made


@pytest.mark.parametrize("path", ["rss.xml", "atom.xml", "feed.json"])
def test_documents_are_read_back_as_they_were_meant(newsroom: Newsroom, path: str) -> None:
    content = newsroom.files()[path]
    found = shown(content)
    assert [story.title for story in found.stories] == [article(n).title for n in range(1, 6)]
    assert [story.link for story in found.stories] == [article(n).url for n in range(1, 6)]
    assert all(moment_of(story.date) == article(n).published for n, story in enumerate(found.stories, 1))
    assert all(
        story.cover and story.cover.url == f"https://vestnik.example/img/{n}.jpg"
        for n, story in enumerate(found.stories, 1)
    )
    assert found.stories[0].authors == ("Анна Примерова",)
    assert found.stories[0].html.count("<p>") >= 2
    lines = content.split(b"\n")
    for n, story in enumerate(found.stories, 1):
        own = b"\n".join(lines[story.line - 1 : max(story.last, story.line) + 1])
        assert f"2026:n{n}".encode() in own
        assert path == "feed.json" or f"№ {n}:".encode() in own


def test_an_index_names_its_parts(newsroom: Newsroom) -> None:
    assert shown(newsroom.files()["sitemap.xml"]).parts == (
        "https://feeds.vestnik.example/sitemap-2026-11.xml",
    )
    assert len(shown(newsroom.files()["sitemap-2026-11.xml"]).stories) == 5


@given(st.binary(max_size=300))
def test_any_document_is_taken(content: bytes) -> None:
    assert shown(content).stories is not None
    assert shown(b"{" + content).stories is not None


def test_entities_are_not_followed() -> None:
    declared = b'<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    (story,) = shown(declared + b"<rss><channel><item><title>&x;</title></item></channel></rss>").stories
    assert "root:" not in story.title


def test_a_feed_reads_as_a_page(newsroom: Newsroom) -> None:
    plan = plans(newsroom.configuration)[0]
    content = newsroom.files()["rss.xml"]
    made = stories_page(
        newsroom.configuration,
        Document("rss.xml", plan, len(content)),
        shown(content),
        NOW,
        EN,
        alone=True,
        policy="",
        style="",
    )
    page = html.document_fromstring(made)
    assert [e.text_content() for e in page.xpath("//ol[@class='stories']//h2")] == [
        article(n).title for n in range(1, 6)
    ]
    assert page.xpath("//ol[@class='stories']//h2/a/@href")[0] == article(1).url
    assert "11:59" in page.xpath("string(//ol)")


def test_findings_stand_at_their_lines() -> None:
    findings = [
        Finding(severity="info", code="A1", message="of the whole"),
        Finding(severity="warning", code="B2", message="on two", line=2, column=3),
        Finding(severity="error", code="C3", message="on three", line=3),
    ]
    found = source(b"one\ntwo\nthree\n", findings, 1)
    assert [(line.number, line.text, [f.code for f in line.findings]) for line in found.lines] == [
        (1, "one", []),
        (2, "two", ["B2"]),
        (3, "three", ["C3"]),
    ]
    assert [f.code for f in found.findings] == ["C3", "B2", "A1"]
    assert (found.before, found.following, found.total) == (None, None, 3)


def test_long_documents_come_in_pages() -> None:
    content = b"x\n" * (2 * LINES + 10)
    first, last = source(content, [], 1), source(content, [], 2 * LINES + 1)
    assert (first.before, first.following, len(first.lines)) == (None, LINES + 1, LINES)
    assert (last.before, last.following, len(last.lines)) == (LINES + 1, None, 10)
    assert source(content, [], 10**9).lines[-1].number == 2 * LINES + 10
    assert source(content, [], -5).first == 1


def test_long_lines_are_cut_and_say_so() -> None:
    (line,) = source(b"y" * 10_000, [], 1).lines
    assert len(line.text) + line.more == 10_000
    assert line.more > 0


def test_sources_are_text_whatever_they_hold(newsroom: Newsroom) -> None:
    plan = plans(newsroom.configuration)[0]
    nasty = b"<script>alert(1)</script>\n\x00\xff</code></div><img src=x onerror=alert(1)>"
    made = source_page(
        newsroom.configuration,
        Document("rss.xml", plan, 1),
        source(nasty, [], 1),
        EN,
        alone=True,
        policy="",
        style="",
    )
    page = html.document_fromstring(made.replace("\x00", ""))
    assert not page.xpath("//script | //img")
    assert "<script>alert(1)</script>" in page.xpath("string(//*[@id='L1'])")


# ---- the command


@pytest.fixture
def outlet(newsroom: Newsroom) -> Path:
    file = newsroom.folder / "feeds.yaml"
    text = CONFIGURATION + "".join(f"  - {feed}\n" for feed in newsroom.feeds)
    file.write_text(text.replace("sources:", "archive: sqlite:///archive.db\nsources:"), encoding="utf-8")
    return file


def run(*arguments: str) -> tuple[int, str]:
    done = CliRunner().invoke(commands, ["preview", "--now", NOW.isoformat(), *arguments])
    return done.exit_code, done.output


def test_a_story_is_written_as_one_page(outlet: Path, tmp_path: Path) -> None:
    code, said = run("-c", str(outlet), "n2", "-o", str(tmp_path / "page.html"), "--lang", "ru")
    assert (code, said.strip()) == (0, str(tmp_path / "page.html"))
    page = html.parse(tmp_path / "page.html").getroot()
    assert page.get("lang") == "ru"
    assert page.xpath("string(//h1)") == article(2).title
    assert len(page.xpath("//article")) == 4
    assert not page.xpath("//link | //script | //*[starts-with(@href, '/-/')]")


def test_without_a_story_it_is_the_newest_one_and_pipes_get_the_page(outlet: Path) -> None:
    code, said = run("-c", str(outlet))
    assert code == 0
    assert html.document_fromstring(said).xpath("string(//h1)") == article(1).title


def test_one_feed_only(outlet: Path) -> None:
    code, said = run("-c", str(outlet), article(2).url, "--feed", "atom.xml")
    assert code == 0
    assert html.document_fromstring(said).xpath("//article/@id") == ["feed-atom.xml"]


def test_a_feed_without_a_story_is_its_source(outlet: Path) -> None:
    code, said = run("-c", str(outlet), "--feed", "rss.xml")
    assert code == 0
    page = html.document_fromstring(said)
    assert page.xpath("string(//*[@id='L1']/code)").startswith("<?xml")
    assert not page.xpath("//script")


@pytest.mark.parametrize(
    ("arguments", "hint"),
    [(("nothing-such",), "newest are"), (("n1", "--feed", "no.xml"), "feeds are rss.xml")],
)
def test_what_is_not_there_is_said_with_what_is(outlet: Path, arguments: tuple[str, ...], hint: str) -> None:
    done = CliRunner().invoke(commands, ["preview", "-c", str(outlet), *arguments])
    assert done.exit_code != 0
    assert hint in f"{done.output}{done.exception} {getattr(done.exception, 'hint', '')}"
