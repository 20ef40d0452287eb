"""Moving in: a feeds.yaml made of feeds that are there, and subscribers who notice nothing."""

from __future__ import annotations

import re
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
import yaml
from former import FEEDS, NOW, atom, blog, dzen, json_feed, published, yandex

from feeds.archive.archive import open_archive
from feeds.build.run import build
from feeds.comparison.differences import Comparison, compare
from feeds.comparison.reading import reading
from feeds.comparison.stories import Reading
from feeds.configuration import load
from feeds.errors import UsageError
from feeds.moving.inference import Inference, infer
from feeds.moving.places import Document
from feeds.moving.trial import trial
from feeds.moving.writing import text, write


def found(data: bytes, place: str, url: str | None = None) -> Document:
    return Document(place, data, url, NOW)


def inferred(*documents: Document, **given: str) -> Inference:
    return infer(documents, NOW, given)


def feed_of(made: Inference, number: int = 0) -> dict[str, Any]:
    return made.feeds[number]


def moved(folder: Path, *documents: Document) -> list[Comparison]:
    """What subscribers of each feed notice once the folder that was made of them has been built."""
    made = inferred(*documents)
    file = write(made, folder, force=False)
    with open_archive(f"sqlite:///{folder}/archive.db") as archive:
        build(load(file), archive, NOW, processes=1)
    results = []
    for document, feed in zip(documents, made.feeds, strict=True):
        old = reading(document.data, document.place)
        new = reading((folder / "output" / feed["path"]).read_bytes(), feed["path"])
        assert isinstance(old, Reading)
        assert isinstance(new, Reading)
        results.append(compare(old, new))
    return results


@pytest.mark.parametrize("name", FEEDS)
def test_subscribers_notice_nothing(name: str, tmp_path: Path) -> None:
    [result] = moved(tmp_path, found(FEEDS[name](), name))
    assert not result.noticed, (result.feed, [(c.kind, c.title, c.differences) for c in result.stories])
    assert len(result.new.stories) == len(result.old.stories) > 7
    assert [s.stated for s in result.new.stories] == [s.stated for s in result.old.stories]


def test_what_the_trial_says_is_what_building_gives(tmp_path: Path) -> None:
    made = inferred(found(blog(), "blog.xml"))
    file = write(made, tmp_path, force=False)
    [(one, result)] = trial(file, made.known, NOW)
    assert result is not None
    assert not result.noticed
    assert one.place.path == "feed.xml"
    assert sorted(p.name for p in tmp_path.iterdir()) == ["feeds.yaml", "sources"]


def test_several_feeds_of_one_outlet_come_together(tmp_path: Path) -> None:
    """Each keeps its stories and its order; the ids are those of the feed that is named first."""
    results = moved(tmp_path, found(atom(), "atom.xml"), found(dzen(10), "dzen.xml"))
    first, second = results
    assert not first.noticed
    assert second.count("lost") == second.count("added") == 0
    assert {change.kind for change in second.stories} == {"twice"}


# ---- what is inferred


def test_a_blog_s_feed() -> None:
    made = inferred(found(blog(), "blog.xml", "https://zarechye.example/feed/"))
    assert made.publication == {
        "name": "Заречный листок",
        "url": "https://zarechye.example",
        "description": "Новости Заречья",
        "language": "ru-RU",
        "timezone": "Europe/Moscow",
        "logo": "https://zarechye.example/icon.png",
        "ids": "https://zarechye.example/?p={id}",
    }
    assert made.base_url == "https://zarechye.example/"
    assert made.moved == {"feed/": "feed.xml"}
    assert made.feeds == [{"target": "rss", "path": "feed.xml", "limit": 12}]


def test_atom_at_a_script_s_address() -> None:
    made = inferred(found(atom(), "saved.xml"))
    assert made.publication["copyright"] == "© Листок"
    assert made.publication["ids"] == "tag:zarechye.example,2019:story-{id}"
    assert made.moved == {"atom.php": "atom.xml"}
    assert made.feeds == [{"target": "atom", "path": "atom.xml", "limit": 10}]


def test_json_feed_with_the_oldest_story_first() -> None:
    made = inferred(found(json_feed(), "all.json"))
    assert made.publication["ids"] == "{id}"
    assert feed_of(made) == {
        "target": "json-feed",
        "path": "feeds/all.json",
        "order": "oldest",
        "limit": 8,
    }


def test_yandex_s_dialect_of_one_section() -> None:
    made = inferred(found(yandex(), "news.xml"))
    assert feed_of(made) == {
        "target": "yandex-news",
        "path": "news.xml",
        "limit": 9,
        "select": {"sections": ["Город"]},
    }
    assert made.publication["logo_square"] == "https://zarechye.example/square.png"
    assert made.publication["logo"] == "https://zarechye.example/logo.png"


def test_dzen_s_directives_are_options() -> None:
    made = inferred(found(dzen(), "dzen.xml"))
    assert feed_of(made)["options"] == {"format": "article", "index": False, "comments": "all"}
    assert made.publication["ids"] == "{id}"


def test_announcements_alone_stay_announcements(tmp_path: Path) -> None:
    short = re.sub(rb"<content type.*?</content>", b"", atom(), flags=re.DOTALL)
    document = found(short, "short.xml")
    assert feed_of(inferred(document))["options"] == {"full_text": False}
    [result] = moved(tmp_path, document)
    assert not result.noticed


