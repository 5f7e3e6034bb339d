"""Steps of a resolution in which a key in common joins: a CIK, a name at one issuer or firm, one document."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence

from . import person_agreement
from .clusters import Clusters, Join
from .pairs import blocked, folds
from .person_pairs import keys_of, level_of
from .units import Unit

# Method -> how sure it is. Ordered as the layers are; a reviewer's decision stands above them all.
CERTAIN = {
    "review": 1.0,
    "cik": 1.0,
    "exhibit-of-filing": 0.98,
    "same-document": 0.98,
    "same-name-same-issuer": 0.97,
    "same-name-same-firm": 0.97,
    "same-organization-name": 0.97,
}


class StatedCiks:
    """What a reviewer decided, and what CIKs say."""

    def __init__(self, clusters: Clusters, units: list[Unit], same: Sequence[tuple[int, int]]) -> None:
        self._clusters, self._units, self._same = clusters, units, same
        self._by_cik: dict[str, list[int]] = defaultdict(list)
        for number, unit in enumerate(units):
            if cik := unit.cik or unit.given_cik:
                self._by_cik[cik].append(number)

    def near(self, units: set[int], torn: set[int]) -> Iterable[int]:
        """See `steps.Step`."""
        ciks = {self._units[number].cik or self._units[number].given_cik for number in units}
        return (number for cik in ciks if cik for number in self._by_cik[cik])

    def take(self, units: set[int] | None) -> list[Join]:
        """See `steps.Step`."""
        for one, other in self._same:
            join = Join(one, other, "review", 1.0, "a reviewer says that they are the same")
            self._clusters.join(join, decided=True)
        first: dict[str, int] = {}
        # A CIK that a document states for the name itself comes before one that it states for a name that agrees.
        for stated in (True, False):
            for number in range(len(self._units)) if units is None else sorted(units):
                unit = self._units[number]
                cik = unit.cik if stated else (None if unit.cik else unit.given_cik)
                if cik is None:
                    continue
                method = "cik" if stated else "exhibit-of-filing"
                reason = f"the document states CIK {cik}" if stated else f"the name agrees with that of CIK {cik} there"
                start = first.setdefault(cik, number)
                if start != number:
                    self._clusters.join(Join(start, number, method, CERTAIN[method], reason), by_cik=True)
        return []


class Groups:
    """Joins units that have a key in common; where some contradict each other, each goes to the first that fits."""

    def __init__(
        self,
        clusters: Clusters,
        units: list[Unit],
        keys: Callable[[Unit], Iterable[Hashable]],
        method: str,
        reason: str,
        probability: float | None = None,
        apart: Callable[[int, int], bool] = lambda one, other: False,
    ) -> None:
        self._clusters, self._units, self._keys = clusters, units, keys
        self._method, self._reason, self._probability = method, reason, probability or CERTAIN[method]
        self._apart = apart
        self._groups: dict[Hashable, list[int]] = defaultdict(list)
        for number, unit in enumerate(units):
            for key in keys(unit):
                self._groups[key].append(number)

    def near(self, units: set[int], torn: set[int]) -> Iterable[int]:
        """See `steps.Step`."""
        keys = {key for number in units for key in self._keys(self._units[number])}
        return (number for key in keys for number in self._groups[key])

    def take(self, units: set[int] | None) -> list[Join]:
        """See `steps.Step`."""
        for members in self._groups.values():
            if len(members) > 1 and (units is None or members[0] in units):
                self._take(members)
        return []

    def _take(self, members: list[int]) -> None:
        clusters = self._clusters
        if len({cik for number in members for cik in clusters.traits(number).ciks}) > 1:
            self._shared_first(members)
            # Who could be either of two with CIKs is neither of them by name alone.
            members = [number for number in members if not clusters.traits(number).ciks]
        starts: list[int] = []
        for number in members:
            fitting = [start for start in starts if not self._apart(start, number)]
            if len(fitting) > 1 and len(fitting) == len(starts) and self._parted(starts):
                continue  # whom of several it means is not certain
            for start in fitting:
                join = Join(start, number, self._method, self._probability, self._reason)
                if clusters.join(join, quiet=len(starts) > 1):
                    break
            else:
                starts.append(number)

    def _parted(self, starts: list[int]) -> bool:
        return any(self._apart(one, other) for place, one in enumerate(starts) for other in starts[place + 1 :])

    def _shared_first(self, members: list[int]) -> None:
        """Of one name with several CIKs, a unit without one goes where it shares an address or the people beside it."""
        clusters, units = self._clusters, self._units
        with_cik = [number for number in members if clusters.traits(number).ciks]
        people = {number: folds(units[number].people) for number in members}
        for number in members:
            if clusters.traits(number).ciks:
                continue
            unit = units[number]
            scores: dict[int, int] = defaultdict(int)
            for other in with_cik:
                scores[clusters.root(other)] += len(people[number] & people[other])
                scores[clusters.root(other)] += 2 * bool(unit.address and unit.address in clusters.traits(other).ciks)
            best = sorted(scores.items(), key=lambda item: (-item[1], item[0]))
            if best and best[0][1] and (len(best) == 1 or best[0][1] > best[1][1]):
                clusters.join(Join(best[0][0], number, self._method, self._probability, self._reason))


class SameDocument:
    """Two printings of one name within a document: the signature gives the middle initial that the text leaves out."""

    def __init__(self, clusters: Clusters, units: list[Unit]) -> None:
        self._clusters, self._units = clusters, units
        self._documents: dict[str, list[int]] = defaultdict(list)
        for number, unit in enumerate(units):
            self._documents[unit.key.partition(" ")[0]].append(number)

    def near(self, units: set[int], torn: set[int]) -> Iterable[int]:
        """See `steps.Step`."""
        for document in self._of(units):
            for one, other, _ in self._agreeing(self._documents[document]):
                if one in units or other in units:
                    yield from (one, other)

    def take(self, units: set[int] | None) -> list[Join]:
        """See `steps.Step`."""
        for document in self._documents if units is None else self._of(units):
            agreeing = self._agreeing(self._documents[document])
            beside: dict[int, set[int]] = defaultdict(set)
            for one, other, _ in agreeing:
                beside[one].add(other)
                beside[other].add(one)
            for one, other, level in agreeing:
                # Only where no third name of the document could be meant as well.
                if (units is not None and one not in units) or level > person_agreement.Level.FULLER:
                    continue
                if beside[one] - {other} == beside[other] - {one}:
                    reason = f"{person_agreement.WORDS[level]}, in one document"
                    self._clusters.join(Join(one, other, "same-document", CERTAIN["same-document"], reason))
        return []

    def _of(self, units: set[int]) -> list[str]:
        """The documents of units, in order."""
        return list(dict.fromkeys(self._units[number].key.partition(" ")[0] for number in sorted(units)))

    def _agreeing(self, members: list[int]) -> list[tuple[int, int, person_agreement.Level]]:
        """Pairs of units of one document whose names agree, the closest first."""
        if len(members) < 2:
            return []
        found = []
        units = self._units
        keys = {number: keys_of(units[number].printed, units[number].edgar) for number in members}
        for one, other in sorted(blocked(set(members), keys)):
            level = level_of(units[one], units[other])
            if level is not None:
                found.append((level, one, other))
        return [(one, other, level) for level, one, other in sorted(found)]
