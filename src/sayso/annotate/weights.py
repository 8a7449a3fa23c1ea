"""The engine's weights out of its ONNX file: a reader of the few parts of the format that hold them.

An ONNX file is one protocol buffer (onnx.proto3): field 7 of a model is its graph, field 5 of a
graph a tensor, called there an initialiser. The rest of the graph is passed over.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sayso.errors import EngineError

Array = NDArray[Any]
Floats = NDArray[np.float32]

MARK = "engine."  # a parameter's name begins so; what the exporter made up has other names
TRANSPOSED = ".T"  # ends the name of a matrix that lies [in, out], the way the graph multiplies by it
QUANTISED, SCALE, ZERO = "_quantized", "_scale", "_zero_point"
EVENED = "_evened"  # ends the name of what a matrix's inputs are multiplied by, for its rows were divided

_GRAPH, _INITIALISER = 7, 5
_DIMS, _TYPE, _FLOATS, _INT32S, _INT64S, _NAME, _RAW = 1, 2, 4, 5, 7, 8, 9
_TYPES = {1: "<f4", 2: "u1", 3: "i1", 6: "<i4", 7: "<i8", 9: "?"}
_VARINT, _EIGHT, _SIZED, _FOUR = 0, 1, 2, 5
_LONGEST = 10  # bytes of a varint


def parameters(model: bytes) -> dict[str, Floats]:
    """Return the parameters under the names they have while training, in full precision.

    A matrix is [out, in]. What lies as whole numbers is multiplied by its scale, one for the whole
    or one for each column as it lies; rows that were evened out against their inputs get their size
    back. Arrays may be read-only views of ``model``.

    Raises:
        EngineError: S205 if ``model`` is no readable ONNX file.
    """
    held = tensors(model)
    found: dict[str, Floats] = {}
    for name, value in held.items():
        if not name.startswith(MARK) or name.endswith((SCALE, ZERO, EVENED)):
            continue
        if name.endswith(QUANTISED):
            name = name.removesuffix(QUANTISED)
            value = _dequantised(held, name, value)
        if name + EVENED in held:
            value = _uneven(name, value, held[name + EVENED])
        if name.endswith(TRANSPOSED):
            name, value = name.removesuffix(TRANSPOSED), value.T
        found[name.removeprefix(MARK)] = np.ascontiguousarray(value, dtype=np.float32)
    return found


def tensors(model: bytes) -> dict[str, Array]:
    """Return all initialisers of an ONNX model as they lie, read-only, in the order of the file.

    Raises:
        EngineError: S205 if ``model`` is no readable ONNX file.
    """
    try:
        read = [
            _tensor(value)
            for number, graph in _fields(memoryview(model))
            if number == _GRAPH
            for inner, value in _fields(_sized(graph))
            if inner == _INITIALISER
        ]
    except (ValueError, OverflowError) as error:
        raise unreadable(str(error)) from error
    if not read:
        raise unreadable("no weights in it")
    return dict(read)


def unreadable(saw: str) -> EngineError:
    """Return the error of a file whose weights are not as they should be, for the caller to raise."""
    do = "Install sayso again; a source checkout needs its large files."
    return EngineError("S205", "the language model's weights cannot be read", saw=saw, do=do)


def _dequantised(held: dict[str, Array], name: str, value: Array) -> Array:
    scale, zero = held.get(name + SCALE), held.get(name + ZERO)
    if scale is None or zero is None:
        raise unreadable(f"{name} has no scale")
    if not {scale.shape, zero.shape} <= {(), value.shape[-1:]}:
        raise unreadable(f"{name} {value.shape} has scales {scale.shape}, zero points {zero.shape}")
    return (value.astype(np.float32) - zero.astype(np.float32)) * scale


def _uneven(name: str, value: Array, shrink: Array) -> Array:
    if value.shape[:1] != shrink.shape:
        raise unreadable(f"{name} {value.shape} was evened out by {shrink.shape}")
    return value * shrink[:, None]


# ------------------------------------------------------------------ one tensor
def _tensor(message: int | memoryview) -> tuple[str, Array]:
    """Return a tensor's name and values; raise `ValueError` where they do not fit its shape."""
    shape: list[int] = []
    kind, name, given = 0, "", np.empty(0)
    for number, value in _fields(_sized(message)):
        if number == _DIMS:
            shape += _varints(value)
        elif number == _TYPE and isinstance(value, int):
            kind = value
        elif number == _NAME:
            name = bytes(_sized(value)).decode()
        elif number in (_FLOATS, _RAW, _INT32S, _INT64S):
            given = _values(number, value, kind)
    if kind not in _TYPES:
        raise ValueError(f"{name} is of type {kind}")
    if any(side < 0 for side in shape):
        raise ValueError(f"{name} has the shape {shape}")
    return name, given.astype(_TYPES[kind], copy=False).reshape(shape)


def _values(number: int, value: int | memoryview, kind: int) -> Array:
    """Return the values of one field of data; raw bytes are of the type ``kind``, told before them."""
    if number in (_INT32S, _INT64S):
        return np.array(_varints(value), dtype=np.int64)
    if kind not in _TYPES:
        raise ValueError(f"a tensor of type {kind}")
    return np.frombuffer(_sized(value), dtype="<f4" if number == _FLOATS else _TYPES[kind])


# ------------------------------------------------------------------ protocol buffers
def _fields(message: memoryview) -> Iterator[tuple[int, int | memoryview]]:
    """Yield number and value of each field: a whole number, or the bytes of what has a length.

    Source: https://protobuf.dev/programming-guides/encoding/. Groups are long out of use.
    """
    at = 0
    while at < len(message):
        tag, at = _varint(message, at)
        kind = tag & 7
        if kind == _VARINT:
            value, at = _varint(message, at)
            yield tag >> 3, value
            continue
        size = {_EIGHT: 8, _FOUR: 4}.get(kind)
        if kind == _SIZED:
            size, at = _varint(message, at)
        if size is None:
            raise ValueError(f"wire type {kind} at byte {at}")
        if len(message) < at + size:
            raise ValueError(f"{size} bytes wanted at byte {at}, {len(message) - at} there")
        yield tag >> 3, message[at : at + size]
        at += size


def _varint(message: memoryview, at: int) -> tuple[int, int]:
    """Return a whole number of seven bits a byte, lowest first, and where it ends."""
    value = 0
    for place, byte in enumerate(message[at : at + _LONGEST]):
        value |= (byte & 127) << 7 * place
        if byte < 128:
            return value, at + place + 1
    raise ValueError(f"a whole number without an end at byte {at}")


def _varints(value: int | memoryview) -> list[int]:
    """Return the signed numbers of a repeated field, be it packed or not."""
    found = [value] if isinstance(value, int) else []
    at = 0
    while not isinstance(value, int) and at < len(value):
        one, at = _varint(value, at)
        found.append(one)
    return [one - (1 << 64) if one >= 1 << 63 else one for one in found]


def _sized(value: int | memoryview) -> memoryview:
    if isinstance(value, int):
        raise ValueError("a number where bytes belong")
    return value
