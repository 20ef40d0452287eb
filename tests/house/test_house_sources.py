"""The pages about sources: their examples are configurations that parse, and every kind has its page."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from feeds.configuration.load import parse
from feeds.intake.read import readers
from feeds.intake.records.names import NAMES, fold

FOLDER = Path(__file__).parents[2] / "docs/sources"
PAGES = sorted(FOLDER.glob("*.md"))


def examples(page: Path) -> list[str]:
    return re.findall(r"^```yaml\n(.*?)^```", page.read_text(encoding="utf-8"), re.DOTALL | re.MULTILINE)


@pytest.mark.parametrize(
    "page", [page for page in PAGES if page.stem != "README"], ids=lambda page: page.stem
)
def test_examples_parse_and_are_of_the_pages_kind(page: Path) -> None:
    found = [parse(example) for example in examples(page)]
    assert found
    for configuration in found:
        assert configuration.feeds
        assert {source.kind for source in configuration.sources} == {page.stem}


def test_every_kind_is_on_the_first_page() -> None:
    listed = set(
        re.findall(r"`(\w+)`", (FOLDER / "README.md").read_text(encoding="utf-8").partition("## ")[0])
    )
    assert set(readers()) <= listed


def test_links_lead_somewhere() -> None:
    for page in PAGES:
        for target in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8")):
            assert (FOLDER / target).is_file(), f"{page.name}: {target}"


def test_names_of_records_are_what_the_page_says() -> None:
    text = (FOLDER / "records.md").read_text(encoding="utf-8")
    table = re.findall(r"^\| ([a-z_, ]+) \| ([^|]+) \|$", text, re.MULTILINE)
    assert len(table) > 10
    for fields, names in table:
        for group, said in zip(fields.split(", "), names.split("; "), strict=False):
            for name in re.findall(r"[a-z_]{3,}", said) if group not in ("others", "status") else ():
                if fold(name) in NAMES and group in {n.field for n in NAMES.values()}:
                    assert NAMES[fold(name)].field in fields, name
