"""A reading cut into flat pieces."""

from __future__ import annotations

from collections.abc import Callable

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.records import Attribution, Commitment, Event, Reading, Report, Span, Time
from sayso.serve.article import DEEPEST, Block, article, letter, status_look, unplaced

SPAN = st.tuples(st.integers(0, 60), st.integers(1, 12)).map(lambda pair: (pair[0], pair[0] + pair[1]))
SPANS = st.lists(SPAN, max_size=3).map(tuple)
STATUS = st.sampled_from(["actual", "odd"])
TEXT = st.text(st.sampled_from("ab \n\u202eא"), min_size=1, max_size=70)


@st.composite
def readings(draw: st.DrawFn) -> Reading:
    text = draw(TEXT)

    def inside(spans: tuple[Span, ...]) -> tuple[Span, ...]:
        cut = ((start, min(end, len(text))) for start, end in spans)
        return tuple((start, end) for start, end in cut if start < end)

    return Reading(
        report=Report(id="1", text=text),
        attributions=tuple(
            Attribution(
                id=f"a{n}", source=inside(draw(SPANS)), cue=inside(draw(SPANS)), content=inside(draw(SPANS)),
                parent=f"a{n - 1}" if n else None,
            )
            for n in range(draw(st.integers(0, 3)))
        ),
        events=tuple(
            Event(id=f"e{n}", mentions=inside(draw(SPANS)), type="AID", status=draw(STATUS))
            for n in range(draw(st.integers(0, 4)))
        ),
        commitments=tuple(
            Commitment(
                id=f"c{n}", kind="threat", condition=inside(draw(SPANS)), consequence=inside(draw(SPANS))
            )
            for n in range(draw(st.integers(0, 3)))
        ),
        times=tuple(Time(span, "DATE", "2031-03-03", ("2031-03-03",) * 2) for span in inside(draw(SPANS))),
        boilerplate=inside(draw(SPANS)),
    )  # fmt: skip


def words(block: Block) -> str:
    return "".join(piece.text for piece in block.pieces)


@settings(max_examples=300)
@given(readings())
def test_the_pieces_are_the_text_and_nothing_else(reading: Reading) -> None:
    lines = [line for line in reading.report.text.split("\n") if line.strip()]

    assert [words(block) for block in article(reading)] == lines


@settings(max_examples=300)
@given(readings())
def test_every_fact_has_its_note_once_and_every_link_its_end(reading: Reading) -> None:
    blocks = article(reading)
    notes = [note for block in blocks for note in block.notes] + list(unplaced(reading))
    anchors = [piece.anchor for block in blocks for piece in block.pieces if piece.anchor]
    tags = [tag for block in blocks for piece in block.pieces for tag in (*piece.before, *piece.after)]
    facts = len(reading.events) + len(reading.commitments)

    assert len({note.anchor for note in notes}) == len(notes)
    assert len(anchors) == len(set(anchors))
    assert len(notes) <= facts
    assert {tag.href[1:] for tag in tags if tag.href} <= {f"e-{e.id}" for e in reading.events} | {
        f"c-{c.id}" for c in reading.commitments
    }


@pytest.fixture
def blocks(small: Reading) -> tuple[Block, ...]:
    return article(small)


@pytest.fixture
def small(reading_with: Callable[..., Reading]) -> Reading:
    return reading_with()


def piece_of(blocks: tuple[Block, ...], text: str) -> tuple[str, ...]:
    return next(piece.looks for block in blocks for piece in block.pieces if piece.text == text)


def test_status_source_and_cue_lie_on_their_words(blocks: tuple[Block, ...]) -> None:
    assert piece_of(blocks, "seized") == ("s-actual",)
    assert piece_of(blocks, "sunk") == ("s-threatened",)
    assert piece_of(blocks, "fired") == ("s-denied",)
    assert piece_of(blocks, "two harbour officials") == ("source",)
    assert piece_of(blocks, "according to") == ("cue",)


def test_the_best_mention_says_the_status_the_others_only_the_number(blocks: tuple[Block, ...]) -> None:
    tags = {
        piece.text: [tag.words for tag in piece.after if tag.href]
        for block in blocks
        for piece in block.pieces
        if piece.after
    }

    assert tags["seized"] == ["1 happened"]
    assert tags["seizes"] == ["1"]
    assert tags["sunk"] == ["2 threatened"]


def test_a_date_is_resolved_after_its_words(blocks: tuple[Block, ...]) -> None:
    (piece,) = (piece for block in blocks for piece in block.pieces if piece.text == "on Monday")

    assert [tag.words for tag in piece.after] == ["Mon 3 Mar 2031"]


def test_condition_and_consequence_are_marked_where_they_begin(blocks: tuple[Block, ...]) -> None:
    tags = [(tag.words, piece.text) for block in blocks for piece in block.pieces for tag in piece.before]

    assert tags == [("A if", "Any ship that follows"), ("A then", "will be ")]


def test_lines_know_their_kind_and_depth(blocks: tuple[Block, ...]) -> None:
    assert [(block.kind, block.depth) for block in blocks] == [
        ("title", 0),
        ("aside", 0),
        ("text", 2),
        ("text", 0),
    ]


def test_chains_are_told_once_and_to_their_full_depth(blocks: tuple[Block, ...]) -> None:
    assert blocks[2].chains == (
        ("Harbour Daily", "Norland Wire", "two harbour officials"),
        ("Harbour Daily", "Per Holm"),
    )


def test_notes_stand_at_the_line_of_their_best_mention_in_reading_order(blocks: tuple[Block, ...]) -> None:
    assert [[note.anchor for note in block.notes] for block in blocks] == [
        [], [], ["e-e1", "c-c1", "e-e2"], ["e-e3"],
    ]  # fmt: skip


def test_what_has_no_words_is_still_shown(small: Reading) -> None:
    bare = msgspec.structs.replace(
        small, events=(*small.events, Event(id="e9", mentions=(), type="AID", status="actual"))
    )

    assert [note.anchor for note in unplaced(bare)] == ["e-e9"]


def test_no_chain_is_too_deep_for_the_page(small: Reading) -> None:
    deep = tuple(
        Attribution(id=f"a{n}", source=(), cue=((50, 52),), content=(), parent=f"a{n - 1}" if n else None)
        for n in range(20)
    )

    assert max(block.depth for block in article(msgspec.structs.replace(small, attributions=deep))) == DEEPEST


def test_letters_and_looks() -> None:
    assert [letter(n) for n in (0, 25, 26, 51, 52, 702)] == ["A", "Z", "AA", "AZ", "BA", "AAA"]
    assert (status_look("actual"), status_look("x' onload=")) == ("s-actual", "s-other")
