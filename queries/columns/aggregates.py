"""Groups and aggregates (section 18.5.1): GROUP BY with COUNT, SUM, MIN, MAX, AVG, SAMPLE and GROUP_CONCAT.

An error in one member of a group leaves the aggregate unbound, but for COUNT, which passes over it, as in Oxigraph.
"""

from __future__ import annotations

from rdflib import Variable
from rdflib.plugins.sparql.parserutils import CompValue

from .blocks import Block
from .expressions import Expressions
from .terms import is_sorted
from .values import NOTHING, PLACES, Form, Unsupported, Value, number, scaled, text


def aggregate(block: Block, expressions: Expressions, keys: dict[str, Value], wanted: list[CompValue]) -> Block:
    """The block of the groups of another, with their keys and aggregates."""
    columns = dict(keys)
    for one in wanted:
        columns[str(one.res)] = _value(block, expressions, keys, one)
    shown = {name: value for name, value in columns.items() if value.form is not Form.NOTHING}
    grouped = list(dict.fromkeys(value.sql for value in keys.values() if value.term is None and value != NOTHING))
    # Without GROUP BY there is one group, also of no solutions; constant keys make one group of what there is.
    after = f"GROUP BY {', '.join(grouped)}" if grouped else "HAVING count(*) > 0" if keys else ""
    if not shown:
        shown = {"": Value("count(*)", Form.INTEGER)}
    inner = block.sql([f"{value.sql} AS c{i}" for i, value in enumerate(shown.values())], after=after)
    return block.of(inner, shown | {name: value for name, value in columns.items() if value.form is Form.NOTHING})


def _value(block: Block, expressions: Expressions, keys: dict[str, Value], node: CompValue) -> Value:
    name = node.name.removeprefix("Aggregate_")
    distinct = "DISTINCT " if node.distinct else ""
    if name == "Count" and node.vars == "*":
        if distinct:
            raise Unsupported("COUNT(DISTINCT *)")
        return Value("count(*)", Form.INTEGER)
    if name == "Sample" and isinstance(node.vars, Variable) and "distinct" not in node:
        if str(node.vars) not in keys:
            raise Unsupported(f"?{node.vars} beside groups of which it is no key")
        return keys[str(node.vars)]
    value = expressions.value(node.vars)
    if name == "Count":
        return Value(f"count({distinct}{value.sql})", Form.INTEGER)
    if name in {"Min", "Max", "Sample"}:
        word = "max" if name == "Max" else "min"
        if value.form is Form.IDS and not is_sorted(value.kinds):
            raise Unsupported(f"{name.upper()} of values of several datatypes")
        made = Value(f"{word}({value.sql})", value.form, value.among, bool(keys), value.scale)
    elif name in {"Sum", "Avg"}:
        value = number(value, block)
        made = _sum(value, distinct) if name == "Sum" else _mean(value, distinct)
    elif name == "GroupConcat":
        value = text(value, block)
        between = block.parameter(" " if node.separator is None else str(node.separator))
        listed = f"list_sort(list({distinct}{value.sql}))"
        made = Value(f"COALESCE(array_to_string({listed}, {between}), '')", Form.TEXT)
    else:
        raise Unsupported(f"the aggregate {name}")
    if value.form is Form.NOTHING:
        return _of_nothing(name)
    if value.bound:
        return made
    whole = f"CASE WHEN count(*) = count({value.sql}) THEN {made.sql} END"
    return Value(whole, made.form, made.among, False, made.scale)


def _of_nothing(name: str) -> Value:
    """An aggregate of what is never bound: an error, but in a group without members."""
    if name in {"Sum", "Avg"}:
        return Value("CASE WHEN count(*) = 0 THEN CAST(0 AS BIGINT) END", Form.INTEGER, bound=False)
    if name == "GroupConcat":
        return Value("CASE WHEN count(*) = 0 THEN '' END", Form.TEXT, bound=False)
    return NOTHING


def _sum(value: Value, distinct: str) -> Value:
    kind = "BIGINT" if value.form is Form.INTEGER else "HUGEINT"
    total = f"CAST(COALESCE(sum({distinct}{value.sql}), 0) AS {kind})"
    return Value(total, value.form, scale=value.scale)


def _mean(value: Value, distinct: str) -> Value:
    total = Value(f"CAST(sum({distinct}{value.sql}) AS HUGEINT)", Form.DECIMAL, scale=value.scale)
    mean = f"COALESCE({scaled(total, PLACES)} // nullif(count({distinct}{value.sql}), 0), 0)"
    return Value(mean, Form.DECIMAL, scale=PLACES)
