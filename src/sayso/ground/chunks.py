"""A short mention ("the Iranian foreign minister") cut into words with plain syntax, without the engine."""

from __future__ import annotations

from datetime import datetime
from functools import lru_cache

from sayso.annotate.words import words
from sayso.ground import tables
from sayso.records import Annotated, Report, Segment, Sentence, Word

LONGEST = 400
"""A mention of more characters than this is not read."""
_ADP, _DET, _PRON = (tables.words(name) for name in ("prepositions", "determiners", "pronouns"))
_AND = frozenset(("and", "or", "&"))
_STOP = frozenset(("who", "which", "that", "whose", "when", "where"))
_POSSESSIVE = ("'s", "’s", "'", "’")
# Not possessive, and no head: what may follow a name.
_TAILS = frozenset(("Jr.", "Jr", "Sr.", "II", "III", "IV"))


# No role noun has more words than so many.
_WORDS = 6


@lru_cache(maxsize=1)
def joined() -> frozenset[str]:
    """The role nouns with a preposition or a possessive in them, which are not cut apart."""
    nouns = (row["noun"] for row in tables.rows("agents"))
    return frozenset(noun for noun in nouns if "'s " in noun or any(f" {word} " in noun for word in _ADP))


class _Drawn:
    """The words of a mention while their governors are found."""

    def __init__(self, text: str, whole: list[tuple[int, int]]) -> None:
        self.spans = words(text)
        self.forms = [text[start:end] for start, end in self.spans]
        self.lowers = [form.lower() for form in self.forms]
        size = len(self.forms)
        # Words inside a name that the tables know are not cut apart.
        self.inside = [any(start < a and b <= end for start, end in whole) for a, b in self.spans]
        for k in range(size):
            for last in range(k + 2, min(k + _WORDS, size)):
                if " ".join(self.lowers[k : last + 1]).replace(" '", "'") in joined():
                    self.inside[k + 1 : last + 1] = [True] * (last - k)
        self.tags = [self._tag(k) for k in range(size)]
        self.heads = [-1] * size
        self.rels = ["dep"] * size

    def _tag(self, k: int) -> str:
        form, lower = self.forms[k], self.lowers[k]
        if self.inside[k] and lower in _POSSESSIVE:
            return "X"
        if not any(char.isalnum() for char in form):
            return "PART" if form in _POSSESSIVE and k and self.forms[k - 1][-1:].isalnum() else "PUNCT"
        if lower in _POSSESSIVE:
            return "PART"
        if form[:1].isupper() and (k or lower not in _DET | _ADP | _PRON) and len(form) > 1:
            return "PROPN"
        if lower in _AND:
            return "CCONJ"
        if lower in _DET and not (lower == "that" and k):
            return "DET"
        if lower in _ADP:
            return "ADP"
        if lower in _PRON or lower in _STOP:
            return "PRON"
        return "NUM" if lower.isdecimal() or lower in tables.words("figures") else "NOUN"

    def join(self, child: int, head: int, rel: str) -> None:
        self.heads[child], self.rels[child] = head, rel


def chunk(text: str, published: datetime | None, whole: list[tuple[int, int]]) -> Annotated:
    """
    A mention as a report of one noun phrase.

    Args:
        text: The mention, at most `LONGEST` characters.
        published: The moment whose day decides who holds an office.
        whole: Spans of names in it, which are kept together.
    """
    drawn = _Drawn(text, whole)
    size = len(drawn.forms)
    if size:
        _governed(drawn)
    made = tuple(_word(drawn, k) for k in range(size))
    report = Report(id="mention", text=text, published=published)
    sentences = (Sentence(0, len(text), 0, size, 0),) if size else ()
    return Annotated(report, (Segment("paragraph", 0, len(text)),), sentences, made, (), ())


def _word(drawn: _Drawn, k: int) -> Word:
    form, lower, tag = drawn.forms[k], drawn.lowers[k], drawn.tags[k]
    many = len(lower) > 3 and lower.endswith("s") and not lower.endswith(("ss", "us", "is"))
    xpos = {"NOUN": "NNS" if many else "NN", "PROPN": "NNPS" if many else "NNP"}.get(tag, tag)
    if drawn.rels[k] == "acl":
        xpos = "VBN"
    return Word(*drawn.spans[k], form, singular(lower), tag, xpos, drawn.heads[k], drawn.rels[k], 0)


def singular(lower: str) -> str:
    """A guess at the singular of a lower-case noun."""
    if lower.endswith("ies") and len(lower) > 4:
        return lower[:-3] + "y"
    if lower.endswith(("sses", "shes", "ches", "xes")):
        return lower[:-2]
    if lower.endswith("s") and len(lower) > 3 and not lower.endswith(("ss", "us", "is")):
        return lower[:-1]
    return lower[:-3] + "man" if lower.endswith("men") and lower != "men" else lower


