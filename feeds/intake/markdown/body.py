"""Markdown to HTML: CommonMark with tables, footnotes, lists of terms; pictures with captions as figures."""

from __future__ import annotations

import html
import re
from functools import cache, partial
from typing import TYPE_CHECKING, Any, NamedTuple, cast

from feeds.intake.markdown.codes import Page, without_codes
from feeds.intake.markdown.place import ENDINGS, address_of
from feeds.markup.text import strip_tags

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.renderer import RendererHTML
    from markdown_it.token import Token

_CONTENTS = re.compile(
    r"^(?:[-*+] [^\n]{0,80}\n\{:\s*toc[^}\n]*\}|\[\[?_?toc_?\]?\]|\{\{?<?[-%\s]*toc[-%\s]*>?\}?\})[ \t]*$",
    re.IGNORECASE | re.MULTILINE,
)
_ATTRIBUTES = re.compile(
    r"(?:(?<=\))|(?<![ \t])[ \t]{1,9}(?=\{[^{}\n]{0,250}\}[ \t]*$))\{(?:[.#][\w:-]|[\w-]{1,30}=)[^{}\n]{0,200}\}",
    re.MULTILINE,
)
_INSIDE = re.compile(
    r"(<\w{1,20}[^<>]{0,200}?)\s{1,9}markdown=[\"']?(?:1|block|span)[\"']?([^<>]{0,200}>)", re.IGNORECASE
)
_CLOSING = re.compile(
    r"^[ \t]*(?=</(?:div|section|aside|article|figure|details)>)", re.IGNORECASE | re.MULTILINE
)
_IMPORT = re.compile(r"^(?:import|export)\s[^\n]*$", re.MULTILINE)
_PELICAN = re.compile(r"(?:\{|%7B|\||%7C)(filename|static|attach)(?:\}|%7D|\||%7C)", re.IGNORECASE)
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)
_DASHES = ((re.compile(r"(?<!-)---(?!-)"), "—"), (re.compile(r"(?<=\s)--(?=\s|$)|(?<=\w)--(?=\w)"), "–"))


class Rendered(NamedTuple):
    """A text's HTML, and the heading of the first level with which it begins."""

    markup: str
    heading: str | None = None


def rendered(text: str, page: Page, title: str | None = None) -> Rendered:
    """The HTML of a Markdown text, without a heading at its beginning that repeats the title, or that is one."""
    parser = _parser()
    tokens = parser.parse(_prepared(without_codes(_CONTENTS.sub("", text), page)), {})
    heading = _heading(tokens)
    if heading and (title is None or _same(heading, title)):
        tokens = tokens[3:]
    else:
        heading = None
    for token in tokens:
        for child in token.children or ():
            _relink(child, page)
    return Rendered(_renderer().render(_with_figures(tokens), parser.options, {}), heading)


def of_html(text: str, page: Page) -> str:
    """The HTML of a text that is HTML with template code."""
    return without_codes(text, page)


def line(text: str) -> str:
    """The plain text of one line of Markdown."""
    return strip_tags(_parser().renderInline(text)) if any(sign in text for sign in "*_`[&<\\") else text


@cache
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt
    from mdit_py_plugins.deflist import deflist_plugin
    from mdit_py_plugins.footnote import footnote_plugin

    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    parser.use(footnote_plugin, inline=False, move_to_end=True).use(deflist_plugin)
    rules: dict[str, Any] = cast("Any", parser.renderer).rules
    rules["footnote_ref"] = _footnote_number
    rules.update({name: partial(_fixed, markup) for name, markup in _FOOTNOTES.items()})
    return parser


def _renderer() -> RendererHTML:
    return cast("RendererHTML", _parser().renderer)


def _footnote_number(tokens: Any, place: int, options: Any, env: Any) -> str:
    return f"<sup>[{tokens[place].meta['id'] + 1}]</sup>"


def _fixed(markup: str, *_of_the_token: Any) -> str:
    return markup


