"""The operators of SPARQL's algebra (section 18) as blocks: one method for each, over rdflib's translation of the text.

Solutions are bags. What is not known is `Unsupported`, which names it.
"""

from __future__ import annotations

import re
from typing import Any

from rdflib import Literal, URIRef, Variable
from rdflib.plugins.sparql.parserutils import CompValue

from .aggregates import aggregate
from .blocks import Block, Query
from .expressions import Expressions, order_keys
from .patterns import Graph, Patterns, union
from .values import NOTHING, Form, Unsupported, Value, constant, ids

_LONG = 200
_COLUMN = re.compile(r"\bt\d+\.")


class Algebra:
    """Puts one query as SQL."""

    def __init__(self, query: Query) -> None:
        self.query = query
        self._patterns = Patterns(query)

    def block(self, node: CompValue, graph: Graph = None) -> Block:
        """The block of an operator; `graph` is what the GRAPH around it names."""
        method = getattr(self, f"_{node.name.lower()}", None)
        if method is None:
            raise Unsupported(node.name)
        made: Block = method(node, graph)
        return made

    def expressions(self, block: Block, graph: Graph = None) -> Expressions:
        """The expressions of a block."""
        return Expressions(block, block.columns, lambda pattern: self._exists(block, pattern, graph))

    # Patterns.

    def _bgp(self, node: CompValue, graph: Graph) -> Block:
        return self._patterns.group(node.triples, graph)

    def _graph(self, node: CompValue, graph: Graph) -> Block:
        del graph  # the innermost counts
        if not _needs_quads(node.p):
            # Whether there is such a graph would decide, and the tables know graphs by their quads alone.
            raise Unsupported("a group in GRAPH without a pattern of its own")
        block = self.block(node.p, node.term)
        if isinstance(node.term, Variable) and not block.columns.get(str(node.term), NOTHING).bound:
            raise Unsupported("a group in GRAPH with a variable that has no pattern of its own")
        return block

    def _join(self, node: CompValue, graph: Graph) -> Block:
        parts = [part for part in (node.p1, node.p2) if part.name != "BGP" or part.triples]
        if not parts:
            return Block(self.query)
        first, *others = (self.block(part, graph) for part in parts)
        for other in others:
            first.joined(other)
        return first

    def _leftjoin(self, node: CompValue, graph: Graph) -> Block:
        """An OPTIONAL. A filter that reads only what the optional part surely binds belongs into that part."""
        empty = node.p1.name == "BGP" and not node.p1.triples
        block = Block(self.query) if empty else self.block(node.p1, graph)
        other = self.block(node.p2, graph)
        condition = None if node.expr.name == "TrueFilter" else node.expr
        if condition is not None and all(
            other.columns.get(name, NOTHING).bound if name in other.columns else name not in block.columns
            for name in _variables(condition)
        ):
            other.where.append(self.expressions(other, graph).condition(condition))
            condition = None
        return self._left(block, other.closed(), condition)

    def _left(self, block: Block, other: Block, condition: CompValue | None) -> Block:
        block.order = []
        columns = dict(block.columns)
        shared = [name for name in other.columns if name in columns]
        agreed = [condition for name in shared for condition in block.meets(other, name)]
        both = {name: block.agree(name, other.columns[name])[1] for name in shared}
        for name, value in other.columns.items():
            if name not in shared:
                columns[name] = value.maybe()
            elif not columns[name].bound:
                columns[name] = both[name].maybe()
        if condition is not None:
            before = len(block.lefts)
            agreed.append(Expressions(block, columns | both).condition(condition))
            if block.reads(other, before):
                raise Unsupported("a filter in OPTIONAL on the text of what it binds, with a variable from outside")
        (table,) = other.tables
        block.lefts.append(f"LEFT JOIN {table} ON {' AND '.join(agreed) or 'TRUE'}")
        block.columns = columns
        return block

    def _union(self, node: CompValue, graph: Graph) -> Block:
        return union(self.block(node.p1, graph), self.block(node.p2, graph))

    def _filter(self, node: CompValue, graph: Graph) -> Block:
        block = self.block(node.p, graph)
        block.where.append(self.expressions(block, graph).condition(node.expr))
        return block

    def _extend(self, node: CompValue, graph: Graph) -> Block:
        block = self.block(node.p, graph)
        value = self.expressions(block, graph).value(node.expr)
        name = str(node["var"])
        # rdflib gives the keys of groups their names by way of aggregates.
        if block.columns.get(name, NOTHING) != NOTHING and not str(node.expr).startswith("__agg_"):
            raise Unsupported(f"?{name} given a value twice")
        block.columns[name] = ids(value, block) if isinstance(value.term, URIRef) else value
        # What is long is worked out once, however often it is read.
        return block.closed() if len(value.sql) > _LONG else block

    def _minus(self, node: CompValue, graph: Graph) -> Block:
        """Section 18.5: a solution goes that is compatible with one of the other side which binds a variable of it."""
        block, other = self.block(node.p1, graph), self.block(node.p2, graph)
        shared = [name for name in other.columns if name in block.columns and not name.startswith("_:")]
        if isinstance(graph, Variable):
            raise Unsupported("MINUS in GRAPH with a variable")
        if not shared:
            return block
        other = other.closed(shared)
        agreed, both = [], []
        for name in shared:
            theirs = other.columns[name]
            mine = block.columns[name]
            if NOTHING in {mine, theirs}:
                continue
            agreed += block.meets(other, name)
            both.append([f"{v.sql} IS NOT NULL" for v in (mine, theirs) if not v.bound])
        if not both:
            return block
        if all(both):
            agreed.append(f"({' OR '.join(' AND '.join(tests) for tests in both)})")
        block.where.append(f"NOT EXISTS (SELECT 1 FROM {other.tables[0]} WHERE {' AND '.join(agreed)})")
        return block

    def _exists(self, block: Block, node: CompValue, graph: Graph) -> str:
        """SQL for whether a pattern has a solution that is compatible with the row."""
        other = self.block(node, graph)
        agreed = []
        for name, theirs in list(other.columns.items()):
            if name not in block.columns or name.startswith("_:"):
                continue
            if not theirs.bound:
                raise Unsupported(f"EXISTS with ?{name}, which its pattern may leave unbound")
            mine, yours = block.columns[name], theirs
            if mine.form is Form.NOTHING:
                continue
            if mine.form is not yours.form:
                raise Unsupported(f"EXISTS with ?{name}, which was made in the query")
            same = f"{mine.sql} = {yours.sql}"
            agreed.append(same if mine.bound else f"({same} OR {mine.sql} IS NULL)")
        for name in _free(node):
            if name not in other.columns and name in block.columns:
                raise Unsupported(f"EXISTS whose filter reads ?{name} from outside")
        other.where += agreed
        return f"EXISTS ({other.sql(['1'])})"

    def _tomultiset(self, node: CompValue, graph: Graph) -> Block:
        if not isinstance(node.p, CompValue):
            raise Unsupported("VALUES without variables or rows")
        return self._inline(node.p.res) if node.p.name == "values" else self.block(node.p, graph)

    def _inline(self, rows: list[dict[Variable, Any]]) -> Block:
        """VALUES: numbers, dates and texts as they are, IRIs as ids."""
        block = Block(self.query)
        self.query.constants.ids(term for row in rows for term in row.values() if isinstance(term, (URIRef, Literal)))
        columns: dict[str, Value] = {}
        cells: list[list[str]] = []
        for variable in rows[0]:
            values = []
            for row in rows:
                term = row[variable]
                value = constant(term, block) if isinstance(term, (URIRef, Literal)) else NOTHING
                values.append(value if value.form is Form.NOTHING else ids(value, block))
            given = [value for value in values if value.form is not Form.NOTHING]
            kinds = frozenset().union(*(value.kinds for value in given))
            columns[str(variable)] = Value("", Form.IDS, kinds, len(given) == len(values)) if given else NOTHING
            if given:
                cells.append([value.sql if value in given else "CAST(NULL AS BIGINT)" for value in values])
        if not cells:
            out = Block(self.query)
            out.tables.append(f"(SELECT 1 FROM range({len(rows)})) AS {self.query.alias()}")
            out.columns = columns
            return out
        lines = ", ".join(f"({', '.join(line)})" for line in zip(*cells, strict=True))
        names = ", ".join(f"c{i}" for i in range(len(cells)))
        return block.of(f"SELECT * FROM (VALUES {lines}) AS given({names})", columns)

    # Solution modifiers.

    def _project(self, node: CompValue, graph: Graph) -> Block:
        block = self.block(node.p, graph)
        if isinstance(graph, Variable):
            raise Unsupported("a sub-SELECT in GRAPH with a variable")
        block.columns = {str(name): block.columns.get(str(name), NOTHING) for name in node.PV}
        return block

    def _distinct(self, node: CompValue, graph: Graph) -> Block:
        block = self.block(node.p, graph)
        shown = {value.sql: name for name, value in block.columns.items()}
        order = block.order
        if any(key not in shown for key, _ in order):
            raise Unsupported("DISTINCT with ORDER BY of something that is not selected")
        out = block.closed(word="SELECT DISTINCT")
        out.order = [(out.columns[shown[key]].sql, way) for key, way in order]
        return out

    def _orderby(self, node: CompValue, graph: Graph) -> Block:
        block = self.block(node.p, graph)
        expressions = self.expressions(block, graph)
        order = []
        for condition in node.expr:
            value = expressions.value(condition.expr)
            if value.form is not Form.NOTHING:
                way = "DESC NULLS LAST" if condition.order == "DESC" else "ASC NULLS FIRST"
                order += [(key, way) for key in order_keys(value, block)]
        block.order = order
        return block

    def _slice(self, node: CompValue, graph: Graph) -> Block:
        block = self.block(node.p, graph)
        if isinstance(graph, Variable):
            raise Unsupported("LIMIT in GRAPH with a variable")
        length = "" if node.length is None else f" LIMIT {int(node.length)}"
        start = f" OFFSET {int(node.start)}" if node.start else ""
        order = block.order
        kept = list(block.columns)
        # The order must survive the sub-SELECT, so its keys become columns of their own.
        for i, (key, _) in enumerate(order):
            block.columns[f"key {i}"] = Value(key, Form.INTEGER, bound=False)
        out = block.closed(after=f"{ordered(block)}{length}{start}")
        out.order = [(out.columns[f"key {i}"].sql, way) for i, (_, way) in enumerate(order)]
        out.columns = {name: out.columns[name] for name in kept}
        return out

    # Groups.

    def _aggregatejoin(self, node: CompValue, graph: Graph) -> Block:
        if isinstance(graph, Variable):
            raise Unsupported("groups in GRAPH with a variable")
        block = self.block(node.p.p, graph)
        expressions = self.expressions(block, graph)
        keys: dict[str, Value] = {}
        for place, key in enumerate(node.p.expr or []):
            name = str(key) if isinstance(key, Variable) else f"key {place}"
            keys[name] = expressions.value(key)
        return aggregate(block, expressions, keys, node.A)


