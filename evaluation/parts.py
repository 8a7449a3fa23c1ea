"""The parts of the evaluation by name."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from evaluation.attribution import attribution
from evaluation.dispatches import dispatches
from evaluation.plover import plover

Part = Callable[[Path], dict[str, float] | None]
PARTS: dict[str, Part] = {"attribution": attribution, "dispatches": dispatches, "plover": plover}
