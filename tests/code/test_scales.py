"""Scales: every type and mode has its place, and the tables agree with one another."""

from __future__ import annotations

import pytest

from sayso.code.lexicon import frames
from sayso.code.scales import cameo_to_plover, codes, goldstein, quad, scales
from sayso.code.tables import rows
from sayso.records import EVENT_TYPES, Codes

QUADS = {
    1: {"AGREE", "CONSULT", "SUPPORT", "CONCEDE"},
    2: {"COOPERATE", "AID", "RETREAT"},
    3: {"REQUEST", "ACCUSE", "REJECT", "THREATEN"},
    4: {"PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"},
}
# PLOVER's crosswalk has embargoes under COERCE and a leader who yields under CONCEDE; the program does not.
ONE_WAY = {("SANCTION", "-"), ("RETREAT", "resign")}


# ------------------------------------------------------------------ types and modes
def test_every_type_has_a_row_of_its_own() -> None:
    assert {kind for kind, mode in scales() if mode == "-"} == set(EVENT_TYPES)


def test_every_mode_that_a_predicate_gives_has_a_row() -> None:
    given = {(frame.type, frame.mode or "-") for table in frames().values() for frame in table}

    assert given - set(scales()) == set()


@pytest.mark.parametrize(("number", "types"), QUADS.items())
def test_the_quads_are_plovers(number: int, types: set[str]) -> None:
    assert {kind for kind in EVENT_TYPES if quad(kind) == number} == types


def test_a_mode_is_in_the_quad_of_its_type() -> None:
    assert {(kind, mode) for (kind, mode), row in scales().items() if row.quad != quad(kind)} == set()


# ------------------------------------------------------------------ signs
@pytest.mark.parametrize("table", ["gdelt", "icews"])
def test_cooperation_is_never_below_zero_and_conflict_never_above(table: str) -> None:
    wrong = []
    for (kind, mode), row in scales().items():
        told = codes(kind, mode, scale=table)  # type: ignore[arg-type]
        sign = 1 if row.quad <= 2 else -1
        # A request for help is conflict by its quad and half a point above zero by its score.
        scored = sign * told.score > 0 or kind == "REQUEST"
        if sign * told.goldstein < 0 or not scored:
            wrong.append((kind, mode, told))

    assert wrong == []


def test_a_request_lies_about_zero() -> None:
    assert {row.score for (kind, _), row in scales().items() if kind == "REQUEST"} == {-1.0, 0.0, 0.5}


def test_accusations_are_conflict_though_the_manual_prints_plus_three() -> None:
    assert codes("ACCUSE", None).score == -3


def test_a_sanction_is_material_though_one_table_has_it_verbal() -> None:
    assert quad("SANCTION") == 4


def test_scores_lie_within_ten() -> None:
    assert all(-10 <= row.score <= 10 for row in scales().values())


# ------------------------------------------------------------------ CAMEO and Goldstein
def test_every_cameo_code_named_has_goldstein_values() -> None:
    assert {row.cameo for row in scales().values()} - set(goldstein()) == set()
    assert set(goldstein("gdelt")) == set(goldstein("icews"))


def test_gdelt_and_icews_differ_on_fourteen_codes() -> None:
    gdelt, icews = goldstein("gdelt"), goldstein("icews")

    assert {code: (gdelt[code], icews[code]) for code in gdelt if gdelt[code] != icews[code]} == {
        "016": (3.4, -5.0),
        **dict.fromkeys(("124", "1241", "1242", "1243", "1244", "1245", "1246"), (-5.0, -4.0)),
        "163": (-6.5, -8.0),
        "164": (-7.0, -6.5),
        **dict.fromkeys(("166", "1661", "1662", "1663"), (-8.0, -7.0)),
    }


@pytest.mark.parametrize(
    ("code", "value"),
    [
        ("01", 0), ("011", -0.1), ("0256", -0.3), ("0334", 6), ("0874", 10), ("042", 1.9), ("072", 8.3),
        ("1053", -5), ("1224", -4), ("129", -5), ("130", -4.4), ("1385", -7), ("1452", -7.5), ("1712", -9.2),
        ("1723", -5), ("1821", -9), ("1823", -10), ("192", -9.5), ("1952", -10), ("2042", -10),
    ],
)  # fmt: skip
def test_values_of_gdelts_table(code: str, value: float) -> None:
    assert goldstein()[code] == value


def test_every_root_and_every_code_between_has_a_value() -> None:
    values = goldstein()

    assert {code for code in values if len(code) == 2} == {f"{root:02d}" for root in range(1, 21)}
    assert {code[:-1] for code in values if len(code) > 2} - set(values) == set()
    assert len(values) == 315


def test_an_event_in_other_schemes() -> None:
    assert codes("ASSAULT", "aerial") == Codes(cameo="195", goldstein=-10.0, score=-9.5)
    assert codes("SANCTION", None) == Codes(cameo="163", goldstein=-6.5, score=-6.0)
    assert codes("SANCTION", None, scale="icews") == Codes(cameo="163", goldstein=-8.0, score=-6.0)


def test_a_mode_without_a_row_counts_as_its_type() -> None:
    assert codes("AID", "airlift") == codes("AID", None)


def test_a_type_that_is_none_is_an_error() -> None:
    with pytest.raises(KeyError):
        codes("FIGHT", None)


# ------------------------------------------------------------------ from CAMEO
@pytest.mark.parametrize(
    ("code", "wanted"),
    [
        ("010", None),
        ("0231", ("REQUEST", "assist")),
        ("0312", ("AGREE", None)),
        ("057", ("SUPPORT", None)),
        ("0812", ("CONCEDE", None)),
        ("0813", ("RETREAT", None)),
        ("0871", ("RETREAT", "ceasefire")),
        ("094", ("ACCUSE", "investigate")),
        ("1053", ("REQUEST", "yield")),
        ("1662", ("SANCTION", "expel")),
        ("163", ("COERCE", "restrict")),
        ("1712", ("ASSAULT", "destroy")),
        ("175", ("ASSAULT", "crowd-control")),
        ("191", ("COERCE", "restrict")),
        ("192", ("COERCE", "seize")),
        ("201", ("ASSAULT", None)),
        ("20", ("ASSAULT", None)),
    ],
)
def test_a_cameo_code_in_plover(code: str, wanted: tuple[str, str | None] | None) -> None:
    assert cameo_to_plover(code) == wanted


def test_every_code_with_a_value_has_its_type() -> None:
    assert set(goldstein()) - {code for code, *_ in rows("cameo.tsv")} == set()


def test_only_statements_have_no_type() -> None:
    assert {code[:2] for code, *_ in rows("cameo.tsv") if cameo_to_plover(code) is None} == {"01"}


def test_types_and_modes_of_the_crosswalk_are_on_the_scales() -> None:
    assert {(kind, mode) for _, kind, mode, _ in rows("cameo.tsv") if kind != "-"} - set(scales()) == set()


def test_a_code_written_out_comes_back_as_its_type() -> None:
    strayed = {
        (kind, mode)
        for (kind, mode), row in scales().items()
        if (cameo_to_plover(row.cameo) or ("", None))[0] != kind
    }

    assert strayed == ONE_WAY


def test_a_code_that_is_none_is_an_error() -> None:
    with pytest.raises(KeyError):
        cameo_to_plover("99")
