"""What a browser may do with our pages, whatever got into them: said in headers, or in a page that stands alone."""

from __future__ import annotations

import base64
import hashlib

OWN = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; "
    "frame-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)
"""Our pages: nothing but our own files; no picture of anybody else."""

READABLE = (
    "default-src 'none'; style-src 'self'; img-src 'self' https:; base-uri 'none'; form-action 'none'; "
    "frame-ancestors 'none'"
)
"""A feed as a page for everybody: its pictures, and nothing that runs or is sent."""

COMMON = {
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
}


def headers(policy: str) -> dict[str, str]:
    """The headers of a page that nobody may keep."""
    return {**COMMON, "content-security-policy": policy, "cache-control": "no-store"}


def alone(style: str) -> str:
    """The policy of a page that stands by itself with its own style sheet inside."""
    return f"default-src 'none'; style-src '{_digest(style)}'; base-uri 'none'; form-action 'none'"


def previewing(frames: str, style: str | None = None) -> str:
    """The policy of a page that shows stories: their pictures, in frames with a style of their own; nothing runs.

    Frames take it over from the page that they are in. `style` is the page's own where it stands by itself.
    """
    own = f"'{_digest(style)}'" if style is not None else "'self'"
    more = "" if style is not None else "; frame-ancestors 'none'"
    form = "'none'" if style is not None else "'self'"
    return (
        f"default-src 'none'; style-src {own} '{_digest(frames)}'; img-src 'self' https:; "
        f"base-uri 'none'; form-action {form}{more}"
    )


def _digest(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
