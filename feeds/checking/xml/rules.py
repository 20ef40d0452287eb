"""The rules of XML itself, which hold for every feed: each kind of fault has its page here."""

from __future__ import annotations

from typing import NamedTuple

from feeds.checking.finding import Severity
from feeds.checking.rule import Change, RuleSet

EXAMPLE = """<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0">
  <channel>
    <title>Harbour Post</title>
    <link>https://harbour.example/</link>
    <description>News &amp; views from the harbour</description>
  </channel>
</rss>
"""

SPEC = "https://www.w3.org/TR/xml/"
NAMESPACES = "https://www.w3.org/TR/xml-names/"

XML = RuleSet(target="xml", title="XML 1.0", prefix="XML", spec=SPEC, example=EXAMPLE)


class _Facts(NamedTuple):
    name: str
    severity: Severity
    summary: str
    hint: str
    bad: Change | str
    good: Change | str | None = None
    spec: str = SPEC


_DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>'
_TITLE = "<title>Harbour Post</title>"
_DESCRIPTION = "News &amp; views from the harbour"
_ROOT = '<rss version="2.0">'

_RULES: dict[str, _Facts] = {
    "XML001": _Facts(
        "well-formed",
        "error",
        "The document is well-formed XML.",
        "Let an XML library write the file instead of a template.",
        Change(_ROOT, "<rss version=2.0>"),
        Change(_ROOT, "<rss version='2.0'>"),
    ),
    "XML002": _Facts(
        "escaped",
        "error",
        "& and < are escaped wherever they stand for themselves.",
        "Write &amp; for & and &lt; for <, in addresses too.",
        Change(_DESCRIPTION, "News & views from the harbour"),
        Change(_DESCRIPTION, "<![CDATA[News & views from the harbour]]>"),
    ),
    "XML003": _Facts(
        "entities",
        "error",
        "Only the five entities of XML are used, not HTML's.",
        "Write the letter itself, or its number as in &#160; for &nbsp;.",
        Change(_DESCRIPTION, "News&nbsp;from the harbour"),
        Change(_DESCRIPTION, "News&#160;from the harbour"),
    ),
    "XML004": _Facts(
        "characters",
        "error",
        "The document holds no control characters.",
        "Take control characters out of texts before they are written; they come from copies out of word "
        "processors.",
        Change(_DESCRIPTION, "News &#x1F;from the harbour"),
        Change(_DESCRIPTION, "News &#x9;from the harbour"),
    ),
    "XML005": _Facts(
        "first",
        "error",
        "Nothing stands before the XML declaration.",
        "Let <?xml be the very first characters of the file: look for blank lines before or after the code of "
        "the template, or for a byte order mark in one of its files.",
        Change(_DECLARATION, "\n" + _DECLARATION),
        Change(_DECLARATION, _DECLARATION + "\n\n"),
    ),
    "XML006": _Facts(
        "encoding-true",
        "error",
        "The document is in the encoding that it declares.",
        "Save the file as UTF-8 and declare it as UTF-8.",
        Change('encoding="UTF-8"', 'encoding="UTF-16"'),
        Change(' encoding="UTF-8"', ""),
    ),
    "XML007": _Facts(
        "prefixes",
        "error",
        "Every prefix is bound to a namespace.",
        'Declare the prefix in the root, as in xmlns:dc="http://purl.org/dc/elements/1.1/".',
        Change(_TITLE, _TITLE + "<dc:language>en</dc:language>"),
        Change(_TITLE, _TITLE + '<x:language xmlns:x="http://purl.org/dc/elements/1.1/">en</x:language>'),
        NAMESPACES,
    ),
    "XML008": _Facts(
        "nesting",
        "error",
        "Every element is closed, and inside of the one that it was opened in.",
        "Close each element before the one around it. HTML inside of an element is a text: wrap it in "
        "<![CDATA[…]]> or escape it.",
        Change(_DESCRIPTION, "News<br>and views"),
        Change(_DESCRIPTION, "<![CDATA[News<br>and views]]>"),
    ),
    "XML009": _Facts(
        "feed",
        "error",
        "The document is a feed, not a page.",
        "See what the server sends; often it is an error page or the page of a login.",
        "<!DOCTYPE html>\n<html><head><title>404</title></head></html>",
    ),
    "XML010": _Facts(
        "content",
        "error",
        "The document is not empty.",
        "See what the server sends, and whether the program that writes the feed ended early.",
        "\n",
    ),
    "XML011": _Facts(
        "no-document-type",
        "error",
        "The document has no document type and declares no entities.",
        "Take <!DOCTYPE …> out: readers never look up what it declares, and some refuse the document.",
        Change(
            _ROOT,
            '<!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" '
            '"http://my.netscape.com/publish/formats/rss-0.91.dtd">\n' + _ROOT,
        ),
    ),
    "XML012": _Facts(
        "limits",
        "error",
        "Depth and size of the document are within what programs hold.",
        "Feeds need five levels and a few megabytes.",
        Change(_DESCRIPTION, "<b>" * 300 + "</b>" * 300),
    ),
    "XML013": _Facts(
        "encoding-known",
        "error",
        "The encoding that is declared exists.",
        "Save the file as UTF-8 and declare it as UTF-8.",
        Change('encoding="UTF-8"', 'encoding="utf8mb4"'),
    ),
    "XML014": _Facts(
        "encoding-common",
        "warning",
        "The document is in UTF-8, or in an encoding that all programs know.",
        "Save the file as UTF-8 and declare it as UTF-8.",
        Change('encoding="UTF-8"', 'encoding="mac-cyrillic"'),
    ),
    "XML015": _Facts(
        "packing",
        "error",
        "A packed file can be unpacked.",
        "Pack it anew with gzip, or not at all.",
        "\x1f\x8b\x08broken",
    ),
    "XML016": _Facts(
        "version",
        "error",
        "The document is XML 1.0.",
        'Begin it with <?xml version="1.0" encoding="UTF-8"?>.',
        Change('version="1.0"', 'version="1.1"'),
    ),
    "XML018": _Facts(
        "frame",
        "error",
        "The document has the root of the format that it is checked as.",
        "Let the root be the one of the format, in small letters and in its namespace, with a channel in it.",
        EXAMPLE.replace("rss", "RSS"),
    ),
    "XML017": _Facts(
        "garbled",
        "warning",
        "No letters are garbled by a wrong encoding on their way.",
        "Find where a text is read as Latin-1 or Windows-1252 though it is UTF-8, or the other way round.",
        Change(_DESCRIPTION, "Un Ã©tÃ© au port"),
        Change(_DESCRIPTION, "Un été au port"),
    ),
}

for _code, _facts in _RULES.items():
    XML.facts(
        _code,
        _facts.name,
        _facts.severity,
        on="document",
        summary=_facts.summary,
        hint=_facts.hint,
        bad=_facts.bad,
        good=_facts.good,
        spec=_facts.spec,
        read="2026-11-25",
    )
