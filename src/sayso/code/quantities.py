"""
How many people a phrase tells: "at least 12", "two dozen", "a soldier and three civilians", "no one".

Vague words have the bounds that `data/sizes.tsv` states; years, ages, money, shares and counts of things
are none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from functools import cache
from types import MappingProxyType

from sayso.attribute.lexicon import source_lexicon
from sayso.code.tables import rows
from sayso.records import Bounds
from sayso.syntax import CLAUSES, Tree

NOBODY: Bounds = (0, 0)
"""Told outright: "no one", "no casualties"."""
ARTICLES = frozenset({"a", "an", "the"})
DASHES = frozenset({"-", "–", "—"})
CURRENCIES = frozenset({"$", "£", "€", "¥"})
PARTS = frozenset({"%", "percent", "per", "pc", "third", "thirds", "quarter", "quarters"})
LABELS = frozenset({"aged", "age", "no.", "number"})
ONE_PERSON = frozenset({"he", "him", "she", "her"})
NO_ONE = frozenset({"nobody", "none", "noone"})
WHOLES = frozenset({"them", "whom"})
"""", three of them seriously" counts some of those told already."""
COMPARING = frozenset({"fewer", "more", "less"})
DIGITS = re.compile(r"([0-9]{1,3}(?:,[0-9]{3}){1,4}|[0-9]{1,12})(\.[0-9]{1,3})?([a-z]{0,2})")
YEAR = re.compile(r"(?:19|20)[0-9]{2}")

Number = tuple[Fraction, Fraction, int]
"""Least, most, and the word after it."""


# ------------------------------------------------------------------ the tables
@cache
def _numbers() -> MappingProxyType[str, tuple[int, int]]:
    return MappingProxyType({word: (int(least), int(most)) for word, least, most in listed("number")})


@cache
def _scales() -> MappingProxyType[str, int]:
    return MappingProxyType({word: int(times) for word, times, _ in listed("scale")})


@cache
def _suffixes() -> MappingProxyType[str, int]:
    return MappingProxyType({"": 1, **{word: int(times) for word, times, _ in listed("suffix")}})


@cache
def _bounds() -> MappingProxyType[str, str]:
    return MappingProxyType({phrase: effect for phrase, effect, _ in listed("bound")})


@cache
def kind(name: str) -> frozenset[str]:
    """The words of one kind in the table: "people", "thing", "collective", "many", "light", "number_of"."""
    return frozenset(word for word, _, _ in listed(name))


def listed(name: str) -> Iterator[tuple[str, str, str]]:
    """(word, a, b) for every word of one kind in the table."""
    for kind_, words, first, second in rows("sizes.tsv"):
        if kind_ == name:
            yield from ((word, first, second) for word in words.split(","))


# ------------------------------------------------------------------ a number in words
def text(tree: Tree, at: int) -> str:
    """The lower-cased text of a word; "" where there is none."""
    return tree.words[at].text.lower() if 0 <= at < len(tree.words) else ""


def _glued(tree: Tree, at: int) -> bool:
    """A dash without a space on either side."""
    if not 0 < at < len(tree.words) - 1 or tree.words[at].text not in DASHES:
        return False
    before, dash, after = tree.words[at - 1 : at + 2]
    return before.end == dash.start and dash.end == after.start


def _number(tree: Tree, at: int) -> Number | None:
    """The number that begins at a word: "1,200", "two dozen", "tens of thousands", "a hundred and five"."""
    unit = _unit(tree, at)
    if unit is None:
        return None
    low, high, end = unit
    times = 1
    while (scale := _scale(tree, end, vague=low < high)) is not None:
        times, end = scale
        low, high = low * times, high * times if low == high else (high + 1) * times - 1
    rest = _rest(tree, end, times) if low == high else None
    if rest is not None:
        low, high, end = low + rest[0], high + rest[1], rest[2]
    return (low, high, end) if low.denominator == high.denominator == 1 else None


def _unit(tree: Tree, at: int) -> Number | None:
    word = text(tree, at)
    if word == "half" and text(tree, at + 1) in ARTICLES and text(tree, at + 2) in _scales():
        return Fraction(1, 2), Fraction(1, 2), at + 2
    if word == "few" and text(tree, at - 1) not in ARTICLES:
        return None
    if word in _numbers():
        return _worded(tree, at)
    if word in _scales():  # "a dozen", "a million": the scale itself multiplies
        return Fraction(1), Fraction(1), at
    return _digits(word, at)


def _worded(tree: Tree, at: int) -> Number:
    """A number word; "twenty-three" has two, "a couple of hundred" an "of"."""
    low, high = _numbers()[text(tree, at)]
    ones = _numbers().get(text(tree, at + 2), (0, 0))[1] if 20 <= low == high and _glued(tree, at + 1) else 0
    if 0 < ones < 10:
        return Fraction(low + ones), Fraction(high + ones), at + 3
    linked = text(tree, at + 1) == "of" and low == 2 and text(tree, at + 2) in _scales()
    return Fraction(low), Fraction(high), at + (2 if linked else 1)


def _digits(word: str, at: int) -> Number | None:
    found = DIGITS.fullmatch(word)
    if found is None or found[3] not in _suffixes():
        return None
    value = Fraction(found[1].replace(",", "") + (found[2] or "")) * _suffixes()[found[3]]
    return value, value, at + 1


def _scale(tree: Tree, at: int, *, vague: bool) -> tuple[int, int] | None:
    """The scale at a word and the word after it; vague numbers are joined to it by "of"."""
    if vague and text(tree, at) == "of":
        at += 1
    word = text(tree, at)
    return (_scales()[word], at + 1) if word in _scales() else None


def _rest(tree: Tree, at: int, times: int) -> Number | None:
    """What "and fifty" or "two hundred" add to a hundred or a thousand before them."""
    joined = text(tree, at) == "and"
    if times < (100 if joined else 1000):
        return None
    start = at + joined
    rest = _number(tree, start) if text(tree, start) in _numbers() else None
    return rest if rest is not None and rest[0] == rest[1] < times else None


def _quantity(tree: Tree, head: int, end: int) -> Bounds | None:
    """The first number that counts what a phrase names, in its words up to `end`."""
    at = _first(tree, head)
    while at < end:
        number = _number(tree, at)
        if number is not None and _counts(tree, at, number[2], head):
            return _bounded(tree, at, number)
        at = max(number[2], at + 1) if number is not None else at + 1
    return None


def _counts(tree: Tree, at: int, end: int, head: int) -> bool:
    """Does a number count what its phrase names? Not money, shares, ages, years or "a 12-day march"."""
    before = text(tree, at - 1)
    if before in CURRENCIES or before in LABELS or text(tree, end) in PARTS:
        return False
    if YEAR.fullmatch(text(tree, at)) and (tree.words[at].head != head or end != head or before == "the"):
        return False  # "the 2014 protest organisers"
    return not _glued(tree, end) or text(tree, end + 1) == "strong" or _number(tree, end + 1) is not None


def _bounded(tree: Tree, at: int, number: Number) -> Bounds:
    low, high, end = int(number[0]), int(number[1]), number[2]
    if text(tree, end) == "or" and text(tree, end + 1) == "more":
        return low, None
    other = _number(tree, end + 1) if _ranges(tree, at, end) else None
    if other is not None:
        above = text(tree, at - 1) == "from"  # "rose from 12 to 15"
        return (int(other[0]) if above else min(low, int(other[0]))), max(high, int(other[1]))
    effect = _effect(tree, at)
    if effect == "least":
        return low, None
    if effect == "above":
        return low + 1, None
    if effect == "below":
        high = max(high - 1, 0)
    return (min(low, high, 1) if effect in ("most", "below") else low), high


def _ranges(tree: Tree, at: int, end: int) -> bool:
    """Does a second number follow as the other end of a range?"""
    link = text(tree, end)
    return link in ("to", "or") or _glued(tree, end) or (link == "and" and text(tree, at - 1) == "between")


def _effect(tree: Tree, at: int) -> str | None:
    """What the words right before a number do to it, the longest phrase first."""
    end = at - 1 if text(tree, at - 1) in ARTICLES else at
    phrases = (" ".join(text(tree, one) for one in range(end - long, end)) for long in (3, 2, 1))
    return next((effect for phrase in phrases if (effect := _bounds().get(phrase))), None)


# ------------------------------------------------------------------ people in a phrase
def together(tree: Tree, heads: list[int]) -> Bounds | None:
    """How many people phrases tell, added up; where some are untold there is no upper bound."""
    told = [(at, counted(tree, at) or _one(tree, at)) for at in heads]
    known = [bounds for _, bounds in told if bounds is not None]
    if not known:
        return None
    untold = any(bounds is None and human(tree, at) for at, bounds in told)
    tops = [most for _, most in known if most is not None]
    return sum(least for least, _ in known), None if untold or len(tops) < len(known) else sum(tops)


def counted(tree: Tree, head: int) -> Bounds | None:
    """What a number or "no" says of one phrase, coordinates aside."""
    if nobody(tree, head):
        return NOBODY if numeric(tree, head) or human(tree, head, unsure=True) else None
    if numeric(tree, head):
        kinds = [at for at in complements(tree, head) if not numeric(tree, at)]
        subset = text(tree, head - 1) == "," and any(text(tree, at) in WHOLES for at in kinds)
        countable = not subset and all(human(tree, at, unsure=True) for at in kinds)
        return _quantity(tree, head, head + 1) if countable else None
    if tree.lemma(head) in kind("collective"):
        inner = [at for at in complements(tree, head) if tree.lemma(at) not in kind("collective")]
        return next((told for at in inner if (told := counted(tree, at))), None) or strong(tree, head)
    return counted_before(tree, head) if human(tree, head, unsure=True) else None


def counted_before(tree: Tree, head: int) -> Bounds | None:
    """The number before the head of a phrase, whatever it names: "nine deaths"."""
    return _quantity(tree, head, head)


def strong(tree: Tree, head: int) -> Bounds | None:
    """ "a 5,000-strong crowd"."""
    told = [at for at in range(_first(tree, head), head) if text(tree, at) == "strong"]
    return _quantity(tree, head, told[0]) if told else None


def _one(tree: Tree, head: int) -> Bounds | None:
    """A single person: a name, "him", "a soldier", "his wife"."""
    word = tree.words[head]
    if word.text.lower() == "another":
        return 1, 1
    if word.upos == "PRON":
        return (1, 1) if word.text.lower() in ONE_PERSON else None
    if word.upos == "PROPN":
        named = tree.names((word.start, word.end))
        person = any(one.type == "person" for one in named) if named else _person(tree, head)
        return (1, 1) if person else None
    many = tree.lemma(head) in kind("many") | kind("collective")
    single = word.xpos == "NN" and word.upos == "NOUN" and not many
    return (1, 1) if single and human(tree, head) else None


def human(tree: Tree, head: int, *, unsure: bool = False) -> bool:
    """Does a noun name people? Where nothing is known of it, `unsure`."""
    lemma = tree.lemma(head)
    if lemma in kind("people") or source_lexicon().get(lemma, "").startswith("anonymous"):
        return True
    if lemma in kind("thing"):
        return False
    if tree.words[head].upos == "PRON" or tree.mention(head) is None:
        return unsure
    return _person(tree, head)


def _person(tree: Tree, head: int) -> bool:
    mention = tree.mention(head)
    return mention is not None and mention.type == "person"


def nobody(tree: Tree, head: int) -> bool:
    """ "nobody", "no one", "no casualties"; not "no fewer than 12"."""
    gap = 2 if _glued(tree, head - 1) else 1  # "no one", "no-one", however they hang together
    if text(tree, head) in NO_ONE or (text(tree, head) == "one" and text(tree, head - gap) == "no"):
        return True
    beside = [at for at in tree.children(head, "det", "advmod") if text(tree, at) == "no"]
    return any(text(tree, at + 1) not in COMPARING for at in beside)


def numeric(tree: Tree, at: int) -> bool:
    """Is a word itself a number: "twelve", "dozens"?"""
    return _unit(tree, at) is not None or tree.words[at].xpos == "CD"


def complements(tree: Tree, head: int) -> list[int]:
    """What stands behind a noun with "of" or "to": "the death of two men", "injuries to 12"."""
    return [at for at in tree.children(head, "nmod") if tree.marker(at) in ("of", "to")]


def _first(tree: Tree, head: int) -> int:
    """The first word of the unbroken run of a phrase before its head."""
    inside = set(tree.subtree(head, without={*CLAUSES, "acl"}))
    first = head
    while first - 1 in inside:
        first -= 1
    return first
