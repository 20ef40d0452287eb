"""Descriptions in JSON-LD and in elements: read whole, repaired where safe, the page's own told from cards."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from paging import ADDRESS, DATED, STORY, TEXT, TITLE, draft, ld, page, record, where

from feeds.intake.html import json_repair
from feeds.intake.html.microdata import graph as microdata
from feeds.intake.html.structured import graph
from feeds.intake.html.tree import parse

OTHER = {**STORY, "headline": "Паром ушёл без пассажиров", "url": "https://listok.example/2026/11/20/parom"}


@pytest.mark.parametrize(
    "value",
    [
        STORY,
        [STORY],
        {"@context": "https://schema.org", "@graph": [{"@type": "WebSite", "name": "Листок"}, STORY]},
        {**STORY, "@type": ["NewsArticle", "Article"]},
        {**STORY, "@type": "https://schema.org/NewsArticle"},
        {"@type": "WebPage", "name": "x", "mainEntity": STORY},
        {"@type": "WebPage", "name": "x", "mainEntity": {"@type": "Thing", "x": 1, "y": STORY}},
        {**STORY, "url": None, "mainEntityOfPage": {"@type": "WebPage", "@id": ADDRESS}},
        {**STORY, "url": ADDRESS + "?utm_source=feed"},
        {**STORY, "url": ADDRESS.replace("https://", "http://www.") + "/"},
    ],
)
def test_the_story_is_found_wherever_it_stands(value: Any) -> None:
    article = record(page(ld(value), f"<h1>{TITLE}</h1>{TEXT}"))
    assert article.title == TITLE
    assert where(article, "published").startswith("JSON-LD ")


@pytest.mark.parametrize(
    "values",
    [
        [OTHER, STORY],
        [[OTHER, OTHER, STORY]],
        [{"@type": "ItemList", "itemListElement": [{"@type": "ListItem", "item": OTHER}]}, STORY],
        [{**OTHER, "articleBody": "x" * 5000}, STORY],
        [{**STORY, "isPartOf": OTHER, "mentions": [OTHER]}],
    ],
)
def test_the_card_of_another_story_is_not_taken_for_it(values: list[Any]) -> None:
    assert record(page(ld(*values), f"<h1>{TITLE}</h1>{TEXT}")).title == TITLE


def test_a_description_of_another_story_alone_says_nothing() -> None:
    article = record(page(DATED + ld({**OTHER, "author": "Пётр Чужой"}), f"<h1>{TITLE}</h1>{TEXT}"))
    assert (article.title, article.authors) == (TITLE, ())


def test_references_are_resolved() -> None:
    things = [
        {**STORY, "author": {"@id": "#anna"}, "image": {"@id": "#cover"}, "publisher": {"@id": "#house"}},
        {"@type": "Person", "@id": "#anna", "name": "Анна Примерова"},
        {
            "@type": "ImageObject",
            "@id": "#cover",
            "url": "https://listok.example/c.jpg",
            "width": 1200,
            "height": 800,
        },
        {"@type": "Organization", "@id": "#house", "name": "Листок"},
    ]
    article = record(page(ld({"@graph": things})))
    assert [person.name for person in article.authors] == ["Анна Примерова"]
    assert (article.images[0].url, article.images[0].width) == ("https://listok.example/c.jpg", 1200)


BROKEN = {
    "a comma too many": '{"@type": "NewsArticle", "headline": "%s",}',
    "a comment": '/* x */ {"@type": "NewsArticle", // y\n "headline": "%s"}',
    "CDATA": '//<![CDATA[\n{"@type": "NewsArticle", "headline": "%s"}\n//]]>',
    "a line break in a string": '{"@type": "NewsArticle", "description": "Раз\nдва\tтри", "headline": "%s"}',
    "quotes in a string": '{"@type": "NewsArticle", "description": "Сказал "да" и ушёл", "headline": "%s"}',
    "a bracket missing": '{"@type": "NewsArticle", "author": {"name": "Анна Примерова"}, "headline": "%s"',
    "quotes as references": "{&quot;@type&quot;: &quot;NewsArticle&quot;, &quot;headline&quot;: &quot;%s&quot;}",
    "a semicolon": '{"@type": "NewsArticle", "headline": "%s"};',
    "a needless escape": '{"@type": "NewsArticle", "description": "д\\\'А", "headline": "%s"}',
    "something behind": '{"@type": "NewsArticle", "headline": "%s"} trailing',
}


@pytest.mark.parametrize("text", BROKEN.values(), ids=BROKEN)
def test_broken_json_is_repaired(text: str) -> None:
    article = record(page(DATED + ld(text % TITLE), f"<article>{TEXT}</article>"))
    assert where(article, "title") == "JSON-LD NewsArticle.headline"
    assert article.title == TITLE


@pytest.mark.parametrize("text", ["{", "x", "[" * 100_000, "null", "", "{'a': 1}", '{"a": 1' * 5000])
def test_json_that_cannot_be_read_is_passed_over(text: str) -> None:
    assert record(page(DATED + ld(text, STORY))).title == TITLE


def test_a_script_that_cannot_be_read_is_told() -> None:
    assert any("cannot be read" in note.said for note in draft(page(DATED + ld("{broken: yes"))).notes)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=12,
)


@given(JSON)
def test_sound_json_is_read_as_it_stands(value: Any) -> None:
    assert json_repair.read(json.dumps(value)) == value
    assert json_repair.read(
        f"<!-- {json.dumps(value, ensure_ascii=False)} -->"
    ) == value or "--" in json.dumps(value)


@given(st.text(st.sampled_from('{}[]",:\\/* \n1ae<!-'), max_size=60))
def test_no_text_breaks_the_repair(text: str) -> None:
    json_repair.read(text)


def test_how_much_is_looked_at_is_bounded() -> None:
    many = graph(parse(page(ld([{**OTHER, "n": n} for n in range(20_000)]))))
    assert len(many.things) <= 3000
    nested: Any = {"@type": "Thing", "x": 1}
    for _ in range(200):
        nested = {"@type": "Thing", "x": nested, "y": 1}
    assert len(graph(parse(page(ld(nested)))).things) < 20


MICRODATA = f"""
<div itemscope itemtype="https://schema.org/NewsArticle">
  <meta itemprop="identifier" content="77"><link itemprop="mainEntityOfPage" href="{ADDRESS}">
  <h1 itemprop="headline">{TITLE}</h1>
  <time itemprop="datePublished" datetime="2026-11-23T18:00">вечером</time>
  <span itemprop="author" itemscope itemtype="https://schema.org/Person">
    <a itemprop="url" href="/authors/primerova"><span itemprop="name">Анна Примерова</span></a></span>
  <div itemprop="image" itemscope itemtype="https://schema.org/ImageObject">
    <img itemprop="url" src="/c.jpg"><meta itemprop="width" content="1200">
    <meta itemprop="contentSize" content="184320 B">
    <span itemprop="caption">Фонари</span></div>
  <div itemprop="articleBody">{TEXT}</div>
  <div itemprop="publisher" itemscope itemtype="https://schema.org/Organization">
    <span itemprop="name">Листок</span></div>
