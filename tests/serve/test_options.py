"""What options may say."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import click
import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from sayso.errors import QueryError
from sayso.serve.cli import sayso
from sayso.serve.options import FILTERS, as_moment, asked_of


def test_a_day_is_its_first_moment_or_its_last() -> None:
    assert as_moment("2020-11-20") == datetime(2020, 11, 20, tzinfo=UTC)
    last = as_moment("2020-11-20", end=True)

    assert last is not None
    assert datetime(2020, 11, 21, tzinfo=UTC) - last == timedelta(microseconds=1)


def test_a_moment_keeps_its_zone_and_is_utc_without_one() -> None:
    moment = as_moment("2020-11-20T20:05:00+02:00", end=True)

    assert moment is not None
    assert moment.isoformat() == "2020-11-20T20:05:00+02:00"
    assert as_moment("2031-08-01T12:00:00Z") == datetime(2031, 8, 1, 12, tzinfo=UTC)
    assert as_moment("2020-11-20 20:05") == datetime(2020, 11, 20, 20, 5, tzinfo=UTC)
    assert as_moment(None) is None


@given(st.text(max_size=30))
def test_anything_else_is_a_question_not_understood(text: str) -> None:
    try:
        datetime.fromisoformat(text)
    except ValueError:
        with pytest.raises(QueryError, match="S321"):
            as_moment(text)
    else:
        assert as_moment(text) is not None


def test_two_forms_at_once_are_refused() -> None:
    with pytest.raises(click.UsageError):
        asked_of(True, True, None)

    assert asked_of(True, False, 3).rows == 3
    assert asked_of(True, False, None).rows == 0
    assert asked_of(False, False, None).rows == 50


def test_a_wrong_published_is_found_before_anything_is_read() -> None:
    done = CliRunner().invoke(sayso, ["read", "no-such-file", "--published", "last Tuesday"])

    assert done.exit_code == 2
    assert "--published" in done.stderr
    assert "no-such-file" not in done.stderr


@pytest.mark.parametrize("name", FILTERS)
def test_every_filter_says_what_it_does(name: str) -> None:
    @click.command
    @FILTERS[name]
    def command(**options: str) -> None:
        """Nothing."""

    assert len(command.get_help(click.Context(command)).splitlines()[-2]) > len("  --x TEXT  ")
