"""What a channel may hold, as a table, and what is plain about its values."""

from __future__ import annotations

from feeds.checking import email, uris
from feeds.checking.dates import rss_fault, rss_oddity
from feeds.checking.demands import robots
from feeds.checking.demands.html import plain_fault
from feeds.checking.rule import Change
from feeds.checking.structure import Attribute, Row, Value
from feeds.checking.values import integer, known_language, nonblank
from feeds.targets.rss.rules.base import (
    CLOUD,
    DATE,
    DESCRIPTION,
    EDITOR,
    HUB,
    IMAGE_SIZE,
    ITEM_LINK,
    ITEM_TITLE,
    LANGUAGE,
    LINK,
    PROFILE,
    RULES,
    SKIPPED,
    TTL,
    fact,
)

WIDEST, HIGHEST = 144, 400
"""Pixels of a channel's image."""


def address_rows(
    on: str, name: str, *, missing: str | None = None, repeated: str = "RSS009"
) -> tuple[Row, ...]:
    """An element that holds an absolute address."""
    return (
        Row(on=on, name=name, missing=missing, repeated=repeated, value=uris.absolute, invalid="RSS035"),
        Row(on=on, name=name, value=uris.plain, invalid="RSS060"),
        Row(on=on, name=name, value=uris.unregistered, invalid="RSS064"),
    )


def date_rows(on: str, name: str) -> tuple[Row, ...]:
    """An element that holds an RFC 822 date."""
    return (
        Row(on=on, name=name, repeated="RSS009", value=rss_fault, invalid="RSS016"),
        Row(on=on, name=name, value=rss_oddity, invalid="RSS017"),
    )


def contact_rows(on: str, name: str) -> tuple[Row, ...]:
    """An element that holds an e-mail address and a name."""
    return (
        Row(on=on, name=name, repeated="RSS009", value=email.contact_fault, invalid="RSS019"),
        Row(on=on, name=name, value=_contact_oddity, invalid="RSS066"),
        Row(on=on, name=name, value=plain_fault, invalid="RSS032"),
    )


def _contact_oddity(text: str) -> str | None:
    return email.oddity(text)


def text_rows(on: str, name: str, *, many: bool = False, missing: str | None = None) -> tuple[Row, ...]:
    """An element that holds plain text."""
    return (
        Row(
            on=on,
            name=name,
            missing=missing,
            repeated=None if many else "RSS009",
            value=plain_fault,
            invalid="RSS032",
        ),
    )


def _pixels(most: int) -> Value:
    return integer(1, most)


