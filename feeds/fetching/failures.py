"""What goes wrong on the way to an answer, in plain words."""

from __future__ import annotations

import ssl
from typing import TYPE_CHECKING

from feeds.fetching.answer import FailureKind

if TYPE_CHECKING:
    import httpx2

DEEPEST = 10
"""Causes of causes that are looked at."""

BROKEN_OFF = "without sending complete"
"""What h11 says where a connection ends before the answer does."""


def told(error: httpx2.TransportError, step: float, whole: float) -> tuple[FailureKind, str]:
    """An exception of httpx2 as a kind of failure and its reason; `step` and `whole` are the seconds allowed."""
    import httpx2

    causes = _causes(error)
    for cause in causes:
        if isinstance(cause, ssl.SSLError):
            return "tls", _of_tls(cause)
    if isinstance(error, httpx2.ConnectTimeout):
        return "timeout", f"was not reached within {step:.0f} s"
    if isinstance(error, httpx2.TimeoutException):
        return "timeout", f"did not answer in time: {step:.0f} s are given to each step, {whole:.0f} s to all"
    if isinstance(error, httpx2.ConnectError):
        return "refused", f"cannot be reached: {_system(causes) or error}"
    if isinstance(error, httpx2.ProtocolError) and BROKEN_OFF not in str(error):
        return "protocol", f"gave no valid HTTP: {error}"
    return "broken", f"broke off in the middle of its answer: {_system(causes) or error}"


def _causes(error: BaseException | None) -> list[BaseException]:
    found: list[BaseException] = []
    while error is not None and len(found) < DEEPEST:
        found.append(error)
        error = error.__cause__ or error.__context__
    return found


def _system(causes: list[BaseException]) -> str | None:
    """What the operating system says."""
    said = (cause.strerror for cause in causes if isinstance(cause, OSError))
    return next(filter(None, said), None)


def _of_tls(error: ssl.SSLError) -> str:
    if isinstance(error, ssl.SSLCertVerificationError):
        return f"shows a certificate that cannot be trusted: {error.verify_message}"
    return f"cannot be spoken to in TLS: {(error.reason or str(error)).lower().replace('_', ' ')}"
