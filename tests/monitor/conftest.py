"""The reports of this folder are written with the same hand as those of `lineage`."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from typing import Any

import pytest

_SPEC = importlib.util.spec_from_file_location(
    "written_by_hand", Path(__file__).parents[1] / "lineage" / "conftest.py"
)
assert _SPEC
assert _SPEC.loader
_MADE = importlib.util.module_from_spec(_SPEC)
_SPEC.loader.exec_module(_MADE)


@pytest.fixture(scope="session")
def hand() -> Any:
    return _MADE.Hand()
