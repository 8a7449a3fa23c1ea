"""
Where source, cue and content begin and end: what the engine cut through the middle of is mended by syntax.
"""

from __future__ import annotations

from msgspec.structs import replace

from sayso.attribute.complements import source_phrase
from sayso.attribute.lexicon import cue_lexicon
from sayso.records import Attribution, Spans
from sayso.spans import joined, overlaps, trimmed
from sayso.syntax import Tree

DANGLING = frozenset({"ADP", "DET", "PART", "CCONJ"})
"""Parts of speech a noun phrase does not end with."""
MARKS = '"“„«‘'
LINKED = ("compound", "flat", "det", "amod", "nummod")
"""How a word hangs on the noun of its phrase."""
GOVERNED = ("xcomp", "ccomp", "advcl")
"""How an infinitive hangs on its verb, as the parse has it."""
GAP = 3
"""Words at most between an aside and what goes on behind it."""


def mended(tree: Tree, one: Attribution) -> Attribution:
    """The attribution with "to" given to what is vowed, a whole phrase as source, its content's subject."""
    one = _infinitive(tree, replace(one, cue=_noun_of(tree, _bare(tree.text, one.cue))))
    one = replace(one, source=_bracketed(tree.text, _source(tree, one)))
    if one.content:
        one = replace(one, content=_addressed(tree, one))
        one = replace(one, content=_subject(tree, one))
    return one


def _bare(text: str, cue: Spans) -> Spans:
    """ "voiced " | serious concern": the mark that opens a quotation is none of the cue."""
    out = []
    for start, end in cue:
        stop = end
        while stop > start and (text[stop - 1] in MARKS or text[stop - 1].isspace()):
            stop -= 1
        out.append((start, stop) if stop > start else (start, end))
    return tuple(out)


def _noun_of(tree: Tree, cue: Spans) -> Spans:
    """ "unconfirmed | reports that": the noun behind a lone adjective, where it is a known cue."""
    words = tree.within(cue)
    if len(words) != 1 or not tree.is_(words[0], "amod"):
        return cue
    noun = tree.words[words[0]].head
    return tree.run([noun]) if noun == words[0] + 1 and tree.lemma(noun) in cue_lexicon() else cue


def _infinitive(tree: Tree, one: Attribution) -> Attribution:
    """ "vowed to punish | the thieves": what was vowed begins with "to"."""
    cue = tree.within(one.cue)
    if len(cue) < 3 or cue[-1] - cue[0] != len(cue) - 1:
        return one
    for at in cue[1:-1]:
        word = tree.words[at]
        verb = tree.words[word.head].head if word.xpos == "TO" else -1
        if verb in cue and verb < at and tree.lemma(verb) in cue_lexicon() and tree.is_(word.head, *GOVERNED):
            moved = range(at, cue[-1] + 1)
            rest = tree.run(range(cue[0], at))
            return replace(one, cue=rest, content=joined((*tree.run(moved), *one.content), tree.text))
    return one


def _source(tree: Tree, one: Attribution) -> Spans:
    """
    A whole phrase for one that breaks off ("the", "a poll of", "referee") or begins with "of"; of "an
    official who" only "who".
    """
    words = tree.within(one.source)
    if len(words) > 1 and tree.words[words[0]].upos == "ADP":
        words = [*_some(tree, words), *words] if _some(tree, words) else words[1:]
    if not words or len(one.source) > 1:
        return one.source
    if tree.words[words[-1]].xpos in ("WP", "WDT"):
        return tree.run(words[-1:])
    noun = _antecedent(tree, words) or _noun(tree, words)
    if noun is None:
        return tree.run(words)
    phrase = source_phrase(tree, noun)
    start, end = tree.words[words[0]].start, tree.words[words[-1]].end
    whole = min(start, phrase[0]), max(end, phrase[1])
    blocked = any(overlaps(whole, span) for span in (*one.cue, *one.content))
    return tree.run(words) if blocked else (whole,)


def _bracketed(text: str, source: Spans) -> Spans:
    """With the bracket that closes what is opened in it."""
    if not source or text.count("(", *source[-1]) <= text.count(")", *source[-1]):
        return source
    start, end = source[-1]
    return (*source[:-1], (start, end + 1)) if text[end : end + 1] == ")" else source


