"""Words that tell an event: a predicate of the table with all it needs beside it."""

from __future__ import annotations

from msgspec import Struct

from sayso.attribute.complements import infinitive
from sayso.code.lexicon import Frame, frames
from sayso.code.votes import voted
from sayso.records import BODIES, BOILERPLATE
from sayso.syntax import Tree

FUTURE = frozenset({"will", "would", "shall", "'ll", "’ll", "wo", "could", "may", "might"})
BREACHES = frozenset(
    {"breach", "violation", "violate", "defiance", "evade", "evasion", "bust", "flout", "circumvent"}
)
REACH = 6
"""Words after a trigger among which the rest of a set phrase is looked for."""
NATURE = frozenset(
    {"accident", "avalanche", "blizzard", "cancer", "cholera", "coronavirus", "covid-19", "crash",
     "cyclone", "derailment", "disease", "drought", "earthquake", "epidemic", "famine", "flood",
     "flooding", "flu", "heatwave", "hurricane", "illness", "landslide", "lightning", "malaria",
     "mudslide", "outbreak", "pandemic", "quake", "rain", "storm", "stroke", "tornado", "tremor",
     "tsunami", "typhoon", "virus", "volcano", "wildfire", "wreck"}
)  # fmt: skip
NAME = "*name"
"""Stands in a table for any proper name."""
PROPER = BODIES | {"person", "facility", "document", "title"}


class Trigger(Struct, frozen=True):
    """
    A word that tells an event, with its particles and the frame it fits; `voted` where only the engine
    takes it for one; `deed` the noun of a verb that only carries it out ("held a drill").
    """

    index: int
    words: tuple[int, ...]
    frame: Frame
    voted: bool = False
    deed: int | None = None

    def told_by(self, tree: Tree) -> str:
        """The frame in words: 'frame "impose" (verb) with obj "sanction"'."""
        if self.voted:
            told = tree.predicate(self.index)
            return f'the engine takes "{tree.lemma(self.index)}" for it ({told.chance if told else 0:.0%})'
        kind = "verb" if tree.words[self.index].upos == "VERB" else "noun"
        if not self.frame.needs and self.frame.speech and self.frame.type in ("THREATEN", "REJECT"):
            kind = "what it says"
        beside = [
            f'{need} "{tree.lemma(at)}"'
            for need, lemmas in self.frame.needs
            if need in ("obj", "subj", "comp", "prt")
            for at in _beside(tree, self.index, need)
            if tree.lemma(at) in lemmas
        ]
        named = f'frame "{tree.lemma(self.index)}" ({kind})'
        return f"{named} with {', '.join(dict.fromkeys(beside))}" if beside else named


def triggers(tree: Tree) -> list[Trigger]:
    """All triggers in text order; an event noun below its own verb of doing is told by the verb."""
    named = {
        index
        for entity in tree.annotated.entities
        if entity.type in PROPER
        for index in range(entity.first, entity.last)
    }
    found = []
    for index, word in enumerate(tree.words):
        pos = "n" if word.xpos in ("NN", "NNS") else {"VERB": "v", "NOUN": "n", "ADJ": "n"}.get(word.upos)
        if pos is None or (index in named and pos == "n") or _modifies(tree, index) or _broken(tree, index):
            continue
        trigger = _by_vote(tree, index, fits(tree, index, pos))
        if (
            trigger is not None
            and not (trigger.frame.type == "ASSAULT" and _nobodys(tree, index))
            and not (trigger.frame.speech and tree.is_(index, "amod"))  # "an alleged murder"
            and tree.kind(index) not in BOILERPLATE
            and not _addressed(tree, index)
        ):
            found.append(trigger)
    done = {trigger.index: trigger for trigger in found}
    return _surest(tree, [trigger for trigger in found if not _told_above(tree, trigger, done)])


def _surest(tree: Tree, found: list[Trigger]) -> list[Trigger]:
    """Words that only the engine takes for an event stand where their sentence tells no other."""
    told = {tree.words[one.index].sentence for one in found if not one.voted}
    return [one for one in found if not one.voted or tree.words[one.index].sentence not in told]


def _by_vote(tree: Tree, index: int, fitting: Trigger | None) -> Trigger | None:
    frame = voted(tree, index, fitting.frame if fitting else None)
    if fitting is not None and frame is fitting.frame:
        return fitting
    return Trigger(index=index, words=(index,), frame=frame, voted=True) if frame else None


