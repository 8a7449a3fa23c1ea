"""Irregular English forms and the spelling of stems (``data/irregular.tsv``, ``data/stems.tsv``)."""

from __future__ import annotations

from sayso.annotate.tables import rows, words


def _lemmas(kind: str) -> dict[str, str]:
    """Return form to lemma for one class of the table."""
    table = (row[1:] for row in rows("irregular.tsv") if row[0] == kind)
    return {form: name for name, forms in table for form in forms.split()}


def _fixed() -> dict[tuple[str, str], str]:
    """Return (form, tag) to lemma."""
    pairs = _lemmas("fixed")
    return {tuple(key.rsplit("/", 1)): name for key, name in pairs.items()}  # type: ignore[misc]


_STEMS = words("stems.tsv")
VERBS = _lemmas("verb")
NOUNS = _lemmas("noun")
ADJECTIVES = _lemmas("degree")
FIXED = _fixed()
SILENT = _STEMS["silent"]
BARE = _STEMS["bare"]
UNCHANGED = _STEMS["unchanged"]
