"""Evening out before quantising: what is large in an encoder's inputs is moved into its weights.

A few channels of a layer's inputs are ten times as large as the others, and an 8-bit step for all of
them is too coarse for the rest. Each input is multiplied by one number a channel, and the rows of the
weights by its inverse (SmoothQuant: Xiao et al. 2023); the product is the same, the steps are finer.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import onnx
import onnxruntime
from numpy.typing import NDArray
from onnx import helper, numpy_helper

from sayso.annotate.engine import INPUTS
from sayso.annotate.inputs import Window
from sayso.annotate.weights import EVENED

Floats = NDArray[np.float32]

SHARE = 0.8  # of the spread that the weights take over; .75 to .85 lose least on PolNeAR's texts
LEAST = 1e-5


def evened(model: onnx.ModelProto, products: Sequence[str], texts: Sequence[Window]) -> onnx.ModelProto:
    """Return ``model`` with the inputs of ``products``, names of nodes, evened out over ``texts``."""
    out = onnx.ModelProto()
    out.CopyFrom(model)
    held = {tensor.name: tensor for tensor in out.graph.initializer}
    nodes = []
    seen = greatest(model, sorted({n.input[0] for n in out.graph.node if n.name in products}), texts)
    for node in out.graph.node:
        if node.name in products:
            given, weight = node.input
            rows = numpy_helper.to_array(held[weight])
            shrink = factors(seen[given], rows)
            held[weight].CopyFrom(numpy_helper.from_array(rows / shrink[:, None], weight))
            out.graph.initializer.append(numpy_helper.from_array(shrink, weight + EVENED))
            node.input[0] = f"{node.name}_even"
            nodes.append(helper.make_node("Mul", [given, weight + EVENED], [node.input[0]]))
        nodes.append(node)
    kept = [onnx.NodeProto.FromString(node.SerializeToString()) for node in nodes]
    del out.graph.node[:]
    out.graph.node.extend(kept)
    return out


def factors(seen: Floats, rows: Floats) -> Floats:
    """Return what each channel is multiplied by, from its greatest input and its row of the weights."""
    grow = np.maximum(seen, LEAST) ** SHARE / np.maximum(np.abs(rows).max(axis=1), LEAST) ** (1 - SHARE)
    out: Floats = (np.exp(np.log(grow).mean()) / grow).astype(np.float32)
    return out


def greatest(model: onnx.ModelProto, names: Sequence[str], texts: Sequence[Window]) -> Mapping[str, Floats]:
    """Return the greatest size of each channel of the tensors ``names`` while ``texts`` are read."""
    told = onnx.ModelProto()
    told.CopyFrom(model)
    known = {output.name for output in told.graph.output}
    told.graph.output.extend(helper.make_empty_tensor_value_info(n) for n in names if n not in known)
    session = onnxruntime.InferenceSession(told.SerializeToString(), providers=["CPUExecutionProvider"])
    found: dict[str, Floats] = {}
    for window in texts:
        for name, value in zip(names, session.run(list(names), _given(window)), strict=True):
            size = np.abs(value.reshape(-1, value.shape[-1])).max(axis=0)
            found[name] = np.maximum(found[name], size) if name in found else size
    return found


def _given(window: Window) -> dict[str, NDArray[np.int64]]:
    return {name: getattr(window, name) for name in INPUTS}
