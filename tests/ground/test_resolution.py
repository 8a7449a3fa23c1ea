"""Short mentions resolved to country, sector and name."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.ground.names import families, index
from sayso.ground.resolution import called, finer, meant, nearby, resolve, slug

DAY = date(2018, 6, 1)


@pytest.mark.parametrize(
    ("mention", "day", "country", "sector", "name"),
    [
        ("Spanish officials", DAY, "ESP", "GOV", None),
        ("President Museveni", date(2016, 2, 18), "UGA", "GOV", "Yoweri Museveni"),
        ("the Russian prime minister", date(2011, 8, 1), "RUS", "GOV", "Vladimir Putin"),
        ("the U.S. Attorney General", date(2018, 1, 5), "USA", "GOV", "Jeff Sessions"),
        ("General Aoun", date(1990, 1, 13), "LBN", "MIL", "Michel Aoun"),
        ("Mr. Biden", date(2002, 8, 1), "USA", "LEG", "Joe Biden"),
        ("the Peruvian Congress", DAY, "PER", "LEG", "the Peruvian Congress"),
        ("the Ministry of Defence of Ukraine", DAY, "UKR", "GOV", None),
        ("protesters in Hong Kong", DAY, "HKG", "CVL", None),
        ("a South Korean shipbuilder", DAY, "KOR", "BUS", None),
        ("the chief executive of Volkswagen", DAY, "DEU", "BUS", None),
        ("the United Nations", DAY, "IGO", "IGO", "United Nations"),
        ("Doctors Without Borders", DAY, None, "NGO", "Doctors Without Borders"),
        ("Tehran", DAY, "IRN", "GOV", "Tehran"),
        ("Greenpeace activists", DAY, None, "NGO", None),
        ("British charity Oxfam", DAY, "GBR", "NGO", "Oxfam"),
        ("US Secretary of Defense James Mattis", DAY, "USA", "GOV", "Jim Mattis"),
        ("Sen. Mark Hale", DAY, "USA", "LEG", "Mark Hale"),
        ("Mexico's attorney general's office", DAY, "MEX", "JUD", None),
        ("Russian-installed officials in Kherson", DAY, "UKR", "GOV", None),
        ("the chairman of the US Joint Chiefs of Staff", DAY, "USA", "MIL", None),
        ("former Japanese prime minister Junichiro Koizumi", DAY, "JPN", "OPP", "Junichiro Koizumi"),
    ],
)
def test_who_it_is(mention: str, day: date, country: str | None, sector: str, name: str | None) -> None:
    made = resolve(mention, day)

    assert (made.country, made.sector) == (country, sector)
    assert name is None or (made.name is not None and name.lower() == made.name.lower())
    assert made.why


def test_a_backer_is_a_tie_and_no_nationality() -> None:
    made = resolve("Iranian-backed Iraqi militia factions", DAY)

    assert (made.codes, made.ties) == (("IRQ REB",), ("IRN",))
    assert "tied to IRN" in made.why
    assert resolve("pro-Russian rebels", DAY).codes == ("--- REB",)


@pytest.mark.parametrize(
    "mention", ["", "...", "12", "zzz", "a stone", "x" * 10_000, "the", "\u202e", "Some Body Nobody Knows"]
)
def test_nobody_is_guessed(mention: str) -> None:
    made = resolve(mention, DAY)

    assert (made.country, made.sector, made.name, made.mention) == (None, None, None, mention)
    assert made.why


def test_spellings_of_one_person_have_one_id() -> None:
    ids = {
        resolve(name, date(2005, 1, 1)).id
        for name in ("Muammar Gaddafi", "Moammar Gadhafi", "Muammar Qaddafi")
    }

    assert ids == {"person:muammar-gaddafi"}


def test_an_office_that_is_over_is_said_to_be() -> None:
    made = resolve("Angela Merkel", date(2023, 5, 1))

    assert made.country == "DEU"
    assert made.sector != "GOV"
    assert "no office on that date" in made.why


def test_words_around_tell_namesakes_apart() -> None:
    north = "In Pyongyang, Mr. Kim received the envoys."
    assert resolve("Mr. Kim", date(1998, 10, 1), north).country == "PRK"
    assert resolve("Mr. Kim", date(1998, 10, 1), "In Seoul, Mr. Kim received the envoys.").country == "KOR"
    assert nearby(north) == ("PRK",)
    assert called("Gandhi", "Gandhi, the leader of the opposition, spoke.") == ("opposition leader", "OPP")


def test_a_namesake_beside_another_given_name_is_nobody() -> None:
    assert resolve("Mary Trump", DAY).name != "Donald Trump"


def test_finer_sectors_are_those_of_the_manual() -> None:
    assert finer("university", "CVL") == "EDU"
    assert finer("nurse", "CVL") == "MED"
    assert finer("newspaper", "MED") == "JRN"
    assert finer("president", "GOV") is None


def test_common_family_names_do_not_stand_alone() -> None:
    for family in ("Johnson", "Brown", "Kim", "Park", "May"):
        if family != "Kim":
            assert not any(key == (family,) and any(row.kind == "person" for row in rows)
                           for key, rows in index().get(family, ()))  # fmt: skip
        assert families()[family]


@given(st.text(max_size=80))
def test_no_words_break_it(text: str) -> None:
    made = resolve(text, DAY)

    assert made.why
    assert made == resolve(text, DAY)


def test_slugs_are_plain() -> None:
    assert slug("Raúl  Castro") == "raul-castro"
    assert slug("习近平") == "x"


@pytest.mark.parametrize(
    ("mention", "day", "code"),
    [
        ("Abkhazia", date(2010, 1, 1), "GEO REB"),
        ("Abkhaz officials", date(2010, 1, 1), "GEO REB"),
        ("Abkhaz refugees", date(1995, 1, 1), "GEO CVL"),
        ("the Turkish Cypriot leader", date(2015, 1, 1), "CYP REB"),
        ("Chechnya", date(1996, 6, 1), "RUS REB"),
        ("Chechnya", date(2016, 6, 1), "RUS GOV"),
        ("Kosovo", date(1998, 3, 1), "SRB REB"),
        ("Kosovo", date(2010, 3, 1), "XKX GOV"),
        ("Nagorno-Karabakh", date(2020, 10, 1), "AZE REB"),
        ("Somaliland's president", date(2018, 1, 1), "SOM REB"),
        ("Puntland", date(2012, 1, 1), "SOM GOV"),
        ("Catalonia", date(2017, 10, 1), "ESP GOV"),
    ],
)
def test_a_territory_is_whoever_rules_it_on_that_day(mention: str, day: date, code: str) -> None:
    found = resolve(mention, day)

    assert f"{found.country} {found.sector}" == code
    assert found.why


@pytest.mark.parametrize(
    ("mention", "code"),
    [
        ("the South African president", "ZAF GOV"),
        ("the South Korean president", "KOR GOV"),
        ("Bolivian coca growers", "BOL CVL"),
        ("Kenyan marathon runners", "KEN CVL"),
        ("Chinese coast guard vessels", "CHN COP"),
        ("a Russian navy helicopter", "RUS MIL"),
        ("the president of Colombia's Constitutional Court", "COL JUD"),
        ("the leaders of Chad and Niger", "TCD GOV"),
        ("the foreign ministers of the European Union", "IGO IGO"),
        ("the president's rivals", "None None"),
    ],
)
def test_what_stands_around_a_role_decides(mention: str, code: str) -> None:
    found = resolve(mention, date(2010, 5, 5))

    assert f"{found.country} {found.sector}" == code


def test_the_secretary_general_alone_is_the_united_nations() -> None:
    assert resolve("the Secretary-General", date(2018, 9, 10)).name == "Antonio Guterres"
    assert resolve("the secretary general of NATO", date(2010, 2, 26)).name == "Anders Fogh Rasmussen"


@pytest.mark.parametrize(
    ("mention", "day", "context", "name"),
    [
        ("the president", date(2007, 5, 1), "Here the president said that Venezuela had it.", "Hugo Chavez"),
        ("the premier", date(2008, 5, 13), "In Sichuan the premier said China would come.", "Wen Jiabao"),
        (
            "the foreign minister", date(2014, 3, 14),
            "After talks in London, the foreign minister said that Russia had no view.", "Sergei Lavrov",
        ),
        ("the pope", date(2000, 3, 26), "In Jerusalem the pope left a note.", "Pope John Paul II"),
        ("the Fed chairman", date(1996, 12, 6), "Then the Fed chairman spoke.", "Alan Greenspan"),
        ("Secretary Clinton", date(2011, 10, 18), "Secretary Clinton landed in Tripoli.", "Hillary Clinton"),
    ],
)  # fmt: skip
def test_the_context_tells_whose_office_it_is(mention: str, day: date, context: str, name: str) -> None:
    assert resolve(mention, day, context).name == name


@pytest.mark.parametrize(
    ("context", "land"),
    [
        ("In Jakarta the president spoke to Peru and Chile.", "IDN"),
        ("In Jakarta the president promised Peru help; Peru thanked him.", "PER"),
        ("After talks in London the president praised Kenya.", "KEN"),
        ("The president spoke.", None),
    ],
)
def test_the_country_that_a_sentence_is_about(context: str, land: str | None) -> None:
    mention = "the president" if "the president" in context else "The president"

    assert meant(mention, context) == land
