"""``python -m training.bench``: words per CPU-second, bare encoder against what is built on it.

The bare encoder is the shipped graph cut after its last layer, fed with ready windows: the most
that any pipeline on this model could reach. One thread; CPU time of this process alone.
"""

from __future__ import annotations

import json
import resource
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import sayso
from sayso.annotate import annotate, default_engine
from sayso.annotate.engine import FOLDER, INPUTS, session
from sayso.annotate.inputs import cut, prepare
from sayso.annotate.segments import TOLD, segments
from sayso.annotate.tokens import Tokens, tokens
from sayso.ground import actors, places, sites
from sayso.ground.anchored import anchored
from sayso.ground.cast import Cast
from sayso.ground.names import names
from sayso.ground.page import Page
from sayso.ground.times import times
from sayso.records import Report

_GRAPH, _NODE, _OUTPUT = 7, 1, 12  # field numbers of ONNX's ModelProto and GraphProto
_NODE_INPUT, _NODE_OUTPUT, _NAME = 1, 2, 1


def bench(texts: list[str], seconds: float = 8.0) -> dict[str, float]:
    """Return words per CPU-second of the bare encoder, of `annotate` and of `sayso.read`, and shares.

    Each is warmed up, then run over ``texts`` again and again, turn by turn, until each has had
    ``seconds`` of CPU time, so that a busy machine slows all of them alike.
    """
    reports = [Report(id=str(i), text=text) for i, text in enumerate(texts)]
    cut_up = [_told(report) for report in reports]
    words = sum(map(len, cut_up))
    runs: dict[str, Callable[[], object]] = {
        "encoder": _encoder(cut_up),
        "annotate": lambda: [annotate(report) for report in reports],
        "read": lambda: [sayso.read(text) for text in texts],
        "times": _times(reports),
        "actors and places": _world(reports),
    }
    spent = _spent(runs, seconds)
    rooms = ("times", "actors and places")
    speed = {name: words / each for name, each in spent.items() if name not in rooms}
    return {
        **{f"{name} words per CPU-second": round(value, 1) for name, value in speed.items()},
        "annotate share of encoder": round(speed["annotate"] / speed["encoder"], 4),
        "read share of encoder": round(speed["read"] / speed["encoder"], 4),
        **{f"{name} share of annotate": round(spent[name] / spent["annotate"], 4) for name in rooms},
        "peak memory MB": round(_peak() / 1024, 1),
    }


def _peak() -> int:
    """Peak memory of this program in kB; ``getrusage`` would count in what forked it."""
    status = Path("/proc/self/status")
    if not status.exists():
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    lines = status.read_text(encoding="ascii").splitlines()
    return int(next(line for line in lines if line.startswith("VmHWM")).split()[1])


def _told(report: Report) -> Tokens:
    return tokens(report.text, [(s.start, s.end) for s in segments(report) if s.kind in TOLD])


def _times(reports: list[Report]) -> Callable[[], object]:
    """Return a run of the time room alone over what `annotate` gives: expressions, and what they hang on."""
    pages = [Page(annotate(report)) for report in reports]
    found = [(page, names(page)) for page in pages]
    return lambda: [anchored(page, times(page), named) for page, named in found]


def _world(reports: list[Report]) -> Callable[[], object]:
    """Return a run of names, places and actors alone over what `annotate` gives."""
    pages = [Page(annotate(report)) for report in reports]

    def run() -> list[object]:
        out: list[object] = []
        for page in pages:
            rows = names(page)
            found = sites.widened(rows, sites.sites(page, rows))
            cast = Cast(page, found)
            out.append((places.spots(page, found, ()), actors.listed(cast)))
        return out

    return run


def _spent(runs: dict[str, Callable[[], object]], seconds: float) -> dict[str, float]:
    """Return the least CPU seconds of one round of each."""
    best: dict[str, float] = {}
    total = 0.0
    for run in runs.values():
        run()
    while total < seconds * len(runs):
        for name, run in runs.items():
            started = time.process_time()
            run()
            took = time.process_time() - started
            best[name] = min(took, best.get(name, took))
            total += took
    return best


