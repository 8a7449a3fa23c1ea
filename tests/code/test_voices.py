"""A neutral cue takes the stance of what is committed to."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from sayso.code.voices import voiced
from sayso.records import Attribution, Commitment

SAID = Attribution(id="a1", source=(), cue=((0, 4),), content=((5, 20),))


def commitment(kind: str, attribution: str | None) -> Commitment:
    return Commitment(id="c1", kind=kind, by="---", to="---", attribution=attribution)


@pytest.mark.parametrize(("kind", "wanted"), [("threat", "threaten"), ("promise", "promise")])
def test_a_commitment_tells_what_neutral_words_amount_to(kind: str, wanted: str) -> None:
    assert voiced((SAID,), (commitment(kind, "a1"),)) == (replace(SAID, stance=wanted),)


def test_a_cue_that_tells_its_stance_keeps_it() -> None:
    denied = replace(SAID, stance="deny")

    assert voiced((denied,), (commitment("threat", "a1"),)) == (denied,)


def test_other_kinds_and_other_voices_change_nothing() -> None:
    others = (commitment("refusal", "a1"), commitment("threat", "a2"), commitment("threat", None))

    assert voiced((SAID,), others) == (SAID,)


def test_the_first_commitment_decides() -> None:
    made = (commitment("promise", "a1"), commitment("threat", "a1"))

    assert voiced((SAID,), made)[0].stance == "promise"
