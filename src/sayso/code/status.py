"""
Whether a told act happened: denied, planned, threatened, requested, possible, conditional or actual.

The nearest sign decides: a negation or modal on the word itself, a conjunction on its clause, then the
words that govern it one after the other up the tree. Levels of factuality after Saurí and Pustejovsky
(FactBank, 2009), folded to design.md's seven.
"""

from __future__ import annotations

from sayso.code.lexicon import governors, modifiers
from sayso.syntax import Tree

NOT = frozenset({"not", "n't", "n’t", "never", "no", "neither", "nor", "without"})
MODALS = {
    "may": "possible", "might": "possible", "could": "possible", "can": "possible",
    "will": "planned", "shall": "planned", "would": "planned", "'ll": "planned", "’ll": "planned",
    "wo": "planned", "must": "requested", "should": "requested", "ought": "requested",
}  # fmt: skip
CONDITIONS = {
    "if": "possible", "should": "possible", "in case": "possible", "lest": "possible",
    "unless": "requested", "until": "requested", "provided": "requested", "providing": "requested",
    "as soon as": "requested", "as long as": "requested", "once": "possible", "before": "actual",
}  # fmt: skip
GOVERNED = ("xcomp", "ccomp", "obj", "obl", "nmod", "acl", "advcl", "nsubj", "csubj", "conj")
LEADING = frozenset({"to", "for", "of", "from"})
"""What opens a clause that a word governs: "threatened to strike", "dissuaded him from striking"."""
THROUGH = frozenset({"to", "for", "of", "on", "from", "about", "over", "against", "out", "at", "with", ""})
"""Prepositions through which a word governs what follows: "fears of an attack", "called for talks"."""
ANY = frozenset({"any", "such", "another"})
WHENCE = frozenset({"until", "once", "as soon as", "as long as"})
HIGHEST = 6
"""A governor further up than this says nothing of the act."""


def status(tree: Tree, index: int) -> str:
    """One of `records.STATUSES` for the act told by a word; threats by neutral words are judged elsewhere."""
    own = _own(tree, index)
    supposed = _conditional(tree, index) or _after_if(tree, index)
    if own == "denied" and supposed != "possible":
        return own
    if supposed == "possible" and own == "denied":
        return "requested"
    if own == "planned" and _closed(tree, index) and _above(tree, index) == "possible":
        return "possible"
    return supposed or own or _above(tree, index) or "actual"


def _after_if(tree: Tree, index: int) -> str | None:
    """A conjunction of condition before the word with no mark of punctuation between, whatever the tree."""
    start = tree.annotated.sentences[tree.words[index].sentence].first
    for at in range(index - 1, start - 1, -1):
        word = tree.words[at]
        if word.upos == "PUNCT":
            return None
        found = _conjunction(tree, at)
        if found:
            return None if found in WHENCE and _past(tree, index) else CONDITIONS[found]
    return None


def _conjunction(tree: Tree, at: int) -> str | None:
    """The conjunction of condition that begins at a word: one word, "provided that", "as soon as"."""
    words = [one.text.lower() for one in tree.words[at : at + 3]]
    if " ".join(words) in CONDITIONS:
        return " ".join(words)
    if words[:1] in (["provided"], ["providing"]):
        return words[0] if words[1:2] == ["that"] else None
    return words[0] if words[0] in ("if", "unless") and tree.words[at].upos == "SCONJ" else None


def _past(tree: Tree, index: int) -> bool:
    """Told in the past as done: "shelled the town until the rebels surrendered"."""
    above = next((at for at in tree.ancestors(index) if tree.words[at].upos == "VERB"), None)
    done = tree.words[index].xpos == "VBD" and modal(tree, index) is None
    return done and above is not None and tree.words[above].xpos == "VBD" and modal(tree, above) is None


def negated(tree: Tree, index: int) -> bool:
    """Is the word itself negated?"""
    children = tree.children(index, "advmod", "det", "cc", "case", "mark")
    return any(tree.words[child].text.lower() in NOT for child in children)


def modal(tree: Tree, index: int) -> str | None:
    """The modal auxiliary of a word, lower-cased."""
    for child in tree.children(index, "aux"):
        if tree.words[child].text.lower() in MODALS:
            return tree.words[child].text.lower()
    return None


def _own(tree: Tree, index: int) -> str | None:
    if negated(tree, index):
        return "denied"
    auxiliary = modal(tree, index)
    if auxiliary:
        return MODALS[auxiliary]
    if _announced(tree, index):
        return "planned"
    table = modifiers()
    for child in tree.children(index, "amod", "compound", "acl"):
        told = tree.words[child].text.lower()
        if told in table or tree.lemma(child) in table:
            return table.get(told) or table[tree.lemma(child)]
    return None


def _announced(tree: Tree, index: int) -> bool:
    """A headline's "Iran to seize tanker": an infinitive with a subject of its own."""
    to = any(tree.words[mark].xpos == "TO" for mark in tree.children(index, "mark", "aux"))
    return to and bool(tree.children(index, "nsubj")) and tree.is_(index, "root", "ccomp", "parataxis")


