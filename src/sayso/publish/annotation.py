"""What the language engine sees in one report: as a dict for programs, sentence by sentence for people."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, TypeVar

from sayso.publish.branches import Node, drawn
from sayso.publish.terminal import PLAIN, Style, columns, hanging, padded, shortened, visible, wrapped
from sayso.publish.tree import head_lines, heading, not_read
from sayso.publish.words import counted
from sayso.records import (
    BOILERPLATE,
    Annotated,
    Argument,
    Entity,
    Mention,
    Predicate,
    Report,
    Sentence,
    Span,
    Spans,
)

STEPS = 3  # factuality runs from -STEPS to STEPS
WORD_COLUMN, ROLE_COLUMN = 16, 8
PHRASE = 26  # columns at most of one phrase among those that stand for the same thing
UNDER = " " * 4  # what stands under a sentence
SCALE = "Factuality: from −3 ■■■|··· (certainly not) over 0 ···|··· (unknown) to +3 ···|■■■ (certainly)"
REPORT_FIELDS = ("id", "key", "outlet", "title", "published", "language", "url", "text")
Placed = TypeVar("Placed")


# ------------------------------------------------------------------ for programs
def as_dict(annotated: Annotated) -> dict[str, Any]:
    """
    All that the engine says, in the names of `sayso annotate --json`.

    Every span is `(start, end)` in characters of `report.text`. `head` of a word is a number in `words`,
    -1 for the root of a sentence; `skipped` has what was noted when the report was taken in as well.
    """
    report = annotated.report
    return {
        "report": {name: getattr(report, name) for name in REPORT_FIELDS},
        "sentences": [(sentence.start, sentence.end) for sentence in annotated.sentences],
        "words": list(_words(annotated)),
        "entities": [{"span": (each.start, each.end), "type": each.type} for each in annotated.entities],
        "predicates": list(_predicates(annotated)),
        "mentions": list(_mentions(annotated)),
        "attributions": list(_attributions(annotated)),
        "skipped": list(dict.fromkeys((*report.notes, *annotated.skipped))),
    }


def _words(annotated: Annotated) -> Iterator[dict[str, Any]]:
    for word in annotated.words:
        yield {
            "span": (word.start, word.end), "lemma": word.lemma, "upos": word.upos, "xpos": word.xpos,
            "head": word.head, "deprel": word.deprel,
        }  # fmt: skip


def _predicates(annotated: Annotated) -> Iterator[dict[str, Any]]:
    for number, predicate in enumerate(annotated.predicates, 1):
        yield {
            "id": f"p{number}",
            "span": _word_span(annotated, predicate.word),
            "lemma": annotated.words[predicate.word].lemma,
            "factuality": predicate.factuality,
            "score": predicate.score,
            "arguments": [
                {
                    "role": argument.role,
                    "span": _span(annotated, argument.first, argument.last),
                    "head": _word_span(annotated, argument.head),
                }
                for argument in predicate.arguments
            ],
        }


def _mentions(annotated: Annotated) -> Iterator[dict[str, Any]]:
    for mention in annotated.mentions:
        yield {
            "span": (mention.start, mention.end), "head": _word_span(annotated, mention.head),
            "type": mention.type, "chain": mention.chain,
        }  # fmt: skip


def _attributions(annotated: Annotated) -> Iterator[dict[str, Any]]:
    for frame in annotated.frames:
        parts = {"source": frame.source, "cue": frame.cue, "content": frame.content}
        yield {
            **{name: [_span(annotated, *each) for each in ranges] for name, ranges in parts.items()},
            "score": frame.score,
        }


def _span(annotated: Annotated, first: int, last: int) -> Span:
    """The characters of words `[first, last)`."""
    return annotated.words[first].start, annotated.words[last - 1].end


def _word_span(annotated: Annotated, word: int) -> Span:
    return _span(annotated, word, word + 1)


# ------------------------------------------------------------------ for people
def annotation(annotated: Annotated, style: Style = PLAIN) -> str:
    """
    Each sentence with its predicates, their factuality and arguments, and its names; then who is who.

    A report of which nothing was read says why.
    """
    head = head_lines(annotated, _counts(annotated), style)
    scale = wrapped(SCALE, style.width) if annotated.predicates else []
    parts = [[*head, *(style.on(line, "dim") for line in scale)]]
    parts += _sentences(annotated, style) if annotated.words else [_nothing(annotated, style)]
    skipped = annotated.skipped if annotated.words else ()
    parts += [_who(annotated, style), not_read(annotated.report, _boilerplate(annotated), skipped, style)]
    return "\n\n".join("\n".join(part) for part in parts if part) + "\n"


def _counts(annotated: Annotated) -> str:
    return ", ".join(
        (
            counted(len(annotated.sentences), "sentence"),
            counted(len(annotated.words), "word"),
            counted(len(annotated.predicates), "predicate"),
            counted(len(annotated.entities), "entity", "entities"),
            counted(len(_chains(annotated)), "chain"),
        )
    )


def _nothing(annotated: Annotated, style: Style) -> list[str]:
    """Why there is nothing to show."""
    whys = [note.why for note in annotated.skipped]
    if not whys and any(character.isalnum() for character in annotated.report.text):
        whys = ["captions, bylines and notices are not read, and there is nothing else in it"]
    return wrapped(f"Nothing was read: {'; '.join(whys) or 'there are no words in it'}.", style.width)


def _boilerplate(annotated: Annotated) -> Spans:
    return tuple((each.start, each.end) for each in annotated.segments if each.kind in BOILERPLATE)


# ------------------------------------------------------------------ sentence by sentence
def _sentences(annotated: Annotated, style: Style) -> list[list[str]]:
    acts = _by_sentence(annotated, ((each.word, each) for each in annotated.predicates))
    named = _by_sentence(annotated, ((each.first, each) for each in annotated.entities))
    wide = max((_width_of(annotated, each) for each in annotated.predicates), default=0)
    return [
        [
            *_told(annotated.report, number, sentence, style),
            *drawn(
                (_act(annotated, each, min(wide, WORD_COLUMN), style) for each in told), style.width, UNDER
            ),
            *_flowing([_tagged(annotated.report, each, style.width) for each in names], style.width),
        ]
        for number, (sentence, told, names) in enumerate(
            zip(annotated.sentences, acts, named, strict=True), 1
        )
    ]


def _by_sentence(annotated: Annotated, placed: Iterable[tuple[int, Placed]]) -> list[list[Placed]]:
    """What stands at words, sentence by sentence."""
    found: list[list[Placed]] = [[] for _ in annotated.sentences]
    for word, each in placed:
        found[annotated.words[word].sentence].append(each)
    return found


def _told(report: Report, number: int, sentence: Sentence, style: Style) -> list[str]:
    lines = hanging(f"{number:>3} ", style.width, report.text[sentence.start : sentence.end])
    return [style.on(line, "bold") for line in lines]


def _width_of(annotated: Annotated, predicate: Predicate) -> int:
    start, end = _word_span(annotated, predicate.word)
    return columns(shortened(annotated.report.text[start:end], 2 * WORD_COLUMN))


def _act(annotated: Annotated, predicate: Predicate, wide: int, style: Style) -> Node:
    """A predicate with its factuality, its arguments beneath it."""
    start, end = _word_span(annotated, predicate.word)
    word = padded(shortened(annotated.report.text[start:end], 2 * WORD_COLUMN), wide)
    value = predicate.factuality
    line = f"{word}  {signed(value)}  {gauge(value)}"
    arguments = sorted(predicate.arguments, key=lambda each: (each.first, each.last))
    return Node(lambda _: [line], tuple(_argument(annotated, each, style) for each in arguments))


def _argument(annotated: Annotated, argument: Argument, style: Style) -> Node:
    start, end = _span(annotated, argument.first, argument.last)
    role = padded(visible(argument.role), ROLE_COLUMN) + "  "
    words = annotated.report.text[start:end]
    return Node(lambda width: [style.on(role, "dim") + _both_ends(words, width - columns(role))])


def signed(value: float) -> str:
    """`+2.21`, `−0.50`, `+0.00`: the sign always, two decimals."""
    return f"{round(value, 2) + 0.0:+.2f}".replace("-", "−")


def gauge(value: float) -> str:
    """A factuality as a bar of seven steps that grows from the middle: `■■■|···` is −3, `···|■··` +1."""
    size = min(int(abs(value) + 0.5), STEPS)
    bar, rest = "■" * size, "·" * (STEPS - size)
    return f"{'·' * STEPS}|{bar}{rest}" if value >= 0 else f"{rest}{bar}|{'·' * STEPS}"


def _both_ends(words: str, width: int) -> str:
    """The words on one line; where they are too long the middle is left out, for their ends tell most."""
    line = " ".join(visible(words).split())
    if columns(line) <= width:
        return line
    tail = shortened(line, width // 3, keep_end=True).removeprefix("…")
    return f"{shortened(line, width - columns(tail) - 2).removesuffix('…')} … {tail}"


def _tagged(report: Report, named: Entity | Mention, width: int) -> str:
    return shortened(f"[{named.type}] {report.text[named.start : named.end]}", width - len(UNDER))


def _flowing(items: Sequence[str], width: int) -> list[str]:
    """The items side by side, none broken between two lines."""
    lines: list[str] = []
    for item in items:
        if lines and columns(lines[-1]) + 2 + columns(item) <= width:
            lines[-1] += f"  {item}"
        else:
            lines.append(UNDER + item)
    return lines


# ------------------------------------------------------------------ who is who
def _who(annotated: Annotated, style: Style) -> list[str]:
    chains = sorted(_chains(annotated), key=lambda chain: (-len(chain), chain[0].first))
    lines = [_same(annotated, chain, style.width) for chain in chains]
    return [heading("Who is who", style), *lines] if lines else []


def _chains(annotated: Annotated) -> list[list[Mention]]:
    """The mentions that stand for one thing, where there are two or more."""
    found: dict[int, list[Mention]] = {}
    for mention in annotated.mentions:
        if mention.chain is not None:
            found.setdefault(mention.chain, []).append(mention)
    return [chain for chain in found.values() if len(chain) > 1]


def _same(annotated: Annotated, chain: list[Mention], width: int) -> str:
    """One chain on a line: its longest name, how often it is spoken of, and in which other words."""
    report = annotated.report
    best = max(chain, key=lambda each: (_rank(annotated, each), each.end - each.start, -each.first))
    line = f"{shortened(_tagged(report, best, width), width * 2 // 5)} · {len(chain):,} times"
    others: dict[str, str] = {}
    for each in (best, *chain):
        words = report.text[each.start : each.end]
        others.setdefault(" ".join(words.split()).casefold(), shortened(words, PHRASE))
    _, *rest = others.values()
    return line + _listed(rest, width - columns(line))


def _rank(annotated: Annotated, mention: Mention) -> int:
    """Names before other phrases, pronouns last."""
    return {"PROPN": 2, "PRON": 0}.get(annotated.words[mention.head].upos, 1)


def _listed(phrases: Sequence[str], room: int) -> str:
    """` · he, the general and 3 more` in at most `room` columns: as many phrases as fit, at least one."""
    for count in range(min(len(phrases), room), 0, -1):
        left = len(phrases) - count
        more = f" and {left:,} more" if left else ""
        line = f" · {', '.join(phrases[:count])}"
        if columns(line + more) <= room:
            return line + more
    return shortened(line, room - columns(more)) + more if phrases else ""
