"""Clusters that grow by joins and never hold what must stay apart.

Joins are tried one after the other, the surest first; one that would put two parties that must not be one into one
cluster is refused, whatever chain of names leads there. Callers may rely on: the same joins in the same order give the
same clusters; and every cluster is held together by the joins that were made, so any two of its members are explained
by a path of them, whose weakest join is the strongest that could be had.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Join:
    """Two units (by number) are one, by a method, with a probability, for a reason."""

    one: int
    other: int
    method: str
    probability: float
    reason: str


@dataclass(frozen=True, slots=True)
class Refusal:
    """A join that was not made, and why."""

    join: Join
    why: str


# How many names of a cluster are compared; a party is seldom printed in more ways.
_NAMES = 8


@dataclass(slots=True)
class Traits:
    """What must not contradict itself within a cluster.

    Attributes:
        ciks: CIKs; a cluster has one at most.
        names: Folded name -> normal form, for the names that its members print.
        slots: Lists in which its members stand; a list names nobody twice.
        years: The first and the last year.
    """

    ciks: set[str] = field(default_factory=set)
    names: dict[str, Any] = field(default_factory=dict)
    slots: set[str] = field(default_factory=set)
    years: tuple[int, int] | None = None

    def some_names(self) -> list[Any]:
        """Its names, or the first in order of the alphabet where it has very many."""
        if len(self.names) <= _NAMES:
            return list(self.names.values())
        return [self.names[key] for key in sorted(self.names)[:_NAMES]]


# Why two clusters' names cannot be of one party, given a third cluster that would bring them together.
Contradict = Callable[[Traits, Traits, Traits | None], str | None]

# Longer than anybody signs papers.
_LIFE = 65


class Partition:
    """A partition of units 0 .. n-1 that grows; of two clusters the larger, else the first, keeps its root."""

    def __init__(self, count: int) -> None:
        self._parents = list(range(count))
        self._members: dict[int, list[int]] = {}

    def root(self, unit: int) -> int:
        """The number that stands for a unit's cluster."""
        parents = self._parents
        root = unit
        while parents[root] != root:
            root = parents[root]
        while parents[unit] != root:
            parents[unit], unit = root, parents[unit]
        return root

    def of(self, unit: int) -> list[int]:
        """The units of a unit's cluster, not to be changed."""
        root = self.root(unit)
        return self._members.get(root) or [root]

    def unite(self, one: int, other: int) -> tuple[int, int]:
        """Make two clusters one; its root, and the one that is no root any more."""
        a, b = self.root(one), self.root(other)
        if a == b:
            return a, b
        mine, theirs = self.of(a), self.of(b)
        if len(mine) < len(theirs) or (len(mine) == len(theirs) and b < a):
            a, b, mine, theirs = b, a, theirs, mine
        self._parents[b] = a
        self._members.setdefault(a, mine).extend(theirs)
        self._members.pop(b, None)
        return a, b

    def snapshot(self) -> list[int]:
        """The root of each unit now; later unions leave the list as it is."""
        return [self.root(unit) for unit in range(len(self._parents))]


