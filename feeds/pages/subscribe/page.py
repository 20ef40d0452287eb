"""The page that lists the feeds for readers, and the block that an outlet puts below its stories."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from typing import Any

import msgspec

from feeds import __version__
from feeds.build.plan import FeedPlan
from feeds.pages.assets import FOLDER as STATIC
from feeds.pages.assets import text
from feeds.pages.security import alone
from feeds.pages.subscribe.channels import channels
from feeds.pages.subscribe.offers import offers, subjects
from feeds.pages.subscribe.snippets import link_tag
from feeds.pages.templates import FOLDER as TEMPLATES
from feeds.pages.templates import page
from feeds.publication import Configuration, encode_value
from feeds.wording import Wording, chosen, wording

MADE_OF = (TEMPLATES / "index.html", STATIC / "tokens.css", STATIC / "index.css")

_COMMENTS = re.compile(r"/\*.*?\*/", re.DOTALL)
_SPACES = re.compile(r"\s+")


def key_of(configuration: Configuration) -> str:
    """A hash of all that the page depends on; it stands in the page."""
    parts = (configuration.publication, configuration.base_url, configuration.feeds, configuration.hubs)
    made = hashlib.blake2b(__version__.encode(), digest_size=16)
    made.update(msgspec.json.encode(parts, enc_hook=encode_value, order="sorted"))
    for file in MADE_OF:
        made.update(file.read_bytes())
    return made.hexdigest()


def index(configuration: Configuration, plans: Sequence[FeedPlan]) -> bytes:
    """The page of subscriptions: a function of feeds.yaml alone, in the publication's language."""
    from markupsafe import Markup

    publication = configuration.publication
    say = wording(chosen(publication.language))
    style = compact(text("tokens.css") + text("index.css"))
    home = [offer for offer in offers(plans, "reader", say) if offer.link == publication.url]
    made = page(
        "index.html",
        say,
        key=key_of(configuration),
        publication=publication,
        base_url=configuration.base_url,
        policy=alone(style),
        style=Markup(style),  # noqa: S704  (our own style sheets)
        tags=[Markup(link_tag(offer)) for offer in home],  # noqa: S704  (escaped where it is written)
        channels=channels(publication.channels, say),
        subjects=subjects(plans, say),
        machines=[*offers(plans, "platform", say), *offers(plans, "search", say)],
    )
    return made.encode()


def block(configuration: Configuration, plans: Sequence[FeedPlan], say: Wording) -> str:
    """The outlet's channels and its main feed as a piece of HTML that stands in any page."""
    found = subjects(plans, say)
    values: dict[str, Any] = {
        "publication": configuration.publication,
        "channels": channels(configuration.publication.channels, say),
        "offers": found[0].offers if found else [],
    }
    return page("block.html", say, **values)


def compact(style: str) -> str:
    """A style sheet without comments, its white space folded."""
    return _SPACES.sub(" ", _COMMENTS.sub("", style)).strip()
