"""What the column tables of a graph hold, read once: the properties, and ids that were looked up."""

from __future__ import annotations

from dataclasses import dataclass

import duckdb

from .terms import SHIFT, Kind, Kinds


@dataclass(frozen=True, slots=True)
class Property:
    """One property's table: `p` and its number, with the kinds of its terms and the first and last of its graphs."""

    id: int
    number: int
    rows: int
    subjects: Kinds
    objects: Kinds
    first_graph: int
    last_graph: int

    @property
    def table(self) -> str:
        """The table's name."""
        return f"p{self.number}"


class Tables:
    """The properties of a graph, by their IRI."""

    def __init__(self, database: duckdb.DuckDBPyConnection) -> None:
        rows = database.execute(
            "SELECT name, id, number, rows, subjects, objects, first_graph, last_graph FROM property ORDER BY number"
        ).fetchall()
        self.properties = {
            name: Property(number_id, number, count, _kinds(subjects), _kinds(objects), first, last)
            for name, number_id, number, count, subjects, objects, first, last in rows
        }
        graphs = {g >> SHIFT for p in self.properties.values() for g in (p.first_graph, p.last_graph) if g}
        self.graph_kinds: Kinds = _kinds(graphs)
        self.known: dict[str, int | None] = {}

    @property
    def subjects(self) -> Kinds:
        """The kinds of all subjects."""
        return frozenset().union(*(p.subjects for p in self.properties.values()))

    @property
    def objects(self) -> Kinds:
        """The kinds of all objects."""
        return frozenset().union(*(p.objects for p in self.properties.values()))


def _kinds(numbers: set[int] | list[int]) -> Kinds:
    return frozenset(Kind(number) for number in numbers)
