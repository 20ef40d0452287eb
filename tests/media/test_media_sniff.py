"""First bytes tell what Pillow, which reads whole files, says of them; whatever they are, nothing raises."""

from __future__ import annotations

import io
import struct

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from pictures import avif, box, made, turned
from PIL import Image, ImageOps

from feeds.media.facts import Facts, More, Unfit
from feeds.media.sniff import FARTHEST, read

SIZES = st.tuples(st.integers(1, 400), st.integers(1, 400))
KINDS = {
    "JPEG": "image/jpeg",
    "PNG": "image/png",
    "GIF": "image/gif",
    "WEBP": "image/webp",
    "AVIF": "image/avif",
    "BMP": "image/bmp",
    "TIFF": "image/tiff",
}


def told(data: bytes) -> tuple[Facts | Unfit, int]:
    """What is told of a file that is handed over as far as it is asked for, and how far that was."""
    there = 0
    while True:
        reading = read(data[:there], whole=there >= len(data))
        if not isinstance(reading, More):
            return reading, there
        assert reading.until > there
        there = reading.until


def size(data: bytes) -> tuple[int, int]:
    with Image.open(io.BytesIO(data)) as picture:
        return ImageOps.exif_transpose(picture).size


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "GIF", "WEBP", "AVIF"])
@given(size_=SIZES)
@example(size_=(1, 1))
def test_sizes_as_another_program_reads_them(kind: str, size_: tuple[int, int]) -> None:
    data = made(kind, *size_)
    facts, _ = told(data)
    assert facts == Facts(type=KINDS[kind], width=size(data)[0], height=size(data)[1])
    assert size(data) == size_


@pytest.mark.parametrize(
    ("kind", "settings"),
    [
        ("JPEG", {"progressive": True}),
        ("JPEG", {"mode": "CMYK"}),
        ("JPEG", {"mode": "L", "comment": b"x" * 60_000}),
        ("JPEG", {"icc_profile": b"p" * 150_000}),
        ("PNG", {"mode": "P"}),
        ("PNG", {"mode": "RGBA"}),
        ("GIF", {"mode": "P"}),
        ("WEBP", {"lossless": True}),
        ("WEBP", {"mode": "RGBA"}),
        ("WEBP", {"mode": "RGBA", "lossless": True}),
        ("WEBP", {"exif": b"Exif\0\0MM\0*\0\0\0\x08\0\0"}),
        ("WEBP", {"icc_profile": b"p" * 1000}),
        ("AVIF", {"mode": "RGBA", "color": (1, 2, 3, 128)}),
    ],
    ids=str,
)
def test_variants(kind: str, settings: dict[str, object]) -> None:
    facts, _ = told(made(kind, 1234, 567, **settings))
    assert facts == Facts(type=KINDS[kind], width=1234, height=567)


@pytest.mark.parametrize("form", [b"VP8 ", b"VP8L", b"VP8X"])
def test_all_three_forms_of_webp_are_among_them(form: bytes) -> None:
    settings = {b"VP8 ": {}, b"VP8L": {"lossless": True}, b"VP8X": {"icc_profile": b"p"}}[form]
    data = made("WEBP", 300, 200, **settings)
    assert data[12:16] == form
    assert told(data)[0] == Facts(type="image/webp", width=300, height=200)


@pytest.mark.parametrize("orientation", range(1, 9))
def test_what_a_camera_took_upright_is_upright(orientation: int) -> None:
    data = turned(orientation, 800, 600)
    facts, _ = told(data)
    assert isinstance(facts, Facts)
    assert (facts.width, facts.height) == size(data) == ((600, 800) if orientation > 4 else (800, 600))


@pytest.mark.parametrize("kind", ["BMP", "TIFF"])
def test_kinds_that_are_only_known(kind: str) -> None:
    assert told(made(kind))[0] == Facts(type=KINDS[kind])


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "GIF", "WEBP", "AVIF"])
def test_no_more_is_asked_for_than_the_header(kind: str) -> None:
    data = made(kind, 3000, 2000) + b"\0" * 5_000_000
    facts, asked = told(data)
    assert isinstance(facts, Facts)
    assert facts.width == 3000
    assert asked < 2000


