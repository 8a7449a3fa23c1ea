"""Who says so, from the source outward: reports of one source hang from one root."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import structs

from sayso.publish.branches import Node, drawn
from sayso.publish.dates import moment
from sayso.publish.terminal import Style, columns, shortened, visible, wrapped
from sayso.publish.tree import in_quotes
from sayso.records import Telling


def sources(tellings: Sequence[Telling], style: Style, under: str = "") -> list[str]:
    """
    Tellings as a tree from the innermost source outward to the outlets, copies beneath what they copy.

    Reports that rest on one source hang from one root, so that three reports of one official look like
    one official.
    """
    outlets = {each.report: each.outlet for each in tellings}
    named = [
        structs.replace(each, copy_of=outlets.get(each.copy_of) or each.copy_of) if each.copy_of else each
        for each in tellings
    ]
    return drawn(_outward([(_backward(each), each) for each in named], style), style.width, under)


def _backward(telling: Telling) -> tuple[str, ...]:
    return tuple(reversed(telling.chain)) or (telling.outlet or telling.report,)


def _outward(paths: list[tuple[tuple[str, ...], Telling]], style: Style) -> tuple[Node, ...]:
    groups: dict[str, list[tuple[tuple[str, ...], Telling]]] = {}
    for names, telling in paths:
        groups.setdefault(_plain(names[0]), []).append((names, telling))
    return tuple(_origin(group, style) for group in groups.values())


def _plain(name: str) -> str:
    return name.casefold().removeprefix("the ").strip()


def _origin(group: list[tuple[tuple[str, ...], Telling]], style: Style) -> Node:
    ends = _once([telling for names, telling in group if len(names) == 1])
    further = [(names[1:], telling) for names, telling in group if len(names) > 1]
    name = group[0][0][0]

    def label(width: int) -> list[str]:
        first = shortened(name, width)
        if len(ends) != 1:
            return [
                style.on(first, "bold"),
                *(line for each in ends for line in _told_at(each, style, width)),
            ]
        facts = _circumstances(ends[0])
        if facts and columns(first) + 3 + columns(facts) <= width:
            return [style.on(first, "bold") + style.on(f" · {facts}", "dim"), *_words(ends[0], width)]
        return [style.on(first, "bold"), *_told_at(ends[0], style, width)]

    return Node(label, _outward(further, style))


def _once(ends: list[Telling]) -> list[Telling]:
    """One telling a report: the first stands for all mentions of the same words."""
    return list({(each.report, each.sentence): each for each in ends}.values())


def _told_at(telling: Telling, style: Style, width: int) -> list[str]:
    facts = _circumstances(telling)
    return [*([style.on(shortened(facts, width), "dim")] if facts else []), *_words(telling, width)]


def _circumstances(telling: Telling) -> str:
    when = moment(telling.published) if telling.published else ""
    copy = f"copies {visible(telling.copy_of)}" if telling.copy_of else ""
    return " · ".join(part for part in (when, copy) if part)


def _words(telling: Telling, width: int) -> list[str]:
    """The sentence on two lines at most."""
    return wrapped(in_quotes(telling.sentence, 2 * width - 12), width) if telling.sentence else []
