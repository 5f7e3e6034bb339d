"""Persons who may be one: names that agree, and something that the two share.

A name alone never joins two persons. What counts is a document, an issuer, a firm, an address, or the people beside
them: somebody who stands beside both, or two whose names agree as theirs do.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable
from functools import lru_cache
from typing import Any

from . import person_agreement, persons
from .clusters import Clusters, Join
from .pairs import CROWD, Pair, blocked
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
    person_agreement.Level.INITIAL: 0.06,
    person_agreement.Level.SLIP: 0.04,
    person_agreement.Level.SURNAME_PART: 0.06,
}

_KEYS: dict[tuple[str, bool], frozenset[str]] = {}


def keys_of(printed: str, edgar: bool) -> frozenset[str]:
    """`persons.keys` of a printed name, remembered."""
    found = _KEYS.get((printed, edgar))
    if found is None:
        if len(_KEYS) > 300_000:
            _KEYS.clear()
        found = _KEYS[printed, edgar] = frozenset(persons.keys(persons.person_name(printed, edgar=edgar)))
    return found


def level_of(one: Unit, other: Unit) -> person_agreement.Level | None:
    """How the names of two units of persons agree; None where they are at odds."""
    return _level(one.printed, one.edgar, other.printed, other.edgar)


@lru_cache(maxsize=500_000)
def _level(one: str, edgar: bool, other: str, other_edgar: bool) -> person_agreement.Level | None:
    return person_agreement.agree(
        persons.person_name(one, edgar=edgar), persons.person_name(other, edgar=other_edgar)
    ).level


def person_pairs(
    clusters: Clusters,
    units: list[Unit],
    numbers: dict[str, int],
    organization: Callable[[str, bool], Hashable],
) -> list[Pair]:
    """Clusters of persons whose names agree and who share something.

    Args:
        clusters: As they are now.
        units: The units of persons, by number.
        numbers: The number of each unit, by its key.
        organization: As in `layers.settle_persons`.
    """
    contexts: dict[tuple[str, Hashable], set[int]] = defaultdict(set)
    beside: dict[str, set[tuple[int, int]]] = defaultdict(set)
    for number, unit in enumerate(units):
        root = clusters.root(number)
        contexts["document", unit.key.partition(" ")[0]].add(root)
        for key in unit.issuers:
            contexts["issuer", organization(key, True)].add(root)
        for cik in unit.issuer_ciks:
            contexts["issuer", cik].add(root)
        for key in unit.firms:
            contexts["firm", organization(key, True)].add(root)
            contexts["people", ("body", organization(key, True))].add(root)
        for key in unit.bodies:
            contexts["people", ("body", organization(key, True))].add(root)
        if unit.address:
            contexts["address", unit.address].add(root)
        for key in unit.people:
            person = numbers.get(key)
            if person is not None:
                contexts["people", clusters.root(person)].add(root)
                for word in _coarse(units[person].printed, units[person].edgar):
                    beside[word].add((root, person))
    found: dict[tuple[int, int], set[tuple[str, Hashable]]] = defaultdict(set)
    names = {root: clusters.traits(root).names for root in {clusters.root(n) for n in range(len(units))}}
    keys = {
        root: frozenset().union(*(persons.keys(name) for name in printed.values())) for root, printed in names.items()
    }
    for context, roots in contexts.items():
        for one, other in blocked(roots, keys):
            found[one, other].add(context)
    for word, entries in beside.items():
        _coincidences(clusters, units, word, entries, keys, found)
    out = []
    for (one, other), shared in found.items():
        level = _best_level(names[one], names[other])
        if level is None:
            continue
        # A firm that both are shown with is not also a body that holds authority beside them.
        shared -= {("people", ("body", which)) for kind, which in shared if kind == "firm"}
        kinds = sorted({kind for kind, _ in shared}, key=list(SHARED).index)
        # One coincidence of people is too little for names that hardly agree.
        if kinds == ["people"] and level > person_agreement.Level.SHORT_FORM and len(shared) < 2:
            continue
        base, method = SHARED[kinds[0]]
        doubt = (1 - base + LESS[level]) * 0.6 ** (len(shared) - 1)
        reason = f"{person_agreement.WORDS[level]}, {' and '.join(SHARED_WORDS[kind] for kind in kinds)}"
        join = Join(one, other, method, round(1 - max(doubt, 0.01), 4), reason)
        out.append(Pair(join, len(shared), level is person_agreement.Level.INITIAL))
    return out


@lru_cache(maxsize=300_000)
def _coarse(printed: str, edgar: bool) -> tuple[str, ...]:
    """A surname with an initial: under it the people who stand beside others are looked for."""
    name = persons.person_name(printed, edgar=edgar)
    words = (f"{reading.core} {word[0]}" for reading in name.readings[:1] for word in reading.given[:2] if word)
    return tuple(dict.fromkeys(words))


def _coincidences(
    clusters: Clusters,
    units: list[Unit],
    word: str,
    entries: set[tuple[int, int]],
    keys: dict[int, frozenset[str]],
    found: dict[tuple[int, int], set[tuple[str, Hashable]]],
) -> None:
    """Two clusters beside people whose names agree, though these are not joined themselves: two names coincide."""
    if not 1 < len(entries) <= CROWD:
        return
    at: dict[int, list[int]] = defaultdict(list)
    for root, person in sorted(entries):
        at[root].append(person)
    for one, other in blocked(set(at), keys):
        for mine in at[one]:
            # A person beside both would join by itself; here another pair of units has to agree.
            if any(
                mine != theirs
                and clusters.root(mine) != one
                and clusters.root(theirs) != other
                and (clusters.root(mine) == clusters.root(theirs) or level_of(units[mine], units[theirs]) is not None)
                for theirs in at[other]
            ):
                found[one, other].add(("people", word))
                break


def _best_level(one: dict[str, Any], other: dict[str, Any]) -> person_agreement.Level | None:
    levels = [
        level
        for mine in list(one.values())[:8]
        for theirs in list(other.values())[:8]
        if (level := person_agreement.agree(mine, theirs).level) is not None
    ]
    return min(levels, default=None)
