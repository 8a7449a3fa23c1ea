"""Nested examples made from outermost gold.

PolNeAR marks the outermost attribution only. Where a sentence holds a whole attribution, saying
it once more ("..., according to Reuters") gives a sentence whose two levels are both known: the
added one outside, the gold one inside.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass, replace

from sayso.annotate.sentences import paragraphs, sentences
from training.readers import Article, Attribution, Spans

Span = tuple[int, int]

MEDIA = (
    "the Associated Press", "Reuters", "the New York Times", "the BBC", "state media", "CNN",
    "local media", "the newspaper", "the state news agency", "AFP", "the Washington Post",
    "the Guardian", "Al Jazeera", "the report", "state television", "the broadcaster", "Bloomberg",
    "the Wall Street Journal", "a Reuters report", "Fox News", "the official news agency", "Politico",
    "an Israeli newspaper", "several newspapers", "Xinhua", "the AP", "the daily", "the magazine",
)  # fmt: skip
PEOPLE = (
    "two officials familiar with the matter", "a senior official", "sources", "officials",
    "people briefed on the talks", "a spokesman", "a person close to the president", "witnesses",
    "three diplomats", "a Western diplomat", "aides", "a former minister", "intelligence officials",
    "a source who asked not to be named", "court documents", "a statement from the ministry",
    "the documents", "a government spokeswoman", "the foreign ministry", "analysts", "the army",
    "two people with knowledge of the discussions", "an adviser to the prime minister", "residents",
)  # fmt: skip
DAYS = ("on Monday", "on Tuesday", "on Wednesday", "on Thursday", "on Friday", "this week",
        "last week", "earlier this month", "late on Sunday", "on Saturday")  # fmt: skip
LOWERED = frozenset(
    word
    for line in (
        "The A An In On At He She It They We His Her Their Its This That These Those But And As After",
        "Before Some Many Most No One Two Three Several Both If When While Officials Sources Critics",
        "There Another Others Such Former Senior Local Federal State Police Authorities",
    )
    for word in line.split()
)


@dataclass(frozen=True)
class Edit:
    """Replace ``text[at : at + removed]`` by ``inserted``."""

    at: int
    removed: int
    inserted: str

    @property
    def growth(self) -> int:
        return len(self.inserted) - self.removed


@dataclass(frozen=True)
class Wrapping:
    """Edits to one sentence, and the new attribution: source and cue lie in inserted words.

    ``source`` and ``cue`` are (edit number, start, end) within that edit's inserted text;
    ``content`` is a span of the old text. ``recast`` replaces the cue of the inner attribution.
    """

    edits: list[Edit]
    source: tuple[int, int, int]
    cue: tuple[int, int, int]
    content: Span
    recast: int | None = None


def compose(article: Article, rng: random.Random, share: float) -> Article:
    """Return ``article`` with about ``share`` of the sentences that can be wrapped being so."""
    for start, end in reversed(_whole(article)):
        if rng.random() < share:
            wrapping = _wrap(article, start, end, rng)
            if wrapping is not None:
                article = apply(article, wrapping)
    return article


def _whole(article: Article) -> list[Span]:
    """Return the sentences that hold at least one attribution whole and none in part."""
    found = []
    extents = [_extent(a) for a in article.attributions]
    for paragraph in paragraphs(article.text):
        for start, end in sentences(article.text, *paragraph):
            touching = [x for x in extents if x[0] < end and start < x[1]]
            if touching and all(start <= s and e <= end for s, e in touching):
                found.append((start, end))
    return found


def _extent(attribution: Attribution) -> Span:
    pieces = attribution.source + attribution.cue + attribution.content
    return (min((s for s, _ in pieces), default=0), max((e for _, e in pieces), default=0))


def _wrap(article: Article, start: int, end: int, rng: random.Random) -> Wrapping | None:
    """Pick a way to say the sentence at second hand; None where the sentence is unfit."""
    sentence = article.text[start:end]
    if len(sentence) < 25 or sentence[-1] not in '.”"':
        return None
    ways: list[Callable[[Article, int, int, random.Random], Wrapping | None]]
    ways = [_prefix, _prefix, _quoting, _quoting]
    if sentence[-1] == ".":
        ways += [_suffix] * 5
    return rng.choice(ways)(article, start, end, rng)


def _who(rng: random.Random) -> str:
    return rng.choice(MEDIA if rng.random() < 0.6 else PEOPLE)


def _suffix(_: Article, start: int, end: int, rng: random.Random) -> Wrapping:
    who = _who(rng)
    if rng.random() < 0.55:
        lead, cue, tail = ", according to " + who, (2, 14), ""
        source = (15, 15 + len(who))
    else:
        verb = rng.choice(("reported", "said", "reported", "says", "wrote", "added"))
        tail = rng.choice(("", "", f" {rng.choice(DAYS)}"))
        lead = f", {who} {verb}"
        source, cue = (2, 2 + len(who)), (3 + len(who), len(lead))
    edit = Edit(end - 1, 0, lead + tail)
    return Wrapping([edit], (0, *source), (0, *cue), (start, end - 1))


def _prefix(article: Article, start: int, end: int, rng: random.Random) -> Wrapping:
    who = _who(rng)
    if rng.random() < 0.3:
        lead = f"According to {who}, "
        source, cue = (13, 13 + len(who)), (0, 12)
    else:
        verb = rng.choice(("reported", "said", "reported", "reports", "wrote", "says", "revealed"))
        when = rng.choice(("", "", f" {rng.choice(DAYS)}"))
        lead = f"{_capital(who)} {verb}{when} that "
        source, cue = (0, len(who)), (len(who) + 1, len(who) + 1 + len(verb))
    edits = [Edit(start, 0, lead), *_lowered(article.text, start)]
    return Wrapping(edits, (0, *source), (0, *cue), (start, _unstopped(article.text, end)))


def _quoting(article: Article, start: int, end: int, rng: random.Random) -> Wrapping | None:
    """Turn "Y said C" into "X quoted Y as saying C"."""
    number = next((i for i, a in enumerate(article.attributions) if _plain(article.text, a, start)), None)
    if number is None:
        return None
    inner = article.attributions[number]
    who = rng.choice(MEDIA)
    verb = rng.choice(("quoted", "cited", "quoted"))
    lead = f"{_capital(who)} {verb} "
    cue = inner.cue[0]
    edits = [Edit(start, 0, lead), *_lowered(article.text, start),
             Edit(cue[0], cue[1] - cue[0], "as saying")]  # fmt: skip
    content = (start, _unstopped(article.text, end))
    span = (0, len(who) + 1, len(who) + 1 + len(verb))
    return Wrapping(edits, (0, 0, len(who)), span, content, recast=number)


def _plain(text: str, attribution: Attribution, start: int) -> bool:
    """Tell whether an attribution reads source, "said", content, from the sentence's first word."""
    if not (len(attribution.source) == len(attribution.cue) == len(attribution.content) == 1):
        return False
    source, cue, content = attribution.source[0], attribution.cue[0], attribution.content[0]
    return (
        source[0] == start
        and source[1] < cue[0] < content[0]
        and cue[0] - source[1] == 1
        and text[cue[0] : cue[1]] in ("said", "says", "added", "told")
        and content[0] - cue[1] < 8
    )


