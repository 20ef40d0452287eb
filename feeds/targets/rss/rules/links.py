"""Elements of Atom in RSS: the feed's link to itself above all."""

from __future__ import annotations

from collections.abc import Iterator

from feeds.checking import uris
from feeds.checking.absence import at_the_end
from feeds.checking.dates import internet_fault
from feeds.checking.demands import links
from feeds.checking.document import View
from feeds.checking.engine import Context
from feeds.checking.rule import Change, Problem
from feeds.checking.structure import Attribute, Row
from feeds.targets.rss.rules.base import HUB, NOW, PROFILE, READ, RULES, SELF, URL, fact

BOTH = ("channel", "item")
_TEXT = (Attribute(name="type"), Attribute(name="src"))

RULES.structure += (
    Row(on=BOTH, name="atom:link", attributes=links.attributes("RSS063", "RSS063")),
    *(Row(on=BOTH, name=f"atom:{name}") for name in ("author", "contributor")),
    *(Row(on="//atom:author", name=f"atom:{name}") for name in ("name", "uri", "email")),
    *(Row(on="//atom:contributor", name=f"atom:{name}") for name in ("name", "uri", "email")),
    *(
        Row(on=BOTH, name=f"atom:{name}", repeated="RSS009", attributes=_TEXT, opaque=True)
        for name in ("title", "rights", "summary", "content", "subtitle")
    ),
    Row(on=BOTH, name="atom:id", repeated="RSS009", value=uris.absolute, invalid="RSS063"),
    *(
        Row(on=BOTH, name=f"atom:{name}", repeated="RSS009", value=internet_fault, invalid="RSS063")
        for name in ("updated", "published")
    ),
    *(
        Row(on="channel", name=f"atom:{name}", repeated="RSS009", value=uris.reference, invalid="RSS063")
        for name in ("icon", "logo")
    ),
    Row(
        on="channel",
        name="atom:generator",
        repeated="RSS009",
        attributes=(Attribute(name="uri"), Attribute(name="version")),
    ),
    Row(
        on=BOTH,
        name="atom:category",
        attributes=(
            Attribute(name="term", required="RSS063"),
            Attribute(name="scheme"),
            Attribute(name="label"),
        ),
    ),
    Row(on="item", name="atom:source", opaque=True),
)

fact(
    "063",
    "atom",
    "error",
    summary="Elements of Atom in RSS hold what Atom has them hold.",
    hint="A link has an href, a date is written as 2026-11-22T18:05:00Z, an id is an absolute address.",
    bad=Change(HUB, '<atom:link rel="hub" url="https://hub.example/"/>'.replace(" url", " title")),
    good=Change(HUB, "<atom:updated>2026-11-22T18:05:00Z</atom:updated>"),
    spec="https://www.rfc-editor.org/rfc/rfc4287",
)


@RULES.rule(
    "RSS006",
    "self",
    "warning",
    on="channel",
    summary='The feed says where it is: atom:link with rel="self".',
    hint='Write <atom:link rel="self" type="application/rss+xml" href="https://…"/> into the channel, with the '
    'address of the feed itself, and xmlns:atom="http://www.w3.org/2005/Atom" on <rss>.',
    now=NOW,
    url=URL,
    read=READ,
    spec=PROFILE,
    bad=Change(SELF, ""),
)
def missing_self(channel: View, context: Context) -> Iterator[Problem]:
    """No link of the feed to itself."""
    if not links.selves(channel):
        yield Problem(
            channel,
            'the feed does not say where it is: <atom:link rel="self"> is missing',
            closing=at_the_end(channel),
        )


@RULES.rule(
    "RSS007",
    "self-true",
    "warning",
    on="channel",
    summary="The feed's link to itself is the absolute address at which it is served, of a feed's type.",
    hint='Write the address under which the feed is asked for, letter by letter, and type="application/rss+xml".',
    now=NOW,
    url=URL,
    read=READ,
    spec=PROFILE,
    bad=Change(SELF, SELF.replace("https://", "http://")),
    good=Change(SELF, SELF.replace("https://harbour.example/", "HTTPS://harbour.example:443/")),
)
def strange_self(channel: View, context: Context) -> Iterator[Problem]:
    """A link to elsewhere."""
    yield from links.strange_self(channel, context.url)


@RULES.rule(
    "RSS047",
    "relation",
    "warning",
    on="channel/atom:link, item/atom:link",
    summary="What a link is to the feed says a registered word, or an address.",
    hint="Write alternate, self, hub, next, related or another word of IANA's list.",
    now=NOW,
    url=URL,
    read=READ,
    spec="https://www.iana.org/assignments/link-relations/",
    bad=Change(HUB, HUB.replace('"hub"', '"pubsub"')),
    good=Change(HUB, HUB.replace('"hub"', '"https://harbour.example/rel/hub"')),
)
def relation(link: View, context: Context) -> Iterator[Problem]:
    """A word of one's own."""
    yield from links.unregistered(link)


@RULES.rule(
    "RSS067",
    "link-empty",
    "warning",
    on="channel/atom:link, item/atom:link",
    summary="A link of Atom has its address in href, and no text.",
    hint='Write <atom:link href="https://…"/>: what stands between its tags nobody reads.',
    now=NOW,
    url=URL,
    read=READ,
    bad=Change(HUB, '<atom:link rel="hub" href="https://hub.example/">https://hub.example/</atom:link>'),
)
def with_text(link: View, context: Context) -> Iterator[Problem]:
    """Text in a link."""
    if (link.element.text or "").strip():
        yield Problem(link, "atom:link holds text, which nobody reads: its address belongs into href")
