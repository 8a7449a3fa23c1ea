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
    "srl": [],
}


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


def test_nothing_there_is_nothing_measured(tmp_path: Path) -> None:
    assert heads(tmp_path) is None


def test_a_test_part_is_picked_up(data: Path) -> None:
    (data / "ewt" / "dev.jsonl").rename(data / "ewt" / "test.jsonl")

    found = heads(data)

    assert found is not None
    assert "ewt test uas" in found
