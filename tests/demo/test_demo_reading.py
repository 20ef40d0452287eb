"""The demo publication's pages become exact records: what a page shows and nothing of its furniture."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import lxml.html
import pytest
from demo_stories import PAGES, SITE, clean, json_ld, page_story, paragraphs_of, tree

from feeds.article import Article
from feeds.intake.draft import Circumstances
from feeds.intake.read import read

CIRCUMSTANCES = Circumstances(
    timezone="Europe/Moscow", language="ru", site="Приморский вестник", source="site"
)


def record(page: Path) -> Article:
    [article] = read("html", page.read_bytes(), file=str(page), circumstances=CIRCUMSTANCES)
    assert isinstance(article, Article), article
    return article


def fragment(article: Article) -> Any:
    return lxml.html.fragment_fromstring(article.body, create_parent="div")


def each(test: Any) -> Any:
    return pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)(test)


@each
def test_facts_are_those_that_the_page_states(page: Path) -> None:
    story, article = page_story(page), record(page)
    assert (article.id, article.url, article.title) == (story.id, story.url, story.title)
    assert (article.published, article.language) == (story.published, story.language)
    said = tree(page).xpath("//a[@rel='author']/text()") or tree(page).xpath(
        "//*[@itemprop='author']/*[@itemprop='name']/text()"
    )
    assert [person.name for person in article.authors] == said


@each
def test_the_text_is_the_pages_whole_text_and_nothing_else(page: Path) -> None:
    # The demo's pages hold captions without a figure of their own; they are known by the class of their elements.
    container = tree(page).xpath('//*[@itemprop="articleBody"]')[0]
    for caption in container.xpath(".//div[@class='sign']"):
        caption.drop_tree()
    wanted = [re.sub(r"\s+", " ", text) for text in paragraphs_of(container)]
    got = [re.sub(r"\s+", " ", text) for text in paragraphs_of(fragment(record(page)))]
    cite = [clean(c.text_content()) for c in container.xpath(".//blockquote/cite")]
    assert [text for text in got if text not in cite] == wanted


@each
def test_every_picture_of_the_text_is_there_with_its_caption(page: Path) -> None:
    container = tree(page).xpath('//*[@itemprop="articleBody"]')[0]
    for aside in container.xpath(".//aside | .//noscript"):
        aside.drop_tree()
    wanted = [SITE + (i.get("data-src") or i.get("src")) for i in container.xpath(".//img")]
    article = record(page)
    assert fragment(article).xpath(".//figure/img/@src") == wanted
    captioned = fragment(article).xpath(".//figure[not(figure)]/figcaption")
    assert len(captioned) == len(wanted) + len(container.xpath(".//iframe | .//video"))
    known = {image.url: image for image in article.images}
    assert set(wanted) < set(known)
    for image in article.images:
        assert image.caption, image
        assert image.credit, image
        assert not image.caption.endswith(image.credit)
    assert [image.role for image in article.images].count("cover") == 1
    cover = article.images[0]
    assert (cover.role, cover.url.rpartition("/")[2], cover.width) == ("cover", "cover.jpg", 1200)


@each
def test_stories_of_blocks_among_the_text_are_related(page: Path) -> None:
    container = tree(page).xpath('//*[@itemprop="articleBody"]')[0]
    wanted = [(SITE + a.get("href"), clean(a.text_content())) for a in container.xpath(".//aside//a")]
    assert [(link.url, link.title) for link in record(page).related] == wanted


@each
def test_no_piece_of_furniture_is_left(page: Path) -> None:
    body = record(page).body
    for piece in (
        "Читайте также",
        "Подпи",
        "Поделиться",
        "Комментари",
        "Реклама",
        "Share",
        "12+",
        "Newsletter",
    ):
        assert piece not in body


@each
def test_comments_are_counted(page: Path) -> None:
    stated = [b["commentCount"] for b in json_ld(page) if "commentCount" in b]
    shown = re.search(r"(?:Комментари\w+|Comments): (\d+)", tree(page).text_content())
    comments = record(page).comments
    assert shown
    assert comments
    assert comments.count == int(shown[1])
    assert stated in ([], [comments.count])
