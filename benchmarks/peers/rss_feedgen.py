"""RSS by plain feedgen."""

import sys
from datetime import datetime

from feedgen.feed import FeedGenerator
from records import records

made = FeedGenerator()
made.load_extension("dc")
made.load_extension("media")
made.title("Приморский вестник")
made.link(href="https://vestnik.example/")
made.description("Новости Приморска")
for record in records():
    entry = made.add_entry(order="append")
    entry.guid(record["id"], permalink=True)
    entry.title(record["title"])
    entry.link(href=record["url"])
    entry.description(record["lead"])
    entry.content(record["body"], type="CDATA")
    entry.published(datetime.fromisoformat(record["published"]))
    entry.dc.dc_creator(record["authors"][0]["name"])
    for tag in record["tags"]:
        entry.category(term=tag)
    cover = record["images"][0]
    entry.enclosure(cover["url"], str(cover["length"]), cover["type"])
    entry.media.content({"url": cover["url"], "type": cover["type"]})
sys.stdout.write(str(len(made.rss_str())))
