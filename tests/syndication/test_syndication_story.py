"""What is said of an article in every dialect."""

from __future__ import annotations

import pytest
from stories import COVER, LONG, bare, rich

from feeds.markup.nodes import Element
from feeds.syndication.story import body_of, caption, description, illustrated, story, subjects, text


def shown(body: list[Element]) -> list[str]:
    return [e.attributes["src"] for block in body for e in block.elements() if e.tag == "img"]


@pytest.mark.parametrize(
    ("lead", "body", "said"),
    [
        (" Коротко.\n ", f"<p>{LONG}</p>", "Коротко."),
        (None, "<p>Раз. Два.</p><p>Три.</p>", "Раз. Два."),
        ("", "", "Дождь"),
    ],
)
def test_the_description_is_the_lead_or_the_beginning_or_the_headline(
    lead: str | None, body: str, said: str
) -> None:
    assert description(bare(lead=lead, body=body)) == said


def test_a_long_beginning_is_cut_where_a_sentence_ends() -> None:
    said = description(bare(body=f"<p>{LONG}{LONG}</p>"))
    assert len(said) <= 300
    assert said.endswith(".")
    assert LONG.startswith(said)


def test_subjects_are_the_section_and_the_tags_each_once() -> None:
    story_ = bare(section="Город", tags=("мосты", "ГОРОД", " мосты ", ""))
    assert subjects(story_) == ("Город", "мосты")


def test_the_story_is_cover_lead_and_body() -> None:
    body = story(rich(body="<p>Раз.</p>"))
    assert [block.tag for block in body] == ["figure", "p", "p"]
    assert shown(body) == [COVER.url]
    assert body[1].children == ["Ремонт продлится три недели."]


@pytest.mark.parametrize("lead", ["Мост закрыли утром.", "мост закрыли…", "Мост  закрыли утром. И\nоткрыли"])
def test_a_lead_that_the_body_begins_with_is_not_repeated(lead: str) -> None:
    body = "<p>Мост закрыли утром. И открыли вечером.</p>"
    assert [block.tag for block in story(bare(lead=lead, body=body))] == ["p"]


def test_a_lead_that_stands_far_below_is_said_at_the_top_too() -> None:
    body = "<p>Раз.</p><p>Два.</p><p>Три.</p><p>Мост закрыли.</p>"
    assert len(story(bare(lead="Мост закрыли.", body=body))) == 5


def test_a_cover_may_stay_out() -> None:
    assert shown(story(rich(body="<p>Раз.</p>"), cover=False)) == []


def test_figures_that_do_not_fit_go_with_their_captions() -> None:
    body = story(rich())
    kept = illustrated(body, lambda image: image.attributes["src"] == COVER.url)
    assert shown(body) == [COVER.url, "https://listok.example/plan.png"]
    assert shown(kept) == [COVER.url]
    assert len(kept) == len(body) - 1


def test_a_gallery_of_which_nothing_fits_goes_as_a_whole() -> None:
    gallery = Element(
        "figure", {"class": "gallery"}, [Element("figure", children=[Element("img", {"src": "x"})])]
    )
    assert illustrated([gallery], lambda _: False) == []


@pytest.mark.parametrize(
    ("said", "credit", "line"),
    [
        ("Мост", "Иван Светлов", "Мост © Иван Светлов"),
        ("Мост", "© Листок", "Мост © Листок"),
        ("Мост", "Фото: Листок", "Мост Фото: Листок"),
        (None, "Листок", "© Листок"),
        ("Мост", None, "Мост"),
        (None, None, ""),
    ],
)
def test_captions_name_whose_the_picture_is(said: str | None, credit: str | None, line: str) -> None:
    assert caption(said, credit) == line


def test_the_text_is_the_lead_where_there_is_no_body() -> None:
    assert text(bare(lead="Мост закрыли.")) == "Мост закрыли."
    assert text(bare(lead="Мост закрыли.", body="<p>Утром.</p>")) == "Утром."
    assert text(bare()) == ""


def test_telling_a_story_changes_nothing_of_its_body() -> None:
    article = rich()
    before = repr(body_of(article.body))
    story(article)
    illustrated(story(article), lambda _: False)
    assert repr(body_of(article.body)) == before
