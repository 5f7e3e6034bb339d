"""Rows: what a query answered, in plain Python values that are equal whichever engine gave them.

An IRI is an `rdflib.URIRef`, text is `str` (plain and `xsd:string` literals are equal, RDF 1.1 section 3.3), numbers,
truth values and dates are Python's own, an unbound variable is None, and whatever else there is (language-tagged text,
a datatype that Python lacks, a malformed number) stays an `rdflib.Literal`.
"""

from __future__ import annotations

import datetime
import math
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Any, TypeAlias

from rdflib import XSD, BNode, Literal, URIRef

# Between the values of one cell of a list column.
LIST_SEPARATOR = " | "

Cell: TypeAlias = URIRef | BNode | Literal | str | bool | int | float | Decimal | datetime.date | None

Row: TypeAlias = tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Rows:
    """The answer's table. Equal when columns and rows are equal, in order."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]

    def __iter__(self) -> Iterator[tuple[Cell, ...]]:
        return iter(self.rows)

    def __len__(self) -> int:
        return len(self.rows)

    def dicts(self) -> list[dict[str, Cell]]:
        """Each row as column -> value."""
        return [dict(zip(self.columns, row, strict=True)) for row in self.rows]

    def to_pandas(self) -> Any:
        """The rows as a pandas data frame; a QueryError where pandas is missing."""
        from .frames import to_pandas  # noqa: PLC0415 - frames knows what a cell is

        return to_pandas(self.columns, self.rows)

    def to_polars(self) -> Any:
        """The rows as a polars data frame; a QueryError where polars is missing."""
        from .frames import to_polars  # noqa: PLC0415

        return to_polars(self.columns, self.rows)


def listed(names: Iterable[Cell]) -> str | None:
    """The cell of a list column: different values, sorted; None where there is none."""
    return LIST_SEPARATOR.join(sorted({str(name) for name in names if name is not None})) or None


def _boolean(lexical: str) -> bool:
    if lexical in {"true", "1"}:
        return True
    if lexical in {"false", "0"}:
        return False
    raise ValueError(lexical)


def _double(lexical: str) -> float:
    value = float(lexical)
    if math.isnan(value):
        raise ValueError(lexical)  # NaN is not equal to itself: it stays a literal
    return value


def _date(lexical: str) -> datetime.date:
    if len(lexical) != len("2003-06-12"):
        raise ValueError(lexical)  # a time zone or a year beyond 9999 stays a literal
    return datetime.date.fromisoformat(lexical)


def _decimal(lexical: str) -> Decimal:
    value = Decimal(lexical).normalize()  # engines print 1 and 1.0
    return value if int(value.as_tuple().exponent) <= 0 else value.quantize(Decimal(1))


_X = str(XSD)
_INTEGERS = (
    "integer", "int", "long", "short", "byte", "nonNegativeInteger", "positiveInteger", "nonPositiveInteger",
    "negativeInteger", "unsignedLong", "unsignedInt", "unsignedShort", "unsignedByte",
)  # fmt: skip
_READERS: Mapping[str, Callable[[str], Any]] = {
    **{_X + name: int for name in _INTEGERS},
    _X + "decimal": _decimal,
    _X + "double": _double,
    _X + "float": _double,
    _X + "boolean": _boolean,
    _X + "date": _date,
}


def literal(lexical: str, datatype: str | None = None, language: str | None = None) -> Cell:
    """The Python value of a literal, or an `rdflib.Literal` where Python has none."""
    if language:
        return Literal(lexical, lang=language)
    if datatype is None or datatype == _X + "string":
        return lexical
    reader = _READERS.get(datatype)
    if reader is not None:
        try:
            value: Cell = reader(lexical)
        except (ValueError, TypeError, InvalidOperation):
            pass
        else:
            return value
    return Literal(lexical, datatype=URIRef(datatype), normalize=False)
