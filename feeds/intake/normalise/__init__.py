"""A draft to a record: each field from the first offer that makes sense, and every decision kept."""

from __future__ import annotations

from typing import Any, NamedTuple

from feeds.article import Article, Origin
from feeds.intake.draft import Circumstances, Draft, Note, Rejection
from feeds.intake.normalise.choice import Choice, Known, Loss
from feeds.intake.normalise.coerce import shown
from feeds.intake.normalise.steps import STEPS

__all__ = ["Choice", "Explanation", "Loss", "explain", "normalise"]

# Without these there is no record: the code, what is said, and what to do.
_REQUIRED = {
    "url": ("no-url", "states no address", "Give it a url, or the source an address template."),
    "title": ("no-title", "states no title", None),
    "published": ("no-date", "states no date of publication", None),
}

# These restrict where and when a story may appear. One that cannot be read must not be passed over.
_BINDING = ("embargo", "expires", "only", "except")


class Explanation(NamedTuple):
    """What a draft became, and for each field that was offered what was taken, what lost and why."""

    result: Article | Rejection
    choices: tuple[Choice, ...]
    notes: tuple[Note, ...]


def normalise(draft: Draft, circumstances: Circumstances) -> Article | Rejection:
    """The record of a draft, or the reason why there is none."""
    return _result(draft, circumstances, _choices(draft, circumstances))


def explain(draft: Draft, circumstances: Circumstances) -> Explanation:
    """As `normalise`, with the way to it."""
    choices = _choices(draft, circumstances)
    telling = tuple(choice for choice in choices if choice.where or choice.losses)
    return Explanation(_result(draft, circumstances, choices), telling, tuple(draft.notes))


def _choices(draft: Draft, circumstances: Circumstances) -> list[Choice]:
    taken: dict[str, Any] = {}
    known = Known(draft, circumstances, taken)
    choices: list[Choice] = []
    offered = draft.offers
    for field, step in STEPS:
        if field is not None and field not in offered:
            if field in _REQUIRED:
                choices.append(Choice(field))
            continue
        choice = step(known)
        choices.append(choice)
        if choice.where is not None:
            taken[choice.field] = choice.value
    return choices


def _result(draft: Draft, circumstances: Circumstances, choices: list[Choice]) -> Article | Rejection:
    problems = [problem for choice in choices if (problem := _problem(choice))]
    if problems:
        code, _, hint = problems[0]
        reason = ", and ".join(reason for _, reason, _ in problems)
        return Rejection(code=code, reason=reason, file=draft.file, line=draft.line, hint=hint)
    values = {c.field: c.value for c in choices if c.where is not None and c.field != "site"}
    origin = Origin(
        source=circumstances.source,
        file=draft.file,
        kind=draft.kind,
        line=draft.line,
        fields={c.field: c.where for c in choices if c.where is not None and c.field != "site"},
    )
    values["body"] = values["body"].text if "body" in values else ""
    values["except_"] = values.pop("except", ())
    return Article(**values, origin=origin)


def _problem(choice: Choice) -> tuple[str, str, str | None] | None:
    """Code, reason and hint, where a field that is needed could not be had."""
    if choice.where is not None:
        return None
    if choice.field in _BINDING and choice.losses:
        return (
            f"bad-{choice.field}",
            f"states {choice.field} in a way that cannot be read: {_said(choice)}",
            None,
        )
    if choice.field not in _REQUIRED:
        return None
    code, reason, hint = _REQUIRED[choice.field]
    if not choice.losses:
        return code, reason, hint
    if choice.field == "published":
        return "bad-date", f"states a date that cannot be read: {_said(choice)}", None
    return code, f"{reason} that can be used: {_said(choice)}", hint


def _said(choice: Choice) -> str:
    offer, reason = choice.losses[0]
    return f"{shown(offer.value)} {reason}"
