"""What a network says about its nodes: strength, betweenness and communities.

Every measure takes any of the networks of this room, reads it without direction, and gives the same numbers for the
same network, however it was built. `TELLS` says what each tells a governance analyst. Betweenness is Freeman's (1977),
over steps and not weights: more signatures do not make a path longer or shorter. Communities are found by the Louvain
method (Blondel and others 2008); a partition of high modularity is one of several good ones.

Small networks are measured by networkx, so that they have the same answer on every machine; from `LARGE` nodes or edges
on, networkit does it where it is installed (`pip install 'infact[networks]'`), on one thread and with a fixed seed.
Without it networkx goes on, correctly and slowly; its numbers for a large network may differ, as its samples do.
"""

from __future__ import annotations

import importlib
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

import networkx as nx
import numpy as np
from numpy.typing import NDArray

from ..common.errors import QueryError

# From here on networkit is asked: a choice, not a measured limit.
LARGE_NODES, LARGE_EDGES = 1_000, 20_000
# Exact betweenness takes nodes x edges steps; from here on it is estimated from the paths of `SAMPLE` nodes.
EXACT_NODES, SAMPLE = 20_000, 200
_SEED = 1
_DIGITS = 9  # sums of floating-point numbers differ behind these from one platform to the next

TELLS: Mapping[str, str] = {
    "ties": "with how many others",
    "strength": "the sum of the weights of the ties: how much runs through somebody, which finds the busiest",
    "betweenness": "the share of shortest paths that lead through: who joins groups that little else joins, and is "
    "worth a look where strength is low",
    "community": "who deal among themselves more than with others, most often one company's legal department or one "
    "firm's clients; 1 is the largest, and a border case may stand on either side",
}


@dataclass(frozen=True, slots=True)
class Measured:
    """What the measures say of one node, betweenness to six digits; equal when all of it is."""

    node: str
    ties: int
    strength: float
    betweenness: float
    community: int

    @property
    def cells(self) -> tuple[int, float, Decimal, int]:
        """What stands under the names of `TELLS` in a table."""
        return self.ties, self.strength, Decimal(f"{self.betweenness:.6f}"), self.community


def measured(graph: nx.Graph[str]) -> tuple[Measured, ...]:
    """Every node with its measures, the strongest first, equal ones by betweenness and then by name."""
    strengths, between, groups = strength(graph), betweenness(graph), communities(graph)
    found = [
        Measured(n, len({*nx.all_neighbors(graph, n)} - {n}), strengths[n], round(between[n], 6), groups[n])
        for n in graph
    ]
    return tuple(sorted(found, key=lambda one: (-one.strength, -one.betweenness, one.node)))


def basis(graph: nx.Graph[str]) -> str:
    """How `betweenness` finds its numbers for this network, in words."""
    return f"sampled: paths of {SAMPLE} nodes, seed {_SEED}" if is_sampled(graph) else "exact"


def strength(graph: nx.Graph[str]) -> dict[str, float]:
    """For each node the sum of the weights of its edges, whichever way they point."""
    return {node: value for node, value in sorted(graph.degree(weight="weight"))}  # noqa: C416 - a view of pairs


def is_sampled(graph: nx.Graph[str], sample: int | None = None) -> bool:
    """Whether `betweenness` would estimate."""
    return len(graph) > (EXACT_NODES if sample is None else sample)


def betweenness(graph: nx.Graph[str], sample: int | None = None, seed: int = _SEED) -> dict[str, float]:
    """For each node the share of all shortest paths between two others that pass through it, from 0 to 1.

    Args:
        graph: Any network; edges count as steps in both directions.
        sample: Estimate from the paths of so many nodes, chosen by `seed`. By default it is exact up to `EXACT_NODES`
            nodes and estimated from `SAMPLE` beyond.
        seed: Chooses the sample.
    """
    plain = _plain(graph)
    nodes = list(plain)
    sampled = is_sampled(graph, sample)
    pivots = min(len(nodes), sample or SAMPLE)
    networkit = _networkit() if len(nodes) > LARGE_NODES else None
    if networkit is None:
        found = nx.betweenness_centrality(plain, k=pivots if sampled else None, seed=seed)
        values: Sequence[float] = [found[node] for node in nodes]
    else:
        _settle(networkit, seed)
        # Without weights, which would be lengths to it.
        other = networkit.graphtools.toUnweighted(_converted(networkit, len(nodes), *_arrays(plain)))
        if sampled:
            measure = networkit.centrality.EstimateBetweenness(other, pivots, normalized=True, parallel=False)
        else:
            measure = networkit.centrality.Betweenness(other, normalized=True)
        values = measure.run().scores()
    return {node: round(float(value), _DIGITS) for node, value in zip(nodes, values, strict=True)}


