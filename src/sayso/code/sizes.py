"""
How many people an event killed, hurt, seized and drew, as told in its sentence (PLOVER's `size`).

A number belongs to what tells it: the trigger itself ("killed 12"), a clause that hangs on it ("struck a
market, killing 12"), or the verb an event noun stands by ("12 died in the attack"). Vague words have the
bounds that `data/sizes.tsv` states.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from types import MappingProxyType

from sayso.code.lexicon import frames
from sayso.code.quantities import (
    NOBODY,
    complements,
    counted,
    counted_before,
    human,
    kind,
    listed,
    nobody,
    numeric,
    strong,
    text,
    together,
)
from sayso.code.status import negated
from sayso.code.triggers import fits
from sayso.records import Bounds, Sizes
from sayso.syntax import Tree

BODILY = frozenset({"ASSAULT", "PROTEST", "COERCE", "MOBILIZE"})
"""Types of event that have sizes; what is told below a word of saying belongs to another event."""
HARMS = ("dead", "injured", "arrested", "casualty")
LEADING = frozenset({"", "with", "in", "into", "to", "including", "among"})
"""Prepositions through which an event leads to a noun that tells its harm: "resulted in nine deaths"."""
ASIDE = frozenset(
    {"after", "before", "for", "since", "because", "over", "of", "while", "if", "unless", "until", "from"}
)
"""What opens a clause that tells of another occasion, or of why: "arrested for killing two"."""
MOMENTS = frozenset({"when", "as", "after"})
MEMBERS = frozenset({"by", "of", "with", "involving"})
"""Prepositions between a protest and who takes part in it."""
TOLLING = frozenset({"", "of", "to", "at", "past", "above", "beyond"})
"""Prepositions before the number of a toll; what it rose from is none."""
OTHER_TIMES = frozenset({"year", "month", "week", "since", "previous", "earlier", "similar", "separate"})

Tell = tuple[str, str]
"""What a word tells, and where its people stand."""


def sizes(tree: Tree, index: int) -> Sizes | None:
    """
    The sizes of the event that the word at `index` tells; None where none is told.

    What is told nearest counts. The next sentence is taken where this one tells no harm and no other
    event, and the next one nothing else ("At least 12 people were killed.").
    """
    types = _types(tree, index)
    if types and not types & BODILY:
        return None
    found = _told(tree, index, _telling(tree, index))
    if not found.keys() & {"dead", "injured", "casualty"}:
        found = {**_told(tree, index, _continued(tree, index)), **found}
    if found.pop("casualty", None) == NOBODY:
        found = {"dead": NOBODY, "injured": NOBODY, **found}
    return Sizes(**found) if found else None


# ------------------------------------------------------------------ words that tell, and their people
@cache
def _tells() -> MappingProxyType[tuple[str, str], Tell]:
    """(word, "v" or "n") -> what it tells; the crowd's verbs are known only beside a protest."""
    return MappingProxyType(
        {
            (word, "v" if how in ("object", "subject") else "n"): (slot, how)
            for slot in HARMS
            for word, how, _ in listed(slot)
        }
    )


@cache
def _gathering(how: str) -> frozenset[str]:
    """Verbs whose subject or object is who takes part in a protest beside them."""
    return frozenset(word for word, where, _ in listed("crowd") if where == how)


def _tell(tree: Tree, at: int) -> Tell | None:
    """What a word tells, alone or with its particle ("round up")."""
    if not 0 <= at < len(tree.words):
        return None
    lemma, pos = tree.lemma(at), _pos(tree, at)
    beside = [tree.lemma(child) for child in tree.children(at, "compound:prt")]
    beside += [tree.lemma(child) for child in tree.children(at, "compound")]
    pairs = (f"{lemma} {beside[0]}", f"{beside[-1]} {lemma}") if beside else ()
    return next((tell for one in (*pairs, lemma) if (tell := _tells().get((one, pos)))), None)


