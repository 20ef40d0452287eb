"""What Yandex asked of a Turbo feed while Turbo pages lasted."""

from __future__ import annotations

from datetime import date

CLOSED = date(2025, 4, 2)
"""Since that day Search shows no Turbo pages."""

MOST = 500
LINK_CHARACTERS = 243
TITLE_CHARACTERS = 240
RELATED = 30

TAGS: frozenset[str] = frozenset(
    {
        "header", "menu", "p", "a", "h1", "h2", "h3", "h4", "h5", "h6", "figure", "img", "figcaption", "ul",
        "ol", "li", "dl", "dt", "dd", "video", "source", "br", "hr", "b", "strong", "i", "em", "u", "sup",
        "sub", "ins", "del", "small", "big", "abbr", "pre", "code", "blockquote", "table", "thead", "tbody",
        "tfoot", "tr", "td", "th", "col", "button", "div", "iframe",
    }
)  # fmt: skip
"""What turbo:content may hold."""

FORM_TAGS: frozenset[str] = frozenset({"form", "input", "label", "select", "option", "textarea", "fieldset"})
"""What it may hold besides where it has a search or another form."""

BLOCKS: frozenset[str] = frozenset(
    {
        "accordion", "breadcrumblist", "card", "cards", "carousel", "chat", "comment", "comments",
        "dynamic-form", "feed", "feed-item", "fold", "gallery", "histogram", "histogram-item", "item",
        "rating", "search", "share", "slider", "widget-feedback",
    }
)  # fmt: skip
"""What data-block may say."""

COUNTERS: frozenset[str] = frozenset(
    {"Yandex", "LiveInternet", "Google", "MailRu", "Rambler", "Mediascope", "custom"}
)
"""Kinds of turbo:analytics."""
