"""Messages say what happened, what was seen and what to do, and survive a trip between processes."""

from __future__ import annotations

import pickle
import re
from pathlib import Path

import pytest

from sayso import errors
from sayso.errors import FetchError, InputError, LedgerError, LockedError, SaysoError

KINDS = [kind for kind in vars(errors).values() if isinstance(kind, type) and issubclass(kind, SaysoError)]


def test_the_message_has_all_three_parts() -> None:
    error = InputError("S101", "the file is empty", saw="a.txt, 0 bytes", do="Give a file with text.")

    assert str(error) == "[S101] the file is empty; saw: a.txt, 0 bytes; Give a file with text."


def test_parts_left_out_leave_no_trace() -> None:
    assert str(SaysoError("S100", "no")) == "[S100] no"


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_every_kind_survives_pickling(kind: type[SaysoError]) -> None:
    error = kind("S199", "happened", saw="saw", do="do")

    back = pickle.loads(pickle.dumps(error))

    assert type(back) is kind
    assert str(back) == str(error)


def test_the_tree_is_the_one_drawn() -> None:
    assert issubclass(FetchError, InputError)
    assert issubclass(LockedError, LedgerError)
    drawn = set(re.findall(r"\b\w+Error\b", errors.__doc__ or ""))
    assert drawn == {kind.__name__ for kind in KINDS}


def test_codes_in_the_sources_belong_to_one_kind_each() -> None:
    """A code searched for leads to one sort of error."""
    sources = Path(errors.__file__).parent.rglob("*.py")
    raised = [
        pair
        for path in sources
        for pair in re.findall(r"(\w+Error)\(\s*\"(S\d{3})\"", path.read_text(encoding="utf-8"))
    ]
    kinds: dict[str, set[str]] = {}
    for kind, code in raised:
        kinds.setdefault(code, set()).add(kind)

    assert {code: found for code, found in kinds.items() if len(found) > 1} == {}