def _pos(tree: Tree, at: int) -> str:
    return "v" if tree.words[at].upos == "VERB" else "n"


def _told(tree: Tree, index: int, telling: list[int]) -> dict[str, Bounds]:
    """Slot -> bounds, from the words that tell sizes, nearest first."""
    found: dict[str, Bounds] = {}
    for at in telling:
        tell = _tell(tree, at)
        if tell is not None and (bounds := _read(tree, at, tell)) is not None:
            found.setdefault(tell[0], bounds)
    if "PROTEST" in _types(tree, index) and (crowd := _crowd(tree, index, telling)) is not None:
        found["crowd"] = crowd
    return found


def _read(tree: Tree, at: int, tell: Tell) -> Bounds | None:
    """The people of a telling word; of a negated one only nobody, of "killed or wounded" only nobody too."""
    how = tell[1]
    bounds = READERS[how](tree, at)
    verbal = how in ("object", "subject", "state")
    if verbal and bounds != NOBODY and (negated(tree, at) or _alternative(tree, at)):
        return None
    return bounds


def _alternative(tree: Tree, at: int) -> bool:
    """ "killed or wounded": which of the two is untold."""
    ors = [at if tree.is_(at, "conj") else -1, *tree.children(at, "conj")]
    joined = [one for one in ors if one >= 0 and _tell(tree, one) is not None]
    return any(text(tree, cc) == "or" for one in joined for cc in tree.children(one, "cc"))


def _object(tree: Tree, at: int) -> Bounds | None:
    """ "killed 12", "12 were killed", "the number of wounded"; a headline's "12 killed"."""
    if _numbered(tree, at):
        return _toll(tree, tree.words[at].head)
    if tree.is_(at, "acl") and (told := _before(tree, at)) is not None:
        return told
    objects = _affected(tree, at) or _shared(tree, at)
    return _people(tree, objects, at) or _before(tree, at)


def _affected(tree: Tree, at: int) -> list[int]:
    return [one for one in tree.objects(at) if tree.words[one].upos not in ("ADJ", "VERB")]


def _shared(tree: Tree, at: int) -> list[int]:
    """The object of a verb joined to this one: "shot and killed 12", "no one was killed or hurt"."""
    if tree.children(at, "nsubj", "nsubj:pass"):
        return []
    joined = [tree.words[at].head] if tree.is_(at, "conj") else tree.children(at, "conj")
    verbs = [one for one in joined if tree.words[one].upos == "VERB"]
    passive = tree.words[at].xpos == "VBN"
    near = [one for verb in verbs for one in _affected(tree, verb)]
    return [one for one in near if at < one or (passive and tree.is_(one, "nsubj:pass"))]


def _subject(tree: Tree, at: int) -> Bounds | None:
    subject = tree.subject(at)
    return _sum(tree, [subject]) if subject is not None else None


def _people(tree: Tree, objects: list[int], verb: int) -> Bounds | None:
    """Objects together with what is joined to them, or to the verb by mistake: "himself and 12 others"."""
    if not objects:
        return None
    loose = [at for at in (*objects[1:], *tree.children(verb, "conj")) if objects[0] < at]
    added = [at for at in loose if _noun(tree, at) and tree.children(at, "cc")]
    first = next((at for at in objects if counted(tree, at) is not None), objects[0])
    return together(tree, _coordinates(tree, [first, *(at for at in added if at != first)]))


def _noun(tree: Tree, at: int) -> bool:
    return tree.words[at].upos in ("NOUN", "PROPN", "NUM", "PRON") and not tree.children(at, "nsubj", "cop")


def _coordinates(tree: Tree, heads: list[int]) -> list[int]:
    """
    Heads with all that is joined to them: "the judge, his wife and two children".

    What has no "and" is an apposition; in "scores dead and hundreds wounded" each has a word of its own.
    """
    found = [*heads]
    for head in found:
        joined = [at for at in tree.children(head, "conj") if tree.words[at].upos != "VERB"]
        linked = any(tree.children(at, "cc") for at in joined)
        own = _tell(tree, head + 1) is not None
        found += [at for at in joined if linked and at not in found and not (own and _tell(tree, at + 1))]
    return found


