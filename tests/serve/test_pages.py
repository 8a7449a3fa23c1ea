"""The command that serves the pages: where it listens, and a real server on loopback."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import Result

from sayso.serve.pages import is_loopback

Ask = Callable[..., Result]


@pytest.mark.parametrize("host", ["127.0.0.1", "127.8.8.8", "localhost", "::1", "[::1]"])
def test_loopback_is_this_machine_alone(host: str) -> None:
    assert is_loopback(host)


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.168.1.4", "example.org", "", "127.0.0.1.nip.io"])
def test_anything_else_can_be_reached_from_outside(host: str) -> None:
    assert not is_loopback(host)


def test_a_remote_host_must_be_allowed_in_so_many_words(ask: Ask) -> None:
    done = ask("serve", "--host", "0.0.0.0")

    assert done.exit_code == 2
    assert "--allow-remote" in done.stderr


def test_a_missing_ledger_is_told_before_the_server_starts(ask: Ask, tmp_path: Path) -> None:
    done = ask("serve", of=tmp_path / "none.db")

    assert done.exit_code == 3
    assert "S401" in done.stderr


@pytest.fixture
def server(ledger: Path) -> Iterator[tuple[str, subprocess.Popen[bytes]]]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    process = subprocess.Popen(
        [sys.executable, "-c", "from sayso.serve import main; main()",
         "--ledger", str(ledger), "serve", "--port", str(port)],
        stderr=subprocess.PIPE, env={**os.environ, "PYTHONUNBUFFERED": "1"},
    )  # fmt: skip
    address = f"http://127.0.0.1:{port}"
    for _ in range(200):
        try:
            urllib.request.urlopen(f"{address}/static/app.css", timeout=1).close()
            break
        except OSError:
            time.sleep(0.1)
    yield address, process
    if process.poll() is None:
        process.kill()
    process.wait(10)
    assert process.stderr is not None
    process.stderr.close()


def test_the_pages_are_served_and_ctrl_c_ends_it(server: tuple[str, subprocess.Popen[bytes]]) -> None:
    address, process = server
    page = urllib.request.urlopen(f"{address}/", timeout=10)

    assert page.status == 200
    assert page.headers["Content-Security-Policy"].startswith("default-src 'none'")
    assert "server" not in {name.lower() for name in page.headers}
    assert b"Norland seizes ferry off Osk" in page.read()

    process.send_signal(signal.SIGINT)
    assert process.wait(10) in (0, 130)


def test_another_sites_name_for_this_machine_is_refused(server: tuple[str, subprocess.Popen[bytes]]) -> None:
    request = urllib.request.Request(f"{server[0]}/", headers={"Host": "evil.example"})
    with pytest.raises(urllib.error.HTTPError) as refused:
        urllib.request.urlopen(request, timeout=10)

    assert refused.value.code == 400
    refused.value.close()
