"""Stories on every platform and feeds as pages, as the publisher serves them: who gets them, and who does not."""

from __future__ import annotations

import signal
from collections.abc import Iterator

import pytest
from live import Live, record
from lxml import html

FIREFOX = {
    "accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
    "user_agent": "Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0",
}
NASTY = "<script>alert(1)</script><img src=x onerror=alert(1)>"


@pytest.fixture(scope="module")
def live(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Live]:
    live = Live(tmp_path_factory.mktemp("pages"))
    live.wire(
        record("lantern", title="Новость фонарь"),
        record("nasty", title=f"Заголовок {NASTY}", body=f"<p>Слово {NASTY} и ещё слово.</p>"),
    )
    live.start()
    yield live
    live.kill(signal.SIGTERM)
    live.client.close()


# ---- preview


def test_a_story_is_shown_on_every_feed(live: Live) -> None:
    answer = live.get("/-/preview?story=lantern&lang=ru")
    assert answer.status_code == 200
    page = html.document_fromstring(answer.text)
    assert len(page.xpath("//article")) == 5
    assert page.xpath("string(//h1)") == "Новость фонарь"
    assert all(frame.get("sandbox") == "" and not frame.get("src") for frame in page.xpath("//iframe"))
    policy = answer.headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "script-src" not in policy
    assert answer.headers["referrer-policy"] == "no-referrer"


@pytest.mark.parametrize(
    "asked", ["story=https://vestnik.example/lantern", "q=lantern", "story=tag:vestnik.example,2026:lantern"]
)
def test_a_story_is_found_by_its_address_and_by_its_id(live: Live, asked: str) -> None:
    page = html.document_fromstring(live.get(f"/-/preview?{asked}").text)
    assert page.xpath("string(//h1)") == "Новость фонарь"


def test_words_of_a_headline_find_it(live: Live) -> None:
    page = html.document_fromstring(live.get("/-/preview?q=новость ФОНА").text)
    assert page.xpath("//ul[@class='choices']//a/text()") == ["Новость фонарь"]


def test_what_is_not_there_is_not_found(live: Live) -> None:
    answer = live.get(f"/-/preview?story={NASTY}")
    assert answer.status_code == 404
    assert not html.document_fromstring(answer.text).xpath("//script | //img")


def test_nothing_of_a_hostile_story_runs(live: Live) -> None:
    for path in ("/-/preview?story=nasty", "/-/preview", "/-/feeds/rss.xml", "/-/feeds/rss.xml?view=source"):
        page = html.document_fromstring(live.get(path).text)
        assert not page.xpath("//script | //@onerror | //img[@src='x']"), path
        for frame in page.xpath("//iframe/@srcdoc"):
            assert not html.document_fromstring(frame).xpath("//script | //@onerror")


@pytest.mark.parametrize(
    "path", ["/-/preview", "/-/preview?story=lantern", "/-/feeds", "/-/feeds/rss.xml?view=source"]
)
def test_strangers_do_not_see_behind_the_scenes(live: Live, path: str) -> None:
    assert live.get(path, x_forwarded_for="192.0.2.7").status_code == 403


# ---- feeds as pages


@pytest.mark.parametrize("path", ["/rss.xml", "/atom.xml", "/feed.json"])
def test_browsers_see_a_feed_as_a_page(live: Live, path: str) -> None:
    answer = live.get(path, **FIREFOX)
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    assert answer.headers["cache-control"] == "no-store"
    assert "Accept" in answer.headers["vary"]
    assert "etag" not in answer.headers
    titles = [e.text_content() for e in html.document_fromstring(answer.text).xpath("//ol//h2")]
    assert "Новость фонарь" in titles


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"accept": "*/*"},
        {"accept": "application/rss+xml, application/xml;q=0.9, text/html;q=0.1"},
        {"accept": "text/html, image/gif, *; q=.2, */*; q=.2", "user_agent": "Java/1.8"},
        {**FIREFOX, "user_agent": "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)"},
        {**FIREFOX, "user_agent": "Mozilla/5.0 (compatible; YandexBot/3.0; +http://yandex.com/bots)"},
        {**FIREFOX, "sec_fetch_dest": "empty"},
    ],
)
def test_programs_get_the_feed(live: Live, headers: dict[str, str]) -> None:
    answer = live.get("/rss.xml", **headers)
    assert answer.headers["content-type"] == "application/rss+xml; charset=utf-8"
    assert answer.headers["etag"]


def test_platforms_and_search_engines_get_their_feeds_however_they_ask(live: Live) -> None:
    for path in ("/sitemap.xml", "/google-news.xml"):
        assert live.get(path, **FIREFOX).headers["content-type"].startswith("application/xml")


def test_looking_at_a_page_is_no_poll(live: Live) -> None:
    before = live.get("/-/status.json").json()["feeds"]
    live.get("/atom.xml", **FIREFOX)
    assert [f["polled"] for f in live.get("/-/status.json").json()["feeds"]] == [f["polled"] for f in before]


def test_strangers_read_stories_and_no_findings(live: Live) -> None:
    answer = live.get("/-/feeds/rss.xml", x_forwarded_for="192.0.2.7")
    assert answer.status_code == 200
    assert "view=source" not in answer.text
    assert "/-/status" not in answer.text


@pytest.mark.parametrize("start", ["1", "-1", "x", "99999999999999999999", "٣"])
def test_the_source_begins_where_it_is_asked_to(live: Live, start: str) -> None:
    answer = live.get(f"/-/feeds/rss.xml?view=source&from={start}")
    assert answer.status_code == 200
    assert html.document_fromstring(answer.text).xpath("//*[@id='L1']")


def test_every_document_is_listed(live: Live) -> None:
    page = html.document_fromstring(live.get("/-/feeds").text)
    paths = page.xpath("//ul[@class='parts']/li/a[1]/text()")
    assert {"rss.xml", "atom.xml", "feed.json", "sitemap.xml", "google-news.xml"} <= set(paths)
    for address in page.xpath("//ul[@class='parts']/li/a/@href"):
        assert live.get(address).status_code == 200


def test_there_is_no_such_feed(live: Live) -> None:
    assert live.get("/-/feeds/nothing.xml").status_code == 404
    assert live.get("/-/assets/nothing.css").status_code == 404
    assert live.get("/-/assets/..%2f..%2f__init__.py").status_code == 404