def _state(tree: Tree, at: int) -> Bounds | None:
    """ "left three dead", "12 dead", "shot dead a man", "12 were dead", "a dozen wounded soldiers"."""
    head = tree.words[at].head
    if (own := counted_before(tree, at) or _before(tree, at)) is not None:
        return own
    if head < 0 or tree.children(at, "cop"):
        return _sum(tree, tree.children(at, "nsubj"))
    if tree.is_(at, "amod"):
        return counted(tree, head)
    if tree.is_(at, "xcomp", "obj", "advmod", "obl", "compound:prt", "dep"):
        return _sum(tree, [one for one in _affected(tree, head) if one != at])
    return None


def _before(tree: Tree, at: int) -> Bounds | None:
    """A number, or counted people, right before a word: "at least 30 injured"."""
    before = at - 1
    if before < 0 or tree.words[before].sentence != tree.words[at].sentence:
        return None
    plain = tree.words[before].upos in ("NOUN", "PROPN", "NUM") or numeric(tree, before)
    return counted(tree, before) if plain else None


def _sum(tree: Tree, heads: list[int]) -> Bounds | None:
    """The people of the first phrase that tells how many."""
    told = (together(tree, _coordinates(tree, [head])) for head in heads)
    return next((bounds for bounds in told if bounds is not None), None)


def _number_of(tree: Tree, at: int) -> Bounds | None:
    """ "nine deaths", "no injuries", "the arrest of 14 judges", "the number of deaths rose to nine"."""
    if nobody(tree, at) or (tree.lemma(at) == "casualty" and tree.marker(at) == "without"):
        return NOBODY
    if _numbered(tree, at):
        return _toll(tree, tree.words[at].head)
    return counted_before(tree, at) or _whose(tree, at)


def _numbered(tree: Tree, at: int) -> bool:
    """ "the number of wounded": the number is told of the word above."""
    head = tree.words[at].head
    return head >= 0 and tree.is_(at, "nmod") and tree.lemma(head) in kind("number_of")


def _whose(tree: Tree, at: int) -> Bounds | None:
    """ "the death of two men", "injuries to 12", "her arrest"."""
    return _sum(tree, [*complements(tree, at), *tree.children(at, "nmod:poss")])


def _toll(tree: Tree, at: int) -> Bounds | None:
    """ "a toll of 12", "the toll rose to 27", "raised the toll to 27"."""
    head = tree.words[at].head
    near = [*tree.children(at, "nmod"), *(tree.children(head, "obl", "obj", "xcomp") if head >= 0 else ())]
    marked = [one for one in near if one != at and tree.marker(one) in TOLLING]
    return next((told for one in marked if numeric(tree, one) and (told := counted(tree, one))), None)


def _life(tree: Tree, at: int) -> Bounds | None:
    """ "claimed 17 lives", "the lives of 17 people", "17 people lost their lives"."""
    head = tree.words[at].head
    if head < 0 or tree.lemma(head) not in ("claim", "cost", "lose", "take"):
        return None
    own = counted_before(tree, at) or _whose(tree, at)
    return own or (_subject(tree, head) if tree.lemma(head) == "lose" else None)


def _body(tree: Tree, at: int) -> Bounds | None:
    """ "14 bodies", "the bodies of two men"; "government bodies" are none."""
    if tree.children(at, "compound", "amod") and not complements(tree, at):
        return None
    of = _sum(tree, complements(tree, at))
    return of or (counted_before(tree, at) if tree.words[at].xpos == "NNS" else None)


def _custody(tree: Tree, at: int) -> Bounds | None:
    """ "took three men into custody", "three men are in custody"."""
    head = tree.words[at].head
    if head < 0 or tree.marker(at) not in ("in", "into"):
        return None
    if tree.words[head].upos == "VERB":
        return _sum(tree, _affected(tree, head))
    return counted(tree, head)


