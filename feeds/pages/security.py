"""What a browser may do with our pages, whatever got into them: said in headers, or in a page that stands alone."""

from __future__ import annotations

import base64
import hashlib

OWN = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; "
    "frame-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)
"""Our pages: nothing but our own files; no picture of anybody else."""

FRAMED = (
    "default-src 'none'; style-src 'self'; img-src https:; base-uri 'none'; form-action 'none'; "
    "frame-ancestors 'self'; sandbox allow-same-origin"
)
"""What shows a story: its pictures, and nothing that runs, is sent or leads away."""

READABLE = (
    "default-src 'none'; style-src 'self'; img-src https:; base-uri 'none'; form-action 'none'; "
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
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
