"""RSS and Atom: feedgen with its faults closed, and the forms of values that all formats share."""

from __future__ import annotations

# Before anything of feedgen: its `ext` modules cannot be imported until somebody has imported lxml.etree.
from lxml import etree as _etree  # noqa: F401
