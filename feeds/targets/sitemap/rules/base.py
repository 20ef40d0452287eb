"""The rule set of sitemaps: what the document looks like; the other modules add to it."""

from __future__ import annotations

from feeds.checking.document import SITEMAP
from feeds.checking.rule import RuleSet
from feeds.targets.sitemap.rules.structure import STRUCTURE, VOCABULARIES

PROTOCOL = "https://www.sitemaps.org/protocol.html"

EXAMPLE = """<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
        xmlns:xhtml="http://www.w3.org/1999/xhtml"
        xmlns:image="http://www.google.com/schemas/sitemap-image/1.1"
        xmlns:video="http://www.google.com/schemas/sitemap-video/1.1">
  <url>
    <loc>https://zarya.example/2026/11/bridge</loc>
    <lastmod>2026-11-22T18:05:00+03:00</lastmod>
    <xhtml:link rel="alternate" hreflang="ru" href="https://zarya.example/2026/11/bridge"/>
    <xhtml:link rel="alternate" hreflang="en" href="https://zarya.example/en/2026/11/bridge"/>
    <xhtml:link rel="alternate" hreflang="x-default" href="https://zarya.example/en/2026/11/bridge"/>
    <image:image>
      <image:loc>https://cdn.zarya.example/bridge.jpg</image:loc>
    </image:image>
    <image:image>
      <image:loc>https://cdn.zarya.example/river.jpg</image:loc>
    </image:image>
  </url>
  <url>
    <loc>https://zarya.example/en/2026/11/bridge</loc>
    <lastmod>2026-11-22T18:20:00+03:00</lastmod>
    <xhtml:link rel="alternate" hreflang="ru" href="https://zarya.example/2026/11/bridge"/>
    <xhtml:link rel="alternate" hreflang="en" href="https://zarya.example/en/2026/11/bridge"/>
    <xhtml:link rel="alternate" hreflang="x-default" href="https://zarya.example/en/2026/11/bridge"/>
  </url>
  <url>
    <loc>https://zarya.example/2026/10/choir?part=1&amp;page=2</loc>
    <lastmod>2026-10-04</lastmod>
    <video:video>
      <video:thumbnail_loc>https://cdn.zarya.example/choir.jpg</video:thumbnail_loc>
      <video:title>The choir rehearses</video:title>
      <video:description>Two minutes from the last rehearsal.</video:description>
      <video:content_loc>https://cdn.zarya.example/choir.mp4</video:content_loc>
      <video:player_loc>https://zarya.example/player?v=choir</video:player_loc>
      <video:duration>124</video:duration>
      <video:expiration_date>2027-10-04T00:00:00+03:00</video:expiration_date>
      <video:rating>4.5</video:rating>
      <video:view_count>310</video:view_count>
      <video:publication_date>2026-10-04T09:00:00+03:00</video:publication_date>
      <video:tag>choir</video:tag>
      <video:family_friendly>yes</video:family_friendly>
      <video:restriction relationship="allow">RU BY KZ</video:restriction>
      <video:requires_subscription>no</video:requires_subscription>
      <video:uploader info="https://zarya.example/people/orlova">Anna Orlova</video:uploader>
      <video:platform relationship="deny">tv</video:platform>
      <video:live>no</video:live>
    </video:video>
  </url>
</urlset>
"""

INDEX_EXAMPLE = """<?xml version="1.0" encoding="UTF-8"?>
<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
  <sitemap>
    <loc>https://zarya.example/sitemap-2026-10.xml</loc>
    <lastmod>2026-10-31T21:00:00+03:00</lastmod>
  </sitemap>
  <sitemap>
    <loc>https://zarya.example/sitemap-2026-11.xml</loc>
    <lastmod>2026-11-22T18:20:00+03:00</lastmod>
  </sitemap>
</sitemapindex>
"""

RULES = RuleSet(
    target="sitemap",
    title="Sitemap",
    prefix="NS",
    spec=PROTOCOL,
    example=EXAMPLE,
    shape=SITEMAP,
    structure=STRUCTURE,
    vocabularies=VOCABULARIES,
)
