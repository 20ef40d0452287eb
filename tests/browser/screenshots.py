"""Makes the pictures of the documentation: python tests/browser/screenshots.py docs/images."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parent), str(Path(__file__).parents[1])]

from browsing import CHROMIUM, LOOKS, chromium  # noqa: E402
from newsdesk import STORY, newsdesk, pictures  # noqa: E402

SHOTS: tuple[tuple[str, str, str, str | None], ...] = (
    ("status", "/-/status?lang=en", "light", None),
    ("status-dark", "/-/status?lang=ru", "dark", None),
    ("status-phone", "/-/status?lang=ru", "phone", None),
    ("status-quarantine", "/-/status?lang=en", "light", "#part-quarantine"),
    ("preview", f"/-/preview?story={STORY}&lang=en", "light", None),
    ("preview-dark", f"/-/preview?story={STORY}&lang=ru", "dark", None),
    ("preview-phone", f"/-/preview?story={STORY}&lang=ru", "phone", "#feed-vk\\.xml"),
    ("feed", "/-/feeds/rss.xml?lang=en", "light", None),
    ("source", "/-/feeds/dzen/channel.xml?view=source&lang=en", "light", None),
    ("subscribe", "/", "light", None),
    ("subscribe-phone", "/", "phone", None),
)
"""The name of each picture, its page, its look, and what it begins with."""


def shoot(folder: Path) -> None:
    """Takes every picture."""
    with tempfile.TemporaryDirectory() as place, newsdesk(Path(place)) as live, chromium() as browser:
        for name, path, look, part in SHOTS:
            context = browser.new_context(**LOOKS[look], base_url=f"http://127.0.0.1:{live.port}")
            pictures(context)
            page = context.new_page()
            page.goto(path)
            if part:
                page.evaluate(
                    "document.querySelectorAll('.case details').forEach((one) => { one.open = true; })"
                )
                page.locator(part).evaluate(
                    "one => scrollTo(0, one.getBoundingClientRect().top + scrollY - 70)"
                )
            page.wait_for_timeout(1500)
            page.screenshot(path=folder / f"{name}.png")
            context.close()


if __name__ == "__main__":
    if CHROMIUM is None:
        sys.exit("Chromium is not installed: apt-get install chromium")
    target = Path(sys.argv[1])
    target.mkdir(parents=True, exist_ok=True)
    shoot(target)
