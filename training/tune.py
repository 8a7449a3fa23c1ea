"""What the decoder is told on dev: thresholds by coordinate search, and how sure it is of its frames."""

from __future__ import annotations

import logging
from dataclasses import asdict, dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from sayso.annotate import Engine
from sayso.annotate.engine import Scores
from sayso.annotate.frames import Decoder, frames
from sayso.annotate.sentences import paragraphs
from sayso.annotate.tokens import Tokens, tokens
from training import readers, score
from training.chains import coreference
from training.evaluate import as_marked
from training.readers import Article, Tree

log = logging.getLogger("training.tune")

GRID: dict[str, tuple[float, ...]] = {
    "cue": (0.4, 0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85),
    "inner": (0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8),
    "switch": (0.0, 0.25, 0.5, 1.0),
    "hard": (1.0, 2.0, 3.0, 4.0, 6.0),
    "content": (-0.8, -0.4, 0.0, 0.4, 0.8),
    "source": (-0.4, 0.0, 0.4, 0.8, 1.2),
    "gap": (0, 1, 2, 3),
}
SURE = (0.0, 0.1, 0.15, 0.2, 0.25, 0.3)
LEAST = (1.0, 0.5, 0.0, -0.5, -1.0, -1.5, -2.0, -2.5)
EXACT = 0.25  # what a gain in exact triples is worth against one in attr.iou50
Read = tuple[Tokens, list[Scores]]
Floats = NDArray[np.float64]


@dataclass(frozen=True)
class News:
    """The articles of a dev part and what an engine says of each, read once."""

    articles: dict[str, list[Article]]
    read: dict[str, Read]


def reading(folder: Path, dev: Path) -> News:
    """Run the engine in ``folder`` over the articles of ``dev``."""
    engine = Engine(folder)
    articles = readers.polnear(dev)
    return News(articles, {key: _read(engine, versions[0].text) for key, versions in articles.items()})


def tuned(given: News, rounds: int = 2) -> dict[str, float]:
    """Return the decoder settings with the best `value` on the articles given."""
    articles, read = given.articles, given.read
    best = Decoder()
    top = value(best, articles, read)
    for _ in range(rounds):
        for name, choices in GRID.items():
            for choice in choices:
                trial = replace(best, **{name: float(choice)})
                reached = value(trial, articles, read)
                if reached > top:
                    best, top = trial, reached
        log.info("value %.4f %s", top, best)
    found = asdict(best)
    del found["sure"], found["least"]
    return found


def assured(given: News, decoder: dict[str, float]) -> list[float]:
    """Return the weights of `confidence`, fitted on what the decoder finds in the articles given.

    Only outermost frames are judged: PolNeAR marks no others.
    """
    rows: list[tuple[float, ...]] = []
    right: list[float] = []
    for key, versions in given.articles.items():
        cut_up, scores = given.read[key]
        found = frames(scores, cut_up.forms, Decoder.of(decoder))
        ruler = score.Ruler(versions[0].text)
        gold = [ruler.triples(vars(a) for a in version.attributions or ()) for version in versions]
        marks = [{**as_marked(f, cut_up.forms, cut_up.spans), "weighed": f.weighed} for f in found]
        for mark in score.outermost(marks):
            own = [ruler.triple(mark)]
            rows.append(mark["weighed"])
            right.append(sum(score.linked(own, one, 0.5)[0] for one in gold) / len(gold))
    return [round(float(w), 4) for w in logistic(np.asarray(rows), np.asarray(right))]


def surest(given: News, decoder: dict[str, float], weights: list[float]) -> float:
    """Return the least confidence of a frame with the best `value` on the articles given."""
    plain = Decoder.of(decoder, weights)
    reached = {least: value(replace(plain, least=least), given.articles, given.read) for least in SURE}
    log.info("least sure %s", reached)
    return max(reached, key=lambda least: reached[least])


def logistic(rows: Floats, right: Floats, ridge: float = 3.0, steps: int = 50) -> Floats:
    """Return weights [features] under which ``rows`` [n, features] tell the chance of being ``right`` [n].

    Newton's method; the first feature is constant, and the others' weights are held small by ``ridge``
    in units of their spread.
    """
    spread = np.where(rows.std(axis=0) > 0, rows.std(axis=0), 1.0)
    scaled = rows / spread
    price = np.diag([0.0] + [ridge] * (rows.shape[1] - 1))
    weights = np.zeros(rows.shape[1])
    for _ in range(steps):
        chance = 1.0 / (1.0 + np.exp(-np.clip(scaled @ weights, -30.0, 30.0)))
        slope = scaled.T @ (chance - right) + price @ weights
        bend = (scaled.T * (chance * (1.0 - chance))) @ scaled + price + 1e-6 * np.eye(len(price))
        weights = weights - np.linalg.solve(bend, slope)
    out: Floats = weights / spread
    return out


def linking(folder: Path, documents: list[list[Tree]]) -> float:
    """Return the least score of an antecedent with the best CoNLL mean on ``documents``."""
    engine = Engine(folder)
    plain = engine.settings
    reached = {}
    for least in LEAST:
        engine.settings = replace(plain, decoder={**plain.decoder, "antecedent": least})
        reached[least] = coreference(documents, engine)["conll"]
    log.info("antecedents %s", reached)
    return max(reached, key=lambda least: reached[least])


def _read(engine: Engine, text: str) -> Read:
    cut_up = tokens(text, paragraphs(text))
    return cut_up, engine.read(cut_up)


def value(decoder: Decoder, articles: dict[str, list[Article]], read: dict[str, Read]) -> float:
    """Return what is to be raised: attr.iou50, and a share of attr.exact so that edges count too."""
    half, exact = score.Tally(), score.Tally()
    for key, versions in articles.items():
        cut_up, scores = read[key]
        ruler = score.Ruler(versions[0].text)
        found = [as_marked(f, cut_up.forms, cut_up.spans) for f in frames(scores, cut_up.forms, decoder)]
        own = ruler.triples(score.outermost(found))
        for version in versions:
            gold = ruler.triples(
                [{"source": a.source, "cue": a.cue, "content": a.content} for a in version.attributions]
            )
            half.add(*score.linked(own, gold, 0.5), weight=1 / len(versions))
            exact.add(*score.linked(own, gold, 1.0), weight=1 / len(versions))
    return half.f1()["f1"] + EXACT * exact.f1()["f1"]
