"""Who acts and who is acted on: the phrases around a trigger."""

from __future__ import annotations

from itertools import pairwise

from sayso.attribute.lexicon import source_lexicon
from sayso.code.counterparts import UNDERGONE, counterpart, is_side, owner_inside
from sayso.code.lexicon import Frame
from sayso.code.quantities import human
from sayso.code.triggers import Trigger, fits
from sayso.records import Attribution, Spans
from sayso.syntax import Tree

SELF = frozenset({"i", "we", "us", "me", "our", "my", "ourselves", "ours"})
BARE = frozenset({"which", "that", "who", "what", "there", "this"})
MUTUAL = frozenset({("each", "other"), ("one", "another")})
BY_WAY_OF = ("through", "via", "by way of")
MAKING = frozenset(
    {"carry", "conduct", "deliver", "hold", "issue", "launch", "make", "mount", "repeat",
     "reiterate", "stage", "start", "begin", "order", "convey", "pass", "send", "renew", "drop",
     "continue", "announce", "impose", "reimpose", "declare", "decree", "introduce", "lift",
     "suspend", "resume", "engage", "remain", "take", "participate", "involve", "join", "have",
     "put", "place", "go", "keep", "widen", "open", "extend", "enforce", "lodge", "file",
     "undertake", "complete", "finish", "end", "wage", "lead", "reach", "seal", "strike", "come",
     "stand", "step", "attempt", "plan", "prepare", "consider", "discuss", "debate", "weigh", "mull",
     "contemplate"}
)  # fmt: skip
PUT = frozenset({"REQUEST", "AGREE", "ACCUSE", "THREATEN"})
"""Types whose noun is put by one side to another: it comes "from" the one and the other turns it down."""
GIVING = frozenset(
    {
        "hand",
        "give",
        "send",
        "deliver",
        "present",
        "pass",
        "submit",
        "serve",
        "issue",
        "convey",
        "offer",
        "promise",
        "pledge",
        "provide",
        "grant",
        "ship",
        "rush",
        "extend",
    }
)
REPLYING = frozenset(
    {"reject", "turn", "ignore", "dismiss", "deny", "refuse", "accept", "rebuff", "spurn", "defy", "heed",
     "shrug", "brush", "decline", "welcome", "answer", "rebut", "refute", "resist", "scorn", "meet",
     "receive", "ridicule", "disregard", "snub"}
)  # fmt: skip
FORCES = frozenset(
    {"police", "troops", "soldier", "army", "force", "gunman", "militant", "rebel", "guard", "officer",
     "paramilitary", "militia", "fighter", "guerrilla", "insurgent"}
)  # fmt: skip
ORDERING = frozenset({"order", "instruction", "command", "behest", "decree"})
UNDER = ("under", "in", "into")
BEING = frozenset({"be", "remain", "stay", "languish", "sit", "hold", "keep", "come"})
LOSING = frozenset({"die", "perish", "fall", "succumb"})
OWN_ACT = frozenset({"withdraw", "resign", "troops"})
"""Modes whose noun is done by those it is "of": "the pullout of Syrian soldiers"."""
TIMES = frozenset(
    {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january",
     "february", "march", "april", "may", "june", "july", "august", "september", "october",
     "november", "december", "today", "yesterday", "tomorrow", "week", "month", "year", "day",
     "weekend", "night", "morning", "afternoon", "evening", "eve", "anniversary", "dawn", "noon",
     "midnight", "time"}
)  # fmt: skip


def actor(tree: Tree, trigger: Trigger, speaker: Attribution | None) -> Spans:
    """The phrase of who acts; "we" in a quotation is its speaker; () where untold."""
    verb = tree.words[trigger.index].upos == "VERB"
    found = tree.subject(trigger.index) if verb else _owner(tree, trigger.index, trigger.frame)
    if found is None and (role := tree.argument(trigger.index, "ARG0")) is not None:
        apt = (is_side(tree, role) or _people(tree, role)) and tree.marker(role) in ("", "by")
        found = role if apt else None
    if verb and found is not None and not _people(tree, found) and fits(tree, found, "n"):
        found = _owner(tree, found, trigger.frame if trigger.frame.type == "MOBILIZE" else None)
    if found is None and verb:
        found = _ordering(tree, trigger.index) or _meanwhile(tree, trigger)
    return _phrase(tree, found, speaker)


