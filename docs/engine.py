"""Draws `engine.svg`: what goes into the language engine, and what each head gives."""

from __future__ import annotations

import html
from pathlib import Path

# The mix of layers a family of heads reads, its heads, and what later rooms get of them.
FAMILIES = (
    ("syntax", "tags, arcs, relations", "words with a tree"),
    ("names", "B, I, O by class", "entities"),
    ("attribution", "cues; source and content of each", "frames"),
    ("acts", "predicates; roles of each; factuality", "predicates"),
    ("mentions", "types; two vectors of each", "mentions, chains"),
)
CORE = ("6 layers, 384 wide", "int8, one pass", "each word once")
INPUT = ("word pieces", "case, quotation,", "borders")
WIDTH, HIGH, TOP, STEP = 920, 48, 24, 60
STYLE = """
  text { font: 14px system-ui, sans-serif; fill: #24292f }
  .name { font-weight: 600 }
  .what { font-size: 12.5px; fill: #57606a }
  .box { fill: #f6f8fa; stroke: #57606a }
  .core { fill: #ddf4ff; stroke: #0969da }
  .line { stroke: #57606a; fill: none; stroke-width: 1.5 }
  @media (prefers-color-scheme: dark) {
    text { fill: #e6edf3 }
    .what { fill: #9da7b1 }
    .box { fill: #161b22; stroke: #9da7b1 }
    .core { fill: #0c2d4d; stroke: #58a6ff }
    .line { stroke: #9da7b1 }
    .page { fill: #0d1117 }
  }
"""


def drawn() -> str:
    """The picture as SVG: input, encoder, a row for each family of heads."""
    tall = 2 * TOP + STEP * len(FAMILIES) - (STEP - HIGH)
    middle = tall // 2
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {tall}" role="img" '
        f'aria-label="Word pieces with case, quotation and borders go through one encoder; '
        f'five families of heads read its layers">',
        f"<style>{STYLE}</style>",
        f'<rect class="page" width="{WIDTH}" height="{tall}" fill="#ffffff"/>',
        *box(20, middle - 46, 190, 92, "box", "a window of words", INPUT),
        *box(260, middle - 46, 150, 92, "core", "one encoder", CORE),
        f'<path class="line" d="M210 {middle} H260"/>',
    ]
    for number, (name, heads, gives) in enumerate(FAMILIES):
        top = TOP + STEP * number
        line = top + HIGH // 2
        way = f"M410 {middle} C440 {middle} 430 {line} 460 {line} M720 {line} H740"
        parts.append(f'<path class="line" d="{way}"/>')
        parts += box(460, top, 260, HIGH, "box", name, (heads,))
        parts.append(f'<text class="name" x="748" y="{line + 5}">{html.escape(gives)}</text>')
    return "\n".join([*parts, "</svg>"]) + "\n"


def box(x: int, y: int, wide: int, high: int, kind: str, name: str, lines: tuple[str, ...]) -> list[str]:
    """A box with its name and the lines below it."""
    parts = [
        f'<rect class="{kind}" x="{x}" y="{y}" width="{wide}" height="{high}" rx="6"/>',
        f'<text class="name" x="{x + 10}" y="{y + 20}">{html.escape(name)}</text>',
    ]
    for number, line in enumerate(lines):
        parts.append(f'<text class="what" x="{x + 10}" y="{y + 38 + 18 * number}">{html.escape(line)}</text>')
    return parts


if __name__ == "__main__":
    Path(__file__).with_name("engine.svg").write_text(drawn(), encoding="utf-8")