_FOOTNOTES = {
    "footnote_block_open": "<ol>",
    "footnote_block_close": "</ol>",
    "footnote_open": "<li>",
    "footnote_close": "</li>",
    "footnote_anchor": "",
}


def _prepared(text: str) -> str:
    """The text without marks that only some systems know."""
    if "markdown=" in text:
        text = _CLOSING.sub("\n\n", _INSIDE.sub(r"\1\2\n\n", text))
    return _ATTRIBUTES.sub("", text)


def without_imports(text: str) -> str:
    """MDX without the lines that bring in its components."""
    return _IMPORT.sub("", text)


def _heading(tokens: list[Token]) -> str | None:
    """The text of the heading with which a text begins, if it is one of the first level."""
    if len(tokens) < 3 or tokens[0].type != "heading_open" or tokens[0].tag != "h1":
        return None
    return strip_tags(_renderer().render([tokens[1]], _parser().options, {})) or None


def _same(one: str, other: str) -> bool:
    return re.sub(r"\W+", "", one).casefold() == re.sub(r"\W+", "", other).casefold()


def _relink(token: Token, page: Page) -> None:
    """Addresses as they are once the site is made, and dashes as they are set."""
    if token.type == "text":
        for pattern, dash in _DASHES if "--" in token.content else ():
            token.content = pattern.sub(dash, token.content)
    elif token.type == "link_open":
        token.attrs["href"] = _address(str(token.attrs.get("href", "")), page)
    elif token.type == "image":
        token.attrs["src"] = _file(str(token.attrs.get("src", "")))
        for child in token.children or ():
            _relink(child, page)


def _address(href: str, page: Page) -> str:
    """A link's address; of another source file that of its story, or nothing where that is not known."""
    if _SCHEME.match(href) or not href:
        return href
    named = _PELICAN.match(href)
    path = _PELICAN.sub("", href, count=1)
    source = path.partition("#")[0].rpartition(".")[2].lower() in ENDINGS[:6]
    if source or (named and named[1].lower() == "filename") or href.startswith("@/"):
        return address_of(path.removeprefix("@"), page.template) or ""
    return _file(href)


def _file(path: str) -> str:
    return _PELICAN.sub("", path, count=1) if _PELICAN.match(path) else path


def _with_figures(tokens: list[Token]) -> list[Token]:
    """The tokens, with paragraphs that hold a picture and its caption as figures."""
    made: list[Token] = []
    place = 0
    while place < len(tokens):
        figure = _figure(tokens[place + 1]) if tokens[place].type == "paragraph_open" else None
        if figure:
            made.append(figure)
            place += 3
        else:
            made.append(tokens[place])
            place += 1
    return made


def _figure(inline: Token) -> Token | None:
    """The figure of a paragraph that holds a picture, and a caption: its title, or a line in italics below it."""
    from markdown_it.token import Token

    children = [child for child in inline.children or () if child.type != "text" or child.content.strip()]
    if not children or children[0].type != "image":
        return None
    picture, *rest = children
    caption = html.escape(str(picture.attrs.get("title") or ""))
    if rest:
        if rest[0].type not in ("softbreak", "hardbreak") or not _is_italic(rest[1:]):
            return None
        caption = _renderer().renderInline(rest[2:-1], _parser().options, {})
    if not caption:
        return None
    alt = html.escape(_renderer().renderInlineAsText(picture.children or [], _parser().options, {}))
    source = html.escape(str(picture.attrs.get("src", "")))
    content = f'<figure><img src="{source}" alt="{alt}"><figcaption>{caption}</figcaption></figure>\n'
    return Token("html_block", "", 0, content=content)


def _is_italic(tokens: list[Token]) -> bool:
    """Whether tokens are one emphasis and nothing else."""
    depth = 0
    for number, token in enumerate(tokens):
        depth += token.nesting if token.type in ("em_open", "em_close") else 0
        if depth == 0 and number < len(tokens) - 1:
            return False
    return len(tokens) > 2 and tokens[0].type == "em_open" and depth == 0
