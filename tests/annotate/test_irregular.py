"""The tables of irregular forms say one thing of each form."""

from __future__ import annotations

from collections import Counter

from sayso.annotate.irregular import ADJECTIVES, BARE, FIXED, NOUNS, SILENT, VERBS
from sayso.annotate.tables import rows


def test_no_form_is_listed_twice_in_a_class() -> None:
    counts = Counter(
        (kind, form) for kind, _, forms in rows("irregular.tsv") for form in forms.split() if kind != "degree"
    )

    assert [key for key, n in counts.items() if n > 1 and key[1] not in ("lay", "'d", "'s", "found")] == []


def test_a_stem_is_silent_or_bare_not_both() -> None:
    assert frozenset() == {word.removesuffix("e") for word in SILENT} & BARE - {"cite", "writ"}


def test_the_classes_are_read() -> None:
    assert VERBS["went"] == "go"
    assert NOUNS["children"] == "child"
    assert ADJECTIVES["worst"] == "bad"
    assert FIXED["n't", "RB" if ("n't", "RB") in FIXED else ""] == "not"
