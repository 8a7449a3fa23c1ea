"""
A quotation that the one quoted breaks in two: "The colonel swore to us," the mayor said, "that they fled."
Inside it the colonel swears what the second part tells.
"""

from __future__ import annotations

from sayso.attribute.complements import cue_of, source_phrase
from sayso.attribute.lexicon import cue_lexicon
from sayso.records import Attribution, Span
from sayso.spans import covers_all
from sayso.syntax import Tree


def splits(tree: Tree, known: list[Attribution]) -> list[Attribution]:
    """One proposal for each content whose second piece begins with "that" and whose first ends on a cue."""
    found = []
    for one in known:
        for before, after in zip(one.content, one.content[1:], strict=False):
            inner = _inner(tree, before, after)
            if inner is not None:
                found.append(inner)
    return found


def rid(known: list[Attribution], found: list[Attribution]) -> list[Attribution]:
    """What is known but for those whose cue a split has: their content is what little was seen of it."""
    cues = {one.cue for one in found}
    return [one for one in known if not any(covers_all(cue, one.cue) for cue in cues)]


def _inner(tree: Tree, before: Span, after: Span) -> Attribution | None:
    said = [at for at in tree.within([after]) if tree.words[at].upos != "PUNCT"]
    if len(said) < 2 or tree.lemma(said[0]) != "that":
        return None
    verbs = [at for at in tree.within([before]) if tree.words[at].upos == "VERB"]
    if not verbs or tree.lemma(verbs[-1]) not in cue_lexicon() or tree.children(verbs[-1], "ccomp", "xcomp"):
        return None
    subject = tree.subject(verbs[-1])
    if subject is None:
        return None
    content = (tree.words[said[1]].start, tree.words[said[-1]].end)
    source = (source_phrase(tree, subject),)
    return Attribution(id="", source=source, cue=cue_of(tree, verbs[-1]), content=(content,))
