"""ninjs of three generations and its dialects."""

from __future__ import annotations

import json
from typing import Any

import pytest
from reading import answers, record, records, rejection

from feeds.article import Article, Image, Person, Place, Video
from feeds.intake.draft import Rejection

URL = "https://port.example/{stem}"

ONE = {
    "uri": "tag:wire.example,2026:ferry",
    "type": "text",
    "version": "2",
    "firstcreated": "2026-11-22T17:40:00Z",
    "versioncreated": "2026-11-22T18:05:00Z",
    "pubstatus": "usable",
    "urgency": 4,
    "language": "en",
    "headline": "Ferry resumes",
    "description_text": "Crossings restarted.",
    "body_xhtml": "<p>Crossings restarted on <b>Sunday</b>.</p>",
    "body_text": "Crossings restarted on Sunday.",
    "byline": "By Ida Moen, Wire",
    "copyrightholder": "Wire",
    "copyrightnotice": "© Wire 2026",
    "usageterms": "Not for sale",
    "located": "Oslo",
    "place": [{"name": "Oslo", "geometry_geojson": {"type": "Point", "coordinates": [10.75, 59.91]}}],
    "subject": [{"name": "Transport", "code": "20000337"}, {"name": "Weather"}],
    "genre": [{"name": "Interview"}],
    "associations": {
        "second": {
            "type": "picture",
            "renditions": {"main": {"href": "https://c.example/2.jpg", "mimetype": "image/jpeg"}},
        },
        "featuremedia": {
            "uri": "x",
            "type": "picture",
            "byline": "A. Berg",
            "description_text": "A ferry",
            "renditions": {
                "thumbnail": {"href": "https://c.example/s.jpg", "mimetype": "image/jpeg", "width": 120},
                "original": {
                    "href": "https://c.example/l.jpg", "mimetype": "image/jpeg", "width": 1600, "height": 900,
                    "sizeinbytes": 184320,
                },
            },
        },
        "film": {
            "type": "video",
            "headline": "The quay",
            "renditions": {
                "mp4": {"href": "https://c.example/v.mp4", "mimetype": "video/mp4", "height": 720, "duration": 63},
                "still": {"href": "https://c.example/v.jpg", "mimetype": "image/jpeg"},
            },
        },
        "sound": {"type": "audio", "renditions": {"a": {"href": "https://c.example/a.mp3", "mimetype": "audio/mpeg"}}},
        "logo": {"type": "graphic", "renditions": {"a": {"href": "https://c.example/logo.png"}}},
        "earlier": {"type": "text", "uri": "https://port.example/earlier", "headline": "Storm"},
    },
}  # fmt: skip


def with_listed(camel: bool) -> dict[str, Any]:
    """The same item as 2.x and 3.x have it."""
    kind = "contentType" if camel else "contenttype"
    item: dict[str, Any] = {
        key: value
        for key, value in ONE.items()
        if not key.startswith(
            ("body_", "headline", "description_", "byline", "associations", "subject", "genre", "place")
        )
    }
    if camel:
        names = {"firstcreated": "firstCreated", "versioncreated": "versionCreated", "pubstatus": "pubStatus",
                 "copyrightholder": "copyrightHolder", "copyrightnotice": "copyrightNotice",
                 "usageterms": "usageTerms"}  # fmt: skip
        item = {names.get(key, key): value for key, value in item.items()}
    item |= {
        "headlines": [{"role": "short", "value": "Ferry"}, {"role": "main", "value": "Ferry resumes"}],
        "descriptions": [{"role": "summary", "value": "Crossings restarted."}],
        "bodies": [
            {"role": "text", kind: "text/plain", "value": "Crossings restarted on Sunday."},
            {"role": "html5", kind: "text/html",
             "value": "<html><body><h1>Ferry resumes</h1><p>Crossings restarted on <b>Sunday</b>.</p></body></html>"},
        ],
        "by": "Ida Moen",
        "subjects": ONE["subject"],
        "genres": ONE["genre"],
        "places": [{"name": "Oslo", "geoJSON": {"type": "Point", "coordinates": [10.75, 59.91]}}],
        "associations": [{"name": name, **one} for name, one in _listed(kind)],
    }  # fmt: skip
    return item


def _listed(kind: str) -> list[tuple[str, dict[str, Any]]]:
    made = []
    for name, one in ONE["associations"].items():  # type: ignore[attr-defined]
        renditions = [
            {"name": key, **{(kind if k == "mimetype" else k): v for k, v in value.items()}}
            for key, value in one.get("renditions", {}).items()
        ]
        made.append((name, {**one, "renditions": renditions}))
    return made


