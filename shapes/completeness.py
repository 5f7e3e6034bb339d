"""Completeness: how much of what an instrument must hold to be relied on is there, as a number from 0 to 1.

Some constraints are `dcterms:isPartOf shape:completeness` in the shapes: principal, attorney-in-fact, power, signature,
date and reach of a power of attorney or a confirming statement; principal, attorney-in-fact, signature and date of a
substitution; principal, signature and date of a revocation. The completeness of an instrument is the share of these
that it meets, and that of several instruments is the mean over them. All of them are Violations, so that leaving out
lesser findings changes no figure.

An instrument is counted under one issuer and one year. The issuer is the first that it names, or else that of its
filing, as identity calls it or else as printed; the year is that of its execution, or else of the day of filing.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import pyoxigraph as ox

from ..ontology import terms
from .constraints import INSTRUMENTS, Constraint, constraints
from .findings import Result
from .lookups import InStore, Lookup

# How a cell calls what is not known; no name has such brackets.
NO_ISSUER, NO_YEAR = "(no issuer)", "(no date)"

_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
_LABEL = "http://www.w3.org/2000/01/rdf-schema#label"


@dataclass(frozen=True, slots=True, order=True)
class Cell:
    """The instruments of one issuer and year.

    Attributes:
        issuer: What the issuer is called, or `NO_ISSUER`.
        year: Four digits, or `NO_YEAR`.
        instruments: How many there are.
        lacking: What they lack of completeness, added up: an instrument that holds nothing lacks 1.
    """

    issuer: str
    year: str
    instruments: int
    lacking: float

    @property
    def completeness(self) -> float:
        """Mean over its instruments."""
        return 1.0 - self.lacking / self.instruments


@dataclass(frozen=True, slots=True)
class Held:
    """An instrument as its document has it.

    Attributes:
        iri: Its node.
        kind: The local name of its class.
        day: The day by which it is counted; empty where none is known.
        issuer: The node of the issuer's name; empty where none is named.
        printed: That name as it is printed.
    """

    iri: str
    kind: str
    day: str
    issuer: str
    printed: str


@dataclass(frozen=True, slots=True)
class Instrument:
    """An instrument as it is counted."""

    iri: str
    kind: str
    issuer: str
    year: str


def instruments(lookup: Lookup) -> Iterator[Held]:
    """Every instrument of a document, by kind."""
    for kind in INSTRUMENTS:
        for node in lookup.subjects(_TYPE, terms.INFACT + kind):
            filing = next(iter(lookup.subjects(terms.HAS_INSTRUMENT, node)), "")
            document = node.rpartition("/instrument/")[0]
            days = (
                _first(lookup, one, name)
                for one, name in (
                    (node, terms.EXECUTED_EARLIEST),
                    (filing, terms.FILED_ON),
                    (document, terms.FILED_ON),
                )
                if one
            )
            issuer = _first(lookup, node, terms.ISSUER) or (_first(lookup, filing, terms.ISSUER) if filing else "")
            printed = _first(lookup, issuer, terms.PRINTED_NAME) if issuer else ""
            yield Held(node, kind, next(filter(None, days), ""), issuer, printed)


class Issuers:
    """What instruments' issuers are called in a store."""

    def __init__(self, store: ox.Store) -> None:
        self._lookup = InStore(store)
        self._names: dict[str, str] = {}

    def placed(self, held: Held) -> Instrument:
        """An instrument under its issuer and year."""
        name = self._name(held.issuer) or held.printed if held.issuer else ""
        return Instrument(held.iri, held.kind, name or NO_ISSUER, held.day[:4] or NO_YEAR)

    def _name(self, mention: str) -> str:
        party = _first(self._lookup, mention, terms.REFERS_TO)
        if party and party not in self._names:
            self._names[party] = _first(self._lookup, party, _LABEL)
        return self._names.get(party, "")


def _first(lookup: Lookup, node: str, predicate: str) -> str:
    """The value that comes first in the order of its text, or nothing: of several issuers that is number one."""
    return next(iter(lookup.objects(node, predicate)), "")


def core() -> dict[str, tuple[Constraint, ...]]:
    """The constraints of completeness, by the class that they are about."""
    found: defaultdict[str, list[Constraint]] = defaultdict(list)
    for one in constraints().values():
        if one.core:
            found[one.targets[0]].append(one)
    return {kind: tuple(of_kind) for kind, of_kind in found.items()}


def shares() -> dict[str, float]:
    """For each constraint of completeness, what an instrument that does not meet it lacks."""
    return {one.id: 1 / len(of_kind) for of_kind in core().values() for one in of_kind}


class Counting:
    """Instruments counted as they come, document by document, so that no list of them is held.

    Args:
        store: Who knows what issuers are called.
    """

    def __init__(self, store: ox.Store) -> None:
        self._issuers = Issuers(store)
        self._share = shares()
        self._kinds = Counter[str]()
        self._sizes, self._lacks = Counter[tuple[str, str]](), defaultdict[tuple[str, str], float](float)

    def add(self, held: Iterable[Held], results: Iterable[Result]) -> None:
        """Count the instruments of a document, of which these are all results."""
        lacking = defaultdict[str, float](float)
        for constraint, focus in sorted({(one.constraint, one.focus) for one in results}):
            lacking[focus] += self._share.get(constraint, 0.0)
        for one in map(self._issuers.placed, held):
            place = (one.issuer, one.year)
            self._kinds[one.kind] += 1
            self._sizes[place] += 1
            self._lacks[place] += lacking.get(one.iri, 0.0)

    def kinds(self) -> tuple[tuple[str, int], ...]:
        """Instruments by class, sorted."""
        return tuple(sorted(self._kinds.items()))

    def cells(self) -> tuple[Cell, ...]:
        """Instruments by issuer and year, sorted."""
        return tuple(Cell(*place, self._sizes[place], self._lacks[place]) for place in sorted(self._sizes))
