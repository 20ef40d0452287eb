"""How a story's id is written in feeds: for ever the same, and as the publication wants it."""

from __future__ import annotations

from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from stories import PUBLICATION, RETRACTION, bare, channel, document, setting

from feeds.configuration.load import parse
from feeds.errors import ConfigurationError
from feeds.syndication.story import identity, named_by

PAGE = "https://listok.example/?p={id}"
ATOM = "{http://www.w3.org/2005/Atom}"


def publication(ids: str | None):
    return replace(PUBLICATION, ids=ids)


@pytest.mark.parametrize(
    ("ids", "own", "written"),
    [
        (None, "17", "tag:listok.example,2026:17"),
        ("{id}", "17", "17"),
        ("{id}", "a b", "a b"),
        (PAGE, "17", "https://listok.example/?p=17"),
        (PAGE, "a b/ё&", "https://listok.example/?p=a%20b/%D1%91&"),
        ("{url}", "17", "https://listok.example/b1"),
        ("tag:listok.example,2019:{id}", "17", "tag:listok.example,2019:17"),
        (PAGE, "https://listok.example/?p=9", "https://listok.example/?p=9"),
        ("{url}", "urn:uuid:77", "urn:uuid:77"),
    ],
)
def test_ids_are_written_as_the_publication_wants(ids: str | None, own: str, written: str) -> None:
    assert identity(bare(id=own), publication(ids)) == written


@pytest.mark.parametrize("ids", [None, "{id}", PAGE, "{url}"])
def test_every_format_writes_the_same_id_where_it_may(ids: str | None) -> None:
    story = bare(id="17")
    wanted = identity(story, publication(ids))
    rss = document("rss", story, chosen=setting("rss", publication(ids)))
    assert ET.fromstring(rss).findtext("channel/item/guid") == wanted
    assert f'"id": "{wanted}"'.encode() in document(
        "json-feed", story, chosen=setting("json-feed", publication(ids))
    )
    atom = ET.fromstring(document("atom", story, chosen=setting("atom", publication(ids))))
    [found] = [entry.findtext(f"{ATOM}id") for entry in atom.iter(f"{ATOM}entry")]
    assert found == ("tag:listok.example,2026:17" if ids == "{id}" else wanted)


def test_tombstones_name_the_id_that_the_story_had() -> None:
    chosen = setting("atom", publication(PAGE))
    whole = document("atom", chosen=chosen, retractions=(RETRACTION,))
    assert b'ref="https://listok.example/?p=7"' in whole
    assert channel("atom", chosen).setting.publication.ids == PAGE


OWN = st.text(st.characters(exclude_categories=["Cc", "Cs", "Cn"]), min_size=1, max_size=20)


@given(OWN, st.sampled_from([None, "{id}", PAGE, "urn:x:{id}:y"]))
def test_a_story_is_found_by_the_id_that_feeds_give_it(own: str, ids: str | None) -> None:
    written = identity(bare(id=own), publication(ids))
    assert any(
        identity(bare(id=name), publication(ids)) == written for name in named_by(written, publication(ids))
    )
    assert own in named_by(own, publication(ids))
    if ids != "{id}":
        assert own in named_by(written, publication(ids))


@pytest.mark.parametrize("ids", ["", "news", "{stem}", "https://listok.example/?p={id} x", "<{id}>"])
def test_a_template_that_names_no_story_is_a_mistake(ids: str) -> None:
    text = f"publication: {{name: Л, url: https://listok.example/, ids: '{ids}'}}\nbase_url: https://listok.example/\n"
    with pytest.raises(ConfigurationError, match="is no template of ids"):
        parse(text)
