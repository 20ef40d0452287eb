"""What a story is called, where it is and what identifies it."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from feeds.checking.absence import written
from feeds.checking.demands import address
from feeds.checking.demands.demand import Demand
from feeds.checking.demands.example import DESCRIPTION, GUID, LINK, SECOND_GUID, SECOND_LINK, TITLE
from feeds.checking.demands.text import markup, plain, visible
from feeds.checking.document import View, text_of
from feeds.checking.engine import Context
from feeds.checking.rule import Change, Check, Problem
from feeds.checking.structure import Row, Value
from feeds.checking.values import absolute_url


def shown_text(text: str) -> str | None:
    """Text that a reader sees: a value of the structure."""
    return None if visible(text) else "is empty"


def unmarked(name: str) -> Check:
    """A check that an element holds text alone: tags that are not even escaped are children of it."""

    def check(item: View, context: Context) -> Iterator[Problem]:
        for element in item.all(name):
            for child in element.iterchildren(etree.Element):
                yield Problem(child, f"{name} has markup, <{written(child)}>: it is plain text")

    return check


TITLE_PLAIN = Demand(
    on="item",
    summary="Each story has a title in plain text.",
    hint="Write the headline into <title>, without tags: what is set in <i> or <b> on the page is bare here.",
    row=lambda code: Row(on="item", name="title", missing=code, value=plain, invalid=code),
    check=unmarked("title"),
    bad=Change(TITLE, "<title>Мост через &lt;i&gt;Ладу&lt;/i&gt; открыли раньше срока</title>"),
    good=Change(TITLE, "<title><![CDATA[Мост <длиннее прежнего> открыли: 8 < 30 минут]]></title>"),
)


def short(name: str, characters: int) -> Check:
    """A check that an element's text is no longer than a number of characters."""

    def check(item: View, context: Context) -> Iterator[Problem]:
        for element in item.all(name):
            if (length := len(text_of(element))) > characters:
                yield Problem(element, f"{name} has {length} characters, more than {characters}")

    return check


def title_length(characters: int) -> Demand:
    """Titles that are cut when they are longer."""
    return Demand(
        on="item",
        summary=f"A title has at most {characters} characters.",
        hint="Shorten the headline: what is longer gets cut off.",
        check=short("title", characters),
        bad=Change(TITLE, f"<title>{'Мост ' * (characters // 5)}открыли</title>"),
        good=Change(TITLE, f"<title>{'М' * characters}</title>"),
    )


def address_of(*, most: int | None = None) -> Value:
    """An absolute address of a page, of limited length if `most` says so."""

    def judge(text: str) -> str | None:
        if fault := absolute_url(text):
            return fault
        if most is not None and len(text) > most:
            return f"has {len(text)} characters, more than {most}"
        return None

    return judge


LINKED = Demand(
    on="item",
    summary="Each story has a link with the absolute address of its page.",
    hint="Write the whole address of the article into <link>, with https:// and the host.",
    row=lambda code: Row(on="item", name="link", missing=code, value=absolute_url, invalid=code),
    bad=Change(LINK, "<link>/2026/11/23/most-4021</link>"),
    good=Change(LINK, "<link>\n<![CDATA[https://zarya.example/2026/11/23/мост?from=rss&id=4021]]></link>"),
)


def _repeats(items: list[View], name: str) -> Iterator[tuple[etree._Element, int]]:
    """The elements of a name that an earlier story has with the same text, and that story's number."""
    seen: dict[str, int] = {}
    for number, item in enumerate(items, 1):
        element = item.one(name)
        text = address.same(text_of(element)) if element is not None else ""
        if element is not None and text and seen.setdefault(text, number) != number:
            yield element, seen[text]


def unique(name: str) -> Check:
    """A check on the feed that no two stories have the same text in an element."""

    def check(channel: View, context: Context) -> Iterator[Problem]:
        for element, first in _repeats(context.items, name):
            yield Problem(element, f"story {first} has the same {name}: {text_of(element)[:200]!r}")

    return check


