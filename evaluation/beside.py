"""
``python -m evaluation.beside polnear/dev.jsonl peers.jsonl``: Sayso on the articles that the peers have read,
all scored alike (see `evaluation.peers`).
"""

from __future__ import annotations

import argparse
import json
import time
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import sayso
from evaluation.attribution import mark
from training import score
from training.readers import rows

COLUMNS = ("attr.iou50", "attr.iou50 precision", "attr.iou50 recall", "pair.iou50", "words per CPU-second")
OWN = "Sayso"
NAME = "peers"


def beside(articles: Path, peers: Path) -> dict[str, dict[str, float]]:
    """Return for each peer and Sayso linked triples (F1 at half overlap, its sides) and speed."""
    gold = list(rows(articles))
    texts = {str(row["id"]): row["text"] for row in gold}
    words = sum(len(score.Ruler(text).tokens([(0, len(text))])) for text in texts.values())
    read: dict[str, dict[str, list[Any]]] = defaultdict(dict)
    spent: dict[str, float] = defaultdict(float)
    for row in rows(peers):
        read[row["peer"]][str(row["id"])] = row["attributions"]
        spent[row["peer"]] += row["seconds"]
    sayso.read("The engine is loaded once.")
    started = time.process_time()
    found = {key: sayso.read(text).attributions for key, text in texts.items()}
    spent[OWN] = time.process_time() - started
    read[OWN] = {key: [mark(one) for one in some] for key, some in found.items()}
    return {
        name: {
            **{column: figures[column] for column in COLUMNS[:-1]},
            COLUMNS[-1]: round(words / max(spent[name], 1e-9)),
        }
        for name, figures in ((name, score.polnear(gold, marks)) for name, marks in read.items())
    }


def table(figures: dict[str, dict[str, float]]) -> str:
    """The figures as a Markdown table, the best last."""
    lines = [f"| | {' | '.join(COLUMNS)} |", f"|---|{'---|' * len(COLUMNS)}"]
    for name, row in sorted(figures.items(), key=lambda item: item[1][COLUMNS[0]]):
        shown = [f"{row[one]:.0f}" if row[one] > 1 else f"{row[one]:.3f}" for one in COLUMNS]
        lines.append(f"| {name} | {' | '.join(shown)} |")
    return "\n".join(lines) + "\n"


def main(given: Sequence[str] | None = None) -> None:
    """Print the table; with --json put the figures with the others."""
    parser = argparse.ArgumentParser(prog="python -m evaluation.beside", description=__doc__)
    parser.add_argument("articles", type=Path)
    parser.add_argument("peers", type=Path)
    parser.add_argument("--json", type=Path, help="write the figures here, beside those that are there")
    args = parser.parse_args(given)
    figures = beside(args.articles, args.peers)
    print(table(figures), end="")
    if args.json:
        kept = json.loads(args.json.read_text(encoding="utf-8")) if args.json.exists() else {}
        kept[NAME] = {f"{name} {what}": value for name, row in figures.items() for what, value in row.items()}
        args.json.write_text(json.dumps(kept, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
