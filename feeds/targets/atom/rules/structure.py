"""What a feed, an entry, a source and a person may hold, as a table."""

from __future__ import annotations

from feeds.checking import email, uris
from feeds.checking.dates import internet_fault
from feeds.checking.demands import links, robots
from feeds.checking.demands.html import plain_fault
from feeds.checking.rule import Change
from feeds.checking.structure import Attribute, Row
from feeds.checking.values import nonblank
from feeds.targets.atom.rules.base import (
    CATEGORY,
    ENTRY_ID,
    ENTRY_LINK,
    ENTRY_UPDATED,
    FEED_AUTHOR,
    FEED_ID,
    FEED_TITLE,
    HOME,
    ICON,
    PUBLISHED,
    RULES,
    SECOND_AUTHOR,
    SOURCE,
    SUMMARY,
    fact,
)

FEED, ENTRY, IN_SOURCE = "channel", "item", "item/source"
TOGETHER = (FEED, ENTRY, IN_SOURCE)


def exact_id(text: str) -> str | None:
    """An absolute IRI without white space around it."""
    return "has white space around it" if text != text.strip() else uris.absolute(text)


def exact_reference(text: str) -> str | None:
    """An IRI, absolute or relative, without white space around it."""
    if text != text.strip():
        return "has white space around it"
    return uris.reference(text) if text else "is empty"


def not_canonical(text: str) -> str | None:
    """An id that equals another only after it is put into its canonical form."""
    bare = text.strip()
    form = uris.canonical(bare)
    return f"is not in its canonical form, {form[:80]}" if form is not None and form != bare else None


def not_email(text: str) -> str | None:
    """One e-mail address."""
    return email.address_fault(text)


def far_from_mail(text: str) -> str | None:
    """A host that only its own network knows."""
    return email.unqualified(text) if email.is_address(text) else None


def with_mail(text: str) -> str | None:
    """A name that holds an e-mail address."""
    return f"holds an e-mail address: {text[:60]!r}" if "@" in text and email.found(text) else None


_TYPE = Attribute(name="type")


def _row(
    name: str,
    on: str | tuple[str, ...],
    code: str | None,
    missing: str | None = None,
    attributes: tuple[Attribute, ...] = (),
    *,
    opaque: bool = False,
) -> Row:
    """An element by its name; in a feed it stands before the entries. `code` says that it is repeated."""
    ordered = ("entry",) if on == FEED else ()
    return Row(
        on=on,
        name=name,
        missing=missing,
        repeated=code,
        attributes=attributes,
        before=ordered,
        misplaced="ATOM020" if ordered else None,
        opaque=opaque,
    )


def _all(name: str, *rows: tuple[str, str | None, str | None], **facts: object) -> tuple[Row, ...]:
    attributes = facts.get("attributes", ())
    assert isinstance(attributes, tuple)
    return tuple(
        _row(name, on, code, missing, attributes, opaque=bool(facts.get("opaque")))
        for on, code, missing in rows
    )


def _value(name: str, on: str | tuple[str, ...], value: object, code: str, *, exact: bool = False) -> Row:
    assert callable(value)
    return Row(on=on, name=name, value=value, invalid=code, exact=exact)


_REQUIRED = ((FEED, "ATOM002", "ATOM002"), (ENTRY, "ATOM003", "ATOM003"), (IN_SOURCE, "ATOM061", "ATOM071"))
_OPTIONAL = tuple((on, "ATOM061", None) for on in TOGETHER)
_MANY: tuple[tuple[str, str | None, str | None], ...] = tuple((on, None, None) for on in TOGETHER)
_OF_FEED = ((FEED, "ATOM061", None), (IN_SOURCE, "ATOM061", None))
_OF_ENTRY = ((ENTRY, "ATOM061", None),)

