"""A page's text: found, freed of what a page puts around and between it, with its pictures as such."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from paging import ADDRESS, DATED, PARAGRAPHS, STORY, TEXT, TITLE, draft, ld, page, record, text_of, where

from feeds.intake.html.blocks import sorted_out
from feeds.intake.html.furniture import furniture, named
from feeds.intake.html.pictures import same_picture, stand_in
from feeds.intake.html.tree import parse
from feeds.markup.parse import parse as body_of

SITE = "https://listok.example"
FIRST, SECOND, LAST = (f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)


def story(inside: str, *, head: str = DATED) -> str:
    """A page with this inside of its article."""
    return page(head, f"<h1>{TITLE}</h1><article>{inside}</article>")


PLACES = {
    "an article": "<article>%s</article>",
    "articleBody": '<div><div itemprop="articleBody">%s</div></div>',
    "a name": '<div class="entry-content">%s</div>',
    "another name": '<section class="b-material b-material__text">%s</section>',
    "a plain container": '<div id="x"><div>%s</div></div>',
    "a layout of tables": "<table><tr><td>Погода</td><td>%s</td><td>Курс</td></tr></table>",
    "a form around all": '<form id="aspnet"><div>%s</div></form>',
    "a name of furniture": '<div class="page has-sidebar subscribe-layout">%s</div>',
}


@pytest.mark.parametrize("place", PLACES.values(), ids=PLACES)
def test_the_text_is_found(place: str) -> None:
    menu = "".join(f'<li><a href="/{n}">Рубрика номер {n}</a></li>' for n in range(30))
    around = f'<ul class="x">{menu}</ul><h1>{TITLE}</h1>{place % TEXT}<div class="y">{menu}</div>'
    assert text_of(record(page(DATED, around))) == list(PARAGRAPHS)


def test_another_article_beside_the_storys_is_another_story() -> None:
    other = (
        "<article><h2>Паром ушёл</h2>" + "<p>Паром ушёл без пассажиров, и никто не удивился этому.</p>" * 9
    )
    body = f"<main><article><h1>{TITLE}</h1>{TEXT}</article>{other}</article></main>"
    assert text_of(record(page(DATED, body))) == list(PARAGRAPHS)


def test_a_notice_longer_than_the_story_is_not_the_story() -> None:
    notice = "<p>Мы храним настройки в вашем обозревателе и показываем по ним объявления.</p>" * 12
    for name in ("cookie-consent", "modal-dialog", "popup"):
        source = page(DATED, f'<div class="{name}">{notice}</div><h1>{TITLE}</h1><div>{TEXT}</div>')
        assert text_of(record(source)) == list(PARAGRAPHS)


FURNITURE = {
    "an aside": "<aside><p>Читайте также</p><a href='/x'>Паром ушёл без пассажиров</a></aside>",
    "related": '<div class="related-stories"><a href="/x">Паром ушёл без пассажиров</a></div>',
    "cards": '<div class="teaser"><a href="/x"><b>Паром ушёл без пассажиров</b> Никто не удивился.</a></div>',
    "share": '<div class="share-buttons"><a href="/x">Поделиться</a></div>',
    "a form": "<form><p>Одно письмо в неделю.</p><input><button>Подписаться</button></form>",
    "subscribe": '<section class="newsletter"><p>Подпишитесь на письмо о реке.</p></section>',
    "advertising": '<div class="ad-slot">Реклама. Сапоги для рыбаков со скидкой.</div>',
    "comments": '<div id="comments"><p>Давно пора было зажечь, темно же.</p></div>',
    "an author's box": '<div class="author-bio"><p>Анна Примерова пишет о реке с 2010 года.</p></div>',
    "tags": '<ul class="tags"><li><a href="/t">река</a></li></ul>',
    "navigation": "<nav><a href='/'>На главную страницу</a></nav>",
    "hidden": '<div style="display: none">2026-11-23T18:00:00</div><div hidden>скрыто от глаз</div>',
    "for screen readers": '<span class="sr-only">Открыть в новом окне</span>',
    "links of the house": "<ul><li><a href='/1'>Паром ушёл без пассажиров</a><li><a href='/2'>Лёд встал</a></ul>",
    "a link alone": '<p><a href="/x">Паром ушёл без пассажиров</a></p>',
    "a labelled link": '<p><b>На листке:</b> <a href="/x">Паром ушёл без пассажиров зимой</a></p>',
    "read also": "<p>Читайте также: Паром ушёл без пассажиров</p>",
    "read more": '<p>READ MORE: <a href="https://x.example/">The ferry left</a></p>',
    "a promotion": "<p>Подписывайтесь на наш канал в Telegram</p>",
    "an english promotion": "<p>Sign up for our newsletter and get it first</p>",
    "a notice": "<p>This website uses cookies to make you happy.</p>",
    "a credit alone": "<p>Фото: Анна Примерова</p>",
    "an address": f"<p>{ADDRESS}</p>",
    "counters": "<p>Просмотров: 1234</p><p>5 min read</p>",
}  # fmt: skip


@pytest.mark.parametrize("piece", FURNITURE.values(), ids=FURNITURE)
@pytest.mark.parametrize("place", ["between", "behind", "before"])
def test_furniture_goes(piece: str, place: str) -> None:
    parts = {"between": [FIRST, piece, SECOND, LAST], "behind": [TEXT, piece], "before": [piece, TEXT]}[place]
    assert text_of(record(story("".join(parts)))) == list(PARAGRAPHS)


KEPT = {
    "a heading": ("<h2>Что дальше</h2>", "Что дальше"),
    "a short sentence": ("<p>Зажгли.</p>", "Зажгли."),
    "a link in a sentence": (
        '<p>Всё — <a href="/plan">в плане работ на зиму</a>.</p>',
        "Всё — в плане работ на зиму.",
    ),
    "links elsewhere": (
        '<ul><li><a href="https://other.example/1">Карта глубин</a></li></ul>',
        "Карта глубин",
    ),
    "a list": ("<ul><li>стёкла</li><li>провода</li></ul>", "стёклапровода"),
    "a quotation": ("<blockquote>Ждали десять лет.</blockquote>", "Ждали десять лет."),
    "a question": ("<p><b>— А зимой?</b></p>", "— А зимой?"),
    "a word of furniture": (
        '<p class="share">Доля льда растёт с каждым днём.</p>',
        "Доля льда растёт с каждым днём.",
    ),
}


@pytest.mark.parametrize(("piece", "said"), KEPT.values(), ids=KEPT)
def test_text_stays(piece: str, said: str) -> None:
    assert said in text_of(record(story(FIRST + piece + SECOND + LAST)))


def test_what_stands_above_the_text_is_told_from_it() -> None:
    above = f"<p>{TITLE}</p><p>23 ноября 2026, 18:00</p><p>Анна Примерова</p><ul><li><a href='/r'>Река</a></li></ul>"
    standfirst = "<h3>Сорок фонарей на берегу чинили с самого начала августа</h3>"
    article = record(story(above + standfirst + TEXT))
    assert text_of(article) == list(PARAGRAPHS)
    assert article.lead == "Сорок фонарей на берегу чинили с самого начала августа"


def test_a_story_ends_where_the_list_of_others_begins() -> None:
    tail = "<h3>Новости партнёров</h3><p>Сапоги подешевели вдвое.</p>"
    assert text_of(record(story(TEXT + tail))) == list(PARAGRAPHS)
    long = "<h3>Темы:</h3>" + "<p>Первая тема собрания — лёд, вторая — вода и берег.</p>" * 20
    assert len(text_of(record(story(TEXT + long)))) > 20


def test_headings_and_rules_with_nothing_below_them_go() -> None:
    assert text_of(record(story(TEXT + "<hr><h2>Карта</h2>"))) == list(PARAGRAPHS)
    assert "<hr>" in record(story(FIRST + "<p>* * *</p>" + SECOND + LAST)).body


def test_of_everything_left_out_it_is_told_why() -> None:
    made = draft(story(FIRST + "<p>Подписывайтесь на наш канал</p>" + SECOND + LAST))
    assert any(
        "Подписывайтесь" in note.said and "the outlet about itself" in note.said for note in made.notes
    )


def test_related_stories_are_kept_as_data() -> None:
    block = """<div class="read-also"><a href="/1"><img data-src="/1.jpg">Паром ушёл без пассажиров</a>
      <a href="#x">К началу страницы</a><a href="/1">ещё раз тот же</a></div>"""
    link = '<p><a href="/2">Лёд встал у моста</a></p>'
    found = record(story(FIRST + block + SECOND + link + LAST)).related
    assert [(r.url, r.title, r.image) for r in found] == [
        (SITE + "/1", "Паром ушёл без пассажиров", SITE + "/1.jpg"),
        (SITE + "/2", "Лёд встал у моста", None),
    ]


def test_pictures_videos_and_galleries_stay_with_their_captions() -> None:
    inside = f"""{FIRST}<figure><img src="data:," data-src="/b.jpg"><figcaption>Мастер. Фото: Иван Снимков</figcaption>
      </figure>{SECOND}<div class="gallery"><figure><img src="/c.jpg"></figure><figure><img src="/d.jpg"></figure></div>
      <iframe src="https://player.example/v/1"></iframe>{LAST}<p>Мастер. Фото: Иван Снимков</p>"""
    article = record(story(inside))
    assert article.body.count("<img") == 3
    assert '<figure class="gallery">' in article.body
    assert '<iframe src="https://player.example/v/1">' in article.body
    assert text_of(article) == list(PARAGRAPHS)
    assert [(i.url, i.role, i.caption, i.credit) for i in article.images] == [
        (SITE + "/b.jpg", "cover", "Мастер.", "Иван Снимков"),
        (SITE + "/c.jpg", "gallery", None, None),
        (SITE + "/d.jpg", "gallery", None, None),
    ]


COVER = (
    '<meta property="og:image" content="/i/20431/cover-1200x630.jpg">'
    '<meta property="og:image:width" content="1200">'
)


def test_the_picture_above_the_text_is_the_cover_and_stands_once() -> None:
    image = '<img src="/i/20431/cover-800x600.jpg" alt="Фонари">'
    figure = f"<figure>{image}<figcaption>Ночью. Фото: И. С.</figcaption></figure>"
    [cover] = record(story(figure + TEXT, head=DATED + COVER)).images
    assert (cover.url, cover.width) == (SITE + "/i/20431/cover-1200x630.jpg", 1200)
    assert (cover.alt, cover.caption, cover.credit) == ("Фонари", "Ночью.", "И. С.")
    [alone] = record(story(figure + TEXT)).images
    assert (alone.url, alone.role) == (SITE + "/i/20431/cover-800x600.jpg", "cover")
    assert "<figure" not in record(story(figure + TEXT)).body


def test_another_picture_above_the_text_stays() -> None:
    article = record(story('<figure><img src="/i/777777/map.jpg"></figure>' + TEXT, head=DATED + COVER))
    assert article.body.startswith("<figure>")
    assert [image.role for image in article.images] == ["cover", "inline"]


def test_a_figure_beside_the_headline_says_what_the_cover_shows() -> None:
    image = '<img src="/i/20431/cover-1200x630.jpg">'
    header = f"<header><h1>{TITLE}</h1><figure>{image}<figcaption>Ночью</figcaption></figure></header>"
    article = record(page(DATED + COVER, f"<main>{header}<div class='text'>{TEXT}</div></main>"))
    assert [(image.caption, image.width) for image in article.images] == [("Ночью", 1200)]


def test_other_sizes_of_one_picture_are_one_and_signs_are_none() -> None:
    images = [f"/i/noch-u-pristani-{size}.jpg" for size in ("1200x675", "1200x900", "1200x1200")]
    assert [i.url for i in record(story(TEXT, head=ld({**STORY, "image": images}))).images] == [
        SITE + images[0]
    ]
    logo = {**STORY, "image": "/static/logo.png"}
    assert [i.url for i in record(story(TEXT, head=ld(logo) + COVER)).images] == [
        SITE + "/i/20431/cover-1200x630.jpg"
    ]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("https://a.example/x/IMG_0234.jpg", "https://a.example/x/IMG_0234-585x439.jpg", True),
        ("https://a.example/3_2.png?w=1", "https://a.example/3_2.png?w=2", True),
        ("https://a.example/1/18637241/5/920x920.jpg", "https://b.example/9/18637241/5/rawImage.jpg", True),
        ("https://a.example/r?i=1454231854&w=20", "https://a.example/r?w=1200&i=1454231854", True),
        ("https://a.example/2026/11/23/a.jpg", "https://a.example/2026/11/23/b.jpg", False),
        ("https://a.example/uploads/images/one.jpg", "https://a.example/uploads/images/two.jpg", False),
        ("https://a.example/20261123/a.jpg", "https://a.example/20261123/b.jpg", False),
    ],
)
def test_two_addresses_of_one_picture(one: str, other: str, same: bool) -> None:
    assert same_picture(one, other) is same
    assert same_picture(other, one) is same


@pytest.mark.parametrize(
    "name", ["logo.png", "site-logo.jpg", "placeholder.gif", "default.jpg", "share-default.png", "a.svg"]
)
def test_stand_ins(name: str) -> None:
    assert stand_in(f"https://a.example/static/{name}")
    assert not stand_in(f"https://a.example/2026/{name.partition('.')[0].replace('-', '')}skaya.jpg")


def test_trafilatura_is_asked_where_hardly_any_text_was_found() -> None:
    verses = "".join(
        f"<tr><td>{n}-й этап: {month}</td></tr>" for n, month in enumerate(["март", "май"] * 6, 1)
    )
    article = record(page(DATED, f"<h1>{TITLE}</h1><table>{verses}</table><p>Итого двенадцать.</p>"))
    assert "12-й этап" in article.body


def test_the_text_of_the_description_stands_in_for_one_that_is_not_shown() -> None:
    whole = "\n\n".join(PARAGRAPHS * 3)
    article = record(page(ld({**STORY, "articleBody": whole}), f"<h1>{TITLE}</h1><p>Загрузка страницы.</p>"))
    assert len(text_of(article)) == 9
    assert where(article, "body") == "JSON-LD NewsArticle.articleBody"


def test_a_page_without_text_is_a_story_without_text() -> None:
    assert record(page(DATED, f"<h1>{TITLE}</h1>")).body == ""


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("article__share", "share"), ("shareBar", "share"), ("related", "related"), ("readAlso", "related"),
        ("post-comments", "comments"), ("authorBio", "author"), ("article-text", None), ("shared-ground", None),
        ("adventure", None), ("socially", None), ("header", None), ("cookie-banner", "overlay"),
    ],
)  # fmt: skip
def test_names_of_furniture(name: str, kind: str | None) -> None:
    element = parse(f'<div class="{name}">x</div>').css_first("div")
    assert element is not None
    assert furniture(element) == kind


def test_names_are_told_the_same_whatever_their_order() -> None:
    words = ["advertising", "share", "comments", "tags", "x"]
    assert len({named(frozenset(order)) for order in (words, words[::-1], sorted(words))}) == 1


@settings(max_examples=100, deadline=None)
@given(st.lists(st.sampled_from([FIRST, SECOND, LAST, *FURNITURE.values()]), max_size=12))
def test_whatever_stands_between_the_paragraphs_stay_in_their_order(parts: list[str]) -> None:
    wanted = [p for part in parts for p in PARAGRAPHS if part == f"<p>{p}</p>"]
    got = [said for said in text_of(record(story(TEXT + "".join(parts)))) if said in PARAGRAPHS]
    assert got == [*PARAGRAPHS, *wanted]


def test_sorting_gives_what_is_sorted_already() -> None:
    once = sorted_out(body_of(TEXT + "".join(FURNITURE.values()), ADDRESS), [TITLE], ADDRESS)
    again = sorted_out(once.blocks, [TITLE], ADDRESS)
    assert again.blocks == once.blocks
    assert again.notes == []
