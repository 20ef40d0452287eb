"""A document's bytes as UTF-8, and back again in the encoding that they came in, or in the one that they should."""

from __future__ import annotations

import re
from typing import NamedTuple

from feeds.checking.xml import source
from feeds.intake import encoding as letters
from feeds.intake.draft import Rejection

_ENCODING = re.compile(rb"(\A\s*<\?xml\s[^>]*?\bencoding\s*=\s*[\"'])([^\"'<>]{0,60})([\"'])")


class Read(NamedTuple):
    """A document in UTF-8, and how it is written back: its byte order mark, and its encoding."""

    body: bytes
    mark: bytes
    codec: str
    changed: bool = False

    def written(self, body: bytes) -> bytes:
        """The bytes of a changed document; letters that its encoding has not become references."""
        if self.codec == "utf-8":
            return self.mark + body
        return self.mark + body.decode().encode(self.codec, "xmlcharrefreplace")


def read(content: bytes) -> Read | None:
    """The document in UTF-8; where it is in another encoding than it says, it will be UTF-8 and say so.

    None where no encoding makes sense of it.
    """
    mark, wide = source.marked(content)
    body = content[len(mark) :]
    told = {found.message for found in source.markup(content).faults if found.code in _LIES}
    if told or _is_broken(content, mark, body):
        return _reencoded(body, wide)
    codec = wide or source.codec_of(source.declared(content))
    if codec is None:
        return _reencoded(body, None)
    if codec == "utf-8":
        return Read(body, mark, codec)
    made = Read(body.decode(codec).encode(), mark, codec)
    return made if made.written(made.body) == content else None


_LIES = frozenset({"XML006", "XML013"})
"""Codes of faults that say that a document is not in the encoding that it declares."""


def _is_broken(content: bytes, mark: bytes, body: bytes) -> bool:
    """Whether what should be UTF-8 is not."""
    if source.codec_of(source.declared(content)) != "utf-8":
        return False
    return source.verified(body) is not None


def _reencoded(body: bytes, wide: str | None) -> Read | None:
    """The document in UTF-8, declared as such."""
    if wide:
        text = _decoded(body, wide)
    else:
        guess = letters.decode(body)
        text = None if isinstance(guess, Rejection) else guess.text
    if text is None:
        return None
    return Read(
        _ENCODING.sub(rb"\1UTF-8\3", text.encode("utf-8", "replace"), count=1), b"", "utf-8", changed=True
    )


def _decoded(body: bytes, codec: str) -> str | None:
    try:
        return body.decode(codec)
    except UnicodeError:
        return None
