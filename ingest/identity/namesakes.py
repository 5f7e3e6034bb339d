"""Two of one name in one list: which of them a paper means that prints the name alone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable

from .person_pairs import level_of
from .units import Unit


class Namesakes:
    """Who stands in one list with somebody whose name agrees with theirs, and what follows for two who are alike.

    Args:
        units: The units of persons, by number.
        organization: As in `layers.settle_persons`.
    """

    def __init__(self, units: list[Unit], organization: Callable[[str, bool], Hashable]) -> None:
        self._units, self._organization = units, organization
        self._documents: dict[str, list[int]] = defaultdict(list)
        self._beside: dict[int, tuple[int, ...]] = {}
        for number, unit in enumerate(units):
            self._documents[unit.document].append(number)

    def beside(self, number: int) -> tuple[int, ...]:
        """Those who stand in one list with a unit, and whose names agree with its own."""
        found = self._beside.get(number)
        if found is None:
            unit = self._units[number]
            words, slots = set(unit.words), set(unit.slots)
            found = self._beside[number] = tuple(
                other
                for other in self._documents[unit.document]
                if other != number
                and not words.isdisjoint(self._units[other].words)
                and not slots.isdisjoint(self._units[other].slots)
                and level_of(unit, self._units[other]) is not None
            )
        return found

    def eldest(self, number: int) -> bool:
        """Whether a name without Jr. or the like stands beside one with it, and is so the elder's."""
        unit = self._units[number]
        return unit.person_name.generation is None and any(
            (self._units[other].person_name.generation or 0) > 1 for other in self.beside(number)
        )

    def crossed(self, one: int, other: int) -> bool:
        """Whether each of two is rather the one who stands beside the other.

        "David Abel" beside "David B. Abel" in one paper, and "David Abel" beside "David R. Abel" in another, are two.
        """
        mine, theirs = self.beside(one), self.beside(other)
        return self._only(mine, other, theirs) and self._only(theirs, one, mine)

    def _only(self, here: tuple[int, ...], other: int, there: tuple[int, ...]) -> bool:
        """Whether somebody here can be the other, and none of those there."""
        units = self._units
        return any(
            level_of(units[number], units[other]) is not None
            and all(level_of(units[number], units[further]) is None for further in there)
            for number in here
        )

    def apart(self, one: int, other: int) -> bool:
        """Whether two of one name may be two for all that is certain: they are crossed, or shown with two firms."""
        mine, theirs = self._units[one].firms, self._units[other].firms
        if mine and theirs:
            firms = {self._organization(key, True) for key in mine}
            if firms.isdisjoint(self._organization(key, True) for key in theirs):
                return True
        return self.crossed(one, other)
