"""The document and its channel."""

from __future__ import annotations

from collections.abc import Iterator

from feeds.checking.demands import declare, media
from feeds.checking.demands.channel import UTF8, larger, near
from feeds.checking.demands.example import CHANNEL_DESCRIPTION, NOW
from feeds.checking.demands.story import GUID_UNIQUE
from feeds.checking.document import View, text_of
from feeds.checking.engine import Context
from feeds.checking.namespaces import NAMESPACES
from feeds.checking.rule import Change, Problem
from feeds.targets.smartnews import facts
from feeds.targets.smartnews.rules.base import EXAMPLE, LOGO, RULES, SPEC

RULES.facts(
    "SNF003",
    "channel",
    "error",
    on="channel",
    summary="The channel has a title, link, description, language, pubDate, a logo and stories.",
    hint="Add what is missing. The logo is a PNG of 700×100 pixels: <snf:logo><url>https://…</url></snf:logo>.",
    now=NOW,
    bad=Change(LOGO, ""),
    good=Change(LOGO, LOGO.replace("logo-700x100", "logo")),
)
declare(RULES, "SNF002", "encoding", "error", UTF8, spec=SPEC)
declare(RULES, "PRT001", "guid-unique", "error", GUID_UNIQUE, spec=SPEC)


@RULES.rule(
    "SNF001",
    "namespace",
    "error",
    on="document",
    summary="The feed declares the namespace of SmartFormat.",
    hint=f'Write xmlns:snf="{NAMESPACES["snf"]}" into the root element, letter by letter.',
    now=NOW,
    bad=Change(' xmlns:snf="http://www.smartnews.be/snf"', ' xmlns:snf="https://www.smartnews.be/snf/"'),
    good=Change("http://www.smartnews.be/snf", "http://www.smartnews.&#98;e/snf"),
)
def namespace(channel: View, context: Context) -> Iterator[Problem]:
    """Another namespace in its place, or none."""
    bound = context.document.bindings
    if any(uri == NAMESPACES["snf"] for _, uri, _ in bound):
        return
    for prefix, uri, element in bound:
        if prefix == "snf" or near(uri, "snf") or "smartnews" in uri.lower():
            yield Problem(element, f"the namespace of {prefix or 'the elements'} is {uri!r}")
            return
    yield Problem(context.document.root, "the namespace of SmartFormat is not declared")


@RULES.rule(
    "SNF004",
    "description-length",
    "warning",
    on="channel",
    summary="The channel's description has at most 30 characters.",
    hint="Shorten it: it stands below the outlet's name.",
    now=NOW,
    bad=Change(CHANNEL_DESCRIPTION, f"<description>{'я' * 31}</description>"),
    good=Change(CHANNEL_DESCRIPTION, f"<description>\n{'я' * 30}\n</description>"),
)
def description_length(channel: View, context: Context) -> Iterator[Problem]:
    """Characters, not bytes."""
    length = len(channel.text("description"))
    if length > facts.DESCRIPTION_CHARACTERS:
        yield Problem(channel.one("description"), f"the description has {length} characters")


@RULES.rule(
    "SNF005",
    "logo",
    "warning",
    on="channel",
    summary="The logos are PNG pictures.",
    hint="Save the logo as a transparent PNG of 700×100 pixels.",
    now=NOW,
    bad=Change("logo-700x100.png", "logo-700x100.jpg"),
    good=Change("logo-700x100.png", "logo?size=700x100"),
)
def logo(channel: View, context: Context) -> Iterator[Problem]:
    """By the file's name, where it has an ending."""
    for name in ("snf:logo", "snf:darkModeLogo"):
        for holder in channel.all(name):
            for url in View(holder).all("url"):
                if (ending := media.suffix(text_of(url))) not in ("", ".png"):
                    yield Problem(url, f"the logo is no PNG: {ending}")


@RULES.rule(
    "SNF011",
    "size",
    "error",
    on="feed",
    summary="A feed has at most 1 MB, and about 100 stories.",
    hint="List fewer stories: SmartNews remembers those that it has read.",
    now=NOW,
    bad=Change("<ttl>5</ttl>", f"<ttl>5</ttl><!-- {'x' * 1_048_576} -->"),
    good=EXAMPLE,
)
def size(channel: View, context: Context) -> Iterator[Problem]:
    """Bytes of the document, and stories."""
    yield from larger(context, facts.FEED_BYTES)
    if len(context.items) > facts.MOST:
        said = f"there are {len(context.items)} stories, more than {facts.MOST}"
        yield Problem(context.items[facts.MOST], said, severity="warning")
