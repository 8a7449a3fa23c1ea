"""
The process in which foreign markup is parsed: frames in on standard input, frames out on standard
output. It may use only so much time and memory, and no network, no other program and no file to write.

`Sandbox` starts it: `python -P -c START CPU_SECONDS MEMORY_BYTES`.
"""

from __future__ import annotations

import os
import re
import signal
import struct
import sys
from typing import BinaryIO

import msgspec
from msgspec import Struct

from sayso.acquire.page import Page, page

START = "from sayso.acquire.worker import main; main()"
LENGTH = struct.Struct(">Q")
LONGEST_FRAME = 100_000_000
RENEW_CACHES = 50
NEARLY = 0.95
PEAK = re.compile(rb"VmPeak:\s+(\d+) kB")
FORBIDDEN = (
    "socket.connect", "socket.bind", "socket.sendto", "socket.sendmsg", "socket.getaddrinfo",
    "socket.gethostbyname", "subprocess.Popen", "os.system", "os.exec", "os.fork", "os.forkpty",
    "os.posix_spawn", "os.spawn", "os.remove", "os.rename", "os.truncate", "shutil.rmtree",
)  # fmt: skip


class Task(Struct, frozen=True):
    """A page to read, and where it is from."""

    html: str
    url: str | None = None


class Answer(Struct, frozen=True):
    """The page, or why there is none; `memory` where it took too much."""

    page: Page | None = None
    error: str | None = None
    memory: bool = False


def main() -> None:
    """Answers tasks until the input ends."""
    cpu_seconds, memory = int(sys.argv[1]), int(sys.argv[2])
    tasks, answers = sys.stdin.buffer, os.fdopen(os.dup(1), "wb")
    with open(os.devnull, "wb") as nowhere:
        # A library that prints must not break the frames.
        os.dup2(nowhere.fileno(), 1)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _import_parsers()
    _confine(memory)
    count = 0
    while (frame := receive(tasks)) is not None:
        _allow(cpu_seconds)
        answer = _answer(msgspec.msgpack.decode(frame, type=Task))
        if _peak() > NEARLY * memory:
            # Parsers may have swallowed the shortage and left half a page; a whole one is not to be had.
            answer = Answer(error="memory ran out", memory=True)
        send(answers, msgspec.msgpack.encode(answer))
        count += 1
        if answer.memory:
            return
        if count % RENEW_CACHES == 0:
            _renew_caches()


def send(stream: BinaryIO, frame: bytes) -> None:
    """Writes a frame: eight bytes of length, then the bytes."""
    stream.write(LENGTH.pack(len(frame)))
    stream.write(frame)
    stream.flush()


def receive(stream: BinaryIO) -> bytes | None:
    """Reads a frame; None where the stream ends before it does."""
    head = stream.read(LENGTH.size)
    if len(head) < LENGTH.size:
        return None
    (length,) = LENGTH.unpack(head)
    if length > LONGEST_FRAME:
        return None  # nothing that was sent here on purpose
    frame = stream.read(length)
    return frame if len(frame) == length else None


def _answer(task: Task) -> Answer:
    try:
        return Answer(page(task.html, task.url))
    except MemoryError:
        return Answer(error="MemoryError", memory=True)
    except Exception as error:  # whatever a parser does on foreign input is this page's matter alone
        return Answer(error=f"{type(error).__name__}: {error}"[:300])


def _import_parsers() -> None:
    try:
        import htmldate
        import trafilatura
    except ImportError:
        return  # the first answer tells which one is missing
    del htmldate, trafilatura


def _renew_caches() -> None:
    """Both libraries keep what they have seen; in a long run that adds up."""
    from trafilatura.meta import reset_caches

    reset_caches()


def _confine(memory: int) -> None:
    sys.addaudithook(_refuse)
    try:
        import resource
    except ImportError:
        return  # no such limits on Windows; the wall clock of the sandbox is left
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    if sys.platform == "linux":
        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))


def _peak() -> int:
    """The most address space the process ever had, in bytes; 0 where the system does not tell."""
    try:
        with open("/proc/self/status", "rb") as status:
            found = PEAK.search(status.read())
    except OSError:
        return 0
    return int(found[1]) << 10 if found else 0


def _allow(cpu_seconds: int) -> None:
    """The limit counts the process's whole life, so every task moves it on from what is used."""
    try:
        import resource
    except ImportError:
        return
    usage = resource.getrusage(resource.RUSAGE_SELF)
    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    used = int(usage.ru_utime + usage.ru_stime)
    resource.setrlimit(resource.RLIMIT_CPU, (used + cpu_seconds + 1, hard))


def _refuse(event: str, arguments: tuple[object, ...]) -> None:
    if event in FORBIDDEN:
        raise PermissionError(f"{event} is not allowed here")
    if event == "open" and isinstance(arguments[1], str) and set(arguments[1]) & set("wax+"):
        raise PermissionError("writing is not allowed here")
