"""How a network looks in a drawing: the place, size and colour of each node, the same in every format.

Places come from `layout`. The area of a node grows with its strength (the sum of its edges' weights), so that who signs
most is seen first. Colours say either what a node does (attorney, insider, issuer, firm) or to which community it
belongs; both palettes hold apart for people with colour-blindness (Okabe and Ito, 2008), and what is in no palette is
grey: a role that is not listed, or a community that is not among the largest.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

import networkx as nx

from ..common.errors import ExportError
from .layout import positions
from .measures import communities, strength

COLOURS = ("kind", "community")
_BY_ROLES: Mapping[str, tuple[int, int, int]] = {
    "attorney": (213, 94, 0),
    "insider": (0, 114, 178),
    "attorney | insider": (204, 121, 167),
    "issuer": (0, 158, 115),
    "firm": (230, 159, 0),
}
_BY_COMMUNITY = (
    (0, 114, 178), (213, 94, 0), (0, 158, 115), (204, 121, 167), (230, 159, 0), (86, 180, 233), (240, 228, 66),
    (0, 0, 0),
)  # fmt: skip
_GREY = (128, 128, 128)
# Past this, a hub would cover its neighbours, which `layout` sets 40 units apart.
_LARGEST = 40.0


@dataclass(frozen=True, slots=True)
class Look:
    """Place and diameter in Gephi's units, and colour as red, green and blue from 0 to 255."""

    x: float
    y: float
    size: float
    colour: tuple[int, int, int]


def looks(graph: nx.Graph[str], colour: str = "kind") -> dict[str, Look]:
    """The look of each node.

    Args:
        graph: A network with `roles` at its nodes and `weight` at its edges.
        colour: `kind` or `community`. A node's `community`, where it has one, is taken for its community.

    Raises:
        ExportError: There is no such colouring.
    """
    if colour not in COLOURS:
        raise ExportError(f"nodes cannot be coloured by {colour!r}", remedy=f"choose one of {', '.join(COLOURS)}")
    places, strengths = positions(graph), strength(graph)
    return {
        node: Look(
            *places[node],
            size=round(min(_LARGEST, 5 + 3 * math.sqrt(strengths[node])), 1),
            colour=_community_colour(data) if colour == "community" else _BY_ROLES.get(data.get("roles", ""), _GREY),
        )
        for node, data in graph.nodes(data=True)
    }


def with_communities(graph: nx.MultiDiGraph[str]) -> nx.MultiDiGraph[str]:
    """A copy of the network whose nodes say their `community`, counted from 1, the largest first."""
    out = graph.copy()
    for node, number in communities(graph).items():
        out.nodes[node]["community"] = number
    return out


def _community_colour(data: Mapping[str, object]) -> tuple[int, int, int]:
    number = data.get("community")
    return _BY_COMMUNITY[number - 1] if isinstance(number, int) and 0 < number <= len(_BY_COMMUNITY) else _GREY
