"""Small charts: a row of bars or a line, drawn as SVG in the colour of the text around them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markupsafe import Markup

HEIGHT = 24
STEP = 3
"""Units of width for each number."""


def bars(numbers: Sequence[int], label: str) -> Markup:
    """Numbers as bars, the highest one as high as the chart; `label` says in words what they show."""
    most = max(numbers, default=0) or 1
    drawn = "".join(
        f'<rect x="{n * STEP}" y="{HEIGHT - high:g}" width="2" height="{high:g}"/>'
        for n, number in enumerate(numbers)
        if number > 0 and (high := round(max(1.5, HEIGHT * number / most), 1))
    )
    base = f'<path class="base" d="M0 {HEIGHT - 0.5}h{max(len(numbers), 1) * STEP - 1}"/>'
    return _chart(len(numbers), base + drawn, label, "bars")


def line(numbers: Sequence[int], label: str) -> Markup:
    """Numbers as a line, the lowest one at the bottom."""
    least, most = min(numbers, default=0), max(numbers, default=0)
    room = (most - least) or 1
    points = " ".join(
        f"{n * STEP},{round(HEIGHT - 2 - (HEIGHT - 4) * (number - least) / room, 1):g}"
        for n, number in enumerate(numbers)
    )
    return _chart(len(numbers), f'<polyline points="{points}"/>', label, "line")


def _chart(count: int, inside: str, label: str, kind: str) -> Markup:
    from markupsafe import Markup, escape

    width = max(count * STEP - 1, 1)
    return Markup(  # noqa: S704  (numbers, and a label that is escaped)
        f'<svg class="spark {kind}" viewBox="0 0 {width} {HEIGHT}" preserveAspectRatio="none" role="img" '
        f'aria-label="{escape(label)}">{inside}</svg>'
    )
