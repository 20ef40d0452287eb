"""Whether a folder would publish what subscribers know: built aside, and compared with the feeds as they were."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from msgspec.structs import replace

from feeds.archive.archive import open_archive
from feeds.build.run import build
from feeds.comparison.differences import Comparison, compare
from feeds.comparison.reading import reading
from feeds.comparison.stories import Reading
from feeds.configuration import load
from feeds.moving.inference import Known


def trial(file: Path, known: list[Known], now: datetime) -> Iterator[tuple[Known, Comparison | None]]:
    """Each feed beside what feeds.yaml makes of it now; None where nothing comes out. Nothing stays of it.

    Raises:
        FeedsError: it cannot be built.
    """
    configuration = load(file)
    with tempfile.TemporaryDirectory() as aside:
        output = Path(aside, "output")
        placed = replace(configuration, output=str(output), compress=())
        with open_archive(f"sqlite:///{aside}/archive.db") as archive:
            build(placed, archive, now, processes=1)
        for one in known:
            if one.has_stories:
                yield one, _compared(one, output)


def _compared(one: Known, output: Path) -> Comparison | None:
    try:
        data = (output / one.place.path).read_bytes()
    except OSError:
        return None
    made = reading(data, one.place.path)
    return compare(one.reading, made) if isinstance(made, Reading) else None
