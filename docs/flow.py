"""Draws `flow.svg`, the one picture of the flow, in colours that hold on light and dark pages."""

from __future__ import annotations

import html
from pathlib import Path

# Room, what comes out of it, and whether it looks at one report or at many.
ROOMS = (
    ("acquire", "Report", "text, HTML, URL, JSON Lines; the outlet's clock"),
    ("annotate", "Annotated", "one pass of the language engine"),
    ("attribute", "Attributions", "who says so, nested to any depth"),
    ("code", "Events, commitments", "PLOVER types, with a status"),
    ("ground", "Reading", "days, places, actors in the world"),
    ("ledger", "Rows", "one SQLite file, append-only"),
    ("lineage", "Claims", "copies, origins, denials, figures"),
    ("monitor", "Standing", "what would set it off, and what did"),
    ("publish", "Text", "JSON, CSV, tables, trees, the brief"),
    ("serve", "People, programs", "command line, pages"),
)
ONE, WIDTH, LEFT, TOP, STEP, HIGH = 5, 760, 150, 34, 58, 40
STYLE = """
  text { font: 15px system-ui, sans-serif; fill: #24292f }
  .room { font-weight: 600 }
  .what, .side { font-size: 13px; fill: #57606a }
  .box { fill: #f6f8fa; stroke: #57606a }
  .many { fill: #ddf4ff; stroke: #0969da }
  .line { stroke: #57606a; fill: none; stroke-width: 1.5 }
  .tip { fill: #57606a }
  @media (prefers-color-scheme: dark) {
    text { fill: #e6edf3 }
    .what, .side { fill: #9da7b1 }
    .box { fill: #161b22; stroke: #9da7b1 }
    .many { fill: #0c2d4d; stroke: #58a6ff }
    .line { stroke: #9da7b1 }
    .tip { fill: #9da7b1 }
    .page { fill: #0d1117 }
  }
"""


def drawn() -> str:
    """The picture as SVG: a column of rooms, what leaves each beside the arrow below it."""
    tall = TOP * 2 + STEP * len(ROOMS) - (STEP - HIGH)
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {tall}" role="img" '
        'aria-labelledby="title">',
        '<title id="title">The rooms in order: acquire, annotate, attribute, code, ground, ledger, lineage, '
        "monitor, publish, serve</title>",
        f"<style>{STYLE}</style>",
        f'<rect class="page" width="{WIDTH}" height="{tall}" fill="#ffffff" rx="8"/>',
    ]
    for at, (room, out, words) in enumerate(ROOMS):
        parts += box(at, room, words)
        if at + 1 < len(ROOMS):
            parts += arrow(at, out)
    parts += [bracket(0, ONE, "one report"), bracket(ONE, len(ROOMS), "all reports"), "</svg>"]
    return "\n".join(parts) + "\n"


def top(at: int) -> int:
    """The upper edge of a room's box."""
    return TOP + STEP * at


def box(at: int, room: str, words: str) -> list[str]:
    """A room with its name and what it does."""
    look = "box" if at < ONE else "box many"
    return [
        f'<rect class="{look}" x="{LEFT}" y="{top(at)}" width="440" height="{HIGH}" rx="6"/>',
        f'<text class="room" x="{LEFT + 16}" y="{top(at) + 25}">{room}</text>',
        f'<text class="what" x="{LEFT + 110}" y="{top(at) + 25}">{html.escape(words)}</text>',
    ]


def arrow(at: int, out: str) -> list[str]:
    """The way to the next room, and the record that goes it."""
    x, start, end = LEFT + 60, top(at) + HIGH, top(at + 1)
    return [
        f'<path class="line" d="M{x} {start} V{end - 4}"/>',
        f'<path class="tip" d="M{x - 4} {end - 6} h8 l-4 6 z"/>',
        f'<text class="side" x="{LEFT + 456}" y="{start + 13}">{html.escape(out)}</text>',
    ]


def bracket(first: int, last: int, words: str) -> str:
    """A brace at the left over the rooms `[first, last)`."""
    start, end = top(first), top(last - 1) + HIGH
    middle = (start + end) // 2
    return (
        f'<path class="line" d="M{LEFT - 14} {start} h-10 V{end} h10"/>'
        f'<text class="side" x="{LEFT - 34}" y="{middle}" text-anchor="end">{words}</text>'
    )


if __name__ == "__main__":
    Path(__file__).with_name("flow.svg").write_text(drawn(), "utf-8")
