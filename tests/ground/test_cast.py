"""The actors of a report, top to bottom."""

from __future__ import annotations

from collections.abc import Callable

from hypothesis import given
from hypothesis import strategies as st

from sayso.ground.cast import Cast
from sayso.ground.names import names
from sayso.ground.page import Page
from sayso.records import Annotated, Report, Segment, Sentence, Span, Word

Give = Callable[[str], Cast]


def test_a_mention_is_read_once(cast: Give, find: Callable[..., Span]) -> None:
    read = cast("order")
    number = read.page.at(find(read.page, "Barzin", 2)[0])
    assert number is not None
    assert read.at(number) is read.at(number)
    assert len({mention.head for mention in read.mentions}) == len(read.mentions)


def test_what_comes_before_is_nearest_first(cast: Give) -> None:
    read = cast("summit")
    heads = [mention.head for mention in read.before(len(read.page.words))]
    assert heads
    assert all(not mention.codes[0].startswith("---") for mention in read.before(60))
    assert all(mention.last <= 20 for mention in read.before(20))


def test_a_phrase_points_back_by_its_article(cast: Give, find: Callable[..., Span]) -> None:
    read = cast("summit")
    for words, points in (("minister was", True), ("general said", False), ("paper said", True)):
        number = read.page.at(find(read.page, words)[0])
        assert number is not None
        assert read.marked(read.phrase(number)) is points


def test_an_apposition_tells_and_teaches(cast: Give, find: Callable[..., Span]) -> None:
    read = cast("talks")
    number = read.page.at(find(read.page, "Maria")[0])
    assert number is not None
    other = read.apposition(read.phrase(number))
    assert other is not None
    assert "leader" in read.words(read.phrase(other.head))
    assert "Tavares" in read.learned


@given(
    heads=st.lists(st.integers(-1, 11), min_size=12, max_size=12),
    deprels=st.lists(
        st.sampled_from(["nsubj", "nmod", "nmod:poss", "appos", "conj", "acl", "flat", "case", "obj"]),
        min_size=12,
        max_size=12,
    ),
)
def test_no_parse_however_broken_hangs_or_breaks_it(heads: list[int], deprels: list[str]) -> None:
    tokens = ["Iran", "'s", "general", "of", "the", "army", ",", "Iraqi", "militia", "leaders", "he", "said"]
    words, at = [], 0
    for number, token in enumerate(tokens):
        upos = {"he": "PRON", "said": "VERB", ",": "PUNCT", "of": "ADP", "the": "DET"}.get(token, "NOUN")
        words.append(Word(at, at + len(token), token, token, upos, "NN", heads[number], deprels[number], 0))
        at += len(token) + 1
    text = " ".join(tokens)
    annotated = Annotated(
        Report(id="x", text=text),
        (Segment("paragraph", 0, len(text)),),
        (Sentence(0, len(text), 0, len(words), 0),),
        tuple(words),
        (),
        (),
    )
    page = Page(annotated)
    read = Cast(page, names(page))
    assert all(0 <= mention.first < mention.last <= len(words) for mention in read.mentions)


def test_a_chain_of_owners_does_not_exhaust_the_stack() -> None:
    count = 3000
    words = tuple(
        Word(2 * n, 2 * n + 1, "a", "ally", "NOUN", "NN", n + 1 if n + 1 < count else -1, "nmod:poss", 0)
        for n in range(count)
    )
    text = "a " * count
    page = Page(
        Annotated(
            Report(id="x", text=text),
            (Segment("paragraph", 0, len(text)),),
            (Sentence(0, len(text), 0, count, 0),),
            words,
            (),
            (),
        )
    )
    assert Cast(page, []).mentions == []
