"""A vocabulary's structure as a table: which element, where, how often, with what value and attributes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

Value = Callable[[str], str | None]
"""What is wrong with a text, in words that follow the element's name; None where it is fine."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribute:
    """An attribute's demands; the codes are those of `Row`. `name` may have a prefix, as in `thr:count`."""

    name: str
    required: str | None = None  # code where it is missing
    value: Value | None = None
    invalid: str | None = None  # code where the value is wrong


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """An element's demands, each with the code of the rule that speaks where it is not met.

    `on` is the parent, or several: "document" (the root), "channel", "item", a path below one of these
    ("item/media:group"), or "//media:content" for such an element wherever a row lets it stand.
    `name` is the element. `missing` is said where there is none of it, `repeated` from the second on,
    `invalid` where `value` objects, `stray` where text stands in it beside its elements, `misplaced`
    where it comes after one of the elements that `before` names. An element whose content is not the
    vocabulary's (HTML, other people's elements) is `opaque`: what it holds is not looked at. `value` gets
    the text without the white space around it, or, where it is `exact`, with it.

    A row states facts; the rules that its codes name are declared with `RuleSet.facts`. Several rows may
    speak of one element: all hold.
    """

    on: str | tuple[str, ...]
    name: str
    missing: str | None = None
    repeated: str | None = None
    value: Value | None = None
    invalid: str | None = None
    attributes: tuple[Attribute, ...] = ()
    stray: str | None = None
    before: tuple[str, ...] = ()
    misplaced: str | None = None
    opaque: bool = False
    exact: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Vocabulary:
    """A namespace of which every element is in the table: what is not there, is a mistake.

    `unknown` is the code for elements that the table has not, or not there; `attribute` for attributes
    without a prefix on elements that it has; `bare`, in a vocabulary without a namespace, for elements
    without one inside of somebody else's. A `living` vocabulary still grows: an element that it has
    nowhere is worth a warning at most.
    """

    uri: str
    unknown: str | None = None
    attribute: str | None = None
    bare: str | None = None
    living: bool = False
