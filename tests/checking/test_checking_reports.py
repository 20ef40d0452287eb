"""Reports: for people, each finding with its line, however the document came; for machines, by their formats."""

from __future__ import annotations

import base64
import gzip
import hashlib
import json
import re
from html import unescape
from html.parser import HTMLParser

import pytest
from lxml import etree

from feeds.checking.excerpts import WIDTH, reported, tellable
from feeds.checking.finding import Finding
from feeds.checking.reports import FORMS, Summary, Verdict, report
from feeds.targets import catalogue
from feeds.wording import wording

TEXT = '<?xml version="1.0"?>\n<a>Мост через Ладу</a>\n'
FOUND = Finding(severity="error", code="RSS005", message="something is wrong", line=2, column=4)
HOSTILE = (
    "\x1b[2J</script><script>alert(1)</script><img src=x onerror=alert(2)>\u202e\ud800 ]]> %0A::error::\r\n"
)


def verdict(source: bytes = TEXT.encode(), *findings: Finding, name: str = "feed.xml") -> Verdict:
    return Verdict(tellable(name), reported(source, findings or [FOUND]), "rss", "RSS 2.0")


def lines(form: str, *verdicts: Verdict, **options: object) -> list[str]:
    """What a form of report says of documents."""
    made = report(form, rule=catalogue.rule, version="1.2.3", **options)  # type: ignore[arg-type]
    summary = Summary()
    said = []
    for one in verdicts:
        summary.count(one)
        said += list(made.document(one))
    return said + list(made.end(summary))


# ---- for people


@pytest.mark.parametrize(
    "source",
    [
        TEXT.encode(),
        gzip.compress(TEXT.encode()),
        TEXT.encode("utf-16"),
        TEXT.replace("?>", ' encoding="koi8-r"?>').encode("koi8-r"),
        TEXT.encode("cp1251"),
    ],
    ids=["utf-8", "packed", "utf-16", "declared", "undeclared"],
)
def test_the_line_is_shown_with_a_caret_below_its_column(source: bytes) -> None:
    assert lines("text", verdict(source)) == [
        "feed.xml:2:4: error RSS005: something is wrong",
        "    | <a>Мост через Ладу</a>",
        "    |    ^",
    ]


def test_a_long_line_is_shown_around_the_column_alone() -> None:
    far = Finding(severity="info", code="RSS005", message="far out", line=1, column=501)
    shown = lines("text", verdict(b"a" * 500 + b"<b/>" + b"c" * 500, far))
    assert len(shown[1]) <= WIDTH + len("    | ")
    assert shown[1][shown[2].index("^") :].startswith("<b/>")


def test_what_the_terminal_would_act_on_is_not_shown() -> None:
    hostile = Finding(severity="error", code="RSS005", message=HOSTILE, line=2, column=1, item=HOSTILE)
    said = lines("text", verdict(b"\n<a>\x1b[2J</a>", hostile, name=f"{HOSTILE}.xml"))
    assert "\x1b" not in "".join(said)
    assert all("\n" not in line and "\r" not in line for line in said)


def test_what_to_do_is_said_once_and_of_many_alike_the_first_are_shown() -> None:
    many = [
        Finding(severity="error", code="RSS019", message=f"author {n}", line=2, column=1, hint="Write it.")
        for n in range(50)
    ]
    said = lines("text", verdict(TEXT.encode(), *many, FOUND))
    assert sum("author " in line for line in said) == 20
    assert sum("Write it." in line for line in said) == 1
    assert said[-1].startswith("feed.xml: 30 more of RSS019")
    assert any("something is wrong" in line for line in said)


def test_colours_are_there_when_asked_for() -> None:
    assert "\x1b[" in "".join(lines("text", verdict(), colour=True))
    plain = [re.sub(r"\x1b\[[\d;]*m", "", line) for line in lines("text", verdict(), colour=True)]
    assert plain == lines("text", verdict())


# ---- for machines


