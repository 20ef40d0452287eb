"""What Yandex asked of a Turbo feed while Turbo pages lasted."""

from __future__ import annotations

from datetime import date

CLOSED = date(2025, 4, 2)
"""Since that day Search shows no Turbo pages."""

MOST = 500
LINK_CHARACTERS = 243
TITLE_CHARACTERS = 240
RELATED = 30
