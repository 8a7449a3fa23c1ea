"""Down to the words."""

from __future__ import annotations

import msgspec
from msgspec.structs import replace

from sayso.publish.provenance import chain_text, marked, provenance, step, step_line
from sayso.publish.terminal import PLAIN, Style, columns
from sayso.records import Reading


def test_the_steps_run_from_the_outermost_source_inward(reading: Reading) -> None:
    found = provenance(reading, "a2", reading.events[0].mentions[:1])

    assert [each.source for each in found.steps] == ["Norland Wire", "two harbour officials"]
    assert found.outlet == "Harbour Daily"
    assert found.words == "seized"


def test_the_sentence_is_quoted_as_printed_and_lies_where_it_says(reading: Reading) -> None:
    found = provenance(reading, "a2", reading.events[0].mentions[:1])
    start = found.sentence_start

    assert reading.report.text[start : start + len(found.sentence)] == found.sentence
    assert found.sentence.startswith("Norland seized the Osk ferry on Monday")


def test_the_words_are_marked_in_their_sentence(reading: Reading) -> None:
    spans = (*reading.commitments[0].consequence, *reading.commitments[0].condition)

    assert marked(provenance(reading, "a3", spans)) == (
        "““[Any ship that follows] [will be sunk],” Defence Minister Per Holm warned.”"
    )


def test_words_in_no_known_sentence_are_quoted_by_their_line(reading: Reading) -> None:
    bare = msgspec.structs.replace(reading, sentences=())

    assert (
        provenance(bare, None, bare.events[2].mentions).sentence == "Sundmark denied that its navy had fired."
    )


def test_the_outlets_own_voice_has_no_steps(reading: Reading) -> None:
    assert provenance(reading, None, reading.events[0].mentions).steps == ()
    assert provenance(reading, "nobody", ()).steps == ()


def test_a_loop_of_parents_ends(reading: Reading) -> None:
    first, second, *rest = reading.attributions
    looped = msgspec.structs.replace(
        reading, attributions=(msgspec.structs.replace(first, parent="a2"), second, *rest)
    )

    assert len(provenance(looped, "a2", ()).steps) == 2


def test_the_chain_is_drawn_from_outlet_to_sentence(reading: Reading) -> None:
    text = chain_text("happened COERCE NOR GOV", [provenance(reading, "a2", reading.events[0].mentions[:1])])

    assert text.splitlines() == [
        "happened COERCE NOR GOV",
        "",
        "Harbour Daily · Tue 4 Mar 2031, 09:30 +02:00",
        "Norland seizes ferry off Osk",
        "https://harbour.example/1",
        "└─ Norland Wire · according to [media, NOR MED]",
        "   └─ two harbour officials · said [anonymous official]",
        "      └─ “Norland [seized] the Osk ferry on Monday, two harbour officials said,",
        "         according to Norland Wire.”",
    ]


def test_a_denial_is_said_to_be_one(reading: Reading) -> None:
    against = provenance(reading, "a4", reading.events[2].mentions, "against")

    assert "denies it: Harbour Daily" in chain_text("head", [against])


def test_nothing_hostile_reaches_the_terminal(reading: Reading) -> None:
    bad = "\x1b[2J\u202eevil"
    report = msgspec.structs.replace(
        reading.report,
        outlet=bad,
        title=bad,
        url=bad,
        text=reading.report.text.replace("seized", "s\x1b\u202ed"),
    )
    text = chain_text(bad, [provenance(msgspec.structs.replace(reading, report=report), "a2", ((48, 52),))])

    assert "\x1b" not in text
    assert "\u202e" not in text


def test_a_level_fits_its_line(reading: Reading) -> None:
    for attribution in reading.attributions:
        for width in (30, 44, 80):
            line = step_line(step(reading, attribution), PLAIN, width)
            assert columns(line) <= max(width, 40), line


def test_colour_is_only_put_around_the_words(reading: Reading) -> None:
    line = step_line(step(reading, reading.attributions[0]), Style(colour=True), 80)

    assert "\x1b[1mNorland Wire\x1b[0m" in line


def test_an_unsure_step_says_so(reading: Reading) -> None:
    first = reading.attributions[0]

    assert "(unsure)" in step_line(step(reading, replace(first, confidence=0.2)), PLAIN, 100)
    assert "(unsure)" not in step_line(step(reading, replace(first, confidence=0.9)), PLAIN, 100)