def _governed(drawn: _Drawn) -> None:
    """Give every word its governor: chunk by chunk, from left to right."""
    tops: list[int] = []
    link: tuple[str, int | None] = ("root", None)
    for first, last, case in _chunks(drawn):
        head = _noun(drawn, first, last)
        if head is None:
            _hang(drawn, range(first, last), tops[-1] if tops else -1)
            continue
        _inner(drawn, first, last, head)
        link = _link(drawn, case, tops)
        drawn.join(head, link[1] if link[1] is not None else -1, link[0])
        if case is not None:
            below = (
                "cc" if drawn.tags[case] == "CCONJ" else "punct" if drawn.tags[case] == "PUNCT" else "case"
            )
            drawn.join(case, head, below)
        tops.append(head)
    root = next((k for k in tops if drawn.rels[k] == "root"), 0)
    for k in range(len(drawn.forms)):
        if k != root and drawn.heads[k] < 0:
            drawn.join(k, root, "dep")
    if drawn.heads[root] >= 0 or drawn.rels[root] == "dep":
        drawn.join(root, -1, "root")


def _chunks(drawn: _Drawn) -> list[tuple[int, int, int | None]]:
    """Runs of words `(first, last, opener)`; the opener is the preposition, comma or "and" before it."""
    out: list[tuple[int, int, int | None]] = []
    first, opener = 0, None
    size = len(drawn.forms)
    for k in range(size):
        if not drawn.inside[k] and _opens(drawn, k, first):
            if k > first:
                out.append((first, k, opener))
            first, opener = k + 1, k
            if drawn.lowers[k] in _STOP and out:
                return out  # a clause tells more of him, and is not who he is
    if first < size:
        out.append((first, size, opener))
    return out


def _opens(drawn: _Drawn, k: int, first: int) -> bool:
    tag, form = drawn.tags[k], drawn.forms[k]
    if tag == "ADP":
        return True
    if tag == "PUNCT":
        return form in (",", ";", ":", "(", ")", "[", "]", "—", "–", "--") and not _hyphen(drawn, k)
    if drawn.lowers[k] in _STOP and k:
        return True
    # "Iranian and Russian officials" is one run, "the army and the police" two.
    return tag == "CCONJ" and k > first and _noun(drawn, first, k) is not None and not _modifier(drawn, k)


def _hyphen(drawn: _Drawn, k: int) -> bool:
    before = k and drawn.spans[k - 1][1] == drawn.spans[k][0]
    return drawn.forms[k] == "–" and bool(before)


def _modifier(drawn: _Drawn, k: int) -> bool:
    """Is what stands before "and" a nationality that shares the noun behind?"""
    following = k + 1 < len(drawn.forms)
    return following and adjective(drawn.forms[k - 1]) and adjective(drawn.forms[k + 1])


def adjective(form: str) -> bool:
    """Is a word a nationality that no plain noun is spelt like?"""
    return form in tables.adjectives()


def _noun(drawn: _Drawn, first: int, last: int) -> int | None:
    """The head of a run: its last noun that owns nothing; a year or a tail behind a name is none."""
    for k in range(last - 1, first - 1, -1):
        owns = k + 1 < last and drawn.tags[k + 1] == "PART"
        if drawn.tags[k] in ("NOUN", "PROPN", "PRON") and not owns and drawn.forms[k] not in _TAILS:
            return k
    return next(
        (k for k in range(last - 1, first - 1, -1) if drawn.tags[k] in ("NUM", "NOUN", "PROPN")), None
    )


def _link(drawn: _Drawn, case: int | None, tops: list[int]) -> tuple[str, int | None]:
    if not tops or case is None:
        return ("root", None) if not tops else ("dep", tops[0])
    if drawn.tags[case] == "CCONJ":
        return "conj", tops[-1]
    if drawn.tags[case] == "PUNCT":
        return "appos", tops[0]
    return "nmod", tops[-1]


def _inner(drawn: _Drawn, first: int, last: int, head: int) -> None:
    """The words of a run under its head: owners, ties, adjectives, names."""
    k = first
    owner_end = max((n for n in range(first, last) if drawn.tags[n] == "PART"), default=-1)
    owner = owner_end - 1 if first < owner_end <= last and owner_end - 1 >= first else -1
    if owner == head:
        owner = -1
    for k in range(first, last):
        if k == head:
            continue
        target = owner if owner >= 0 and k < owner else head
        if k == owner:
            drawn.join(k, head, "nmod:poss")
        elif k == owner_end:
            drawn.join(k, owner if owner >= 0 else head, "case")
        else:
            rel = {"DET": "det", "PUNCT": "punct", "NUM": "nummod", "CCONJ": "cc"}.get(
                drawn.tags[k], "compound"
            )
            participle = k > head and drawn.lowers[k].endswith(("ed", "wn"))
            drawn.join(k, target, "acl" if participle else rel)


def _hang(drawn: _Drawn, numbers: range, top: int) -> None:
    for k in numbers:
        drawn.join(k, top, "dep")