@pytest.mark.parametrize("item", [ONE, with_listed(False), with_listed(True)], ids=["1.x", "2.x", "3.x"])
def test_an_item_of_every_generation(item: dict[str, Any]) -> None:
    found = record("ninjs", json.dumps(item), file="ferry.json", url=URL)
    assert (found.id, found.url) == ("tag:wire.example,2026:ferry", "https://port.example/ferry")
    assert (found.title, found.lead) == ("Ferry resumes", "Crossings restarted.")
    assert found.body == (
        "<p>Crossings restarted on <strong>Sunday</strong>.</p>"
        '<figure><audio src="https://c.example/a.mp3" type="audio/mpeg"></audio></figure>'
    )
    assert found.published.isoformat() == "2026-11-22T17:40:00+00:00"
    assert found.updated is not None
    assert found.updated.isoformat() == "2026-11-22T18:05:00+00:00"
    assert found.authors == (Person(name="Ida Moen"),)
    assert (found.language, found.tags, found.genre) == ("en", ("Transport", "Weather"), "interview")
    assert found.place == Place(name="Oslo", latitude=59.91, longitude=10.75)
    assert found.rights == "© Wire 2026. Not for sale"
    assert found.images == (
        Image(url="https://c.example/l.jpg", role="cover", type="image/jpeg", width=1600, height=900, length=184320,
              caption="A ferry", credit="A. Berg"),
        Image(url="https://c.example/2.jpg", type="image/jpeg"),
    )  # fmt: skip
    assert found.videos == (
        Video(url="https://c.example/v.mp4", type="video/mp4", height=720, duration=63,
              thumbnail="https://c.example/v.jpg", title="The quay"),
    )  # fmt: skip
    [related] = found.related
    assert (related.url, related.title) == ("https://port.example/earlier", "Storm")
    assert found.withdrawn is None


SUPERDESK = {
    "guid": "urn:newsml:desk.example:7",
    "type": "text",
    "pubstatus": "usable",
    "versioncreated": "2026-11-22T18:05:00+0000",
    "firstpublished": "2026-11-22T17:00:00+0000",
    "headline": "Мост открыт",
    "body_html": "<p>Мост открыли в полдень.</p>",
    "byline": "Редакция",
    "authors": [
        {"name": "Анна Примерова", "role": "writer"},
        {"name": "Пётр Ёлкин", "role": "editor"},
    ],
    "service": [{"code": "c", "name": "Город"}],
    "subject": [{"name": "мосты"}],
    "keywords": ["ремонт"],
    "priority": 5,
    "extra": {"seotitle": "x"},
}


def test_superdesk_s_own_variety() -> None:
    found = record("ninjs", json.dumps(SUPERDESK), file="most.json", url=URL)
    assert found.id == "urn:newsml:desk.example:7"
    assert found.published.isoformat() == "2026-11-22T17:00:00+00:00"
    assert [person.name for person in found.authors] == ["Анна Примерова"]
    assert (found.section, found.tags) == ("Город", ("мосты", "ремонт"))


@pytest.mark.parametrize(
    "envelope",
    [
        lambda one: {"total": 1, "limit": 20, "offset": 0, "item": [one]},
        lambda one: {"api_version": "1.1", "data": {"items": [{"meta": {}, "item": one}]}},
        lambda one: {"data": {"item": one}},
        lambda one: [one],
    ],
    ids=["bbc", "ap feed", "ap item", "collection"],
)
def test_lists_and_envelopes(envelope: Any) -> None:
    assert record("ninjs", json.dumps(envelope(ONE)), file="x.json", url=URL).title == "Ferry resumes"


def test_ap_s_address_names_a_version_so_its_item_id_is_the_id() -> None:
    item = {
        **ONE,
        "uri": "https://api.example/content/5ee9?et=0a4",
        "altids": {"itemid": "5ee9", "etag": "5ee9_0a4"},
    }
    assert record("ninjs", json.dumps(item), file="x.json", url=URL).id == "5ee9"


def test_an_item_of_dpa() -> None:
    item = {
        "format": "digitalwires@0.9.1", "type": "composite", "urn": "urn:newsml:dpa.example:1", "pubstatus": "usable",
        "version_created": "2026-11-22T18:05:00+01:00", "embargoed": "2026-11-22T20:00:00+01:00", "language": "de",
        "kicker": "Verkehr", "headline": "Fähre fährt", "teaser": "Seit Sonntag.", "byline": "Von Ida Moen, dpa",
        "dateline": "Hamburg (dpa) - ", "article_html": '<section class="main"><p>Die Fähre fährt.</p></section>',
        "infobox_html": "<section><h3>Zahlen</h3><p>Zwölf.</p></section>",
        "linkbox_html": '<section><ul><li><a href="https://f.example/">Fahrplan</a></li></ul></section>',
        "creditline": "dpa", "keyword_names": ["Fähre"], "dpasubject_names": ["Verkehr"],
        "associations": [
            {"type": "image", "headline": "x", "caption": "Am Kai", "creditline": "A. Berg/dpa",
             "renditions": [{"url": "https://c.example/1.jpeg", "mimetype": "image/jpeg", "width": 2048}]},
        ],
    }  # fmt: skip
    found = record("ninjs", json.dumps(item), file="x.json", url=URL)
    assert (found.kicker, found.title, found.lead) == ("Verkehr", "Fähre fährt", "Seit Sonntag.")
    assert found.body == "<p>Die Fähre fährt.</p><h3>Zahlen</h3><p>Zwölf.</p>"
    assert found.embargo is not None
    assert found.embargo.isoformat() == "2026-11-22T20:00:00+01:00"
    assert [person.name for person in found.authors] == ["Ida Moen"]
    assert found.place == Place(name="Hamburg")
    assert [(link.url, link.title) for link in found.related] == [("https://f.example/", "Fahrplan")]
    assert found.images[0].credit == "A. Berg/dpa"


