"""The parts of the evaluation by name, in the order of the rooms they measure."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from evaluation.anchored import anchored
from evaluation.attribution import attribution
from evaluation.dispatches import dispatches
from evaluation.hops import hops
from evaluation.leads import leads
from evaluation.mentions import mentions
from evaluation.namesakes import namesakes
from evaluation.places import places
from evaluation.plover import plover
from evaluation.published import published
from evaluation.reports import reports
from evaluation.subevents import subevents
from evaluation.times import times
from evaluation.unhappened import unhappened
from training.evaluate import heads

Part = Callable[[Path], dict[str, float] | None]
PARTS: dict[str, Part] = {
    "heads": heads,
    "attribution": attribution,
    "hops": hops,
    "plover": plover,
    "subevents": subevents,
    "leads": leads,
    "unhappened": unhappened,
    "published": published,
    "times": times,
    "places": places,
    "anchored": anchored,
    "namesakes": namesakes,
    "mentions": mentions,
    "dispatches": dispatches,
    "reports": reports,
}
