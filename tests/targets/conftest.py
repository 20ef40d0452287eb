"""What the tests of targets share."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree

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
