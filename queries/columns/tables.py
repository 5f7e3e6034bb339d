"""What the column tables of a graph hold, read once: the properties, and ids that were looked up."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import duckdb

from .terms import SHIFT, Kind, Kinds


@dataclass(frozen=True, slots=True)
class Part:
    """What a property has in a graph, or in all: the kinds of its terms."""

    subjects: Kinds
    objects: Kinds


@dataclass(frozen=True, slots=True)
class Property:
    """One property's table: `p` and its number, with the first and last of its graphs.

    Attributes:
        number: The number of the table.
        whole: All that it has.
        parts: What it has in its largest graphs, by the graph.
        first_graph: The first of its graphs; 0 is the default graph.
        last_graph: The last.
        graphs: How many state it.
    """

    number: int
    whole: Part
    parts: Mapping[int, Part]
    first_graph: int
    last_graph: int
    graphs: int

    @property
    def table(self) -> str:
        """The table's name."""
        return f"p{self.number}"


class Tables:
    """The properties of a graph, by their IRI."""

    def __init__(self, database: duckdb.DuckDBPyConnection) -> None:
        parts: dict[int, dict[int, Part]] = {}
        for p, g, subjects, objects in database.execute("SELECT p, g, subjects, objects FROM part").fetchall():
            parts.setdefault(p, {})[g] = _part(subjects, objects)
        self.properties = {
            name: Property(number, _part(subjects, objects), parts[p], first, last, graphs)
            for name, p, number, subjects, objects, first, last, graphs in database.execute(
                "SELECT name, id, number, subjects, objects, first_graph, last_graph, graphs FROM property "
                "ORDER BY number"
            ).fetchall()
        }
        graphs = {g >> SHIFT for p in self.properties.values() for g in (p.first_graph, p.last_graph) if g}
        self.graph_kinds: Kinds = _kinds(graphs)
        self.known: dict[str, int | None] = {}

        described = [p.whole for p in self.properties.values()]
        self.whole = Part(
            frozenset().union(*(part.subjects for part in described)),
            frozenset().union(*(part.objects for part in described)),
        )


def _part(subjects: list[int], objects: list[int]) -> Part:
    return Part(_kinds(subjects), _kinds(objects))


def _kinds(numbers: set[int] | list[int]) -> Kinds:
    return frozenset(Kind(number) for number in numbers)
