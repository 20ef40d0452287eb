"""The rules of JSON itself."""

from __future__ import annotations

from feeds.checking.json_document import JSON_FEED
from feeds.checking.rule import Change, RuleSet

SPEC = "https://www.rfc-editor.org/rfc/rfc8259"

EXAMPLE = """{
  "version": "https://jsonfeed.org/version/1.1",
  "title": "Harbour Post",
  "home_page_url": "https://harbour.example/",
  "feed_url": "https://harbour.example/feed.json",
  "items": []
}
"""

JSON = RuleSet(target="json", title="JSON", prefix="JSON", spec=SPEC, example=EXAMPLE, shape=JSON_FEED)

JSON.facts(
    "JSON001",
    "well-formed",
    "error",
    on="document",
    summary="The document is well-formed JSON in UTF-8, an object, with each key once.",
    hint="Let a JSON library write the file instead of a template.",
    read="2026-11-25",
    bad=Change('"items": []\n', '"items": [],\n'),
    good=Change('"title": "Harbour Post"', '"title": "Harbour \\u0050ost"'),
)
