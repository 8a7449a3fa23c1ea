"""No change may lower a figure below its floor, on the sets that lie beside the checkout."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from evaluation.__main__ import measure
from evaluation.floors import fallen, floors
from evaluation.parts import PARTS

DATA = Path(os.environ.get("SAYSO_DATA", Path(__file__).parents[3] / "shared" / "data"))


@pytest.mark.skipif(
    not DATA.is_dir(), reason=f"no sets to measure on: {DATA} is not there (SAYSO_DATA names it)"
)
@pytest.mark.parametrize("part", sorted(set(PARTS) & set(floors())))
def test_every_figure_keeps_its_floor(part: str) -> None:
    figures = measure(DATA, [part])

    assert figures, f"nothing in {DATA} for {part}"
    assert fallen(figures, floors()) == []
