"""What readers and services added for themselves: Source, WebFeeds, FeedBurner, OpenSearch, AtomPub."""

from __future__ import annotations

import codecs
from collections.abc import Iterator

from feeds.checking import uris
from feeds.checking.dates import internet_fault
from feeds.checking.demands import html
from feeds.checking.document import View
from feeds.checking.engine import Context
from feeds.checking.extensions.module import BOTH, READ, extension, fact, names, once, row
from feeds.checking.rule import Change, Problem
from feeds.checking.structure import Attribute
from feeds.checking.values import at_most, integer, known_language, matching, one_of

_MARKDOWN = "<source:markdown>Crossings *restarted*.</source:markdown>"

SOURCE = extension(
    "source",
    "the Source namespace",
    "SOURCE",
    "https://source.scripting.com/",
    channel='<source:account service="mastodon">harbour</source:account>',
    item=_MARKDOWN,
    living=True,
    misplaced=Change("<description>", f"{_MARKDOWN}<description>"),
)
names(SOURCE, "likes archive blogroll cloud localTime self subscriptionList comments", "channel", opaque=True)
names(SOURCE, "inReplyTo linkShort markdown outline linkFull replies", "item", opaque=True)
row(SOURCE, "source:account", BOTH, many=True, attributes=(Attribute(name="service"),))

_COLOUR = "<webfeeds:accentColor>00FF00</webfeeds:accentColor>"
_LOGO = "<webfeeds:logo>https://harbour.example/logo.svg</webfeeds:logo>"

WEBFEEDS = extension(
    "webfeeds",
    "Feedly's WebFeeds",
    "WEBFEEDS",
    "https://blog.feedly.com/10-ways-to-optimize-your-feed-for-feedly/",
    channel=f'<webfeeds:cover image="https://harbour.example/c.jpg"/>\n    {_LOGO}\n    {_COLOUR}',
    living=True,
    misplaced=Change("<item>", f"<item>{_COLOUR}"),
)
once(WEBFEEDS, _COLOUR)
for _name in ("icon", "logo", "wordmark"):
    row(WEBFEEDS, f"webfeeds:{_name}", "channel", uris.absolute, "WEBFEEDS003")
row(
    WEBFEEDS,
    "webfeeds:cover",
    "channel",
    attributes=(Attribute(name="image", value=uris.absolute, invalid="WEBFEEDS003"),),
)
row(
    WEBFEEDS,
    "webfeeds:accentColor",
    "channel",
    matching(r"#?[0-9a-fA-F]{6}", "six hexadecimal digits"),
    "WEBFEEDS003",
)
row(WEBFEEDS, "webfeeds:related", "channel", attributes=(Attribute(name="layout"), Attribute(name="target")))
row(WEBFEEDS, "webfeeds:analytics", "channel", attributes=(Attribute(name="id"), Attribute(name="engine")))
names(WEBFEEDS, "partial promotion featured", BOTH)
fact(
    WEBFEEDS,
    "003",
    "value",
    summary="Pictures have absolute addresses, a colour six hexadecimal digits.",
    hint="Write the whole address, with https:// and the host.",
    severity="warning",
    bad=Change(_LOGO, "<webfeeds:logo>/logo.svg</webfeeds:logo>"),
)

_LINK = "<feedburner:origLink>https://harbour.example/2026/11/ferry</feedburner:origLink>"
_FLARE = '<feedburner:feedFlare href="https://harbour.example/f" src="https://harbour.example/f.gif">Add</feedburner:feedFlare>'
_FRIENDLY = "<feedburner:browserFriendly>This is a feed.</feedburner:browserFriendly>"

FEEDBURNER = extension(
    "feedburner",
    "FeedBurner",
    "FEEDBURNER",
    "https://www.rssboard.org/rss-profile",
    channel=f"{_FLARE}\n    {_FRIENDLY}",
    item=_LINK,
)
once(FEEDBURNER, _LINK)
row(FEEDBURNER, "feedburner:awareness", BOTH, uris.absolute, "FEEDBURNER003")
for _name in ("origLink", "origEnclosureLink"):
    row(FEEDBURNER, f"feedburner:{_name}", "item", uris.absolute, "FEEDBURNER003")
