"""Numbers of people in a phrase, as words, digits, ranges and vague quantities."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from sayso.code.quantities import counted, counted_before, human, kind, numeric, together
from sayso.records import Annotated, Bounds, Report, Segment, Sentence, Word
from sayso.syntax import Tree

ENDS = ("people", "soldiers", "missiles", "dead")
PARTS = [
    "12", "1,200", "1.5", "2014", "0", "999999999999", "1.2m", "300k", "7th", "one", "three", "twenty",
    "both", "few", "several", "couple", "tens", "dozens", "hundreds", "thousands", "dozen", "hundred",
    "million", "half", "a", "an", "the", "no", "and", "or", "of", "to", "-", "$", "%", "more", "than",
    "at", "least", "up", "fewer", "between", "from", "about", "nearly", "over", "year", "old", "strong",
]  # fmt: skip


def phrase(text: str) -> Tree:
    """Words of a text divided by blanks, all of them dependents of the last; "~" glues two words."""
    words, at, plain = [], 0, text.replace("~", " ").split()
    glued = text.replace(" ", "|").replace("~", " ")
    gaps = [sign == "|" for sign in glued if sign in "| "]
    for number, one in enumerate(plain):
        last = number == len(plain) - 1
        relation = "root" if last else "det" if one == "no" else "nummod"
        head = -1 if last else len(plain) - 1
        lemma, pos = one.removesuffix("s"), "NOUN" if last else "NUM"
        words.append(Word(at, at + len(one), one, lemma, pos, "NNS", head, relation, 0))
        at += len(one) + (gaps[number] if number < len(gaps) else 0)
    report = Report(id="r", text=" " * at)
    return Tree(
        Annotated(
            report=report,
            segments=(Segment("paragraph", 0, at),),
            sentences=(Sentence(0, at, 0, len(words), 0),),
            words=tuple(words),
            entities=(),
            frames=(),
        )
    )


def read(text: str) -> Bounds | None:
    tree = phrase(text)
    return counted(tree, len(tree.words) - 1)


@pytest.mark.parametrize(
    ("text", "bounds"),
    [
        ("12 people", (12, 12)),
        ("1,200 people", (1200, 1200)),
        ("1.5 million people", (1_500_000, 1_500_000)),
        ("1.2m people", (1_200_000, 1_200_000)),
        ("twelve people", (12, 12)),
        ("twenty~-~three people", (23, 23)),
        ("one hundred and fifty people", (150, 150)),
        ("two thousand three hundred people", (2300, 2300)),
        ("a million people", (1_000_000, 1_000_000)),
        ("half a million people", (500_000, 500_000)),
        ("two dozen people", (24, 24)),
        ("half a dozen people", (6, 6)),
        ("a dozen people", (12, 12)),
        ("both people", (2, 2)),
        ("at least 12 people", (12, None)),
        ("at least a dozen people", (12, None)),
        ("no fewer than 25 people", (25, None)),
        ("20 or more people", (20, None)),
        ("more than 30 people", (31, None)),
        ("over 500 people", (501, None)),
        ("up to 20 people", (1, 20)),
        ("no more than 20 people", (1, 20)),
        ("fewer than 100 people", (1, 99)),
        ("fewer than one people", (0, 0)),
        ("about 40 people", (40, 40)),
        ("nearly 40 people", (40, 40)),
        ("an estimated 40 people", (40, 40)),
        ("between 10 and 15 people", (10, 15)),
        ("between one hundred and two hundred people", (100, 200)),
        ("10 to 15 people", (10, 15)),
        ("15 to 10 people", (10, 15)),
        ("10~-~15 people", (10, 15)),
        ("three or four people", (3, 4)),
        ("several people", (3, 9)),
        ("a few people", (3, 5)),
        ("a few hundred people", (300, 599)),
        ("several thousand people", (3000, 9999)),
        ("a couple of hundred people", (200, 200)),
        ("dozens of people", (24, 99)),
        ("scores of people", (40, 199)),
        ("hundreds of people", (200, 999)),
        ("thousands of people", (2000, 9999)),
        ("tens of thousands of people", (20_000, 99_999)),
        ("hundreds of thousands of people", (200_000, 999_999)),
        ("no people", (0, 0)),
        ("two 15~-~year~-~old people", (2, 2)),
    ],
)
def test_a_number_has_the_bounds_its_words_say(text: str, bounds: Bounds) -> None:
    assert read(text) == bounds


@pytest.mark.parametrize(
    "text",
    [
        "people",
        "few people",
        "12 missiles",
        "no missiles",
        "23~-~year~-~old people",
        "$ 12 people",
        "12 % people",
        "two thirds people",
        "aged 34 people",
        "12th people",
        "1.5 people",
    ],
)
def test_what_counts_no_people_is_none(text: str) -> None:
    assert read(text) is None


def test_a_number_counts_things_too_where_that_is_asked() -> None:
    assert counted_before(phrase("nine deaths"), 1) == (9, 9)


def test_phrases_are_added_up_and_stay_open_where_one_is() -> None:
    tree = phrase("12 civilians")

    assert together(tree, [1, 1]) == (24, 24)
    assert together(phrase("at least 12 people"), [3, 3]) == (24, None)


def test_an_uncounted_phrase_of_people_leaves_no_upper_bound() -> None:
    tree = phrase("12 people")
    bare = phrase("people")

    assert together(tree, [1]) == (12, 12)
    assert together(bare, [0]) is None


def test_words_of_the_table_are_people_or_things_never_both() -> None:
    assert not kind("people") & kind("thing")
    assert human(phrase("civilian"), 0)
    assert not human(phrase("missile"), 0)


@pytest.mark.parametrize(("word", "is_number"), [("twelve", True), ("dozens", True), ("people", False)])
def test_number_words_are_known(word: str, is_number: bool) -> None:
    assert numeric(phrase(word), 0) is is_number


@given(st.lists(st.sampled_from(PARTS), max_size=9), st.sampled_from(ENDS))
@example(["a", "couple", "of"], "people")
@example(["9" * 12, "billion", "million", "million"], "people")
def test_no_bound_lies_below_the_one_before(parts: list[str], end: str) -> None:
    tree = phrase(" ".join([*parts, end]))

    for index in range(len(tree.words)):
        bounds = counted(tree, index)
        assert bounds is None or (bounds[0] >= 0 and (bounds[1] is None or bounds[0] <= bounds[1]))


@given(st.text(alphabet="0123456789.,km", min_size=1, max_size=40))
def test_any_string_of_digits_is_a_number_or_none(text: str) -> None:
    bounds = read(f"{text} people")

    assert bounds is None or bounds[0] == bounds[1]


@given(st.integers(0, 999_999_999))
def test_digits_are_read_as_they_are_written(number: int) -> None:
    assert read(f"{number:,} people") == read(f"{number} people") == (number, number)
