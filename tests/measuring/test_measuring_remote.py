"""One look at one file, on a server or in a folder."""

from __future__ import annotations

from pathlib import Path

import pytest
from photographs import photographs
from pictures import made
from servers import reply, serving

from feeds.archive.media import KnownFile
from feeds.fetching import Fetcher
from feeds.fetching.guard import Guard
from feeds.measuring import local, remote
from feeds.measuring.local import Folders
from feeds.measuring.look import AGAIN, DAY, LASTING, Look, looked
from feeds.measuring.measure import BOUNDS
from feeds.media.facts import Facts

LONG = made("JPEG", 1200, 800, icc_profile=b"p" * 200_000)
"""A picture whose size stands far behind its beginning."""


def look(url: str, **known: object) -> Look:
    with Fetcher(Guard(allowed=["127.0.0.1"]), BOUNDS) as fetcher:
        return remote.look(fetcher, KnownFile(url=url, newest=0.0, **known))  # type: ignore[arg-type]


@pytest.mark.parametrize("ranges", [True, False])
@pytest.mark.parametrize("data", [made("JPEG", 1200, 800), LONG, made("JPEG", 1200, 800) + b"\0" * 3_000_000])
def test_a_picture_on_a_server(data: bytes, ranges: bool) -> None:
    with photographs({"/a.jpg": data}, ranges=ranges) as shown:
        found = look(shown.url("/a.jpg"))
    assert found.facts == Facts(type="image/jpeg", width=1200, height=800, length=len(data))
    assert found.problem is None
    assert found.etag
    assert len(shown.asked) < 6
    assert all(request.headers["range"].startswith("bytes=") for request in shown.asked)


def test_little_of_a_large_file_is_asked_for() -> None:
    with photographs({"/a.jpg": LONG + b"\0" * 5_000_000}) as shown:
        look(shown.url("/a.jpg"))
    ends = [int(request.headers["range"].partition("-")[2]) for request in shown.asked]
    starts = [int(request.headers["range"].partition("=")[2].partition("-")[0]) for request in shown.asked]
    assert starts[1:] == [end + 1 for end in ends[:-1]]
    assert ends[-1] < 2 * len(LONG)


def test_a_file_that_is_as_it_was() -> None:
    with photographs({"/a.png": made("PNG")}) as shown:
        url = shown.url("/a.png")
        first = look(url)
        again = look(url, facts=first.facts, etag=first.etag)
        other = look(url, facts=first.facts, etag='"x"')
    assert (again.same, other.same) == (True, False)
    assert shown.asked[1].headers["if-none-match"] == first.etag


def test_the_time_of_change_is_a_validator_too() -> None:
    when = "Mon, 23 Nov 2026 09:00:00 GMT"
    picture = made("PNG")
    with serving(lambda r: reply(picture, Last_Modified=when)) as server:
        found = look(server.url("/a.png"))
        look(server.url("/a.png"), facts=found.facts, modified=found.modified)
    assert found.modified == when
    assert server.asked[1].headers["if-modified-since"] == when


@pytest.mark.parametrize(
    ("status", "lasting"),
    [
        (404, True),
        (410, True),
        (403, True),
        (401, True),
        (429, False),
        (500, False),
        (503, False),
        (408, False),
    ],
)
def test_refusals_that_pass_and_those_that_do_not(status: int, lasting: bool) -> None:
    with serving(lambda r: reply(b"", status, Retry_After="120")) as server:
        found = look(server.url())
    assert (found.problem, found.lasting, found.wait) == (f"answers with status {status}", lasting, 120.0)


@pytest.mark.parametrize(
    ("answer", "told"),
    [
        (reply(b"<!DOCTYPE html><html>not here</html>", content_type="text/html"), "page"),
        (reply(b"", content_type="image/jpeg"), "empty"),
        (reply(b"%PDF-1.7 " + b"x" * 90, content_type="image/jpeg"), "no picture"),
        (reply(made("PNG"), 206, content_range="bytes 5-90/91"), "other bytes"),
        (reply(made("PNG"), 206), "other bytes"),
        (reply(made("PNG")[:20]), "breaks off"),
        (reply(b"x", content_encoding="br"), "packed"),
        (reply(LONG[:40_000], 206, content_range="bytes 0-39999/200000"), "other bytes"),
    ],
)
def test_what_is_no_picture(answer: bytes, told: str) -> None:
    with serving(lambda r: answer) as server:
        found = look(server.url())
    assert told in (found.problem or "")
    assert found.facts == Facts()


def test_a_file_that_is_exchanged_meanwhile() -> None:
    pictures = iter([LONG, made("JPEG", 5, 5) + b"\0" * 300_000])
    with photographs() as shown:
        shown.status = lambda request: shown.files.update({"/a.jpg": next(pictures)})
        found = look(shown.url("/a.jpg"))
    assert "exchanged" in (found.problem or "")


