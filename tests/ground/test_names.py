"""Names of the tables in a text."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from itertools import pairwise

import pytest

from sayso.ground.names import _index, family_names, index, known_spans, names, surname
from sayso.ground.page import Page
from sayso.ground.resolution import resolve
from sayso.records import Annotated, Report, Segment, Sentence, Word


def plain(text: str) -> Page:
    """A page of bare words, all taken for proper nouns where they have a capital."""
    words, at = [], 0
    for token in text.split():
        at = text.index(token, at)
        upos = "PROPN" if token[0].isupper() else "NOUN"
        words.append(Word(at, at + len(token), token, token.lower(), upos, "", -1, "dep", 0))
        at += len(token)
    sentence = (Sentence(0, len(text), 0, len(words), 0),)
    segment = (Segment("paragraph", 0, len(text)),)
    return Page(Annotated(Report(id="x", text=text), segment, sentence, tuple(words), (), ()))


def kinds(text: str) -> list[tuple[str, str, str]]:
    return [(text[slice(*one.span)], one.names[0].kind, one.names[0].code) for one in names(plain(text))]


@pytest.mark.parametrize(
    ("text", "words", "kind", "code"),
    [
        ("the U.S. said", "U.S.", "country", "USA"),
        ("the Islamic Republic said", "Islamic Republic", "country", "IRN"),
        ("Iraqis fled", "Iraqis", "people", "IRQ"),
        ("in N'Djamena today", "N'Djamena", "capital", "TCD"),
        ("in N’Djamena today", "N’Djamena", "capital", "TCD"),
        ("BAGHDAD (Wire)", "BAGHDAD", "capital", "IRQ"),
        ("the UN Security Council met", "UN Security Council", "organisation", "IGO UNO"),
        ("near Mazar-i-Sharif now", "Mazar-i-Sharif", "place", "AFG"),
        ("the White House said", "White House", "seat", "USA GOV"),
        ("The Associated Press reported", "The Associated Press", "media", "USA MED"),
        ("British Columbia objects", "British Columbia", "place", "CAN"),
        ("South Sudanese troops", "South Sudanese", "adjective", "SSD"),
        ("the Democratic Republic of Congo today", "Democratic Republic of Congo", "country", "COD"),
    ],
)
def test_the_longest_name_is_found(text: str, words: str, kind: str, code: str) -> None:
    assert (words, kind, code) in kinds(text)


@pytest.mark.parametrize(
    "text", ["us and them", "the polish on it", "a turkey", "she is here", "who said that"]
)
def test_small_letters_are_no_names(text: str) -> None:
    assert kinds(text) == []


def test_names_do_not_overlap(page: Callable[[str], Page]) -> None:
    for report in ("order", "border", "talks", "coup"):
        found = names(page(report))
        assert all(a.last <= b.first for a, b in pairwise(found))


@pytest.mark.parametrize(
    ("name", "family"),
    [
        ("Vladimir Putin", "Putin"),
        ("Kim Jong Un", "Kim"),
        ("King Salman", "King Salman"),
        ("Prachanda", "Prachanda"),
    ],
)
def test_surname(name: str, family: str) -> None:
    assert family == surname(name)


def test_longer_names_come_first_in_the_index() -> None:
    for entries in index().values():
        sizes = [len(key) for key, _ in entries]
        assert sizes == sorted(sizes, reverse=True)


def test_a_name_of_nothing_but_a_number_is_its_own_surname() -> None:
    assert surname("XVI") == "XVI"
    assert surname("Jr.") == "Jr."


def test_a_title_lets_a_common_family_name_stand() -> None:
    assert kinds("Mr Park said") == []
    (found,) = [one for one in names(plain("President Park said")) if one.of("person")]

    assert {row.office for row in found.names} <= {"president", "acting president", "vice president"}
    assert "Park Geun-hye" in {row.name for row in found.names}


def test_a_family_name_that_many_bear_is_nobody_without_a_title() -> None:
    assert kinds("The Gonzalez relatives left") == []
    assert kinds("Hernandez said") == []


def test_a_point_behind_it_is_a_title_and_no_family_name() -> None:
    assert not [one for one in names(plain("Sen. Hale said")) if one.of("person")]


@pytest.mark.parametrize(
    ("name", "forms"),
    [
        ("Bashar al-Assad", ("al-Assad", "Assad")),
        ("Lee Hsien Loong", ("Lee",)),
        ("Angela Merkel", ("Merkel",)),
        ("King Salman", ("King Salman",)),
    ],
)
def test_family_names_with_and_without_article(name: str, forms: tuple[str, ...]) -> None:
    assert family_names(name) == forms


def test_the_index_is_built_once_for_all_reports() -> None:
    _index.cache_clear()
    first = index()
    known_spans("Iran")

    assert index() is first
    assert _index.cache_info().misses == 1


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("the South African president", [("South African", "adjective", "ZAF")]),
        ("the South Korean president", [("South Korean", "adjective", "KOR")]),
        ("Korea and the South agreed", [("the South", "country", "KOR")]),
        ("rain in the South today", []),
    ],
)
def test_the_south_is_korea_only_where_korea_is_told_of(text: str, found: list[tuple[str, str, str]]) -> None:
    assert [one for one in kinds(text) if one[0] != "Korea"] == found


def test_a_family_name_before_another_name_is_a_given_name() -> None:
    assert resolve("Sen. Mark Hale", date(2021, 5, 5)).country == "USA"
    assert resolve("Husni Mubarak", date(2011, 2, 1)).name == "Hosni Mubarak"
    assert surname("Martin Luther King III") == "King"
