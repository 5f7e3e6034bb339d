"""How many of a power's attorneys must sign together, and for which forms, from the words in which it says so."""

from __future__ import annotations

import re
from collections.abc import Sequence

_NUMBERS = tuple(
    (
        number,
        re.compile(
            rf"\b(?:any|at least|by|of any|with) (?:any )?{word}\b|\b{word} (?:signatures|of (?:them|the|whom)|acting)"
        ),
    )
    for number, word in ((2, "two"), (3, "three"), (4, "four"))
)


def needed(manner: Sequence[str], limits: Sequence[str], attorneys: int) -> int | None:
    """How many attorneys of a joint power must act: as many as it says, all where it says no number.

    Args:
        manner: The words in which it says how its attorneys act.
        limits: What it excludes, as worded.
        attorneys: How many it has.

    Returns:
        The number; None where no words are known.
    """
    words = " ".join((*manner, *limits)).casefold()
    if not words:
        return None
    if "majority" in words:
        return attorneys // 2 + 1
    return next((min(number, attorneys) for number, pattern in _NUMBERS if pattern.search(words)), attorneys)


_FORMS = (
    r"(?:(?:as to|for|on|with|in the case of) (?:\w+ ){0,2}?|(?:an?|any|every|each|the|my) )"
    r"forms? (?P<forms>\d(?:(?:,|,? and|,? or) (?:(?:an?|any|the) )?(?:forms? )?\d)*)"
)
_BOTH = r"(?:together|jointly|in concert|both|two|all)"
_JOINT_FOR = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (rf"\b{_BOTH}\b[^.;\d]{{0,30}}\b{_FORMS}", rf"\b{_FORMS}[^.;\d]{{0,60}}\b{_BOTH}\b")
)
_APART = r"(?:alone|singly|severally|separately|either|each|any one|one(?: of them)?|single)"
_ALONE = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (rf"\b{_APART}\b[^.;\d]{{0,60}}\b{_FORMS}", rf"\b{_FORMS}[^.;\d]{{0,60}}\b{_APART}\b")
)
_ELSE = re.compile(rf"\b(?:otherwise|(?:all|any|every) other)\b[^.;]{{0,60}}\b{_APART}\b", re.IGNORECASE)


def forms(manner: Sequence[str]) -> frozenset[str]:
    """The forms for which attorneys must act together, where for others each may act alone; none where for all."""
    words = " ".join(" ".join(manner).split())
    joint, alone = (
        frozenset(re.findall(r"\d", next((hit["forms"] for one in patterns if (hit := one.search(words))), "")))
        for patterns in (_JOINT_FOR, _ALONE)
    )
    return joint if (alone and not alone & joint) or (joint and _ELSE.search(words)) else frozenset()
