"""What Flipboard asks of a feed."""

from __future__ import annotations

LIMIT = 30
TEXT_CHARACTERS = 300
IMAGE_PIXELS = 400
"""Least length of a picture's shorter side."""
