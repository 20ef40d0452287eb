"""What we publish and read again is the same story, as far as the format holds it."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from msgspec.structs import replace
from stories import ARTICLES, PUBLICATION, bare, document, hostile, rich, setting

from feeds.article import Article, Image, encode
from feeds.intake.draft import Circumstances, Rejection
from feeds.intake.normalise import normalise
from feeds.intake.read import read
from feeds.intake.records import draft_of
from feeds.markup.serialise import serialise
from feeds.publication import Publication
from feeds.syndication.story import identity, story, subjects

TARGETS = ("rss", "atom", "json-feed")
READER = Circumstances(timezone="Europe/Moscow", language="ru", site=PUBLICATION.name, home=PUBLICATION.url)


def stored(article: Article) -> Article | Rejection:
    """The article as the archive would hold it: a record, to which normalising has nothing to add."""
    for _ in range(3):
        draft = draft_of(msgspec.to_builtins(article, builtin_types=(datetime,)))
        made = draft if isinstance(draft, Rejection) else normalise(draft, READER)
        if isinstance(made, Rejection):
            return made
        before, article = article, replace(made, origin=None)
        if article == before:
            break
    return article


def plausible(article: Article) -> Article:
    """The article without pictures of a pixel, which count readers and are not there when it is read again."""
    seen = [
        replace(i, width=i.width and i.width + 2, height=i.height and i.height + 2) for i in article.images
    ]
    return replace(article, images=tuple(seen))


def back(target: str, article: Article, circumstances: Circumstances = READER, **options: Any) -> Article:
    """The article after it was published and read."""
    whole = {"modified": True} if target == "rss" else {}
    published = document(target, article, chosen=setting(target, **whole, **options))
    [made] = read("feed", published, file="feed", circumstances=circumstances)
    assert isinstance(made, Article), made
    return made


def seconds(moment: datetime) -> datetime:
    return moment.replace(microsecond=0)


def told(article: Article) -> str:
    """The story as its page shows it: cover, lead, body."""
    return serialise(story(article))


def same(target: str, one: Article, other: Article) -> None:
    assert (other.id, other.url, other.title) == (one.id, one.url, one.title)
    assert identity(other, PUBLICATION) == identity(one, PUBLICATION)
    assert seconds(other.published) == seconds(one.published)
    assert seconds(other.changed) == seconds(one.changed)
    assert [person.name for person in other.authors] == [person.name for person in one.authors]
    assert {s.casefold() for s in subjects(other)} == {s.casefold() for s in subjects(one)}
    assert (other.cover and other.cover.url) == (one.cover and one.cover.url)
    if target == "rss":
        assert {image.url for image in other.images} == {image.url for image in one.images}
    if target != "json-feed":  # which has a place for the cover's address and none for what it says
        assert told(other) == told(one)


@pytest.mark.parametrize("target", TARGETS)
@pytest.mark.parametrize(
    "article",
    [
        rich(),
        rich(lead=None),
        rich(images=()),
        rich(body=""),
        rich(lead=None, body="<p>Дождь идёт.</p>"),
        bare(),
    ],
    ids=["rich", "without lead", "without pictures", "without text", "one line", "bare"],
)
def test_a_story_comes_back(target: str, article: Article) -> None:
    one = stored(article)
    assert isinstance(one, Article)
    other = back(target, one)
    same(target, one, other)
    assert (other.body, other.lead) == (one.body, one.lead)


@pytest.mark.parametrize("target", TARGETS)
def test_what_a_picture_says_comes_back(target: str) -> None:
    one = stored(rich())
    assert isinstance(one, Article)
    cover = back(target, one).cover
    assert cover is not None
    if target == "json-feed":
        assert cover.url == "https://listok.example/bridge.jpg"
    else:
        assert cover == one.cover


@pytest.mark.parametrize("target", TARGETS)
@pytest.mark.parametrize("kind", [None, "audio/ogg", "IMAGE/PNG"])
@pytest.mark.parametrize("name", ["OGG", "cover.ogg", "cover.mp4", "cover", "mp3?x=a.mp3"])
def test_a_cover_is_a_picture_whatever_its_address_looks_like(
    target: str, kind: str | None, name: str
) -> None:
    cover = Image(url=f"https://listok.example/{name}", role="cover", type=kind)
    one = stored(rich(images=(cover,), body="<p>Дождь идёт.</p>", videos=()))
    assert isinstance(one, Article)
    other = back(target, one)
    assert [image.url for image in other.images] == [cover.url]
    assert other.videos == ()


def test_a_section_comes_back_from_every_format() -> None:
    one = stored(rich())
    assert isinstance(one, Article)
    for target in TARGETS:
        other = back(target, one)
        assert (other.section, other.tags) == ("Город", ("мосты", "ремонт")), target


@pytest.mark.parametrize("target", TARGETS)
def test_a_hostile_story_comes_back_as_what_was_left_of_it(target: str) -> None:
    one = stored(hostile(url="https://listok.example/плохо"))
    assert isinstance(one, Article)
    same(target, one, back(target, one))


@pytest.mark.parametrize("target", TARGETS)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(article=ARTICLES.map(plausible))
def test_any_story_comes_back(target: str, article: Article) -> None:
    one = stored(article)
    if isinstance(one, Article):
        same(target, one, back(target, one))


@pytest.mark.parametrize("target", TARGETS)
def test_reading_twice_gives_the_same_as_reading_once(target: str) -> None:
    one = back(target, rich())
    assert encode(back(target, one)) == encode(one)


@pytest.mark.parametrize("target", TARGETS)
def test_announcements_alone_come_back_as_leads(target: str) -> None:
    other = back(target, rich(), full_text=False)
    assert other.lead == "Ремонт продлится три недели."
    assert "Мост через Заречку закрыли на ремонт" not in other.body


OTHER = Publication(name="Другая газета", url="https://drugaya.example/", language="ru")


@pytest.mark.parametrize("target", TARGETS)
def test_a_publisher_that_moves_here_keeps_its_ids(target: str) -> None:
    """Read for another outlet, our own ids are foreign ones, and are published as they were."""
    elsewhere = Circumstances(timezone="Europe/Moscow", home=OTHER.url, site=OTHER.name)
    other = back(target, rich(), elsewhere)
    assert other.id == "tag:listok.example,2026:20117"
    assert identity(other, OTHER) == "tag:listok.example,2026:20117"


@pytest.mark.parametrize("target", TARGETS)
def test_without_a_home_the_feed_s_own_is_taken(target: str) -> None:
    assert back(target, rich(), Circumstances(timezone="Europe/Moscow")).id == "20117"


@pytest.mark.parametrize("target", TARGETS)
def test_the_outlet_is_no_author(target: str) -> None:
    for circumstances in (READER, Circumstances(timezone="Europe/Moscow")):
        assert back(target, rich(authors=()), circumstances).authors == ()
