"""What the tests share."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import databases
import pytest
from hypothesis import settings
from lxml import etree

# A busy machine is no fault of what is tested; and the same tests find the same, so that who broke it sees it.
settings.register_profile("feeds", deadline=None, derandomize=True)
# New examples each time, many of them: what these find is mended and becomes a test.
settings.register_profile("long", deadline=None, max_examples=2000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "feeds"))

SHARED = Path(os.environ.get("FEEDS_SHARED", Path(__file__).resolve().parents[2] / "shared"))


@pytest.fixture(scope="session")
def shared() -> Path:
    """Folder of real documents, schemas and cases beside the checkout; tests that want it skip without it."""
    if not SHARED.is_dir():
        pytest.skip("no folder of shared samples beside the checkout")
    return SHARED


IMPORTED = {
    "http://www.sitemaps.org/schemas/sitemap/0.9": "sitemap.xsd",
    "http://www.google.com/schemas/sitemap-news/0.9": "sitemap-news.xsd",
    "http://www.google.com/schemas/sitemap-image/1.1": "sitemap-image.xsd",
    "http://www.google.com/schemas/sitemap-video/1.1": "sitemap-video.xsd",
    "http://www.w3.org/1999/xhtml": "xhtml1-strict.xsd",
}


@pytest.fixture(scope="session")
def sitemap_schema(shared: Path) -> etree.XMLSchema:
    """The sitemap's schema with those of its extensions."""
    imports = "".join(
        f'<xs:import namespace="{space}" schemaLocation="{(shared / "schemas" / name).as_uri()}"/>'
        for space, name in IMPORTED.items()
    )
    wrapper = f'<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">{imports}</xs:schema>'
    return etree.XMLSchema(etree.fromstring(wrapper))


@pytest.fixture(scope="session")
def atom_grammar(shared: Path) -> etree.RelaxNG:
    """Atom's grammar, from its RFC."""
    return etree.RelaxNG(etree.parse(shared / "schemas/atom.rng"))


@pytest.fixture(scope="session")
def postgres() -> Iterator[str | None]:
    """A database of a PostgreSQL server; None where there is none."""
    with databases.server() as url:
        databases.DATABASES.server = url
        yield url


@pytest.fixture
def kept_in(request: pytest.FixtureRequest) -> Iterator[str]:
    """The kind of database that archives are kept in; tests that use it run with each."""
    kind = getattr(request, "param", "sqlite")
    if kind == "postgresql" and request.getfixturevalue("postgres") is None:
        pytest.skip(databases.NONE)
    with databases.meant(kind):
        yield kind


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Runs what uses the database with every kind of them."""
    if "kept_in" in metafunc.fixturenames:
        metafunc.parametrize("kept_in", databases.KINDS, indirect=True)
