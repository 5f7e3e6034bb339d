"""Pairs of clusters that may be one, and where to look for them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from .clusters import Join

# Whatever so many have in common tells nobody from nobody.
CROWD = 400
_FEW = 12


@dataclass(slots=True)
class Pair:
    """Two clusters that may be one, and what speaks for it; `vague` where a given name is but its initial."""

    join: Join
    evidence: int
    vague: bool = False


def blocked(roots: set[int], keys: dict[int, frozenset[str]]) -> set[tuple[int, int]]:
    """Pairs of clusters of one context whose names share a key."""
    if len(roots) < 2:
        return set()
    if len(roots) <= _FEW:  # most contexts are small, and then this is faster
        few = sorted(roots)
        return {(a, b) for place, a in enumerate(few) for b in few[place + 1 :] if not keys[a].isdisjoint(keys[b])}
    blocks: dict[str, list[int]] = defaultdict(list)
    for root in sorted(roots):
        for key in keys[root]:
            blocks[key].append(root)
    return {
        (a, b)
        for block in blocks.values()
        if 1 < len(block) <= CROWD
        for i, a in enumerate(block)
        for b in block[i + 1 :]
    }


def folds(keys: Iterable[str]) -> set[str]:
    """The folded names in keys of units."""
    return {key.partition(" person ")[2] for key in keys}
