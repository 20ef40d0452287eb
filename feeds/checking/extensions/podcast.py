"""The podcast namespace of Podcasting 2.0. It grows: what is not in the table may be new."""

from __future__ import annotations

from collections.abc import Iterator

from feeds.checking import uris
from feeds.checking.dates import internet_fault
from feeds.checking.document import View
from feeds.checking.engine import Context
from feeds.checking.extensions.module import READ, extension, fact, names, once, row
from feeds.checking.rule import Change, Problem
from feeds.checking.structure import Attribute, Value
from feeds.checking.values import at_most, known_language, matching, media_type, number, one_of

_GUID = "<podcast:guid>9b024349-ccf0-5f69-a609-6b82873eab3c</podcast:guid>"
_LOCKED = '<podcast:locked owner="desk@harbour.example">yes</podcast:locked>'
_MEDIUM = "<podcast:medium>podcast</podcast:medium>"
_TRANSCRIPT = '<podcast:transcript url="https://harbour.example/12.vtt" type="text/vtt" language="en"/>'
_PERSON = '<podcast:person role="host" href="https://harbour.example/moen">Ida Moen</podcast:person>'
_SOUNDBITE = '<podcast:soundbite startTime="33.833" duration="60.0">The harbour</podcast:soundbite>'

PODCAST = extension(
    "podcast",
    "the podcast namespace",
    "PODCAST",
    "https://github.com/Podcastindex-org/podcast-namespace",
    channel="\n    ".join((_GUID, _LOCKED, _MEDIUM)),
    item="\n      ".join((_TRANSCRIPT, _PERSON, _SOUNDBITE)),
    living=True,
    misplaced=Change("<item>", f"{_TRANSCRIPT}<item>"),
)
once(PODCAST, _GUID)

ITEMS = ("item", "//podcast:liveItem")
HOLDERS = ("channel", *ITEMS)


def _url(name: str = "url", *, required: bool = True) -> Attribute:
    code = "PODCAST003"
    return Attribute(name=name, required=code if required else None, value=uris.absolute, invalid=code)


def _attribute(name: str, value: Value | None = None, *, required: bool = False) -> Attribute:
    return Attribute(
        name=name, required="PODCAST004" if required else None, value=value, invalid="PODCAST004"
    )


def _bare(listed: str) -> tuple[Attribute, ...]:
    return tuple(Attribute(name=name) for name in listed.split())


_YES = one_of(("yes", "no"), "yes or no")
_MEDIA = "podcast music video film audiobook newsletter blog publisher course".split()

row(PODCAST, "podcast:locked", "channel", _YES, "PODCAST004", attributes=_bare("owner"))
row(
    PODCAST,
    "podcast:guid",
    "channel",
    matching(r"(?i)[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", "a UUID"),
    "PODCAST004",
)
row(
    PODCAST,
    "podcast:medium",
    "channel",
    one_of((*_MEDIA, "mixed", *(f"{name}L" for name in _MEDIA)), "a medium of the list"),
    "PODCAST004",
)
row(PODCAST, "podcast:funding", HOLDERS, many=True, attributes=(_url(),))
row(
    PODCAST,
    "podcast:transcript",
    ITEMS,
    many=True,
    attributes=(
        _url(),
        _attribute("type", media_type, required=True),
        _attribute("language", known_language),
        *_bare("rel"),
    ),
)
row(PODCAST, "podcast:chapters", ITEMS, attributes=(_url(), _attribute("type", media_type, required=True)))
row(
    PODCAST,
    "podcast:soundbite",
    ITEMS,
    many=True,
    attributes=(
        _attribute("startTime", number, required=True),
        _attribute("duration", number, required=True),
        *_bare("title enclosureUrl"),
    ),
)
row(
    PODCAST,
    "podcast:person",
    HOLDERS,
    at_most(128),
    "PODCAST004",
    many=True,
    attributes=(*_bare("role group"), _url("img", required=False), _url("href", required=False)),
)
row(PODCAST, "podcast:location", HOLDERS, many=True, attributes=_bare("geo osm rel country"))
row(PODCAST, "podcast:season", ITEMS, number, "PODCAST004", attributes=_bare("name"))
row(PODCAST, "podcast:episode", ITEMS, number, "PODCAST004", attributes=_bare("display"))
row(PODCAST, "podcast:license", HOLDERS, attributes=(_url(required=False),))
row(
    PODCAST,
    "podcast:trailer",
    "channel",
    many=True,
    attributes=(_url(), *_bare("pubdate length type season")),
)
row(
    PODCAST,
    "podcast:alternateEnclosure",
    ITEMS,
    many=True,
    attributes=(
        _attribute("type", media_type, required=True),
        *_bare("length bitrate height lang title rel codecs default"),
    ),
)
row(
    PODCAST,
    "podcast:source",
    "//podcast:alternateEnclosure",
    many=True,
    attributes=(_attribute("uri", uris.absolute, required=True), *_bare("contentType")),
)
row(PODCAST, "podcast:integrity", "//podcast:alternateEnclosure", attributes=_bare("type value"))
row(PODCAST, "podcast:value", HOLDERS, many=True, attributes=_bare("type method suggested"))
row(
    PODCAST,
    "podcast:valueRecipient",
    ("//podcast:value", "//podcast:valueTimeSplit"),
    many=True,
    attributes=(
        _attribute("address", required=True),
        _attribute("split", number, required=True),
        *_bare("name customKey customValue type fee"),
    ),
)
row(
    PODCAST,
    "podcast:valueTimeSplit",
    "//podcast:value",
    many=True,
    attributes=_bare("startTime duration remoteStartTime remotePercentage"),
)
_REMOTE = _bare("feedGuid feedUrl itemGuid medium title feedImg")
row(PODCAST, "podcast:remoteItem", (*HOLDERS, "//podcast:valueTimeSplit", "//podcast:podroll", "//podcast:publisher"),
    many=True, attributes=_REMOTE)  # fmt: skip
