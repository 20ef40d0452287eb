"""What Media RSS asks of the elements, beyond where they stand."""

from __future__ import annotations

from collections.abc import Iterator

from feeds.checking import uris
from feeds.checking.demands import html
from feeds.checking.document import View, text_of
from feeds.checking.engine import Context
from feeds.checking.extensions.media.facts import CREDIT_ROLES, RATINGS
from feeds.checking.extensions.media.table import CONTENT, HASH, MEDIA, PLAYER, RATING, RESTRICTION, TITLE
from feeds.checking.extensions.module import READ, fact
from feeds.checking.iso import COUNTRIES
from feeds.checking.rule import Change, Problem

fact(
    MEDIA,
    "003",
    "address",
    summary="Addresses of Media RSS are absolute, and there where they must be.",
    hint="Write the whole address, with https:// and the host, into url or scheme.",
    bad=Change('url="https://cdn.harbour.example/t.jpg"', 'url="/t.jpg"'),
    good=Change('url="https://cdn.harbour.example/t.jpg"', 'url="https://cdn.harbour.example/т.jpg"'),
)
fact(
    MEDIA,
    "004",
    "number",
    summary="Sizes, lengths and rates are numbers.",
    hint="Write digits alone, without a unit; leave the attribute out where the number is not known.",
    bad=Change('bitrate="1200"', 'bitrate="1200 kbit/s"'),
    good=Change('duration="12.5"', 'duration="12"'),
)
fact(
    MEDIA,
    "005",
    "text-type",
    summary="The type of a title, description or text is plain or html.",
    hint='Write type="plain" or type="html", not a media type.',
    bad=Change('<media:title type="plain">', '<media:title type="text/plain">'),
    good=Change('<media:title type="plain">', "<media:title>"),
)
fact(
    MEDIA,
    "006",
    "type",
    summary="The type of media:content is a media type.",
    hint="Write the file's media type, as image/jpeg; what kind of thing it is says medium.",
    bad=Change('type="image/jpeg"', 'type="image"'),
    good=Change('type="image/jpeg"', 'type="image/svg+xml; charset=utf-8"'),
)
fact(
    MEDIA,
    "007",
    "word",
    summary="Attributes that know a few words have one of them.",
    hint="Write one of the words that the message names, in small letters.",
    bad=Change('medium="image"', 'medium="photo"'),
    good=Change('medium="image"', 'medium="document"'),
)
fact(
    MEDIA,
    "008",
    "language",
    summary="lang is a language tag.",
    hint="Write the tag of a language (of BCP 47): ru, en-GB, zh-Hans.",
    bad=Change('<media:text type="plain" lang="en"', '<media:text type="plain" lang="english"'),
    good=Change('<media:text type="plain" lang="en"', '<media:text type="plain" lang="nb-NO"'),
)
fact(
    MEDIA,
    "009",
    "time",
    summary="Times are in the form of NPT: seconds, or hours:minutes:seconds.",
    hint="Write 12.5 or 00:01:30.5.",
    bad=Change('start="00:00:03.000"', 'start="3s"'),
    good=Change('start="00:00:03.000"', 'start="3"'),
)


@MEDIA.rule(
    "MEDIA012",
    "media-restriction",
    "error",
    on="//media:restriction",
    summary="A restriction allows or denies countries (by their ISO codes) or addresses.",
    hint='Write <media:restriction relationship="deny" type="country">DE FR</media:restriction>; without a type '
    "the text is all or none.",
    read=READ,
    bad=Change('relationship="allow" type="country">NO SE<', 'relationship="allow" type="country">Norway<'),
    good=Change(RESTRICTION, '<media:restriction relationship="deny">all</media:restriction>'),
)
def restriction(view: View, context: Context) -> Iterator[Problem]:
    """Countries that are none, addresses that are none, a word that is neither all nor none."""
    kind, said = view.get("type"), text_of(view.element)
    if kind == "country":
        unknown = next((word for word in said.split() if word.upper() not in COUNTRIES), None)
        if unknown:
            yield Problem(view, f"{unknown[:20]!r} is no country of ISO 3166")
    elif kind == "uri":
        fault = next(filter(None, (uris.absolute(word) for word in said.split() or [""])), None)
        if fault:
            yield Problem(view, f"the address of media:restriction {fault}")
    elif kind is None and said and said not in {"all", "none"}:
        yield Problem(view, f"a restriction without a type is all or none, not {said[:40]!r}")


@MEDIA.rule(
    "MEDIA010",
    "media-hash",
    "error",
    on="//media:hash",
    summary="A hash has as many hexadecimal digits as its algorithm gives: md5 32, sha-1 40.",
    hint='Write the digest of the file in hexadecimal digits, and algo="md5" or algo="sha-1".',
    read=READ,
    bad=Change("dfdec888b72151965a34b4b59031290a", "dfdec888"),
    good=Change(HASH, f'<media:hash algo="sha-1">{"0a" * 20}</media:hash>'),
)
def hash_form(view: View, context: Context) -> Iterator[Problem]:
    """Another number of digits than the algorithm gives."""
    digits = text_of(view.element)
    length = 40 if view.get("algo") == "sha-1" else 32
    if len(digits) != length or not digits.isalnum() or not digits.isascii():
        yield Problem(view, f"media:hash has no {length} hexadecimal digits: {digits[:60]!r}")


