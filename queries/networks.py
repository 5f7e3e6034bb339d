"""Networks: the derived relations as networkx graphs.

Every network is directed from the one who acts to the one who is acted for (attorney -> insider, attorney -> issuer,
firm -> issuer), because some people are both attorney and insider; the bipartite functions of networkx accept that.
Nodes are IRIs (plain `str`) with `kind`, `roles`, `label` and `cik`; edges carry `weight`, `first` and `last`, dates as
ISO text, and leave out what is not known. Nodes and edges come in sorted order, so equal graphs are built alike.
Each is made of all relations, whenever they are live, or of those that it is given (`relations.live`, `about`), and
reads the names of the parties (`relations.entities`) where it is not given them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Any, TypeAlias

import networkx as nx
import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from .engines import Engine
from .relations import Parties, Relation, entities, merge_spells, relations

Among: TypeAlias = Sequence[Relation] | None
_Numbers: TypeAlias = NDArray[np.int64]
_STEPS = 20_000_000  # pairs that are counted at a time, before those of small weight are dropped


def attorney_insider(engine: Engine, among: Among = None, known: Parties | None = None) -> nx.DiGraph[str]:
    """Attorney -> insider; the edge's `issuers` are the IRIs of the issuers it is about, `weight` its instruments."""
    ties = [(r.attorney, r.principal, r.issuer, r) for r in _all(engine, among)]
    return _two_sided(engine, known, ties, "attorney", "insider", "issuers", by_instruments=True)


def attorney_issuer(engine: Engine, among: Among = None, known: Parties | None = None) -> nx.DiGraph[str]:
    """Attorney -> issuer; the edge's `insiders` are whom the attorney signs for there, `weight` their number."""
    ties = [(r.attorney, r.issuer, r.principal, r) for r in _all(engine, among)]
    return _two_sided(engine, known, ties, "attorney", "issuer", "insiders")


def firm_issuer(engine: Engine, among: Among = None, known: Parties | None = None) -> nx.DiGraph[str]:
    """Firm -> issuer; the edge's `attorneys` are those shown with the firm there, `weight` their number."""
    ties = [(firm, r.issuer, r.attorney, r) for r in _all(engine, among) for firm in r.firms]
    return _two_sided(engine, known, ties, "firm", "issuer", "attorneys")


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
    out.add_nodes_from((node, dict(data)) for node, data in network.nodes(data=True) if degree(node))
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


def everything(engine: Engine, among: Among = None, known: Parties | None = None) -> nx.MultiDiGraph[str]:
    """The whole network, as the exports write it: one edge for each pair and relation kind (its key).

    `signs-for` leads from attorney to insider, `insider-of` from principal to issuer, `shown-with` from attorney to
    firm. An edge's `weight` is its number of instruments and its `spells` are when it may be live: (start, end) in
    order, merged where they touch, None for an open end; no spells at all where a power is undated, for nothing bounds
    it.
    """
    ties: defaultdict[tuple[str, str, str], list[Relation]] = defaultdict(list)
    for r in _all(engine, among):
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
    _add_nodes(out, entities(engine) if known is None else known, roles)
    for (source, target, kind), rs in sorted(ties.items()):
        data: dict[str, Any] = {
            "weight": sum(r.instruments for r in rs),
            "spells": merge_spells(spell for r in rs for spell in r.spells),
        }
        out.add_edge(source, target, key=kind, **data, **_span(rs))
    return out


def _all(engine: Engine, among: Among) -> Sequence[Relation]:
    return relations(engine) if among is None else among


def _two_sided(
    engine: Engine,
    known: Parties | None,
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
    _add_nodes(out, entities(engine) if known is None else known, roles)
    for (source, target), found in sorted(edges.items()):
        thirds = tuple(sorted({node for node, _ in found if node}))
        rs = [r for _, r in found]
        weight = sum(r.instruments for r in rs) if by_instruments else max(1, len(thirds))
        out.add_edge(source, target, weight=weight, **{third: thirds}, **_span(rs))
    return out


def _add_nodes(out: nx.Graph[str], known: Parties, roles: dict[str, set[str]]) -> None:
    for node in sorted(roles):
        data = known.get(node, {"kind": "unknown"})
        out.add_node(node, **{"label": node, **data}, roles=" | ".join(sorted(roles[node])))


def _span(rs: Iterable[Relation]) -> dict[str, str]:
    firsts, lasts = [r.first for r in rs if r.first], [r.last for r in rs if r.last]
    return ({"first": min(firsts)} if firsts else {}) | ({"last": max(lasts)} if lasts else {})
