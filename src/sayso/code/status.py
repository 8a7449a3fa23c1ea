"""
Whether a told act happened: denied, planned, threatened, requested, possible, conditional or actual.

The nearest sign decides: a negation or modal on the word itself, a conjunction on its clause, then the
words that govern it one after the other up the tree. Levels of factuality after Saurí and Pustejovsky
(FactBank, 2009), folded to design.md's seven.
"""

from __future__ import annotations

from sayso.code.doubts import doubt
from sayso.code.lexicon import governors, modifiers, phrases
from sayso.code.signs import FACT, Sign
from sayso.syntax import Tree

NOT = frozenset({"not", "n't", "n’t", "never", "no", "neither", "nor", "without"})
NOBODY = frozenset({"nobody", "none", "nothing", "no-one", "neither"})
MODALS = {
    "may": "possible", "might": "possible", "could": "possible", "can": "possible",
    "will": "planned", "shall": "planned", "would": "planned", "'ll": "planned", "’ll": "planned",
    "wo": "planned", "must": "requested", "should": "requested", "ought": "requested",
}  # fmt: skip
CONDITIONS = {
    "if": "possible", "should": "possible", "in case": "possible", "lest": "possible",
    "unless": "requested", "until": "requested", "provided": "requested", "providing": "requested",
    "as if": "possible", "as though": "possible", "as soon as": "requested", "as long as": "requested",
    "once": "possible", "before": "actual",
}  # fmt: skip
GOVERNED = ("xcomp", "ccomp", "obj", "obl", "nmod", "acl", "advcl", "nsubj", "csubj", "conj")
LEADING = frozenset({"to", "for", "of", "from"})
"""What opens a clause that a word governs: "threatened to strike", "dissuaded him from striking"."""
THROUGH = frozenset({"to", "for", "of", "on", "from", "about", "over", "against", "out", "at", "with", ""})
"""Prepositions through which a word governs what follows: "fears of an attack", "called for talks"."""
OCCURRING = frozenset(
    {"begin", "start", "happen", "occur", "take", "go", "proceed", "follow", "hold", "launch", "come",
     "resume", "open", "continue", "materialise", "materialize", "schedule", "plan", "expect", "set"}
)  # fmt: skip
PHASES = frozenset({"go", "continue", "keep", "start", "begin", "resume"})
MAKING_OF = frozenset(
    {"negotiate", "discuss", "debate", "draft", "consider", "prepare", "plan", "weigh", "finalise",
     "finalize", "work", "hammer"}
)  # fmt: skip
ANY = frozenset({"any", "such", "another"})
WHENCE = frozenset({"until", "once", "as soon as", "as long as"})
ENDURED = frozenset(
    {"talk", "negotiation", "truce", "ceasefire", "cease-fire", "dialogue", "meeting", "mediation", "protest"}
)
"""What breaks down or collapses after it has begun."""
HIGHEST = 6
"""A governor further up than this says nothing of the act."""


def status(tree: Tree, index: int) -> str:
    """One of `records.STATUSES` for the act told by a word; threats by neutral words are judged elsewhere."""
    return sign(tree, index).status


def sign(tree: Tree, index: int) -> Sign:
    """The status of the act told by a word, with the nearest sign that gave it."""
    own = _own(tree, index)
    supposed = _conditional(tree, index) or _after_if(tree, index)
    if own and own.status == "denied":
        if supposed is None or supposed.status != "possible":
            return own
        return Sign("requested", "condition and negation", (*supposed.words, *own.words))
    if own and own.status == "planned" and _closed(tree, index):
        above = _above(tree, index)
        if above and above.status == "possible":
            return above
    return supposed or own or _above(tree, index) or doubt(tree, index) or FACT


