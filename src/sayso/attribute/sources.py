"""What kind of source a phrase names."""

from __future__ import annotations

import re

from sayso.attribute.lexicon import offices, source_lexicon
from sayso.records import BODIES, Entity, Spans
from sayso.syntax import Tree

HANDLE = re.compile(r"(?<!\w)@\w")
"""An account's name ("@army_press")."""
NAMING = ("flat", "appos", "compound", "nmod:desc", "list")
OFFICIAL = frozenset(
    {"official", "military", "government", "governmental", "diplomatic", "security", "intelligence", "army",
     "police", "ministry", "defence", "defense", "administration", "palace"}
)  # fmt: skip
RETOLD = frozenset({"report", "account", "story", "dispatch"})


def source_type(tree: Tree, source: Spans) -> str:
    """One of `records.SOURCE_TYPES`, from the words of the source alone; pronouns come out unspecified."""
    if not source:
        return "unspecified"
    if any(HANDLE.search(tree.text, start, end) for start, end in source):
        return "social_media"
    head = tree.head_of(source)
    if head is None or tree.words[head].upos == "PRON":
        return "unspecified"
    if _person(tree, head, source):
        return "named_person"
    kind = _by_noun(tree, head, source)
    return kind or _by_name(tree, head)


def _person(tree: Tree, head: int, source: Spans) -> bool:
    """A personal name that is the head, or that names the head in apposition."""
    inside = (one for span in source for one in tree.names(span) if one.start >= span[0])
    return any(entity.type == "person" and _names(tree, entity, head) for entity in inside)


def _names(tree: Tree, entity: Entity, head: int) -> bool:
    span = range(entity.first, entity.last)
    if head in span:
        return True
    return any(tree.words[index].head == head and tree.is_(index, *NAMING) for index in span)


def _by_noun(tree: Tree, head: int, source: Spans) -> str | None:
    """The table's word for the head; of "the White House press office" the last noun decides."""
    table, lemma = source_lexicon(), tree.lemma(head)
    if lemma in ("one", "some", "many", "several", "two", "three", "both", "most", "none"):
        below = tree.children(head, "nmod", "obl")
        return _by_noun(tree, below[0], source) if below else "anonymous_other"
    kind = table.get(lemma) or table.get(lemma.removesuffix("s"))
    if lemma in RETOLD and _retold(tree, head):
        return "media"
    if kind == "anonymous_official" or lemma in offices():
        return "named_person" if _unique(tree, head) else kind or "anonymous_official"
    if kind == "anonymous_other" and _modifiers(tree, head) & OFFICIAL:
        return "anonymous_official"
    return kind


def _retold(tree: Tree, head: int) -> bool:
    """A headline's bare "Report", or a report of a named outlet ("a New York Times report")."""
    owners = set(tree.children(head, "compound", "nmod:poss", "nmod:unmarked", "amod"))
    named = any(
        entity.type in BODIES and owners & set(range(entity.first, entity.last))
        for entity in tree.annotated.entities
    )
    return named or (tree.kind(head) == "title" and not tree.children(head, "det", "amod", "nmod"))


def _unique(tree: Tree, head: int) -> bool:
    """ "the prime minister", "its natural resources minister": one person holds the office."""
    if tree.lemma(head) not in offices() and "chief" not in _modifiers(tree, head):
        return False
    plural = tree.words[head].xpos in ("NNS", "NNPS")
    indefinite = any(
        tree.lemma(child) in ("a", "an", "one") for child in tree.children(head, "det", "nummod")
    )
    return not plural and not indefinite and "former" not in _modifiers(tree, head)


def _modifiers(tree: Tree, head: int) -> set[str]:
    return {tree.lemma(child) for child in tree.children(head, "amod", "compound", "nmod")}


def _by_name(tree: Tree, head: int) -> str:
    word = tree.words[head]
    for entity in tree.names((word.start, word.end)):
        return {"person": "named_person", "outlet": "media", "document": "document"}.get(
            entity.type, "organisation"
        )
    if word.upos == "PROPN":
        return "organisation"
    return "anonymous_other"
