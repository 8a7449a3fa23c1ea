"""Lemmas by table and by rule."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.annotate.lemmas import lemma

KNOWN = """
    said/VBD=say told/VBN=tell warned/VBD=warn denied/VBD=deny
    threatened/VBD=threaten instructed/VBN=instruct urging/VBG=urge vowed/VBD=vow agreed/VBD=agree
    seized/VBD=seize dying/VBG=die attacking/VBG=attack cited/VBD=cite planned/VBN=plan
    pressing/VBG=press refused/VBD=refuse ordered/VBD=order announces/VBZ=announce tries/VBZ=try
    does/VBZ=do passes/VBZ=pass were/VBD=be 've/VBP=have ’re/VBP=be ca/MD=can n't/RB=not ’s/POS='s
    's/VBZ=be 'd/MD=would them/PRP=they countries/NNS=country sanctions/NNS=sanction attacks/NNS=attack
    crises/NNS=crisis women/NNS=woman spokesmen/NNS=spokesman talks/NNS=talk troops/NNS=troops
    people/NNS=people 1990s/NNS=1990s DVDs/NNS=DVD ships/NNS=ship addresses/NNS=address bigger/JJR=big
    earliest/JJS=early worse/JJR=bad smaller/JJR=small Iran/NNP=Iran Guards/NNPS=Guard
    Netherlands/NNPS=Netherlands CEO/NN=CEO Talks/NN=talks The/DT=the an/DT=a 2,000/CD=2,000
"""


@pytest.mark.parametrize("known", KNOWN.split())
def test_lemma(known: str) -> None:
    word, _, expected = known.partition("=")
    form, _, tag = word.rpartition("/")

    assert lemma(form, tag) == expected


TAGS = st.sampled_from(
    (
        "NN",
        "NNS",
        "NNP",
        "NNPS",
        "VB",
        "VBD",
        "VBG",
        "VBN",
        "VBP",
        "VBZ",
        "JJ",
        "JJR",
        "RBS",
        "POS",
        "CD",
        ".",
    )
)


@given(st.text(min_size=1, max_size=12).filter(str.strip), TAGS)
def test_every_word_has_a_lemma(form: str, tag: str) -> None:
    assert lemma(form, tag)


@pytest.mark.parametrize(
    ("form", "tag", "base"),
    [
        ("conceded", "VBD", "concede"),
        ("dissuaded", "VBD", "dissuade"),
        ("massacred", "VBN", "massacre"),
        ("strafing", "VBG", "strafe"),
        ("mulled", "VBD", "mull"),
        ("bankrolled", "VBN", "bankroll"),
    ],
)
def test_verbs_that_tell_events_come_back_to_their_base(form: str, tag: str, base: str) -> None:
    assert lemma(form, tag) == base
