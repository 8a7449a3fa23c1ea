"""Actor and agent dictionaries of PETRARCH2, TABARI and PLOVER."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.errors import TableError
from sayso.ground.dictionaries import actors, agents, coded, dated, spelt
from sayso.ground.register import checked

# Written by us after the manual's description of the form.
PHOENIX = """\
# a comment
ADA_LUND_  ; minister, then in opposition
+A._LUND_
+DAME_ADA_LUND
\t[NORELI <900501]
\t[NORGOV 900502-19991231]
\t[NOROPP >000101]

OSK_LIBERATION_FRONT [NORREBOSK] ; 1 June
UNITED_HARBOURS [IGOUHB]
"""


def test_each_dated_code_is_a_row_with_all_spellings() -> None:
    taken = actors(PHOENIX, "phoenix.txt")
    lund = [row for row in taken.entries if row.name == "Ada Lund"]

    assert taken.faults == ()
    assert [(row.code, row.start, row.end) for row in lund] == [
        ("NOR CVL", "", "1990-05-01"), ("NOR GOV", "1990-05-02", "1999-12-31"), ("NOR OPP", "2000-01-01", ""),
    ]  # fmt: skip
    assert lund[0].aliases == ("A. Lund", "Dame Ada Lund")
    assert lund[0].source == "phoenix.txt, line 5"
    assert [row.code for row in taken.entries[3:]] == ["NOR REB", "IGO UHB"]
    assert [checked(row, "x") for row in taken.entries] == list(taken.entries)


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ("+SYNONYM_", 1),
        ("NAME_ [NOR GOV]", 1),
        ("A_ [NORGOV]\n\t[NORGOV 991399]", 2),
        ("A_ [NO]", 1),
        ("A_\nB_ [NOR]", 1),
    ],
)
def test_a_broken_line_is_named_and_the_rest_is_read(line: str, number: int) -> None:
    taken = actors(f"{line}\nGOOD_ONE_ [SWEGOV]\n", "d.txt")

    assert [fault.partition(":")[0] for fault in taken.faults] == [f"d.txt, line {number}"]
    assert taken.entries[-1].code == "SWE GOV"


@pytest.mark.parametrize(
    ("text", "pivot", "days"),
    [
        ("", 30, ("", "")),
        ("<910101", 30, ("", "1991-01-01")),
        (">20010120", 30, ("2001-01-20", "")),
        ("290101-300101", 30, ("2029-01-01", "2030-01-01")),
        ("290101-300101", 20, ("1929-01-01", "1930-01-01")),
        ("950000", 30, ("1995-01-01", "")),
    ],
)
def test_two_digit_years_turn_at_the_pivot(text: str, pivot: int, days: tuple[str, str]) -> None:
    assert dated(text, pivot) == days


@pytest.mark.parametrize(
    ("code", "scheme", "ours"),
    [
        ("USA", "cameo", "USA GOV"),
        ("USAMED", "cameo", "USA MED"),
        ("USAMED", "plover", "USA CVL"),
        ("USAJRN", "plover", "USA MED"),
        ("ROMGOV", "cameo", "ROU GOV"),
        ("MNCOIL", "cameo", "--- BUS"),
        ("~LEG", "cameo", "--- LEG"),
        ("SYRINSISI", "cameo", "SYR REB"),
        ("SYRXYZ", "cameo", "SYR ---"),
    ],
)
def test_codes_are_translated(code: str, scheme: str, ours: str) -> None:
    assert coded(code, scheme) == ours


@pytest.mark.parametrize("code", ["", "usa", "US", "USAGO", "US A", "~"])
def test_what_is_no_code_is_refused(code: str) -> None:
    with pytest.raises(TableError):
        coded(code, "cameo")


def test_agents_are_roles() -> None:
    taken = agents("# x\nHARBOUR_MASTER [~GOV]\nSKALD [~JRN] {SKALDS}\n!RANK! = x\nNOTHING\n", "agents.txt")

    assert [(row.name, row.kind, row.code) for row in taken.entries] == [
        ("harbour master", "role", "--- GOV"), ("skald", "role", "--- MED"),
    ]  # fmt: skip
    assert taken.faults == ("agents.txt, line 5: no noun and code: 'NOTHING'",)


def test_names_are_spelt_as_reports_write_them() -> None:
    assert spelt("BILL_CLINTON_") == "Bill Clinton"
    assert spelt("+U.N._ENVOY") == "U.N. Envoy"
    assert spelt("al-Shabaab") == "al-Shabaab"


@given(st.text(max_size=200))
def test_no_text_breaks_a_reader(text: str) -> None:
    for taken in (actors(text, "x"), agents(text, "x")):
        assert all(entry.code for entry in taken.entries)
        assert all(fault.startswith("x, line ") for fault in taken.faults)
