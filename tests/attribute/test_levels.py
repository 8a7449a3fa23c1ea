"""Parents are the smallest content that holds the cue; chains run from the outermost in."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sayso.attribute.levels import chain, nest
from sayso.records import Attribution, Span


def drafted(cue: Span, *content: Span) -> Attribution:
    return Attribution(id="", source=(), cue=(cue,), content=content)


def test_officials_inside_an_agency_inside_a_paper() -> None:
    paper = drafted((100, 108), (0, 99))
    agency = drafted((80, 92), (0, 79))
    officials = drafted((60, 64), (0, 50))

    named = nest([officials, agency, paper])

    assert [one.parent for one in named] == ["a2", "a3", None]
    assert chain(tuple(named), "a1") == ("a3", "a2", "a1")


def test_sayings_side_by_side_have_no_parent() -> None:
    named = nest([drafted((10, 14), (0, 9)), drafted((30, 34), (20, 29))])

    assert [one.parent for one in named] == [None, None]


def test_two_that_hold_each_other_do_not_loop() -> None:
    named = nest([drafted((5, 9), (0, 4), (10, 40)), drafted((20, 24), (0, 19))])

    assert [one.parent for one in named] == [None, "a1"]


RANGE = st.tuples(st.integers(0, 50), st.integers(1, 12)).map(lambda pair: (pair[0], pair[0] + pair[1]))


@given(
    st.lists(
        st.builds(lambda cue, content: drafted(cue, *content), RANGE, st.lists(RANGE, max_size=3)), max_size=7
    )
)
def test_chains_end_and_never_repeat(drafts: list[Attribution]) -> None:
    named = tuple(nest(drafts))

    for one in named:
        path = chain(named, one.id)
        assert path[-1] == one.id
        assert len(set(path)) == len(path)
        assert next(other for other in named if other.id == path[0]).parent in (None, *path)


def test_an_unknown_innermost_gives_no_chain() -> None:
    assert chain((), "a1") == ()
    assert chain((), None) == ()
