"""What several platforms ask of an RSS feed in the same words.

Each demand has its check and its texts here once; a platform's rule set takes it under its own code,
name and severity, and says otherwise where the platform does. The examples are written against the
story lines of `feeds.checking.demands.example`.
"""

from __future__ import annotations

from feeds.checking.demands.demand import Demand, declare

__all__ = ["Demand", "declare"]
