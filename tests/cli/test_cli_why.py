"""`feeds why` in the language of those who ask."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner
from newsrooms import CONFIGURATION, Newsroom
from records import NOW, article

from feeds.cli import commands


@pytest.fixture
def outlet(tmp_path: Path) -> Path:
    newsroom = Newsroom(
        tmp_path,
        ["{target: rss, path: rss.xml}", "{target: dzen, path: dzen.xml, select: {sections: [Спорт]}}"],
    )
    newsroom.write([article(1)])
    newsroom.build(NOW)
    text = CONFIGURATION + "".join(f"  - {feed}\n" for feed in newsroom.feeds)
    file = tmp_path / "feeds.yaml"
    file.write_text(text.replace("sources:", "archive: sqlite:///archive.db\nsources:"), encoding="utf-8")
    return file


@pytest.mark.parametrize(("arguments", "variable"), [(["--lang", "ru"], ""), ([], "ru")])
def test_answers_are_said_in_russian(outlet: Path, arguments: list[str], variable: str) -> None:
    ran = CliRunner(env={"FEEDS_LANG": variable}).invoke(
        commands, ["why", "-c", str(outlet), "--now", NOW.isoformat(), *arguments, "n1"]
    )
    assert ran.exit_code == 0
    assert "вышла 24 ноября 2026, 11:59, идентификатор n1" in ran.output
    assert "рубрика «Город», а лента берёт «Спорт»" in ran.output
    assert "в ленте" in ran.output


def asked(outlet: Path, *arguments: str, variable: str = "") -> str:
    ran = CliRunner(env={"FEEDS_LANG": variable}).invoke(
        commands, ["why", "-c", str(outlet), "--now", NOW.isoformat(), *arguments, "n1"]
    )
    assert ran.exit_code == 0, ran.output
    return ran.output


def test_the_outlets_language_is_used_where_nobody_asks_for_another(outlet: Path) -> None:
    outlet.write_text(outlet.read_text(encoding="utf-8") + "lang: ru\n", encoding="utf-8")
    for russian in (asked(outlet), asked(outlet, variable="de_DE.UTF-8"), asked(outlet, variable="C.UTF-8")):
        assert "вышла 24 ноября 2026, 11:59, идентификатор n1" in russian
    for english in (asked(outlet, "--lang", "en"), asked(outlet, variable="en_GB.UTF-8")):
        assert "published 2026-11-24T11:59:00+03:00, id n1" in english
    assert "вышла" in asked(outlet, "--lang", "ru", variable="en")


def test_a_language_that_there_is_none_of_is_refused(outlet: Path) -> None:
    ran = CliRunner().invoke(commands, ["why", "-c", str(outlet), "--lang", "de", "n1"])
    assert ran.exit_code == 2
    assert "there is no 'de', but en and ru" in ran.output


def test_without_a_language_answers_are_english(outlet: Path) -> None:
    ran = CliRunner().invoke(commands, ["why", "-c", str(outlet), "--now", NOW.isoformat(), "n1"])
    assert "published 2026-11-24T11:59:00+03:00, id n1" in ran.output
    assert "is in the feed" in ran.output


def test_data_stays_as_programs_know_it(outlet: Path) -> None:
    ran = CliRunner().invoke(commands, ["why", "-c", str(outlet), "--json", "--lang", "ru", "n1"])
    assert '"reason":"is in the feed"' in ran.output
