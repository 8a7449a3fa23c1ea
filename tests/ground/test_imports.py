"""Files of actors by their format."""

from __future__ import annotations

from pathlib import Path

import pytest

from sayso.errors import InputError
from sayso.ground.imports import FORMATS, taken


@pytest.mark.parametrize("form", FORMATS)
def test_every_format_has_a_reader_that_survives_an_empty_file(form: str, tmp_path: Path) -> None:
    path = tmp_path / "empty"
    path.write_text("", "utf-8")

    assert taken(path, form).entries == ()


def test_old_encodings_are_read(tmp_path: Path) -> None:
    path = tmp_path / "old.txt"
    path.write_bytes("JOSÉ_LUND_ [NORGOV]\n".encode("latin-1"))

    assert taken(path, "tabari").entries[0].name == "José Lund"


def test_the_pivot_is_passed_on(tmp_path: Path) -> None:
    path = tmp_path / "d.txt"
    path.write_text("A_LUND_ [NORGOV >250101]\n", "utf-8")

    assert taken(path, "tabari", pivot=20).entries[0].start == "1925-01-01"


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="S140"):
        taken(tmp_path / "none", "csv")
