"""Triple patterns and property paths (sections 18.2.2 and 18.4) as joins of the properties' tables.

Outside GRAPH a pattern meets the quads of all graphs, as many times as there are quads, as in the other engines; inside
it meets those of one graph, and where that is a variable, all patterns of the group meet the same.
"""

from __future__ import annotations

from itertools import count
from typing import Any

from rdflib import BNode, Literal, URIRef, Variable
from rdflib.paths import AlternativePath, InvPath, Path, SequencePath

from .blocks import Block, Query
from .tables import Part, Property
from .terms import SHIFT, Kind, Kinds
from .values import NOTHING, Form, Unsupported, Value, into, meeting

_IRI = frozenset({Kind.IRI})

Graph = URIRef | Variable | None

_NOWHERE = "(SELECT CAST(0 AS BIGINT) AS s, s AS p, s AS o, s AS g WHERE FALSE)"


class Patterns:
    """Puts the patterns of one query as blocks."""

    def __init__(self, query: Query) -> None:
        self.query = query
        self._steps = count()

    def group(self, triples: list[tuple[Any, Any, Any]], graph: Graph) -> Block:
        """The block of a basic graph pattern."""
        block = Block(self.query)
        for subject, path, value in triples:
            block.joined(self._pattern(subject, path, value, graph))
        return block

    def _pattern(self, subject: Any, path: Any, value: Any, graph: Graph) -> Block:
        if not isinstance(path, Path):
            return self._triple(subject, path, value, graph)
        if isinstance(path, InvPath):
            return self._pattern(value, path.arg, subject, graph)
        if isinstance(path, SequencePath):
            *steps, last = path.args
            block = Block(self.query)
            for step in steps:
                between = Variable(f"step {next(self._steps)}")
                block.joined(self._pattern(subject, step, between, graph))
                subject = between
            block.joined(self._pattern(subject, last, value, graph))
            block.columns = {name: v for name, v in block.columns.items() if not name.startswith("step ")}
            return block
        if isinstance(path, AlternativePath):
            first, *others = (self._pattern(subject, step, value, graph) for step in path.args)
            for other in others:
                first = union(first, other)
            # As in Oxigraph, a pair that is joined in both ways counts once; section 18.4 would have it twice.
            return first.closed(word="SELECT DISTINCT")
        raise Unsupported(f"the path {path.n3()}")

    def _triple(self, subject: Any, predicate: Any, value: Any, graph: Graph) -> Block:
        tables, block = self.query.tables, Block(self.query)
        name = self.query.alias()
        everywhere = isinstance(predicate, (Variable, BNode))
        found = None if everywhere else tables.properties.get(str(predicate))
        part = tables.whole if everywhere else Part(frozenset(), frozenset())
        if found is not None:
            block.tables.append(f"{found.table} AS {name}")
            part = self._within(block, found, name, graph)
        else:
            block.tables.append(f"{'quads' if everywhere else _NOWHERE} AS {name}")
            if isinstance(graph, URIRef):
                number = self.query.constants.known(graph)
                block.where.append("FALSE" if number is None else f"{name}.g = {number}")
        self._place(block, subject, f"{name}.s", part.subjects)
        if everywhere:
            self._place(block, predicate, f"{name}.p", _IRI)
        self._place(block, value, f"{name}.o", part.objects)
        if isinstance(graph, Variable):
            self._place(block, graph, f"{name}.g", tables.graph_kinds)
            if found is None or found.first_graph == 0:
                block.where.append(f"{name}.g <> 0")
        return block

    def _within(self, block: Block, found: Property, name: str, graph: Graph) -> Part:
        """What a property has in the graph, and the condition on it."""
        if not isinstance(graph, URIRef):
            return found.whole
        number = self.query.constants.known(graph)
        if number is not None and number in found.parts:
            if found.graphs > 1:
                block.where.append(f"{name}.g = {number}")
            return found.parts[number]
        if number is None or found.graphs == len(found.parts):
            block.where.append("FALSE")
            return Part(frozenset(), frozenset())
        block.where.append(f"{name}.g = {number}")
        return found.whole

    def _place(self, block: Block, node: Any, column: str, kinds: Kinds) -> None:
        """Bind a variable to a column, or ask that the column be a term."""
        if isinstance(node, (Variable, BNode)):
            name = str(node) if isinstance(node, Variable) else f"_:{node}"
            if name in block.columns:
                condition, block.columns[name] = block.agree(name, Value(column, Form.IDS, kinds))
                block.where += condition
            else:
                block.columns[name] = Value(column, Form.IDS, kinds)
        elif isinstance(node, (URIRef, Literal)):
            number = self.query.constants.known(node)
            block.where.append("FALSE" if number is None or number >> SHIFT not in kinds else f"{column} = {number}")
        else:
            raise Unsupported(f"{type(node).__name__} in a pattern")


def union(one: Block, other: Block) -> Block:
    """The solutions of both (section 18.5, Union)."""
    columns: dict[str, Value] = {}
    parts: list[tuple[str, str]] = []
    for name in dict.fromkeys((*one.columns, *other.columns)):
        mine, yours = one.columns.get(name, NOTHING), other.columns.get(name, NOTHING)
        form, scale = meeting(mine, yours)
        if form is Form.NOTHING:
            columns[name] = NOTHING
            continue
        left, right = into(mine, form, scale, one), into(yours, form, scale, other)
        parts.append((left.sql, right.sql))
        columns[name] = Value("", form, left.among | right.among, left.bound and right.bound, scale)
    first = one.sql([f"{sql} AS c{i}" for i, (sql, _) in enumerate(parts)])
    second = other.sql([f"{sql} AS c{i}" for i, (_, sql) in enumerate(parts)])
    return one.of(f"{first} UNION ALL {second}", columns)
