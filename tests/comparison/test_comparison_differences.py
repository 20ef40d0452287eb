"""What a subscriber would notice of the difference between two feeds, across formats."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from stories import ARTICLES, COVER, PUBLISHED, document, rich

from feeds.article import Article
from feeds.comparison.differences import Change, Comparison, compare
from feeds.comparison.reading import reading
from feeds.comparison.stories import Reading, Story
from feeds.intake.draft import Rejection

TARGETS = ("rss", "atom", "json-feed")
DAY = timedelta(days=1)


def story(number: int, **changes: Any) -> Article:
    facts = {
        "id": f"https://listok.example/?p={number}",
        "url": f"https://listok.example/{number}",
        "title": f"Новость № {number}",
        "lead": f"Коротко о новости № {number}.",
        "body": f"<p>Подробно о новости № {number}, в двух словах.</p><p>И ещё <strong>абзац</strong>.</p>",
        "published": PUBLISHED - timedelta(hours=number),
        "updated": None,
        "images": (COVER,),
        "videos": (),
    }
    return rich(**{**facts, **changes})


def read(data: bytes, place: str = "feed") -> Reading:
    found = reading(data, place)
    assert isinstance(found, Reading), found
    return found


def feed(*articles: Article, target: str = "rss", **changes: Any) -> Reading:
    return read(document(target, *articles, **changes), target)


def compared(old: list[Article], new: list[Article], target: str = "rss") -> Comparison:
    return compare(feed(*old, target=target), feed(*new, target=target))


def fields(change: Change, *, seen: bool = True) -> set[str]:
    return {difference.field for difference in change.differences if difference.seen is seen}


FIVE = [story(n) for n in range(1, 6)]


@pytest.mark.parametrize("old", TARGETS)
@pytest.mark.parametrize("new", TARGETS)
def test_the_same_stories_in_any_two_formats_are_the_same(old: str, new: str) -> None:
    found = compare(feed(*FIVE, target=old), feed(*FIVE, target=new))
    assert not found.noticed, found.stories
    assert found.same + found.count("changed") == 5


@settings(max_examples=40, deadline=None)
@given(articles=st.lists(ARTICLES, max_size=4, unique_by=lambda a: a.id), target=st.sampled_from(TARGETS))
def test_a_feed_beside_itself_is_the_same(articles: list[Article], target: str) -> None:
    one = feed(*articles, target=target)
    found = compare(one, one)
    assert not found.noticed
    assert (found.same, found.stories) == (len(articles), ())


def test_another_id_shows_a_story_twice() -> None:
    again = [replace(FIVE[0], id="https://listok.example/other"), *FIVE[1:]]
    found = compared(FIVE, again)
    [change] = found.stories
    assert (change.kind, change.seen, change.differences) == ("twice", True, ())
    assert "https://listok.example/?p=1" in (change.why or "")


def test_a_story_without_an_id_is_known_by_its_address() -> None:
    rss = "<rss version='2.0'><channel><title>т</title>{}</channel></rss>"
    item = "<item><title>Мост</title><link>https://x.example/1</link>{}<pubDate>Mon, 23 Nov 2026 10:00:00 +0300</pubDate></item>"
    bare = read(rss.format(item.format("")).encode())
    same = read(rss.format(item.format("<guid>https://x.example/1</guid>")).encode())
    other = read(rss.format(item.format("<guid isPermaLink='false'>77</guid>")).encode())
    assert not compare(bare, same).noticed
    assert [c.kind for c in compare(bare, other).stories] == ["twice"]


def test_a_story_at_another_address_with_another_id_is_known_by_its_headline_or_its_text() -> None:
    long = "<p>" + "Слова, по которым узнают историю. " * 10 + "</p>"
    old = [story(1), story(2, body=long)]
    new = [
        story(1, id="urn:x:1", url="https://new.example/1"),
        story(2, id="urn:x:2", url="https://new.example/2", title="Совсем другой заголовок", body=long),
    ]
    found = compared(old, new)
    assert [change.kind for change in found.stories] == ["twice", "twice"]
    assert fields(found.stories[0]) == {"link"}
    assert fields(found.stories[1]) == {"link", "title"}


CHANGES: dict[str, dict[str, Any]] = {
    "link": {"url": "https://listok.example/moved"},
    "title": {"title": "Другой заголовок"},
    "published": {"published": PUBLISHED - timedelta(hours=1, seconds=1)},
    "authors": {"authors": ()},
    "text": {"body": "<p>Подробно о новости № 1, в трёх словах.</p><p>И ещё <strong>абзац</strong>.</p>"},
    "markup": {"body": "<p>Подробно о новости № 1, в двух словах.</p><p>И ещё <em>абзац</em>.</p>"},
    "links in the text": {
        "body": '<p>Подробно о новости № 1, в двух <a href="https://x.example/">словах</a>.</p><p>И ещё <strong>абзац</strong>.</p>'
    },
}


@pytest.mark.parametrize("target", TARGETS)
@pytest.mark.parametrize("field", CHANGES)
def test_each_field_that_changes_is_told_and_no_other(field: str, target: str) -> None:
    found = compared(FIVE, [replace(FIVE[0], **CHANGES[field]), *FIVE[1:]], target)
    [change] = [change for change in found.stories if change.seen]
    assert change.kind == "changed"
    assert fields(change) == {field}
    assert (found.same, found.noticed) == (4, True)


def test_enclosures_that_are_lost_are_missed_unless_the_text_shows_them() -> None:
    picture = '<figure><img src="https://listok.example/bridge.jpg" alt="Мост"></figure>'
    item = (
        "<rss version='2.0' xmlns:content='http://purl.org/rss/1.0/modules/content/'><channel><item><title>т</title>"
        "<guid>https://x.example/1</guid><pubDate>Mon, 23 Nov 2026 10:00:00 +0300</pubDate>{}"
        "<content:encoded><![CDATA[<p>Текст о мосте.</p>{}]]></content:encoded></item></channel></rss>"
    )
    enclosure = "<enclosure url='https://listok.example/{}' type='{}' length='1'/>"
    jpeg, mp3 = enclosure.format("bridge.jpg", "image/jpeg"), enclosure.format("talk.mp3", "audio/mpeg")
    both = read(item.format(jpeg, picture).encode())
    shown = compare(both, read(item.format("", picture).encode()))
    assert not shown.noticed
    assert fields(shown.stories[0], seen=False) == {"enclosures"}
    gone = compare(both, read(item.format("", "").encode()))
    assert fields(gone.stories[0]) == {"enclosures"}
    sound = compare(read(item.format(mp3, "").encode()), read(item.format("", "").encode()))
    assert sound.noticed


def test_categories_and_another_spelling_of_an_address_are_told_but_not_seen() -> None:
    rss = (
        "<rss version='2.0'><channel><item><title>т</title><guid isPermaLink='false'>1</guid><link>https://x.example/1{}</link>"
        "<category>{}</category><pubDate>Mon, 23 Nov 2026 10:00:00 +0300</pubDate></item></channel></rss>"
    )
    found = compare(
        read(rss.format("?utm_source=rss", "Город").encode()), read(rss.format("", "Спорт").encode())
    )
    assert not found.noticed
    assert fields(found.stories[0], seen=False) == {"link", "categories"}


# ---- lost, added, order


def test_stories_that_are_lost_and_older_ones_that_come_are_noticed() -> None:
    found = compared(FIVE[:3] + FIVE[4:], FIVE[:2] + FIVE[3:])
    assert [(c.kind, c.title, c.seen) for c in found.stories] == [
        ("lost", "Новость № 3", True),
        ("added", "Новость № 4", True),
    ]


def test_news_that_come_and_push_the_oldest_out_are_what_feeds_are_for() -> None:
    found = compared(FIVE, [story(0), *FIVE[:4]])
    assert not found.noticed
    assert [(c.kind, c.seen) for c in found.stories] == [("lost", False), ("added", False)]


def test_more_are_lost_than_came() -> None:
    found = compared(FIVE, [story(0), *FIVE[:3]])
    assert [(c.kind, c.title, c.seen) for c in found.stories if c.kind == "lost"] == [
        ("lost", "Новость № 4", True),
        ("lost", "Новость № 5", False),
    ]


def test_one_story_elsewhere_is_one_story_that_moved() -> None:
    found = compared(FIVE, [*FIVE[1:], FIVE[0]])
    [change] = found.stories
    assert change.title == "Новость № 1"
    [difference] = change.differences
    assert (difference.field, difference.old, difference.new) == ("order", "1 of 5", "5 of 5")


def test_stories_of_one_minute_may_stand_in_any_order() -> None:
    twins = [story(1), story(2, published=story(1).published)]
    found = compared(twins, twins[::-1])
    assert not found.noticed
    assert found.count("changed") == 1


@given(st.permutations(range(8)))
def test_as_few_as_possible_are_said_to_have_moved(order: list[int]) -> None:
    stories = [
        Story(stated=str(n), title=str(n), published=PUBLISHED + n * DAY, page=str(n)) for n in range(8)
    ]
    blank = read(document("rss"))
    found = compare(
        replace(blank, stories=tuple(stories)), replace(blank, stories=tuple(stories[n] for n in order))
    )
    moved = {change.old.stated for change in found.stories if change.old}
    left = [n for n in order if str(n) not in moved]
    assert left == sorted(left)
    longest = max(len(row) for row in rows(order))
    assert len(moved) == 8 - longest


def rows(numbers: list[int]) -> list[list[int]]:
    """Every rising row of some numbers, by trying all."""
    found: list[list[int]] = [[]]
    for number in numbers:
        found += [[*row, number] for row in found if not row or row[-1] < number]
    return found


# ---- the feed itself


def test_the_feed_s_own_title_and_page_are_seen() -> None:
    found = compare(feed(*FIVE), feed(*FIVE, title="Другой листок", link="https://other.example/"))
    assert {d.field for d in found.feed if d.seen} == {"feed title", "home page"}


def test_an_id_that_two_new_stories_share_is_told() -> None:
    found = compared(FIVE, [FIVE[0], replace(FIVE[1], id=FIVE[0].id), *FIVE[2:]])
    assert "ids" in {d.field for d in found.feed}


# ---- sitemaps, and what is no feed


def test_sitemaps_are_compared_by_their_addresses() -> None:
    found = compare(feed(*FIVE[:4], target="sitemap"), feed(*FIVE[1:], target="sitemap"))
    assert {(c.kind, c.link) for c in found.stories} == {
        ("lost", "https://listok.example/1"),
        ("added", "https://listok.example/5"),
    }
    news = compare(feed(*FIVE, target="google-news"), feed(*FIVE, target="google-news"))
    assert (news.same, news.noticed) == (5, False)


@pytest.mark.parametrize(
    "data",
    [b"", b"{}", b"[1]", b"<html></html>", b"\x00\xff" * 40, b"<rss", b"null", b"<opml/>", b"\x1f\x8b0000"],
)
def test_what_is_no_feed_is_said_to_be_none(data: bytes) -> None:
    found = reading(data, "x.xml")
    assert isinstance(found, Rejection) or not found.stories
    if isinstance(found, Rejection):
        assert str(found).startswith("x.xml")


def test_a_feed_that_breaks_off_is_read_as_far_as_it_goes() -> None:
    whole = document("rss", *FIVE)
    found = read(whole[: len(whole) * 2 // 3])
    assert 0 < len(found.stories) < 5
    assert found.faults


def test_a_packed_feed_is_unpacked() -> None:
    import gzip

    assert not compare(feed(*FIVE), read(gzip.compress(document("rss", *FIVE)), "rss")).noticed