def _encoder(cut_up: list[Tokens]) -> Callable[[], object]:
    """Return a run of the encoder alone over the same windows that `annotate` reads."""
    pieces = default_engine().pieces
    bare = session(bare_graph((FOLDER / "engine.onnx").read_bytes()))
    names = {given.name for given in bare.get_inputs()}
    feeds = [
        {name: getattr(window, name) for name in INPUTS if name in names}
        for one in cut_up
        for window in cut(prepare(one, pieces))
    ]
    return lambda: [bare.run(["encoded"], feed) for feed in feeds]


def bare_graph(model: bytes, output: str = "encoded") -> bytes:
    """Return an ONNX model cut down to what ``output`` needs.

    Works on the protocol buffer's own bytes, so that no further package is needed.
    """
    parts = list(_fields(model))
    graph = next(value for number, _, value in parts if number == _GRAPH)
    inner = list(_fields(graph))
    kept = _needed([value for number, _, value in inner if number == _NODE], output.encode())
    pruned = b"".join(
        whole
        for number, whole, value in inner
        if (number != _NODE or value in kept)
        and (number != _OUTPUT or _strings(value, _NAME)[0] == output.encode())
    )
    return b"".join(_tagged(_GRAPH, pruned) if number == _GRAPH else whole for number, whole, _ in parts)


def _needed(nodes: list[bytes], output: bytes) -> set[bytes]:
    """Return the nodes on the way to ``output``."""
    makers = {name: node for node in nodes for name in _strings(node, _NODE_OUTPUT)}
    kept: set[bytes] = set()
    open_names = [output]
    while open_names:
        node = makers.get(open_names.pop())
        if node is not None and node not in kept:
            kept.add(node)
            open_names.extend(_strings(node, _NODE_INPUT))
    return kept


def _strings(message: bytes, wanted: int) -> list[bytes]:
    return [value for number, _, value in _fields(message) if number == wanted]


def _fields(message: bytes) -> Iterator[tuple[int, bytes, bytes]]:
    """Yield (number, whole field, its value if it has a length) of a protocol buffer."""
    at = 0
    while at < len(message):
        start = at
        tag, at = _varint(message, at)
        kind = tag & 7
        if kind == 2:
            size, at = _varint(message, at)
            yield tag >> 3, message[start : at + size], message[at : at + size]
            at += size
            continue
        at = _varint(message, at)[1] if kind == 0 else at + (8 if kind == 1 else 4)
        yield tag >> 3, message[start:at], b""


def _varint(message: bytes, at: int) -> tuple[int, int]:
    value = shift = 0
    while True:
        byte = message[at]
        at += 1
        value |= (byte & 127) << shift
        if byte < 128:
            return value, at
        shift += 7


def _tagged(number: int, value: bytes) -> bytes:
    def varint(n: int) -> bytes:
        out = bytearray()
        while n > 127:
            out.append(n & 127 | 128)
            n >>= 7
        return bytes([*out, n])

    return varint(number << 3 | 2) + varint(len(value)) + value


def samples() -> list[str]:
    """Return the texts of the sample reports that ship with the package."""
    folder = Path(sayso.__file__).parent / "samples"
    rows = (
        json.loads(line) for path in sorted(folder.rglob("*.jsonl")) for line in path.open(encoding="utf-8")
    )
    return [f"{row['title']}\n\n{row['text']}" for row in rows]


def main() -> int:
    """Print the figures as one JSON object; 1 if `annotate` is below 0.6 of the encoder."""
    figures = bench(samples())
    print(json.dumps(figures, indent=1))
    return 0 if figures["annotate share of encoder"] >= 0.6 else 1


if __name__ == "__main__":
    sys.exit(main())
