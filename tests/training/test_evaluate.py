"""Every head measured on a tiny data folder in the corpora's layout."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from training.evaluate import heads

TEXT = "The minister said the talks had failed."
EWT = {
    "id": "weblog-1-0001",
    "genre": "weblog",
    "form": ["The", "minister", "resigned", "."],
    "space": [1, 1, 0, 1],
    "lemma": ["the", "minister", "resign", "."],
    "upos": ["DET", "NOUN", "VERB", "PUNCT"],
    "xpos": ["DT", "NN", "VBD", "."],
    "head": [2, 3, 0, 3],
    "deprel": ["det", "nsubj", "root", "punct"],
    "srl": [{"v": 2, "frame": "resign.01", "args": [["ARG0", 0, 2]]}],
}
GUM = """# newpar
1\tAnn\tAnn\tPROPN\tNNP\t_\t2\tnsubj\t_\tEntity=(1-person-new-nnnnn-cf1-1-coref)
2\tleft\tleave\tVERB\tVBD\t_\t0\troot\t_\t_
3\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\t_

1\tShe\tshe\tPRON\tPRP\t_\t2\tnsubj\t_\tEntity=(1-person-giv:act-nnnnn-cf1*-1-ana)
2\tslept\tsleep\tVERB\tVBD\t_\t0\troot\t_\t_
3\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\t_

"""
JUDGED = (
    {"text": "The bridge fell .", "targets": [{"span1": [2, 3], "label": 3.0}]},
    {"text": "The bridge did n't fall .", "targets": [{"span1": [4, 5], "label": -3.0}]},
)


@pytest.fixture
def data(tmp_path: Path) -> Path:
    said = {"source": [[0, 12]], "cue": [[13, 17]], "content": [[18, 38]]}
    row = {"id": "a", "annotator": "x", "text": TEXT, "attributions": [said]}
    for folder, line in (("polnear", row), ("ewt", EWT)):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "dev.jsonl").write_text(json.dumps(line) + "\n", "utf-8")
    return tmp_path


def test_whatever_is_there_is_measured(data: Path) -> None:
    found = heads(data)

    assert found is not None
    assert found["polnear dev attr.iou50"] == 1.0
    assert (
        found["ewt dev upos"]
        == found["ewt dev las"]
        == found["ewt dev lemmas"]
        == found["ewt dev words"]
        == 1.0
    )
    assert not [name for name in found if " test " in name or name.startswith("gum")]


def test_roles_are_measured_where_there_are_trees(data: Path) -> None:
    found = heads(data)

    assert found is not None
    assert {f"ewt dev {name} f1" for name in ("predicate", "role", "core head")} <= set(found)


def test_our_own_sentences_that_are_held_out_are_measured_beside_the_rest(data: Path) -> None:
    found = heads(data)

    assert found is not None
    assert 0.0 < found["own held out entity f1"] <= found["own held out entity untyped f1"] <= 1.0


def test_trees_names_and_chains_of_gum_are_measured(tmp_path: Path) -> None:
    folder = tmp_path / "gum" / "dev"
    folder.mkdir(parents=True)
    (folder / "GUM_fiction_a.conllu").write_text(GUM, "utf-8")
    (folder / "GUM_news_b.conllu").write_text(GUM.replace("Ann\t", "she\t"), "utf-8")

    found = heads(tmp_path)

    assert found is not None
    names = ("uas", "entity f1", "news entity f1", "coreference conll", "coreference mentions")
    assert all(0.0 <= found[f"gum dev {name}"] <= 1.0 for name in names)


def test_each_set_of_factuality_is_measured_by_itself(tmp_path: Path) -> None:
    folder = tmp_path / "factuality" / "cb"
    folder.mkdir(parents=True)
    (folder / "dev.jsonl").write_text("\n".join(map(json.dumps, JUDGED)), "utf-8")

    found = heads(tmp_path)

    assert found is not None
    assert found["cb dev r"] == pytest.approx(1.0)
    assert 0.0 <= found["cb dev mae"] < 3.0
    assert not [name for name in found if name.startswith(("mv2", "rp", "uds"))]


def test_nothing_there_is_nothing_measured(tmp_path: Path) -> None:
    assert heads(tmp_path) is None


def test_a_test_part_is_picked_up(data: Path) -> None:
    (data / "ewt" / "dev.jsonl").rename(data / "ewt" / "test.jsonl")

    found = heads(data)

    assert found is not None
    assert "ewt test uas" in found
