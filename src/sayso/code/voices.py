"""What neutral words amount to: who says "we shall pursue them to their bases" threatens."""

from __future__ import annotations

from msgspec.structs import replace

from sayso.records import Attribution, Commitment

NEUTRAL = frozenset({"assert", "predict"})
AMOUNTS_TO = {"threat": "threaten", "promise": "promise"}
"""A commitment's kind, and the stance of the one who makes it."""


def voiced(
    attributions: tuple[Attribution, ...], commitments: tuple[Commitment, ...]
) -> tuple[Attribution, ...]:
    """The attributions, those with a neutral cue by the first threat or promise that rests on them."""
    made: dict[str, str] = {}
    for one in commitments:
        if one.attribution is not None and one.kind in AMOUNTS_TO:
            made.setdefault(one.attribution, AMOUNTS_TO[one.kind])
    return tuple(
        replace(one, stance=made[one.id]) if one.stance in NEUTRAL and one.id in made else one
        for one in attributions
    )
