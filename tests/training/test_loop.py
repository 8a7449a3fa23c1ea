"""A few steps of training on made-up data: the loss falls, and a resumed run is the same run."""

from __future__ import annotations

import itertools
import random
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

torch = pytest.importorskip("torch", reason="PyTorch is installed for training only (make train)")

from sayso.annotate.engine import FOLDER, session  # noqa: E402
from sayso.annotate.pieces import Pieces  # noqa: E402
from sayso.records import ENTITY_TYPES  # noqa: E402
from training import batches, encoder, examples, export, marked  # noqa: E402
from training.examples import Example  # noqa: E402
from training.factuality import Judged  # noqa: E402
from training.glance import glance  # noqa: E402
from training.labels import Labels  # noqa: E402
from training.loop import Plan, optimiser, rate, train  # noqa: E402
from training.losses import WEAK, WEIGHTS, chain_loss, losses  # noqa: E402
from training.model import Engine, Sizes  # noqa: E402
from training.readers import Article, Attribution, Mention, Tree  # noqa: E402

LABELS = Labels(
    ["NOUN", "VERB"],
    ["NN", "VBD"],
    ["nsubj", "root"],
    ["O", *(f"{m}-{k}" for k in ENTITY_TYPES for m in "BI")],
    ["O", "ARG0", "ARG1"],
    ["O", "person", "event"],
)
SIZES = Sizes(2, 2, 2, len(LABELS.entity), 3, 3, len(LABELS.deed))
TEXT = "Officials said the bridge fell."
SHARES = {"news": 0.4, "trees": 0.4, "told": 0.2}


@pytest.fixture(autouse=True)
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """One layer and few word pieces: what is tested is the loop, not the model."""
    monkeypatch.setattr(encoder, "LAYERS", 1)
    monkeypatch.setattr("training.model.LAYERS", 1)
    torch.set_num_threads(1)


def streams() -> dict[str, Iterator[batches.Batch]]:
    pieces = Pieces(FOLDER / "pieces.json")
    said = Attribution([(0, 9)], [(10, 14)], [(15, 30)])
    tree = Tree(
        ["Rain", "fell"], [False, False], ["NOUN", "VERB"], ["NN", "VBD"], [2, 0], ["nsubj", "root"], [],
        predicates=[(1, [("ARG1", 0, 1)])], happened=[(1, 3.0)], mentions=[Mention(0, 0, 1, "event", "1")],
        key="GUM_news_x",
    )  # fmt: skip

    def news(rng: random.Random) -> Iterator[Example]:
        article = Article("a", TEXT, [said], [(19, 25, "place")])
        for _ in range(8):
            yield from examples.articles(article, pieces, LABELS, rng)

    def treebank(rng: random.Random) -> Iterator[Example]:
        for _ in range(8):
            yield from examples.trees([tree] * 3, pieces, LABELS, rng)

    def told(_: random.Random) -> Iterator[Example]:
        yield from marked.examples([marked.Told(TEXT, [(26, 30, "ASSAULT")])], pieces, LABELS.deed)

    return {
        "news": batches.stream("news", news, 64, 1),
        "told": batches.stream("told", told, 64, 1),
        "trees": batches.stream("trees", treebank, 64, 1),
    }


def model() -> Engine:
    torch.manual_seed(0)
    return Engine(SIZES)


def plan(pieces: int) -> Plan:
    return Plan(pieces=pieces, save_every=1e9, half=False, encoder_rate=1e-3)


def test_the_loss_falls(tmp_path: Path) -> None:
    engine, batch = model(), next(streams()["trees"])
    engine.eval()
    before = float(sum(losses(engine, batch).values()))

    train(engine, streams(), SHARES, plan(2000), tmp_path)

    engine.eval()
    assert float(sum(losses(engine, batch).values())) < 0.7 * before


