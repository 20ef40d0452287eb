"""What a template code is given: values in their order, values with names, and what it encloses."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple

_STRING = r"""(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|`([^`]*)`|([^\s,"'`]+))"""
_ARGUMENT = re.compile(rf"(?:--)?(?:([A-Za-z_][\w.-]{{0,40}})\s*(?:=|:(?!//))\s*)?{_STRING}")
_ESCAPE = re.compile(r"\\(.)")
_PICTURE = re.compile(r"[^\s?#]+\.(?:jpe?g|png|gif|webp|avif|svg)(?:[?#]\S*)?", re.IGNORECASE)


class Given(NamedTuple):
    """The arguments of a code."""

    values: tuple[str, ...] = ()
    named: Mapping[str, str] = {}
    inside: str = ""

    def one(self, *names: str) -> str:
        """The first of these names that has a value; "" for none."""
        return next((self.named[name] for name in names if self.named.get(name)), "")

    def first(self, *names: str) -> str:
        """One of these names, else the first value, else what is enclosed."""
        return self.one(*names) or next(iter(self.values), "") or self.inside.strip()

    def picture(self) -> str:
        """The address of a picture among the values."""
        return next((value for value in self.values if _PICTURE.fullmatch(value)), "")

    def behind(self, value: str) -> Iterable[str]:
        """The texts that stand behind a value, numbers left out."""
        rest = self.values[self.values.index(value) + 1 :] if value in self.values else ()
        return [said for said in rest if not re.fullmatch(r"[\d.%]+(?:px|vw)?", said)]


def is_picture(address: str) -> bool:
    """Whether an address is that of a picture."""
    return _PICTURE.fullmatch(address) is not None


def given(arguments: str, inside: str = "") -> Given:
    """The arguments of a code, as Liquid, Hugo, Nunjucks and Hexo write them."""
    values: list[str] = []
    named: dict[str, str] = {}
    for match in _ARGUMENT.finditer(arguments):
        name, *texts = match.groups()
        said = _ESCAPE.sub(r"\1", next((text for text in texts if text is not None), ""))
        if name:
            named.setdefault(name.lower(), said)
        else:
            values.append(said)
    return Given(tuple(values), named, inside)
