"""A status and what gave it: which of them may still be changed by the teller."""

from __future__ import annotations

import pytest

from sayso.code.signs import FACT, WEAK, Sign


@pytest.mark.parametrize(
    ("sign", "open_"),
    [
        (FACT, True),
        (Sign("possible", f"{WEAK} 0.4 of 3, as the engine reads it"), True),
        (Sign("possible", "modal verb", (3,)), False),
        (Sign("denied", "negation", (2,)), False),
    ],
)
def test_only_facts_and_weak_doubts_are_open(sign: Sign, open_: bool) -> None:
    assert sign.open == open_
