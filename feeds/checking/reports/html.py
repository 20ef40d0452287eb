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

WORDS: dict[Severity, tuple[str, str]] = {
    "error": ("error", "errors"),
    "warning": ("warning", "warnings"),
    "info": ("note", "notes"),
}

_POINTED = re.compile(r"</?[\w:.-]+|&[#\w]*;?|[\w:.-]+|.", re.DOTALL)

_HASH = base64.b64encode(hashlib.sha256(STYLE.encode()).digest()).decode()

_POLICY = f"default-src 'none'; style-src 'sha256-{_HASH}'; base-uri 'none'; form-action 'none'"

HEAD = f"""<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{_POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<title>Feed check: {{title}}</title>
<style>{STYLE}</style>
</head>
<body>"""


class Html(Report):
    """Documents, in each the rules that spoke, in each of those the places."""

    name = "html"

    def end(self, summary: Summary) -> Iterator[str]:
        """The whole page."""
        yield HEAD.replace("{title}", escape(summary.line()), 1)
        yield from self._header(summary)
        yield '<main id="findings">'
        for number, verdict in enumerate(self.verdicts, 1):
            yield from self._document(number, verdict)
        yield "</main>"
        yield f"<footer>feeds {escape(self.version)}</footer>\n</body>\n</html>"

    def _header(self, summary: Summary) -> Iterator[str]:
        yield '<a class="skip" href="#findings">Skip to the findings</a>'
        yield "<header><h1>Feed check</h1>"
        failed = summary.reaches(self.fail_on)
        verdict = "There is something to mend." if failed else "Nothing here keeps a feed from working."
        yield f'<p class="verdict {"bad" if failed else "good"}">{verdict}</p>'
        yield f"<p>{escape(_documents(summary))}</p>"
        yield "<fieldset><legend>Show</legend>"
        for severity, (_, plural) in WORDS.items():
            count = summary.counts[severity]
            yield (
                f'<label class="{severity}"><input type="checkbox" id="show-{severity}" checked> '
                f"<b>{count}</b> {plural if count != 1 else WORDS[severity][0]}</label>"
            )
        yield "</fieldset>"
        if len(self.verdicts) > 1:
            yield from self._contents()
        yield "</header>"

    def _contents(self) -> Iterator[str]:
        yield '<nav aria-label="Documents"><table><thead><tr><th scope="col">Document</th>'
        yield "".join(f'<th scope="col" class="count">{plural}</th>' for _, plural in WORDS.values())
        yield "</tr></thead><tbody>"
        for number, verdict in enumerate(self.verdicts, 1):
            counts = _counts(verdict)
            cells = "".join(
                f'<td class="count {severity if counts[severity] else "none"}">{counts[severity]}</td>'
                for severity in WORDS
            )
            link = f'<a href="#document-{number}">{escape(verdict.name)}</a>'
            yield f'<tr><th scope="row">{link}</th>{cells}</tr>'
        yield "</tbody></table></nav>"

    def _document(self, number: int, verdict: Verdict) -> Iterator[str]:
        title = f"<span>{escape(verdict.title)}</span>" if verdict.title else ""
        yield f'<section id="document-{number}"><h2>{escape(verdict.name)} {title}</h2>'
        if not verdict.found:
            yield '<p class="good">No findings.</p>'
        for code, found in _by_code(verdict):
            yield from self._rule(code, found, self.rule(code, verdict.target))
        yield "</section>"

    def _rule(self, code: str, found: Sequence[Reported], rule: Rule | None) -> Iterator[str]:
        severity = _worst(found)
        opened = " open" if severity != "info" else ""
        name = escape(rule.summary if rule else found[0].finding.message)
        times = f' <span class="times">{len(found)} places</span>' if len(found) > 1 else ""
        yield f'<details class="rule {severity}"{opened}><summary>'
        yield f'<span class="grade">{WORDS[severity][0]}</span> <code>{escape(code)}</code> {name}{times}</summary>'
        if rule:
            yield from _advice(rule)
        yield "<ol>"
        for reported in found[:SHOWN]:
            yield from _finding(reported, rule)
        yield "</ol>"
        if len(found) > SHOWN:
            yield f"<p>{len(found) - SHOWN} more of this kind are not shown.</p>"
        yield "</details>"


def _documents(summary: Summary) -> str:
    known = f"; {summary.known} known findings are not told" if summary.known else ""
    return f"{summary.documents} document{'' if summary.documents == 1 else 's'} checked{known}."


def _counts(verdict: Verdict) -> dict[Severity, int]:
    counts: dict[Severity, int] = dict.fromkeys(WORDS, 0)
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


def _advice(rule: Rule) -> Iterator[str]:
    if rule.why:
        yield f"<p>{escape(rule.why)}</p>"
    yield f'<p class="todo"><b>To do:</b> {escape(rule.hint)}</p>'
    link = f'<a href="{escape(rule.spec)}" rel="noreferrer">{escape(rule.spec)}</a>'
    yield f'<p class="source">{link}, read {escape(rule.read)}</p>'


def _finding(reported: Reported, rule: Rule | None) -> Iterator[str]:
    finding = reported.finding
    yield f'<li class="{finding.severity}"><p>{escape(finding.message)}</p>'
    if finding.item:
        yield f'<p class="story">Story: {escape(finding.item)}</p>'
    if finding.hint and not (rule and finding.hint == rule.hint):
        yield f'<p class="todo"><b>To do:</b> {escape(finding.hint)}</p>'
    if excerpt := reported.excerpt:
        yield _source(finding.line, finding.column, excerpt)
    yield "</li>"


def _source(line: int, column: int, excerpt: Excerpt) -> str:
    label = f"Line {line}, column {column}"
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
