"""One report through the rooms that read: annotate, attribute, code, ground."""

from __future__ import annotations

from sayso import __version__
from sayso.annotate import annotate
from sayso.attribute import attribute
from sayso.code import code
from sayso.ground import ground
from sayso.records import BOILERPLATE, Annotated, Reading, Report, Skipped, Spans

LANGUAGE = "en"


def read_report(report: Report) -> Reading:
    """
    All that a report yields; a report in another language comes out unread, and says so.

    Raises:
        EngineError: the language engine cannot start.
    """
    if report.language != LANGUAGE:
        return _unread(report, f"the engine reads English; this report is in {report.language!r}")
    if not any(char.isalnum() for char in report.text):
        return _unread(report, "there are no words in it")
    annotated = annotate(report)
    coded = code(annotated, attribute(annotated))
    grounded = ground(annotated, coded.attributions, coded)
    return Reading(
        report=report,
        attributions=grounded.attributions,
        events=grounded.events,
        commitments=grounded.commitments,
        times=grounded.times,
        anchored=grounded.anchored,
        places=grounded.places,
        actors=grounded.actors,
        boilerplate=_boilerplate(annotated),
        skipped=(*report.notes, *annotated.skipped, *coded.skipped, *grounded.skipped),
        sentences=tuple((one.start, one.end) for one in annotated.sentences),
        version=__version__,
    )


def _unread(report: Report, why: str) -> Reading:
    skipped = (*report.notes, Skipped(what="report", why=why))
    return Reading(report=report, skipped=skipped, version=__version__)


def _boilerplate(annotated: Annotated) -> Spans:
    return tuple((one.start, one.end) for one in annotated.segments if one.kind in BOILERPLATE)
