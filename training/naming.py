"""The names of the weights in an exported graph, which folding and quantising take from them.

After `restore` every parameter of the engine lies in the file under its name in the state dict:
``engine.NAME``, ``engine.NAME.T`` where it lies transposed, each with ``_quantized``, ``_scale`` and
``_zero_point`` where it is of whole numbers, and with ``_evened`` where it was evened out before.
`sayso.annotate.weights` reads them back.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import numpy_helper
from torch import nn

from sayso.annotate.weights import EVENED, MARK, QUANTISED, SCALE, TRANSPOSED, ZERO, parameters, tensors

Floats = NDArray[np.float32]

NEAR = 1 / 100  # of a weight's range: more than int8 rounds by, less than another weight is away


class LostWeight(RuntimeError):
    """A parameter cannot be read back out of the exported file."""


def restore(engine: nn.Module, full: Path, quantised: Path) -> None:
    """Name the weights in ``quantised`` as in ``engine``, by their equals in ``full``.

    Parameters that the graph has no use for, or only a part or a function of, are added as they
    are, so that the file holds all that training can go on from.

    Raises:
        LostWeight: If a parameter would not be read back as it is but for rounding.
    """
    state = {name: value.detach().numpy() for name, value in engine.state_dict().items()}
    model = onnx.load(quantised)
    _rename(model, _known(onnx.load(full), state))
    lying = parameters(model.SerializeToString())
    held = {tensor.name for tensor in model.graph.initializer}
    turned = [
        name
        for name, value in lying.items()
        if f"{MARK}{name}{EVENED}" in held or not _near(value, state[name])
    ]
    _rename(model, {MARK + name: MARK + name + TRANSPOSED for name in turned})
    for name, value in state.items():
        if name not in lying:
            model.graph.initializer.append(numpy_helper.from_array(value, MARK + name))
    _check(model, state)
    onnx.save(model, quantised)


def _known(full: onnx.ModelProto, state: Mapping[str, Floats]) -> dict[str, str]:
    """Return new names for the nameless initialisers that equal a parameter or its transpose.

    Equals share a name in the graph or have any of theirs: their values are the same.
    """
    held = {one.name: one for one in full.graph.initializer}
    free = [name for name in state if MARK + name not in held]
    found: dict[str, str] = {}
    for given, tensor in held.items():
        if given.startswith(MARK) or tensor.data_type != onnx.TensorProto.FLOAT:
            continue
        value = numpy_helper.to_array(tensor)
        name = next((n for n in free if _equal(value, state[n])), None)
        if name is not None:
            free.remove(name)
            found[given] = MARK + name
    return found


def _equal(value: Floats, parameter: Floats) -> bool:
    return np.array_equal(value, parameter) or np.array_equal(value, parameter.T)


def _near(value: Floats, parameter: Floats, shrink: Floats | None = None) -> bool:
    """Tell whether they are the same but for rounding, which was of the parameter by ``shrink`` [in]."""
    if value.shape != parameter.shape:
        return False
    if shrink is not None:
        value, parameter = value / shrink, parameter / shrink
    return float(np.abs(value - parameter).max(initial=0)) <= NEAR * float(np.ptp(parameter)) + 1e-9


def _rename(model: onnx.ModelProto, names: Mapping[str, str]) -> None:
    """Give initialisers new names, with what belongs to them, wherever a node asks for them."""
    ends = ("", QUANTISED, SCALE, ZERO, EVENED)
    every = {old + end: new + end for old, new in names.items() for end in ends}
    for tensor in model.graph.initializer:
        tensor.name = every.get(tensor.name, tensor.name)
    for node in model.graph.node:
        node.input[:] = [every.get(name, name) for name in node.input]


def _check(model: onnx.ModelProto, state: Mapping[str, Floats]) -> None:
    written = model.SerializeToString()
    read, held = parameters(written), tensors(written)
    for name, value in state.items():
        shrink = held.get(f"{MARK}{name}{TRANSPOSED}{EVENED}")
        if name not in read or not _near(read[name], value, shrink):
            raise LostWeight(f"{name} is not in the exported file")
    if read.keys() - state.keys():
        raise LostWeight(f"{sorted(read.keys() - state.keys())} are no parameters")


def belonging(model: onnx.ModelProto, starts: tuple[str, ...]) -> list[str]:
    """Return the names of the products whose bias bears a name that starts with one of ``starts``."""
    added = {
        given: bias.removeprefix(MARK).removesuffix(".bias")
        for node in model.graph.node
        if node.op_type == "Add"
        for given, bias in (node.input, reversed(node.input))
        if bias.startswith(MARK)
    }
    return [node.name for node in model.graph.node if added.get(node.output[0], "").startswith(starts)]
