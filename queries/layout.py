"""Positions for a drawing: every connected part is laid out for itself, then the parts are packed side by side.

Small parts get networkx's spring layout with a fixed seed; a part too large for that gets a spiral in breadth-first
order around its best connected node, which keeps neighbours near each other at no cost. The same graph gives the same
positions, rounded to a tenth so that the last digits of a platform's arithmetic do not show.
"""

from __future__ import annotations

import math
from collections.abc import Hashable
from typing import TypeVar

import networkx as nx

Node = TypeVar("Node", bound=Hashable)
Point = tuple[float, float]

# networkx needs SciPy from 500 nodes on, and a spring layout takes seconds there.
SPRING_LIMIT = 499
SPACE = 40.0  # distance between neighbours, in Gephi's units, in which a node's size is about 10
_GOLDEN_ANGLE = math.pi * (3 - math.sqrt(5))


def positions(graph: nx.Graph[Node]) -> dict[Node, Point]:
    """A place for each node; parts come largest first, in rows."""
    # networkx lays out in insertion order; sorting makes equal graphs equal drawings, however they were built.
    plain: nx.Graph[Node] = nx.Graph()
    plain.add_nodes_from(sorted(graph, key=str))
    plain.add_edges_from(sorted({(u, v) if str(u) <= str(v) else (v, u) for u, v in graph.edges()}, key=str))
    parts = [sorted(part, key=str) for part in nx.connected_components(plain)]
    parts.sort(key=lambda part: (-len(part), str(part[0])))
    radii = [SPACE * math.sqrt(len(part)) for part in parts]
    row_width = 1.2 * math.sqrt(sum((2 * r) ** 2 for r in radii))
    out: dict[Node, Point] = {}
    x = y = row_height = 0.0
    for part, radius in zip(parts, radii, strict=True):
        if x and x + 2 * radius > row_width:
            x, y, row_height = 0.0, y + row_height + SPACE, 0.0
        for node, (px, py) in _part(plain, part, radius).items():
            out[node] = (round(x + radius + px, 1), round(-(y + radius) + py, 1))
        x, row_height = x + 2 * radius + SPACE, max(row_height, 2 * radius)
    return out


def _part(graph: nx.Graph[Node], part: list[Node], radius: float) -> dict[Node, Point]:
    if len(part) == 1:
        return {part[0]: (0.0, 0.0)}
    if len(part) <= SPRING_LIMIT:
        sub: nx.Graph[Node] = nx.Graph()
        sub.add_nodes_from(part)
        members = set(part)
        sub.add_edges_from((u, v) for u in part for v in sorted(graph[u], key=str) if v in members)
        found = nx.spring_layout(sub, seed=1, scale=radius)
        return {node: (float(point[0]), float(point[1])) for node, point in found.items()}
    centre = min(part, key=lambda node: (-graph.degree(node), str(node)))
    order = [centre, *(v for _, v in nx.bfs_edges(graph, centre, sort_neighbors=lambda ns: sorted(ns, key=str)))]
    step = radius / math.sqrt(len(order))
    return {
        node: (step * math.sqrt(i) * math.cos(i * _GOLDEN_ANGLE), step * math.sqrt(i) * math.sin(i * _GOLDEN_ANGLE))
        for i, node in enumerate(order)
    }
