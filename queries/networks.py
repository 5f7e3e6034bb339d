"""Networks: the derived relations as networkx graphs.

Every network is directed from the one who acts to the one who is acted for (attorney -> insider, attorney -> issuer,
firm -> issuer), because some people are both attorney and insider; the bipartite functions of networkx accept that.
Nodes are IRIs (plain `str`) with `kind`, `roles`, `label` and `cik`; edges carry `weight`, `first` and `last`, dates as
ISO text, and leave out what is not known. Nodes and edges come in sorted order, so equal graphs are built alike.
"""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, TypeAlias

import networkx as nx
import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from .engines import Engine

_RELATIONS = """
PREFIX infact: <https://w3id.org/infact/ontology#>
PREFIX graph: <https://w3id.org/infact/graph/>
SELECT ?relation ?attorney ?principal ?issuer ?firm ?first ?last ?from ?until ?instruments WHERE {
  GRAPH graph:relations {
    ?relation infact:relationAttorney ?attorney .
    OPTIONAL { ?relation infact:relationPrincipal ?principal }
    OPTIONAL { ?relation infact:relationIssuer ?issuer }
    OPTIONAL { ?relation infact:relationFirm ?firm }
    OPTIONAL { ?relation infact:firstDate ?first }
    OPTIONAL { ?relation infact:lastDate ?last }
    OPTIONAL { ?relation infact:liveFrom ?from }
    OPTIONAL { ?relation infact:liveUntil ?until }
    OPTIONAL { ?relation infact:instrumentCount ?instruments }
  }
} ORDER BY ?relation ?firm"""
_ENTITIES = """
PREFIX infact: <https://w3id.org/infact/ontology#>
PREFIX graph: <https://w3id.org/infact/graph/>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
SELECT ?entity ?class ?label ?cik WHERE {
  GRAPH graph:identity {
    ?entity a ?class .
    FILTER (?class IN (infact:Person, infact:Organization, infact:Office, infact:LawFirm))
    OPTIONAL { ?entity rdfs:label ?label }
    OPTIONAL { ?entity infact:cik ?cik }
  }
} ORDER BY ?entity ?class ?label ?cik"""

Spell: TypeAlias = tuple[str | None, str | None]
_Numbers: TypeAlias = NDArray[np.int64]
_STEPS = 20_000_000  # pairs that are counted at a time, before those of small weight are dropped


@dataclass(frozen=True, slots=True)
class Relation:
    """One (attorney, principal, issuer) of the relations graph. Dates are ISO text; None is unknown or open."""

    iri: str
    attorney: str
    principal: str | None
    issuer: str | None
    firms: tuple[str, ...]
    first: str | None
    last: str | None
    live_from: str | None
    live_until: str | None
    instruments: int


def relations(engine: Engine) -> tuple[Relation, ...]:
    """Every derived relation, by IRI."""
    rows: dict[str, list[Any]] = {}
    firms: defaultdict[str, set[str]] = defaultdict(set)
    for iri, attorney, principal, issuer, firm, first, last, start, until, count in engine.select(_RELATIONS):
        if firm is not None:
            firms[str(iri)].add(str(firm))
        rows.setdefault(str(iri), [attorney, principal, issuer, first, last, start, until, count])
    return tuple(
        Relation(
            iri=iri,
            attorney=str(attorney),
            principal=None if principal is None else str(principal),
            issuer=None if issuer is None else str(issuer),
            firms=tuple(sorted(firms[iri])),
            first=_day(first),
            last=_day(last),
            live_from=_day(start),
            live_until=_day(until),
            instruments=count if isinstance(count, int) else 1,
        )
        for iri, (attorney, principal, issuer, first, last, start, until, count) in rows.items()
    )


def attorney_insider(engine: Engine) -> nx.DiGraph[str]:
    """Attorney -> insider; the edge's `issuers` are the IRIs of the issuers it is about, `weight` its instruments."""
    ties = [(r.attorney, r.principal, r.issuer, r) for r in relations(engine)]
    return _two_sided(engine, ties, "attorney", "insider", "issuers", by_instruments=True)


