"""The kinds of network that have names, and how one is made: from which relations, joined on which side, cut off where.

`attorney-insider`, `attorney-issuer` and `firm-issuer` have two sides, those who act and those who are acted for, and
can be joined on either: `between="issuers"` makes a network of issuers that share attorneys. `interlocks` joins issuers
by attorneys and by insiders, and `everything` is what the exports write.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import networkx as nx

from ..common.errors import QueryError
from . import networks
from .engines import Engine
from .entities import find_entity
from .interlocks import interlocks
from .relations import Parties, Relation, about, live, relations


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of network.

    Attributes:
        make: Makes it of these relations, with the names of these parties.
        weight: What the weight of a tie counts.
        sides: Those who act and those who are acted for, in the plural; none where it has no two sides.
    """

    make: Callable[[Engine, Sequence[Relation], Parties | None], nx.Graph[str]]
    weight: str
    sides: tuple[str, ...] = ()


KINDS: Mapping[str, Kind] = {
    "attorney-insider": Kind(networks.attorney_insider, "instruments", ("attorneys", "insiders")),
    "attorney-issuer": Kind(networks.attorney_issuer, "insiders", ("attorneys", "issuers")),
    "firm-issuer": Kind(networks.firm_issuer, "attorneys", ("firms", "issuers")),
    "interlocks": Kind(interlocks, "shared attorneys and insiders"),
    "everything": Kind(networks.everything, "instruments"),
}


def chosen(
    engine: Engine, start: datetime.date | str | None = None, end: datetime.date | str | None = None
) -> tuple[Relation, ...]:
    """The relations that are live on one of the days from `start` to `end`, or all of them where none is given.

    Raises:
        QueryError: A day is none.
    """
    return within(relations(engine), start, end)


def within(
    among: Sequence[Relation], start: datetime.date | str | None, end: datetime.date | str | None
) -> tuple[Relation, ...]:
    """As `chosen`, of relations that were read already."""
    return tuple(among) if start is None or end is None else live(among, _day(start), _day(end))


def network(
    engine: Engine,
    kind: str,
    among: Sequence[Relation],
    *,
    issuer: str | None = None,
    between: str | None = None,
    at_least: int = 1,
    known: Parties | None = None,
) -> nx.Graph[str]:
    """A network of these relations.

    Args:
        engine: What holds the names of the parties.
        kind: One of `KINDS`.
        among: Its relations, see `chosen`.
        issuer: Only what is about this issuer, of `interlocks` only its own: a name, a CIK or an IRI.
        between: One of the sides of a network that has two: join its nodes where they share one of the other side.
        at_least: Leave out ties of a smaller weight; every node stays.
        known: The parties, where `relations.entities` has read them already for another network.

    Raises:
        QueryError: There is no such kind, it has no such side, or the issuer is not found or is a person.
    """
    if kind not in KINDS:
        raise QueryError(f"there is no network {kind!r}", remedy=f"give one of {', '.join(KINDS)}")
    sides = KINDS[kind].sides
    if between is not None and between not in sides:
        remedy = f"give {' or '.join(sides)}" if sides else f"{kind} is not joined: leave that out"
        raise QueryError(f"{kind} has no side {between!r}", remedy=remedy)
    iri = None if issuer is None else issuer_iri(engine, issuer)
    if kind == "interlocks":
        made: nx.Graph[str] = interlocks(engine, among, known)
        if iri is not None:
            made.remove_edges_from([pair for pair in made.edges if iri not in pair])
    else:
        made = KINDS[kind].make(engine, among if iri is None else about(among, iri), known)
    if between is not None:
        return networks.projection(made, "from" if between == sides[0] else "to", at_least)  # type: ignore[arg-type]
    made.remove_edges_from([edge for edge, weight in _weights(made) if weight < at_least])
    return made


def issuer_iri(engine: Engine, name: str) -> str:
    """The IRI of an organization that a name, a CIK or an IRI stands for.

    Raises:
        QueryError: Nothing or several things answer to it, or what does is a person.
    """
    found = find_entity(engine, name)
    if "/organization/" not in str(found.iri):
        raise QueryError(f"{found.label} is no organization", remedy="name an issuer, by its name or CIK")
    return str(found.iri)


def _weights(graph: nx.Graph[str]) -> list[tuple[Any, float]]:
    if isinstance(graph, nx.MultiDiGraph):
        return [((u, v, key), data["weight"]) for u, v, key, data in graph.edges(keys=True, data=True)]
    return [((u, v), data["weight"]) for u, v, data in graph.edges(data=True)]


def _day(day: datetime.date | str) -> str:
    try:
        return datetime.date.fromisoformat(str(day)).isoformat()
    except ValueError as error:
        raise QueryError(f"{day!r} is no day", remedy="give one like 2015-06-30") from error
