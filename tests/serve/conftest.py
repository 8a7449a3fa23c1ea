"""A small ledger made by hand, and a command line to ask it."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from sayso.ledger import Ledger
from sayso.records import (
    Acquired,
    ActorMention,
    Attribution,
    Commitment,
    Event,
    EventPlace,
    Reading,
    Refused,
    Report,
    Skipped,
    Span,
    Time,
)
from sayso.serve.cli import sayso

TITLE = "Norland seizes ferry off Osk"
TEXT = (
    f"{TITLE}\n\n"
    "By Ada Lund\n\n"
    "Norland seized the Osk ferry on Monday, two harbour officials said, according to Norland Wire. "
    "Any ship that follows will be sunk, Defence Minister Per Holm warned.\n\n"
    "Sundmark denied that its navy had fired."
)
FIRST = datetime.fromisoformat("2031-03-04T09:30:00+02:00")
Ask = Callable[..., Result]


def reading_of(report: Report) -> Reading:
    """What stands in such a report."""

    def at(words: str) -> Span:
        start = report.text.index(words)
        return start, start + len(words)

    seized = "Norland seized the Osk ferry on Monday"
    return Reading(
        report=report,
        attributions=(
            Attribution(
                id="a1", source=(at("Norland Wire"),), cue=(at("according to"),),
                content=(at(f"{seized}, two harbour officials said"),), source_type="media",
                source_actor="NOR MED",
            ),
            Attribution(
                id="a2", source=(at("two harbour officials"),), cue=(at("said"),), content=(at(seized),),
                parent="a1", source_type="anonymous_official", source_actor="NOR GOV",
            ),
            Attribution(
                id="a3", source=(at("Defence Minister Per Holm"),), cue=(at("warned"),),
                content=(at("Any ship that follows will be sunk"),), source_name="Per Holm",
                source_type="named_person", source_actor="NOR GOV", stance="threaten",
            ),
        ),
        events=(
            Event(
                id="e1", mentions=(at("seized"), at("seizes")), type="COERCE", status="actual",
                actor=("NOR GOV",), recipient=("SUN CVL",), according_to="a2", chain=("a1", "a2"),
                date=("2031-03-03", "2031-03-03"), place=EventPlace("Osk", "NOR"),
            ),
            Event(
                id="e2", mentions=(at("sunk"),), type="ASSAULT", status="threatened", actor=("NOR GOV",),
                according_to="a3", chain=("a3",),
            ),
            Event(id="e3", mentions=(at("fired"),), type="ASSAULT", status="denied", actor=("SUN MIL",)),
        ),
        commitments=(
            Commitment(
                id="c1", kind="threat", by="NOR GOV", to="SUN CVL", condition=(at("Any ship that follows"),),
                consequence=(at("will be sunk"),), attribution="a3", date=("2031-03-04", "2031-03-04"),
                deadline="2031-03-10", event="e2",
            ),
        ),
        times=(Time(at("on Monday"), "DATE", "2031-03-03", ("2031-03-03", "2031-03-03")),),
        actors=(ActorMention(at("Norland"), "NOR GOV", "Norland", "country name"),),
        boilerplate=(at("By Ada Lund"),),
        skipped=(Skipped("picture", "no words in it"),),
        sentences=tuple(
            at(words)
            for words in (
                TITLE,
                f"{seized}, two harbour officials said, according to Norland Wire.",
                "Any ship that follows will be sunk, Defence Minister Per Holm warned.",
                "Sundmark denied that its navy had fired.",
            )
        ),
        version="0",
    )  # fmt: skip


def report_of(outlet: str = "Harbour Daily", hours: int = 0, **more: object) -> Report:
    """A report of the series; `more` sets any other field."""
    key = outlet.lower().replace(" ", "-")
    known = {
        "id": hashlib.sha256(f"{outlet}{hours}{more}".encode()).hexdigest()[:16],
        "text": TEXT, "title": TITLE, "outlet": outlet, "byline": "Ada Lund",
        "published": FIRST + timedelta(hours=hours),
        "url": f"https://{key}.example/{hours}", "key": f"{key}/{hours}", **more,
    }  # fmt: skip
    return Report(**known)  # type: ignore[arg-type]


def keep(path: Path, *reports: Report) -> Path:
    """A ledger file that holds the reports and a refusal."""
    with Ledger.open(path, write=True) as ledger:
        for report in reports:
            acquired = Acquired(
                report, report.text.encode("utf-8", "replace"), "text/plain", f"in/{report.id}.txt"
            )
            ledger.add(acquired, reading_of(report))
        ledger.add_refused(Refused("in/empty.txt", "[S101] the file is empty"))
    return path


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    reports = [report_of("Harbour Daily"), report_of("Osk Herald", 5), report_of("Sund Radio", 48)]
    return keep(tmp_path / "crisis.db", *reports)


@pytest.fixture
def empty(tmp_path: Path) -> Path:
    with Ledger.open(tmp_path / "empty.db", write=True):
        return tmp_path / "empty.db"


@pytest.fixture
def ask(ledger: Path) -> Ask:
    """`ask("events", "--json")` runs the command line in this process, over the small ledger."""

    def run(*arguments: str, of: Path = ledger, given: str | bytes | None = None) -> Result:
        return CliRunner().invoke(sayso, ["--ledger", str(of), *arguments], input=given)

    return run


@pytest.fixture
def shell(tmp_path: Path) -> Callable[..., subprocess.CompletedProcess[bytes]]:
    """The command line in a process of its own, in an empty folder."""

    def run(*arguments: str, given: bytes = b"", **environment: str) -> subprocess.CompletedProcess[bytes]:
        return subprocess.run(
            [sys.executable, "-c", "from sayso.serve import main; main()", *arguments],
            input=given, capture_output=True, cwd=tmp_path, timeout=60, check=False,
            env={**{k: v for k, v in os.environ.items() if k != "SAYSO_LEDGER"}, **environment},
        )  # fmt: skip

    return run


@pytest.fixture
def reading_with() -> Callable[..., Reading]:
    """`reading_with(outlet="...")`: the reading of one report of the series, fields set as given."""
    return lambda **more: reading_of(report_of(**more))


@pytest.fixture
def keep_in(tmp_path: Path) -> Callable[..., Path]:
    """`keep_in("x.db", {"outlet": ...}, ...)`: a ledger of reports with these fields."""
    return lambda name, *reports: keep(tmp_path / name, *(report_of(**more) for more in reports))
