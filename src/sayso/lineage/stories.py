"""Reports about the same happening: those that share a claim, or copy each other, within days."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import timedelta
from itertools import pairwise

from sayso.lineage.copies import Copies
from sayso.records import Claim, Reading

_REACH = timedelta(days=4)


def stories(readings: Sequence[Reading], claims: Iterable[Claim]) -> tuple[tuple[str, ...], ...]:
    """
    Ids of reports, story by story, oldest story first; every report is in one.

    Args:
        readings: In order of publication (see `moment.published_by`).
        claims: What they claim.
    """
    place = {reading.report.id: number for number, reading in enumerate(readings)}
    leader = list(range(len(readings)))
    for claim in claims:
        told = sorted({place[(telling.event or "").rpartition(":")[0]] for telling in claim.spans})
        for one, two in pairwise(told):
            if _near(readings[one], readings[two]):
                _join(leader, one, two)
    for copy, original in Copies(readings).pairs().items():
        _join(leader, original, copy)
    found: dict[int, list[str]] = {}
    for number, reading in enumerate(readings):
        found.setdefault(_find(leader, number), []).append(reading.report.id)
    return tuple(tuple(ids) for _, ids in sorted(found.items()))


def _near(one: Reading, two: Reading) -> bool:
    left, right = one.report.published, two.report.published
    return left is None or right is None or abs(left - right) <= _REACH


def _find(leader: list[int], number: int) -> int:
    while leader[number] != number:
        leader[number] = leader[leader[number]]
        number = leader[number]
    return number


def _join(leader: list[int], one: int, two: int) -> None:
    low, high = sorted((_find(leader, one), _find(leader, two)))
    leader[high] = low
