"""Boxes to tick: what a text offers and leaves open is not said."""

from __future__ import annotations

from .patterns import rx

TICKED_NO = rx(r"\u2610[^\u2610-\u2612.;\n]*|\[ \][^\[\].;\n]*")
_TICKS = rx(r"[\u2611\u2612]|\[x\]|\(x\)")


def unticked(text: str, at: int) -> bool:
    """Whether a question is answered "no" by the first ticked box behind it."""
    tick = _TICKS.search(text, at, at + 120)
    return tick is not None and rx(r" ?no\b").match(text, tick.end()) is not None