@pytest.mark.parametrize("form", FORMS)
def test_every_form_tells_of_every_finding_and_none_of_a_clean_document(form: str) -> None:
    two = verdict(TEXT.encode(), FOUND, Finding(severity="info", code="RSS010", message="and this"))
    said = "\n".join(lines(form, two, Verdict("clean.xml")))
    assert "something is wrong" in said
    assert "and this" in said
    assert form in {"json", "junit", "html"} or "clean.xml" not in said


def test_json_is_one_document_with_counts() -> None:
    whole = json.loads("\n".join(lines("json", verdict(), Verdict("clean.xml"))))
    assert whole["summary"] == {"documents": 2, "known": 0, "error": 1, "warning": 0, "info": 0}
    assert [document["path"] for document in whole["documents"]] == ["feed.xml", "clean.xml"]
    finding = whole["documents"][0]["findings"][0]
    assert (finding["line"], finding["column"], finding["excerpt"]) == (2, 4, "<a>Мост через Ладу</a>")


def test_json_lines_hold_every_key() -> None:
    (line,) = lines("jsonl", verdict())
    keys = {"path", "severity", "code", "message", "line", "column", "item", "hint", "spec"}
    assert keys <= set(json.loads(line))


def test_sarif_has_what_its_schema_requires() -> None:
    nowhere = Finding(severity="warning", code="HTTP004", message="slow", line=0, column=0)
    here = verdict(TEXT.encode(), FOUND, nowhere, name="out put/лента.xml")
    log = json.loads("\n".join(lines("sarif", here, verdict(name="https://a.example/f"))))
    assert log["version"] == "2.1.0"
    (run,) = log["runs"]
    driver = run["tool"]["driver"]
    assert driver["name"] == "feeds"
    assert re.fullmatch(r"\d+\.\d+\.\d+.*", driver["semanticVersion"])
    ids = [rule["id"] for rule in driver["rules"]]
    assert len(ids) == len(set(ids))
    for rule in driver["rules"]:
        assert rule["shortDescription"]["text"]
        assert rule["help"]["text"]
        assert rule["helpUri"].startswith("https://")
        assert rule["defaultConfiguration"]["level"] in {"error", "warning", "note"}
    for result in run["results"]:
        assert ids[result["ruleIndex"]] == result["ruleId"]
        assert result["level"] in {"error", "warning", "note"}
        assert result["message"]["text"]
        (place,) = result["locations"]
        uri = place["physicalLocation"]["artifactLocation"]["uri"]
        assert re.fullmatch(r"[\w.:/%-]+", uri, re.ASCII)
        region = place["physicalLocation"].get("region")
        assert (region is None) == (result["ruleId"] == "HTTP004")
        assert region is None or region["startLine"] >= 1
        assert region is None or region.get("startColumn", 1) >= 1


def test_workflow_commands_stay_on_their_lines() -> None:
    hostile = Finding(
        severity="warning", code="RSS005", message="100%\n::error::", line=2, column=4, hint="x"
    )
    (line,) = lines("github", verdict(TEXT.encode(), hostile, name="a,b:c.xml"))
    head, _, text = line[2:].partition("::")
    assert head == "warning col=4,file=a%2Cb%3Ac.xml,line=2,title=RSS005"
    assert text == "100%25%0A::error::%0Ax"


def test_junit_counts_what_fails() -> None:
    hostile = Finding(severity="warning", code="RSS010", message=HOSTILE, line=1, column=1)
    two = verdict(TEXT.encode(), FOUND, hostile)
    for level, failures in (("error", 1), ("warning", 2), (None, 0)):
        root = etree.fromstring("\n".join(lines("junit", two, Verdict("clean.xml"), fail_on=level)).encode())
        assert root.tag == "testsuites"
        assert (root.get("tests"), root.get("failures")) == ("3", str(failures))
        assert len(root.findall(".//failure")) == failures
        assert [suite.get("name") for suite in root] == ["feed.xml", "clean.xml"]
        assert root[1][0].find("failure") is None