def test_the_newest_version_of_an_item_is_taken() -> None:
    older = {**ONE, "version": "1", "headline": "Ferry stops"}
    newer = {**ONE, "version": "10", "headline": "Ferry sails"}
    found = records("ninjs", json.dumps([older, newer, ONE]), file="x.json", url=URL)
    assert [article.title for article in found] == ["Ferry sails"]


def test_an_item_that_was_taken_back() -> None:
    item = {"uri": "urn:x:7", "type": "text", "versioncreated": "2026-11-22T18:05:00Z", "pubstatus": "canceled",
            "ednote": "Wrong quay", "slugline": "FERRY"}  # fmt: skip
    found = record("ninjs", json.dumps(item), file="x.json", url=URL)
    assert found.withdrawn == "canceled: Wrong quay"
    assert found.title == "FERRY"


def test_an_expiry_and_the_highest_urgency() -> None:
    item = {**ONE, "expires": "2026-12-01T00:00:00Z", "urgency": 1, "genre": []}
    found = record("ninjs", json.dumps(item), file="x.json", url=URL)
    assert found.expires is not None
    assert found.genre == "flash"


def test_a_body_in_nitf() -> None:
    nitf = "<nitf><body><body.content><p>Crossings &amp; quays.</p></body.content></body></nitf>"
    item = {key: value for key, value in ONE.items() if not key.startswith(("body_", "associations"))}
    item["bodies"] = [{"role": "nitf", "contenttype": "text/vnd.IPTC.NITF", "value": nitf}]
    assert record("ninjs", json.dumps(item), file="x.json", url=URL).body == "<p>Crossings &amp; quays.</p>"


def test_a_picture_in_the_body_is_shown_at_its_best() -> None:
    item = {**ONE, "body_xhtml": '<p>Раз.</p><img src="https://c.example/s.jpg">', "body_text": ""}
    found = record("ninjs", json.dumps(item), file="x.json", url=URL)
    assert '<img src="https://c.example/l.jpg">' in found.body
    assert [image.url for image in found.images] == ["https://c.example/l.jpg", "https://c.example/2.jpg"]


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        ("picture", "a picture"),
        ("video", "a video"),
        ("audio", "a sound"),
        ("event", "an event"),
        ("planning", "a plan"),
    ],
)
def test_what_is_no_text_says_what_it_is(kind: str, said: str) -> None:
    answer = rejection("ninjs", json.dumps({**ONE, "type": kind}), file="x.json", url=URL)
    assert answer.code == "no-story"
    assert said in answer.reason


@pytest.mark.parametrize(
    ("source", "code"),
    [
        ('{"title": "x"}', "no-record"),
        ("[1, 2]", "no-record"),
        ("[]", "no-record"),
        ("{", "broken-json"),
        ("", "empty"),
        (
            json.dumps(
                {"uri": "x", "type": "text", "headline": "x", "versioncreated": "2026-11-22T18:05:00Z"}
            ),
            "no-story",
        ),
    ],
)
def test_what_is_no_ninjs(source: str, code: str) -> None:
    found = answers("ninjs", source, file="x.json", url=URL)
    assert isinstance(found[0], Rejection)
    assert found[0].code == code


def test_the_identity_is_the_address_where_nothing_else_is_known() -> None:
    item = {**ONE, "uri": "https://port.example/ferry"}
    assert record("ninjs", json.dumps(item)).url == "https://port.example/ferry"
    assert rejection("ninjs", json.dumps(ONE)).code == "no-url"


def test_an_address_template_may_name_the_id() -> None:
    items = [{**ONE, "uri": f"ferry-{n}"} for n in range(3)]
    found = records("ninjs", json.dumps(items), file="x.json", url="https://port.example/{year}/{id}")
    assert [article.url for article in found] == [f"https://port.example/2026/ferry-{n}" for n in range(3)]


@pytest.mark.parametrize(
    "value",
    [
        {**ONE, "associations": [None, 1, "x", {"type": "picture", "renditions": [None, {"href": 5}]}]},
        {**ONE, "headlines": [None, {"value": {"value": {"value": {}}}}], "bodies": "x", "subjects": 5},
        {**ONE, "located": {"a": []}, "places": [[]], "byline": 7, "urgency": "x", "version": [1]},
        {**ONE, "datelinelocation": [], "extra": [], "altids": [], "authors": ["x", 1], "service": {}},
    ],
    ids=range(4),
)
def test_values_of_other_types_do_no_harm(value: dict[str, Any]) -> None:
    for answer in answers("ninjs", json.dumps(value), file="x.json", url=URL):
        assert isinstance(answer, Article | Rejection)
