"""What feeds.yaml says, typed: the publication, its sources and its feeds.

Only values live here; `feeds.configuration` reads the file and reports its mistakes.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Annotated, Any, Literal

import msgspec
from msgspec import Meta, Struct, field

Url = Annotated[str, Meta(min_length=1, description="absolute http(s) URL")]
Name = Annotated[str, Meta(min_length=1, description="plain text, no markup")]

_UNITS = {"s": 1, "m": 60, "h": 3600, "d": 86400, "w": 604800}


class Age:
    """A span of time as users write it: `90s`, `30m`, `48h`, `8d`, `2w`."""

    __slots__ = ("delta",)

    def __init__(self, delta: timedelta) -> None:
        self.delta = delta

    @classmethod
    def parse(cls, text: str) -> Age:
        """Read one.

        Raises:
            ValueError: the text is no number followed by one of s, m, h, d, w.
        """
        match = re.fullmatch(r"(\d+)\s*([smhdw])", text.strip())
        if not match:
            msg = f"{text!r} is no span of time; write a number and a unit, as in 48h or 8d"
            raise ValueError(msg)
        return cls(timedelta(seconds=int(match[1]) * _UNITS[match[2]]))

    def __str__(self) -> str:
        seconds = int(self.delta.total_seconds())
        unit = next(u for u in ("w", "d", "h", "m", "s") if seconds % _UNITS[u] == 0)
        return f"{seconds // _UNITS[unit]}{unit}"

    def __repr__(self) -> str:
        return f"Age({self})"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Age) and self.delta == other.delta

    def __hash__(self) -> int:
        return hash(self.delta)


class Publication(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The outlet."""

    name: Annotated[str, Meta(min_length=1, description="exactly as Google News shows it")]
    url: Annotated[str, Meta(min_length=1, description="the home page")]
    description: Annotated[str, Meta(description="one line about the outlet")] = ""
    language: Annotated[str, Meta(description="BCP 47, for records that state none")] = "en"
    timezone: Annotated[str, Meta(description="IANA name, for dates that come without a zone")] = "UTC"
    logo: Annotated[str, Meta(description="URL of the horizontal logo")] | None = None
    logo_square: Annotated[str, Meta(description="URL of the square logo")] | None = None
    copyright: Annotated[str, Meta(description="whose the texts are, as feeds say it")] | None = None
    email: Annotated[str, Meta(description="the newsroom's address, for feeds that name one")] | None = None
    ids: (
        Annotated[
            str,
            Meta(
                description="how feeds write ids that are no addresses: {id} as they are, or inside an address, "
                "as in https://news.example/?p={id}; {url} is the story's own; a tag: URI, if left out"
            ),
        ]
        | None
    ) = None
    channels: Annotated[
        dict[str, str], Meta(description="the outlet's pages elsewhere, as in vk: https://vk.com/…")
    ] = field(default_factory=dict)


