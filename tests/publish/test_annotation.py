"""What the engine sees, for programs and for people, on annotations made by hand."""

from __future__ import annotations

import json
import re
from datetime import datetime

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.publish.annotation import annotation, as_dict, gauge, signed
from sayso.publish.encode import as_json
from sayso.publish.terminal import Style, columns
from sayso.records import (
    Annotated,
    Argument,
    Entity,
    Frame,
    Mention,
    Predicate,
    Report,
    Segment,
    Sentence,
    Skipped,
    Word,
)

TEXT = "Admiral Per Holm said the navy had not fired. He left Osk."
NAMES, PRONOUNS = {"Admiral", "Per", "Holm", "Osk"}, {"He", "they"}


def annotated_of(text: str = TEXT) -> Annotated:
    """The text cut at blanks and full stops, with nothing found in it."""
    words: list[Word] = []
    for found in re.finditer(r"[^\s.]+|\.", text):
        number = sum(word.text == "." for word in words)
        upos = "PROPN" if found[0] in NAMES else "PRON" if found[0] in PRONOUNS else "NOUN"
        words.append(Word(*found.span(), found[0], found[0].lower(), upos, "XX", -1, "root", number))
    sentences = []
    for number in range(max((word.sentence for word in words), default=-1) + 1):
        own = [place for place, word in enumerate(words) if word.sentence == number]
        first, last = own[0], own[-1]
        sentences.append(Sentence(words[first].start, words[last].end, first, last + 1, 0))
    report = Report(
        id="00ff", text=text, key="k/1", outlet="Harbour Daily",
        published=datetime.fromisoformat("2031-03-04T09:30:00+02:00"),
    )  # fmt: skip
    part = Segment("paragraph", 0, len(text))
    return Annotated(report, (part,), tuple(sentences), tuple(words), (), (), (Skipped("rest", "too long"),))


def mention(annotated: Annotated, first: int, last: int, chain: int | None, kind: str = "person") -> Mention:
    words = annotated.words
    return Mention(words[first].start, words[last - 1].end, first, last, last - 1, kind, chain)


@pytest.fixture
def annotated() -> Annotated:
    bare = annotated_of()
    return msgspec.structs.replace(
        bare,
        entities=(Entity(0, 16, 0, 3, "person"), Entity(54, 57, 12, 13, "place")),
        frames=(Frame(((3, 4),), ((0, 3),), ((4, 6), (7, 9)), 0.97),),
        predicates=(
            Predicate(3, (Argument("ARG0", 0, 3, 2), Argument("ARG1", 4, 9, 8)), 3.0, 0.99),
            Predicate(8, (Argument("ARGM-NEG", 7, 8, 7), Argument("ARG0", 4, 6, 5)), -2.5, 0.9),
            Predicate(11, (Argument("ARG0", 10, 11, 10),), 0.004, 0.8),
        ),
        mentions=(
            mention(bare, 0, 3, 0), mention(bare, 4, 6, None, "organization"), mention(bare, 10, 11, 0),
        ),
    )  # fmt: skip


# ------------------------------------------------------------------ for programs
def test_every_span_slices_to_its_words(annotated: Annotated) -> None:
    made = json.loads(as_json(as_dict(annotated)))

    def at(span: list[int]) -> str:
        return str(made["report"]["text"][slice(*span)])

    said, fired, left = made["predicates"]
    assert [at(span) for span in made["sentences"]] == [TEXT[:45], TEXT[46:]]
    assert [at(word["span"]) for word in made["words"]] == [word.text for word in annotated.words]
    assert [(at(each["span"]), each["type"]) for each in made["entities"]] == [
        ("Admiral Per Holm", "person"), ("Osk", "place"),
    ]  # fmt: skip
    assert [at(each["span"]) for each in (said, fired, left)] == ["said", "fired", "left"]
    assert [(each["role"], at(each["span"]), at(each["head"])) for each in said["arguments"]] == [
        ("ARG0", "Admiral Per Holm", "Holm"), ("ARG1", "the navy had not fired", "fired"),
    ]  # fmt: skip
    assert [(at(each["span"]), at(each["head"]), each["chain"]) for each in made["mentions"]] == [
        ("Admiral Per Holm", "Holm", 0), ("the navy", "navy", None), ("He", "He", 0),
    ]  # fmt: skip


def test_an_attribution_has_the_pieces_of_its_parts(annotated: Annotated) -> None:
    (made,) = as_dict(annotated)["attributions"]
    pieces = {name: [TEXT[a:b] for a, b in made[name]] for name in ("source", "cue", "content")}

    assert pieces == {"source": ["Admiral Per Holm"], "cue": ["said"], "content": ["the navy", "not fired"]}
    assert made["score"] == 0.97


