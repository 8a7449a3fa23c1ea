"""Sentences with the words that tell an event marked."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from sayso.annotate import annotate
from sayso.annotate.engine import FOLDER
from sayso.annotate.pieces import Pieces
from sayso.records import EVENT_TYPES, Report
from training.marked import BadMark, Told, examples, targets, told

DEEDS = ["O", *EVENT_TYPES]


def lines(tmp_path: Path, *given: str) -> Path:
    path = tmp_path / "told.txt"
    path.write_text("\n".join(given) + "\n", encoding="utf-8")
    return path


def labelled(one: Told) -> dict[str, str]:
    annotated = annotate(Report(id="told", text=one.text))
    found = targets(one, annotated, DEEDS)
    return {word.text: DEEDS[label] for word, label in zip(annotated.words, found, strict=True) if label > 0}


def test_marks_become_spans_of_the_bare_text(tmp_path: Path) -> None:
    (one,) = told(lines(tmp_path, "Rebels [shelled|ASSAULT] the port and [called off|REJECT] talks."))

    assert one.text == "Rebels shelled the port and called off talks."
    assert [(one.text[a:b], kind) for a, b, kind in one.marks] == [
        ("shelled", "ASSAULT"),
        ("called off", "REJECT"),
    ]


def test_a_line_without_marks_tells_no_event(tmp_path: Path) -> None:
    (one,) = told(lines(tmp_path, "", "The striker fired over the bar."))

    assert one.marks == []
    assert labelled(one) == {}


@pytest.mark.parametrize("line", ["Rebels [shelled|ASSAULT the port.", "Rebels [shelled] the port.", "a | b"])
def test_a_bracket_left_over_is_told_with_its_line(tmp_path: Path, line: str) -> None:
    with pytest.raises(BadMark, match=r"told\.txt:2"):
        told(lines(tmp_path, "Rain fell.", line))


def test_of_several_words_the_one_that_governs_bears_the_type() -> None:
    text = "Zambia threw its weight behind the candidate."
    one = Told(text, [(7, 31, "SUPPORT")])
    annotated = annotate(Report(id="told", text=text))
    found = targets(one, annotated, DEEDS)

    assert labelled(one) == {"threw": "SUPPORT"}
    assert {annotated.words[at].text for at in np.flatnonzero(found < 0)} == {"its", "weight", "behind"}


def test_a_compound_is_labelled_at_its_head() -> None:
    assert labelled(Told("An air strike hit the town.", [(3, 13, "ASSAULT")])) == {"strike": "ASSAULT"}


def test_a_mark_on_no_word_is_refused() -> None:
    annotated = annotate(Report(id="told", text="Rain fell."))

    with pytest.raises(BadMark, match="no word"):
        targets(Told("Rain fell.", [(40, 44, "ASSAULT")]), annotated, DEEDS)


def test_every_sentence_that_ships_is_well_formed() -> None:
    read = told()
    kinds = {kind for one in read for _, _, kind in one.marks}

    assert len(read) > 3000
    assert kinds == set(EVENT_TYPES)
    assert all(one.text[a:b].strip() == one.text[a:b] != "" for one in read for a, b, _ in one.marks)


def test_examples_have_one_target_a_word() -> None:
    (one,) = examples(
        [Told("Rebels shelled the port.", [(7, 14, "ASSAULT")])], Pieces(FOLDER / "pieces.json"), DEEDS
    )

    assert len(one.flat["deed"]) == len(one.window.index)
    assert one.flat["deed"].tolist().count(DEEDS.index("ASSAULT")) == 1
