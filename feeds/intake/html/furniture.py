"""Elements of a page that are no part of its story, known by their tags, roles, names and styles."""

from __future__ import annotations

import re
from typing import Literal

from feeds.intake.html.tree import Node, labels

Kind = Literal[
    "related",
    "share",
    "subscribe",
    "comments",
    "overlay",
    "author",
    "meta",
    "advertising",
    "navigation",
    "hidden",
]

TAGS: dict[str, Kind] = {
    **dict.fromkeys(("nav", "footer", "menu", "dialog"), "navigation"),
    **dict.fromkeys(("form", "button", "fieldset"), "subscribe"),
    "aside": "related",
    "ins": "advertising",
}
"""Elements that are furniture by their tag."""

_WORDS: dict[Kind, str] = {
    "comments": "comments comment commentlist disqus respond replies cackle hypercomments livefyre discussion",
    "related": "related relatedposts recommended recommendations recommendation recirc recirculation readalso "
    "readmore seealso outbrain taboola trending popular mostread mostpopular upnext yarpp "
    "teasers newsfeed morestories similar relap lentainform smi2 mediametrics crosslinks linked",
    "share": "share sharing shares sharebar sharebuttons sharethis addthis sharedaddy social socials pluso "
    "share2 share42 likely uptolike addtoany sociable likes",
    "subscribe": "subscribe subscription newsletter signup optin mailchimp donate donation",
    "author": "authorbox authorbio bio aboutauthor",
    "meta": "byline breadcrumb breadcrumbs crumbs timestamp postmeta tags taglist tagcloud toolbar topics",
    "advertising": "ad ads advert adverts advertisement advertising adv adsbygoogle banner banners sponsor "
    "sponsored promo promos promobox dfp gpt adslot adfox adunit",
    "navigation": "nav navigation navbar menu pagination pager sidebar footer masthead",
    "overlay": "cookie cookies gdpr consent modal popup overlay lightbox",
    "hidden": "hidden visuallyhidden offscreen screenreader noprint",
}
_KINDS: dict[str, Kind] = {word: kind for kind, words in _WORDS.items() for word in words.split()}

_ORDER: tuple[Kind, ...] = (
    "overlay", "comments", "related", "share", "subscribe", "author", "meta", "advertising", "navigation", "hidden",
)  # fmt: skip

_PAIR_WORDS: dict[Kind, str] = {
    "related": "read-also read-more see-also more-stories also-like more-news more-on story-list link-list "
    "rich-link read-next most-read most-popular up-next inline-link block-link other-news latest-news breaking-news "
    "next-article prev-article",
    "author": "author-bio author-box about-author author-info author-card author-description",
    "meta": "entry-meta post-meta article-meta story-meta entry-footer post-footer article-footer tag-list "
    "tag-links cat-links article-tags post-tags article-info story-info posted-on article-tools page-tools "
    "meta-data read-time reading-time",
    "hidden": "sr-only screen-reader visually-hidden off-screen",
    "share": "share-buttons social-links follow-us",
    "subscribe": "sign-up email-signup",
    "advertising": "ad-slot google-ad ad-container",
}
_PAIRS: dict[frozenset[str], Kind] = {
    frozenset(pair.split("-")): kind for kind, pairs in _PAIR_WORDS.items() for pair in pairs.split()
}
_CARDS = frozenset("teaser teasers card cards tease linkbox".split())
"""Words of what is another story's if there is a link in it."""

_PAIRED = frozenset(word for pair in _PAIRS for word in pair)

_ROLES: dict[str, Kind] = {
    **dict.fromkeys(
        ("navigation", "banner", "contentinfo", "search", "menu", "menubar", "toolbar", "dialog"),
        "navigation",
    ),
    "complementary": "related",
}
_UNSEEN_STYLE = re.compile(r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)

# Names of the body of a page or of an article say how it is laid out, not what it is.
_NEVER = frozenset(
    {
        "html",
        "body",
        "main",
        "h1",
        "p",
        "img",
        "picture",
        "video",
        "iframe",
        "figure",
        "figcaption",
        "blockquote",
        "table",
        "tr",
        "td",
        "tbody",
        "li",
    }
)
_BRIEF = frozenset({"h2", "h3", "h4", "h5", "h6", "a", "span", "em", "strong", "b", "i"})
_BRIEF_KINDS = frozenset({"share", "advertising", "hidden", "comments"})

COVERING: frozenset[Kind] = frozenset({"comments", "overlay"})
"""Kinds that may hold more text than the story."""


def furniture(node: Node) -> Kind | None:
    """What piece of furniture an element is; None where it may be the story's."""
    tag = node.tag or ""
    if tag in TAGS:
        return named(labels(node)) or TAGS[tag]
    given = node.attributes
    if not given:
        return None
    if unseen(node):
        return "hidden"
    if (role := given.get("role")) and role in _ROLES:
        return _ROLES[role]
    if tag in _NEVER:
        return None
    words = labels(node)
    kind = named(words)
    if kind is None and words & _CARDS and node.css_first("a[href]") is not None:
        kind = "related"
    return kind if kind is None or tag not in _BRIEF or kind in _BRIEF_KINDS else None


def unseen(node: Node) -> bool:
    """Whether an element is told not to be shown."""
    given = node.attributes
    style = given.get("style")
    return (
        "hidden" in given or given.get("aria-hidden") == "true" or bool(style and _UNSEEN_STYLE.search(style))
    )


def named(words: frozenset[str]) -> Kind | None:
    """The kind that the words of a class and an id stand for; of several the one that says most."""
    kinds = {_KINDS[word] for word in words if word in _KINDS}
    if not kinds and len(words & _PAIRED) > 1:
        kinds = {kind for pair, kind in _PAIRS.items() if pair <= words}
    return next((kind for kind in _ORDER if kind in kinds), None)
