"""How sure a reading is, and why: every fact has the reasons for its confidence, each a row of `REASONS`.

A confidence is the product of the weights of its reasons, between 0 and 1. The weights are a judgement, not a
measurement: their order matters, and what stands below `DOUBTFUL` is put before a person, with the reason, as a
`review` note of the record. A new doubt is a new row here and its name where it arises.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import prod


@dataclass(frozen=True, slots=True)
class Reason:
    """What a reason does to a confidence, and how it is told to a person."""

    weight: float
    says: str


REASONS: dict[str, Reason] = {
    # how a fact was found
    "stated": Reason(0.95, "the words say so"),
    "judged": Reason(0.9, "judged by the words around it"),
    "elsewhere": Reason(0.95, "said in another place than the name"),
    "by-title": Reason(0.85, "a title gives it, no words do"),
    "by-elimination": Reason(
        0.6, "the appointment clause was not understood; these are the names beside the word attorney"
    ),
    "in-heading": Reason(0.8, "named in a heading, and tied to no securities by any words"),
    "only-company": Reason(0.7, "it is the one company that the text names"),
    # what is doubtful about it
    "unmarked": Reason(0.8, "no signature has a mark; a name that stands alone was taken for one"),
    "names-differ": Reason(0.65, "the name in the text and the name at the signature differ"),
    "assumed-start": Reason(0.75, "nothing says from when the length of time counts; the date of execution was taken"),
    "unusual-date": Reason(0.9, "the date is printed in an unusual way"),
    "damaged-date": Reason(0.6, "the date was read from damaged or ambiguous characters"),
}
DOUBTFUL = 0.8
"""Below this a fact is put before a person."""
_DAMAGED, _UNUSUAL = 0.7, 0.95  # what dates.py says of its own readings


def confidence(reasons: Iterable[str]) -> float:
    """The confidence that reasons give, rounded to two digits."""
    return round(prod(REASONS[name].weight for name in reasons), 2)


def doubts(reasons: Iterable[str]) -> list[str]:
    """What to tell a person of reasons that leave a fact doubtful, the weightiest first; nothing of a sure one."""
    names = list(reasons)
    if confidence(names) >= DOUBTFUL:
        return []
    return [REASONS[name].says for name in sorted(names, key=lambda n: REASONS[n].weight) if name != "stated"]


def of_date(sure: float) -> tuple[str, ...]:
    """The reasons for a date, from what its reader says of the characters."""
    if sure < _DAMAGED:
        return ("stated", "damaged-date")
    return ("stated",) if sure >= _UNUSUAL else ("stated", "unusual-date")


__all__ = ["DOUBTFUL", "REASONS", "Reason", "confidence", "doubts", "of_date"]
