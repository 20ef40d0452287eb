"""What is known of posting into groups on OK."""

from __future__ import annotations

from datetime import timedelta

WINDOW = timedelta(hours=72)
LIMIT = 50
