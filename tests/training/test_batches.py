"""Examples padded together: pairs of words, values, chains, and which texts stay together."""

from __future__ import annotations

import itertools
import random
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

torch = pytest.importorskip("torch", reason="PyTorch is installed for training only (make train)")

from sayso.annotate.engine import FOLDER  # noqa: E402
from sayso.annotate.likeness import LIKENESSES, SAME  # noqa: E402
from sayso.annotate.pieces import Pieces  # noqa: E402
from training import batches, examples  # noqa: E402
from training.examples import Example  # noqa: E402
from training.factuality import Judged  # noqa: E402
from training.labels import IGNORED, Labels  # noqa: E402
from training.readers import Article, Mention, Tree  # noqa: E402

ROOT = Path(__file__).parents[2]
PIECES = Pieces(FOLDER / "pieces.json")
LABELS = Labels(
    ["NOUN", "VERB"], ["NN", "VBD"], ["nsubj", "root"], ["O"], ["O", "ARG0", "ARG1"], ["O", "person"]
)


def sentence(key: str = "", **known: object) -> Tree:
    """Rain fell."""
    tags = ["NOUN", "VERB"], ["NN", "VBD"]
    return Tree(["Rain", "fell"], [False] * 2, *tags, [2, 0], ["nsubj", "root"], [], key=key, **known)  # type: ignore[arg-type]


def text(*sentences: Tree) -> list[Example]:
    return examples.trees(sentences, PIECES, LABELS, None)


def mention(chain: str) -> Mention:
    return Mention(0, 0, 1, "person", chain)


# ------------------------------------------------------------------ pairs and values
def test_a_predicate_is_paired_with_every_word_of_its_sentence_and_no_other() -> None:
    plain = sentence(predicates=[])
    told = sentence(predicates=[(1, [("ARG1", 0, 1)])])

    batch = batches.collate("ewt", [*text(plain, told), *text(told)])

    assert batch.pairs.tolist() == [[0, 3, 2], [0, 3, 3], [1, 1, 0], [1, 1, 1]]
    assert batch.pair_roles.tolist() == [2, 0, 2, 0]


def test_no_predicates_are_no_pairs() -> None:
    batch = batches.collate("ewt", text(sentence()))

    assert batch.pairs.shape == (0, 3)
    assert batch.pair_roles.shape == (0,)


def test_values_are_padded_with_nothing() -> None:
    short = examples.judged(Judged(["It", "fell"], [(1, 2, 3.0)]), PIECES)

    batch = batches.collate("own", [*short, *text(sentence(), sentence())])

    assert torch.isnan(batch.real["factuality"]).tolist() == [[True, False, True, True], [True] * 4]


def test_a_target_that_one_example_has_not_is_ignored_there() -> None:
    named = examples.articles(Article("own", "It fell", None, []), PIECES, LABELS, None)

    batch = batches.collate("own", [*named, *text(sentence())])

    assert batch.flat["entity"].tolist() == [[0, 0], [IGNORED, IGNORED]]
    assert batch.flat["upos"].tolist() == [[IGNORED, IGNORED], [0, 1]]
    assert batch.head is None


# ------------------------------------------------------------------ chains
def chains(*given: list[Example]) -> batches.Chains:
    found = batches.collate("gum", [e for one in given for e in one]).chains
    assert found is not None
    return found


def test_earlier_mentions_of_the_chain_are_told() -> None:
    found = chains(text(*(sentence("a", mentions=[mention(chain)]) for chain in ("1", "2", "1", "", ""))))

    assert found.words.tolist() == [[0, 0], [0, 2], [0, 4], [0, 6], [0, 8]]
    assert torch.equal(found.before, torch.ones(5, 5).tril(-1).bool())
    assert torch.nonzero(found.same).tolist() == [[2, 0]]


def test_chains_of_two_texts_have_nothing_in_common() -> None:
    found = chains(*(text(*[sentence(key, mentions=[mention("1")])] * 2) for key in ("a", "b")))

    assert torch.nonzero(found.before).tolist() == torch.nonzero(found.same).tolist() == [[1, 0], [3, 2]]


def test_a_chain_goes_on_from_window_to_window() -> None:
    windows = text(*(sentence("a", mentions=[mention("1")]) for _ in range(150)))

    found = chains(windows)

    assert len(windows) > 1
    assert set(found.words[:, 0].tolist()) == set(range(len(windows)))
    assert torch.equal(found.same, found.before)
    assert torch.equal(found.before, torch.ones(150, 150).tril(-1).bool())


def test_mentions_are_held_against_each_other_by_their_surface() -> None:
    found = chains(text(*[sentence("a", mentions=[mention("1")])] * 3))

    assert set((found.likeness % LIKENESSES).flatten().tolist()) == {SAME}
    assert found.distance[2, 0] != found.distance[1, 0] == found.distance[2, 1]


def test_of_several_mentions_with_one_head_the_shortest_counts() -> None:
    longer = Mention(0, 0, 2, "person", "9")
    (example,) = text(sentence("a", mentions=[mention("1"), longer]))

    assert [(named.word, named.chain) for named in example.mentions] == [(0, "1")]


def test_no_mentions_are_no_chains() -> None:
    assert batches.collate("ewt", text(sentence())).chains is None


def test_a_number_of_a_key_is_the_same_in_every_process() -> None:
    code = "from training.batches import hash_of; print(hash_of(('GUM_news_x', '12')))"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)

    assert int(done.stdout) == batches.hash_of(("GUM_news_x", "12"))


# ------------------------------------------------------------------ streams
def documents(rng: random.Random) -> Iterator[Example]:
    """Nine texts of two to four windows."""
    for i in range(9):
        yield from text(*[sentence(f"text{i}")] * (140 + 60 * (i % 3)))


def passed(whole: bool, size: int, seed: int = 1) -> list[list[Example]]:
    """The examples of one pass, batch by batch."""
    seen: list[list[Example]] = []
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(batches, "collate", lambda corpus, given: seen.append(given))
        count = sum(1 for _ in documents(random.Random()))
        stream = batches.stream("gum", documents, size, seed, whole=whole)
        while sum(map(len, seen)) < count:
            next(stream)
    return seen


def test_windows_of_a_text_stay_together_and_in_order() -> None:
    for batch in passed(whole=True, size=10_000):
        assert len({e.document for e in batch}) == 1
        assert [e.window.first for e in batch] == [0, *(e.window.last for e in batch[:-1])]


@pytest.mark.parametrize("whole", [False, True])
def test_a_pass_reads_every_window_once_and_keeps_to_the_size(whole: bool) -> None:
    size = 500
    seen = passed(whole, size)

    every = [(e.document, e.window.first) for batch in seen for e in batch]
    assert sorted(every) == sorted((e.document, e.window.first) for e in documents(random.Random()))
    for batch in seen:
        assert len(batch) == 1 or len(batch) * max(len(e.window.ids) for e in batch) <= size


def test_the_order_depends_on_the_seed_alone() -> None:
    def order(seed: int) -> list[str]:
        return [e.document for batch in passed(True, 10_000, seed) for e in batch]

    assert order(1) == order(1) != order(2)


def test_a_stream_never_ends() -> None:
    stream = batches.stream("trees", lambda rng: iter(text(sentence())), 64, 1)

    assert [batch.pieces for batch in itertools.islice(stream, 5)] == [4] * 5
