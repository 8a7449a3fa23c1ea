"""
Accuracy floors: what a change may not fall below, and how they are raised.

`floors.json` holds, for each part, the least value of some of its figures. They may only go up:
`python -m evaluation DATA --raise` writes what was measured, less a little for noise, and refuses to
lower anything.
"""

from __future__ import annotations

import json
from pathlib import Path

Figures = dict[str, dict[str, float]]

PATH = Path(__file__).with_name("floors.json")
NOISE = 0.005
"""A floor stands this far below the figure it was raised from."""


def floors(path: Path = PATH) -> Figures:
    """Part -> figure -> least value."""
    read: Figures = json.loads(path.read_text(encoding="utf-8"))
    return read


def fallen(figures: Figures, least: Figures) -> list[str]:
    """A line for each figure below its floor; parts that were not measured are passed over."""
    return [
        f"{part}: {name} is {figures[part].get(name, 0.0):.4f}, its floor is {floor:.4f}"
        for part, named in least.items()
        if part in figures
        for name, floor in named.items()
        if figures[part].get(name, 0.0) < floor
    ]


def raised(figures: Figures, least: Figures) -> Figures:
    """The floors with those that can go up gone up; none goes down, none is added."""
    return {
        part: {name: _higher(figures.get(part, {}).get(name), floor) for name, floor in named.items()}
        for part, named in least.items()
    }


def _higher(figure: float | None, floor: float) -> float:
    return floor if figure is None else max(floor, round(figure - NOISE, 4))
