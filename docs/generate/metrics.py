"""The page of metrics, from the table that the publisher writes them by."""

from __future__ import annotations

from feeds.serve.metrics import METRICS

from .markdown import code, plain, table

INTRODUCTION = """\
# Metrics

`feeds serve` tells these at `/-/metrics` in Prometheus' text format, to this machine and to whoever has the token
([who may look](../http.md#who-may-look)). They hold for all workers together; counters go on across restarts.
[Operations](../operations.md#monitoring) has the scrape configuration and alert rules.

"""


def pages() -> dict[str, str]:
    """The page."""
    rows = ([code(m.name), m.kind, plain(m.help)] for m in METRICS)
    return {"reference/metrics.md": INTRODUCTION + table(("metric", "type", "what it says"), rows)}