def test_the_names_are_those_of_the_contract(annotated: Annotated) -> None:
    made = json.loads(as_json(as_dict(annotated)))

    assert set(made["report"]) == {
        "id", "key", "outlet", "title", "published", "language", "url", "text",
    }  # fmt: skip
    assert set(made["words"][0]) == {"span", "lemma", "upos", "xpos", "head", "deprel"}
    assert set(made["predicates"][0]) == {"id", "span", "lemma", "factuality", "score", "arguments"}
    assert [each["id"] for each in made["predicates"]] == ["p1", "p2", "p3"]
    assert set(made["mentions"][0]) == {"span", "head", "type", "chain"}


def test_what_was_skipped_is_told_once_with_what_was_noted_before(annotated: Annotated) -> None:
    notes = (Skipped("published", "no date"), Skipped("rest", "too long"))
    report = msgspec.structs.replace(annotated.report, notes=notes)
    made = as_dict(msgspec.structs.replace(annotated, report=report))

    assert made["skipped"] == list(notes)


def test_nothing_found_gives_empty_lists() -> None:
    made = as_dict(Annotated(Report(id="1", text=""), (), (), (), (), ()))
    report = made.pop("report")

    assert report["text"] == ""
    assert set(map(len, made.values())) == {0}


# ------------------------------------------------------------------ for people
def test_predicates_hang_under_their_sentence_with_factuality_and_arguments(annotated: Annotated) -> None:
    _, first, second, *_ = annotation(annotated).split("\n\n")

    assert first.splitlines() == [
        "  1 Admiral Per Holm said the navy had not fired.",
        "    ├─ said   +3.00  ···|■■■",
        "    │  ├─ ARG0      Admiral Per Holm",
        "    │  └─ ARG1      the navy had not fired",
        "    └─ fired  −2.50  ■■■|···",
        "       ├─ ARG0      the navy",
        "       └─ ARGM-NEG  not",
        "    [person] Admiral Per Holm",
    ]
    assert second.splitlines() == [
        "  2 He left Osk.",
        "    └─ left   +0.00  ···|···",
        "       └─ ARG0      He",
        "    [place] Osk",
    ]


def test_the_head_counts_and_explains_the_bar(annotated: Annotated) -> None:
    head = annotation(annotated).partition("\n\n")[0]

    assert "Harbour Daily · Tue 4 Mar 2031, 09:30 +02:00" in head
    assert "2 sentences, 14 words, 3 predicates, 2 entities, 1 chain" in head
    assert "(certainly not)" in head


def test_who_is_who_comes_after_the_sentences_and_leaves_out_what_is_named_once(annotated: Annotated) -> None:
    part = annotation(annotated).split("\n\n")[3]

    assert part.splitlines() == ["WHO IS WHO", "[person] Admiral Per Holm · 2 times · He"]


def test_a_name_stands_for_its_chain_before_a_longer_phrase_and_a_pronoun_last() -> None:
    bare = annotated_of("He saw Osk. the old harbour town was small. they slept.")
    spans = ((2, 3), (4, 8), (0, 1))
    named = tuple(mention(bare, a, b, 0, "place") for a, b in spans)
    nameless = tuple(mention(bare, a, b, 0, "place") for a, b in spans[1:])
    one = annotation(msgspec.structs.replace(bare, mentions=named))
    other = annotation(msgspec.structs.replace(bare, mentions=nameless))

    assert "[place] Osk · 3 times · the old harbour town, He" in one
    assert "[place] the old harbour town · 2 times · He" in other


def test_the_same_words_are_listed_once_and_the_chain_most_spoken_of_comes_first() -> None:
    bare = annotated_of("Osk. Holm. Osk. Holm. Osk.")
    chains = (0, 1, 0, 1, 0)
    mentions = tuple(mention(bare, 2 * n, 2 * n + 1, chain, "x") for n, chain in enumerate(chains))
    shown = annotation(msgspec.structs.replace(bare, mentions=mentions))

    assert shown.split("WHO IS WHO\n")[1].splitlines()[:2] == ["[x] Osk · 3 times", "[x] Holm · 2 times"]


def test_phrases_that_do_not_fit_are_counted() -> None:
    bare = annotated_of(" ".join(f"the{'y' * n}" for n in range(40)))
    mentions = tuple(mention(bare, n, n + 1, 0) for n in range(40))
    (line,) = (
        annotation(msgspec.structs.replace(bare, mentions=mentions)).split("WHO IS WHO\n")[1].splitlines()[:1]
    )
    told = line.split(" · ")[2]
    shown, more = re.fullmatch(r"(.*) and (\d+) more", told).groups()  # type: ignore[union-attr]

    assert columns(line) <= 88
    assert len(shown.split(", ")) + int(more) + 1 == 40


def test_a_long_argument_keeps_both_its_ends() -> None:
    bare = annotated_of("First " + "and then on " * 30 + "last")
    act = Predicate(0, (Argument("ARG1", 0, len(bare.words), 0),), 1.0, 1.0)
    line = next(
        line
        for line in annotation(msgspec.structs.replace(bare, predicates=(act,))).splitlines()
        if "ARG1" in line
    )

    assert re.search(r"ARG1      First and .* … .* on last$", line)
    assert columns(line) <= 88


