"""The sample reports: what they must hold to show what Sayso is for, and that each is read as meant."""

from __future__ import annotations

import json
import re
from datetime import datetime
from importlib import resources
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from sayso.acquire import acquire
from sayso.records import Acquired, Report

SAMPLES = Path(str(resources.files("sayso"))) / "samples"
CRISIS = SAMPLES / "hormuz"
LINES: list[dict[str, Any]] = [
    json.loads(line) for line in (CRISIS / "crisis.jsonl").read_text("utf-8").splitlines()
]
PAGES = sorted(CRISIS.glob("*.html"))
PLAIN = sorted((SAMPLES / "plain").glob("*.txt"))
NOTICE = "no historical record"


def line(outlet: str, day: str) -> dict[str, Any]:
    (found,) = [row for row in LINES if row["outlet"] == outlet and row["published"].startswith(day)]
    return found


def words(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower())


def shared(left: str, right: str, run: int = 5) -> float:
    """The share of `left`'s runs of five words that `right` has too."""
    of_left, of_right = (
        {tuple(tokens[at : at + run]) for at in range(len(tokens) - run + 1)}
        for tokens in (words(left), words(right))
    )
    return len(of_left & of_right) / len(of_left)


def acquired(name: str) -> Report:
    (item,) = acquire(str(CRISIS / name))
    assert isinstance(item, Acquired)
    return item.report


# ------------------------------------------------------------------ what they are
def test_there_are_enough_of_them_from_enough_outlets_over_a_few_days() -> None:
    moments = [datetime.fromisoformat(row["published"]) for row in LINES]

    assert len(LINES) + len(PAGES) >= 14
    assert len({row["outlet"] for row in LINES}) >= 5
    assert 4 <= len({moment.date() for moment in moments}) <= 6
    assert len({moment.utcoffset() for moment in moments}) >= 4
    assert all(earlier <= later for earlier, later in pairwise(moments))


def test_every_one_says_that_it_is_a_reconstruction() -> None:
    assert all(NOTICE in row["notice"] for row in LINES)
    assert all(NOTICE in path.read_text("utf-8") for path in [*PAGES, *PLAIN])
    assert NOTICE in (SAMPLES / "README.md").read_text("utf-8")


def test_file_names_say_outlet_and_day() -> None:
    names = [path.name for path in (*PAGES, *PLAIN)]

    assert [name for name in names if not re.fullmatch(r"[a-z-]+_2019-07-\d\d\.\w+", name)] == []


@pytest.mark.parametrize("row", LINES, ids=[f"{row['outlet']} {row['published'][:10]}" for row in LINES])
def test_a_line_has_the_fields_and_the_length_of_a_report(row: dict[str, Any]) -> None:
    assert set(row) == {"outlet", "published", "title", "byline", "url", "text", "notice"}
    assert 120 <= len(row["text"].split()) <= 350
    assert datetime.fromisoformat(row["published"]).tzinfo is not None
    assert row["url"].split("/")[2].endswith(".example")


def test_one_paper_repeats_the_agency_with_its_name_and_one_without() -> None:
    agency = line("Corvane Press Service", "2019-07-18")["text"]
    credited = line("The Wexmoor Times", "2019-07-18")["text"]
    silent = line("Harbour Daily", "2019-07-18")["text"]

    assert shared(silent, agency) >= 0.6
    assert shared(credited, agency) >= 0.3
    assert "Corvane Press Service" in credited
    assert "Corvane" not in silent
    assert "CPS" not in silent


def test_reports_that_repeat_nobody_share_no_sentences() -> None:
    own = line("The Lisvane Courier", "2019-07-19")["text"]

    assert max(shared(own, row["text"]) for row in LINES if row["text"] != own) < 0.1


@pytest.mark.parametrize("path", PLAIN, ids=lambda path: path.name)
def test_the_plain_texts_are_reports_of_the_crisis(path: Path) -> None:
    title, body = path.read_text("utf-8").split("\n\n", 1)

    assert [row for row in LINES if row["title"] == title and body.startswith(row["text"])] != []


# ------------------------------------------------------------------ how they come in
def test_all_lines_come_in_with_their_moment_and_outlet() -> None:
    found = list(acquire(str(CRISIS / "crisis.jsonl")))
    reports = [item.report for item in found if isinstance(item, Acquired)]

    assert len(reports) == len(LINES)
    assert [report.outlet for report in reports] == [row["outlet"] for row in LINES]
    assert [report.published and report.published.isoformat() for report in reports] == [
        row["published"] for row in LINES
    ]


def test_the_folder_comes_in_whole() -> None:
    found = list(acquire(str(CRISIS)))

    assert [item for item in found if not isinstance(item, Acquired)] == []
    assert len(found) == len(LINES) + len(PAGES)


@pytest.mark.parametrize(
    ("name", "outlet", "published"),
    [
        ("harbour-daily_2019-07-19.html", "Harbour Daily", "2019-07-19T13:30:00+02:00"),
        ("tanker-and-quay_2019-07-20.html", "Tanker & Quay", "2019-07-20T16:10:00+01:00"),
        ("northgate-broadcasting_2019-07-21.html", "Northgate Broadcasting", "2019-07-21T18:05:00+00:00"),
    ],
)
def test_a_page_tells_its_outlet_and_moment(name: str, outlet: str, published: str) -> None:
    report = acquired(name)

    assert report.outlet == outlet
    assert report.published is not None
    assert report.published.isoformat() == published


def test_a_local_clock_without_a_zone_is_told() -> None:
    report = acquired("northgate-broadcasting_2019-07-21.html")

    assert any("zone" in note.why for note in report.notes)


@pytest.mark.parametrize("name", [path.name for path in PAGES])
def test_a_page_comes_in_without_its_furniture(name: str) -> None:
    text = acquired(name).text
    furniture = (
        "cookie", "partners store", "Accept all", "Subscribe", "Live radio", "vacancies", "Scrap prices",
        "Bunker prices", "ferry timetable", "Terms", "dataLayer",
    )  # fmt: skip

    assert [word for word in furniture if word in text] == []


def test_the_body_of_a_page_comes_in_whole() -> None:
    text = acquired("harbour-daily_2019-07-19.html").text

    assert text.startswith("Court keeps Arvand for 30 more days\n\n")
    assert "had a “constructive” meeting with Iranian representatives in London on Wednesday" in text
    assert "have been freed on bail, the police said" in text
