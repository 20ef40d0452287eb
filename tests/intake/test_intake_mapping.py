"""Fields of records that feeds.yaml maps, and records of WordPress's API."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reading import answers, record, records, rejection

from feeds.intake.draft import Circumstances, Draft, Rejection
from feeds.intake.read import drafts
from feeds.intake.records.mapping import FIELDS, fault, mapped

DUMP = {
    "data": {
        "articles": [
            {
                "_id": "A1",
                "headlines": {"basic": "У старой пристани зажгли фонари", "mobile": "Фонари"},
                "website_url": "/2026/11/23/pristan/",
                "first_publish_date": "2026-11-23T07:14:00Z",
                "description": "Не то, что надо",
                "subheadlines": {"basic": "Двенадцать фонарей"},
                "credits": {"by": [{"name": "Анна Примерова"}, {"name": "Иван Образцов"}]},
                "taxonomy": {"primary_section": {"name": "Город"}, "tags": [{"text": "фонари"}, {"text": "пристань"}]},
                "content_elements": [
                    {"type": "text", "content": "<p>Светло.</p>"},
                    {"type": "image", "url": "https://vestnik.example/a.jpg"},
                    {"type": "text", "content": "<p>Тихо.</p>"},
                ],
                "promo_items": {"basic": {"url": "https://vestnik.example/lamp.jpg", "caption": "Фонарь"}},
            }
        ]
    }
}  # fmt: skip
MAPPING = {
    "id": "_id",
    "title": "headlines.basic",
    "url": "join('', ['https://vestnik.example', website_url])",
    "published": "first_publish_date",
    "lead": "subheadlines.basic",
    "authors": "credits.by[].name",
    "section": "taxonomy.primary_section.name",
    "tags": "taxonomy.tags[].text",
    "html": "join('', content_elements[?type=='text'].content)",
    "cover": "promo_items.basic",
}


def test_a_dump_of_another_shape() -> None:
    article = record("records", json.dumps(DUMP), file="dump.json", records="data.articles", mapping=MAPPING)
    assert article.id == "A1"
    assert article.title == "У старой пристани зажгли фонари"
    assert article.url == "https://vestnik.example/2026/11/23/pristan/"
    assert article.lead == "Двенадцать фонарей"
    assert [person.name for person in article.authors] == ["Анна Примерова", "Иван Образцов"]
    assert (article.section, article.tags) == ("Город", ("фонари", "пристань"))
    assert article.body == "<p>Светло.</p><p>Тихо.</p>"
    assert (article.images[0].url, article.images[0].role, article.images[0].caption) == (
        "https://vestnik.example/lamp.jpg",
        "cover",
        "Фонарь",
    )
    assert article.origin is not None
    assert article.origin.fields["title"] == "data.articles[0]: headlines.basic"


FACTS = {
    "url": "https://vestnik.example/1",
    "title": "Фонари",
    "published": "2026-11-23",
    "lead": "По имени",
    "body": "По имени",
}


def test_what_is_mapped_comes_from_nowhere_else() -> None:
    article = record("records", json.dumps(FACTS), file="a.json", mapping={"lead": "nothing"})
    assert (article.lead, article.title) == (None, "Фонари")
    article = record("records", json.dumps({**FACTS, "t": "а\n\nб"}), file="a.json", mapping={"text": "t"})
    assert article.body == "<p>а</p><p>б</p>"
    assert record("records", json.dumps(FACTS), file="a.json", mapping={"html": "t"}).body == ""


@pytest.mark.parametrize(
    ("field", "said", "body"),
    [
        ("wordpress", "а\n\nб[gallery]", "<p>а</p><p>б</p>"),
        ("markdown", "**а**\n\n- б", "<p><strong>а</strong></p><ul><li>б</li></ul>"),
        ("body", "<p>а</p>", "<p>а</p>"),
        ("html", "а < б", "<p>а &lt; б</p>"),
        ("text", "<p>", "<p>&lt;p&gt;</p>"),
    ],
)
def test_bodies_in_other_markups(field: str, said: str, body: str) -> None:
    assert (
        record("records", json.dumps({**FACTS, "t": said}), file="a.json", mapping={field: "t"}).body == body
    )


def test_a_table_with_names_in_another_language() -> None:
    table = "Ссылка;Заголовок;Дата\nhttps://vestnik.example/1;Фонари;23.11.2026 10:14\n"
    mapping = {"url": '"Ссылка"', "title": '"Заголовок"', "published": '"Дата"'}
    article = record("records", table, file="a.csv", mapping=mapping)
    assert (article.title, article.published.isoformat()) == ("Фонари", "2026-11-23T10:14:00+03:00")


def test_lines_are_mapped_line_by_line() -> None:
    lines = "".join(
        json.dumps({**FACTS, "url": f"https://a.example/{n}", "n": {"t": f"Т{n}"}}) + "\n" for n in range(3)
    )
    assert [a.title for a in records("records", lines, file="a.jsonl", mapping={"title": "n.t"})] == [
        "Т0",
        "Т1",
        "Т2",
    ]


def test_states_are_mapped_too() -> None:
    source = json.dumps({**FACTS, "state": "черновик"})
    assert rejection("records", source, file="a.json", mapping={"status": "state"}).code == "not-published"


def test_where_no_record_is() -> None:
    found = rejection("records", json.dumps(DUMP), file="a.json", records="data.stories")
    assert found.code == "no-record"
    assert "data.stories" in found.reason
    assert rejection("records", json.dumps({"a": []}), file="a.json", records="a").code == "empty"
    assert rejection("records", json.dumps({"a": [1]}), file="a.json", records="a").code == "no-record"


def test_an_expression_that_fits_no_record_leaves_a_note() -> None:
    circumstances = Circumstances(mapping={"lead": "join('', title)"})
    [draft] = drafts("records", json.dumps(FACTS).encode(), file="a.json", circumstances=circumstances)
    assert isinstance(draft, Draft)
    assert "lead" not in draft.offers
    assert any("join" in note.where for note in draft.notes)


@pytest.mark.parametrize(
    "expression", ["a.b[0].c", "join(', ', a[].b)", "a || b", "[a, b]", "@", '"Имя"', "length(a)"]
)
def test_expressions(expression: str) -> None:
    assert fault(expression) is None


@pytest.mark.parametrize("expression", ["", "a[", "Имя", "a b", "upper(a)", "a[?upper(b)]", "'"])
def test_what_is_no_expression(expression: str) -> None:
    assert fault(expression) is not None


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from("abc"), inner, max_size=4),
    max_leaves=15,
)


@settings(deadline=None, max_examples=60)
@given(
    JSON,
    st.sampled_from(FIELDS),
    st.sampled_from(["a", "a.b", "a[0]", "join('', a)", "sort(a)", "@", "[a, b]"]),
)
def test_no_value_makes_it_raise(value: Any, field: str, expression: str) -> None:
    mapped(Draft(kind="records"), value, {field: expression})
    if isinstance(value, dict):
        assert answers("records", json.dumps({**FACTS, **value}), file="a.json", mapping={field: expression})


POST = {
    "id": 12345,
    "date": "2026-11-23T10:14:00",
    "date_gmt": "2026-11-23T07:14:00",
    "modified": "2026-11-24T10:14:00",
    "modified_gmt": "2026-11-24T07:14:00",
    "guid": {"rendered": "https://vestnik.example/?p=12345"},
    "slug": "pristan",
    "status": "publish",
    "type": "post",
    "link": "https://vestnik.example/2026/11/23/pristan/",
    "title": {"rendered": "Фонари &#8212; вечер"},
    "content": {"rendered": "<p>Светло.</p>", "protected": False},
    "excerpt": {"rendered": "<p>Светло [&hellip;]</p>\n", "protected": False},
    "author": 29,
    "featured_media": 7,
    "categories": [3, 4],
    "tags": [800],
    "_embedded": {
        "author": [{"id": 29, "name": "Анна Примерова", "link": "https://vestnik.example/author/anna/"}],
        "wp:featuredmedia": [
            {"source_url": "https://vestnik.example/a.jpg", "alt_text": "Фонарь",
             "caption": {"rendered": "<p>У пристани</p>"}, "media_details": {"width": 800, "height": 600}}
        ],
        "wp:term": [
            [{"taxonomy": "category", "name": "Без рубрики"}, {"taxonomy": "category", "name": "Город"}],
            [{"taxonomy": "post_tag", "name": "фонари"}],
        ],
    },
}  # fmt: skip


def test_a_post_of_wordpresss_api() -> None:
    article = record("records", json.dumps([POST]), file="posts.json")
    assert article.id == "https://vestnik.example/?p=12345"
    assert article.title == "Фонари — вечер"
    assert article.published.isoformat() == "2026-11-23T10:14:00+03:00"
    assert article.updated is not None
    assert article.lead is None
    assert article.authors[0].name == "Анна Примерова"
    assert (article.section, article.tags) == ("Город", ("фонари",))
    [cover] = article.images
    assert (cover.url, cover.alt, cover.caption, cover.width) == (
        "https://vestnik.example/a.jpg",
        "Фонарь",
        "У пристани",
        800,
    )


def test_a_post_without_what_it_refers_to() -> None:
    post = {name: value for name, value in POST.items() if name != "_embedded"}
    article = record("records", json.dumps([post]), file="posts.json")
    assert (article.authors, article.section, article.tags) == ((), None, ())
    del post["date"]
    assert (
        record("records", json.dumps(post), file="a.json").published.isoformat()
        == "2026-11-23T07:14:00+00:00"
    )
    protected = {**post, "content": {"rendered": "", "protected": True}}
    assert rejection("records", json.dumps(protected), file="a.json").code == "not-published"


def test_numbers_are_no_names() -> None:
    article = record(
        "records", json.dumps({**FACTS, "section": 5, "tags": [1, 2], "author": 7}), file="a.json"
    )
    assert (article.section, article.tags, article.authors) == (None, (), ())


def test_rows_of_wordpresss_tables() -> None:
    row = {"guid": "https://vestnik.example/?p=1", "link": "https://vestnik.example/a", "post_title": "Фонари",
           "post_date": "2026-11-23 10:14:00", "post_content": "<!-- wp:paragraph -->\n<p>а</p>\n<!-- /wp:paragraph -->",
           "post_status": "publish", "post_excerpt": "Вечер"}  # fmt: skip
    article = record("records", json.dumps(row), file="a.json")
    assert (article.title, article.lead, article.body) == ("Фонари", "Вечер", "<p>а</p>")
    [refused] = answers("records", json.dumps({**row, "post_status": "future"}), file="a.json")
    assert isinstance(refused, Rejection)
