"""
Sides that an act takes from the one it answers: whose proposal is turned down, who denies that he did it, who
meets one's demand, with whom a truce is kept.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from msgspec import structs

from sayso.ground.opponents import is_side
from sayso.ground.page import Page
from sayso.ground.parties import known, supposed
from sayso.ground.phrases import UNKNOWN, coded, sector_in
from sayso.records import Attribution, Commitment, Event
from sayso.spans import covers, overlaps

_PUT = frozenset({"REQUEST", "AGREE", "ACCUSE", "THREATEN", "SANCTION", "COOPERATE"})
"""What can be put to somebody, who then turns it down."""
_MET = frozenset({"CONCEDE", "AID"})
"""Acts that somebody asks for on his own behalf."""
_SUBJECTS = frozenset({"CVL", "OPP", "REB", "PTY", "NGO", "LAB", "BUS"})
"""Sectors whose demands on nobody in particular are on their own government."""
_ON_GOVERNMENT = frozenset({"REQUEST", "THREATEN", "REJECT", "ACCUSE"})
_SAID = frozenset({"THREATEN", "REQUEST", "ACCUSE", "AGREE"})
_EASING = frozenset({"access", "yield"})
_IMPOSED = frozenset({"SANCTION", "COERCE"})
_DEALS = frozenset(
    {"accord", "agreement", "deal", "pact", "truce", "ceasefire", "cease-fire", "outcome", "treaty",
     "settlement", "breakthrough", "understanding", "compromise"}
)  # fmt: skip
_AGREED = frozenset({"AGREE", "SUPPORT", "CONSULT", "RETREAT", "CONCEDE"})
_MUTUAL = frozenset({"CONSULT", "AGREE"})
_TRUCES = frozenset({"ceasefire"})
_OFTEN = 2
"""Acts between two sides that make them those of talks that name none."""
_REACH = 3
"""Sentences back to what is answered, where it is not put to the very one who answers."""
Codes = tuple[str, ...]


def answered(
    page: Page,
    events: Iterable[Event],
    sources: dict[str, Attribution],
    commitments: Sequence[Commitment] = (),
) -> tuple[Event, ...]:
    """The events, those that answer another, a source or a condition with the side this one tells."""
    told = [_denied(_asked(one, sources), sources) for one in events]
    told = [_deterred(one, told, sources, commitments) for one in told]
    order = sorted(told, key=lambda one: one.mentions[0])
    told = [_hailed(page, _turned_down(page, one, order), order) for one in told]
    told = [_eased(_recalled(page, one, order), order) for one in told]
    return tuple(_met(_as_before(page, one, order), told, commitments) for one in told)


def at_home(events: Iterable[Event]) -> tuple[Event, ...]:
    """Demands, threats and charges on nobody in particular, on one's own government."""
    return tuple(_on_government(one) for one in events)


def paired(events: Sequence[Event]) -> tuple[Event, ...]:
    """Talks and truces whose sides are not told, between the two who have most to do with each other."""
    pairs = Counter(
        pair for one in events if one.type not in _MUTUAL for pair in _pairs(one.actor, one.recipient)
    )
    ranked = pairs.most_common(2)
    if not ranked or ranked[0][1] < _OFTEN or (len(ranked) > 1 and ranked[0][1] == ranked[1][1]):
        return tuple(events)
    pair = tuple(sorted(ranked[0][0]))
    return tuple(structs.replace(one, actor=pair) if _lacks_sides(one) else one for one in events)


def _pairs(actor: Codes, recipient: Codes) -> list[frozenset[str]]:
    """Each side with each, world bodies and people who only suffer left out."""
    one, other = (
        [code for code in codes if is_side(code) and not code.startswith("IGO") and sector_in(code) != "CVL"]
        for codes in (actor, recipient)
    )
    return [frozenset((left, right)) for left in one for right in other if left != right]


def _lacks_sides(one: Event) -> bool:
    mutual = one.type in _MUTUAL or one.mode in _TRUCES
    return mutual and not known((*one.actor, *one.recipient)) and not one.spans.actor


def _denied(one: Event, sources: dict[str, Attribution]) -> Event:
    """ "The army denied targeting it", "denied that shots were fired": it is the denier's deed."""
    source = sources.get(one.according_to or "")
    if one.status != "denied" or source is None or source.stance != "deny" or known(one.actor):
        return one
    if source.source_actor == UNKNOWN or set(one.recipient) == {source.source_actor} or one.spans.actor:
        return one
    return structs.replace(one, actor=(source.source_actor,))


def _asked(one: Event, sources: dict[str, Attribution]) -> Event:
    """ "We stay until the decree is withdrawn": withdrawn for those who say so, by their government."""
    source = sources.get(one.according_to or "")
    if one.status != "requested" or one.type not in _MET or source is None or one.spans.actor:
        return one
    asker = source.source_actor
    land, _, sector = asker.partition(" ")
    if asker == UNKNOWN or sector not in _SUBJECTS or known(one.actor):
        return one
    recipient = one.recipient if known(one.recipient) else (asker,)
    return structs.replace(one, actor=(coded(land, "GOV"),), recipient=recipient)


def _deterred(
    one: Event, told: Sequence[Event], sources: dict[str, Attribution], commitments: Sequence[Commitment]
) -> Event:
    """ "Flights will stop if another cargo is impounded": threatened is who would impound it."""
    if one.type != "THREATEN" and one.status not in ("threatened", "conditional"):
        return one
    if known(one.recipient):
        return one
    for commitment in commitments:
        source = sources.get(commitment.attribution or "")
        cue = source.cue if source else ()
        mine = any(overlaps(span, one.mentions[0]) for span in (*cue, *commitment.consequence))
        if mine and (them := supposed(commitment.condition, told, one.actor)):
            return structs.replace(one, recipient=them)
    return one


