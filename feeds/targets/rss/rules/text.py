"""HTML in the texts of stories: what readers cut out, what leads nowhere, what is not closed."""

from __future__ import annotations

from collections.abc import Iterator

from feeds.checking.demands import html
from feeds.checking.demands.xhtml import in_tree
from feeds.checking.document import View
from feeds.checking.engine import Context
from feeds.checking.rule import Change, Problem
from feeds.targets.rss.rules.base import ITEM_TITLE, NOW, PROFILE, READ, RULES, URL

BODIES = "item/description, item/content:encoded"

_CLOSED = "Sunday&lt;/a&gt;"
_BEFORE = "&lt;p&gt;Crossings"
_XHTML = '<div xmlns="http://www.w3.org/1999/xhtml">'


@RULES.rule(
    "RSS033",
    "absolute-in-text",
    "warning",
    on=BODIES,
    summary="Links and pictures in the text have absolute addresses.",
    hint="Write https:// and the host into href and src: readers do not know your site.",
    now=NOW,
    url=URL,
    read=READ,
    spec=PROFILE,
    bad=Change('href="https://harbour.example/sunday"', 'href="/sunday"'),
    good=Change('href="https://harbour.example/sunday"', 'href="#sunday"'),
)
def relative(text: View, context: Context) -> list[Problem]:
    """Addresses that a browser would complete by the page that they stand on."""
    return html.in_body(text, "relative")


@RULES.rule(
    "RSS034",
    "risk",
    "warning",
    on=BODIES,
    summary="The text has nothing that readers cut out: scripts, players, handlers of events, risky styles.",
    hint="Leave it out, or put a link or a picture in its place: what readers cut out is missing in the story.",
    now=NOW,
    url=URL,
    read=READ,
    spec="https://validator.w3.org/feed/docs/warning/SecurityRisk.html",
    bad=Change(_BEFORE, '&lt;p onclick="go()"&gt;Crossings'),
    good=Change(_BEFORE, '&lt;p style="text-align: center; margin: 0 auto"&gt;Crossings'),
)
def risk(text: View, context: Context) -> list[Problem]:
    """Elements, attributes and styles that do not get through."""
    return html.in_body(text, "risk", "style")


@RULES.rule(
    "RSS055",
    "html",
    "warning",
    on=BODIES,
    summary="The text is HTML in which everything is closed, or plain text.",
    hint="Close what is opened, in the reverse order; leave tags out that are not HTML's; escape < as &lt;.",
    now=NOW,
    url=URL,
    read=READ,
    spec=PROFILE,
    bad=Change(_CLOSED, "Sunday"),
    good=Change(_CLOSED, "Sunday&lt;br&gt;&lt;/A&gt;"),
)
def unclosed(text: View, context: Context) -> list[Problem]:
    """Tags that do not fit into one another, and what is no tag at all."""
    return html.in_body(text, "open", "unknown")


@RULES.rule(
    "RSS069",
    "xhtml",
    "warning",
    on="item/xhtml:body, item/xhtml:div, item/atom:content, item/atom:summary",
    summary="XHTML and texts of Atom have nothing that readers cut out.",
    hint="Leave out what the message names: scripts, handlers of events, elements of other vocabularies.",
    now=NOW,
    url=URL,
    read=READ,
    spec="https://validator.w3.org/feed/docs/warning/SecurityRisk.html",
    bad=Change(ITEM_TITLE, f'{ITEM_TITLE}{_XHTML}<p onclick="go()">Sunday</p></div>'),
    good=Change(ITEM_TITLE, f"{ITEM_TITLE}{_XHTML}<p>Sunday</p></div>"),
)
def xhtml(text: View, context: Context) -> Iterator[Problem]:
    """The same for text that stands as elements, or under a name of Atom's."""
    if len(text.element):
        yield from in_tree(text.element, frozenset())
    elif text.get("type") == "html":
        yield from html.in_body(text, "risk", "style")
