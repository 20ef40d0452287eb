"""Tells of exceptions from the rules, in feeds.yaml, whose last day has passed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from feeds.checking.policy import Policy
    from feeds.wording import Wording


def tell_of_lapsed(policy: Policy, say: Wording) -> None:
    """A line on standard error for each."""
    for entry in policy.lapsed:
        code = f"{entry.code} ({entry.feed})" if entry.feed else entry.code
        said = say(
            "the exemption of {code} in feeds.yaml ended on {day}: {reason}",
            code=code,
            day=entry.until,
            reason=entry.reason,
        )
        click.echo(f"feeds: {said}", err=True)
