"""Evening out: the same products, finer steps, and the weights read back as they were."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest

torch = pytest.importorskip("torch", reason="PyTorch is installed for training only (make train)")
onnx = pytest.importorskip("onnx", reason="onnx is installed for training only (make train)")

from onnx import TensorProto, helper, numpy_helper  # noqa: E402
from torch import nn  # noqa: E402

from sayso.annotate.engine import INPUTS, session  # noqa: E402
from sayso.annotate.inputs import Window  # noqa: E402
from sayso.annotate.weights import EVENED, parameters  # noqa: E402
from sayso.errors import EngineError  # noqa: E402
from training import evening, export, naming  # noqa: E402

WIDTH, ROWS = 32, 64
IDS = np.arange(ROWS)
TEXT = Window(0, 1, IDS, IDS, IDS, IDS, IDS, IDS)


class Layer(nn.Module):
    """A table of small whole numbers, exact in 8 bits, and a layer over it."""

    def __init__(self) -> None:
        super().__init__()
        torch.manual_seed(1)
        self.table = nn.Embedding(ROWS, WIDTH)
        self.layer = nn.Linear(WIDTH, 24)
        with torch.no_grad():
            self.table.weight.copy_(torch.randint(-127, 128, (ROWS, WIDTH)))


@pytest.fixture
def whole(tmp_path: Path) -> Path:
    """The layer as the exporter leaves it."""
    made = Layer()
    held = {
        "engine.table.weight": made.table.weight,
        "val_1": made.layer.weight.T,
        "engine.layer.bias": made.layer.bias,
        "sizes": torch.where(torch.arange(WIDTH) % 16 == 3, 40.0, 1.0),  # two channels stand out
    }
    nodes = [
        helper.make_node("Gather", ["engine.table.weight", "ids"], ["small"]),
        helper.make_node("Mul", ["small", "sizes"], ["x"]),
        helper.make_node("MatMul", ["x", "val_1"], ["y"], name="product"),
        helper.make_node("Add", ["y", "engine.layer.bias"], ["out"]),
    ]
    given = [helper.make_tensor_value_info(name, TensorProto.INT64, ["n"]) for name in INPUTS]
    out = [helper.make_tensor_value_info("out", TensorProto.FLOAT, ["n", 24])]
    weights = [numpy_helper.from_array(v.detach().numpy().copy(), name) for name, v in held.items()]
    graph = helper.make_graph(nodes, "main", given, out, weights)
    opsets = [helper.make_opsetid("", export.OPSET)]
    onnx.save(helper.make_model(graph, opset_imports=opsets, ir_version=10), tmp_path / "whole.onnx")
    return tmp_path / "whole.onnx"


def even(whole: Path) -> Path:
    model = onnx.load(whole)
    path = whole.with_name("even.onnx")
    onnx.save(evening.evened(model, naming.belonging(model, ("layer",)), [TEXT]), path)
    return path


def run(path: Path) -> Any:
    return session(path.read_bytes()).run(["out"], dict.fromkeys(INPUTS, IDS))[0]


def test_the_products_stay_the_same(whole: Path) -> None:
    assert np.allclose(run(even(whole)), run(whole), atol=1e-4)


def test_less_is_lost_in_8_bits(whole: Path) -> None:
    def lost(source: Path) -> float:
        small = source.with_name("small.onnx")
        export.quantise(source, small, ())
        return float(np.abs(run(small) - run(whole)).mean())

    assert lost(even(whole)) < 0.6 * lost(whole)


def test_the_weights_are_read_back_as_they_were(whole: Path) -> None:
    engine, small = Layer(), whole.with_name("small.onnx")
    export.quantise(even(whole), small, ())

    naming.restore(engine, whole, small)

    held = {tensor.name for tensor in onnx.load(small).graph.initializer}
    assert f"engine.layer.weight.T{EVENED}" in held
    read = parameters(small.read_bytes())["layer.weight"]
    want = engine.layer.weight.detach().numpy()
    shares = np.abs(read - want).max(axis=0) / np.abs(want).max()
    assert shares[[3, 19]].max() < 0.01  # the rows that matter
    assert shares.max() < 0.1


def test_a_file_evened_out_by_something_else_is_refused(whole: Path) -> None:
    small = whole.with_name("small.onnx")
    export.quantise(even(whole), small, ())
    naming.restore(Layer(), whole, small)
    model = onnx.load(small)
    for tensor in model.graph.initializer:
        if tensor.name.endswith(EVENED):
            tensor.CopyFrom(numpy_helper.from_array(np.ones(3, dtype=np.float32), tensor.name))

    with pytest.raises(EngineError, match="S205"):
        parameters(model.SerializeToString())
