"""What a report teaches of people the register does not know: name, country, sector, office, since when."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.ground.cast import Cast
from sayso.ground.phrases import UNKNOWN, Mention, country_in, sector_in
from sayso.ground.register import LEARNED, Entry
from sayso.records import Learned, Report

# Reasons that rest on a guess, on the report's scene, or on somebody else: nothing is taught by them.
_WEAK = ("country in focus", "role alone", "as before", "pronoun", "learned", "the speaker", "country of")
_LONGEST = 5


def learned(cast: Cast) -> tuple[Learned, ...]:
    """The people a report introduces by full name with their country and role, each once, in text order."""
    out: dict[str, Learned] = {}
    for mention in sorted(cast.mentions, key=lambda one: one.first):
        for one in _taught(cast, mention):
            out.setdefault(one.name, one)
    return tuple(out.values())


def _taught(cast: Cast, mention: Mention) -> Iterator[Learned]:
    code = mention.codes[0]
    known = country_in(mention.codes) or code.startswith("IGO")
    if mention.kind != "person" or not known or len(mention.codes) > 1 or UNKNOWN in code:
        return
    if mention.via.startswith(_WEAK) or not sector_in(code):
        return
    numbers = full_name(cast, mention.head)
    if not numbers or cast.spot(numbers[-1]) is not None or cast.spot(numbers[0]) is not None:
        return
    page = cast.page
    span = page.span(numbers[0], numbers[-1] + 1)
    yield Learned(span, page.text[slice(*span)], code, _office(cast, mention))


def full_name(cast: Cast, head: int) -> list[int]:
    """The words of a full name whose head is a word; none where there are not two of them at least."""
    page = cast.page
    numbers = sorted([head, *(k for k in page.kids(head, "flat") if page.words[k].upos == "PROPN")])
    name = all(
        page.words[k].upos == "PROPN"
        and page.words[k].text[:1].isupper()
        and not page.words[k].text.isupper()
        for k in numbers
    )
    joined = numbers[-1] - numbers[0] + 1 == len(numbers)
    return numbers if name and joined and 2 <= len(numbers) <= _LONGEST else []


def _office(cast: Cast, mention: Mention) -> str:
    """The office in the report's words: the apposition, else the title before the name."""
    page = cast.page
    for child in page.kids(mention.head, "appos"):
        first, last = page.phrase(child)
        words = [k for k in page.subtree(child, ("acl", "punct", "appos", "conj", "parataxis")) if k >= first]
        start, end = page.span(first, max([last, *(k + 1 for k in words)]))
        return " ".join(page.text[start:end].split())[:120]
    title = cast.phrase(mention.head).title
    return " ".join(page.lowers[title.first : title.last]) if title else ""


def entries(report: Report, taught: tuple[Learned, ...]) -> list[Entry]:
    """Rows of the register for what a report taught, from its day on, with the report as their source."""
    day = report.published.date().isoformat() if report.published else ""
    told = f"report {report.key or report.id}" + (f" ({report.outlet}, {day})" if report.outlet else "")
    return [Entry(one.name, "person", one.actor, (), one.office, day, "", told, LEARNED) for one in taught]