def _after_if(tree: Tree, index: int) -> Sign | None:
    """A conjunction of condition before the word with no mark of punctuation between, whatever the tree."""
    start = tree.annotated.sentences[tree.words[index].sentence].first
    for at in range(index - 1, start - 1, -1):
        word = tree.words[at]
        if word.upos == "PUNCT":
            return None
        found = _conjunction(tree, at)
        if found:
            past = found in WHENCE and _past(tree, index)
            return None if past else Sign(CONDITIONS[found], "condition", (at,))
    return None


def _conjunction(tree: Tree, at: int) -> str | None:
    """The conjunction of condition that begins at a word: one word, "provided that", "as soon as"."""
    words = [one.text.lower() for one in tree.words[at : at + 3]]
    if " ".join(words) in CONDITIONS:
        return " ".join(words)
    if words[:2] in (["as", "if"], ["as", "though"]):
        return " ".join(words[:2])
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
    return bool(_negations(tree, index))


def _negations(tree: Tree, index: int) -> tuple[int, ...]:
    children = tree.children(index, "advmod", "det", "cc", "case", "mark")
    return tuple(child for child in children if tree.words[child].text.lower() in NOT)


def modal(tree: Tree, index: int) -> str | None:
    """The modal auxiliary of a word, lower-cased."""
    at = _modal(tree, index)
    return tree.words[at].text.lower() if at is not None else None


def _modal(tree: Tree, index: int) -> int | None:
    below = tree.children(index, "aux")
    return next((child for child in below if tree.words[child].text.lower() in MODALS), None)


def _by_modal(tree: Tree, index: int) -> Sign | None:
    at = _modal(tree, index)
    return Sign(MODALS[tree.words[at].text.lower()], "modal verb", (at,)) if at is not None else None


def _absent(tree: Tree, index: int) -> tuple[int, ...]:
    """ "No pupil was kidnapped", "killed nobody", "not one station was hit": nobody it is told of."""
    if tree.words[index].upos != "VERB":
        return ()
    for party in tree.children(index, "nsubj", "obj"):
        if tree.lemma(party) in NOBODY:
            return (party,)
        beside = [*tree.children(party, "det", "advmod", "cc", "cc:preconj"), party - 1]
        none = [at for at in beside if at >= 0 and tree.words[at].text.lower() in ("no", "not", "neither")]
        if none and none[0] in tree.subtree(party):
            return (none[0],)
    return ()


def _own(tree: Tree, index: int) -> Sign | None:
    asked = _at_request(tree, index)
    if asked:
        return Sign("actual", "at somebody's request, so it was made", asked)
    no = _negations(tree, index) or _absent(tree, index)
    if no:
        return Sign("denied", "negation", no)
    found = _by_modal(tree, index)
    if found:
        return found
    if _announced(tree, index):
        return Sign("planned", "infinitive of a headline", tuple(tree.children(index, "mark", "aux")))
    due = Sign("planned", "due", (index,)) if tree.lemma(index) == "due" else _due(tree, index)
    if due is not None:
        return due
    coming = _in_the_making(tree, index)
    if coming:
        return Sign("planned", "still being made", coming)
    table = modifiers()
    for child in tree.children(index, "amod", "compound", "acl", "advmod"):
        told = table.get(tree.words[child].text.lower()) or table.get(tree.lemma(child))
        if told:
            return Sign(told, "word beside it", (child,))
    return None


def _at_request(tree: Tree, index: int) -> tuple[int, ...]:
    """ "Will meet at Russia's request", "would go at the invitation of": the word before what was made."""
    if tree.words[index].upos != "NOUN" or not tree.children(index, "nmod:poss", "nmod"):
        return ()
    return tuple(at for at in tree.children(index, "case") if tree.words[at].text.lower() == "at")


def _in_the_making(tree: Tree, index: int) -> tuple[int, ...]:
    """ "A deal still being negotiated", "sanctions being drafted": the word that says so."""
    above = [tree.words[index].head] if tree.is_(index, "nsubj") else []
    return tuple(
        at
        for at in (*tree.children(index, "acl"), *above)
        if tree.lemma(at) in MAKING_OF
        and any(tree.words[k].text.lower() == "being" for k in tree.children(at, "aux"))
    )


