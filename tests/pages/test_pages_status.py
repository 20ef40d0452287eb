"""How the publisher does, gathered from its databases, and as a page says it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree, html
from newsrooms import Newsroom
from records import NOW, article

from feeds.archive import editions, inbox, polls, rhythms, states
from feeds.archive.archive import open_archive
from feeds.archive.editions import Decision
from feeds.archive.inbox import Message, Refusal, open_inbox
from feeds.archive.polls import Poll
from feeds.checking.finding import Finding
from feeds.pages import spark
from feeds.pages.status.gather import Gathering
from feeds.pages.status.report import FeedStatus, Report
from feeds.pages.status.view import PARTS, parts
from feeds.wording import wording

EN, RU = wording("en"), wording("ru")
NASTY = "<script>alert(1)</script>\"'>"


@pytest.fixture
def newsroom(tmp_path: Path) -> Newsroom:
    made = Newsroom(tmp_path, ["{target: rss, path: rss.xml}", "{target: dzen, path: dzen.xml}"])
    made.write(article(n) for n in range(1, 4))
    made.write_raw(b'{"id": "broken"}\n', "broken.jsonl")
    made.build(NOW)
    return made


@contextmanager
def gathering(newsroom: Newsroom) -> Iterator[Gathering]:
    url = f"sqlite:///{newsroom.folder / 'archive.db'}"
    with ExitStack() as stack:
        archive, box = stack.enter_context(open_archive(url)), stack.enter_context(open_inbox(url))
        yield Gathering(newsroom.configuration, archive, box)


def report(newsroom: Newsroom) -> Report:
    with gathering(newsroom) as gathered:
        return gathered.report(NOW + timedelta(minutes=5), 7)


def feed(found: Report, path: str) -> FeedStatus:
    return next(one for one in found.feeds if one.path == path)


def page(newsroom: Newsroom, say: Any = EN) -> dict[str, Any]:
    made = parts(report(newsroom), newsroom.configuration, say)
    return {
        name: html.fragment_fromstring(text or "<p></p>", create_parent="div") for name, text in made.items()
    }


def text_of(element: Any) -> str:
    return " ".join(element.text_content().replace("\u00a0", " ").split())


def test_a_report_tells_of_feeds_and_sources(newsroom: Newsroom) -> None:
    found = report(newsroom)
    assert (found.articles, found.generation) == (3, 7)
    rss = feed(found, "rss.xml")
    assert (rss.entries, rss.edition, rss.held) == (3, 1, None)
    assert rss.published == rss.built == NOW
    assert rss.newest == article(1).published
    assert rss.bytes == len(newsroom.files()["rss.xml"])
    (wire,) = found.sources
    assert (wire.files, wire.records, wire.rejections) == (2, 3, 1)
    assert (wire.read, wire.brought) == (NOW, NOW)
    assert [rejection.line for rejection in wire.rejected] == [1]


def test_a_source_that_brings_nothing_new_says_when_it_did(newsroom: Newsroom) -> None:
    later = NOW + timedelta(minutes=2)
    newsroom.build(later)
    (wire,) = report(newsroom).sources
    assert (wire.read, wire.brought) == (later, NOW)


def test_what_is_in_quarantine_is_explained(newsroom: Newsroom) -> None:
    error = Finding(
        severity="error", code="DZ011", message="title has 251 characters, more than 240", hint="Shorten it."
    )
    decision = Decision(outcome="quarantined", code="DZ011", reason=error.message, findings=(error,))
    with gathering(newsroom) as gathered, gathered.archive.transaction() as connection:
        editions.decide(connection, "dzen.xml", {"n2": decision})
    shown = page(newsroom, RU)
    case = text_of(shown["quarantine"].xpath(".//li[@class='case']")[0])
    assert article(2).title in case
    assert "title: 251 знак, а можно не больше 240" in case
    assert shown["quarantine"].xpath(".//a/@href")[0] == "/-/preview?story=n2&feed=dzen.xml"
    assert "в карантине 1 новость" in text_of(shown["summary"])


def test_a_feed_that_is_held_says_why(newsroom: Newsroom) -> None:
    reason = "8 of 10 stories of the last edition are gone at once"
    with gathering(newsroom) as gathered, gathered.archive.transaction() as connection:
        connection.execute(
            states.feeds.update().where(states.feeds.c.feed == "rss.xml").values(message=reason)
        )
    shown = page(newsroom, RU)
    assert "8 из 10 новостей прошлого выпуска исчезли разом" in text_of(shown["feeds"])
    assert "1 лента требует внимания" in text_of(shown["summary"])
    assert shown["feeds"].xpath(".//tr[@class='is-bad']")


def test_who_holds_what(newsroom: Newsroom) -> None:
    with gathering(newsroom) as gathered:
        with gathered.archive.transaction() as connection:
            first = editions.documents(connection, "rss.xml")["rss.xml"].recipe
        moment = NOW.timestamp()
        with gathered.inbox.transaction() as connection:
            new = [
                Poll(
                    feed="rss.xml",
                    agent="Feedly",
                    first=moment,
                    last=moment,
                    count=4,
                    unchanged=3,
                    recipe=first,
                    interval=300,
                ),
                Poll(
                    feed="rss.xml",
                    agent=NASTY,
                    first=moment,
                    last=moment,
                    count=1,
                    recipe="forgotten",
                    stated=NASTY,
                ),
            ]
            polls.add(connection, new)
            rhythms.add(connection, new)
    newsroom.write([article(9)], "more.jsonl")
    newsroom.build(NOW + timedelta(minutes=1))
    found = {one.poll.agent: one for one in report(newsroom).pollers}
    assert (found["Feedly"].current, found["Feedly"].edition, found["Feedly"].behind) == (False, 1, 1)
    assert found[NASTY].behind is None
    assert sum(found["Feedly"].polled) == 4
    shown = page(newsroom)
    rows = [text_of(row) for row in shown["pollers"].xpath(".//tbody/tr")]
    assert any(
        "Feedly" in row and "1 edition behind" in row and "5 min" in row and "75%" in row for row in rows
    )
    assert any("an old edition" in row for row in rows)
    assert not shown["pollers"].xpath(".//script")


def test_messages_and_refusals_are_listed(newsroom: Newsroom) -> None:
    with gathering(newsroom) as gathered, gathered.inbox.transaction() as connection:
        message = Message(
            source="cms", id="m1", received=NOW.timestamp(), type=NASTY, body=b"{}", articles=("n1",)
        )
        inbox.receive(connection, message)
        inbox.refuse(
            connection, Refusal(source="cms", id=None, received=NOW.timestamp(), status=401, reason=NASTY)
        )
    shown = page(newsroom)
    assert article(1).title in text_of(shown["messages"])
    assert "1 request was refused" in text_of(shown["messages"])
    assert not shown["messages"].xpath(".//script")


def test_every_part_is_there_and_says_the_same_in_russian(newsroom: Newsroom) -> None:
    english, russian = page(newsroom), page(newsroom, RU)
    assert set(english) == set(russian) == set(PARTS)
    for name in PARTS:
        tags = [[e.tag for e in one[name].iter()] for one in (english, russian)]
        assert tags[0] == tags[1], name
    assert "Все ленты вышли" in text_of(russian["summary"])


def test_what_the_archive_says_is_kept_until_it_changes(newsroom: Newsroom) -> None:
    with gathering(newsroom) as gathered:
        first = gathered.report(NOW, 1)
        assert gathered.report(NOW, 2).feeds[0].quarantined is first.feeds[0].quarantined
        versions = gathered.versions
        newsroom.write([article(8)], "eighth.jsonl")
        newsroom.build(NOW + timedelta(minutes=1))
        assert gathered.versions != versions
        assert gathered.report(NOW, 3).articles == 4


# ---- charts


@given(
    st.lists(st.integers(0, 10**9), max_size=60),
    st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=30),
)
def test_charts_are_drawn_of_any_numbers(numbers: list[int], label: str) -> None:
    for draw in (spark.bars, spark.line):
        chart = etree.fromstring(str(draw(numbers, label)))
        assert chart.get("aria-label") == label
        height = float(chart.get("viewBox").split()[3])
        for bar in chart.iter("rect"):
            assert 0 <= float(bar.get("y")) <= height
            assert float(bar.get("y")) + float(bar.get("height")) <= height + 0.1


def test_each_number_has_its_bar() -> None:
    chart = etree.fromstring(str(spark.bars([0, 5, 10], "x")))
    assert [(bar.get("x"), float(bar.get("height"))) for bar in chart.iter("rect")] == [
        ("3", 12.0),
        ("6", 24.0),
    ]
