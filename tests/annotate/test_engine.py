"""The shipped engine: loads or says why not, gives the same twice, and holds its floors on our sentences."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from sayso.annotate import annotate
from sayso.annotate.engine import FOLDER, OUTPUTS, Engine, default_engine
from sayso.annotate.likeness import DISTANCES, KINDS, LIKENESSES
from sayso.annotate.sentences import paragraphs
from sayso.annotate.tokens import Tokens, tokens
from sayso.annotate.trees import heads
from sayso.errors import EngineError
from sayso.records import Annotated, Report

FIXTURE: dict[str, Any] = json.loads(Path(__file__).with_name("fixture.json").read_text("utf-8"))
TEXT = "Iran has told its allies to stand down, Iraqi officials said on Friday, according to Reuters."


def read(text: str) -> Annotated:
    return annotate(Report(id="r", text=text))


def parts(annotated: Annotated) -> Iterator[tuple[str, str, str]]:
    """The words of each frame's source, cue and content."""
    for frame in annotated.frames:
        yield tuple(  # type: ignore[misc]
            " ".join(
                annotated.report.text[annotated.words[a].start : annotated.words[b - 1].end] for a, b in role
            )
            for role in (frame.source, frame.cue, frame.content)
        )


def alike(have: str, want: str, least: float = 0.6) -> bool:
    """Do two stretches share most of their words?"""
    a, b = set(re.findall(r"\w+", have.lower())), set(re.findall(r"\w+", want.lower()))
    return len(a & b) >= least * len(a | b)


def found(annotated: Annotated, source: str, cue: str, content: str) -> bool:
    return any(alike(s, source) and alike(c, cue, 0.5) and alike(x, content) for s, c, x in parts(annotated))


# ------------------------------------------------------------------ loading
def test_a_process_has_one_engine() -> None:
    assert default_engine() is default_engine()


def test_a_missing_model_is_said(tmp_path: Path) -> None:
    with pytest.raises(EngineError, match="S201"):
        Engine(tmp_path)


def model_copy(folder: Path) -> Path:
    for name in ("engine.onnx", "labels.json", "pieces.json"):
        shutil.copyfile(FOLDER / name, folder / name)
    return folder


def test_a_damaged_model_is_refused(tmp_path: Path) -> None:
    path = model_copy(tmp_path) / "engine.onnx"
    path.write_bytes(path.read_bytes()[:-1] + b"x")

    with pytest.raises(EngineError, match="S204"):
        Engine(tmp_path)


def test_a_model_without_its_graph_is_refused(tmp_path: Path) -> None:
    (model_copy(tmp_path) / "engine.onnx").unlink()

    with pytest.raises(EngineError, match="S203"):
        Engine(tmp_path)


def test_a_model_of_another_version_is_refused(tmp_path: Path) -> None:
    path = model_copy(tmp_path) / "labels.json"
    path.write_text(path.read_text("utf-8").replace('"format": ', '"format": 9', 1), "utf-8")

    with pytest.raises(EngineError, match="S202"):
        Engine(tmp_path)


# ------------------------------------------------------------------ running
def test_the_same_words_give_the_same_numbers() -> None:
    engine = default_engine()
    cut_up = tokens(TEXT, paragraphs(TEXT))

    first, second = engine.read(cut_up)[0], Engine().read(cut_up)[0]

    for name in OUTPUTS:
        assert np.array_equal(getattr(first, name), getattr(second, name)), name


def test_scores_have_the_shapes_they_say() -> None:
    engine = default_engine()
    (scores,) = engine.read(tokens(TEXT, paragraphs(TEXT)))

    n, k = len(scores.window.index), len(scores.rows)
    assert scores.arcs.shape == (n, n)
    assert scores.link.shape == (k, n, 2)
    assert scores.cue.shape == (n, 3)
    assert scores.entity.shape == (n, len(engine.settings.entity))
    assert scores.cue.sum(axis=1) == pytest.approx(np.ones(n), abs=1e-4)


