"""The user's register of actors: read, checked, written, and winning over what is shipped."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.errors import TableError
from sayso.ground import register
from sayso.ground.register import COLUMNS, LEARNED, YOURS, Entry
from sayso.ground.resolution import resolve

DAY = date(2019, 3, 4)
CELLS = st.text(st.characters(codec="utf-8", exclude_characters="|#"), max_size=20)


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The register file of a user, not there yet."""
    path = tmp_path / register.FILE
    monkeypatch.setenv(register.VARIABLE, str(path))
    return path


def entry(name: str, code: str, standing: str = YOURS, **more: str) -> Entry:
    return Entry(name, "person", code, standing=standing, **more)


def test_what_is_shipped_is_large_sourced_and_well_formed() -> None:
    rows = register.shipped()
    persons = [row for row in rows if row.kind == "person"]

    assert len(persons) >= 5000
    assert len(rows) - len(persons) >= 2500
    assert all(row.source for row in rows if row.kind != "media")
    assert [row for row in rows if register.checked(row, row.name) is not row] == []


@pytest.mark.parametrize(
    ("sector", "least"), [("REB", 250), ("SPY", 60), ("MIL", 80), ("PTY", 200), ("MED", 200)]
)
def test_there_are_enough_of_each_kind(sector: str, least: int) -> None:
    bodies = [row for row in register.shipped() if row.kind != "person"]

    assert sum(row.code.endswith(f" {sector}") for row in bodies) >= least
    assert sum(row.code.startswith("IGO ") for row in bodies) >= 200


def test_a_row_of_yours_wins_and_stays(own: Path) -> None:
    assert resolve("Vladimir Putin", DAY).sector == "GOV"
    register.write(own, [entry("Vladimir Putin", "RUS BUS", source="my note")])

    made = resolve("Vladimir Putin", DAY)
    assert (made.sector, made.source, made.standing) == ("BUS", "my note", "yours")
    assert "from your register" in made.why
    assert resolve("Putin", DAY).sector == "BUS"


def test_a_name_can_be_struck_out(own: Path) -> None:
    register.write(own, [Entry("Hamas", "organisation", "---", standing=YOURS)])

    assert resolve("Hamas", DAY).sector is None


def test_a_learned_row_adds_and_replaces_nothing(own: Path) -> None:
    taught = entry("Vladimir Putin", "USA CVL", LEARNED, source="report x", start="2010-01-01")
    register.write(own, [taught, entry("Rostam Hedayati", "IRN MIL", LEARNED, source="report x")])

    assert resolve("Vladimir Putin", DAY).country == "RUS"
    assert "learned from report x, not confirmed" in resolve("Hedayati", DAY).why


def test_a_role_of_yours_is_read(own: Path) -> None:
    assert resolve("a Norwegian skald", DAY).sector is None
    register.write(own, [Entry("skald", "role", "--- MED", standing=YOURS)])

    assert resolve("a Norwegian skald", DAY).codes == ("NOR MED",)


def test_what_is_written_is_read_again(tmp_path: Path) -> None:
    path = tmp_path / "r.tsv"
    rows = [
        entry("Per Holm", "NOR GOV", office="minister", start="2031-01-10", source="site"),
        entry("X", "---"),
    ]
    register.write(path, rows)

    assert rows == register.read(path)


def test_no_file_is_no_rows(tmp_path: Path) -> None:
    assert register.read(tmp_path / "none.tsv") == []


@pytest.mark.parametrize(
    ("cells", "wrong"),
    [
        ("Per Holm\t\tperson\tNOR\t\t\t\t\tyours", "code 'NOR'"),
        ("Per Holm\t\tpeople\tNOR GOV\t\t\t\t\tyours", "kind 'people'"),
        ("\t\tperson\tNOR GOV\t\t\t\t\tyours", "no name"),
        ("Per Holm\t\tperson\tNOR GOV\t\t2031-02-30\t\t\tyours", "from '2031-02-30'"),
        ("Per Holm\t\tperson\tNOR GOV\t\t2031-02-03\t2030-01-01\t\tyours", "before"),
        ("Per Holm\t\tperson\tNOR GOV\t\t\t\t\tperhaps", "standing 'perhaps'"),
        ("Per Holm\t\tperson", "3 instead of 9"),
        (f"{'x' * 10_000}\t\tperson\tNOR GOV\t\t\t\t\tyours", "more than 200 characters"),
    ],
)
def test_a_broken_row_is_named_with_file_and_line(tmp_path: Path, cells: str, wrong: str) -> None:
    path = tmp_path / "r.tsv"
    good = "Ada Lund\t\tperson\tNOR MED\t\t\t\t\tyours"
    path.write_text("\n".join(["# mine", "\t".join(COLUMNS), good, "", cells]), "utf-8")

    with pytest.raises(TableError) as caught:
        register.read(path)
    assert wrong in caught.value.saw
    assert f"{path}, line 5" in caught.value.saw


def test_another_file_is_no_register(tmp_path: Path) -> None:
    path = tmp_path / "r.tsv"
    path.write_text("a\tb\n1\t2\n", "utf-8")

    with pytest.raises(TableError, match="S503"):
        register.read(path)


def test_a_new_row_takes_the_place_of_the_same_term_only() -> None:
    old = [entry("A B", "NOR GOV", start="2001-01-01"), entry("A B", "NOR GOV", start="2005-01-01")]
    new = [entry("A B", "NOR OPP", start="2005-01-01"), entry("A B", "SWE GOV", LEARNED, start="2001-01-01")]

    assert [row.code for row in register.merged(old, new)] == ["NOR GOV", "NOR OPP"]


def test_rows_that_contradict_are_both_kept_and_told() -> None:
    rows = [entry("A B", "NOR GOV"), entry("A B", "SWE GOV", start="2001-01-01"), entry("C D", "SWE GOV")]

    assert register.contradictions(rows) == [(rows[0], rows[1])]
    assert register.contradictions([entry("A", "NOR GOV", end="2000-01-01"), rows[1]]) == []


@given(st.lists(st.tuples(CELLS, CELLS), max_size=5))
def test_any_words_survive_a_register(
    tmp_path_factory: pytest.TempPathFactory, told: list[tuple[str, str]]
) -> None:
    path = tmp_path_factory.mktemp("r") / "r.tsv"
    rows = [
        entry(" ".join(name.split()), "NOR GOV", source=" ".join(source.split()))
        for name, source in told
        if name.split()
    ]
    register.write(path, rows)

    assert rows == register.read(path)
