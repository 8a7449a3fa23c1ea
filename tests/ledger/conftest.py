"""Reports and readings made by hand, and a way to compare whole ledgers."""

from __future__ import annotations

import hashlib
import itertools
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from sayso.ledger import Ledger
from sayso.records import (
    Acquired,
    ActorMention,
    Attribution,
    Commitment,
    Event,
    EventPlace,
    Place,
    Reading,
    Report,
    Skipped,
    Span,
    Time,
)

TEXT = (
    "Ferry halted at Osk\n\n"
    "Norland stopped the Osk ferry on Monday, two harbour officials said. "
    "Norland will seize any ship that follows, the ministry warned. "
    "Café owners in Osk protested."
)
Made = tuple[Acquired, Reading]


def _span(text: str, words: str) -> Span:
    start = text.index(words)
    return start, start + len(words)


def make(number: int = 0, *, version: str = "t1", extra: str = "") -> Made:
    """Report `number` of an invented series, with two sources, three events and a threat."""
    text = TEXT + (f" Note {number}. {extra}" if number or extra else "")
    published = datetime(2031, 3, 3, 9, tzinfo=UTC) + timedelta(hours=number)
    key = f"https://news.example/{number}"
    report = Report(
        id=hashlib.sha256(f"{number}{text}".encode()).hexdigest()[:16],
        text=text, key=key, url=key, outlet=("Osk Herald", "Norland Wire")[number % 2],
        title="Ferry halted at Osk", published=published, notes=(Skipped("an advert", "no news", (0, 3)),),
    )  # fmt: skip
    return Acquired(report, text.encode(), "text/plain", f"/in/{number}.txt"), read(report, version)


def read(report: Report, version: str = "t1") -> Reading:
    """What stands in such a report."""
    text = report.text

    def at(words: str) -> Span:
        return _span(text, words)

    officials = Attribution(
        id="a1", source=(at("two harbour officials"),), cue=(at("said"),),
        content=(at("Norland stopped the Osk ferry on Monday"),),
        source_type="anonymous_official", source_actor="NLD GOV",
    )  # fmt: skip
    ministry = Attribution(
        id="a2", source=(at("the ministry"),), cue=(at("warned"),),
        content=(at("Norland will seize any ship"),), source_type="organisation",
        source_actor="NLD GOV", source_name="Norland's ministry",
        parent=None, stance="threaten",
    )  # fmt: skip
    stop = Event(
        id="e1", mentions=(at("stopped"), at("halted")), type="COERCE", status="actual", actor=("NLD GOV",),
        recipient=("OSK BUS", "IGO UNO"), according_to="a1", chain=("a1",), date=("2031-03-03", "2031-03-03"),
        place=EventPlace("Osk", "OSK", 12.5, -3.25),
    )  # fmt: skip
    seize = Event(
        id="e2", mentions=(at("seize"),), type="COERCE", status="threatened", actor=("NLD GOV",),
        according_to="a2", chain=("a2",),
    )  # fmt: skip
    protest = Event(id="e3", mentions=(at("protested"),), type="PROTEST", status="actual", actor=("OSK CVL",))
    threat = Commitment(
        id="c1", kind="threat", by="NLD GOV", condition=(at("any ship that follows"),),
        consequence=(at("Norland will seize"),), attribution="a2", event="e2",
        date=("2031-03-03", "2031-03-03"),
    )  # fmt: skip
    title_end = text.index("\n")
    cuts = [title_end + 2, *(i + 2 for i, c in enumerate(text) if text[i : i + 2] == ". "), len(text)]
    sentences = [(0, title_end), *((a, b) for a, b in itertools.pairwise(cuts) if a < b)]
    return Reading(
        report=report, attributions=(officials, ministry), events=(stop, seize, protest),
        commitments=(threat,),
        times=(Time(at("Monday"), "DATE", "2031-03-03", ("2031-03-03", "2031-03-03"), "weekday"),),
        places=(Place(at("Osk"), "Osk", "OSK", 12.5, -3.25, 7),),
        actors=(
            ActorMention(at("Norland"), "NLD GOV", "Norland", "country name"),
            ActorMention(at("Café owners"), "OSK CVL", "café owners", "occupation"),
        ),
        skipped=(Skipped("a caption", "yields no facts"),), sentences=tuple(sentences), version=version,
    )  # fmt: skip


def dump(ledger: Ledger) -> dict[str, list[str]]:
    """All that a ledger holds, apart from row numbers and the moments of writing."""
    tables = [row[0] for row in ledger.rows("SELECT name FROM sqlite_master WHERE type = 'table'", ())]
    out = {}
    for table in sorted(tables):
        if table.startswith("words"):
            continue
        columns = [row[1] for row in ledger.rows(f"PRAGMA table_info({table})", ())]
        kept = ", ".join(f'"{c}"' for c in columns if c not in ("number", "added"))
        out[table] = sorted(repr(row) for row in ledger.rows(f"SELECT {kept} FROM {table}", ()))
    out["found"] = sorted(hit.report for hit in ledger.search("ferry", None))
    return out


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "sayso.db"


@pytest.fixture(scope="session")
def making() -> Callable[..., Made]:
    return make


@pytest.fixture(scope="session")
def dumping() -> Callable[[Ledger], dict[str, list[str]]]:
    return dump


@pytest.fixture(scope="session")
def rereading() -> Callable[..., Reading]:
    return read
