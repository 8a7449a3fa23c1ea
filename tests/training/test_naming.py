"""Weights are found by their names in a quantised graph, and NumPy makes of them what PyTorch does."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

torch = pytest.importorskip("torch", reason="PyTorch is installed for training only (make train)")
onnx = pytest.importorskip("onnx", reason="onnx is installed for training only (make train)")

from onnx import TensorProto, helper, numpy_helper  # noqa: E402
from torch import nn  # noqa: E402

from sayso.annotate.reference import ACT, CUE, MENTION, Pass  # noqa: E402
from sayso.annotate.weights import parameters, tensors  # noqa: E402
from training import encoder, export, naming  # noqa: E402
from training.model import Engine, Sizes  # noqa: E402


class Small(nn.Module):
    """A table, a square layer and a parameter that no graph needs."""

    def __init__(self) -> None:
        super().__init__()
        torch.manual_seed(0)
        self.table = nn.Embedding(9, 8)
        self.layer = nn.Linear(8, 8)
        self.unused = nn.Parameter(torch.ones(3))


def written(engine: Small, folder: Path) -> tuple[Path, Path]:
    """The graph as the exporter leaves it, the layer's weight folded under a name of its own."""
    held = {
        "engine.table.weight": engine.table.weight,
        "val_1": engine.layer.weight.T,
        "engine.layer.bias": engine.layer.bias,
    }
    nodes = [
        helper.make_node("Gather", ["engine.table.weight", "ids"], ["x"]),
        helper.make_node("MatMul", ["x", "val_1"], ["y"]),
        helper.make_node("Add", ["y", "engine.layer.bias"], ["out"]),
    ]
    graph = helper.make_graph(
        nodes,
        "main",
        [helper.make_tensor_value_info("ids", TensorProto.INT64, ["n"])],
        [helper.make_tensor_value_info("out", TensorProto.FLOAT, ["n", 8])],
        [numpy_helper.from_array(v.detach().numpy().copy(), name) for name, v in held.items()],
    )
    full, small = folder / "full.onnx", folder / "small.onnx"
    opsets = [helper.make_opsetid("", export.OPSET)]
    onnx.save(helper.make_model(graph, opset_imports=opsets, ir_version=10), full)
    export.quantise(full, small, ())
    return full, small


def test_every_parameter_is_read_back_under_its_name(tmp_path: Path) -> None:
    engine = Small()
    full, small = written(engine, tmp_path)

    naming.restore(engine, full, small)

    read = parameters(small.read_bytes())
    assert read.keys() == engine.state_dict().keys()
    for name, value in engine.state_dict().items():
        assert np.abs(read[name] - value.numpy()).max() <= np.ptp(value.numpy()) / 100, name
    assert "engine.layer.weight.T_quantized" in tensors(small.read_bytes())


def test_the_graph_gives_what_it_gave(tmp_path: Path) -> None:
    from sayso.annotate.engine import session

    engine = Small()
    full, small = written(engine, tmp_path)
    given = {"ids": np.arange(9)}

    (before,) = session(small.read_bytes()).run(["out"], given)
    naming.restore(engine, full, small)
    (after,) = session(small.read_bytes()).run(["out"], given)

    assert np.array_equal(before, after)


def test_a_weight_that_is_not_the_engines_is_told(tmp_path: Path) -> None:
    engine = Small()
    full, small = written(engine, tmp_path)
    with torch.no_grad():
        engine.table.weight.neg_()

    with pytest.raises(naming.LostWeight, match=r"table\.weight"):
        naming.restore(engine, full, small)


def test_numpy_makes_of_the_weights_what_pytorch_does(monkeypatch: pytest.MonkeyPatch) -> None:
    """A fresh engine of one layer, its tables and zero weights filled so that every part is felt."""
    monkeypatch.setattr(encoder, "LAYERS", 1)
    monkeypatch.setattr("training.model.LAYERS", 1)
    torch.manual_seed(0)
    engine = Engine(Sizes(upos=3, xpos=4, deprel=5, entity=6, role=7, nominal=8)).eval()
    for value in engine.parameters():
        value.data += 0.05 * torch.randn_like(value)
    given = export._example(40, 30)
    weights = {name: value.numpy() for name, value in engine.state_dict().items()}

    with torch.no_grad():
        want = dict(zip(export.OUTPUTS, export.Graph(engine)(*given), strict=True))
    have = Pass(weights, {name: t.numpy() for name, t in zip(export.INPUTS, given, strict=True)})

    for name, value in want.items():
        assert have[name] == pytest.approx(value.numpy(), abs=2e-3), name


def test_both_look_closer_at_the_same_words() -> None:
    assert (CUE, ACT, MENTION) == (export.CUE, export.ACT, export.MENTION)
