"""Markdown with front matter, as site generators keep stories: Hugo, Jekyll, Eleventy, Pelican, Zola, Hexo."""

from __future__ import annotations

from collections.abc import Iterator

from feeds.intake.address import filled
from feeds.intake.draft import Circumstances, Draft, Rejection
from feeds.intake.encoding import decode
from feeds.intake.markdown.body import of_html, rendered, without_imports
from feeds.intake.markdown.codes import Page
from feeds.intake.markdown.fields import draft_of
from feeds.intake.markdown.front import Front, split
from feeds.intake.markdown.place import Place, place_of
from feeds.intake.normalise.coerce import some_line

KINDS = ("markdown",)

LONGEST = 1_000_000
"""Characters; a longer text is no story."""

_OTHERS = {
    "rst": "reStructuredText",
    "org": "Org mode",
    "adoc": "AsciiDoc",
    "asciidoc": "AsciiDoc",
    "textile": "Textile",
    "ipynb": "a Jupyter notebook",
}


def drafts(
    data: bytes, *, file: str | None, address: str | None, circumstances: Circumstances
) -> Iterator[Draft | Rejection]:
    """The one story of a file."""
    ending = (file or "").lower().removesuffix(".gz").rpartition(".")[2]
    if ending in _OTHERS:
        yield Rejection(code="no-markdown", reason=f"is {_OTHERS[ending]}, not Markdown")
        return
    decoded = decode(data, circumstances.encoding)
    if isinstance(decoded, Rejection):
        yield decoded
        return
    if not decoded.text.strip(" \t\r\n\ufeff"):
        yield Rejection(code="empty", reason="is empty")
    elif len(decoded.text) > LONGEST:
        yield Rejection(code="too-large", reason=f"holds more than {LONGEST} characters")
    else:
        draft = Draft(kind=KINDS[0], file=file, address=address)
        yield _answer(draft, split(decoded.text), ending, circumstances)


def _answer(
    draft: Draft, front: Front | Rejection, ending: str, circumstances: Circumstances
) -> Draft | Rejection:
    if isinstance(front, Rejection):
        return front
    is_html = ending in ("html", "htm")
    if is_html and front.form == "none":
        hint = "Read pages as kind html."
        return Rejection(code="no-markdown", reason="is an HTML page without front matter", hint=hint)
    place = place_of(draft.file)
    if place.is_section:
        return Rejection(code="no-story", reason="is the page of a section (_index)")
    answer = draft_of(draft, front, place, circumstances)
    if isinstance(answer, Rejection):
        return answer
    page = Page(front.said, circumstances.url)
    if is_html:
        draft.offer("html", of_html(front.body, page), "the text behind the front matter")
    else:
        _offer_text(draft, without_imports(front.body) if ending == "mdx" else front.body, page)
    _set_base(draft, place, circumstances)
    return draft


def _offer_text(draft: Draft, text: str, page: Page) -> None:
    titles = (some_line(offer.value) for offer in draft.all("title"))
    found = rendered(text, page, next(filter(None, titles), None))
    if "title" not in draft.offers:
        draft.offer("title", found.heading, "the first heading")
    draft.offer("html", found.markup, "the text behind the front matter")


def _set_base(draft: Draft, place: Place, circumstances: Circumstances) -> None:
    """Relative addresses in a file that is its folder's page are read against that folder."""
    if not place.is_folder:
        return
    from feeds.intake.read import facts_of

    stated = next((str(offer.value) for offer in draft.all("url")), None)
    page = stated or draft.address or filled(circumstances.url, draft.file, facts_of(draft, circumstances))
    if page and "?" not in page:
        draft.base = page.rstrip("/") + "/"
