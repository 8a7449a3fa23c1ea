"""An error made a record."""

from __future__ import annotations

import pytest

from sayso.acquire.refusal import LONGEST_KEPT, refused
from sayso.errors import FetchError, InputError


@pytest.mark.parametrize(
    ("error", "line", "words"),
    [
        (InputError("S101", "empty", saw="0 bytes"), None, "[S101] empty; saw: a.txt: 0 bytes"),
        (InputError("S104", "broken", saw="in a.txt-"), None, "[S104] broken; saw: a.txt: in a.txt-"),
        (InputError("S101", "empty"), None, "[S101] empty; saw: a.txt"),
        (
            InputError("S104", "broken", saw="char 3", do="mend it"),
            7,
            "[S104] broken; saw: a.txt, line 7: char 3; mend it",
        ),
        (FetchError("S122", "no name", saw="a.txt: x"), None, "[S122] no name; saw: a.txt: x"),
    ],
)
def test_it_names_its_place_once(error, line, words):
    found = refused(error, "a.txt", b"raw", line)

    assert (found.error, found.origin, found.line, found.raw) == (words, "a.txt", line, b"raw")


def test_bytes_are_kept_up_to_a_limit():
    error = InputError("S102", "long")

    assert refused(error, "a", b"x" * LONGEST_KEPT).raw is not None
    assert refused(error, "a", b"x" * (LONGEST_KEPT + 1)).raw is None
    assert refused(error, "a").raw is None