RULES.structure += (
    Row(on=FEED, name="entry", stray="ATOM084"),
    Row(on="document", name="feed", stray="ATOM084"),
    *_all("id", *_REQUIRED),
    _value("id", TOGETHER, exact_id, "ATOM008", exact=True),
    _value("id", TOGETHER, not_canonical, "ATOM009"),
    _value("id", TOGETHER, uris.unregistered, "ATOM085"),
    *_all("title", *_REQUIRED, attributes=(_TYPE,), opaque=True),
    *_all("updated", *_REQUIRED),
    _value("updated", TOGETHER, internet_fault, "ATOM007", exact=True),
    *_all("author", *_MANY),
    *_all("contributor", *_MANY),
    *(Row(on=FEED, name=name, stray="ATOM084") for name in ("author", "contributor")),
    Row(on=FEED, name="xhtml:div", opaque=True),
    Row(on=FEED, name="xhtml:meta", attributes=robots.attributes("ATOM092"), opaque=True),
    *_all(
        "category",
        *_MANY,
        attributes=(
            Attribute(name="term", required="ATOM014", value=nonblank, invalid="ATOM065"),
            Attribute(name="scheme", value=uris.absolute, invalid="ATOM064"),
            Attribute(name="label", value=plain_fault, invalid="ATOM067"),
        ),
        opaque=True,
    ),
    *_all("link", *_MANY, attributes=links.attributes("ATOM014", "ATOM022"), opaque=True),
    *_all("rights", *_OPTIONAL, attributes=(_TYPE,), opaque=True),
    *_all(
        "generator",
        *_OF_FEED,
        attributes=(
            Attribute(name="uri", value=uris.reference, invalid="ATOM064"),
            Attribute(name="version"),
        ),
    ),
    _value("generator", (FEED, IN_SOURCE), nonblank, "ATOM065"),
    *_all("icon", *_OF_FEED),
    *_all("logo", *_OF_FEED),
    _value("icon", (FEED, IN_SOURCE), exact_reference, "ATOM064", exact=True),
    _value("logo", (FEED, IN_SOURCE), exact_reference, "ATOM064", exact=True),
    *_all("subtitle", *_OF_FEED, attributes=(_TYPE,), opaque=True),
    *_all("summary", *_OF_ENTRY, attributes=(_TYPE,), opaque=True),
    *_all("content", *_OF_ENTRY, attributes=(_TYPE, Attribute(name="src", value=uris.reference, invalid="ATOM064")),
          opaque=True),
    *_all("published", *_OF_ENTRY),
    _value("published", ENTRY, internet_fault, "ATOM007", exact=True),
    Row(on=ENTRY, name="source", repeated="ATOM061", stray="ATOM084"),
    *(
        row
        for person in ("//author", "//contributor")
        for row in (
            Row(on=person, name="name", missing="ATOM014", repeated="ATOM061", value=nonblank, invalid="ATOM065"),
            _value("name", person, plain_fault, "ATOM067"),
            _value("name", person, with_mail, "ATOM079"),
            Row(on=person, name="uri", repeated="ATOM061", value=exact_reference, invalid="ATOM064", exact=True),
            Row(on=person, name="email", repeated="ATOM061", value=not_email, invalid="ATOM078"),
            _value("email", person, far_from_mail, "ATOM091"),
        )
    ),
)  # fmt: skip

