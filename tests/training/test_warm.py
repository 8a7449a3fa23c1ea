"""Going on from an earlier engine: weights by name, rows of labels by what they are called."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

torch = pytest.importorskip("torch", reason="PyTorch is installed for training only (make train)")

from training import encoder  # noqa: E402
from training.labels import Labels  # noqa: E402
from training.model import Engine, Sizes  # noqa: E402
from training.warm import go_on  # noqa: E402

BEFORE = Labels(
    upos=["NOUN", "VERB"],
    xpos=["NN", "VBD"],
    deprel=["nsubj", "root"],
    entity=["O", "B-person", "I-person", "B-place", "I-place"],
    role=["O", "ARG0", "ARG1"],
    nominal=["O", "person"],
)
AFTER = replace(
    BEFORE,
    entity=["O", "B-place", "I-place", "B-country", "I-country", "B-person", "I-person", "B-new", "I-new"],
    nominal=["O", "event", "person"],
)


@pytest.fixture(autouse=True)
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """One layer and few pieces: what is tested is where weights go, not what they do."""
    monkeypatch.setattr(encoder, "LAYERS", 1)
    monkeypatch.setattr(encoder, "VOCABULARY", 9)
    monkeypatch.setattr("training.model.LAYERS", 1)
    torch.set_num_threads(1)


def model(labels: Labels, seed: int) -> Engine:
    torch.manual_seed(seed)
    return Engine(Sizes(**{name: len(known) for name, known in labels.as_dict().items()}))


def left(folder: Path, engine: Engine, labels: Labels) -> Path:
    """A folder as a run leaves it."""
    np.savez(folder / "weights.npz", **{name: value.numpy() for name, value in engine.state_dict().items()})
    (folder / "labels.json").write_text(json.dumps(labels.as_dict()), "utf-8")
    return folder


def gone_on(folder: Path, labels: Labels) -> tuple[Engine, Engine, Engine, frozenset[str]]:
    """The earlier engine, a fresh one with ``labels``, the same gone on, and what it was given whole."""
    earlier, fresh, later = model(BEFORE, 1), model(labels, 2), model(labels, 2)
    kept = go_on(later, labels, left(folder, earlier, BEFORE))
    return earlier, fresh, later, kept


def test_the_same_labels_give_the_same_engine(tmp_path: Path) -> None:
    earlier, _, later, kept = gone_on(tmp_path, BEFORE)

    assert kept == frozenset(earlier.state_dict())
    for name, value in earlier.state_dict().items():
        assert torch.equal(value, later.state_dict()[name]), name


def test_rows_of_labels_follow_their_names(tmp_path: Path) -> None:
    earlier, _, later, _ = gone_on(tmp_path, AFTER)

    for name in ("B-person", "I-person", "B-place", "I-place", "O"):
        old, new = BEFORE.entity.index(name), AFTER.entity.index(name)
        assert torch.equal(earlier.entity.weight[old], later.entity.weight[new]), name
        assert earlier.entity.bias[old] == later.entity.bias[new], name
    assert torch.equal(earlier.nominal.weight[1], later.nominal.weight[2])


def test_a_class_that_was_told_apart_starts_from_what_it_was_called(tmp_path: Path) -> None:
    earlier, _, later, _ = gone_on(tmp_path, AFTER)

    for name, former in (("B-country", "B-place"), ("I-country", "I-place")):
        old, new = BEFORE.entity.index(former), AFTER.entity.index(name)
        assert torch.equal(earlier.entity.weight[old], later.entity.weight[new]), name


def test_a_label_that_is_new_starts_fresh(tmp_path: Path) -> None:
    _, fresh, later, _ = gone_on(tmp_path, AFTER)

    for name in ("B-new", "I-new"):
        row = AFTER.entity.index(name)
        assert torch.equal(fresh.entity.weight[row], later.entity.weight[row]), name


def test_a_head_with_other_labels_is_not_given_whole(tmp_path: Path) -> None:
    _, _, _, kept = gone_on(tmp_path, AFTER)

    assert not {name for name in kept if name.startswith(("entity.", "nominal."))}
    assert {"upos.weight", "xpos.bias", "encoder.pieces.weight"} <= kept


def test_labels_in_another_order_are_put_in_order(tmp_path: Path) -> None:
    earlier, _, later, _ = gone_on(tmp_path, replace(BEFORE, upos=["VERB", "NOUN"]))

    assert torch.equal(earlier.upos.weight[[1, 0]], later.upos.weight)


def test_what_the_earlier_engine_had_not_stays_fresh(tmp_path: Path) -> None:
    earlier, fresh, later = model(BEFORE, 1), model(BEFORE, 2), model(BEFORE, 2)
    left(tmp_path, earlier, BEFORE)
    with np.load(tmp_path / "weights.npz") as held:
        some = {name: held[name] for name in held.files if not name.startswith("coreference.")}
    np.savez(tmp_path / "weights.npz", **some)

    kept = go_on(later, BEFORE, tmp_path)

    assert kept == frozenset(some)
    assert torch.equal(fresh.coreference.later[0].weight, later.coreference.later[0].weight)
    assert torch.equal(earlier.upos.weight, later.upos.weight)


def test_a_weight_of_another_shape_stays_fresh(tmp_path: Path) -> None:
    wider = replace(BEFORE, deprel=["nsubj", "obj", "root"])
    _, fresh, later, kept = gone_on(tmp_path, wider)

    assert torch.equal(fresh.syntax.rel_both.weight, later.syntax.rel_both.weight)
    assert "syntax.rel_both.weight" not in kept
    assert "syntax.arc_pair.weight" in kept


def test_rows_of_roles_follow_their_names(tmp_path: Path) -> None:
    earlier, _, later, kept = gone_on(tmp_path, replace(BEFORE, role=["O", "ARG1", "ARG0"]))

    assert torch.equal(earlier.roles.label.weight[[0, 2, 1]], later.roles.label.weight)
    assert "roles.label.weight" not in kept


def test_relations_are_not_taken_for_others(tmp_path: Path) -> None:
    _, fresh, later, kept = gone_on(tmp_path, replace(BEFORE, deprel=["obj", "root"]))

    assert "syntax.rel_both.weight" not in kept
    assert torch.equal(fresh.syntax.rel_both.bias[0], later.syntax.rel_both.bias[0])
