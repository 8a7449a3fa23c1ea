"""Words and sentences as records, from scores."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

import numpy as np

from sayso.annotate.engine import Scores, Settings
from sayso.annotate.inputs import Window
from sayso.annotate.syntax import (
    agreed,
    called_on,
    counted,
    inflected,
    led_in,
    one_subject,
    rehung,
    sentences_of,
    told_after,
    words_of,
)
from sayso.annotate.tokens import Tokens

SETTINGS = Settings(
    upos=["NOUN", "VERB"],
    xpos=["NNS", "VBD"],
    deprel=["nsubj", "root"],
    entity=["O"],
    role=["O"],
    nominal=["O"],
    likeness=[],
    distance=[],
    decoder={},
    version="test",
)
CUT_UP = Tokens(
    [(0, 6), (7, 13), (15, 21), (22, 26)],
    ["Troops", "marched", "Rebels", "fled"],
    [False] * 4,
    [0, 0, 1, 1],
    [0, 0, 1, 1],
)


def scored(first: int) -> Scores:
    """Two words, the second the head of the first and the root."""
    none = np.zeros(0, dtype=np.int64)
    window = Window(first, first + 2, none, none, none, none, none, np.zeros(2, dtype=np.int64))
    arcs = np.asarray([[0, 5], [0, 5]], dtype=np.float32)
    tags = np.asarray([0, 1])
    known: dict[str, Any] = {
        "window": window,
        "upos": tags,
        "xpos": tags,
        "arcs": arcs,
        "relation": np.asarray([0, 0]),
    }
    return Scores(**{**{field.name: none for field in fields(Scores)}, **known})


def test_words_have_tags_lemmas_and_heads_of_the_whole_text() -> None:
    words = words_of(CUT_UP, [scored(0), scored(2)], SETTINGS)

    assert [word.lemma for word in words] == ["troops", "march", "rebel", "flee"]
    assert [word.head for word in words] == [1, -1, 3, -1]
    assert [word.upos for word in words] == ["NOUN", "VERB"] * 2


def test_a_root_is_called_root_whatever_the_label_says() -> None:
    words = words_of(CUT_UP, [scored(0), scored(2)], SETTINGS)

    assert [word.deprel for word in words] == ["nsubj", "root"] * 2


def test_a_word_with_a_head_is_never_called_root() -> None:
    wrong = scored(0)
    wrong.relation[:] = 1

    words = words_of(CUT_UP, [wrong, scored(2)], SETTINGS)

    assert words[0].deprel == "dep"


def test_sentences_know_their_words_and_segment() -> None:
    first, second = sentences_of(CUT_UP, [3, 7])

    assert (first.start, first.end, first.first, first.last, first.segment) == (0, 13, 0, 2, 3)
    assert (second.start, second.end, second.first, second.last, second.segment) == (15, 26, 2, 4, 7)


# ------------------------------------------------------------------ where the heads contradict each other
def test_a_universal_tag_gives_way_to_the_finer_one() -> None:
    assert agreed(["PART", "AUX", "NOUN", "PUNCT"], ["VBN", "VBZ", "NNP", "."]) == [
        "VERB",
        "AUX",
        "PROPN",
        "PUNCT",
    ]


def test_no_base_form_ends_in_the_s_of_the_third_person() -> None:
    forms = ["He", "believes", "was", "as", "pass", "focus", "want", "boats", "'s"]
    taken = ["PRP", "VB", "VB", "VB", "VB", "VBP", "VBP", "NNS", "VBP"]

    told = inflected(forms, taken)

    assert told == ["PRP", "VBZ", "VBD", "IN", "VB", "VBP", "VBP", "NNS", "VBP"]


def test_a_second_subject_behind_its_verb_is_the_object() -> None:
    # it expelled diplomats
    assert one_subject(["nsubj", "root", "nsubj"], [1, -1, 1]) == ["nsubj", "root", "obj"]


def test_a_subject_behind_its_verb_stays_where_it_is_the_first() -> None:
    # said the minister
    assert one_subject(["root", "det", "nsubj"], [-1, 2, 0]) == ["root", "det", "nsubj"]


def test_a_condition_before_the_saying_hangs_on_what_is_said_after_it() -> None:
    forms = ["If", "they", "refuse", ",", "she", "said", ",", "we", "leave"]
    head = [2, 2, 5, 5, 5, -1, 5, 8, 5]
    deprel = ["mark", "nsubj", "ccomp", "punct", "nsubj", "root", "punct", "nsubj", "ccomp"]

    heads, found = told_after(forms, head, deprel)

    assert (heads[2], found[2]) == (8, "advcl")
    assert (heads[8], found[8]) == (5, "ccomp")


def test_a_question_told_stays_a_complement() -> None:
    forms = ["She", "asked", "if", "they", "left"]
    given = [1, -1, 4, 4, 1], ["nsubj", "root", "mark", "nsubj", "ccomp"]

    assert told_after(forms, *given) == given


def test_a_preposition_goes_to_the_phrase_it_stands_before() -> None:
    # a visit by the minister ended
    xpos = ["DT", "NN", "IN", "DT", "NN", "VBD"]
    deprel = ["det", "nsubj", "case", "det", "nmod", "root"]

    assert led_in(xpos, [1, 5, 1, 4, 1, -1], deprel) == [1, 5, 4, 4, 1, -1]


def test_a_possessive_and_a_preposition_with_nothing_behind_it_stay() -> None:
    # the minister 's visit ended
    given = [1, 3, 1, 4, -1]
    assert (
        led_in(["DT", "NN", "POS", "NN", "VBD"], given, ["det", "nmod:poss", "case", "nsubj", "root"])
        == given
    )
    # talks over trade , visit
    assert led_in(["NNS", "IN", "VBD"], [2, 0, -1], ["nsubj", "case", "root"]) == [2, 0, -1]


def test_who_is_called_on_to_act_hangs_on_the_call() -> None:
    forms = ["France", "called", "on", "Paris", "to", "act"]
    deprel = ["nsubj", "root", "compound:prt", "obl", "mark", "xcomp"]

    heads, found = called_on(forms, [1, -1, 1, 5, 5, 1], deprel)

    assert (heads[3], found[3]) == (1, "obj")
    assert (heads[4], found[4]) == (5, "mark")


def test_who_is_called_on_is_its_object_though_the_particle_was_taken_for_a_preposition() -> None:
    forms = ["France", "called", "on", "Paris", "to", "act"]
    deprel = ["nsubj", "root", "case", "obl", "mark", "xcomp"]

    heads, found = called_on(forms, [1, -1, 3, 1, 5, 1], deprel)

    assert (heads[2:4], found[2:4]) == ([1, 1], ["compound:prt", "obj"])
    plain = ["France", "flew", "to", "Paris", "to", "act"]
    assert called_on(plain, [1, -1, 3, 1, 5, 1], deprel) == ([1, -1, 3, 1, 5, 1], deprel)


def test_who_is_urged_to_act_is_the_object_of_the_urging() -> None:
    forms = ["France", "urged", "Paris", "to", "act"]
    deprel = ["nsubj", "root", "nsubj", "mark", "ccomp"]

    assert called_on(forms, [1, -1, 4, 4, 1], deprel) == (
        [1, -1, 1, 4, 1],
        ["nsubj", "root", "obj", "mark", "xcomp"],
    )
    # France waited for Paris to act
    led = ["nsubj", "root", "mark", "nsubj", "mark", "ccomp"]
    given = [1, -1, 5, 5, 5, 1]
    assert called_on(["France", "waited", "for", "Paris", "to", "act"], given, led) == (given, led)


def test_a_number_counts_the_noun_behind_it() -> None:
    # two Iranian officials told
    upos = ["NUM", "ADJ", "NOUN", "VERB"]

    heads, found = counted(upos, [3, 2, 3, -1], ["nsubj", "amod", "nsubj", "root"])

    assert (heads, found) == ([2, 2, 3, -1], ["nummod", "amod", "nsubj", "root"])


def test_a_number_with_a_place_of_its_own_keeps_it() -> None:
    # two saw officials
    given = [1, -1, 1], ["nsubj", "root", "obj"]

    assert counted(["NUM", "VERB", "NOUN"], *given) == given


def test_a_word_the_tree_hangs_elsewhere_gets_a_likely_relation() -> None:
    # minister said close: the minister would hang on a name, "close" on a noun
    found = rehung(["NOUN", "VERB", "VERB"], [1, -1, 1], [2, -1, 0], ["nmod:desc", "root", "compound"])

    assert found == ["nsubj", "root", "ccomp"]


def test_a_word_that_hangs_where_it_would_keeps_its_relation() -> None:
    assert rehung(["NOUN", "VERB"], [1, -1], [1, -1], ["obl", "root"]) == ["obl", "root"]
