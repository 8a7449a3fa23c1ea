"""Silver entities: our classes, one class a name, surnames and titles."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from training.kinds import Kinds
from training.silver import Marks, refined

KINDS = Kinds.load()


def marks(text: str, *given: tuple[str, str]) -> Marks:
    """Phrases with the teacher's class, in order of the text."""
    found: Marks = []
    for phrase, kind in given:
        start = text.index(phrase, found[-1][1] if found else 0)
        found.append((start, start + len(phrase), kind))
    return found


def told(text: str, *given: tuple[str, str]) -> list[tuple[str, str]]:
    return [(text[s:e], kind) for s, e, kind in refined(text, marks(text, *given), KINDS)]


def test_registers_tell_the_class() -> None:
    text = "Iran, Reuters and Hezbollah spoke of Basra."
    given = [
        ("Iran", "place"),
        ("Reuters", "organization"),
        ("Hezbollah", "organization"),
        ("Basra", "place"),
    ]

    assert [kind for _, kind in told(text, *given)] == ["country", "outlet", "armed_group", "place"]


def test_an_article_is_no_part_of_a_name() -> None:
    assert told("He left the United States.", ("the United States", "place")) == [
        ("United States", "country")
    ]


def test_one_name_has_the_class_it_is_called_most() -> None:
    text = "Acme grew. Acme sank. Acme sold."

    assert (
        told(text, ("Acme", "person"), ("Acme", "organization"), ("Acme", "organization"))
        == [("Acme", "organization")] * 3
    )


def test_the_vote_counts_a_name_with_and_without_its_article() -> None:
    text = "Ark sank. The Ark sold. The Ark grew."

    found = told(text, ("Ark", "person"), ("The Ark", "organization"), ("The Ark", "organization"))

    assert found == [("Ark", "organization")] * 3


def test_a_surname_alone_is_the_person() -> None:
    text = "Ann Tillerson left. Tillerson slept."

    assert told(text, ("Ann Tillerson", "person"), ("Tillerson", "organization")) == [
        ("Ann Tillerson", "person"), ("Tillerson", "person"),
    ]  # fmt: skip


def test_a_word_that_ends_no_persons_name_keeps_its_class() -> None:
    text = "Ann Tillerson left. Acme slept. Ann woke."

    assert told(text, ("Ann Tillerson", "person"), ("Acme", "organization"), ("Ann", "organization"))[1:] == [
        ("Acme", "organization"), ("Ann", "organization"),
    ]  # fmt: skip


def test_a_nationality_that_is_a_surname_stays_one() -> None:
    text = "Ann German left. A German slept."

    assert told(text, ("Ann German", "person"), ("German", "nationality"))[1] == ("German", "nationality")


def test_an_office_right_before_a_person_is_a_title() -> None:
    text = "Prime Minister Theresa May met president Obama."

    assert told(text, ("Theresa May", "person"), ("Obama", "person")) == [
        ("Prime Minister", "title"), ("Theresa May", "person"), ("president", "title"), ("Obama", "person"),
    ]  # fmt: skip


def test_an_office_elsewhere_is_no_title() -> None:
    text = "The president of Iran and Obama met."

    assert ("president", "title") not in told(text, ("Iran", "place"), ("Obama", "person"))


def test_a_title_takes_no_word_of_another_name() -> None:
    text = "The Office of the President Obama met."

    found = told(text, ("Office of the President", "organization"), ("Obama", "person"))

    assert found == [("Office of the President", "organization"), ("Obama", "person")]


def test_the_first_person_of_a_text_may_have_no_word_before() -> None:
    assert told("Obama left.", ("Obama", "person")) == [("Obama", "person")]


def test_party_people_are_masked_and_masks_stay() -> None:
    text = "Republicans left on Tuesday."

    assert told(text, ("Republicans", "nationality"), ("Tuesday", "mask")) == [
        ("Republicans", "mask"), ("Tuesday", "mask"),
    ]  # fmt: skip


TEXT = (
    "President Ann Lee of the Acme Base told Lee that Iran and the Lee Report left Prime Minister Bob Day ."
)


@given(st.data())
def test_spans_stay_apart_inside_the_text_and_in_order(data: st.DataObject) -> None:
    starts = [i for i in range(len(TEXT)) if i == 0 or TEXT[i - 1] == " "]
    edges = sorted(data.draw(st.sets(st.sampled_from(starts), min_size=2, max_size=8)))
    kinds = st.sampled_from(["person", "organization", "place", "object", "mask", "nationality"])
    given = [(a, b - 1, data.draw(kinds)) for a, b in pairwise(edges)]

    found = refined(TEXT, given, KINDS)

    assert found == sorted(found)
    assert all(left[1] <= right[0] for left, right in pairwise(found))
    assert all(0 <= s < e <= len(TEXT) for s, e, _ in found)
    assert len([kind for _, _, kind in found if kind != "title"]) == len(given)
