"""A story as each platform shows it: made of what is out, with what is missing, and harmless whatever it holds."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html
from newsrooms import Newsroom
from records import NOW, PARAGRAPH, article
from sqlalchemy import Connection

from feeds.archive.archive import open_archive
from feeds.article import Article, Image
from feeds.build.plan import FeedPlan, plans
from feeds.pages.document import Story, shown
from feeds.pages.inert import inert
from feeds.pages.preview.gather import Card, cards
from feeds.pages.preview.leftout import parts
from feeds.pages.preview.looks import LOOKS, crop
from feeds.pages.preview.view import alone, frame_style, story_page
from feeds.pages.security import previewing
from feeds.publish.directory import Directory
from feeds.targets import registry
from feeds.wording import wording

EN, RU = wording("en"), wording("ru")
EVERY = tuple(
    f"{{target: {name}, path: {name}.{'json' if name == 'json-feed' else 'xml'}}}"
    for name, target in registry.targets().items()
    if target.writer
)


@pytest.fixture
def newsroom(tmp_path: Path) -> Newsroom:
    return Newsroom(tmp_path, EVERY)


def gathered(newsroom: Newsroom, story: Article, now: Any = NOW) -> list[Card]:
    with (
        open_archive(f"sqlite:///{newsroom.folder}/archive.db") as archive,
        archive.transaction() as connection,
    ):
        return _cards(connection, newsroom, story, now)


def _cards(connection: Connection, newsroom: Newsroom, story: Article, now: Any) -> list[Card]:
    output = Directory(newsroom.folder / "output")
    return cards(connection, story, plans(newsroom.configuration), output, now)


def page_of(newsroom: Newsroom, story: Article, language: str = "en") -> Any:
    made = alone(newsroom.configuration, story, gathered(newsroom, story), NOW, wording(language))
    return html.document_fromstring(made)


def card(found: list[Card], target: str) -> Card:
    return next(c for c in found if c.plan.target.name == target)


# ---- what is shown is what is out


def test_every_target_shows_the_story_from_its_own_edition(newsroom: Newsroom) -> None:
    newsroom.write(article(n) for n in range(1, 13))
    newsroom.build(NOW)
    files = newsroom.files()
    found = gathered(newsroom, article(3))
    assert len(found) == len(EVERY)
    for one in found:
        assert one.answer.published, one.plan.path
        assert one.item
        assert one.item.edition
        whole = files[one.item.edition]
        assert one.item.own in whole
        assert b"/2026/11/3" in one.item.own
        assert whole.split(b"\n")[one.item.line - 1].strip() == one.item.own.lstrip().split(b"\n")[0].strip()
        assert one.story
        assert one.story.link == article(3).url
        if one.plan.target.name != "sitemap":
            assert one.story.title == article(3).title
        assert len(shown(one.item.document).stories) == 1


def test_what_is_out_is_shown_although_the_record_says_otherwise_by_now(newsroom: Newsroom) -> None:
    newsroom.write(article(n) for n in range(1, 13))
    newsroom.build(NOW)
    changed = article(3, title="Совсем другой заголовок")
    assert card(gathered(newsroom, changed), "rss").story.title == article(3).title  # type: ignore[union-attr]


def test_a_story_that_is_not_out_shows_how_it_would_look_and_why_it_is_not(newsroom: Newsroom) -> None:
    old = article(5, published=NOW - timedelta(days=3))
    newsroom.write([*(article(n) for n in range(1, 4)), old])
    newsroom.build(NOW)
    one = card(gathered(newsroom, old), "google-news")
    assert (one.answer.published, one.answer.code) == (False, "window")
    assert one.story
    assert one.story.title == old.title
    assert one.item
    assert one.item.edition is None
    text = page_of(newsroom, old, "ru").xpath("string(//article[@id='feed-google-news.xml'])")
    assert "Здесь её нет:" in text
    assert "лента берёт новости за последние 48 часов" in " ".join(text.split())


def test_a_story_that_a_target_refuses_has_its_reason_and_no_card(newsroom: Newsroom) -> None:
    bare = article(2, body="", lead="", images=())
    newsroom.write([article(1), bare])
    newsroom.build(NOW)
    one = card(gathered(newsroom, bare), "dzen")
    assert not one.answer.published
    assert one.story is None
    assert (
        page_of(newsroom, bare).xpath("string(//article[@id='feed-dzen.xml'])").count("Not here, because:")
        == 1
    )


def test_findings_stand_beside_their_card(newsroom: Newsroom) -> None:
    newsroom.write([article(1, images=())])
    newsroom.build(NOW)
    one = card(gathered(newsroom, article(1, images=())), "dzen")
    assert "DZ040" in {finding.code for finding in one.findings}
    beside = page_of(newsroom, article(1, images=())).xpath(
        "//article[@id='feed-dzen.xml']//*[@class='finding warning']"
    )
    assert any("DZ040" in e.text_content() for e in beside)


# ---- what is left out

BODY = (
    f"<p>{PARAGRAPH}</p><h2>Подзаголовок</h2><ul><li>первый пункт</li><li>второй пункт</li></ul>"
    '<figure><img src="https://vestnik.example/img/x.jpg" alt=""><figcaption>Подпись</figcaption></figure>'
    '<figure><iframe src="https://rutube.example/embed/1"></iframe></figure>'
    "<blockquote><p>Слова капитана.</p></blockquote>"
)


def test_everything_that_is_there_counts_as_kept() -> None:
    assert all(part.kept for part in parts(BODY, Story(1, 1, html=BODY)))
    assert [part.kind for part in parts(BODY, Story(1, 1))] == [
        "text", "heading", "item", "item", "picture", "embed", "text",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("gone", "kind"),
    [
        (PARAGRAPH, "text"),
        ("Подзаголовок", "heading"),
        ("второй пункт", "item"),
        ("https://vestnik.example/img/x.jpg", "picture"),
        ("https://rutube.example/embed/1", "embed"),
    ],
)
def test_what_is_gone_is_marked(gone: str, kind: str) -> None:
    found = parts(BODY, Story(1, 1, html=BODY.replace(gone, "")))
    assert [part.kind for part in found if not part.kept] == [kind]


def test_typography_is_no_loss() -> None:
    story = Story(
        1,
        1,
        text=f"{PARAGRAPH.upper()}\n\nПодзаголовок:\n— первый   пункт;\n— второй пункт.\n\nСлова «капитана»",
    )
    assert {part.kind for part in parts(BODY, story) if not part.kept} == {"picture", "embed"}


def test_what_a_platform_does_not_get_is_marked_on_the_page(newsroom: Newsroom) -> None:
    story = article(1, body=BODY + f"<p>{PARAGRAPH}</p>" * 2)
    newsroom.write([story])
    newsroom.build(NOW)
    left = page_of(newsroom, story).xpath(
        "//article[@id='feed-yandex-news.xml']//details[@class='left-out']//li[@class='gone']"
    )
    assert left
    assert any("embed" in e.text_content() for e in left)


@given(st.text(max_size=200), st.text(max_size=200))
def test_any_body_has_its_parts(body: str, other: str) -> None:
    for part in parts(body, Story(1, 1, html=other)):
        assert part.kept in (True, False)


# ---- covers


@pytest.mark.parametrize(
    ("size", "shape", "width", "height", "side"),
    [
        ((1600, 900), (16, 9), 1.0, 1.0, "ends"),
        ((1600, 1600), (16, 9), 1.0, 0.5625, "ends"),
        ((2000, 1000), (1, 1), 0.5, 1.0, "sides"),
        ((100, 10_000), (1, 1), 1.0, 0.01, "ends"),
    ],
)
def test_what_is_left_of_a_cover(
    size: tuple[int, int], shape: tuple[int, int], width: float, height: float, side: str
) -> None:
    left = crop(size, shape)
    assert (left.width, left.height) == pytest.approx((width, height))
    assert left.lost == pytest.approx(1 - width * height)
    if left.lost:
        assert left.side == side


@given(*[st.integers(1, 20_000)] * 4)
def test_a_crop_keeps_the_shape_and_stays_inside(a: int, b: int, c: int, d: int) -> None:
    left = crop((a, b), (c, d))
    assert 0 < left.width <= 1
    assert 0 < left.height <= 1
    assert (a * left.width) / (b * left.height) == pytest.approx(c / d)


def test_the_page_says_what_a_cover_loses(newsroom: Newsroom) -> None:
    square = article(
        1,
        images=(
            Image(
                url="https://vestnik.example/s.jpg",
                role="cover",
                type="image/jpeg",
                width=1000,
                height=1000,
                length=9,
            ),
        ),
    )
    newsroom.write([square])
    newsroom.build(NOW)
    text = " ".join(page_of(newsroom, square).xpath("string(//article[@id='feed-dzen.xml'])").split())
    assert "The cover loses 44% above and below." in text


# ---- hostile stories

HOSTILE = (
    "<script>alert(1)</script>",
    '<img src=x onerror="alert(1)">',
    '<img src="https://vestnik.example/i.jpg" onload="alert(1)" style="position:fixed;inset:0">',
    '<a href="javascript:alert(1)">слово</a>',
    '<a href="https://evil.example/" target="_top" ping="https://evil.example/">слово</a>',
    '<iframe src="https://evil.example/"></iframe>',
    '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
    '<form action="https://evil.example/"><input name="q" autofocus onfocus="alert(1)"><button>!</button></form>',
    '<svg onload="alert(1)"><script>alert(1)</script></svg>',
    '<math><mi xlink:href="javascript:alert(1)">x</mi></math>',
    '<meta http-equiv="refresh" content="0;url=https://evil.example/">',
    '<base href="https://evil.example/">',
    '<link rel="stylesheet" href="https://evil.example/x.css"><style>*{display:none}</style>',
    '<object data="https://evil.example/x.swf"></object><embed src="https://evil.example/x.swf">',
    '<img src="http://127.0.0.1:8080/admin?delete=all">',
    '"></iframe><script>alert(1)</script>',
    "</style></script></textarea></title><script>alert(1)</script>",
    "<!--><script>alert(1)</script>-->",
    "<plaintext><script>alert(1)</script>",
)

RUNS = frozenset(
    "script iframe object embed form input button base meta link style svg math frame frameset".split()
)


def dangers(tree: Any) -> Iterator[str]:
    """What may run, load or lead away, other than what our own pages have."""
    for element in tree.iter():
        if not isinstance(element.tag, str):
            continue
        for name, value in element.attrib.items():
            if name.startswith("on") or name in ("style", "ping", "target", "action", "formaction"):
                yield f"{element.tag} {name}"
            if name in ("href", "src") and re.match(r"\s*(javascript|data|vbscript):", value, re.IGNORECASE):
                yield f"{element.tag} {value}"


@pytest.mark.parametrize("markup", HOSTILE)
def test_markup_is_made_inert(markup: str) -> None:
    tree = html.fragment_fromstring(inert(f"<p>до</p>{markup}<p>после</p>"), create_parent="div")
    assert not list(dangers(tree))
    assert not {e.tag for e in tree.iter() if isinstance(e.tag, str)} & RUNS
    assert not tree.xpath("//a | //*[@href]")
    assert all(src.startswith("https://vestnik.example/") for src in tree.xpath("//@src"))
    assert "до" in tree.text_content()


@given(st.text(st.sampled_from("<>\"'=/ abimgscriptonerror:&;#x3c!-"), max_size=120))
def test_whatever_markup_is_made_inert(markup: str) -> None:
    tree = html.fragment_fromstring(inert(markup), create_parent="div")
    assert not list(dangers(tree))
    assert not {e.tag for e in tree.iter() if isinstance(e.tag, str)} & RUNS


def test_deep_markup_ends() -> None:
    assert inert("<div>" * 50_000 + "x" + "</div>" * 50_000) is not None
    assert len(inert("<b>" * 20_000)) < 20_000


def as_published(newsroom: Newsroom, markup: str) -> Any:
    """A page of preview for an item that a careless writer put the markup into, as it is."""
    story = article(1, title=f"Заголовок {markup}", lead=markup, section=markup[:60], id="n1")
    newsroom.write([article(1)])
    newsroom.build(NOW)
    found = [
        one._replace(
            story=Story(
                1,
                1,
                id=markup,
                title=story.title,
                link=markup,
                lead=markup,
                html=markup,
                text=markup,
                date=markup,
                authors=(markup,),
                categories=(markup,),
            )
        )
        for one in gathered(newsroom, article(1))
    ]
    return html.document_fromstring(alone(newsroom.configuration, story, found, NOW, RU))


@pytest.mark.parametrize("markup", HOSTILE)
def test_hostile_stories_stay_inert_on_the_page(newsroom: Newsroom, markup: str) -> None:
    page = as_published(newsroom, markup)
    assert not list(dangers(page))
    assert not page.xpath("//script | //object | //embed | //base | //form")
    frames = page.xpath("//iframe")
    assert frames
    for frame in frames:
        assert frame.get("sandbox") == ""
        assert not frame.get("src")
        inside = html.document_fromstring(frame.get("srcdoc"))
        assert not list(dangers(inside))
        assert not inside.xpath("//script | //iframe | //form | //a | //object | //link | //svg")
        assert len(inside.xpath("//style")) == 1
        assert inside.xpath("string(//style)") == frame_style()


def test_the_policy_lets_pictures_in_and_nothing_else(newsroom: Newsroom) -> None:
    newsroom.write([article(1)])
    newsroom.build(NOW)
    page = page_of(newsroom, article(1))
    (stated,) = page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    rules = dict(rule.strip().split(" ", 1) for rule in stated.split(";"))
    assert rules["default-src"] == "'none'"
    assert rules["form-action"] == rules["base-uri"] == "'none'"
    assert "script-src" not in rules
    assert "unsafe" not in stated
    assert "http:" not in rules["img-src"].split()
    assert not page.xpath("//link | //script")


def test_the_served_page_has_no_style_of_its_own(newsroom: Newsroom) -> None:
    policy = previewing("x")
    assert "frame-ancestors 'none'" in policy
    newsroom.write([article(1)])
    newsroom.build(NOW)
    from feeds.pages.visitor import Visitor

    who = Visitor(EN, "/-/preview", {"story": "n1"})
    made = story_page(newsroom.configuration, article(1), gathered(newsroom, article(1)), NOW, EN, who=who)
    page = html.document_fromstring(made)
    assert not page.xpath("//style | //script")
    assert all(address.startswith("/-/assets/") for address in page.xpath("//link/@href"))


def test_every_written_target_has_a_look() -> None:
    assert {name for name, target in registry.targets().items() if target.writer} <= set(LOOKS)


def test_plans_without_a_look_are_shown_as_readers_show_them(newsroom: Newsroom) -> None:
    assert all(isinstance(plan, FeedPlan) for plan in plans(newsroom.configuration))
