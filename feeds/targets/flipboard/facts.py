"""What Flipboard asks of a feed."""

from __future__ import annotations

LEAST = 20
"""Stories that a feed has at least."""

LIMIT = 30
TEXT_CHARACTERS = 300
IMAGE_PIXELS = 400
"""Least length of a picture's shorter side."""
