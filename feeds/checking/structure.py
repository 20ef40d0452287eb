"""A vocabulary's structure as a table: which element, how often, with what value."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

Value = Callable[[str], str | None]
"""What is wrong with a text, in words that follow the element's name; None where it is fine."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribute:
    """An attribute's demands; the codes are those of `Row`."""

    name: str
    required: str | None = None  # code where it is missing
    value: Value | None = None
    invalid: str | None = None  # code where the value is wrong


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """An element's demands, each with the code of the rule that speaks where it is not met.

    `on` is the parent ("channel", "item", "item/media:group"), `name` the element. `missing` is said
    where there is none of it, `repeated` from the second on, `invalid` where `value` objects.
    A row states facts; the rules that its codes name are declared with `RuleSet.facts`.
    """

    on: str
    name: str
    missing: str | None = None
    repeated: str | None = None
    value: Value | None = None
    invalid: str | None = None
    attributes: tuple[Attribute, ...] = ()
