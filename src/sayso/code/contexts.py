"""
What an event is about: PLOVER's contexts, by the words of its own clause and of what it governs.

Another clause of the sentence says nothing of it: "closed the university after a strike at the port" is not
about the port. What is asked for, charged or agreed on belongs to it, though it stands in a clause below.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import cache

from sayso.code.tables import rows
from sayso.syntax import Tree

MOST = 5
"""So many contexts an event has at most: those with the most signals, then those named first."""
LONGEST = 3
OPENING = frozenset({"ccomp", "xcomp", "acl", "acl:relcl", "advcl", "advcl:relcl", "parataxis", "csubj"})
"""Relations whose word heads a clause."""
ASIDE = frozenset({"acl:relcl", "advcl:relcl", "parataxis"})
COMPLEMENT = frozenset({"to", "for", "of", "from"})
"""What opens a clause that completes its verb: "accused them of bribing", "barred them from voting"."""
CONTENT = COMPLEMENT | {"that", "whether", "if"}
"""What opens a clause that is what is said or asked, not its cause: "demanded that", never "because"."""


@cache
def signals() -> dict[tuple[str, ...], tuple[str, ...]]:
    """A phrase as lemmas -> the contexts it signals."""
    table: dict[tuple[str, ...], list[str]] = {}
    for context, phrases in rows("contexts.tsv"):
        for phrase in phrases.split(","):
            table.setdefault(tuple(phrase.split()), []).append(context)
    return {phrase: tuple(found) for phrase, found in table.items()}


def contexts(tree: Tree, index: int) -> tuple[str, ...]:
    """
    The contexts of the event told by a word, in alphabetical order, five at most.

    Args:
        tree: The report's tree.
        index: The trigger.
    """
    found = Counter(context for told in _signalled(tree, _about(tree, index)) for context in told)
    return tuple(sorted(context for context, _ in found.most_common(MOST)))


def _about(tree: Tree, index: int) -> list[int]:
    """The words of the event's clause, of the clauses that complete it, and of a subject it shares."""
    head = _head(tree, index)
    held, stack = {head}, [head]
    while stack:
        at = stack.pop()
        below = [child for child in tree.children(at) if not _apart(tree, child, head, index)]
        held.update(below)
        stack.extend(below)
    subject = tree.subject(head)
    if subject is not None and subject not in held:
        held.update(tree.subtree(subject, without=OPENING))
    return sorted(held)


def _head(tree: Tree, index: int) -> int:
    """The word that heads the clause of a word."""
    at = index
    while tree.words[at].head >= 0 and tree.words[at].deprel not in OPENING and not _joined(tree, at):
        at = tree.words[at].head
    return at


def _joined(tree: Tree, at: int) -> bool:
    """A verb beside a verb tells something else than the first."""
    above = tree.words[at].head
    verbs = tree.words[at].upos == "VERB" and tree.words[above].upos in ("VERB", "AUX")
    return verbs and tree.is_(at, "conj")


def _apart(tree: Tree, child: int, head: int, index: int) -> bool:
    """Does a word head a clause that neither is the event's own nor completes it?"""
    above, relation = tree.words[child].head, tree.words[child].deprel
    if relation in ASIDE or (above == head and _joined(tree, child)):
        return True
    marks = set(tree.marker(child).split())
    if tree.is_(child, "advcl"):
        return not COMPLEMENT & marks
    return relation == "ccomp" and (above != index or not marks <= CONTENT)


def _signalled(tree: Tree, words: list[int]) -> Iterator[tuple[str, ...]]:
    """What the words signal in text order, the longest phrase first; a phrase lies within one clause."""
    left = [at for at in words if tree.words[at].text != "-"]
    while left:
        phrase = _longest(tuple(tree.lemma(at) for at in left[:LONGEST]))
        if phrase:
            yield signals()[phrase]
        left = left[max(1, len(phrase)) :]


def _longest(lemmas: tuple[str, ...]) -> tuple[str, ...]:
    """The longest phrase of the table that these lemmas begin with, () if none."""
    return next((lemmas[:size] for size in range(LONGEST, 0, -1) if lemmas[:size] in signals()), ())
