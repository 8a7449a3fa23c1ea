"""The ACLED sub-event type of a short report: what its reading and its words speak for, summed up."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from pathlib import Path

from msgspec import Struct

from sayso.annotate import annotate
from sayso.attribute import attribute
from sayso.code import code
from sayso.ground import ground
from sayso.ground.tables import parsed
from sayso.publish.concepts import Found, Hit
from sayso.publish.resemblance import Likeness
from sayso.records import ActorMention, Annotated, Event, Report, Span

DATA = Path(__file__).parent / "data"
MORE = 0.15
"""What each further different word for the same reason adds, as a share of its weight."""
MOST = 2
"""Further words that still add."""
LATER = 0.8
"""A reason that lies outside the first sentence counts for so much."""

LIKE_WHY = "sounds like texts told of this type"
LIKE = 10.0
"""What a likeness of 1 to the examples of a type would add."""


class Reason(Struct, frozen=True):
    """Words, where they stand, the type they speak for (or against), and why."""

    words: str
    span: Span
    type: str
    weight: float
    why: str


class SubEvent(Struct, frozen=True, kw_only=True):
    """
    What kind of event a text tells.

    `acled_event` and `acled_sub_event` are ACLED's own names, None for types outside it. `score` is the sum
    of what speaks for it; `margin` how far the next type lies behind; `why` the words it rests on, those
    that weigh most first.
    """

    type: str
    acled_event: str | None
    acled_sub_event: str | None
    score: float
    margin: float
    why: tuple[Reason, ...] = ()


class Type(Struct, frozen=True):
    """A row of the table of types; ties go to the lower `order`."""

    order: int
    type: str
    event: str | None
    sub_event: str | None
    meaning: str


class Rule(Struct, frozen=True):
    """A row of the mapping."""

    type: str
    weight: float
    needs: tuple[str, ...]
    why: str


@cache
def types() -> dict[str, Type]:
    """The thirty types by name, in the order in which ties are decided."""
    found = (
        Type(int(row["order"]), row["type"], _named(row["event"]), _named(row["sub_event"]), row["meaning"])
        for row in parsed((DATA / "acled_types.tsv").read_text("utf-8"), "acled_types.tsv")
    )
    return {one.type: one for one in sorted(found, key=lambda one: one.order)}


@cache
def rules() -> tuple[Rule, ...]:
    """The mapping, as it stands in the table."""
    return tuple(
        Rule(
            row["type"],
            float(row["weight"]),
            () if row["needs"] == "-" else tuple(row["needs"].split()),
            row["why"],
        )
        for row in parsed((DATA / "acled.tsv").read_text("utf-8"), "acled.tsv")
    )


def _named(cell: str) -> str | None:
    return None if cell == "-" else cell


# ------------------------------------------------------------------ classifying
def classified(report: Report) -> SubEvent:
    """
    Read a report and tell its sub-event.

    Raises:
        EngineError: the language engine cannot start.
    """
    annotated = annotate(report)
    coded = code(annotated, attribute(annotated))
    grounded = ground(annotated, coded.attributions, coded)
    return subevent(annotated, grounded.events, grounded.actors)


def subevent(
    annotated: Annotated, events: tuple[Event, ...] = (), actors: tuple[ActorMention, ...] = ()
) -> SubEvent:
    """The sub-event that most speaks for; events and actors as the reading of the same report has them."""
    view = View(annotated, events, actors)
    likeness = Likeness(annotated)
    scores = {name: LIKE * max(0.0, likeness.values.get(name, 0.0)) for name in types()}
    reasons: dict[str, list[Reason]] = {name: [] for name in types()}
    for rule in rules():
        held = view.held(rule.needs)
        if held is not None:
            weight = rule.weight * view.factor(held)
            scores[rule.type] += weight
            reasons[rule.type] += view.reasons(held, rule.type, weight, rule.why)
    first, second, *_ = sorted(scores, key=lambda name: (-round(scores[name], 6), types()[name].order))
    like = LIKE * likeness.values.get(first, 0.0)
    near = [Hit("like", (at,), annotated.words[at].sentence) for at in likeness.words(first)]
    row = types()[first]
    return SubEvent(
        type=first,
        acled_event=row.event,
        acled_sub_event=row.sub_event,
        score=round(scores[first], 2),
        margin=round(scores[first] - scores[second], 2),
        why=_merged((*reasons[first], *view.reasons(near, first, like, LIKE_WHY))),
    )


def _merged(reasons: Iterable[Reason]) -> tuple[Reason, ...]:
    """Each span once, with its heaviest reason; those that weigh most first."""
    best: dict[Span, Reason] = {}
    for one in sorted(reasons, key=lambda one: (-one.weight, one.span)):
        if one.weight > 0:
            best.setdefault(one.span, one)
    return tuple(best.values())


class View:
    """What rules ask about one report."""

    def __init__(
        self, annotated: Annotated, events: tuple[Event, ...], actors: tuple[ActorMention, ...]
    ) -> None:
        self._annotated = annotated
        self._found = Found(annotated, actors)
        self._events = [event for event in events if event.status == "actual"]

    def held(self, needs: tuple[str, ...]) -> list[Hit] | None:
        """The hits that meet all needs, None where one is not met."""
        held: list[Hit] = []
        for need in needs:
            met = self._met(need.removeprefix("!"))
            if bool(met) == need.startswith("!"):
                return None
            held += met if not need.startswith("!") else []
        return list(dict.fromkeys(held))

    def factor(self, held: list[Hit]) -> float:
        """More for further words, less for what the first sentence does not have."""
        if not held:
            return 1.0
        different = {self._words(hit).lower() for hit in held}
        more = 1.0 + MORE * min(MOST, len(different) - 1)
        return more * (1.0 if any(hit.sentence == 0 for hit in held) else LATER)

    def reasons(self, held: list[Hit], kind: str, weight: float, why: str) -> list[Reason]:
        """Hits as reasons for a type that share a weight."""
        share = round(weight / max(1, len(held)), 3)
        return [Reason(self._words(hit), self._found.span(hit), kind, share, why) for hit in held]

    def _words(self, hit: Hit) -> str:
        start, end = self._found.span(hit)
        return self._annotated.report.text[start:end]

    def _met(self, need: str) -> list[Hit]:
        """The hits that meet one need; alternatives of its parts are joined."""
        if need[0].isupper():
            return [hit for one in need.split("|") for hit in self._read(one)]
        if "~" in need or ":" in need:
            return [hit for one in _alternatives(need) for hit in self._joint(one)]
        name, _, sentence = need.partition("@")
        hits = self._found.of(name)
        return [hit for hit in hits if not sentence or hit.sentence == int(sentence) - 1]

    def _joint(self, need: str) -> list[Hit]:
        if "~" in need:
            left, right = (self._found.of(part) for part in need.split("~"))
            both = {one.sentence for one in left} & {one.sentence for one in right}
            return [hit for hit in (*left, *right) if hit.sentence in both] if _apart(left, right) else []
        if ":" not in need:
            return self._found.of(need)
        act, _, rest = need.partition(":")
        role, _, filler = rest.partition("=")
        return self._found.with_role(act, role, filler)

    def _read(self, need: str) -> list[Hit]:
        """Events of a type, and mode where one is asked for, as hits on the word that tells them."""
        kind, _, mode = need.partition("/")
        tree_words = self._annotated.words
        return [
            Hit(need, held, tree_words[held[0]].sentence)
            for event in self._events
            if event.type == kind and mode in ("", event.mode)
            if (held := self._within(event.mentions[0]))
        ]

    def _within(self, span: Span) -> tuple[int, ...]:
        words = self._annotated.words
        return tuple(at for at, word in enumerate(words) if span[0] <= word.start < span[1])


def _apart(left: list[Hit], right: list[Hit]) -> bool:
    """Do two concepts stand on different words somewhere?"""
    return any(not set(one.words) & set(other.words) for one in left for other in right)


def _alternatives(need: str) -> list[str]:
    """ "a~b|c~d" is two needs, "a:1=b|c" one whose filler may be either, "a|b~c" one with a choice."""
    found: list[str] = []
    for part in need.split("|"):
        if "~" in part or ":" in part or not found:
            found.append(part)
        else:
            found[-1] += f"|{part}"
    return found
