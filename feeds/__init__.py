"""Publishes a newsroom's articles to every platform, each edition checked against that platform's rules first.

`feeds.check` judges a document by the rules of its platform:

    import feeds

    for finding in feeds.check(open("feed.xml", "rb").read()):
        print(finding.line, finding.severity, finding.code, finding.message)
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

    from feeds.checking.finding import Finding


__version__ = "0.1.0"


def check(
    data: bytes,
    target: str | None = None,
    *,
    now: datetime | None = None,
    url: str | None = None,
    publication: str | None = None,
) -> list[Finding]:
    """What the rules of a target say of a document, in the order of its lines.

    Without a `target` the document's own is recognised. `now` is the instant that dates are held
    against, the clock's where it is not given; `url` is where the document is served, `publication`
    the outlet's name exactly as platforms show it. What the document holds never raises.

    Raises:
        UsageError: there is no such target.
    """
    from datetime import UTC, datetime

    from feeds.targets.check import check as judge

    return judge(data, target, now=now or datetime.now(UTC), url=url, publication=publication)


__all__ = ["__version__", "check"]
