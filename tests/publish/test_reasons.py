"""Why an event was coded as it was, in lines."""

from __future__ import annotations

import msgspec

import sayso
from sayso.publish.reasons import reasons


def test_frame_rule_words_and_codes_are_told() -> None:
    reading = sayso.read("The army did not shell the port on Monday.")
    (event,) = reading.events
    lines = reasons(reading, event)

    assert lines[0].startswith('ASSAULT (heavy-weapons): frame "shell" (verb)')
    assert lines[1] == "denied: negation: “not”"
    assert event.codes is not None
    assert (
        lines[2]
        == f"PLOVER {event.codes.score:g}, CAMEO {event.codes.cameo} (Goldstein {event.codes.goldstein:g})"
    )


def test_a_reading_kept_before_there_were_reasons_has_none() -> None:
    reading = sayso.read("The army shelled the port on Monday.")
    (event,) = reading.events

    assert reasons(reading, msgspec.structs.replace(event, why=None)) == ()