class Clusters(Partition):
    """Clusters of units 0 .. n-1 that never hold what must stay apart.

    Args:
        count: How many units there are.
        traits: Of a unit, asked for when something is to join it.
        contradict: Why two clusters' names cannot be of one party; None where they can.
        apart: Pairs of units that a reviewer keeps apart.
    """

    def __init__(
        self,
        count: int,
        traits: Callable[[int], Traits],
        contradict: Contradict,
        apart: Iterable[tuple[int, int]] = (),
    ) -> None:
        super().__init__(count)
        self._unit_traits = traits
        self._traits: dict[int, Traits] = {}
        self._contradict = contradict
        self._apart: dict[int, set[int]] = {}
        for one, other in apart:
            self._apart.setdefault(one, set()).add(other)
            self._apart.setdefault(other, set()).add(one)
        self.joins: list[Join] = []
        self.refusals: list[Refusal] = []

    def why_not(
        self, one: int, other: int, *, by_cik: bool = False, decided: bool = False, through: int | None = None
    ) -> str | None:
        """Why two units' clusters cannot be one; None where nothing speaks against it.

        Args:
            one: A unit.
            other: Another one.
            by_cik: The document itself states the CIK that they share, so names and lists do not count.
            decided: A reviewer said that they are the same.
            through: A unit whose cluster would bring them together.
        """
        a, b = self.root(one), self.root(other)
        if a == b:
            return None
        if self._apart and b in {self.root(unit) for unit in self._apart.get(a, ())}:
            return "a reviewer keeps them apart"
        mine, theirs = self.traits(a), self.traits(b)
        if mine.ciks and theirs.ciks and mine.ciks != theirs.ciks:
            return f"their CIKs differ ({min(mine.ciks)}, {min(theirs.ciks)})"
        if decided or by_cik:
            return None
        small, large = sorted((mine.slots, theirs.slots), key=len)
        if not small.isdisjoint(large):
            return "one list names both"
        years = [year for pair in (mine.years, theirs.years) if pair for year in pair]
        if years and max(years) - min(years) > _LIFE:
            return f"they are {max(years) - min(years)} years apart"
        return self._contradict(mine, theirs, None if through is None else self.traits(through))

    def join(self, join: Join, *, by_cik: bool = False, decided: bool = False, quiet: bool = False) -> bool:
        """Make two clusters one, unless something speaks against it; whether they are one now."""
        a, b = self.root(join.one), self.root(join.other)
        if a == b:
            return True
        why = self.why_not(a, b, by_cik=by_cik, decided=decided)
        if why is not None:
            if not quiet:
                self.refusals.append(Refusal(join, why))
            return False
        self.adopt(join)
        return True

    def adopt(self, join: Join) -> None:
        """Make a join of which it is known that nothing speaks against it."""
        a, b = self.unite(join.one, join.other)
        if b in self._apart:
            self._apart[a] = self._apart.get(a, set()) | self._apart.pop(b)
        mine, theirs = self._traits.pop(a, None), self._traits.pop(b, None)
        if mine is not None and theirs is not None:
            self._traits[a] = _both(mine, theirs)
        self.joins.append(join)

    def traits(self, unit: int) -> Traits:
        """The traits of a unit's cluster."""
        root = self.root(unit)
        found = self._traits.get(root)
        if found is None:
            found = Traits()
            for member in self.of(root):
                found = _both(found, self._unit_traits(member))
            self._traits[root] = found
        return found


def _both(one: Traits, other: Traits) -> Traits:
    years = one.years or other.years
    if one.years and other.years:
        years = min(one.years[0], other.years[0]), max(one.years[1], other.years[1])
    return Traits(_grown(one.ciks, other.ciks), _merged(one.names, other.names), _grown(one.slots, other.slots), years)


def _grown(one: set[str], other: set[str]) -> set[str]:
    small, large = (one, other) if len(one) <= len(other) else (other, one)
    large.update(small)
    return large


def _merged(one: dict[str, Any], other: dict[str, Any]) -> dict[str, Any]:
    small, large = (one, other) if len(one) <= len(other) else (other, one)
    for key, value in small.items():
        large.setdefault(key, value)
    return large


def weakest(joins: list[Join], start: int) -> dict[int, Join]:
    """For each unit that joins lead to from a start, the weakest join on the way; the start itself is left out."""
    beside: dict[int, list[tuple[int, Join]]] = {}
    for join in joins:
        beside.setdefault(join.one, []).append((join.other, join))
        beside.setdefault(join.other, []).append((join.one, join))
    out: dict[int, Join] = {}
    waiting = deque([start])
    while waiting:
        unit = waiting.popleft()
        for other, join in beside.get(unit, ()):
            if other != start and other not in out:
                before = out.get(unit)
                out[other] = join if before is None or join.probability <= before.probability else before
                waiting.append(other)
    return out
