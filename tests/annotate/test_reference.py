"""The plain pass decides as the graph does, and its parts are what they say."""

from __future__ import annotations

import json
import math
from functools import cache
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

import sayso
from sayso.annotate.engine import FOLDER, INPUTS, OUTPUTS, default_engine, session
from sayso.annotate.inputs import Window, cut, prepare
from sayso.annotate.reference import FAR, STEPS, Pass, Reference, erf, gelu, log_softmax, softmax
from sayso.annotate.sentences import paragraphs
from sayso.annotate.tokens import tokens
from sayso.errors import EngineError

Scores = dict[str, NDArray[np.float32]]

# Rounding activations to 8 bits turns the closest decisions; a wrong weight turns most.
TAGS, TREES = 0.98, 0.97
rows = st.lists(st.floats(-50, 50, width=32), min_size=1, max_size=8)


@cache
def reference() -> Reference:
    return Reference((FOLDER / "engine.onnx").read_bytes())


def windows(text: str) -> list[Window]:
    return cut(prepare(tokens(text, paragraphs(text)), default_engine().pieces))


def feeds(window: Window) -> dict[str, NDArray[np.int64]]:
    return {name: getattr(window, name) for name in INPUTS}


@cache
def both() -> list[tuple[Scores, Scores]]:
    """The graph's outputs and ours for the first windows of the samples."""
    graph = session((FOLDER / "engine.onnx").read_bytes())
    folder = Path(sayso.__file__).parent / "samples"
    rows = [json.loads(line) for path in sorted(folder.rglob("*.jsonl")) for line in path.open("rb")]
    chosen = [feeds(window) for row in rows[:12] for window in windows(f"{row['title']}\n\n{row['text']}")]
    return [
        (
            dict(zip(OUTPUTS, graph.run(OUTPUTS, given), strict=True)),
            dict(zip(OUTPUTS, reference().run(OUTPUTS, given), strict=True)),
        )
        for given in chosen
    ]


def agreed(name: str, *, best: bool) -> float:
    """The share of words for which both give the same label, or the same best one."""
    pairs = [(theirs[name], ours[name]) for theirs, ours in both()]
    if best:
        pairs = [(a.argmax(axis=-1), b.argmax(axis=-1)) for a, b in pairs]
    return float(np.mean(np.concatenate([a == b for a, b in pairs])))


# ------------------------------------------------------------------ against the graph
@pytest.mark.parametrize("name", ["upos", "xpos"])
def test_tags_agree(name: str) -> None:
    assert agreed(name, best=False) >= TAGS


@pytest.mark.parametrize("name", ["entity", "cue", "nominal"])
def test_the_likeliest_labels_agree(name: str) -> None:
    assert agreed(name, best=True) >= TAGS


def test_trees_agree() -> None:
    assert agreed("arcs", best=True) >= TREES
    assert agreed("relation", best=False) >= TREES


@pytest.mark.parametrize("name", ["rows", "mentions"])
def test_the_words_looked_at_closer_agree(name: str) -> None:
    apart = sum(len(set(theirs[name]) ^ set(ours[name])) for theirs, ours in both())
    words = sum(len(theirs["upos"]) for theirs, _ in both())

    assert apart <= (1 - TREES) * words


def test_links_agree_where_the_same_words_were_asked() -> None:
    found = [
        ((theirs["link"][i] > 0) == (ours["link"][j] > 0)).ravel()
        for theirs, ours in both()
        for i, j in zip(*np.nonzero(theirs["rows"][:, None] == ours["rows"]), strict=True)
    ]

    assert np.mean(np.concatenate(found)) >= TAGS


def test_roles_agree_where_the_same_pairs_were_asked() -> None:
    right = total = 0
    for theirs, ours in both():
        best = [
            dict(zip(map(tuple, one["pairs"].tolist()), one["role"].argmax(axis=-1).tolist(), strict=True))
            for one in (theirs, ours)
        ]
        shared = best[0].keys() & best[1].keys()
        right += sum(best[0][pair] == best[1][pair] for pair in shared)
        total += len(shared)

    assert right >= TREES * total


