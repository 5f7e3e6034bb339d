"""Blocks: a SELECT in the making, to which the operators of the algebra add tables, conditions and columns.

A block keeps its inner joins in one flat list and its left joins behind them, so that DuckDB can put many tables in
order at once. That keeps the meaning: a left join neither loses nor changes a row of what stands before it, so inner
joins and conditions that come later may be done earlier. What SQL must do in a SELECT of its own (DISTINCT, groups,
UNION, LIMIT) closes a block: it becomes the one table of a new one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import count

import duckdb
from rdflib import Literal, URIRef

from .constants import Constants
from .tables import Tables
from .values import NOTHING, Form, Unsupported, Value, alike


class Query:
    """What the blocks of one query share: the tables, the constants, and names that are used once."""

    def __init__(self, tables: Tables, cursor: duckdb.DuckDBPyConnection) -> None:
        self.tables, self.constants = tables, Constants(tables, cursor)
        self._names = count(1)

    def alias(self) -> str:
        """A new name of a table."""
        return f"t{next(self._names)}"


class Block:
    """One SELECT. `columns` has the values of its variables, by name."""

    def __init__(self, query: Query) -> None:
        self.query = query
        self.name = ""  # of its one table, where it is a block of another SELECT
        self.columns: dict[str, Value] = {}
        self.order: list[tuple[str, str]] = []
        self.tables: list[str] = []
        self.lefts: list[str] = []
        self.where: list[str] = []
        self._looked_up: dict[tuple[str, str], str] = {}

    def words(self, number: str) -> str:
        """See `values.Scope`."""
        return self._look_up(number, "words", "text")

    def number(self, number: str) -> str:
        """See `values.Scope`."""
        return self._look_up(number, "literals", "number")

    def lexical(self, number: str) -> str:
        """See `values.Scope`."""
        return self._look_up(number, "literals", "text")

    def constant(self, term: URIRef | Literal) -> int:
        """See `values.Scope`."""
        return self.query.constants.id(term)

    def parameter(self, text: str) -> str:
        """See `values.Scope`."""
        return self.query.constants.parameter(text)

    def _look_up(self, number: str, dictionary: str, column: str) -> str:
        key = (number, dictionary)
        if key not in self._looked_up:
            name = self._looked_up[key] = self.query.alias()
            self.lefts.append(f"LEFT JOIN {dictionary} AS {name} ON {name}.id = {number}")
        return f"{self._looked_up[key]}.{column}"

    def sql(self, selected: Iterable[str], *, after: str = "", word: str = "SELECT") -> str:
        """The SELECT of some expressions, with what follows its conditions."""
        tables = self.tables or (["(SELECT 1) AS one"] if self.lefts else [])
        source = " CROSS JOIN ".join(tables)
        text = f"{word} {', '.join(selected) or '1'}"
        if source:
            text += f" FROM {' '.join([source, *self.lefts])}"
        if self.where:
            text += f" WHERE {' AND '.join(self.where)}"
        return f"{text} {after}".rstrip()

    def closed(self, names: Iterable[str] | None = None, *, after: str = "", word: str = "SELECT") -> Block:
        """A new block whose one table is this one's SELECT of some variables (all where none are named)."""
        kept = {name: self.columns.get(name, NOTHING) for name in (self.columns if names is None else names)}
        shown = {name: value for name, value in kept.items() if value.form is not Form.NOTHING}
        inner = self.sql([f"{v.sql} AS c{i}" for i, v in enumerate(shown.values())], after=after, word=word)
        return self.of(inner, kept)

    def of(self, inner: str, columns: dict[str, Value]) -> Block:
        """A new block over the SQL of another SELECT, whose columns c0, c1, ... have these values, in their order."""
        out = Block(self.query)
        name = out.name = self.query.alias()
        out.tables.append(f"({inner}) AS {name}")
        place = count()
        for variable, value in columns.items():
            out.columns[variable] = (
                NOTHING
                if value.form is Form.NOTHING
                else Value(f"{name}.c{next(place)}", value.form, value.among, value.bound, value.scale)
            )
        return out

    def joined(self, other: Block) -> Block:
        """Both blocks' solutions that are compatible (section 18.5, Join), added to this block."""
        self.tables += other.tables
        self.lefts += other.lefts
        self.where += other.where
        self._looked_up |= other._looked_up
        for name, value in other.columns.items():
            if name in self.columns:
                conditions, self.columns[name] = self.agree(name, value)
                self.where += conditions
            else:
                self.columns[name] = value
        self.order = []
        return self

    def meets(self, other: Block, name: str) -> list[str]:
        """Conditions of `agree`, where the other block is no part of this one's tables.

        Raises:
            Unsupported: They need the text of a term of the other block.
        """
        before = len(self.lefts)
        conditions = self.agree(name, other.columns[name])[0]
        if self.reads(other, before):
            raise Unsupported(f"?{name} of the graph joined here with one that was made in the query")
        return conditions

    def reads(self, other: Block, since: int) -> bool:
        """Whether a left join, of those from that place on, looks up something of the other block's one table."""
        return any(re.search(rf"\b{other.name}\.", left) for left in self.lefts[since:])

    def agree(self, name: str, theirs: Value) -> tuple[list[str], Value]:
        """Conditions under which a variable's two values are compatible, and the value of both."""
        mine = self.columns[name]
        if Form.NOTHING in {mine.form, theirs.form}:
            return [], theirs if mine.form is Form.NOTHING else mine
        one, other = alike(mine, theirs, self)
        if one.form is Form.IDS:
            among = one.among & other.among if one.bound and other.bound else one.among | other.among
        else:
            among = one.among
        same = f"{one.sql} = {other.sql}"
        free = [f"{v.sql} IS NULL" for v in (one, other) if not v.bound]
        if not free:
            return [same], Value(one.sql, one.form, among, True, one.scale)
        both = f"COALESCE({one.sql}, {other.sql})" if not one.bound else one.sql
        value = Value(both, one.form, one.among | other.among, one.bound or other.bound, one.scale)
        return [f"({' OR '.join([same, *free])})"], value
