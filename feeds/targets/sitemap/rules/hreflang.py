"""Rules about versions of a page in other languages (xhtml:link)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lxml import etree

from feeds.checking.document import View
from feeds.checking.engine import Context
from feeds.checking.iso import COUNTRIES, LANGUAGES_2, LANGUAGES_3, SCRIPTS
from feeds.checking.namespaces import NAMESPACES
from feeds.checking.rule import Change, Problem
from feeds.checking.values import absolute_url
from feeds.targets.sitemap.rules.addresses import canonical
from feeds.targets.sitemap.rules.base import RULES

LOCALIZED = "https://developers.google.com/search/docs/specialty/international/localized-versions"
DEFAULT = "x-default"

_RU = '<xhtml:link rel="alternate" hreflang="ru" href="https://zarya.example/2026/11/bridge"/>'
_EN = '<xhtml:link rel="alternate" hreflang="en" href="https://zarya.example/en/2026/11/bridge"/>'
_ANY = '<xhtml:link rel="alternate" hreflang="x-default" href="https://zarya.example/en/2026/11/bridge"/>'
_US = '<xhtml:link rel="alternate" hreflang="en-US" href="https://zarya.example/us/2026/11/bridge"/>'
_LINKS = f"{_RU}\n    {_EN}\n    {_ANY}\n"
_FIRST = f"<lastmod>2026-11-22T18:05:00+03:00</lastmod>\n    {_LINKS}"
_SECOND = f"<lastmod>2026-11-22T18:20:00+03:00</lastmod>\n    {_LINKS}"


def translated(context: Context) -> bool:
    """Whether the document may have links to versions at all."""
    return NAMESPACES["xhtml"] in context.document.namespaces


def versions(item: View) -> list[tuple[etree._Element, str, str]]:
    """The links to versions that can be read as such: element, language in small letters, address."""
    found = []
    for link in item.all("xhtml:link"):
        language, href = link.get("hreflang"), (link.get("href") or "").strip()
        if language and href and "alternate" in (link.get("rel") or "").lower().split():
            found.append((link, language.strip().lower(), canonical(href)))
    return found


def _page_of_first(link: View) -> View | None:
    """The page that a link stands in, where it is its first: what all of them say together is judged once."""
    page = link.parent
    return page if page is not None and page.one("xhtml:link") is link.element else None


@RULES.rule(
    "HRL001",
    "version-link",
    "error",
    on="item/xhtml:link",
    summary='A link to a version has rel="alternate", a hreflang and an absolute href.',
    hint='Write <xhtml:link rel="alternate" hreflang="en" href="https://..."/> with the whole address.',
    spec=LOCALIZED,
    bad=Change(_FIRST, _FIRST.replace(_ANY, _ANY.replace("https://zarya.example/", "/"))),
    good=Change(_FIRST, _FIRST.replace(_ANY, _ANY.replace("<xhtml:link ", "<xhtml:link\n  "))),
)
def version_link(link: View, context: Context) -> Iterator[Problem]:
    """What each link needs. A link with `media` leads to the page for small screens, not to a version."""
    rel = (link.get("rel") or "").lower().split()
    if "alternate" not in rel:
        yield Problem(link, f"rel is {link.get('rel')!r}, not alternate" if rel else "the link has no rel")
    if not link.get("hreflang") and not link.get("media"):
        yield Problem(link, "the link has no hreflang")
    href = (link.get("href") or "").strip()
    if fault := absolute_url(href):
        yield Problem(link, f"href {fault}" if link.get("href") is not None else "the link has no href")


@RULES.rule(
    "HRL002",
    "version-language",
    "error",
    on="item/xhtml:link",
    summary="hreflang is a language, with a script or a country if need be, or x-default.",
    hint="Write en, en-GB, zh-Hant or zh-Hant-TW: ISO 639-1, ISO 15924, ISO 3166-1, with hyphens.",
    spec=LOCALIZED,
    bad=Change(_FIRST, _FIRST.replace('"en"', '"en-UK"')),
    good=Change(_FIRST, _FIRST.replace('"en"', '"en-GB"')),
)
def version_language(link: View, context: Context) -> Iterator[Problem]:
    """The form of hreflang, and whether its codes exist."""
    language = link.get("hreflang")
    if language and (fault := language_fault(language)):
        yield Problem(link, f"hreflang {language[:40]!r} {fault}")


def language_fault(text: str) -> str | None:
    """What is wrong with a hreflang, in words that follow it."""
    if text.lower() == DEFAULT:
        return None
    if "_" in text:
        return "has an underscore where a hyphen belongs"
    language, *rest = text.split("-")
    if fault := _language_fault(language.lower()):
        return fault
    if rest and len(rest[0]) == 4:
        if rest[0].title() not in SCRIPTS:
            return f"names the script {rest[0]}, which ISO 15924 does not know"
        rest = rest[1:]
    return _country_fault(rest)


def _language_fault(language: str) -> str | None:
    if language in LANGUAGES_2:
        return None
    if language in LANGUAGES_3:
        return "names its language in three letters; ISO 639-1 has two"
    if language.upper() in COUNTRIES:
        return "is a country without a language"
    return "begins with no language of ISO 639-1"


def _country_fault(rest: list[str]) -> str | None:
    if not rest:
        return None
    if len(rest) > 1:
        return "has more parts than language, script and country"
    if rest[0].upper() == "UK":
        return "names the country UK; the United Kingdom is GB"
    return (
        None
        if rest[0].upper() in COUNTRIES
        else f"names the country {rest[0]}, which ISO 3166-1 does not know"
    )


@RULES.rule(
    "HRL003",
    "version-self",
    "error",
    on="item/xhtml:link",
    summary="A page that lists its versions lists itself among them.",
    hint="Add a link with the page's own language and its own address, exactly as in loc.",
    spec=LOCALIZED,
    bad=Change(_SECOND, _SECOND.replace(_EN, "").replace(_ANY, "")),
    good=Change(_SECOND, _SECOND.replace(_ANY, "")),
)
def version_self(link: View, context: Context) -> Iterable[Problem]:
    """No link of a page with versions leads to the page itself."""
    if (item := _page_of_first(link)) is None:
        return ()
    links = versions(item)
    if not links or canonical(item.text("loc")) in {address for _, _, address in links}:
        return ()
    return [Problem(item.one("loc"), "the page does not list itself among its versions")]


@RULES.rule(
    "HRL004",
    "version-return",
    "error",
    on="feed",
    summary="Versions list one another.",
    hint="Give every version of the page the same list of links; one-way links are ignored.",
    spec=LOCALIZED,
    bad=Change(_SECOND, _SECOND.replace(_RU, "")),
    good=Change(_SECOND, _SECOND.replace(_ANY, "")),
)
def version_return(channel: View, context: Context) -> Iterator[Problem]:
    """Links to pages of this document that do not link back. A default page need not."""
    if not translated(context):
        return
    told = [(canonical(item.text("loc")), versions(item)) for item in context.items]
    answers: dict[str, set[str]] = {}
    for own, links in told:
        answers.setdefault(own, set()).update(address for _, _, address in links)
    for own, links in told:
        for link, language, address in links:
            if language != DEFAULT and address in answers and own not in answers[address] | {address}:
                yield Problem(link, f"the version {language} does not list this page among its own versions")


@RULES.rule(
    "HRL005",
    "version-repeated",
    "error",
    on="item/xhtml:link",
    summary="Each language stands in a page's list of versions once.",
    hint="Keep one address for each hreflang; tell regions apart as en-GB and en-US.",
    spec=LOCALIZED,
    bad=Change(_FIRST, _FIRST + _US.replace("en-US", "en")),
    good=Change(_FIRST, _FIRST + _US),
)
def version_repeated(link: View, context: Context) -> Iterable[Problem]:
    """A second address for a language that has one."""
    if (item := _page_of_first(link)) is None:
        return ()
    seen: dict[str, str] = {}
    return [
        Problem(element, f"hreflang {language} leads to two addresses")
        for element, language, address in versions(item)
        if seen.setdefault(language, address) != address
    ]


@RULES.rule(
    "HRL006",
    "version-default",
    "info",
    on="feed",
    summary="A page in several languages may name the version for everybody else (x-default).",
    hint='Add a link with hreflang="x-default" to the version for readers of other languages.',
    spec=LOCALIZED,
    bad=Change(_FIRST, _FIRST.replace(_ANY, "")),
    good=Change(_FIRST, _FIRST.replace("x-default", "X-Default")),
)
def version_default(channel: View, context: Context) -> Iterator[Problem]:
    """Said once: pages in several languages without a default."""
    if not translated(context):
        return
    lacking = []
    for item in context.items:
        languages = {language for _, language, _ in versions(item)}
        if len(languages) > 1 and DEFAULT not in languages:
            lacking.append(item)
    if lacking:
        said = f"{len(lacking)} {'page has' if len(lacking) == 1 else 'pages have'} no x-default version"
        yield Problem(versions(lacking[0])[0][0], said)
