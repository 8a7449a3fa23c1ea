"""Weights come out of an ONNX file as they went in, whichever way they lie; a damaged file is told."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import array_shapes, arrays
from numpy.typing import NDArray

from sayso.annotate.engine import FOLDER
from sayso.annotate.weights import parameters, tensors
from sayso.errors import EngineError

KINDS = {"float32": 1, "uint8": 2, "int8": 3, "int32": 6, "int64": 7}
Floats = NDArray[np.float32]

finite = st.floats(-1e6, 1e6, width=32)
matrices = arrays(np.float32, array_shapes(min_dims=2, max_dims=2, max_side=6), elements=finite)


# ------------------------------------------------------------------ a writer, from the format's page
def varint(number: int) -> bytes:
    out = bytearray()
    number %= 1 << 64
    while number > 127:
        out.append(number & 127 | 128)
        number >>= 7
    return bytes([*out, number])


def field(number: int, value: int | bytes) -> bytes:
    if isinstance(value, int):
        return varint(number << 3) + varint(value)
    return varint(number << 3 | 2) + varint(len(value)) + value


def tensor(name: str, value: NDArray[np.generic], *, packed: bool = False) -> bytes:
    """One tensor, its numbers raw or in the field of their type."""
    head = b"".join(field(1, side) for side in value.shape) + field(2, KINDS[value.dtype.name])
    if not packed:
        return head + field(8, name.encode()) + field(9, value.tobytes())
    if value.dtype == np.float32:
        return head + field(4, value.tobytes()) + field(8, name.encode())
    whole = b"".join(varint(int(one)) for one in value.ravel())
    return head + field(7 if value.dtype == np.int64 else 5, whole) + field(8, name.encode())


def model(*written: bytes) -> bytes:
    """An ONNX file: a version, a graph with a node, a name and tensors, and the operators' version."""
    graph = [field(1, field(4, b"Add")), *(field(5, one) for one in written[:1]), field(2, b"main")]
    graph += [field(5, one) for one in written[1:]]
    return field(1, 10) + field(7, b"".join(graph)) + field(8, field(2, 18))


def quantised(name: str, value: NDArray[np.int8], scale: Floats, zero: NDArray[np.int8]) -> list[bytes]:
    """A matrix of whole numbers as ONNX Runtime's quantiser writes it."""
    parts = [tensor(f"{name}_scale", scale, packed=True), tensor(f"{name}_zero_point", zero, packed=True)]
    return [*parts, tensor(f"{name}_quantized", value)]


def damaged(data: bytes) -> EngineError:
    with pytest.raises(EngineError, match="S205") as caught:
        parameters(data)
    return caught.value


# ------------------------------------------------------------------ reading
@given(arrays(np.float32, array_shapes(max_dims=3, max_side=4), elements=finite), st.booleans())
def test_full_precision_comes_back_as_it_was(value: Floats, packed: bool) -> None:
    read = parameters(model(tensor("engine.upos.bias", value, packed=packed)))

    assert list(read) == ["upos.bias"]
    assert np.array_equal(read["upos.bias"], value)


@given(matrices)
def test_what_lies_transposed_is_turned_back(value: Floats) -> None:
    read = parameters(model(tensor("engine.upos.weight.T", value.T.copy())))

    assert np.array_equal(read["upos.weight"], value)


@given(st.sampled_from(["int8", "uint8", "int32", "int64"]), st.booleans(), st.data())
def test_whole_numbers_of_every_width_and_sign(kind: str, packed: bool, data: st.DataObject) -> None:
    value = data.draw(arrays(np.dtype(kind), array_shapes(max_dims=2, max_side=5)))

    (read,) = tensors(model(tensor("n", value, packed=packed))).values()

    assert read.dtype == value.dtype
    assert np.array_equal(read, value)


