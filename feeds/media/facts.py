"""What is known of a file that a story shows."""

from __future__ import annotations

from typing import NamedTuple

from msgspec import Struct


class Facts(Struct, frozen=True, omit_defaults=True, kw_only=True):
    """What a picture, a sound or a video is: its media type, its size in pixels, its length in bytes.

    What is not known, or has no meaning for its type, is None. Width and height are as readers see the
    picture: turned, where the file says that it was taken upright.
    """

    type: str | None = None
    width: int | None = None
    height: int | None = None
    length: int | None = None


class More(NamedTuple):
    """What is asked for stands further on: the bytes before this one are needed."""

    until: int


class Unfit(NamedTuple):
    """Why bytes are no file that a story can show; `reason` follows on the file in a sentence."""

    reason: str


Reading = Facts | More | Unfit
"""What a file's first bytes tell."""

LARGEST = 65_535
"""Pixels; nothing that is shown is wider or higher, whatever its header says."""


def picture(kind: str, width: int, height: int) -> Facts | Unfit:
    """A picture of a size, if there is such a picture."""
    if 0 < width <= LARGEST and 0 < height <= LARGEST:
        return Facts(type=kind, width=width, height=height)
    return Unfit(f"says that it is {width} × {height} pixels")
