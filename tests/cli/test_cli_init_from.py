"""`feeds init --from`: moving in, as an engineer does it."""

from __future__ import annotations

from pathlib import Path

import pytest
from former import FEEDS, NOW, blog

AT = NOW.isoformat()


@pytest.mark.parametrize("name", FEEDS)
def test_init_build_and_compare_and_nothing_is_noticed(feeds, name: str) -> None:
    Path(name).write_bytes(FEEDS[name]())
    begun = feeds("init", "--from", name, "--now", AT)
    assert begun.code == 0
    assert "A subscriber would notice nothing." in begun.out
    assert "next: feeds build" in begun.out
    feeds("build", "--now", AT)
    [made] = [p for p in Path("output").rglob("*") if p.suffix in (".xml", ".json")]
    ran = feeds("compare", name, str(made))
    assert ran.code == 0
    assert ran.out.startswith("A subscriber would notice nothing.")


def test_a_folder_of_its_own_and_what_the_platform_will_not_take_any_more(feeds) -> None:
    Path("dzen.xml").write_bytes(FEEDS["dzen.xml"]())
    begun = feeds("init", "--from", "dzen.xml", "--now", "2026-12-24T12:00:00Z", "new")
    assert begun.code == 0
    assert "11 stories are lost" in begun.out
    assert "11 of its 11 stories are older than 3d" in begun.out
    assert "feeds compare dzen.xml output/dzen.xml" in begun.out
    assert "feeds build --config new/feeds.yaml" in begun.out
    assert "# 11 of its 11 stories" in Path("new/feeds.yaml").read_text(encoding="utf-8")


def test_options_go_before_what_feeds_say(feeds) -> None:
    Path("blog.xml").write_bytes(blog())
    feeds(
        "init",
        "--from",
        "blog.xml",
        "--now",
        AT,
        "--timezone",
        "Asia/Omsk",
        "--base-url",
        "https://f.example",
    )
    text = Path("feeds.yaml").read_text(encoding="utf-8")
    assert "timezone: Asia/Omsk" in text
    assert "base_url: https://f.example/" in text


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        (("--from", "none.xml"), 2, "none.xml: is not there"),
        (("--from", "feeds.yaml"), 2, "feeds.yaml"),
        (("--from", "blog.xml", "--timezone", "Mars"), 2, "time zone"),
        (("--from", "http://127.0.0.1:9/"), 3, "127.0.0.1"),
    ],
)
def test_what_cannot_be_moved_from_is_told(feeds, arguments: tuple[str, ...], code: int, told: str) -> None:
    Path("blog.xml").write_bytes(blog())
    Path("feeds.yaml").write_text("a: b\n", encoding="utf-8")
    ran = feeds("init", "--force", *arguments)
    assert ran.code == code
    assert told in ran.err
    assert Path("feeds.yaml").read_text(encoding="utf-8") == "a: b\n"
