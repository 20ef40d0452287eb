"""Documents in blocks: cut and joined again byte for byte; a story more changes a block or two."""

from __future__ import annotations

import hashlib

from hypothesis import given
from hypothesis import strategies as st

from feeds.archive.blocks import (
    MOST,
    USUAL,
    Former,
    cut,
    sealed_block,
    sealed_frame,
    unsealed_block,
    unsealed_frame,
)
from feeds.archive.editions import Edition, Listed

SIZES = st.one_of(st.integers(0, 300), st.integers(1000, 9000), st.just(MOST + 1))


def document(
    bodies: list[bytes], head: bytes = b"<rss>", tail: bytes = b"</rss>", separator: bytes = b""
) -> tuple[Edition, bytes]:
    """A document of these items, each with an id of its own."""
    items = tuple(
        Listed(f"n{n}-{len(body)}", f"https://e.example/{n}", "1", 5.0, digest(body), len(body), 6.0)
        for n, body in enumerate(bodies)
    )
    content = head + separator.join(bodies) + tail
    edition = Edition(
        document="rss.xml",
        feed="rss.xml",
        number=1,
        recipe="r",
        size=len(content),
        head=len(head),
        separator=len(separator),
        count=len(items),
        items=items,
    )
    return edition, content


def digest(data: bytes) -> str:
    return hashlib.blake2b(data, digest_size=16).hexdigest()


def body(number: int, size: int) -> bytes:
    return (f"<item>{number}</item>".encode() * (size // 10 + 1))[:size]


def former(edition: Edition, content: bytes) -> Former:
    made = cut(edition, content)
    blocks = tuple(unsealed_block(sealed_block(piece.of(content))) for piece in made.pieces)
    return Former(edition, unsealed_frame(sealed_frame(made.frame)), blocks)


BODIES = st.lists(SIZES, max_size=30).map(lambda sizes: [body(n, size) for n, size in enumerate(sizes)])


@given(BODIES, st.binary(max_size=9), st.binary(max_size=9), st.sampled_from([b"", b",\n"]))
def test_what_is_cut_is_joined_again(bodies: list[bytes], head: bytes, tail: bytes, separator: bytes) -> None:
    edition, content = document(bodies, head, tail, separator)
    back = former(edition, content)
    assert back.content == content
    assert tuple(item for block in back.blocks for item in block.items) == edition.items


def test_a_document_without_items_is_all_frame() -> None:
    edition = Edition(document="sitemap.xml", feed="sitemap.xml", number=1, recipe="r", size=9)
    assert former(edition, b"<index/>\n").content == b"<index/>\n"


def test_blocks_are_of_a_usual_size_and_never_much_larger() -> None:
    for size in (250, 3000):
        edition, content = document([body(n, size) for n in range(2000)])
        lengths = [piece.end - piece.start for piece in cut(edition, content).pieces]
        assert USUAL / 2 < sum(lengths) / len(lengths) < USUAL * 2
        assert max(lengths) <= MOST + size


@given(st.integers(0, 200), st.integers(0, 200))
def test_a_story_that_comes_or_goes_changes_the_blocks_around_it_only(added: int, gone: int) -> None:
    bodies = [body(n, 2000 + n % 7) for n in range(200)]
    changed = bodies[:gone] + bodies[gone + 1 :]
    changed.insert(min(added, len(changed)), b"<item>new</item>" * 100)
    one, other = (pieces_of(some) for some in (bodies, changed))
    assert len(other - one) <= 4


def pieces_of(bodies: list[bytes]) -> set[tuple[str, ...]]:
    """Blocks by what their items hold, whatever the items' numbers are."""
    edition, content = document(bodies)
    return {tuple(item.digest for item in piece.items) for piece in cut(edition, content).pieces}


@given(BODIES, st.sets(st.integers(0, 29)), st.sampled_from([b"", b",\n"]))
def test_stories_are_left_out_and_nothing_else(bodies: list[bytes], out: set[int], separator: bytes) -> None:
    edition, content = document(bodies, separator=separator)
    ids = {item.id for n, item in enumerate(edition.items) if n in out}
    left = former(edition, content).without(ids)
    rest = [b for n, b in enumerate(bodies) if n not in out]
    assert left.content == b"<rss>" + separator.join(rest) + b"</rss>"
    assert left.edition.size == len(left.content)
    assert [item.id for item in left.edition.items] == [i.id for i in edition.items if i.id not in ids]
    assert (left.edition.recipe == edition.recipe) is (len(rest) == len(bodies))
