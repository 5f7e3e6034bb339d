"""The terms that a query names, as ids, and its texts, as parameters of the SQL: no text of a query becomes SQL itself.

A term that the graph does not hold gets an id of its own between those of its neighbours, so that it equals nothing and
sorts where it belongs; `dictionaries` lets such a term be read like any other.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from decimal import Decimal
from typing import Any

import duckdb
import pyoxigraph as ox
from rdflib import Literal, URIRef

from .tables import Tables
from .terms import GAP, MIDDLE, SHIFT, Kind, base
from .values import PLACES, Unsupported

_XSD = "http://www.w3.org/2001/XMLSchema#"
# Datatypes whose values rdflib reads and writes without a loss.
_KEPT = frozenset(
    "integer int long short byte nonNegativeInteger positiveInteger nonPositiveInteger negativeInteger unsignedLong "
    "unsignedInt unsignedShort unsignedByte boolean date double float".split()
)


class Constants:
    """The constants of one query."""

    def __init__(self, tables: Tables, cursor: duckdb.DuckDBPyConnection) -> None:
        self._tables, self._cursor = tables, cursor
        self.parameters: dict[str, str] = {}
        self._names: dict[str, str] = {}
        # Id -> text, or text, datatype, language and number, of the terms that the graph does not hold.
        self._texts: dict[int, str] = {}
        self._literals: dict[int, tuple[str, str | None, str | None, int | None]] = {}
        self._ids: dict[str, int] = {}

    def parameter(self, text: str) -> str:
        """SQL for a text."""
        if text not in self._names:
            name = self._names[text] = f"k{len(self._names)}"
            self.parameters[name] = text
        return f"${self._names[text]}"

    def id(self, term: URIRef | Literal) -> int:
        """The id of a term; one of its own where the graph does not hold it."""
        written = canonical(term)
        key = str(written)
        if key not in self._ids:
            found = self._known(key, written)
            self._ids[key] = self._new(written) if found is None else found
        return self._ids[key]

    def ids(self, terms: Iterable[URIRef | Literal]) -> dict[URIRef | Literal, int]:
        """The ids of many terms."""
        return {term: self.id(term) for term in sorted(set(terms), key=str)}

    def known(self, term: URIRef | Literal) -> int | None:
        """The id of a term; None where the graph does not hold it."""
        written = canonical(term)
        return self._known(str(written), written)

    def text(self, number: int) -> str | None:
        """The text of a term that only the query holds."""
        return self._texts.get(number) or self._literals.get(number, (None,))[0]

    def dictionaries(self) -> str:
        """SQL for the dictionaries `words` and `literals`, with the terms that only the query holds."""
        texts = "".join(f", ({number}, {self.parameter(text)})" for number, text in self._texts.items())
        words = f" UNION ALL VALUES {texts[2:]}" if texts else ""
        rows = [
            f"({number}, {self.parameter(text)}, {'NULL' if datatype is None else self.parameter(datatype)}, "
            f"{'NULL' if language is None else self.parameter(language)}, {'NULL' if value is None else value})"
            for number, (text, datatype, language, value) in self._literals.items()
        ]
        literals = f" UNION ALL VALUES {', '.join(rows)}" if rows else ""
        return (
            f"WITH words AS NOT MATERIALIZED (SELECT id, text FROM text{words}), "
            f"literals AS NOT MATERIALIZED (SELECT id, text, datatype, language, number FROM literal{literals}) "
        )

    def _known(self, key: str, term: ox.NamedNode | ox.Literal) -> int | None:
        inline = _inline(term)
        if inline is not None:
            return inline
        known = self._tables.known
        if key not in known:
            row = self._cursor.execute("SELECT id FROM code WHERE hash = hash(CAST($1 AS VARCHAR))", [key]).fetchone()
            known[key] = None if row is None or not self._is(row[0], term) else int(row[0])
        return known[key]

    def _is(self, number: int, term: ox.NamedNode | ox.Literal) -> bool:
        """Whether an id that was found by a hash is that of the term."""
        table = "text" if number >> SHIFT <= Kind.STRING else "literal"
        row = self._cursor.execute(f"SELECT text FROM {table} WHERE id = $1", [number]).fetchone()
        return row is not None and row[0] == term.value

    def _new(self, term: ox.NamedNode | ox.Literal) -> int:
        """An id behind that of the last term before this one, by its order among those of its kind."""
        kind, value = _kind(term)
        start, end = kind << SHIFT, (kind + 1) << SHIFT
        given: list[str | int | None]
        if kind in {Kind.IRI, Kind.STRING}:
            before, given = "SELECT max(id) FROM text WHERE id BETWEEN $1 AND $2 AND text < $3", [term.value]
        elif kind is Kind.DECIMAL:
            before, given = "SELECT max(id) FROM literal WHERE id BETWEEN $1 AND $2 AND number < $3", [value]
        else:
            before = "SELECT max(id) FROM literal WHERE id BETWEEN $1 AND $2 AND (text, language) < ($3, $4)"
            assert isinstance(term, ox.Literal)
            given = [term.value, term.language or ""]
        ((found,),) = self._cursor.execute(before, [start, end, *given]).fetchall()
        place = found or start
        near = [number for number in (*self._texts, *self._literals) if place < number < place + GAP]
        order = _order(term.value, term.language if isinstance(term, ox.Literal) else None, value)
        low = max((number for number in near if self._order(number) < order), default=place)
        high = min((number for number in near if self._order(number) > order), default=place + GAP)
        # Terms mostly come in their order, so more room is left behind this one than before it.
        mine = low + 1 + (high - low) // 64
        if mine >= high:
            raise Unsupported("so many terms that the graph does not hold")
        return self._hold(mine, term, value)

    def _order(self, number: int) -> tuple[Any, ...]:
        if number in self._texts:
            return _order(self._texts[number], None, None)
        text, _, language, value = self._literals[number]
        return _order(text, language, value)

    def _hold(self, number: int, term: ox.NamedNode | ox.Literal, value: int | None) -> int:
        if number >> SHIFT <= Kind.STRING:
            self._texts[number] = term.value
        else:
            assert isinstance(term, ox.Literal)
            self._literals[number] = (term.value, term.datatype.value, term.language, value)
        return number


def _order(text: str, language: str | None, value: int | None) -> tuple[Any, ...]:
    """By what terms of one kind are sorted."""
    return (text, language or "") if value is None else (value,)


def canonical(term: URIRef | Literal) -> ox.NamedNode | ox.Literal:
    """The term as Oxigraph keeps it: numbers, dates and languages in one form.

    Raises:
        Unsupported: Its datatype is one that rdflib may have changed while it read the query.
    """
    if isinstance(term, URIRef):
        return ox.NamedNode(str(term))
    if term.language:
        return ox.Literal(str(term), language=term.language)
    if term.datatype is None or str(term.datatype) == f"{_XSD}string":
        return ox.Literal(str(term))
    name, words = str(term.datatype), str(term)
    if isinstance(term.value, Decimal):
        words = format(term.value, "f")  # rdflib writes small ones as 1E-7, which is no xsd:decimal
    elif term.value is not None and name.removeprefix(_XSD) not in _KEPT:
        raise Unsupported(f"constants of {name.removeprefix(_XSD)}")  # rdflib may have written it in another way
    node = ox.NamedNode("http://example.org/")
    store = ox.Store()
    store.add(ox.Quad(node, node, ox.Literal(words, datatype=ox.NamedNode(name))))
    (quad,) = store
    assert isinstance(quad.object, ox.Literal)
    return quad.object


def _inline(term: ox.NamedNode | ox.Literal) -> int | None:
    """The id that holds the value itself."""
    if isinstance(term, ox.NamedNode):
        return None
    name = term.datatype.value.removeprefix(_XSD)
    try:
        if name == "integer" and abs(int(term.value)) < MIDDLE:
            return base(Kind.INTEGER) + int(term.value)
        if name == "date" and len(term.value) == 10:
            day = datetime.date.fromisoformat(term.value)
            if day.isoformat() == term.value:
                return base(Kind.DATE) + day.toordinal() - datetime.date(1970, 1, 1).toordinal()
    except ValueError:
        return None
    if name == "boolean" and term.value in {"true", "false"}:
        return base(Kind.BOOLEAN) + (term.value == "true")
    return None


def _kind(term: ox.NamedNode | ox.Literal) -> tuple[Kind, int | None]:
    """The kind of a term that no id can hold, and its number times 10^18 where it is a decimal."""
    if isinstance(term, ox.NamedNode):
        return Kind.IRI, None
    if term.language:
        return Kind.LANGUAGE, None
    name = term.datatype.value
    if name == f"{_XSD}string":
        return Kind.STRING, None
    if name == f"{_XSD}decimal":
        whole, _, part = term.value.partition(".")
        try:
            return Kind.DECIMAL, int(whole + part.ljust(PLACES, "0"))
        except ValueError:
            return Kind.OTHER, None
    return Kind.OTHER, None
