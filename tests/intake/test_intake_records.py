"""Records from JSON, JSON Lines, YAML and CSV: lenient in names, exact in what they say."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feeds.article import Article, encode, revision_of
from feeds.intake.draft import Circumstances, Draft, Rejection
from feeds.intake.read import read
from feeds.intake.records import draft_of, drafts
from feeds.intake.records.names import NAMES

CIRCUMSTANCES = Circumstances(timezone="Europe/Moscow")

STORY = {
    "url": "https://vestnik.example/1",
    "title": "Фонари",
    "published": "2026-11-23T10:00:00+03:00",
    "body": "<p>Раз.</p>",
}
YAML = """
url: https://vestnik.example/1
title: Фонари
published: 2026-11-23 10:00
body: Раз.
"""


def stories(data: bytes | str, file: str | None = None) -> list[Article | Rejection]:
    raw = data.encode() if isinstance(data, str) else data
    return list(read("records", raw, file=file, circumstances=CIRCUMSTANCES))


def story(record: dict[str, Any]) -> Article:
    [answer] = stories(json.dumps(record))
    assert isinstance(answer, Article), answer
    return answer


def offered(record: dict[str, Any], field: str) -> list[Any]:
    draft = draft_of(record)
    assert isinstance(draft, Draft)
    return [offer.value for offer in draft.all(field)]


def codes(answers: list[Article | Rejection]) -> list[str]:
    return [answer.code if isinstance(answer, Rejection) else "article" for answer in answers]


def test_one_object_a_list_and_an_envelope_are_the_same_to_it() -> None:
    alone = stories(json.dumps(STORY))
    for wrapped in ([STORY], {"items": [STORY]}, {"data": {"articles": [STORY]}}, {"article": STORY}):
        answers = stories(json.dumps(wrapped))
        assert [revision_of(a) for a in answers if isinstance(a, Article)] == [
            revision_of(a) for a in alone if isinstance(a, Article)
        ]
        assert len(answers) == 1


def test_an_envelope_may_have_a_title_of_its_own() -> None:
    export = {
        "title": "Вестник",
        "version": 1,
        "items": [STORY, {**STORY, "url": "https://vestnik.example/2"}],
    }
    assert codes(stories(json.dumps(export))) == ["article", "article"]


def test_a_story_with_lists_of_its_own_is_no_envelope() -> None:
    assert codes(stories(json.dumps({**STORY, "items": [{"title": "x"}], "data": {"a": 1}}))) == ["article"]


def test_where_a_value_came_from() -> None:
    [answer] = stories(json.dumps({"items": [{**STORY, "headline": "Другие фонари"}]}))
    assert isinstance(answer, Article)
    assert answer.origin is not None
    assert answer.origin.fields["title"] == "items[0].title"


@pytest.mark.parametrize(
    ("name", "field"),
    [
        *(("headline", "title"), ("Name", "title"), ("body_html", "html"), ("contentHtml", "html")),
        *(("datePublished", "published"), ("pubDate", "published"), ("published_at", "published")),
        *(("date-modified", "updated"), ("byline", "authors"), ("Author", "authors"), ("rubric", "section")),
        *(
            ("keywords", "tags"),
            ("permalink", "url"),
            ("shortTitle", "short_title"),
            ("inLanguage", "language"),
        ),
        *(
            ("exclude", "except"),
            ("ageRating", "rating"),
            ("embargoed_until", "embargo"),
            ("standfirst", "lead"),
        ),
    ],
)
def test_names(name: str, field: str) -> None:
    assert offered({name: "что-то"}, field) == ["что-то"]


def test_the_records_own_names_are_their_best_names() -> None:
    for field in Article.__struct_fields__:
        name = field.rstrip("_")
        if name != "origin":
            assert NAMES[name.replace("_", "")].rank == 0


def test_better_names_come_first() -> None:
    record = {"name": "3", "headline": "2", "title": "1", "created_at": "b", "datePublished": "a"}
    assert offered(record, "title") == ["1", "2", "3"]
    assert offered(record, "published") == ["a", "b"]


def test_unknown_names_are_told_of() -> None:
    draft = draft_of({**STORY, "clicks": 5})
    assert isinstance(draft, Draft)
    assert [note.where for note in draft.notes] == ["clicks"]


@pytest.mark.parametrize(
    ("body", "wanted"),
    [
        ({"body": "<p>Раз.</p>"}, "<p>Раз.</p>"),
        ({"text": "Раз.\nДва."}, "<p>Раз.</p><p>Два.</p>"),
        ({"text": "<p>Раз.</p>"}, "<p>Раз.</p>"),
        ({"content": {"rendered": "<p>Раз.</p>\n"}}, "<p>Раз.</p>"),
        ({"body": "&lt;p&gt;Раз &amp;amp; два.&lt;/p&gt;"}, "<p>Раз &amp; два.</p>"),
        ({"paragraphs": ["Раз.", "Два."]}, "<p>Раз.</p><p>Два.</p>"),
        ({"body": ["<p>Раз.</p>", "<p>Два.</p>"]}, "<p>Раз.</p><p>Два.</p>"),
        ({"text": "Раз.", "content_html": "<p>Два.</p>"}, "<p>Два.</p>"),
        ({"body": "a < b"}, "<p>a &lt; b</p>"),
    ],
)
def test_bodies(body: dict[str, Any], wanted: str) -> None:
    record = {name: value for name, value in STORY.items() if name != "body"}
    assert story({**record, **body}).body == wanted


def test_covers_go_before_other_pictures() -> None:
    pictures = ["https://vestnik.example/2.jpg", {"url": "https://vestnik.example/1.jpg"}]
    article = story(
        {**STORY, "images": pictures, "cover": {"url": "https://vestnik.example/1.jpg", "alt": "1"}}
    )
    assert [(i.url[-5:], i.role, i.alt) for i in article.images] == [
        ("1.jpg", "cover", "1"),
        ("2.jpg", "inline", None),
    ]
    article = story(
        {**STORY, "image": "https://vestnik.example/1.jpg", "thumbnail": "https://vestnik.example/s.jpg"}
    )
    assert [i.url[-5:] for i in article.images] == ["1.jpg"]


def test_paid_is_not_free() -> None:
    assert story({**STORY, "paywall": True}).free is False
    assert story({**STORY, "is_premium": "no"}).free is True
    assert story({**STORY, "isAccessibleForFree": "False"}).free is False
    assert story({**STORY, "paywall": "metered"}).free is None


@pytest.mark.parametrize(
    "state", [{"status": "draft"}, {"draft": True}, {"is_published": False}, {"published": False}]
)
def test_what_its_newsroom_has_not_published(state: dict[str, Any]) -> None:
    [answer] = stories(json.dumps({**STORY, **state}))
    assert isinstance(answer, Rejection)
    assert answer.code == "not-published"
    assert next(iter(state)) in answer.reason


@pytest.mark.parametrize(
    "state", [{"status": "publish"}, {"draft": False}, {"is_published": True}, {"status": "live"}]
)
def test_what_it_has(state: dict[str, Any]) -> None:
    assert story({**STORY, **state}).title == "Фонари"


def test_a_broken_line_is_refused_and_the_others_go_on() -> None:
    lines = [
        json.dumps(STORY),
        '{"title": "Фонари',
        "",
        "5",
        '{"a": tru}',
        "null",
        json.dumps({"title": "x"}),
    ]
    answers = stories(
        "\n".join([*lines, json.dumps({**STORY, "url": "https://vestnik.example/2"})]), "wire.jsonl"
    )
    assert codes(answers) == [
        *("article", "broken-json", "no-record", "broken-json", "no-record", "no-url", "article"),
    ]
    assert [answer.line for answer in answers if isinstance(answer, Rejection)] == [2, 4, 5, 6, 7]
    assert all(answer.file == "wire.jsonl" for answer in answers if isinstance(answer, Rejection))
    assert [answer.origin.line for answer in answers if isinstance(answer, Article) and answer.origin] == [
        1,
        8,
    ]


def test_lines_are_told_without_the_files_name() -> None:
    data = json.dumps(STORY) + "\n" + json.dumps({**STORY, "url": "https://vestnik.example/2"}) + "\n"
    assert codes(stories(data)) == ["article", "article"]
    assert codes(stories("\ufeff" + data)) == ["article", "article"]


def test_separators_of_lines_inside_texts_part_nothing() -> None:
    line = json.dumps({**STORY, "title": "Фонари\u2028у пристани\u0085"}, ensure_ascii=False)
    assert len(stories(line + "\n" + line.replace("/1", "/2"), "wire.jsonl")) == 2


def test_broken_json_says_where() -> None:
    [answer] = stories('{\n "title": "Фонари",\n "tags": [1, 2,]\n}', "wire.json")
    assert isinstance(answer, Rejection)
    assert (answer.code, answer.line) == ("broken-json", 3)
    assert "comma" in answer.reason
    [answer] = stories('{"title": "Фонари"', "wire.json")
    assert isinstance(answer, Rejection)
    assert "too early" in answer.reason


def test_raw_control_characters_in_texts_are_let_pass() -> None:
    raw = json.dumps(STORY, ensure_ascii=False).replace("Фонари", "Фонари\tу\x01 пристани\n")
    [answer] = stories(raw, "wire.json")
    assert isinstance(answer, Article)
    assert answer.title == "Фонари у пристани"


@pytest.mark.parametrize("encoding", ["windows-1251", "utf-8-sig", "utf-16", "koi8-r"])
@pytest.mark.parametrize("file", ["wire.json", "wire.jsonl", "wire.yaml", None])
def test_other_encodings(encoding: str, file: str | None) -> None:
    record = {
        **STORY,
        "title": "Вдоль дорожки у пристани поставили двадцать фонарей",
        "body": "<p>Старые липы.</p>",
    }
    text = json.dumps(record, ensure_ascii=False)
    if file is not None or encoding != "utf-16":
        [answer] = stories(text.encode(encoding), file)
        assert isinstance(answer, Article), answer
        assert answer.title == record["title"]


def test_yaml_of_one_or_several_documents() -> None:
    assert codes(stories(YAML, "a.yaml")) == ["article"]
    assert codes(stories(YAML + "---" + YAML.replace("/1", "/2"), "a.yml")) == ["article", "article"]
    listed = "- {url: 'https://vestnik.example/1', title: Раз, date: 2026-11-23}\n- title: Два\n"
    answers = stories(listed)
    assert codes(answers) == ["article", "no-url"]
    assert isinstance(answers[1], Rejection)
    assert answers[1].line == 2


def test_yaml_texts_stay_as_they_are_written() -> None:
    extra = "id: 0100501\nsection: no\nkicker: 10:14\nlead: ~\nrights: null\nfree: true\nplace: 2026-11-23\n"
    [answer] = stories(YAML + extra, "a.yaml")
    assert isinstance(answer, Article)
    assert (answer.id, answer.section, answer.kicker) == ("0100501", "no", "10:14")
    assert (answer.lead, answer.rights, answer.free) == (None, None, True)
    assert answer.place is not None
    assert answer.place.name == "2026-11-23"
    assert answer.published.isoformat() == "2026-11-23T10:00:00+03:00"


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("title: Фонари: у пристани\n", 1, "mapping values"),
        ("title: 'Фонари\n", None, "end of stream"),
        ("a: 1\nb: *nobody\n", 2, "alias"),
        ("a: &a [*a]\n", None, "aliases"),
        ("a: !!python/object:os.system x\n", 1, "tag"),
        ("a: !!int x\n", None, "cannot be read"),
        ("? [a]\n: b\n", 1, "unhashable"),
        ("[" * 20_000, 1, "depth"),
        ("{a: " * 5_000, 1, "depth"),
    ],
)
def test_broken_yaml_says_where(text: str, line: int | None, words: str) -> None:
    [answer] = stories(text, "a.yaml")
    assert isinstance(answer, Rejection)
    assert answer.code == "broken-yaml"
    assert words in answer.reason
    assert line is None or answer.line == line


def test_aliases_cannot_multiply() -> None:
    bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n" + "".join(
        f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 12)
    )
    [answer] = stories(bomb, "a.yaml")
    assert isinstance(answer, Rejection)
    assert "aliases" in answer.reason
    shared = YAML + "author: &a Анна Примерова\nvideos: []\nkicker: *a\n"
    [answer] = stories(shared, "a.yaml")
    assert isinstance(answer, Article)
    assert answer.kicker == "Анна Примерова"


def test_what_stood_before_a_broken_document_is_kept() -> None:
    answers = stories(YAML + "---\ntitle: 'x\n", "a.yaml")
    assert codes(answers) == ["article", "broken-yaml"]


@pytest.mark.parametrize("sign", [",", ";", "\t"])
def test_tables(sign: str) -> None:
    rows = [
        ["title", "url", "date", "text"],
        ["Раз", "https://vestnik.example/1", "23.11.2026", '"Раз,\nдва; три."'],
    ]
    [answer] = stories("\n".join(sign.join(row) for row in rows), "export.csv")
    assert isinstance(answer, Article)
    assert (answer.title, answer.body) == ("Раз", "<p>Раз,</p><p>два; три.</p>")


@pytest.mark.parametrize(
    "data", [b"", b"  \n", b"[]", b"{}", b"null", b"5", b'"x"', b"[[[[[[[[1]]]]]]]]", b"\xef\xbb\xbf"]
)
@pytest.mark.parametrize("file", ["a.json", "a.jsonl", "a.yaml", "a.csv", None])
def test_files_without_a_record_give_a_reason(data: bytes, file: str | None) -> None:
    answers = stories(data, file)
    assert answers
    assert all(isinstance(answer, Rejection) for answer in answers)


@pytest.mark.parametrize(
    "data", [b"[" * 200_000, b'{"a":' * 100_000, b"1" * 10_000, b'{"id": 1' + b"0" * 9_000 + b"}"]
)
@pytest.mark.parametrize("file", ["a.json", "a.jsonl", None])
def test_depth_and_numbers_without_end(data: bytes, file: str | None) -> None:
    assert all(isinstance(answer, Rejection) for answer in stories(data, file))


KEYS = st.sampled_from([*NAMES, "items", "data", "x"])
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=30) | st.just("2026-11-23"),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=5),
    max_leaves=20,
)


@given(VALUES)
def test_no_json_makes_it_raise(value: Any) -> None:
    for answer in stories(json.dumps(value)):
        assert isinstance(answer, Article | Rejection)


@given(st.dictionaries(KEYS, VALUES, max_size=8), st.randoms())
def test_the_order_of_fields_changes_nothing(record: dict[str, Any], random: Any) -> None:
    def revision(items: list[tuple[str, Any]]) -> list[str]:
        answers = stories(json.dumps({**dict(items), **STORY}))
        return [revision_of(a) if isinstance(a, Article) else a.code for a in answers]

    items = [pair for pair in record.items() if NAMES.get(pair[0]) is None or NAMES[pair[0]].rank == 0]
    shuffled = items.copy()
    random.shuffle(shuffled)
    assert revision(items) == revision(shuffled)


@given(st.dictionaries(KEYS, VALUES, max_size=10))
def test_a_record_reads_back_as_itself(record: dict[str, Any]) -> None:
    for answer in stories(json.dumps({**record, **STORY})):
        if isinstance(answer, Article):
            [again] = stories(encode(answer))
            assert isinstance(again, Article), again
            assert revision_of(again) == revision_of(answer)


@given(
    st.binary(max_size=500) | st.text(max_size=200).map(str.encode),
    st.sampled_from(["json", "jsonl", "yaml", "csv", ""]),
)
def test_no_bytes_make_it_raise(data: bytes, ending: str) -> None:
    for answer in drafts(data, file=f"a.{ending}", address=None, circumstances=CIRCUMSTANCES):
        assert isinstance(answer, Draft | Rejection)
