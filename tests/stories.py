"""Stories for the tests of writers: a rich one, a bare one, a hostile one, and any one."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from typing import Any

from hypothesis import strategies as st

from feeds.article import (
    Article,
    Comments,
    Image,
    Link,
    Person,
    Place,
    Retraction,
    Video,
)
from feeds.publication import Publication
from feeds.targets import registry
from feeds.targets.target import Channel, Setting

MOSCOW = timezone(timedelta(hours=3))
PUBLISHED = datetime(2026, 11, 23, 10, 0, tzinfo=MOSCOW)
UPDATED = datetime(2026, 11, 23, 10, 20, tzinfo=MOSCOW)

PUBLICATION = Publication(
    name="Заречный листок",
    url="https://listok.example/",
    description="Новости Заречья",
    language="ru",
    logo="https://listok.example/logo.png",
    logo_square="https://listok.example/square.png",
    copyright="© Заречный листок",
    email="news@listok.example",
)

LONG = (
    "Мост через Заречку закрыли на ремонт в понедельник утром: строители меняют настил и перила. "
    "Пешеходы переходят реку по временной переправе, а автобусы идут в объезд через плотину. "
    "Подрядчик обещает закончить до первых морозов и не переносить сроки даже из-за дождей. "
)

BODY = (
    f"<p>{LONG}</p>"
    f"<h2>Что меняют</h2><ul><li>настил</li><li><strong>перила</strong></li></ul>"
    '<figure><img src="https://listok.example/plan.png" alt="Схема" width="1000" height="700">'
    "<figcaption>Схема объезда. Фото: мэрия</figcaption></figure>"
    "<blockquote><p>«Справимся», — сказал мастер.</p></blockquote>"
    f'<p>Всё — <a href="https://listok.example/plan?a=1&amp;b=2">в плане <em>работ</em></a>. {LONG}</p>'
)

COVER = Image(
    url="https://listok.example/bridge.jpg",
    role="cover",
    type="image/jpeg",
    width=1200,
    height=800,
    length=184320,
    alt="Мост",
    caption="Мост до ремонта",
    credit="Иван Светлов",
)


def rich(**changes: Any) -> Article:
    """A story of which everything is known."""
    facts: dict[str, Any] = {
        "id": "20117",
        "url": "https://listok.example/2026/11/most",
        "title": "Мост через Заречку закрыли до «первых морозов» & ветра",
        "short_title": "Мост закрыли",
        "lead": "Ремонт продлится три недели.",
        "body": BODY,
        "published": PUBLISHED,
        "updated": UPDATED,
        "language": "ru",
        "authors": (
            Person(name="Вера Лугова", url="https://listok.example/a/lugova", email="v@listok.example"),
            Person(name="Пётр Ёлкин"),
        ),
        "section": "Город",
        "tags": ("мосты", "ремонт", "город"),
        "place": Place(name="Заречье", latitude=55.75, longitude=37.625),
        "genre": "article",
        "images": (
            Image(url="https://listok.example/plan.png", width=1000, height=700, alt="Схема"),
            COVER,
        ),
        "videos": (
            Video(
                url="https://listok.example/bridge.mp4",
                player="https://player.example/7",
                type="video/mp4",
                width=1280,
                height=720,
                length=9000000,
                duration=63,
                thumbnail="https://listok.example/bridge-video.jpg",
                title="Как чинят мост",
                caption="Съёмка с берега",
                credit="Листок ТВ",
            ),
        ),
        "related": (
            Link(
                url="https://listok.example/2025/most",
                title="Мост осмотрели",
                image="https://listok.example/o.jpg",
            ),
            Link(title="Без адреса"),
        ),
        "translations": (
            Link(url="https://listok.example/en/bridge", language="en"),
            Link(url="https://listok.example/tt/kuper", language="tt_RU"),
        ),
        "comments": Comments(count=12, url="https://listok.example/2026/11/most#comments"),
        "rating": "nonadult",
        "rights": "Листок, 2026",
    }
    return Article(**{**facts, **changes})


def bare(**changes: Any) -> Article:
    """A story of which only what every record has is known."""
    facts: dict[str, Any] = {
        "id": "b1",
        "url": "https://listok.example/b1",
        "title": "Дождь",
        "published": PUBLISHED,
    }
    return Article(**{**facts, **changes})


NASTY = "\x00\x1b]]> <script>&amp;&\"' \ud800\ufffe\uffff שלום \u202e🏳️‍🌈 𐍈 ё\u0301\r\n&nbsp;"


def hostile(**changes: Any) -> Article:
    """A story of which nothing is as it should be, yet a record."""
    facts: dict[str, Any] = {
        "id": NASTY,
        "url": f"https://listok.example/{NASTY}",
        "title": f"Плохо {NASTY}",
        "short_title": NASTY,
        "lead": NASTY,
        "body": f"<p onclick=x>{NASTY}{LONG}</p><script>alert(1)</script><figure><img src=x></figure>]]>",
        "published": datetime(2026, 11, 23, 10, 0, 0, 999999, timezone(timedelta(hours=-9, minutes=-30))),
        "updated": datetime(2026, 11, 22, tzinfo=UTC),
        "language": NASTY,
        "authors": (Person(name=NASTY, url=NASTY, email=NASTY), Person(name=" ")),
        "section": NASTY,
        "tags": (NASTY, "", NASTY.upper()),
        "place": Place(name=NASTY, latitude=-0.0000001, longitude=180),
        "genre": "flash",
        "images": (Image(url=NASTY, caption=NASTY, credit=NASTY, alt=NASTY, type=NASTY),),
        "videos": (Video(), Video(url=NASTY, player=NASTY, title=NASTY, type=NASTY, thumbnail=NASTY)),
        "related": (Link(url=NASTY, title=NASTY, image=NASTY),),
        "translations": (Link(url=NASTY, language=NASTY),),
        "comments": Comments(count=0, url=NASTY),
        "rating": "adult",
        "rights": NASTY,
        "expires": datetime(2026, 12, 1, tzinfo=MOSCOW),
    }
    return Article(**{**facts, **changes})


def setting(target: str, publication: Publication = PUBLICATION, **options: Any) -> Setting:
    """A target's setting with these options."""
    return Setting(
        target=target,
        publication=publication,
        base_url="https://feeds.listok.example/",
        options=registry.target(target).options(**options),
    )


