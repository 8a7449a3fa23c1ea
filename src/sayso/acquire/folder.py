"""The files under a folder, in one order on every machine."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path


def files(folder: Path) -> Iterator[Path | OSError]:
    """
    All files below, by path; an OSError in place of what cannot be listed or is no file.

    Names that begin with a dot are left out. Links are followed, a folder is entered once.
    """
    yield from _below(folder, set())


def _below(folder: Path, entered: set[tuple[int, int]]) -> Iterator[Path | OSError]:
    try:
        status = folder.stat()
        names = sorted(name for name in os.listdir(folder) if not name.startswith("."))
    except OSError as error:
        yield error
        return
    if (status.st_dev, status.st_ino) in entered:
        return
    entered.add((status.st_dev, status.st_ino))
    for name in names:
        path = folder / name
        if path.is_dir():
            yield from _below(path, entered)
        elif path.is_file():
            yield path
        else:
            what = "a link to nothing" if path.is_symlink() else "no file"
            yield OSError(0, what, str(path))
