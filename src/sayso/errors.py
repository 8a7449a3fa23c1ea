"""
Every error Sayso raises on purpose, as one tree:

SaysoError
├── InputError        S1xx  what was given cannot be read as a report
│   ├── FetchError    S12x  a URL could not be had, or may not be asked for
│   └── QuarantineError S13x  a parser broke its limits on this input
├── EngineError       S2xx  the language engine cannot start
├── QueryError        S3xx  a filter, an id or a date that cannot be understood
├── LedgerError       S4xx  the ledger file cannot be opened, read or written
│   └── LockedError   S41x  another process is writing to this ledger
└── TableError        S5xx  a table of names or rules has a row that cannot be read

A message says what happened, what was seen, and what to do.
"""

from __future__ import annotations


class SaysoError(Exception):
    """
    The base of all; `code` makes a message searchable.

    Args:
        code: "S" and three digits.
        happened: What went wrong, in one clause.
        saw: What was seen, with file and place.
        do: What the user can do about it.
    """

    def __init__(self, code: str, happened: str, *, saw: str = "", do: str = "") -> None:
        self.code = code
        self.happened = happened
        self.saw = saw
        self.do = do
        super().__init__(self.__str__())

    def __str__(self) -> str:
        parts = [f"[{self.code}] {self.happened}", f"saw: {self.saw}" if self.saw else "", self.do]
        return "; ".join(part for part in parts if part)

    def __reduce__(self) -> tuple[object, ...]:
        return (_rebuild, (type(self), self.code, self.happened, self.saw, self.do))


def _rebuild(kind: type[SaysoError], code: str, happened: str, saw: str, do: str) -> SaysoError:
    return kind(code, happened, saw=saw, do=do)


class InputError(SaysoError):
    """What was given cannot be read as a report."""


class FetchError(InputError):
    """A URL could not be had, or may not be asked for."""


class QuarantineError(InputError):
    """A parser broke its limits of time or memory on this input."""


class EngineError(SaysoError):
    """The language engine cannot start."""


class QueryError(SaysoError):
    """A filter, an id or a date that cannot be understood."""


class LedgerError(SaysoError):
    """The ledger file cannot be opened, read or written."""


class LockedError(LedgerError):
    """Another process is writing to this ledger."""


class TableError(SaysoError):
    """A table of names or rules has a row that cannot be read."""