def _due(tree: Tree, index: int) -> Sign | None:
    """ "are due to raid", "NATO set to deploy", "how to evacuate": the word before the infinitive."""
    marks = [at for at in tree.children(index, "mark") if tree.lemma(at) == "to"]
    if not marks:
        return None
    before = [*tree.children(index, "advmod"), marks[0] - 1]
    for at in (at for at in before if at >= 0):
        given = "possible" if tree.lemma(at) in ("how", "whether") else governors().get((tree.lemma(at), "a"))
        if given and tree.words[at].sentence == tree.words[index].sentence:
            return Sign(given, "governing word", (at,))
    return None


def _announced(tree: Tree, index: int) -> bool:
    """A headline's "Iran to seize tanker": an infinitive with a subject of its own."""
    to = any(tree.words[mark].xpos == "TO" for mark in tree.children(index, "mark", "aux"))
    above = tree.words[index].head
    if above >= 0 and governors().get((tree.lemma(above), "v")):  # "urged the rebels to free him"
        return False
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


def _conditional(tree: Tree, index: int) -> Sign | None:
    """Inside a condition: its status. In the clause a condition hangs on: conditional."""
    at: int | None = index
    steps = 0
    while at is not None and steps < HIGHEST:
        head = clause(tree, at)
        mark = condition_mark(tree, head)
        if mark:
            past = mark in WHENCE and _past(tree, index)
            return None if past else Sign(CONDITIONS[mark], "condition", _marks(tree, head))
        hung = _hangs_on(tree, head)
        if hung is not None and _unreal(tree, head):
            return Sign("conditional", "consequence of a condition", _marks(tree, hung))
        if not tree.is_(head, "xcomp"):
            return None
        at, steps = tree.words[head].head, steps + 1
    return None


def _marks(tree: Tree, head: int) -> tuple[int, ...]:
    return tuple(tree.children(head, "mark")) or tuple(tree.children(head, "advmod"))[:1]


def _hangs_on(tree: Tree, head: int) -> int | None:
    return next((child for child in tree.children(head, "advcl") if condition_mark(tree, child)), None)


def _unreal(tree: Tree, head: int) -> bool:
    """A consequence is told with a modal or in the present, not as past fact."""
    return modal(tree, head) is not None or tree.words[head].xpos in ("VB", "VBP", "VBZ", "VBG")


def _above(tree: Tree, index: int) -> Sign | None:
    """The status the nearest governing word gives; a clause of its own ends the search."""
    at, steps = index, 0
    while tree.words[at].head >= 0 and steps < HIGHEST:
        above = tree.words[at].head
        if not tree.is_(at, *GOVERNED):
            return None
        given = _given(tree, at, above)
        if given or (_closed(tree, at) and not _goes_on(tree, above)):
            return _dropped(tree, above) or _turned(tree, above, given) if given else None
        at, steps = above, steps + 1
    return None


def _dropped(tree: Tree, noun: int) -> Sign | None:
    """ "dropped a plan to freeze assets", "its threat was withdrawn": what became of the plan or threat."""
    verb = tree.words[noun].head
    held = tree.words[noun].upos == "NOUN" and tree.is_(noun, "obj", "nsubj") and verb >= 0
    if not held or (tree.is_(noun, "nsubj") and not tree.children(verb, "aux:pass")):
        return None
    given = governors().get((_with_particle(tree, verb), "v"))
    over = given == "denied" or tree.lemma(verb) in ("withdraw", "retract", "revoke", "lift")
    return Sign("denied", "a plan dropped", (verb, noun)) if over and not _negations(tree, verb) else None


def _goes_on(tree: Tree, above: int) -> bool:
    """ "intends to go on arming": a verb that only says how far a deed has come."""
    return tree.lemma(above) in PHASES and tree.words[above].xpos == "VB"


