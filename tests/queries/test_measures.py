"""Strength, betweenness and communities: the same numbers for the same network, whoever computes them."""

from __future__ import annotations

import sys

import networkx as nx
import numpy as np
import pytest
from infact.common.errors import QueryError
from infact.queries import measures, networks
from infact.queries.engines import Engine

PERSON = "https://w3id.org/infact/id/person/"


def two_groups() -> nx.Graph[str]:
    """Two groups of four that know each other, and `x`, who alone joins them."""
    graph: nx.Graph[str] = nx.Graph()
    for group in ("abcd", "efgh"):
        graph.add_weighted_edges_from((u, v, 2) for u in group for v in group if u < v)
    graph.add_weighted_edges_from([("a", "x", 1), ("e", "x", 1)])
    return graph


def test_strength_counts_both_directions_and_parallel_edges(store_engine: Engine) -> None:
    network = networks.everything(store_engine)
    found = measures.strength(network)
    assert found[PERSON + "ada"] == 9  # 4 with her firm, 3 for Pat, 1 each for Kit and Lee
    assert sum(found.values()) == 2 * network.size("weight")
    assert measures.strength(two_groups())["a"] == 7


def test_who_alone_joins_two_groups_stands_between() -> None:
    found = measures.betweenness(two_groups())
    assert max(found, key=lambda node: found[node]) == "x"
    assert found["x"] == pytest.approx(16 / 28)
    assert found["b"] == 0


def test_communities_are_numbered_by_size_and_then_by_name() -> None:
    graph = two_groups()
    found = measures.communities(graph)
    assert {found[node] for node in "abcd"} == {1}
    assert {found[node] for node in "efgh"} == {2}
    other: nx.Graph[str] = nx.Graph()
    other.add_nodes_from(sorted(graph, reverse=True))
    other.add_edges_from((v, u, d) for u, v, d in reversed(list(graph.edges(data=True))))
    assert measures.communities(other) == found
    assert sum(measures.sizes(found).values()) == len(graph)


def test_an_empty_network_has_no_measures() -> None:
    empty: nx.Graph[str] = nx.Graph()
    assert measures.strength(empty) == measures.betweenness(empty) == measures.communities(empty) == {}


def test_networkit_finds_the_same_betweenness(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("networkit")
    graph = nx.relabel_nodes(nx.gnm_random_graph(60, 120, seed=3), str)
    nx.set_edge_attributes(graph, {edge: 1 + n % 7 for n, edge in enumerate(graph.edges)}, "weight")  # no lengths
    slow = measures.betweenness(graph)
    assert slow == pytest.approx(nx.betweenness_centrality(graph), abs=1e-8)
    monkeypatch.setattr(measures, "LARGE_NODES", 0)
    assert measures.betweenness(graph) == pytest.approx(slow, abs=1e-8)
    sampled = measures.betweenness(graph, sample=20)
    assert sampled == measures.betweenness(graph, sample=20)
    assert sampled != slow


def test_networkit_finds_the_same_communities_each_time() -> None:
    pytest.importorskip("networkit")
    one = np.array([0, 0, 1, 3, 3, 4, 2])
    two = np.array([1, 2, 2, 4, 5, 5, 3])
    weight = np.array([5.0, 5, 5, 5, 5, 5, 1])
    found = measures.partition(7, one, two, weight)
    assert found.tolist() == [1, 1, 1, 2, 2, 2, 3]
    assert measures.partition(7, one, two, weight).tolist() == found.tolist()


def test_without_networkit_large_networks_are_measured_all_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "networkit", None)
    monkeypatch.setattr(measures, "LARGE_NODES", 0)
    monkeypatch.setattr(measures, "LARGE_EDGES", 0)
    assert measures.betweenness(two_groups())["x"] == pytest.approx(16 / 28)
    assert measures.communities(two_groups())["a"] == 1
    with pytest.raises(QueryError, match="networks"):
        measures.partition(1, np.array([0]), np.array([0]), np.array([1.0]))
