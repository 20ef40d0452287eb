"""The examples of the webhook page are run against a publisher; those of the recipes are read by their languages."""

from __future__ import annotations

import ast
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from documentation import code
from servers import free_port, ready

from feeds.article import Article
from feeds.build.sources import circumstances_of
from feeds.configuration.load import parse
from feeds.serve.messages import Understood, understand

SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
ADDRESS = "http://127.0.0.1:8080"
CONFIGURATION = """\
publication: {name: Harbour News, url: https://harbour.example/, timezone: Europe/Moscow}
base_url: https://feeds.harbour.example/
sources:
  - {name: cms, kind: webhook, secret_env: CMS_WEBHOOK_SECRET}
feeds:
  - {target: rss, path: rss.xml}
"""
LANGUAGES = {
    "sh": ("sh", ["curl", "openssl"], "send.sh"),
    "php": ("php", [], "send.php"),
    "js": ("node", [], "send.mjs"),
    "python": (sys.executable, [], "send.py"),
}


def example(page: str, language: str, sign: str) -> str:
    """The one example of a page in a language that has a text in it."""
    (found,) = [piece.text for piece in code(page) if piece.language == language and sign in piece.text]
    return found


@pytest.fixture(scope="module")
def publisher(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("publisher")
    (folder / "feeds.yaml").write_text(CONFIGURATION, encoding="utf-8")
    port = free_port()
    environment = {**os.environ, "CMS_WEBHOOK_SECRET": SECRET}
    with (folder / "log").open("wb") as log:
        process = subprocess.Popen(
            [sys.executable, "-m", "feeds", "serve", "--port", str(port)],
            cwd=folder,
            env=environment,
            stderr=log,
        )
    try:
        ready(f"http://127.0.0.1:{port}/-/health")
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait(20)


@pytest.mark.parametrize("language", list(LANGUAGES))
def test_examples_of_signing_are_taken(language: str, publisher: str, tmp_path: Path) -> None:
    program, tools, name = LANGUAGES[language]
    missing = [tool for tool in [program, *tools] if shutil.which(tool) is None]
    if missing:
        pytest.skip(f"{', '.join(missing)} is not installed")
    text = example("webhooks.md", language, "/-/webhooks/cms")
    assert ADDRESS in text
    (tmp_path / name).write_text(text.replace(ADDRESS, publisher), encoding="utf-8")
    environment = {**os.environ, "CMS_WEBHOOK_SECRET": SECRET, "no_proxy": "*"}
    done = subprocess.run(
        [program, name],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr
    answer = json.loads(done.stdout)
    assert re.match(r"msg_[\w-]{16,}", answer["id"])
    assert (answer["state"], answer["stories"]) == ("accepted", ["20414"])


PHP = [
    (page, piece.text)
    for page in ("webhooks.md", "recipes.md")
    for piece in code(page)
    if piece.language == "php"
]


@pytest.mark.parametrize(("page", "text"), PHP)
def test_php_is_php(page: str, text: str, tmp_path: Path) -> None:
    if shutil.which("php") is None:
        pytest.skip("php is not installed")
    (tmp_path / "page.php").write_text(text, encoding="utf-8")
    done = subprocess.run(
        ["php", "-l", "page.php"], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout


def test_there_is_php_to_look_at() -> None:
    assert len(PHP) == 3


def test_python_of_the_recipes_is_python() -> None:
    texts = [piece.text for piece in code("recipes.md") if piece.language == "python"]
    assert texts
    for text in texts:
        ast.parse(text)


def told(page: str, source: str, message: object) -> Article:
    """The article that a source of an example makes of a message."""
    texts = [
        piece.text for piece in code(page) if piece.language == "yaml" and f"name: {source}" in piece.text
    ]
    frame = CONFIGURATION.partition("sources:")[0]
    (found,) = [s for text in texts for s in parse(frame + text).sources if s.name == source]
    body = json.dumps(message).encode()
    enveloped = found.signature == "standard"
    said = understand(body, circumstances_of(found, parse(frame)), enveloped=enveloped)
    assert isinstance(said, Understood), said
    (article,) = said.articles
    return article


POST = {
    "id": "64f0",
    "title": "Ferry service resumes",
    "html": "<p>The first boat left at 18:15.</p>",
    "url": "https://harbour.example/ferry/",
    "status": "published",
    "published_at": "2026-11-24T15:40:00.000Z",
    "updated_at": "2026-11-24T15:40:00.000Z",
    "custom_excerpt": None,
    "authors": [{"name": "Ida Moen"}],
    "primary_tag": {"name": "Transport"},
    "tags": [{"name": "Transport"}, {"name": "sea"}],
    "feature_image": "https://harbour.example/ferry.jpg",
}


@pytest.mark.parametrize(("status", "withdrawn"), [("published", None), ("draft", "unpublished in Ghost")])
def test_the_recipe_for_ghost_reads_what_ghost_sends(status: str, withdrawn: str | None) -> None:
    article = told("recipes.md", "ghost", {"post": {"current": {**POST, "status": status}, "previous": {}}})
    assert (article.id, article.title, article.section) == ("64f0", "Ferry service resumes", "Transport")
    assert article.cover
    assert article.cover.url == "https://harbour.example/ferry.jpg"
    assert [person.name for person in article.authors] == ["Ida Moen"]
    assert article.body == POST["html"]
    assert article.withdrawn == withdrawn


def test_the_example_for_strapi_reads_what_strapi_sends() -> None:
    entry = {
        "id": 5,
        "headline": "Ferry",
        "slug": "ferry",
        "publishedAt": "2026-11-24T15:40:00.000Z",
        "text": "<p>It left.</p>",
    }
    article = told("webhooks.md", "strapi", {"event": "entry.publish", "entry": entry})
    assert (article.id, article.url, article.body) == (
        "5",
        "https://harbour.example/ferry",
        "<p>It left.</p>",
    )
