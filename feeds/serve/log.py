"""What the live publisher says: one line of JSON for each event, on standard error."""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from typing import Any, Literal

import msgspec

Level = Literal["info", "warning", "error"]


def log(level: Level, event: str, **facts: Any) -> None:
    """Writes an event with its facts. Secrets are no facts."""
    line = {
        "time": datetime.now(UTC).isoformat(timespec="milliseconds"),
        "level": level,
        "event": event,
        **facts,
    }
    sys.stderr.write(msgspec.json.encode(line, enc_hook=str).decode() + "\n")
    sys.stderr.flush()
