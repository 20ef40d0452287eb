"""The pages of preview: a story on every platform, and the choice of a story."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

from feeds.article import Article
from feeds.pages.assets import text
from feeds.pages.document import Story
from feeds.pages.inert import host, inert, is_safe_picture
from feeds.pages.preview.gather import Card
from feeds.pages.security import previewing
from feeds.pages.subscribe.page import compact
from feeds.pages.templates import environment
from feeds.pages.templates import page as filled
from feeds.publication import Configuration
from feeds.wording import Wording


class Choice(NamedTuple):
    """A story that may be chosen."""

    id: str
    title: str
    published: datetime


class Previewed:
    """What templates ask about a preview."""

    def __init__(self, configuration: Configuration, now: datetime, say: Wording) -> None:
        self.configuration = configuration
        self.say = say
        self.zone = ZoneInfo(configuration.publication.timezone)
        self.now = now.astimezone(self.zone)

    def near(self, moment: datetime) -> str:
        """As much of a date as is not plain from today's."""
        return self.say.near(moment.astimezone(self.zone), self.now)

    def moment(self, moment: datetime) -> datetime:
        """An instant on the publication's clock."""
        return moment.astimezone(self.zone)

    def since(self, moment: datetime) -> str:
        """How long ago an instant was."""
        return self.say.since(moment, max(self.now, moment + timedelta(0)))

    def frame(self, story: Story) -> str:
        """The text as a page for a frame of its own: everything in it inert, its style inside."""
        return str(
            environment()
            .get_template("preview/frame.html")
            .render(
                story=story, style=_markup(frame_style()), body=_markup(body(story)), language=self.language
            )
        )

    @property
    def language(self) -> str:
        """The language of the outlet's stories."""
        return self.configuration.publication.language

    def image(self, url: str) -> str:
        """A picture's address, where it may be loaded."""
        return url if is_safe_picture(url) else ""

    def host(self, url: str) -> str:
        """The host of an address."""
        return host(url).removeprefix("www.")

    def quoted(self, text: str) -> str:
        """A text as a part of an address."""
        from urllib.parse import quote

        return quote(text, safe="")


def body(story: Story) -> str:
    """A story's text as inert markup."""
    from html import escape

    if story.html:
        return inert(story.html)
    paragraphs = (part.strip() for part in (story.text or "").split("\n\n"))
    return "".join(f"<p>{escape(part).replace(chr(10), '<br>')}</p>" for part in paragraphs if part)


def frame_style() -> str:
    """The style of the frames that show texts."""
    return compact(text("frame.css"))


def _markup(trusted: str) -> Any:
    from markupsafe import Markup

    return Markup(trusted)  # noqa: S704  (our own style, or markup made inert)


def story_page(
    configuration: Configuration,
    article: Article,
    cards: Sequence[Card],
    now: datetime,
    say: Wording,
    **more: Any,
) -> str:
    """A story on every platform; `more` is what the page around it needs: who looks, or how it stands alone."""
    shown = Previewed(configuration, now, say)
    return filled(
        "preview/story.html",
        say,
        article=article,
        cards=cards,
        shown=shown,
        **{**_around(configuration), **more},
    )


def choosing_page(
    configuration: Configuration,
    choices: Sequence[Choice],
    asked: str,
    now: datetime,
    say: Wording,
    **more: Any,
) -> str:
    """The newest stories, or those that were asked for."""
    shown = Previewed(configuration, now, say)
    return filled(
        "preview/choose.html",
        say,
        choices=choices,
        asked=asked,
        shown=shown,
        **{**_around(configuration), **more},
    )


def _around(configuration: Configuration) -> dict[str, Any]:
    return {"publication": configuration.publication, "who": None, "alone": False}


def alone(
    configuration: Configuration, article: Article, cards: Sequence[Card], now: datetime, say: Wording
) -> str:
    """A story's page as one file that needs nothing but the story's pictures."""
    style = compact(text("tokens.css") + text("pages.css") + text("preview.css"))
    policy = previewing(frame_style(), style)
    return story_page(
        configuration, article, cards, now, say, alone=True, style=_markup(style), policy=policy
    )
