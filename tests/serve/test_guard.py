"""Headers, links, printable text."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Route
from starlette.testclient import TestClient

from sayso.serve.guard import HEADERS, Guard, link, printable


@pytest.mark.parametrize("url", ["https://osk.example/1?a=b#c", "http://osk.example", "HTTPS://osk.example/"])
def test_web_addresses_become_links(url: str) -> None:
    assert link(url) == url


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)", "JaVaScRiPt:alert(1)", " javascript:alert(1)", "java\nscript:alert(1)",
        "data:text/html,<script>", "vbscript:x", "file:///etc/passwd", "//evil.example", "/reports", "https:",
        "https:///x", "http://[bad", "", None,
    ],
)  # fmt: skip
def test_nothing_else_becomes_a_link(url: str | None) -> None:
    assert link(url) == ""


@given(st.text(st.characters(), max_size=100))
def test_printable_text_keeps_its_length_and_has_no_controls(text: str) -> None:
    shown = printable(text)

    assert len(shown) == len(text)
    assert not any(unicodedata.category(c) in ("Cc", "Cs") and c not in "\t\n" for c in shown)
    assert printable(None) == ""


def crash(request: Request) -> PlainTextResponse:
    raise ValueError("inside")


@pytest.mark.parametrize("path", ["/", "/missing", "/crash"])
def test_every_answer_carries_the_headers(path: str) -> None:
    app = Starlette(
        routes=[Route("/", lambda request: PlainTextResponse("here")), Route("/crash", crash)],
    )
    answer = TestClient(Guard(app), raise_server_exceptions=False).get(path)

    assert {name: answer.headers[name] for name in HEADERS} == HEADERS


def test_the_policy_lets_no_script_run_and_nothing_be_fetched_from_elsewhere() -> None:
    rules = dict(rule.split(" ", 1) for rule in HEADERS["Content-Security-Policy"].split("; "))

    assert rules["default-src"] == "'none'"
    assert "script-src" not in rules
    assert set(rules.values()) == {"'none'", "'self'"}
