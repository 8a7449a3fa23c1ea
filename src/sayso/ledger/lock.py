"""One writer at a time: a lock file beside the ledger that names its holder."""

from __future__ import annotations

import fcntl
import json
import os
import shlex
import socket
import sys
from datetime import UTC, datetime
from pathlib import Path

from sayso.errors import LockedError

_LONGEST_COMMAND = 200


class WriterLock:
    """
    `flock` on `<ledger>.lock`. The system drops it when its process ends, however it ends; the file
    itself stays, since removing it would let two writers hold two different files of one name.
    """

    def __init__(self, ledger: Path) -> None:
        self.path = ledger.with_name(ledger.name + ".lock")
        self._handle: int | None = None

    def acquire(self) -> None:
        """Take the lock or say who has it. Raises LockedError, OSError."""
        handle = os.open(self.path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            holder = os.pread(handle, 4096, 0)
            os.close(handle)
            raise self._refusal(holder) from None
        os.ftruncate(handle, 0)
        os.pwrite(handle, json.dumps(_holder()).encode(), 0)
        self._handle = handle

    def release(self) -> None:
        """Give the lock back; twice does no harm."""
        if self._handle is None:
            return
        os.ftruncate(self._handle, 0)
        os.close(self._handle)
        self._handle = None

    def _refusal(self, raw: bytes) -> LockedError:
        try:
            who = json.loads(raw)
            saw = f"process {who['pid']} on {who['host']} since {who['since']}: {who['command']}"
        except (ValueError, KeyError, TypeError):
            saw = "a process that has not yet written its name"
        return LockedError(
            "S411",
            "another process is writing to this ledger",
            saw=f"{self.path}: {saw}",
            do="wait until it is done, or stop it; reading is possible meanwhile",
        )


def _holder() -> dict[str, str | int]:
    command = shlex.join(sys.argv)[:_LONGEST_COMMAND]
    return {
        "pid": os.getpid(),
        "host": socket.gethostname(),
        "command": "".join(c if c.isprintable() else "?" for c in command),
        "since": datetime.now(UTC).isoformat(timespec="seconds"),
    }
