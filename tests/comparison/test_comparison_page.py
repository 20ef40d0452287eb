"""The page that shows two feeds side by side: whole, inert, whatever the feeds hold."""

from __future__ import annotations

from html.parser import HTMLParser

from stories import document, hostile, rich

from feeds.comparison.differences import compare
from feeds.comparison.page import page
from feeds.comparison.reading import reading
from feeds.comparison.stories import Reading

EVIL = "<script>alert(1)</script><img src=x onerror=alert(1)>\"'><style>*{display:none}</style>&amp;"


class Seen(HTMLParser):
    """Every tag with its attributes, and the text."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text += data


def read(data: bytes, place: str) -> Reading:
    found = reading(data, place)
    assert isinstance(found, Reading)
    return found


def shown(old: bytes, new: bytes) -> tuple[str, Seen]:
    made = page(compare(read(old, f"old{EVIL}"), read(new, "new")))
    return made, Seen(made)


OLD = document("rss", rich(title=f"Старый {EVIL}"), hostile())
NEW = document("atom", rich(title=f"Новый {EVIL}", lead=EVIL, id="other"), title=EVIL)


def test_nothing_that_a_feed_holds_is_markup_or_acts() -> None:
    _, seen = shown(OLD, NEW)
    names = {tag for tag, _ in seen.tags}
    assert names <= set(
        "html head meta title style body main h1 h2 p table thead tbody tr th td details summary span br del ins".split()
    )
    assert sum(tag == "style" for tag, _ in seen.tags) == 1
    attributes = {name for _, given in seen.tags for name in given}
    assert attributes <= {"lang", "charset", "http-equiv", "content", "name", "class", "scope"}
    assert "alert(1)" in seen.text


def test_nothing_is_fetched_and_the_policy_says_so() -> None:
    made, seen = shown(OLD, NEW)
    [policy] = [given["content"] for tag, given in seen.tags if given.get("http-equiv")]
    assert policy is not None
    assert policy.startswith("default-src 'none'")
    assert "url(" not in made
    assert "@import" not in made


def test_words_that_changed_are_marked_on_their_sides() -> None:
    old, new = rich(body="<p>Мост закрыли утром.</p>"), rich(body="<p>Мост закрыли вечером.</p>")
    made, _ = shown(document("rss", old), document("rss", new))
    assert "<del>утром</del>" in made
    assert "<ins>вечером</ins>" in made


def test_it_is_for_light_and_dark() -> None:
    made, _ = shown(OLD, NEW)
    assert "color-scheme: light dark" in made
    assert "prefers-color-scheme: dark" in made
