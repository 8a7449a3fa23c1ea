"""The pages in a real browser: nothing a report brings runs, and nothing is fetched from elsewhere."""

from __future__ import annotations

import re
import shutil
import subprocess
import threading
from collections.abc import Callable, Iterator
from contextlib import closing
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
import uvicorn

from sayso.ledger import Ledger
from sayso.serve.app import make_app

BROWSER = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
pytestmark = pytest.mark.skipif(BROWSER is None, reason="no Chromium on this machine to show the pages with")
OPTIONS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync",
    "--disable-background-networking", "--disable-component-update", "--hide-scrollbars",
    "--disable-dev-shm-usage", "--enable-logging=stderr",
)  # fmt: skip
KeepIn = Callable[..., Path]
Show = Callable[..., subprocess.CompletedProcess[str]]


class Elsewhere(BaseHTTPRequestHandler):
    """A server that no page should ever ask; it remembers every path."""

    def do_GET(self) -> None:
        self.server.asked.append(self.path)  # type: ignore[attr-defined]
        self.send_response(204)
        self.end_headers()

    def log_message(self, *arguments: object) -> None:
        """Keep quiet."""


@pytest.fixture
def elsewhere() -> Iterator[ThreadingHTTPServer]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Elsewhere)
    server.asked = []  # type: ignore[attr-defined]
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield server
    server.shutdown()
    server.server_close()
    thread.join(5)


def payloads(port: int) -> str:
    """Every way to run a script or fetch a picture that fits on one line, each of which would be noticed."""
    call = f"document.title='OWNED';new Image().src='http://127.0.0.1:{port}/ran'"
    here = f"http://127.0.0.1:{port}"
    return " ".join(
        (
            f"<script>{call}</script>", f"\"><img src={here}/img onerror=\"{call}\">",
            f"<svg/onload=\"{call}\">", f"</title><script>{call}</script>",
            f"'-alert(1)-' onfocus={call} autofocus", f"<iframe src=\"javascript:{call}\"></iframe>",
            f"<link rel=stylesheet href={here}/css>", f"<style>@import '{here}/style';</style>",
            f"<base href={here}/>", "{{ 7*7 }}", "<!--",
        )
    )  # fmt: skip


@pytest.fixture
def hostile(keep_in: KeepIn, elsewhere: ThreadingHTTPServer) -> Path:
    bad = payloads(elsewhere.server_port)
    more = dict.fromkeys(("title", "outlet", "byline", "published_from", "dateline", "key"), bad)
    scheme = f"javascript:document.title='OWNED';fetch('http://127.0.0.1:{elsewhere.server_port}/url')"
    return keep_in("hostile.db", {**more, "url": scheme, "hours": 1})


@pytest.fixture
def site(hostile: Path) -> Iterator[str]:
    server = uvicorn.Server(uvicorn.Config(make_app(hostile), port=0, log_level="error"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        thread.join(0.05)
    port = server.servers[0].sockets[0].getsockname()[1]
    yield f"http://127.0.0.1:{port}"
    server.should_exit = True
    thread.join(10)


@pytest.fixture
def show(tmp_path: Path) -> Show:
    def run(*options: str) -> subprocess.CompletedProcess[str]:
        assert BROWSER is not None
        return subprocess.run(
            [BROWSER, *OPTIONS, f"--user-data-dir={tmp_path / 'profile'}", *options],
            capture_output=True, text=True, timeout=90, check=False,
        )  # fmt: skip

    return run


def test_nothing_that_a_report_brings_runs_or_is_fetched(
    site: str,
    hostile: Path,
    elsewhere: ThreadingHTTPServer,
    show: Show,
) -> None:
    with closing(Ledger.open(hostile)) as ledger:
        report = next(ledger.reports()).id
    for path in ("/", f"/reports/{report}", "/?q=onerror", f"/?q={'%3Cscript%3E'}"):
        shown = show("--dump-dom", "--virtual-time-budget=2000", site + path)
        dom = shown.stdout

        assert "<main" in dom, shown.stderr
        assert not re.search(r"<(script|img|iframe|svg|style|base)\b", dom)
        assert 'http-equiv="refresh"' not in dom
        assert not re.search(r"\son\w+=\"", dom.split("&lt;")[0])
        assert "<title>OWNED" not in dom
        assert 'href="javascript:' not in dom
        assert "Content Security Policy" not in shown.stderr
    assert elsewhere.asked == []  # type: ignore[attr-defined]


def test_the_same_payloads_do_run_on_a_page_that_does_not_guard(
    tmp_path: Path, elsewhere: ThreadingHTTPServer, show: Show
) -> None:
    """Without this the test above could pass because the payloads are dull."""
    page = tmp_path / "bare.html"
    page.write_text(f"<!doctype html><title>bare</title><p>{payloads(elsewhere.server_port)}</p>")
    show("--dump-dom", "--virtual-time-budget=2000", page.as_uri())

    assert {"/ran", "/img"} <= set(elsewhere.asked)  # type: ignore[attr-defined]


def test_the_browser_shows_the_article_cut_into_its_pieces(site: str, hostile: Path, show: Show) -> None:
    with closing(Ledger.open(hostile)) as ledger:
        report = next(ledger.reports()).id
    dom = show("--dump-dom", f"{site}/reports/{report}").stdout

    assert '<span class="s-actual" id="m-e1">seized</span>' in dom
    assert '<span class="s-threatened" id="m-e2">sunk</span>' in dom
    assert '<span class="source">two harbour officials</span>' in dom
    assert dom.count('class="note"') == 4


@pytest.mark.parametrize(("width", "name"), [(1440, "wide"), (420, "narrow")])
def test_a_picture_of_the_page_can_be_taken(
    site: str, hostile: Path, tmp_path: Path, width: int, name: str,
    show: Show,
) -> None:  # fmt: skip
    picture = tmp_path / f"{name}.png"
    with closing(Ledger.open(hostile)) as ledger:
        report = next(ledger.reports()).id
    show(f"--window-size={width},900", f"--screenshot={picture}", f"{site}/reports/{report}")
    data = picture.read_bytes()

    assert data.startswith(b"\x89PNG")
    assert int.from_bytes(data[16:20], "big") == width
    assert len(data) > 20_000
