"""Who may call a webhook: signatures by the Standard Webhooks scheme, and plain ones as other programs send them.

https://www.standardwebhooks.com. Pure: the secrets and the time are arguments.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Literal, NamedTuple

from feeds.publication import Source

TOLERANCE = 300
"""Seconds by which a message's time and ours may differ."""

PREFIX = "whsec_"

Scheme = Literal["standard", "github", "ghost", "hmac"]


class Signed(NamedTuple):
    """A message that is signed as it should be: the id that the sender gave it."""

    id: str


class Unsigned(NamedTuple):
    """Why a message is not taken for the sender's."""

    reason: str


def secrets(value: str) -> list[str]:
    """The secrets of a variable: several, apart by spaces or commas, while one is replaced by another."""
    return [secret for secret in re.split(r"[\s,]+", value) if secret]


def lacking(sources: Iterable[Source], environment: Mapping[str, str]) -> Iterator[tuple[Source, str]]:
    """The webhooks that can take no message, for want of a secret that can be used, and why."""
    for source in sources:
        if source.kind != "webhook":
            continue
        known = secrets(environment.get(source.secret_env or "", ""))
        if not known:
            yield source, f"the variable {source.secret_env} is not set: every message will be refused"
        elif source.signature == "standard" and not any(map(_key, known)):
            yield source, f"the variable {source.secret_env} holds no base64: every message will be refused"


def verify(
    scheme: Scheme,
    headers: Mapping[str, str],
    body: bytes,
    known: Iterable[str],
    *,
    now: float,
    header: str | None = None,
) -> Signed | Unsigned:
    """Whether one of the known secrets made the message's signature."""
    if scheme == "standard":
        return _standard(headers, body, known, now)
    return _plain(scheme, headers, body, known, header)


def _standard(headers: Mapping[str, str], body: bytes, known: Iterable[str], now: float) -> Signed | Unsigned:
    name, stamp, given = (headers.get(f"webhook-{part}", "") for part in ("id", "timestamp", "signature"))
    if not name or not stamp or not given:
        return Unsigned("webhook-id, webhook-timestamp and webhook-signature are needed")
    if not re.fullmatch(r"\d{1,12}", stamp):
        return Unsigned("webhook-timestamp is no number of seconds")
    if abs(now - int(stamp)) > TOLERANCE:
        return Unsigned(f"webhook-timestamp is more than {TOLERANCE // 60} minutes from now")
    made = f"{name}.{stamp}.".encode() + body
    signatures = [part.partition(",")[2] for part in given.split() if part.startswith("v1,")]
    wanted = [_mac(key, made) for secret in known if (key := _key(secret))]
    return (
        Signed(name) if _any_equal(signatures, wanted) else Unsigned("no signature is made with the secret")
    )


def _key(secret: str) -> bytes | None:
    """The bytes of a secret: base64 behind `whsec_`."""
    try:
        return base64.b64decode(secret.removeprefix(PREFIX), validate=True)
    except (binascii.Error, ValueError):
        return None


def _mac(key: bytes, message: bytes) -> str:
    return base64.b64encode(hmac.new(key, message, hashlib.sha256).digest()).decode()


def _any_equal(given: list[str], wanted: list[str]) -> bool:
    """Whether two lists share a member; every pair is compared, in the same time."""
    equal = [hmac.compare_digest(one.encode(), other.encode()) for one in given for other in wanted]
    return any(equal)


_HEADERS: dict[str, str] = {
    "github": "x-hub-signature-256",
    "ghost": "x-ghost-signature",
    "hmac": "x-signature",
}
_IDS = ("x-github-delivery", "x-request-id", "x-webhook-id", "x-wc-webhook-delivery-id", "idempotency-key")
_HEX = re.compile(r"[0-9a-fA-F]{64}")
_BASE64 = re.compile(r"[A-Za-z0-9+/]{43}=")


def _plain(
    scheme: Scheme, headers: Mapping[str, str], body: bytes, known: Iterable[str], header: str | None
) -> Signed | Unsigned:
    """An HMAC-SHA256 of the body in a header, in hexadecimal or base64, `sha256=` before it or not."""
    name = (header or _HEADERS[scheme]).lower()
    given = headers.get(name, "")
    if not given:
        return Unsigned(f"{name} is needed")
    signatures = [*_HEX.findall(given), *_BASE64.findall(given)]
    stamp = re.search(r"\bt=(\d+)", given)
    wanted = [mac for secret in known for mac in _macs(secret.encode(), body, stamp[1] if stamp else "")]
    if not _any_equal([s.lower() if _HEX.fullmatch(s) else s for s in signatures], wanted):
        return Unsigned(f"{name} is not made with the secret")
    stated = next((headers[known_id] for known_id in _IDS if known_id in headers), None)
    return Signed(stated or hashlib.sha256(body).hexdigest())


def _macs(key: bytes, body: bytes, stamp: str) -> Iterator[str]:
    """The signatures that a secret may have made: of the body, and of the body and a time behind it."""
    for message in {body, body + stamp.encode()}:
        digest = hmac.new(key, message, hashlib.sha256)
        yield digest.hexdigest()
        yield base64.b64encode(digest.digest()).decode()