def test_sounds_and_videos_by_what_their_server_says() -> None:
    with serving(lambda r: reply(b"\x07" * 100, content_type="audio/amr; x=1")) as server:
        assert look(server.url()).facts == Facts(type="audio/amr", length=100)
    with photographs({"/a.mp3": b"ID3" + b"\0" * 90_000}) as shown:
        assert look(shown.url("/a.mp3")).facts == Facts(type="audio/mpeg", length=90_003)


def test_private_addresses_are_not_asked_redirects_included() -> None:
    with photographs({"/a.png": made("PNG")}) as shown:
        found = remote.look(Fetcher(bounds=BOUNDS), KnownFile(url=shown.url("/a.png"), newest=0.0))
        assert not shown.asked
    assert found.lasting
    assert "this very machine" in (found.problem or "")
    with serving(lambda r: reply(b"", 302, Location="http://10.1.2.3/")) as server:
        found = look(server.url())
    assert "private network" in (found.problem or "")


@pytest.mark.parametrize("url", ["", "ftp://a/b", "http://", "http://[/", "http:///x", "data:image/png,x"])
def test_what_is_no_address(url: str) -> None:
    assert look(url).problem


# ---- folders


def seen(folder: Path, url: str) -> Path | None:
    return Folders({"https://news.example/img/": str(folder)}).file(url)


def test_files_in_a_folder(tmp_path: Path) -> None:
    (tmp_path / "год").mkdir()
    path = tmp_path / "год/a b.jpg"
    path.write_bytes(LONG)
    url = "https://news.example/img/%D0%B3%D0%BE%D0%B4/a%20b.jpg?v=3#x"
    assert seen(tmp_path, url) == path
    found = local.look(path, KnownFile(url=url, newest=0.0))
    assert found.facts == Facts(type="image/jpeg", width=1200, height=800, length=len(LONG))
    again = KnownFile(url=url, newest=0.0, facts=found.facts, etag=found.etag)
    assert local.look(path, again).same
    path.write_bytes(made("PNG", 30, 20))
    assert local.look(path, again).facts.width == 30


@pytest.mark.parametrize(
    "rest",
    [
        "../secret.png",
        "%2e%2e/secret.png",
        "%2Fetc/hosts",
        "a/../../secret.png",
        "link.png",
        "%00",
        "",
        "x" * 9999,
    ],
)
def test_nothing_outside_of_a_folder_is_looked_at(tmp_path: Path, rest: str) -> None:
    inside = tmp_path / "inside"
    inside.mkdir()
    (tmp_path / "secret.png").write_bytes(made("PNG"))
    (inside / "link.png").symlink_to(tmp_path / "secret.png")
    assert seen(inside, f"https://news.example/img/{rest}") is None
    assert seen(inside, "https://other.example/img/a.png") is None


def test_a_file_that_is_no_picture(tmp_path: Path) -> None:
    path = tmp_path / "a.jpg"
    path.write_bytes(b"")
    found = local.look(path, KnownFile(url="u", newest=0.0))
    assert (found.problem, found.lasting) == ("is empty", True)


# ---- when to look again

NOW = 1_800_000_000.0


def test_young_files_are_looked_at_again_sooner_than_old_ones() -> None:
    for age, pause in ((60.0, DAY), (3 * DAY, 3 * DAY), (400 * DAY, 400 * DAY), (-DAY, DAY)):
        file = looked(
            KnownFile(url="u", newest=NOW - age, failures=2, problem="x"), Look(Facts(width=1)), NOW
        )
        assert file.due == NOW + pause
        assert (file.failures, file.problem, file.facts) == (0, None, Facts(width=1))


def test_after_failures_that_pass_it_waits_longer_each_time_and_gives_up() -> None:
    file = KnownFile(url="u", newest=NOW, facts=Facts(width=5), etag="e")
    pauses = []
    for _ in range(len(AGAIN) + 1):
        file = looked(file, Look(problem="broke off"), NOW)
        pauses.append(None if file.due is None else file.due - NOW)
    assert pauses == [*AGAIN, None]
    assert (file.facts, file.etag) == (Facts(width=5), "e")
    assert looked(KnownFile(url="u", newest=NOW), Look(problem="x", wait=4000.0), NOW).due == NOW + 4000
    assert looked(KnownFile(url="u", newest=NOW), Look(problem="x", wait=1e18), NOW).due == NOW + 7 * DAY


def test_after_failures_that_last_it_gives_up_soon() -> None:
    file = KnownFile(url="u", newest=NOW)
    for n in range(LASTING):
        assert file.due is not None
        file = looked(file, Look(problem="answers with status 404", lasting=True), NOW)
        assert file.failures == n + 1
    assert file.due is None


def test_the_same_file_keeps_what_is_known() -> None:
    file = KnownFile(url="u", newest=NOW, facts=Facts(width=5), etag="e", problem="x", failures=3)
    after = looked(file, Look(same=True), NOW)
    assert (after.facts, after.etag, after.failures, after.problem) == (Facts(width=5), "e", 0, None)
