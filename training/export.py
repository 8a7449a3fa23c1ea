"""The trained engine as one int8 ONNX file with its labels and vocabulary beside it."""

from __future__ import annotations

import hashlib
import json
import logging
import shutil
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import onnxruntime
import torch
from torch import Tensor, nn

from sayso.annotate import features
from sayso.annotate.inputs import Window
from sayso.annotate.reference import ACT, CUE, MENTION
from training.evening import evened
from training.model import Engine
from training.naming import belonging, restore

log = logging.getLogger("training.export")

INPUTS = ("ids", "case", "quote", "border", "index", "sentence")
OUTPUTS = (
    "upos", "xpos", "entity", "cue", "arcs", "relation", "rows", "link",
    "predicate", "pairs", "role", "factuality", "nominal", "mentions", "later", "earlier", "deed", "encoded",
)  # fmt: skip
FORMAT = 4  # raised when inputs or outputs change their meaning
OPSET = 18
ENCODER = ("encoder.layers.",)
EXACT = ("factuality.", "predicate", "deeds.own", "deeds.label")  # layers, by the start of their name
TOLERANCE = 0.01  # scores are of the order of 10


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
        words = [s[0, index] for s in states]
        syntax, named, said, acts, meant = self._mixed(torch.stack(words))
        arcs = engine.syntax.arcs(syntax, sentence[None])
        head = arcs.argmax(dim=-1)
        chosen = engine.syntax.rel_head(syntax)[:, head[0]]
        relation = engine.syntax.relations(engine.syntax.rel_dependent(syntax), chosen).argmax(dim=-1)
        return (
            engine.upos(syntax).argmax(dim=-1)[0],
            engine.xpos(syntax).argmax(dim=-1)[0],
            torch.log_softmax(engine.entity(named), dim=-1)[0],
            *self._said(said, sentence, arcs, relation),
            *self._acts(acts, words[0][None], head, relation, sentence),
            *self._meant(meant),
            self._told(torch.stack(words)),
            states[-1][0],
        )

    def _said(self, said: Tensor, sentence: Tensor, arcs: Tensor, relation: Tensor) -> tuple[Tensor, ...]:
        """Return cues, what was worked out of the syntax, and the links of likely cues."""
        cue = torch.softmax(self.engine.cue(said), dim=-1)[0]
        rows = _likely(1.0 - cue[:, 0] > CUE)
        link = self.engine.link(said, rows[None], sentence[None])[0]
        return cue, arcs[0], relation[0], rows, link

    def _acts(
        self, acts: Tensor, alone: Tensor, head: Tensor, relation: Tensor, sentence: Tensor
    ) -> tuple[Tensor, ...]:
        engine = self.engine
        chance = torch.sigmoid(engine.predicate(acts))[0, :, 0]
        likely = (chance > ACT) | (torch.arange(chance.shape[0]) == 0)
        pairs = torch.nonzero(likely[:, None] & (sentence[:, None] == sentence[None, :]))
        windows = torch.zeros_like(pairs[:, :1])
        roles = engine.roles(acts, alone, head, relation, torch.cat([windows, pairs], dim=1))
        return chance, pairs, torch.log_softmax(roles, dim=-1), engine.factuality(acts)[0, :, 0]

    def _meant(self, meant: Tensor) -> tuple[Tensor, ...]:
        nominal = torch.log_softmax(self.engine.nominal(meant), dim=-1)[0]
        rows = _likely(1.0 - torch.exp(nominal[:, 0]) > MENTION)
        later, earlier = self.engine.coreference.vectors(meant[:, rows])
        return nominal, rows, later[0], earlier[0]

    def _told(self, layers: Tensor) -> Tensor:
        """Return log-probabilities of the event each word tells; a mix of its own, added after the others."""
        mixed = self.engine.deed_mix(layers[:, None])
        return torch.log_softmax(self.engine.deeds(mixed, layers[:1]), dim=-1)[0]

    def _mixed(self, layers: Tensor) -> tuple[Tensor, ...]:
        """Mix ``layers`` [layers, words, width] for the families of heads in one product."""
        engine = self.engine
        mixes = (
            engine.syntax_mix, engine.entity_mix, engine.attribution_mix, engine.act_mix, engine.mention_mix
        )  # fmt: skip
        shares = torch.stack([torch.softmax(mix.weights, dim=0) for mix in mixes])
        mixed = (shares @ layers.flatten(1)).view(len(mixes), 1, layers.shape[1], layers.shape[2])
        return tuple(mixed.unbind())


def _likely(chosen: Tensor) -> Tensor:
    """Return the numbers of the chosen words, the first always with them: there is one then."""
    return torch.nonzero(chosen | (torch.arange(chosen.shape[0]) == 0))[:, 0]


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
        if a.shape != b.shape or np.abs(a.numpy() - b).max(initial=0) > TOLERANCE:
            raise ExportError(f"output {name} differs between the model and the exported graph")


def quantise(source: Path, target: Path, kept: tuple[str, ...] = EXACT) -> None:
    """Quantise weights to int8, activations on the fly; the graph keeps its inputs and outputs.

    The layers in ``kept``, by the start of their names, stay as they are: small, and worse for it.
    """
    from onnxruntime.quantization import QuantType, quantize_dynamic

    quantize_dynamic(
        source,
        target,
        op_types_to_quantize=["MatMul", "Gemm", "Gather"],
        nodes_to_exclude=exact(onnx.load(source), kept),
        per_channel=True,
        weight_type=QuantType.QInt8,
        extra_options={"MatMulConstBOnly": True},
    )


def exact(model: onnx.ModelProto, kept: tuple[str, ...]) -> list[str]:
    """Return the names of the products that stay in full precision: whose bias bears one of the names."""
    found = belonging(model, kept)
    if len(found) < len(kept):
        raise ExportError(f"only {len(found)} products of {', '.join(kept)} were found in the graph")
    return found


def bare(path: Path) -> None:
    """Drop what the exporter notes of where each node came from: it is of no use and names local files."""
    model = onnx.load(path)
    parts = [model, model.graph, *model.graph.node, *model.graph.value_info, *model.graph.initializer]
    for part in [*parts, *model.graph.input, *model.graph.output, *model.functions]:
        part.doc_string = ""
        del part.metadata_props[:]
    onnx.save(model, path)


def export(
    engine: Engine, labels: dict[str, Any], tokenizer: Path, folder: Path, texts: Sequence[Window] = ()
) -> Path:
    """Write ``engine.onnx``, ``labels.json`` and ``pieces.json``.

    The graph is of int8, its encoder evened out over ``texts``; in full precision if there are none.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        whole = Path(scratch) / "full.onnx"
        to_onnx(engine, whole)
        if not texts:
            shutil.copyfile(whole, folder / "engine.onnx")
        else:
            even = Path(scratch) / "even.onnx"
            model = onnx.load(whole)
            onnx.save(evened(model, belonging(model, ENCODER), texts), even)
            quantise(even, folder / "engine.onnx")
            restore(engine, whole, folder / "engine.onnx")
        bare(folder / "engine.onnx")
    shutil.copyfile(tokenizer, folder / "pieces.json")
    digest = hashlib.sha256((folder / "engine.onnx").read_bytes()).hexdigest()
    text = json.dumps({"format": FORMAT, "sha256": digest, **labels}, indent=1, ensure_ascii=False)
    (folder / "labels.json").write_text(text + "\n", encoding="utf-8")
    return folder / "engine.onnx"
