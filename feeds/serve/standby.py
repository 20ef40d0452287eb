"""The second of two machines: waits until the first one is gone, and publishes then."""

from __future__ import annotations

import time
from collections.abc import Callable

from feeds.errors import ArchiveError, TakenError
from feeds.publication import Configuration
from feeds.publish.lock import alone
from feeds.serve.log import log

LOOK = 2.0
"""Seconds between two looks at whether somebody else publishes."""


def in_turn(configuration: Configuration, serve: Callable[[], None]) -> None:
    """Serves when nobody else does, and waits again when it was replaced.

    Raises:
        FeedsError: it cannot serve for another reason.
    """
    while True:
        _wait(configuration)
        try:
            serve()
        except TakenError as error:
            log("warning", "replaced", problem=error.args[0])
        else:
            return


def _wait(configuration: Configuration) -> None:
    """Returns when nobody else publishes; a database that does not answer is waited for too."""
    said = ""
    while True:
        try:
            with alone(configuration):
                return
        except (TakenError, ArchiveError) as error:
            if (now := error.args[0]) != said:
                log("info", "standing by", because=now)
                said = now
        time.sleep(LOOK)
