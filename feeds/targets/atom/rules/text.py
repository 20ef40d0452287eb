"""Titles, summaries, rights and content: of which type they are, and whether they are what they say."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from lxml import etree

from feeds.checking.absence import written
from feeds.checking.demands import html
from feeds.checking.document import View, text_of
from feeds.checking.engine import Context
from feeds.checking.finding import Severity
from feeds.checking.rule import Change, Problem
from feeds.targets.atom.rules.base import (
    ENTRY_TITLE,
    NOW,
    READ,
    RULES,
    SUMMARY,
    URL,
    XHTML,
)

CONSTRUCTS = "//title, //subtitle, //rights, //summary"
ALL = f"{CONSTRUCTS}, //content"
TYPES = frozenset({"text", "html", "xhtml"})

_DIV = "{http://www.w3.org/1999/xhtml}div"


def kind_of(text: View) -> str:
    """The type of a text; "text" where it says none, or says nothing."""
    return text.get("type") or "text"


def is_html(text: View) -> bool:
    """Whether a text is HTML, escaped, in this place."""
    kind = kind_of(text).partition(";")[0].strip().lower()
    return kind in {"html", "text/html"} and text.get("src") is None


@RULES.rule(
    "ATOM015",
    "text-type",
    "error",
    on=CONSTRUCTS,
    summary='The type of a title, subtitle, summary or of rights is "text", "html" or "xhtml".',
    hint='Write type="html", not type="text/html", where the text is HTML.',
    now=NOW,
    url=URL,
    read=READ,
    bad=Change(ENTRY_TITLE, ENTRY_TITLE.replace("<title>", '<title type="text/plain">')),
    good=Change(ENTRY_TITLE, ENTRY_TITLE.replace("<title>", '<title type="text">')),
)
def text_type(text: View, context: Context) -> Iterator[Problem]:
    """Another type."""
    kind = text.get("type")
    if kind and kind not in TYPES:
        said = f"type of {written(text.element)} is {kind[:40]!r}, not text, html or xhtml"
        yield Problem(text, said, attribute="type")


@RULES.rule(
    "ATOM086",
    "type-said",
    "warning",
    on=ALL,
    summary="A type that is there says something; content that is elsewhere says its media type.",
    hint='Write type="html", or leave the attribute out; with src write the media type of what is there.',
    now=NOW,
    url=URL,
    read=READ,
    bad=Change(ENTRY_TITLE, ENTRY_TITLE.replace("<title>", '<title type="">')),
)
def type_said(text: View, context: Context) -> Iterator[Problem]:
    """An empty type, or none where one is needed."""
    if text.get("type") == "":
        yield Problem(text, f"type of {written(text.element)} is empty", attribute="type")
    elif text.get("src") is not None and text.get("type") is None:
        yield Problem(text, "the content is elsewhere, and does not say of which type it is")


@RULES.rule(
    "ATOM089",
    "text-blank",
    "warning",
    on=ALL,
    summary="Titles, summaries and content are not blank.",
    hint="Write something into the element, or leave it out where it is not required.",
    now=NOW,
    url=URL,
    read=READ,
    bad=Change(ENTRY_TITLE, "<title> </title>"),
)
def blank(text: View, context: Context) -> Iterator[Problem]:
    """Nothing to read."""
    element = text.element
    if not len(element) and text.get("src") is None and not text_of(element):
        yield Problem(text, f"{written(element)} is blank")


@RULES.rule(
    "ATOM016",
    "xhtml-div",
    "error",
    on=ALL,
    summary='A text of type="xhtml" holds one div of XHTML, and nothing beside it.',
    hint='Write <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">…</div></content>.',
    now=NOW,
    url=URL,
    read=READ,
    bad=Change(XHTML, XHTML.replace("div", "p")),
    good=Change(XHTML, XHTML.replace('xmlns="', 'class="x" xmlns="')),
)
def xhtml_div(text: View, context: Context) -> Iterator[Problem]:
    """No div, more than one, or text beside it."""
    element = text.element
    if text.get("type") != "xhtml" or text.get("src") is not None:
        return
    children = list(element.iterchildren(etree.Element))
    other = next((child for child in children if child.tag != _DIV), None)
    if other is not None:
        yield Problem(other, f"<{written(other)}> stands where a div of XHTML belongs")
    elif not children:
        yield Problem(text, f"{written(element)} holds no div of XHTML")
    elif len(children) > 1:
        yield Problem(children[1], "there is more than one div")
    beside = (element.text, *(child.tail for child in children))
    if children and any(part and not part.isspace() for part in beside):
        yield Problem(text, "text stands beside the div")


@RULES.rule(
    "ATOM087",
    "xhtml-escaped",
    "warning",
    on=ALL,
    summary='A text of type="xhtml" holds elements, not escaped tags.',
    hint='Write type="html" where the tags are escaped.',
    now=NOW,
    url=URL,
    read=READ,
    bad=Change(XHTML, '<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">&lt;b&gt;x&lt;/b&gt;</div>'
               "</content>"),
)  # fmt: skip
def xhtml_escaped(text: View, context: Context) -> Iterator[Problem]:
    """Tags that a reader sees as they are written."""
    element = text.element
    if text.get("type") != "xhtml":
        return
    plain = all(not len(child) for child in element.iterchildren(etree.Element))
    if plain and (found := html.in_plain(text.content(element).source)):
        yield Problem(text, f"{written(element)} {found[0].partition(':')[0]}, escaped, though it is XHTML")


@RULES.rule(
    "ATOM017",
    "no-children",
    "error",
    on=ALL,
    summary="Text and HTML are written as text: tags in them are escaped.",
    hint="Write &lt; for each < and &amp; for each & of the HTML, or wrap it in <![CDATA[…]]>.",
    now=NOW,
    url=URL,
    read=READ,
    bad=Change(SUMMARY, '<summary type="html">Crossings <b>restarted</b>.</summary>'),
    good=Change(SUMMARY, '<summary type="html"><![CDATA[Crossings <b>restarted</b>.]]></summary>'),
)
def no_children(text: View, context: Context) -> Iterator[Problem]:
    """Elements where text belongs."""
    kind = kind_of(text).partition(";")[0].strip().lower()
    if kind == "xhtml" or kind.endswith(("+xml", "/xml")) or text.get("src") is not None:
        return
    child = next(text.element.iterchildren(etree.Element), None)
    if child is not None:
        said = f"<{written(child)}> stands in {written(text.element)} of the type {kind}, where text belongs"
        yield Problem(child, said)


@RULES.rule(
    "ATOM067",
    "plain-text",
    "warning",
    on=ALL,
    summary="Plain text, names and labels have no tags.",
    hint='Take the tags out, or write type="html".',
    now=NOW,
    url=URL,
    read=READ,
    bad=Change(SUMMARY, "<summary>Crossings &lt;b&gt;restarted&lt;/b&gt;.</summary>"),
    good=Change(SUMMARY, "<summary>Crossings: 3 &lt; 5 &amp; 7 > 6.</summary>"),
)
def plain_text(text: View, context: Context) -> Iterator[Problem]:
    """Tags that a reader sees as they are written."""
    if kind_of(text).lower() in {"text", "text/plain"} and text.get("src") is None and not len(text.element):
        yield from html.in_plain_text(text)


@RULES.rule(
    "ATOM068",
    "risk",
    "warning",
    on=ALL,
    summary="HTML has nothing that readers cut out: scripts, players, handlers of events, risky styles.",
    hint="Leave it out, or put a link or a picture in its place: what readers cut out is missing in the story.",
    now=NOW,
    url=URL,
    read=READ,
    bad=Change("&lt;p&gt;Crossings", "&lt;p onclick='go()'&gt;Crossings"),
    good=Change("&lt;p&gt;Crossings", "&lt;p style='margin: 0 auto'&gt;Crossings"),
)
def risk(text: View, context: Context) -> Iterator[Problem]:
    """Elements, attributes and styles that do not get through."""
    if is_html(text):
        yield from html.in_body(text, "risk", "style")


@RULES.rule(
    "ATOM069",
    "html",
    "warning",
    on=ALL,
    summary="HTML is HTML, in which everything is closed.",
    hint="Close what is opened, in the reverse order; leave tags out that are not HTML's.",
    now=NOW,
    url=URL,
    read=READ,
    bad=Change("Sunday&lt;/a&gt;", "Sunday"),
    good=Change("Sunday&lt;/a&gt;", "Sunday&lt;br&gt;&lt;/A&gt;"),
)
def unclosed(text: View, context: Context) -> Iterator[Problem]:
    """Tags that do not fit into one another, and what is no tag at all."""
    if is_html(text):
        yield from html.in_body(text, "open", "unknown")


@RULES.rule(
    "ATOM070",
    "absolute-in-text",
    "warning",
    on=ALL,
    summary="Links and pictures in HTML have absolute addresses.",
    hint="Write https:// and the host into href and src: most readers do not look at xml:base.",
    now=NOW,
    url=URL,
    read=READ,
    sure="reported",
    bad=Change('href="https://harbour.example/sunday"', 'href="/sunday"'),
    good=Change('href="https://harbour.example/sunday"', 'href="#sunday"'),
)
def relative(text: View, context: Context) -> Iterator[Problem]:
    """Addresses that a browser would complete by the page that they stand on."""
    if is_html(text):
        based: Severity | None = "info" if text.element.base else None
        for problem in html.in_body(text, "relative"):
            yield replace(problem, severity=based)
