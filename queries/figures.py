"""Figures of a report: a table, what it tells, how it was asked, and what a chart of it shows; nothing is drawn."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import networkx as nx

from ..common.render import Table

TOP = 20


@dataclass(frozen=True, slots=True)
class Drawing:
    """A network to draw, and how many nodes of the whole were left out."""

    graph: nx.Graph[str]
    left_out: int


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure of the report.

    Attributes:
        name: Its name in the page.
        heading: What it is about.
        says: One or two sentences: what it tells, and what it does not.
        table: The figures themselves.
        how: The SPARQL text, or the command, that gives the table.
        chart: Series by name over the first column of the table, or a network.
        unit: What the series count.
        tells: What some columns tell, by their names.
    """

    name: str
    heading: str
    says: str
    table: Table
    how: str
    chart: Mapping[str, tuple[float, ...]] | Drawing | None = None
    unit: str = ""
    tells: Mapping[str, str] = field(default_factory=dict)


def top(columns: tuple[str, ...], rows: Sequence[tuple[object, ...]]) -> Table:
    """The first rows, and how many more there are."""
    left = len(rows) - TOP
    return Table(columns, tuple(rows[:TOP]), note=f"{left} more rows are not shown." if left > 0 else None)
