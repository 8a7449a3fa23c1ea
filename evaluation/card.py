"""The model card's table of figures, out of `docs/figures.json`: ``python -m evaluation.card`` writes it."""

from __future__ import annotations

import json
from pathlib import Path

Figures = dict[str, dict[str, float]]

ROOT = Path(__file__).parents[1]
START, END = "<!-- heads -->\n", "<!-- /heads -->\n"
WORST = 0.005  # what int8 may lose of any figure
SMALL = {"gum test news": 0.01, "own held out": 0.01}  # and of those of sets with few names

# The set, then its rows: what is shown, and the name of the figure after the set's.
ROWS: tuple[tuple[str, str, tuple[tuple[str, str], ...]], ...] = (
    ("PolNeAR dev", "polnear dev", (
        ("linked triples, attr.iou50", "attr.iou50"), ("precision", "attr.iou50 precision"),
        ("recall", "attr.iou50 recall"), ("linked triples, exact", "attr.exact"),
        ("source and content linked, iou50", "pair.iou50"), ("exact spans: source", "exact.source"),
        ("exact spans: cue", "exact.cue"), ("exact spans: content", "exact.content"),
        ("words: source", "tok.source"), ("words: cue", "tok.cue"), ("words: content", "tok.content"),
        ("nested, recall of the inner one (66 cases)", "nested inner"),
        ("nested, recall of both levels", "nested chain"),
    )),
    ("EWT test, gold words", "ewt test", (
        ("UPOS", "upos"), ("XPOS", "xpos"), ("UAS", "uas"), ("LAS, universal relations", "las"),
        ("lemmas, gold tags", "lemmas"), ("predicates, F1", "predicate f1"),
        ("predicates that are verbs or nouns, F1", "predicate verbs and nouns f1"),
        ("roles at gold predicates, exact spans, all arguments, F1", "role f1"),
        ("ARG0 and ARG1, head word, F1", "core head f1"),
    )),
    ("EWT test, running text, each document one paragraph", "ewt test", (
        ("words, F1", "words"), ("sentences, F1", "sentences"),
    )),
    ("factuality, dev parts, Pearson's r", "", (
        ("UDS-IH2", "uds-ih2 dev r"), ("CommitmentBank", "cb dev r"),
        ("MegaVeridicality 2", "mv2 dev r"), ("Ross and Pavlick", "rp dev r"),
    )),
    *((f"GUM {part}", f"gum {part}", (
        ("names, typed, F1", "entity f1"), ("the same without types", "entity untyped f1"),
        ("names in news, typed, F1", "news entity f1"), ("UAS", "uas"), ("LAS", "las"),
        ("mentions, exact spans, F1", "coreference mentions"), ("coreference, MUC", "coreference muc"),
        ("coreference, B3", "coreference b3"), ("coreference, CEAF-e", "coreference ceafe"),
        ("coreference, CoNLL mean", "coreference conll"),
    )) for part in ("dev", "test")),
    ("our own sentences and names, kept apart", "own held out", (
        ("names, typed, F1", "entity f1"), ("the same without types", "entity untyped f1"),
    )),
)  # fmt: skip


def table(figures: Figures) -> str:
    """The table: for each figure the shipped int8 engine and the same weights in full precision."""
    lines = ["| set | what | int8 (shipped) | fp32 |", "|---|---|---|---|"]
    for title, prefix, rows in ROWS:
        for number, (what, name) in enumerate(rows):
            key = f"{prefix} {name}".strip()
            cells = [_cell(figures.get(part, {}).get(key)) for part in ("heads", "heads full")]
            lines.append(f"| {title if number == 0 else ''} | {what} | {cells[0]} | {cells[1]} |")
    return "\n".join(lines) + "\n"


def _cell(value: float | None) -> str:
    return "–" if value is None else f"{value:.3f}"


def lost(figures: Figures) -> list[str]:
    """Say which of the table's figures int8 lowers by more than it may."""
    names = [f"{prefix} {name}".strip() for _, prefix, rows in ROWS for _, name in rows]
    whole, full = figures.get("heads", {}), figures.get("heads full", {})
    return [
        f"{name}: {full[name]:.4f} in full, {whole[name]:.4f} in int8"
        for name in names
        if name in whole and name in full and full[name] - whole[name] > _most(name)
    ]


def _most(name: str) -> float:
    return next((most for prefix, most in SMALL.items() if name.startswith(prefix)), WORST)


def written(card: str, figures: Figures) -> str:
    """The model card with its table brought up to the figures."""
    before, rest = card.split(START)
    return before + START + table(figures) + END + rest.split(END)[1]


def main() -> int:
    """Bring the model card up to the figures; 1 if int8 loses too much."""
    figures = json.loads((ROOT / "docs" / "figures.json").read_text(encoding="utf-8"))
    path = ROOT / "MODEL_CARD.md"
    path.write_text(written(path.read_text(encoding="utf-8"), figures), encoding="utf-8")
    low = lost(figures)
    print("\n".join(low) or "int8 loses no more than it may on any figure")
    return 1 if low else 0


if __name__ == "__main__":
    raise SystemExit(main())
