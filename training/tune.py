"""The decoder's thresholds, found by coordinate search on dev with the engine run only once."""

from __future__ import annotations

import logging
from dataclasses import asdict, replace
from pathlib import Path

from sayso.annotate import Engine
from sayso.annotate.engine import Scores
from sayso.annotate.frames import Decoder, frames
from sayso.annotate.sentences import paragraphs
from sayso.annotate.tokens import Tokens, tokens
from training import readers, score
from training.readers import Article

log = logging.getLogger("training.tune")

GRID: dict[str, tuple[float, ...]] = {
    "cue": (0.3, 0.4, 0.45, 0.5, 0.55, 0.6, 0.65),
    "inner": (0.2, 0.3, 0.4, 0.5, 0.6),
    "switch": (0.0, 0.25, 0.5, 1.0, 1.5, 2.5),
    "content": (-0.8, -0.4, 0.0, 0.4, 0.8),
    "source": (-0.8, -0.4, 0.0, 0.4, 0.8, 1.2),
    "gap": (0, 1, 2, 3, 5),
}
Read = tuple[Tokens, list[Scores]]


def tuned(folder: Path, dev: Path, rounds: int = 2) -> dict[str, float]:
    """Return the decoder settings with the best attr.iou50 on ``dev`` for the model in ``folder``."""
    engine = Engine(folder)
    articles = readers.polnear(dev)
    read = {key: _read(engine, versions[0].text) for key, versions in articles.items()}
    best = Decoder()
    top = value(best, articles, read)
    for _ in range(rounds):
        for name, choices in GRID.items():
            for choice in choices:
                trial = replace(best, **{name: float(choice)})
                reached = value(trial, articles, read)
                if reached > top:
                    best, top = trial, reached
        log.info("attr.iou50 %.4f %s", top, best)
    return asdict(best)


def _read(engine: Engine, text: str) -> Read:
    cut_up = tokens(text, paragraphs(text))
    return cut_up, engine.read(cut_up)


def value(decoder: Decoder, articles: dict[str, list[Article]], read: dict[str, Read]) -> float:
    """Return attr.iou50 F1 of one decoder over articles whose scores are at hand."""
    tally = score.Tally()
    for key, versions in articles.items():
        cut_up, scores = read[key]
        ruler = score.Ruler(versions[0].text)
        found = [
            {r: [(cut_up.spans[a][0], cut_up.spans[b - 1][1]) for a, b in getattr(f, r)] for r in score.ROLES}
            for f in frames(scores, cut_up.forms, decoder)
        ]
        own = ruler.triples(score.outermost(found))
        for version in versions:
            gold = ruler.triples(
                [{"source": a.source, "cue": a.cue, "content": a.content} for a in version.attributions]
            )
            tally.add(*score.linked(own, gold, 0.5), weight=1 / len(versions))
    return tally.f1()["f1"]