def fits(tree: Tree, index: int, pos: str) -> Trigger | None:
    """A word with the first frame of the tables that it fits."""
    for frame in _frames(tree, index, pos):
        if all(_has(tree, index, kind, lemmas) for kind, lemmas in frame.needs):
            particles = [child for child in _particles(tree, index) if _names(frame, tree.lemma(child))]
            words = tuple(sorted((index, *particles)))
            return Trigger(index=index, words=words, frame=frame, deed=_deed(tree, index, frame))
    return None


def _deed(tree: Tree, index: int, frame: Frame) -> int | None:
    """Of "held a drill", "launched an attack" the noun, where it tells the event by itself."""
    nouns = [at for kind, lemmas in frame.needs if kind == "obj" for at in _beside(tree, index, "obj")]
    named = [at for at in nouns if any(one.type == frame.type for one in _frames(tree, at, "n"))]
    return named[0] if named and tree.words[index].upos == "VERB" else None


def _modifies(tree: Tree, index: int) -> bool:
    """ "riot police", "Iranian-backed factions", "declining rates": part of another word's name."""
    word = tree.words[index]
    joined = index > 0 and tree.words[index - 1].text == "-" and tree.words[index - 1].end == word.start
    place = word.head >= 0 and tree.words[word.head].upos == "PROPN"  # "the occupied West Bank"
    describing = tree.is_(index, "amod") and (joined or word.xpos == "VBG" or place)
    return tree.is_(index, "compound") or describing


def _broken(tree: Tree, index: int) -> bool:
    """ "in breach of sanctions", "violated the truce": the thing broken is not told as happening."""
    above = tree.words[index].head
    return above >= 0 and tree.lemma(above) in BREACHES and tree.is_(index, "nmod", "obj", "obl")


def _nobodys(tree: Tree, index: int) -> bool:
    """ "A cyclone struck", "killed in a crash": harm that nobody does."""
    doer = tree.subject(index) if tree.words[index].upos == "VERB" else None
    below = [
        at for at in tree.children(index, "obl", "nmod") if tree.marker(at) in ("in", "by", "of", "from")
    ]
    return any(tree.lemma(at) in NATURE for at in (*below, *([doer] if doer is not None else [])))


def _addressed(tree: Tree, index: int) -> bool:
    """An imperative, or what "you" do: advice to the reader, no news."""
    if tree.words[index].upos != "VERB":
        return False
    subjects = tree.children(index, "nsubj")
    if any(tree.lemma(child) == "you" for child in subjects):
        return True
    bare = tree.words[index].xpos == "VB" and tree.words[index].deprel in ("root", "parataxis")
    return bare and not subjects and not tree.children(index, "aux", "mark")


def _frames(tree: Tree, index: int, pos: str) -> tuple[Frame, ...]:
    """The frames of a word; where the tagger's two tag sets disagree its lemma may be a form of it."""
    lemma = tree.lemma(index)
    whole = _hyphened(tree, index)
    if whole and (whole, pos) in frames():
        return frames()[whole, pos]
    forms = [lemma, lemma.removesuffix("s")]
    if pos == "v":
        forms += [lemma.removesuffix("d"), lemma.removesuffix("ed")]
    if pos == "v" and tree.words[index].xpos in ("VBD", "VBN", "VBG"):  # "acquiesc", "cajol", "reconven"
        forms += [f"{lemma}e", lemma.removesuffix("e"), lemma + lemma[-1:]]
    return next((table for form in forms if (table := frames().get((form, pos)))), ())


def _hyphened(tree: Tree, index: int) -> str | None:
    """ "cease-fire" of its last word, where the hyphen is a word of its own."""
    if index < 2 or tree.words[index - 1].text != "-" or tree.words[index - 1].end != tree.words[index].start:
        return None
    first = tree.words[index - 2]
    return f"{first.text.lower()}-{tree.lemma(index)}" if first.end == tree.words[index - 1].start else None


def _is(tree: Tree, index: int, lemmas: frozenset[str]) -> bool:
    """Is a word one of the lemmas, by itself or with what a hyphen joins to it?"""
    return tree.lemma(index) in lemmas or _hyphened(tree, index) in lemmas


def _names(frame: Frame, lemma: str) -> bool:
    return any(kind == "prt" and lemma in lemmas for kind, lemmas in frame.needs)


def _particles(tree: Tree, index: int) -> list[int]:
    """Its particles; a parse may give the word right after it to what follows: "called off the talks"."""
    found = tree.children(index, "compound:prt", "advmod")
    after = index + 1
    loose = after < len(tree.words) and tree.words[after].xpos in ("RP", "IN") and after not in found
    same = loose and tree.words[after].sentence == tree.words[index].sentence
    return [*found, after] if same and tree.words[index].upos == "VERB" else found


