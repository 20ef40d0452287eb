"""The story's text."""

from __future__ import annotations

from collections.abc import Iterator

from feeds.checking.content import Content
from feeds.checking.demands import fulltext
from feeds.checking.demands.example import ALLEYA_1
from feeds.checking.document import View
from feeds.checking.engine import Context
from feeds.checking.rule import Change, Problem
from feeds.targets.msn import facts
from feeds.targets.msn.rules.base import LAST, NOW, RULES, SECOND_TEXT
from feeds.targets.msn.rules.media import deleted

ENCODED = "content:encoded"
STRIPPED = frozenset({"style", "script", "object", "embed", "param", "applet", "form", "input"})
DEEPEST = 9
"""Elements inside one another."""

_YOUTUBE = ("youtube.com", "youtu.be", "youtube-nocookie.com")


@RULES.rule(
    "MSN002",
    "body",
    "error",
    on="item",
    summary=f"Each story has its text in content:encoded, of {facts.TEXT_LEAST} to {facts.TEXT_MOST:,} characters.",
    hint="Send the whole story; leave out what is shorter than that.",
    now=NOW,
    bad=Change(SECOND_TEXT, f"<content:encoded>{ALLEYA_1}</content:encoded>"),
    good=Change(
        SECOND_TEXT, f"<content:encoded>&lt;p&gt;{'a' * facts.TEXT_LEAST}&lt;/p&gt;</content:encoded>"
    ),
)
def body(item: View, context: Context) -> Iterator[Problem]:
    """No text, too little of it, or too much. What is deleted needs none."""
    if deleted(item, context.now):
        return
    yield from fulltext.absence(ENCODED)(item, context)
    for element, content in fulltext.texts(item, ENCODED):
        long = len(content.source) > facts.TEXT_MOST
        length = len(content.shown if long else content.begins(facts.TEXT_LEAST))
        if not facts.TEXT_LEAST <= length <= facts.TEXT_MOST:
            least, most = facts.TEXT_LEAST, facts.TEXT_MOST
            said = f"fewer than {least}" if length < least else f"more than {most}"
            yield Problem(element, f"the text has {length} characters, {said}")


def _depth(content: Content) -> fulltext.Found:
    """The first tag that stands too deep."""
    opened: list[str] = []
    for number, tag in enumerate(content.tags):
        if tag.opens:
            opened.append(tag.name)
            if len(opened) > DEEPEST:
                yield (
                    f"elements stand {len(opened)} deep in one another, more than {DEEPEST}",
                    content.offset(number),
                )
                return
        elif tag.closing and tag.name in opened:
            while opened.pop() != tag.name:
                pass


def _players(content: Content) -> fulltext.Found:
    for frame in content.starts("iframe"):
        source = frame.attributes.get("src", "").lower()
        if any(host in source for host in _YOUTUBE):
            yield "YouTube's player is refused at present", frame.offset


@RULES.rule(
    "MSN009",
    "body-tags",
    "error",
    on="item",
    summary="The text has only tags that MSN knows, fewer than 10 deep in one another, and no scripts or styles.",
    hint="Take scripts, styles, forms and objects out with all that is in them; unwrap other tags and keep their text; "
    "put a link in place of a YouTube player. Known are " + ", ".join(sorted(facts.TAGS)) + ".",
    now=NOW,
    bad=Change(LAST, "<script>count()</script>"),
    good=Change(
        LAST,
        f"{'<div>' * 9}deep{'</div>' * 9}<p>&lt;script&gt;</p><iframe src='https://maps.example/1'></iframe>",
    ),
)
def tags(item: View, context: Context) -> Iterator[Problem]:
    """What is cut out is an error, what is unwrapped a warning."""
    for find in (fulltext.none_of(STRIPPED), _depth, fulltext.handlers):
        yield from fulltext.inside(ENCODED, find)(item, context)
    for find in (fulltext.only(facts.TAGS, besides=STRIPPED), _players):
        yield from fulltext.lowered("warning", fulltext.inside(ENCODED, find)(item, context))
