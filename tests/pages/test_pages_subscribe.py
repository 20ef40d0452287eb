"""The page of subscriptions, and what tells others of the feeds."""

from __future__ import annotations

import base64
import hashlib
import re
from pathlib import Path
from typing import Any
from urllib.parse import urljoin, urlsplit

import pytest
from click.testing import CliRunner
from lxml import etree, html

from feeds.build.plan import plans
from feeds.cli import commands
from feeds.pages.subscribe import publishing, snippets
from feeds.pages.subscribe.channels import KINDS, channels
from feeds.pages.subscribe.page import block, index
from feeds.publication import Configuration, Feed, Publication, Selection
from feeds.publish.directory import Directory
from feeds.wording import wording

RU, EN = wording("ru"), wording("en")
HOME = "https://listok.example/"


def outlet(*feeds: Feed, **facts: Any) -> Configuration:
    publication = {
        "name": "Заречный листок",
        "url": HOME,
        "description": "Новости Заречья",
        "language": "ru",
        "channels": {"vk": "https://vk.com/listok", "telegram": "https://t.me/listok"},
        **facts,
    }
    chosen = feeds or (
        Feed(target="rss", path="rss.xml"),
        Feed(target="atom", path="atom.xml"),
        Feed(
            target="rss",
            path="мир/лента.xml",
            title="Мир",
            link=HOME + "world/",
            select=Selection(sections=("Мир",)),
        ),
        Feed(target="dzen", path="dzen.xml"),
        Feed(target="sitemap", path="sitemap.xml"),
        Feed(target="google-news", path="news.xml"),
    )
    return Configuration(
        publication=Publication(**publication), base_url="https://feeds.listok.example/f/", feeds=chosen
    )


def made(configuration: Configuration) -> Any:
    return html.document_fromstring(index(configuration, plans(configuration)).decode())


def test_every_feed_is_listed_with_its_public_address() -> None:
    configuration = outlet()
    page = made(configuration)
    text = page.text_content()
    hrefs = {urljoin(configuration.base_url, href) for href in page.xpath("//body//a/@href")}
    for plan in plans(configuration):
        assert plan.channel.url in text
        assert (
            plan.channel.url.replace("мир/лента", "%D0%BC%D0%B8%D1%80/%D0%BB%D0%B5%D0%BD%D1%82%D0%B0")
            in hrefs
        )


def test_autodiscovery_names_the_feeds_of_the_home_page_only() -> None:
    tags = made(outlet()).xpath("//head/link[@rel='alternate']")
    assert [(tag.get("type"), tag.get("href")) for tag in tags] == [
        ("application/rss+xml", "https://feeds.listok.example/f/rss.xml"),
        ("application/atom+xml", "https://feeds.listok.example/f/atom.xml"),
    ]


def test_same_configuration_same_bytes() -> None:
    assert index(outlet(), plans(outlet())) == index(outlet(), plans(outlet()))


def test_nothing_is_loaded_and_nothing_runs() -> None:
    page = made(outlet())
    assert not page.xpath("//script|//img|//iframe|//object|//form|//link[@rel='stylesheet']|//@style")
    assert not page.xpath("//@*[starts-with(name(), 'on')]")
    policy = page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0]
    rules = dict(rule.strip().split(" ", 1) for rule in policy.split(";"))
    style = page.xpath("string(//style)")
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    assert rules["style-src"] == f"'sha256-{digest}'"
    assert rules["default-src"] == "'none'"
    assert "url(" not in style
    assert "@import" not in style


HOSTILE = "</title><script>alert(1)</script>\"'<img src=x onerror=alert(1)>&amp;"


def test_names_are_text_whatever_is_in_them() -> None:
    configuration = outlet(
        Feed(target="rss", path="a.xml", title=HOSTILE, description=HOSTILE),
        name=HOSTILE,
        description=HOSTILE,
        copyright=HOSTILE,
        channels={HOSTILE: "https://x.example/", "vk": "javascript:alert(1)", "ok": "data:text/html,x"},
    )
    page = made(configuration)
    assert not page.xpath("//script|//img|//@onerror")
    assert HOSTILE in page.xpath("string(//h1)")
    schemes = {urlsplit(href).scheme for href in page.xpath("//a/@href")}
    assert schemes <= {"", "https", "mailto"}
    written = block(configuration, plans(configuration), RU)
    assert not html.fromstring(written).xpath("//script|//img|//@onerror")
    for tag in etree.HTML(f"<head>{snippets.head(configuration, plans(configuration), RU)}</head>").iter():
        assert tag.tag in {"html", "head", "link", etree.Comment}


def test_the_page_speaks_the_publications_language() -> None:
    page = made(outlet())
    assert page.get("lang") == "ru"
    assert "Ленты для вашей читалки" in page.text_content()
    english = made(outlet(language="en", name="Harbour Post"))
    assert english.get("lang") == "en"
    assert "Feeds for your reader" in english.text_content()
    assert not re.search(
        "[а-яё]",
        english.text_content().replace("Новости Заречья", "").replace("Мир", "").replace("мир/лента", ""),
    )


def test_channels_have_names_and_icons() -> None:
    found = channels(
        {
            "Yandex": "https://ya.example/",
            "google_news": "https://g.example/",
            "our club": "https://club.example/",
            "x": "nowhere",
        },
        RU,
    )
    assert [(c.name, c.icon) for c in found] == [
        ("Яндекс Новости", "letter-ya"),
        ("Google Новости", "letter-g"),
        ("Our club", "globe"),
    ]


