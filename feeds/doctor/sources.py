"""Sources: whether they can be read, when they last changed, whether what opens them is set."""

from __future__ import annotations

import base64
import binascii
import os
import time
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path

from feeds.build.sources import circumstances_of
from feeds.doctor.remark import Remark, ago
from feeds.intake.draft import Rejection
from feeds.intake.files import content, expand
from feeds.intake.sql.reading import read
from feeds.publication import Configuration, Source
from feeds.serve.signatures import PREFIX, secrets

STRONG = 16
"""Bytes that a secret has at least."""

PATIENCE = 5.0
"""Seconds in which a database's rows are looked at."""

ROWS = 20
"""Rows of a database that are looked at."""

TRIED = 200
"""Files of a source that are opened, the newest of them."""


def sources(configuration: Configuration, environment: Mapping[str, str], now: datetime) -> Iterator[Remark]:
    """Each source, and each variable that the configuration names."""
    if not configuration.sources:
        hint = (
            "Name some under sources: in feeds.yaml, as in {name: articles, kind: records, path: sources/*}."
        )
        yield Remark(about="sources", state="warning", said="there are none", hint=hint)
    for source in configuration.sources:
        about = f"source {source.name}"
        if source.kind == "webhook":
            yield _webhook(about, source, environment)
        elif source.query:
            yield _database(about, source, configuration, environment)
        else:
            yield _files(about, source, now)
    index = configuration.indexnow
    named = {"serve: token_env": configuration.serve.token_env, "indexnow: key_env": index and index.key_env}
    for about, variable in named.items():
        if variable:
            yield _variable(about, variable, environment)


def _files(about: str, source: Source, now: datetime) -> Remark:
    known = [(_modified(path), path) for path in expand(source.path or "")]
    if not known:
        hint = f"Put files there, or mend the pattern: path: {source.path}"
        return Remark(about=about, state="warning", said="no file matches", hint=hint)
    known.sort(reverse=True)
    wrong = [trouble for _, path in known[:TRIED] if (trouble := _unreadable(path))]
    if wrong:
        more = f" and {len(wrong) - 1} more" if len(wrong) > 1 else ""
        hint = "Let the user that runs feeds read it, and the folders above it."
        return Remark(about=about, state="error", said=f"{wrong[0]}{more}", hint=hint)
    newest = known[0][0]
    said = f"{len(known)} file{'s' if len(known) > 1 else ''}, the newest changed {ago(newest, now)}"
    if newest > now.timestamp() + 60:
        return Remark(about=about, state="warning", said=said, hint="Is the clock right?")
    return Remark(about=about, said=said)


def _modified(path: str) -> float:
    try:
        return Path(path).stat().st_mtime
    except OSError:
        return 0.0


def _unreadable(path: str) -> str | None:
    """Why a file cannot be read; its content stays where it is."""
    if os.access(path, os.R_OK) and Path(path).is_file():
        return None
    found = content(path)
    return str(found) if isinstance(found, Rejection) else None


def _webhook(about: str, source: Source, environment: Mapping[str, str]) -> Remark:
    remark = _variable(about, source.secret_env or "", environment)
    if remark.state != "well":
        return remark
    weak = [s for s in secrets(environment[source.secret_env or ""]) if not _strong(s, source.signature)]
    if weak:
        hint = "Make one: python3 -c 'import base64, os; print(\"whsec_\" + base64.b64encode(os.urandom(24)).decode())'"
        said = (
            f"the secret in {source.secret_env} is shorter than {STRONG} bytes, or no base64 behind {PREFIX}"
        )
        return Remark(about=about, state="warning", said=said, hint=hint)
    return remark


def _strong(secret: str, scheme: str) -> bool:
    if scheme != "standard":
        return len(secret.encode()) >= STRONG
    try:
        return len(base64.b64decode(secret.removeprefix(PREFIX), validate=True)) >= STRONG
    except (binascii.Error, ValueError):
        return False


def _variable(about: str, name: str, environment: Mapping[str, str]) -> Remark:
    """Whether a variable is set; what it holds is told nobody."""
    if environment.get(name, "").strip():
        return Remark(about=about, said=f"{name} is set")
    hint = f"Set it where feeds serve is started: export {name}=..."
    return Remark(about=about, state="error", said=f"the variable {name} is not set", hint=hint)


def _database(
    about: str, source: Source, configuration: Configuration, environment: Mapping[str, str]
) -> Remark:
    address = environment.get(source.database_env or "", "") or source.database
    if not address:
        return _variable(about, source.database_env or "", environment)
    begun = time.monotonic()
    count = 0
    circumstances = circumstances_of(source, configuration)
    for result, _ in islice(read(address, source.query or "", circumstances=circumstances), ROWS):
        if isinstance(result, Rejection) and result.code == "database":
            hint = "Check the address, the query, and whether the database lets this machine in."
            return Remark(about=about, state="error", said=result.reason, hint=hint)
        count += 1
        if time.monotonic() - begun > PATIENCE:
            break
    return Remark(about=about, said=f"it answers, with {count}{' or more' if count == ROWS else ''} rows")


def newest(configuration: Configuration) -> datetime | None:
    """When a file of the sources last changed."""
    files = (s.path for s in configuration.sources if s.path and s.kind != "webhook")
    moments = [_modified(path) for pattern in files for path in expand(pattern)]
    return datetime.fromtimestamp(max(moments), tz=UTC) if moments else None