def _needs_quads(node: CompValue) -> bool:
    """Whether a pattern has solutions only where there are quads."""
    if node.name == "BGP":
        return bool(node.triples)
    if node.name == "Join":
        return _needs_quads(node.p1) or _needs_quads(node.p2)
    if node.name == "Union":
        return _needs_quads(node.p1) and _needs_quads(node.p2)
    if node.name in {"LeftJoin", "Minus"}:
        return _needs_quads(node.p1)
    if node.name == "AggregateJoin" and not node.p.expr:
        return False
    return isinstance(node.p, CompValue) and _needs_quads(node.p)


def ordered(block: Block) -> str:
    """ORDER BY, by the keys of a query and then by what else there is, so that equal graphs give equal rows."""
    ways: dict[str, str] = {}
    for key, way in (*block.order, *((value.sql, "ASC NULLS FIRST") for value in block.columns.values())):
        # What reads no column is the same in every row, and DuckDB would not sort by it.
        if _COLUMN.search(key):
            ways.setdefault(key, way)
    return f"ORDER BY {', '.join(f'{key} {way}' for key, way in ways.items())}" if ways else ""


def _variables(node: Any) -> set[str]:
    """The variables that an expression reads."""
    if isinstance(node, Variable):
        return {str(node)}
    if isinstance(node, CompValue):
        if node.name in {"Builtin_EXISTS", "Builtin_NOTEXISTS"}:
            return _every(node.graph)
        return set().union(*(_variables(part) for key, part in node.items() if key != "_vars"))
    if isinstance(node, (list, tuple)):
        return set().union(*map(_variables, node))
    return set()


def _every(node: Any) -> set[str]:
    """All variables of a pattern."""
    if isinstance(node, Variable):
        return {str(node)}
    if isinstance(node, (list, tuple)):
        return set().union(*map(_every, node))
    if isinstance(node, CompValue):
        return set().union(*(_every(part) for key, part in node.items() if key != "_vars"))
    return set()


def _free(node: Any) -> set[str]:
    """The variables that the expressions of a pattern read."""
    if isinstance(node, (list, tuple)):
        return set().union(*map(_free, node))
    if not isinstance(node, CompValue):
        return set()
    if node.name in {"Filter", "Extend", "LeftJoin"}:
        return _variables(node.expr) | set().union(*(_free(getattr(node, part)) for part in ("p", "p1", "p2")))
    return set().union(*(_free(part) for key, part in node.items() if key != "_vars"))
