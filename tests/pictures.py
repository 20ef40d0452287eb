"""Pictures made by another program, and by hand where that one cannot."""

from __future__ import annotations

import io
import struct
from typing import Any

from PIL import Image


def made(kind: str, width: int = 640, height: int = 360, **settings: Any) -> bytes:
    """A picture of a size in one of Pillow's formats."""
    out = io.BytesIO()
    mode = settings.pop("mode", "RGB")
    Image.new(mode, (width, height), settings.pop("color", 0)).save(out, kind, **settings)
    return out.getvalue()


def turned(orientation: int, width: int, height: int) -> bytes:
    """A JPEG of a camera that was held in some way."""
    exif = Image.Exif()
    exif[0x0112] = orientation
    return made("JPEG", width, height, exif=exif)


def box(kind: bytes, content: bytes) -> bytes:
    """A box of ISO/IEC 14496-12."""
    return struct.pack(">I4s", 8 + len(content), kind) + content


def avif(*sizes: tuple[int, int], primary: int = 1, angle: int = 0, brand: bytes = b"avif") -> bytes:
    """The header of an AVIF file with several items, each of its own size; properties count from 1."""
    properties = b"".join(box(b"ispe", struct.pack(">III", 0, *size)) for size in sizes)
    properties += box(b"irot", bytes([angle]))
    rows = b"".join(
        struct.pack(">HBBB", item + 1, 2, 0x80 | item + 1, len(sizes) + 1) for item in range(len(sizes))
    )
    associations = box(b"ipma", struct.pack(">II", 0, len(sizes)) + rows)
    described = box(b"iprp", box(b"ipco", properties) + associations)
    item = box(b"pitm", struct.pack(">IH", 0, primary))
    return box(b"ftyp", brand + b"\0\0\0\0mif1miaf") + box(b"meta", b"\0\0\0\0" + item + described)
