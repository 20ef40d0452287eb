"""What a page states of its story: whom it believes first, and how conflicts end."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import pytest
from paging import ADDRESS, DATED, STORY, TEXT, TITLE, draft, ld, page, record, refusal, where

from feeds.article import Comments, Link, Person, Place
from feeds.intake.draft import Circumstances


def meta(**names: str) -> str:
    """`og_title="x"` is the meta element og:title."""
    return "".join(
        f'<meta property="{name.replace("_", ":", 1)}" content="{said}">' for name, said in names.items()
    )


def test_the_head_of_a_page_with_everything() -> None:
    story = {
        **STORY,
        "identifier": "20431",
        "alternativeHeadline": "Фонари зажгли",
        "description": "Сорок фонарей чинили с августа.",
        "dateModified": "2026-11-23T19:00:00+03:00",
        "inLanguage": "ru",
        "articleSection": "Город",
        "keywords": ["река", "фонари"],
        "author": {"@type": "Person", "name": "Анна Примерова", "url": "/authors/primerova"},
        "isAccessibleForFree": "False",
        "isFamilyFriendly": True,
        "commentCount": 3,
        "discussionUrl": ADDRESS + "#comments",
        "genre": "interview",
        "contentLocation": {
            "@type": "Place",
            "name": "Заречье",
            "geo": {"latitude": 59.5, "longitude": "28.25"},
        },
        "copyrightNotice": "© Заречный листок",
        "expires": "2027-01-01T00:00:00+03:00",
    }
    article = record(page(ld(story) + '<link rel="alternate" hreflang="en" href="/en/pier">'))
    assert (article.id, article.url, article.title) == ("20431", ADDRESS, TITLE)
    assert (article.short_title, article.lead) == ("Фонари зажгли", "Сорок фонарей чинили с августа.")
    assert article.published == datetime.fromisoformat("2026-11-23T18:00:00+03:00")
    assert article.updated == datetime.fromisoformat("2026-11-23T19:00:00+03:00")
    assert article.expires == datetime.fromisoformat("2027-01-01T00:00:00+03:00")
    assert article.authors == (Person(name="Анна Примерова", url="https://listok.example/authors/primerova"),)
    assert (article.language, article.section, article.tags) == ("ru", "Город", ("река", "фонари"))
    assert (article.free, article.rating, article.genre) == (False, "nonadult", "interview")
    assert article.comments == Comments(count=3, url=ADDRESS + "#comments")
    assert article.place == Place(name="Заречье", latitude=59.5, longitude=28.25)
    assert article.rights == "© Заречный листок"
    assert article.translations == (Link(url="https://listok.example/en/pier", language="en"),)
    assert where(article, "title") == "JSON-LD NewsArticle.headline"


@pytest.mark.parametrize(
    ("head", "body", "title", "place"),
    [
        (ld(STORY) + meta(og_title="Другое"), "<h1>Третье</h1>", TITLE, "JSON-LD NewsArticle.headline"),
        (meta(og_title=TITLE) + "<title>Другое</title>", "", TITLE, "meta og:title"),
        ("<title>Другое</title>", f"<h1>{TITLE}</h1>", TITLE, "h1"),
        (f"<title>{TITLE}</title>", "", TITLE, "title"),
        (f"<title>{TITLE} — Заречный листок</title>" + meta(og_site_name="Заречный листок"), "", TITLE, "title"),
        (meta(og_title=f"{TITLE} | Новости Заречья и области"), f"<h1>{TITLE}</h1>", TITLE, "h1"),
        (meta(og_title="У старой пристани зажгли…"), f"<h1>{TITLE}</h1>", TITLE, "h1"),
        (meta(og_title="Фонари у старой пристани снова зажгли"), f"<h1>{TITLE}</h1>", TITLE, "h1"),
        (meta(og_title=TITLE), "<h1>Заречный листок</h1>", TITLE, "meta og:title"),
        (ld({**STORY, "headline": "&laquo;Лодки&raquo; у&nbsp;реки"}), "", "«Лодки» у\u00a0реки", None),
        (ld({**STORY, "headline": "Ло\u00adд\u00adки"}), "", "Лодки", None),
    ],
)  # fmt: skip
def test_the_title(head: str, body: str, title: str, place: str | None) -> None:
    article = record(page(DATED + head, body + f"<article>{TEXT}</article>"))
    assert article.title == title
    assert place in (None, where(article, "title"))


@pytest.mark.parametrize(
    ("link", "graph", "address", "wanted"),
    [
        (
            "/a?utm_source=x",
            "https://listok.example/b",
            "https://listok.example/c",
            "https://listok.example/a",
        ),
        (None, "https://listok.example/b#top", "https://listok.example/c", "https://listok.example/b"),
        (None, None, "https://listok.example/c?fbclid=1", "https://listok.example/c"),
        ("javascript:x", None, "https://listok.example/c", "https://listok.example/c"),
    ],
)
def test_the_address(link: str | None, graph: str | None, address: str, wanted: str) -> None:
    head = (f'<link rel="canonical" href="{link}">' if link else "") + (meta(og_url=graph) if graph else "")
    assert record(page(DATED + head), address=address).url == wanted


def test_a_page_without_an_address_is_rejected() -> None:
    assert refusal(page(), address=None).code == "no-url"


def test_relative_addresses_are_read_against_the_pages_own() -> None:
    head = DATED + f'<link rel="canonical" href="{ADDRESS}">'
    article = record(
        page(head, f'<h1>{TITLE}</h1><article>{TEXT}<img src="../a.jpg"></article>'), address=None
    )
    assert 'src="https://listok.example/2026/11/a.jpg"' in article.body
    head += '<base href="https://cdn.example/x/">'
    article = record(page(head, f'<h1>{TITLE}</h1><article>{TEXT}<img src="a.jpg"></article>'))
    assert 'src="https://cdn.example/x/a.jpg"' in article.body


def test_titles_and_sections_are_not_the_outlets_name() -> None:
    crumbs = {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": 1, "name": "Главная"},
            {"@type": "ListItem", "position": 2, "item": {"name": "Город", "@id": "/city/"}},
            {"@type": "ListItem", "position": 3, "name": TITLE},
        ],
    }
    assert record(page(ld(STORY, crumbs))).section == "Город"
    crumbs["itemListElement"] = [crumbs["itemListElement"][0], crumbs["itemListElement"][2]]
    assert record(page(ld(STORY, crumbs))).section is None
    head = DATED + meta(og_site_name="Листок") + '<meta property="article:section" content="Листок">'
    assert record(page(head)).section is None
    assert (
        record(
            page(head, f'<div class="crumbs"><a>Главная</a> <a>Река</a></div><h1>{TITLE}</h1>{TEXT}')
        ).section
        == "Река"
    )


def test_the_section_is_the_way_to_the_story_not_its_outlet_nor_its_themes() -> None:
    def way(*names: str) -> dict[str, object]:
        return {
            "@type": "BreadcrumbList",
            "itemListElement": [{"@type": "ListItem", "name": name} for name in names],
        }

    named = {**STORY, "publisher": {"@type": "Organization", "name": "Газета «Листок»"}}
    assert (
        record(page(ld(named, way("Газета «Листок»", "Река", TITLE), way("Темы", "Фонари", TITLE)))).section
        == "Река"
    )
    assert record(page(ld(named, way("Темы", "Фонари", TITLE)))).section == "Фонари"
    assert record(page(ld(named, way("Газета «Листок»", TITLE)))).section is None


def test_keywords_of_all_places_are_joined() -> None:
    head = (
        ld({**STORY, "keywords": "река; Фонари"})
        + meta(article_tag="фонари")
        + meta(article_tag="город, река")
    )
    body = f'<h1>{TITLE}</h1><article>{TEXT}</article><ul class="tags"><a rel="tag" href="/t/1">#пристань</a></ul>'
    assert record(page(head, body)).tags == ("река", "Фонари", "город", "пристань")


def test_a_summary_cut_into_words_is_no_list_of_keywords() -> None:
    summary = "Сорок фонарей чинили мастера всего города"
    words = ",".join(summary.split())
    head = DATED + f'<meta name="description" content="{summary}"><meta name="keywords" content="{words}">'
    made = draft(page(head))
    assert "tags" not in made.offers
    assert any("cut into words" in note.said for note in made.notes)
    assert record(page(DATED + f'<meta name="keywords" content="{words}">')).tags


@pytest.mark.parametrize(
    ("head", "wanted"),
    [
        (ld({**STORY, "inLanguage": "uk-UA"}) + meta(og_locale="ru_RU"), "uk-UA"),
        (DATED + meta(og_locale="be_BY"), "be-BY"),
        (DATED + '<meta http-equiv="content-language" content="kk">', "kk"),
        (DATED, "ru"),
    ],
)
def test_the_language(head: str, wanted: str) -> None:
    assert record(page(head)).language == wanted


def test_the_language_of_the_root_element() -> None:
    assert record(page().replace("<html>", '<html lang="en-GB">')).language == "en-GB"


@pytest.mark.parametrize(
    ("tier", "free"), [("free", True), ("metered", False), ("locked", False), ("whatever", None)]
)
def test_the_tier_of_a_page(tier: str, free: bool | None) -> None:
    assert (
        record(
            page(
                DATED
                + meta(article_content_tier=tier).replace("article:content:tier", "article:content_tier")
            )
        ).free
        is free
    )


def test_an_expiry_that_cannot_be_read_is_not_passed_over() -> None:
    assert refusal(page(ld({**STORY, "expires": "когда-нибудь"}))).code == "bad-expires"
    robots = '<meta name="robots" content="index, unavailable_after: 2027-01-02">'
    assert record(page(DATED + robots)).expires == datetime.fromisoformat("2027-01-02T00:00:00+03:00")


def test_translations_leave_the_page_itself_out() -> None:
    links = "".join(
        f'<link rel="alternate" hreflang="{tag}" href="{href}">'
        for tag, href in (("ru", ADDRESS), ("en", "/en/pier"), ("x-default", "/en/"), ("be", "/be/1"))
    )
    found = record(page(DATED + links)).translations
    assert [(link.language, link.url) for link in found] == [
        ("en", "https://listok.example/en/pier"),
        ("be", "https://listok.example/be/1"),
    ]


@pytest.mark.parametrize(
    "said",
    ['<a href="#comments">Комментарии: 12</a>', '<a href="/x#comments">12</a>', "<div>12 комментариев</div>"],
)
def test_comments_are_counted(said: str) -> None:
    comments = record(page(DATED, f"<h1>{TITLE}</h1>{said}<article>{TEXT}</article>")).comments
    assert comments is not None
    assert comments.count == 12


def test_videos_are_kept_with_what_is_said_of_them() -> None:
    video: dict[str, Any] = {
        "@type": "VideoObject",
        "name": "Фонари",
        "embedUrl": "https://player.example/v/1",
        "contentUrl": "https://listok.example/v.mp4",
        "duration": "PT1M3S",
        "thumbnailUrl": ["https://listok.example/v.jpg"],
        "width": "1280",
        "height": 720,
    }
    [made] = record(page(ld({**STORY, "video": [video]}))).videos
    assert (made.url, made.player) == ("https://listok.example/v.mp4", "https://player.example/v/1")
    assert (made.duration, made.width, made.height, made.title) == (63, 1280, 720, "Фонари")
    assert made.thumbnail == "https://listok.example/v.jpg"
    head = (
        DATED
        + meta(og_video="https://player.example/v/2")
        + '<meta property="og:video:type" content="text/html">'
    )
    assert record(page(head)).videos[0].player == "https://player.example/v/2"


def test_the_outlets_own_name_in_the_circumstances_is_taken_off_the_title() -> None:
    circumstances = Circumstances(timezone="Europe/Moscow", site="Заречный листок")
    head = DATED + meta(og_title=f"{TITLE} — Заречный листок")
    assert record(page(head, f"<article>{TEXT}</article>"), circumstances=circumstances).title == TITLE


def test_a_short_title_is_shorter() -> None:
    assert record(page(ld({**STORY, "alternativeHeadline": "Фонари зажгли"}))).short_title == "Фонари зажгли"
    assert record(page(ld({**STORY, "alternativeHeadline": TITLE + ", и стало светло"}))).short_title is None
