"""Tells of exceptions from the rules, in feeds.yaml, whose last day has passed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from feeds.checking.policy import Policy


def tell_of_lapsed(policy: Policy) -> None:
    """A line on standard error for each."""
    for entry in policy.lapsed:
        where = f" ({entry.feed})" if entry.feed else ""
        said = f"the exemption of {entry.code}{where} in feeds.yaml ended on {entry.until}: {entry.reason}"
        click.echo(f"feeds: {said}", err=True)