def _closed(tree: Tree, at: int) -> bool:
    """A word whose relation lets nothing through from further up than its own governor."""
    return tree.is_(at, "ccomp", "advcl", "acl", "csubj", "nsubj")


def _given(tree: Tree, at: int, above: int) -> Sign | None:
    word = tree.words[above]
    if tree.is_(at, "conj"):
        return _beside(tree, at, above)
    pos = {"VERB": "v", "NOUN": "n", "ADJ": "a", "PROPN": "n"}.get(word.upos, "")
    given = governors().get((_with_particle(tree, above), pos))
    if word.upos == "VERB" and tree.words[at].deprel == "nsubj" and tree.lemma(at) not in ENDURED:
        fallen = governors().get((_with_particle(tree, above), "s"))
        if fallen:
            return Sign(fallen, "governing word", (above,))
    if given == "requested" and tree.lemma(above) == "want" and not tree.children(above, "obj"):
        given = "planned"
    phrase = set_phrase(tree, above)
    if phrase is not None and at > above:
        return phrase
    if given and _reaches(tree, at, given):
        return Sign(given, "governing word", (above,))
    if tree.is_(at, "nsubj") and (found := _occurring(tree, above)):
        return found
    means = tree.is_(at, "advcl") and tree.words[at].xpos == "VBG"
    if word.upos == "VERB" and (means or tree.is_(at, "obj", "obl", "nsubj", "xcomp")):
        return _by_verb(tree, at, above)
    return None


def _occurring(tree: Tree, above: int) -> Sign | None:
    """ "The evacuation is due to begin", "the deployment was put on ice": as the verb has it happen."""
    phrase = set_phrase(tree, above)
    if phrase is not None:
        return phrase
    if tree.lemma(above) not in OCCURRING:
        return None
    found = _own(tree, above) or _above(tree, above)
    return Sign(found.status, "how it is told to happen", found.words) if found else None


def set_phrase(tree: Tree, above: int) -> Sign | None:
    """ "put paid to", "put on ice": a verb and the very words behind it."""
    for rest, given in phrases().get(tree.lemma(above), ()):
        words = tuple(word.text.lower() for word in tree.words[above + 1 : above + 1 + len(rest)])
        if words == rest:
            return Sign(given, "set phrase", tuple(range(above, above + 1 + len(rest))))
    return None


def _beside(tree: Tree, at: int, above: int) -> Sign | None:
    """ "could strike and seize", "told them to be ready and avoid": a bare verb shares what the first has."""
    if tree.words[at].xpos != "VB":
        return None
    found = _by_modal(tree, above)
    if found:
        return found
    given = governors().get((tree.lemma(above), "v")) if tree.children(above, "xcomp") else None
    return Sign(given, "governing word", (above,)) if given else None


def _with_particle(tree: Tree, index: int) -> str:
    """The lemma, with its particle where it has one: "call off" is not "call"."""
    particles = tree.children(index, "compound:prt")
    return " ".join((tree.lemma(index), *(tree.lemma(at) for at in particles)))


def _by_verb(tree: Tree, at: int, above: int) -> Sign | None:
    """ "any attack would face a response": the subject is possible, what it brings is conditional."""
    found = _by_modal(tree, above)
    if found and trigger_subject(tree, above) is not None:
        return Sign("possible" if tree.is_(at, "nsubj") else "conditional", "supposed subject", found.words)
    if found:
        return found
    no = _negations(tree, above)
    return Sign("denied", "negation of its verb", no) if no and not tree.is_(at, "obl") else None


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


def _turned(tree: Tree, above: int, given: Sign) -> Sign:
    no = _negations(tree, above)
    if not no:
        return given
    turned = {"planned": "denied", "threatened": "denied", "denied": "possible"}.get(given.status)
    return Sign(turned, f"{given.rule}, negated", (*no, *given.words)) if turned else given