LINK_UNIQUE = Demand(
    on="feed",
    summary="No two stories have the same link.",
    hint="Give each story its own address, and put each story into the feed once.",
    check=unique("link"),
    bad=Change(SECOND_LINK, "<link><![CDATA[ https://ZARYA.example/2026/11/23/most-4021 ]]></link>"),
    good=Change(SECOND_LINK, "<link>https://zarya.example/2026/11/23/most-4021?part=2</link>"),
)


def _host_of(item: View) -> str | None:
    return address.host(item.text("link"))


def _on_another_host(view: View, context: Context) -> Iterator[Problem]:
    """A story elsewhere; and, of the whole, that all are, so that the channel's own link may be wrong."""
    home = _host_of(context.channel)
    if view.index is not None:
        here = _host_of(view)
        if home and here and home != here:
            yield Problem(view.one("link"), f"the link is on {here}, the channel's on {home}")
        return
    hosts = {_host_of(item) for item in context.items}
    if home and len(context.items) > 1 and len(hosts) == 1 and (here := hosts.pop()) not in {home, None}:
        message = f"the channel's link is on {home}, all stories are on {here}"
        yield Problem(view.one("link"), message, severity="warning")


OWN_HOST = Demand(
    on="item, feed",
    summary="Stories are on the host that the channel's link names.",
    hint="Publish stories of your own site only, and let the channel's link be that site's address.",
    check=_on_another_host,
    bad=Change(LINK, "<link>https://vesti.example/2026/11/23/most-4021</link>"),
    good=Change(LINK, "<link>https://www.zarya.example:443/2026/11/23/most-4021</link>"),
)

IDENTIFIED = Demand(
    on="feed",
    summary="Each story has a guid of its own.",
    hint='Give each story an id that never changes, as in <guid isPermaLink="false">your.site:4021</guid>.',
    check=unique("guid"),
    row=lambda code: Row(on="item", name="guid", missing=code, value=shown_text, invalid=code),
    bad=Change(GUID, "<guid> \n</guid>"),
    good=Change(GUID, "<guid>https://zarya.example/2026/11/23/most-4021</guid>"),
)

GUID_THERE = Demand(
    on="item",
    summary="Each story has a guid.",
    hint=IDENTIFIED.hint,
    row=IDENTIFIED.row,
    bad=IDENTIFIED.bad,
    good=IDENTIFIED.good,
)

GUID_UNIQUE = Demand(
    on="feed",
    summary="No two stories have the same guid.",
    hint="Give each story an id of its own: the second story overwrites the first one.",
    check=unique("guid"),
    bad=Change(SECOND_GUID, "<guid><![CDATA[zarya.example:story:4021]]></guid>"),
    good=Change(SECOND_GUID, '<guid isPermaLink="false">zarya.example:STORY:4021</guid>'),
)

DESCRIBED = Demand(
    on="item",
    summary="Each story has a description: its lead, in plain text.",
    hint="Write the story's first sentences into <description>.",
    row=lambda code: Row(on="item", name="description", missing=code, value=shown_text, invalid=code),
    bad=Change(DESCRIPTION, "<description/>"),
    good=Change(DESCRIPTION, "<description><![CDATA[За восемь минут – на другой берег.]]></description>"),
)


def _described_in_html(item: View, context: Context) -> Iterator[Problem]:
    for element in item.all("description"):
        tag = markup(item.content(element).source)
        if tag:
            yield Problem(element, f"description has markup: <{tag.written}>", offset=tag.offset)
    yield from unmarked("description")(item, context)


DESCRIPTION_PLAIN = Demand(
    on="item",
    summary="A description is plain text.",
    hint="Take the tags out of <description>: readers see them as they are written.",
    check=_described_in_html,
    bad=Change(DESCRIPTION, "<description>&lt;p&gt;По мосту ближе.&lt;/p&gt;</description>"),
    good=Change(DESCRIPTION, "<description>Путь стал короче: 8 &lt; 30 минут.</description>"),
)
