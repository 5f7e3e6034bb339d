"""Clusters that grow by joins and never hold what must stay apart.

Joins are tried one after the other, the surest first; one that would put two parties that must not be one into one
cluster is refused, whatever chain of names leads there. Callers may rely on: the same joins in the same order give the
same clusters; and every cluster is held together by the joins that were made, so any two of its members are explained
by a path of them, whose weakest join is the strongest that could be had.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
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


# Why two clusters' names cannot be of one party, given a third cluster that would bring them together.
Contradict = Callable[[Traits, Traits, Traits | None], str | None]

# Longer than anybody signs papers.
_LIFE = 65


class Clusters:
    """A partition of units 0 .. n-1.

    Args:
        traits: Of each unit.
        contradict: Why two clusters' names cannot be of one party; None where they can.
        apart: Pairs of units that a reviewer keeps apart.
    """

    def __init__(self, traits: list[Traits], contradict: Contradict, apart: list[tuple[int, int]]) -> None:
        self._parents = list(range(len(traits)))
        self._sizes = [1] * len(traits)
        self._traits = traits
        self._contradict = contradict
        self._apart: dict[int, set[int]] = {}
        for one, other in apart:
            self._apart.setdefault(one, set()).add(other)
            self._apart.setdefault(other, set()).add(one)
        self.joins: list[Join] = []
        self.refusals: list[Refusal] = []

    def root(self, unit: int) -> int:
        """The number that stands for a unit's cluster."""
        parents = self._parents
        root = unit
        while parents[root] != root:
            root = parents[root]
        while parents[unit] != root:
            parents[unit], unit = root, parents[unit]
        return root

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
        if b in {self.root(unit) for unit in self._apart.get(a, ())}:
            return "a reviewer keeps them apart"
        mine, theirs = self._traits[a], self._traits[b]
        if mine.ciks and theirs.ciks and mine.ciks != theirs.ciks:
            return f"their CIKs differ ({min(mine.ciks)}, {min(theirs.ciks)})"
        if decided or by_cik:
            return None
        small, large = sorted((mine.slots, theirs.slots), key=len)
        if any(slot in large for slot in small):
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
        if self._sizes[a] < self._sizes[b] or (self._sizes[a] == self._sizes[b] and b < a):
            a, b = b, a
        self._parents[b] = a
        self._sizes[a] += self._sizes[b]
        mine, theirs = self._traits[a], self._traits[b]
        if mine.years and theirs.years:
            years = (min(mine.years[0], theirs.years[0]), max(mine.years[1], theirs.years[1]))
        else:
            years = mine.years or theirs.years  # type: ignore[assignment]
        self._traits[a] = Traits(
            _grown(mine.ciks, theirs.ciks), _merged(mine.names, theirs.names), _grown(mine.slots, theirs.slots), years
        )
        self._traits[b] = Traits()
        if b in self._apart:
            self._apart[a] = self._apart.get(a, set()) | self._apart.pop(b)
        self.joins.append(join)
        return True

    def traits(self, unit: int) -> Traits:
        """The traits of a unit's cluster."""
        return self._traits[self.root(unit)]

    def members(self) -> dict[int, list[int]]:
        """Each cluster's root and its units, in order of their numbers."""
        out: dict[int, list[int]] = {}
        for unit in range(len(self._parents)):
            out.setdefault(self.root(unit), []).append(unit)
        return out

    def snapshot(self) -> list[int]:
        """The root of each unit now; later joins leave the list as it is."""
        return [self.root(unit) for unit in range(len(self._parents))]


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
