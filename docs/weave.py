"""
Puts what commands and examples really print into the pages: `make docs`.

A comment `<!-- $ sayso ... -->` in a page stands before a fenced block that shows the command and its
output; `<!-- prints -->` stands between a Python block and the block with what it prints. `{TYPE}` in a
command becomes the id of the claim of that type that most reports tell. Rows of a table that name a
figure of `figures.json` get its value.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[1]
LEDGER = ROOT / "build" / "docs.db"
SAMPLES = "src/sayso/samples/hormuz"
FIGURES = ROOT / "docs" / "figures.json"
WIDTH = "96"
COMMAND = re.compile(r"<!-- \$ (?P<command>[^\n]+?) -->\n```console\n(?P<shown>.*?)```\n", re.DOTALL)
PRINTED = re.compile(
    r"```python\n(?P<code>[^`]*)```\n(?P<between>[^`]*?)<!-- prints -->\n```text\n(?P<shown>.*?)```\n",
    re.DOTALL,
)

FIGURE = re.compile(
    r"^\| (?P<what>[^|\n]+) \| (?P<shown>[\d.]+) \| `(?P<part>\w+): (?P<name>[^`|\n]+)` \|$", re.MULTILINE
)


class Block(NamedTuple):
    """A command or a piece of Python (`what`), and the text the page shows for it."""

    what: str
    shown: str
    python: bool = False


def pages() -> list[Path]:
    """README and the numbered pages."""
    return [ROOT / "README.md", *sorted((ROOT / "docs").glob("[0-9]_*.md"))]


def blocks(page: str) -> list[Block]:
    """The woven blocks of a page."""
    commands = [Block(found["command"], found["shown"]) for found in COMMAND.finditer(page)]
    return commands + [Block(found["code"], found["shown"], True) for found in PRINTED.finditer(page)]


def surroundings(ledger: Path = LEDGER) -> dict[str, str]:
    """The environment that commands run in: this Python's scripts first, one width, one ledger."""
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    return {**os.environ, "PATH": path, "COLUMNS": WIDTH, "NO_COLOR": "1", "SAYSO_LEDGER": str(ledger)}


def started(command: list[str], ledger: Path = LEDGER) -> str:
    """What a program prints on standard output, started in the project's root; it must succeed."""
    done = subprocess.run(
        command, cwd=ROOT, env=surroundings(ledger), capture_output=True, encoding="utf-8", check=False
    )
    if done.returncode:
        raise SystemExit(f"{command}: exit code {done.returncode}\n{done.stdout}{done.stderr}")
    return done.stdout


def run(command: str, ledger: Path = LEDGER) -> str:
    """What a shell command prints."""
    return started(["bash", "-c", command], ledger)


def forget(ledger: Path) -> None:
    """Remove a ledger with what lies beside it."""
    for path in ledger.parent.glob(f"{ledger.name}*"):
        path.unlink()


def named(command: str, ledger: Path = LEDGER) -> str:
    """The command with `{TYPE}` replaced by the id of the most told claim of that type."""

    def claim(found: re.Match[str]) -> str:
        rows = json.loads(run(f"sayso claims --type {found[1]} --json", ledger))["claims"]
        best = max(rows, key=lambda row: (len({span["report"] for span in row["spans"]}), row["id"]))
        return str(best["id"])

    return re.sub(r"\{([A-Z]+)\}", claim, command)


def printed(block: Block, ledger: Path = LEDGER) -> str:
    """What the page should show for the block today."""
    if block.python:
        return started([sys.executable, "-c", block.what], ledger)
    if block.what.startswith("sayso add"):
        forget(ledger)
    elif not ledger.exists() and not block.what.endswith("--help"):
        run(f"sayso add {SAMPLES}", ledger)
    command = named(block.what, ledger)
    return f"$ {command}\n{run(command, ledger)}".replace(str(ledger), "sayso.db").rstrip("\n") + "\n"


def measured(page: str, figures: dict[str, dict[str, float]]) -> str:
    """The page with the figure in each row that names one (`part: name`) as `make eval` found it."""

    def row(found: re.Match[str]) -> str:
        value = figures.get(found["part"], {}).get(found["name"])
        shown = found["shown"] if value is None else f"{value:.3f}"
        return f"| {found['what']} | {shown} | `{found['part']}: {found['name']}` |"

    return FIGURE.sub(row, page)


def woven(page: str) -> str:
    """The page with every block as it is today."""

    def command(found: re.Match[str]) -> str:
        now = printed(Block(found["command"], found["shown"]))
        return found[0][: found.start("shown") - found.start()] + now + "```\n"

    def code(found: re.Match[str]) -> str:
        now = printed(Block(found["code"], found["shown"], True))
        return found[0][: found.start("shown") - found.start()] + now + "```\n"

    figures = json.loads(FIGURES.read_text("utf-8")) if FIGURES.exists() else {}
    return measured(PRINTED.sub(code, COMMAND.sub(command, page)), figures)


def main(names: list[str]) -> None:
    """Write the pages anew: those named, or all."""
    forget(LEDGER)
    LEDGER.parent.mkdir(exist_ok=True)
    for path in [ROOT / name for name in names] or pages():
        before = path.read_text("utf-8")
        after = woven(before)
        path.write_text(after, "utf-8")
        sys.stdout.write(f"{path.relative_to(ROOT)}: {'written' if after != before else 'as it was'}\n")


if __name__ == "__main__":
    main(sys.argv[1:])