def test_feeds_of_an_outlet_and_of_its_section() -> None:
    city = blog(6).replace("Заречный листок".encode(), "Заречный листок — Город".encode())
    for section in ("Спорт", "Культура"):
        city = city.replace(section.encode(), "Город".encode())
    whole, part = found(blog(), "a.xml"), found(city, "b.xml", "https://zarechye.example/city/rss.xml")
    made = inferred(whole, part)
    assert made.publication["name"] == "Заречный листок"
    assert feed_of(made, 1) == {
        "target": "rss",
        "path": "city/rss.xml",
        "title": "Заречный листок — Город",
        "limit": 6,
        "select": {"sections": ["Город"]},
    }


def test_a_window_is_seen_where_the_number_of_stories_is_no_usual_one() -> None:
    """22 stories, the oldest of nearly two days: a window; 20 of them: a limit."""
    assert feed_of(inferred(found(atom(41), "a.xml")))["select"] == {"max_age": "2d"}
    assert "limit" not in feed_of(inferred(found(atom(41), "a.xml")))
    assert feed_of(inferred(found(atom(40), "a.xml")))["limit"] == 40


def test_a_window_that_stories_have_left_meanwhile_is_a_remark() -> None:
    late = infer([found(atom(41), "a.xml")], NOW + timedelta(days=5), {})
    assert late.feeds[0]["limit"] == 41
    assert any("max_age: 2d" in remark for remark in late.remarks["atom.xml"])


def test_stories_that_are_too_old_for_the_platform_are_told_of() -> None:
    late = infer([found(dzen(), "d.xml")], published(3) + timedelta(days=3, minutes=1), {})
    assert any("9 of its 11 stories are older than 3d" in remark for remark in late.remarks["d.xml"])


def test_what_a_user_says_goes_before_what_is_inferred() -> None:
    made = inferred(
        found(blog(), "a.xml"), name="Листок", timezone="Europe/Samara", base_url="https://f.example/"
    )
    assert (made.publication["name"], made.publication["timezone"]) == ("Листок", "Europe/Samara")
    assert feed_of(made)["title"] == "Заречный листок"
    assert made.base_url == "https://f.example/"


def test_a_sitemap_is_a_feed_but_no_source() -> None:
    sitemap = (
        b'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc>https://zarechye.example/1/</loc>'
        b"</url></urlset>"
    )
    written = yaml.safe_load(text(inferred(found(blog(), "a.xml"), found(sitemap, "sitemap.xml"))))
    assert [feed["target"] for feed in written["feeds"]] == ["rss", "sitemap"]
    assert [source["path"] for source in written["sources"]] == ["sources/moved/feed.xml"]


# ---- what is written


def test_what_is_written_is_a_configuration_however_odd_the_names(tmp_path: Path) -> None:
    odd = blog().replace("Заречный листок".encode(), "Да: #1 &apos;Голос&apos; {x}, - 'y'".encode())
    file = write(inferred(found(odd, "odd.xml")), tmp_path, force=False)
    assert load(file).publication.name == "Да: #1 'Голос' {x}, - 'y'"


def test_nothing_is_overwritten_unless_told_to(tmp_path: Path) -> None:
    made = inferred(found(blog(), "a.xml"))
    write(made, tmp_path, force=False)
    with pytest.raises(UsageError, match="there already"):
        write(made, tmp_path, force=False)
    write(made, tmp_path, force=True)


def test_a_place_outside_the_folder_is_never_written_to(tmp_path: Path) -> None:
    evil = [
        found(blog(), "x", f"https://zarechye.example/{path}")
        for path in (
            "../../etc/rss.xml",
            "/%2e%2e/%2e%2e/a.xml",
            "..%2f..%2fb.xml",
            ".hidden/c.xml",
            "-/d.xml",
            "a\\b.xml",
        )
    ]
    file = write(inferred(*evil), tmp_path / "in", force=False)
    inside = (tmp_path / "in").resolve()
    assert list(tmp_path.iterdir()) == [tmp_path / "in"]
    assert all(inside in p.resolve().parents for p in inside.rglob("*"))
    assert len({feed.path for feed in load(file).feeds}) == len(evil)


def test_what_is_no_feed_and_what_tells_no_home_is_refused() -> None:
    with pytest.raises(UsageError, match="is a page"):
        inferred(found(b"<html></html>", "page.html"))
    homeless = b"<rss version='2.0'><channel><item><title>x</title></item></channel></rss>"
    with pytest.raises(UsageError, match="home page"):
        inferred(found(homeless, "x.xml"))
    assert (
        inferred(found(homeless, "x.xml"), url="https://x.example/").publication["url"]
        == "https://x.example/"
    )


def test_real_feeds_keep_their_ids(shared: Path, tmp_path: Path) -> None:
    """Whatever else platforms refuse: no story that is published again has another id."""
    tried = 0
    for file in sorted([*shared.glob("samples/*/*.xml"), *shared.glob("inputs/real-feeds/*")]):
        document = Document(str(file), file.read_bytes(), None, None)
        read = reading(document.data, file.name)
        if not isinstance(read, Reading) or read.about.form == "sitemap" or not list(read.moments):
            continue
        now = max(read.moments) + timedelta(minutes=5)
        made = infer([document], now, {"url": "https://outlet.example/"} if not read.about.home else {})
        written = write(made, tmp_path / str(tried), force=False)
        [(_, result)] = trial(written, made.known, now)
        kept = [s for s in result.old.stories if s.stated] if result else []
        if result is not None and result.new.target != "atom":
            assert not [c for c in result.stories if c.kind == "twice" and c.old in kept], file.name
        tried += 1
    assert tried > 30
