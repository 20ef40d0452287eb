"""What our writers write, the platforms' rules take: no error, and no noise that a newsroom can do nothing about."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from stories import LONG, MOSCOW, PUBLICATION, document, rich, setting

from feeds.article import Article
from feeds.targets import registry
from feeds.targets.check import check

NOW = datetime(2026, 11, 23, 12, 0, tzinfo=MOSCOW)
WRITTEN = sorted(name for name, target in registry.targets().items() if target.writer)

STANDING = {
    "ok": {"OK001"},  # OK takes no feed: its page says so
    "vk": {"VK050"},
    "mailru": {"MR051"},
    "flipboard": {"PRT003"},
    "dzen": {"DZ045"},
    "dzen-news": {"DZ045"},
    "rambler": {"RM031"},
}
"""What is said of every feed of a platform, or of pictures whose size the newsroom does not state."""

URLS = dict.fromkeys(WRITTEN, "https://feeds.listok.example/feed") | {
    "sitemap": "https://listok.example/sitemap.xml",
    "google-news": "https://listok.example/news.xml",
}


def stories(number: int) -> list[Article]:
    """Ordinary stories, the newest first."""
    return [
        rich(
            id=f"tag:listok.example,2026:{n}",
            url=f"https://listok.example/2026/11/{n}",
            title=f"Мост через Заречку закрыли на {n} дней: ремонт начался",
            published=NOW - timedelta(minutes=40 * n),
            updated=NOW - timedelta(minutes=40 * n - 10),
            body=f"<p>{n}. {LONG}</p><p>{LONG}</p><p>Было {n} машин.</p>",
        )
        for n in range(1, number + 1)
    ]


@pytest.mark.parametrize("target", WRITTEN)
def test_an_edition_passes(target: str) -> None:
    edition = document(target, *stories(20))
    found = check(edition, target, now=NOW, url=URLS[target], publication=PUBLICATION.name)
    said = {(f.code, f.message) for f in found if f.code not in STANDING.get(target, set())}
    assert said <= {("HRL006", "20 pages have no x-default version")}


@pytest.mark.parametrize("target", WRITTEN)
def test_an_edition_is_recognised_as_what_it_is(target: str) -> None:
    if target in {"ok", "vk", "flipboard", "msn", "dzen"}:  # plain RSS, for all that it shows
        return
    edition = document(target, *stories(2))
    named = [(f.code, f.message) for f in check(edition, target, now=NOW)]
    assert [(f.code, f.message) for f in check(edition, now=NOW)] == named


@pytest.mark.parametrize("target", WRITTEN)
def test_what_a_writer_takes_is_no_error(target: str) -> None:
    """The refusals of the writer and the rules draw the line at one place, as far as both draw one."""
    writer = registry.writer(target)
    for body in ("", f"<p>{LONG}</p>", f"<p>{LONG[:120]}</p>", "<h2>Так</h2>" + f"<p>{LONG}</p>" * 40):
        story = rich(body=body)
        if writer.refuse(story, setting(target)) is None:
            found = check(document(target, story), target, now=NOW, scope="item")
            assert [f for f in found if f.severity == "error"] == []
