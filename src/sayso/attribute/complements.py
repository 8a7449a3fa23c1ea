"""
Attributions that syntax shows without the engine: a verb of saying, wanting or ordering with its
complement ("told its allies to stand down").
"""

from __future__ import annotations

from msgspec.structs import replace

from sayso.attribute.lexicon import cue_lexicon
from sayso.records import Attribution, Spans
from sayso.spans import joined
from sayso.syntax import Tree

CLAIMS = frozenset(
    {"it", "that", "this", "which", "charge", "accusation", "allegation", "claim", "report", "suggestion"}
)
BINDING = frozenset({"threaten", "promise", "request", "order"})


def complements(tree: Tree) -> list[Attribution]:
    """One proposal for each verb of the table that has a complement and a subject, or is passive."""
    table = cue_lexicon()
    verbs = (
        index
        for index, word in enumerate(tree.words)
        if word.upos == "VERB"
        and (cue := table.get(tree.lemma(index)))
        and (cue.syntax or _that(tree, index))
    )
    proposals = (_complement(tree, index) for index in verbs)
    return [one for one in proposals if one is not None]


def _that(tree: Tree, index: int) -> bool:
    """Has the verb a clause with "that" behind it?"""
    clauses = [at for at in tree.children(index, "ccomp") if at > index]
    return any(tree.lemma(mark) == "that" for at in clauses for mark in tree.children(at, "mark"))


def completed(tree: Tree, one: Attribution) -> Attribution:
    """
    What the engine left open and syntax knows: the subject of an active cue; of an order or a request
    to somebody, what is to be done; of a threat or a promise, the condition that hangs on it.
    """
    one = replace(one, cue=_whole_cue(tree, one.cue))
    if not one.source and tree.text[one.cue[0][0] : one.cue[-1][1]].lower() == "according to":
        one = replace(one, source=_named_after(tree, one.cue))
    for index in tree.within(one.cue):
        if tree.words[index].upos != "VERB":
            continue
        last = not any(tree.words[at].upos == "VERB" for at in tree.within(one.cue) if at > index)
        if last and tree.lemma(index) in cue_lexicon():
            one = replace(one, source=_teller(tree, index, one.source))
        subject = tree.subject(index) if not one.source and not _bare(tree, index) else None
        if subject is not None:
            one = replace(one, source=(source_phrase(tree, subject),))
        cue = cue_lexicon().get(tree.lemma(index))
        if cue is None:
            continue
        deed = infinitive(tree, index) if tree.children(index, "obj", "iobj") else None
        if (
            deed is not None
            and not passive(tree, deed)
            and (cue.stance in ("order", "request") or tree.lemma(index) == "tell")
        ):
            one = replace(one, content=_deed(tree, one.content, spoken_words(tree, deed)))
        if cue.stance in BINDING:
            one = replace(one, content=joined((*one.content, *_condition(tree, index)), tree.text))
    return one


def _teller(tree: Tree, index: int, source: Spans) -> Spans:
    """
    "tenants have been notified", "a truce agreed by commanders": what it is done to is no source; the agent
    is, if there is one.
    """
    told = tree.children(index, "nsubj") if passive(tree, index) else []
    if tree.words[index].xpos == "VBN" and tree.words[index].deprel == "acl":
        told = [tree.words[index].head]
    if not told or told[0] not in tree.within(source):
        return source
    agent = tree.subject(index)
    return (source_phrase(tree, agent),) if agent is not None else ()


def passive(tree: Tree, index: int) -> bool:
    """ "was told": a participle with a form of "be"."""
    auxiliaries = tree.children(index, "aux")
    be = any(tree.lemma(at) in ("be", "get") for at in auxiliaries)
    return (
        tree.words[index].upos == "VERB"
        and tree.words[index].xpos == "VBN"
        and be
        and not tree.children(index, "obj")
    )


def _deed(tree: Tree, content: Spans, words: list[int]) -> Spans:
    """From the "to" on: what syntax calls the deed, and what the engine saw go on behind it."""
    start, end = tree.words[words[0]].start, tree.words[words[-1]].end
    behind = tuple((max(left, start), right) for left, right in content if right > end)
    return joined((*tree.run(words), *behind), tree.text)


