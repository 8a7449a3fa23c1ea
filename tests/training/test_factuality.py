"""Factuality values: read, joined with EWT's sentences, and set on words."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np

from sayso.annotate.engine import FOLDER
from sayso.annotate.pieces import Pieces
from training import examples, readers
from training.factuality import Judged, by_sentence, judged, ours

PIECES = Pieces(FOLDER / "pieces.json")
TEXT = "He did n't leave . She says , “ go ! ”"
EWT = {
    "id": "weblog-1-0001",
    "genre": "weblog",
    "form": ["He", "did", "n't", "leave", "."],
    "space": [1, 0, 1, 0, 1],
    "lemma": ["he", "do", "not", "leave", "."],
    "upos": ["PRON", "AUX", "PART", "VERB", "PUNCT"],
    "xpos": ["PRP", "VBD", "RB", "VB", "."],
    "head": [4, 4, 4, 0, 4],
    "deprel": ["nsubj", "aux", "advmod", "root", "punct"],
    "srl": [],
}


def one(text: str, *targets: tuple[int, int, float]) -> Judged:
    return Judged(text.split(), list(targets))


def test_a_file_is_read(tmp_path: Path) -> None:
    path = tmp_path / "train.jsonl"
    target = {"span1": [3, 4], "label": -2.5}
    path.write_text(json.dumps({"text": TEXT, "targets": [target]}) + "\n", "utf-8")

    assert judged(path) == [one(TEXT, (3, 4, -2.5))]


def test_clitics_and_closing_marks_are_glued() -> None:
    glued = [form for form, close in zip(TEXT.split(), one(TEXT).glued(), strict=True) if close]

    assert glued == ["n't", ".", ",", "!", "”"]


def test_words_stand_where_the_spacing_puts_them_and_sentences_end_at_full_stops() -> None:
    found = examples.judged_tokens(one(TEXT))

    assert found.spans[:5] == [(1, 3), (4, 7), (7, 10), (11, 16), (16, 17)]
    assert found.sentence == [0] * 5 + [1] * 6 + [2]
    assert len(found.paragraph) == len(found)


def test_values_stand_on_their_words_and_nowhere_else() -> None:
    (example,) = examples.judged(one(TEXT, (3, 4, -2.5), (9, 11, 1.0)), PIECES)

    values = example.real["factuality"]
    assert np.flatnonzero(~np.isnan(values)).tolist() == [3, 9, 10]
    assert values[[3, 9, 10]].tolist() == [-2.5, 1.0, 1.0]
    assert example.flat == {}


def test_each_window_has_its_own_values() -> None:
    found = examples.judged(one("It fell . " * 200, (1, 2, 3.0), (598, 599, -3.0)), PIECES)

    assert len(found) > 1
    assert found[0].real["factuality"][1] == 3.0
    assert found[-1].real["factuality"][-2] == -3.0
    assert sum(len(e.real["factuality"]) for e in found) == 600


# ------------------------------------------------------------------ joined with trees
def test_targets_of_one_word_are_kept_by_sentence() -> None:
    found = by_sentence([one("It fell .", (1, 2, 3.0), (0, 2, 1.0)), one("He left .")])

    assert found == {("It", "fell", "."): [(1, 3.0)]}


def test_a_sentence_that_comes_twice_has_the_mean() -> None:
    found = by_sentence([one("It fell .", (1, 2, 3.0)), one("It fell .", (1, 2, 1.0))])

    assert found == {("It", "fell", "."): [(1, 2.0)]}


def test_values_join_the_sentence_that_is_written_the_same(tmp_path: Path) -> None:
    path = tmp_path / "train.jsonl"
    path.write_text(json.dumps(EWT), "utf-8")
    happened = by_sentence([one("He did n't leave .", (3, 4, -3.0)), one("He left .", (1, 2, 3.0))])

    ((tree,),) = readers.ewt(path, happened)

    assert tree.happened == [(3, -3.0)]


def test_no_value_lands_on_another_word_where_words_are_cut_otherwise(tmp_path: Path) -> None:
    path = tmp_path / "train.jsonl"
    path.write_text(json.dumps(EWT), "utf-8")

    ((tree,),) = readers.ewt(path, by_sentence([one("He didn't leave .", (2, 3, -3.0))]))

    assert tree.happened == []


def test_our_own_texts_are_cut_and_their_values_stand_on_words(tmp_path: Path) -> None:
    path = tmp_path / "unreal.tsv"
    path.write_text(
        "# note\ntext\tword=value ...\nThe raid never came.\traid=-2.8\nTalks go on.\tTalks=2.9 gone=1\n",
        encoding="utf-8",
    )

    assert [(found.forms, found.targets) for found in ours(path)] == [
        (["The", "raid", "never", "came", "."], [(1, 2, -2.8)]),
        (["Talks", "go", "on", "."], [(0, 1, 2.9)]),
    ]


def test_the_texts_that_ship_tell_both_what_happened_and_what_did_not() -> None:
    values = [value for found in ours() for _, _, value in found.targets]

    assert len(values) > 1900
    assert all(-3.0 <= value <= 3.0 for value in values)
    assert sum(value >= 2 for value in values) > 800
    assert sum(value <= 0 for value in values) > 300
