"""Fields of records that feeds.yaml finds by JMESPath, where their names do not tell them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

from feeds.intake.draft import Draft, Offer
from feeds.intake.normalise.coerce import raw_text
from feeds.intake.records.names import NAMES

if TYPE_CHECKING:
    from jmespath.parser import ParsedResult

_BODIES = ("body", "html", "text", "wordpress", "markdown")
_TOGETHER = (_BODIES, ("images", "cover"), ("free", "paid"), ("published", "out"))

FIELDS = tuple(dict.fromkeys([*(name.field for name in NAMES.values()), *_BODIES]))
"""What a mapping may name: the fields of records, and bodies in the markup of WordPress or in Markdown."""


class Fault(NamedTuple):
    """Why an expression is none, and what to do."""

    reason: str
    hint: str | None = None


def fault(expression: str) -> Fault | None:
    """What is wrong with an expression; None where nothing is."""
    from jmespath.exceptions import JMESPathError, LexerError

    try:
        parsed = _compiled(expression)
    except JMESPathError as error:
        quote = isinstance(error, LexerError) and not expression.isascii()
        hint = (
            "Put names with other letters than a to z in double quotes, as in '\"Заголовок\"'."
            if quote
            else None
        )
        said = str(error).partition(", for expression")[0].partition("\n")[0]
        return Fault(f"{expression!r} is no JMESPath: {said}", hint)
    unknown = next(_unknown(parsed.parsed), None)
    return Fault(f"{expression!r} calls {unknown}(), which JMESPath does not have") if unknown else None


def _unknown(node: Any) -> Iterator[str]:
    """The functions that a tree calls and that there are none of."""
    from jmespath.functions import Functions

    if node.get("type") == "function_expression" and node["value"] not in Functions.FUNCTION_TABLE:
        yield node["value"]
    for child in node.get("children", ()):
        if isinstance(child, dict):
            yield from _unknown(child)


@lru_cache(maxsize=256)
def _compiled(expression: str) -> ParsedResult:
    import jmespath

    return jmespath.compile(expression)


def found(expression: str, value: Any) -> Any:
    """What an expression finds in a value; an `Unfound` where it cannot be asked of this one."""
    from jmespath.exceptions import JMESPathError

    try:
        return _compiled(expression).search(value)
    except (JMESPathError, TypeError, ValueError, AttributeError, RecursionError) as error:
        return Unfound(str(error).partition("\n")[0][:200])


class Unfound(NamedTuple):
    """Why an expression finds nothing in a value."""

    reason: str


def mapped(draft: Draft, record: Any, mapping: Mapping[str, str], where: str = "") -> dict[str, Offer | None]:
    """What the expressions find in a record, for each field that they are for; None for nothing."""
    offers: dict[str, Offer | None] = {}
    for field, expression in mapping.items():
        value = found(expression, record)
        place = f"{where}: {expression}" if where else expression
        if isinstance(value, Unfound):
            draft.note(place, value.reason)
            value = None
        shown = _shown(field, value)
        offers.update(
            dict.fromkeys(next((group for group in _TOGETHER if field in group), (field,)), None) | offers
        )
        if value is not None:
            offers["html" if field in ("wordpress", "markdown") else field] = Offer(shown, place)
    return offers


def _shown(field: str, value: Any) -> Any:
    """A value, or the HTML of a body in another markup."""
    if field == "wordpress":
        from feeds.intake.wordpress import html_of

        return html_of(raw_text(value) or "")
    if field == "markdown":
        from feeds.intake.markdown.body import rendered
        from feeds.intake.markdown.codes import Page

        return rendered((raw_text(value) or "")[:1_000_000], Page({}), "").markup
    return value
