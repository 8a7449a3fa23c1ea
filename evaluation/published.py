"""
When pages say they were published: 60 page heads of our own with the moment each means, as an interval, and
the offset of the outlet's clock then. `published_work.jsonl` was read while the rules were written,
`published_kept.jsonl` was not.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from evaluation.halves import HALVES, rows
from sayso.acquire.article import parts_of
from sayso.acquire.page import page
from sayso.acquire.report import assembled
from sayso.records import Report

NEAR = timedelta(seconds=60)
STORY = "<p>The harbour of Osk was closed to ships for a third day, the port's master said on the quay.</p>"


def published(_: Path) -> dict[str, float]:
    """
    For each half: the share of pages whose interval is right at both ends to a minute with the instant inside
    it (`time`), whose offset of the outlet's clock is right (`zone`), and both.
    """
    figures: dict[str, float] = {}
    for half in HALVES:
        marks = [mark(row) for row in rows("published", half)]
        figures[f"{half} time"] = sum(time for time, _ in marks) / len(marks)
        figures[f"{half} zone"] = sum(zone for _, zone in marks) / len(marks)
        figures[f"{half} time with zone"] = sum(time and zone for time, zone in marks) / len(marks)
    return figures


def read(row: dict[str, Any]) -> Report:
    """The report of a head."""
    html = f"<html><head><title>Harbour closed</title>{row['head']}</head><body>"
    html += f"<h1>Harbour closed</h1>{row['body']}<article>{STORY}{STORY.replace('third', 'fourth')}"
    html += f"{row['body'] if 'keeping you' in row['body'] else ''}</article></body></html>"
    return assembled(parts_of(page(html, row["url"]), url=row["url"], name=None))


def mark(row: dict[str, Any]) -> tuple[bool, bool]:
    """Is the time right, and is the zone?"""
    known = read(row).publication
    if known is None:
        return False, False
    first, last = datetime.fromisoformat(row["earliest"]), datetime.fromisoformat(row["latest"])
    inside = known.earliest <= known.instant <= known.latest
    time = inside and abs(known.earliest - first) <= NEAR and abs(known.latest - last) <= NEAR
    told = known.zone is not None or (known.offset is not None and bool(known.instant.utcoffset()))
    offset = known.local.isoformat()[-6:] if told else None
    return time, offset == row["offset"]
