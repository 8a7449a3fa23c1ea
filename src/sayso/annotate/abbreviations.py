"""Abbreviations of English news: what a full stop after them means (``data/abbreviations.tsv``)."""

from __future__ import annotations

from sayso.annotate.tables import words

_CLASSES = words("abbreviations.tsv")
# A name follows: the full stop after one of these never ends a sentence.
ALWAYS = _CLASSES["always"]
# Ends a sentence only where the next word looks like the start of one.
LATE = _CLASSES["late"]
# A day or a year follows, or else a new sentence.
MONTHS = _CLASSES["month"]
# First words that betray a new sentence after an abbreviation that may end one.
STARTERS = _CLASSES["starter"]
