"""Contexts: what an event is about, by the words of its own clause."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest

from sayso.code.contexts import LONGEST, MOST, contexts, signals
from sayso.code.tables import rows
from sayso.records import Annotated
from sayso.syntax import Tree

PARSES = json.loads((Path(__file__).parents[1] / "parses_contexts.json").read_text("utf-8"))
PLOVER = {
    "asylum", "cbrn", "corruption", "crime", "cyber", "diplomatic", "disasters", "economic", "election",
    "environment", "executive", "gender", "health", "human_rights", "human_security", "illegal_drugs",
    "inequality", "intelligence", "legal", "legislative", "lgbt", "migration", "military", "misinformation",
    "natural_resources", "peacekeeping", "political_institutions", "pro-autocracy", "pro-democracy",
    "religion_ethnicity", "reparations", "repression", "rights_freedoms", "technology", "territory",
    "terrorism", "trafficking",
}  # fmt: skip


@pytest.fixture(scope="module")
def about() -> Callable[[str, str], tuple[str, ...]]:
    """Name of a kept parse, a word in it -> the contexts of what the word tells."""
    trees = {name: Tree(msgspec.convert(kept, Annotated)) for name, kept in PARSES.items()}

    def of(name: str, word: str) -> tuple[str, ...]:
        tree = trees[name]
        return contexts(tree, next(at for at, one in enumerate(tree.words) if one.text == word))

    return of


@pytest.mark.parametrize(
    ("name", "word", "wanted"),
    [
        ("bribes", "accused", ("corruption", "legal", "natural_resources")),
        ("hackers", "attacked", ("cyber", "economic")),
        ("pride", "march", ("lgbt",)),
        ("peacekeepers", "kidnapped", ("peacekeeping",)),
        ("tariff", "imposed", ("economic",)),
        ("spies", "expelled", ("diplomatic", "intelligence")),
        ("logging", "blocked", ("environment",)),
        ("traffic", "freed", ("migration", "trafficking")),
        ("women", "marched", ("gender",)),
        ("deepfake", "accused", ("election", "misinformation", "political_institutions")),
        ("junta", "promised", ("political_institutions", "pro-democracy")),
        ("crackdown", "fired", ("migration", "repression")),
        ("plain", "met", ()),
    ],
)
def test_contexts_are_told_by_the_words_of_the_clause(
    about: Callable[[str, str], tuple[str, ...]], name: str, word: str, wanted: tuple[str, ...]
) -> None:
    assert about(name, word) == wanted


@pytest.mark.parametrize(
    ("name", "word", "wanted"),
    [
        ("congress_coup", "surrounded", ("legislative", "military")),
        ("congress_coup", "dissolved", ("executive",)),
        ("ambassador", "recalled", ("diplomatic",)),
        ("ambassador", "clashed", ("military", "territory")),
        ("strike_poll", "struck", ("health",)),
        ("strike_poll", "debated", ("election", "legislative")),
        ("quake", "gave", ("human_security",)),
        ("sanction_rel", "ratified", ("legislative",)),
        ("sanction_rel", "ended", ("diplomatic", "natural_resources")),
        ("annex", "threatened", ("territory",)),
        ("bomber", "killed", ("religion_ethnicity", "terrorism")),
    ],
)
def test_another_clause_of_the_sentence_says_nothing(
    about: Callable[[str, str], tuple[str, ...]], name: str, word: str, wanted: tuple[str, ...]
) -> None:
    assert about(name, word) == wanted


def test_verbs_side_by_side_are_about_different_things(about: Callable[[str, str], tuple[str, ...]]) -> None:
    assert about("bishop_editor", "arrested") == ("legal", "military", "religion_ethnicity")
    assert about("bishop_editor", "closed") == ("rights_freedoms",)


def test_a_shared_subject_counts_for_both(about: Callable[[str, str], tuple[str, ...]]) -> None:
    assert "military" in about("drug_raid", "raided")
    assert "military" in about("drug_raid", "killing")


def test_what_is_demanded_belongs_to_the_demand(about: Callable[[str, str], tuple[str, ...]]) -> None:
    assert about("nuclear_demand", "demanded") == ("cbrn",)
    assert about("damages", "ordered") == ("legal", "religion_ethnicity", "reparations")


def test_the_longest_phrase_wins(about: Callable[[str, str], tuple[str, ...]]) -> None:
    assert about("warcrime", "convicted") == ("human_rights", "legal")


def test_there_are_at_most_five_in_alphabetical_order(about: Callable[[str, str], tuple[str, ...]]) -> None:
    found = about("many", "condemned")

    assert len(found) == MOST
    assert list(found) == sorted(found)


# ------------------------------------------------------------------ the table
def test_the_contexts_are_plovers() -> None:
    assert {context for context, _ in rows("contexts.tsv")} == PLOVER
    assert {context for told in signals().values() for context in told} == PLOVER


def test_phrases_are_short_and_as_lemmas_are_written() -> None:
    assert {phrase for phrase in signals() if len(phrase) > LONGEST or "" in phrase} == set()
    assert {word for phrase in signals() for word in phrase if word != word.lower() or "-" in word} == set()


def test_no_phrase_stands_twice_under_a_context() -> None:
    assert {phrase for phrase, told in signals().items() if len(told) != len(set(told))} == set()


def test_every_context_is_signalled_by_several_phrases() -> None:
    assert min(len(phrases.split(",")) for _, phrases in rows("contexts.tsv")) >= 5
