"""
Acts that no negation, modal or governing word marks, and that are not told as fact all the same:
questions, laws and habits, what would have been, what the engine takes for unreal.
"""

from __future__ import annotations

from sayso.code.lexicon import governors, modifiers
from sayso.code.signs import WEAK, Sign
from sayso.syntax import Tree

SURE = {"VERB": 1.25, "NOUN": 0.2, "HEADLINE": 1.0}
"""
Factuality (-3 to 3) below which an act is not taken for told as fact. Of the unreal acts of our own
sentences 73 in 100 lie below 1.25, of the real ones none; nouns ("a truce lasted days") are judged lower.
"""
ANYONE = frozenset({"anyone", "anybody", "whoever", "everyone", "those", "person"})
LASTING = frozenset(
    {"begin", "break", "continue", "drag", "end", "endure", "erupt", "follow", "go", "last", "rage", "run",
     "spread", "start", "take"}
)  # fmt: skip
FICTION = frozenset(
    {"film", "movie", "novel", "thriller", "scenario", "simulation", "wargame", "drill", "script", "sketch"}
)
PRESENT = frozenset({"VBZ", "VBP"})
LETTING = frozenset({"let", "allow", "permit", "empower", "authorise", "authorize", "enable", "entitle"})
RULES = frozenset(
    {"law", "bill", "act", "code", "rule", "decree", "statute", "constitution", "treaty", "pact", "mandate",
     "charter", "clause", "legislation", "provision", "warrant", "resolution", "article", "power"}
)  # fmt: skip


def doubt(tree: Tree, index: int) -> Sign | None:
    """The weaker signs that an act is not told as fact, the surest first; None where there is none."""
    return (
        _inverted(tree, index)
        or _asked(tree, index)
        or _ruled(tree, index)
        or _of_anyone(tree, index)
        or _whenever(tree, index)
        or _made_up(tree, index)
        or _predicated(tree, index)
        or _unreal(tree, index)
    )


def _inverted(tree: Tree, index: int) -> Sign | None:
    """ "Had troops enforced it", "should they attack", "were they to leave": a condition by word order."""
    for at in tree.children(index, "aux"):
        word = tree.words[at]
        first = word.start == tree.sentence(at)[0] or tree.words[at - 1].upos == "PUNCT"
        followed = any(child > at for child in tree.children(index, "nsubj"))
        if (
            word.text.lower() in ("had", "should", "were")
            and first
            and followed
            and not _question(tree, index)
        ):
            return Sign("possible", "inverted condition", (at,))
    return None


def _question(tree: Tree, index: int) -> bool:
    last = tree.annotated.sentences[tree.words[index].sentence].last
    return any(tree.words[at].text == "?" for at in range(max(index, last - 3), last))


def _asked(tree: Tree, index: int) -> Sign | None:
    """Part of a question that ends behind it, with no statement of its own between."""
    at = index
    while at < len(tree.words) and tree.words[at].sentence == tree.words[index].sentence:
        if tree.words[at].text == "?":
            return Sign("possible", "question", (at,))
        if tree.words[at].text in (".", "!", ";"):
            return None
        at += 1
    return None


def _ruled(tree: Tree, index: int) -> Sign | None:
    """ "A law lets officers detain reporters": what may be done."""
    above = tree.words[index].head
    if above < 0 or tree.lemma(above) not in LETTING or not tree.is_(index, "xcomp", "ccomp", "advcl"):
        return None
    subject = tree.subject(above)
    ruled = subject is not None and (
        tree.lemma(subject) in RULES or tree.words[subject].text.lower() == "that"
    )
    relative = tree.words[above].deprel.startswith("acl") and tree.lemma(tree.words[above].head) in RULES
    return Sign("possible", "allowed by a rule", (above,)) if ruled or relative else None


def _of_anyone(tree: Tree, index: int) -> Sign | None:
    """ "Anyone who blocks a road": whoever does it, if anybody does."""
    if not tree.words[index].deprel.startswith("acl") or tree.words[index].xpos not in (*PRESENT, "VBG"):
        return None
    above = tree.words[index].head
    return Sign("possible", "whoever does it", (above,)) if tree.lemma(above) in ANYONE else None


def _whenever(tree: Tree, index: int) -> Sign | None:
    """ "What happens when tankers are attacked": in the present, beside a present: any time."""
    if not tree.is_(index, "advcl", "ccomp") or not _tense(tree, index) & PRESENT:
        return None
    marks = [at for at in tree.children(index, "mark", "advmod") if tree.lemma(at) in ("when", "whenever")]
    above = tree.words[index].head
    return (
        Sign("possible", "whenever it happens", tuple(marks))
        if marks and _tense(tree, above) & PRESENT
        else None
    )


def _predicated(tree: Tree, index: int) -> Sign | None:
    """ "Cyprus talks set for January", "release of hostages imminent": the word behind a headline's noun."""
    if tree.words[index].upos != "NOUN":
        return None
    words = tree.within((tree.phrase(index),))
    after = words[-1] + 1 if words else len(tree.words)
    if after >= len(tree.words) or tree.words[after].sentence != tree.words[index].sentence:
        return None
    given = governors().get((tree.lemma(after), "a")) or modifiers().get(tree.words[after].text.lower())
    return Sign(given, "word behind it", (after,)) if given else None


def _made_up(tree: Tree, index: int) -> Sign | None:
    """ "In the war game the red army invaded": told of a game, a film, a drill."""
    for child in tree.children(index, "obl", "nmod"):
        told = tree.lemma(child) in FICTION or (
            tree.lemma(child) == "game" and "war" in _modifying(tree, child)
        )
        if told and tree.marker(child) in ("in", "during", "under", "for"):
            return Sign("possible", "made up", (child,))
    return None


def _modifying(tree: Tree, index: int) -> frozenset[str]:
    return frozenset(tree.lemma(at) for at in tree.children(index, "compound", "amod"))


def _tense(tree: Tree, index: int) -> frozenset[str]:
    """The tags of the finite words of a verb."""
    return frozenset(tree.words[at].xpos for at in (index, *tree.children(index, "aux", "cop")))


def _unreal(tree: Tree, index: int) -> Sign | None:
    """What the engine, trained on people's judgements of what happened, holds for not told as fact."""
    predicate = tree.predicate(index)
    noun = "HEADLINE" if _headline(tree, index) else "NOUN"
    least = SURE["VERB" if tree.words[index].upos == "VERB" else noun]
    if predicate is None or predicate.factuality >= least or _lasted(tree, index):
        return None
    return Sign("possible", f"{WEAK} {predicate.factuality:g} of 3, as the engine reads it")


def _lasted(tree: Tree, index: int) -> bool:
    """ "A truce agreed in June lasted only days": what lasted, began or ended was there."""
    if not tree.is_(index, "nsubj"):
        return False
    above = tree.words[index].head
    if above >= 0 and tree.lemma(above) == "agree":
        above = tree.words[above].head  # a parse may take "a truce agreed in June" for a clause
    if above < 0 or tree.lemma(above) not in LASTING or tree.words[above].xpos != "VBD":
        return False
    return not any(tree.lemma(child) in ("not", "never") for child in tree.children(above, "advmod"))


def _headline(tree: Tree, index: int) -> bool:
    """Is it a sentence without a full stop, where a noun may stand for what is only to come?"""
    last = tree.annotated.sentences[tree.words[index].sentence].last - 1
    return tree.words[last].upos != "PUNCT"
