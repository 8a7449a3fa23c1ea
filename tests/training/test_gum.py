"""GUM's format on made-up lines: words, nested mentions with chains, and the flat view of names."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

from training.examples import gold_tokens
from training.gum import gum, head_of
from training.readers import Mention, Tree

GUM = """# newpar
# sent_id = x-1
1\tBig\tbig\tADJ\tJJ\t_\t2\tamod\t_\tEntity=(1-place-new-nnnnn-cf1-2-sgl
2\tYork\tYork\tPROPN\tNNP\t_\t3\tnsubj\t_\tEntity=1)
3-4\tdon't\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No
3\tdo\tdo\tAUX\tVBP\t_\t0\troot\t_\t_
4\tn't\tnot\tPART\tRB\t_\t3\tadvmod\t_\t_
5\tGerman\tgerman\tADJ\tJJ\t_\t3\tobj\t_\t_
6\tElizabethan\telizabethan\tADJ\tJJ\t_\t3\tobj\t_\t_

"""


def document(folder: Path, *rows: str, name: str = "GUM_news_x") -> list[Tree]:
    """One sentence, a row "form upos head entity"; entities may be left out."""
    lines = []
    for i, row in enumerate(rows, start=1):
        form, upos, head, *entity = row.split()
        misc = f"Entity={entity[0]}" if entity else "_"
        lines.append(f"{i}\t{form}\t{form}\t{upos}\tX\t_\t{head}\tdep\t_\t{misc}")
    (folder / f"{name}.conllu").write_text("\n".join(lines) + "\n\n", "utf-8")
    return gum(folder)[0]


def mark(group: int, kind: str, link: str = "coref") -> str:
    """A mention's opening, all fields told."""
    return f"({group}-{kind}-giv:act-nnnnn-cf1*-1,2-{link}"


# ------------------------------------------------------------------ words
def test_words_and_their_spacing(tmp_path: Path) -> None:
    (tmp_path / "GUM_news_x.conllu").write_text(GUM, "utf-8")

    ((tree,),) = gum(tmp_path)

    assert tree.forms == ["Big", "York", "do", "n't", "German", "Elizabethan"]
    assert tree.glued == [False, False, False, True, True, False]
    assert tree.paragraph
    assert tree.key == "GUM_news_x"


def test_gold_words_stand_where_the_spacing_puts_them(tmp_path: Path) -> None:
    (tmp_path / "GUM_news_x.conllu").write_text(GUM, "utf-8")

    spans = gold_tokens(gum(tmp_path)[0]).spans

    assert [b[0] - a[1] for a, b in pairwise(spans)] == [1, 1, 0, 0, 1]


def test_each_file_is_a_document_and_paragraphs_begin_where_they_say(tmp_path: Path) -> None:
    second = GUM.replace("# newpar\n", "")
    (tmp_path / "b.conllu").write_text(GUM + second + GUM, "utf-8")
    (tmp_path / "a.conllu").write_text(second, "utf-8")

    found = gum(tmp_path)

    assert [document[0].key for document in found] == ["a", "b"]
    assert [[tree.paragraph for tree in document] for document in found] == [[True], [True, False, True]]


# ------------------------------------------------------------------ mentions
def test_a_mention_has_its_head_span_kind_and_chain(tmp_path: Path) -> None:
    (tmp_path / "GUM_news_x.conllu").write_text(GUM, "utf-8")

    assert gum(tmp_path)[0][0].mentions == [Mention(1, 0, 2, "place", "1")]


def test_mentions_may_lie_in_each_other_and_end_together(tmp_path: Path) -> None:
    (tree,) = document(
        tmp_path,
        f"the DET 2 {mark(3, 'object')}",
        "roof NOUN 6",
        "of ADP 5",
        f"its PRON 5 {mark(4, 'person')})",
        "house NOUN 2 (5-place-new-nnnnn-cf1-1-sgl)3)",
        "fell VERB 0",
    )

    assert {(m.head, m.first, m.last, m.kind, m.chain) for m in tree.mentions} == {
        (1, 0, 5, "object", "3"), (3, 3, 4, "person", "4"), (4, 4, 5, "place", "5"),
    }  # fmt: skip


