"""Words for codes and counts."""

from __future__ import annotations

import pytest

from sayso.publish.words import STANCE_WORDS, STATUS_WORDS, codes, counted, support
from sayso.records import STANCES, STATUSES


def test_every_status_and_stance_has_its_word() -> None:
    assert set(STATUS_WORDS) == set(STATUSES)
    assert set(STANCE_WORDS) == set(STANCES)
    assert len(set(STATUS_WORDS.values())) == len(STATUSES)


def test_only_what_is_actual_is_said_to_have_happened() -> None:
    assert [status for status, word in STATUS_WORDS.items() if word == "happened"] == ["actual"]


@pytest.mark.parametrize(
    ("actor", "recipient", "shown"),
    [
        (("IRN GOV",), ("USA GOV", "USA MIL"), "IRN GOV → USA GOV, USA MIL"),
        (("IRN GOV",), (), "IRN GOV"),
        (("---",), ("---",), "unnamed → unnamed"),
        ((), ("USA GOV",), "unnamed → USA GOV"),
    ],
)
def test_parties_are_named_or_said_to_be_unnamed(
    actor: tuple[str, ...], recipient: tuple[str, ...], shown: str
) -> None:
    assert codes(actor, recipient) == shown


def test_one_is_not_many() -> None:
    assert counted(1, "report") == "1 report"
    assert counted(1200, "report") == "1,200 reports"
    assert counted(2, "stretch", "stretches") == "2 stretches"


def test_reports_are_never_counted_without_their_sources() -> None:
    assert support(3, (1, 1)) == "3 reports, 1 independent source"
    assert support(1, (0, 0)) == "1 report, 0 independent sources"
    assert support(3, (1, 2)) == "3 reports, 1 to 2 independent sources"
