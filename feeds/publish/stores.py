"""Object stores by their addresses; keys come from the environment, and are told nobody."""

from __future__ import annotations

import configparser
import os
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from feeds.errors import PublishError

if TYPE_CHECKING:
    from obstore.store import ObjectStore

CLIENT = {"connect_timeout": "5s", "timeout": "120s", "allow_http": True}
"""Seconds that one request may take; plain HTTP is for those whose endpoint says so."""

SETTINGS = {"aws_disable_bulk_delete": True}
"""Not every store that speaks S3 knows how to delete many objects at once."""

RETRIES = 4
"""How often a request is made again that failed by no fault of its own: the network, or the store's."""

KEYS = (
    "Set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY (for gs:// GOOGLE_APPLICATION_CREDENTIALS, "
    "for az:// AZURE_STORAGE_ACCOUNT_NAME and AZURE_STORAGE_ACCOUNT_KEY)."
)

CAUSES: tuple[tuple[str, str, str], ...] = (
    (
        r"InvalidAccessKeyId|SignatureDoesNotMatch|InvalidSecurity|ExpiredToken|Unauthenticated|status code: 401",
        "its keys are not accepted",
        "Check AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, and this machine's clock.",
    ),
    (
        r"NoSuchBucket|InvalidBucketName",
        "there is no such bucket",
        "Make it, or check its name, AWS_ENDPOINT_URL and AWS_REGION.",
    ),
    (
        r"AccessDenied|PermissionDenied|status code: 403",
        "it is not allowed",
        "Check its keys: they must allow to list the bucket, and to read, write and delete objects.",
    ),
    (
        r"PermanentRedirect|AuthorizationHeaderMalformed|IllegalLocation|status code: 301",
        "the bucket is in another region",
        "Set AWS_REGION, and AWS_ENDPOINT_URL where it is not Amazon's.",
    ),
    (
        r"169\.254\.169\.254|MissingAccount|Account must be|CredentialsError|oauth|No such file",
        "there are no keys for it",
        KEYS,
    ),
    (
        r"certificate|UnknownIssuer",
        "its certificate is not trusted",
        "Check AWS_ENDPOINT_URL, and that its authority is among those that this machine trusts.",
    ),
    (
        r"dns error|failed to lookup",
        "its name is not known",
        "Check AWS_ENDPOINT_URL, and whether this machine can look up names.",
    ),
    (
        r"TimedOut|timed out|kind: Timeout",
        "it does not answer in time",
        "It is tried again with the next build; check the network.",
    ),
    (
        r"error sending request|Connect|connection",
        "it cannot be reached",
        "Check AWS_ENDPOINT_URL, the network, and whether a proxy is needed.",
    ),
    (
        r"status code: 5\d\d|SlowDown|InternalError|ServiceUnavailable",
        "it fails by itself",
        "It is tried again with the next build; look at its operator's messages.",
    ),
)
"""Why requests fail: by what the library says, what we say of it, and what to do. The first that fits."""

PROFILE_KEYS: dict[str, tuple[str, ...]] = {
    "aws_access_key_id": ("AWS_ACCESS_KEY_ID",),
    "aws_secret_access_key": ("AWS_SECRET_ACCESS_KEY",),
    "aws_session_token": ("AWS_SESSION_TOKEN",),
    "region": ("AWS_REGION", "AWS_DEFAULT_REGION"),
    "endpoint_url": ("AWS_ENDPOINT_URL", "AWS_ENDPOINT_URL_S3", "AWS_ENDPOINT"),
}
"""What a profile of Amazon's tools may say, and the variables that go before it."""


def store_at(url: str) -> ObjectStore:
    """The object store at an address such as s3://bucket/prefix.

    Raises:
        PublishError: the environment does not say enough to use it.
    """
    from obstore.store import from_url

    config: Any = {**profile(os.environ), **SETTINGS} if url.startswith("s3:") else {}
    client: Any = CLIENT
    with asking(url, "be used"):
        return from_url(url, config=config, client_options=client, retry_config={"max_retries": RETRIES})


@contextmanager
def asking(place: str, what: str) -> Iterator[None]:
    """Does something with a store; what fails is said in words of ours, without anybody's keys.

    Raises:
        FileNotFoundError: there is no such object.
        PublishError: it failed.
    """
    from obstore.exceptions import BaseError

    try:
        yield
    except FileNotFoundError as error:
        if "NoSuchBucket" in str(error):
            raise _failure(place, what, error) from None
        raise
    except (BaseError, OSError) as error:
        raise _failure(place, what, error) from None


def _failure(place: str, what: str, error: Exception) -> PublishError:
    said = f"{type(error).__name__} {error}"
    known = (found for found in CAUSES if re.search(found[0], said, re.IGNORECASE))
    _, cause, hint = next(known, ("", type(error).__name__, "Try it with your store's own tool."))
    return PublishError(f"{place} cannot {what}: {cause}{_answer(said)}", hint=hint)


def _answer(said: str) -> str:
    """What the store itself answered, as far as it is no secret: a status, a code."""
    status = re.search(r"status code: (\d{3})", said)
    code = re.search(r"<Code>(\w{1,60})</Code>", said)
    told = " ".join(match[1] for match in (status, code) if match)
    return f" ({told})" if told else ""


def profile(environment: Mapping[str, str]) -> dict[str, str]:
    """What Amazon's files of profiles say, as far as the environment does not."""
    folder = Path(environment.get("HOME", "/")) / ".aws"
    name = environment.get("AWS_PROFILE", "default")
    found: dict[str, str] = {}
    for variable, file in (("AWS_CONFIG_FILE", "config"), ("AWS_SHARED_CREDENTIALS_FILE", "credentials")):
        read = configparser.RawConfigParser()
        try:
            read.read(environment.get(variable, folder / file), encoding="utf-8")
        except (configparser.Error, OSError, UnicodeDecodeError):
            continue
        for section in (name, f"profile {name}"):
            found |= dict(read[section]) if read.has_section(section) else {}
    return {
        key if key.startswith("aws_") else f"aws_{key}": found[key]
        for key, variables in PROFILE_KEYS.items()
        if key in found and not any(variable in environment for variable in variables)
    }
