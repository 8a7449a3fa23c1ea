"""The pages, asked over ASGI."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from sayso.ledger import Ledger
from sayso.records import Acquired, Reading, Skipped
from sayso.serve.app import make_app

KeepIn = Callable[..., Path]
ReadingWith = Callable[..., Reading]
PAYLOADS = (
    "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "\"><svg onload=alert(1)>",
    "</title><script>", "javascript:alert(1)", "{{ 7*7 }}", "{% raw %}", "<!--", "&lt;b&gt;",
    "' onmouseover='alert(1)",
)  # fmt: skip


class Elements(HTMLParser):
    """The elements of a page, their attributes, and its visible text."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.text = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs

    def handle_data(self, data: str) -> None:
        self.text += data


def client(ledger: Path) -> TestClient:
    return TestClient(make_app(ledger), base_url="http://127.0.0.1", raise_server_exceptions=False)


@pytest.fixture
def pages(ledger: Path) -> TestClient:
    return client(ledger)


@pytest.fixture
def report(ledger: Path) -> str:
    with Ledger.open(ledger) as opened:
        return next(opened.reports()).id


def test_the_first_page_lists_the_reports_newest_first(pages: TestClient) -> None:
    page = pages.get("/").text

    assert "3 reports from 3 outlets" in page
    assert page.index("Sund Radio") < page.index("Osk Herald") < page.index("Harbour Daily")
    assert "1 more could not be read" in page


def test_a_report_shows_its_words_its_chain_and_what_is_only_threatened(
    pages: TestClient, report: str
) -> None:
    page = pages.get(f"/reports/{report}").text
    text = Elements(page).text

    assert '<span class="s-threatened" id="m-e2">sunk</span>' in page
    assert '<a class="tag s-threatened" href="#e-e2">2 threatened</a>' in page
    assert '<span class="when">Mon 3 Mar 2031</span>' in page
    assert "set aside: no facts" in text
    assert "no words in it" in text


def test_the_article_is_the_text_of_the_report(pages: TestClient, report: str) -> None:
    """Nothing is added to what is copied from the page: labels are elements of their own."""

    class Words(HTMLParser):
        out = ""
        inside = 0
        label = 0

        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            classes = (dict(attrs).get("class") or "").split()
            self.inside = self.inside or int("words" in classes and tag in ("p", "h1"))
            self.label += int(bool({"tag", "when"} & set(classes)))

        def handle_endtag(self, tag: str) -> None:
            if tag in ("p", "h1") and self.inside:
                self.inside, self.out = 0, self.out + "\n"
            elif self.label and tag in ("a", "span"):
                self.label -= 1

        def handle_data(self, data: str) -> None:
            self.out += data if self.inside and not self.label else ""

    words = Words()
    words.feed(pages.get(f"/reports/{report}").text)
    text = json.loads(pages.get(f"/reports/{report}.json").text)["report"]["text"]

    assert words.out.split("\n")[:-1] == [line for line in text.split("\n") if line]


def test_every_link_within_the_page_has_its_end(pages: TestClient, report: str) -> None:
    page = Elements(pages.get(f"/reports/{report}").text)
    ends = [value for name, value in page.attributes if name == "id"]
    links = [value[1:] for name, value in page.attributes if name == "href" and value and value[0] == "#"]

    assert len(ends) == len(set(ends))
    assert set(links) <= set(ends)


def test_both_pages_are_there_as_json(pages: TestClient, report: str) -> None:
    reports = pages.get("/reports.json").json()
    reading = pages.get(f"/reports/{report}.json")

    assert reports["total"] == 3
    assert report in {row["id"] for row in reports["reports"]}
    assert reading.headers["content-type"] == "application/json"
    assert reading.json()["events"][0]["type"] == "COERCE"


def test_a_search_marks_the_words(pages: TestClient) -> None:
    page = pages.get("/", params={"q": "ferry"}).text

    assert "3 reports hold" in page
    assert "<mark>ferry</mark>" in page
    assert pages.get("/reports.json", params={"q": "ferry"}).json()["total"] == 3


def test_a_search_without_a_hit_says_what_is_looked_for(pages: TestClient) -> None:
    page = pages.get("/", params={"q": '<b>"nowhere'})

    assert page.status_code == 200
    assert "0 reports hold" in page.text
    assert "<b>" not in page.text


def test_an_empty_ledger_says_what_to_do(empty: Path) -> None:
    assert "sayso --ledger empty.db add" in client(empty).get("/").text


def test_many_reports_are_paged(keep_in: KeepIn) -> None:
    pages = client(keep_in("many.db", *({"hours": number} for number in range(101))))
    first, second = pages.get("/").text, pages.get("/?page=2").text

    assert first.count("/reports/") - second.count("/reports/") == 99
    assert "page 1 of 2" in first
    assert 'rel="next" href="/?page=2"' in first
    assert pages.get("/?page=٣").status_code == pages.get("/?page=-1").status_code == 200


