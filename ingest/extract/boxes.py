"""Boxes to tick and rows to answer: what a text offers and leaves open, or answers with "no", is not said."""

from __future__ import annotations

import re

from .patterns import rx

TICKED_NO = rx(r"\u2610[^\u2610-\u2612.;\n]*|\[ \][^\[\].;\n]*")
# "Buy or sell securities      No", a row of a table.
_ROW_NO = rx(
    r"^[^\n]*\S(?:[ ]{2,}|\t[ \t]*)(?:no|not (?:granted|given|authori[sz]ed)|denied|withheld)[ \t]*$",
    re.IGNORECASE | re.MULTILINE,
)
_TICKS = rx(r"[\u2611\u2612]|\[x\]|\(x\)")


def answered(text: str) -> str:
    """A text without the boxes that are left open and the rows that are answered with "no", of the same length."""
    for pattern in (TICKED_NO, _ROW_NO):
        text = pattern.sub(lambda m: " " * len(m.group()), text)
    return text


def unticked(text: str, at: int) -> bool:
    """Whether a question is answered "no" by the first ticked box behind it."""
    tick = _TICKS.search(text, at, at + 120)
    return tick is not None and rx(r" ?no\b").match(text, tick.end()) is not None
