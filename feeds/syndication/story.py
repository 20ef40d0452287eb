"""What dialects say of an article: its id, its description, its subjects, its body."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache

from feeds.article import Article, Image, Retraction
from feeds.markup.canonical import read
from feeds.markup.dialect import Dialect
from feeds.markup.nodes import BLOCKS, INLINE, Body, Element
from feeds.markup.text import each_once, plain, squeeze, summary
from feeds.publication import Publication
from feeds.syndication.forms import own_identity, permanent_id, templated_from, templated_id

READER = Dialect(
    name="reader",
    keep=BLOCKS | INLINE | {"li", "tr", "th", "td", "figcaption", "img", "video"},
)
"""What feed readers show: everything but players, which they cut out; those become links."""

DESCRIPTION_CHARACTERS = 300
"""How long a description made from the body may be."""

OPENING_BLOCKS = 3
"""Where a body says the lead again, if it does."""


@lru_cache(maxsize=16)
def body_of(markup: str) -> Body:
    """A body as a tree. Refusing and writing a story ask for the same one, one after the other."""
    return read(markup)


def identity(story: Article | Retraction, publication: Publication) -> str:
    """The id that the story has in every feed, for ever."""
    if publication.ids is None:
        return permanent_id(story.id, publication.url)
    return templated_id(story.id, story.url, publication.ids)


def iri(story: Article | Retraction, publication: Publication) -> str:
    """The story's id for formats that want an IRI."""
    return permanent_id(identity(story, publication), publication.url)


def named_by(stated: str, publication: Publication) -> Iterator[str]:
    """The ids that a story may have which somebody names as it is, or as feeds write it."""
    yield stated
    yield own_identity(stated, publication.url)
    if publication.ids is not None and (own := templated_from(stated, publication.ids)):
        yield own


def description(article: Article) -> str:
    """The lead, else the first sentences of the body, else the headline."""
    return (
        squeeze(article.lead or "")
        or summary(body_of(article.body), DESCRIPTION_CHARACTERS)
        or squeeze(article.title)
    )


def subjects(article: Article) -> tuple[str, ...]:
    """The section and the tags, each once, whatever their case."""
    said = (squeeze(subject) for subject in (article.section, *article.tags) if subject)
    return each_once(filter(None, said))


def text(article: Article) -> str:
    """The body's plain text, paragraphs apart by a blank line; the lead where there is no body."""
    return plain(body_of(article.body)) or squeeze(article.lead or "")


def lacks_text(article: Article, platform: str) -> str | None:
    """Why a platform of full texts cannot take a story without any; None where it has one."""
    return None if text(article) else f"the story has no text, and {platform} takes full texts only"


def story(article: Article, *, cover: bool = True) -> Body:
    """The story as its page shows it below the headline: cover, lead, body.

    The cover and the lead are left out where the body has them already.
    """
    body = body_of(article.body)
    opening: Body = []
    if cover and article.cover and not shows(body, article.cover.url):
        opening.append(figure(article.cover))
    if article.lead and not says(body, article.lead):
        opening.append(Element("p", children=[squeeze(article.lead)]))
    return opening + body


def shows(body: Iterable[Element], url: str) -> bool:
    """Whether an image of that address stands in the body."""
    return any(e.tag == "img" and e.attributes.get("src") == url for block in body for e in block.elements())


def illustrated(body: Iterable[Element], fit: Callable[[Element], bool]) -> Body:
    """The body without the figures whose picture is not fit for a platform."""
    return list(_fitting(body, fit))


def _fitting(blocks: Iterable[Element], fit: Callable[[Element], bool]) -> Iterator[Element]:
    for block in blocks:
        if block.tag != "figure":
            yield block
        elif inner := [c for c in block.children if isinstance(c, Element) and c.tag == "figure"]:
            rest = [c for c in block.children if c not in inner]
            if kept := list(_fitting(inner, fit)):
                yield Element("figure", block.attributes, [*kept, *rest])
        elif all(fit(image) for image in block.elements() if image.tag == "img"):
            yield block


def says(body: Body, lead: str) -> bool:
    """Whether the body begins with the lead, which a CMS may have cut from it and ended with an ellipsis."""
    opening = squeeze(plain(body[:OPENING_BLOCKS]).replace("\n", " ")).casefold()
    return squeeze(lead).rstrip(" .…").casefold() in opening


def figure(image: Image) -> Element:
    """An image as a figure of the body."""
    facts = {"src": image.url, "alt": image.alt, "width": image.width, "height": image.height}
    picture = Element("img", {name: str(value) for name, value in facts.items() if value is not None})
    said = caption(image.caption, image.credit)
    return Element(
        "figure", children=[picture, Element("figcaption", children=[said])] if said else [picture]
    )


def caption(said: str | None, credit: str | None) -> str:
    """A caption and whose the picture is, as one line: «Новая дорожка © Пресс-служба парка»."""
    owner = squeeze(credit or "")
    if owner and "©" not in owner and ":" not in owner:
        owner = f"© {owner}"
    return " ".join(filter(None, (squeeze(said or ""), owner)))