def _antecedent(tree: Tree, words: list[int]) -> int | None:
    """The official of "who asked not to be named"."""
    if len(words) < 2 or tree.words[words[0]].xpos not in ("WP", "WDT"):
        return None
    clause = tree.words[words[0]].head
    noun = tree.words[clause].head if clause in words and tree.is_(clause, "acl") else -1
    return noun if 0 <= noun < words[0] else None


def _some(tree: Tree, words: list[int]) -> list[int]:
    """The "one" of "one | of the sources"."""
    before = words[0] - 1
    some = before >= 0 and tree.words[before].upos in ("NUM", "PRON", "DET") and tree.lemma(words[0]) == "of"
    return [before] if some else []


def _noun(tree: Tree, words: list[int]) -> int | None:
    """The noun right behind the words that their last word is only a part of."""
    last = words[-1]
    head = tree.words[last].head
    if head <= last or head - last > GAP or tree.words[head].upos not in ("NOUN", "PROPN", "NUM"):
        return None
    breaks = tree.words[last].upos in DANGLING or tree.is_(last, *LINKED)
    return head if breaks and tree.words[last].deprel != "nmod:poss" else None


def _addressed(tree: Tree, one: Attribution) -> Spans:
    """ "warned | it to keep away", "begged | her, 'Get in'": who is told is no part of what is told."""
    words = tree.within(one.content[:1])
    behind = bool(words) and words[0] - 1 in tree.within(one.cue)
    if not behind or len(words) < 3 or tree.words[words[0]].xpos != "PRP":
        return one.content
    follows = tree.words[words[1]]
    quotes = follows.text == "," and tree.words[words[2]].upos == "PUNCT"
    if follows.xpos != "TO" and not quotes:
        return one.content
    start = tree.words[words[2]].start if quotes else follows.start
    return ((start, one.content[0][1]), *one.content[1:])


def _subject(tree: Tree, one: Attribution) -> Spans:
    """ "The pilots, the airline said, had landed": what stands before the aside is part of what is said."""
    content = tree.within(one.content)
    head = tree.head_of(one.content)
    cue = tree.within(one.cue)
    if head is None or not cue or not content or cue[-1] > content[0] or len(one.content) > 1:
        return one.content
    subjects = [at for at in tree.children(head, "nsubj") if at < min(cue)]
    taken = {*cue, *tree.within(one.source)}
    if len(subjects) != 1 or subjects[0] in taken or not _aside(tree, subjects[0], content[0]):
        return one.content
    before = [at for at in tree.subtree(subjects[0]) if at < min(taken)]
    if taken.intersection(tree.subtree(subjects[0])):
        return one.content
    return (*(trimmed(tree.text, span) for span in tree.run(before)), *one.content)


def _aside(tree: Tree, subject: int, verb: int) -> bool:
    """Is there a comma or dash behind the subject and one before the verb?"""
    marks = [at for at in range(subject, verb) if tree.words[at].text in (",", "–", "—", "-", "--")]
    return len(marks) > 1 and verb - marks[-1] <= GAP


def parted(tree: Tree, found: list[Attribution]) -> list[Attribution]:
    """
    "The general, two adjutants told the paper, had sworn ...": the adjutants tell that the general had
    sworn. The engine runs the two sources together.
    """
    cuts = {one.source: at for one in found if (at := _cut(tree, one)) is not None}
    return [_halved(tree, one, cuts[one.source]) if one.source in cuts else one for one in found]


def _cut(tree: Tree, one: Attribution) -> int | None:
    """The comma between the two, where the cue follows at once and what is said goes on with a verb."""
    source, cue, content = (tree.within(spans) for spans in (one.source, one.cue, one.content))
    commas = [at for at in source if tree.words[at].text == ","]
    if not commas or not cue or not content or cue[0] != source[-1] + 1 or content[0] < cue[-1]:
        return None
    first = tree.words[content[0]]
    goes_on = first.upos in ("AUX", "VERB") and first.xpos in ("VBD", "VBZ", "VBP", "MD")
    return commas[0] if goes_on and tree.words[content[0] - 1].text == "," else None


def _halved(tree: Tree, one: Attribution, comma: int) -> Attribution:
    """The first half goes to what is said, the second says it; inside, the first is the source."""
    words, cue = tree.within(one.source), tree.within(one.cue)
    left = tree.run([at for at in words if at < comma])
    right = tree.run([at for at in words if at > comma])
    if cue and words and cue[0] == words[-1] + 1:
        return replace(one, source=right, content=(*left, *one.content))
    return replace(one, source=left)
