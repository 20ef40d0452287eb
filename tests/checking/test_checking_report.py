"""What people read about a document: each finding with its line, however the document came."""

from __future__ import annotations

import gzip

import pytest

from feeds.checking import report
from feeds.checking.finding import Finding

TEXT = '<?xml version="1.0"?>\n<a>Мост через Ладу</a>\n'
FOUND = Finding(severity="error", code="RSS001", message="something is wrong", line=2, column=4)


def lines(source: bytes) -> list[str]:
    return list(report.text("feed.xml", source, [FOUND]))


@pytest.mark.parametrize(
    "source",
    [
        TEXT.encode(),
        gzip.compress(TEXT.encode()),
        TEXT.encode("utf-16"),
        TEXT.replace("?>", ' encoding="koi8-r"?>').encode("koi8-r"),
        TEXT.encode("cp1251"),
    ],
    ids=["utf-8", "packed", "utf-16", "declared", "undeclared"],
)
def test_the_line_is_shown_with_a_caret_below_its_column(source: bytes) -> None:
    assert lines(source) == [
        "feed.xml:2:4: error RSS001: something is wrong",
        "    | <a>Мост через Ладу</a>",
        "    |    ^",
    ]


def test_a_long_line_is_shown_around_the_column_alone() -> None:
    far = Finding(severity="info", code="RSS001", message="far out", line=1, column=501)
    shown = list(report.text("feed.xml", b"a" * 500 + b"<b/>" + b"c" * 500, [far]))
    assert len(shown[1]) <= report.EXCERPT + len("    | ")
    assert shown[1][len("    | ") + shown[2].index("^") - len("    | ") :].startswith("<b/>")


def test_what_the_terminal_would_act_on_is_not_shown() -> None:
    assert "\x1b" not in "".join(report.text("feed.xml", b"\n<a>\x1b[2J</a>", [FOUND]))
