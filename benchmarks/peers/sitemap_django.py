"""A sitemap by Django, in parts of 50,000 addresses."""

import sys

import django
from django.conf import settings

settings.configure(
    USE_I18N=False,
    TEMPLATES=[{"BACKEND": "django.template.backends.django.DjangoTemplates", "APP_DIRS": True}],
    INSTALLED_APPS=["django.contrib.sitemaps"],
)
django.setup()

from datetime import datetime  # noqa: E402

from django.contrib.sitemaps import Sitemap  # noqa: E402
from django.template.loader import render_to_string  # noqa: E402
from records import records  # noqa: E402


class Stories(Sitemap):
    """Every story."""

    limit = 50_000
    protocol = "https"

    def items(self):
        return [(r["url"].removeprefix("https://vestnik.example"), r["published"]) for r in records()]

    def location(self, item):
        return item[0]

    def lastmod(self, item):
        return datetime.fromisoformat(item[1])


class Site:
    """Where the stories are."""

    domain = "vestnik.example"


stories = Stories()
size = 0
for page in range(1, stories.paginator.num_pages + 1):
    urls = stories.get_urls(page=page, site=Site, protocol="https")
    size += len(render_to_string("sitemap.xml", {"urlset": urls}).encode())
sys.stdout.write(str(size))
