"""The one family of exceptions: each message says what is wrong, where, and what to do."""

from __future__ import annotations


class FeedsError(Exception):
    """Something that stops the work at hand; expected problems of one article are values instead.

    `hint` says what to do about it; `exit_code` is what the command line answers with
    (2: usage or configuration, 3: the world failed).
    """

    exit_code = 3

    def __init__(self, message: str, *, hint: str | None = None) -> None:
        super().__init__(message)
        self.hint = hint

    def __str__(self) -> str:
        message = super().__str__()
        return f"{message}\n{self.hint}" if self.hint else message


class UsageError(FeedsError):
    """A command was given something that it cannot take."""

    exit_code = 2


class ConfigurationError(FeedsError):
    """feeds.yaml cannot be used; `line` is the 1-based line that is to blame, where one is."""

    exit_code = 2

    def __init__(self, message: str, *, file: str, line: int | None = None, hint: str | None = None) -> None:
        where = f"{file}:{line}" if line else file
        super().__init__(f"{where}: {message}", hint=hint)
        self.file = file
        self.line = line


class ArchiveError(FeedsError):
    """The archive cannot be opened, read or written."""


class PublishError(FeedsError):
    """An edition could not be put where it belongs."""


class TakenError(PublishError):
    """Somebody else publishes there."""