row(FEEDBURNER, "feedburner:feedburnerHostname", "channel", uris.absolute, "FEEDBURNER003")
row(FEEDBURNER, "feedburner:browserFriendly", "channel")
row(FEEDBURNER, "feedburner:emailServiceId", "channel")
row(
    FEEDBURNER,
    "feedburner:feedFlare",
    "channel",
    many=True,
    attributes=tuple(
        Attribute(name=name, required="FEEDBURNER003", value=uris.reference, invalid="FEEDBURNER003")
        for name in ("href", "src")
    ),
)
row(
    FEEDBURNER,
    "feedburner:info",
    "channel",
    many=True,
    attributes=(
        Attribute(name="uri", required="FEEDBURNER003", value=uris.reference, invalid="FEEDBURNER003"),
    ),
)
fact(
    FEEDBURNER,
    "003",
    "address",
    summary="Addresses of FeedBurner's elements are addresses.",
    hint="Write the whole address, with https:// and the host.",
    bad=Change(_LINK, "<feedburner:origLink>the ferry</feedburner:origLink>"),
)


@FEEDBURNER.rule(
    "FEEDBURNER004",
    "feedburner-absolute",
    "warning",
    on="channel/feedburner:feedFlare",
    summary="The addresses of a feedFlare are absolute.",
    hint="Write the whole address, with https:// and the host: RSS knows no base to complete it by.",
    read=READ,
    bad=Change('href="https://harbour.example/f"', 'href="/f"'),
)
def absolute(flare: View, context: Context) -> Iterator[Problem]:
    """A relative one."""
    for name in ("href", "src"):
        value = flare.get(name)
        if value and uris.scheme(value) is None:
            yield Problem(
                flare, f"{name} of feedburner:feedFlare is relative: {value[:60]!r}", attribute=name
            )


@FEEDBURNER.rule(
    "FEEDBURNER005",
    "feedburner-plain",
    "warning",
    on="channel/feedburner:browserFriendly",
    summary="The message to people with a browser is plain text.",
    hint="Take the tags out.",
    read=READ,
    bad=Change(_FRIENDLY, _FRIENDLY.replace("feed.", "&lt;b&gt;feed&lt;/b&gt;.")),
)
def plain(view: View, context: Context) -> Iterator[Problem]:
    """Tags in it."""
    yield from html.in_plain_text(view)


_TOTAL = "<opensearch:totalResults>42</opensearch:totalResults>"
_QUERY = '<opensearch:Query role="request" title="Ferries" searchTerms="ferry" startPage="1"/>'

OPENSEARCH = extension(
    "opensearch",
    "OpenSearch",
    "OPENSEARCH",
    "https://github.com/dewitt/opensearch/blob/master/opensearch-1-1-draft-6.md",
    channel=f"{_TOTAL}\n    <opensearch:startIndex>1</opensearch:startIndex>\n    {_QUERY}",
    prefixes=("opensearch", "opensearch10"),
)
once(OPENSEARCH, _TOTAL)


def charset(text: str) -> str | None:
    """The name of an encoding."""
    try:
        codecs.lookup(text)
    except (LookupError, ValueError):
        return f"is no encoding: {text[:40]!r}"
    return None


_WHOLE = integer(-(10**9))
_ROLES = ("request", "example", "related", "correction", "subset", "superset")
for _prefix in ("opensearch", "opensearch10"):
    for _name, _value in {
        "totalResults": integer(0),
        "startIndex": _WHOLE,
        "itemsPerPage": integer(0),
    }.items():
        row(OPENSEARCH, f"{_prefix}:{_name}", "channel", _value, "OPENSEARCH003")
