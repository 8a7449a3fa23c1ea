"""The trained engine as one int8 ONNX file with its labels and vocabulary beside it."""

from __future__ import annotations

import hashlib
import json
import logging
import shutil
import tempfile
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import onnxruntime
import torch
from torch import Tensor, nn

from sayso.annotate import features
from training.model import Engine

log = logging.getLogger("training.export")

INPUTS = ("ids", "case", "quote", "border", "index", "sentence")
OUTPUTS = ("upos", "xpos", "entity", "cue", "arcs", "relation", "rows", "link", "encoded")
FORMAT = 2  # raised when inputs or outputs change their meaning
OPSET = 18
TOLERANCE = 0.01  # scores are of the order of 10
CUE = 0.15  # words less likely in a cue are not asked for their links; below any threshold in use


class ExportError(RuntimeError):
    """The exported graph does not do what the model does."""


class Graph(nn.Module):
    """One window in, decisions and scores out; what `sayso.annotate.engine` runs.

    Takes 1-d integer tensors: ``ids, case, quote, border`` over pieces, ``index, sentence`` over
    words. Gives per word: the best tag of each part of speech set, entity log-probabilities, the
    probability of B and I of a cue, arc log-odds [words, words], the best relation to the best
    head, link log-odds [words, words, 2] (source, content against none), and the last hidden
    states of all pieces.
    """

    def __init__(self, engine: Engine) -> None:
        super().__init__()
        self.engine = engine

    def forward(
        self, ids: Tensor, case: Tensor, quote: Tensor, border: Tensor, index: Tensor, sentence: Tensor
    ) -> tuple[Tensor, ...]:
        engine = self.engine
        states = engine.encoder(ids[None], case[None], quote[None], border[None], None)
        syntax, named, said = self._mixed(torch.stack([s[0, index] for s in states]))
        arcs = engine.syntax.arcs(syntax, sentence[None])
        head = arcs.argmax(dim=-1)
        chosen = engine.syntax.rel_head(syntax)[:, head[0]]
        relation = engine.syntax.relations(engine.syntax.rel_dependent(syntax), chosen)
        cue = torch.softmax(engine.cue(said), dim=-1)[0]
        likely = (1.0 - cue[:, 0] > CUE) | (torch.arange(cue.shape[0]) == 0)
        rows = torch.nonzero(likely)[:, 0]
        return (
            engine.upos(syntax).argmax(dim=-1)[0],
            engine.xpos(syntax).argmax(dim=-1)[0],
            torch.log_softmax(engine.entity(named), dim=-1)[0],
            cue,
            arcs[0],
            relation.argmax(dim=-1)[0],
            rows,
            engine.link(said, rows[None], sentence[None])[0],
            states[-1][0],
        )

    def _mixed(self, layers: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Mix ``layers`` [layers, words, width] for the three families of heads in one product."""
        engine = self.engine
        mixes = (engine.syntax_mix, engine.entity_mix, engine.attribution_mix)
        shares = torch.stack([torch.softmax(mix.weights, dim=0) for mix in mixes])
        mixed = (shares @ layers.flatten(1)).view(3, 1, layers.shape[1], layers.shape[2])
        return mixed[0], mixed[1], mixed[2]


def to_onnx(engine: Engine, path: Path) -> None:
    """Write the engine in full precision, both axes (pieces and words) dynamic."""
    engine.eval()
    pieces, words = torch.export.Dim("pieces", min=4, max=512), torch.export.Dim("words", min=2, max=510)
    given = _example(40, 30)
    axes = {name: {0: words if name in ("index", "sentence") else pieces} for name in INPUTS}
    program = torch.onnx.export(
        Graph(engine),
        given,
        input_names=list(INPUTS),
        output_names=list(OUTPUTS),
        dynamic_shapes=axes,
        opset_version=OPSET,
        dynamo=True,
        optimize=True,
    )
    assert program is not None
    program.save(str(path))
    _compare(engine, path)


def _example(pieces: int, words: int) -> tuple[Tensor, ...]:
    """Return made-up inputs; each a tensor of its own, for the exporter takes shared ones as one input."""
    return (
        torch.randint(1000, 20000, (pieces,)),
        torch.randint(0, features.CASES, (pieces,)),
        torch.randint(0, features.QUOTES, (pieces,)),
        torch.randint(0, features.BORDERS, (pieces,)),
        torch.arange(1, words + 1),
        torch.arange(words) // 10,
    )


@torch.no_grad()
def _compare(engine: Engine, path: Path) -> None:
    """Raise `ExportError` unless the file gives what the model gives, on inputs of another size."""
    given = _example(75, 61)
    want = Graph(engine)(*given)
    session = onnxruntime.InferenceSession(path, providers=["CPUExecutionProvider"])
    have = session.run(OUTPUTS, {name: t.numpy() for name, t in zip(INPUTS, given, strict=True)})
    for name, a, b in zip(OUTPUTS, want, have, strict=True):
        if a.shape != b.shape or np.abs(a.numpy() - b).max() > TOLERANCE:
            raise ExportError(f"output {name} differs between the model and the exported graph")


def quantise(source: Path, target: Path) -> None:
    """Quantise weights to int8, activations on the fly; the graph keeps its inputs and outputs."""
    from onnxruntime.quantization import QuantType, quantize_dynamic

    quantize_dynamic(
        source,
        target,
        op_types_to_quantize=["MatMul", "Gemm", "Gather"],
        per_channel=True,
        weight_type=QuantType.QInt8,
        extra_options={"MatMulConstBOnly": True},
    )


def bare(path: Path) -> None:
    """Drop what the exporter notes of where each node came from: it is of no use and names local files."""
    model = onnx.load(path)
    parts = [model, model.graph, *model.graph.node, *model.graph.value_info, *model.graph.initializer]
    for part in [*parts, *model.graph.input, *model.graph.output, *model.functions]:
        part.doc_string = ""
        del part.metadata_props[:]
    onnx.save(model, path)


def export(engine: Engine, labels: dict[str, Any], tokenizer: Path, folder: Path) -> Path:
    """Write ``engine.onnx`` (int8), ``labels.json`` and ``pieces.json`` into ``folder``."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        full = Path(scratch) / "full.onnx"
        to_onnx(engine, full)
        quantise(full, folder / "engine.onnx")
        bare(folder / "engine.onnx")
    shutil.copyfile(tokenizer, folder / "pieces.json")
    digest = hashlib.sha256((folder / "engine.onnx").read_bytes()).hexdigest()
    text = json.dumps({"format": FORMAT, "sha256": digest, **labels}, indent=1, ensure_ascii=False)
    (folder / "labels.json").write_text(text + "\n", encoding="utf-8")
    return folder / "engine.onnx"
