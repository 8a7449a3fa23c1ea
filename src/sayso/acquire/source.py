"""One source the user names: a path, a folder, an address, or standard input."""

from __future__ import annotations

import stat
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from sayso.acquire.folder import files
from sayso.acquire.intake import Intake, Origin
from sayso.acquire.oddities import storable
from sayso.acquire.refusal import refused
from sayso.acquire.sniffing import BY_MEDIA_TYPE, BY_SUFFIX, Kind
from sayso.errors import InputError
from sayso.records import Acquired, Refused

STANDARD_INPUT = "-"


def from_source(
    source: str, intake: Intake, *, allow_private: bool, stdin: BinaryIO | None
) -> Iterator[Acquired | Refused]:
    """The reports of a source, and what in it gave none."""
    if source == STANDARD_INPUT:
        yield from intake.stream(stdin or sys.stdin.buffer, Origin(STANDARD_INPUT))
    elif "://" in source:
        yield from _from_url(source, intake, allow_private)
    else:
        # An empty name would be the current folder.
        yield from _from_path(Path(source or "\0"), intake)


def _from_url(url: str, intake: Intake, allow_private: bool) -> Iterator[Acquired | Refused]:
    # The HTTP library is slow to import and only this branch needs it.
    from sayso.acquire.fetch import fetch, shown

    try:
        page = fetch(url, allow_private=allow_private)
    except InputError as error:
        yield refused(error, shown(url))
        return
    hint: Kind | None = BY_MEDIA_TYPE.get(page.media_type or "")
    yield from intake.whole(page.raw, Origin(url, key=url, url=page.url, charset=page.charset, hint=hint))


def _from_path(path: Path, intake: Intake) -> Iterator[Acquired | Refused]:
    try:
        mode = path.stat().st_mode
    except (FileNotFoundError, ValueError):
        do = "check the path; an address begins with https://"
        yield refused(InputError("S107", "there is no such file or folder", do=do), printable(path))
    except OSError as error:
        yield _unreadable(error, path)
    else:
        yield from _from_folder(path, intake) if stat.S_ISDIR(mode) else _from_file(path, intake)


def _from_folder(folder: Path, intake: Intake) -> Iterator[Acquired | Refused]:
    found = False
    for path in files(folder):
        found = True
        if isinstance(path, OSError):
            yield _unreadable(path, Path(path.filename or folder))
        else:
            yield from _from_file(path, intake)
    if not found:
        error = InputError("S108", "the folder holds no file", do="names with a dot in front are not read")
        yield refused(error, printable(folder))


def _from_file(path: Path, intake: Intake) -> Iterator[Acquired | Refused]:
    name = printable(path)
    origin = Origin(name, key=printable(Path(path.name)), hint=BY_SUFFIX.get(path.suffix.lower()))
    try:
        with path.open("rb") as stream:
            yield from intake.stream(stream, origin)
    except OSError as error:
        yield _unreadable(error, path)


def _unreadable(error: OSError, path: Path) -> Refused:
    name = printable(path)
    saw = f"{name}: {error.strerror or error}"
    return refused(
        InputError("S109", "the file cannot be read", saw=saw, do="check what it is and who may read it"),
        name,
    )


def printable(path: Path) -> str:
    """A path as text that can be stored, whatever bytes are in its name."""
    return storable(str(path))[0]