@pytest.mark.parametrize("key", KINDS)
def test_every_kind_of_channel_is_drawn_and_named(key: str) -> None:
    from feeds.pages.icons import drawn, strokes

    (channel,) = channels({key: "https://c.example/"}, RU)
    assert channel.icon in strokes()
    assert etree.fromstring(drawn(channel.icon)).tag == "svg"
    assert channel.name


def test_head_tells_feeds_of_one_page_apart() -> None:
    written = snippets.head(outlet(), plans(outlet()), RU)
    assert written.count("<link") == 3
    titles = re.findall(r'title="([^"]+)"', written)
    assert len(set(titles)) == 3
    assert f"<!-- {HOME}world/ -->" in written


def test_robots_names_the_sitemaps() -> None:
    assert snippets.robots(plans(outlet()), RU).splitlines() == [
        "Sitemap: https://feeds.listok.example/f/sitemap.xml",
        "Sitemap: https://feeds.listok.example/f/news.xml",
    ]


def test_opml_is_a_list_that_readers_import() -> None:
    configuration = outlet(
        Feed(target="rss", path="a.xml", title='"A" & <B>'),
        Feed(target="atom", path="a.atom", title='"A" & <B>'),
    )
    root = etree.fromstring(snippets.opml(configuration, plans(configuration), EN).encode())
    outlines = root.findall("body/outline")
    assert root.get("version") == "2.0"
    assert [(o.get("type"), o.get("xmlUrl"), o.get("htmlUrl")) for o in outlines] == [
        ("rss", "https://feeds.listok.example/f/a.xml", HOME)
    ]
    assert outlines[0].get("text") == 'Заречный листок — "A" & <B>'


# ---- beside the feeds


def test_it_is_written_once_and_not_touched_again(tmp_path: Path) -> None:
    output = Directory(tmp_path / "output")
    assert publishing.publish(outlet(), output) is not None
    file = tmp_path / "output/index.html"
    before = file.stat().st_mtime_ns
    assert publishing.publish(outlet(), output) is not None
    assert file.stat().st_mtime_ns == before
    assert sorted(p.name for p in file.parent.iterdir()) == [
        "index.html", "index.html.br", "index.html.gz", "index.html.zst",
    ]  # fmt: skip
    assert publishing.publish(outlet(name="Другой"), output) is not None
    assert "Другой" in file.read_text(encoding="utf-8")


def test_it_is_not_made_again_without_need_and_made_again_where_anything_is_otherwise(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    output = Directory(tmp_path, codings=())
    first = publishing.publish(outlet(), output)
    there = (tmp_path / "index.html").read_bytes()
    with monkeypatch.context() as patched:
        patched.setattr(publishing, "index", lambda *_: pytest.fail("made again"))
        assert publishing.publish(outlet(), output) == first
    assert (tmp_path / "index.html").read_bytes() == there == index(outlet(), plans(outlet()))
    others = [
        outlet(description="Другое"),
        outlet(channels={"vk": "https://vk.com/other"}),
        outlet(Feed(target="rss", path="rss.xml")),
        outlet(Feed(target="rss", path="rss.xml", title="Мир")),
    ]
    for other in others:
        publishing.publish(other, output)
        assert (tmp_path / "index.html").read_bytes() == index(other, plans(other))


def test_somebodys_own_page_stays(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("<h1>Мы</h1>", encoding="utf-8")
    assert publishing.publish(outlet(), Directory(tmp_path)) is None
    assert (tmp_path / "index.html").read_text(encoding="utf-8") == "<h1>Мы</h1>"


def test_a_feed_of_that_name_goes_first(tmp_path: Path) -> None:
    assert publishing.publish(outlet(Feed(target="rss", path="index.html")), Directory(tmp_path)) is None


CONFIG = """
publication: {name: Harbour Post, url: "https://post.example/", language: en, channels: {vk: "https://vk.com/post"}}
base_url: https://feeds.post.example/
sources: []
feeds: [{target: rss, path: rss.xml}, {target: sitemap, path: sitemap.xml}]
"""


@pytest.mark.parametrize(
    ("form", "found"),
    [
        ("html", 'class="feeds-subscribe"'),
        ("head", 'href="https://feeds.post.example/rss.xml"'),
        ("robots", "Sitemap: https://feeds.post.example/sitemap.xml"),
        ("opml", "<opml"),
        ("json", '"channels":[{"key":"vk","name":"VK"'),
    ],
)
def test_the_command_prints_each_form(tmp_path: Path, form: str, found: str) -> None:
    config = tmp_path / "feeds.yaml"
    config.write_text(CONFIG, encoding="utf-8")
    done = CliRunner().invoke(commands, ["subscribe", "-c", str(config), "--format", form])
    assert done.exit_code == 0
    assert found in done.output


def test_a_build_leaves_the_page_and_checking_the_output_passes_over_it(tmp_path: Path) -> None:
    config = tmp_path / "feeds.yaml"
    config.write_text(CONFIG, encoding="utf-8")
    runner = CliRunner()
    assert runner.invoke(commands, ["build", "-c", str(config)]).exit_code == 0
    files = sorted(str(p) for p in (tmp_path / "output").iterdir())
    assert str(tmp_path / "output/index.html") in files
    done = runner.invoke(commands, ["check", *files])
    assert done.exit_code == 0, done.output
    assert "index" not in done.output
