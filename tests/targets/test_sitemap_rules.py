from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from rule_examples import codes, findings, hold_example, hold_rule, said

from feeds.targets.sitemap import facts
from feeds.targets.sitemap.rules import RULES
from feeds.targets.sitemap.rules import addresses as where
from feeds.targets.sitemap.rules.base import INDEX_EXAMPLE

HERE = "https://zarya.example/sitemap.xml"
PAGE = "https://zarya.example/2026/10/choir?part=1&amp;page=2"
LASTMOD = "<lastmod>2026-10-04</lastmod>"
PICTURE = "<image:loc>https://cdn.zarya.example/river.jpg</image:loc>"
OWN = {"NS", "IMG", "VID", "HRL"}

EACH = [
    pytest.param(rule, id=rule.code) for rule in RULES.own if rule.bad is not None and rule.code != "NS001"
]


def test_example_is_valid() -> None:
    hold_example(RULES)
    assert codes(findings(RULES, INDEX_EXAMPLE)) == {}


def test_table() -> None:
    assert {rule.code.rstrip("0123456789") for rule in RULES.own} == OWN
    assert len({rule.code for rule in RULES.own}) == len(RULES.own)
    assert len({rule.name for rule in RULES.own}) == len(RULES.own)


@pytest.mark.parametrize("rule", EACH)
def test_examples(rule) -> None:
    hold_rule(RULES, rule)


def judged(find: str, put: str, url: str | None = None) -> list[str]:
    return said(RULES, find, put, url=url)


@pytest.mark.parametrize(
    ("loc", "expected"),
    [
        ("https://zarya.example/", []),
        ("https://zarya.example", []),
        ("HTTPS://zarya.example/a", []),
        ("https://zarya.example:443/a", []),
        ("https://zarya.example:8443/a", ["error NS007"]),
        ("http://zarya.example/a", ["warning NS007"]),
        ("http://zarya.example:80/a", ["warning NS007"]),
        ("https://www.zarya.example/a", ["error NS007"]),
        ("https://zarya.example.evil.example/a", ["error NS007"]),
        ("https://zarya.example@evil.example/a", ["error NS007"]),
        ("https://zarya.example/%D0%BC%D0%BE%D1%81%D1%82?a=1&amp;b=2", []),
        ("https://zarya.example/&#1084;&#1086;&#1089;&#1090;", ["info NS006"]),
        ("https://zarya.example/a#b", ["warning NS006"]),
        ("https://zarya.example/a#", ["warning NS006"]),
        ("https://zarya.example/a b", ["error NS006"]),
        ("https://zarya.example/a\nb", ["error NS006"]),
        ("https://zarya.example/a&#9;b", ["error NS006"]),
        ("https://zarya.example/{a}", ["error NS006"]),
        ("//zarya.example/a", ["error NS006"]),
        ("zarya.example/a", ["error NS006"]),
        ("ftp://zarya.example/a", ["error NS006"]),
        ("https:///a", ["error NS006"]),
        ("https://zarya.example:port/a", ["error NS006"]),
        ("", ["error NS006"]),
        (" \n https://zarya.example/a\n ", []),
        ("<![CDATA[https://zarya.example/a?b=1&c=2]]>", []),
        ("https://zarya.example/<!-- part -->a", []),
        ("https://zarya.example/" + "a" * (facts.LOC_CHARACTERS - 22), []),
        ("https://zarya.example/" + "a" * (facts.LOC_CHARACTERS - 21), ["error NS006"]),
        ("https://zarya.example/?" + "%D0%B0" * 400, ["error NS006"]),
        ("https://ZARYA.example/2026/11/bridge", ["error NS009"]),
        ("https://zarya.example:443/2026/11/./bridge", ["error NS009"]),
        ("https://zarya.example/2026/11/bridge#again", ["error NS009", "warning NS006"]),
        ("https://zarya.example/2026/11/%62ridge", ["error NS009"]),
        ("https://zarya.example/2026/11/Bridge", []),
        ("https://zarya.example/2026/11/bridge?", []),
    ],
)
def test_addresses(loc, expected) -> None:
    found = judged(f"<loc>{PAGE}</loc>", f"<loc>{loc}</loc>", HERE)
    assert [finding for finding in found if "VID" not in finding] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2026-11-22", []),
        ("2026-11-22T18:05:00Z", []),
        ("2026-11-22T18:05:00.25-03:30", []),
        ("2026-11-23T12:04:59+03:00", []),
        ("2026-11-23T22:00:00+14:00", []),
        ("2026-11-23T12:06:00+03:00", ["error NS010"]),
        ("2026-11-23", []),
        ("2026-11-24", ["error NS010"]),
        ("2026-11-22T18:05Z", ["info NS010"]),
        ("2026-11", ["warning NS010"]),
        ("2026", ["warning NS010"]),
        ("2026-11-22T18:05:00", ["error NS010"]),
        ("2026-11-22T18:05", ["error NS010"]),
        ("2026-11-22 18:05:00+03:00", ["error NS010"]),
        ("2026-11-22t18:05:00z", ["error NS010"]),
        ("2026-11-22T18:05:00+0300", ["error NS010"]),
        ("2026-11-22T24:05:00Z", ["error NS010"]),
        ("2026-02-30T18:05:00Z", ["error NS010"]),
        ("2026-02-30", ["error NS010"]),
        ("20261122", ["error NS010"]),
        ("22.11.2026", ["error NS010"]),
        ("Sun, 22 Nov 2026 18:05:00 +0300", ["error NS010"]),
        ("1795369200", ["error NS010"]),
        ("22 ноября 2026", ["error NS010"]),
        ("", ["error NS010"]),
        ("\n2026-11-22\n", []),
    ],
)
def test_dates(text, expected) -> None:
    assert judged(LASTMOD, f"<lastmod>{text}</lastmod>") == expected


