"""Decoding: from made-up scores to cues, sources and contents."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

import numpy as np
import pytest

from sayso.annotate.engine import Scores
from sayso.annotate.frames import Decoder, Found, frames
from sayso.annotate.inputs import Window

PLAIN = Decoder(cue=0.5, inner=0.4, switch=1.0, hard=1.0, source=0.0, content=0.0, gap=1.0)


def scored(cues: dict[int, str], roles: dict[int, str], count: int, first: int = 0) -> Scores:
    """Scores of ``count`` words; ``cues`` maps a word to B or I, ``roles`` a cue to roles, c in doubt."""
    none = np.zeros(0, dtype=np.int64)
    cue = np.tile(np.asarray([0.98, 0.01, 0.01], dtype=np.float32), (count, 1))
    for word, mark in cues.items():
        cue[word] = (0.02, 0.95, 0.03) if mark == "B" else (0.02, 0.03, 0.95)
    rows = sorted(cues)
    link = np.full((len(rows), count, 2), -4.0, dtype=np.float32)
    for i, row in enumerate(rows):
        for word, role in enumerate(roles.get(row, "")):
            link[i, word, 0] = 4.0 if role == "S" else -4.0
            link[i, word, 1] = {"C": 4.0, "c": -1.0}.get(role, -4.0)
    window = Window(first, first + count, none, none, none, none, none, none)
    known: dict[str, Any] = {"window": window, "cue": cue, "rows": np.asarray(rows), "link": link}
    return Scores(**{**{field.name: none for field in fields(Scores)}, **known})


def decoded(words: str, cues: dict[int, str], roles: dict[int, str], decoder: Decoder = PLAIN) -> list[Found]:
    forms = words.split()
    return frames([scored(cues, roles, len(forms))], forms, decoder)


def test_source_cue_content() -> None:
    (found,) = decoded("Officials in Iraq say Iran ordered it .", {3: "B"}, {3: "SSS.CCC."})

    assert found.source == ((0, 3),)
    assert found.cue == ((3, 4),)
    assert found.content == ((4, 7),)
    assert found.score == pytest.approx(0.98, abs=0.01)


def test_that_and_outer_commas_are_no_content() -> None:
    (found,) = decoded("He said that , they left ,", {1: "B"}, {1: "S.CCCCC"})

    assert found.content == ((4, 6),)


def test_a_cue_of_two_words_reads_both_rows() -> None:
    (found,) = decoded("It left , according to him", {3: "B", 4: "I"}, {3: "CC...S", 4: "CC...S"})

    assert found.cue == ((3, 5),)
    assert found.source == ((5, 6),)


def test_a_new_first_word_starts_a_new_cue() -> None:
    found = decoded("he said denied it", {1: "B", 2: "B"}, {1: "S..C", 2: "S..C"})

    assert [one.cue for one in found] == [((1, 2),), ((2, 3),)]


def test_a_content_cut_in_two_keeps_two_pieces() -> None:
    (found,) = decoded("“ No , ” he said , “ never ”", {5: "B"}, {5: "CCCCS..CCC"})

    assert len(found.content) == 2


def test_a_word_missing_inside_a_content_is_filled_in() -> None:
    (found,) = decoded("He said they will leave the old town soon", {1: "B"}, {1: "S.CCC.CCC"})

    assert found.content == ((2, 9),)


def test_a_lone_word_of_another_role_does_not_pay_for_two_changes() -> None:
    dear = Decoder(cue=0.5, inner=0.4, switch=5.0, hard=5.0, source=0.0, gap=0.0)

    (found,) = decoded("He said they will leave the town", {1: "B"}, {1: "S.CCCSC"}, dear)

    assert found.content == ((2, 7),)


def test_a_doubtful_word_inside_a_phrase_is_no_end() -> None:
    dear = Decoder(switch=0.25, hard=4.0, source=0.0, gap=0.0)

    (found,) = decoded("He said they left old towns behind", {1: "B"}, {1: "S.CCcCC"}, dear)

    assert found.content == ((2, 7),)


def test_a_small_word_that_opens_a_clause_belongs_to_it() -> None:
    (found,) = decoded("He vowed to leave", {1: "B"}, {1: "S..C"})

    assert found.content == ((2, 4),)


def test_only_the_stronger_of_two_sources_is_kept() -> None:
    (found,) = decoded("The old man said to him they left", {3: "B"}, {3: "SSS..SCC"})

    assert found.source == ((0, 3),)


def test_a_cue_without_content_is_dropped() -> None:
    assert decoded("He said so", {1: "B"}, {1: "S.."}) == []


def test_an_unlikely_cue_is_dropped() -> None:
    assert decoded("He said it", {1: "B"}, {1: "S.C"}, Decoder(cue=0.99, inner=0.4)) == []


def test_windows_are_counted_from_their_first_word() -> None:
    forms = ["Well", ".", "He", "said", "it"]

    (found,) = frames([scored({1: "B"}, {1: "S.C"}, 3, first=2)], forms, PLAIN)

    assert (found.source, found.cue, found.content) == (((2, 3),), ((3, 4),), ((4, 5),))


def test_settings_come_by_name_and_unknown_ones_are_left() -> None:
    assert Decoder.of({"cue": 0.7, "later": 1.0}) == Decoder(cue=0.7)


def test_no_frame_reaches_across_a_fence() -> None:
    forms = ["Truce", "near", "They", "left", ",", "he", "said"]

    (found,) = frames([scored({6: "B"}, {6: "CCCC.S"}, 7)], forms, PLAIN, [2])

    assert found.content == ((2, 4),)


def test_a_doubtful_cue_counts_inside_a_content_only() -> None:
    forms = ["Officials", "said", "it", "fell", ",", "Reuters", "said"]
    scores = scored({1: "B", 6: "B"}, {1: "S.CC", 6: "CCCC.S"}, 7)
    scores.cue[1] = (0.4, 0.6, 0.0)
    decoder = Decoder(cue=0.9, inner=0.8, switch=1.0, hard=1.0, source=0.0, nested=0.5)

    assert [one.cue for one in frames([scores], forms, decoder)] == [((1, 2),), ((6, 7),)]

    scores.cue[6] = (0.4, 0.6, 0.0)
    assert frames([scores], forms, decoder) == []