def test_a_resumed_run_ends_with_the_same_weights(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = model()
    train(whole, streams(), SHARES, plan(900), tmp_path / "whole")

    # Stopped on the way: the schedule stays that of the whole run.
    first = model()
    with monkeypatch.context() as patch:
        patch.setattr("training.loop.mix", lambda *given: itertools.islice(_mix(*given), 6))
        train(first, streams(), SHARES, plan(900), tmp_path / "parts")
    second = Engine(SIZES)
    train(second, streams(), SHARES, plan(900), tmp_path / "parts")

    for name, weights in whole.state_dict().items():
        assert torch.equal(weights, second.state_dict()[name]), name


from training.loop import mix as _mix  # noqa: E402


def test_a_batch_without_gold_is_passed_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    counted = itertools.count()
    monkeypatch.setattr(
        "training.loop.losses", lambda model, batch: losses(model, batch) if next(counted) % 2 else {}
    )

    state = train(Engine(SIZES), streams(), SHARES, Plan(pieces=600, half=False), tmp_path)

    assert state.pieces >= 600
    assert next(counted) == state.step


def test_shares_are_kept() -> None:
    from training.loop import State

    counts = {"news": 0, "trees": 0}
    both = {name: one for name, one in streams().items() if name in counts}
    for batch in itertools.islice(_mix(both, {"news": 0.75, "trees": 0.25}, State()), 60):
        counts[batch.corpus] += batch.pieces

    assert counts["news"] / sum(counts.values()) == pytest.approx(0.75, abs=0.08)


def test_the_rate_goes_up_and_down() -> None:
    assert [rate(p, 0.1) for p in (0.0, 0.05, 0.1, 1.0)] == [0.0, 0.5, 1.0, 0.0]


def test_every_head_is_taught() -> None:
    engine = model()
    parts = {}
    for stream in streams().values():
        parts |= losses(engine, next(stream))

    assert parts.keys() == WEIGHTS.keys()
    torch.stack(list(parts.values())).sum().backward()
    for name, weights in engine.named_parameters():
        assert weights.grad is not None, name
        assert torch.isfinite(weights.grad).all(), name


def test_short_texts_teach_factuality_alone() -> None:
    found = examples.judged(Judged(["It", "fell"], [(1, 2, 3.0)]), Pieces(FOLDER / "pieces.json"))

    assert losses(model(), batches.collate("judged", found)).keys() == {"factuality"}


def test_a_weak_hint_counts_less() -> None:
    engine, batch = model().eval(), next(streams()["news"])
    whole = losses(engine, batch)["entity"]

    weak = losses(engine, replace(batch, corpus="polnear"))["entity"]

    assert weak.item() == pytest.approx(WEAK["polnear", "entity"] * whole.item())


def test_the_loss_of_a_chain_is_small_where_the_vectors_are_right() -> None:
    """Six mentions of two things by turns; the scores of pairs are set by hand."""
    engine, batch = model().eval(), next(streams()["trees"])
    things = torch.tensor([0, 1, 0, 1, 0, 1])
    after = torch.ones(6, 6).tril(-1).bool()
    same = after & (things[:, None] == things)
    codes = torch.zeros(6, 6, dtype=torch.int64)
    words = torch.stack([torch.zeros(6, dtype=torch.int64), torch.arange(6)], dim=1)
    known = batches.Chains(words, after, same, codes, codes)

    def loss(right: float) -> float:
        own = torch.nn.functional.one_hot(things, 2).float()
        scores = 20 * right * (2 * own @ own.T - 1)
        with torch.no_grad(), pytest.MonkeyPatch.context() as patch:
            patch.setattr(engine.coreference, "forward", lambda *given: scores)
            return float(chain_loss(engine, engine(*batch.inputs()), known))

    assert loss(1.0) == pytest.approx(0.0, abs=1e-4)
    assert loss(0.0) == pytest.approx(float(torch.log(torch.arange(1, 7) / same.sum(1).clamp(min=1)).mean()))
    assert loss(-1.0) > 10.0


def test_a_glance_measures_what_the_batches_mark() -> None:
    found = glance(model(), [next(streams()["news"]), next(streams()["trees"])], half=False)

    measured = {"news.entity", "trees.head", "trees.upos", "trees.nominal", "trees r"}
    assert measured | {"cue", "link1", "link2", "predicate", "role", "antecedent"} <= set(found)


def test_weights_that_are_kept_learn_slowly_and_their_word_pieces_not_at_all() -> None:
    engine = model()
    kept = frozenset({"upos.weight", "encoder.pieces.weight"})

    optim = optimiser(engine, Plan(), kept)

    peaks = {id(p): group["peak"] for group in optim.param_groups for p in group["params"]}
    assert peaks[id(engine.upos.weight)] == Plan.kept_rate
    assert peaks[id(engine.xpos.weight)] == Plan.head_rate
    assert id(engine.encoder.pieces.weight) not in peaks


def test_unknown_weights_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "model.safetensors"
    path.write_bytes(b"something else")

    with pytest.raises(encoder.WrongWeights, match="SHA-256"):
        encoder.load_base(encoder.Encoder(), path)


def test_the_exported_graph_runs_and_depends_on_every_input(tmp_path: Path) -> None:
    pytest.importorskip("onnxscript", reason="the exporter is installed for training only (make train)")
    import onnx

    engine = model()
    with torch.no_grad():
        for table in (engine.encoder.case, engine.encoder.quote, engine.encoder.border):
            table.weight.normal_()
    export.to_onnx(engine, tmp_path / "full.onnx")  # itself held against the model
    export.quantise(tmp_path / "full.onnx", tmp_path / "engine.onnx")
    export.bare(tmp_path / "engine.onnx")

    weights = {one.name: one for one in onnx.load(tmp_path / "engine.onnx").graph.initializer}
    kept = [node.name for node in onnx.load(tmp_path / "full.onnx").graph.node if node.op_type == "MatMul"]
    assert set(export.exact(onnx.load(tmp_path / "full.onnx"), export.EXACT)) < set(kept)
    assert any(one.data_type == onnx.TensorProto.INT8 for one in weights.values())
    assert b".py" not in (tmp_path / "engine.onnx").read_bytes()
    small_graph = session((tmp_path / "engine.onnx").read_bytes())
    given = {name: t.numpy() for name, t in zip(export.INPUTS, export._example(20, 12), strict=True)}
    (plain,) = small_graph.run(["encoded"], given)
    for name in ("ids", "case", "quote", "border"):
        (changed,) = small_graph.run(["encoded"], {**given, name: (given[name] + 1) % 3})
        assert abs(plain - changed).max() > 0.01, name
