"""What tests in a browser share; without one they skip."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from browsing import CHROMIUM, LOOKS, chromium
from live import Live
from newsdesk import newsdesk, pictures


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """The browser. It goes with its module: while it is there, nobody else can run an event loop."""
    pytest.importorskip("playwright", reason="playwright is not installed")
    if CHROMIUM is None:
        pytest.skip("Chromium is not installed: apt-get install chromium")
    with chromium() as started:
        yield started


@pytest.fixture(scope="session")
def live(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Live]:
    """The demo publication as it runs."""
    with newsdesk(tmp_path_factory.mktemp("newsdesk")) as started:
        yield started


class Visit:
    """Pages as somebody sees them, with everything that the browser complained of or asked others for."""

    def __init__(self, browser: Any, live: Live, look: str) -> None:
        self.look = look
        self.complaints: list[str] = []
        self.asked: list[str] = []
        self.context = browser.new_context(
            **LOOKS[look], base_url=f"http://127.0.0.1:{live.port}", locale="ru-RU"
        )
        pictures(self.context)
        self.context.on("request", lambda request: self.asked.append(request.url))
        self.page = self.context.new_page()
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("console", self._heard)

    def _heard(self, message: Any) -> None:
        if message.type in ("error", "warning"):
            self.complaints.append(message.text)

    def go(self, path: str) -> Any:
        """The page at a path, as it is when everything is there."""
        self.page.goto(path)
        return self.page


@pytest.fixture(params=list(LOOKS))
def visit(request: pytest.FixtureRequest, browser: Any, live: Live) -> Iterator[Visit]:
    """Somebody who looks, in each way in which one may."""
    made = Visit(browser, live, request.param)
    yield made
    made.context.close()


@pytest.fixture
def visitor(browser: Any, live: Live) -> Iterator[Visit]:
    """Somebody who looks in light."""
    made = Visit(browser, live, "light")
    yield made
    made.context.close()
