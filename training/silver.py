"""Silver entities of news: what the teacher marked, brought into our classes and made consistent."""

from __future__ import annotations

import re
from collections import Counter

from training.kinds import LONGEST, Kinds

Marks = list[tuple[int, int, str]]


def refined(text: str, marks: Marks, kinds: Kinds) -> Marks:
    """Return an article's marks in our classes.

    The registers tell countries, outlets, armed groups and documents; what one article calls the
    same thing gets the commonest class; a lone word that ends a person's full name there is the
    person; an office title right before a person is marked.
    """
    bare = [_trimmed(text, s, e, kind) for s, e, kind in marks]
    surnames = {text[s:e].split()[-1] for s, e, kind in bare if kind == "person" and " " in text[s:e]}
    votes: dict[str, Counter[str]] = {}
    for s, e, kind in bare:
        votes.setdefault(text[s:e], Counter())[kind] += 1
    found: Marks = []
    for s, e, _ in bare:
        name = text[s:e]
        kind = votes[name].most_common(1)[0][0]
        if name in surnames and kind in ("organization", "place", "object"):
            kind = "person"
        found.append((s, e, _class(name, kind, kinds)))
    return sorted([*found, *_titles(text, found, kinds)])


def _trimmed(text: str, start: int, end: int, kind: str) -> tuple[int, int, str]:
    match = re.match(r"(?:the|a|an) ", text[start:end], re.IGNORECASE)
    return (start + match.end(), end, kind) if match else (start, end, kind)


def _class(name: str, kind: str, kinds: Kinds) -> str:
    if kind == "mask" or name in kinds.partisans:
        return "mask"
    return kinds.of(name, kind) if kind != "nationality" else "nationality"


def _titles(text: str, found: Marks, kinds: Kinds) -> Marks:
    """Return the office titles that stand right before persons."""
    taken = [(s, e) for s, e, _ in found]
    out: Marks = []
    for start, _, kind in found:
        if kind != "person":
            continue
        words = list(re.finditer(r"\S+", text[max(0, start - 80) : start]))[-LONGEST:]
        base = max(0, start - 80)
        for k in range(len(words)):
            phrase = tuple(w.group().lower() for w in words[k:])
            a, b = base + words[k].start(), base + words[-1].end()
            if phrase in kinds.titles and not any(s < b and a < e for s, e in taken):
                out.append((a, b, "title"))
                break
    return out