def test_a_mention_may_lie_in_one_of_the_same_chain(tmp_path: Path) -> None:
    (tree,) = document(
        tmp_path,
        f"Ann PROPN 3 {mark(1, 'person')}",
        f"herself PRON 1 {mark(1, 'person')})1)",
        "left VERB 0",
    )

    assert {(m.first, m.last, m.chain) for m in tree.mentions} == {(0, 2, "1"), (1, 2, "1")}


def test_appositions_and_cataphora_make_no_chain(tmp_path: Path) -> None:
    (tree,) = document(
        tmp_path,
        f"He PRON 2 {mark(1, 'person', 'cata')})",
        "left VERB 0",
        f"Ann PROPN 2 {mark(1, 'person', 'coref-Ann-Marie_Lee')})",
        f"chef NOUN 3 {mark(1, 'person', 'appos')})",
        f"she PRON 2 {mark(1, 'person', 'ana')})",
    )

    assert [m.chain for m in tree.mentions] == ["", "1", "", "1"]


def test_another_field_beside_the_entity_does_no_harm(tmp_path: Path) -> None:
    row = "1\tAnn\tAnn\tPROPN\tNNP\t_\t0\troot\t_\tDiscourse=x:1->2|{}|SpaceAfter=No\n\n"
    (tmp_path / "x.conllu").write_text(row.format(f"Entity={mark(2, 'person')})"), "utf-8")

    assert [m.kind for m in gum(tmp_path)[0][0].mentions] == ["person"]


def test_a_head_is_the_first_word_governed_from_outside() -> None:
    tree = Tree([], [], [], [], heads=[2, 4, 2, 0], deprels=[], lemmas=[])

    assert head_of(tree, 0, 3) == 1
    assert head_of(tree, 0, 4) == 3
    assert head_of(tree, 2, 3) == 2


# ------------------------------------------------------------------ names
def test_names_are_trimmed_and_adjectives_told_apart(tmp_path: Path) -> None:
    (tmp_path / "GUM_news_x.conllu").write_text(GUM, "utf-8")

    assert gum(tmp_path)[0][0].entities == ["B-place", "I-place", "O", "O", "B-nationality", "mask"]


def test_a_name_leaves_its_article_and_what_follows(tmp_path: Path) -> None:
    (tree,) = document(
        tmp_path,
        f"the DET 2 {mark(1, 'organization')}",
        "Ministry PROPN 6",
        "of ADP 4",
        "Trade PROPN 2",
        "here ADV 2 1)",
        "fell VERB 0",
    )

    assert tree.entities == ["O", "B-organization", "I-organization", "I-organization", "O", "O"]


def test_a_mention_headed_by_a_common_noun_is_no_name_but_one_inside_it_is(tmp_path: Path) -> None:
    (tree,) = document(
        tmp_path,
        f"Basra PROPN 2 {mark(1, 'person')}{mark(2, 'place')})",
        "residents NOUN 3 1)",
        "left VERB 0",
    )

    assert tree.entities == ["B-place", "O", "O"]


def test_the_outermost_name_wins(tmp_path: Path) -> None:
    (tree,) = document(
        tmp_path,
        f"Bank PROPN 4 {mark(1, 'organization')}",
        "of ADP 3",
        f"England PROPN 1 {mark(2, 'place')})1)",
        "fell VERB 0",
    )

    assert tree.entities == ["B-organization", "I-organization", "I-organization", "O"]


def test_a_title_before_a_person_stands_alone(tmp_path: Path) -> None:
    (tree,) = document(
        tmp_path,
        f"Prime PROPN 2 {mark(1, 'person')}",
        "Minister PROPN 4",
        "Theresa PROPN 2",
        "May PROPN 5 1)",
        "left VERB 0",
    )

    assert tree.entities == ["B-title", "I-title", "B-person", "I-person", "O"]


def test_registers_tell_a_country_from_other_places(tmp_path: Path) -> None:
    (tree,) = document(
        tmp_path,
        f"Iran PROPN 3 {mark(1, 'place')})",
        f"Basra PROPN 1 {mark(2, 'place')})",
        "fell VERB 0",
    )

    assert tree.entities == ["B-country", "B-place", "O"]
