"""Values: what an expression or a variable is in SQL, and how one form of it becomes another.

Every value has one form, known before the query runs: ids of terms, or a plain SQL value whose datatype is certain.
SQL's NULL stands for an unbound variable and for SPARQL's errors (section 17.2), so that filters drop the row, COALESCE
passes over it and BIND leaves the variable unbound. What has no form here is an `Unsupported`: the engine refuses the
query then, and gives no answer that may be wrong.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum, auto
from typing import Protocol

from rdflib import XSD, Literal, URIRef

from .terms import MIDDLE, NUMERIC, SHIFT, Kind, Kinds, base

# Decimals have eighteen digits behind the point, as Oxigraph's have.
PLACES = 18


class Unsupported(Exception):  # noqa: N818 - it is the name of a construct, and becomes a QueryError
    """What this engine cannot put as SQL, in words that can follow "does not know"."""


class Form(Enum):
    """What the SQL of a value gives."""

    IDS = auto()  # ids of terms of some kinds
    NAME = auto()  # the id of an IRI whose text is meant, as STR gives it: it sorts as the text does
    TEXT = auto()  # VARCHAR, a plain string
    ADDRESS = auto()  # VARCHAR, the text of an IRI
    INTEGER = auto()  # BIGINT
    DECIMAL = auto()  # HUGEINT, the number times ten to the power of `scale`
    DATE = auto()  # DATE
    BOOLEAN = auto()  # BOOLEAN
    NOTHING = auto()  # NULL


_KINDS: dict[Form, Kinds] = {
    Form.NAME: frozenset({Kind.STRING}),
    Form.TEXT: frozenset({Kind.STRING}),
    Form.ADDRESS: frozenset({Kind.IRI}),
    Form.INTEGER: frozenset({Kind.INTEGER}),
    Form.DECIMAL: frozenset({Kind.DECIMAL}),
    Form.DATE: frozenset({Kind.DATE}),
    Form.BOOLEAN: frozenset({Kind.BOOLEAN}),
    Form.NOTHING: frozenset(),
}


@dataclass(frozen=True, slots=True)
class Value:
    """A value in SQL.

    Attributes:
        sql: An expression over the tables of its SELECT.
        form: What that expression gives.
        among: The kinds of the terms, where the form is IDS.
        bound: It is never NULL.
        scale: Digits behind the point, where the form is DECIMAL.
        term: The term, where it is a constant.
    """

    sql: str
    form: Form
    among: Kinds = frozenset()
    bound: bool = True
    scale: int = 0
    term: URIRef | Literal | None = None

    @property
    def kinds(self) -> Kinds:
        """The kinds of terms that it may be."""
        return self.among if self.form is Form.IDS else _KINDS[self.form]

    def maybe(self) -> Value:
        """The same, perhaps unbound."""
        return replace(self, bound=False)


NOTHING = Value("NULL", Form.NOTHING, bound=False)


class Scope(Protocol):
    """Where values come from: the SELECT in whose expressions they stand."""

    def words(self, number: str) -> str:
        """SQL for the text behind an id of an IRI, a blank node or a plain string; NULL for others."""

    def number(self, number: str) -> str:
        """SQL for the number (HUGEINT, times 10^18) behind an id of a decimal; NULL for others."""

    def lexical(self, number: str) -> str:
        """SQL for the text behind an id of a literal that is in the dictionary of literals; NULL for others."""

    def constant(self, term: URIRef | Literal) -> int:
        """The id of a term."""

    def parameter(self, text: str) -> str:
        """SQL for a text of the query."""


def constant(term: URIRef | Literal, scope: Scope) -> Value:
    """The value of a term that stands in the query."""
    if isinstance(term, URIRef):
        return Value(scope.parameter(str(term)), Form.ADDRESS, term=term)
    if not term.language and term.datatype in {None, XSD.string}:
        return Value(scope.parameter(str(term)), Form.TEXT, term=term)
    number = scope.constant(term)
    kind = Kind(number >> SHIFT)
    if kind is Kind.INTEGER:
        return Value(f"CAST({number - base(kind)} AS BIGINT)", Form.INTEGER, term=term)
    if kind is Kind.DATE:
        return Value(f"(DATE '1970-01-01' + {number - base(kind)})", Form.DATE, term=term)
    if kind is Kind.BOOLEAN:
        return Value("TRUE" if number == base(kind) + 1 else "FALSE", Form.BOOLEAN, term=term)
    if kind is Kind.DECIMAL:
        whole, _, part = format(term.value, "f").partition(".")
        part = part.rstrip("0")
        if len(part) <= PLACES:
            return Value(f"CAST({int(whole + part)} AS HUGEINT)", Form.DECIMAL, scale=len(part), term=term)
    return Value(f"CAST({number} AS BIGINT)", Form.IDS, frozenset({kind}), term=term)


def only(value: Value, kind: Kind, sql: str) -> str:
    """An expression over an id, where the id is of that kind; NULL otherwise."""
    return sql if value.kinds <= {kind} else f"CASE WHEN ({value.sql}) >> {SHIFT} = {int(kind)} THEN {sql} END"


def _pure(value: Value, kind: Kind) -> bool:
    return value.bound and value.kinds == {kind}


def ids(value: Value, scope: Scope) -> Value:
    """The value as ids.

    Raises:
        Unsupported: It is text that was made in the query and may be nowhere in the graph.
    """
    if value.form is Form.IDS:
        return value
    kinds = value.kinds
    if value.term is not None:
        return Value(f"CAST({scope.constant(value.term)} AS BIGINT)", Form.IDS, kinds, term=value.term)
    if value.form is Form.NOTHING:
        return Value("CAST(NULL AS BIGINT)", Form.IDS, bound=False)
    if value.form is Form.INTEGER:
        start = base(Kind.INTEGER)
        large = f"CASE WHEN abs({value.sql}) >= {MIDDLE} THEN error('a number is too large') ELSE"
        sql = f"({large} {start} + ({value.sql}) END)"
    elif value.form is Form.DATE:
        sql = f"({base(Kind.DATE)} + (({value.sql}) - DATE '1970-01-01'))"
    elif value.form is Form.BOOLEAN:
        sql = f"({base(Kind.BOOLEAN)} + CAST(({value.sql}) AS BIGINT))"
    else:
        raise Unsupported("terms made in the query beside others of the graph")
    return Value(sql, Form.IDS, kinds, value.bound)


def text(value: Value, scope: Scope) -> Value:
    """The value as VARCHAR, as functions of strings take it; unbound (an error) where it is no plain string.

    Raises:
        Unsupported: It may have a language.
    """
    if Kind.LANGUAGE in value.kinds:
        raise Unsupported("functions of texts that may have a language")
    if value.form is Form.TEXT:
        return value
    if value.form is Form.NAME or (value.form is Form.IDS and Kind.STRING in value.kinds):
        sql = scope.words(value.sql)
        return Value(
            sql if value.form is Form.NAME else only(value, Kind.STRING, sql),
            Form.TEXT,
            bound=value.bound and (value.form is Form.NAME or _pure(value, Kind.STRING)),
        )
    return NOTHING


def address(value: Value, scope: Scope) -> Value:
    """The text of an IRI, as VARCHAR; unbound where it is something else."""
    if value.form is Form.ADDRESS:
        return value
    if value.form is Form.IDS and Kind.IRI in value.kinds:
        return Value(only(value, Kind.IRI, scope.words(value.sql)), Form.ADDRESS, bound=_pure(value, Kind.IRI))
    return NOTHING


def number(value: Value, scope: Scope) -> Value:
    """The value as INTEGER or DECIMAL; unbound where it is no number.

    Raises:
        Unsupported: It may be a number of several datatypes, or of one that is not known here.
    """
    if value.form in {Form.INTEGER, Form.DECIMAL}:
        return value
    if value.form is not Form.IDS:
        return NOTHING
    if Kind.OTHER in value.kinds or len(value.kinds & NUMERIC) > 1:
        raise Unsupported("numbers whose datatype differs from row to row")
    if Kind.INTEGER in value.kinds:
        sql = only(value, Kind.INTEGER, f"(({value.sql}) - {base(Kind.INTEGER)})")
        return Value(sql, Form.INTEGER, bound=_pure(value, Kind.INTEGER))
    if Kind.DECIMAL in value.kinds:
        sql = only(value, Kind.DECIMAL, scope.number(value.sql))
        return Value(sql, Form.DECIMAL, bound=_pure(value, Kind.DECIMAL), scale=PLACES)
    return NOTHING


def date(value: Value) -> Value:
    """The value as DATE; unbound where it is none.

    Raises:
        Unsupported: It may be a date with a time zone or a time.
    """
    if value.form is Form.DATE:
        return value
    if value.form is not Form.IDS:
        return NOTHING
    if Kind.OTHER in value.kinds:
        raise Unsupported("dates that may have a time or a time zone")
    if Kind.DATE not in value.kinds:
        return NOTHING
    sql = f"(DATE '1970-01-01' + CAST(({value.sql}) - {base(Kind.DATE)} AS INTEGER))"
    return Value(only(value, Kind.DATE, sql), Form.DATE, bound=_pure(value, Kind.DATE))


def truth(value: Value, scope: Scope) -> str:
    """SQL for the effective boolean value (section 17.2.2).

    Raises:
        Unsupported: It may be of a datatype that is not known here.
    """
    if value.form is Form.BOOLEAN:
        return value.sql
    if Kind.OTHER in value.kinds or Kind.LANGUAGE in value.kinds:
        raise Unsupported("the truth of values of any datatype")
    parts = []
    if Kind.BOOLEAN in value.kinds:
        parts.append(only(value, Kind.BOOLEAN, f"(({value.sql}) = {base(Kind.BOOLEAN) + 1})"))
    if Kind.STRING in value.kinds:
        parts.append(f"({text(value, scope).sql} <> '')")
    if value.kinds & NUMERIC:
        parts.append(f"({number(value, scope).sql} <> 0)")
    return f"COALESCE({', '.join(parts)})" if len(parts) > 1 else parts[0] if parts else "CAST(NULL AS BOOLEAN)"


def scaled(value: Value, scale: int) -> str:
    """A number as HUGEINT with so many digits behind the point."""
    more = scale - value.scale
    sql = f"CAST({value.sql} AS HUGEINT)" if value.form is Form.INTEGER else value.sql
    return f"({sql} * CAST({10**more} AS HUGEINT))" if more else sql


def meeting(one: Value, other: Value) -> tuple[Form, int]:
    """The form, and scale, in which two values can be one: for joins, UNION, COALESCE and IF."""
    if not one.kinds or not other.kinds:
        some = one if one.kinds else other
        return some.form, some.scale
    if one.form is other.form:
        return one.form, max(one.scale, other.scale)
    for form in (Form.TEXT, Form.ADDRESS):
        if one.kinds == other.kinds == _KINDS[form]:
            made = any(value.form is not Form.IDS and value.term is None for value in (one, other))
            return (form if made else Form.IDS), 0
    return Form.IDS, 0


def into(value: Value, form: Form, scale: int, scope: Scope) -> Value:
    """The value in a form that `meeting` has found.

    Raises:
        Unsupported: It is text that was made in the query and may be nowhere in the graph.
    """
    if not value.kinds and form is not Form.NOTHING:
        return Value(f"CAST(NULL AS {_SQL_TYPE[form]})", form, bound=False, scale=scale)
    if form is Form.IDS:
        return ids(value, scope)
    if form is Form.TEXT:
        return text(value, scope)
    if form is Form.ADDRESS:
        return address(value, scope)
    return replace(value, sql=scaled(value, scale), scale=scale) if form is Form.DECIMAL else value


def alike(one: Value, other: Value, scope: Scope) -> tuple[Value, Value]:
    """Two values of one SELECT in one form."""
    form, scale = meeting(one, other)
    return into(one, form, scale, scope), into(other, form, scale, scope)


_SQL_TYPE = {
    Form.IDS: "BIGINT",
    Form.NAME: "BIGINT",
    Form.TEXT: "VARCHAR",
    Form.ADDRESS: "VARCHAR",
    Form.INTEGER: "BIGINT",
    Form.DECIMAL: "HUGEINT",
    Form.DATE: "DATE",
    Form.BOOLEAN: "BOOLEAN",
    Form.NOTHING: "BIGINT",
}
