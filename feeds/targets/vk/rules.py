"""The rules of VK's RSS import, as far as they are known."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from feeds.checking.demands import channel as channels
from feeds.checking.demands import dates, declare, example, fulltext, media, story
from feeds.checking.document import View
from feeds.checking.engine import Context
from feeds.checking.rule import Change, Problem
from feeds.targets.rss.rules.dialect import dialect
from feeds.targets.vk import facts

PAGE = "https://vk.com/faq17968"
RSS_PAGE = "https://www.rssboard.org/rss-specification"

FULL = "content:encoded"
LAST = '<p>Подробнее — <a href="https://ladinsk.example/most">на сайте города</a>.</p>'
TEXT = f"<content:encoded><![CDATA[<p>{example.MOST_1}</p><p>{example.MOST_2}</p>{LAST}]]></content:encoded>"
SECOND_TEXT = f"<content:encoded>&lt;p&gt;{example.ALLEYA_1}&lt;/p&gt;</content:encoded>"

EXAMPLE = example.feed(
    ' xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:atom="http://www.w3.org/2005/Atom"',
    '<atom:link href="https://zarya.example/vk.xml" rel="self" type="application/rss+xml"/>',
    example.story(TEXT),
    example.second_story(SECOND_TEXT),
)

RULES = dialect(
    "vk",
    "RSS for VK",
    "VK",
    spec=PAGE,
    example=EXAMPLE,
    texts=(FULL,),
    without=frozenset({"RSS012"}),
)

declare(RULES, "VK001", "xml-wellformed", "error", channels.WELL_FORMED, spec=RSS_PAGE)
declare(RULES, "VK002", "root", "error", channels.RSS_2, spec=RSS_PAGE)
channels.declare_channel(RULES, "VK003", spec=RSS_PAGE)
declare(RULES, "VK010", "title", "error", story.TITLE_PLAIN, sure="inferred")
declare(RULES, "VK011", "link", "error", story.LINKED, sure="inferred")
declare(RULES, "VK012", "guid", "error", story.IDENTIFIED, sure="uncertain")
declare(RULES, "VK014", "pubdate", "error", dates.DATED, sure="inferred")
declare(RULES, "VK015", "description-html", "warning", story.DESCRIPTION_PLAIN, sure="uncertain")
declare(RULES, "VK016", "description-missing", "warning", story.DESCRIBED, sure="uncertain")
declare(
    RULES,
    "VK020",
    "content",
    "info",
    fulltext.there(FULL),
    hint="Add the whole text in <content:encoded> if the community imports VK articles; links alone do "
    "without it.",
    sure="reported",
    bad=Change(SECOND_TEXT, ""),
    good=Change(SECOND_TEXT, f"<content:encoded>{example.ALLEYA_2}</content:encoded>"),
)
RULES.rule(
    "VK021",
    "content-tag",
    "info",
    on="item",
    summary="The text has no other tags than " + ", ".join(sorted(facts.TAGS)) + ".",
    hint=fulltext.TAGS_HINT,
    sure="uncertain",
    bad=Change(LAST, "<table><tr><td>длина</td></tr></table>"),
    good=Change(LAST, "<H2>Когда &lt;table&gt; не нужна</H2>"),
)(fulltext.inside(FULL, fulltext.only(facts.TAGS)))


@RULES.rule(
    "VK030",
    "image",
    "warning",
    on="item",
    summary="Each story has a picture: an enclosure, or an img in the text.",
    hint="Add the story's picture as an enclosure, at least 700 pixels wide.",
    sure="uncertain",
    bad=Change(example.SECOND_ENCLOSURE, ""),
    good=Change(
        f"{example.SECOND_ENCLOSURE}\n      <content:encoded>",
        '<content:encoded>&lt;img src="https://zarya.example/img/alleya.png"&gt;',
    ),
)
def no_image(item: View, context: Context) -> Iterator[Problem]:
    """Stories without a picture for their card."""
    drawn = any(content.starts("img") for _, content in fulltext.texts(item, FULL))
    if not drawn and not any(media.is_image(enclosure) for enclosure in item.all("enclosure")):
        yield Problem(item, "the story has no picture: neither an enclosure nor an img")


declare(RULES, "VK031", "enclosure-attrs", "error", media.USABLE, spec=RSS_PAGE)


@RULES.rule(
    "VK040",
    "volume",
    "warning",
    on="feed",
    instead="A feed with 51 stories of one day.",
    summary=f"No more than {facts.WALL_POSTS} stories are of one day.",
    hint="Choose fewer stories for VK: a community's wall takes 50 posts in a day.",
    sure="reported",
)
def volume(channel: View, context: Context) -> Iterator[Problem]:
    """Days with more stories than the wall takes."""
    counts: Counter[str] = Counter()
    for item in context.items:
        moment = dates.published(item)
        if moment:
            day = moment.strftime("%Y-%m-%d")
            counts[day] += 1
            if counts[day] == facts.WALL_POSTS + 1:
                yield Problem(item, f"more than {facts.WALL_POSTS} stories are dated {day}")


declare(
    RULES,
    "VK041",
    "archive",
    "info",
    channels.at_most(facts.LIMIT),
    hint="Keep to the newest stories: the first import posts all of them.",
    sure="uncertain",
    instead="A feed with 51 stories.",
)


@RULES.rule(
    "VK050",
    "unofficial",
    "info",
    on="document",
    instead="Any feed that is checked for VK.",
    summary="No official document describes what the import takes.",
    hint="Try the import in a test community first.",
    sure="uncertain",
)
def unofficial(channel: View, context: Context) -> Iterator[Problem]:
    """Said of every document."""
    yield Problem(None, "no official page describes what VK's import takes; these rules are those of RSS 2.0")