RULES.structure += (
    Row(on="document", name="channel", missing="RSS003", repeated="RSS003", stray="RSS053"),
    Row(on="channel", name="item", stray="RSS053"),
    *text_rows("channel", "title", missing="RSS004"),
    Row(on="channel", name="title", value=nonblank, invalid="RSS004"),
    *address_rows("channel", "link", missing="RSS004"),
    *text_rows("channel", "description", missing="RSS004"),
    Row(on="channel", name="language", repeated="RSS009", value=known_language, invalid="RSS005"),
    *text_rows("channel", "copyright"),
    *contact_rows("channel", "managingEditor"),
    *contact_rows("channel", "webMaster"),
    *date_rows("channel", "pubDate"),
    *date_rows("channel", "lastBuildDate"),
    *text_rows("channel", "category", many=True),
    Row(
        on="channel",
        name="category",
        attributes=(Attribute(name="domain"),),
        value=nonblank,
        invalid="RSS054",
    ),
    Row(on="channel", name="generator", repeated="RSS009"),
    *address_rows("channel", "docs"),
    Row(
        on="channel",
        name="cloud",
        repeated="RSS009",
        stray="RSS053",
        attributes=(
            Attribute(name="port", required="RSS026", value=integer(1, 65535), invalid="RSS026"),
            *(
                Attribute(name=name, required="RSS026", value=nonblank, invalid="RSS026")
                for name in ("domain", "path", "registerProcedure", "protocol")
            ),
        ),
    ),
    Row(on="channel", name="ttl", repeated="RSS009", value=integer(1), invalid="RSS022"),
    Row(on="channel", name="image", repeated="RSS009", stray="RSS053"),
    *address_rows("channel/image", "url", missing="RSS024"),
    *text_rows("channel/image", "title", missing="RSS024"),
    Row(on="channel/image", name="title", value=nonblank, invalid="RSS054"),
    *address_rows("channel/image", "link", missing="RSS024"),
    Row(on="channel/image", name="width", repeated="RSS009", value=_pixels(WIDEST), invalid="RSS024"),
    Row(on="channel/image", name="height", repeated="RSS009", value=_pixels(HIGHEST), invalid="RSS024"),
    *text_rows("channel/image", "description"),
    Row(on="channel", name="rating", repeated="RSS009"),
    Row(on="channel", name="textInput", repeated="RSS009", stray="RSS053"),
    *text_rows("channel/textInput", "title", missing="RSS061"),
    Row(on="channel/textInput", name="description", missing="RSS061", repeated="RSS009"),
    *text_rows("channel/textInput", "name", missing="RSS061"),
    *address_rows("channel/textInput", "link", missing="RSS061"),
    Row(on="channel", name="skipHours", repeated="RSS009", stray="RSS053"),
    Row(on="channel/skipHours", name="hour", missing="RSS023"),
    Row(on="channel", name="skipDays", repeated="RSS009", stray="RSS053"),
    Row(on="channel/skipDays", name="day", missing="RSS023"),
    *(Row(on="channel", name=f"xhtml:{name}", opaque=True) for name in ("div", "link")),
    Row(on="channel", name="xhtml:meta", attributes=robots.attributes("RSS068"), opaque=True),
)

