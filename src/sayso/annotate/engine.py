"""The language engine: one ONNX graph over windows of words, loaded once a process."""

from __future__ import annotations

import functools
import hashlib
import json
import logging
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sayso.annotate.inputs import Window, cut, prepare
from sayso.annotate.pieces import Pieces
from sayso.annotate.reference import Reference
from sayso.annotate.tokens import Tokens
from sayso.errors import EngineError

log = logging.getLogger("sayso.annotate")

Floats = NDArray[np.float32]
Integers = NDArray[np.int64]

FORMAT = 4
INPUTS = ("ids", "case", "quote", "border", "index", "sentence")
OUTPUTS = (
    "upos", "xpos", "entity", "cue", "arcs", "relation", "rows", "link",
    "predicate", "pairs", "role", "factuality", "nominal", "mentions", "later", "earlier", "deed",
)  # fmt: skip
FOLDER = Path(__file__).parent / "model"


@dataclass(frozen=True)
class Scores:
    """What the graph says of one window of ``n`` words.

    ``upos``, ``xpos``, ``relation``: label numbers [n]. ``entity``: log-probabilities [n, labels].
    ``cue``: probabilities of outside, first and further word [n, 3]. ``arcs``: scores [n, n] of
    each word's possible heads, itself for a root. ``rows`` [k]: the words that may be in a cue, in
    order; ``link``: log-odds [k, n, 2] that a word is the source or the content of a cue there.
    ``predicate``: probabilities [n]. ``pairs`` [p, 2]: a likely predicate and a word of its sentence,
    in order; ``role``: log-probabilities [p, roles] of what the word is to it. ``factuality`` [n]: how
    surely what a word tells has happened, -3 to 3. ``nominal``: log-probabilities [n, types] of the
    mention that a word heads. ``mentions`` [m]: the words that may head one, in order; ``later`` and
    ``earlier`` [m, d]: their vectors, whose products score pairs. ``deed``: log-probabilities [n, types]
    of the event a word tells, none of them first.
    """

    window: Window
    upos: Integers
    xpos: Integers
    entity: Floats
    cue: Floats
    arcs: Floats
    relation: Integers
    rows: Integers
    link: Floats
    predicate: Floats
    pairs: Integers
    role: Floats
    factuality: Floats
    nominal: Floats
    mentions: Integers
    later: Floats
    earlier: Floats
    deed: Floats


@dataclass(frozen=True)
class Settings:
    """Label names in the order of the graph's outputs, and the decoder's thresholds.

    ``likeness`` and ``distance`` are what the codes of `annotate.likeness` add to a pair's score;
    ``confidence`` the weights of `annotate.confidence`, none in an engine that has not been tuned.
    """

    upos: list[str]
    xpos: list[str]
    deprel: list[str]
    entity: list[str]
    role: list[str]
    nominal: list[str]
    likeness: list[float]
    distance: list[float]
    decoder: dict[str, float]
    version: str
    confidence: list[float] = field(default_factory=list)
    deed: list[str] = field(default_factory=list)

    @classmethod
    def of(cls, labels: dict[str, Any]) -> Settings:
        """Take the settings out of ``labels.json``."""
        names = ("upos", "xpos", "deprel", "entity", "role", "nominal", "likeness", "distance")
        return cls(
            **{name: labels[name] for name in names},
            decoder=labels.get("decoder", {}),
            version=labels["sha256"][:12],
            confidence=labels.get("confidence", []),
            deed=labels.get("deed", []),
        )


class Engine:
    """A loaded model. One thread by default, so that the same words give the same bytes.

    Args:
        folder: Holds ``engine.onnx``, ``labels.json`` and ``pieces.json``.
        threads: Threads within one window.

    Raises:
        EngineError: If a file is missing, damaged or of another format.
    """

    def __init__(self, folder: Path = FOLDER, *, threads: int = 1) -> None:
        labels = _labels(folder)
        self.settings = Settings.of(labels)
        self.pieces = Pieces(folder / "pieces.json")
        self._session = session(_graph(folder, labels["sha256"]), threads)

    def read(self, tokens: Tokens, ranges: Sequence[tuple[int, int]] | None = None) -> list[Scores]:
        """Run the graph over a text, window by window; each word is read exactly once."""
        if not len(tokens):
            return []
        chosen = None if ranges is None else list(ranges)
        return [self.run(window) for window in cut(prepare(tokens, self.pieces), chosen)]

    def run(self, window: Window) -> Scores:
        """Run the graph over one window."""
        given = {name: getattr(window, name) for name in INPUTS}
        return Scores(window, *self._session.run(OUTPUTS, given))


def session(graph: bytes, threads: int = 1) -> Any:
    """Return an ONNX Runtime session on the CPU with everything that varies switched off.

    Where ONNX Runtime is not installed, for want of a wheel, the plain NumPy pass takes its place.
    """
    try:
        import onnxruntime
    except ImportError:
        log.warning("onnxruntime is not installed: reading goes on in NumPy, at a third of the speed")
        return Reference(graph)
    options = onnxruntime.SessionOptions()  # type: ignore[attr-defined]
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    options.use_deterministic_compute = True
    options.log_severity_level = 3
    # Windows differ in length: an arena that plans for one length only grows with every other.
    options.enable_mem_pattern = False
    provider = ["CPUExecutionProvider"]
    return onnxruntime.InferenceSession(graph, options, providers=provider)  # type: ignore[attr-defined]


def _labels(folder: Path) -> dict[str, Any]:
    path = folder / "labels.json"
    try:
        labels: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise EngineError(
            "S201", "the language model's labels cannot be read", saw=f"{path}: {error}", do=_DO
        ) from error
    if labels.get("format") != FORMAT:
        saw = f"format {labels.get('format')}, expected {FORMAT}"
        raise EngineError("S202", "the language model is of another version", saw=saw, do=_DO)
    return labels


def _graph(folder: Path, digest: str) -> bytes:
    path = folder / "engine.onnx"
    try:
        graph = path.read_bytes()
    except OSError as error:
        raise EngineError(
            "S203", "the language model cannot be read", saw=f"{path}: {error}", do=_DO
        ) from error
    if hashlib.sha256(graph).hexdigest() != digest:
        raise EngineError("S204", "the language model is damaged", saw=str(path), do=_DO)
    return graph


_DO = "Install sayso again; a source checkout needs its large files."


@functools.cache
def default_engine() -> Engine:
    """Return this process's engine, loading the shipped model on the first call."""
    return Engine()
