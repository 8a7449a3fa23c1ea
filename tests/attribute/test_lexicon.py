"""The tables are whole: known stances, known source types, no row twice."""

from __future__ import annotations

from importlib.resources import files

import pytest

from sayso.attribute.lexicon import cue_lexicon, offices, source_lexicon
from sayso.records import SOURCE_TYPES, STANCES


def test_every_stance_and_type_is_of_the_contract() -> None:
    assert {cue.stance for cue in cue_lexicon().values()} <= set(STANCES)
    assert set(source_lexicon().values()) <= set(SOURCE_TYPES)


@pytest.mark.parametrize("name", ["sources.tsv", "offices.tsv"])
def test_no_lemma_stands_twice(name: str) -> None:
    table = files("sayso.attribute").joinpath("data", name).read_text(encoding="utf-8")
    lemmas = [line.split("\t")[0] for line in table.splitlines() if line and not line.startswith("#")]

    assert len(lemmas) == len(set(lemmas))


def test_lemmas_are_lower_case() -> None:
    lemmas = [*cue_lexicon(), *source_lexicon(), *offices()]

    assert [lemma for lemma in lemmas if lemma != lemma.lower()] == []
