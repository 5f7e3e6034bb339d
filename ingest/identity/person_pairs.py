"""Persons who may be one: names that agree, and something that the two share.

A name alone never joins two persons. What counts is a document, an issuer, a firm, an address, or the people beside
them: somebody who stands beside both, or two whose names agree as theirs do.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Any

from . import person_agreement, persons
from .clusters import Clusters, Join
from .joining import PairStep
from .pairs import CROWD, Pair, blocked, crowd
from .units import Unit

# What two persons' units share -> how sure a join of the same name is, and the method that it gets.
SHARED = {
    "document": (0.98, "similar-name-same-document"),
    "issuer": (0.96, "similar-name-same-issuer"),
    "firm": (0.95, "similar-name-same-firm"),
    "people": (0.94, "similar-name-same-people"),
    "address": (0.94, "similar-name-same-address"),
}
SHARED_WORDS = {
    "document": "in one document",
    "issuer": "about the same issuer",
    "firm": "shown with the same firm",
    "people": "beside the same co-attorney or principal",
    "address": "under the same CIK in the address",
}
LESS = {
    person_agreement.Level.SAME: 0.0,
    person_agreement.Level.FULLER: 0.01,
    person_agreement.Level.SHORT_FORM: 0.03,
    person_agreement.Level.INITIALS: 0.05,
    person_agreement.Level.INITIAL: 0.06,
    person_agreement.Level.SLIP: 0.05,
    person_agreement.Level.SURNAME_PART: 0.06,
}

# Who is printed so is meant before somebody whose name is but alike, and a short form before a slip.
_DISTANCE = {
    person_agreement.Level.SHORT_FORM: 1,
    person_agreement.Level.INITIALS: 1,
    person_agreement.Level.INITIAL: 2,
    person_agreement.Level.SLIP: 2,
    person_agreement.Level.SURNAME_PART: 2,
}


@lru_cache(maxsize=300_000)
def keys_of(printed: str, edgar: bool) -> frozenset[str]:
    """`persons.keys` of a printed name."""
    return frozenset(persons.keys(persons.person_name(printed, edgar=edgar)))


def level_of(one: Unit, other: Unit) -> person_agreement.Level | None:
    """How the names of two units of persons agree; None where they are at odds."""
    return _level(one.printed, one.edgar, other.printed, other.edgar)


@lru_cache(maxsize=500_000)
def _level(one: str, edgar: bool, other: str, other_edgar: bool) -> person_agreement.Level | None:
    return person_agreement.agree(
        persons.person_name(one, edgar=edgar), persons.person_name(other, edgar=other_edgar)
    ).level


Context = tuple[str, Hashable]


class PersonPairs(PairStep):
    """A step that joins clusters of persons whose names agree and who share something.

    What is joined once is shared context the next time: a co-attorney who turned out to be one person.

    Args:
        clusters: The clusters.
        units: The units of persons, by number.
        organization: As in `layers.settle_persons`.
        crossed: See `namesakes.Namesakes`.
    """

    def __init__(
        self,
        clusters: Clusters,
        units: list[Unit],
        organization: Callable[[str, bool], Hashable],
        crossed: Callable[[int, int], bool],
    ) -> None:
        super().__init__(clusters, units)
        self._crossed = crossed
        numbers = {unit.key: number for number, unit in enumerate(units)}
        self._people = [[n for key in unit.people if (n := numbers.get(key)) is not None] for unit in units]
        self._contexts = [_contexts(unit, organization) for unit in units]
        self._index: dict[Context, list[int]] | None = None

    def near(self, units: set[int], torn: set[int]) -> Iterable[int]:
        """See `steps.Step`."""
        # Who stands beside a torn cluster shares it with others than before.
        beside = {other for number in torn for other in self._beside(number)} - units
        yield from super().near(units, torn)
        yield from (member for one in beside for member in self._clusters.of(one))

    def _beside(self, person: int) -> list[int]:
        """The units beside which a unit stands."""
        document = self._indexed()["document", self._units[person].document]
        return [number for number in document if person in self._people[number]]

    def _around(self, units: set[int]) -> tuple[list[int], set[str]]:
        """Units, and those of all clusters with which they share anything; and words of people who are crowds."""
        index, clusters = self._indexed(), self._clusters
        out = set(units)
        for context in {context for number in units for context in self._contexts[number]}:
            out.update(index[context])
        people = {person for number in units for person in self._people[number]}
        for one in {member for person in people for member in clusters.of(person)}:
            out.update(self._beside(one))
        crowds = set()
        for word in {word for person in people for word in self._units[person].words}:
            entries = {(clusters.root(n), person) for person in index["word", word] for n in self._beside(person)}
            if sum(root not in units for root, _ in entries) > CROWD:
                crowds.add(word)
            else:
                out.update(root for root, _ in entries)
        return sorted({member for number in out for member in clusters.of(number)}), crowds

    def _indexed(self) -> dict[Context, list[int]]:
        if self._index is None:
            self._index = defaultdict(list)
            for number, unit in enumerate(self._units):
                for context in self._contexts[number]:
                    self._index[context].append(number)
                for word in unit.words:
                    self._index["word", word].append(number)
        return self._index

    def _pairs(self, numbers: Iterable[int], weights: Mapping[int, int] | None, crowds: Collection[str]) -> list[Pair]:
        """Pairs of clusters among units; with weights, those with a cluster that has one."""
        clusters, units = self._clusters, self._units
        contexts: dict[Context, set[int]] = defaultdict(set)
        beside: dict[str, set[tuple[int, int]]] = defaultdict(set)
        roots = set()
        for number in numbers:
            root = clusters.root(number)
            roots.add(root)
            for context in self._contexts[number]:
                contexts[context].add(root)
            for person in self._people[number]:
                contexts["people", clusters.root(person)].add(root)
                for word in units[person].words:
                    beside[word].add((root, person))
        found: dict[tuple[int, int], set[Context]] = defaultdict(set)
        keys = {root: frozenset().union(*map(persons.keys, clusters.traits(root).names.values())) for root in roots}
        for context, sharing in contexts.items():
            for one, other in blocked(sharing, keys, weights):
                found[one, other].add(context)
        for word, entries in beside.items():
            if len(entries) > 1 and word not in crowds and not _crowded(entries, weights):
                for both in _coincidences(clusters, units, entries, keys, weights):
                    found[both].add(("people", word))
        names = {root: clusters.traits(root).some_names() for root in roots}
        out = []
        for (one, other), shared in found.items():
            if weights is None or one in weights or other in weights:
                level = _best_level(names[one], names[other])
                if level is None or (level <= person_agreement.Level.FULLER and self._are_crossed(one, other)):
                    continue
                if (pair := _pair(one, other, level, shared)) is not None:
                    pair.distance = 2 * _DISTANCE.get(level, 0)
                    pair.distance += not pair.vague and _one_has_a_generation(names[one], names[other])
                    out.append(pair)
        return out

    def _are_crossed(self, one: int, other: int) -> bool:
        of = self._clusters.of
        return any(self._crossed(mine, theirs) for mine in of(one) for theirs in of(other))


def _one_has_a_generation(one: list[Any], other: list[Any]) -> bool:
    """Whether names of one side only say Jr. or the like."""
    return any(name.generation for name in one) != any(name.generation for name in other)


def _contexts(unit: Unit, organization: Callable[[str, bool], Hashable]) -> list[Context]:
    """What a person can share with others, but for the people beside them."""
    out: dict[Context, None] = {("document", unit.document): None}
    for key in unit.issuers:
        out["issuer", organization(key, True)] = None
    for cik in unit.issuer_ciks:
        out["issuer", cik] = None
    for key in unit.firms:
        out["firm", organization(key, True)] = None
        out["people", ("body", organization(key, True))] = None
    for key in unit.bodies:
        out["people", ("body", organization(key, True))] = None
    if unit.address:
        out["address", unit.address] = None
    return list(out)


def _pair(one: int, other: int, level: person_agreement.Level, shared: set[Context]) -> Pair | None:
    """The pair of two clusters whose names agree, by what they share; None where that is too little."""
    # A firm that both are shown with is not also a body that holds authority beside them.
    shared -= {("people", ("body", which)) for kind, which in shared if kind == "firm"}
    kinds = sorted({kind for kind, _ in shared}, key=list(SHARED).index)
    # One coincidence of people is too little for names that hardly agree.
    if kinds == ["people"] and level > person_agreement.Level.SHORT_FORM and len(shared) < 2:
        return None
    base, method = SHARED[kinds[0]]
    doubt = (1 - base) * 0.6 ** (len(shared) - 1) + LESS[level]
    reason = f"{person_agreement.WORDS[level]}, {' and '.join(SHARED_WORDS[kind] for kind in kinds)}"
    join = Join(one, other, method, round(1 - max(doubt, 0.01), 4), reason)
    return Pair(join, len(shared), level in person_agreement.VAGUE)


def _crowded(entries: Collection[tuple[int, int]], weights: Mapping[int, int] | None) -> bool:
    """As `pairs.crowd`, for clusters each with somebody beside it."""
    return crowd([root for root, _ in entries], weights)


def _coincidences(
    clusters: Clusters,
    units: list[Unit],
    entries: set[tuple[int, int]],
    keys: Mapping[int, frozenset[str]],
    weights: Mapping[int, int] | None,
) -> Iterator[tuple[int, int]]:
    """Pairs of clusters beside people whose names agree, though these are not joined themselves: two names coincide."""
    at: dict[int, list[int]] = defaultdict(list)
    for root, person in sorted(entries):
        at[root].append(person)
    for one, other in blocked(set(at), keys, weights):
        if weights is not None and one not in weights and other not in weights:
            continue
        for mine in at[one]:
            # A person beside both would join by itself; here another pair of units has to agree.
            if any(
                mine != theirs
                and clusters.root(mine) != one
                and clusters.root(theirs) != other
                and (clusters.root(mine) == clusters.root(theirs) or level_of(units[mine], units[theirs]) is not None)
                for theirs in at[other]
            ):
                yield one, other
                break


def _best_level(one: list[Any], other: list[Any]) -> person_agreement.Level | None:
    levels = (person_agreement.agree(mine, theirs).level for mine in one for theirs in other)
    return min((level for level in levels if level is not None), default=None)