</div>"""


def test_microdata() -> None:
    article = record(page("", MICRODATA))
    assert (article.id, article.title) == ("77", TITLE)
    assert article.published.isoformat() == "2026-11-23T18:00:00+03:00"
    assert [(p.name, p.url) for p in article.authors] == [
        ("Анна Примерова", "https://listok.example/authors/primerova")
    ]
    assert [(i.url, i.width, i.length, i.caption) for i in article.images] == [
        ("https://listok.example/c.jpg", 1200, 184320, "Фонари")
    ]
    assert where(article, "title") == "microdata NewsArticle.headline"


def test_microdata_keeps_things_apart() -> None:
    found = {thing.name: thing.node for thing in microdata(parse(page("", MICRODATA))).things}
    assert found["Person"]["name"] == "Анна Примерова"
    assert found["Organization"]["name"] == "Листок"
    assert "name" not in found["NewsArticle"]
    assert found["NewsArticle"]["author"] is found["Person"]


def test_the_photographer_is_not_the_author() -> None:
    body = f"""<h1>{TITLE}</h1><figure><img src="/c.jpg"><figcaption>Фото:
      <span itemprop="author">Иван Снимков</span></figcaption></figure><div itemprop="articleBody">{TEXT}</div>
      <span class="author">Анна Примерова</span>"""
    assert [person.name for person in record(page(DATED, body)).authors] == ["Анна Примерова"]


def test_rdfa() -> None:
    body = f"""<div vocab="https://schema.org/" typeof="schema:NewsArticle" resource="{ADDRESS}">
      <h1 property="schema:headline">{TITLE}</h1><time property="datePublished" datetime="2026-11-23T18:00">x</time>
      <span property="author" typeof="Person"><span property="name">Анна Примерова</span></span>
      <div property="articleBody">{TEXT}</div><span property="dc:title">Другое</span></div>
      <p property="headline">Чужое</p>"""
    article = record(page("", body))
    assert article.title == TITLE
    assert article.published.isoformat() == "2026-11-23T18:00:00+03:00"
    assert [person.name for person in article.authors] == ["Анна Примерова"]
    assert where(article, "title") == "microdata NewsArticle.headline"
