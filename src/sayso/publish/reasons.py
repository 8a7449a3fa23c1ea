"""Why an event was coded as it was, in lines for people."""

from __future__ import annotations

from sayso.publish.words import STATUS_WORDS
from sayso.records import Event, Reading
from sayso.spans import quoted

SCALE = "PLOVER {score:g}, CAMEO {cameo} (Goldstein {goldstein:g})"


def reasons(reading: Reading, event: Event) -> tuple[str, ...]:
    """
    The frame or vote that gave the type, the rule and words that gave the status, the codes in other
    schemes; () where the reading was kept before they were.
    """
    if event.why is None:
        return ()
    mode = f" ({event.mode})" if event.mode else ""
    lines = [f"{event.type}{mode}: {event.why.type}"]
    seen = f": “{quoted(reading.report.text, event.why.words)}”" if event.why.words else ""
    lines.append(f"{STATUS_WORDS.get(event.status, event.status)}: {event.why.status}{seen}")
    if event.codes is not None:
        codes = event.codes
        lines.append(SCALE.format(score=codes.score, cameo=codes.cameo, goldstein=codes.goldstein))
    return tuple(lines)
