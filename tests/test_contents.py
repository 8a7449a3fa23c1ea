"""Looking up attributions by what their contents hold finds what asking everyone finds."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sayso.contents import Contents
from sayso.records import Attribution
from sayso.spans import covers, covers_all, joined, overlaps

SPAN = st.tuples(st.integers(0, 3000), st.integers(1, 900)).map(lambda pair: (pair[0], pair[0] + pair[1]))
SPANS = st.lists(SPAN, max_size=3).map(joined)
ATTRIBUTIONS = st.lists(
    st.builds(Attribution, id=st.just("a1"), source=SPANS, cue=SPANS, content=SPANS), max_size=12
)


@given(found=ATTRIBUTIONS, spans=SPANS, span=SPAN)
def test_it_finds_what_asking_everyone_finds(found: list[Attribution], spans: tuple, span: tuple) -> None:
    known = Contents(found)

    assert known.holding(spans) == [one for one in found if covers_all(one.content, spans)]
    assert known.at(span) == [one for one in found if covers(one.content, span)]
    assert known.cued(spans) == any(overlaps(a, b) for one in found for a in one.cue for b in spans)


def test_what_is_added_later_is_found_too() -> None:
    known = Contents()
    late = Attribution(id="a1", source=(), cue=((900, 904),), content=((0, 800),))

    known.add(late)

    assert known.holding(((700, 710),)) == [late]
    assert known.cued(((903, 910),))