def attorney_issuer(engine: Engine) -> nx.DiGraph[str]:
    """Attorney -> issuer; the edge's `insiders` are whom the attorney signs for there, `weight` their number."""
    ties = [(r.attorney, r.issuer, r.principal, r) for r in relations(engine)]
    return _two_sided(engine, ties, "attorney", "issuer", "insiders")


def firm_issuer(engine: Engine) -> nx.DiGraph[str]:
    """Firm -> issuer; the edge's `attorneys` are those shown with the firm there, `weight` their number."""
    ties = [(firm, r.issuer, r.attorney, r) for r in relations(engine) for firm in r.firms]
    return _two_sided(engine, ties, "firm", "issuer", "attorneys")


def projection(network: nx.DiGraph[str], side: str, at_least: int = 1) -> nx.Graph[str]:
    """Join the nodes of one side that share a neighbour on the other; `weight` counts the neighbours they share.

    Args:
        network: One of the two-sided networks of this module.
        side: `from` for those who act (attorneys, firms), `to` for those acted for (insiders, issuers).
        at_least: Leave out the edges of a smaller weight; every node stays.
    """
    if side not in {"from", "to"}:
        raise ValueError(f"side is {side!r}: give 'from' or 'to'")
    degree = network.out_degree if side == "from" else network.in_degree
    out: nx.Graph[str] = nx.Graph()
    out.add_nodes_from((node, data) for node, data in network.nodes(data=True) if degree(node))
    names = sorted(network)
    place = {node: number for number, node in enumerate(names)}
    ends = np.array([(place[u], place[v]) for u, v in network.edges], dtype=np.int64).reshape(-1, 2)
    this, other = (ends[:, 0], ends[:, 1]) if side == "from" else (ends[:, 1], ends[:, 0])
    for one, two, weight in zip(*(part.tolist() for part in shared(this, other, at_least)), strict=True):
        out.add_edge(names[one], names[two], weight=weight)
    return out


def shared(this: _Numbers, other: _Numbers, at_least: int = 1) -> tuple[_Numbers, _Numbers, _Numbers]:
    """The projection of a large network that is given as arrays: who, with whom, and how many neighbours they share.

    Pairs come in order, the smaller number first. Rows are multiplied some at a time, and what is below `at_least` is
    dropped before the next, so memory follows from what is kept and from one block.

    Args:
        this: For each edge the number of its node on the side to be joined; no edge is given twice.
        other: For each edge the number of its node on the other side.
        at_least: The smallest weight that is kept.
    """
    if not len(this):
        return (np.empty(0, np.int64),) * 3
    shape = (int(this.max()) + 1, int(other.max()) + 1)
    matrix = sparse.csr_array((np.ones(len(this), np.int64), (this, other)), shape=shape)
    turned = matrix.T.tocsr()
    steps = np.cumsum(matrix @ matrix.sum(axis=0)) // _STEPS
    starts = [0, *(np.flatnonzero(np.diff(steps)) + 1).tolist(), shape[0]]
    parts = []
    for start, end in pairwise(starts):
        product = (matrix[start:end] @ turned).tocsr()
        product.sort_indices()
        found = product.tocoo()
        one, two = found.row.astype(np.int64) + start, found.col.astype(np.int64)
        kept = (one < two) & (found.data >= at_least)
        parts.append((one[kept], two[kept], found.data[kept]))
    ones, twos, weights = (np.concatenate(columns) for columns in zip(*parts, strict=True))
    return ones, twos, weights