@given(arrays(np.int8, (4, 3)), st.integers(-128, 127), st.floats(2**-20, 8, width=32))
def test_one_scale_for_the_whole(value: NDArray[np.int8], zero: int, scale: float) -> None:
    parts = quantised(
        "engine.case.weight", value, np.array(scale, dtype=np.float32), np.array(zero, dtype=np.int8)
    )

    read = parameters(model(*parts))["case.weight"]

    assert np.array_equal(read, (value.astype(np.float32) - zero) * np.float32(scale))


@given(arrays(np.int8, (4, 3)))
def test_a_scale_for_each_column_of_what_lies_transposed(value: NDArray[np.int8]) -> None:
    scale = np.array([0.5, 1.0, 4.0], dtype=np.float32)
    parts = quantised("engine.cue.weight.T", value, scale, np.array([0, 1, -1], dtype=np.int8))

    read = parameters(model(*parts))["cue.weight"]

    assert read.shape == (3, 4)
    assert np.array_equal(read[2], (value[:, 2].astype(np.float32) + 1) * 4)


def test_a_number_without_sides_is_one_number() -> None:
    read = tensors(model(tensor("engine.x", np.array(2.5, dtype=np.float32), packed=True)))["engine.x"]

    assert read.shape == ()
    assert read == 2.5


def test_what_the_exporter_made_up_is_no_parameter() -> None:
    one = np.ones(1, dtype=np.float32)

    assert list(parameters(model(tensor("val_14", one), tensor("engine.cue.bias", one)))) == ["cue.bias"]


# ------------------------------------------------------------------ damage
WHOLE = model(
    *quantised("engine.cue.weight.T", np.ones((4, 3), np.int8), np.ones(3, np.float32), np.zeros(3, np.int8)),
    tensor("engine.cue.bias", np.ones(3, dtype=np.float32)),
)


@pytest.mark.parametrize("size", range(len(WHOLE) - len(field(8, field(2, 18)))))
def test_a_file_cut_short_is_told(size: int) -> None:
    damaged(WHOLE[:size])


@settings(max_examples=300)
@given(st.integers(0, len(WHOLE) - 1), st.integers(1, 255))
def test_a_changed_byte_is_read_or_told(at: int, change: int) -> None:
    data = bytearray(WHOLE)
    data[at] ^= change

    try:
        read = parameters(bytes(data))
    except EngineError:
        damaged(bytes(data))
    else:
        assert all(value.dtype == np.float32 for value in read.values())


@given(st.binary(max_size=60))
def test_anything_else_is_told(data: bytes) -> None:
    damaged(data)


@pytest.mark.parametrize("missing", ["_scale", "_zero_point"])
def test_whole_numbers_without_a_scale_are_told(missing: str) -> None:
    parts = quantised("engine.x", np.ones((2, 2), np.int8), np.ones(2, np.float32), np.zeros(2, np.int8))

    error = damaged(model(*(part for part in parts if missing.encode() not in part)))

    assert "engine.x has no scale" in error.saw


def test_scales_that_do_not_fit_are_told() -> None:
    parts = quantised("engine.x", np.ones((2, 2), np.int8), np.ones(5, np.float32), np.zeros(2, np.int8))

    assert "(5,)" in damaged(model(*parts)).saw


def test_an_unknown_type_of_numbers_is_told() -> None:
    odd = field(1, 1) + field(2, 8) + field(8, b"engine.x") + field(9, b"abcd")

    assert "type 8" in damaged(model(odd)).saw


# ------------------------------------------------------------------ the shipped file
def test_the_shipped_model_gives_up_its_weights() -> None:
    read = parameters((FOLDER / "engine.onnx").read_bytes())

    assert read["encoder.pieces.weight"].shape == (30522, 384)
    assert read["encoder.layers.0.up.weight"].shape == (1536, 384)
    assert read["encoder.layers.5.down.weight"].shape == (384, 1536)
    assert {f"{name}_mix.weights" for name in ("syntax", "entity", "attribution")} <= read.keys()
    assert all(np.isfinite(value).all() for value in read.values())
