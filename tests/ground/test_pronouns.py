"""Pronouns, sides, and the country in focus."""

from __future__ import annotations

from collections.abc import Callable

from sayso.ground.cast import Cast
from sayso.ground.focus import Focus
from sayso.ground.names import names
from sayso.ground.page import Page
from sayso.ground.pronouns import antecedent
from sayso.records import Span

Give = Callable[[str], Cast]


def at(cast: Cast, span: Span) -> int:
    number = cast.page.at(span[0])
    assert number is not None
    return number


def test_he_is_the_nearest_man(cast: Give, find: Callable[..., Span]) -> None:
    read = cast("order")
    found = antecedent(read.page, at(read, find(read.page, "He left")), read.mentions)
    assert found is not None
    assert found.codes == ("IRN MIL",)


def test_an_object_is_not_its_own_subject(cast: Give, find: Callable[..., Span]) -> None:
    read = cast("undated")
    found = antecedent(read.page, at(read, find(read.page, "them")), read.mentions)
    subject = antecedent(read.page, at(read, find(read.page, "it released")), read.mentions)
    assert subject is not None
    assert subject.codes == ("--- MIL",)
    assert found is None or found.head != subject.head or found.via != subject.via


def test_words_that_are_no_pronoun_have_no_antecedent(cast: Give, find: Callable[..., Span]) -> None:
    read = cast("order")
    assert antecedent(read.page, at(read, find(read.page, "Najaf")), read.mentions) is None


def test_a_report_is_about_the_country_it_names_most(page: Callable[[str], Page]) -> None:
    assert Focus(page("coup"), names(page("coup"))).scene == "FJI"
    assert Focus(page("undated"), names(page("undated"))).scene is None


def test_a_government_is_that_of_the_sentence(page: Callable[[str], Page], find: Callable[..., Span]) -> None:
    read = page("talks")
    focus = Focus(read, names(read))
    number = read.at(find(read, "fraud")[0])
    assert number is not None
    assert focus.near(number, "GOV") == "BLR"


def test_we_is_the_speaker(page: Callable[[str], Page], find: Callable[..., Span]) -> None:
    read = page("talks")
    speaker, word = read.at(find(read, "Maria")[0]), read.at(find(read, "it would")[0])
    assert speaker is not None
    assert word is not None
    read.lowers[word] = "we"
    cast = Cast(read, names(read), {word: speaker})
    mention = cast.at(word)
    assert mention is not None
    assert mention.via == "the speaker"
