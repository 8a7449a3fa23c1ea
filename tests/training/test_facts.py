"""The head for factuality alone: what it learns, and that nothing else moves."""

from __future__ import annotations

import numpy as np
import pytest

torch = pytest.importorskip("torch", reason="training needs PyTorch")

from sayso.annotate.engine import FOLDER  # noqa: E402
from sayso.annotate.pieces import Pieces  # noqa: E402
from training import encoder, examples  # noqa: E402
from training.encoder import WIDTH  # noqa: E402
from training.facts import fit, gathered  # noqa: E402
from training.factuality import Judged  # noqa: E402
from training.model import Engine, Sizes  # noqa: E402


@pytest.fixture
def engine(monkeypatch: pytest.MonkeyPatch) -> Engine:
    monkeypatch.setattr(encoder, "LAYERS", 1)
    monkeypatch.setattr("training.model.LAYERS", 1)
    torch.set_num_threads(1)
    torch.manual_seed(0)
    return Engine(Sizes(upos=3, xpos=4, deprel=5, entity=6, role=7, nominal=8)).eval()


def test_only_words_with_a_value_are_gathered(engine: Engine) -> None:
    pieces = Pieces(FOLDER / "pieces.json")
    given = [
        *examples.judged(Judged(["It", "fell", "."], [(1, 2, 3.0)]), pieces),
        *examples.judged(Judged(["No", "rain", "fell"], [(1, 2, -3.0), (2, 3, -2.0)]), pieces),
        *examples.judged(Judged(["Rain"], []), pieces),
    ]
    x, gold, weight = gathered(engine, ((one, 2.0) for one in given))

    assert x.shape == (3, WIDTH)
    assert sorted(gold.tolist()) == [-3.0, -2.0, 3.0]
    assert weight.tolist() == [2.0] * 3


def test_the_head_learns_and_nothing_else_moves(engine: Engine) -> None:
    x = torch.randn(800, WIDTH)
    x[:, 0] *= 6.0
    gold = torch.where(x[:, 0] > 0, 3.0, -3.0)
    before = {name: value.clone() for name, value in engine.state_dict().items()}

    fit(engine, x, gold, torch.ones(800), epochs=60)

    with torch.no_grad():
        found = engine.factuality(x)[:, 0].numpy()
    assert float(np.corrcoef(found, gold.numpy())[0, 1]) > 0.8
    moved = {name for name, value in engine.state_dict().items() if not torch.equal(value, before[name])}
    assert moved
    assert all(name.startswith("factuality.") for name in moved)
