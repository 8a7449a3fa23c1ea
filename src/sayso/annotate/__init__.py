"""
Annotate: a report comes in, its words with syntax, its named entities, predicates with roles and
factuality, mentions with what they refer to, and its attribution frames go out, all from ONE pass of
the language engine (a small BERT encoder, Devlin et al. 2019, with deep biaffine arcs, Dozat and
Manning 2017, PropBank roles, and source, cue and content as PARC 3 and PolNeAR define them). The page
is cut into segments first; captions, bylines and notices are not read.
"""

from __future__ import annotations

from sayso.annotate.engine import Engine, Scores, default_engine
from sayso.annotate.entities import entities
from sayso.annotate.frames import Decoder, frames
from sayso.annotate.mentions import mentions
from sayso.annotate.predicates import predicates
from sayso.annotate.segments import TOLD, segments
from sayso.annotate.syntax import sentences_of, words_of
from sayso.annotate.tokens import Tokens, tokens
from sayso.records import Annotated, Frame, Report, Segment, Sentence, Skipped

MOST = 400_000  # characters read of one report, about 70,000 words; the rest is listed as skipped

__all__ = ["Engine", "annotate", "default_engine"]


def annotate(report: Report, engine: Engine | None = None) -> Annotated:
    """Return what one pass of the engine says of ``report``.

    Every told segment is read, each word exactly once. A report in another language than English
    is not read, and of a very long one only the first ``MOST`` characters; ``skipped`` says so.

    Args:
        report: Any text, the empty one too.
        engine: The model to use; this process's own by default.

    Raises:
        EngineError: If the model cannot be loaded.
    """
    parts = segments(report)
    told, skipped = _told(report, parts)
    cut_up = tokens(report.text, [(parts[i].start, parts[i].end) for i in told])
    if not len(cut_up):
        return Annotated(report, parts, (), (), (), (), skipped)
    chosen = engine or default_engine()
    return _annotated(report, parts, told, cut_up, chosen, chosen.read(cut_up), skipped)


def _told(report: Report, parts: tuple[Segment, ...]) -> tuple[list[int], tuple[Skipped, ...]]:
    """Return the numbers of the segments to read, and what is left out for a reason."""
    if not report.language.lower().startswith("en"):
        why = f"the language is {report.language}; only English is read"
        return [], (Skipped("the text", why, (0, len(report.text))),)
    told = [i for i, part in enumerate(parts) if part.kind in TOLD and part.end <= MOST]
    left = [part for part in parts if part.kind in TOLD and part.end > MOST]
    if not left:
        return told, ()
    why = f"a report is read up to {MOST} characters"
    return told, (Skipped("the rest of the text", why, (left[0].start, left[-1].end)),)


def _annotated(
    report: Report,
    parts: tuple[Segment, ...],
    told: list[int],
    cut_up: Tokens,
    engine: Engine,
    scores: list[Scores],
    skipped: tuple[Skipped, ...],
) -> Annotated:
    settings = engine.settings
    sentences = sentences_of(cut_up, told)
    words = words_of(cut_up, scores, settings)
    decoder = Decoder.of(settings.decoder, settings.confidence)
    found = frames(scores, cut_up.forms, decoder, _fences(parts, sentences))
    return Annotated(
        report=report,
        segments=parts,
        sentences=sentences,
        words=words,
        entities=entities(scores, cut_up, settings),
        frames=tuple(Frame(f.cue, f.source, f.content, f.score) for f in found),
        skipped=skipped,
        predicates=predicates(scores, words, settings),
        mentions=mentions(scores, words, cut_up, settings),
    )


def _fences(parts: tuple[Segment, ...], sentences: tuple[Sentence, ...]) -> list[int]:
    """Return the words before which a headline, a deck or the body begins: each speaks for itself."""
    kinds = [parts[s.segment].kind for s in sentences]
    heading = [kind if kind in ("title", "deck") else "body" for kind in kinds]
    return [
        sentence.first
        for sentence, kind, before in zip(sentences[1:], heading[1:], heading, strict=False)
        if kind != before
    ]
