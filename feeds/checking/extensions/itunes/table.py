"""The elements of Apple's podcasts, and where each may stand."""

from __future__ import annotations

from feeds.checking import uris
from feeds.checking.dates import rss_fault
from feeds.checking.extensions.module import BOTH, extension, fact, once, row
from feeds.checking.rule import Change
from feeds.checking.structure import Attribute
from feeds.checking.values import at_most, integer, matching, one_of

SHORT, LONG = 255, 4000
"""Characters of names and keywords, and of a summary."""

AUTHOR = "<itunes:author>Harbour Post</itunes:author>"
CATEGORY = '<itunes:category text="News"><itunes:category text="Daily News"/></itunes:category>'
EXPLICIT = "<itunes:explicit>false</itunes:explicit>"
OWNER = (
    "<itunes:owner><itunes:name>Harbour Post</itunes:name>"
    "<itunes:email>desk@harbour.example</itunes:email></itunes:owner>"
)
IMAGE = '<itunes:image href="https://harbour.example/cover.jpg"/>'
DURATION = "<itunes:duration>12:05</itunes:duration>"
EPISODE = "<itunes:episode>12</itunes:episode>"
KIND = "<itunes:episodeType>full</itunes:episodeType>"
SUMMARY = "<itunes:summary>What the storm left behind.</itunes:summary>"
KEYWORDS = "<itunes:keywords>sea, ferry, storm</itunes:keywords>"
BLOCK = "<itunes:block>no</itunes:block>"
ENCLOSURE = '<enclosure url="https://harbour.example/12.mp3" length="1" type="audio/mpeg"/>'
LANGUAGE = "<language>en</language>"

ITUNES = extension(
    "itunes",
    "Apple's podcast tags",
    "ITUNES",
    "https://podcasters.apple.com/support/823-podcast-requirements",
    channel="\n    ".join((LANGUAGE, AUTHOR, CATEGORY, EXPLICIT, OWNER, IMAGE)),
    item="\n      ".join((DURATION, EPISODE, KIND, SUMMARY, KEYWORDS, BLOCK, ENCLOSURE)),
    living=True,
    misplaced=Change("<item>", f"{DURATION}<item>"),
)
once(ITUNES, DURATION)

_TRUTH = matching(r"(?i:true|false)", "true or false")
_YES = matching(r"(?i:yes|no|clean)", "Yes or No")

row(ITUNES, "itunes:author", BOTH, at_most(SHORT), "ITUNES010")
row(ITUNES, "itunes:keywords", BOTH, at_most(SHORT), "ITUNES010")
row(ITUNES, "itunes:subtitle", BOTH, at_most(SHORT), "ITUNES010")
row(ITUNES, "itunes:summary", BOTH, at_most(LONG), "ITUNES010")
row(ITUNES, "itunes:title")
row(ITUNES, "itunes:explicit", BOTH, _TRUTH, "ITUNES003")
row(ITUNES, "itunes:block", BOTH, _YES, "ITUNES003")
row(
    ITUNES,
    "itunes:image",
    attributes=(Attribute(name="href", required="ITUNES006", value=uris.web, invalid="ITUNES006"),),
)
row(
    ITUNES,
    "itunes:category",
    "channel",
    many=True,
    attributes=(Attribute(name="text", required="ITUNES004"),),
)
row(
    ITUNES,
    "itunes:category",
    "//itunes:category",
    many=True,
    attributes=(Attribute(name="text", required="ITUNES004"),),
)
row(ITUNES, "itunes:owner", "channel")
row(ITUNES, "itunes:name", "//itunes:owner", at_most(SHORT), "ITUNES010")
row(ITUNES, "itunes:email", "//itunes:owner", missing="ITUNES005")
row(ITUNES, "itunes:type", "channel", one_of(("episodic", "serial"), "episodic or serial"), "ITUNES003")
row(ITUNES, "itunes:complete", "channel", _YES, "ITUNES003")
row(ITUNES, "itunes:new-feed-url", "channel", uris.absolute, "ITUNES006")
row(ITUNES, "itunes:applepodcastsverify", "channel")
row(ITUNES, "itunes:pubDate", "channel", rss_fault, "ITUNES007")
_SPAN = matching(
    r"\d+(?:\.\d+)?|\d+:[0-5]?\d(?::[0-5]\d)?", "seconds, minutes:seconds or hours:minutes:seconds"
)
row(ITUNES, "itunes:duration", "item", _SPAN, "ITUNES007")
row(ITUNES, "itunes:episode", "item", integer(1), "ITUNES007")
row(ITUNES, "itunes:season", "item", integer(1), "ITUNES007")
row(
    ITUNES,
    "itunes:episodeType",
    "item",
    one_of(("full", "trailer", "bonus"), "full, trailer or bonus"),
    "ITUNES003",
)
row(ITUNES, "itunes:order", "item")
row(ITUNES, "itunes:isClosedCaptioned", "item", _YES, "ITUNES003")

fact(
    ITUNES,
    "003",
    "word",
    summary="Elements that know a few words have one of them: explicit true or false, block Yes, type episodic or "
    "serial, episodeType full, trailer or bonus.",
    hint="Write one of the words that the message names.",
    bad=Change(EXPLICIT, "<itunes:explicit>maybe</itunes:explicit>"),
    good=Change(EXPLICIT, "<itunes:explicit>True</itunes:explicit>"),
)
fact(
    ITUNES,
    "006",
    "address",
    summary="The cover and the new feed have absolute addresses.",
    hint='Write <itunes:image href="https://…"/>: the address belongs into href.',
    bad=Change(IMAGE, '<itunes:image href="/cover.jpg"/>'),
    good=Change(IMAGE, '<itunes:image href="https://harbour.example/cover.png?size=3000"/>'),
)
fact(
    ITUNES,
    "007",
    "number",
    summary="A duration is seconds or hours:minutes:seconds; episodes and seasons count from 1.",
    hint="Write 725, 12:05 or 1:12:05; digits alone for episode and season.",
    bad=Change(EPISODE, "<itunes:episode>E12</itunes:episode>"),
    good=Change(DURATION, "<itunes:duration>725</itunes:duration>"),
)
fact(
    ITUNES,
    "010",
    "length",
    summary="Names, subtitles and keywords have at most 255 characters, a summary 4,000.",
    hint="Shorten the text: what is longer is cut off.",
    bad=Change(AUTHOR, f"<itunes:author>{'Harbour ' * 40}</itunes:author>"),
    good=Change(AUTHOR, f"<itunes:author>{'H' * 255}</itunes:author>"),
)
