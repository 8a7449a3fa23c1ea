"""The worker that reads foreign markup, seen from outside: started when needed, killed when it must be."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
import threading
from pathlib import Path
from types import TracebackType
from typing import IO, BinaryIO, cast

import msgspec
from msgspec import Struct

from sayso.acquire.page import Page
from sayso.acquire.screen import DO, screen
from sayso.acquire.worker import START, Answer, Task, receive, send
from sayso.errors import QuarantineError

KEPT_VARIABLES = ("PATH", "LANG", "LC_ALL", "TZ", "SYSTEMROOT", "PYTHONHOME", "PYTHONPATH", "VIRTUAL_ENV")


class Limits(Struct, frozen=True):
    """What one page may take: CPU and wall time in seconds, address space in bytes (Linux)."""

    cpu: int = 10
    wall: float = 20.0
    memory: int = 1 << 30


class Sandbox:
    """
    Reads pages in a process of its own, one after another. Not for several threads at once.

    The process starts with the first page, and anew after one that broke it. Use it as a context
    manager, or `close` it.
    """

    def __init__(self, limits: Limits | None = None) -> None:
        self.limits = limits or Limits()
        self._process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Sandbox:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def read(self, html: str, url: str | None = None) -> Page:
        """
        What the page says of itself.

        Raises:
            QuarantineError: S130 refused unparsed, S131 CPU time, S132 memory, S133 wall time,
                S134 the parser crashed, S135 it gave up.
        """
        screen(html)
        answer = self._ask(msgspec.msgpack.encode(Task(html, url)))
        if answer.memory:
            self.close()
            raise QuarantineError("S132", "the page takes too much memory to parse", saw=self._told(), do=DO)
        if answer.page is None:
            raise QuarantineError("S135", "the page could not be parsed", saw=answer.error or "", do=DO)
        return answer.page

    def close(self) -> None:
        """Ends the worker, if there is one."""
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            process.wait()
            for stream in (process.stdin, process.stdout):
                _shut(stream)

    def _ask(self, frame: bytes) -> Answer:
        process = self._process = self._process or self._started()
        into, out = cast(BinaryIO, process.stdin), cast(BinaryIO, process.stdout)
        late = threading.Event()
        alarm = threading.Timer(self.limits.wall, _kill, (process, late))
        alarm.daemon = True
        alarm.start()
        try:
            send(into, frame)
            reply = receive(out)
            answer = msgspec.msgpack.decode(reply, type=Answer) if reply is not None else None
        except (OSError, msgspec.MsgspecError):
            answer = None
        except BaseException:
            # Left in the middle, the worker's next answer would be taken for that of another page.
            self.close()
            raise
        finally:
            alarm.cancel()
        if answer is None or late.is_set():
            raise self._broken(process, late.is_set())
        return answer

    def _started(self) -> subprocess.Popen[bytes]:
        # -P: a file in the current folder must not pass for one of the worker's libraries.
        command = [sys.executable, "-P", "-c", START, str(self.limits.cpu), str(self.limits.memory)]
        return subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=_environment(),
        )

    def _broken(self, process: subprocess.Popen[bytes], late: bool) -> QuarantineError:
        if not late:
            try:
                process.wait(1)
            except subprocess.TimeoutExpired:
                process.kill()
        self.close()
        if late:
            return QuarantineError("S133", "the page takes too long to parse", saw=self._told(), do=DO)
        if process.returncode == -getattr(signal, "SIGXCPU", 0) != 0:
            return QuarantineError(
                "S131", "the page takes too much CPU time to parse", saw=self._told(), do=DO
            )
        saw = f"the worker ended with status {process.returncode}"
        return QuarantineError("S134", "the parser crashed on this page", saw=saw, do=DO)

    def _told(self) -> str:
        limits = self.limits
        return f"limits: {limits.cpu} s CPU, {limits.wall:g} s wall, {limits.memory >> 20} MiB"


def _kill(process: subprocess.Popen[bytes], late: threading.Event) -> None:
    late.set()
    process.kill()


def _shut(stream: IO[bytes] | None) -> None:
    # An unsent rest of a frame goes with the dead worker.
    with contextlib.suppress(OSError):
        if stream is not None:
            stream.close()


def _environment() -> dict[str, str]:
    """Only what Python needs to start; the rest, tokens among it, is no business of a parser."""
    kept = {name: os.environ[name] for name in KEPT_VARIABLES if name in os.environ}
    source = str(Path(__file__).resolve().parents[2])
    kept["PYTHONPATH"] = os.pathsep.join(filter(None, (source, kept.get("PYTHONPATH"))))
    return kept
