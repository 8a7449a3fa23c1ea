"""Every head of the shipped engine measured on whatever sets lie in the data folder.

Uses the package as users have it (no PyTorch), so that continuous integration can run it.
"""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any

import numpy as np

from sayso.annotate import Engine, annotate, default_engine
from sayso.annotate.entities import bare as bare_names
from sayso.annotate.entities import spans as entity_spans
from sayso.annotate.frames import Found
from sayso.annotate.lemmas import lemma
from sayso.annotate.sentences import sentences
from sayso.annotate.trees import heads as best_heads
from sayso.annotate.words import words
from sayso.records import Frame, Report
from training import own, readers, score
from training.acts import factuality, roles
from training.chains import coreference
from training.examples import gold_tokens
from training.factuality import SETS, judged
from training.gum import gum as read_gum
from training.readers import Tree
from training.score import Tally

Figures = dict[str, float]


def heads(data: Path, engine: Engine | None = None) -> Figures | None:
    """Return the figures of every head on the dev and test parts found below ``data``, None if none is.

    Names read "polnear dev attr.iou50"; all values are in 0..1 but the counts of cases.
    """
    chosen = engine or default_engine()
    found: Figures = {}
    for part in ("dev", "test"):
        news, ewt, gum = (
            data / "polnear" / f"{part}.jsonl",
            data / "ewt" / f"{part}.jsonl",
            data / "gum" / part,
        )
        if news.exists():
            nested = data / "polnear" / f"nested_{part}.jsonl"
            found |= _named(f"polnear {part}", polnear(news, nested, chosen))
        if ewt.exists():
            documents = readers.ewt(ewt)
            known = syntax(documents, chosen) | cutting(documents) | lemmas(documents)
            found |= _named(f"ewt {part}", known | roles(documents, chosen))
        if gum.exists():
            found |= _named(f"gum {part}", _gum(gum, chosen))
        for name in SETS:
            path = data / "factuality" / name / f"{part}.jsonl"
            if path.exists():
                found |= _named(f"{name} {part}", factuality(judged(path), chosen))
    return found | _named("own held out", practice(chosen)) if found else None


def _gum(folder: Path, engine: Engine) -> Figures:
    """Return the figures of a folder of GUM: trees, names in all genres and in news, coreference."""
    documents = read_gum(folder)
    news = [document for document in documents if "_news_" in document[0].key]
    named = entity(documents, engine) | _named("news", entity(news, engine))
    chains = _named("coreference", coreference(documents, engine))
    chains |= _named("news coreference", coreference(news, engine))
    return syntax(documents, engine) | named | chains


def practice(engine: Engine) -> Figures:
    """Return F1 of names in our own sentences that are kept apart, slots filled with names kept apart."""
    rng = random.Random(0)
    fill = own.lists(held_out=True)
    typed, bare = Tally(), Tally()
    for row in own.own(held_out=True):
        if "attributions" in row:
            continue
        article = own.article(row, fill, rng)
        annotated = annotate(Report(id="", text=article.text), engine)
        masked = [(s, e) for s, e, kind in article.entities if kind == "mask"]
        found = {
            (e.start, e.end, e.type)
            for e in annotated.entities
            if not any(e.start < b and a < e.end for a, b in masked)
        }
        gold = {(s, e, kind) for s, e, kind in article.entities if kind != "mask"}
        typed.add(len(found & gold), len(found), len(gold))
        spans = {e[:2] for e in found}, {e[:2] for e in gold}
        bare.add(len(spans[0] & spans[1]), len(spans[0]), len(spans[1]))
    named = {f"entity {name}": value for name, value in typed.f1().items()}
    return {**named, "entity untyped f1": bare.f1()["f1"]}


def _named(prefix: str, figures: Figures) -> Figures:
    return {f"{prefix} {name}": value for name, value in figures.items()}


def polnear(path: Path, nested: Path, engine: Engine) -> Figures:
    """Return attribution figures; with the nested cases, if there are any, their recall."""
    gold = list(readers.rows(path))
    texts = {row["id"]: row["text"] for row in gold}
    predicted = {key: attributions(text, engine) for key, text in texts.items()}
    found = score.polnear(gold, predicted)
    if nested.exists():
        recall = score.nested(list(readers.rows(nested)), texts, predicted)
        found |= {f"nested {name}": value for name, value in recall.items()}
    return found


def attributions(text: str, engine: Engine) -> list[score.Marks]:
    """Return the engine's frames of a text as character spans, contents as PolNeAR marks them."""
    annotated = annotate(Report(id="", text=text), engine)
    forms = [word.text for word in annotated.words]
    spans = [(word.start, word.end) for word in annotated.words]
    return [as_marked(frame, forms, spans) for frame in annotated.frames]


def as_marked(frame: Frame | Found, forms: list[str], spans: list[tuple[int, int]]) -> score.Marks:
    """Return a frame's character spans; a "that" before the content is put back.

    PolNeAR counts it to the content, Sayso does not.
    """
    held = {i for a, b in (*frame.cue, *frame.source) for i in range(a, b)}

    def opened(a: int) -> int:
        return a - 1 if a and forms[a - 1].lower() == "that" and a - 1 not in held else a

    content = tuple((opened(a), b) for a, b in frame.content)
    roles = {"source": frame.source, "cue": frame.cue, "content": content}
    return {role: [(spans[a][0], spans[b - 1][1]) for a, b in ranges] for role, ranges in roles.items()}


