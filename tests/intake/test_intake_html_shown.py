"""What a page shows where it states nothing: when a story was published, and who wrote it."""

from __future__ import annotations

import pytest
from paging import ADDRESS, DATED, STORY, TEXT, TITLE, draft, ld, page, record, refusal, where

from feeds.intake.dates import read_date
from feeds.intake.html.bylines import is_name, written_by
from feeds.intake.html.dated import Found, address_date, found_dates
from feeds.intake.html.headline import settle_title


def shown(piece: str, *, head: str = "", address: str = "https://listok.example/pristan") -> str:
    """The day and the time of a page that shows this piece below its headline."""
    article = record(page(head, f"<h1>{TITLE}</h1>{piece}<article>{TEXT}</article>"), address=address)
    return article.published.isoformat(timespec="minutes")


@pytest.mark.parametrize(
    "piece",
    [
        '<time datetime="2026-11-23T18:00+03:00">вечером</time>',
        "<time>23 ноября 2026, 18:00</time>",
        '<div class="article__date">23.11.2026 18:00</div>',
        '<div id="pubdate">23 ноября 2026 года в 18:00</div>',
        "<p>23 ноября 2026, 18:00</p>",
        "<p>Опубликовано: 23 ноября 2026, 18:00 | 5 минут чтения</p>",
        "<p>Published: November 23, 2026 6:00 p.m.</p>",
        "<p>23 November 2026 18:00 · 8 min read</p>",
        "<p>By Anna Example | November 23, 2026 18:00</p>",
        "<p>Von Anna Beispiel publiziert am 23. November 2026 um 18:00</p>",
        "<p>[ 2026-11-23 18:00 ]</p>",
        '<ul><li>Город</li><li class="meta">23.11.2026, 18:00</li></ul>',
        "<aside class='post-meta'><time datetime='2026-11-23T18:00:00+03:00'></time></aside>",
        "<footer><p>23 ноября 2026, 18:00</p></footer>",
    ],
)
def test_the_date_is_found(piece: str) -> None:
    assert shown(piece) == "2026-11-23T18:00+03:00"


def test_a_stated_date_goes_before_a_shown_one_and_that_before_the_address() -> None:
    other = "<time datetime='2026-11-22T10:00+03:00'>x</time>"
    assert shown(other, head=DATED) == "2026-11-23T18:00+03:00"
    assert shown(other, address=ADDRESS) == "2026-11-22T10:00+03:00"
    assert shown("", address=ADDRESS) == "2026-11-23T00:00+03:00"


@pytest.mark.parametrize(
    "head",
    [
        '<meta name="mypublishdate" content="2026-11-23T18:00+03:00">',
        '<script>var page = {"published_at": "2026-11-23T18:00:00+03:00"};</script>',
        '<script>self.push("{\\"datePublished\\":\\"2026-11-23T18:00:00+03:00\\"}")</script>',
        '<meta property="article:modified_time" content="2026-11-23T18:00+03:00">',
    ],
)
def test_where_nothing_else_has_a_date(head: str) -> None:
    assert shown("", head=head) == "2026-11-23T18:00+03:00"


def test_relative_dates_are_read_against_the_pages_own_day() -> None:
    modified = '<meta property="article:modified_time" content="2026-11-24T09:00+03:00">'
    assert shown("<time>вчера, 18:00</time>", head=modified) == "2026-11-23T18:00+03:00"
    assert shown("<p>сегодня, 08:15</p>", head=modified) == "2026-11-24T08:15+03:00"


@pytest.mark.parametrize(
    "piece",
    [
        '<div class="related"><time datetime="2020-01-01">x</time></div>',
        '<section class="comments"><time datetime="2020-01-01">x</time></section>',
        "<p>Мост открыли в 2020 году, а в 2024-м закрыли.</p>",
        "<p>Прогноз на 31.13.2026</p>",
    ],
)
def test_dates_of_other_things_are_not_the_storys(piece: str) -> None:
    source = page("", f"<h1>{TITLE}</h1>{piece}<article>{TEXT}</article>")
    assert refusal(source, address="https://listok.example/pristan").code == "no-date"