row(PODCAST, "podcast:podroll", "channel")
row(PODCAST, "podcast:publisher", "channel")
row(PODCAST, "podcast:images", HOLDERS, attributes=_bare("srcset"))
row(
    PODCAST,
    "podcast:image",
    HOLDERS,
    many=True,
    attributes=_bare("href alt aspect-ratio width height type purpose"),
)
row(
    PODCAST,
    "podcast:liveItem",
    "channel",
    many=True,
    attributes=(
        _attribute("status", one_of(("pending", "live", "ended"), "pending, live or ended"), required=True),
        _attribute("start", internet_fault, required=True),
        _attribute("end", internet_fault),
    ),
)
row(PODCAST, "podcast:contentLink", ITEMS, many=True, attributes=_bare("href"))
row(
    PODCAST,
    "podcast:socialInteract",
    ITEMS,
    many=True,
    attributes=_bare("uri protocol accountId accountUrl priority"),
)
row(PODCAST, "podcast:block", "channel", _YES, "PODCAST004", many=True, attributes=_bare("id"))
row(PODCAST, "podcast:txt", HOLDERS, many=True, attributes=_bare("purpose"))
row(PODCAST, "podcast:updateFrequency", "channel", attributes=_bare("complete dtstart rrule"))
row(PODCAST, "podcast:podping", "channel", attributes=_bare("usesPodping"))
row(PODCAST, "podcast:chat", HOLDERS, many=True, attributes=_bare("server protocol accountId space embedUrl"))
names(PODCAST, "id social hiveAccount metaBoost recipient", HOLDERS, opaque=True)

fact(
    PODCAST,
    "003",
    "address",
    summary="Transcripts, chapters, people and funding have absolute addresses.",
    hint="Write the whole address, with https:// and the host, into url.",
    bad=Change(_TRANSCRIPT, _TRANSCRIPT.replace("https://harbour.example", "")),
    good=Change(_PERSON, "<podcast:person>Ida Moen</podcast:person>"),
)
fact(
    PODCAST,
    "004",
    "value",
    summary="Values are those that the namespace's page has for each element.",
    hint="See the page of the element for what it may say.",
    bad=Change(_LOCKED, '<podcast:locked owner="desk@harbour.example">true</podcast:locked>'),
    good=Change(_MEDIUM, "<podcast:medium>musicL</podcast:medium>"),
)


@PODCAST.rule(
    "PODCAST005",
    "podcast-guid",
    "warning",
    on="channel/podcast:guid",
    summary="The guid of a podcast is a UUID of version 5, made from the feed's address.",
    hint="Make it once from the address without https:// and without slashes at the end, and never change it.",
    read=READ,
    bad=Change("9b024349-ccf0-5f69", "9b024349-ccf0-4f69"),
)
def guid_version(view: View, context: Context) -> Iterator[Problem]:
    """A UUID of another version."""
    text = (view.element.text or "").strip()
    if len(text) == 36 and text[14] != "5":
        yield Problem(view, f"podcast:guid is a UUID of version {text[14]}, not 5")
