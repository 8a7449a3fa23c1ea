"""The words for codes: statuses, stances, kinds of source, and counts that never stand alone."""

from __future__ import annotations

STATUS_WORDS = {
    "actual": "happened",
    "denied": "denied",
    "planned": "planned",
    "threatened": "threatened",
    "requested": "asked for",
    "possible": "possible",
    "conditional": "only if",
}
STANCE_WORDS = {
    "assert": "",
    "confirm": "confirms",
    "deny": "denies",
    "accuse": "accuses",
    "threaten": "threatens",
    "promise": "promises",
    "request": "asks for",
    "order": "orders",
    "predict": "predicts",
    "ask": "asks",
    "believe": "believes",
}
LOOKS = {"actual": ("bold",), "denied": ("red",), "threatened": ("yellow",), "conditional": ("yellow",)}


def codes(actor: tuple[str, ...], recipient: tuple[str, ...]) -> str:
    """`IRN GOV → IRQ REB, IRQ PTY`; a party that is not named is said to be unnamed."""
    left = ", ".join(_code(each) for each in actor) or "unnamed"
    right = ", ".join(_code(each) for each in recipient)
    return f"{left} → {right}" if right else left


def _code(each: str) -> str:
    return "unnamed" if each == "---" else each


def counted(number: int, noun: str, plural: str | None = None) -> str:
    """`1 report`, `3 reports`."""
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"


def support(reports: int, independent: tuple[int, int]) -> str:
    """`3 reports, 1 independent source`: the one count never without the other."""
    low, high = independent
    if low == high:
        return f"{counted(reports, 'report')}, {counted(low, 'independent source')}"
    return f"{counted(reports, 'report')}, {low} to {high} independent sources"