def test_the_headline_is_found_among_lines_where_it_is_no_heading() -> None:
    body = f'<h1>Листок</h1><p>1 января 2020</p><div class="x">{"<p>строка</p>" * 30}</div><b>{TITLE}</b>'
    source = page(f"<title>{TITLE}</title>", f"{body}<p>23.11.2026 18:00</p>{TEXT}")
    assert (
        record(source, address="https://listok.example/p").published.isoformat()
        == "2026-11-23T18:00:00+03:00"
    )


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        ("/2026/11/23/pristan", "2026-11-23"),
        ("/20261123/1", "2026-11-23"),
        ("/2026-11-23-pristan", "2026-11-23"),
        ("/2026/13/23/", None),
        ("/2026/11/", None),
        ("/201726112345/", None),
    ],
)
def test_the_day_in_an_address(said: str, wanted: str | None) -> None:
    assert address_date("https://listok.example" + said) == wanted


def test_found_dates_are_quick_to_refuse() -> None:
    assert list(found_dates("x" * 10_000, "UTC", None)) == []
    assert list(found_dates("2026 " * 59, "UTC", None)) == []


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        (
            "PUBLISHED: 10:48, 19 Nov 2019 | UPDATED: 11:05, 19 Nov 2019",
            ["published 2019 11", "updated 2019 11"],
        ),
        ("Обновлено 20 ноября 2026, 10:00", ["updated 2026 11"]),
        ("Next review due: 12 Jan 2029 | Last updated 3 Sept 2024", ["updated 2024 9"]),
        ("© 1 мая 2026", []),
        ("16 октября 2020, 8 минут", ["published 2020 10"]),
    ],
)
def test_what_a_date_is_of(said: str, wanted: list[str]) -> None:
    found = list(found_dates(said, "UTC", None))
    moments = [(one.field, read_date(one.stated, timezone="UTC")) for one in found]
    assert [f"{field} {moment.year} {moment.month}" for field, moment in moments if moment] == wanted
    assert all(isinstance(one, Found) for one in found)


def test_an_element_of_a_change_is_not_of_the_publication() -> None:
    change = '<time class="updated" datetime="2026-11-24T10:00+03:00">x</time>'
    assert shown(change + '<time datetime="2026-11-23T18:00+03:00">x</time>') == "2026-11-23T18:00+03:00"
    article = record(page(DATED, f"<h1>{TITLE}</h1>{change}{TEXT}"))
    assert article.updated is not None
    assert article.updated.isoformat() == "2026-11-24T10:00:00+03:00"
    assert shown(change) == "2026-11-24T10:00+03:00"


def authors(piece: str, head: str = DATED, after: str = "") -> list[str]:
    source = page(head, f"<main><h1>{TITLE}</h1>{piece}<article>{TEXT}{after}</article></main>")
    return [person.name for person in record(source).authors]


@pytest.mark.parametrize(
    "piece",
    [
        '<a rel="author" href="/a/1">Анна Примерова</a>',
        '<span class="article__author">Анна Примерова</span>',
        '<div class="byline">Автор: <a href="/authors/1">Анна Примерова</a></div>',
        '<div class="byline">Анна Примерова, 23 ноября 2026</div>',
        "<address>Анна Примерова</address>",
        '<a href="/authors/1">Анна Примерова</a>',
        "<p>Анна Примерова | корреспондент | 23.11.2026</p>",
        "<p>Автор: Анна Примерова</p>",
        '<img alt="Анна Примерова" src="/a.jpg"><p>Анна Примерова</p>',
        '<div class="author"><p>Анна Примерова</p><a href="/authors/1">Все статьи</a></div>',
        '<meta itemprop="author" content="Анна Примерова">',
    ],
)
def test_the_byline_is_found(piece: str) -> None:
    assert authors(piece) == ["Анна Примерова"]


