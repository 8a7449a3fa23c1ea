"""The corpora's formats, on made-up lines of each."""

from __future__ import annotations

import json
from itertools import pairwise
from pathlib import Path

from training import readers
from training.examples import gold_tokens
from training.labels import collect

EWT = {
    "id": "weblog-1-0001",
    "genre": "weblog",
    "form": ["He", "said", "that", "it", "fell", "."],
    "space": [1, 1, 1, 1, 0, 1],
    "lemma": ["he", "say", "that", "it", "fall", "."],
    "upos": ["PRON", "VERB", "SCONJ", "PRON", "VERB", "PUNCT"],
    "xpos": ["PRP", "VBD", "IN", "PRP", "VBD", "."],
    "head": [2, 0, 5, 5, 2, 2],
    "deprel": ["nsubj", "root", "mark", "nsubj", "ccomp", "punct"],
    "srl": [{"v": 1, "frame": "say.01", "args": [["ARG0", 0, 1], ["ARG1", 2, 5]]}],
}

GUM = """# newpar
# sent_id = x-1
1\tBig\tbig\tADJ\tJJ\t_\t2\tamod\t_\tEntity=(1-place-new
2\tYork\tYork\tPROPN\tNNP\t_\t3\tnsubj\t_\tEntity=1)
3-4\tdon't\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No
3\tdo\tdo\tAUX\tVBP\t_\t0\troot\t_\t_
4\tn't\tnot\tPART\tRB\t_\t3\tadvmod\t_\t_
5\tGerman\tgerman\tADJ\tJJ\t_\t3\tobj\t_\t_

"""


def test_polnear_lines_are_grouped_by_article(tmp_path: Path) -> None:
    row = {"id": "a", "annotator": "x", "text": "He said no.",
           "attributions": [{"source": [[0, 2]], "cue": [[3, 7]], "content": [[8, 10]]}]}  # fmt: skip
    path = tmp_path / "train.jsonl"
    path.write_text("\n".join([json.dumps(row), json.dumps({**row, "annotator": "y"})]), "utf-8")

    found = readers.polnear(path)

    assert [len(versions) for versions in found.values()] == [2]
    assert found["a"][0].attributions[0].content == [(8, 10)]


def test_ewt_frames_of_saying_become_links(tmp_path: Path) -> None:
    path = tmp_path / "train.jsonl"
    path.write_text(json.dumps(EWT), "utf-8")

    ((tree,),) = readers.ewt(path)

    assert tree.frames == [(1, [(0, 1)], [(3, 5)])] or tree.frames == []
    assert tree.glued == [False, False, False, False, False, True]


def test_gum_names_are_trimmed_and_adjectives_masked(tmp_path: Path) -> None:
    (tmp_path / "GUM_news_x.conllu").write_text(GUM, "utf-8")

    ((tree,),) = readers.gum(tmp_path)

    assert tree.entities == ["B-place", "I-place", "O", "O", "mask"]
    assert tree.glued == [False, False, False, True, True]
    assert tree.paragraph


def test_gold_words_stand_where_the_spacing_puts_them(tmp_path: Path) -> None:
    (tmp_path / "GUM_news_x.conllu").write_text(GUM, "utf-8")

    spans = gold_tokens(readers.gum(tmp_path)[0]).spans

    assert [b[0] - a[1] for a, b in pairwise(spans)] == [1, 1, 0, 0]


def test_labels_are_those_in_use(tmp_path: Path) -> None:
    path = tmp_path / "train.jsonl"
    path.write_text(json.dumps(EWT), "utf-8")

    labels = collect((tree for document in readers.ewt(path) for tree in document), least=1)

    assert labels.upos == ["PRON", "PUNCT", "SCONJ", "VERB"]
    assert labels.entity[0] == "O"
