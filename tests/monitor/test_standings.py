"""One row for one utterance."""

from __future__ import annotations

from datetime import date

from sayso.lineage.claims import report_names
from sayso.monitor.issued import issued
from sayso.monitor.standings import standing
from sayso.monitor.states import Board


def test_a_row_takes_each_part_from_where_it_is_told(hand) -> None:
    first = hand.read(
        "Concord Wire", "2031-10-01T09:00:00Z", "Lund will cut gas.", (), (),
        ({"kind": "threat", "by": "---", "to": "OSK GOV", "consequence": "will cut gas",
          "days": ("2031-09-29", "2031-10-01")},),
        key="k1",
    )  # fmt: skip
    second = hand.read(
        "Bay Times", "2031-10-02T09:00:00Z", "Lund will cut gas by Friday if ships sail.", (), (),
        ({"kind": "warning", "by": "NLD GOV", "condition": "ships sail", "consequence": "will cut gas",
          "days": "2031-10-01", "deadline": "2031-10-03"},),
        key="k2",
    )  # fmt: skip
    group = list(issued([first, second]))
    row = standing(group, Board((), date(2031, 10, 2)), report_names(each.told for each in group))

    assert (row.kind, row.by, row.to, row.state) == ("warning", "NLD GOV", "OSK GOV", "approaching")
    assert (row.issued, row.deadline) == (("2031-10-01", "2031-10-01"), "2031-10-03")
    assert (row.condition, row.consequence, row.reports) == ("ships sail", "will cut gas", 2)
    assert [telling.report for telling in row.spans] == ["k1", "k2"]
    assert all(telling.event.endswith(":c1") for telling in row.spans)
    alone = standing(group[:1], Board((), date.min), report_names(each.told for each in group))
    assert (alone.id, alone.issued) == (row.id, ("2031-09-29", "2031-10-01"))
