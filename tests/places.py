"""Places on a disk as tests need them."""

from __future__ import annotations

from pathlib import Path

UNWRITABLE = Path("/proc/self/task")
"""A directory in which nobody can make a file, not even root."""
