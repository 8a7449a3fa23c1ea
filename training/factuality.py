"""Factuality: how surely what a word tells has happened, -3 (certainly not) to 3 (certainly).

UDS-IH2 (Rudinger et al. 2018), CommitmentBank, MegaVeridicality 2 and Ross and Pavlick, in one
format: ``{"text": words with spaces, "targets": [{"span1": [first, last], "label": value}]}``.
UDS-IH2 marks the sentences of EWT, so there the values join the trees.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

from sayso.annotate.sentences import paragraphs
from sayso.annotate.tokens import tokens
from training.kinds import SENTENCES
from training.readers import rows

SETS = ("uds-ih2", "cb", "mv2", "rp")
Values = list[tuple[int, float]]


@dataclass(frozen=True)
class Judged:
    """Words of one short text, and targets: words [first, last) with their mean value."""

    forms: list[str]
    targets: list[tuple[int, int, float]]

    def glued(self) -> list[bool]:
        """Return where no space stood in running text: before clitics and closing marks."""
        return [_glued(form) for form in self.forms]


_CLITICS = frozenset(mark + end for mark in "'’" for end in ("s", "re", "ve", "ll", "d", "m")) | {
    "n't",
    "n’t",
}
_CLOSING = frozenset(".,;:!?)]%”’''")


def _glued(form: str) -> bool:
    return form.lower() in _CLITICS or form in _CLOSING


def judged(path: Path) -> list[Judged]:
    """Read one file of a set."""
    return [
        Judged(
            row["text"].split(),
            [(t["span1"][0], t["span1"][1], float(t["label"])) for t in row["targets"]],
        )
        for row in rows(path)
    ]


def ours(path: Path = SENTENCES / "unreal.tsv") -> list[Judged]:
    """Texts of our own with the words that tell something and their values."""
    lines = path.read_text(encoding="utf-8").splitlines()
    given = [line.split("\t") for line in lines if line and not line.startswith("#")][1:]
    return [_ours(text, told.split()) for text, told in given]


def _ours(text: str, told: list[str]) -> Judged:
    forms = tokens(text, paragraphs(text)).forms
    targets = []
    for one in told:
        word, _, value = one.rpartition("=")
        if word in forms:  # a word that the cutter joins with another says nothing
            at = forms.index(word)
            targets.append((at, at + 1, float(value)))
    return Judged(forms, targets)


def by_sentence(texts: list[Judged]) -> dict[tuple[str, ...], Values]:
    """Return the values of each sentence by its words; of a sentence that occurs twice their means.

    Only targets of one word are taken.
    """
    every: dict[tuple[str, ...], dict[int, list[float]]] = defaultdict(lambda: defaultdict(list))
    for one in texts:
        for first, last, value in one.targets:
            if last == first + 1:
                every[tuple(one.forms)][first].append(value)
    return {
        forms: [(word, sum(values) / len(values)) for word, values in sorted(found.items())]
        for forms, found in every.items()
    }