@pytest.mark.parametrize(
    ("find", "put", "expected"),
    [
        (f"<loc>{PAGE}</loc>", "", ["error NS005"]),
        (f"<loc>{PAGE}</loc>", f"<loc>{PAGE}</loc><loc>{PAGE}&amp;x</loc>", ["error NS005"]),
        (f"<loc>{PAGE}</loc>", f"<Loc>{PAGE}</Loc>", ["error NS005", "warning NS014"]),
        (f"<loc>{PAGE}</loc>", f"<url>{PAGE}</url>", ["error NS005", "warning NS014"]),
        (LASTMOD, "<changefreq>daily</changefreq>", ["info NS012"]),
        (LASTMOD, "<changefreq>Daily</changefreq>", ["error NS013", "info NS012"]),
        (LASTMOD, "<changefreq/>", ["error NS013", "info NS012"]),
        *[
            (LASTMOD, f"<priority>{n}</priority>", ["info NS012"]) for n in ("0", "1", "1.0", "0.55", "+0.5", ".5")
        ],
        *[
            (LASTMOD, f"<priority>{n}</priority>", ["error NS013", "info NS012"])
            for n in ("1.01", "-0.1", "0,5", "high", "", "1e-1", "½")
        ],
        (LASTMOD, f"{LASTMOD}<lastmod>2026-10-05</lastmod>", ["warning NS014"]),
        (LASTMOD, f"<priority>1</priority>{LASTMOD}", ["info NS012", "warning NS014"]),
        (f"{LASTMOD}\n", f"<x:y xmlns:x='urn:x'/>{LASTMOD}\n", ["warning NS014"]),
        (LASTMOD, f"{LASTMOD}<x:y xmlns:x='urn:x'/>", []),
        (LASTMOD, f"{LASTMOD}<lastmodified/>", ["warning NS014"]),
        ("</urlset>", "<url/></urlset>", ["error NS005"]),
        ("</urlset>", "<URL><loc>https://zarya.example/z</loc></URL></urlset>", ["warning NS015"]),
        ("</urlset>", "<url xmlns=''><loc>https://zarya.example/z</loc></url></urlset>", ["error NS002"]),
        ("</urlset>", "<other:x xmlns:other='urn:other'/></urlset>", []),
        (PICTURE, "", ["error IMG001"]),
        (PICTURE, "<image:loc/>", ["error IMG001"]),
        (PICTURE, PICTURE + "<image:loc>https://i.example/2.jpg</image:loc>", ["error IMG001"]),
        (PICTURE, "<image:loc>//cdn.zarya.example/river.jpg</image:loc>", ["error IMG001"]),
        (PICTURE, "<image:url>https://i.example/2.jpg</image:url>", ["error IMG001", "info IMG006"]),
        (PICTURE, "<loc>https://i.example/2.jpg</loc>", ["error IMG001"]),
        (PICTURE, "<image:loc> https://CDN.zarya.example/bridge.jpg </image:loc>", ["warning IMG005"]),
        (PICTURE, "<image:loc>https://cdn.zarya.example/&#x62;ridge.jpg</image:loc>", ["warning IMG005"]),
        (PICTURE, f"{PICTURE}<image:license>https://i.example/</image:license><image:title>R</image:title>",
         ["info IMG003"] * 2 + ["info IMG006"]),
    ],
)  # fmt: skip
def test_entries(find, put, expected) -> None:
    assert judged(find, put) == expected


