"""One report's telling of one event, with the parties it came through."""

from __future__ import annotations

from datetime import date
from typing import Literal, TypeAlias

from msgspec import Struct

from sayso.lineage.sources import Party
from sayso.records import Event, Report, Span

Days: TypeAlias = tuple[date, date]
Voice = Literal["source", "heard", "own", "hearsay", "recalled", "retraction"]


class Told(Struct, frozen=True, kw_only=True):
    """
    A telling of an event.

    Args:
        order: Number of the report in order of publication.
        stems: Content words of the sentence, without sources, cues, days and the event's own parties.
        proper: Those of them with a capital inside the sentence: names that tell one bridge from another.
        days: First and last day of the event; None where the text gives none.
        path: The outlet, newsrooms it relays, and the innermost source, as parties.
        voice: Whose word it is: "source"; "heard" (an utterance the newsroom reports as news); "own"
            (the outlet's own voice). No origin have "hearsay" ("media reports"), "recalled" (its own voice,
            of days long gone) and "retraction" (the newsroom takes it back).
        chain: The names of the sources as the report has them, outlet first.
        copy_of: The outlet whose sentence this repeats.
    """

    order: int
    report: Report
    event: Event
    span: Span
    stance: str
    sentence: str
    stems: frozenset[str]
    proper: frozenset[str]
    days: Days | None
    path: tuple[Party, ...]
    voice: Voice
    chain: tuple[str, ...]
    copy_of: str | None = None
    in_title: bool = False

    @property
    def id(self) -> str:
        """`<report id>:<event id>`, as the ledger's rows have it."""
        return f"{self.report.id}:{self.event.id}"

    @property
    def traced(self) -> bool:
        """Does it lead to somebody who claims to know?"""
        return self.voice in ("source", "heard", "own")


def name(report: Report) -> str:
    """What a report is called outside: its URL, else its key, else its id."""
    return report.url or report.key or report.id


def days(event: Event) -> Days | None:
    """The first and last day of an event; None where it has none that can be read."""
    if event.date is None:
        return None
    try:
        first, last = (date.fromisoformat(day[:10]) for day in event.date)
    except ValueError:
        return None
    return (first, last) if first <= last else (last, first)
