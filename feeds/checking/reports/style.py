"""How the page of a report looks, in light and in the dark, on paper too."""

from __future__ import annotations

STYLE = """
:root {
  color-scheme: light dark;
  --page: #fbfaf8; --card: #ffffff; --ink: #1d2126; --soft: #5b636d; --rule: #dcdfe3; --code: #f3f3f0;
  --error: #a3231b; --error-soft: #fbeae8; --warning: #835400; --warning-soft: #fbf1dc;
  --info: #155a85; --info-soft: #e6f1f8; --good: #1c6a3c; --mark: #ffd9d4; --mark-ink: #5e0f0a;
}
@media (prefers-color-scheme: dark) {
  :root {
    --page: #14171a; --card: #1c2024; --ink: #e4e7ea; --soft: #a0a9b2; --rule: #363c43; --code: #15181b;
    --error: #ff9d94; --error-soft: #3a1d1b; --warning: #f2c063; --warning-soft: #35290f;
    --info: #8fcbf2; --info-soft: #14303f; --good: #85d6a2; --mark: #6d2620; --mark-ink: #ffe4e1;
  }
}
* { box-sizing: border-box; }
html { scroll-behavior: smooth; }
@media (prefers-reduced-motion: reduce) { html { scroll-behavior: auto; } }
body {
  margin: 0 auto; max-width: 68rem; padding: 1.5rem clamp(1rem, 4vw, 3rem) 4rem; background: var(--page);
  color: var(--ink); font: 16px/1.5 system-ui, sans-serif; overflow-wrap: anywhere;
}
h1 { font-size: 1.6rem; margin: 0 0 .25rem; letter-spacing: -.01em; }
h2 {
  font-size: 1.15rem; margin: 0 -.5rem 1rem; padding: .75rem .5rem; position: sticky; top: 0; background: var(--page);
  border-bottom: 1px solid var(--rule); z-index: 1;
}
h2 span { color: var(--soft); font-weight: 400; margin-left: .5rem; }
p { margin: .35rem 0; }
a { color: var(--info); }
code, pre { font-family: ui-monospace, "SF Mono", "Cascadia Mono", Menlo, Consolas, monospace; font-size: .875em; }
.skip { position: absolute; left: -100rem; }
.skip:focus { left: 1rem; top: 1rem; background: var(--card); padding: .5rem 1rem; z-index: 2; }
:focus-visible { outline: 3px solid var(--info); outline-offset: 2px; }
.verdict { font-size: 1.1rem; font-weight: 600; }
.verdict.bad { color: var(--error); }
.good { color: var(--good); }
fieldset { border: 0; padding: 0; margin: 1rem 0; display: flex; flex-wrap: wrap; gap: .5rem; }
legend { float: left; padding: .35rem .5rem .35rem 0; color: var(--soft); }
fieldset label { padding: .35rem .85rem; border-radius: 2rem; cursor: pointer; }
.error > .grade, fieldset .error, details.error > summary .grade { background: var(--error-soft); color: var(--error); }
fieldset .warning, details.warning > summary .grade { background: var(--warning-soft); color: var(--warning); }
fieldset .info, details.info > summary .grade { background: var(--info-soft); color: var(--info); }
nav table { border-collapse: collapse; width: 100%; margin: 1rem 0 0; }
nav th, nav td { padding: .4rem .75rem; border-bottom: 1px solid var(--rule); text-align: left; font-weight: 400; }
nav thead th { color: var(--soft); font-size: .875rem; }
nav .count { text-align: right; font-variant-numeric: tabular-nums; width: 6rem; }
td.error { color: var(--error); font-weight: 600; }
td.warning { color: var(--warning); font-weight: 600; }
td.none { color: var(--soft); }
section { margin: 2.5rem 0 0; }
details.rule {
  background: var(--card); border: 1px solid var(--rule); border-left: 4px solid var(--rule); border-radius: .4rem;
  margin: 0 0 .75rem; padding: 0 1.25rem;
}
details.error { border-left-color: var(--error); }
details.warning { border-left-color: var(--warning); }
details.info { border-left-color: var(--info); }
summary { cursor: pointer; padding: .85rem 1.25rem; margin: 0 -1.25rem; }
details[open] > summary { border-bottom: 1px solid var(--rule); margin-bottom: .75rem; }
summary code { font-weight: 600; margin: 0 .4rem; }
.grade { font-size: .8rem; font-weight: 600; padding: .15rem .6rem; border-radius: 1rem; }
.times, .story, .source { color: var(--soft); font-size: .9rem; }
.times { margin-left: .4rem; white-space: nowrap; }
ol { padding: 0; margin: .75rem 0; list-style: none; }
li { padding: .75rem 0; border-top: 1px dashed var(--rule); }
li > p:first-child { font-weight: 500; }
pre {
  background: var(--code); border: 1px solid var(--rule); border-radius: .3rem; margin: .6rem 0 0; padding: .5rem 0;
  overflow-x: auto; line-height: 1.55; overflow-wrap: normal;
}
.line { display: block; width: max-content; min-width: 100%; padding-right: 1rem; color: var(--soft); }
.line.here { color: var(--ink); background: color-mix(in srgb, var(--mark) 22%, transparent); }
.number {
  display: inline-block; width: 4.5rem; padding-right: 1rem; margin-right: .75rem; text-align: right;
  border-right: 1px solid var(--rule); user-select: none; color: var(--soft); font-variant-numeric: tabular-nums;
}
mark { background: var(--mark); color: var(--mark-ink); border-radius: .15rem; padding: .05rem 0; }
body:has(#show-error:not(:checked)) .rule.error, body:has(#show-error:not(:checked)) li.error,
body:has(#show-warning:not(:checked)) .rule.warning, body:has(#show-warning:not(:checked)) li.warning,
body:has(#show-info:not(:checked)) .rule.info, body:has(#show-info:not(:checked)) li.info { display: none; }
footer { margin-top: 3rem; color: var(--soft); font-size: .875rem; }
@media print {
  body { max-width: none; padding: 0; background: #fff; }
  h2 { position: static; }
  fieldset, .skip { display: none; }
  details.rule { break-inside: avoid; }
  pre { white-space: pre-wrap; }
}
"""