@pytest.mark.parametrize(
    ("find", "put", "expected"),
    [
        (">124<", ">1<", []),
        (">124<", ">0<", ["error VID005"]),
        (">124<", ">28801<", ["error VID005"]),
        (">124<", ">1.5<", ["error VID005"]),
        (">124<", "><", ["error VID005"]),
        (">4.5<", ">5.0<", []),
        (">4.5<", ">5.01<", ["error VID007"]),
        (">4.5<", ">-1<", ["error VID007"]),
        (">310<", ">-1<", ["error VID007"]),
        (">RU BY KZ<", ">RU, BY<", ["error VID007"]),
        (">RU BY KZ<", ">ru<", ["error VID007"]),
        (">RU BY KZ<", ">RUS<", ["error VID007"]),
        (' relationship="allow">RU', ">RU", ["error VID007"]),
        ('relationship="allow">RU', 'relationship="Allow">RU', ["error VID007"]),
        (">tv<", ">web mobile tv<", []),
        (">tv<", ">phone<", ["error VID007"]),
        ("<video:live>no<", "<video:live>NO<", []),
        ("<video:live>no<", "<video:live>false<", ["error VID007"]),
        ("<video:requires_subscription>no<", "<video:requires_subscription>nein<", ["error VID007"]),
        ("2027-10-04T00:00:00+03:00", "2026-11-23T11:59:00+03:00", ["warning VID006"]),
        ("2027-10-04T00:00:00+03:00", "2026-11-21", ["warning VID006"]),
        ("2027-10-04T00:00:00+03:00", "next year", ["error VID007"]),
        ("<video:title>The choir rehearses</video:title>", "", ["error VID001"]),
        ("<video:description>Two minutes from the last rehearsal.</video:description>", "<video:description/>",
         ["error VID001"]),
        ("<video:thumbnail_loc>https://cdn.zarya.example/choir.jpg<", "<video:thumbnail_loc>choir.jpg<",
         ["error VID010"]),
        ("https://cdn.zarya.example/choir.mp4", "HTTPS://zarya.example:443/2026/10/choir?part=1&#38;page=2",
         ["error VID003"]),
        ("https://cdn.zarya.example/choir.mp4", "rtsp://cdn.zarya.example/choir", ["error VID010"]),
        ("https://cdn.zarya.example/choir.mp4", "data:video/mp4;base64,AA", ["error VID010"]),
        ('info="https://zarya.example/people/orlova"', 'info="https://other.example/orlova"', ["warning VID007"]),
        ('info="https://zarya.example/people/orlova"', 'info="/orlova"', ["warning VID007"]),
        (' info="https://zarya.example/people/orlova"', "", []),
        ("<video:tag>choir</video:tag>", "<video:category>Music</video:category>", ["info VID009"]),
        ("<video:tag>choir</video:tag>", "<video:tag>a</video:tag><video:sound/>", ["info VID012"]),
        ("<video:live>no</video:live>", "<video:price currency='EUR'>1.99</video:price>",
         ["info VID009", "info VID012"]),
    ],
)  # fmt: skip
def test_videos(find, put, expected) -> None:
    assert judged(find, put) == expected


RU = '<xhtml:link rel="alternate" hreflang="ru" href="https://zarya.example/2026/11/bridge"/>'
EN = '<xhtml:link rel="alternate" hreflang="en" href="https://zarya.example/en/2026/11/bridge"/>'


def translated(find: str, put: str) -> Counter[str]:
    """What a change on both pages of the pair adds."""
    assert RULES.example.count(find) == 2
    return codes(findings(RULES, RULES.example.replace(find, put)))


@pytest.mark.parametrize("language", ["en", "EN", "en-GB", "pt-br", "zh-Hant", "zh-Hant-TW", "sr-Latn", "xh"])
def test_languages_that_are_some(language) -> None:
    assert translated('hreflang="en"', f'hreflang="{language}"') == {}