@pytest.mark.parametrize(
    "path", ["/reports/none", "/reports/none.json", "/nowhere", "/static/../app.py", "/static/x"]
)
def test_what_is_not_there_is_explained(pages: TestClient, path: str) -> None:
    answer = pages.get(path)

    assert answer.status_code == 404
    assert "All reports" in answer.text
    assert "Traceback" not in answer.text


def test_pages_can_only_be_read(pages: TestClient) -> None:
    assert pages.post("/").status_code == 405
    assert pages.head("/").status_code == 200


def test_a_ledger_that_is_gone_is_an_error_page(pages: TestClient, ledger: Path) -> None:
    ledger.unlink()
    answer = pages.get("/")

    assert answer.status_code == 503
    assert "There is no ledger here" in answer.text
    assert answer.headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "127.0.0.1@evil.example", ""])
def test_only_names_of_this_machine_are_answered(pages: TestClient, host: str) -> None:
    assert pages.get("/", headers={"Host": host}).status_code == 400


@pytest.mark.parametrize("host", ["127.0.0.1:8011", "localhost:8011", "LOCALHOST", "[::1]:8011"])
def test_every_name_of_this_machine_is_answered(pages: TestClient, host: str) -> None:
    assert pages.get("/", headers={"Host": host}).status_code == 200


@pytest.mark.parametrize("payload", PAYLOADS)
def test_what_a_report_brings_is_text_wherever_it_stands(keep_in: KeepIn, payload: str) -> None:
    more = dict.fromkeys(("outlet", "byline", "url", "key", "published_from"), payload)
    plain = keep_in("plain.db", {})
    bad = keep_in("bad.db", {**more, "title": payload})
    with Ledger.open(plain) as one, Ledger.open(bad) as other:
        paths = next(one.reports()).id, next(other.reports()).id
    for before, after in (("/", "/"), (f"/reports/{paths[0]}", f"/reports/{paths[1]}")):
        expected, made = Elements(client(plain).get(before).text), Elements(client(bad).get(after).text)
        assert not {"script", "img", "svg"} & set(made.tags)
        assert not [name for name, _ in made.attributes if name.startswith("on")]
        assert not [v for name, v in made.attributes if name in ("href", "src") and "alert" in (v or "")]
        assert payload in made.text
        assert set(made.tags) <= {*expected.tags, "h1"}


def test_hidden_characters_are_shown_and_stay_in_their_paragraph(keep_in: KeepIn) -> None:
    ledger = keep_in("odd.db", {"title": "a\x1bb\u202ec", "outlet": "\u202eliaD"})
    with Ledger.open(ledger) as opened:
        page = client(ledger).get(f"/reports/{next(opened.reports()).id}").text

    assert "\x1b" not in page
    assert "a␛b" in page
    assert "<bdi>\u202eliaD</bdi>" in page


def test_a_report_that_was_not_read_says_so_at_its_head(tmp_path: Path, reading_with: ReadingWith) -> None:
    report = reading_with(language="de", outlet="Blatt").report
    why = "the engine reads English; this report is in 'de'"
    path = tmp_path / "unread.db"
    with Ledger.open(path, write=True) as opened:
        unread = Reading(report=report, skipped=(Skipped("report", why),))
        opened.add(Acquired(report, b"x", "text/plain", "in.txt"), unread)
    page = client(path).get(f"/reports/{report.id}").text

    assert 'lang="de"' in page
    assert page.index("Not read: ") < page.index('class="row"')


SHEET = (Path(__file__).parents[2] / "src/sayso/serve/static/app.css").read_text("utf-8")


def luminance(colour: str) -> float:
    channels = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """The contrast ratio of WCAG 2.2."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
def test_every_colour_of_words_can_be_read(scheme: int) -> None:
    colours = dict(re.findall(r"--(\w+): (#[0-9a-f]{6})", re.findall(r":root \{([^}]*)\}", SHEET)[scheme]))

    for words in ("ink", "soft", "accent", "amber", "crimson", "violet", "slate"):
        for ground in ("paper", "raised", "glow"):
            assert contrast(colours[words], colours[ground]) >= 4.5, (words, ground)
    assert contrast(colours["rail"], colours["paper"]) >= 3  # the edges of fields


def test_the_stylesheet_needs_nothing_from_elsewhere() -> None:
    assert "url(" not in SHEET
    assert "@import" not in SHEET
    assert "prefers-color-scheme: dark" in SHEET
    assert "@media print" in SHEET
    assert ":focus-visible" in SHEET