def _ordering(tree: Tree, index: int) -> int | None:
    """ "Was halted on orders from Moscow": who ordered it."""
    for child in tree.children(index, "obl"):
        if tree.lemma(child) in ORDERING and tree.marker(child) in ("on", "under", "at", "by"):
            behind = [at for at in tree.children(child, "nmod") if tree.marker(at) in ("from", "of", "by")]
            owners = behind or tree.children(child, "nmod:poss")
            if owners:
                return owners[0]
    return None


def _meanwhile(tree: Tree, trigger: Trigger) -> int | None:
    """ "Four were shot dead as police broke up rallies": who uses force in the clause beside it."""
    if trigger.frame.type != "ASSAULT" or not tree.children(trigger.index, "nsubj:pass"):
        return None
    for clause in tree.children(trigger.index, "advcl"):
        doer = tree.subject(clause) if tree.marker(clause) in ("as", "when") else None
        if doer is not None and tree.lemma(doer) in FORCES:
            return doer
    return None


def recipient(tree: Tree, trigger: Trigger, speaker: Attribution | None) -> Spans:
    """The phrase of who is acted on, by the roles of the frame in turn, else whoever else is named."""
    roles = trigger.frame.recipient if trigger.frame.both else (*trigger.frame.recipient, "given")
    found = [at for role in roles if (at := _role(tree, trigger.index, role)) is not None]
    own = actor(tree, trigger, speaker)
    told = [(at, spans) for at in found if (spans := _phrase(tree, at, speaker)) and spans != own]
    theirs = [owner for at in found for owner in (at, *tree.children(at, "nmod:poss"))]
    if not trigger.frame.both and any(_mutually(tree, at) is not None for at in theirs):
        return own  # "accused each other": each side is accused, too
    sided = next((spans for at, spans in told if is_side(tree, at) or _people(tree, at)), None)
    if sided is not None:
        return sided
    replying = _replying(tree, trigger)
    if replying is not None:
        return _phrase(tree, replying, speaker)
    if trigger.frame.type == "ACCUSE" and tree.marker(trigger.index) == "as":
        return _phrase(tree, _main(tree, trigger.index), speaker)  # "X denied it, as rebels allege"
    whose = next((inner for at, _ in told if (inner := owner_inside(tree, at)) is not None), None)
    if whose is None:
        whose = next((by for at, _ in told for by in _launched(tree, at) if _people(tree, by)), None)
    if whose is not None:
        return _phrase(tree, whose, speaker)
    if trigger.frame.both and not is_promise(tree, trigger):
        return next((spans for _, spans in told), ())
    other = counterpart(tree, trigger.index, trigger.frame.type, own)
    put = _phrase(tree, other, speaker) or next((spans for _, spans in told), ())
    return put or (
        _phrase(tree, _asked(tree, trigger.index), speaker) if trigger.frame.type == "REQUEST" else ()
    )


def _asked(tree: Tree, index: int) -> int | None:
    """ "Called on the two to talk", "called for both sides to meet": who stands before the infinitive."""
    for child in (*tree.objects(index), *tree.children(index, "obl")):
        clauses = (*tree.children(child, "acl"), *tree.children(index, "xcomp"))
        if any(at > child and tree.marker(at) == "to" for at in clauses):
            return child
    return None


def _replying(tree: Tree, trigger: Trigger) -> int | None:
    """ "Ankara turned down a request", "handed Qatar a list of demands": who answers it, or is given it."""
    if trigger.frame.type not in PUT or tree.words[trigger.index].upos != "NOUN":
        return None
    held = _carried(tree, trigger.index)
    above = tree.words[held].head
    if above < 0 or tree.words[above].upos != "VERB":
        return None
    if tree.lemma(above) in REPLYING and held in (*tree.objects(above), *tree.children(above, "obj", "obl")):
        return tree.subject(above)
    if tree.lemma(above) in GIVING and tree.is_(held, "obj"):
        to = [child for child in tree.children(above, "obl") if tree.marker(child) == "to"]
        return next(iter((*tree.children(above, "iobj"), *to)), None)
    return None


def _carried(tree: Tree, index: int) -> int:
    """ "A list of demands", "$5m in aid": the noun or the number they are told in."""
    while tree.is_(index, "nmod") and tree.marker(index) in ("of", "in"):
        above = tree.words[index].head
        if tree.marker(index) == "in" and tree.words[above].upos not in ("NUM", "SYM"):
            break
        index = above
    return index