@MEDIA.rule(
    "MEDIA011",
    "media-role",
    "error",
    on="//media:credit",
    summary="The role of a credit is one of the European Broadcasting Union's, in small letters.",
    hint="Write photographer, author, reporter or another role of the list; name the scheme of other roles.",
    read=READ,
    bad=Change('role="photographer"', 'role="Photographer"'),
    good=Change('role="photographer" scheme="urn:ebu"', 'role="owner" scheme="urn:yvs"'),
)
def credit_role(view: View, context: Context) -> Iterator[Problem]:
    """A role that the scheme has not, or with capitals."""
    role, scheme = view.get("role"), view.get("scheme") or "urn:ebu"
    if not role:
        return
    if role != role.lower():
        yield Problem(view, f"the role {role[:60]!r} has capitals", attribute="role")
    elif scheme == "urn:ebu" and role not in CREDIT_ROLES:
        yield Problem(view, f"urn:ebu has no role {role[:60]!r}", attribute="role")


@MEDIA.rule(
    "MEDIA013",
    "media-rating",
    "error",
    on="//media:rating",
    summary="A rating is a word of its scheme: adult or nonadult where none is named.",
    hint='Write <media:rating scheme="urn:simple">nonadult</media:rating>.',
    read=READ,
    bad=Change(RATING, "<media:rating>general</media:rating>"),
    good=Change(RATING, '<media:rating scheme="urn:mpaa">pg-13</media:rating>'),
)
def rating(view: View, context: Context) -> Iterator[Problem]:
    """A word that the scheme has not."""
    scheme, said = view.get("scheme") or "urn:simple", text_of(view.element)
    form = RATINGS.get(scheme)
    if form and not form.fullmatch(said):
        yield Problem(view, f"{scheme} has no rating {said[:60]!r}")


@MEDIA.rule(
    "MEDIA014",
    "media-alternatives",
    "error",
    on="item/media:group",
    summary="A group holds two or more renditions of one medium.",
    hint="Write a single media:content without a group around it.",
    read=READ,
    bad=Change('<media:content url="https://cdn.harbour.example/b.mp4"/>', ""),
)
def alternatives(group: View, context: Context) -> Iterator[Problem]:
    """A group with fewer than two."""
    found = group.all("media:content")
    if len(found) < 2:
        yield Problem(group, f"media:group holds {len(found)} media:content, not two or more")
    defaults = [content for content in found if content.get("isDefault") == "true"]
    if len(defaults) > 1:
        yield Problem(defaults[1], "a second media:content of the group is the default", severity="warning")


@MEDIA.rule(
    "MEDIA015",
    "media-adult",
    "warning",
    on="//media:adult",
    summary="media:adult is out of use: media:rating says the same.",
    hint="Write <media:rating>adult</media:rating> instead.",
    read=READ,
    bad=Change(RATING, "<media:adult>false</media:adult>"),
)
def adult(view: View, context: Context) -> Iterator[Problem]:
    """The element that media:rating replaced."""
    yield Problem(view, "media:adult is out of use since version 1.0: write media:rating")


@MEDIA.rule(
    "MEDIA016",
    "media-fetchable",
    "error",
    on="//media:content",
    summary="media:content says where the file or its player is.",
    hint="Write the file's address into url, or put a media:player into the element.",
    read=READ,
    bad=Change(
        '<media:content url="https://cdn.harbour.example/b.mp4"/>', '<media:content type="video/mp4"/>'
    ),
    good=Change(CONTENT, f"<media:content>{PLAYER}</media:content>"),
)
def fetchable(content: View, context: Context) -> Iterator[Problem]:
    """Neither a url nor a player, here or around it."""
    holders = [content, *((content.parent,) if content.parent else ())]
    if content.get("url") is None and not any(holder.one("media:player") is not None for holder in holders):
        yield Problem(content, "media:content has no url, and no media:player stands in its place")


TEXTS = "//media:title, //media:description, //media:text"


@MEDIA.rule(
    "MEDIA017",
    "media-plain",
    "warning",
    on=f"{TEXTS}, //media:keywords",
    summary='Titles, descriptions and texts of Media RSS are plain, unless they say type="html".',
    hint='Take the tags out, or write type="html".',
    read=READ,
    bad=Change(TITLE, "<media:title>The &lt;b&gt;ferry&lt;/b&gt;</media:title>"),
    good=Change(TITLE, '<media:title type="html">The &lt;b&gt;ferry&lt;/b&gt;</media:title>'),
)
def undeclared_markup(view: View, context: Context) -> Iterator[Problem]:
    """Tags in a text that does not say that it has them."""
    if view.get("type") != "html":
        yield from html.in_plain_text(view)


@MEDIA.rule(
    "MEDIA018",
    "media-html",
    "warning",
    on=TEXTS,
    summary="HTML in Media RSS is HTML that readers keep.",
    hint="Close what is opened; leave scripts, styles and tags of your own out.",
    read=READ,
    bad=Change("&lt;p&gt;The ferry&lt;/p&gt;", "&lt;p&gt;The &lt;b&gt;ferry&lt;/p&gt;"),
    good=Change("&lt;p&gt;The ferry&lt;/p&gt;", "&lt;p&gt;The &lt;b&gt;ferry&lt;/b&gt;"),
)
def markup(view: View, context: Context) -> Iterator[Problem]:
    """What is no HTML, or HTML that readers cut out."""
    if view.get("type") == "html":
        yield from html.in_body(view, "unknown", "open", "risk", "style")


@MEDIA.rule(
    "MEDIA019",
    "media-category-plain",
    "warning",
    on="//media:category, //media:copyright, //media:credit",
    summary="Categories, credits and copyrights are plain text.",
    hint="Take the tags out.",
    read=READ,
    bad=Change('label="The sea"', 'label="The &lt;i&gt;sea&lt;/i&gt;"'),
)
def marked_label(view: View, context: Context) -> Iterator[Problem]:
    """Tags in a text or in a label."""
    yield from html.in_plain_text(view)
    yield from html.in_plain_attribute(view, "label")