row(
    OPENSEARCH,
    "opensearch:Query",
    "channel",
    many=True,
    attributes=(
        Attribute(
            name="role",
            required="OPENSEARCH003",
            value=lambda text: None if ":" in text else one_of(_ROLES, ", ".join(_ROLES))(text),
            invalid="OPENSEARCH003",
        ),
        *(
            Attribute(name=name, value=value, invalid="OPENSEARCH003")
            for name, value in {
                "title": at_most(256),
                "totalResults": integer(0),
                "count": integer(0),
                "startIndex": _WHOLE,
                "startPage": _WHOLE,
                "language": lambda text: None if text == "*" else known_language(text),
                "inputEncoding": charset,
                "outputEncoding": charset,
                "searchTerms": matching(r"(?:[\w.~/+ -]|%[0-9A-Fa-f]{2})*", "words encoded as in an address"),
                "parameter": None,
            }.items()
        ),
    ),
)
row(OPENSEARCH, "opensearch:link", "channel", many=True, opaque=True)
fact(
    OPENSEARCH,
    "003",
    "value",
    summary="Numbers of results are whole numbers, languages and encodings are ones that exist.",
    hint="Write digits alone; a space in searchTerms is %20 or +.",
    bad=Change(_TOTAL, "<opensearch:totalResults>many</opensearch:totalResults>"),
    good=Change(_TOTAL, "<opensearch:totalResults>0</opensearch:totalResults>"),
)


@OPENSEARCH.rule(
    "OPENSEARCH004",
    "opensearch-plain",
    "warning",
    on="channel/opensearch:Query",
    summary="The title of a query is plain text.",
    hint="Take the tags out.",
    read=READ,
    bad=Change('title="Ferries"', 'title="&lt;b&gt;Ferries&lt;/b&gt;"'),
)
def query_title(query: View, context: Context) -> Iterator[Problem]:
    """Tags in it."""
    yield from html.in_plain_attribute(query, "title")


_EDITED = "<app:edited>2026-11-22T18:05:00Z</app:edited>"
_COLLECTION = '<app:collection href="https://harbour.example/c"><atom:title>Sea</atom:title></app:collection>'

APP = extension(
    "app",
    "the Atom Publishing Protocol",
    "APP",
    "https://www.rfc-editor.org/rfc/rfc5023",
    item=f"{_EDITED}\n      <app:control><app:draft>no</app:draft></app:control>\n      {_COLLECTION}",
    others=("atom",),
)
once(APP, _EDITED)
row(APP, "app:edited", "item", internet_fault, "APP003")
row(APP, "app:control", "item")
row(APP, "app:draft", "//app:control", one_of(("yes", "no"), "yes or no"), "APP003")
row(APP, "app:collection", BOTH, many=True, attributes=(Attribute(name="href", required="APP003"),))
row(APP, "atom:title", "//app:collection", opaque=True)
row(APP, "app:accept", "//app:collection", many=True)
row(
    APP,
    "app:categories",
    "//app:collection",
    many=True,
    attributes=tuple(Attribute(name=name) for name in ("href", "fixed", "scheme")),
    opaque=True,
)
fact(
    APP,
    "003",
    "value",
    summary="app:edited is an RFC 3339 date, app:draft yes or no, a collection has its address.",
    hint="Write 2026-11-22T18:05:00Z; yes or no in small letters.",
    bad=Change("<app:draft>no</app:draft>", "<app:draft>false</app:draft>"),
    good=Change("<app:draft>no</app:draft>", "<app:draft>yes</app:draft>"),
)


@APP.rule(
    "APP004",
    "app-collection",
    "warning",
    on="channel/app:collection, item/app:collection",
    summary="A collection holds a title, categories and what it accepts, no other elements of Atom.",
    hint="Take the elements out, or describe the collection as an entry.",
    read=READ,
    bad=Change(
        _COLLECTION, _COLLECTION.replace("</app", "<atom:id>tag:harbour.example,2026:c</atom:id></app", 1)
    ),
)
def collection(view: View, context: Context) -> Iterator[Problem]:
    """Other elements of Atom."""
    for tag, elements in view.children.items():
        if tag.startswith("{http://www.w3.org/2005/Atom}") and not tag.endswith("}title"):
            yield Problem(
                elements[0], f"app:collection holds <{tag.rpartition('}')[2]}>, which says nothing there"
            )
