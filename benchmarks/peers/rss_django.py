"""RSS by Django's feedgenerator."""

import io
import sys
from datetime import datetime

from django.utils.feedgenerator import Enclosure, Rss201rev2Feed
from records import records


class Full(Rss201rev2Feed):
    """With the body in content:encoded, as Django's documentation shows it."""

    def root_attributes(self):
        return {**super().root_attributes(), "xmlns:content": "http://purl.org/rss/1.0/modules/content/"}

    def add_item_elements(self, handler, item):
        super().add_item_elements(handler, item)
        handler.addQuickElement("content:encoded", item["body"])


made = Full("Приморский вестник", "https://vestnik.example/", "Новости Приморска", language="ru")
for record in records():
    cover = record["images"][0]
    made.add_item(
        record["title"],
        record["url"],
        record["lead"],
        unique_id=record["id"],
        author_name=record["authors"][0]["name"],
        pubdate=datetime.fromisoformat(record["published"]),
        categories=record["tags"],
        enclosures=[Enclosure(cover["url"], str(cover["length"]), cover["type"])],
        body=record["body"],
    )
out = io.StringIO()
made.write(out, "utf-8")
sys.stdout.write(str(len(out.getvalue().encode())))
