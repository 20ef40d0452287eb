"""Texts without the code of site generators: Liquid, Nunjucks, Hexo's tags, Hugo's shortcodes, kramdown's marks."""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from feeds.intake.markdown.given import given
from feeds.intake.markdown.shown import HANDLERS, PAIRED, shown_anyhow

_DEEP = 4  # codes inside one another whose insides are looked at

_FENCE = (
    r"^[ \t>]{0,20}(?:[-*+] {1,4}|\d{1,9}[.)] {1,4})?(?P<fence>`{3,}(?![^\n]*`)|~{3,})[^\n]*"
    r"(?:\n(?![ \t>]{0,20}(?P=fence))[^\n]*)*(?:\n[ \t>]{0,20}(?P=fence)[^\n]*|\Z)"
)
_TICKS = (
    r"(?P<tick>(?<!`)`{1,8}(?!`))(?:[^`\n]|\n(?!\s*\n)|(?!(?P=tick)(?!`))`{1,9}){1,500}?(?<!`)(?P=tick)(?!`)"
)
_HUGO = (
    r"\{\{[<%]\s{0,9}(?P<end>/?)\s{0,9}(?P<hugo>\w[\w./-]{0,60})"
    r"(?P<hugo_given>(?:[^<>%{}]|[<>%](?!\}\})|[{}](?![{}])){0,2000})[>%]\}\}"
)
_LIQUID = r"\{%[-+]?\s{0,9}(?P<liquid>\w[\w.-]{0,60})(?P<liquid_given>(?:[^%{]|%(?!\})|\{(?!%)){0,2000})%\}"
_CODE = re.compile(
    "|".join(
        (
            _FENCE,
            _TICKS,
            r"(?P<comment><!--)",
            r"\{\{(?P<literal>[<%]/\*[^*]{0,2000}\*/[>%])\}\}",
            _HUGO,
            _LIQUID,
            r"\{\{-?(?![<%])(?P<output>[^{}\n]{1,400})\}\}",
            r"(?P<mark>\{:[^{}\n]{0,300}\})",
        )
    ),
    re.MULTILINE,
)
_NOT_THERE = frozenset(
    "site page post layout content include paginator collections eleventy theme config this jekyll pkg metadata "
    ".site .page .params .title .content .date .summary $".split()
)
_STRING = re.compile(r"""\s*(?:"([^"]*)"|'([^']*)')\s*((?:\|\s*[\w.]+\s*(?::[^|]*)?)*)""")
_FILTER = re.compile(r"\|\s*([\w.]+)")
_ADDRESSING = frozenset(
    "relative_url absolute_url url prepend asset_url absurl relurl append img_url htmlbaseurl asset_path".split()
)
_FIELD = re.compile(r"page\.(\w{1,60})")
_ROOT = re.compile(r"\.?[\w$]+")
_RAW = re.compile(r"\{%-?\s*(?:end)?raw\s*-?%\}")
_ELSE = frozenset({"else", "elsif", "elseif", "elif", "when"})
_LITERAL = frozenset({"highlight", "codeblock", "code", "prism", "raw", "verbatim"})


class Page(NamedTuple):
    """What codes may refer to: what the file says of its story, and where other stories live."""

    said: Mapping[str, Any]
    template: str | None = None


def without_codes(text: str, page: Page, depth: int = _DEEP) -> str:
    """The text with what its codes show in their place; what stands in code stays."""
    codes = list(_CODE.finditer(text)) if "{" in text or "<!--" in text else []
    if all(code["fence"] or code["tick"] for code in codes):
        return text
    return _Codes(text, codes, page, depth).shown()


class _Codes:
    """The codes of a text, in their order."""

    def __init__(self, text: str, codes: Sequence[re.Match[str]], page: Page, depth: int) -> None:
        self.text = text
        self.codes = codes
        self.page = page
        self.depth = depth
        self.last_comment = text.rfind("-->")
        self.ends: dict[str, list[int]] = {}
        for number, code in enumerate(codes):
            name = _name(code)
            if code["end"] or name.startswith("end"):
                self.ends.setdefault(f"/{name}" if code["end"] else name, []).append(number)

    def shown(self) -> str:
        """The text with what the codes show."""
        parts: list[str] = []
        position = 0
        for number, code in enumerate(self.codes):
            if code.start() >= position:
                parts.append(self.text[position : code.start()])
                made, position = self._made(number)
                parts.append(made)
        return "".join([*parts, self.text[position:]])

    def _made(self, number: int) -> tuple[str, int]:
        """What stands for a code, and where the text goes on."""
        code = self.codes[number]
        if code["fence"] or code["tick"]:
            return _RAW.sub("", code[0]), code.end()
        if code["comment"]:
            there = self.last_comment >= code.end()
            return ("", self.text.index("-->", code.end()) + 3) if there else (code[0], code.end())
        if literal := code["literal"]:
            return f"{{{{{literal[0]}{literal[3:-3]}{literal[-1]}}}}}", code.end()
        if code["output"] is not None:
            return _output(code, self.page), code.end()
        return ("", code.end()) if code["mark"] else self._tag(number)

    def _tag(self, number: int) -> tuple[str, int]:
        code = self.codes[number]
        name = _name(code)
        if code["end"] or name.startswith("end") or name in _ELSE:
            return "", code.end()
        arguments = (code["hugo_given"] or code["liquid_given"] or "").strip().rstrip("/-+")
        ending = None if name == "set" and "=" in arguments else self._ending(number, name)
        if ending is not None and name in PAIRED:
            return self._pair(name, arguments, code, ending), ending.end()
        if ending is not None and name not in HANDLERS:
            return "", code.end()  # what it encloses stays, and is looked at in its turn
        handler = HANDLERS.get(name)
        single = given(arguments)
        return handler(single, self.page.template) if handler else shown_anyhow(single), code.end()

    def _pair(self, name: str, arguments: str, code: re.Match[str], ending: re.Match[str]) -> str:
        inside = self.text[code.end() : ending.start()]
        if name not in _LITERAL and self.depth:
            inside = without_codes(inside, self.page, self.depth - 1)
        handler = HANDLERS.get(name) or PAIRED[name]
        return handler(given(arguments, inside), self.page.template)

    def _ending(self, start: int, name: str) -> re.Match[str] | None:
        """The code that ends one: `endname`, or in Hugo `/name`."""
        names = (f"/{name}",) if self.codes[start]["hugo"] else (f"end{name}", f"end_{name}")
        for there in (self.ends.get(one, ()) for one in names):
            if (place := bisect(there, start)) < len(there):
                return self.codes[there[place]]
        return None


def _name(code: re.Match[str]) -> str:
    return (code["hugo"] or code["liquid"] or "").lower().replace("-", "_")


def _output(code: re.Match[str], page: Page) -> str:
    """What an output shows: a text that stands in it, a field of the file; addresses begin at the root."""
    said = code["output"].strip("- ")
    if match := _STRING.fullmatch(said):
        plain = {name.lower() for name in _FILTER.findall(match[3])} <= _ADDRESSING
        return (match[1] or match[2] or "") if plain else ""
    if match := _FIELD.fullmatch(said):
        value = page.said.get(match[1])
        return value if isinstance(value, str) else ""
    root = _ROOT.match(said)
    return "" if "baseurl" in said.lower() or (root and root[0].lower() in _NOT_THERE) else code[0]
