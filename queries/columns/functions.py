"""The functions of SPARQL 1.1 (section 17.4) that this engine knows, as SQL, by the names of the grammar.

Each takes the SELECT in which it stands and its arguments, and gives a value that is NULL where SPARQL has an error.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from rdflib import XSD

from .terms import RESOURCES, SHIFT, Kind
from .values import NOTHING, Form, Scope, Unsupported, Value, date, ids, number, text

Function = Callable[..., Value]

# White space of Unicode, which `\s` means to Oxigraph (a Rust regex) and not to DuckDB (RE2).
_SPACE = r"\t-\r \x{85}\x{a0}\x{1680}\x{2000}-\x{200a}\x{2028}\x{2029}\x{202f}\x{205f}\x{3000}"
_FOUND, _BEFORE = "contains({0}, {1})", "split_part({0}, {1}, 1)"
_BOTH = "{0} IS NOT NULL AND {1} IS NOT NULL"
_PATTERN = re.compile(
    r"\\(?P<escape>.)|(?P<class>[\[\]])|(?P<plain>[^\\\[\].(){}])|(?P<group>[()])|(?P<other>.)", re.DOTALL
)
# An IRI has a scheme and none of these characters (SPARQL 1.1, rule 139).
_IRI = r"^[A-Za-z][A-Za-z0-9+.\-]*:[^\x00-\x20<>\"{}|^`\\]*$"


def _str(scope: Scope, value: Value) -> Value:
    kinds = value.kinds
    if value.form is Form.ADDRESS:
        return Value(value.sql, Form.TEXT, bound=value.bound)
    if kinds == {Kind.STRING} or value.form is Form.NOTHING:
        return value
    if value.form is Form.IDS and kinds == {Kind.IRI}:
        return Value(value.sql, Form.NAME, bound=value.bound)
    parts = []
    if value.form is Form.IDS and kinds & {Kind.IRI, Kind.STRING}:
        words = scope.words(value.sql)
        blank = Kind.BLANK in kinds
        parts.append(f"CASE WHEN ({value.sql}) >> {SHIFT} > 0 THEN {words} END" if blank else words)
    if value.form is Form.IDS and kinds & {Kind.DECIMAL, Kind.LANGUAGE, Kind.OTHER}:
        parts.append(scope.lexical(value.sql))
    elif value.form is Form.DECIMAL:
        parts.append(_digits(value))
    if Kind.INTEGER in kinds:
        whole = value if value.form is Form.INTEGER else _part(value, Kind.INTEGER, scope)
        parts.append(f"CAST({whole.sql} AS VARCHAR)")
    if Kind.DATE in kinds:
        parts.append(f"CAST({_part(value, Kind.DATE, scope).sql} AS VARCHAR)")
    if Kind.BOOLEAN in kinds:
        one = f"{value.sql}" if value.form is Form.BOOLEAN else f"({value.sql}) % 2 = 1"
        said = f"CASE WHEN {one} THEN 'true' ELSE 'false' END"
        parts.append(f"CASE WHEN ({ids(value, scope).sql}) >> {SHIFT} = {int(Kind.BOOLEAN)} THEN {said} END")
    if not parts:
        return NOTHING
    return Value(f"COALESCE({', '.join(parts)})", Form.TEXT, bound=value.bound and Kind.BLANK not in kinds)


def _part(value: Value, kind: Kind, scope: Scope) -> Value:
    """The value as if it could only be of that kind, NULL where it is not."""
    if value.form is not Form.IDS:
        return date(value) if kind is Kind.DATE else number(value, scope)
    guarded = f"CASE WHEN ({value.sql}) >> {SHIFT} = {int(kind)} THEN {value.sql} END"
    one = Value(guarded, Form.IDS, frozenset({kind}), bound=False)
    return date(one) if kind is Kind.DATE else number(one, scope)


def _digits(value: Value) -> str:
    """A decimal in its canonical form: no point when whole, no zero at the end."""
    sql, power = f"({value.sql})", f"CAST({10**value.scale} AS HUGEINT)"
    if not value.scale:
        return f"CAST({sql} AS VARCHAR)"
    rest = f"rtrim(lpad(CAST(abs({sql}) % {power} AS VARCHAR), {value.scale}, '0'), '0')"
    return (
        f"(CASE WHEN {sql} < 0 THEN '-' ELSE '' END || CAST(abs({sql}) // {power} AS VARCHAR)"
        f" || CASE WHEN {sql} % {power} = 0 THEN '' ELSE '.' || {rest} END)"
    )


def _iri(scope: Scope, value: Value) -> Value:
    if value.form is Form.ADDRESS or (value.form is Form.IDS and value.kinds == {Kind.IRI}):
        return value
    if value.form is Form.NAME:
        return Value(value.sql, Form.IDS, frozenset({Kind.IRI}), value.bound)
    if value.form is Form.IDS and Kind.IRI in value.kinds:
        raise Unsupported("IRI of what may be an IRI or a text")
    words = text(value, scope)
    if words.form is Form.NOTHING:
        return NOTHING
    return Value(f"CASE WHEN regexp_matches({words.sql}, '{_IRI}') THEN {words.sql} END", Form.ADDRESS, bound=False)


def _strings(sql: str, form: Form = Form.TEXT) -> Function:
    """A function of strings."""

    def function(scope: Scope, *values: Value) -> Value:
        given = [text(value, scope) for value in values]
        if any(value.form is Form.NOTHING for value in given):
            return NOTHING
        return Value(sql.format(*(value.sql for value in given)), form, bound=all(value.bound for value in given))

    return function


def _concat(scope: Scope, *values: Value) -> Value:
    given = [text(value, scope) for value in values]
    if any(value.form is Form.NOTHING for value in given):
        return NOTHING
    joined = " || ".join(f"({value.sql})" for value in given) or "''"
    return Value(f"({joined})", Form.TEXT, bound=all(value.bound for value in given))


def _lower(scope: Scope, value: Value) -> Value:
    """Rust's lower case, which differs from DuckDB's in two letters."""
    words = text(value, scope)
    if words.form is Form.NOTHING:
        return NOTHING
    odd = f"contains({words.sql}, 'İ') OR contains({words.sql}, 'Σ')"
    refuse = "error('LCASE of a text with İ or Σ')"
    return Value(f"CASE WHEN {odd} THEN {refuse} ELSE lower({words.sql}) END", Form.TEXT, bound=words.bound)


def _substring(scope: Scope, value: Value, start: Value, length: Value | None = None) -> Value:
    words, first = text(value, scope), number(start, scope)
    size = None if length is None else number(length, scope)
    if Form.NOTHING in {words.form, first.form, size and size.form}:
        return NOTHING
    if first.term is None or first.form is not Form.INTEGER or int(first.term) < 1:
        raise Unsupported("SUBSTR from a place that is no positive number of the query")
    if size is None:
        return Value(f"substring({words.sql}, {first.sql})", Form.TEXT, bound=words.bound)
    if size.form is not Form.INTEGER:
        raise Unsupported("SUBSTR of a length that is no integer")
    sql = f"substring({words.sql}, {first.sql}, CASE WHEN {size.sql} < 0 THEN 0 ELSE {size.sql} END)"
    return Value(sql, Form.TEXT, bound=words.bound and size.bound)


def _pattern(value: Value, flags: Value | None) -> str:
    """A regular expression as RE2 reads it, where it means the same to both engines.

    Raises:
        Unsupported: It is no constant, or has what they read in two ways.
    """
    if value.term is None or (flags is not None and (flags.term is None or str(flags.term) not in {"", "i"})):
        raise Unsupported("a regular expression that is no constant, or has flags but i")
    out, within = [], False
    for match in _PATTERN.finditer(str(value.term)):
        escape, bracket = match["escape"], match["class"]
        if escape is not None:
            if escape in "sd":
                inner = _SPACE if escape == "s" else r"\p{Nd}"
                out.append(inner if within else f"[{inner}]")
            elif escape in r".^$*+?()[]{}|\-/":
                out.append("\\" + escape)
            else:
                raise Unsupported(f"\\{escape} in a regular expression")
        elif bracket is not None:
            if (bracket == "[") == within:
                raise Unsupported("brackets within brackets in a regular expression")
            within = not within
            out.append(bracket)
        elif match["plain"] is not None or match["group"] is not None or within:
            out.append(match.group())
        else:
            raise Unsupported(f"{match.group()} in a regular expression")
    made = "".join(out)
    if within or "(?" in made or "&&" in made or "--" in made or "~~" in made or "[:" in made:
        raise Unsupported("groups with flags, or set operations, in a regular expression")
    return f"(?i){made}" if flags is not None and str(flags.term) == "i" else made


def _regex(scope: Scope, value: Value, pattern: Value, flags: Value | None = None) -> Value:
    words = text(value, scope)
    if words.form is Form.NOTHING:
        return NOTHING
    made = scope.parameter(_pattern(pattern, flags))
    return Value(f"regexp_matches({words.sql}, {made})", Form.BOOLEAN, bound=words.bound)


def _replace(scope: Scope, value: Value, pattern: Value, other: Value, flags: Value | None = None) -> Value:
    words = text(value, scope)
    if words.form is Form.NOTHING:
        return NOTHING
    made = _pattern(pattern, flags)
    if other.term is None or "$" in str(other.term) or "\\" in str(other.term):
        raise Unsupported("REPLACE with something that is no plain text")
    if re.search(str(pattern.term), ""):
        raise Unsupported("REPLACE of what may be nothing")
    sql = f"regexp_replace({words.sql}, {scope.parameter(made)}, {scope.parameter(str(other.term))}, 'g')"
    return Value(sql, Form.TEXT, bound=words.bound)


def _of_day(part: str) -> Function:
    def function(scope: Scope, value: Value) -> Value:
        del scope
        day = date(value)
        return day if day is NOTHING else Value(f"{part}({day.sql})", Form.INTEGER, bound=day.bound)

    return function


def _rounded(shift: str, correction: str) -> Function:
    """A rounding: the number and a shift, cut off at the point, and corrected where that is on the wrong side."""

    def function(scope: Scope, value: Value) -> Value:
        given = number(value, scope)
        if given.form is not Form.DECIMAL or not given.scale:
            return given
        power = f"CAST({10**given.scale} AS HUGEINT)"
        whole = f"({given.sql}{shift.format(half=f'CAST({10**given.scale // 2} AS HUGEINT)')})"
        made = f"({whole} // {power} {correction[0]} CAST({whole} % {power} {correction[1]} 0 AS HUGEINT))"
        return Value(made, Form.DECIMAL, bound=given.bound)

    return function


def _absolute(scope: Scope, value: Value) -> Value:
    given = number(value, scope)
    return given if given is NOTHING else Value(f"abs({given.sql})", given.form, bound=given.bound, scale=given.scale)


def _same_term(scope: Scope, one: Value, other: Value) -> Value:
    if Form.NOTHING in {one.form, other.form}:
        return NOTHING
    sql = f"({ids(one, scope).sql} = {ids(other, scope).sql})"
    return Value(sql, Form.BOOLEAN, bound=one.bound and other.bound)


def _is(kinds: frozenset[Kind]) -> Function:
    def function(scope: Scope, value: Value) -> Value:
        if value.form is Form.NOTHING:
            return NOTHING
        if value.kinds <= kinds or not value.kinds & kinds:
            said = "TRUE" if value.kinds <= kinds else "FALSE"
            sql = said if value.bound else f"CASE WHEN ({value.sql}) IS NOT NULL THEN {said} END"
        else:
            listed = ", ".join(str(int(kind)) for kind in sorted(kinds))
            sql = f"(({ids(value, scope).sql}) >> {SHIFT} IN ({listed}))"
        return Value(sql, Form.BOOLEAN, bound=value.bound)

    return function


BUILTINS: Mapping[str, Function] = {
    "STR": _str,
    "IRI": _iri,
    "URI": _iri,
    "CONCAT": _concat,
    "LCASE": _lower,
    "STRLEN": _strings("length({0})", Form.INTEGER),
    "SUBSTR": _substring,
    "STRSTARTS": _strings("starts_with({0}, {1})", Form.BOOLEAN),
    "STRENDS": _strings("ends_with({0}, {1})", Form.BOOLEAN),
    "CONTAINS": _strings("contains({0}, {1})", Form.BOOLEAN),
    "STRBEFORE": _strings(f"CASE WHEN {{1}} <> '' AND {_FOUND} THEN {_BEFORE} WHEN {_BOTH} THEN '' END"),
    "STRAFTER": _strings(
        f"CASE WHEN {{1}} = '' THEN {{0}} WHEN {_FOUND} THEN substring({{0}}, length({_BEFORE}) + length({{1}}) + 1)"
        f" WHEN {_BOTH} THEN '' END"
    ),
    "REGEX": _regex,
    "REPLACE": _replace,
    "YEAR": _of_day("year"),
    "MONTH": _of_day("month"),
    "DAY": _of_day("day"),
    "ABS": _absolute,
    "CEIL": _rounded("", "+>"),
    "FLOOR": _rounded("", "-<"),
    "ROUND": _rounded(" + {half}", "-<"),
    "sameTerm": _same_term,
    "isIRI": _is(frozenset({Kind.IRI})),
    "isURI": _is(frozenset({Kind.IRI})),
    "isBLANK": _is(frozenset({Kind.BLANK})),
    "isLITERAL": _is(frozenset(Kind) - RESOURCES),
}


def _cast(scope: Scope, value: Value, datatype: str) -> Value:
    """A number, to be cast."""
    if value.kinds & {Kind.STRING, Kind.LANGUAGE, Kind.BOOLEAN}:
        raise Unsupported(f"{datatype} of a text")
    return number(value, scope)


def _to_integer(scope: Scope, value: Value) -> Value:
    given = _cast(scope, value, "xsd:integer")
    if given.form is not Form.DECIMAL:
        return given
    return Value(f"CAST({given.sql} // CAST({10**given.scale} AS HUGEINT) AS BIGINT)", Form.INTEGER, bound=given.bound)


def _to_decimal(scope: Scope, value: Value) -> Value:
    given = _cast(scope, value, "xsd:decimal")
    if given.form is not Form.INTEGER:
        return given
    return Value(f"CAST({given.sql} AS HUGEINT)", Form.DECIMAL, bound=given.bound)


CASTS: Mapping[str, Function] = {
    str(XSD.integer): _to_integer,
    str(XSD.decimal): _to_decimal,
    str(XSD.string): _str,
}
