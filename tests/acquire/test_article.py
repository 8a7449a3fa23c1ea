"""Which title, address, outlet and moment a page's own words make."""

from __future__ import annotations

import pytest

from sayso.acquire.article import parts_of
from sayso.acquire.moment import Moment
from sayso.acquire.page import Candidate, Page
from sayso.errors import InputError

BODY = ("Iran has told its allies to stand down, officials said.", "The request was delivered by a general.")
META, LINKED, TIME, URL = (
    "meta article:published_time",
    "JSON-LD datePublished",
    "time article",
    "the day in the URL",
)


def parts(*, url=None, name="page.html", zone=None, **fields):
    return parts_of(Page(**{"paragraphs": BODY, **fields}), url=url, name=name, zone=zone)


def when(*dates, zone=None, **fields):
    found = parts(dates=tuple(Candidate(*date) for date in dates), zone=zone, **fields)
    assert isinstance(found.published, Moment)
    assert found.published.value is not None
    notes = [note.why for note in (*found.notes, *found.published.notes) if note.what == "published"]
    return found.published.value.isoformat(), found.published_from, notes


# ------------------------------------------------------------------ when
def test_the_best_field_tells_the_moment_with_its_offset():
    assert when((LINKED, "2020-11-20T20:05:00+02:00"), (META, "2020-11-21T09:00:00+02:00")) == (
        "2020-11-20T20:05:00+02:00",
        "JSON-LD datePublished of the page",
        [],
    )


def test_of_one_instant_the_local_offset_is_taken():
    found = when((LINKED, "2020-11-20T18:05:00Z"), (META, "2020-11-20T20:05:00+02:00"))

    assert found == ("2020-11-20T20:05:00+02:00", "meta article:published_time of the page", [])


def test_a_vague_field_is_replaced_by_a_precise_one_of_the_same_day():
    assert when((LINKED, "2020-11-20"), (TIME, "2020-11-20T20:05:00+02:00"))[0] == "2020-11-20T20:05:00+02:00"
    assert when((LINKED, "2020-11-20"), (META, "2020-11-20T20:05"))[0] == "2020-11-20T20:05:00+00:00"
    assert when((LINKED, "2020-11-20T20:05"), (META, "2020-11-20"))[0] == "2020-11-20T20:05:00+00:00"


def test_a_precise_field_of_another_day_does_not_replace_it():
    value, field, notes = when((LINKED, "2020-11-20"), (TIME, "2020-12-24T10:00:00Z"))

    assert value == "2020-11-20T12:00:00+00:00"
    assert field == "JSON-LD datePublished of the page"
    assert any("time article says 2020-12-24T10:00:00Z instead" in note for note in notes)
    assert any("only the day is known" in note for note in notes)


def test_what_has_no_zone_gets_the_outlets():
    site = {"urls": ("https://www.israelnationalnews.com/1",)}

    assert when((META, "2020-11-20T20:05"), **site)[0] == "2020-11-20T20:05:00+02:00"
    assert when((META, "2020-11-20T20:05"), zone="Asia/Tokyo", **site)[0] == "2020-11-20T20:05:00+09:00"
    assert "the outlet's zone is not known" in when((META, "2020-11-20T20:05"))[2][0]


def test_a_field_that_cannot_be_read_is_told_and_passed_over():
    value, _, notes = when((LINKED, "Nov 20th"), (META, "2020-11-20T20:05:00Z"))

    assert value == "2020-11-20T20:05:00+00:00"
    assert notes == ["JSON-LD datePublished cannot be read: 'Nov 20th'"]


def test_a_day_in_the_address_is_better_than_nothing():
    assert when((URL, "2020-11-20"))[0] == "2020-11-20T12:00:00+00:00"


def test_a_day_found_in_the_text_is_said_to_be_a_guess():
    found = parts(guess="2020-11-20")

    assert isinstance(found.published, Moment)
    assert found.published_from == "a date in the page's text, found by htmldate"
    assert "htmldate" in found.published.notes[0].why
    assert "only the day" in found.published.notes[1].why