class Page(HTMLParser):
    """The tags of a page, with their attributes."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.texts.append(data)


def test_a_page_runs_nothing_and_loads_nothing_whatever_the_feed_holds() -> None:
    source = b"\n<a>" + HOSTILE.encode("utf-8", "replace") * 3 + b"</a>"
    hostile = Finding(
        severity="error",
        code="RSS005",
        message=f"'\"><svg onload=alert(3)>{HOSTILE}",
        line=2,
        column=9,
        item=f"'\"><iframe src=//a.example>{HOSTILE}",
        hint="</style><style>@import '//a.example'",
        spec="javascript:alert(4)",
    )
    name = f'https://a.example/"><base href=//b.example>{HOSTILE}'
    page = Page(
        "\n".join(lines("html", verdict(source, hostile, name=name), verdict(source, hostile, name=name)))
    )
    assert {tag for tag, _ in page.tags} <= {
        "html", "head", "meta", "title", "style", "body", "a", "header", "h1", "h2", "p", "b", "fieldset", "legend",
        "label", "input", "nav", "table", "thead", "tbody", "tr", "th", "td", "main", "section", "details", "summary",
        "span", "code", "ol", "li", "pre", "mark", "footer",
    }  # fmt: skip
    for tag, attributes in page.tags:
        assert not any(key.startswith("on") or key in {"src", "style", "srcset"} for key in attributes)
        assert tag != "a" or re.match(r"#|https://", attributes["href"] or "")


def test_a_page_allows_its_own_style_and_nothing_else() -> None:
    text = "\n".join(lines("html", verdict()))
    page = Page(text)
    (policy,) = [a["content"] for _, a in page.tags if a.get("http-equiv") == "Content-Security-Policy"]
    (style,) = re.findall(r"<style>(.*?)</style>", text, re.DOTALL)
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    assert policy is not None
    assert "default-src 'none'" in policy
    assert f"style-src 'sha256-{digest}'" in policy
    assert "url(" not in style
    assert "prefers-color-scheme: dark" in style


@pytest.mark.parametrize("form", FORMS)
def test_any_text_can_be_told(form: str) -> None:
    hostile = Finding(
        severity="error", code="RSS005", message=HOSTILE, line=2, column=4, item=HOSTILE, hint=HOSTILE
    )
    said = lines(form, verdict(TEXT.encode(), hostile, name=f"\udcff{HOSTILE}"))
    "\n".join(said).encode()
    assert form not in {"jsonl", "github"} or len(said) == 1


# ---- in Russian


BROKEN = Finding(
    severity="error",
    code="RSS005",
    message="title has 251 characters, more than 240; 2 more like it follow",
    line=2,
    column=4,
    item="n-1",
    hint="Take the tags out.",
)
WORDS = re.compile(r">([^<]*)<|(?:aria-label|title)=\"([^\"]*)\"")


def test_the_page_is_wholly_russian() -> None:
    told = verdict(TEXT.encode(), *([BROKEN] * 60), name="1.xml")
    text = "\n".join(lines("html", told, verdict(name="2.xml"), say=wording("ru")))
    assert '<html lang="ru">' in text
    assert "title: 251 знак, а можно не больше 240; дальше таких ещё 2" in text
    assert "Проверено 2 документа." in text
    assert "<b>61</b> ошибка" in text
    assert "Ещё 10 таких не показано." in text
    body = text.partition("</style>")[2].replace("something is wrong", "")
    seen = unescape(" ".join(one or other for one, other in WORDS.findall(body)))
    left = set(re.findall(r"(?<![\w./:<-])[A-Za-z]{3,}(?![\w.:/>-])", seen))
    assert left <= {
        "RSS",
        "title",
        "link",
        "description",
        "guid",
        "rss",
        "channel",
        "xml",
        "version",
        "feeds",
    }, left


def test_annotations_are_in_the_readers_language() -> None:
    made = lines("github", verdict(TEXT.encode(), BROKEN), say=wording("ru"))
    (line,) = made
    assert line.startswith("::error col=4,file=feed.xml,line=2,title=RSS005::")
    assert line.endswith(
        "::title: 251 знак, а можно не больше 240; дальше таких ещё 2%0Aновость: n-1%0AУберите теги."
    )


@pytest.mark.parametrize("form", ["json", "jsonl", "sarif", "junit"])
def test_programs_read_english_whatever_people_read(form: str) -> None:
    told = verdict(TEXT.encode(), BROKEN)
    assert lines(form, told, say=wording("ru")) == lines(form, told)