def is_promise(tree: Tree, trigger: Trigger) -> bool:
    """ "agreed to send aid to Romania": what is agreed is a deed of one side towards another."""
    return trigger.frame.type == "AGREE" and bool(tree.children(trigger.index, "xcomp", "advcl"))


def mutual(tree: Tree, trigger: Trigger) -> bool:
    """Do the two sides of the act do it to each other?"""
    beside = [
        child for role in trigger.frame.recipient if (child := _role(tree, trigger.index, role)) is not None
    ]
    return trigger.frame.both and (bool(beside) or not is_promise(tree, trigger))


def through(tree: Tree, trigger: Trigger) -> Spans:
    """Who carries it out or passes it on: "through a general", "via Omani mediators"."""
    at = trigger.index
    above = tree.words[at].head
    made = tree.words[at].upos == "NOUN" and above >= 0 and tree.is_(at, "obj", "obl")
    for child in (*tree.children(at, "obl", "nmod"), *(tree.children(above, "obl") if made else ())):
        if tree.marker(child) in BY_WAY_OF and (_people(tree, child) or is_side(tree, child)):
            return (tree.phrase(child),)
    return ()


def _people(tree: Tree, index: int) -> bool:
    """A pronoun, or a noun for people or a body: "protesters", "the minister", "the government"."""
    if tree.words[index].upos == "PRON":
        return True
    mention = tree.mention(index)
    if mention is not None and mention.type in ("person", "organization"):
        return True
    if human(tree, index):
        return True
    kind = source_lexicon().get(tree.lemma(index))
    return kind is not None and kind not in ("document", "poll", "media")


def _phrase(tree: Tree, index: int | None, speaker: Attribution | None) -> Spans:
    if index is None or tree.lemma(index) in BARE:
        return ()
    mutually = _mutually(tree, index)
    if mutually is not None:
        return _phrase(tree, mutually, speaker)
    if is_self(tree, index):
        return (speaker.refers_to or speaker.source) if speaker else ()
    if tree.words[index].upos == "PRON":
        return ((tree.words[index].start, tree.words[index].end),)
    return tuple(tree.phrase(at) for at in (index, *tree.alike(index)))


def _mutually(tree: Tree, index: int) -> int | None:
    """ "Each other", "one another": the subject of the nearest clause above that has one."""
    around = [word.text.lower() for word in tree.words[max(0, index - 1) : index + 2]]
    if not MUTUAL.intersection(pairwise(around)):
        return None
    above = tree.words[index].head
    while above >= 0:
        subject = tree.subject(above) if tree.words[above].upos == "VERB" else None
        if subject is not None and subject != index:
            return subject
        above = tree.words[above].head
    return None


def is_self(tree: Tree, index: int) -> bool:
    """ "we", "our" and the like; the country "US" is none."""
    word = tree.words[index]
    return word.text.lower() in SELF and word.text != "US"


def _owner(tree: Tree, index: int, frame: Frame | None = None) -> int | None:
    """Of a nominal act: "by X", "X's", "the X raid", else the subject of the verb that makes or gives it."""
    put = frame is not None and frame.type in PUT
    marks = (
        ("by", "of") if frame is not None and frame.mode in OWN_ACT else ("by", "from") if put else ("by",)
    )
    by = [child for child in tree.children(index, "nmod", "obl") if tree.marker(child) in marks]
    owners = (
        by
        or _launched(tree, index)
        or ([] if _undergone(tree, index) else tree.children(index, "nmod:poss"))
        or _named(tree, index)
    )
    if owners:
        return owners[0]
    given = put or (frame is not None and frame.type == "AID")
    held = _carried(tree, index) if given else index
    above = tree.words[held].head
    if above < 0 or tree.words[above].upos != "VERB":
        return None
    if frame is not None and frame.mode == "arrest" and tree.lemma(above) in BEING:
        return None  # "remain in jail": that is whom it is done to
    aside = tree.words[held].deprel == "nsubj" and held in tree.objects(above)
    if put and aside and tree.lemma(above) in REPLYING:
        return _main(tree, above)
    # "engaged in", "remained on", "placed at", "put under"
    joined = tree.is_(held, "obl") and tree.marker(held) in ("in", "on", "at", "to", "into", "under")
    made = tree.lemma(above) in (MAKING | GIVING if given else MAKING)
    return tree.subject(above) if made and (tree.is_(held, "obj") or joined) else None


