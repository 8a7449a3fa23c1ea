"""The training loop: streams mixed by share, a schedule over pieces or time, checkpoints, resume."""

from __future__ import annotations

import json
import logging
import os
import random
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
from torch import nn

from training.batches import Batch
from training.losses import losses
from training.model import Engine

log = logging.getLogger("training")


@dataclass(frozen=True)
class Plan:
    """How to train. ``minutes``, where set, ends the run by the clock instead of by ``pieces``."""

    pieces: int = 14_700_000
    minutes: float | None = None
    encoder_rate: float = 2e-4
    head_rate: float = 1e-3
    kept_rate: float = 6e-4
    decay: float = 0.01
    warm_up: float = 0.05
    clip: float = 1.0
    seed: int = 20201120
    save_every: float = 300.0
    report_every: int = 50
    half: bool = True


@dataclass
class State:
    """Where a run stands; saved with the weights."""

    step: int = 0
    pieces: int = 0
    seconds: float = 0.0
    taken: dict[str, int] | None = None


def optimiser(model: Engine, plan: Plan, kept: frozenset[str] = frozenset()) -> torch.optim.AdamW:
    """AdamW with lower rates for the encoder and for heads in ``kept``, no decay of biases and norms."""
    groups: dict[tuple[float, bool], list[nn.Parameter]] = defaultdict(list)
    for name, parameter in model.named_parameters():
        # Pieces that a trained engine has learned stay: half of all weights, and few of them are seen.
        parameter.requires_grad = not (kept and name == "encoder.pieces.weight")
        if parameter.requires_grad:
            groups[_peak(name, plan, kept), parameter.ndim > 1].append(parameter)
    return torch.optim.AdamW(
        [
            {"params": parameters, "peak": peak, "weight_decay": plan.decay if matrix else 0.0}
            for (peak, matrix), parameters in sorted(groups.items(), key=lambda item: item[0])
        ],
        lr=0.0,
        betas=(0.9, 0.98),
        fused=True,
    )


def _peak(name: str, plan: Plan, kept: frozenset[str]) -> float:
    feature = any(f".{t}." in name for t in ("case", "quote", "border"))
    if name.startswith("encoder.") and not feature:
        return plan.encoder_rate
    return plan.kept_rate if name in kept else plan.head_rate


def rate(progress: float, warm_up: float) -> float:
    """Return the share of the peak rate: up in a line, then down in a line to 0 at progress 1."""
    if progress < warm_up:
        return progress / warm_up
    return max(0.0, (1.0 - progress) / (1.0 - warm_up))


def mix(streams: dict[str, Iterator[Batch]], shares: dict[str, float], state: State) -> Iterator[Batch]:
    """Yield batches so that pieces per corpus keep to ``shares``; skips what a resumed run has seen."""
    spent = dict.fromkeys(streams, 0.0)
    skip = dict(state.taken or {})
    state.taken = dict.fromkeys(streams, 0)
    while True:
        corpus = min(spent, key=lambda c: spent[c] / shares[c])
        batch = next(streams[corpus])
        spent[corpus] += batch.pieces
        state.taken[corpus] += 1
        if sum(state.taken.values()) > sum(skip.values()):
            yield batch


def train(
    model: Engine,
    streams: dict[str, Iterator[Batch]],
    shares: dict[str, float],
    plan: Plan,
    folder: Path,
    measure: Callable[[Engine], dict[str, float]] | None = None,
    kept: frozenset[str] = frozenset(),
) -> State:
    """Train ``model`` in place, going on from ``folder/last.pt`` if it is there.

    ``kept`` are the parameters that come from an earlier engine: they learn at a lower rate.
    """
    torch.manual_seed(plan.seed)
    random.seed(plan.seed)
    optim = optimiser(model, plan, kept)
    state = resume(model, optim, folder / "last.pt")
    saved = started = time.monotonic() - state.seconds
    saved += state.seconds
    seen: dict[str, list[float]] = defaultdict(list)
    measured = 0.0
    for batch in mix(streams, shares, state):
        progress = _progress(state, plan)
        if progress >= 1.0:
            break
        _step(model, optim, batch, progress, plan, seen)
        state.step += 1
        state.pieces += batch.pieces
        state.seconds = time.monotonic() - started
        if state.step % plan.report_every == 0:
            _report(state, progress, seen)
        if time.monotonic() - saved > plan.save_every:
            save(model, optim, state, folder / "last.pt")
            saved = time.monotonic()
            if measure is not None and progress - measured > 0.15:
                measured = progress
                log.info("dev %s", json.dumps(measure(model)))
    save(model, optim, state, folder / "last.pt")
    return state


def _progress(state: State, plan: Plan) -> float:
    if plan.minutes is not None:
        return state.seconds / (60.0 * plan.minutes)
    return state.pieces / plan.pieces


def _step(
    model: Engine,
    optim: torch.optim.AdamW,
    batch: Batch,
    progress: float,
    plan: Plan,
    seen: dict[str, list[float]],
) -> None:
    for group in optim.param_groups:
        group["lr"] = group["peak"] * rate(progress, plan.warm_up)
    model.train()
    with torch.autocast("cpu", torch.bfloat16, enabled=plan.half):
        parts = losses(model, batch)
    if not parts:  # a batch of windows that no gold stands in
        return
    loss = torch.stack(list(parts.values())).sum()
    loss.backward()  # type: ignore[no-untyped-call]
    nn.utils.clip_grad_norm_(model.parameters(), plan.clip)
    optim.step()
    optim.zero_grad(set_to_none=True)
    for name, part in parts.items():
        seen[f"{batch.corpus}.{name}"].append(float(part.detach()))


def _report(state: State, progress: float, seen: dict[str, list[float]]) -> None:
    means = {name: round(sum(v) / len(v), 3) for name, v in sorted(seen.items())}
    seen.clear()
    speed = state.pieces / max(state.seconds, 1e-9)
    log.info("step %d %.1f%% %d pieces %.0f/s %s", state.step, 100 * progress, state.pieces, speed, means)


def save(model: Engine, optim: torch.optim.AdamW, state: State, path: Path) -> None:
    """Write a checkpoint whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    partial = path.with_suffix(".partial")
    torch.save(
        {
            "model": model.state_dict(),
            "optim": optim.state_dict(),
            "state": vars(state),
            "random": torch.get_rng_state(),
        },
        partial,
    )
    os.replace(partial, path)


def resume(model: Engine, optim: torch.optim.AdamW, path: Path) -> State:
    """Load a checkpoint if there is one; return where the run stands."""
    if not path.exists():
        return State()
    kept: dict[str, Any] = torch.load(path, weights_only=True)
    model.load_state_dict(kept["model"])
    optim.load_state_dict(kept["optim"])
    torch.set_rng_state(kept["random"])
    return State(**kept["state"])
