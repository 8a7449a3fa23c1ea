"""Files of actors that users have, read into rows of the register by their format."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from sayso.errors import InputError
from sayso.ground import dictionaries, sheets
from sayso.ground.dictionaries import PIVOT, Taken
from sayso.ground.wikidata import wikidata

FORMATS = ("csv", "petrarch", "tabari", "plover-agents", "ucdp", "wikidata")


def taken(path: Path, form: str, *, pivot: int = PIVOT) -> Taken:
    """
    The rows of a file, and the lines that could not be read.

    Args:
        path: The file; it is read as UTF-8, as Latin-1 where that fails.
        form: One of `FORMATS`.
        pivot: Two-digit years up to it are of the 2000s.

    Raises:
        InputError: S140, the file cannot be opened.
    """
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise InputError(
            "S140", "this file of actors cannot be read", saw=f"{path}: {error.strerror}", do="check the path"
        ) from error
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError:
        text = raw.decode("latin-1")
    return _reader(form, pivot)(text, path.name)


def _reader(form: str, pivot: int) -> Callable[[str, str], Taken]:
    readers: dict[str, Callable[[str, str], Taken]] = {
        "csv": sheets.sheet,
        "petrarch": partial(dictionaries.actors, pivot=pivot),
        "tabari": partial(dictionaries.actors, pivot=pivot),
        "plover-agents": dictionaries.agents,
        "ucdp": sheets.ucdp,
        "wikidata": wikidata,
    }
    return readers[form]
