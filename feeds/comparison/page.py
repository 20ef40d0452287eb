"""A comparison as a page: both sides beside each other, self-contained and inert, in light and in dark."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape

from feeds.comparison.differences import Change, Comparison, Difference
from feeds.comparison.report import HEADINGS, summary
from feeds.comparison.stories import Reading
from feeds.comparison.wording import Paragraph, Piece, paragraphs, words

MOST = 500
"""Stories that a page shows."""

LONGEST = 20_000
"""Characters of a text that a page shows."""

_STYLE = """
:root { color-scheme: light dark; --line: #8884; --old: #f8d0d0; --new: #cdeccd; --quiet: #666; }
@media (prefers-color-scheme: dark) { :root { --old: #5c2626; --new: #1f4d27; --quiet: #aaa; } }
body { font: 1rem/1.5 system-ui, sans-serif; max-width: 75rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.5rem; } h2 { font-size: 1.2rem; margin-top: 2.5rem; }
table { border-collapse: collapse; width: 100%; table-layout: fixed; margin: .5rem 0 1rem; }
th, td { border: 1px solid var(--line); padding: .35rem .6rem; text-align: left; vertical-align: top; }
th, td { overflow-wrap: anywhere; }
th:first-child { width: 8rem; } thead th { font-weight: 600; }
details { border: 1px solid var(--line); border-radius: .4rem; padding: .4rem .8rem; margin: .5rem 0; }
summary { cursor: pointer; font-weight: 600; overflow-wrap: anywhere; }
del { background: var(--old); } ins { background: var(--new); text-decoration: none; }
.quiet { color: var(--quiet); font-weight: 400; } p { margin: .3rem 0; }
@media (max-width: 40rem) { th:first-child { width: 5rem; } body { margin: 1rem auto; } }
"""

_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"


def page(comparison: Comparison) -> str:
    """The whole page, as HTML."""
    return "".join(_page(comparison))


def _page(comparison: Comparison) -> Iterator[str]:
    title = f"{comparison.old.place} → {comparison.new.place}"
    yield '<!doctype html>\n<html lang="en"><head><meta charset="utf-8">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex">'
    yield f"<title>{escape(title)}</title><style>{_STYLE}</style></head><body><main>"
    yield f"<h1>{escape(next(iter(summary(comparison))))}</h1>"
    yield from (f"<p>{escape(line)}</p>" for line in list(summary(comparison))[1:])
    yield _sides(comparison)
    if comparison.feed:
        yield f"<h2>The feed itself</h2>{_table(comparison.feed)}"
    yield from _stories(comparison)
    yield "</main></body></html>\n"


def _sides(comparison: Comparison) -> str:
    rows = "".join(
        f"<tr><th>{escape(name)}</th><td>{one}</td><td>{other}</td></tr>"
        for name, one, other in zip(
            ("document", "target", "title", "stories", "from", "to"),
            _facts(comparison.old),
            _facts(comparison.new),
            strict=True,
        )
    )
    return f"<table>{_HEAD}<tbody>{rows}</tbody></table>"


_HEAD = '<thead><tr><th scope="col"></th><th scope="col">old</th><th scope="col">new</th></tr></thead>'


def _facts(reading: Reading) -> Iterator[str]:
    moments = sorted(reading.moments)
    yield escape(reading.place)
    yield escape(reading.target)
    yield escape(reading.about.title or "")
    yield str(len(reading.stories))
    yield moments[0].isoformat(" ", "minutes") if moments else ""
    yield moments[-1].isoformat(" ", "minutes") if moments else ""


def _stories(comparison: Comparison) -> Iterator[str]:
    shown = comparison.stories[:MOST]
    for kind, heading in HEADINGS.items():
        some = [change for change in shown if change.kind == kind]
        if some:
            yield f"<h2>{escape(heading)} ({comparison.count(kind)})</h2>"
            yield from map(_story, some)
    if len(comparison.stories) > MOST:
        yield f'<p class="quiet">{len(comparison.stories) - MOST} more stories are not shown here.</p>'


def _story(change: Change) -> str:
    fields = ", ".join(difference.field for difference in change.differences)
    link = f"<p>{escape(change.link)}</p>" if change.link else ""
    why = f"<p>{escape(change.why)}</p>" if change.why else ""
    quiet = "" if change.seen else ' <span class="quiet">not noticed</span>'
    told = f' <span class="quiet">{escape(fields)}</span>' if fields else ""
    table = _table(change.differences) if change.differences else ""
    return f"<details><summary>{escape(change.title)}{told}{quiet}</summary>{link}{why}{table}</details>"


def _table(differences: Iterable[Difference]) -> str:
    rows = "".join(row for difference in differences for row in _rows(difference))
    return f"<table>{_HEAD}<tbody>{rows}</tbody></table>"


def _rows(difference: Difference) -> Iterator[str]:
    """A difference as a row for each paragraph, the paragraphs that are alike beside themselves."""
    old, new = (difference.old or "")[:LONGEST], (difference.new or "")[:LONGEST]
    notes = [note for note in (difference.why, None if difference.seen else "not noticed") if note]
    head = escape(difference.field) + "".join(f'<br><span class="quiet">{escape(n)}</span>' for n in notes)
    for number, one in enumerate(paragraphs(old.split("\n\n"), new.split("\n\n"))):
        before, after = _paragraph(one)
        name = f'<th scope="row">{head}</th>' if number == 0 else "<th></th>"
        yield f"<tr>{name}<td>{before}</td><td>{after}</td></tr>"


def _paragraph(one: Paragraph) -> tuple[str, str]:
    if one.same:
        return escape(one.old), escape(one.new)
    pieces = words(one.old, one.new)
    return _side(pieces, "old", "del"), _side(pieces, "new", "ins")


def _side(pieces: Iterable[Piece], side: str, tag: str) -> str:
    return "".join(
        f"<{tag}>{escape(piece.text)}</{tag}>" if piece.side == side else escape(piece.text)
        for piece in pieces
        if piece.side in ("same", side)
    )
