"""The command behind `make eval`."""

from __future__ import annotations

import argparse
import json
import sys
import time
from pathlib import Path

from evaluation.floors import PATH, Figures, fallen, floors, raised
from evaluation.parts import PARTS
from sayso.annotate import Engine
from training.evaluate import heads


def main(argv: list[str] | None = None) -> int:
    """0; 1 where a figure is below its floor; 2 where DATA holds nothing any part knows."""
    options = _options(argv)
    figures = measure(options.data, options.only.split(",") if options.only else list(PARTS))
    if options.full:
        figures["heads full"] = heads(options.data, Engine(options.full)) or {}
        print(f"heads full\n{table(figures['heads full'])}")
    if options.json:
        _write(options.json, figures)
    low = fallen(figures, floors())
    print("\n".join(low) or "no figure is below its floor", file=sys.stderr)
    if options.up and not low:
        PATH.write_text(json.dumps(raised(figures, floors()), indent=1) + "\n", encoding="utf-8")
    return 2 if not figures else 1 if low else 0


def measure(data: Path, wanted: list[str]) -> Figures:
    """Run every wanted part that finds its data, and print its table."""
    figures: Figures = {}
    for name in wanted:
        started = time.process_time()
        found = PARTS[name](data)
        if found is None:
            print(f"{name:14s} no data for it in {data}", file=sys.stderr)
            continue
        figures[name] = {key: round(value, 4) for key, value in found.items()}
        print(f"{name}  ({time.process_time() - started:.0f} CPU-s)")
        print(table(figures[name]), flush=True)
    return figures


def table(figures: dict[str, float]) -> str:
    """One figure a line."""
    return "\n".join(f"    {name:44s} {value:10.4f}" for name, value in figures.items())


def _options(argv: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="evaluation", description=__doc__)
    parser.add_argument("data", type=Path, help="folder with the sets, laid out as MODEL_CARD.md says")
    parser.add_argument("--json", type=Path, help="write all figures here; parts not run are kept")
    parser.add_argument("--only", help=f"comma-separated parts of: {', '.join(PARTS)}")
    parser.add_argument("--full", type=Path, help="folder of the engine in full precision, to measure beside")
    parser.add_argument("--raise", dest="up", action="store_true", help="raise the floors")
    return parser.parse_args(argv)


def _write(path: Path, figures: Figures) -> None:
    known = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    path.write_text(json.dumps({**known, **figures}, indent=1, sort_keys=True) + "\n", encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