def test_predicates_and_mentions_have_the_shapes_they_say() -> None:
    engine = default_engine()
    (scores,) = engine.read(tokens(TEXT, paragraphs(TEXT)))

    n, p, m = len(scores.window.index), len(scores.pairs), len(scores.mentions)
    assert scores.predicate.shape == scores.factuality.shape == (n,)
    assert scores.pairs.shape == (p, 2)
    assert scores.role.shape == (p, len(engine.settings.role))
    assert scores.nominal.shape == (n, len(engine.settings.nominal))
    assert len(scores.later) == len(scores.earlier) == m
    assert np.all(np.diff(scores.mentions) > 0)
    for logs in (scores.role, scores.nominal):
        assert np.exp(logs).sum(axis=1) == pytest.approx(np.ones(len(logs)), abs=1e-3)


def test_a_likely_predicate_is_paired_with_every_word_of_its_sentence() -> None:
    text = "The bridge fell. Nobody was hurt."
    (scores,) = default_engine().read(tokens(text, paragraphs(text)))

    assert len(scores.pairs)
    for predicate in set(scores.pairs[:, 0].tolist()):
        words = scores.pairs[scores.pairs[:, 0] == predicate, 1]
        home = scores.window.sentence[predicate]
        assert words.tolist() == np.flatnonzero(scores.window.sentence == home).tolist()


def test_every_code_of_likeness_and_distance_has_its_weight() -> None:
    settings = default_engine().settings

    assert len(settings.likeness) == KINDS * KINDS * LIKENESSES
    assert len(settings.distance) == KINDS * KINDS * DISTANCES


def test_one_word_is_enough() -> None:
    (scores,) = default_engine().read(tokens("No", [(0, 2)]))

    assert scores.upos.shape == (1,)


def test_no_words_are_no_windows() -> None:
    assert default_engine().read(Tokens([], [], [], [], [])) == []


def test_capital_letters_reach_the_tags() -> None:
    xpos = {word.text: word.xpos for word in read("He met Bill. The bill was paid.").words}

    assert xpos["Bill"] == "NNP"
    assert xpos["bill"] == "NN"


# ------------------------------------------------------------------ floors
def test_attributions_of_our_own_sentences() -> None:
    cases = [(text, triple) for text, triples in FIXTURE["attributions"] for triple in triples]

    right = sum(found(read(text), *triple) for text, triple in cases)

    assert right >= 0.85 * len(cases)


def test_sentences_that_nobody_says_have_no_frames() -> None:
    plain = [text for text, triples in FIXTURE["attributions"] if not triples][1:]

    assert [text for text in plain if read(text).frames] == []


@pytest.mark.parametrize("case", FIXTURE["nested"], ids=lambda case: case[0][:30])
def test_both_levels_of_a_nested_attribution(case: list[Any]) -> None:
    text, outer, inner = case
    annotated = read(text)

    assert found(annotated, *inner)
    assert any(
        alike(s, outer[0]) and alike(c, outer[1], 0.5) and set(outer[2].split()) <= set(x.split())
        for s, c, x in parts(annotated)
    )


def gold(case: list[str]) -> tuple[list[str], list[str], list[int]]:
    cells = [cell.rsplit("/", 2) for cell in case[0].split()]
    return [c[0] for c in cells], [c[1] for c in cells], [int(c[2]) for c in cells]


def test_tags_and_heads_of_our_own_sentences() -> None:
    engine = default_engine()
    right = total = 0
    for case in FIXTURE["tagged"]:
        forms, tags, want = gold(case)
        n = len(forms)
        glued = [form in ("'s", ".", ",") for form in forms]
        (scores,) = engine.read(Tokens([(0, 0)] * n, forms, glued, [0] * n, [0] * n))
        have = heads(scores.arcs, scores.window.sentence)
        right += sum(engine.settings.upos[i] == tag for i, tag in zip(scores.upos, tags, strict=True))
        right += sum(h == (w - 1 if w else i) for i, (h, w) in enumerate(zip(have, want, strict=True)))
        total += 2 * n

    assert right >= 0.95 * total


def test_names_in_our_own_sentences() -> None:
    want = {(text, *name) for text, names in FIXTURE["named"] for name in names}
    have = {
        (text, text[e.start : e.end], e.type) for text, _ in FIXTURE["named"] for e in read(text).entities
    }

    assert len(want & have) >= 0.8 * len(want)


def test_the_shipped_model_names_no_file_of_the_machine_that_made_it() -> None:
    assert b".py" not in (FOLDER / "engine.onnx").read_bytes()
