"""Which earlier actor a pronoun stands for: the nearest that agrees, subjects first."""

from __future__ import annotations

from sayso.code.counterparts import UNDERGONE
from sayso.ground.page import Page
from sayso.ground.phrases import ANOTHER, UNKNOWN, Mention

_PERSON = frozenset(["he", "him", "his", "himself", "she", "her", "hers", "herself"])
_THING = frozenset(["it", "its", "itself"])
_MANY = frozenset(["they", "them", "their", "theirs", "themselves"])
_RELATIVE = frozenset(["who", "whom", "which", "that", "whose"])
_REACH = 60
_GUESSED = 4
"""By how much somebody whose country is not told, or only guessed, stands behind others."""


def antecedent(page: Page, head: int, mentions: list[Mention]) -> Mention | None:
    """The mention a pronoun stands for, or None; nothing further back than `_REACH` words counts."""
    lower = page.lowers[head]
    if lower in _RELATIVE:
        return _relative(page, head, mentions)
    kinds = _kinds(lower)
    if not kinds:
        return None
    best: tuple[float, Mention] | None = None
    barred = _subject(page, head, mentions)
    for mention in mentions:
        if mention.head >= head or mention.last > head or head - mention.head > _REACH:
            continue
        if (mention.codes[0] == UNKNOWN and mention.via != ANOTHER) or not _agrees(mention, lower, kinds):
            continue
        if barred is not None and (mention.name, mention.codes) == (barred.name, barred.codes):
            continue
        guessed = mention.codes[0].startswith(UNKNOWN) or mention.via == "country in focus"
        score = _score(page, head, mention) - (_GUESSED if guessed else 0)
        if best is None or score >= best[0]:
            best = (score, mention)
    return best[1] if best else None


def _kinds(lower: str) -> tuple[str, ...]:
    if lower in _PERSON:
        return ("person",)
    if lower in _THING:
        return ("body", "country")
    if lower in _MANY:
        return ("person", "body", "people", "country")
    return ()


def _agrees(mention: Mention, lower: str, kinds: tuple[str, ...]) -> bool:
    if mention.kind not in kinds:
        return False
    if lower in _PERSON:
        return not mention.plural
    if lower in _THING:
        return len(mention.codes) == 1 and (mention.kind == "country" or not mention.plural)
    if lower in _MANY:
        return mention.plural or mention.kind == "body" or len(mention.codes) > 1
    return True


def _subject(page: Page, head: int, mentions: list[Mention]) -> Mention | None:
    """Who an object pronoun cannot be: the subject of its clause, or of one it shares a subject with."""
    verb = page.words[head].head
    if page.words[head].deprel == "nmod:poss" and page.words[verb].lemma.lower() in UNDERGONE:
        # "The EU demands their release": nobody demands his own.
        verb = page.words[verb].head if page.deprel(verb) == "obj" else -1
    elif page.deprel(head) not in ("obj", "iobj"):
        return None
    chain: list[int] = []
    while verb >= 0 and verb not in chain:
        chain.append(verb)
        if page.deprel(verb) not in ("conj", "xcomp") or page.kids(verb, "nsubj"):
            break
        verb = page.words[verb].head
    subjects = {child for step in chain for child in page.kids(step, "nsubj")}
    return next((m for m in reversed(mentions) if m.head in subjects), None)


def _score(page: Page, head: int, mention: Mention) -> float:
    """Near ones first; a subject counts as much nearer, the subject of the sentence before most."""
    gap = page.words[head].sentence - page.words[mention.head].sentence
    score = -10.0 * gap - 0.05 * (head - mention.head)
    if page.deprel(mention.head) == "nsubj":
        score += 6
    elif page.deprel(mention.head) in ("nmod", "obl"):
        score -= 2
    return score


def _relative(page: Page, head: int, mentions: list[Mention]) -> Mention | None:
    """A relative pronoun stands for what its clause hangs on."""
    for number in page.climb(head):
        if page.deprel(number) == "acl":
            governor = page.words[number].head
            return next((m for m in reversed(mentions) if m.head == governor), None)
    return None
