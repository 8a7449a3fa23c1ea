"""Pages as they come: marks left open, all in capitals, in two languages, hundreds of sayings."""

from __future__ import annotations

import cProfile
import pstats

import pytest

import sayso
from sayso.acquire import from_text
from sayso.annotate import annotate
from sayso.attribute import attribute
from sayso.records import Attribution, Reading


def words(reading: Reading, one: Attribution) -> tuple[str, str, str]:
    text = reading.report.text
    return tuple(  # type: ignore[return-value]
        " | ".join(text[start:end] for start, end in spans) for spans in (one.source, one.cue, one.content)
    )


def outermost(text: str) -> list[tuple[str, str, str]]:
    reading = sayso.read(text)
    return [words(reading, one) for one in reading.attributions if one.parent is None]


def test_a_mark_left_open_ends_with_its_paragraph() -> None:
    found = outermost(
        'The minister said: "The talks have failed. We will not go back to the table.\n\n'
        "The rebels denied it.\n\nThree people were killed in the blast, according to police."
    )

    assert ("The minister", "said", '"The talks have failed. We will not go back to the table.') in found
    assert ("police", "according to", "Three people were killed in the blast") in found


def test_a_report_that_is_one_quotation_is_all_its_speakers() -> None:
    text = (
        '"The army has taken the port. Two ships were sunk. The governor has fled to the hills. We have '
        'asked for help from abroad," the radio said.'
    )

    assert outermost(text) == [("the radio", "said", text[: text.rindex(" the radio")])]


def test_a_quotation_over_paragraphs_is_one_saying() -> None:
    found = outermost(
        "The general spoke for an hour.\n\n“We have taken the town,” Gen. Obeid said.\n\n"
        "“The enemy is running.\n\n“By Friday we will be at the river. Nobody will stop us.”\n\n"
        "Officials in the capital had left."
    )

    (said,) = (one for one in found if one[0] == "Gen. Obeid")
    assert said[2].startswith("“We have taken the town,”")
    assert said[2].endswith("Nobody will stop us.”")


def test_capitals_are_read_like_other_words() -> None:
    found = outermost(
        'IRAN SAID ITS FORCES HAD SHOT DOWN A DRONE. "WE WILL DEFEND OUR BORDERS," GENERAL SALAMI SAID.'
    )

    assert found == [
        ("IRAN", "SAID", "ITS FORCES HAD SHOT DOWN A DRONE"),
        ("GENERAL SALAMI", "SAID", '"WE WILL DEFEND OUR BORDERS,"'),
    ]


def test_a_quotation_in_another_language_is_still_its_speakers() -> None:
    found = outermost('The president told the crowd: "Nous ne céderons jamais." Then he left the square.')

    assert found == [("The president", "told", '"Nous ne céderons jamais."')]


@pytest.mark.parametrize(
    "text", ['"', "' ' ' said", "““““ he said ””””", ": — : —", '"A" "B" "C" said said said.']
)
def test_marks_alone_break_nothing(text: str) -> None:
    reading = sayso.read(text)

    for one in reading.attributions:
        assert all(0 <= start < end <= len(text) for start, end in (*one.source, *one.cue, *one.content))


def test_work_grows_with_the_text() -> None:
    """Four times the sayings are about four times the work: no saying is held against every other one."""
    paragraph = (
        "The mayor of Bria said on Monday that the rebels had left the town. Officials denied that soldiers "
        'had burned the houses, according to the agency Sahel Presse. "We will stay," an officer told '
        'reporters, "until the talks end." Residents fear that the army will return.'
    )

    def calls(count: int) -> int:
        annotated = annotate(from_text("\n\n".join([paragraph] * count)))
        profile = cProfile.Profile()
        found = profile.runcall(attribute, annotated)
        assert len(found) >= 4 * count
        return int(pstats.Stats(profile).total_calls)  # type: ignore[attr-defined]

    assert calls(120) < 6 * calls(30)
