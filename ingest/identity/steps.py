"""Steps of a resolution, and what of the steps of an earlier one still holds when documents were added.

A step looks at units that have something in common, and joins, refuses or leaves open. What it does with one cluster
depends on those alone that it compares with it. So where the units of an earlier run are still there, a step is taken
again only for the units that it compares, directly or along a chain, with one that is new or that an earlier step
treated otherwise than before; for all others its joins are taken over. Callers may rely on: clusters, joins of each
cluster and their order come out as if every step had been taken for all units.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from .clusters import Clusters, Join, Partition
from .pairs import Crowded

# Where a step would be taken for more than this part of the units, it is taken for all.
_MOST = 0.5


@dataclass(frozen=True, slots=True)
class Taken:
    """What a step did, units by number: joins as their fields, and pairs that were refused or left open."""

    joins: list[tuple[int, int, str, float, str]] = field(default_factory=list)
    refused: list[tuple[int, int]] = field(default_factory=list)
    open: list[tuple[int, int]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Earlier:
    """An earlier run over some of the units.

    Attributes:
        numbers: The number that each of its units has now; the order is the same.
        taken: Its steps.
        changed: Units of now that are not as they were, or that stand beside something that is not.
    """

    numbers: Sequence[int]
    taken: Sequence[Taken]
    changed: frozenset[int]


class Step(Protocol):
    """A step."""

    def near(self, units: set[int], torn: set[int]) -> Iterable[int]:
        """The units whose clusters it compares with those of the given ones, or with what is beside them.

        Args:
            units: Whole clusters.
            torn: Those of them whose cluster is not one of before with new units, but parts of several or of one.

        Raises:
            Crowded: It cannot be told whether a crowd was one before.
        """

    def take(self, units: set[int] | None) -> list[Join]:
        """Take it for units that it compares with no others, or for all; the joins that it left open."""


class Steps:
    """Takes steps over clusters.

    Attributes:
        taken: What each step did.
        changed: Units that may not be as the earlier run left them; None where there is none.
        last_open: What the last step left open, as far as it was taken anew.
    """

    def __init__(self, clusters: Clusters, count: int, earlier: Earlier | None) -> None:
        self._clusters, self._count = clusters, count
        self._was = Partition(count)
        self._left = list(earlier.taken) if earlier else []
        self._last = Taken()
        self._numbers = earlier.numbers if earlier else ()
        self._known = frozenset(self._numbers)
        self.changed = set(earlier.changed) if earlier else None
        self.taken: list[Taken] = []
        self.last_open: list[Join] = []

    def step(self, step: Step) -> bool:
        """Take a step; whether it joined anything."""
        joins, refusals = len(self._clusters.joins), len(self._clusters.refusals)
        refused: list[tuple[int, int]] = []
        open_: list[tuple[int, int]] = []
        self.last_open = []
        if self.changed is None:
            self.last_open = step.take(None)
        else:
            # A step too many is one that found nothing more to join, like the last.
            last = self._last
            old = self._renumbered(self._left.pop(0)) if self._left else Taken([], last.refused, last.open)
            self._last = old
            units = self._reached(step, old)
            for one, other, method, probability, reason in old.joins:
                if one not in units:
                    self._clusters.adopt(Join(one, other, method, probability, reason))
                self._was.unite(one, other)
            refused += (pair for pair in old.refused if pair[0] not in units)
            open_ += (pair for pair in old.open if pair[0] not in units)
            if units:
                self.last_open = step.take(None if len(units) == self._count else units)
            self.changed = units
        made = self._clusters.joins[joins:]
        self.taken.append(
            Taken(
                [(join.one, join.other, join.method, join.probability, join.reason) for join in made],
                refused + [(one.join.one, one.join.other) for one in self._clusters.refusals[refusals:]],
                open_ + [(join.one, join.other) for join in self.last_open],
            )
        )
        return bool(made)

    def torn(self) -> set[int]:
        """Units whose cluster is not one of before with new units, but parts of several or of one."""
        return self._torn(self.changed or set())

    def _torn(self, units: set[int]) -> set[int]:
        out: set[int] = set()
        for these, those in ((self._clusters, self._was), (self._was, self._clusters)):
            seen: set[int] = set()
            for unit in units:
                root = these.root(unit)
                if root not in seen:
                    seen.add(root)
                    members = these.of(root)
                    if len({those.root(member) for member in members if member in self._known}) > 1:
                        out.update(members)
        return out

    def _renumbered(self, old: Taken) -> Taken:
        numbers = self._numbers
        return Taken(
            [(numbers[one], numbers[other], *more) for one, other, *more in old.joins],  # type: ignore[misc]
            [(numbers[one], numbers[other]) for one, other in old.refused],
            [(numbers[one], numbers[other]) for one, other in old.open],
        )

    def _reached(self, step: Step, old: Taken) -> set[int]:
        """All units for which a step is to be taken: nothing that it compares with one of them is left out."""
        beside: dict[int, list[int]] = {}
        for one, other in (*(join[:2] for join in old.joins), *old.refused, *old.open):
            beside.setdefault(one, []).append(other)
            beside.setdefault(other, []).append(one)
        out: set[int] = set()
        waiting = set(self.changed or ())
        while waiting:
            while waiting:
                unit = waiting.pop()
                if unit not in out:
                    out.add(unit)
                    waiting.update(self._clusters.of(unit), self._was.of(unit), beside.get(unit, ()))
            if len(out) > self._count * _MOST:
                return set(range(self._count))
            try:
                waiting = set(step.near(out, self._torn(out))) - out
            except Crowded:
                return set(range(self._count))
        return out
