"""The bare encoder is the shipped graph, less everything that stands on its last layer."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import numpy as np

from sayso.annotate.engine import FOLDER, session
from training.bench import bare_graph

ROOT = Path(__file__).parents[2]
GRAPH = (FOLDER / "engine.onnx").read_bytes()


def test_the_cut_graph_gives_the_same_states() -> None:
    given = {name: np.arange(12) % 3 for name in ("case", "quote", "border")} | {"ids": np.arange(1000, 1012)}
    words = {"index": np.arange(1, 11), "sentence": np.zeros(10, dtype=np.int64)}

    bare = session(bare_graph(GRAPH))
    names = {one.name for one in bare.get_inputs()}
    (cut,) = bare.run(["encoded"], {k: v for k, v in (given | words).items() if k in names})
    (whole,) = session(GRAPH).run(["encoded"], given | words)

    assert np.array_equal(cut, whole)
    assert [one.name for one in bare.get_outputs()] == ["encoded"]


def test_figures_are_there_and_in_order() -> None:
    """In a process of its own, since peak memory is the whole process's."""
    code = (
        "import json; from training.bench import bench; "
        "print(json.dumps(bench(['The minister said that the talks had failed. ' * 8], seconds=0.1)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, timeout=120, check=True
    )
    found = json.loads(done.stdout)

    assert 0.0 < found["read share of encoder"] < 1.5
    assert found["peak memory MB"] < 600
