"""The sandbox: limits that bite, a worker that comes back, and nothing left behind."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time

import pytest

from sayso.acquire import Limits, Sandbox
from sayso.errors import QuarantineError

UNCLOSED = "<html><body>" + "<a href=x>" * 400_000


def worker(sandbox: Sandbox) -> int:
    assert sandbox._process is not None
    return sandbox._process.pid


def error(sandbox: Sandbox, html: str) -> QuarantineError:
    with pytest.raises(QuarantineError) as caught:
        sandbox.read(html)
    return caught.value


def test_nothing_is_started_before_there_is_a_page_and_nothing_is_left(page_of):
    with Sandbox() as sandbox:
        assert sandbox._process is None
        sandbox.read(page_of())
        process = sandbox._process
        assert process is not None
        assert process.poll() is None

    assert process.returncode == -signal.SIGKILL


def test_one_worker_reads_many_pages(page_of):
    with Sandbox() as sandbox:
        pids = set()
        for number in range(60):
            assert sandbox.read(page_of(title=f"Title {number}")).heading == f"Title {number}"
            pids.add(worker(sandbox))

    assert len(pids) == 1


def test_a_page_that_takes_too_much_cpu_is_quarantined_and_the_next_one_read(page_of):
    with Sandbox(Limits(cpu=1)) as sandbox:
        began = time.monotonic()
        caught = error(sandbox, UNCLOSED)

        assert caught.code == "S131"
        assert "1 s CPU" in str(caught)
        assert time.monotonic() - began < 15
        assert sandbox.read(page_of()).paragraphs


def test_a_page_that_takes_too_long_is_quarantined_and_the_next_one_read(page_of):
    with Sandbox(Limits(wall=0.5)) as sandbox:
        assert error(sandbox, UNCLOSED).code == "S133"

        sandbox.limits = Limits()
        assert sandbox.read(page_of()).paragraphs


def test_a_page_that_takes_too_much_memory_is_quarantined_and_the_next_one_read(page_of):
    with Sandbox(Limits(memory=150 << 20)) as sandbox:
        assert sandbox.read(page_of()).paragraphs
        assert error(sandbox, UNCLOSED).code == "S132"
        assert sandbox._process is None

        sandbox.limits = Limits()
        assert sandbox.read(page_of()).paragraphs


def test_a_worker_that_is_killed_costs_one_page(page_of):
    with Sandbox() as sandbox:
        sandbox.read(page_of())
        os.kill(worker(sandbox), signal.SIGKILL)
        caught = error(sandbox, page_of())

        assert caught.code == "S134"
        assert "status -9" in str(caught)
        assert sandbox.read(page_of()).paragraphs


def test_the_cpu_limit_is_by_page_and_not_by_worker(page_of):
    heavy = page_of(body="<p>Officials said so on Friday.</p>" * 3000)
    with Sandbox(Limits(cpu=1)) as sandbox:
        pids = set()
        began = time.monotonic()
        while time.monotonic() - began < 4:
            sandbox.read(heavy)
            pids.add(worker(sandbox))

    assert len(pids) == 1


def test_what_is_screened_reaches_no_worker():
    with Sandbox() as sandbox:
        assert error(sandbox, "<p>" * 20_001).code == "S130"
        assert sandbox._process is None


def test_a_file_in_the_current_folder_does_not_pass_for_a_library(page_of, tmp_path, monkeypatch):
    for name in ("trafilatura", "lxml", "msgspec", "htmldate"):
        (tmp_path / f"{name}.py").write_text(f"open('{tmp_path}/ran-{name}', 'w')\nraise SystemExit(3)\n")
    monkeypatch.chdir(tmp_path)
    with Sandbox() as sandbox:
        assert sandbox.read(page_of()).paragraphs

    assert not list(tmp_path.glob("ran-*"))


def test_the_worker_gets_no_secrets_of_the_environment(page_of, monkeypatch):
    monkeypatch.setenv("SOME_TOKEN", "canary")
    with Sandbox() as sandbox:
        sandbox.read(page_of())
        pid = worker(sandbox)
        if os.path.exists(f"/proc/{pid}/environ"):
            with open(f"/proc/{pid}/environ", "rb") as environment:
                assert b"canary" not in environment.read()


def test_an_interrupt_in_the_middle_leaves_no_answer_for_the_next_page(page_of, monkeypatch):
    with Sandbox() as sandbox:
        sandbox.read(page_of())
        with monkeypatch.context() as patched:
            # As if the user pressed Ctrl-C between question and answer.
            patched.setattr("sayso.acquire.sandbox.receive", interrupted)
            with pytest.raises(KeyboardInterrupt):
                sandbox.read(page_of(title="Asked for and never heard"))

        assert sandbox.read(page_of(title="The next one")).heading == "The next one"


def interrupted(stream):
    raise KeyboardInterrupt


def test_an_answer_that_makes_no_sense_is_a_crash(page_of):
    with Sandbox() as sandbox:
        command = [
            sys.executable,
            "-c",
            "import sys; sys.stdout.buffer.write(bytes(7) + bytes([3]) + b'abc')",
        ]
        sandbox._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)

        assert error(sandbox, page_of()).code == "S134"
        assert sandbox.read(page_of()).paragraphs
