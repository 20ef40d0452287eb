"""Icons that we drew: strokes on a grid of 24, in the colour of the text around them."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markupsafe import Markup

FILE = Path(__file__).with_suffix(".toml")


@cache
def strokes() -> dict[str, str]:
    """The strokes of each icon."""
    with FILE.open("rb") as file:
        return {name: drawing.replace("\n", "") for name, drawing in tomllib.load(file).items()}


@cache
def drawn(name: str) -> str:
    """An icon as SVG; one that there is not is the globe."""
    known = strokes()
    return (
        '<svg class="icon" viewBox="0 0 24 24" width="24" height="24" fill="none" stroke="currentColor" '
        'stroke-width="1.75" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true" focusable="false">'
        f"{known.get(name) or known['globe']}</svg>"
    )


def icon(name: str) -> Markup:
    """An icon as markup of a page."""
    from markupsafe import Markup

    return Markup(drawn(name))  # noqa: S704  (drawn above, nothing of it comes from outside)