def _capital(who: str) -> str:
    return who[0].upper() + who[1:]


def _lowered(text: str, start: int) -> list[Edit]:
    """Lower the sentence's first letter where its first word is no name."""
    word = text[start : start + 20].split(maxsplit=1)[:1]
    return [Edit(start, 1, text[start].lower())] if word and word[0] in LOWERED else []


def _unstopped(text: str, end: int) -> int:
    return end - 1 if text[end - 1] == "." else end


def apply(article: Article, wrapping: Wrapping) -> Article:
    """Carry out the edits, move every span, and add the new outer attribution."""
    edits = wrapping.edits
    text, done, starts = [], 0, []
    for edit in edits:
        text.append(article.text[done : edit.at])
        starts.append(sum(map(len, text)))
        text.append(edit.inserted)
        done = edit.at + edit.removed
    text.append(article.text[done:])

    def moved(spans: Spans) -> Spans:
        return [(_start(edits, s), _end(edits, e)) for s, e in spans]

    def added(place: tuple[int, int, int]) -> Spans:
        return [(starts[place[0]] + place[1], starts[place[0]] + place[2])]

    kept = [replace(a, source=moved(a.source), cue=moved(a.cue), content=moved(a.content))
            for a in article.attributions]  # fmt: skip
    outer = Attribution(added(wrapping.source), added(wrapping.cue), moved([wrapping.content]), wrapped=True)
    entities = [(_start(edits, s), _end(edits, e), kind) for s, e, kind in article.entities]
    return Article(article.key, "".join(text), [*kept, outer], entities)


def _start(edits: list[Edit], at: int) -> int:
    """Move a span's start: what is inserted right before it stays outside."""
    return at + sum(e.growth for e in edits if e.at < at or (e.at == at and e.removed == 0))


def _end(edits: list[Edit], at: int) -> int:
    """Move a span's end: what is inserted right after it stays outside."""
    return at + sum(e.growth for e in edits if e.at < at)
