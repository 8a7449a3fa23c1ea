"""Pieces hidden while training."""

from __future__ import annotations

import pytest

torch = pytest.importorskip("torch")

from training.losses import VEIL, veiled  # noqa: E402


def test_a_share_of_the_pieces_is_hidden() -> None:
    torch.manual_seed(0)
    ids = torch.arange(1000, 21000).view(20, 1000)

    hidden = veiled(ids, 0.05)

    changed = hidden != ids
    assert (hidden[changed] == VEIL).all()
    assert 0.04 < float(changed.float().mean()) < 0.06


def test_nothing_is_hidden_from_what_is_read_in_full() -> None:
    ids = torch.arange(1000, 1100)[None]

    assert torch.equal(veiled(ids, 0.0), ids)
