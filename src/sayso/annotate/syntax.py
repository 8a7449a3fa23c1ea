"""Words with tags, lemmas and heads, from the scores of all windows."""

from __future__ import annotations

import functools
from collections.abc import Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from sayso.annotate.engine import Scores, Settings
from sayso.annotate.lemmas import lemma
from sayso.annotate.tables import rows
from sayso.annotate.tokens import Tokens
from sayso.annotate.trees import heads
from sayso.records import Sentence, Word

Integers = NDArray[np.int64]

_BARE_ENDS = ("ss", "us", "'s", "’s")  # of base forms: "pass", "focus"
_BY_FORM = {"was": "VBD", "as": "IN"}


def words_of(cut_up: Tokens, scores: list[Scores], settings: Settings) -> tuple[Word, ...]:
    """Return the words of a text; a root's head is -1 and its relation "root"."""
    head = _one_root(np.concatenate([_heads(s) for s in scores]), cut_up.sentence).tolist()
    xpos = inflected(cut_up.forms, [settings.xpos[i] for s in scores for i in s.xpos.tolist()])
    upos = agreed([settings.upos[i] for s in scores for i in s.upos.tolist()], xpos)
    deprel = [settings.deprel[i] for s in scores for i in s.relation.tolist()]
    deprel = one_subject(rehung(upos, head, _favourites(scores), deprel), head)
    head, deprel = counted(upos, *told_after(cut_up.forms, head, deprel))
    head, deprel = called_on(cut_up.forms, led_in(xpos, head, deprel), deprel)
    lemmas = {pair: lemma(*pair) for pair in set(zip(cut_up.forms, xpos, strict=True))}
    return tuple(
        Word(
            span[0],
            span[1],
            form,
            lemmas[form, tag],
            pos,
            tag,
            at,
            "root" if at < 0 else "dep" if relation == "root" else relation,
            sentence,
        )
        for span, form, pos, tag, at, relation, sentence in zip(
            cut_up.spans, cut_up.forms, upos, xpos, head, deprel, cut_up.sentence, strict=True
        )
    )


def inflected(forms: Sequence[str], xpos: list[str]) -> list[str]:
    """Return Penn tags; what was taken for a verb's base form and ends in -s is of the third person."""
    found = list(xpos)
    for i, (form, tag) in enumerate(zip(forms, xpos, strict=True)):
        low = form.lower()
        if tag in ("VB", "VBP") and low.endswith("s") and not low.endswith(_BARE_ENDS):
            found[i] = _BY_FORM.get(low, "VBZ")
    return found


def agreed(upos: list[str], xpos: list[str]) -> list[str]:
    """Return universal tags, those that contradict the finer ones replaced."""
    known = goes_with()
    pairs = zip(upos, xpos, strict=True)
    return [broad if broad in known.get(fine, (broad,)) else known[fine][0] for broad, fine in pairs]


def _favourites(scores: list[Scores]) -> list[int]:
    """Return the best head of each word by itself, which its relation was worked out for; -1 for roots."""
    found: list[int] = []
    for one in scores:
        best = one.arcs.argmax(axis=1)
        own = np.arange(len(best))
        found += np.where(best == own, -1, best + one.window.first).tolist()
    return found


def rehung(upos: list[str], head: list[int], favourite: list[int], deprel: list[str]) -> list[str]:
    """Return relations; a word that the tree hangs elsewhere than its favourite place gets a likely one."""
    found = list(deprel)
    marked = {head[i] for i, relation in enumerate(deprel) if relation == "case"}
    for i, at in enumerate(head):
        if at >= 0 and at != favourite[i]:
            found[i] = _likely(upos[i], upos[at], i < at, i in marked) or found[i]
    return found


def _likely(own: str, above: str, before: bool, marked: bool) -> str | None:
    """Return the commonest relation of two tags in UD English EWT, by side and by a preposition."""
    if above in ("VERB", "AUX"):
        if own in ("VERB", "AUX"):
            return "ccomp"
        if own in ("NOUN", "PROPN", "PRON"):
            return "obl" if marked else "nsubj" if before else "obj"
    if above in ("NOUN", "PROPN") and own in ("NOUN", "PROPN"):
        return "nmod" if marked else "compound" if before else "appos"
    return None


def one_subject(deprel: list[str], head: list[int]) -> list[str]:
    """Return relations; a second subject, behind its word and after the first, is taken for the object."""
    first: dict[int, int] = {}
    found = list(deprel)
    for i, relation in enumerate(deprel):
        above = head[i]
        if relation == "nsubj" and above >= 0 and first.setdefault(above, i) < above < i:
            found[i] = "obj"
    return found


