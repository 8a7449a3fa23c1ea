"""The brief: what is claimed and who says so, the standing conditional threats, the timeline."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from itertools import groupby

from msgspec import Struct, structs

from sayso.publish.dates import day, days, moment
from sayso.publish.origins import sources
from sayso.publish.parties import parties
from sayso.publish.terminal import PLAIN, Style, columns, hanging, padded, shortened, visible, wrapped
from sayso.publish.tree import heading, if_then
from sayso.publish.words import LOOKS, STATUS_WORDS, counted, support
from sayso.records import EVENT_TYPES, Claim, Standing, Telling

STANDING_STATES = ("tripped", "approaching", "armed")
CLAIMS_SHOWN = 12
STATE_COLUMN = 13
STATUS_COLUMN = 11
ENTRIES_A_CLAIM = 3


class Scope(Struct, frozen=True, kw_only=True):
    """What a brief is about: how many reports from how many outlets, between which moments, known when."""

    reports: int
    outlets: int
    first: datetime | None = None
    last: datetime | None = None
    as_of: datetime | None = None


def brief(
    scope: Scope,
    claims: Sequence[Claim],
    standings: Sequence[Standing],
    style: Style = PLAIN,
    *,
    limit: int = CLAIMS_SHOWN,
) -> str:
    """
    The brief as text.

    Claims told most independently come first; at most `limit` are told in full (0 for all), as many
    threats and three times as many days, and how many are left out is said.
    """
    parts = (
        _head(scope, style),
        _claims(claims, style, limit),
        _standings(standings, style, limit),
        _timeline(claims, style, limit),
    )
    return "\n\n".join("\n".join(part) for part in parts if part) + "\n"


def _head(scope: Scope, style: Style) -> list[str]:
    told = f"{counted(scope.reports, 'report')} from {counted(scope.outlets, 'outlet')}"
    until = f" to {moment(scope.last)}" if scope.first != scope.last else ""
    period = f"{moment(scope.first)}{until}"
    facts = (f"{told} · {period}",) if columns(told) + columns(period) + 3 <= style.width else (told, period)
    lines = [style.on("Who says what", "bold"), *(wrapped(fact, style.width)[0] for fact in facts)]
    return [*lines, style.on(f"as known on {moment(scope.as_of)}", "dim")] if scope.as_of else lines


# ------------------------------------------------------------------ claims
def ranked(claims: Iterable[Claim]) -> list[Claim]:
    """Claims by independent sources, then reports, then deeds before words; steady for equal ones."""
    return sorted(
        claims,
        key=lambda each: (-each.independent[1], -count(each), *_weight(each), _first_day(each), each.id),
    )


def _weight(claim: Claim) -> tuple[bool, int]:
    """What happened before what did not; the types stand from agreement to assault."""
    severity = EVENT_TYPES.index(claim.type) if claim.type in EVENT_TYPES else -1
    return claim.status != "actual", -severity


def count(row: Claim | Standing) -> int:
    """How many reports tell it."""
    return row.reports or len({telling.report for telling in row.spans})


def _claims(claims: Sequence[Claim], style: Style, limit: int) -> list[str]:
    if not claims:
        return []
    groups = _together(ranked(claims))
    shown = groups[:limit] if limit else groups
    lines = [heading("What is claimed, and who says so", style)]
    for number, group in enumerate(shown, 1):
        lines += ["", *_claim(number, group, style)]
    left = len(claims) - sum(map(len, shown))
    note = f"{counted(left, 'more claim')}: sayso claims, or sayso brief --limit 0"
    return [*lines, "", style.on(note, "dim")] if left else lines


def _together(claims: Iterable[Claim]) -> list[list[Claim]]:
    """Claims that the same reports make in the same sentence, through the same sources, told as one."""
    out: dict[object, list[Claim]] = {}
    for claim in claims:
        told = frozenset((each.report, each.stance, each.chain, each.sentence) for each in claim.spans)
        key = (claim.title, count(claim), claim.independent, told) if claim.title else claim.id
        out.setdefault(key, []).append(claim)
    return list(out.values())


def _claim(number: int, group: list[Claim], style: Style) -> list[str]:
    label, first = f"{number}. ", group[0]
    under = " " * len(label)
    head = _headline(first, style) or _coded(first)
    return [
        *(style.on(line, "bold") for line in hanging(label, style.width, head)),
        *(line for claim in group for line in _facts(claim, style, under)),
        under + style.on(support(count(first), first.independent), "bold"),
        *_told(_beneath(first), style, under),
        *(under + style.on(f"sayso chain {visible(claim.id)}", "dim") for claim in group),
    ]


def _coded(claim: Claim) -> str:
    return f"{claim.type} {parties(claim.actor, claim.recipient)}"


def _headline(claim: Claim, style: Style) -> str:
    return shortened(claim.title, 2 * style.width - 16)


def _beneath(claim: Claim) -> list[Telling]:
    """The tellings; the words that stand at the head already are not said again."""
    return [
        structs.replace(each, sentence="") if each.sentence == claim.title else each for each in claim.spans
    ]


def _facts(claim: Claim, style: Style, under: str) -> list[str]:
    coded = _coded(claim) if claim.title else ""
    status = STATUS_WORDS.get(claim.status, claim.status)
    where = claim.place.name if claim.place else ""
    contested = "contested" if claim.contested else ""
    facts = " · ".join(part for part in (status, contested, coded, days(claim.date), where) if part)
    first, *more = wrapped(facts, style.width, under)
    looks = LOOKS.get(claim.status, ("italic",))
    return [under + style.on(status, *looks) + first[len(under + status) :], *more]


def _told(tellings: Sequence[Telling], style: Style, under: str) -> Iterator[str]:
    against = [telling for telling in tellings if telling.stance == "against"]
    yield from sources([each for each in tellings if each.stance != "against"], style, under)
    if against:
        yield under + style.on("Denied:", "red")
        yield from sources(against, style, under)


# ------------------------------------------------------------------ standing commitments
def _standings(standings: Sequence[Standing], style: Style, limit: int) -> list[str]:
    conditional = [each for each in standings if each.condition and each.kind in ("threat", "warning")]
    live = sorted(
        (each for each in conditional if each.state in STANDING_STATES),
        key=lambda each: (STANDING_STATES.index(each.state), each.issued or ("", ""), each.id),
    )
    lines = [heading("Standing conditional threats", style)]
    if not live:
        return [*lines, "none"] if standings else []
    for standing in live[:limit] if limit else live:
        lines += ["", *standing_lines(standing, style)]
    cut, over = max(len(live) - limit, 0) if limit else 0, len(conditional) - len(live)
    notes = [f"{cut} more standing"] * bool(cut) + [f"{over} no longer standing"] * bool(over)
    return [*lines, "", style.on(f"{', '.join(notes)}: sayso commitments", "dim")] if notes else lines


def standing_lines(standing: Standing, style: Style) -> list[str]:
    """A commitment as it stands: state, parties, IF and THEN, how many reports and independent sources."""
    under = " " * STATE_COLUMN
    look = ("red",) if standing.state == "tripped" else ("yellow",)
    state = padded(standing.state, STATE_COLUMN)
    who = parties((standing.by,), () if standing.to == "---" else (standing.to,))
    issued = f" · {standing.kind} of {days(standing.issued)}" if standing.issued else f" · {standing.kind}"
    until = f" · by {day(standing.deadline)}" if standing.deadline else ""
    first, *more = hanging(state, style.width, who + issued + until)
    lines = [
        style.on(state, *look) + first[len(state) :],
        *more,
        *if_then(standing.condition, standing.consequence, style, under),
        under + style.on(support(count(standing), standing.independent), "bold"),
    ]
    return [*lines, *(style.on(line, "dim") for line in wrapped(standing.why, style.width, under))]


# ------------------------------------------------------------------ timeline
def _timeline(claims: Sequence[Claim], style: Style, limit: int) -> list[str]:
    known = ranked(each for each in claims if each.date)
    if not known:
        return []
    shown = known[: limit * ENTRIES_A_CLAIM] if limit else known
    dated = sorted(shown, key=lambda each: (each.date or ("", ""), each.id))
    lines = [heading("Timeline", style)]
    for when, of_day in groupby(dated, key=lambda each: days(each.date)):
        lines.append(style.on(when, "bold"))
        for words, entries in _by_words(of_day).items():
            lines += [f"  {shortened(words, style.width - 2)}", *(_entry(each, style) for each in entries)]
    left = len(known) - len(shown)
    return [*lines, style.on(f"{left} more: sayso brief --limit 0", "dim")] if left else lines


def _by_words(claims: Iterable[Claim]) -> dict[str, list[Claim]]:
    """Claims of one sentence together, so that it is quoted once."""
    out: dict[str, list[Claim]] = {}
    for claim in claims:
        words = claim.title or _coded(claim)
        out.setdefault(words, []).append(claim)
    return out


def _entry(claim: Claim, style: Style) -> str:
    status = padded(STATUS_WORDS.get(claim.status, claim.status), STATUS_COLUMN)
    told = support(count(claim), claim.independent)
    # The names are cut where there is no room, the count never.
    room = style.width - 4 - STATUS_COLUMN - columns(told) - 3
    rest = f"{shortened(_coded(claim), room)} · {told}"
    return "    " + style.on(status, *LOOKS.get(claim.status, ())) + style.on(rest, "dim")


def _first_day(claim: Claim) -> str:
    return claim.date[0] if claim.date else "9999"
