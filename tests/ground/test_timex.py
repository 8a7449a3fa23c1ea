"""Actions of the rule table, one by one."""

from __future__ import annotations

from datetime import date

import pytest

from sayso.ground.pieces import pieces
from sayso.ground.rules import hits
from sayso.ground.setting import Setting
from sayso.ground.timex import meaning


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("now", ("DATE", "PRESENT_REF")),
        ("recently", ("DATE", "PAST_REF")),
        ("the future", ("DATE", "FUTURE_REF")),
        ("every night", ("SET", "XXXX-XX-XXTNI")),
        ("Christmas", ("DATE", "2020-12-25")),
    ],
)
def test_meaning(text: str, told: tuple[str, str]) -> None:
    hit = hits(pieces(text, 0, len(text)), 0)[0]
    assert meaning(hit, Setting(date(2020, 11, 20), None, 1)) == told


def test_an_action_that_does_not_hold_gives_nothing() -> None:
    hit = hits(pieces("soon", 0, 4), 0)[0]
    assert meaning(hit, Setting(None, None, 0, before="as")) is None
