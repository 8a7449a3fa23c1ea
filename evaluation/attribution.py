"""Whole readings against PolNeAR: what `sayso read` says, not only what the engine's heads say."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import sayso
from training import score
from training.readers import rows


def attribution(data: Path) -> dict[str, float] | None:
    """
    Linked triples and spans over `polnear/{dev,test}.jsonl`, outermost level; recall of nested ones where
    `nested_{dev,test}.jsonl` lists them.
    """
    figures: dict[str, float] = {}
    for part in ("dev", "test"):
        path, nested = (data / "polnear" / f"{name}.jsonl" for name in (part, f"nested_{part}"))
        if path.exists():
            cases = list(rows(nested)) if nested.exists() else []
            figures |= {f"{part} {name}": value for name, value in _score(list(rows(path)), cases).items()}
    return figures or None


def _score(gold: list[dict[str, Any]], cases: list[dict[str, Any]]) -> dict[str, float]:
    texts = {one["id"]: one["text"] for one in gold}
    read = {key: [_triple(one) for one in sayso.read(text).attributions] for key, text in texts.items()}
    found = score.polnear(gold, read)
    if cases:
        found |= {f"nested {name}": value for name, value in score.nested(cases, texts, read).items()}
    return found


def _triple(one: Any) -> dict[str, Any]:
    return {"source": one.source, "cue": one.cue, "content": one.content, "parent": one.parent, "id": one.id}
