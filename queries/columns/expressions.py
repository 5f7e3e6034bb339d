"""Expressions of SPARQL 1.1 (section 17) as SQL: operators, with the semantics of errors that NULL has.

An operator is put as SQL where the datatypes of its operands are certain; otherwise it is `Unsupported`. Functions are
in `functions`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import reduce
from typing import Any

from rdflib import Literal, URIRef, Variable
from rdflib.plugins.sparql.parserutils import CompValue

from .functions import BUILTINS, CASTS
from .terms import NUMERIC, RESOURCES, SHIFT, Kind, is_sorted
from .values import (
    NOTHING,
    PLACES,
    Form,
    Scope,
    Unsupported,
    Value,
    address,
    alike,
    constant,
    date,
    ids,
    number,
    scaled,
    text,
    truth,
)


class Expressions:
    """Puts the expressions of one SELECT as SQL.

    Args:
        scope: The SELECT.
        columns: Its variables.
        exists: SQL for whether a pattern has a solution that agrees with the row.
    """

    def __init__(
        self, scope: Scope, columns: Mapping[str, Value], exists: Callable[[CompValue], str] | None = None
    ) -> None:
        self.scope, self.columns, self._exists = scope, columns, exists

    def value(self, node: Any) -> Value:
        """The value of an expression."""
        if isinstance(node, Variable):
            return self.columns.get(str(node), NOTHING)
        if isinstance(node, (URIRef, Literal)):
            return constant(node, self.scope)
        if not isinstance(node, CompValue):
            raise Unsupported(f"{type(node).__name__} in an expression")
        name = node.name
        if name in {"ConditionalAndExpression", "ConditionalOrExpression", "UnaryNot", "RelationalExpression"}:
            return self._boolean(self.condition(node, exact=True))
        if name in {"Builtin_EXISTS", "Builtin_NOTEXISTS"}:
            return Value(self._whether(node), Form.BOOLEAN)
        if name in {"AdditiveExpression", "MultiplicativeExpression"}:
            pairs = zip(node.op, node.other, strict=True)
            return reduce(lambda left, pair: self._arithmetic(pair[0], left, pair[1]), pairs, self._number(node.expr))
        if name == "UnaryMinus":
            operand = self._number(node.expr)
            return Value(f"(-{operand.sql})", operand.form, bound=operand.bound, scale=operand.scale)
        if name == "UnaryPlus":
            return self._number(node.expr)
        if name == "Builtin_IF":
            return self._if(node)
        if name == "Builtin_COALESCE":
            return self._coalesce([self.value(arg) for arg in node.arg])
        if name == "Builtin_BOUND":
            value = self.value(node.arg)
            if value.form is Form.NOTHING:
                return Value("FALSE", Form.BOOLEAN)
            return Value("TRUE" if value.bound else f"({value.sql} IS NOT NULL)", Form.BOOLEAN)
        if name == "Function":
            cast = CASTS.get(str(node.iri))
            if cast is None or len(node.expr) != 1:
                raise Unsupported(f"the function <{node.iri}>")
            return cast(self.scope, self.value(node.expr[0]))
        builtin = BUILTINS.get(name.removeprefix("Builtin_"))
        if builtin is None:
            raise Unsupported(f"the function {name.removeprefix('Builtin_')}")
        return builtin(self.scope, *(self.value(arg) for arg in _arguments(node)))

    def condition(self, node: Any, *, exact: bool = False) -> str:
        """SQL for the truth of an expression.

        Args:
            node: The expression.
            exact: Whether false and an error (NULL) must be told apart; where they need not, as in a FILTER, more can
                be compared.
        """
        name = node.name if isinstance(node, CompValue) else ""
        if name in {"ConditionalAndExpression", "ConditionalOrExpression"}:
            word = " AND " if name == "ConditionalAndExpression" else " OR "
            return f"({word.join(self.condition(part, exact=exact) for part in (node.expr, *node.other))})"
        if name == "UnaryNot":
            return f"(NOT {self.condition(node.expr, exact=True)})"
        if name == "RelationalExpression":
            return self._compared(node, exact)
        return truth(self.value(node), self.scope)

    def equal(self, one: Value, other: Value, *, exact: bool) -> str:
        """SQL for `=` (section 17.3: numbers by value, RDFterm-equal for the rest)."""
        if Form.NOTHING in {one.form, other.form}:
            return "CAST(NULL AS BOOLEAN)"
        mine, yours = one.kinds, other.kinds
        if Kind.OTHER in mine | yours and (
            exact or any(Kind.OTHER in a and b & (NUMERIC | {Kind.OTHER}) for a, b in ((mine, yours), (yours, mine)))
        ):
            raise Unsupported("comparing values of any datatype with =")
        numbers = mine & NUMERIC, yours & NUMERIC
        by_ids = one.form is other.form is Form.IDS and numbers[0] == numbers[1] == {Kind.DECIMAL}
        if all(numbers) and numbers[0] | numbers[1] != {Kind.INTEGER} and not by_ids:
            if mine | yours <= NUMERIC:
                return self._numbers_compared("=", one, other)
            raise Unsupported("comparing numbers that may be something else with =")
        if not mine & yours:
            if one.bound and other.bound:
                return "FALSE"
            return f"CASE WHEN ({one.sql}) IS NOT NULL AND ({other.sql}) IS NOT NULL THEN FALSE END"
        for kind, plain in ((Kind.STRING, text), (Kind.IRI, address)):
            for single, general in ((one, other), (other, one)):
                if single.kinds == {kind} and single.form is not Form.IDS and single.term is None:
                    if general.kinds == {kind}:
                        a, b = alike(single, general, self.scope)
                        return f"({a.sql} = {b.sql})"
                    same = f"({plain(single, self.scope).sql} = {plain(general, self.scope).sql})"
                    both = f"({general.sql}) IS NOT NULL AND ({single.sql}) IS NOT NULL"
                    return f"CASE WHEN ({general.sql}) >> {SHIFT} = {int(kind)} THEN {same} WHEN {both} THEN FALSE END"
        if one.form is other.form is not Form.IDS and one.term is None and other.term is None:
            return f"({one.sql} = {other.sql})"
        return f"({ids(one, self.scope).sql} = {ids(other, self.scope).sql})"

    def _compared(self, node: CompValue, exact: bool) -> str:
        operator = str(node.op)
        one = self.value(node.expr)
        if operator in {"IN", "NOT IN"}:
            others = node.other if isinstance(node.other, list) else []  # rdflib has rdf:nil for ()
            exact = exact or operator == "NOT IN"
            found = " OR ".join(self.equal(one, self.value(other), exact=exact) for other in others) or "FALSE"
            return f"({found})" if operator == "IN" else f"(NOT ({found}))"
        other = self.value(node.other)
        if operator == "=":
            return self.equal(one, other, exact=exact)
        if operator == "!=":
            return f"(NOT {self.equal(one, other, exact=True)})"
        return self._ordered(operator, one, other)

    def _ordered(self, operator: str, one: Value, other: Value) -> str:
        """SQL for <, <=, > and >=: numbers, strings, dates and truth values, each among themselves."""
        if Kind.OTHER in one.kinds | other.kinds:
            raise Unsupported(f"comparing values of any datatype with {operator}")
        mine, yours = one.kinds, other.kinds
        common = mine & yours
        if common & (RESOURCES | {Kind.LANGUAGE}):
            raise Unsupported(f"comparing IRIs, or texts in a language, with {operator}")
        if mine & NUMERIC and yours & NUMERIC:
            if common - NUMERIC:
                raise Unsupported(f"comparing values of several datatypes with {operator}")
            return self._numbers_compared(operator, one, other)
        if not common:
            return "CAST(NULL AS BOOLEAN)"
        if len(common) > 1:
            raise Unsupported(f"comparing values of several datatypes with {operator}")
        (kind,) = common
        if kind is Kind.DATE and Form.DATE in {one.form, other.form} and Form.IDS not in {one.form, other.form}:
            return f"({date(one).sql} {operator} {date(other).sql})"
        if kind is Kind.STRING and any(v.form is not Form.IDS and v.term is None for v in (one, other)):
            if one.form is other.form:
                return f"({one.sql} {operator} {other.sql})"
            return f"({text(one, self.scope).sql} {operator} {text(other, self.scope).sql})"
        guards = [
            f"({v.sql}) >> {SHIFT} = {int(kind)}" for v in (one, other) if v.form is Form.IDS and v.kinds != {kind}
        ]
        compared = f"({ids(one, self.scope).sql} {operator} {ids(other, self.scope).sql})"
        return f"CASE WHEN {' AND '.join(guards)} THEN {compared} END" if guards else compared

    def _numbers_compared(self, operator: str, one: Value, other: Value) -> str:
        a, b = number(one, self.scope), number(other, self.scope)
        if a.form is b.form is Form.INTEGER:
            return f"({a.sql} {operator} {b.sql})"
        scale = max(a.scale, b.scale)
        return f"({scaled(a, scale)} {operator} {scaled(b, scale)})"

    def _number(self, node: Any) -> Value:
        return number(self.value(node), self.scope)

    def _arithmetic(self, operator: str, left: Value, node: Any) -> Value:
        """+, -, * and / of integers and decimals; a quotient is a decimal, cut at eighteen digits."""
        right = self._number(node)
        if Form.NOTHING in {left.form, right.form}:
            return NOTHING
        bound = left.bound and right.bound
        if operator == "/":
            whole, part = scaled(left, left.scale), scaled(right, right.scale)
            more = PLACES - left.scale + right.scale
            never_zero = right.term is not None and bool(right.term.toPython())
            divisor = part if never_zero else f"nullif({part}, 0)"
            sql = f"(({whole} * CAST({10**more} AS HUGEINT)) // {divisor})"
            return Value(sql, Form.DECIMAL, bound=bound and never_zero, scale=PLACES)
        if left.form is right.form is Form.INTEGER:
            return Value(f"({left.sql} {operator} {right.sql})", Form.INTEGER, bound=bound)
        if operator == "*":
            scale = left.scale + right.scale
            if scale > PLACES:
                raise Unsupported("products of decimals with so many digits")
            return Value(
                f"({scaled(left, left.scale)} * {scaled(right, right.scale)})", Form.DECIMAL, bound=bound, scale=scale
            )
        scale = max(left.scale, right.scale)
        return Value(
            f"({scaled(left, scale)} {operator} {scaled(right, scale)})", Form.DECIMAL, bound=bound, scale=scale
        )

    def _if(self, node: CompValue) -> Value:
        chosen = self.condition(node.arg1, exact=True)
        one, other = alike(self.value(node.arg2), self.value(node.arg3), self.scope)
        if one.form is Form.NOTHING:
            return NOTHING
        sql = f"CASE WHEN {chosen} THEN {one.sql} WHEN NOT {chosen} THEN {other.sql} END"
        certain = self._is_certain(node.arg1) and one.bound and other.bound
        return Value(sql, one.form, one.kinds | other.kinds, certain, one.scale)

    def _is_certain(self, node: Any) -> bool:
        """Whether a condition is never an error: it compares by terms what is surely bound."""
        if not isinstance(node, CompValue):
            return False
        if node.name in {"ConditionalAndExpression", "ConditionalOrExpression"}:
            return all(map(self._is_certain, (node.expr, *node.other)))
        if node.name == "UnaryNot":
            return self._is_certain(node.expr)
        if node.name == "RelationalExpression" and str(node.op) in {"=", "!=", "IN", "NOT IN"}:
            others = [node.other] if isinstance(node.other, (Variable, URIRef, Literal, CompValue)) else node.other
            return all(self.value(part).bound for part in (node.expr, *others))
        return node.name in {"Builtin_BOUND", "Builtin_EXISTS", "Builtin_NOTEXISTS"}

    def _coalesce(self, values: list[Value]) -> Value:
        found = [value for value in values if value.kinds]  # what can be none at all gives nothing
        if not found:
            return NOTHING
        first = reduce(lambda one, other: alike(one, other, self.scope)[0], found)
        same = [alike(value, first, self.scope)[0] for value in found]
        kinds = frozenset().union(*(value.kinds for value in same))
        sql = f"COALESCE({', '.join(value.sql for value in same)})" if len(same) > 1 else same[0].sql
        return Value(sql, first.form, kinds, any(value.bound for value in same), first.scale)

    def _whether(self, node: CompValue) -> str:
        if self._exists is None:
            raise Unsupported("EXISTS here")
        found = self._exists(node.graph)
        return found if node.name == "Builtin_EXISTS" else f"(NOT {found})"

    @staticmethod
    def _boolean(sql: str) -> Value:
        return Value(sql, Form.BOOLEAN, bound=False)


def order_keys(value: Value, scope: Scope) -> list[str]:
    """SQL by which rows are sorted as ORDER BY (section 15.1) sorts the value.

    Raises:
        Unsupported: It may have several datatypes.
    """
    if value.form is not Form.IDS or is_sorted(value.kinds):
        return [value.sql]
    if value.kinds - RESOURCES == {Kind.STRING, Kind.LANGUAGE}:
        # Texts come by their words, in a language before those without, as in Oxigraph.
        text = int(Kind.STRING)
        group = f"CASE WHEN ({value.sql}) >> {SHIFT} > {text} THEN {text} ELSE ({value.sql}) >> {SHIFT} END"
        words = f"COALESCE({scope.words(value.sql)}, {scope.lexical(value.sql)})"
        return [group, words, f"-(({value.sql}) >> {SHIFT})", value.sql]
    raise Unsupported("sorting by values of several datatypes")


def _arguments(node: CompValue) -> list[Any]:
    """The arguments of a function of the grammar, in its order."""
    names = ("arg", "arg1", "arg2", "text", "pattern", "replacement", "flags", "start", "length")
    given = [part for name in names if (part := getattr(node, name)) is not None]
    return list(given[0]) if given and isinstance(given[0], list) else given
