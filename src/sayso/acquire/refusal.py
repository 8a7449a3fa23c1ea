"""An error made a record: what gave no report, where it is, and its bytes as far as they can be kept."""

from __future__ import annotations

from sayso.errors import InputError
from sayso.records import Refused

LONGEST_KEPT = 20_000_000


def refused(error: InputError, origin: str, raw: bytes | None = None, line: int | None = None) -> Refused:
    """The refusal an error makes; its message names the origin and the line if it does not yet."""
    place = f"{origin}, line {line}" if line else origin
    named = error.saw == place or error.saw.startswith(f"{place}:")
    saw = error.saw if named else f"{place}: {error.saw}" if error.saw else place
    told = type(error)(error.code, error.happened, saw=saw, do=error.do)
    return Refused(origin, str(told), line, raw if raw is None or len(raw) <= LONGEST_KEPT else None)
