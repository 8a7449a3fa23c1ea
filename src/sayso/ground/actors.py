"""Phrases of a report resolved to actor codes, each with the reason."""

from __future__ import annotations

from sayso.ground.agents import CARRIERS
from sayso.ground.cast import Cast
from sayso.ground.phrases import UNKNOWN, Mention, coded, country_in, sector_in
from sayso.ground.roles import is_another
from sayso.records import ActorMention, Event, Span, Spans

_STATE = ("GOV", "COP", "JUD", "MIL", "SPY")
_OUT = ("acl", "advcl", "ccomp", "parataxis")


def resolve(cast: Cast, spans: Spans) -> tuple[Mention, ...]:
    """The mentions that the phrases stand for, in text order; conjuncts come out one by one."""
    out: list[Mention] = []
    for span in spans:
        for mention in _phrase(cast, span):
            if mention not in out:
                out.append(mention)
    return tuple(out)


def codes(cast: Cast, spans: Spans) -> tuple[str, ...]:
    """The codes of the phrases, each once, unknown ones last and only if there is nothing else."""
    found = [code for mention in resolve(cast, spans) for code in mention.codes]
    known = tuple(dict.fromkeys(code for code in found if code != UNKNOWN))
    return known or ((UNKNOWN,) if spans else ())


def theirs(cast: Cast, event: Event, actor: tuple[str, ...]) -> tuple[str, ...]:
    """
    "Campaigners rounded up by the Saudi authorities": whom a state holds or bars are its own people, where
    nothing but what the report is about says whose they are.
    """
    land = country_in(actor)
    if event.type != "COERCE" or land is None or sector_in(actor[0]) not in _STATE:
        return ()
    found = resolve(cast, event.spans.recipient)
    if not found or not all(_borrowed(mention) for mention in found):
        return ()
    return tuple(dict.fromkeys(coded(land, sector_in(code)) for one in found for code in one.codes))


def listed(cast: Cast) -> tuple[ActorMention, ...]:
    """All mentions of the report as records, in text order; one record for each code."""
    out = [
        ActorMention(cast.page.span(mention.first, mention.last), code, mention.name, mention.via)
        for mention in sorted(cast.mentions, key=lambda mention: (mention.first, mention.last))
        for code in mention.codes
        if code != UNKNOWN
    ]
    return tuple(dict.fromkeys(out))


def _phrase(cast: Cast, span: Span) -> list[Mention]:
    first, last = cast.page.range(span)
    if first >= last:
        return []
    head = cast.page.head(first, last)
    heads = _heads(cast, head, first, last)
    out = [mention for number in heads if (mention := _behind(cast, number) or cast.at(number))]
    if not out and not is_another(cast.page, head):
        out = _inside(cast, first, last)
    return _shared(out)


def _behind(cast: Cast, head: int) -> Mention | None:
    """ "The North's leader, Kim Jong Un": the name set behind, where the words before it tell no country."""
    told = cast.at(head)
    if told is None or not (_borrowed(told) or told.via.startswith("as before")):
        return None
    behind = (cast.at(number) for number in cast.page.kids(head, "appos"))
    named = (one for one in behind if one is not None and one.kind == "person")
    return next((one for one in named if one.name[:1].isupper()), None)


def _heads(cast: Cast, head: int, first: int, last: int) -> list[int]:
    """The head and its conjuncts inside the phrase."""
    found = [head]
    for number in found:
        found.extend(k for k in cast.page.kids(number, "conj") if first <= k < last and k not in found)
    return sorted(found)


def _inside(cast: Cast, first: int, last: int) -> list[Mention]:
    """The first mention in the phrase that is in no clause of its own and is no mere thing ("jets")."""
    for number in range(first, last):
        if any(cast.page.deprel(step) in _OUT and first <= step < last for step in cast.page.climb(number)):
            continue
        mention = cast.at(number)
        if mention is not None and not (_borrowed(mention) and _carrier(mention)):
            return [mention]
    return []


def _carrier(mention: Mention) -> bool:
    """A ship, a jet or a truck, not those who send it."""
    words = mention.noun.split()
    return bool(words) and (words[-1] in CARRIERS or words[-1].removesuffix("s") in CARRIERS)


def _shared(found: list[Mention]) -> list[Mention]:
    """Conjuncts without a country of their own take that of the first ("Iraqi militias and politicians")."""
    if len(found) < 2:
        return found
    land = country_in(found[0].codes)
    if land is None:
        return found
    return [_moved(mention, land) if _borrowed(mention) else mention for mention in found]


def _borrowed(mention: Mention) -> bool:
    return mention.via in ("country in focus", "role alone")


def _moved(mention: Mention, land: str) -> Mention:
    told = tuple(coded(land, sector_in(code)) for code in mention.codes)
    return Mention(
        mention.first, mention.last, mention.head, told, mention.name, "country of the first of them",
        mention.kind, mention.noun, mention.plural,
    )  # fmt: skip