fact(
    "004",
    "channel",
    "error",
    summary="The channel has a title, a link and a description.",
    hint="Write the three into the channel: its name, the site's address, and a line about it.",
    bad=Change(f"{DESCRIPTION}\n", "\n"),
    good=Change(DESCRIPTION, "<description/>"),
)
fact(
    "009",
    "once",
    "error",
    summary="Elements that may stand once stand once.",
    hint="Keep one of them: readers take the first, the last, or none.",
    bad=Change(LANGUAGE, LANGUAGE * 2),
)
fact(
    "016",
    "date",
    "error",
    summary="Dates are those of RFC 822: English names, a zone, and the day of the week that it was.",
    hint="Write dates as in Mon, 23 Nov 2026 10:00:00 +0300: English names, and the zone at the end.",
    bad=Change(DATE, "<pubDate>2026-11-22T17:40:00Z</pubDate>"),
    good=Change(DATE, "<pubDate>22 Nov 2026 17:40 GMT</pubDate>"),
)
fact(
    "017",
    "date-form",
    "warning",
    summary="Dates have a year of four digits and a zone in numbers, or GMT.",
    hint="Write dates as in Mon, 23 Nov 2026 10:00:00 +0300: not all programs know the older forms.",
    bad=Change(DATE, "<pubDate>Sun, 22 Nov 26 12:40:00 EST</pubDate>"),
    good=Change(DATE, "<pubDate>Sun, 22 Nov 2026 12:40:00 -0500</pubDate>"),
    spec=PROFILE,
)
fact(
    "019",
    "contact",
    "error",
    summary="author, managingEditor and webMaster hold an e-mail address.",
    hint="Write desk@harbour.example (Ida Moen); a name without an address belongs into dc:creator.",
    bad=Change(EDITOR, "<managingEditor>Ida Moen</managingEditor>"),
    good=Change(EDITOR, "<managingEditor>desk@harbour.example (The desk)</managingEditor>"),
)
fact(
    "022",
    "ttl",
    "error",
    summary="ttl is a whole number of minutes, 1 or more.",
    hint="Write digits alone, as 15.",
    bad=Change(TTL, "<ttl>15 minutes</ttl>"),
    good=Change(TTL, "<ttl>1440</ttl>"),
)
fact(
    "024",
    "image",
    "error",
    summary=f"The image has url, title and link, and is at most {WIDEST} pixels wide and {HIGHEST} high.",
    hint="Add what is missing; leave width and height out where the picture is larger, or name a smaller one.",
    bad=Change(IMAGE_SIZE, "<width>1200</width><height>630</height>"),
    good=Change(IMAGE_SIZE, ""),
)
fact(
    "026",
    "cloud",
    "error",
    summary="cloud has domain, port, path, registerProcedure and protocol, the port a number.",
    hint="Write all five attributes, or take cloud out: hardly any reader asks it.",
    bad=Change(CLOUD, CLOUD.replace(' port="80"', "")),
    good=Change(CLOUD, CLOUD.replace("xml-rpc", "http-post")),
)
fact(
    "032",
    "plain-text",
    "warning",
    summary="Titles, categories, names and the channel's description are plain text.",
    hint="Take the tags out; write the letter instead of an HTML entity.",
    bad=Change(ITEM_TITLE, "<title>Ferry &lt;b&gt;resumes&lt;/b&gt;</title>"),
    good=Change(ITEM_TITLE, "<title>Ferries &#x26; storms: 3 &#x3C; 5</title>"),
    spec=PROFILE,
)
fact(
    "035",
    "address",
    "error",
    summary="Addresses are absolute, and have no characters that an address may not have.",
    hint="Write the whole address, with https:// and the host; a space is %20.",
    bad=Change(LINK, "<link>harbour.example</link>"),
    good=Change(LINK, "<link>\n  https://harbour.example/\n</link>"),
)
fact(
    "053",
    "stray-text",
    "error",
    summary="In rss, channel, item, image and textInput stand elements, no text of their own.",
    hint="Put the text into an element, or take it out: readers do not see it.",
    bad=Change(HUB, f"{HUB} Welcome!"),
)
fact(
    "054",
    "blank",
    "warning",
    summary="Categories and titles are not blank.",
    hint="Write something into the element, or leave it out.",
    bad=Change(">Transport<", "> <"),
)
fact(
    "060",
    "ascii-address",
    "warning",
    summary="Addresses in RSS are URIs: other letters than ASCII ones are escaped.",
    hint="Write https://xn--… for the host and %D0%B0 for letters in the path: some programs know no others.",
    bad=Change(ITEM_LINK, "<link>https://harbour.example/паром</link>"),
    good=Change(ITEM_LINK, "<link>https://harbour.example/%D0%BF%D0%B0</link>"),
    spec=PROFILE,
)
fact(
    "061",
    "text-input",
    "error",
    summary="textInput has title, description, name and link.",
    hint="Add what is missing, or take textInput out: no reader shows it.",
    bad=Change(SKIPPED, f"<textInput><title>Search</title><name>q</name>{LINK}</textInput>"),
)
fact(
    "064",
    "scheme",
    "warning",
    summary="Addresses begin with a scheme that is registered.",
    hint="Write https://, or see whether the address is meant.",
    bad=Change(ITEM_LINK, "<link>harbour:ferry</link>"),
    good=Change(ITEM_LINK, "<link>gopher://harbour.example/</link>"),
)
fact(
    "066",
    "contact-form",
    "warning",
    summary="Contacts are written as address (Name).",
    hint="Write desk@harbour.example (Ida Moen).",
    bad=Change(EDITOR, "<managingEditor>Ida Moen, desk@harbour.example</managingEditor>"),
    good=Change(EDITOR, "<managingEditor>desk@harbour.example (I. Moen)</managingEditor>"),
    spec=PROFILE,
)
fact(
    "068",
    "robots",
    "error",
    summary="xhtml:meta tells search engines what HTML's robots meta tells them.",
    hint='Write <xhtml:meta name="robots" content="noindex"/>.',
    bad=Change(TTL, f'{TTL}<meta xmlns="http://www.w3.org/1999/xhtml" name="robots" content="never"/>'),
    good=Change(
        TTL, f'{TTL}<meta xmlns="http://www.w3.org/1999/xhtml" name="robots" content="NoIndex, follow"/>'
    ),
)
