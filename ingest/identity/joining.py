"""Joins of pairs whose names agree, the surest first; where two that contradict each other could be meant, neither."""

from __future__ import annotations

from abc import abstractmethod
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from typing import Any

from .clusters import Clusters, Join
from .pairs import Pair, weights_of
from .units import Unit


class PairStep:
    """A step that joins pairs of clusters; what it compares to see who is near, it does not compare again to join.

    Args:
        clusters: The clusters.
        units: The units, by number.
    """

    def __init__(self, clusters: Clusters, units: list[Unit]) -> None:
        self._clusters, self._units = clusters, units
        self._found: tuple[int, list[Pair]] | None = None

    def near(self, units: set[int], torn: set[int]) -> Iterable[int]:
        """See `steps.Step`."""
        around, crowds = self._around(units)
        pairs = self._pairs(around, weights_of(self._clusters, units, torn), crowds)
        self._found = len(units), pairs
        ends = {end for pair in pairs for end in (pair.join.one, pair.join.other)}
        return (member for end in ends for member in self._clusters.of(end))

    def take(self, units: set[int] | None) -> list[Join]:
        """See `steps.Step`."""
        if units is None:
            return join_pairs(self._clusters, self._pairs(range(len(self._units)), None, frozenset()))
        assert self._found is not None
        assert self._found[0] == len(units)
        return join_pairs(self._clusters, self._found[1])

    @abstractmethod
    def _around(self, units: set[int]) -> tuple[list[int], Collection[Any]]:
        """Units, and those of all clusters with which they share anything; and what crowds share."""

    @abstractmethod
    def _pairs(self, numbers: Iterable[int], weights: Mapping[int, int] | None, crowds: Collection[Any]) -> list[Pair]:
        """Pairs of clusters among units; with weights, those with a cluster that has one."""


def join_pairs(clusters: Clusters, pairs: list[Pair]) -> list[Join]:
    """Try joins, the surest first, leaving open those where a rival that contradicts the other could be meant."""
    pairs.sort(key=lambda pair: (-pair.join.probability, -pair.evidence, pair.join.one, pair.join.other))
    beside: dict[int, list[Pair]] = defaultdict(list)
    for pair in pairs:
        # Who cannot be meant is no rival; but an initial that others have too says nobody's name.
        if not pair.vague and clusters.why_not(pair.join.one, pair.join.other) is not None:
            continue
        beside[clusters.root(pair.join.one)].append(pair)
        beside[clusters.root(pair.join.other)].append(pair)
    doubtful = {
        id(pair) for unit, found in sorted(beside.items()) if len(found) > 1 for pair in _rivals(clusters, unit, found)
    }
    doubts: dict[int, list[tuple[int, Pair]]] = defaultdict(list)
    for pair in pairs:
        if id(pair) in doubtful:
            doubts[pair.join.one].append((pair.join.other, pair))
            doubts[pair.join.other].append((pair.join.one, pair))
    left = []
    for pair in pairs:
        if id(pair) in doubtful or _doubted(clusters, doubts, pair):
            left.append(pair.join)
        else:
            clusters.join(pair.join)
    return left


def _doubted(clusters: Clusters, doubts: Mapping[int, list[tuple[int, Pair]]], pair: Pair) -> bool:
    """Whether a join would make one of two parties between whom a doubt is left, about names no farther apart."""
    if not doubts:
        return False
    one, other = clusters.root(pair.join.one), clusters.root(pair.join.other)
    return any(
        clusters.root(end) == other and doubt.distance <= pair.distance
        for member in clusters.of(one)
        for end, doubt in doubts.get(member, ())
    )


def _rivals(clusters: Clusters, unit: int, found: list[Pair]) -> list[Pair]:
    """Of one cluster's possible joins, those that a contradicting one with as much evidence stands against."""
    out: list[Pair] = []
    found = found[:40]
    for place, pair in enumerate(found):
        mine = _other_end(clusters, unit, pair.join)
        for rival in found[place + 1 :]:
            theirs = _other_end(clusters, unit, rival.join)
            if mine == theirs or clusters.why_not(mine, theirs, through=unit) is None:
                continue
            if pair.distance != rival.distance:
                out.append(rival if pair.distance < rival.distance else pair)
            # The same people beside both, or the same list, and yet at odds: who is meant cannot be told from this.
            elif pair.evidence > rival.evidence or pair.join.probability - rival.join.probability > 0.015:
                out.append(rival)
            else:
                out += (pair, rival)
    return out


def _other_end(clusters: Clusters, unit: int, join: Join) -> int:
    one, other = clusters.root(join.one), clusters.root(join.other)
    return other if one == unit else one
