"""The command behind `make eval`."""

from __future__ import annotations

import argparse
import json
import sys
import time
from pathlib import Path

from evaluation.parts import PARTS


def main(argv: list[str] | None = None) -> int:
    """Run every part that finds its data; 0, or 2 where DATA holds nothing any part knows."""
    options = _options(argv)
    wanted = options.only.split(",") if options.only else list(PARTS)
    figures: dict[str, dict[str, float]] = {}
    for name in wanted:
        started = time.process_time()
        found = PARTS[name](options.data)
        if found is None:
            print(f"{name:14s} no data for it in {options.data}", file=sys.stderr)
            continue
        figures[name] = {key: round(value, 4) for key, value in found.items()}
        print(f"{name}  ({time.process_time() - started:.0f} CPU-s)")
        print(table(figures[name]), flush=True)
    if options.json:
        _write(options.json, figures)
    return 0 if figures else 2


def table(figures: dict[str, float]) -> str:
    """One figure a line."""
    return "\n".join(f"    {name:44s} {value:10.4f}" for name, value in figures.items())


def _options(argv: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="evaluation", description=__doc__)
    parser.add_argument("data", type=Path, help="folder in the layout training/README.md describes")
    parser.add_argument("--json", type=Path, help="write all figures here; parts not run are kept")
    parser.add_argument("--only", help=f"comma-separated parts of: {', '.join(PARTS)}")
    return parser.parse_args(argv)


def _write(path: Path, figures: dict[str, dict[str, float]]) -> None:
    known = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    path.write_text(json.dumps({**known, **figures}, indent=1, sort_keys=True) + "\n", encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