def _turned_down(page: Page, one: Event, order: Sequence[Event]) -> Event:
    """A refusal: of the last who put something to the one who refuses, or to nobody in particular."""
    if one.type != "REJECT" or known(one.recipient) or len(one.actor) != 1 or not known(one.actor):
        return one
    line = _line(page, one)
    for other in reversed([each for each in order if each.mentions[0] < one.mentions[0]]):
        if other.type not in _PUT or not known(other.actor) or set(other.actor) & set(one.actor):
            continue
        to_him = bool(set(other.recipient) & set(one.actor))
        near = line - _line(page, other) < _REACH and not known(other.recipient)
        if to_him or near:
            return structs.replace(one, recipient=tuple(c for c in other.actor if c != UNKNOWN))
    return one


def _recalled(page: Page, one: Event, order: Sequence[Event]) -> Event:
    """ "Shrugged off the threat": of whoever made the last one."""
    if one.type not in _SAID or known(one.actor) or one.spans.actor or not _definite(page, one):
        return one
    for other in reversed([each for each in order if each.mentions[0] < one.mentions[0]]):
        if other.type == one.type and known(other.actor) and not set(other.actor) & set(one.recipient):
            recipient = other.recipient if known(other.recipient) else one.recipient
            return structs.replace(one, actor=other.actor, recipient=recipient)
    return one


def _definite(page: Page, one: Event) -> bool:
    """Is it told by a noun that points back: "the threat", "this demand"?"""
    first, last = page.range(one.mentions[0])
    head = page.head(first, last) if first < last else -1
    if head < 0 or page.words[head].upos != "NOUN":
        return False
    return any(page.lowers[k] in ("the", "this", "that", "these", "those") for k in page.kids(head, "det"))


def _as_before(page: Page, one: Event, order: Sequence[Event]) -> Event:
    """ "New trade was frozen as well": by those, and against those, of whom the sentences before tell so."""
    sides = (*one.spans.actor, *one.spans.recipient)
    if one.type not in _IMPOSED or one.status != "actual" or sides or known((*one.actor, *one.recipient)):
        return one
    if not _is_passive(page, one):
        return one
    line = _line(page, one)
    for other in reversed([each for each in order if each.mentions[0] < one.mentions[0]]):
        near = line - _line(page, other) < _REACH
        if near and other.type == one.type and known(other.actor) and known(other.recipient):
            return structs.replace(one, actor=other.actor, recipient=other.recipient)
    return one


def _is_passive(page: Page, one: Event) -> bool:
    """ "Was frozen": a verb that tells nobody who does it."""
    first, last = page.range(one.mentions[0])
    verb = page.head(first, last) if first < last else -1
    return verb >= 0 and any(page.words[k].deprel == "aux:pass" for k in page.children[verb])


def _met(one: Event, told: Sequence[Event], commitments: Sequence[Commitment]) -> Event:
    """ "Unless constitutional rule is restored": by the one on whom the condition is put."""
    if one.status != "requested" or known(one.actor) or one.spans.actor:
        return one
    for commitment in commitments:
        if not covers(commitment.condition, one.mentions[0]):
            continue
        threats = [each for each in told if each.according_to == commitment.attribution]
        bound = [each for each in threats if each.status == "threatened" and known(each.recipient)]
        if bound:
            actor = tuple(code for code in bound[0].recipient if code != UNKNOWN)
            return structs.replace(one, actor=actor)
    return one


def _eased(one: Event, order: Sequence[Event]) -> Event:
    """ "Until the blockade is lifted": by those who imposed it, for those on whom it lies."""
    if one.mode not in _EASING or known(one.actor) or one.spans.actor:
        return one
    imposed = [each for each in order if each.type in _IMPOSED and known(each.actor)]
    before = [each for each in imposed if each.mentions[0] < one.mentions[0]] or imposed
    if not before:
        return one
    recipient = one.recipient if known(one.recipient) else before[-1].recipient
    return structs.replace(one, actor=before[-1].actor, recipient=recipient)


def _hailed(page: Page, one: Event, order: Sequence[Event]) -> Event:
    """ "Washington welcomed the accord": those who made it."""
    if one.type != "SUPPORT" or known(one.recipient) or not one.spans.recipient or len(one.actor) != 1:
        return one
    first, last = page.range(one.spans.recipient[0])
    if first >= last or page.words[page.head(first, last)].lemma.lower() not in _DEALS:
        return one
    for other in reversed([each for each in order if each.mentions[0] < one.mentions[0]]):
        sides = tuple(dict.fromkeys(code for code in (*other.actor, *other.recipient) if code != UNKNOWN))
        if other.type in _AGREED and len(sides) > 1 and not set(sides) & set(one.actor):
            return structs.replace(one, recipient=sides)
    return one


def _line(page: Page, one: Event) -> int:
    first, last = page.range(one.mentions[0])
    return page.words[first].sentence if first < last else 0


def _on_government(one: Event) -> Event:
    if one.type not in _ON_GOVERNMENT or known(one.recipient) or len(one.actor) != 1:
        return one
    land, _, sector = one.actor[0].partition(" ")
    if sector_in(one.actor[0]) not in _SUBJECTS or land in (UNKNOWN, "IGO") or sector == "GOV":
        return one
    return structs.replace(one, recipient=(coded(land, "GOV"),))
