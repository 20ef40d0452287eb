"""Every page in a browser: in light, in dark, on a phone; without complaints, overflow, strangers or barriers."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from live import Live
from newsdesk import OUTLET, STORY, story

PAGES = {
    "status": "/-/status",
    "preview": f"/-/preview?story={STORY}",
    "choose": "/-/preview",
    "feeds": "/-/feeds",
    "stories": "/-/feeds/rss.xml",
    "source": "/-/feeds/dzen/channel.xml?view=source",
    "subscribe": "/",
}
SERIOUS = ("serious", "critical")


@pytest.fixture(params=PAGES)
def page(request: pytest.FixtureRequest, visit: Any) -> Any:
    """A page, in a look, all of its parts open."""
    made = visit.go(PAGES[request.param])
    made.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
    return made


def test_nothing_keeps_anybody_out(page: Any) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe-core is not installed")
    found = axe.Axe().run(page).response["violations"]
    said = [
        (one["id"], node["html"][:150]) for one in found if one["impact"] in SERIOUS for node in one["nodes"]
    ]
    assert not said


def test_it_fits_and_nobody_complains_and_nobody_else_is_asked(
    page: Any, visit: Any, live: Live, tmp_path: Path
) -> None:
    assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0
    assert not visit.complaints
    own = f"http://127.0.0.1:{live.port}/"
    strangers = [url for url in visit.asked if not url.startswith((own, "about:", "data:"))]
    assert all(url.startswith(f"{OUTLET}/img/") for url in strangers)
    if page.url.endswith(("/-/status", "/-/feeds", "source", "/")):
        assert not strangers
    assert page.screenshot(path=tmp_path / "page.png", full_page=True)


# ---- status


def test_status_says_that_it_is_live_and_shows_what_comes(visitor: Any, live: Live) -> None:
    page = visitor.go("/-/status")
    page.wait_for_selector("#live.on")
    page.locator("#part-quarantine details summary").first.click()
    live.send("article.published", story("20450", title="Маяк снова светит"), name="msg_20450")
    page.wait_for_selector("#part-messages >> text=Маяк снова светит")
    assert page.locator("#part-quarantine details").first.evaluate("one => one.open")
    assert not visitor.complaints


def test_quarantine_is_explained_at_one_click_and_shows_the_story(visitor: Any) -> None:
    page = visitor.go("/-/status?lang=ru")
    case = page.locator("#part-quarantine .case", has_text="dzen/channel.xml").first
    assert not case.locator(".findings").is_visible()
    case.locator("summary").click()
    assert "DZ011" in case.locator(".findings").inner_text()
    case.get_by_role("link", name="Показать новость").click()
    page.wait_for_url("**/-/preview?*")
    assert "Здесь её нет" in page.locator("article").first.inner_text()


def test_the_keyboard_leads_through_the_page(visitor: Any) -> None:
    page = visitor.go("/-/status")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"
    reached = set()
    for _ in range(60):
        page.keyboard.press("Tab")
        reached.add(
            page.evaluate("document.activeElement.getAttribute('href') || document.activeElement.tagName")
        )
    assert "/-/feeds/rss.xml" in reached
    assert "SUMMARY" in reached


@pytest.mark.parametrize(("code", "said"), [("en", "Who polls"), ("ru", "Кто забирает")])
def test_the_language_is_chosen_and_kept(visitor: Any, code: str, said: str) -> None:
    page = visitor.go("/-/status")
    page.locator(f".languages a[lang={code}]").click()
    page.goto("/-/status")
    assert said in page.inner_text("main")
    assert page.get_attribute("html", "lang") == code


def test_a_page_without_scripts_tells_the_same(browser: Any, live: Live) -> None:
    context = browser.new_context(java_script_enabled=False, base_url=f"http://127.0.0.1:{live.port}")
    page = context.new_page()
    page.goto("/-/status?lang=en")
    assert "Who polls" in page.inner_text("main")
    context.close()


# ---- preview

HOSTILE = (
    "<p>Слова.</p><script>parent.hit = 1; top.hit = 1</script><img src=x onerror='top.hit=1'>"
    "<iframe src='javascript:top.hit=1'></iframe><svg onload='top.hit=1'></svg>"
    "<form action='/-/webhooks/cms'><button autofocus onfocus='top.hit=1'>!</button></form>"
    "<a href='javascript:top.hit=1' target=_top>ссылка</a><img src='http://127.0.0.1:9/hit'>"
)


def test_the_text_of_a_story_is_shown_in_a_frame_where_nothing_runs(visitor: Any) -> None:
    page = visitor.go(f"/-/preview?story={STORY}")
    frame = page.locator("iframe").first.element_handle().content_frame()
    assert "зимний паром" in frame.locator("h1").inner_text()
    assert frame.locator("img").first.evaluate("one => one.complete && one.naturalWidth > 0")
    assert not frame.evaluate("document.querySelectorAll('a[href], script, iframe, form').length")


def test_a_hostile_story_does_nothing(visitor: Any, live: Live) -> None:
    nasty = story(
        "20460", title=f"Буря {HOSTILE}", lead=HOSTILE, body=HOSTILE + "<p>" + "Ещё слова. " * 60 + "</p>"
    )
    live.send("article.published", nasty, name="msg_20460")
    live.wait_for("/rss.xml", "20460")
    for path in ("/-/preview?story=20460", "/-/feeds/rss.xml", "/-/feeds/rss.xml?view=source", "/-/status"):
        page = visitor.go(path)
        page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
        page.wait_for_timeout(200)
        assert page.evaluate("window.hit") is None
        assert "hit" not in page.url
    assert not [url for url in visitor.asked if "hit" in url or "webhooks" in url]
    assert not [
        said
        for said in visitor.complaints
        if "Content Security Policy" not in said and "sandboxed" not in said
    ]


def test_a_story_is_searched_and_shown(visitor: Any) -> None:
    page = visitor.go("/-/preview?lang=ru")
    page.fill("#q", "зимний паром")
    page.keyboard.press("Enter")
    page.get_by_role("link", name="На остров Овечий снова ходит зимний паром").click()
    assert page.locator("h1").inner_text() == "На остров Овечий снова ходит зимний паром"
    page.wait_for_load_state()  # the headline is there before the rest of the page
    assert page.locator("article").count() == 11


# ---- feeds


def test_a_browser_sees_a_feed_and_its_findings_at_their_lines(visitor: Any) -> None:
    page = visitor.go("/rss.xml")
    assert page.locator("ol.stories li").count() > 3
    page = visitor.go("/-/feeds/dzen/channel.xml?view=source&lang=ru")
    page.locator(".all-findings a").first.click()
    number = page.url.rsplit("#L", 1)[1]
    assert page.locator(f"#L{number}.marked").is_visible()
    assert page.locator(f"#L{number} + .findings").is_visible()


def test_the_page_of_subscriptions_leads_to_every_channel_and_feed(visitor: Any) -> None:
    page = visitor.go("/")
    addresses = page.eval_on_selector_all("main a", "all => all.map((one) => one.getAttribute('href'))")
    assert {"rss.xml", "atom.xml", "feed.json"} <= set(addresses)
    assert any("vk.com" in address for address in addresses)
    assert page.locator("ul.channels svg").count() == page.locator("ul.channels li").count()
