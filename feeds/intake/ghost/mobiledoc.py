"""Mobiledoc, what Ghost's editor kept before: sections of markers to HTML."""

from __future__ import annotations

import html
from collections.abc import Iterator, Mapping
from typing import Any

from feeds.intake.ghost.cards import CARDS

_TAGS = frozenset("p h1 h2 h3 h4 h5 h6 blockquote aside a b strong i em s del u code sub sup mark".split())
_TEXT, _PICTURE, _LIST, _CARD = 1, 2, 3, 10


def html_of(document: Any) -> str:
    """The HTML of a document; "" for what is none."""
    if not isinstance(document, Mapping) or not isinstance(document.get("sections"), list):
        return ""
    return "".join(_Document(document).sections(document["sections"]))


class _Document:
    def __init__(self, document: Mapping[str, Any]) -> None:
        self.markups = _listed(document.get("markups"))
        self.atoms = _listed(document.get("atoms"))
        self.cards = _listed(document.get("cards"))

    def sections(self, sections: list[Any]) -> Iterator[str]:
        """Each section's HTML."""
        for section in sections:
            kind, *rest = section if isinstance(section, list) and section else (None,)
            if kind == _TEXT and len(rest) > 1:
                tag = rest[0] if rest[0] in _TAGS else "p"
                yield f"<{tag}>{self._markers(rest[1])}</{tag}>"
            elif kind == _PICTURE and rest:
                yield CARDS["image"]({"src": rest[0]})
            elif kind == _LIST and len(rest) > 1:
                tag = "ol" if rest[0] == "ol" else "ul"
                yield f"<{tag}>{''.join(f'<li>{self._markers(item)}</li>' for item in _listed(rest[1]))}</{tag}>"
            elif kind == _CARD and rest:
                yield self._card(rest[0])

    def _card(self, number: Any) -> str:
        name, facts = (*_listed(_at(self.cards, number)), None, None)[:2]
        return (
            CARDS[name](facts)
            if isinstance(facts, Mapping) and isinstance(name, str) and name in CARDS
            else ""
        )

    def _markers(self, markers: Any) -> str:
        """Text whose markups open and close from marker to marker."""
        parts: list[str] = []
        opened: list[str] = []
        for marker in _listed(markers):
            if not isinstance(marker, list) or len(marker) < 4:
                continue
            kind, opening, closing, value = marker[:4]
            for number in _listed(opening):
                tag, start = self._opening(number)
                opened.append(tag)
                parts.append(start)
            parts.append(self._atom(value) if kind == 1 else html.escape(str(value)))
            for _ in range(min(closing, len(opened)) if isinstance(closing, int) else 0):
                tag = opened.pop()
                parts.append(f"</{tag}>" if tag else "")
        parts += [f"</{tag}>" for tag in reversed(opened) if tag]
        return "".join(parts)

    def _opening(self, number: Any) -> tuple[str, str]:
        name, given = (*_listed(_at(self.markups, number)), None, None)[:2]
        if not isinstance(name, str) or name not in _TAGS:
            return "", ""
        pairs = _listed(given)
        address = next((pairs[n + 1] for n in range(0, len(pairs) - 1, 2) if pairs[n] == "href"), None)
        return name, f'<{name} href="{html.escape(str(address))}">' if address else f"<{name}>"

    def _atom(self, number: Any) -> str:
        name, text = (*_listed(_at(self.atoms, number)), "", "")[:2]
        return "<br>" if name == "soft-return" else html.escape(str(text))


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def _at(members: list[Any], number: Any) -> Any:
    return members[number] if isinstance(number, int) and 0 <= number < len(members) else None
