"""`feeds init`, `build` and `why`, as an engineer types them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import yaml
from places import UNWRITABLE

NOW = "2026-11-24T12:00:00+03:00"


@pytest.fixture
def begun(feeds) -> Path:
    """A publication as `feeds init` leaves it, its story dated."""
    feeds("init", "--name", "Вестник", "--url", "https://vestnik.example", "--language", "ru")
    story = Path("sources/first-story.yaml")
    record = yaml.safe_load(story.read_text(encoding="utf-8"))
    record["published"] = NOW
    story.write_text(yaml.safe_dump(record, allow_unicode=True), encoding="utf-8")
    return Path()


def add(name: str, **record: object) -> None:
    whole = {"published": "2026-11-24T10:00:00+03:00", "body": "<p>Текст.</p>", **record}
    Path(f"sources/{name}.yaml").write_text(yaml.safe_dump(whole, allow_unicode=True), encoding="utf-8")


def test_a_first_publication_builds_without_a_complaint(feeds, begun: Path) -> None:
    ran = feeds("build", "--now", NOW)
    assert ran.code == 0
    assert ran.err == ""
    assert {p.name for p in Path("output").glob("*.xml")} >= {"rss.xml", "atom.xml", "sitemap.xml"}
    checked = feeds(
        "check", "--now", NOW, *(str(p) for p in Path("output").glob("*.*") if p.suffix in (".xml", ".json"))
    )
    assert checked.code == 0
    assert "0 errors, 0 warnings" in checked.err


def test_init_overwrites_nothing_unless_told_to(feeds, begun: Path) -> None:
    assert feeds("init").code == 2
    assert "Вестник" in Path("feeds.yaml").read_text(encoding="utf-8")
    assert feeds("init", "--force").code == 0
    assert "My Newsroom" in Path("feeds.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("option", "value"), [("--timezone", "Mars/Olympus"), ("--url", "ftp://x"), ("--language", "русский")]
)
def test_init_refuses_what_the_configuration_would(feeds, option: str, value: str) -> None:
    ran = feeds("init", option, value)
    assert ran.code == 2
    assert value in ran.err
    assert not Path("feeds.yaml").exists()


def test_a_name_that_yaml_would_misread_is_written_as_it_is(feeds) -> None:
    feeds("init", "--name", "Да: #1 'Голос'")
    assert (
        yaml.safe_load(Path("feeds.yaml").read_text(encoding="utf-8"))["publication"]["name"]
        == "Да: #1 'Голос'"
    )


def test_a_plan_tells_and_does_nothing(feeds, begun: Path) -> None:
    before = feeds("build", "--plan", "--json", "--now", NOW).objects[0]
    assert not Path("output").exists()
    assert before["sources"] == [{"name": "articles", "added": 1, "changed": 0, "same": 0, "rejected": 0}]
    assert {feed["extent"] for feed in before["feeds"]} == {"everything"}
    feeds("build", "--now", NOW)
    after = feeds("build", "--plan", "--json", "--now", NOW).objects[0]
    assert {feed["extent"] for feed in after["feeds"]} == {"nothing"}
    add("second", id="2", url="https://vestnik.example/2", title="Вторая")
    third = feeds("build", "--plan", "--json", "--now", NOW).objects[0]
    assert {feed["extent"] for feed in third["feeds"]} == {"changes"}
    assert feeds("build", "--plan", "--now", NOW).out.count("stories came or changed") == 5


def test_a_rejected_record_is_told_and_takes_nothing_down(feeds, begun: Path) -> None:
    add("bad", title="Без адреса")
    ran = feeds("build", "--now", NOW)
    assert ran.code == 1
    assert "sources/bad.yaml" in ran.err
    assert "url" in ran.err
    assert "first-story" in Path("output/rss.xml").read_text(encoding="utf-8")
    again = feeds("build", "--now", NOW)
    assert (again.code, "sources/bad.yaml" in again.err) == (1, True)


def test_what_could_be_better_is_told_once_for_each_rule(feeds, begun: Path) -> None:
    text = (
        Path("feeds.yaml").read_text(encoding="utf-8").replace("  # - {target: dzen,", "  - {target: dzen,")
    )
    Path("feeds.yaml").write_text(text, encoding="utf-8")
    for n in range(3):
        add(
            f"s{n}",
            url=f"https://vestnik.example/s{n}",
            title=f"Новость номер {n}",
            body=f"<p>{'слово ' * (60 + n)}</p>",
        )
    ran = feeds("build", "--now", NOW)
    told = [line for line in ran.err.splitlines() if "DZ040" in line]
    assert len(told) == 1
    assert told[0].startswith("warning: dzen/channel.xml: DZ040 ")
    assert told[0].endswith("(and 2 more like it)")
    again = feeds("build", "--now", NOW)
    assert [line for line in again.err.splitlines() if "DZ040" in line] == told


def test_why_answers_for_each_feed(feeds, begun: Path) -> None:
    feeds("build", "--now", NOW)
    for named in (
        "first-story",
        "https://vestnik.example/first-story",
        "tag:vestnik.example,2026:first-story",
    ):
        answers = feeds("why", named, "--json", "--now", NOW).objects
        assert [a["feed"] for a in answers] == [
            "rss.xml",
            "atom.xml",
            "feed.json",
            "google-news.xml",
            "sitemap.xml",
        ]
        assert all(a["published"] and a["reason"] for a in answers)
    later = feeds("why", "first-story", "--json", "--now", "2026-11-28T12:00:00+03:00")
    assert [a["feed"] for a in later.objects if "48" in str(a["reason"])] == ["google-news.xml"]


def test_why_of_an_unknown_story_names_others(feeds, begun: Path) -> None:
    assert "none at all" in feeds("why", "x", "--now", NOW).err
    feeds("build", "--now", NOW)
    near = feeds("why", "first", "--now", NOW)
    assert near.code == 2
    assert "Did you mean first-story?" in near.err
    assert "The newest are first-story" in feeds("why", "zzz", "--now", NOW).err


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("publication: [", "feeds.yaml:2: no valid YAML"),
        ("publication:\n  nmae: X\n", "name"),
        ("publication: {name: X, url: https://x.example/}\nfeeds: {}\n", "feeds"),
        ("a: 1\na: 2\n", "twice"),
        ("", "publication"),
    ],
)
def test_a_wrong_configuration_is_told_with_its_place(feeds, text: str, told: str) -> None:
    Path("feeds.yaml").write_text(text, encoding="utf-8")
    ran = feeds("build")
    assert ran.code == 2
    assert "feeds.yaml" in ran.err
    assert told in ran.err


def test_a_missing_configuration_says_how_to_make_one(feeds) -> None:
    ran = feeds("build")
    assert ran.code == 2
    assert "feeds init" in ran.err


def test_a_missing_source_folder_is_told(feeds, begun: Path) -> None:
    text = Path("feeds.yaml").read_text(encoding="utf-8").replace("sources/*.yaml", "nowhere/*.yaml")
    Path("feeds.yaml").write_text(text, encoding="utf-8")
    ran = feeds("build", "--now", NOW)
    assert ran.code == 1
    assert "nowhere: is not there" in ran.err


def test_an_output_that_cannot_be_written_ends_with_three(feeds, begun: Path) -> None:
    Path("output").symlink_to(UNWRITABLE)
    ran = feeds("build", "--now", NOW)
    assert ran.code == 3
    assert "output" in ran.err


def test_an_output_that_is_a_file_ends_with_three(feeds, begun: Path) -> None:
    Path("output").write_text("", encoding="utf-8")
    ran = feeds("build", "--now", NOW)
    assert ran.code == 3
    assert "output" in ran.err


def test_a_fault_of_our_own_is_one_message(feeds, begun: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> None:
        raise KeyError("oops")

    monkeypatch.setattr("feeds.build.run.build", broken)
    ran = feeds("build")
    assert ran.code == 3
    assert "a fault in feeds itself: KeyError: 'oops'" in ran.err


def test_lists_are_for_machines_too(feeds) -> None:
    targets = feeds("targets", "--json").objects
    assert {"rss", "dzen", "google-news"} <= {str(target["name"]) for target in targets}
    for name in ("article", "config"):
        schema = json.loads(feeds("schema", name).out)
        assert schema["$schema"].startswith("https://json-schema.org/")