@pytest.mark.parametrize(("name", "most"), [("predicate", 0.05), ("factuality", 0.1)])
def test_degrees_are_close(name: str, most: float) -> None:
    """Factuality is on a scale of six."""
    apart = np.concatenate([np.abs(theirs[name] - ours[name]) for theirs, ours in both()])

    assert np.mean(apart) <= most


def test_outputs_have_the_graphs_shapes_and_types() -> None:
    given = feeds(windows("No")[0])

    theirs = session((FOLDER / "engine.onnx").read_bytes()).run(OUTPUTS, given)
    ours = reference().run(OUTPUTS, given)

    assert [(a.dtype, a.shape) for a in theirs] == [(a.dtype, a.shape) for a in ours]


# ------------------------------------------------------------------ behaving as a session
def test_outputs_come_in_the_order_asked_for() -> None:
    given = feeds(windows("Talks failed.")[0])

    upos, cue = reference().run(["upos", "cue"], given)
    cue_again, upos_again = reference().run(["cue", "upos"], given)

    assert np.array_equal(upos, upos_again)
    assert np.array_equal(cue, cue_again)


def test_every_output_of_the_graph_is_a_step() -> None:
    assert set(OUTPUTS) <= STEPS.keys()


def test_inputs_are_left_as_they_are() -> None:
    given = feeds(windows("Talks failed. Nobody knew why.")[0])
    before = {name: value.copy() for name, value in given.items()}

    reference().run(OUTPUTS, given)

    assert all(np.array_equal(given[name], before[name]) for name in INPUTS)


def test_an_unknown_output_is_an_error() -> None:
    with pytest.raises(KeyError, match="mood"):
        reference().run(["mood"], feeds(windows("Talks failed.")[0]))


def test_a_missing_weight_is_named() -> None:
    with pytest.raises(EngineError, match=r"S205.*no cue\.weight in it"):
        Pass({}, {"for attribution": np.ones((1, 2), dtype=np.float32)})["cue"]


def test_no_arc_leaves_a_sentence() -> None:
    (window,) = windows("Talks failed. Nobody knew why.")

    (arcs,) = reference().run(["arcs"], feeds(window))

    apart = window.sentence[:, None] != window.sentence
    assert apart.any()
    assert arcs[apart].max() < FAR / 2 < arcs[~apart].min()


# ------------------------------------------------------------------ functions
@given(rows)
def test_erf_is_the_error_function(values: list[float]) -> None:
    x = np.array(values, dtype=np.float32)

    assert erf(x) == pytest.approx([math.erf(one) for one in x], abs=5e-7)
    assert erf(x).dtype == np.float32


@given(rows)
def test_gelu_lies_between_nothing_and_its_input(values: list[float]) -> None:
    x = np.array(values, dtype=np.float32)

    # The least it falls to is -0.17, at -0.75.
    assert (gelu(x) >= -0.171).all()
    assert (gelu(x) <= np.maximum(x, 0) + 1e-5).all()
    assert gelu(x) - gelu(-x) == pytest.approx(x, abs=1e-4)


@given(rows)
def test_shares_sum_to_one(values: list[float]) -> None:
    x = np.array([values, values[::-1]], dtype=np.float32)

    assert softmax(x).sum(axis=-1) == pytest.approx(np.ones(2), abs=1e-5)
    assert np.exp(log_softmax(x)) == pytest.approx(softmax(x), abs=1e-5)


@given(st.integers(-10, 10))
def test_far_distances_share_the_outermost_rows(distance: int) -> None:
    table = np.arange(7, dtype=np.float32)[:, None]
    window = Pass({"near.weight": table}, {})

    assert window.apart("near", np.array([distance])).item() == 3 + max(-3, min(3, distance))
