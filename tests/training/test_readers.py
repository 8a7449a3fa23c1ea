"""The corpora's formats, on made-up lines of each."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from training import readers
from training.labels import RARE, collect

EWT: dict[str, Any] = {
    "id": "weblog-1-0001",
    "genre": "weblog",
    "form": ["He", "said", "that", "it", "all", "fell", "."],
    "space": [1, 1, 1, 1, 1, 0, 1],
    "lemma": ["he", "say", "that", "it", "all", "fall", "."],
    "upos": ["PRON", "VERB", "SCONJ", "PRON", "DET", "VERB", "PUNCT"],
    "xpos": ["PRP", "VBD", "IN", "PRP", "DT", "VBD", "."],
    "head": [2, 0, 6, 6, 4, 2, 2],
    "deprel": ["nsubj", "root", "mark", "nsubj", "det", "ccomp", "punct"],
    "srl": [
        {"v": 1, "frame": "say.01", "args": [["ARG0", 0, 1], ["ARG1", 2, 6]]},
        {"v": 5, "frame": "fall.01", "args": [["ARG1", 3, 5]]},
    ],
}


def ewt(folder: Path, *changed: dict[str, Any]) -> Path:
    """A file with one line for each set of changes to the made-up line."""
    path = folder / "train.jsonl"
    path.write_text("\n".join(json.dumps({**EWT, **change}) for change in changed or [{}]), "utf-8")
    return path


def test_polnear_lines_are_grouped_by_article(tmp_path: Path) -> None:
    row = {"id": "a", "annotator": "x", "text": "He said no.",
           "attributions": [{"source": [[0, 2]], "cue": [[3, 7]], "content": [[8, 10]]}]}  # fmt: skip
    path = tmp_path / "train.jsonl"
    path.write_text("\n".join([json.dumps(row), json.dumps({**row, "annotator": "y"})]), "utf-8")

    found = readers.polnear(path)

    assert [len(versions) for versions in found.values()] == [2]
    assert [a.content for a in found["a"][0].attributions or []] == [[(8, 10)]]


def test_silver_entities_are_refined_once_an_article(tmp_path: Path) -> None:
    row = {"id": "a", "annotator": "x", "text": "Iran said no.", "attributions": []}
    path, silver = tmp_path / "train.jsonl", tmp_path / "silver.jsonl"
    path.write_text("\n".join([json.dumps(row), json.dumps({**row, "annotator": "y"})]), "utf-8")
    silver.write_text(json.dumps({"id": "a", "spans": [[0, 4, "place"]]}), "utf-8")

    found = readers.polnear(path, silver, lambda text, marks: [(s, e, kind + "!") for s, e, kind in marks])

    assert [version.entities for version in found["a"]] == [[(0, 4, "place!")]] * 2


def test_ewt_frames_of_saying_become_links(tmp_path: Path) -> None:
    ((tree,),) = readers.ewt(ewt(tmp_path))

    assert tree.frames == [(1, [(0, 1)], [(3, 6)])]
    assert tree.glued == [False, False, False, False, False, False, True]


def test_ewt_predicates_keep_their_roles(tmp_path: Path) -> None:
    ((tree,),) = readers.ewt(ewt(tmp_path))

    assert tree.predicates == [(1, [("ARG0", 0, 1), ("ARG1", 2, 6)]), (5, [("ARG1", 3, 5)])]


def test_a_sentence_without_aligned_roles_is_not_one_without_predicates(tmp_path: Path) -> None:
    ((unknown, none),) = readers.ewt(ewt(tmp_path, {"srl": None}, {"srl": []}))

    assert unknown.predicates is None
    assert none.predicates == []


def test_factuality_joins_the_sentence_with_the_same_words(tmp_path: Path) -> None:
    happened = {("He", "said", "that", "it", "all", "fell", "."): [(1, 3.0), (5, -1.5)]}

    ((one, other),) = readers.ewt(ewt(tmp_path, {}, {"form": [*EWT["form"][:-1], "!"]}), happened)

    assert one.happened == [(1, 3.0), (5, -1.5)]
    assert other.happened == []


def test_labels_are_those_in_use(tmp_path: Path) -> None:
    labels = collect((tree for document in readers.ewt(ewt(tmp_path)) for tree in document), least=1)

    assert labels.upos == ["DET", "PRON", "PUNCT", "SCONJ", "VERB"]
    assert labels.entity[0] == labels.role[0] == labels.nominal[0] == "O"


def test_a_role_seen_seldom_is_no_label(tmp_path: Path) -> None:
    seldom: dict[str, Any] = {"srl": [{"v": 1, "frame": "say.01", "args": [["ARG2", 0, 1]]}]}
    path = ewt(tmp_path, *[{}] * (RARE // 2), *[seldom] * (RARE - 1))

    labels = collect(tree for document in readers.ewt(path) for tree in document)

    assert labels.role == ["O", "ARG1"]
