"""Documents where they are: on servers, in folders, beside their pages, their former editions and one another."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest
from servers import Request, Server, reply, serving

from feeds.checking.reports import Verdict
from feeds.errors import UsageError
from feeds.fetching import Bounds, Fetcher
from feeds.fetching.guard import Guard
from feeds.inspection.configured import Configured
from feeds.inspection.gathering import Gathering
from feeds.inspection.inspecting import Inspection, Wishes
from feeds.inspection.specimen import Trouble

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)

FEED = """<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:yandex="http://news.yandex.ru" xmlns:atom="http://www.w3.org/2005/Atom">
<channel><title>Порт</title><link>{base}</link><description>Новости</description><language>ru</language>
<atom:link rel="self" type="application/rss+xml" href="{base}feed.xml"/>
<item><title>Паром снова ходит</title><link>{base}1</link><guid>{base}1</guid>
<description>Полдень</description><pubDate>Mon, 23 Nov 2026 08:00:00 +0300</pubDate>
<yandex:full-text>{text}</yandex:full-text></item></channel></rss>
"""

TEXT = (
    "Паром через пролив снова ходит по расписанию. Капитан сообщил, что ремонт закончен на неделю раньше срока, "
    "и первый рейс прошёл в полдень. Билеты продаются в кассе у причала и на борту."
)

PAGE = """<!doctype html><html lang="ru"><head><title>Паром снова ходит</title>
<link rel="alternate" type="application/rss+xml" title="Порт" href="/feed.xml">
<link rel="alternate" type="application/atom+xml" title="Порт" href="/gone.xml">
<meta property="og:type" content="article">
<meta property="article:published_time" content="2026-11-23T08:00:00+03:00"><meta property="og:url" content="{base}1"></head>
<body><article><h1>Паром снова ходит</h1><p>{text}</p></article></body></html>
"""


def answers(request: Request, base: str) -> bytes:
    if request.path == "/feed.xml":
        body = FEED.format(base=base, text=TEXT).encode()
        return reply(body, content_type="application/rss+xml; charset=utf-8", etag='"1"')
    if request.path in {"/", "/1"}:
        page = PAGE.format(base=base, text=TEXT.replace("на неделю", "на две недели"))
        return reply(page.encode(), content_type="text/html; charset=utf-8")
    if request.path == "/sitemap.xml":
        index = "<sitemapindex xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'>{}</sitemapindex>"
        entries = "".join(f"<sitemap><loc>{base}part-{n}.xml</loc></sitemap>" for n in range(6))
        return reply(index.format(entries).encode(), content_type="application/xml")
    if request.path.startswith("/part-"):
        return reply(
            b"<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'/>", content_type="application/xml"
        )
    return reply(b"", 404)


@contextmanager
def site() -> Iterator[Server]:
    where: list[Server] = []
    with serving(lambda request: answers(request, where[0].url())) as server:
        where.append(server)
        yield server


def verdicts(names: list[str], sites: tuple[str, ...] = (), **wishes: object) -> list[Verdict | Trouble]:
    bounds = Bounds(step=2, whole=4)
    with Fetcher(Guard(allow_private=True), bounds) as fetcher:
        configured = Configured()
        inspection = Inspection(
            Wishes(now=NOW, **wishes),  # type: ignore[arg-type]
            Gathering(fetcher, configured),
            configured.policy(NOW),
        )
        return list(inspection.verdicts(names, sites))


def codes(verdict: Verdict | Trouble) -> set[str]:
    assert isinstance(verdict, Verdict), verdict
    return {found.finding.code for found in verdict.found}


def test_an_address_is_judged_with_its_serving() -> None:
    with site() as server:
        (verdict,) = verdicts([server.url("/feed.xml")])
        assert isinstance(verdict, Verdict)
        assert verdict.target == "yandex-news"
        assert {"HTTP007", "HTTP011", "HTTP042"} <= codes(verdict)  # it never gives 304, and says no age
        assert {request.path for request in server.asked} == {"/feed.xml", "/robots.txt"}


def test_what_is_not_there_is_told() -> None:
    with site() as server:
        (verdict,) = verdicts([server.url("/none.xml")])
        assert codes(verdict) == {"HTTP001"}


def test_a_server_that_drips_is_given_up() -> None:
    def drip(_request: Request) -> Iterator[bytes]:
        yield b"HTTP/1.1 200 OK\r\ncontent-type: application/rss+xml\r\n\r\n"
        import time

        while True:
            time.sleep(0.2)
            yield b" "

    with serving(drip) as server:
        (verdict,) = verdicts([server.url("/feed.xml")])
        assert codes(verdict) == {"HTTP035"}


def test_a_site_is_judged_by_the_feeds_that_it_announces() -> None:
    with site() as server:
        page, feed, gone = verdicts([], (server.url(),), together=True)
        assert codes(page) == {"HTTP020"}
        assert isinstance(page, Verdict)
        assert any("gone.xml" in found.finding.message for found in page.found)
        assert "HTTP042" in codes(feed)
        assert codes(gone) == {"HTTP001"}


def test_parts_of_an_index_are_followed_in_order() -> None:
    with site() as server:
        found = verdicts([server.url("/sitemap.xml")], follow=True)
        names = [verdict.name for verdict in found]
        assert names == [server.url("/sitemap.xml"), *(server.url(f"/part-{n}.xml") for n in range(6))]


def test_a_text_is_held_against_its_page() -> None:
    with site() as server:
        (verdict,) = verdicts([server.url("/feed.xml")], page="link")
        assert isinstance(verdict, Verdict)
        told = [found.finding.message for found in verdict.found if "page" in found.finding.message]
        assert any("недел" in message for message in told), told


def test_a_text_is_held_against_a_page_in_a_file(tmp_path: Path) -> None:
    base = "https://harbour.example/"
    feed, page = tmp_path / "feed.xml", tmp_path / "1.html"
    feed.write_text(FEED.format(base=base, text=TEXT), encoding="utf-8")
    page.write_text(PAGE.format(base=base, text=TEXT), encoding="utf-8")
    same = codes(verdicts([str(feed)], page=str(page))[0])
    page.write_text(PAGE.format(base=base, text=TEXT.replace("в полдень", "вечером")), encoding="utf-8")
    other = verdicts([str(feed)], page=str(page))[0]
    assert codes(other) - same
    assert isinstance(other, Verdict)
    assert any("вечером" in found.finding.message for found in other.found)


def test_folders_hold_feeds_and_their_former_editions(tmp_path: Path) -> None:
    base = "https://harbour.example/"
    for name in ("old", "new"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "feed.xml").write_text(FEED.format(base=base, text=TEXT), encoding="utf-8")
    (tmp_path / "new" / "page.xml").write_text("<html/>", encoding="utf-8")
    (tmp_path / "new" / ".hidden.xml").write_text("<rss/>", encoding="utf-8")
    (only,) = verdicts([str(tmp_path / "new")], against=str(tmp_path / "old"))
    before = codes(only)
    changed = FEED.format(base=base, text=TEXT).replace(f"<guid>{base}1</guid>", f"<guid>{base}other</guid>")
    (tmp_path / "new" / "feed.xml").write_text(changed, encoding="utf-8")
    (only,) = verdicts([str(tmp_path / "new")], against=str(tmp_path / "old"))
    assert codes(only) - before == {"ED001"}


def test_several_documents_have_no_one_former_edition(tmp_path: Path) -> None:
    for name in ("a.xml", "b.xml", "old.xml"):
        (tmp_path / name).write_text(
            FEED.format(base="https://harbour.example/", text=TEXT), encoding="utf-8"
        )
    with pytest.raises(UsageError, match="several"):
        verdicts([str(tmp_path / "a.xml"), str(tmp_path / "b.xml")], against=str(tmp_path / "old.xml"))


def test_what_cannot_be_read_is_trouble_and_the_rest_goes_on(tmp_path: Path) -> None:
    feed = tmp_path / "feed.xml"
    feed.write_text(FEED.format(base="https://harbour.example/", text=TEXT), encoding="utf-8")
    missing, there = verdicts([str(tmp_path / "none.xml"), str(feed)])
    assert isinstance(missing, Trouble)
    assert isinstance(there, Verdict)
    (tmp_path / "empty").mkdir()
    with pytest.raises(UsageError, match="holds no feeds"):
        verdicts([str(tmp_path / "empty")])