@pytest.mark.parametrize(
    "language",
    [
        "en_GB",
        "us",
        "en-UK",
        "eng",
        "english",
        "en-GBR",
        "en-Latin",
        "zh_TW",
        "xx",
        "en-",
        "-GB",
        "zh-TW-Hant",
        "en GB",
    ],
)
def test_languages_that_are_none(language) -> None:
    assert translated('hreflang="en"', f'hreflang="{language}"') == {"HRL002": 2}


@pytest.mark.parametrize(
    ("put", "expected"),
    [
        (EN.replace(' rel="alternate"', ""), {"HRL001": 2}),
        (EN.replace('"alternate"', '"canonical"'), {"HRL001": 2}),
        (EN.replace('"alternate"', '"ALTERNATE"'), {}),
        (EN.replace(' hreflang="en"', ""), {"HRL001": 2}),
        (EN.replace(' hreflang="en"', ' media="only screen and (max-width: 640px)"'), {}),
        (EN.replace("https://zarya.example", ""), {"HRL001": 2, "HRL004": 0}),
        (EN.replace(' href="https://zarya.example/en/2026/11/bridge"', ""), {"HRL001": 2}),
        (EN.replace("https://zarya.example/en", "https://zarya.example/en?lang="), {}),
        (EN + EN, {}),
        (EN + EN.replace("/en/", "/us/"), {"HRL005": 2}),
        (EN + EN.replace('"en"', '"EN"').replace("/en/", "/us/"), {"HRL005": 2}),
    ],
)
def test_links_to_versions(put, expected) -> None:
    assert translated(EN, put) == Counter({code: n for code, n in expected.items() if n})


def test_versions_answer_one_another_however_they_are_spelt() -> None:
    assert codes(findings(RULES, RULES.example.replace(RU, RU.replace("https://z", "HTTPS://Z")))) == {}
    first = RULES.example.replace(RU, "", 1)
    assert codes(findings(RULES, first)) == {"HRL003": 1}
    to_english = re.compile(r'<xhtml:link[^>]*href="https://zarya.example/en/[^>]*>')
    one_way = to_english.sub("", RULES.example, count=2)
    assert codes(findings(RULES, one_way)) == {"HRL004": 1}


def test_what_lies_outside_the_folder_is_said_once() -> None:
    found = findings(RULES, RULES.example, url="https://zarya.example/en/sitemap.xml")
    assert [(f.code, f.line) for f in found] == [("NS008", 7)]
    assert "2 addresses lie outside /en/" in found[0].message
    assert codes(findings(RULES, RULES.example, url="https://zarya.example/sitemap.xml?part=2")) == {}


ROOT = '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">'


def listing(number: int, entry: str = "<url><loc>https://zarya.example/{}</loc></url>") -> str:
    return f"{ROOT}\n{''.join(map(entry.format, range(number)))}</urlset>"


def test_fifty_thousand_addresses_are_the_most() -> None:
    assert codes(findings(RULES, listing(facts.URLS))) == {}
    assert codes(findings(RULES, listing(facts.URLS + 1))) == {"NS003": 1}
    index = listing(facts.URLS + 1).replace("urlset", "sitemapindex").replace("url>", "sitemap>")
    assert codes(findings(RULES, index)) == {"NS050": 1}


def test_bytes_are_counted_unpacked() -> None:
    much = f"<!--{'x' * 9_000_000}-->" * 5
    padded = ROOT + f"<url><loc>https://zarya.example/</loc></url>{much}<!--{{}}--></urlset>"
    room = facts.BYTES - len(padded.format(""))
    assert codes(findings(RULES, padded.format("x" * room))) == {}
    assert codes(findings(RULES, padded.format("x" * (room + 1)))) == {"NS003": 1}


@pytest.mark.parametrize(
    ("times", "expected"),
    [
        (["2026-11-23T09:00:00+03:00"] * 3, 1),
        (["2026-11-23T09:00:00+03:00", "2026-11-23T06:00:00Z", "2026-11-23T11:00:00.0+05:00"], 1),
        (["2026-11-23T09:00:00+03:00"] * 2, 0),
        (["2026-11-23"] * 3, 0),
        (["2026-11-23T09:00:00+03:00"] * 2 + ["2026-11-23T09:00:01+03:00"], 0),
    ],
)
def test_one_time_for_all_is_that_of_the_build(times, expected) -> None:
    urls = "".join(
        f"<url><loc>https://zarya.example/{n}</loc><lastmod>{t}</lastmod></url>" for n, t in enumerate(times)
    )
    assert codes(findings(RULES, f"{ROOT}{urls}</urlset>"))["NS011"] == expected