def everything(engine: Engine) -> nx.MultiDiGraph[str]:
    """The whole network, as the exports write it: one edge for each pair and relation kind (its key).

    `signs-for` leads from attorney to insider, `insider-of` from principal to issuer, `shown-with` from attorney to
    firm. An edge's `weight` is its number of instruments and its `spells` are when it is live: (start, end) in order,
    merged where they touch, None for an open end; no spells at all where a power is undated, for nothing bounds it.
    """
    ties: defaultdict[tuple[str, str, str], list[Relation]] = defaultdict(list)
    for r in relations(engine):
        if r.principal:
            ties[r.attorney, r.principal, "signs-for"].append(r)
        if r.principal and r.issuer:
            ties[r.principal, r.issuer, "insider-of"].append(r)
        for firm in r.firms:
            ties[r.attorney, firm, "shown-with"].append(r)
    roles: defaultdict[str, set[str]] = defaultdict(set)
    for source, target, kind in ties:
        acts, acted_for = {"signs-for": ("attorney", "insider"), "insider-of": ("insider", "issuer")}.get(
            kind, ("attorney", "firm")
        )
        roles[source].add(acts)
        roles[target].add(acted_for)
    out: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    _add_nodes(out, engine, roles)
    for (source, target, kind), rs in sorted(ties.items()):
        data: dict[str, Any] = {"weight": sum(r.instruments for r in rs), "spells": merge_spells(_live(r) for r in rs)}
        out.add_edge(source, target, key=kind, **data, **_span(rs))
    return out


def merge_spells(spells: Iterable[Spell]) -> tuple[Spell, ...]:
    """Merge closed intervals of ISO days that overlap or follow each other; none is left when all time is covered."""
    ordered = sorted(spells, key=lambda s: (s[0] or "", s[1] or "~"))
    merged: list[Spell] = []
    for start, end in ordered:
        if merged:
            last_start, last_end = merged[-1]
            if last_end is None:
                break
            if start is None or start <= _next_day(last_end):
                merged[-1] = (last_start, None if end is None else max(last_end, end))
                continue
        merged.append((start, end))
    return () if merged == [(None, None)] else tuple(merged)


def _two_sided(
    engine: Engine,
    ties: Sequence[tuple[str, str | None, str | None, Relation]],
    acts: str,
    acted_for: str,
    third: str,
    *,
    by_instruments: bool = False,
) -> nx.DiGraph[str]:
    edges: defaultdict[tuple[str, str], list[tuple[str | None, Relation]]] = defaultdict(list)
    roles: defaultdict[str, set[str]] = defaultdict(set)
    for source, target, about, relation in ties:
        if target is not None:
            edges[source, target].append((about, relation))
            roles[source].add(acts)
            roles[target].add(acted_for)
    out: nx.DiGraph[str] = nx.DiGraph()
    _add_nodes(out, engine, roles)
    for (source, target), found in sorted(edges.items()):
        thirds = tuple(sorted({node for node, _ in found if node}))
        rs = [r for _, r in found]
        weight = sum(r.instruments for r in rs) if by_instruments else max(1, len(thirds))
        out.add_edge(source, target, weight=weight, **{third: thirds}, **_span(rs))
    return out


def entities(engine: Engine) -> dict[str, dict[str, str]]:
    """Every party by IRI: its `kind` (person, organization, law-firm, office), and `label` and `cik` where known."""
    known: dict[str, dict[str, str]] = {}
    for iri, cls, label, cik in engine.select(_ENTITIES):
        data = known.setdefault(str(iri), {"kind": "organization"})
        name = str(cls).rpartition("#")[2]
        # A law firm is an organization too; the narrower kind is the telling one.
        data["kind"] = {"Person": "person", "Office": "office", "LawFirm": "law-firm"}.get(name, data["kind"])
        if label is not None:
            data.setdefault("label", str(label))
        if cik is not None:
            data.setdefault("cik", str(cik))
    return known


def _add_nodes(out: nx.Graph[str], engine: Engine, roles: dict[str, set[str]]) -> None:
    known = entities(engine)
    for node in sorted(roles):
        data = known.get(node, {"kind": "unknown"})
        out.add_node(node, **{"label": node, **data}, roles=" | ".join(sorted(roles[node])))


def _span(rs: Iterable[Relation]) -> dict[str, str]:
    firsts, lasts = [r.first for r in rs if r.first], [r.last for r in rs if r.last]
    return ({"first": min(firsts)} if firsts else {}) | ({"last": max(lasts)} if lasts else {})


def _live(r: Relation) -> Spell:
    return (r.live_from, r.live_until)


def _day(value: Any) -> str | None:
    return value.isoformat() if isinstance(value, datetime.date) else None


def _next_day(day: str) -> str:
    if day >= "9999-12-31":
        return day
    return (datetime.date.fromisoformat(day) + datetime.timedelta(days=1)).isoformat()
