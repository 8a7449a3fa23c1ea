"""From what a page says of itself to the parts of a report: which title, address, outlet and moment."""

from __future__ import annotations

from urllib.parse import urljoin

from msgspec.structs import replace

from sayso.acquire.clocks import Clock, clock_of
from sayso.acquire.notices import notices
from sayso.acquire.outlets import Outlet, host, outlet, outlet_at
from sayso.acquire.page import Candidate, Page
from sayso.acquire.publication import Dated, Told, dated, told
from sayso.acquire.report import Parts
from sayso.acquire.tables import table
from sayso.errors import InputError
from sayso.records import Skipped

SHORTEST = 40
LONGEST_NOTICE = 3_000
GUESSED = "a date in the page's text, found by htmldate"
DASHES = (" | ", " - ", " – ", " — ", " :: ")


def parts_of(page: Page, *, url: str | None, name: str | None, zone: str | None = None) -> Parts:
    """
    The parts of the report on a page.

    Args:
        page: What the page says of itself.
        url: Where it was fetched; None for a file.
        name: The key where the page has no address: the file's name.
        zone: What a date without one is read in, in place of the zone of the page's outlet.

    Raises:
        InputError: S110 there is no article, S111 there is a consent notice only.
    """
    address, notes = _address(page, url)
    who, who_notes = _outlet(page, address)
    title = _title(page, who)
    paragraphs = _without_title(page.paragraphs, title)
    _check(paragraphs)
    known = who if isinstance(who, Outlet) else None
    stamped = notices("\n".join(page.paragraphs), known.name if known else None).zone
    clock = clock_of(known, zone or stamped)
    when, when_notes = _published(page, clock)
    how = (Skipped("page", page.note),) if page.note else ()
    return Parts(
        text="\n\n".join(paragraphs),
        title=title,
        outlet=who.name if isinstance(who, Outlet) else who,
        published=when.moment if when else None,
        published_from=_from(when.publication.field) if when else None,
        publication=when.publication if when else None,
        zone=clock.zone,
        url=address,
        byline=page.bylines[0] if page.bylines else None,
        dateline=page.dateline,
        language=page.language,
        key=address or name,
        notes=(*notes, *who_notes, *when_notes, *how),
    )


def _from(field: str) -> str:
    return field if field == GUESSED else f"{field} of the page"


def _check(paragraphs: tuple[str, ...]) -> None:
    length = sum(map(len, paragraphs))
    if length <= LONGEST_NOTICE and paragraphs:
        notice = [paragraph for paragraph in paragraphs if _asks_consent(paragraph)]
        if 2 * sum(map(len, notice)) > length:
            raise InputError(
                "S111",
                "the page is a consent or access notice, not an article",
                saw=repr(notice[0][:120]),
                do="open it in a browser and save the page behind the notice",
            )
    if length < SHORTEST:
        saw = repr(" / ".join(paragraphs)) if paragraphs else "no running text"
        raise InputError("S110", "the page has no article", saw=saw, do="give the address of one report")


def _asks_consent(paragraph: str) -> bool:
    plain = paragraph.casefold()
    return any(phrase in plain for (phrase,) in table("consent"))


# ------------------------------------------------------------------ where and who
def _address(page: Page, fetched: str | None) -> tuple[str | None, tuple[Skipped, ...]]:
    """The canonical address; for a fetched page only one on the same host, since the page may claim any."""
    told = [urljoin(fetched or "", words) for words in page.urls]
    told = [words for words in told if host(words)]
    if fetched is None:
        return (told[0] if told else None), ()
    same = next((words for words in told if host(words) == host(fetched)), None)
    if same or not told:
        return same or fetched, ()
    why = f"the page names {told[0]} as its address, which is on another host; {fetched} is kept"
    return fetched, (Skipped("url", why),)


def _outlet(page: Page, address: str | None) -> tuple[Outlet | str | None, tuple[Skipped, ...]]:
    """By the domain; a display name counts only where it does not belong to somebody else's domain."""
    known = outlet_at(address)
    if known:
        return known, ()
    named = page.sites[0] if page.sites else None
    claimed = next((known for name in page.sites if (known := outlet(name))), None)
    if claimed is None:
        return named or (host(address) or None), ()
    if address is None:
        return claimed, ()
    why = f"the page calls itself {claimed.name}, yet {host(address)} is not that outlet's domain"
    return host(address), (Skipped("outlet", why),)


def _title(page: Page, who: Outlet | str | None) -> str | None:
    """The heading that readers see, unless it is something else than the article's, such as the logo."""
    heading = page.heading
    if heading and page.paragraphs and _plain(page.paragraphs[0]) == _plain(heading):
        return heading
    if heading and (not page.titles or any(_alike(heading, title) for title in page.titles)):
        return heading
    return _without_site(page.titles[0], page, who) if page.titles else None


def _alike(left: str, right: str) -> bool:
    """Do the two share half the words of the shorter one?"""
    words, others = set(_plain(left).split()), set(_plain(right).split())
    return 2 * len(words & others) >= min(len(words), len(others)) > 1


def _without_site(title: str, page: Page, who: Outlet | str | None) -> str:
    names = {_plain(name) for name in page.sites}
    if isinstance(who, Outlet):
        names |= {_plain(name) for name in (who.name, *who.aliases, *who.domains)}
    elif who:
        names.add(_plain(who))
    for dash in DASHES:
        head, found, tail = title.rpartition(dash)
        if found and _plain(tail).removeprefix("the ") in {name.removeprefix("the ") for name in names}:
            return head.strip()
    return title


def _without_title(paragraphs: tuple[str, ...], title: str | None) -> tuple[str, ...]:
    repeated = bool(title and paragraphs) and _plain(paragraphs[0]) == _plain(title or "")
    return paragraphs[1:] if repeated else paragraphs


def _plain(words: str) -> str:
    return " ".join(words.split()).casefold()


# ------------------------------------------------------------------ when
def _published(page: Page, clock: Clock) -> tuple[Told | None, tuple[Skipped, ...]]:
    """What the page's fields tell, or the day guessed where they tell none; with notes on the fields."""
    found, notes = _readable(page.dates, clock)
    best = told(found, clock)
    if best is not None:
        return best, (*notes, *best.notes)
    guess = dated(GUESSED, page.guess, clock) if page.guess else None
    best = told([guess] if guess else [], clock)
    if best is None:
        return None, notes
    why = Skipped("published", "no field tells the day; htmldate found it in the page's text")
    return replace(best, moment=replace(best.moment, notes=(why, *best.moment.notes))), notes


def _readable(dates: tuple[Candidate, ...], clock: Clock) -> tuple[list[Dated], tuple[Skipped, ...]]:
    found, notes = [], []
    for candidate in dates:
        value = dated(candidate.field, candidate.words, clock)
        if value is None:
            notes.append(Skipped("published", f"{candidate.field} cannot be read: {candidate.words!r}"))
        else:
            found.append(value)
    return found, tuple(notes)
