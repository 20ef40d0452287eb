"""The pages behind stories: from files, or from where the stories link to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit

from feeds.article import Article
from feeds.checking.comparing.page import Page
from feeds.checking.comparing.stories import Story, comparable
from feeds.checking.finding import Finding
from feeds.checking.serving.discovery import missing_pages
from feeds.checking.serving.observed import OK
from feeds.errors import UsageError
from feeds.fetching import Fetched, Fetcher
from feeds.inspection.abreast import abreast
from feeds.intake.draft import Circumstances, Draft
from feeds.intake.html import drafts
from feeds.intake.normalise import normalise
from feeds.markup.canonical import read
from feeds.markup.nodes import Body, Element
from feeds.markup.text import inline

LINKED = "link"
"""What `--page` says where pages are to be fetched from the stories' links."""

MOST = 50
"""Pages of one document that are fetched, those of its first stories."""

HTML = "text/html, application/xhtml+xml, */*;q=0.5"


def page_of(content: bytes, address: str | None) -> tuple[Page, str | None] | None:
    """What a page shows, and the address that it calls its own; None where no story is found in it."""
    circumstances = Circumstances()
    draft = next(drafts(content, file=None, address=address, circumstances=circumstances), None)
    if not isinstance(draft, Draft):
        return None
    article = normalise(draft, circumstances)
    if not isinstance(article, Article):
        return None
    titles = [article.title, *(str(offer.value) for offer in draft.all("title"))]
    page = Page(tuple(dict.fromkeys(titles)), article.lead or "", _text(read(article.body)))
    return page, article.url


def _text(body: Body) -> str:
    """All that a body says, pictures and their captions aside."""
    return "\n".join(_blocks(body))


def _blocks(blocks: Iterable[Element | str]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, str):
            yield block
        elif block.tag in {"table", "tbody", "thead", "tr", "ul", "ol", "blockquote", "li"}:
            yield from _blocks(block.children)
        elif block.tag != "figure":
            yield inline(block)


class Library:
    """Pages in files, by the addresses that they call their own and by their names."""

    def __init__(self, place: Path) -> None:
        """Reads a page, or all pages of a folder.

        Raises:
            UsageError: there is none, or it cannot be read.
        """
        self._by_address: dict[str, Page] = {}
        self._by_name: dict[str, Page] = {}
        files = sorted(place.rglob("*.htm*")) if place.is_dir() else [place]
        for file in files:
            self._add(file)
        if not self._by_name:
            raise UsageError(
                f"{place} holds no page with a story in it", hint="Save the page as the browser shows it."
            )

    def _add(self, file: Path) -> None:
        try:
            found = page_of(file.read_bytes(), None)
        except OSError as error:
            raise UsageError(f"{file}: {error.strerror}") from None
        if found:
            page, address = found
            self._by_name[file.stem] = page
            if address:
                self._by_address[comparable(address)] = page

    def pages(self, stories: list[Story]) -> dict[str, Page]:
        """The pages behind stories, by their links; the only page is that of the only story."""
        found = {story.link: page for story in stories if (page := self._of(story))}
        if not found and len(stories) == 1 and len(self._by_name) == 1:
            return {stories[0].link: next(iter(self._by_name.values()))}
        return found

    def _of(self, story: Story) -> Page | None:
        name = unquote(urlsplit(story.link).path.rstrip("/").rpartition("/")[2]) if story.link else ""
        return self._by_address.get(story.address) or self._by_name.get(name.partition(".")[0])


class Links:
    """Pages where the stories link to, each fetched once."""

    def __init__(self, fetcher: Fetcher) -> None:
        self._fetcher = fetcher
        self.findings: list[Finding] = []
        """What was found of pages that are not there."""

    def pages(self, stories: list[Story]) -> dict[str, Page]:
        """The pages behind the first stories, by their links."""
        found: dict[str, Page] = {}
        dead: list[tuple[str, str]] = []
        first = stories[:MOST]
        for story, fetched in zip(
            first, abreast(self._fetched, [story.link for story in first]), strict=True
        ):
            answer = fetched.answer
            if answer is None or answer.status != OK:
                said = (
                    f"answers {answer.status}"
                    if answer
                    else fetched.failure.reason
                    if fetched.failure
                    else ""
                )
                dead.append((story.link, said))
            elif page := page_of(answer.body, answer.url):
                found[story.link] = page[0]
        self.findings = list(missing_pages(dead))
        return found

    def _fetched(self, link: str) -> Fetched:
        return self._fetcher.get(link, accept=HTML)
