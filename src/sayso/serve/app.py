"""The pages as an ASGI application (Starlette): reports, and one report, as HTML and as JSON; read-only."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp

from sayso import __version__
from sayso.errors import QueryError, SaysoError
from sayso.ledger import Ledger, query
from sayso.publish.dates import published
from sayso.publish.encode import as_json
from sayso.publish.words import STATUS_WORDS, counted
from sayso.serve import article
from sayso.serve.guard import Guard, link, printable

LOOPBACK = ("127.0.0.1", "localhost", "::1", "[::1]")
PAGE = 100
LONGEST_QUESTION = 200


def make_app(ledger: Path, *, any_host: bool = False) -> ASGIApp:
    """
    The application over one ledger file.

    Args:
        ledger: Opened anew, read-only, for each request.
        any_host: Answer to any Host header, not only this machine's loopback names.
    """
    hosts = ["*"] if any_host else list(LOOPBACK)
    app = Starlette(
        routes=[
            Route("/", reports_page),
            Route("/reports.json", reports_json),
            Route("/reports/{name:path}.json", report_json),
            Route("/reports/{name:path}", report_page),
            Mount("/static", StaticFiles(packages=[("sayso.serve", "static")])),
        ],
        middleware=[Middleware(TrustedHostMiddleware, allowed_hosts=hosts, www_redirect=False)],
        exception_handlers={HTTPException: http_error, SaysoError: sayso_error, Exception: fault},
    )
    app.state.ledger = ledger
    app.state.templates = _templates()
    return Guard(app)  # outside of all, so that answers to faults carry its headers too


def _templates() -> Environment:
    made = Environment(
        loader=PackageLoader("sayso.serve", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters.update(link=link, printable=printable)
    made.globals.update(version=__version__, counted=counted)
    return made


def _page(request: Request, name: str, status: int = 200, **known: Any) -> HTMLResponse:
    template = request.app.state.templates.get_template(name)
    return HTMLResponse(template.render(ledger=request.app.state.ledger.name, **known), status)


def _json(value: Any) -> Response:
    return Response(as_json(value), media_type="application/json")


def _open(request: Request) -> Ledger:
    return Ledger.open(request.app.state.ledger)


# ------------------------------------------------------------------ reports
def reports_page(request: Request) -> Response:
    """All reports, or those that hold the words of `?q=`, a hundred to a page."""
    words = _words(request)
    if words:
        return _found(request, words)
    with _open(request) as ledger:
        rows, total = query.reports(ledger)
        outlets = len({row.outlet for row in rows if row.outlet})
        refused = sum(1 for _ in ledger.refusals())
    page = _number(request)
    shown = newest_first(rows)[(page - 1) * PAGE : page * PAGE]
    return _page(
        request, "reports.html", rows=shown, total=total, outlets=outlets, refused=refused, page=page,
        pages=max(1, -(-total // PAGE)),
    )  # fmt: skip


def newest_first(rows: list[query.ReportRow]) -> list[query.ReportRow]:
    """Rows that come oldest first and undated last, turned round; the undated stay last."""
    dated = [row for row in rows if row.published]
    return [*reversed(dated), *(row for row in rows if not row.published)]


def _found(request: Request, words: str) -> Response:
    with _open(request) as ledger:
        # Marks that no report can hold: private use, taken out of the text before it is shown.
        hits = ledger.search(words, PAGE, ("\ue000", "\ue001"))
        total = ledger.hits(words)
    return _page(request, "found.html", hits=hits, total=total, words=words)


def _words(request: Request) -> str:
    return request.query_params.get("q", "").strip()[:LONGEST_QUESTION]


def _number(request: Request) -> int:
    asked = request.query_params.get("page", "1")
    return max(1, int(asked)) if asked.isascii() and asked.isdigit() and len(asked) < 7 else 1


def reports_json(request: Request) -> Response:
    """The rows of the reports page, or of a search, as JSON."""
    words = _words(request)
    with _open(request) as ledger:
        if words:
            return _json({"reports": ledger.search(words, None), "total": ledger.hits(words)})
        rows, total = query.reports(ledger)
    return _json({"reports": rows, "total": total})


# ------------------------------------------------------------------ one report
def report_page(request: Request) -> Response:
    """One report, its words beside who says so and what is told."""
    with _open(request) as ledger:
        reading = ledger.reading(request.path_params["name"])
    blocks = article.article(reading)
    return _page(
        request, "report.html", reading=reading, report=reading.report, blocks=blocks,
        unplaced=article.unplaced(reading), published=published(reading.report),
        titled=any(block.kind == "title" for block in blocks),
        statuses=[(article.status_look(name), word) for name, word in STATUS_WORDS.items()],
        skipped=tuple(dict.fromkeys((*reading.report.notes, *reading.skipped))),
    )  # fmt: skip


def report_json(request: Request) -> Response:
    """The reading of one report, in the names of the contract."""
    with _open(request) as ledger:
        return _json(ledger.reading(request.path_params["name"]))


# ------------------------------------------------------------------ errors
def http_error(request: Request, error: Exception) -> Response:
    """A page that says what is not here."""
    status = error.status_code if isinstance(error, HTTPException) else 500
    titles = {404: "There is no such page", 405: "These pages can only be read"}
    return _page(request, "error.html", status, title=titles.get(status, "This did not work"), saw="", do="")


def sayso_error(request: Request, error: Exception) -> Response:
    """A page with the error's own words: 404 for a name that nothing bears, 503 for the ledger."""
    assert isinstance(error, SaysoError)
    status = 404 if isinstance(error, QueryError) else 503
    happened = f"{error.happened[:1].upper()}{error.happened[1:]}"
    return _page(request, "error.html", status, title=happened, saw=error.saw, do=error.do)


def fault(request: Request, error: Exception) -> Response:
    """A page for a fault of the program; its traceback goes to the server's log."""
    title = "A fault in Sayso"
    return _page(request, "error.html", 500, title=title, saw=type(error).__name__, do="The log has more.")
