"""What several tests of the room stand on: a page, a web server on loopback, one sandbox for all."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from sayso.acquire import Sandbox

Answer = Callable[[BaseHTTPRequestHandler], None]


class Site:
    """A web server on loopback; `answers` says by path what it does, `asked` what it was asked for."""

    def __init__(self) -> None:
        self.answers: dict[str, Answer] = {}
        self.asked: list[str] = []
        site = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self):
                site.asked.append(self.path)
                site.answers[self.path](self)

            def log_message(self, *arguments):
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        threading.Thread(target=self._server.serve_forever, args=(0.02,), daemon=True).start()
        self.port = self._server.server_port
        self.address = f"http://127.0.0.1:{self.port}"

    def gives(self, path, body=b"", status=200, **headers):
        """Lets the path answer with the body; headers with underscores for hyphens."""
        headers = {"content_type": "text/html", **headers}

        def answer(handler):
            handler.send_response(status)
            for name, value in headers.items():
                if value:
                    handler.send_header(name.replace("_", "-"), value)
            handler.send_header("content-length", str(len(body)))
            handler.end_headers()
            handler.wfile.write(body)

        self.answers[path] = answer
        return self.address + path

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()


@pytest.fixture
def site() -> Iterator[Site]:
    site = Site()
    yield site
    site.close()


@pytest.fixture(scope="session")
def sandbox() -> Iterator[Sandbox]:
    with Sandbox() as sandbox:
        yield sandbox


BODY = """
<p>Iran has instructed its allies across the Middle East to be on high alert and <b>avoid</b> provoking
tensions with the US, Iraqi officials said on Friday, according to a news agency.</p>
<p>The request was delivered by a senior Iranian general to allies in Baghdad this week, said the report.</p>
<blockquote><p>“Any attack will be met,” an adviser said.</p></blockquote>
"""


def a_page(
    *, head: str = "", title: str = "Iran tells allies to stand down", body: str = BODY, lang: str = "en"
) -> str:
    """A page as a site would serve it, with its menu, cookie banner and footer."""
    return (
        f'<!doctype html><html lang="{lang}"><head><title>{title} | Some Site</title>{head}</head><body>'
        '<div class="cookie-banner"><p>We use cookies. <button>Accept all</button></p></div>'
        '<nav><ul><li><a href="/">Home</a></li><li><a href="/world">World</a></li></ul></nav>'
        f"<article><h1>{title}</h1>{body}</article>"
        "<footer><p>Copyright 2020. All rights reserved.</p></footer></body></html>"
    )


@pytest.fixture
def page_of() -> Callable[..., str]:
    return a_page
