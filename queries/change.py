"""What changed in a network between two times: which ties came and went, at each node and in all.

A tie is there in a year when a power behind it is live on some day of that year. Most powers have no known end, so they
go on: what is lost is what the corpus shows to have ended, which is less than what ended. A power without any date is
there in every year, and so never changes anything.
"""

from __future__ import annotations

from dataclasses import dataclass

import networkx as nx


@dataclass(frozen=True, slots=True)
class Change:
    """One node before and after; `gained` and `lost` are the nodes to which it has a tie, or had one, sorted."""

    node: str
    before: int
    after: int
    gained: tuple[str, ...]
    lost: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Totals:
    """How many nodes and ties (pairs of nodes) were gained, lost and kept."""

    nodes_gained: int
    nodes_lost: int
    nodes_kept: int
    ties_gained: int
    ties_lost: int
    ties_kept: int


def changes(before: nx.Graph[str], after: nx.Graph[str]) -> tuple[Change, ...]:
    """Every node that gained or lost a tie, most changed first, then by name.

    Where the networks have a direction, the nodes are those who act, and their ties those to whom they act for.
    """
    out = []
    for node in sorted({*before, *after}):
        old, new = _others(before, node), _others(after, node)
        if old != new:
            out.append(Change(node, len(old), len(new), tuple(sorted(new - old)), tuple(sorted(old - new))))
    return tuple(sorted(out, key=lambda one: (-len(one.gained) - len(one.lost), one.node)))


def totals(before: nx.Graph[str], after: nx.Graph[str]) -> Totals:
    """What was gained, lost and kept in all."""
    old, new = set(before), set(after)
    ties_then, ties_now = _ties(before), _ties(after)
    return Totals(
        len(new - old),
        len(old - new),
        len(old & new),
        len(ties_now - ties_then),
        len(ties_then - ties_now),
        len(ties_then & ties_now),
    )


def _others(graph: nx.Graph[str], node: str) -> set[str]:
    return set(graph[node]) if node in graph else set()


def _ties(graph: nx.Graph[str]) -> set[tuple[str, str]]:
    return {(u, v) if graph.is_directed() or u <= v else (v, u) for u, v in graph.edges()}