def told_after(forms: list[str], head: list[int], deprel: list[str]) -> tuple[list[int], list[str]]:
    """Return heads and relations; "If X, she said, Y": the condition hangs on Y, not on the saying."""
    heads, found = list(head), list(deprel)
    told: dict[int, int] = {}
    for i, relation in enumerate(deprel):
        if relation == "ccomp" and head[i] < i:
            told.setdefault(head[i], i)
    for mark, form in enumerate(forms):
        clause = head[mark]
        if form.lower() not in ("if", "unless") or deprel[mark] != "mark" or clause < 0:
            continue
        saying = head[clause]
        if deprel[clause] == "ccomp" and clause < saying and saying in told:
            heads[clause], found[clause] = told[saying], "advcl"
    return heads, found


def led_in(xpos: list[str], head: list[int], deprel: list[str]) -> list[int]:
    """Return heads; a preposition behind the noun it hangs on goes to the phrase that it stands before."""
    found = list(head)
    for i, relation in enumerate(deprel):
        if relation != "case" or not 0 <= head[i] < i or xpos[i] == "POS":
            continue
        for at in range(i + 1, len(head)):
            beside = head[at] == head[i] and deprel[at].partition(":")[0] in ("nmod", "obl")
            if beside and all(_below(head, k, at) for k in range(i + 1, at)):
                found[i] = at
                break
    return found


def called_on(forms: Sequence[str], head: list[int], deprel: list[str]) -> tuple[list[int], list[str]]:
    """
    Return heads and relations; "called on Paris to act", "urged both to act": who stands before the "to" is
    the object of what stands before him, and what he is to do its open complement.
    """
    heads, found = list(head), list(deprel)
    for mark, form in enumerate(forms):
        clause = head[mark]
        verb = head[clause] if clause >= 0 else -1
        if form.lower() != "to" or deprel[mark] != "mark" or not 0 <= verb < mark:
            continue
        calling = forms[verb].lower().startswith("call") and forms[verb + 1].lower() in ("on", "upon")
        led = any(head[at] == clause and deprel[at] == "mark" for at in range(verb + 1, mark))
        if deprel[clause] not in ("xcomp", "ccomp") + ("advcl",) * calling or led:  # "for Paris to act"
            continue
        for at in range(verb + 1, mark):
            if head[at] == clause and deprel[at] in ("obl", "nsubj", "obj"):
                heads[at], found[at], found[clause] = verb, "obj", "xcomp"
            elif calling and head[at] == verb and deprel[at] == "obl":
                found[at], found[clause] = "obj", "xcomp"
                heads[verb + 1], found[verb + 1] = verb, "compound:prt"
    return heads, found


def _below(head: list[int], word: int, top: int) -> bool:
    """Does a word hang on another, directly or by others?"""
    for _ in head:
        if word in (top, -1):
            break
        word = head[word]
    return word == top


def counted(upos: list[str], head: list[int], deprel: list[str]) -> tuple[list[int], list[str]]:
    """Return heads and relations; a number before a noun that has the same place in the clause counts it."""
    heads, found = list(head), list(deprel)
    for i, tag in enumerate(upos):
        noun = i + 1
        while noun < len(upos) and upos[noun] in ("ADJ", "NUM"):
            noun += 1
        if tag == "NUM" and noun < len(upos) and upos[noun] in ("NOUN", "PROPN"):
            same = (head[i], deprel[i]) == (head[noun], deprel[noun])
            if same and deprel[i] in ("nsubj", "nsubj:pass", "obj"):
                heads[i], found[i] = noun, "nummod"
    return heads, found


@functools.cache
def goes_with() -> dict[str, tuple[str, ...]]:
    """Return the universal tags that go with a Penn tag, the commonest first."""
    return {fine: tuple(broad.split()) for fine, broad in rows("tags.tsv")}


def _heads(scores: Scores) -> Integers:
    """Return heads as words of the whole text, -1 for roots."""
    found = heads(scores.arcs, scores.window.sentence)
    own = np.arange(len(found))
    return np.where(found == own, -1, found + scores.window.first)


def _one_root(head: Integers, sentence: list[int]) -> Integers:
    """Hang the later roots of a sentence that was cut by a window on its first."""
    roots = np.flatnonzero(head < 0).tolist()
    first = roots[:1]
    for root in roots[1:]:
        if sentence[root] == sentence[first[-1]]:
            head[root] = first[-1]
        else:
            first.append(root)
    return head


def sentences_of(cut_up: Tokens, told: list[int]) -> tuple[Sentence, ...]:
    """Return the sentences in order; ``told[p]`` is the segment that paragraph ``p`` was."""
    numbers = np.asarray(cut_up.sentence)
    edges = np.flatnonzero(np.diff(numbers, prepend=-1, append=-1) != 0).tolist()
    return tuple(
        Sentence(
            cut_up.spans[first][0],
            cut_up.spans[last - 1][1],
            first,
            last,
            told[cut_up.paragraph[first]],
        )
        for first, last in pairwise(edges)
    )
