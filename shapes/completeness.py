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
from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass

import pyoxigraph as ox

from ..ontology import terms
from .constraints import INSTRUMENTS, Constraint, constraints
from .findings import Finding, document_of

# How a cell calls what is not known; no name has such brackets.
NO_ISSUER, NO_YEAR = "(no issuer)", "(no date)"

_TYPE = ox.NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
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
class Instrument:
    """An instrument as it is counted."""

    iri: str
    kind: str
    issuer: str
    year: str


def instruments(store: ox.Store, documents: Set[str] | None = None) -> Iterator[Instrument]:
    """Every instrument of a store, or of the documents with these nodes, by kind."""
    issuers: dict[str, str] = {}
    for kind in INSTRUMENTS:
        for quad in store.quads_for_pattern(None, _TYPE, ox.NamedNode(terms.INFACT + kind), None):
            node = quad.subject
            assert isinstance(node, ox.NamedNode), "docs/model.md: nothing is a blank node"
            if documents is None or not documents.isdisjoint(document_of(node.value)):
                yield Instrument(node.value, kind, *_place(store, node, issuers))


def _place(store: ox.Store, instrument: ox.NamedNode, known: dict[str, str]) -> tuple[str, str]:
    """Issuer and year of an instrument; `known` holds the names of parties that were looked up before."""
    filing = next(_subjects(store, terms.HAS_INSTRUMENT, instrument), None)
    document = ox.NamedNode(instrument.value.rpartition("/instrument/")[0] or instrument.value)
    days = (
        _first(store, one, name)
        for one, name in ((instrument, terms.EXECUTED_EARLIEST), (filing, terms.FILED_ON), (document, terms.FILED_ON))
        if one is not None
    )
    day = next(filter(None, days), "")
    mention = _first(store, instrument, terms.ISSUER) or (filing and _first(store, filing, terms.ISSUER))
    name = ""
    if mention:
        party = _first(store, ox.NamedNode(mention), terms.REFERS_TO)
        if party and party not in known:
            known[party] = _first(store, ox.NamedNode(party), _LABEL)
        name = known.get(party) or _first(store, ox.NamedNode(mention), terms.PRINTED_NAME)
    return name or NO_ISSUER, day[:4] or NO_YEAR


def _first(store: ox.Store, node: ox.NamedNode, predicate: str) -> str:
    """The value that comes first in the order of its text, or nothing: of several issuers that is number one."""
    values = (quad.object for quad in store.quads_for_pattern(node, ox.NamedNode(predicate), None, None))
    return min((value.value for value in values if isinstance(value, ox.NamedNode | ox.Literal)), default="")


def _subjects(store: ox.Store, predicate: str, value: ox.NamedNode) -> Iterator[ox.NamedNode]:
    for quad in store.quads_for_pattern(None, ox.NamedNode(predicate), value, None):
        if isinstance(quad.subject, ox.NamedNode):
            yield quad.subject


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


def count(found: Iterable[Instrument], findings: Iterable[Finding]) -> tuple[dict[str, int], tuple[Cell, ...]]:
    """Instruments by kind, and cells by issuer and year, both sorted."""
    share, lacking = shares(), defaultdict[str, float](float)
    for constraint, focus in sorted({(one.constraint, one.focus) for one in findings if one.constraint in share}):
        lacking[focus] += share[constraint]
    kinds, sizes, lacks = Counter[str](), Counter[tuple[str, str]](), defaultdict[tuple[str, str], float](float)
    for one in found:
        place = (one.issuer, one.year)
        kinds[one.kind] += 1
        sizes[place] += 1
        lacks[place] += lacking.get(one.iri, 0.0)
    return dict(sorted(kinds.items())), tuple(Cell(*place, sizes[place], lacks[place]) for place in sorted(sizes))