def _following(tree: Tree, index: int) -> list[int]:
    """The next words of the sentence, as far as a set phrase reaches."""
    last = tree.annotated.sentences[tree.words[index].sentence].last
    near = range(index + 1, min(index + 1 + REACH, last))
    return [at for at in near if not (at + 1 < last and tree.words[at + 1].text == "-")]  # "war-torn"


def _has(tree: Tree, index: int, kind: str, lemmas: frozenset[str]) -> bool:
    if kind == "future":
        return is_future(tree, index)
    if kind == "xcomp":
        return infinitive(tree, index) is not None or bool(tree.children(index, "xcomp", "acl"))
    if kind == "clause":
        return bool(tree.children(index, "ccomp", "xcomp", "acl"))
    if kind == "prep":
        below = tree.children(index, "obl", "nmod", "advcl", "xcomp", "ccomp", "obj")
        return any(lemmas & set(tree.marker(child).split()) for child in below)
    if kind == "notcomp":
        return not any(tree.lemma(child) in lemmas for child in _beside(tree, index, "comp"))
    if kind == "marked":
        return bool(lemmas & set(tree.marker(index).split()))
    if kind == "bare":
        return not tree.children(index, "xcomp", "ccomp")
    if kind == "near":
        return any(_is(tree, at, lemmas) for at in _following(tree, index))
    if kind == "notdo":
        return not any(tree.lemma(child) in lemmas for child in tree.children(index, "xcomp"))
    if kind == "sided":
        return bool(tree.children(index, "nmod:poss", "nmod") or tree.is_(index, "obj", "nsubj"))
    if kind == "notobj":
        return not any(tree.lemma(child) in lemmas for child in _beside(tree, index, "obj"))
    beside = _beside(tree, index, kind)
    named = NAME in lemmas and any(tree.words[child].upos == "PROPN" for child in beside)
    return bool(beside) if not lemmas else named or any(_is(tree, child, lemmas) for child in beside)


def _beside(tree: Tree, index: int, kind: str) -> list[int]:
    if kind == "prt":
        return _particles(tree, index)
    if kind == "comp":
        return [*tree.children(index, "amod", "compound", "nmod"), *_before(tree, index)]
    if kind == "obj":
        found = tree.children(index, "obj", "nsubj:pass")
        if tree.words[index].deprel == "acl" and tree.words[index].xpos == "VBN":
            found = [*found, tree.words[index].head]
    else:
        subject = tree.subject(index)
        found = [subject] if subject is not None else []
    return [inner for child in found for inner in (child, *_parts(tree, child))]


def _before(tree: Tree, index: int) -> list[int]:
    """The noun right before a noun ("hunger strike"), whatever it hangs on."""
    nouns = index > 0 and tree.words[index].xpos in ("NN", "NNS") and tree.words[index - 1].xpos == "NN"
    return [index - 1] if nouns else []


def _parts(tree: Tree, index: int) -> list[int]:
    """What else can name the kind of a phrase: coordinates, names' titles, "millions of dollars"."""
    return tree.children(index, "conj", "compound", "flat", "appos", "nmod", "amod")


def is_future(tree: Tree, index: int) -> bool:
    """Is the word, or the nearest verb above it, told as to come?"""
    for at in (index, *tree.ancestors(index)):
        if any(tree.words[child].text.lower() in FUTURE for child in tree.children(at, "aux")):
            return True
        if tree.words[at].upos == "VERB" and tree.words[at].xpos in ("VBD", "VBZ", "VBP"):
            return False
    return False


def _told_above(tree: Tree, trigger: Trigger, done: dict[int, Trigger]) -> bool:
    """ "launch an attack", "signed the accord", "the raid killed four": one event, told by the verb."""
    index = trigger.index
    above = tree.words[index].head
    if tree.words[index].upos == "VERB" or above not in done:
        return False
    frame = done[above].frame
    wanted = {kind: tree.lemma(index) in lemmas for kind, lemmas in frame.needs}
    if wanted.get("comp") and tree.is_(index, "nmod"):
        return True  # "a note of protest"
    joins = wanted.get("obj", False)
    if frame.speech:  # "demanded the resignation", "mulled sanctions": what is said, not how
        return joins and (frame.type, trigger.frame.type) == ("ACCUSE", "PROTEST")  # "lodged a protest"
    if tree.is_(index, "nsubj", "obl:agent", "obj") and frame.type == trigger.frame.type:
        return True
    return joins and frame.type != "REJECT" and tree.is_(index, "obj", "nsubj")