def test_entities_stand_side_by_side_and_none_is_broken() -> None:
    bare = annotated_of("Osk " * 30)
    entities = tuple(Entity(word.start, word.end, n, n + 1, "place") for n, word in enumerate(bare.words))
    shown = annotation(msgspec.structs.replace(bare, entities=entities))
    lines = [line for line in shown.splitlines() if line.startswith("    [")]

    assert 1 < len(lines) < 30
    assert sum(line.count("[place] Osk") for line in lines) == 30


@pytest.mark.parametrize("width", [60, 88, 110])
def test_no_line_is_wider_than_the_terminal(width: int) -> None:
    bare = annotated_of("Osk " + "W" * 150 + " 漢字" * 60 + " He the general staff of Osk" * 20)
    last = len(bare.words)
    wide = msgspec.structs.replace(
        bare,
        entities=(Entity(0, 300, 0, 2, "person"), Entity(0, 4, 0, 1, "place")),
        predicates=tuple(
            Predicate(word, (Argument("R-ARGM-LOC", 0, last, 0), Argument("ARG1", 1, 2, 1)), 1.0, 1.0)
            for word in (0, 1, 5)
        ),
        mentions=tuple(mention(bare, n, n + 6, n % 2) for n in range(last - 6)),
    )

    assert max(columns(line) for line in annotation(wide, Style(width=width)).splitlines()) <= width


def test_nothing_hostile_reaches_the_terminal(annotated: Annotated) -> None:
    bad = "\x1b]0;x\x07\u202e"
    text = TEXT.replace("Per", "\x1b[2").replace("navy", "na\x07y").replace("fired", "f\u202ered")
    report = msgspec.structs.replace(
        annotated.report, text=text, outlet=bad, title=bad, byline=bad, notes=(Skipped(bad, bad),)
    )
    named = tuple(msgspec.structs.replace(each, type=bad) for each in annotated.entities)
    shown = annotation(msgspec.structs.replace(annotated, report=report, entities=named))

    assert "f‹U+202E›red" in shown
    assert not {"\x1b", "\x07", "\u202e"} & set(shown)


def test_colour_adds_nothing_but_colour(annotated: Annotated) -> None:
    coloured = annotation(annotated, Style(colour=True))

    assert "\x1b[" in coloured
    assert re.sub(r"\x1b\[[\d;]*m", "", coloured) == annotation(annotated)


def test_what_was_skipped_is_told(annotated: Annotated) -> None:
    parts = (Segment("byline", 0, 16), *annotated.segments)
    shown = annotation(msgspec.structs.replace(annotated, segments=parts))

    assert shown.endswith("NOT READ\nset aside: “Admiral Per Holm”\nrest: too long\n")


# ------------------------------------------------------------------ nothing to show
def test_a_report_that_was_skipped_says_why_and_says_it_once() -> None:
    why = "the language is de; only English is read"
    report = Report(id="1", text="Die Fähre ist fort.", language="de")
    shown = annotation(Annotated(report, (), (), (), (), (), (Skipped("the text", why, (0, 19)),)))

    assert f"\n\nNothing was read: {why}.\n" in shown
    assert shown.count("only English is read") == 1
    assert "Factuality" not in shown


@pytest.mark.parametrize("text", ["", " \n… — "])
def test_a_report_without_words_says_so(text: str) -> None:
    shown = annotation(Annotated(Report(id="1", text=text), (), (), (), (), ()))

    assert "0 sentences, 0 words, 0 predicates, 0 entities, 0 chains" in shown
    assert "Nothing was read: there are no words in it." in shown


def test_a_report_of_what_is_set_aside_alone_says_so() -> None:
    report = Report(id="1", text="By Ada Lund")
    shown = annotation(Annotated(report, (Segment("byline", 0, 11),), (), (), (), ()))

    assert "Nothing was read: captions, bylines and notices are not read" in shown
    assert "set aside: “By Ada Lund”" in shown


# ------------------------------------------------------------------ factuality
@pytest.mark.parametrize(
    ("value", "number", "bar"),
    [
        (-3.0, "−3.00", "■■■|···"),
        (-0.5, "−0.50", "··■|···"),
        (-0.001, "+0.00", "···|···"),
        (0.0, "+0.00", "···|···"),
        (0.49, "+0.49", "···|···"),
        (1.5, "+1.50", "···|■■·"),
        (2.21, "+2.21", "···|■■·"),
        (3.0, "+3.00", "···|■■■"),
    ],
)
def test_factuality_is_a_number_and_a_bar(value: float, number: str, bar: str) -> None:
    assert (signed(value), gauge(value)) == (number, bar)


@given(st.floats(-4, 4))
def test_the_bar_has_one_width_and_mirrors(value: float) -> None:
    bar = gauge(value)

    assert (columns(bar), bar[3]) == (7, "|")
    assert gauge(-value) == bar[::-1]
