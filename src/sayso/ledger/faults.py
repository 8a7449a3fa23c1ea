"""What SQLite and the file system say, told as coded errors."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sayso.errors import LedgerError
from sayso.ledger.packing import DAMAGED

_FULL = "free some space and run the same command again: what is kept is not read twice"
_ADVICE = {
    "SQLITE_FULL": ("S406", "the disk is full", _FULL),
    "SQLITE_IOERR": ("S406", "the disk cannot be written or read", _FULL),
    "SQLITE_READONLY": ("S405", "the ledger cannot be written", "check who owns the file and its folder"),
    "SQLITE_CANTOPEN": (
        "S405",
        "the ledger cannot be opened",
        "check that the folder exists and may be used by you",
    ),
    "SQLITE_PERM": ("S405", "the ledger cannot be opened", "check who owns the file and its folder"),
    "SQLITE_NOTADB": ("S402", "this file is no Sayso ledger", "give another --ledger FILE"),
    "SQLITE_CORRUPT": (
        "S407",
        "the ledger is damaged",
        DAMAGED,
    ),
    "SQLITE_BUSY": ("S412", "the ledger is in use by a program that is not Sayso", "close that program"),
    "SQLITE_LOCKED": ("S412", "the ledger is in use by a program that is not Sayso", "close that program"),
}
_OTHER = ("S407", "the ledger gave an error", DAMAGED)


def told(error: sqlite3.Error, path: Path, kept: int | None = None) -> LedgerError:
    """
    The coded error for one of SQLite's.

    Args:
        error: As the sqlite3 module raised it.
        path: The ledger file.
        kept: How many reports are safely in the ledger, where known.
    """
    name = getattr(error, "sqlite_errorname", "") or ""
    family = "_".join(name.split("_")[:2])
    code, happened, do = _ADVICE.get(family, _OTHER)
    if kept is not None:
        happened += f"; {kept} report{'' if kept == 1 else 's'} kept, the one at hand is not"
    return LedgerError(code, happened, saw=f"{path}: {error}", do=do)


def unstorable(error: UnicodeEncodeError, path: Path) -> LedgerError:
    """The coded error for a text that UTF-8 cannot hold."""
    return LedgerError(
        "S409",
        "a text holds half of a surrogate pair and cannot be stored",
        saw=f"{path}: {error.reason} at {error.start}",
        do="decode the report as UTF-8 with replacement",
    )


@contextmanager
def faults(path: Path) -> Iterator[None]:
    """Turn SQLite's and the system's errors inside the block into LedgerErrors about `path`."""
    try:
        yield
    except sqlite3.Error as error:
        raise told(error, path) from error
    except UnicodeEncodeError as error:
        raise unstorable(error, path) from error
    except OSError as error:
        raise LedgerError(
            "S405",
            "the ledger cannot be opened",
            saw=f"{path}: {error.strerror or error}",
            do="check that the folder exists and may be written by you",
        ) from error
