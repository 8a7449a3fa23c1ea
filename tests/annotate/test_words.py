"""Words: cut as the treebanks cut them, and every span stands for its own characters."""

from __future__ import annotations

import itertools
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.annotate.words import words


def cut(text: str) -> list[str]:
    return [text[start:end] for start, end in words(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They didn't go.", "They did n't go ."),
        ("They didn’t go.", "They did n’t go ."),
        ("Iran's allies", "Iran 's allies"),
        ("Trump’s final weeks", "Trump ’s final weeks"),
        ("we've I'm you'll he'd they're", "we 've I 'm you 'll he 'd they 're"),
        ("You cannot; I'm gonna", "You can not ; I 'm gon na"),
        ("Iranian-backed militia", "Iranian - backed militia"),
        ("a non-aggression accord", "a non-aggression accord"),
        ("the co-founder re-elected", "the co-founder re-elected"),
        ("the U.S. envoy, Mr. Lee", "the U.S. envoy , Mr. Lee"),
        ("at 5:30 p.m. on 9/11", "at 5:30 p.m. on 9/11"),
        ("$1.5 million, 20%", "$ 1.5 million , 20 %"),
        ("“No,” he said…", "“ No , ” he said …"),
        ("wait... what?!", "wait ... what ?!"),
        ("AT&T and R&D cost&benefit", "AT&T and R&D cost & benefit"),
        ("see https://a.example/b?c=1.", "see https://a.example/b?c=1 ."),
        ("mail x.y@a.example now", "mail x.y@a.example now"),
        ("@state #news", "@state #news"),
        ("George W. Bush", "George W. Bush"),
        ("Ba'athists in Sha'lan", "Ba'athists in Sha'lan"),
        ("the '90s", "the '90s"),
        ("a -- b — c", "a -- b — c"),
    ],
)
def test_cut_like_the_treebank(text: str, expected: str) -> None:
    assert cut(text) == expected.split(" ")


@given(st.text(max_size=300))
def test_spans_are_in_order_and_leave_out_nothing_that_shows(text: str) -> None:
    spans = words(text)

    assert all(start < end for start, end in spans)
    assert all(left[1] <= right[0] for left, right in itertools.pairwise(spans))
    covered = {i for start, end in spans for i in range(start, end)}
    assert all(i in covered for i, char in enumerate(text) if char.isalnum())


@given(st.text(max_size=80), st.text(max_size=80), st.text(max_size=80))
def test_only_the_part_asked_for_is_cut(before: str, middle: str, after: str) -> None:
    start, end = len(before), len(before) + len(middle)

    spans = words(before + middle + after, start, end)

    assert all(start <= a < b <= end for a, b in spans)


def test_marks_without_width_are_no_words() -> None:
    assert cut("\u200bIran\u200b \ufeffsaid\u00ad \u202e.") == ["Iran", "said", "."]


def test_right_to_left_words_are_words() -> None:
    assert cut("قال علي: نعم") == ["قال", "علي", ":", "نعم"]


@pytest.mark.parametrize(
    "unit", ["a", "a-", "a.", ".-", "@a", "1,", "'", "http://", "a'b", "&a", "\u200b", "…"]
)
def test_time_is_linear_whatever_is_repeated(unit: str) -> None:
    # Twice the text must not take much more than twice the time; quadratic would take four.
    def seconds(size: int) -> float:
        text = unit * (size // len(unit))
        started = time.process_time()
        words(text)
        return time.process_time() - started

    small = min(seconds(100_000) for _ in range(3))

    assert seconds(400_000) < 10 * small + 0.1
