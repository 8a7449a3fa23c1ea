"""
One source heard through another: "X cited Y as saying", "sources quoted in the report", "a spokesman,
quoted by the agency".
"""

from __future__ import annotations

from msgspec.structs import replace

from sayso.attribute.complements import cue_of
from sayso.records import Attribution, Spans
from sayso.spans import joined, overlaps
from sayso.syntax import Tree

QUOTING = frozenset({"cite", "quote"})
CARRIERS = ("by", "in")
SAYINGS = frozenset({"say", "tell", "add", "warn", "write", "declare"})
REACH = 10
"""Words between a verb of quoting and its "as saying", or before it, at most."""


def relayed(tree: Tree, known: list[Attribution]) -> list[Attribution]:
    """
    "C, X cited Y as saying", "Y was quoted by X as saying that C": Y says C, and X hands it on.

    Found by the words' order, since few parses get this right. The outer one is left out where it is
    known already.
    """
    found: list[Attribution] = []
    for index, word in enumerate(tree.words):
        saying = _saying(tree, index) if tree.lemma(index) in QUOTING and word.upos == "VERB" else None
        relay = _relay(tree, index, saying) if saying is not None else None
        if relay is not None:
            inner, outer = relay
            known_outer = any(overlaps(span, outer.cue[0]) for one in known for span in one.cue)
            found += [inner] if known_outer else [inner, outer]
    return found


def _saying(tree: Tree, index: int) -> int | None:
    """The "saying" of "as saying" a few words on in the sentence."""
    last = tree.annotated.sentences[tree.words[index].sentence].last
    for at in range(index + 1, min(index + REACH, last - 1)):
        if tree.words[at].text.lower() == "as" and tree.lemma(at + 1) in SAYINGS:
            return at + 1
    return None


def _relay(tree: Tree, index: int, saying: int) -> tuple[Attribution, Attribution] | None:
    after, before = range(index + 1, saying - 1), _back(tree, index)
    passive = bool(after) and tree.words[after[0]].text.lower() == "by"
    speaker, carrier = (before, after[1:]) if passive else (after, before)
    content = _said(tree, saying, before)
    if not speaker or not carrier or not content:
        return None
    inner = Attribution(id="", source=tree.run(speaker), cue=tree.run([saying]), content=content)
    taken = joined((*content, *inner.source, *inner.cue), tree.text)
    return inner, Attribution(id="", source=tree.run(carrier), cue=tree.run([index]), content=taken)


def _back(tree: Tree, index: int) -> range:
    """The words before the verb, back to a mark of punctuation; its auxiliaries are none of them."""
    first = tree.annotated.sentences[tree.words[index].sentence].first
    end = index
    while end > first and tree.words[end - 1].upos in ("AUX", "ADV"):
        end -= 1
    start = end
    while start > first and tree.words[start - 1].upos != "PUNCT" and end - start < REACH:
        start -= 1
    return range(start, end)


def _said(tree: Tree, saying: int, before: range) -> Spans:
    """What follows "saying", without "that"; else what the sentence says before the sources."""
    sentence = tree.annotated.sentences[tree.words[saying].sentence]
    rest = [at for at in range(saying + 1, sentence.last) if tree.words[at].text.lower() != "that"]
    if sum(tree.words[at].upos != "PUNCT" for at in rest) > 1:
        return tree.run(rest)
    front = list(range(sentence.first, before.start))
    if len(front) > 2 and tree.words[front[0]].upos == "ADV" and tree.words[front[1]].text == ",":
        front = front[2:]
    while front and tree.words[front[-1]].text == ",":
        front = front[:-1]
    return tree.run(front)


def carried(tree: Tree, known: list[Attribution]) -> list[Attribution]:
    """ "C, sources quoted in the report said": the report hands on what the sources said."""
    found: list[Attribution] = []
    for one in known:
        verb = _participle(tree, one)
        carrier = _carrier(tree, verb) if verb is not None else None
        if verb is None or carrier is None:
            found.append(one)
            continue
        cut = tree.words[verb].start
        inner = replace(one, source=_before(tree, one.source, cut))
        outer = replace(
            one,
            source=(tree.phrase(carrier),),
            cue=cue_of(tree, verb),
            content=joined((*one.content, *one.cue, *inner.source), tree.text),
        )
        found += [inner, outer]
    verbs = {one.cue for one in found if one not in known}
    return [one for one in found if one.cue not in verbs or one not in known]


def _participle(tree: Tree, one: Attribution) -> int | None:
    """The "quoted" inside or right behind the source's words."""
    head = tree.head_of(one.source) if one.source else None
    if head is None:
        return None
    for child in tree.children(head, "acl", "amod"):
        if tree.lemma(child) in QUOTING and tree.words[child].xpos == "VBN":
            return child
    return None


def _carrier(tree: Tree, verb: int) -> int | None:
    for child in tree.children(verb, "obl"):
        if tree.marker(child) in CARRIERS:
            return child
    return None


def _before(tree: Tree, source: Spans, cut: int) -> Spans:
    """The source's words up to the participle, or all where it stands behind them."""
    kept = tuple((start, min(end, cut)) for start, end in source if start < cut)
    return tuple((start, len(tree.text[:end].rstrip(" ,"))) for start, end in kept) or source
