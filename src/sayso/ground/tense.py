"""Which way from the day of publication a clause looks: past (-1), future (+1) or not told (0)."""

from __future__ import annotations

from sayso.ground import tables
from sayso.ground.page import Page

_FUTURE = frozenset(("will", "shall", "'ll", "’ll", "wo", "sha", "would", "'d"))
_OPEN = frozenset(["may", "might", "could", "should", "must", "can"])
# What these govern lies ahead, whatever their own tense.
PLANNING = tables.words("planning")
# A plain present of these with a day is a timetable.
_TIMETABLE = tables.words("timetable")
_SCHEMES = frozenset(("deadline", "hope", "plan", "pledge", "promise", "schedule"))
_PAST = frozenset(("was", "were", "had", "did", "said", "told", "been", "ago"))
_AHEAD = tables.words("ahead")


def direction(page: Page, number: int) -> int:
    """Read the tense of the clause that a word (of a time expression, or an event) belongs to."""
    path = page.climb(number)
    for step, word in enumerate(path):
        if step == 0 and page.words[word].upos not in ("VERB", "AUX"):
            continue
        below = path[step - 1] if step else None
        told = _told(page, word, below)
        if told is not None:
            return told
    return _shallow(page, number)


def had_by_then(page: Page, number: int, before: str) -> bool:
    """ "By Monday the rebels had taken the town": a limit that lies behind; others lie ahead."""
    opening = page.sentences[page.words[number].sentence].first
    if page.lowers[opening] == before:
        return direction(page, number) < 0
    verbs = [step for step in page.climb(number) if page.words[step].upos == "VERB"]
    return bool(verbs) and "had" in [page.lowers[child] for child in page.kids(verbs[0], "aux")]


def _told(page: Page, number: int, below: int | None) -> int | None:
    """What one governor says of the time; None leaves it to the next."""
    word = page.words[number]
    if word.upos == "ADJ" or (word.upos == "NOUN" and below is not None):
        # A demand or a call on Monday was made on Monday; a plan or a deadline lies ahead.
        ahead = word.lemma in (PLANNING if word.upos == "ADJ" else _SCHEMES) or any(
            page.words[child].lemma in PLANNING for child in page.kids(number, "amod", "acl")
        )
        return 1 if ahead else None
    if word.upos not in ("VERB", "AUX"):
        return None
    if below is not None and word.lemma in PLANNING and _is_for(page, below):
        return 1
    return _verb(page, number)


def _is_for(page: Page, number: int) -> bool:
    """Does the phrase open with "for" ("set for Thursday")?"""
    return any(page.lowers[child] == "for" for child in page.kids(number, "case"))


def _verb(page: Page, number: int) -> int | None:
    helpers = [page.lowers[child] for child in page.kids(number, "aux", "cop")]
    if any(helper in _FUTURE for helper in helpers):
        return -1 if "have" in helpers else 1
    if any(helper in _OPEN for helper in helpers):
        return -1 if "have" in helpers else 1
    form = page.words[number].xpos
    if form == "VB" and _is_to(page, number):
        return 1
    if form in ("VBD",) or any(helper in ("had", "was", "were", "did") for helper in helpers):
        planned = page.words[number].lemma in PLANNING and form in ("VBN", "VBG")
        return 1 if planned and any(helper in ("was", "were") for helper in helpers) else -1
    if any(helper in ("has", "have", "'ve") for helper in helpers) and "to" not in helpers:
        return -1
    if form == "VBN":
        if page.words[number].lemma in PLANNING and page.words[number].lemma != "set":
            return 1  # "set for Thursday" is told by its "for"; a record set on Thursday is over
        return None if any(helper in ("be", "being") for helper in helpers) else -1
    if form == "VBG":
        return 1 if any(helper in ("is", "are", "am", "'s", "'re") for helper in helpers) else None
    if form in ("VBZ", "VBP"):
        lemma = page.words[number].lemma
        return 1 if lemma in PLANNING or lemma in _TIMETABLE else 0
    return _infinitive(page, number)


def _is_to(page: Page, number: int) -> bool:
    """ "Is to name", "are to meet": arranged for a time ahead."""
    marked = any(page.lowers[child] == "to" for child in page.kids(number, "mark", "aux"))
    head = page.words[number].head
    being = [page.lowers[child] for child in page.kids(number, "aux", "cop")]
    being += [page.lowers[head]] if head >= 0 and page.deprel(number) == "xcomp" else []
    return marked and any(word in ("is", "are", "'s", "'re") for word in being)


def _infinitive(page: Page, number: int) -> int | None:
    head = page.words[number].head
    if head >= 0 and page.words[head].lemma in PLANNING:
        return 1
    return None


def _shallow(page: Page, number: int) -> int:
    """Without syntax: the nearest telling word to the left in the sentence."""
    sentence = page.sentences[page.words[number].sentence]
    for back in range(number - 1, max(sentence.first, number - 14) - 1, -1):
        lower = page.lowers[back]
        if lower in _AHEAD:
            return 1
        if lower in _PAST or (lower.endswith("ed") and len(lower) > 4):
            return -1
    return 0