class Source(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Where articles come from."""

    name: Name
    kind: Annotated[str, Meta(description="a kind of `feeds read`, or webhook")]
    path: Annotated[str, Meta(description="files, relative to feeds.yaml; * and ** match")] | None = None
    url: (
        Annotated[
            str,
            Meta(
                description="address of a record whose file states none; {stem} is the file's name, "
                "{id}, {slug}, {year}, {month}, {day} are what the record says"
            ),
        ]
        | None
    ) = None
    encoding: Annotated[str, Meta(description="of files that declare none")] | None = None
    priority: Annotated[int, Meta(description="the higher one wins when two sources hold one story")] = 0
    section: Annotated[str, Meta(description="for records that state none")] | None = None
    mapping: Annotated[
        dict[str, str], Meta(description="record field: JMESPath into what the file holds")
    ] = field(default_factory=dict)
    records: (
        Annotated[str, Meta(description="JMESPath to the records in a file, where they are not found")] | None
    ) = None
    database: Annotated[str, Meta(description="SQLAlchemy URL of a database, for the kind sql")] | None = None
    database_env: Annotated[str, Meta(description="variable that holds that URL, instead")] | None = None
    query: Annotated[str, Meta(description="what is read of that database; each row is a record")] | None = (
        None
    )
    cursor: (
        Annotated[str, Meta(description="column of the query that grows when a row is new or changed")] | None
    ) = None
    every: (
        Annotated[Age, Meta(description="how often feeds serve reads it again; files also when they change")]
        | None
    ) = None
    removed: Annotated[
        Literal["keep", "withdraw"],
        Meta(description="what becomes of a story whose file, or record in it, is gone"),
    ] = "keep"
    secret_env: Annotated[str, Meta(description="variable that holds the webhook's secret")] | None = None
    signature: Annotated[
        Literal["standard", "github", "ghost", "hmac"],
        Meta(description="how the webhook's sender signs; all but standard send records without an envelope"),
    ] = "standard"
    signature_header: (
        Annotated[str, Meta(description="the header with the signature, if it is another")] | None
    ) = None


class Selection(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Which stories a feed takes; what is absent does not restrict."""

    sections: Annotated[tuple[str, ...], Meta(description="only stories of these sections")] = ()
    tags: Annotated[tuple[str, ...], Meta(description="only stories with one of these tags")] = ()
    authors: Annotated[tuple[str, ...], Meta(description="only stories by one of these")] = ()
    languages: Annotated[tuple[str, ...], Meta(description="only stories in these, as in ru")] = ()
    sources: Annotated[
        tuple[str, ...], Meta(description="only stories of these sources, by their names")
    ] = ()
    except_sections: Annotated[tuple[str, ...], Meta(description="no stories of these sections")] = ()
    except_tags: Annotated[tuple[str, ...], Meta(description="no stories with one of these tags")] = ()
    max_age: Annotated[Age, Meta(description="since publication")] | None = None


class Feed(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One configured output. What is left out comes from the target's own defaults."""

    target: Annotated[str, Meta(description="a target's name, as feeds targets lists them")]
    path: Annotated[str, Meta(min_length=1, description="below base_url and below output")]
    title: Annotated[Name, Meta(description="the feed's name, if it is not the publication's")] | None = None
    description: (
        Annotated[str, Meta(description="one line about the feed, if not the publication's")] | None
    ) = None
    link: Annotated[str, Meta(description="the page that the feed represents")] | None = None
    language: Annotated[str, Meta(description="BCP 47, if not the publication's")] | None = None
    limit: Annotated[int, Meta(ge=1, description="entries at most")] | None = None
    order: Annotated[Literal["newest", "oldest"], Meta(description="which stories come first")] = "newest"
    archives: (
        Annotated[
            Literal["day", "month"],
            Meta(
                description="keep what leaves the feed in documents of its own, one for each of these (RFC 5005)"
            ),
        ]
        | None
    ) = None
    select: Selection = field(default_factory=Selection)
    options: Annotated[
        dict[str, Any], Meta(description="the target's own, as feeds targets NAME lists them")
    ] = field(default_factory=dict)
    max_age: (
        Annotated[Age, Meta(description="how long clients may keep it, if not as long as serve says")] | None
    ) = None


class Serving(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """How `feeds serve` treats those who ask."""

    max_age: Annotated[Age, Meta(description="how long clients may keep a feed")] = field(
        default_factory=lambda: Age(timedelta(minutes=5))
    )
    proxies: Annotated[
        tuple[str, ...], Meta(description="addresses or networks whose X-Forwarded-For is trusted")
    ] = ()
    token_env: (
        Annotated[str, Meta(description="variable with the token that opens /-/status elsewhere")] | None
    ) = None
    requests_per_minute: Annotated[int, Meta(ge=1, description="that one client may make")] = 1200
    watch: Annotated[bool, Meta(description="whether sources are read again when their files change")] = True


class History(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """How long former editions are kept, to be looked at and to be published again."""

    editions: Annotated[int, Meta(ge=0, description="of each feed at most; 0 keeps none")] = 50
    days: Annotated[int, Meta(ge=1, description="since an edition was followed by another")] = 30
    megabytes: Annotated[
        int, Meta(ge=1, description="of the archive, for each feed; the newest two stay")
    ] = 64


class Objects(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """How documents are kept where output is an object store."""

    gzip: Annotated[
        bool,
        Meta(description="whether they are stored packed, with Content-Encoding: gzip, as CDNs hand them on"),
    ] = False


class IndexNow(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Search engines that are told of stories at once (Bing, Yandex and others; not Google)."""

    key: Annotated[str, Meta(pattern="^[A-Za-z0-9-]{8,128}$", description="as in the key file")] | None = None
    key_env: Annotated[str, Meta(description="variable that holds the key, instead")] | None = None
    key_location: (
        Annotated[str, Meta(description="where the key file is, if not at the site's root")] | None
    ) = None
    endpoint: Annotated[str, Meta(description="whom to tell; one tells the others")] = (
        "https://api.indexnow.org/indexnow"
    )


class Media(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """How type, size and length of files are found out that stories show and their sources do not describe."""

    fetch: Annotated[bool, Meta(description="whether the servers that hold them are asked")] = False
    files: Annotated[
        dict[str, str],
        Meta(description="folders that hold files here, by how the files' addresses begin"),
    ] = field(default_factory=dict)
    allow_private: Annotated[
        tuple[str, ...],
        Meta(
            description="hosts and networks that may be asked although they are not public, as in 10.0.0.0/8"
        ),
    ] = ()
    most: Annotated[int, Meta(ge=1, description="files that one build looks at; the next one goes on")] = 500
    wait: Annotated[Age, Meta(description="how long one build looks at files")] = field(
        default_factory=lambda: Age(timedelta(seconds=20))
    )
    concurrency: Annotated[int, Meta(ge=1, le=64, description="files that are looked at at a time")] = 8
    per_host: Annotated[int, Meta(ge=1, le=64, description="of them, those of one host")] = 2

    @property
    def beginnings(self) -> tuple[str, ...] | None:
        """How the addresses of files begin that can be looked at; None where all can, () where none can."""
        return None if self.fetch else tuple(self.files)


Code = Annotated[
    str, Meta(pattern="^[A-Z]+[0-9]*$", description="of a rule, or its beginning, as in DZ or DZ04")
]
Level = Literal["error", "warning", "info"]
Reason = Annotated[str, Meta(min_length=1, description="why, for those who come after")]
LastDay = Annotated[
    date, Meta(description="the last day on which this holds, in the publication's time zone")
]
FeedPath = Annotated[str, Meta(description="path of the feed that this is about; all, if none is named")]


class Exemption(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Findings that are seen otherwise here, and why."""

    code: Code
    feed: FeedPath | None = None
    reason: Reason
    until: LastDay | None = None


class Ignored(Exemption, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Warnings and notes that need not be told; what is an error is told all the same."""


class Regraded(Exemption, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Findings that are graver here than their rule says, or less grave: an error may then go out."""

    level: Annotated[Level, Meta(description="what they are here")]


class Checks(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What of the platforms' rules is seen otherwise here, by `feeds check` and by builds."""

    ignore: tuple[Ignored, ...] = ()
    severity: tuple[Regraded, ...] = ()


STORES = ("s3", "gs", "az")
"""How the addresses of object stores begin: S3 and what speaks like it, Google's, Azure's."""


class Configuration(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The whole of feeds.yaml."""

    publication: Publication
    base_url: Annotated[str, Meta(min_length=1, description="where output is served")]
    output: Annotated[str, Meta(description="a directory, or s3://bucket/prefix (also gs:, az:)")] = "output/"
    archive: Annotated[str, Meta(description="SQLAlchemy URL")] = "sqlite:///.feeds/archive.db"
    lang: (
        Annotated[
            Literal["en", "ru"],
            Meta(
                description="what pages and commands say to the newsroom, where neither --lang nor a browser says"
            ),
        ]
        | None
    ) = None
    work: Annotated[
        str,
        Meta(
            description="folder for what is only of this machine, where neither output nor archive is: "
            "a lock, and documents on their way"
        ),
    ] = ".feeds/"
    compress: Annotated[
        tuple[Literal["gzip", "br", "zstd"], ...],
        Meta(description="the packed siblings that every document in an output directory has"),
    ] = ("gzip", "br", "zstd")
    objects: Objects = field(default_factory=Objects)
    hubs: Annotated[tuple[Url, ...], Meta(description="WebSub hubs that are told of new editions")] = ()
    indexnow: Annotated[IndexNow, Meta(description="search engines that are told of stories")] | None = None
    moved: Annotated[
        dict[str, str],
        Meta(description="paths or addresses to which former paths redirect, as in old.xml: rss.xml"),
    ] = field(default_factory=dict)
    retired: Annotated[tuple[str, ...], Meta(description="former paths that are gone for good")] = ()
    serve: Serving = field(default_factory=Serving)
    media: Media = field(default_factory=Media)
    checks: Checks = field(default_factory=Checks)
    history: History = field(default_factory=History)
    sources: tuple[Source, ...] = ()
    feeds: tuple[Feed, ...] = ()

    @property
    def remote(self) -> bool:
        """Whether output is an object store, and no directory."""
        return self.output.partition("://")[0] in STORES


def decode_value(kind: type, value: Any) -> Any:
    """How msgspec is to read the types of this module that it does not know."""
    if kind is Age and isinstance(value, str):
        return Age.parse(value)
    msg = f"expected a span of time such as 48h, got {value!r}"
    raise ValueError(msg)


def encode_value(value: Any) -> str:
    """How msgspec is to write the types of this module that it does not know."""
    if isinstance(value, Age):
        return str(value)
    msg = f"{type(value).__name__} cannot be written"
    raise TypeError(msg)


def describe_type(kind: type) -> dict[str, Any]:
    """The JSON Schema of the types of this module that msgspec does not know."""
    if kind is Age:
        return {"type": "string", "pattern": "^[0-9]+ *[smhdw]$"}
    msg = f"{kind.__name__} has no JSON Schema"
    raise TypeError(msg)


def schema() -> dict[str, Any]:
    """The JSON Schema of feeds.yaml."""
    return msgspec.json.schema(Configuration, schema_hook=describe_type)
