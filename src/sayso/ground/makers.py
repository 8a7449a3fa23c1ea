"""Reports, statements and letters: the actor is who put them out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.ground.phrases import PRODUCTS, UNKNOWN, Mention, PlacedPhrase, sector_in

if TYPE_CHECKING:
    from sayso.ground.cast import Cast


def put_out(cast: Cast, phrase: PlacedPhrase) -> Mention | None:
    """A report or a statement stands for who put it out."""
    noun = cast.page.words[phrase.head].lemma.lower()
    if noun not in PRODUCTS:
        return None
    made = _maker(cast, phrase) or (_told_before(cast, phrase, noun) if cast.marked(phrase) else None)
    if made is None or made.codes[0] == UNKNOWN:
        return None
    return Mention(
        phrase.first, phrase.end + 1, phrase.head, made.codes, made.name, f"put out by {made.name}",
        "product", noun,
    )  # fmt: skip


def _maker(cast: Cast, phrase: PlacedPhrase) -> Mention | None:
    """Whoever a report is by: the name in front of it, its owner, or the subject that says it "in" it."""
    named = phrase.naming("media", "organisation", "seat")
    row = named.of("media", "organisation", "seat") if named else None
    if row is not None and named is not None:
        return Mention(named.first, named.last, phrase.head, (row.code,), row.name, row.name, "body", "")
    for child in [phrase.owner, *phrase.hangers]:
        if child is None:
            continue
        by = child == phrase.owner or phrase.preposition(child) in ("by", "from", "of", "in")
        if by and (owner := cast.at(child)) is not None:
            return owner
    for clause in cast.page.kids(phrase.head, "acl"):
        for child in cast.page.kids(clause, "obl"):
            if "by" in [cast.page.lowers[k] for k in cast.page.kids(child, "case")]:
                return cast.at(child)
    above = cast.page.words[phrase.head].head
    if above >= 0 and cast.page.deprel(phrase.head) == "obl":
        subject = cast.page.kids(above, "nsubj")
        return cast.at(subject[0]) if subject else None
    return None


def _told_before(cast: Cast, phrase: PlacedPhrase, noun: str) -> Mention | None:
    earlier = cast.before(phrase.head)
    same = next((m for m in earlier if m.kind == "product" and m.noun == noun), None)
    if same is not None or noun not in ("report", "article", "account", "story", "dispatch"):
        return same
    return next((m for m in earlier if sector_in(m.codes[0]) == "MED"), None)