def communities(graph: nx.Graph[str]) -> dict[str, int]:
    """For each node the number of its community, from 1: larger ones first, equal ones by their first node."""
    plain = _plain(graph)
    nodes = list(plain)
    if plain.number_of_edges() > LARGE_EDGES and _networkit() is not None:
        return dict(zip(nodes, (int(n) for n in partition(len(nodes), *_arrays(plain))), strict=True))
    found = nx.community.louvain_communities(plain, weight="weight", seed=_SEED) if nodes else []
    ordered = sorted((sorted(members) for members in found), key=lambda members: (-len(members), members[0]))
    numbers = {node: number for number, members in enumerate(ordered, 1) for node in members}
    return {node: numbers[node] for node in nodes}


def partition(
    size: int, one: NDArray[np.int64], two: NDArray[np.int64], weight: NDArray[np.float64]
) -> NDArray[np.int64]:
    """Communities of a large network that is given as arrays: as `communities`, for the nodes 0 to `size` - 1.

    Raises:
        QueryError: networkit is not installed.
    """
    networkit = _networkit()
    if networkit is None:
        raise QueryError("large networks need the package networkit", remedy="pip install 'infact[networks]'")
    _settle(networkit, _SEED)
    found = networkit.community.PLM(_converted(networkit, size, one, two, weight), refine=True).run().getPartition()
    labels = np.asarray(found.getVector(), dtype=np.int64)
    _, first, inverse, counts = np.unique(labels, return_index=True, return_inverse=True, return_counts=True)
    order = np.lexsort((first, -counts))
    numbers = np.empty(len(order), dtype=np.int64)
    numbers[order] = np.arange(1, len(order) + 1)
    return np.asarray(numbers[inverse], dtype=np.int64)


def sizes(numbers: Mapping[str, int]) -> dict[int, int]:
    """How many nodes each community has, by its number."""
    out: defaultdict[int, int] = defaultdict(int)
    for number in numbers.values():
        out[number] += 1
    return dict(sorted(out.items()))


def _plain(graph: nx.Graph[str]) -> nx.Graph[str]:
    """The network without directions, parallel edges and loops, nodes and edges in order."""
    weights: defaultdict[tuple[str, str], float] = defaultdict(float)
    for u, v, weight in graph.edges(data="weight", default=1):
        if u != v:
            weights[min(u, v), max(u, v)] += weight
    out: nx.Graph[str] = nx.Graph()
    out.add_nodes_from(sorted(graph))
    out.add_weighted_edges_from((u, v, weights[u, v]) for u, v in sorted(weights))
    return out


def _arrays(plain: nx.Graph[str]) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.float64]]:
    place = {node: number for number, node in enumerate(plain)}
    edges: list[tuple[str, str, float]] = list(plain.edges(data="weight"))
    return (
        np.array([place[u] for u, _, _ in edges], dtype=np.int64),
        np.array([place[v] for _, v, _ in edges], dtype=np.int64),
        np.array([weight for *_, weight in edges], dtype=np.float64),
    )


def _networkit() -> Any:
    try:
        return importlib.import_module("networkit")
    except ModuleNotFoundError:
        return None


def _settle(networkit: Any, seed: int) -> None:
    # Two threads finish in any order, and communities depend on it.
    networkit.setNumberOfThreads(1)
    networkit.setSeed(seed, False)


def _converted(
    networkit: Any, size: int, one: NDArray[np.int64], two: NDArray[np.int64], weight: NDArray[np.float64]
) -> Any:
    if not len(one):
        return networkit.Graph(size, weighted=True)
    ids = (one.astype(np.uint64), two.astype(np.uint64))
    return networkit.GraphFromCoo((weight.astype(np.float64), ids), n=size, weighted=True)
