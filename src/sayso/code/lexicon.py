"""The tables of event predicates, of words that govern acts, and of words that colour them."""

from __future__ import annotations

from functools import cache

from msgspec import Struct

from sayso.code.tables import rows


class Frame(Struct, frozen=True):
    """
    One way a predicate tells an event.

    `needs` are pairs of (kind, lemmas) that must all hold beside the word; `recipient` the roles tried
    in turn.
    """

    type: str
    mode: str | None
    needs: tuple[tuple[str, frozenset[str]], ...]
    recipient: tuple[str, ...]
    both: bool
    speech: bool


FRAMES = ("frames.tsv", "frames_conflict.tsv", "frames_cooperation.tsv", "frames_verbal.tsv")
"""The tables of predicates, those of common words first; of rows that need as much the first holds."""


@cache
def frames() -> dict[tuple[str, str], tuple[Frame, ...]]:
    """(lemma, "v" or "n") -> frames, those that need most first."""
    table: dict[tuple[str, str], list[Frame]] = {}
    given = (row for name in FRAMES for row in rows(name))
    for lemmas, pos, needs, kind, mode, recipient, flag in given:
        frame = Frame(
            type=kind,
            mode=None if mode == "-" else mode,
            needs=_needs(needs),
            recipient=() if recipient == "-" else tuple(recipient.split("|")),
            both=flag == "both",
            speech=flag == "speech",
        )
        for lemma in lemmas.split(","):
            table.setdefault((lemma, pos), []).append(frame)
    return {key: tuple(sorted(held, key=lambda row: -len(row.needs))) for key, held in table.items()}


@cache
def governors() -> dict[tuple[str, str], str]:
    """(lemma, "v", "n" or "a") -> the status it gives to the act it governs."""
    given = rows("governors.tsv")
    return {(lemma, pos): status for lemmas, pos, status in given for lemma in lemmas.split(",")}


@cache
def phrases() -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    """Lemma of a verb -> the words behind it in a set phrase and the status that gives, longest first."""
    table: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for phrase, status in rows("phrases.tsv"):
        lemma, *rest = phrase.split()
        table.setdefault(lemma, []).append((tuple(rest), status))
    return {lemma: tuple(sorted(found, key=lambda one: -len(one[0]))) for lemma, found in table.items()}


@cache
def modifiers() -> dict[str, str]:
    """Lemma of a modifier -> the status it gives."""
    return {row[0]: row[1] for row in rows("modifiers.tsv")}


def _needs(cell: str) -> tuple[tuple[str, frozenset[str]], ...]:
    if cell == "-":
        return ()
    pairs = (need.partition("=") for need in cell.split(";"))
    return tuple((kind, frozenset(lemmas.split("|")) if lemmas else frozenset()) for kind, _, lemmas in pairs)