def _whole_cue(tree: Tree, cue: Spans) -> Spans:
    """ "have" of "have admitted": an auxiliary alone is its verb's cue."""
    words = tree.within(cue)
    if not words or any(tree.words[at].upos != "AUX" for at in words):
        return cue
    verb = tree.words[words[-1]].head
    told = verb > words[-1] and tree.words[verb].upos == "VERB" and tree.is_(words[-1], "aux")
    return (*cue, (tree.words[verb].start, tree.words[verb].end)) if told else cue


def _named_after(tree: Tree, cue: Spans) -> Spans:
    """The noun that "according to" marks, however the two words hang together."""
    first = tree.within(cue)[0]
    below = tree.children(first, "obl", "nmod", "obj")
    head = below[0] if below else tree.words[first].head
    after = head >= 0 and tree.words[head].start >= cue[-1][1] and tree.words[head].upos != "VERB"
    return (source_phrase(tree, head),) if after else ()


def infinitive(tree: Tree, index: int) -> int | None:
    """The "to ..." that a verb governs."""
    for child in tree.children(index, "xcomp", "ccomp"):
        if any(tree.words[mark].xpos == "TO" for mark in tree.children(child, "mark", "aux")):
            return child
    return None


def _condition(tree: Tree, index: int) -> Spans:
    """ "threatened to march unless ...": the clause may hang on the cue."""
    clauses = tree.children(index, "advcl")
    bound = [at for at in clauses if tree.marker(at) in ("if", "unless", "until", "provided")]
    return tree.run(tree.subtree(bound[0])) if bound and bound[0] > index else ()


def _complement(tree: Tree, index: int) -> Attribution | None:
    clauses = tree.children(index, "ccomp", "xcomp") or _denied(tree, index)
    if not clauses or _bare(tree, index):
        return None
    source = tree.subject(index)
    if source is None and not tree.children(index, "aux:pass"):
        return None
    content = tree.run(spoken_words(tree, clauses[0]))
    spans: Spans = (source_phrase(tree, source),) if source is not None else ()
    return Attribution(id="", source=spans, cue=cue_of(tree, index), content=content)


def _denied(tree: Tree, index: int) -> list[int]:
    """ "denied it", "rejected the charge": what is denied is a word that stands for a claim."""
    if cue_lexicon()[tree.lemma(index)].stance != "deny":
        return []
    return [at for at in tree.objects(index) if tree.lemma(at) in CLAIMS or _claim(tree, at)]


def _claim(tree: Tree, index: int) -> bool:
    """ "Manila's contention that ...": a noun of the table with its clause."""
    noun = tree.words[index].upos == "NOUN" and tree.lemma(index) in cue_lexicon()
    return noun and bool(tree.children(index, "acl", "ccomp"))


def _bare(tree: Tree, index: int) -> bool:
    """ "did not say", "was asked": nothing is handed over."""
    negated = any(tree.lemma(child) in ("not", "never") for child in tree.children(index, "advmod"))
    return negated or bool(tree.children(index, "cop"))


def spoken_words(tree: Tree, clause: int) -> list[int]:
    """The clause without "that"; an infinitive keeps its "to"."""
    words = tree.subtree(clause)
    drop = {child for child in tree.children(clause, "mark") if tree.lemma(child) == "that"}
    return [index for index in words if index not in drop]


def cue_of(tree: Tree, index: int) -> Spans:
    """A verb as a cue: itself, its particle, and the auxiliaries before it with what stands between them."""
    particles = tree.children(index, "compound:prt")
    helpers = [at for at in tree.children(index, "aux") if at < index]
    between = {*helpers, *tree.children(index, "advmod")}
    first = index
    while helpers and first - 1 in between and first > helpers[0]:
        first -= 1
    return tree.run([*range(first, index + 1), *particles])


def source_phrase(tree: Tree, index: int) -> tuple[int, int]:
    """The phrase of a source; a pronoun stands alone."""
    word = tree.words[index]
    return (word.start, word.end) if word.upos == "PRON" else tree.phrase(index)
