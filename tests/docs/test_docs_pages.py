"""The pages hold together: links lead somewhere, examples are ones that the program takes."""

from __future__ import annotations

import posixpath
import re
import shlex
from collections.abc import Iterator

import click
import pytest
import yaml
from documentation import ROOT, Code, anchors, code, links, pages

from feeds.cli import COMMANDS, commands
from feeds.configuration.load import parse

EVERY = sorted(pages())
WRITTEN = [page for page in EVERY if not page.startswith("reference/rules/")]

FRAME = """\
publication: {name: Приморский вестник, url: "https://vestnik.example/", language: ru, timezone: Europe/Moscow}
base_url: https://feeds.vestnik.example/
"""


@pytest.mark.parametrize("page", EVERY)
def test_links_lead_somewhere(page: str) -> None:
    for target in links(page):
        if re.match(r"[a-z]+:", target):
            assert target.startswith(("https://", "http://", "mailto:")), target
            continue
        path, _, anchor = target.partition("#")
        other = posixpath.normpath(posixpath.join(posixpath.dirname(page), path)) if path else page
        other = other.removeprefix("../docs/")
        if other.endswith(".md") and other != "../CHANGELOG.md":
            assert other in pages(), target
            assert not anchor or anchor in anchors(other), target
        else:
            assert (ROOT / "docs" / other).exists(), target


def test_links_of_pages_that_are_read_in_the_repository_are_to_written_pages() -> None:
    for target in links("../README.md"):
        if not re.match(r"[a-z]+:", target):
            assert (ROOT / target.partition("#")[0]).exists(), target


def test_every_written_page_is_in_the_navigation() -> None:
    navigation = (ROOT / "mkdocs.yml").read_text(encoding="utf-8").partition("\nnav:\n")[2]
    listed = set(re.findall(r"[\w/.-]+\.md\b", navigation))
    assert {
        page for page in pages() if not page.startswith(("..", "reference/rules/")) and page not in listed
    } == set()


def examples(language: str) -> list[Code]:
    return [piece for page in EVERY for piece in code(page) if piece.language == language]


def named(pieces: list[Code]) -> list[object]:
    return [pytest.param(piece, id=f"{piece.page}-{n}") for n, piece in enumerate(pieces)]


@pytest.mark.parametrize("piece", named(examples("yaml")))
def test_examples_of_feeds_yaml_load(piece: Code) -> None:
    """An example is a whole feeds.yaml, or all of one but the publication and its address."""
    text = piece.text if re.search(r"^publication:", piece.text, re.MULTILINE) else FRAME + piece.text
    assert parse(text)


@pytest.mark.parametrize("piece", named(examples("yml")))
def test_other_yaml_is_yaml(piece: Code) -> None:
    assert list(yaml.safe_load_all(piece.text))


# ---- commands


CALLED = r"(?:^|[^\s]*bin/|\$ |&& |; |\| )"
"""What stands before the program's name where it is called."""

EXPLAINED = r"\s(?:#|\||&&|>>?|2>|<)|;\s|\s{2,}(?=[^-\s])"
"""Where a command ends, and another, or an explanation, begins."""


def shown() -> Iterator[tuple[str, str, bool]]:
    """Every command line that is shown: its page, the line behind the program's name, whether it is whole."""
    for page in WRITTEN:
        for piece in code(page):
            for line in re.sub(r"\\\n\s*", " ", piece.text).splitlines():
                for found in re.finditer(rf"{CALLED}feeds ([a-z]+\b.*?)(?=$|&& |; |\| )", line.strip()):
                    strict = piece.language in ("", "sh", "inline", "crontab") or "bin/" in found[0]
                    if strict or found[1].split()[0] in COMMANDS:
                        yield page, found[1], piece.language != "inline"


def words(line: str) -> list[str]:
    return shlex.split(re.split(EXPLAINED, line)[0].rstrip(");,:"))


@pytest.mark.parametrize(("page", "line", "whole"), sorted(set(shown())))
def test_command_lines_are_ones_that_the_program_takes(page: str, line: str, whole: bool) -> None:
    if page == "reference/commands.md" and re.search(r"\[OPTIONS\]|COMMAND", line):
        return
    name, *arguments = words(line)
    root = click.Context(commands, info_name="feeds")
    command = commands.get_command(root, name)
    assert command is not None, f"{page}: feeds {line}"
    try:
        while isinstance(command, click.Group) and arguments:
            inner = command.get_command(click.Context(command, parent=root), arguments.pop(0))
            assert inner is not None, f"{page}: feeds {line}"
            command = inner
        command.make_context(name, arguments, parent=root)
    except click.exceptions.Exit:
        pass  # --help
    except click.UsageError as error:
        if whole or not isinstance(error, click.MissingParameter | click.BadOptionUsage):
            pytest.fail(f"{page}: feeds {line}: {error.format_message()}")


def test_command_lines_are_found() -> None:
    assert len(set(shown())) > 30
    assert {line.split()[0] for _, line, _ in shown()} >= {
        "build",
        "check",
        "serve",
        "read",
        "why",
        "withdraw",
    }


# ---- the library


def test_the_example_of_the_library_runs(capsys: pytest.CaptureFixture[str]) -> None:
    (text,) = [piece.text for piece in code("library.md") if piece.language == "python"]
    exec(compile(text, "library.md", "exec"), {})
    assert "error RSS016" in capsys.readouterr().out