fact(
    "002",
    "feed-required",
    "error",
    summary="The feed has one id, one title and one date of its last change.",
    hint="Write <id>, <title> and <updated> into the feed, each once.",
    bad=Change(FEED_ID, ""),
)
fact(
    "003",
    "entry-required",
    "error",
    summary="Each entry has one id, one title and one date of its last change.",
    hint="Write <id>, <title> and <updated> into the entry, each once.",
    bad=Change(ENTRY_UPDATED, ENTRY_UPDATED * 2),
)
fact(
    "007",
    "date",
    "error",
    summary="Dates are those of RFC 3339, with a capital T and a zone.",
    hint="Write 2026-11-23T10:00:00+03:00 or 2026-11-23T07:00:00Z.",
    bad=Change(PUBLISHED, "<published>2026-11-22 17:40:00Z</published>"),
    good=Change(PUBLISHED, "<published>2026-11-22T17:40:00.123-00:00</published>"),
)
fact(
    "008",
    "id",
    "error",
    summary="An id is an absolute address that never changes, without white space around it.",
    hint="Write tag:your.site,2026:4021, or the first address of the page, between the tags without a blank.",
    bad=Change(ENTRY_ID, "<id>48211</id>"),
    good=Change(ENTRY_ID, "<id>urn:uuid:1225c695-cfb8-4ebb-aaaa-80da344efa6a</id>"),
)
fact(
    "009",
    "id-canonical",
    "warning",
    summary="An id is in the form that equal addresses share.",
    hint="Write scheme and host in small letters, no default port, a slash after the host.",
    bad=Change(ENTRY_ID, "<id>https://Harbour.example:443/1</id>"),
    good=Change(ENTRY_ID, "<id>https://harbour.example/A</id>"),
)
fact(
    "014",
    "attributes",
    "error",
    summary="A link has an href, a category a term, a person a name.",
    hint='Write <link href="https://…"/>, <category term="…"/>, <author><name>…</name></author>.',
    bad=Change(CATEGORY, '<category label="Transport"/>'),
    good=Change(CATEGORY, '<category term="x"/>'),
)
fact(
    "020",
    "entries-last",
    "error",
    summary="Entries come after all that the feed says of itself.",
    hint="Write id, title, updated, author and links of the feed first, then the entries.",
    bad=Change("</feed>", "<rights>Harbour Post</rights></feed>"),
)
fact(
    "022",
    "link-values",
    "error",
    summary="Of a link, type is a media type, hreflang a language tag, length a number of bytes, href an address.",
    hint='Write type="text/html", hreflang="en", length="1024"; a space in an address is %20.',
    bad=Change(HOME, HOME.replace("text/html", "html")),
    good=Change(HOME, HOME.replace("text/html", "text/html; charset=utf-8")),
)
fact(
    "023",
    "element",
    "error",
    summary="Elements of Atom are those that it has, where it has them.",
    hint="Look for a slip of the pen, also in capitals. What is not of Atom itself "
    "needs a prefix, as in media:content, and xmlns:media=… on <feed>.",
    bad=Change(SUMMARY, "<description>Crossings restarted.</description>"),
)
fact(
    "061",
    "once",
    "error",
    summary="Elements that may stand once stand once.",
    hint="Keep one of them: readers take the first, the last, or none.",
    bad=Change(SUMMARY, SUMMARY * 2),
)
fact(
    "062",
    "attribute",
    "error",
    summary="Attributes without a prefix are those that Atom has.",
    hint="Look for a slip of the pen, also in capitals; take out what Atom does not know.",
    bad=Change(ENTRY_LINK, ENTRY_LINK.replace("rel=", "Rel=")),
    good=Change(ENTRY_LINK, ENTRY_LINK.replace("rel=", 'x:y="z" xmlns:x="https://harbour.example/ns" rel=')),
)
fact(
    "064",
    "address",
    "error",
    summary="Addresses have no characters that an address may not have; the scheme of a category is absolute.",
    hint="Escape the character: a space is %20.",
    bad=Change(ICON, "<icon>/the icon.png</icon>"),
    good=Change(ICON, "<icon>/иконка.png</icon>"),
)
fact(
    "065",
    "blank",
    "warning",
    summary="Names, generators and the terms of categories are not blank.",
    hint="Write something there, or leave it out where it is not required.",
    bad=Change(SECOND_AUTHOR, "<author><name> </name></author>"),
)
fact(
    "071",
    "source-complete",
    "warning",
    summary="The source of an entry keeps id, title and date of the feed that it comes from.",
    hint="Copy <id>, <title> and <updated> from the feed of origin.",
    bad=Change(SOURCE, SOURCE.replace("<title>Coast Wire</title>", "")),
)
fact(
    "078",
    "email",
    "error",
    summary="email holds one e-mail address and nothing else.",
    hint="Write the address alone; the name belongs into <name>.",
    bad=Change(FEED_AUTHOR, FEED_AUTHOR.replace("desk@harbour.example", "desk@harbour.example (The desk)")),
    good=Change(FEED_AUTHOR, FEED_AUTHOR.replace("desk@harbour.example", "the.desk+news@harbour.example")),
)
fact(
    "079",
    "name-only",
    "warning",
    summary="A name holds no e-mail address.",
    hint="Write the address into <email>, or leave it out: robots collect it.",
    bad=Change(SECOND_AUTHOR, "<author><name>Ida Moen &lt;moen@harbour.example&gt;</name></author>"),
    good=Change(SECOND_AUTHOR, "<author><name>Ida @ Harbour</name></author>"),
)
fact(
    "084",
    "stray-text",
    "error",
    summary="In feed, entry and source stand elements, no text of their own.",
    hint="Put the text into an element, or take it out: readers do not see it.",
    bad=Change(FEED_TITLE, f"{FEED_TITLE} Welcome!"),
)
fact(
    "085",
    "scheme",
    "warning",
    summary="Ids begin with a scheme that is registered.",
    hint="Write tag:your.site,2026:4021, or an address with https://.",
    bad=Change(ENTRY_ID, "<id>harbour:48211</id>"),
    good=Change(ENTRY_ID, "<id>urn:example:48211</id>"),
)
fact(
    "091",
    "email-host",
    "warning",
    summary="An e-mail address names a domain that others can reach.",
    hint="Write the whole domain behind the @.",
    bad=Change(FEED_AUTHOR, FEED_AUTHOR.replace("desk@harbour.example", "desk@localhost")),
)
fact(
    "092",
    "robots",
    "error",
    summary="xhtml:meta tells search engines what HTML's robots meta tells them.",
    hint='Write <xhtml:meta name="robots" content="noindex"/>.',
    bad=Change(
        FEED_TITLE, f'{FEED_TITLE}<meta xmlns="http://www.w3.org/1999/xhtml" name="robots" content="no"/>'
    ),
    good=Change(
        FEED_TITLE, f'{FEED_TITLE}<meta xmlns="http://www.w3.org/1999/xhtml" name="robots" content="none"/>'
    ),
)
