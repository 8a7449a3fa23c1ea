"""The scorer of time expressions in `evaluation`, and a floor on TimeBank where it is at hand."""

from __future__ import annotations

import importlib.util
import os
from pathlib import Path
from types import ModuleType

import pytest

from sayso.records import Time

HERE = Path(__file__).parent
DATA = Path(os.environ.get("SAYSO_DATA", HERE.parents[2] / "shared" / "data"))
TIMEBANK = DATA / "tempeval3" / "timebank"


@pytest.fixture(scope="module")
def timeml() -> ModuleType:
    spec = importlib.util.spec_from_file_location("timeml", HERE.parents[1] / "evaluation" / "timeml.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_read_gives_spans_of_the_bare_text(timeml: ModuleType, tmp_path: Path) -> None:
    path = tmp_path / "a.tml"
    path.write_text(
        '<TimeML><DCT><TIMEX3 tid="t0" type="DATE" value="2001-02-03">x</TIMEX3></DCT><TEXT>A &amp; B '
        '<EVENT>met</EVENT> <TIMEX3 type="DATE" value="2001-02-02">yesterday</TIMEX3>.</TEXT></TimeML>'
    )
    gold = timeml.read(path)

    assert gold.text == "A & B met yesterday."
    assert (Time((10, 19), "DATE", "2001-02-02"),) == gold.times
    assert gold.created.date().isoformat() == "2001-02-03"


def test_score_counts_spans_and_values_apart(timeml: ModuleType) -> None:
    gold = (Time((0, 6), "DATE", "2001"), Time((10, 19), "DATE", "2002"))
    got = (Time((0, 6), "DATE", "2001"), Time((8, 19), "DATE", "2003"), Time((30, 33), "DATE", "2004"))
    score = timeml.score([(gold, got)])

    assert pytest.approx(0.4) == score.strict
    assert pytest.approx(0.8) == score.relaxed
    assert pytest.approx(0.4) == score.value


@pytest.mark.skipif(not TIMEBANK.is_dir(), reason="TimeBank is not at hand")
def test_timebank_floor(timeml: ModuleType) -> None:
    score = timeml.score((gold.times, timeml.found(gold)) for gold in timeml.documents(TIMEBANK, every=9))

    assert score.relaxed > 0.88
    assert score.value > 0.64
