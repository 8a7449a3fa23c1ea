"""The codebook: the page is made from the tables, nothing is left out, and every example is coded as told."""

from __future__ import annotations

import importlib.util
import re
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import NamedTuple

import pytest

import sayso
from sayso.code.scales import scales
from sayso.code.tables import rows
from sayso.records import EVENT_TYPES, STATUSES, Event, Span

DOCS = Path(__file__).parents[2] / "docs"
NONE = "-"


def load_script() -> ModuleType:
    spec = importlib.util.spec_from_file_location("codebook", DOCS / "codebook.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


codebook = load_script()
PAGE = codebook.PAGE.read_text("utf-8")


class Example(NamedTuple):
    """A sentence with its trigger in brackets; type and status as told, None where nothing is told of it."""

    marked: str
    type: str | None
    status: str | None = None


def examples() -> Iterator[Example]:
    """Every sentence of the tables: those coded so, those coded otherwise, and those of the rules."""
    for of, code, _, told, unlike, instead, _ in rows("codebook.tsv"):
        for marked, coded in [*((one, code) for one in told.split(" | ")), (unlike, instead)]:
            kind = None if of == "status" else coded.partition(" ")[0]
            yield Example(marked, kind, coded if of == "status" else None)
    for _, _, marked, kind, status in rows("rules.tsv"):
        yield Example(marked, kind, None if status == NONE else status)


EXAMPLES = list(dict.fromkeys(examples()))


def parted(marked: str) -> tuple[str, Span]:
    """The sentence without its brackets, and where the trigger stands."""
    before, _, rest = marked.partition("[")
    trigger, _, after = rest.partition("]")
    return before + trigger + after, (len(before), len(before) + len(trigger))


@pytest.fixture(scope="module")
def told() -> dict[str, Event | None]:
    """Marked sentence -> the event told by its trigger."""
    found: dict[str, Event | None] = {}
    for marked in {one.marked for one in EXAMPLES}:
        text, (start, end) = parted(marked)
        at = (
            event
            for event in sayso.read(text).events
            if any(first < end and start < last for first, last in event.mentions)
        )
        found[marked] = next(at, None)
    return found


# ------------------------------------------------------------------ the page
def test_the_page_is_what_the_script_writes() -> None:
    assert codebook.written(PAGE) == PAGE


def test_the_page_has_every_table() -> None:
    assert set(re.findall(r"^<!-- codebook: (\w+) -->$", PAGE, flags=re.MULTILINE)) == set(codebook.TABLES)


def test_what_stands_outside_the_tables_is_left_alone() -> None:
    page = "before\n<!-- codebook: types -->\nold\n<!-- /codebook -->\nafter"

    assert codebook.written(page).startswith("before\n<!-- codebook: types -->\n\n| type |")
    assert codebook.written(page).endswith(" |\n\n<!-- /codebook -->\nafter")


def test_a_trigger_is_bold_in_its_sentence() -> None:
    assert codebook.marked("The king [met] her.") == "*The king **met** her.*"


# ------------------------------------------------------------------ nothing is left out
def test_every_type_mode_and_status_has_its_row() -> None:
    modes = {("mode", f"{kind} {mode}") for kind, mode in scales() if mode != NONE}
    whole = {*(("type", one) for one in EVENT_TYPES), *modes, *(("status", one) for one in STATUSES)}
    table = [(of, code) for of, code, *_ in rows("codebook.tsv")]

    assert sorted(table) == sorted(whole)


def test_what_something_is_coded_as_instead_is_a_code() -> None:
    types = {*EVENT_TYPES, *(f"{kind} {mode}" for kind, mode in scales()), NONE}
    wrong = [
        (code, instead)
        for of, code, _, _, _, instead, _ in rows("codebook.tsv")
        if instead not in (STATUSES if of == "status" else types) or instead == code
    ]

    assert wrong == []


def test_every_rule_names_where_it_comes_from() -> None:
    assert [rule for rule, origin, *_ in rows("rules.tsv") if not re.match("PLOVER|Guidelines", origin)] == []


@pytest.mark.parametrize("marked", sorted({one.marked for one in EXAMPLES}))
def test_an_example_has_one_trigger(marked: str) -> None:
    assert re.fullmatch(r"[^\[\]]*\[[^\[\]]+\][^\[\]]*", marked)


# ------------------------------------------------------------------ every example is coded as told
@pytest.mark.parametrize("example", EXAMPLES, ids=lambda one: f"{one.type or one.status}: {one.marked[:60]}")
def test_an_example_is_coded_as_told(told: dict[str, Event | None], example: Example) -> None:
    event = told[example.marked]

    if example.type is not None:
        assert (event.type if event else NONE) == example.type
    if example.status is not None:
        assert event is not None
        assert event.status == example.status
