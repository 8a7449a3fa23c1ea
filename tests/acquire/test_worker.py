"""The worker as a process: what it answers, and what it may not do."""

from __future__ import annotations

import io
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest

from sayso.acquire.worker import START, Answer, Task, receive, send

SOURCE = str(Path(__file__).parents[2] / "src")


def answers(*tasks: Task, memory: int = 1 << 30) -> list[Answer]:
    command = [sys.executable, "-P", "-c", START, "10", str(memory)]
    frames = io.BytesIO()
    for task in tasks:
        send(frames, msgspec.msgpack.encode(task))
    done = subprocess.run(
        command, input=frames.getvalue(), capture_output=True, timeout=60, env={"PYTHONPATH": SOURCE}
    )
    out = io.BytesIO(done.stdout)
    found = []
    while (frame := receive(out)) is not None:
        found.append(msgspec.msgpack.decode(frame, type=Answer))
    return found


def test_it_answers_every_task_and_ends_with_its_input(page_of):
    first, second = answers(
        Task(page_of()), Task(page_of(title="Another title"), "https://example.com/2020/11/20/x")
    )

    assert first.page is not None
    assert first.page.heading == "Iran tells allies to stand down"
    assert second.page is not None
    assert second.page.heading == "Another title"
    assert second.page.dates[0].words == "2020-11-20"


def run_confined(code: str) -> str:
    """What a process confined as the worker is prints, or the error it ends with."""
    start = "import os, socket, subprocess\nfrom sayso.acquire.worker import _confine\n_confine(1 << 30)\n"
    done = subprocess.run(
        [sys.executable, "-P", "-c", start + code],
        capture_output=True,
        text=True,
        timeout=60,
        env={"PYTHONPATH": SOURCE},
    )
    return done.stdout + done.stderr


@pytest.mark.parametrize(
    "code",
    [
        "socket.create_connection(('127.0.0.1', 9))",
        "socket.getaddrinfo('localhost', 80)",
        "socket.socket(socket.AF_INET, socket.SOCK_DGRAM).sendto(b'x', ('127.0.0.1', 9))",
        "socket.socket().bind(('127.0.0.1', 0))",
        "import urllib.request; urllib.request.urlopen('http://127.0.0.1:9/')",
        "subprocess.run(['true'])",
        "os.system('true')",
        "os.fork()",
        "os.execv('/bin/true', ['true'])",
        "open('left.txt', 'w')",
        "open('left.txt', 'ab')",
        "os.remove('left.txt')",
    ],
)
def test_no_network_no_program_and_no_file_to_write(code):
    assert "not allowed here" in run_confined(code)


def test_what_parsers_need_is_allowed():
    assert run_confined("print(len(open(os.__file__).read()) > 0)") == "True\n"


@pytest.mark.skipif(sys.platform != "linux", reason="address space is limited on Linux only")
def test_memory_is_limited():
    assert "MemoryError" in run_confined("x = bytearray(2 << 30)")


def test_frames_come_back_whole_or_not_at_all():
    stream = io.BytesIO()
    send(stream, b"one")
    send(stream, b"")
    whole = stream.getvalue()
    stream.seek(0)

    assert receive(stream) == b"one"
    assert receive(stream) == b""
    assert receive(stream) is None
    assert receive(io.BytesIO(whole[:10])) is None
    assert receive(io.BytesIO(whole[:3])) is None
    assert receive(io.BytesIO(b"\xff" * 8 + b"x")) is None
