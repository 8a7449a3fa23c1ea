"""Records as JSON, in the names of the contract."""

from __future__ import annotations

from typing import Any

import msgspec

_ENCODER = msgspec.json.Encoder(order="deterministic")


def as_json(value: Any, *, pretty: bool = False) -> str:
    """
    One JSON text of records, dicts or rows: tuples as arrays, moments in ISO 8601 with their offset.

    Lone surrogates, which no UTF-8 can hold, become the replacement character.
    """
    try:
        encoded = _ENCODER.encode(value)
    except UnicodeEncodeError:
        encoded = _ENCODER.encode(_sound(msgspec.to_builtins(value)))
    return (msgspec.json.format(encoded, indent=2) if pretty else encoded).decode()


def as_json_lines(rows: Any) -> str:
    """One JSON text a line, each line ended."""
    return "".join(f"{as_json(row)}\n" for row in rows)


def _sound(value: Any) -> Any:
    if isinstance(value, str):
        return value.encode("utf-8", "replace").decode()
    if isinstance(value, dict):
        return {_sound(key): _sound(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [_sound(item) for item in value]
    return value
