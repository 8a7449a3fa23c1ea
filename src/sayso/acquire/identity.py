"""The id of a report, from what it says and nothing else."""

from __future__ import annotations

import hashlib
from datetime import datetime

SEPARATOR = "\x1f"


def identity(outlet: str | None, published: datetime | None, url: str | None, text: str) -> str:
    """
    The first 16 hex digits of the SHA-256 over outlet, published, url and text.

    A part that is not known counts as empty; `published` counts as written, offset and all.
    """
    moment = published.isoformat() if published else ""
    parts = (outlet or "", moment, url or "", text)
    # Lengths keep ("ab", "c") and ("a", "bc") apart, whatever the parts hold.
    framed = SEPARATOR.join(f"{len(part)}{SEPARATOR}{part}" for part in parts)
    return hashlib.sha256(framed.encode("utf-8", "surrogatepass")).hexdigest()[:16]
