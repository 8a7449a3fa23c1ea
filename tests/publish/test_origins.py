"""Who says so, from the source outward."""

from __future__ import annotations

import msgspec

from sayso.publish.origins import sources
from sayso.publish.terminal import PLAIN, Style, columns
from sayso.records import Claim


def test_reports_of_one_source_hang_from_one_root(claim: Claim) -> None:
    told = [each for each in claim.spans if each.stance == "for"]

    assert [line for line in sources(told, PLAIN) if "“" not in line] == [
        "└─ two harbour officials",
        "   └─ Norland Wire",
        "      ├─ Harbour Daily",
        "      └─ Osk Herald · copies Harbour Daily",
    ]


def test_a_copy_says_what_it_copies(claim: Claim) -> None:
    assert any("copies Harbour Daily" in line for line in sources(claim.spans, PLAIN))


def test_a_report_told_twice_in_the_same_words_is_one_leaf(claim: Claim) -> None:
    first = claim.spans[0]

    assert sources([first, first], PLAIN) == sources([first], PLAIN)


def test_a_report_that_says_it_in_two_sentences_shows_both(claim: Claim) -> None:
    first = claim.spans[0]
    again = msgspec.structs.replace(first, sentence="It was taken, they said.")

    assert "“They seized it.”" in "\n".join(sources([first, again], PLAIN))
    assert "“It was taken, they said.”" in "\n".join(sources([first, again], PLAIN))


def test_an_outlet_in_its_own_voice_is_a_root(claim: Claim) -> None:
    own = msgspec.structs.replace(claim.spans[0], chain=(), outlet="Osk Herald")

    assert sources([own], PLAIN)[0] == "└─ Osk Herald"


def test_a_long_sentence_takes_two_lines_at_most(claim: Claim) -> None:
    long = msgspec.structs.replace(claim.spans[0], sentence="They seized it and " * 40)
    lines = sources([long], Style(width=60))

    assert len([line for line in lines if "seized" in line]) == 2
    assert lines[-1].endswith("…”")
    assert max(map(columns, lines)) <= 60
