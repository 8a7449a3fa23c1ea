"""Actors from CSV and from UCDP's list."""

from __future__ import annotations

from sayso.ground.sheets import sheet, ucdp


def test_columns_are_taken_by_name() -> None:
    head = "\ufeffname,country,sector,aliases,office,from"
    text = f"{head}\nPer Holm,NOR,GOV,P. Holm|Holm of Osk,minister,2031-01-10\n"
    (row,) = sheet(text, "mine.csv").entries

    assert (row.name, row.code, row.aliases) == ("Per Holm", "NOR GOV", ("P. Holm", "Holm of Osk"))
    assert (row.office, row.start, row.source, row.standing) == (
        "minister",
        "2031-01-10",
        "mine.csv, line 2",
        "yours",
    )


def test_a_broken_row_is_named_and_the_rest_is_taken() -> None:
    taken = sheet("name,code\nA,NOR GOV\nB,NO\nC\nD,NOR GOV,x\nE,SWE MIL\n", "m.csv")

    assert [row.name for row in taken.entries] == ["A", "E"]
    assert [fault.partition(":")[0] for fault in taken.faults] == [f"m.csv, line {n}" for n in (3, 4, 5)]


def test_a_table_without_the_columns_is_told() -> None:
    assert "no columns name and code" in sheet("a,b\n1,2\n", "m.csv").faults[0]
    assert "no column NameData" in ucdp("a,b\n1,2\n", "u.csv").faults[0]


def test_ucdp_gives_governments_and_rebels() -> None:
    text = (
        "ActorId,NameData,NameDataFull,NameOrig,Location\n"
        "1,Government of Kenya,,,Kenya\n"
        "2,OLF,Osk Liberation Front,,Norway\n"
        '3,XYZ,,,"Norway, Sweden"\n'
        "4,,,,Norway\n"
    )
    taken = ucdp(text, "ucdp.csv")

    assert [(row.name, row.code) for row in taken.entries] == [
        ("Government of Kenya", "KEN GOV"), ("OLF", "NOR REB"), ("XYZ", "--- REB"),
    ]  # fmt: skip
    assert taken.entries[1].aliases == ("Osk Liberation Front",)
    assert taken.faults == ("ucdp.csv, line 5: no name in NameData",)
