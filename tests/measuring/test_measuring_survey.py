"""Many files: limits hold, hosts that are down are let alone, nothing is waited for without end."""

from __future__ import annotations

import threading
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feeds.archive.media import KnownFile
from feeds.measuring import survey as surveying
from feeds.measuring.look import Look
from feeds.measuring.survey import DOWN, PAUSES, Limits, survey
from feeds.media.facts import Facts


@pytest.fixture(autouse=True)
def _at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(surveying, "PAUSES", (0.0, 0.0))


def files(*hosts: str) -> list[KnownFile]:
    return [KnownFile(url=f"https://{host}/{n}.jpg", newest=0.0) for n, host in enumerate(hosts)]


@given(st.lists(st.sampled_from(["a", "b", "c"]), max_size=20), st.integers(1, 4), st.integers(1, 3))
def test_every_file_is_looked_at_once_within_the_limits(
    hosts: list[str], concurrency: int, per_host: int
) -> None:
    lock = threading.Lock()
    busy: Counter[str] = Counter()
    most: Counter[str] = Counter()

    def looking(file: KnownFile) -> Look:
        host = file.url.split("/")[2]
        with lock:
            for name in (host, "all"):
                busy[name] += 1
                most[name] = max(most[name], busy[name])
        with lock:
            busy.subtract([host, "all"])
        return Look(Facts(width=len(file.url)))

    asked = files(*hosts)
    found = list(survey(asked, looking, Limits(concurrency, per_host)))
    assert sorted(result.file.url for result in found) == sorted(file.url for file in asked)
    assert all(result.look.facts.width == len(result.file.url) for result in found)
    assert most["all"] <= concurrency
    assert all(most[host] <= per_host for host in hosts)


def test_several_are_looked_at_at_a_time() -> None:
    together = threading.Barrier(4, timeout=10)

    def looking(file: KnownFile) -> Look:
        together.wait()
        return Look(Facts(width=1))

    found = list(survey(files("a", "a", "b", "b"), looking, Limits(concurrency=8, per_host=2)))
    assert [result.look.problem for result in found] == [None] * 4


def test_what_may_pass_is_tried_again_and_what_lasts_is_not() -> None:
    tries: Counter[str] = Counter()

    def looking(file: KnownFile) -> Look:
        tries[file.url] += 1
        if file.url.startswith("https://lasting"):
            return Look(problem="answers with status 404", lasting=True)
        return Look(problem="broke off") if tries[file.url] < 2 else Look(Facts(width=1))

    found = list(survey(files("lasting", "passing"), looking, Limits()))
    assert sorted(tries.values()) == [1, 2]
    assert {result.look.problem for result in found} == {None, "answers with status 404"}


def test_a_server_that_asks_for_time_gets_it() -> None:
    tries: Counter[str] = Counter()

    def looking(file: KnownFile) -> Look:
        tries[file.url] += 1
        return Look(problem="answers with status 429", wait=60.0)

    list(survey(files("a"), looking, Limits()))
    assert list(tries.values()) == [1]


def test_a_host_that_is_down_is_not_asked_for_the_rest() -> None:
    tries: Counter[str] = Counter()

    def looking(file: KnownFile) -> Look:
        tries[file.url.split("/")[2]] += 1
        return Look(problem="was not reached within 5 s") if "//down" in file.url else Look(Facts(width=1))

    asked = files(*["down"] * 50, *["up"] * 50)
    found = list(survey(asked, looking, Limits(concurrency=4, per_host=1)))
    assert len(found) == 100
    assert tries == {"down": DOWN * (1 + len(PAUSES)), "up": 50}
    assert sum(result.look.problem is not None for result in found) == 50


def test_what_nobody_foresaw_is_one_files_problem() -> None:
    def looking(file: KnownFile) -> Look:
        if file.url.endswith("/0.jpg"):
            raise RuntimeError("oh")
        return Look(Facts(width=1))

    found = {result.file.url: result.look for result in survey(files("a", "b"), looking, Limits())}
    assert "RuntimeError: oh" in (found["https://a/0.jpg"].problem or "")
    assert found["https://b/1.jpg"].problem is None


@pytest.mark.parametrize("how", ["time", "stop"])
def test_what_takes_too_long_is_abandoned(how: str) -> None:
    forever = threading.Event()
    stop = threading.Event()

    def looking(file: KnownFile) -> Look:
        if "slow" in file.url:
            forever.wait(30)
        elif how == "stop":
            stop.set()
        return Look(Facts(width=1))

    try:
        limits = Limits(concurrency=2, per_host=1, seconds=0.3 if how == "time" else 30.0)
        found = list(survey(files("slow", "quick", "slow"), looking, limits, stop))
    finally:
        forever.set()
    assert {result.file.url for result in found} <= {"https://quick/1.jpg"}


def test_no_files_need_no_threads() -> None:
    before = threading.active_count()
    assert list(survey([], lambda file: Look(), Limits())) == []
    assert threading.active_count() == before
