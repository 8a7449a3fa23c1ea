"""A status and what gave it."""

from __future__ import annotations

from msgspec import Struct

WEAK = "factuality"
"""What the rule of a sign begins with that gives way to any other."""


class Sign(Struct, frozen=True):
    """A status, the rule that gave it, and the words (indices) the rule saw."""

    status: str
    rule: str
    words: tuple[int, ...] = ()

    @property
    def open(self) -> bool:
        """May what the teller makes of the act still change it?"""
        return self.status == "actual" or self.rule.startswith(WEAK)


FACT = Sign("actual", "told as fact")
