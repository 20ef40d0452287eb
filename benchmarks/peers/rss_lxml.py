"""RSS written by hand with lxml."""

import sys
from datetime import datetime
from email.utils import format_datetime

from lxml import etree
from records import records

DC = "http://purl.org/dc/elements/1.1/"
CONTENT = "http://purl.org/rss/1.0/modules/content/"
MEDIA = "http://search.yahoo.com/mrss/"

root = etree.Element("rss", version="2.0", nsmap={"dc": DC, "content": CONTENT, "media": MEDIA})
channel = etree.SubElement(root, "channel")


def say(parent, name, text, **attributes):
    element = etree.SubElement(parent, name, **attributes)
    element.text = text


say(channel, "title", "Приморский вестник")
say(channel, "link", "https://vestnik.example/")
say(channel, "description", "Новости Приморска")
for record in records():
    item = etree.SubElement(channel, "item")
    cover = record["images"][0]
    say(item, "title", record["title"])
    say(item, "link", record["url"])
    say(item, "description", record["lead"])
    say(item, "guid", record["id"], isPermaLink="true")
    say(item, "pubDate", format_datetime(datetime.fromisoformat(record["published"])))
    say(item, f"{{{DC}}}creator", record["authors"][0]["name"])
    for tag in record["tags"]:
        say(item, "category", tag)
    etree.SubElement(item, "enclosure", url=cover["url"], length=str(cover["length"]), type=cover["type"])
    etree.SubElement(item, f"{{{MEDIA}}}content", url=cover["url"], type=cover["type"])
    say(item, f"{{{CONTENT}}}encoded", etree.CDATA(record["body"]))
sys.stdout.write(str(len(etree.tostring(root, encoding="utf-8", xml_declaration=True))))
