"""
Writes the tables of codes into the codebook page: `make docs`.

A pair of comments `<!-- codebook: NAME -->` and `<!-- /codebook -->` in the page holds the table of that
name, made from the tables under `src/sayso/code/data/`.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from sayso.code.scales import NO_MODE, scales
from sayso.code.tables import rows
from sayso.records import EVENT_TYPES

PAGE = Path(__file__).with_name("3_codebook.md")
PART = re.compile(r"(?P<open><!-- codebook: (?P<name>\w+) -->\n).*?(?P<close><!-- /codebook -->)", re.DOTALL)
SHOWN = 8
"""So many signals of a context are shown."""


class Entry(NamedTuple):
    """A row of the codebook: what a code means, sentences coded so, and one that is not."""

    of: str
    code: str
    definition: str
    examples: str
    unlike: str
    instead: str
    why: str

    def told(self) -> str:
        """The examples, each in italics with its trigger in bold."""
        return "; ".join(marked(one) for one in self.examples.split(" | "))

    def other(self) -> str:
        """The sentence that is coded otherwise, and why."""
        instead = "no event" if self.instead == NO_MODE else f"`{self.instead}`"
        return f"{marked(self.unlike)} {instead}: {self.why}"


def entries(of: str) -> list[Entry]:
    """The codebook's rows for types, modes or statuses."""
    return [entry for row in rows("codebook.tsv") if (entry := Entry(*row)).of == of]


def marked(sentence: str) -> str:
    """A sentence in italics, its trigger in bold in place of brackets."""
    return f"*{sentence.replace('[', '**').replace(']', '**')}*"


def table(head: Iterable[str], body: Iterable[Iterable[str]]) -> str:
    """A table in Markdown."""
    titles = list(head)
    lines = [titles, ["---"] * len(titles), *body]
    return "".join(f"| {' | '.join(cells)} |\n" for cells in lines)


def types() -> str:
    """Every event type with its quad category."""
    return table(
        ("type", "quad", "what counts", "for example", "but not"),
        (
            (f"`{one.code}`", str(scales()[one.code, NO_MODE].quad), one.definition, one.told(), one.other())
            for one in entries("type")
        ),
    )


def modes() -> str:
    """Every mode beneath its type, with PLOVER's score and CAMEO's code."""

    def lines(kind: str) -> Iterator[tuple[str, ...]]:
        told = {one.code: one for one in entries("mode")}
        for (of, mode), scale in scales().items():
            if of != kind:
                continue
            one = told.get(f"{kind} {mode}")
            words = (one.definition, one.told(), one.other()) if one else ("the type alone", "", "")
            name = f"`{mode}`" if one else "none"
            yield (name, *words, f"{scale.score:g}", scale.cameo)

    head = ("mode", "what it is", "for example", "but not", "score", "CAMEO")
    return "\n".join(f"**{kind}**\n\n{table(head, lines(kind))}" for kind in EVENT_TYPES)


def statuses() -> str:
    """Every status."""
    return table(
        ("status", "what it says", "in the text", "but not"),
        ((f"`{one.code}`", one.definition, one.told(), one.other()) for one in entries("status")),
    )


def rules() -> str:
    """Every rule of coding, with where it comes from."""
    return table(
        ("rule", "for example", "coded as", "from"),
        (
            (rule, marked(example), f"`{kind}`, `{status}`" if kind != NO_MODE else "no event", origin)
            for rule, origin, example, kind, status in rows("rules.tsv")
        ),
    )


def contexts() -> str:
    """Every context with some of what signals it."""
    body = []
    for context, signals in rows("contexts.tsv"):
        words = signals.split(",")
        shown = words if len(words) <= SHOWN else [*words[:SHOWN], "..."]
        body.append((f"`{context}`", ", ".join(shown)))
    return table(("context", "signalled by"), body)


TABLES: dict[str, Callable[[], str]] = {
    "types": types, "modes": modes, "statuses": statuses, "rules": rules, "contexts": contexts,
}  # fmt: skip


def written(page: str) -> str:
    """The page with every table as it is today."""
    return PART.sub(lambda found: f"{found['open']}\n{TABLES[found['name']]()}\n{found['close']}", page)


def main() -> None:
    """Write the page anew."""
    before = PAGE.read_text("utf-8")
    after = written(before)
    PAGE.write_text(after, "utf-8")
    sys.stdout.write(f"docs/{PAGE.name}: {'written' if after != before else 'as it was'}\n")


if __name__ == "__main__":
    main()
