"""What agencies' formats have in common."""

from __future__ import annotations

import pytest

from feeds.intake.draft import Draft, Rejection
from feeds.intake.wire import (
    Told,
    byline_in,
    city,
    largest,
    later,
    names,
    newest,
    offer_limit,
    rights,
    version,
    withdrawal,
    without_heading,
    without_signature,
)
from feeds.markup.parse import parse
from feeds.markup.serialise import serialise


@pytest.mark.parametrize(
    ("byline", "agencies", "wanted"),
    [
        ("By BERNARD CONDON", ["AP"], "By Bernard Condon"),
        ("Von Christian Hollmann, dpa", ["dpa"], "Von Christian Hollmann"),
        ("Von dpa", ["dpa"], None),
        ("Geir Molnes / Faktisk.no", ["NTB", "Faktisk.no"], "Geir Molnes"),
        ("gr/bp", [], None),
        ("VRG", [], None),
        ("degenhardt.sandra", [], None),
        ("Reuters", ["Reuters"], None),
        ("Анна Примерова", ["ТАСС"], "Анна Примерова"),
        ("АННА ПРИМЕРОВА", [], "Анна Примерова"),
        ("", [], None),
    ],
)
def test_bylines_without_their_agency(byline: str, agencies: list[str], wanted: str | None) -> None:
    assert names(byline, agencies) == ([wanted] if wanted else [])


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ("OSLO, Nov 23 (NTB) –", "Oslo"),
        ("Tel Aviv/Beirut (dpa) - ", "Tel Aviv"),
        ("SYDNEY March 22 AAP -", "Sydney"),
        ("NEW YORK", "New York"),
        ("USA (dpa)", "USA"),
        ("Helsinki", "Helsinki"),
        ("МОСКВА, 23 ноября", "Москва"),
        ("4/4/2018", None),
        ("", None),
        (None, None),
    ],
)
def test_places_of_datelines(line: str | None, place: str | None) -> None:
    assert city(line) == place


def test_the_best_rendition_is_the_widest_that_is_not_beyond_reason() -> None:
    small, large, huge = (
        {"name": name, "width": width} for name, width in (("a", 300), ("b", 4000), ("c", 20_000))
    )
    assert largest([small, huge, large]) == large
    assert largest([{"name": "rnd:thumbnail"}, {"name": "rnd:highRes"}, {"name": "rnd:preview"}]) == {
        "name": "rnd:highRes"
    }
    assert largest([{"length": 5}, {"length": 900}]) == {"length": 900}
    assert largest([]) is None


def test_of_a_story_the_newest_version_is_taken_where_its_first_one_stood() -> None:
    old, new, other = (Draft(kind="ninjs", line=n) for n in (1, 2, 3))
    told = [
        Told(old, "a", version("2")),
        Told(Rejection(code="no-story", reason="x")),
        Told(other, "b", version("1")),
        Told(new, "a", version(10)),
    ]
    answers = list(newest(told))
    assert answers[0] is new
    assert isinstance(answers[1], Rejection)
    assert answers[2] is other
    assert new.notes == [("line 1", "an older version of this story (2)")]


def test_versions_are_told_by_their_dates_where_they_have_no_numbers() -> None:
    assert version(None, "2026-11-23T11:00:00Z") > version(None, "2026-11-23T10:00:00Z")
    assert version("3", "2026-11-23T10:00:00Z") > version("2", "2026-11-23T11:00:00Z")


@pytest.mark.parametrize(
    ("status", "note", "reason"),
    [
        ("usable", "x", None),
        ("stat:canceled", None, "canceled"),
        ("http://cv.iptc.org/newscodes/pubstatusg2/withheld", " Ошибка ", "withheld: Ошибка"),
        ("Canceled", None, "canceled"),
        (None, "x", None),
    ],
)
def test_states_that_take_a_story_back(status: str | None, note: str | None, reason: str | None) -> None:
    assert withdrawal(status, note) == reason


def test_a_pattern_of_a_date_restricts_nothing() -> None:
    draft = Draft(kind="nitf")
    offer_limit(draft, "expires", "YYYYMMDD000000-HHMM", "date.expire")
    offer_limit(draft, "embargo", "20261124T100000Z", "date.release")
    assert list(draft.offers) == ["embargo"]
    assert len(draft.notes) == 1


def test_dates_are_compared_as_instants() -> None:
    assert later("20261123T130000+0300", "2026-11-23T09:00:00Z")
    assert not later("20261123T120000+0300", "2026-11-23T09:00:00Z")
    assert not later(None, "2026-11-23T09:00:00Z")


def test_rights_in_one_line() -> None:
    assert rights("© Вести", "Вести", "Не для\nперепечатки.") == "© Вести. Не для перепечатки"
    assert rights(None, "Вести") == "© Вести"
    assert rights("", None) is None


def test_what_a_text_repeats_and_what_it_ends_with() -> None:
    body = parse(
        "<h1>Лёд сошёл</h1><h2>Раньше срока</h2><p>By Ann Lee</p><p>Раз.</p><p>Два.</p><p>AAP RTV ar</p>"
    )
    bare = without_signature(without_heading(body, "Лёд  сошёл", "раньше срока"))
    found, line = byline_in(bare)
    assert serialise(found) == "<p>Раз.</p><p>Два.</p>"
    assert line == "By Ann Lee"


@pytest.mark.parametrize("text", ["US wins gold.", "Конец.", "NATO said no", "The end of it."])
def test_a_last_paragraph_is_no_signature(text: str) -> None:
    body = parse(f"<p>Раз.</p><p>{text}</p>")
    assert without_signature(body) == body
