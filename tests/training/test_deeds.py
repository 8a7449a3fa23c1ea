"""The head for types of events alone: what it learns, and that nothing else moves."""

from __future__ import annotations

import pytest

torch = pytest.importorskip("torch", reason="training needs PyTorch")

from training import encoder  # noqa: E402
from training.deeds import fit  # noqa: E402
from training.encoder import WIDTH  # noqa: E402
from training.model import Engine, Sizes  # noqa: E402


@pytest.fixture
def engine(monkeypatch: pytest.MonkeyPatch) -> Engine:
    monkeypatch.setattr(encoder, "LAYERS", 1)
    monkeypatch.setattr("training.model.LAYERS", 1)
    torch.set_num_threads(1)
    torch.manual_seed(0)
    return Engine(Sizes(upos=3, xpos=4, deprel=5, entity=6, role=7, nominal=8))


def given(engine: Engine) -> list[tuple[torch.Tensor, torch.Tensor]]:
    """Words whose first channel tells their type."""
    layers = len(engine.deed_mix.weights)
    x = torch.randn(layers, 600, WIDTH)
    gold = torch.randint(0, 3, (600,))
    x[:, torch.arange(600), gold] += 8.0
    gold[::50] = -1
    return [(x, gold)]


def test_the_head_learns_and_nothing_else_moves(engine: Engine) -> None:
    read = given(engine)
    before = {name: value.clone() for name, value in engine.state_dict().items()}

    fit(engine, read, epochs=12)

    (x, gold), kept = read[0], read[0][1] >= 0
    with torch.no_grad():
        found = engine.deeds(engine.deed_mix(x[:, None]), x[:1])[0].argmax(dim=-1)
    assert float((found == gold)[kept].float().mean()) > 0.95
    moved = {name for name, value in engine.state_dict().items() if not torch.equal(value, before[name])}
    assert moved
    assert all(name.startswith(("deeds.", "deed_mix.")) for name in moved)
