"""One event, many mentions: retellings inside a report made one."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct, structs

from sayso.code.scales import codes
from sayso.ground import tables
from sayso.ground.page import Page
from sayso.ground.phrases import UNKNOWN
from sayso.ground.places import countries
from sayso.records import Commitment, Event, EventPlace, EventSpans, Sizes, Spans

# Nouns that can stand for an act told before.
_RETELLING = tables.words("retelling")

_ARMS = ("GOV", "MIL", "SPY")


class Told(Struct, frozen=True):
    """An event with what folding looks at; `definite` where its noun points back."""

    event: Event
    lemmas: frozenset[str]
    title: bool
    order: int
    definite: bool


def fold(page: Page, events: tuple[Event, ...]) -> tuple[tuple[Event, ...], dict[str, str]]:
    """
    Merge retellings; return the events, numbered anew in text order of their best mention, and for
    each old id the new one.
    """
    groups: list[list[Told]] = []
    for told in sorted((_told(page, event) for event in events), key=lambda one: one.order):
        fitting = [group for group in groups if all(_compatible(told, one) for one in group)]
        tied = [group for group in fitting if any(_tied(told, one) for one in group)]
        if not tied:
            groups.append([told])
        else:
            tied[-1].append(told)
    merged = [_merge(group) for group in groups]
    order = sorted(range(len(merged)), key=lambda at: (merged[at].mentions[0], at))
    renamed: dict[str, str] = {}
    out = []
    for number, at in enumerate(order, start=1):
        for told in groups[at]:
            renamed[told.event.id] = f"e{number}"
        out.append(structs.replace(merged[at], id=f"e{number}"))
    return tuple(out), renamed


def _told(page: Page, event: Event) -> Told:
    lemmas, title, order, definite = set(), False, len(page.text), False
    for span in event.mentions:
        first, last = page.range(span)
        if first >= last:
            continue
        head = page.head(first, last)
        lemmas.add(page.words[head].lemma.lower())
        title = title or page.kind(first) in ("title", "deck")
        order = min(order, span[0])
        definite = definite or _definite(page, head)
    return Told(event, frozenset(lemmas), title, order, definite)


def _definite(page: Page, head: int) -> bool:
    """Does a noun point back: "the request", "this attack", "their charge"?"""
    if page.words[head].upos != "NOUN" or page.words[head].lemma.lower() not in _RETELLING:
        return False
    marks = [page.lowers[k] for k in page.children[head] if page.deprel(k) in ("det", "nmod")]
    return any(mark in ("the", "this", "that", "these", "those") for mark in marks) or any(
        page.words[k].deprel == "nmod:poss" for k in page.children[head]
    )


def _compatible(left: Told, right: Told) -> bool:
    """Can the two be one event? Same type and status, and no side, day or place in conflict."""
    a, b = left.event, right.event
    if a.type != b.type or a.status != b.status:
        return False
    loose = left.definite or right.definite
    return _agree(a.actor, b.actor, loose) and _agree(a.recipient, b.recipient, loose) and not _apart(a, b)


def _tied(left: Told, right: Told) -> bool:
    """Does something tell that they are one: the same word, the same sides, a noun that points back?"""
    a, b = left.event, right.event
    shared = any(_akin(one, other) for one in left.lemmas for other in right.lemmas)
    doers, targets = (
        bool(_known(a.actor) and _known(b.actor)),
        bool(_known(a.recipient) and _known(b.recipient)),
    )
    if left.title or right.title:
        return shared or doers
    if left.definite or right.definite:
        return shared or doers or not _known(a.actor) or not _known(b.actor)
    if shared:
        return doers or not _known(a.actor) or not _known(b.actor)
    return doers and targets and a.date is not None and a.date == b.date


def _akin(one: str, other: str) -> bool:
    """Are two lemmas of one family ("expel" and "expulsion", "meet" and "meeting")?"""
    size = 3 if min(len(one), len(other)) < 6 else 4
    return one == other or (len(one) > 3 and len(other) > 3 and one[:size] == other[:size])


def _known(codes: tuple[str, ...]) -> frozenset[str]:
    return frozenset(code for code in codes if not code.startswith(UNKNOWN))


def _agree(left: tuple[str, ...], right: tuple[str, ...], loose: bool) -> bool:
    """Equal, one inside the other, or one unknown; loosely, also two arms of one state."""
    a, b = _known(left), _known(right)
    if not a or not b or a <= b or b <= a:
        return True
    return loose and _state(a) is not None and _state(a) == _state(b)


def _state(codes: frozenset[str]) -> str | None:
    """The one country whose state all the codes are arms of."""
    lands = {code.partition(" ")[0] for code in codes if code.partition(" ")[2] in _ARMS}
    return lands.pop() if len(lands) == 1 and len(codes) == 1 else None


def _apart(a: Event, b: Event) -> bool:
    """Do days or places keep them apart?"""
    if a.date and b.date and (a.date[1] < b.date[0] or b.date[1] < a.date[0]):
        return True
    if a.place is None or b.place is None or a.place.name == b.place.name:
        return False
    return a.place.country != b.place.country or (_town(a.place) and _town(b.place))


def _town(place: EventPlace) -> bool:
    """Is it narrower than a country?"""
    land = countries().get(place.country or "")
    return land is None or land.name != place.name


def _worth(told: Told) -> tuple[bool, int, int, int]:
    """Fullest telling first: not the title, most arguments known, then earliest."""
    event = told.event
    known = len(_known(event.actor)) + len(_known(event.recipient)) + bool(event.date) + bool(event.place)
    return (told.title, -known, 0 if event.according_to else 1, told.order)


def _merge(group: list[Told]) -> Event:
    ordered = [told.event for told in sorted(group, key=_worth)]
    best = ordered[0]
    if len(ordered) == 1:
        return best
    mentions = tuple(dict.fromkeys(span for event in ordered for span in event.mentions))
    mode = next((event.mode for event in ordered if event.mode), None)
    date = _narrowest(ordered)
    dated = next((event for event in ordered if event.date == date), best)
    return structs.replace(
        best,
        mentions=mentions,
        actor=_widest(ordered, lambda event: event.actor),
        recipient=_widest(ordered, lambda event: event.recipient),
        date=date,
        when=dated.when,
        place=_nearest(ordered),
        mode=mode,
        codes=codes(best.type, mode),
        contexts=tuple(sorted({name for event in ordered for name in event.contexts})),
        sizes=_counted(ordered),
        through=_widest(ordered, lambda event: event.through),
        spans=EventSpans(
            _first(ordered, lambda event: event.spans.actor),
            _first(ordered, lambda event: event.spans.recipient),
            dated.spans.date,
            _first(ordered, lambda event: event.spans.place),
            _first(ordered, lambda event: event.spans.through),
        ),
    )


def _counted(events: list[Event]) -> Sizes | None:
    """Of each size the one told first."""
    told = [event.sizes for event in events if event.sizes]
    fields = {
        name: next((size for one in told if (size := getattr(one, name)) is not None), None)
        for name in Sizes.__struct_fields__
    }
    return Sizes(**fields) if told else None


def _widest(events: list[Event], part: Callable[[Event], tuple[str, ...]]) -> tuple[str, ...]:
    """The part with most known codes, the best telling's where equal."""
    return max((part(event) for event in events), key=lambda codes: len(_known(codes)))


def _nearest(events: list[Event]) -> EventPlace | None:
    """The first town told, else the first country."""
    told = [event.place for event in events if event.place]
    return next((place for place in told if _town(place)), told[0] if told else None)


def _narrowest(events: list[Event]) -> tuple[str, str] | None:
    dates = [event.date for event in events if event.date]
    return min(dates, key=lambda pair: (_length(pair), pair)) if dates else None


def _length(pair: tuple[str, str]) -> int:
    return 0 if pair[0] == pair[1] else 1


def _first(events: list[Event], part: Callable[[Event], Spans]) -> Spans:
    return next((part(event) for event in events if part(event)), ())


def rewired(commitments: tuple[Commitment, ...], renamed: dict[str, str]) -> tuple[Commitment, ...]:
    """Commitments with the new ids of their events."""
    return tuple(
        structs.replace(one, event=renamed.get(one.event)) if one.event else one for one in commitments
    )