def channel(target: str, chosen: Setting | None = None, **changes: Any) -> Channel:
    """A feed's frame."""
    facts: dict[str, Any] = {
        "setting": chosen or setting(target),
        "url": "https://feeds.listok.example/feed",
        "title": "Заречный листок",
        "link": "https://listok.example/",
        "description": "Новости Заречья",
        "language": "ru",
        "hubs": ("https://hub.example/",),
        "updated": UPDATED,
    }
    return Channel(**{**facts, **changes})


def document(target: str, *articles: Article, chosen: Setting | None = None, **changes: Any) -> bytes:
    """The feed with these stories, as its writer writes it."""
    frame = channel(target, chosen, **changes)
    writer = registry.writer(target)
    items = [writer.item(article, frame.setting) for article in articles]
    return writer.frame(frame).around(items)


RETRACTION = Retraction(
    id="7", url="https://listok.example/7", when=datetime(2026, 11, 23, 12, 0, tzinfo=MOSCOW), reason="Ошибка"
)

_TEXTS = st.text(max_size=30)
_SOME = _TEXTS | st.none()
_PATHS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=12)
_URLS = _PATHS.map(lambda path: f"https://listok.example/{path}")
_ZONES = st.integers(-14 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
_MOMENTS = st.datetimes(datetime(1995, 1, 1), datetime(2095, 1, 1), timezones=_ZONES)
_SIZES = st.none() | st.integers(1, 5000)
_IMAGES = st.builds(
    Image,
    url=_URLS,
    role=st.sampled_from(["cover", "inline", "gallery"]),
    type=st.none() | st.sampled_from(["image/jpeg", "image/png", "image/avif"]),
    width=_SIZES,
    height=_SIZES,
    length=_SIZES,
    alt=_SOME,
    caption=_SOME,
    credit=_SOME,
)
_VIDEOS = st.builds(
    Video,
    url=_URLS | st.none(),
    player=_URLS | st.none(),
    type=st.none() | st.just("video/mp4"),
    width=_SIZES,
    height=_SIZES,
    length=_SIZES,
    duration=st.none() | st.integers(0, 10**6),
    thumbnail=_URLS | st.none(),
    title=_SOME,
    caption=_SOME,
    credit=_SOME,
)
_LINKS = st.builds(
    Link, url=_URLS | st.none(), title=_SOME, language=st.none() | st.sampled_from(["en", "de"])
)
_BODIES = st.lists(
    st.text(max_size=60).map(lambda text: f"<p>{text}</p>")
    | st.sampled_from(["<h2>Так</h2>", "<ul><li>раз</li></ul>", "<hr>", "<p>a<br>b</p>", f"<p>{LONG}</p>"]),
    max_size=4,
).map("".join)

ARTICLES = st.builds(
    Article,
    id=st.text(min_size=1, max_size=12),
    url=_URLS,
    title=_TEXTS.map(lambda text: f"Ы{text}"),
    short_title=_SOME,
    lead=_SOME,
    body=_BODIES,
    published=_MOMENTS,
    updated=st.none() | _MOMENTS,
    language=st.none() | st.sampled_from(["ru", "en-GB", "zh-Hant"]),
    authors=st.lists(st.builds(Person, name=_TEXTS, url=st.none() | _URLS), max_size=2).map(tuple),
    section=_SOME,
    tags=st.lists(_TEXTS, max_size=3).map(tuple),
    genre=st.none() | st.sampled_from(["flash", "message", "article", "interview", "opinion", "live"]),
    images=st.lists(_IMAGES, max_size=2).map(tuple),
    videos=st.lists(_VIDEOS, max_size=1).map(tuple),
    related=st.lists(_LINKS, max_size=1).map(tuple),
    translations=st.lists(_LINKS, max_size=1).map(tuple),
    comments=st.none() | st.builds(Comments, count=st.none() | st.integers(0, 99), url=st.none() | _URLS),
    rating=st.none() | st.sampled_from(["nonadult", "adult"]),
    rights=_SOME,
    free=st.none() | st.booleans(),
    place=st.none(),
    embargo=st.none(),
    expires=st.none() | _MOMENTS,
    kicker=st.none(),
    channels=st.just(()),
    withdrawn=st.none(),
    only=st.none(),
    except_=st.just(()),
    origin=st.none(),
)
"""Any story whose headline has a letter: one of nothing but control characters is no headline."""
