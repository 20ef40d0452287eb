"""A target's dialect of the body, as data: what becomes of each element and of each figure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

FigureForm = Literal[
    "figure",  # <figure> with its media and <figcaption>
    "bare",  # the media element alone
    "paragraph",  # <p> around the media element, the caption in a <p> of its own
    "link",  # <p><a href> to the media or the player, with the caption as its text
    "drop",  # nothing of it
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Dialect:
    """How a target writes a body.

    A canonical element is kept if `keep` names it, renamed if `rename` does, dropped with all that
    is in it if `drop` does, and else unwrapped: its children stay, a block's text as a paragraph.
    Attributes are those of `attributes` (None: the canonical ones). Figures, tables and line breaks
    have forms of their own. `hosts` limits the embeds that may stay to players of these hosts
    (suffix match; None: any); the others become links.
    """

    name: str
    keep: frozenset[str]
    rename: Mapping[str, str] = field(default_factory=dict)
    drop: frozenset[str] = frozenset()
    attributes: Mapping[str, frozenset[str]] | None = None
    image: FigureForm = "figure"
    gallery: Literal["figure", "figures"] = "figures"  # one nested figure, or its figures one by one
    video: FigureForm = "figure"
    audio: FigureForm = "link"
    embed: FigureForm = "link"
    caption: bool = True  # False: figures lose caption and credit
    video_source: bool = False  # <video><source src type></video> instead of <video src>
    hosts: frozenset[str] | None = None
    breaks: Literal["br", "paragraph", "space"] = "br"
    table: Literal["table", "paragraphs"] = "table"
    plain_items: bool = False  # no inline formatting inside li
    flat_lists: bool = False  # nested lists become items of the outer one
    nbsp: Literal["keep", "space"] = "keep"