# ---- AVIF by hand: several items, turned


@pytest.mark.parametrize("primary", [1, 2, 3])
def test_the_size_is_the_primary_items(primary: int) -> None:
    sizes = ((160, 90), (1600, 900), (4000, 3000))
    facts, _ = told(avif(*sizes, primary=primary))
    assert facts == Facts(type="image/avif", width=sizes[primary - 1][0], height=sizes[primary - 1][1])


@pytest.mark.parametrize("angle", range(4))
def test_avif_that_is_turned(angle: int) -> None:
    facts, _ = told(avif((1600, 900), angle=angle))
    assert isinstance(facts, Facts)
    assert (facts.width, facts.height) == ((900, 1600) if angle % 2 else (1600, 900))


def test_an_unknown_primary_item_gives_the_largest() -> None:
    assert told(avif((4000, 3000), (160, 90), primary=9))[0] == Facts(
        type="image/avif", width=4000, height=3000
    )


@pytest.mark.parametrize(
    ("brand", "kind"), [(b"heic", "image/heic"), (b"mif1", "image/heif"), (b"avis", "image/avif")]
)
def test_relatives_of_avif(brand: bytes, kind: str) -> None:
    facts, _ = told(avif((800, 600), brand=brand))
    assert facts == Facts(type=kind, width=800, height=600)


# ---- SVG


@pytest.mark.parametrize(
    ("document", "size_"),
    [
        ('<svg xmlns="http://www.w3.org/2000/svg" width="640" height="360"/>', (640, 360)),
        ("<svg width='640.4px' height=' 1in '>", (640, 96)),
        ('<svg width="100%" height="auto" viewBox="0 0 640 360"></svg>', (None, None)),
        ('<svg viewBox="0 0 640 360"></svg>', (None, None)),
        ('<svg width="-3" height="1e9"></svg>', (None, None)),
        (
            '\ufeff<?xml version="1.0"?>\n<!-- <svg width="1"> -->\n<!DOCTYPE svg PUBLIC "a" "b" [<!ENTITY x "y">]>\n<svg width="7" height="9">',
            (7, 9),
        ),
        ('<svg data-a="width=3" stroke-width="5" width="2" height="2" width="8">', (2, 2)),
        ('<svg:svg xmlns:svg="http://www.w3.org/2000/svg" width="12" height="13"/>', (12, 13)),
        ('<svg><rect width="5" height="5"/></svg>', (None, None)),
    ],
)
def test_svg_says_its_size_or_does_not(document: str, size_: tuple[int | None, int | None]) -> None:
    width, height = size_
    assert told(document.encode())[0] == Facts(type="image/svg+xml", width=width, height=height)


# ---- sounds and videos


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"ID3\x04" + b"\0" * 80, "audio/mpeg"),
        (b"\xff\xfb\x90\x64" + b"\0" * 80, "audio/mpeg"),
        (b"fLaC" + b"\0" * 80, "audio/flac"),
        (b"RIFF\0\0\0\0WAVEfmt " + b"\0" * 80, "audio/wav"),
        (b"OggS" + b"\0" * 24 + b"\x01vorbis" + b"\0" * 80, "audio/ogg"),
        (b"OggS" + b"\0" * 24 + b"\x80theora" + b"\0" * 80, "video/ogg"),
        (b"\x1a\x45\xdf\xa3\x01\0\0\0\0\0\0\x1f\x42\x82\x84webm" + b"\0" * 80, "video/webm"),
        (b"\x1a\x45\xdf\xa3\x01\0\0\0\0\0\0\x1f\x42\x82\x88matroska" + b"\0" * 80, "video/x-matroska"),
        (box(b"ftyp", b"isom\0\0\2\0isomavc1") + b"\0" * 80, "video/mp4"),
        (box(b"ftyp", b"qt  \0\0\2\0qt  ") + b"\0" * 80, "video/quicktime"),
        (box(b"ftyp", b"M4A \0\0\2\0isommp42") + b"\0" * 80, "audio/mp4"),
    ],
)
def test_sounds_and_videos_by_type(data: bytes, kind: str) -> None:
    assert told(data)[0] == Facts(type=kind)


