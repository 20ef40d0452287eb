"""What other files say of the feeds: a page's head, robots.txt, OPML; and all of it as data."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from xml.sax.saxutils import quoteattr

from feeds.build.plan import FeedPlan
from feeds.markup.serialise import quote
from feeds.pages.subscribe.channels import channels
from feeds.pages.subscribe.offers import Offer, Subject, offers, subjects
from feeds.publication import Configuration
from feeds.wording import Wording


def head(configuration: Configuration, plans: Sequence[FeedPlan], say: Wording) -> str:
    """The tags by which readers find the feeds of a page: those of the home page, then those of each other page."""
    home = configuration.publication.url
    pages: dict[str, list[Offer]] = {home: []}
    for offer in offers(plans, "reader", say):
        pages.setdefault(offer.link, []).append(offer)
    lines: list[str] = []
    for page, found in pages.items():
        if found:
            lines += [f"<!-- {_comment(page)} -->", *map(link_tag, _titled(found))]
    return "\n".join(lines) + "\n" if lines else ""


def link_tag(offer: Offer) -> str:
    """The tag of one feed."""
    return (
        f'<link rel="alternate" type="{quote(offer.media_type)}" '
        f'title="{quote(offer.title)}" href="{quote(offer.url)}">'
    )


def _titled(found: list[Offer]) -> list[Offer]:
    """Feeds of one page, each with a title of its own: the format tells those apart that have the same."""
    titles = [offer.title for offer in found]
    return [
        offer._replace(title=f"{offer.title} ({offer.format})") if titles.count(offer.title) > 1 else offer
        for offer in found
    ]


def _comment(text: str) -> str:
    return text.replace("--", "‐‐").replace(">", "")


def robots(plans: Sequence[FeedPlan], say: Wording) -> str:
    """The lines of robots.txt that name the sitemaps."""
    found = [offer.url for offer in offers(plans, "search", say)]
    return "".join(f"Sitemap: {url}\n" for url in dict.fromkeys(found))


def opml(configuration: Configuration, plans: Sequence[FeedPlan], say: Wording) -> str:
    """The feeds for readers as an OPML list, which readers import; of a subject its first format."""
    publication = configuration.publication
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<opml version="2.0">',
        f"  <head><title>{_text(publication.name)}</title></head>",
        "  <body>",
        *(_outline(subject, say) for subject in subjects(plans, say)),
        "  </body>",
        "</opml>",
    ]
    return "\n".join(lines) + "\n"


def _outline(subject: Subject, say: Wording) -> str:
    first = subject.offers[0]
    facts = {
        "text": subject.title,
        "type": "rss",
        "title": subject.title,
        "description": subject.description or say("All stories"),
        "xmlUrl": first.url,
        "htmlUrl": subject.link,
    }
    said = " ".join(f"{name}={quoteattr(value)}" for name, value in facts.items())
    return f"    <outline {said}/>"


def _text(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def facts(configuration: Configuration, plans: Sequence[FeedPlan], say: Wording) -> dict[str, Any]:
    """Everything that the page of subscriptions shows, as data."""
    publication = configuration.publication
    return {
        "publication": {"name": publication.name, "url": publication.url, "language": publication.language},
        "channels": [channel._asdict() for channel in channels(publication.channels, say)],
        "subjects": [
            {
                "title": subject.title,
                "description": subject.description,
                "link": subject.link,
                "feeds": [_feed(offer) for offer in subject.offers],
                "services": [service._asdict() for service in subject.services],
            }
            for subject in subjects(plans, say)
        ],
        "search": [_feed(offer) for offer in offers(plans, "search", say)],
        "platforms": [_feed(offer) for offer in offers(plans, "platform", say)],
    }


def _feed(offer: Offer) -> dict[str, str]:
    return offer._asdict()
