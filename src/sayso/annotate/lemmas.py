"""Lemmas from a form and its Penn tag: a table of irregular forms, then rules of spelling."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable

from sayso.annotate.irregular import ADJECTIVES, BARE, FIXED, NOUNS, SILENT, UNCHANGED, VERBS

_DOUBLED = re.compile(r"(?:[^aeiou]|^|qu)[aeiouy]([bdgklmnprtv])\1$")
# What is left of a verb when -ed or -ing is taken off, where an "e" has gone with it.
_LOST_E = re.compile(
    r"(?:[^aeiou]u|[aeiou][sz]|[bcdfgkptz]l|[ae]g|rg|[aeiouln]c|[rn]c|[aeiouylr]v|[aqu]ir|.ur"
    r"|[^aeiou]at|[iu]at|[bcnq]it|[bclmpr]ut|[rlnp]s|[bcdfghklmnprstvz][ao]k|[^aeiou][aiou][dmnpbk]"
    r"|[bcdfghjklmnprstvwz][aio]r|bl|[aeo]th|dg|[ae]ng|[aeiou]qu|[^aeiou]ot|[^aeiou]ev)$"
)
_LOST_E_DEGREE = re.compile(r"(?:[^aeiou][aiu][cdrstv]|[rl]g|bl|pl|tl|[aoe]v|u|rs|ns)$")
_CONTRACTED = frozenset(("are", "am", "'m", "'re", "'ve", "is", "has", "does", "m", "re", "ve", "r"))
_KEPT = frozenset(("NNP", "CD", "FW", "ADD"))


@functools.lru_cache(maxsize=20_000)
def lemma(form: str, xpos: str) -> str:
    """Return the lemma of ``form`` under Penn tag ``xpos``, as the English treebanks write it."""
    low = form.lower().replace("’", "'").replace("`", "'")
    fixed = FIXED.get((low, xpos)) or FIXED.get((low, ""))
    if fixed is not None:
        return fixed
    if xpos == "NNPS":
        return form if low in UNCHANGED else _plural(form)
    if xpos == "NNS" and _acronym(form) and form[-1] == "s":
        return form[:-1]
    rule = _RULES.get(xpos)
    if rule is not None:
        return rule(low)
    kept = xpos in _KEPT or (xpos in ("NN", "JJ") and _acronym(form))
    return form if kept else low


def _acronym(form: str) -> bool:
    """Tell whether a form is capitals ("CEO", "DVDs"): those keep their case."""
    return len(form) > 1 and form.rstrip("s").isupper()


def _plural(low: str) -> str:
    """Undo a plural, or the -s of a verb."""
    known = NOUNS.get(low)
    if known is not None:
        return known
    if low in UNCHANGED or not low.endswith("s") or low.endswith("ss") or low[:-1].isdigit():
        return low.removesuffix("'") or low
    if low.endswith("ies") and len(low) > 4:
        return low[:-3] + "y"
    if low.endswith(("sses", "shes", "ches", "xes", "zzes", "oes", "'s")):
        return low[:-2] or low
    return low[:-1] or low


def _third(low: str) -> str:
    return VERBS.get(low) or _plural(low)


def _present(low: str) -> str:
    return VERBS[low] if low in _CONTRACTED else low


def _past(low: str) -> str:
    known = VERBS.get(low)
    if known is not None:
        return known
    if low.endswith("ied") and len(low) > 4:
        return low[:-3] + "y"
    if low.endswith("eed"):
        return low[:-1] if low[:-1] in SILENT else low
    return _stem(low[:-2]) if low.endswith("ed") and len(low) > 3 else low


def _gerund(low: str) -> str:
    known = VERBS.get(low)
    if known is not None:
        return known
    if low.endswith("in'") or (low.endswith("in") and len(low) > 5):
        return _stem(low.removesuffix("'")[:-2])
    return _stem(low[:-3]) if low.endswith("ing") and len(low) > 4 else low


def _stem(stem: str) -> str:
    """Give a bare stem its silent "e" back, or take one of two last letters away."""
    if stem + "e" in SILENT:
        return stem + "e"
    if stem in SILENT or stem in BARE:
        return stem
    if _DOUBLED.search(stem):
        return stem[:-1]
    return stem + "e" if _LOST_E.search(stem) else stem


def _degree(low: str, ending: str) -> str:
    """Undo a comparative or superlative."""
    known = ADJECTIVES.get(low)
    if known is not None:
        return known
    if not low.endswith(ending) or len(low) < len(ending) + 3:
        return low
    stem = low[: -len(ending)]
    if stem.endswith("i"):
        return stem[:-1] + "y"
    if _DOUBLED.search(stem) and not stem.endswith("ll"):
        return stem[:-1]
    lost = _LOST_E_DEGREE.search(stem) and not stem.endswith(("dur", "tur"))
    return stem + "e" if lost else stem


def _comparative(low: str) -> str:
    return _degree(low, "er")


def _superlative(low: str) -> str:
    return _degree(low, "est")


_RULES: dict[str, Callable[[str], str]] = {
    "NNS": _plural,
    "VBZ": _third,
    "VBP": _present,
    "VBD": _past,
    "VBN": _past,
    "VBG": _gerund,
    "JJR": _comparative,
    "RBR": _comparative,
    "JJS": _superlative,
    "RBS": _superlative,
}