def test_no_date_at_all_is_none():
    found = parts(guess="not a day")

    assert (found.published, found.published_from) == (None, None)


# ------------------------------------------------------------------ where and who
def test_a_file_takes_the_address_the_page_names():
    found = parts(urls=("https://apnews.com/1", "https://other.example/1"))

    assert (found.url, found.key, found.outlet) == (
        "https://apnews.com/1",
        "https://apnews.com/1",
        "Associated Press",
    )


def test_a_file_without_address_is_known_by_its_name():
    found = parts(sites=("The Local Paper",))

    assert (found.url, found.key, found.outlet) == (None, "page.html", "The Local Paper")


def test_a_fetched_page_may_name_a_canonical_address_on_its_own_host():
    assert parts(url="https://www.apnews.com/1?utm=x", urls=("/1",)).url == "https://www.apnews.com/1"
    assert (
        parts(url="https://apnews.com/1", urls=("javascript:alert(1)", "mailto:x")).url
        == "https://apnews.com/1"
    )


def test_a_fetched_page_may_not_pass_for_another_host():
    found = parts(url="https://evil.example/1", urls=("https://www.reuters.com/1",))

    assert (found.url, found.outlet) == ("https://evil.example/1", "evil.example")
    assert "reuters.com/1 as its address" in found.notes[0].why


def test_a_display_name_does_not_make_an_outlet():
    found = parts(url="https://evil.example/1", sites=("Reuters",))

    assert found.outlet == "evil.example"
    assert "calls itself Reuters" in found.notes[0].why


def test_an_unknown_site_is_called_what_it_calls_itself():
    assert parts(url="https://local.example/1", sites=("Local Paper",)).outlet == "Local Paper"
    assert parts(url="https://www.local.example/1").outlet == "local.example"


# ------------------------------------------------------------------ title
@pytest.mark.parametrize(
    ("fields", "title"),
    [
        ({"heading": "Iran tells allies", "titles": ("Iran tells allies: live",)}, "Iran tells allies"),
        ({"heading": "The Local Paper", "titles": ("Iran tells allies",)}, "Iran tells allies"),
        ({"heading": "Iran tells allies"}, "Iran tells allies"),
        (
            {"titles": ("Iran tells allies | AP News",), "urls": ("https://apnews.com/1",)},
            "Iran tells allies",
        ),
        (
            {"titles": ("Iran tells allies - The Local Paper",), "sites": ("Local Paper",)},
            "Iran tells allies",
        ),
        (
            {"titles": ("Iran tells allies - a view",), "sites": ("Local Paper",)},
            "Iran tells allies - a view",
        ),
        ({}, None),
    ],
)
def test_the_title_is_what_readers_see(fields, title):
    assert parts(**fields).title == title


def test_a_title_repeated_in_the_body_is_not_repeated_in_the_text():
    found = parts(heading="Iran tells allies", paragraphs=("IRAN tells  allies", *BODY))

    assert found.text == "\n\n".join(BODY)


# ------------------------------------------------------------------ no article
NOTICE = "We and our partners store information on a device, such as cookies, and process personal data."


@pytest.mark.parametrize(
    "paragraphs", [(NOTICE,), ("We value your privacy", NOTICE, "Accept all"), (NOTICE, "Short.")]
)
def test_a_consent_notice_is_no_article(paragraphs):
    with pytest.raises(InputError, match=r"\[S111\]"):
        parts(paragraphs=paragraphs)


def test_an_article_about_consent_is_one():
    assert parts(paragraphs=(NOTICE, *BODY * 2)).text.startswith("We and our partners")
    assert parts(paragraphs=(NOTICE,) * 50).text


@pytest.mark.parametrize("paragraphs", [(), ("x",), ("Iran tells allies",)])
def test_too_little_is_no_article(paragraphs):
    with pytest.raises(InputError, match=r"\[S110\]"):
        parts(paragraphs=paragraphs, heading="Iran tells allies")


def test_notes_of_the_reading_are_carried_on():
    assert any(note.what == "page" for note in parts(note="how it was had").notes)