@pytest.mark.parametrize(
    ("find", "put", "expected"),
    [
        ("2026-11.xml", "2026-11.xml.gz", []),
        ("sitemap-2026-11.xml", "sitemap_index.xml", ["error NS050"]),
        ("sitemap-2026-11.xml", "index-sitemap-2.xml.gz", ["error NS050"]),
        ("sitemap-2026-11.xml", "sitemap.xml", ["error NS050"]),
        ("https://zarya.example/sitemap-2026-11.xml", "https://other.example/s.xml", ["error NS051"]),
        ("https://zarya.example/sitemap-2026-11.xml", "/s.xml", ["error NS006"]),
        ("sitemap-2026-11.xml", "sitemap-2026-10.xml", ["error NS009"]),
        ("<lastmod>2026-11-22T18:20:00+03:00</lastmod>", "<priority>0.5</priority>",
         ["info NS012", "warning NS014"]),
    ],
)  # fmt: skip
def test_indexes(find, put, expected) -> None:
    before = codes(findings(RULES, INDEX_EXAMPLE, url=HERE))
    assert INDEX_EXAMPLE.count(find) == 1
    found = findings(RULES, INDEX_EXAMPLE.replace(find, put), url=HERE)
    assert before == {}
    assert sorted(f"{f.severity} {f.code}" for f in found) == expected


@pytest.mark.parametrize(
    "space",
    [
        "https://www.sitemaps.org/schemas/sitemap/0.9",
        "http://www.sitemaps.org/schemas/sitemap/0.9/",
        "http://www.sitemaps.org/schemas/sitemap/0.90",
        "http://www.google.com/schemas/sitemap/0.84",
        "http://www.google.com/schemas/sitemap/0.9",
        "http://sitemaps.org/schemas/sitemap/0.9",
    ],
)
def test_other_spellings_of_the_namespace_are_named(space) -> None:
    source = RULES.example.replace('xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"', f'xmlns="{space}"')
    found = findings(RULES, source)
    assert {f.code for f in found} == {"NS002"}
    assert "http://www.sitemaps.org/schemas/sitemap/0.9 is meant" in found[0].message


@pytest.mark.parametrize("prefix", ["image", "video", "xhtml"])
def test_misspelt_extensions_are_named(prefix) -> None:
    space = dict(etree.fromstring(RULES.example.encode()).nsmap)[prefix]
    found = codes(
        findings(RULES, RULES.example.replace(f'"{space}"', f'"{space.replace("http:", "https:")}"'))
    )
    assert found["NS002"] == 1


def test_verdicts_are_those_of_the_schema(sitemap_schema, shared: Path) -> None:
    """What breaks the schema is found, at least as an info; what only the protocol says is not the schema's."""
    stricter = {
        "NS006",
        "NS010",
        "NS011",
        "NS012",
        "HRL001",
        "HRL002",
        "HRL003",
        "HRL006",
        "VID006",
        "VID009",
        "IMG003",
    }
    seen = 0
    for path in sorted((shared / "samples" / "sitemaps").glob("*.xml")):
        document = etree.fromstring(path.read_bytes(), etree.XMLParser(remove_blank_text=False))
        found = {f.code for f in findings(RULES, path.read_bytes())}
        seen += 1
        if "sitemapindex" in document.tag:
            continue
        if sitemap_schema.validate(document.getroottree()):
            assert found <= stricter, path
        elif not re.search(rb"sitemap-(mobile|pagemap)", path.read_bytes()):
            assert found, path
    assert seen > 8


@given(
    st.sampled_from(["http", "https", "HTTP"]),
    st.sampled_from(
        ["zarya.example", "ZARYA.example", "заря.example", "xn--80aswg.example", "zarya.example:443"]
    ),
    st.lists(st.sampled_from(["a", "B", "/", ".", "..", "мост", "%62", "%d0%b1", "?", "#", "&"])).map(
        "".join
    ),
)
def test_a_canonical_form_is_its_own(scheme, host, rest) -> None:
    form = where.canonical(f"{scheme}://{host}/{rest}")
    assert where.canonical(form) == form
    assert where.site(form) == where.site(f"{scheme}://{host}/{rest}")
