"""`ColumnEngine`: the protocol of engines over column tables in DuckDB."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from itertools import repeat
from typing import Any

import duckdb
import numpy as np
import pyoxigraph
from numpy.typing import NDArray
from rdflib import BNode, URIRef
from rdflib.plugins.sparql.algebra import translateQuery
from rdflib.plugins.sparql.parser import parseQuery

from ...common.errors import EngineUnavailableError, QueryError
from ..bindings import Value as Given
from ..engines import prepare_local, refused
from ..rows import Cell, Rows, literal
from ..waiting import within
from .algebra import Algebra, ordered
from .blocks import Query
from .constants import Constants
from .load import load
from .tables import Tables
from .terms import SHIFT, Kind, base
from .values import Form, Unsupported, Value

_XSD = "http://www.w3.org/2001/XMLSchema#"
_EPOCH = datetime.date(1970, 1, 1).toordinal()
_NAME = re.compile(r"\$(k\d+)\b")


class ColumnEngine:
    """SPARQL by way of SQL. `load` makes the tables; `kept.opened` keeps them beside a store.

    Args:
        database: DuckDB with the tables.
    """

    def __init__(self, database: duckdb.DuckDBPyConnection) -> None:
        self._database: duckdb.DuckDBPyConnection | None = database
        self._tables = Tables(database)

    @classmethod
    def of(cls, store: pyoxigraph.Store) -> ColumnEngine:
        """An engine whose tables are made now, in memory."""
        database = duckdb.connect()
        load(store, database, lambda count: None)
        return cls(database)

    @property
    def name(self) -> str:
        """`columns`."""
        return "columns"

    def select(
        self,
        query: str,
        bindings: Mapping[str, Given] | None = None,
        timeout: float | None = None,
        limit: int | None = None,
    ) -> Rows:
        """See `Engine.select`."""
        if self._database is None:
            raise EngineUnavailableError("the tables are closed", where=self.name, remedy="open them again")
        text, form = prepare_local(query, bindings)
        cursor = self._database.cursor()

        def answer() -> Rows:
            try:
                return _answer(self._tables, cursor, text, form, limit)
            except Unsupported as error:
                raise QueryError(
                    f"the column tables do not know {error}", where=_place(query), remedy="ask the default engine"
                ) from error
            except (SyntaxError, ValueError) as error:
                raise refused(error, query) from error
            except duckdb.InterruptException as error:
                raise EngineUnavailableError("the query was given up", where=self.name) from error
            except duckdb.Error as error:
                raise QueryError(
                    f"the column tables gave no answer: {' '.join(str(error).split())[:300]}",
                    where=_place(query),
                    remedy="ask the default engine",
                ) from error

        try:
            return within(timeout, answer, self.name)
        except BaseException:
            cursor.interrupt()  # what nobody waits for any more ends
            raise

    def close(self) -> None:
        """Let go of the tables."""
        if self._database is not None:
            self._database.close()
            self._database = None


def _place(query: str) -> str:
    return refused("", query).where or ""


def _answer(tables: Tables, cursor: duckdb.DuckDBPyConnection, text: str, form: str, limit: int | None) -> Rows:
    names = _checked(text)
    made = Query(tables, cursor)
    block = Algebra(made).block(_parsed(text))
    if form == "ASK":
        found = _asked(cursor, made.constants, f"SELECT EXISTS ({block.sql(['1'])})").fetchall()
        return Rows(("answer",), ((bool(found[0][0]),),))
    columns = {name: block.columns[name] for name in names if name in block.columns}
    shown = {name: value for name, value in columns.items() if value.form is not Form.NOTHING}
    block.columns = shown
    cut = "" if limit is None else f" LIMIT {limit}"
    selected = [f"{_shown(value)} AS c{i}" for i, value in enumerate(shown.values())]
    result = _asked(cursor, made.constants, block.sql(selected or ["1 AS c"], after=f"{ordered(block)}{cut}"))
    arrays = result.fetchnumpy()
    count = len(next(iter(arrays.values())))
    read = _Reader(cursor, made.constants)
    given = list(arrays.values())[: len(shown)]
    cells = dict(zip(shown, read.columns(list(shown.values()), given), strict=True))
    wanted = [cells.get(name) or repeat(None, count) for name in names]
    return Rows(names, tuple(zip(*wanted, strict=True)) if wanted else ((),) * count)


def _asked(cursor: duckdb.DuckDBPyConnection, constants: Constants, sql: str) -> duckdb.DuckDBPyConnection:
    whole = constants.dictionaries() + sql
    used = set(_NAME.findall(whole))
    return cursor.execute(whole, {name: text for name, text in constants.parameters.items() if name in used})


@lru_cache(maxsize=64)
def _checked(text: str) -> tuple[str, ...]:
    """The columns of a query, as Oxigraph reads it; its errors are those of the default engine."""
    result = pyoxigraph.Store().query(text, use_default_graph_as_union=True)
    return tuple(v.value for v in result.variables) if isinstance(result, pyoxigraph.QuerySolutions) else ()


@lru_cache(maxsize=64)
def _parsed(text: str) -> Any:
    """The algebra of a query."""
    try:
        query = translateQuery(parseQuery(text))
    except Exception as error:
        raise Unsupported(f"what rdflib cannot read ({' '.join(str(error).split())[:200]})") from error
    if query.algebra.datasetClause:
        raise Unsupported("FROM")
    if query.prologue.base:
        raise Unsupported("BASE")
    return query.algebra.p


def _shown(value: Value) -> str:
    """SQL for a value as it leaves DuckDB: whole numbers and texts, so that nothing is rounded."""
    if value.form is Form.DECIMAL:
        return f"CAST({value.sql} AS VARCHAR)"
    return f"(({value.sql}) - DATE '1970-01-01')" if value.form is Form.DATE else value.sql


class _Reader:
    """Turns what DuckDB gave into cells; each term becomes one object, however often it stands in the rows."""

    def __init__(self, cursor: duckdb.DuckDBPyConnection, constants: Constants) -> None:
        self._cursor, self._constants = cursor, constants

    def columns(self, values: list[Value], arrays: list[NDArray[Any]]) -> list[list[Cell]]:
        """The cells of each column."""
        places = [i for i, value in enumerate(values) if value.form in {Form.IDS, Form.NAME}]
        known = self._terms([_present(arrays[i]) for i in places])
        out: list[list[Cell]] = []
        for value, array in zip(values, arrays, strict=True):
            if value.form is Form.IDS:
                out.append(_mapped(array, known.__getitem__))
            elif value.form is Form.NAME:
                out.append(_mapped(array, lambda number: str(known[number])))
            else:
                out.append(_mapped(array, _MAKERS.get(value.form) or _decimal(value.scale)))
        return out

    def _terms(self, arrays: list[NDArray[Any]]) -> dict[int, Cell]:
        """The term of each id."""
        if not arrays:
            return {}
        numbers = np.unique(np.concatenate(arrays)).astype(np.int64)
        kinds = numbers >> SHIFT
        found: dict[int, Cell] = {}
        for number in numbers[(kinds > Kind.STRING) & (kinds < Kind.DECIMAL)].tolist():
            found[number] = _inline(number)
        wanted = numbers[kinds <= Kind.STRING]
        if len(wanted):
            for number, text in self._texts(wanted):
                found[number] = _word(number, text)
        literals = numbers[kinds >= Kind.DECIMAL]
        if len(literals):
            sql = f"SELECT id, text, datatype, language FROM literals WHERE id IN ({', '.join(map(str, literals))})"
            for number, text, datatype, language in _asked(self._cursor, self._constants, sql).fetchall():
                found[number] = literal(text, datatype, language)
        return found

    def _texts(self, wanted: NDArray[np.int64]) -> Any:
        self._cursor.register("wanted", {"id": wanted})
        sql = "SELECT wanted.id AS id, text FROM wanted JOIN words ON words.id = wanted.id"
        rows = _asked(self._cursor, self._constants, sql).fetchnumpy()
        self._cursor.unregister("wanted")
        return zip(rows["id"].tolist(), rows["text"].tolist(), strict=True)


def _present(array: NDArray[Any]) -> NDArray[Any]:
    return array.compressed() if isinstance(array, np.ma.MaskedArray) else array


def _mapped(array: NDArray[Any], make: Callable[[Any], Cell]) -> list[Cell]:
    """A cell for each entry; None where it is masked."""
    if isinstance(array, np.ma.MaskedArray):
        return [None if gone else make(entry) for entry, gone in zip(array.data.tolist(), _mask(array), strict=True)]
    return [make(entry) for entry in array.tolist()]


def _mask(array: np.ma.MaskedArray[Any, Any]) -> list[bool]:
    mask: list[bool] = np.ma.getmaskarray(array).tolist()
    return mask


def _word(number: int, text: str) -> Cell:
    kind = number >> SHIFT
    # Terms of the graph were checked when they were loaded, so rdflib need not look at each IRI again.
    return text if kind == Kind.STRING else str.__new__(URIRef, text) if kind == Kind.IRI else BNode(text)


def _inline(number: int) -> Cell:
    kind = Kind(number >> SHIFT)
    value = number - base(kind)
    if kind is Kind.DATE:
        return datetime.date.fromordinal(_EPOCH + value)
    return bool(value) if kind is Kind.BOOLEAN else value


def _decimal(scale: int) -> Callable[[Any], Cell]:
    def made(text: str) -> Cell:
        sign, digits = ("-", text[1:]) if text.startswith("-") else ("", text)
        digits = digits.rjust(scale + 1, "0")
        whole = digits if not scale else f"{digits[:-scale]}.{digits[-scale:]}"
        return literal(sign + whole, f"{_XSD}decimal")

    return made


_MAKERS: Mapping[Form, Callable[[Any], Cell]] = {
    Form.TEXT: str,
    Form.ADDRESS: lambda text: str.__new__(URIRef, text),
    Form.INTEGER: int,
    Form.DATE: lambda days: datetime.date.fromordinal(_EPOCH + int(days)),
    Form.BOOLEAN: bool,
}