def clause(tree: Tree, index: int) -> int:
    """The head of the clause a word stands in: the nearest word that opens one."""
    at = index
    while tree.words[at].head >= 0 and not tree.is_(
        at, "advcl", "ccomp", "acl", "xcomp", "parataxis", "csubj"
    ):
        at = tree.words[at].head
    return at


def condition_mark(tree: Tree, head: int) -> str | None:
    """The conjunction that makes a clause a condition, or None."""
    mark = tree.marker(head)
    for child in tree.children(head, "advmod"):
        mark = mark or tree.words[child].text.lower()
    if mark in CONDITIONS and CONDITIONS[mark] != "actual":
        return mark
    return None


def _conditional(tree: Tree, index: int) -> str | None:
    """Inside a condition: its status. In the clause a condition hangs on: conditional."""
    at: int | None = index
    steps = 0
    while at is not None and steps < HIGHEST:
        head = clause(tree, at)
        mark = condition_mark(tree, head)
        if mark:
            return None if mark in WHENCE and _past(tree, index) else CONDITIONS[mark]
        if _hangs_on(tree, head) and _unreal(tree, head):
            return "conditional"
        if not tree.is_(head, "xcomp"):
            return None
        at, steps = tree.words[head].head, steps + 1
    return None


def _hangs_on(tree: Tree, head: int) -> bool:
    return any(condition_mark(tree, child) for child in tree.children(head, "advcl"))


def _unreal(tree: Tree, head: int) -> bool:
    """A consequence is told with a modal or in the present, not as past fact."""
    return modal(tree, head) is not None or tree.words[head].xpos in ("VB", "VBP", "VBZ", "VBG")


def _above(tree: Tree, index: int) -> str | None:
    """The status the nearest governing word gives; a clause of its own ends the search."""
    at, steps = index, 0
    while tree.words[at].head >= 0 and steps < HIGHEST:
        above = tree.words[at].head
        if not tree.is_(at, *GOVERNED):
            return None
        given = _given(tree, at, above)
        if given or _closed(tree, at):
            return _turned(tree, above, given) if given else None
        at, steps = above, steps + 1
    return None


def _closed(tree: Tree, at: int) -> bool:
    """A word whose relation lets nothing through from further up than its own governor."""
    return tree.is_(at, "ccomp", "advcl", "acl", "csubj", "nsubj")


def _given(tree: Tree, at: int, above: int) -> str | None:
    word = tree.words[above]
    if tree.is_(at, "conj"):
        return _beside(tree, at, above)
    pos = {"VERB": "v", "NOUN": "n", "ADJ": "a", "PROPN": "n"}.get(word.upos, "")
    given = governors().get((_with_particle(tree, above), pos))
    if given == "requested" and tree.lemma(above) == "want" and not tree.children(above, "obj"):
        given = "planned"
    if given and _reaches(tree, at, given):
        return given
    means = tree.is_(at, "advcl") and tree.words[at].xpos == "VBG"
    if word.upos == "VERB" and (means or tree.is_(at, "obj", "obl", "nsubj", "xcomp")):
        return _by_verb(tree, at, above)
    return None


def _beside(tree: Tree, at: int, above: int) -> str | None:
    """ "could strike and seize", "told them to be ready and avoid": a bare verb shares what the first has."""
    if tree.words[at].xpos != "VB":
        return None
    auxiliary = modal(tree, above)
    if auxiliary:
        return MODALS[auxiliary]
    return governors().get((tree.lemma(above), "v")) if tree.children(above, "xcomp") else None


def _with_particle(tree: Tree, index: int) -> str:
    """The lemma, with its particle where it has one: "call off" is not "call"."""
    particles = tree.children(index, "compound:prt")
    return " ".join((tree.lemma(index), *(tree.lemma(at) for at in particles)))


def _by_verb(tree: Tree, at: int, above: int) -> str | None:
    """ "any attack would face a response": the subject is possible, what it brings is conditional."""
    auxiliary = modal(tree, above)
    if auxiliary and trigger_subject(tree, above) is not None:
        return "possible" if tree.is_(at, "nsubj") else "conditional"
    if auxiliary:
        return MODALS[auxiliary]
    return "denied" if negated(tree, above) and not tree.is_(at, "obl") else None


def trigger_subject(tree: Tree, head: int) -> int | None:
    """The subject of a modal verb that is told as a mere possibility: "any attack", "such a move"."""
    for child in tree.children(head, "nsubj"):
        beside = tree.children(child, "det", "amod", "det:predet")
        if {tree.lemma(at) for at in beside} & ANY:
            return child
    return None


def _reaches(tree: Tree, at: int, given: str) -> bool:
    """A word governs its complements and objects, no subject of its own and no report of the past."""
    if tree.words[at].deprel in ("acl:relcl", "nsubj", "compound"):
        return tree.words[tree.words[at].head].upos == "ADJ"
    if tree.is_(at, "ccomp") and given in ("planned", "requested"):
        return tree.words[at].xpos == "VB" or modal(tree, at) is not None
    if tree.is_(at, "advcl", "acl"):
        return bool(LEADING & set(tree.marker(at).split()))
    return not tree.is_(at, "obl", "nmod") or tree.marker(at) in THROUGH


def _turned(tree: Tree, above: int, given: str) -> str:
    if not negated(tree, above):
        return given
    return {"planned": "denied", "threatened": "denied", "denied": "possible"}.get(given, given)