# ---- what is none


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b"<!DOCTYPE html><html><body>404</body></html>" + b" " * 80, "page"),
        (b"%PDF-1.7" + b"\0" * 80, "no picture"),
        (made("PNG")[:20], "breaks off"),
        (made("JPEG", 9, 9)[:40], "breaks off"),
        (b"\xff\xd8\xff\xd9" + b"\0" * 80, "damaged"),
        (b"\xff\xd8\xff\xe0\0\0" + b"\0" * 80, "damaged"),
        (b"GIF89a\0\0\x09\0" + b"\0" * 80, "0 × 9 pixels"),
        (struct.pack(">8sI4sII", b"\x89PNG\r\n\x1a\n", 13, b"IHDR", 2**31, 5) + b"\0" * 80, "pixels"),
        (b"\xff\xd8" + b"\xff\xe2\xff\xff" * 1 + b"\0" * 65_533 + (b"\xff\xe2\xff\xff" + b"\0" * 65_533) * 40, "end"),
        (box(b"ftyp", b"avif\0\0\0\0avif") + struct.pack(">I4sQ", 1, b"meta", 2**60) + b"\0" * 80, "end"),
        (b"\0\0\0\x04ftypavif" + b"\0" * 80, "damaged"),
    ],
    ids=range(12),
)  # fmt: skip
def test_what_no_story_can_show(data: bytes, reason: str) -> None:
    found, _ = told(data)
    assert isinstance(found, Unfit)
    assert reason in found.reason


HEADS = [
    made("JPEG", 80, 60, comment=b"c" * 300),
    turned(6, 80, 60),
    made("PNG", 80, 60),
    made("GIF", 80, 60),
    made("WEBP", 80, 60),
    made("WEBP", 80, 60, lossless=True),
    made("AVIF", 80, 60),
    avif((80, 60), (60, 80)),
    b'<?xml version="1.0"?><!-- - --><svg width="80" height="60"><g/></svg>',
    b"OggS" + b"\0" * 80,
]


@given(
    data=st.sampled_from(HEADS),
    changes=st.lists(st.tuples(st.integers(0, 600), st.binary(min_size=1, max_size=6)), max_size=8),
    cut=st.integers(0, 2000),
)
def test_damaged_files_give_a_size_or_a_reason(
    data: bytes, changes: list[tuple[int, bytes]], cut: int
) -> None:
    damaged = bytearray(data)
    for at, new in changes:
        damaged[at : at + len(new)] = new
    found, asked = told(bytes(damaged[: max(cut, 1)]))
    assert asked <= FARTHEST
    if isinstance(found, Facts):
        assert found.type
        assert all(value is None or 0 < value <= 65_535 for value in (found.width, found.height))


@given(st.binary(max_size=400))
def test_noise_gives_a_type_or_a_reason(data: bytes) -> None:
    assert isinstance(told(data)[0], Facts | Unfit)


@pytest.mark.parametrize(
    "data",
    [
        b"<!--" * 300_000,
        b"<?" * 500_000,
        b"<!DOCTYPE " * 100_000,
        b"<svg " + b"a=" * 500_000,
        b"<svg " + b'a="" ' * 200_000,
        b"\xff\xd8" + b"\xff" * 1_000_000,
        b"\xff\xd8\xff" + b"\xe2\0\2\xff" * 250_000,
        box(b"ftyp", b"avif\0\0\0\0") + box(b"meta", b"\0\0\0\0" + box(b"iprp", box(b"ipco", box(b"ispe", b"") * 100_000))),
    ],
    ids=["comments", "instructions", "doctypes", "names", "attributes", "filling", "segments", "boxes"],
)  # fmt: skip
def test_much_of_the_same_comes_to_an_end(data: bytes) -> None:
    found, asked = told(data)
    assert asked <= FARTHEST
    assert isinstance(found, Facts | Unfit)
