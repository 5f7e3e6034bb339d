"""Pairs of clusters that may be one, and where to look for them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass

from .clusters import Join, Partition

# Whatever so many have in common tells nobody from nobody.
CROWD = 400
_FEW = 12


@dataclass(slots=True)
class Pair:
    """Two clusters that may be one, and what speaks for it.

    Attributes:
        join: Of the two.
        evidence: How much they share.
        vague: Whether a given name is but its initial.
        distance: How far their names are apart: 0 where they are the same but for what one of them leaves out.
    """

    join: Join
    evidence: int
    vague: bool = False
    distance: int = 0


class Crowded(Exception):  # noqa: N818 - no error: who catches it looks at everything
    """So many have something in common that it cannot be told whether they were a crowd before."""


def weights_of(clusters: Partition, units: set[int], torn: set[int]) -> dict[int, int]:
    """The clusters of units, and how many each of them may have been before.

    What stood in several clusters, or in another one, may have had any of these things in common.
    """
    return {root: len(clusters.of(root)) + len(torn) for root in {clusters.root(unit) for unit in units}}


def crowd(roots: Collection[int], weights: Mapping[int, int] | None) -> bool:
    """Whether clusters that have something in common are a crowd, of which no two are compared.

    Args:
        roots: The clusters.
        weights: Where only some clusters are looked at, these, and how many each of them may have been before.

    Raises:
        Crowded: They may have been a crowd before and none now, or the other way round.
    """
    if weights is None:
        return len(roots) > CROWD
    others = sum(root not in weights for root in roots)
    if others > CROWD or others == len(roots):
        return True
    if others + sum(weights.get(root, 0) for root in roots) > CROWD:
        raise Crowded
    return False


def blocked(
    roots: set[int],
    keys: Mapping[int, frozenset[str]],
    weights: Mapping[int, int] | None = None,
    may: Callable[[int, int], bool] | None = None,
) -> set[tuple[int, int]]:
    """Pairs of clusters of one context whose names share a key, and that `may` be one; `weights` as in `crowd`."""
    if len(roots) < 2:
        return set()
    if len(roots) <= _FEW:  # most contexts are small, and then this is faster
        few = sorted(roots)
        near = ((a, b) for place, a in enumerate(few) for b in few[place + 1 :] if not keys[a].isdisjoint(keys[b]))
        return {pair for pair in near if may is None or may(*pair)}
    blocks: dict[str, list[int]] = defaultdict(list)
    for root in sorted(roots):
        for key in keys[root]:
            blocks[key].append(root)
    return {
        (a, b)
        for block in blocks.values()
        if len(block) > 1 and not crowd(block, weights)
        for i, a in enumerate(block)
        for b in block[i + 1 :]
        if may is None or may(a, b)
    }


def folds(keys: Iterable[str]) -> set[str]:
    """The folded names in keys of units."""
    return {key.partition(" person ")[2] for key in keys}
