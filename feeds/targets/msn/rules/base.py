"""The rule set of MSN's feed, and its valid example."""

from __future__ import annotations

from feeds.checking.namespaces import NAMESPACES
from feeds.checking.structure import Row, Vocabulary
from feeds.targets.rss.rules.dialect import dialect

PAGE = "https://support.microsoft.com/msn/partner-hub"
NOW = "2026-11-23T12:00:00+03:00"

TITLE = "<title>Footbridge opens three weeks early</title>"
LINK = "<link>https://zarya.example/2026/11/23/bridge-4021</link>"
GUID = '<guid isPermaLink="false">zarya.example:story:4021</guid>'
DATE = "<pubDate>Mon, 23 Nov 2026 07:00:00 GMT</pubDate>"
MODIFIED = "<dcterms:modified>2026-11-23T08:05:00Z</dcterms:modified>"
VALID = "<dcterms:valid>start=2026-11-23T07:00:00Z; end=2027-05-01T00:00:00Z; scheme=W3C-DTF</dcterms:valid>"
CREATOR = "<dc:creator>Vera Lodochnikova</dc:creator>"
DESCRIPTION = "<description>The market is eight minutes from the hospital now.</description>"
SECOND_LINK = "<link>https://zarya.example/2026/11/22/orchard-4013</link>"
SECOND_GUID = '<guid isPermaLink="false">zarya.example:story:4013</guid>'
PICTURE = (
    'url="https://zarya.example/img/bridge.jpg" type="image/jpeg" medium="image" width="1600" height="900"'
)
CREDIT = "<media:credit>Vera Lodochnikova</media:credit>"
ALTERNATIVE = "<media:text>Two people cross the new bridge</media:text>"
MEDIA = (
    f"<media:content {PICTURE}><media:thumbnail url='https://zarya.example/img/bridge-s.jpg'/>"
    f"<media:title>The bridge</media:title>{ALTERNATIVE}{CREDIT}</media:content>"
)
SECOND_MEDIA = (
    '<media:content url="https://zarya.example/img/orchard.png" type="image/png" medium="image">'
    "<media:text>Apple trees</media:text><media:credit>Zarya</media:credit></media:content>"
)

LAST = "<p>Winter clearing of the deck comes first, by seven in the morning.</p>"
TEXT = f"""<content:encoded><![CDATA[
<p>The footbridge across the Lada opened three weeks before its time. It joins the market on the right bank to
the hospital on the left, and the way that took half an hour takes eight minutes on foot and three by bicycle,
says the town's office for roads and bridges.</p>
<h2>How it is made</h2>
<p>Four piers hold the bridge, its deck is larch. By night it is lit by lamps that go out when nobody is on it. The
drawings and the estimate are on <a href="https://ladinsk.example/bridge">the town's pages</a>.</p>
<ul><li>240 metres long</li><li>3 metres wide</li></ul>
<table><tr><td>Built</td><td>2026</td></tr></table>
{LAST}
]]></content:encoded>"""
SECOND_WORDS = "Forty apple trees were planted along Garden Street by the pupils who raised them. " * 6
SECOND_TEXT = f"<content:encoded>&lt;p&gt;{SECOND_WORDS}&lt;/p&gt;</content:encoded>"

EXAMPLE = f"""<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
     xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"
     xmlns:media="http://search.yahoo.com/mrss/" xmlns:mi="http://schemas.ingestion.microsoft.com/common/">
  <channel>
    <title>Zarya over the Lada</title>
    <link>https://zarya.example/</link>
    <description>News of Ladinsk</description>
    <language>en-gb</language>
    <item>
      {TITLE}
      {LINK}
      {GUID}
      {DATE}
      {MODIFIED}
      {VALID}
      {CREATOR}
      {DESCRIPTION}
      {TEXT}
      {MEDIA}
    </item>
    <item>
      <title>Forty apple trees planted in Garden Street</title>
      {SECOND_LINK}
      {SECOND_GUID}
      <pubDate>Sun, 22 Nov 2026 15:30:00 GMT</pubDate>
      <dc:creator>Zarya</dc:creator>
      {SECOND_TEXT}
      {SECOND_MEDIA}
    </item>
  </channel>
</rss>
"""

RULES = dialect(
    "msn",
    "RSS for MSN",
    "MSN",
    spec=PAGE,
    example=EXAMPLE,
    texts=("content:encoded",),
    own_spaces=("mi",),
    without=frozenset({"RSS012", "DCT004"}),
    kept=frozenset({"RSS002", "RSS003", "RSS004", "RSS033", "RSS057"}),
    grades={"RSS055": "warning"},
    structure=(
        *(Row(on="item", name=f"mi:{name}", repeated="RSS009") for name in ("shortTitle", "dateTimeWritten")),
        Row(on=("item", "//media:content"), name="mi:hasSyndicationRights"),
    ),
    vocabularies=(Vocabulary(uri=NAMESPACES["mi"], unknown="RSS008", living=True),),
)
