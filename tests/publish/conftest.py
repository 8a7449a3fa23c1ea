"""A reading made by hand: an outlet, an agency, officials, a minister; an act, a threat, a denial."""

from __future__ import annotations

from datetime import datetime

import pytest

from sayso.records import (
    Attribution,
    Claim,
    Commitment,
    Event,
    EventPlace,
    Reading,
    Report,
    Skipped,
    Span,
    Standing,
    Telling,
    Time,
)

TEXT = (
    "Norland seizes ferry off Osk\n\n"
    "By Ada Lund\n\n"
    "Norland seized the Osk ferry on Monday, two harbour officials said, according to Norland Wire. "
    "“Any ship that follows will be sunk,” Defence Minister Per Holm warned.\n\n"
    "Sundmark denied that its navy had fired."
)


def at(words: str, text: str = TEXT) -> Span:
    start = text.index(words)
    return start, start + len(words)


@pytest.fixture
def reading() -> Reading:
    first = "Norland seized the Osk ferry on Monday, two harbour officials said"
    return Reading(
        report=Report(
            id="00ff00ff00ff00ff", text=TEXT, key="harbour/1", outlet="Harbour Daily",
            title="Norland seizes ferry off Osk", byline="Ada Lund",
            published=datetime.fromisoformat("2031-03-04T09:30:00+02:00"), url="https://harbour.example/1",
        ),
        attributions=(
            Attribution(
                id="a1", source=(at("Norland Wire"),), cue=(at("according to"),), content=(at(first),),
                source_type="media", source_actor="NOR MED",
            ),
            Attribution(
                id="a2", source=(at("two harbour officials"),), cue=(at("said"),), parent="a1",
                content=(at("Norland seized the Osk ferry on Monday"),), source_type="anonymous_official",
            ),
            Attribution(
                id="a3", source=(at("Defence Minister Per Holm"),), cue=(at("warned"),),
                content=(at("Any ship that follows will be sunk"),), source_name="Per Holm",
                source_type="named_person", source_actor="NOR GOV", quote="direct", stance="threaten",
            ),
            Attribution(
                id="a4", source=(at("Sundmark"),), cue=(at("denied"),), content=(at("its navy had fired"),),
                source_type="organisation", source_actor="SUN GOV", stance="deny",
            ),
        ),
        events=(
            Event(
                id="e1", mentions=(at("seized"), at("seizes")), type="COERCE", status="actual",
                actor=("NOR GOV",), recipient=("---",), according_to="a2", chain=("a1", "a2"),
                date=("2031-03-03", "2031-03-03"), place=EventPlace("Osk", "NOR"),
            ),
            Event(
                id="e2", mentions=(at("sunk"),), type="ASSAULT", status="threatened", actor=("NOR GOV",),
                according_to="a3", chain=("a3",),
            ),
            Event(
                id="e3", mentions=(at("fired"),), type="ASSAULT", status="denied", actor=("SUN MIL",),
                according_to="a4", chain=("a4",),
            ),
        ),
        commitments=(
            Commitment(
                id="c1", kind="threat", by="NOR GOV", condition=(at("Any ship that follows"),),
                consequence=(at("will be sunk"),), attribution="a3", date=("2031-03-03", "2031-03-04"),
                deadline="2031-03-10",
            ),
        ),
        times=(Time(at("on Monday"), "DATE", "2031-03-03", ("2031-03-03", "2031-03-03")),),
        boilerplate=(at("By Ada Lund"),),
        skipped=(Skipped("picture", "no words in it"),),
        sentences=tuple(
            at(words)
            for words in (
                "Norland seizes ferry off Osk",
                first + ", according to Norland Wire.",
                "“Any ship that follows will be sunk,” Defence Minister Per Holm warned.",
                "Sundmark denied that its navy had fired.",
            )
        ),
        version="0",
    )  # fmt: skip


def telling(
    outlet: str, chain: tuple[str, ...], sentence: str = "They seized it.", **more: object
) -> Telling:
    known = {"report": f"{outlet}/1", "start": 0, "end": 4, "stance": "for", **more}
    return Telling(outlet=outlet, chain=(outlet, *chain), sentence=sentence, **known)  # type: ignore[arg-type]


@pytest.fixture
def claim() -> Claim:
    wire = ("Norland Wire", "two harbour officials")
    return Claim(
        id="k1", type="COERCE", status="actual", newsrooms=3, origins=(1, 1), independent=(1, 1), reports=3,
        spans=(
            telling("Harbour Daily", wire),
            telling("Osk Herald", ("the Norland Wire", "Two harbour officials"), copy_of="Harbour Daily/1"),
            telling("Norland Wire", ("two harbour officials",)),
            telling("Sund Radio", ("Sundmark’s navy",), "It seized nothing.", stance="against"),
        ),
        actor=("NOR GOV",), recipient=("---",), date=("2031-03-03", "2031-03-03"),
        place=EventPlace("Osk", "NOR"), contested=True, title="Norland seized the Osk ferry",
    )  # fmt: skip


@pytest.fixture
def standing() -> Standing:
    return Standing(
        id="s1", kind="threat", by="NOR GOV", to="---", state="armed", issued=("2031-03-03", "2031-03-04"),
        condition="any ship that follows", consequence="will be sunk", deadline="2031-03-10", reports=2,
        spans=(telling("Harbour Daily", ("Per Holm",)), telling("Osk Herald", ("Per Holm",))),
        independent=(1, 1), why="no ship has followed",
    )  # fmt: skip
