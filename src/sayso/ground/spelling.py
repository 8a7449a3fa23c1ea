"""One spelling for all ways to write a place's name."""

from __future__ import annotations

import re
import unicodedata

LONGEST = 80
"""No place's name is longer, in characters; what is longer is not looked up."""

_LETTERS = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i", "ð": "d", "þ": "th", "ə": "a"}
)
_DROPPED = re.compile(r"['’‘ʻʼ`´.ʿʾ]")
_GAPS = re.compile(r"[^\w]+")
# Words that are written short or in full.
_SHORT = {
    "saint": "st",
    "sainte": "ste",
    "mount": "mt",
    "fort": "ft",
    "and": "",
    "the": "",
}


def folded(name: str) -> str:
    """
    A name in lower case without accents, points and hyphens, "Saint" as "st", without "the".

    "" for a name longer than `LONGEST`.
    """
    if len(name) > LONGEST:
        return ""
    plain = unicodedata.normalize("NFKD", name.lower().translate(_LETTERS))
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter))
    words = _GAPS.sub(" ", _DROPPED.sub("", plain).replace("_", " ")).split()
    return " ".join(short for word in words if (short := _SHORT.get(word, word))) or " ".join(words)
