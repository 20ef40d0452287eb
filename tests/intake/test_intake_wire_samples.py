"""Real feeds, wires and exports beside the checkout: each file answers, and as many stories are found as are there."""

from __future__ import annotations

from pathlib import Path

import pytest

from feeds.article import Article, encode
from feeds.intake.draft import Circumstances, Rejection
from feeds.intake.files import contents
from feeds.intake.read import read
from feeds.markup.canonical import Written
from feeds.markup.parse import parse

CIRCUMSTANCES = Circumstances(timezone="Europe/Moscow", language="en", url="https://wire.example/{id}")
BY_NAME = Circumstances(timezone="Europe/Moscow", language="en", url="https://wire.example/{slug}/")


def answers(
    kind: str, folder: Path, circumstances: Circumstances = CIRCUMSTANCES
) -> list[Article | Rejection]:
    found: list[Article | Rejection] = []
    for path, data in contents("**/*", folder):
        assert isinstance(data, bytes)
        if not path.endswith("NOTE.txt"):
            of_file = list(read(kind, data, file=path, circumstances=circumstances))
            assert of_file, path
            found += of_file
    return found


FOLDERS = [
    ("feed", "inputs/real-feeds", 822),
    ("feed", "samples/yandex-news", 46),
    ("feed", "samples/turbo", 21),
    ("ninjs", "inputs/ninjs", 46),
    ("ninjs", "samples/ninjs", 28),
    ("newsml", "inputs/newsml-g2", 66),
    ("nitf", "inputs/nitf", 16),
    ("wxr", "inputs/wxr", 268),
    ("ghost", "inputs/ghost-and-cms", 50),
    ("markdown", "inputs/markdown", 107),
]


@pytest.mark.parametrize(("kind", "folder", "least"), FOLDERS)
def test_each_file_answers_and_stories_are_sound(shared: Path, kind: str, folder: str, least: int) -> None:
    circumstances = BY_NAME if kind == "markdown" else CIRCUMSTANCES
    found = answers(kind, shared / folder, circumstances)
    articles = [answer for answer in found if isinstance(answer, Article)]
    assert len(articles) >= least - least // 20
    for article in articles:
        assert encode(article)
        assert Written.of(parse(article.body)).text == article.body
        assert "{{" not in article.url
        assert len([image for image in article.images if image.role == "cover"]) <= 1
    assert all(answer.reason for answer in found if isinstance(answer, Rejection))


@pytest.mark.parametrize("kind", ["feed", "newsml", "nitf", "wxr"])
def test_documents_of_other_kinds_are_told_apart(shared: Path, kind: str) -> None:
    for folder in ("samples/sitemaps", "samples/newsml-g2", "samples/nitf", "samples/turbo"):
        assert answers(kind, shared / folder)
