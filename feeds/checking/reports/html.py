"""A page to read and to send on: one file that loads nothing, runs nothing, and can be used by keyboard alone."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterator, Sequence
from html import escape

from feeds.checking.excerpts import Excerpt, Line, Reported
from feeds.checking.finding import RANK, Severity
from feeds.checking.reports.report import Report, Summary, Verdict
from feeds.checking.reports.style import STYLE
from feeds.checking.rule import Rule

SHOWN = 50
"""Findings of one rule in one document that are shown; the rest is counted."""

SEVERITIES: tuple[Severity, ...] = ("error", "warning", "info")

_POINTED = re.compile(r"</?[\w:.-]+|&[#\w]*;?|[\w:.-]+|.", re.DOTALL)

_HASH = base64.b64encode(hashlib.sha256(STYLE.encode()).digest()).decode()

_POLICY = f"default-src 'none'; style-src 'sha256-{_HASH}'; base-uri 'none'; form-action 'none'"

HEAD = f"""<!DOCTYPE html>
<html lang="{{language}}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{_POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<title>{{title}}</title>
<style>{STYLE}</style>
</head>
<body>"""


class Html(Report):
    """Documents, in each the rules that spoke, in each of those the places."""

    name = "html"

    def end(self, summary: Summary) -> Iterator[str]:
        """The whole page."""
        title = f"{self.say('Feed check')}: {summary.line(self.say)}"
        yield HEAD.replace("{language}", self.say.language, 1).replace("{title}", escape(title), 1)
        yield from self._header(summary)
        yield '<main id="findings">'
        for number, verdict in enumerate(self.verdicts, 1):
            yield from self._document(number, verdict)
        yield "</main>"
        yield f"<footer>feeds {escape(self.version)}</footer>\n</body>\n</html>"

    def _header(self, summary: Summary) -> Iterator[str]:
        yield f'<a class="skip" href="#findings">{self.say("Skip to the findings")}</a>'
        yield f"<header><h1>{self.say('Feed check')}</h1>"
        failed = summary.reaches(self.fail_on)
        good, bad = (
            self.say("Nothing here keeps a feed from working."),
            self.say("There is something to mend."),
        )
        yield f'<p class="verdict {"bad" if failed else "good"}">{bad if failed else good}</p>'
        yield f"<p>{escape(self._documents(summary))}</p>"
        yield f"<fieldset><legend>{self.say('Show')}</legend>"
        for severity in SEVERITIES:
            count = summary.counts[severity]
            yield (
                f'<label class="{severity}"><input type="checkbox" id="show-{severity}" checked> '
                f"<b>{count}</b> {self._number_of(severity, count)}</label>"
            )
        yield "</fieldset>"
        if len(self.verdicts) > 1:
            yield from self._contents()
        yield "</header>"

    def _documents(self, summary: Summary) -> str:
        checked = self.say("{n} {n:document|documents} checked", n=summary.documents)
        if not summary.known:
            return f"{checked}."
        return f"{checked}; {self.say('{n} known {n:finding is|findings are} not told', n=summary.known)}."

    def _number_of(self, severity: Severity, count: int) -> str:
        """What a number of findings is called."""
        if severity == "error":
            return self.say("{n:error|errors}", n=count)
        return (
            self.say("{n:warning|warnings}", n=count)
            if severity == "warning"
            else self.say("{n:note|notes}", n=count)
        )

    def _contents(self) -> Iterator[str]:
        yield f'<nav aria-label="{self.say("Documents")}"><table><thead><tr>'
        yield f'<th scope="col">{self.say("Document")}</th>'
        for plural in (self.say("errors"), self.say("warnings"), self.say("notes")):
            yield f'<th scope="col" class="count">{plural}</th>'
        yield "</tr></thead><tbody>"
        for number, verdict in enumerate(self.verdicts, 1):
            counts = _counts(verdict)
            cells = "".join(
                f'<td class="count {severity if counts[severity] else "none"}">{counts[severity]}</td>'
                for severity in SEVERITIES
            )
            link = f'<a href="#document-{number}">{escape(verdict.name)}</a>'
            yield f'<tr><th scope="row">{link}</th>{cells}</tr>'
        yield "</tbody></table></nav>"

    def _document(self, number: int, verdict: Verdict) -> Iterator[str]:
        title = f"<span>{escape(self.say(verdict.title))}</span>" if verdict.title else ""
        yield f'<section id="document-{number}"><h2>{escape(verdict.name)} {title}</h2>'
        if not verdict.found:
            yield f'<p class="good">{self.say("No findings.")}</p>'
        for code, found in _by_code(verdict):
            yield from self._rule(code, found, self.rule(code, verdict.target))
        yield "</section>"

    def _rule(self, code: str, found: Sequence[Reported], rule: Rule | None) -> Iterator[str]:
        severity = _worst(found)
        opened = " open" if severity != "info" else ""
        name = escape(self.say.said(rule.summary if rule else found[0].finding.message))
        places = self.say("{n} {n:place|places}", n=len(found))
        times = f' <span class="times">{places}</span>' if len(found) > 1 else ""
        grade = self._number_of(severity, 1)
        yield f'<details class="rule {severity}"{opened}><summary>'
        yield f'<span class="grade">{grade}</span> <code>{escape(code)}</code> {name}{times}</summary>'
        if rule:
            yield from self._advice(rule)
        yield "<ol>"
        for reported in found[:SHOWN]:
            yield from self._finding(reported, rule)
        yield "</ol>"
        if len(found) > SHOWN:
            yield f"<p>{self.say('{n} more of this kind are not shown.', n=len(found) - SHOWN)}</p>"
        yield "</details>"

    def _advice(self, rule: Rule) -> Iterator[str]:
        if rule.why:
            yield f"<p>{escape(self.say.said(rule.why))}</p>"
        yield self._to_do(rule.hint)
        link = f'<a href="{escape(rule.spec)}" rel="noreferrer">{escape(rule.spec)}</a>'
        yield f'<p class="source">{link}, {escape(self.say("read {date}", date=rule.read))}</p>'

    def _to_do(self, hint: str) -> str:
        return f'<p class="todo"><b>{self.say("To do:")}</b> {escape(self.say.said(hint))}</p>'

    def _finding(self, reported: Reported, rule: Rule | None) -> Iterator[str]:
        finding = reported.finding
        yield f'<li class="{finding.severity}"><p>{escape(self.say.said(finding.message))}</p>'
        if finding.item:
            yield f'<p class="story">{self.say("Story:")} {escape(finding.item)}</p>'
        if finding.hint and not (rule and finding.hint == rule.hint):
            yield self._to_do(finding.hint)
        if excerpt := reported.excerpt:
            label = self.say("Line {line}, column {column}", line=finding.line, column=finding.column)
            yield _source(label, excerpt)
        yield "</li>"


def _counts(verdict: Verdict) -> dict[Severity, int]:
    counts: dict[Severity, int] = dict.fromkeys(SEVERITIES, 0)
    for reported in verdict.found:
        counts[reported.finding.severity] += 1
    return counts


def _worst(found: Sequence[Reported]) -> Severity:
    return max((reported.finding.severity for reported in found), key=RANK.__getitem__)


def _by_code(verdict: Verdict) -> list[tuple[str, list[Reported]]]:
    """The findings by their rules, the gravest first."""
    groups: dict[str, list[Reported]] = {}
    for reported in verdict.found:
        groups.setdefault(reported.finding.code, []).append(reported)
    return sorted(groups.items(), key=lambda group: (-RANK[_worst(group[1])], group[0]))


def _source(label: str, excerpt: Excerpt) -> str:
    rows = [_row(one) for one in excerpt.before]
    rows.append(_row(excerpt.line, excerpt.caret, here=True))
    rows += [_row(one) for one in excerpt.after]
    return f'<pre tabindex="0" aria-label="{label}">{"".join(rows)}</pre>'


def _row(line: Line, caret: int | None = None, *, here: bool = False) -> str:
    text = escape(line.text) if caret is None else _marked(line.text, caret)
    return (
        f'<span class="line{" here" if here else ""}"><span class="number">{line.number}</span>{text}</span>'
    )


def _marked(text: str, caret: int) -> str:
    """The line with what stands at a place of it marked."""
    pointed = _POINTED.match(text, caret)
    if pointed is None:
        return f"{escape(text)}<mark>&nbsp;</mark>"
    start, end = pointed.span()
    return f"{escape(text[:start])}<mark>{escape(text[start:end])}</mark>{escape(text[end:])}"