@pytest.mark.parametrize(
    "piece",
    [
        '<figure><img src="/a.jpg"><span class="author">Иван Снимков</span></figure>',
        '<div class="comment"><span class="author">Иван Читатель</span></div>',
        '<div class="related"><span class="author">Иван Другой</span></div>',
        "<p>Городские Новости</p>",
        "",
    ],
)
def test_names_of_others_are_not_the_authors(piece: str) -> None:
    assert authors(piece) == []


def test_persons_go_before_the_outlet_and_names_before_accounts() -> None:
    house = {**STORY, "author": {"@type": "Organization", "name": "Листок"}, "publisher": {"name": "Листок"}}
    byline = '<span class="author">Анна Примерова</span>'
    assert authors("", ld(house)) == ["Листок"]
    assert authors(byline, ld(house)) == ["Анна Примерова"]
    assert authors(byline, ld({**STORY, "author": "Листок", "publisher": {"name": "Листок"}})) == [
        "Анна Примерова"
    ]
    assert authors(byline, DATED + '<meta name="author" content="aprimerova">') == ["Анна Примерова"]
    assert authors("", DATED + '<meta name="author" content="aprimerova">') == ["aprimerova"]
    card = (
        '<meta name="twitter:label1" content="Written by"><meta name="twitter:data1" content="Anna Example">'
    )
    assert authors(byline, DATED + card) == ["Anna Example"]


def test_who_signs_the_text_wrote_it_and_the_line_is_no_text() -> None:
    assert authors("", after="<p><b>Анна Примерова</b></p>") == ["Анна Примерова"]
    article = record(page(DATED, f"<h1>{TITLE}</h1><article>{TEXT}<p>Анна Примерова</p></article>"))
    assert "Примерова" not in article.body


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("By Anna Example", "Anna Example"),
        ("Written by Anna Example and Bo Sample", "Anna Example and Bo Sample"),
        ("By Anna Example, Staff Writer | May 2, 2026", "Anna Example, Staff Writer"),
        ("By Anna Example November 21, 2025", "Anna Example"),
        ("Автор: Анна Примерова", "Анна Примерова"),
        ("Anna Example | 2 May 2026", "Anna Example"),
        ("By the time the lamps were lit, it was night.", None),
        ("By the river", None),
        ("Anna Example", None),
        ("Latest News | 2 May 2026", None),
        ("By " + "Anna " * 60, None),
    ],
)
def test_lines_that_say_who_wrote(line: str, wanted: str | None) -> None:
    assert written_by(line) == wanted


@pytest.mark.parametrize(
    "said", ["Анна Примерова", "Anna M. Example", "Ludwig van Sample", "Dr. Anna Example"]
)
def test_names(said: str) -> None:
    assert is_name(said)


@pytest.mark.parametrize(
    "said", ["Анна", "View More Posts", "Our Team", "anna example", "Anna 7", "", "A" * 80]
)
def test_what_is_no_name(said: str) -> None:
    assert not is_name(said)


def test_kickers_and_standfirsts_are_kept_apart_from_the_text() -> None:
    body = f"""<article><p class="article__kicker">Репортаж</p><h1>{TITLE}</h1>
      <p class="article__lead">Сорок фонарей чинили с августа.</p><div class="text">{TEXT}</div></article>"""
    article = record(page(DATED, body))
    assert (article.kicker, article.lead) == ("Репортаж", "Сорок фонарей чинили с августа.")
    assert where(article, "lead") == "p article__lead"


def test_settling_a_title_without_a_visible_headline_changes_nothing() -> None:
    made = draft(page(DATED + '<meta property="og:title" content="Фонари">', TEXT))
    before = list(made.offers["title"])
    settle_title(made)
    assert made.offers["title"] == before


def test_channels_are_the_links_that_say_so() -> None:
    body = f'<h1>{TITLE}</h1>{TEXT}<footer><a rel="me" href="https://vk.com/listok">ВКонтакте</a></footer>'
    assert [(link.url, link.title) for link in record(page(DATED, body)).channels] == [
        ("https://vk.com/listok", "ВКонтакте")
    ]