def syntax(documents: list[list[Tree]], engine: Engine) -> Figures:
    """Return accuracies on gold words: tags, heads, and heads with the universal relation."""
    right = dict.fromkeys(("upos", "xpos", "uas", "las"), 0)
    total = 0
    for document in documents:
        read = _read(document, engine)
        for name in ("upos", "xpos"):
            gold = [tag for tree in document for tag in getattr(tree, name)]
            right[name] += sum(a == b for a, b in zip(read[name], gold, strict=True))
        gold_heads, relations = _gold_arcs(document)
        same = [a == b for a, b in zip(read["head"], gold_heads, strict=True)]
        right["uas"] += sum(same)
        right["las"] += sum(
            ok and _universal(a) == _universal(b)
            for ok, a, b in zip(same, read["deprel"], relations, strict=True)
        )
        total += len(gold_heads)
    return {name: round(count / max(1, total), 4) for name, count in right.items()}


def _universal(relation: str) -> str:
    return relation.split(":")[0]


def _gold_arcs(document: list[Tree]) -> tuple[list[int], list[str]]:
    """Return heads as words of the document, a root its own, and relations."""
    heads: list[int] = []
    for tree in document:
        base = len(heads)
        heads.extend(base + (h - 1 if h else i) for i, h in enumerate(tree.heads))
    return heads, [relation for tree in document for relation in tree.deprels]


def _read(document: list[Tree], engine: Engine) -> dict[str, list[Any]]:
    """Run the engine over gold words."""
    scores = engine.read(gold_tokens(document))
    names = engine.settings
    heads = [best_heads(s.arcs, s.window.sentence) for s in scores]
    roots = [h == np.arange(len(h)) for h in heads]
    return {
        "upos": [names.upos[i] for s in scores for i in s.upos.tolist()],
        "xpos": [names.xpos[i] for s in scores for i in s.xpos.tolist()],
        "head": [int(h) + s.window.first for s, own in zip(scores, heads, strict=True) for h in own],
        "deprel": [
            "root" if is_root else names.deprel[i]
            for s, own in zip(scores, roots, strict=True)
            for i, is_root in zip(s.relation.tolist(), own.tolist(), strict=True)
        ],
    }


def entity(documents: list[list[Tree]], engine: Engine) -> Figures:
    """Return F1 of named entities, with and without their type; those in masked words count not."""
    typed, bare = Tally(), Tally()
    for document in documents:
        gold_labels = [label for tree in document for label in tree.entities or []]
        numbers = gold_tokens(document).sentence
        mask = {i for i, label in enumerate(gold_labels) if label == "mask"}
        table = np.concatenate([s.entity for s in engine.read(gold_tokens(document))])
        own = entity_spans(table, numbers, engine.settings.entity)
        gold = {*_marked(gold_labels)}
        forms = [form for tree in document for form in tree.forms]
        found = {e for e in bare_names(own, forms) if not mask.intersection(range(e[0], e[1]))}
        typed.add(len(found & gold), len(found), len(gold))
        spans = {e[:2] for e in found}, {e[:2] for e in gold}
        bare.add(len(spans[0] & spans[1]), len(spans[0]), len(spans[1]))
    named = {f"entity {name}": value for name, value in typed.f1().items()}
    return {**named, "entity untyped f1": bare.f1()["f1"]}


def _marked(labels: list[str]) -> list[tuple[int, int, str]]:
    """Join gold B and I labels into names."""
    found: list[tuple[int, int, str]] = []
    for i, label in enumerate(labels):
        mark, _, kind = label.partition("-")
        if mark == "I":
            found[-1] = (found[-1][0], i + 1, kind)
        elif mark == "B":
            found.append((i, i + 1, kind))
    return found


def cutting(documents: list[list[Tree]]) -> Figures:
    """Return F1 of words and sentences on running text, each document one paragraph."""
    tokens, breaks = Tally(), Tally()
    for document in documents:
        gold = gold_tokens(document)
        text, ends = _running(document)
        own = [(begin, words(text, begin, end)) for begin, end in sentences(text)]
        found = {span for _, spans in own for span in spans}
        tokens.add(len(found & set(gold.spans)), len(found), len(gold.spans))
        own_ends = {spans[-1][1] for _, spans in own if spans}
        breaks.add(len(own_ends & ends), len(own_ends), len(ends))
    return {"words": tokens.f1()["f1"], "sentences": breaks.f1()["f1"]}


def lemmas(documents: list[list[Tree]]) -> Figures:
    """Return how many lemmas are right, given the gold tag; case does not count."""
    right = total = 0
    for tree in (tree for document in documents for tree in document):
        for form, tag, gold in zip(tree.forms, tree.xpos, tree.lemmas, strict=True):
            if gold != "_":
                right += lemma(form, tag).lower() == gold.lower()
                total += 1
    return {"lemmas": round(right / max(1, total), 4)}


def _running(document: list[Tree]) -> tuple[str, set[int]]:
    """Return a document as running text, and where its sentences end."""
    parts: list[str] = []
    ends: set[int] = set()
    size = 0
    for tree in document:
        for form, glued in zip(tree.forms, tree.glued, strict=True):
            piece = form if glued else " " + form
            parts.append(piece)
            size += len(piece)
        ends.add(size)
    return "".join(parts), ends