READERS: MappingProxyType[str, Callable[[Tree, int], Bounds | None]] = MappingProxyType(
    {
        "object": _object, "subject": _subject, "state": _state, "count": _number_of, "of": _whose,
        "toll": _toll, "life": _life, "body": _body, "custody": _custody,
    }
)  # fmt: skip


def _crowd(tree: Tree, index: int, telling: list[int]) -> Bounds | None:
    """Who takes part: counted subjects of a protest verb, who a protest is by, whom it drew."""
    verb = _pos(tree, index) == "v"
    if verb and "ASSAULT" in _types(tree, index) and tree.objects(index):
        return None  # "gunmen struck a convoy"
    members = [at for at in tree.children(index, "nmod") if tree.marker(at) in MEMBERS]
    heads: list[int | None] = [tree.subject(index)] if verb else [index, *members]
    for at in telling:
        if at != index and tree.lemma(at) in _gathering("subject"):
            heads.append(tree.subject(at))
        if tree.lemma(at) in _gathering("object"):
            heads.extend(tree.objects(at))
    return next((told for at in heads if at is not None and (told := _marchers(tree, at))), None)


def _marchers(tree: Tree, at: int) -> Bounds | None:
    """Counted people; of a protest noun how strong it is and whom it is by."""
    if "PROTEST" in _types(tree, at):
        by = [one for one in tree.children(at, "nmod") if tree.marker(one) == "by"]
        return next((told for one in by if (told := counted(tree, one))), None) or strong(tree, at)
    return counted(tree, at)


# ------------------------------------------------------------------ which words tell of the event
def _types(tree: Tree, at: int) -> frozenset[str]:
    """The type of event that a word tells, and those it can tell with nothing beside it."""
    found = frames().get((tree.lemma(at), _pos(tree, at)), ())
    fitting = fits(tree, at, _pos(tree, at))
    own = {fitting.frame.type} if fitting else set()
    return frozenset(own | {frame.type for frame in found if not frame.needs})


def _happens(tree: Tree, at: int) -> bool:
    """Does a word tell an event of its own, not only what another one led to?"""
    light = tree.words[at].upos == "VERB" and tree.lemma(at) in kind("light")
    return bool(_types(tree, at)) and not light and _tell(tree, at) is None


def _telling(tree: Tree, index: int) -> list[int]:
    """The words that can tell sizes of an event: itself, what hangs on it, then what it hangs on."""
    found = _below(tree, index, index)
    for top in _tops(tree, index):
        # What "drew protests" is the cause of the protests, no part of them.
        causes = tree.children(top, "nsubj") if tree.is_(index, "obj") else []
        known = {*found, *(at for cause in causes for at in tree.subtree(cause))}
        found += [at for at in _below(tree, top, index) if at not in known]
    return found


def _below(tree: Tree, top: int, index: int) -> list[int]:
    """A word and what hangs on it, nearest first, up to words of other events and occasions."""
    found = [top]
    for at in found:
        found += [child for child in tree.children(at) if child != index and not _barred(tree, child)]
    return found


def _barred(tree: Tree, at: int) -> bool:
    """Does a dependent tell of something else than the word it hangs on?"""
    if _happens(tree, at) or tree.is_(at, "ccomp"):
        return True
    if tree.is_(at, "advcl"):
        return bool(_opening(tree, at) & ASIDE) or (tree.words[at].deprel != "advcl" and _who(tree, at))
    if tree.is_(at, "acl"):
        return _of_others(tree, at)
    if tree.is_(at, "conj", "parataxis"):
        return _apart(tree, at)
    if tree.is_(at, "nmod", "obl") and tree.marker(at) not in LEADING:
        return _tell(tree, at) is not None or tree.marker(at) in ("over", "against", "about")
    noun = tree.words[at].upos == "NOUN" and tree.is_(at, "obj")
    return noun and _tell(tree, at) is not None and _happens(tree, tree.words[at].head)


