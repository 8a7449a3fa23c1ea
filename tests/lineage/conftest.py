"""Short reports written down with what is read in them."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest

from sayso.records import ActorMention, Attribution, Commitment, Event, EventPlace, Reading, Report, Span

COUNTRIES = {"Norland": "NLD GOV", "Osk": "OSK GOV"}


def find(text: str, words: str) -> Span:
    """Where the words stand; they must stand there."""
    start = text.index(words)
    return start, start + len(words)


def says(source: str, cue: str = "said", kind: str = "named_person", actor: str = "---", **more: Any) -> dict:
    """A source; `inside` names the source whose words hold this one."""
    return {"source": source, "cue": cue, "kind": kind, "actor": actor, **more}


def happens(words: str, type: str, status: str = "actual", **more: Any) -> dict:
    """An event; `by` is the source it is according to."""
    return {"words": words, "type": type, "status": status, **more}


def read(
    outlet: str | None,
    published: str | None,
    text: str,
    events: tuple[dict, ...] = (),
    sources: tuple[dict, ...] = (),
    commitments: tuple[dict, ...] = (),
    *,
    title: str | None = None,
    key: str | None = None,
) -> Reading:
    """A reading, with a sentence for every full stop and line."""
    whole = f"{title}\n\n{text}" if title else text
    report = Report(
        id=hashlib.sha256(f"{outlet}|{published}|{whole}".encode()).hexdigest()[:16],
        text=whole, outlet=outlet, title=title, key=key,
        published=datetime.fromisoformat(published) if published else None,
    )  # fmt: skip
    ids = {each["source"]: f"a{n}" for n, each in enumerate(sources, 1)}
    named = [
        ActorMention((at.start(), at.end()), code, word, "country name")
        for word, code in COUNTRIES.items()
        for at in re.finditer(rf"\b{word}\b", whole)
    ]
    return Reading(
        report=report, actors=tuple(named), sentences=_sentences(whole), version="test",
        attributions=tuple(_attribution(whole, ids, each) for each in sources),
        events=tuple(_event(whole, ids, n, each) for n, each in enumerate(events, 1)),
        commitments=tuple(_commitment(whole, ids, n, each) for n, each in enumerate(commitments, 1)),
    )  # fmt: skip


def _sentences(text: str) -> tuple[Span, ...]:
    out, start = [], 0
    for at, char in enumerate(text):
        if char == "\n" or (char == "." and text[at + 1 : at + 2] in (" ", "")):
            if text[start : at + 1].strip():
                out.append((start, at + 1))
            start = at + 1
    if text[start:].strip():
        out.append((start, len(text)))
    return tuple(out)


def _attribution(text: str, ids: dict[str, str], each: dict) -> Attribution:
    return Attribution(
        id=ids[each["source"]], source=(find(text, each["source"]),), cue=(find(text, each["cue"]),),
        content=(), parent=ids.get(each.get("inside", "")), source_type=each["kind"],
        source_actor=each["actor"], source_name=each.get("name"), stance=each.get("stance", "assert"),
        refers_to=(find(text, each["means"]),) if "means" in each else (),
    )  # fmt: skip


def _event(text: str, ids: dict[str, str], number: int, each: dict) -> Event:
    days = each.get("days")
    return Event(
        id=f"e{number}", mentions=(find(text, each["words"]),), type=each["type"], status=each["status"],
        actor=each.get("actor", ()), recipient=each.get("recipient", ()),
        according_to=ids.get(each.get("by", "")), date=(days, days) if isinstance(days, str) else days,
        place=EventPlace(each["place"]) if "place" in each else None,
    )  # fmt: skip


def _commitment(text: str, ids: dict[str, str], number: int, each: dict) -> Commitment:
    days = each.get("days")
    return Commitment(
        id=f"c{number}", kind=each["kind"], by=each.get("by", "---"), to=each.get("to", "---"),
        condition=(find(text, each["condition"]),) if "condition" in each else (),
        consequence=(find(text, each["consequence"]),) if "consequence" in each else (),
        attribution=ids.get(each.get("source", "")), date=(days, days) if isinstance(days, str) else days,
        deadline=each.get("deadline"),
    )  # fmt: skip


class Hand:
    """What the tests write reports with."""

    read: Callable[..., Reading] = staticmethod(read)
    says = staticmethod(says)
    happens = staticmethod(happens)
    find = staticmethod(find)


@pytest.fixture(scope="session")
def hand() -> Hand:
    return Hand()
