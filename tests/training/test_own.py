"""Our own sentences: every line can be made into a text, and what is held out never teaches."""

from __future__ import annotations

import json
import random
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.records import ENTITY_TYPES
from training import own
from training.own import HELD, BadSentence, Row
from training.readers import Article

ROWS = own.own() + own.own(held_out=True)
FILL = {
    "person": ["Ann Lee", "Bob Day"],
    "place": ["Basra", "Oslo"],
    "title": ["president"],
    "outlet": ["Reuters"],
}


def made(row: Row, seed: int = 0) -> Article:
    return own.article(row, FILL, random.Random(seed))


def phrases(article: Article) -> list[tuple[str, str]]:
    return [(article.text[s:e], kind) for s, e, kind in article.entities]


def check(article: Article) -> None:
    """What must hold of any text made of our sentences."""
    text = article.text
    spans = sorted(article.entities)
    assert all(left[1] <= right[0] for left, right in pairwise(spans)), text
    assert {kind for _, _, kind in spans} <= {*ENTITY_TYPES, "mask"}, text
    happened = [(s, e) for s, e, _ in article.happened]
    parts = [p for a in article.attributions or [] for p in (*a.source, *a.cue, *a.content)]
    for s, e in [*((s, e) for s, e, _ in spans), *happened, *parts]:
        assert 0 <= s < e <= len(text), text
        assert text[s:e] == text[s:e].strip(), text
    assert all(a.cue and a.content for a in article.attributions or []), text
    assert all(-3.0 <= value <= 3.0 for _, _, value in article.happened), text
    assert "{" not in text


# ------------------------------------------------------------------ the lines there are
@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("held_out", [False, True], ids=["taught", "held out"])
def test_every_line_can_be_made_into_a_text(held_out: bool, seed: int) -> None:
    fill = own.lists(held_out)
    rng = random.Random(seed)

    for row in ROWS:
        check(own.article(row, fill, rng))


def test_every_slot_is_of_a_class_that_has_names() -> None:
    slots = {slot[1] for row in ROWS for slot in own._SLOT.finditer(row["text"])}

    assert slots <= set(own.lists()) & set(own.lists(held_out=True)) & set(ENTITY_TYPES)


def test_every_brace_is_a_slot() -> None:
    assert [row["text"] for row in ROWS if set("{}") & set(own._SLOT.sub("", row["text"]))] == []


def test_a_line_says_nothing_we_do_not_read() -> None:
    assert {key for row in ROWS for key in row} <= {"text", "entities", "attributions", "factuality"}


def test_no_line_is_held_out_and_taught() -> None:
    taught = {row["text"] for row in own.own()}

    assert [row["text"] for row in own.own(held_out=True) if row["text"] in taught] == []


def test_no_name_is_held_out_and_taught() -> None:
    taught, held = own.lists(), own.lists(held_out=True)

    assert [kind for kind, names in held.items() if set(names) & set(taught[kind])] == []
    assert all(held[kind] for kind in taught if len(taught[kind]) + 1 >= HELD)


def test_every_eighth_line_of_a_file_is_held_out(tmp_path: Path) -> None:
    for name in ("a", "b"):
        rows = [json.dumps({"text": f"{name}{i}"}) for i in range(1, 18)]
        (tmp_path / f"{name}.jsonl").write_text("\n".join(rows), "utf-8")

    held = [row["text"] for row in own.own(True, tmp_path)]

    assert held == ["a8", "a16", "b8", "b16"]
    assert {row["text"] for row in own.own(False, tmp_path)} == {
        f"{name}{i}" for name in "ab" for i in range(1, 18)
    } - set(held)


# ------------------------------------------------------------------ one line
def test_slots_become_entities() -> None:
    article = made({"text": "In {outlet}, {title} {outlet} spoke."})

    assert article.text == "In Reuters, president Reuters spoke."
    assert article.entities == [(3, 10, "outlet"), (12, 21, "mask"), (22, 29, "outlet")]


@pytest.mark.parametrize("seed", range(8))
def test_the_same_slot_is_the_same_name_and_a_numbered_one_its_own(seed: int) -> None:
    names = [
        phrase for phrase, _ in phrases(made({"text": "{place} and {place2}, {place} and {place2}"}, seed))
    ]

    assert names[:2] == names[2:]


def test_phrases_are_marked_wherever_they_stand_as_whole_words() -> None:
    article = made({"text": "Oslo, Osloites and Oslo.", "entities": [["Oslo", "place"]]})

    assert article.entities == [(0, 4, "place"), (19, 23, "place")]