def _launched(tree: Tree, index: int) -> list[int]:
    """ "An appeal launched by the UN", "a raid carried out by rebels": who does what makes the act."""
    clauses = [at for at in tree.children(index, "acl") if tree.words[at].xpos == "VBN"]
    made = [at for at in clauses if tree.lemma(at) in MAKING | GIVING]
    return [agent for at in made if (agent := tree.subject(at)) is not None and agent != index]


def _main(tree: Tree, clause: int) -> int | None:
    """ "The department found X, a charge Ottawa rejects": the subject of the clause it is an aside to."""
    above = tree.words[clause].head
    return tree.subject(above) if above >= 0 and tree.words[above].upos == "VERB" else None


def _undergone(tree: Tree, index: int) -> list[int]:
    """ "Kopp's arrest", "her release": whose it is undergoes it, unless it is "of" somebody else."""
    if tree.lemma(index) not in UNDERGONE:
        return []
    of = any(tree.marker(child) == "of" for child in tree.children(index, "nmod"))
    return [] if of else tree.children(index, "nmod:poss")


def _named(tree: Tree, index: int) -> list[int]:
    """Modifiers that name a side: capitalised and no part of the act's own name."""
    beside = tree.children(index, "amod", "compound", "nmod:desc")
    return [child for child in beside if tree.words[child].text[:1].isupper() and not _opens(tree, child)]


def _opens(tree: Tree, index: int) -> bool:
    """A capital that only opens the sentence says nothing, unless the word is a name or nationality."""
    word = tree.words[index]
    first = word.start == tree.sentence(index)[0]
    return first and word.upos != "PROPN" and not tree.names((word.start, word.end))


def _role(tree: Tree, index: int, role: str) -> int | None:
    verb = tree.words[index].upos == "VERB"
    if role == "obj":
        found = tree.objects(index) if verb else []
    elif role == "iobj":
        found = tree.children(index, "iobj") or _given_to(tree, index)
    elif role == "given":
        found = tree.children(index, "iobj")
    elif role == "subj":
        subject = tree.subject(index)
        found = [subject] if subject is not None else []
    else:
        found = [child for child in tree.children(index, "obl", "nmod") if role in tree.marker(child).split()]
        found = found or _through_object(tree, index, role) or _beside_noun(tree, index, role)
    if not found and role in ("obj", "of") and not verb:
        found = _undergone(tree, index) or (_lost(tree, index) if role == "obj" else [])
    return next((at for at in found if tree.lemma(at) not in TIMES), None)


def _lost(tree: Tree, index: int) -> list[int]:
    """ "Ten soldiers died in an ambush", "was put under investigation", "remain in jail": whom it hit."""
    above = tree.words[index].head
    if above < 0 or not tree.is_(index, "obl"):
        return []
    undergone = tree.children(above, "nsubj:pass") if tree.marker(index) in UNDER else []
    if undergone or tree.lemma(above) not in (*LOSING, *(BEING if tree.marker(index) in UNDER else ())):
        return undergone
    subject = tree.subject(above)
    return [subject] if subject is not None else []


def _beside_noun(tree: Tree, index: int, role: str) -> list[int]:
    """ "widened his inquiry into X": the preposition may hang on the verb that does the noun."""
    above = tree.words[index].head
    if above < 0 or tree.words[index].upos != "NOUN" or not tree.is_(index, "obj", "nsubj:pass"):
        return []
    below = [child for child in tree.children(above, "obl") if child > index]
    return [child for child in below if role in tree.marker(child).split()]


def _given_to(tree: Tree, index: int) -> list[int]:
    """ "told them to go": the object; "the rebels were given arms": the subject of the passive."""
    if tree.children(index, "obj") and tree.children(index, "nsubj:pass"):
        return tree.children(index, "nsubj:pass")
    return tree.objects(index) if tree.children(index, "xcomp") else []


def _through_object(tree: Tree, index: int, role: str) -> list[int]:
    """ "launched an attack on X", "imposed sanctions against X": the preposition hangs on the object."""
    below = [grand for child in tree.objects(index) for grand in tree.children(child, "nmod")]
    return [grand for grand in below if role in tree.marker(grand).split()]