def _apart(tree: Tree, at: int) -> bool:
    """A joined clause with a doer of its own: "and the army killed nine"."""
    if _tell(tree, at) is None or not _types(tree, at):
        return False
    active = any(tree.words[one].deprel == "nsubj" for one in tree.children(at, "nsubj"))
    return active or bool(tree.children(at, "obl:agent"))


def _who(tree: Tree, at: int) -> bool:
    return any(text(tree, one) == "who" for one in tree.children(at, "nsubj"))


def _of_others(tree: Tree, at: int) -> bool:
    """A clause about people who only stand by: "attacked rebels who killed two"."""
    head = tree.words[at].head
    if not human(tree, head):
        return False
    leading = tree.marker(head) == "with" or tree.is_(head, "nsubj", "root", "parataxis", "conj")
    return tree.words[at].deprel == "acl:relcl" or not leading


def _tops(tree: Tree, index: int) -> list[int]:
    """The word an event hangs on where that tells its sizes, and the first of those joined to it."""
    at = index
    while _pos(tree, index) == "n" and tree.is_(at, "conj") and _happens(tree, tree.words[at].head):
        at = tree.words[at].head
    top = tree.words[at].head
    nominal = _pos(tree, index) == "n" or tree.is_(at, "nsubj", "obl")  # "rebel shelling killed two"
    if top < 0 or not (_led(tree, at, top) if nominal else _joined(tree, at, top)):
        return []
    while tree.is_(top, "conj") and _tell(tree, tree.words[top].head) is not None:
        top = tree.words[top].head
    return [top]


def _led(tree: Tree, at: int, top: int) -> bool:
    """Of an event noun: "the blast left three dead", "died in the attack", "the toll from the bombing"."""
    if tree.is_(at, "nmod"):
        return _tell(tree, top) is not None
    within = tree.is_(at, "obl") and tree.marker(at) in ("in", "during") and _types(tree, top) & BODILY
    stands = tree.is_(at, "nsubj", "obl", "obj", "dep") and _pos(tree, top) == "v"
    return stands and (bool(within) or not _happens(tree, top))


def _joined(tree: Tree, at: int, top: int) -> bool:
    """Of a verb: "and wounded nine" joined to "killed two", "were killed when militiamen attacked"."""
    if _tell(tree, top) is None:
        return False
    if tree.is_(at, "conj"):
        return not _apart(tree, at)
    finite = tree.is_(at, "advcl") and bool(tree.children(at, "nsubj"))
    return finite and bool(_opening(tree, at) & MOMENTS)


def _opening(tree: Tree, at: int) -> set[str]:
    """Conjunctions and adverbs of a clause: "when", "after"."""
    return {*tree.marker(at).split(), *(text(tree, one) for one in tree.children(at, "advmod"))}


def _continued(tree: Tree, index: int) -> list[int]:
    """The words of the next sentence where it only tells the harm of the one event before it."""
    own = tree.annotated.sentences[tree.words[index].sentence]
    number = tree.words[index].sentence + 1
    if number >= len(tree.annotated.sentences) or not _types(tree, index) & {"ASSAULT"}:
        return []
    following = tree.annotated.sentences[number]
    alone = not any(_happens(tree, at) for at in range(own.first, own.last) if at != index)
    words = range(following.first, following.last)
    if following.segment != own.segment or not alone or not all(_plain(tree, at) for at in words):
        return []
    root = next((at for at in words if tree.words[at].head < 0), following.first)
    passive = _tell(tree, root) is not None and not _apart(tree, root)
    return _below(tree, root, index) if passive or tree.lemma(root) == "be" else []


def _plain(tree: Tree, at: int) -> bool:
    """No word of another event, another time, or a sum over a time ("have been killed")."""
    perfect = tree.lemma(at) == "have" and tree.words[at].upos == "AUX"
    return not _happens(tree, at) and tree.lemma(at) not in OTHER_TIMES and not perfect