def test_a_phrase_inside_a_slot_is_left_to_it() -> None:
    row: Row = {"text": "{outlet} left Reuters.", "entities": [["Reuters", "organization"]]}

    assert phrases(made(row)) == [("Reuters", "outlet"), ("Reuters", "organization")]


def test_attributions_and_factuality_become_spans() -> None:
    said = {"source": "Ann", "cue": "said", "content": ["Bob", "left"]}
    article = made({"text": "Bob, Ann said, left.", "attributions": [said], "factuality": [["left", 1.5]]})

    (mark,) = article.attributions or []
    assert (mark.source, mark.cue, mark.content) == ([(5, 8)], [(9, 13)], [(0, 3), (15, 19)])
    assert article.happened == [(15, 19, 1.5)]


def test_a_source_may_be_silent() -> None:
    said = {"source": "", "cue": "expected", "content": "rain"}

    (mark,) = made({"text": "As expected, rain.", "attributions": [said]}).attributions or []

    assert mark.source == []


def test_days_months_and_offices_without_a_person_are_masked() -> None:
    article = made({"text": "On Friday the {title} left. {title} {person} came in May, in Mayfair."})

    assert ("Friday", "mask") in phrases(article)
    assert [phrase for phrase, kind in phrases(article) if kind == "mask"] == ["president", "Friday", "May"]
    assert ("president", "title") in phrases(article)


def test_a_month_inside_a_name_is_not_masked() -> None:
    article = made({"text": "Theresa May left.", "entities": [["Theresa May", "person"]]})

    assert phrases(article) == [("Theresa May", "person")]


@pytest.mark.parametrize(
    "row",
    [
        {"text": "The {unheard} left."},
        {"text": "It left.", "factuality": [["fell", 1.0]]},
        {"text": "It said so.", "factuality": [["aid", 1.0]]},
        {"text": "It left.", "factuality": [["left#2", 1.0]]},
        {"text": "It said so.", "attributions": [{"source": "He", "cue": "said", "content": "so"}]},
    ],
)
def test_a_line_that_cannot_be_made_is_told(row: Row) -> None:
    with pytest.raises(BadSentence):
        made(row)


@pytest.mark.parametrize(
    ("phrase", "span"),
    [("left", (3, 7)), ("left#2", (12, 16)), ("“No,”", (18, 23)), ("he", (9, 11)), ("%", (26, 27))],
)
def test_a_phrase_stands_at_its_occurrence_as_whole_words(phrase: str, span: tuple[int, int]) -> None:
    assert own.place("It left. he left. “No,” 10%", phrase) == span


# ------------------------------------------------------------------ texts of several lines
def test_lines_put_together_keep_their_spans() -> None:
    row = {"text": "{person} left.", "factuality": [["left", 3.0]]}
    said = {"source": "Ann", "cue": "said", "content": "so"}
    parts = [made(row), made({"text": "Ann said so.", "attributions": [said]}), made(row)]

    whole = own.joined(parts, said=True)

    assert whole.text == "\n\n".join(part.text for part in parts)
    assert [kind for _, kind in phrases(whole)] == ["person", "person"]
    assert {phrase for phrase, _ in phrases(whole)} <= set(FILL["person"])
    assert [whole.text[s:e] for s, e, _ in whole.happened] == ["left", "left"]
    (mark,) = whole.attributions or []
    assert [whole.text[s:e] for s, e in (*mark.source, *mark.cue, *mark.content)] == ["Ann", "said", "so"]


@given(st.integers(0, 10_000), st.integers(1, 6))
def test_each_line_is_read_once_and_only_beside_lines_that_know_the_same(seed: int, most: int) -> None:
    said = {"source": "Ann", "cue": "said", "content": "so"}
    plain: list[Row] = [{"text": f"Line {i}."} for i in range(9)]
    marked: list[Row] = [{"text": f"Ann said so {i}.", "attributions": [said]} for i in range(7)]

    texts = list(own.articles(plain + marked, FILL, random.Random(seed), most))

    lines = [line for one in texts for line in one.text.split("\n\n")]
    assert sorted(lines) == sorted(row["text"] for row in plain + marked)
    for one in texts:
        count = len(one.text.split("\n\n"))
        assert count <= most
        assert (one.attributions is None) == one.text.startswith("Line")
        assert one.attributions is None or len(one.attributions) == count


def test_texts_differ_from_seed_to_seed_and_not_otherwise() -> None:
    def read(seed: int) -> list[str]:
        return [one.text for one in own.articles(own.own(), own.lists(), random.Random(seed))]

    assert read(1) == read(1)
    assert read(1) != read(2)
