"""Conditional requests, held against RFC 9110 read anew."""

from __future__ import annotations

from datetime import UTC, datetime
from email.utils import format_datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feeds.serve.conditional import Conditions, Validators, date, outcome, seconds

MODIFIED = int(datetime(2026, 11, 24, 9, 0, 0, tzinfo=UTC).timestamp())
KNOWN = Validators('"abc-gz"', MODIFIED)
BEFORE, THEN, AFTER = (date(MODIFIED + shift) for shift in (-1, 0, 1))


@pytest.mark.parametrize(
    ("conditions", "status"),
    [
        ({}, 200),
        ({"if_none_match": '"abc-gz"'}, 304),
        ({"if_none_match": 'W/"abc-gz"'}, 304),
        ({"if_none_match": '"abc"'}, 200),
        ({"if_none_match": "abc-gz"}, 200),
        ({"if_none_match": "*"}, 304),
        ({"if_none_match": '"x", "abc-gz"'}, 304),
        ({"if_none_match": '"x","y" ,W/"abc-gz"'}, 304),
        ({"if_none_match": '"x, abc-gz"'}, 200),
        ({"if_none_match": ""}, 200),
        ({"if_none_match": '"unfinished'}, 200),
        ({"if_modified_since": THEN}, 304),
        ({"if_modified_since": AFTER}, 304),
        ({"if_modified_since": BEFORE}, 200),
        ({"if_modified_since": "yesterday"}, 200),
        ({"if_modified_since": "Sat, 01 Jan 2000 00:00:00 GMT"}, 200),
        ({"if_none_match": '"other"', "if_modified_since": AFTER}, 200),
        ({"if_none_match": '"abc-gz"', "if_modified_since": BEFORE}, 304),
        ({"if_match": '"abc-gz"'}, 200),
        ({"if_match": "*"}, 200),
        ({"if_match": '"other"'}, 412),
        ({"if_match": 'W/"abc-gz"'}, 412),
        ({"if_match": '"other", "abc-gz"'}, 200),
        ({"if_match": '"abc-gz"', "if_none_match": '"abc-gz"'}, 304),
        ({"if_match": '"other"', "if_none_match": '"abc-gz"'}, 412),
        ({"if_unmodified_since": THEN}, 200),
        ({"if_unmodified_since": BEFORE}, 412),
        ({"if_unmodified_since": "never"}, 200),
        ({"if_match": '"abc-gz"', "if_unmodified_since": BEFORE}, 200),
    ],
)
def test_what_the_rfc_says(conditions: dict[str, str], status: int) -> None:
    assert outcome(Conditions(**conditions), KNOWN) == status


@pytest.mark.parametrize(
    "written",
    [
        "Tue, 24 Nov 2026 09:00:00 GMT",
        "Tuesday, 24-Nov-26 09:00:00 GMT",
        "Tue Nov 24 09:00:00 2026",
        "Tue, 24 Nov 2026 09:00:00 -0000",
    ],
)
def test_all_three_forms_of_dates_are_read(written: str) -> None:
    assert seconds(written) == MODIFIED


@given(st.datetimes(min_value=datetime(1970, 1, 2), max_value=datetime(9000, 1, 1), timezones=st.just(UTC)))
def test_dates_are_written_as_the_standard_library_writes_them(moment: datetime) -> None:
    whole = moment.replace(microsecond=0)
    assert date(whole.timestamp()) == format_datetime(whole, usegmt=True)
    assert seconds(date(whole.timestamp())) == int(whole.timestamp())


TAGS = st.text(st.characters(min_codepoint=0x21, max_codepoint=0x7E, exclude_characters='"'), max_size=5)


@given(
    st.lists(st.tuples(st.booleans(), TAGS), min_size=1, max_size=6),
    TAGS,
    st.sampled_from([",", ", ", " , "]),
)
def test_lists_of_tags(listed: list[tuple[bool, str]], known: str, comma: str) -> None:
    header = comma.join(f'{"W/" if weak else ""}"{tag}"' for weak, tag in listed)
    validators = Validators(f'"{known}"', MODIFIED)
    there = any(tag == known for _, tag in listed)
    strongly = any(tag == known and not weak for weak, tag in listed)
    assert outcome(Conditions(if_none_match=header), validators) == (304 if there else 200)
    assert outcome(Conditions(if_match=header), validators) == (200 if strongly else 412)


@given(st.text(max_size=60), st.text(max_size=60))
def test_nothing_that_clients_send_raises(one: str, other: str) -> None:
    for name in Conditions._fields:
        assert outcome(Conditions(**{name: one}), KNOWN) in (200, 304, 412)
    assert outcome(Conditions(one, other, one, other), KNOWN) in (200, 304, 412)
