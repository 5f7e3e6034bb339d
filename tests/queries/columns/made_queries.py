"""Queries and graphs made up by Hypothesis, for comparing engines: every construct that the column tables know."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from typing import Any

import pyoxigraph as ox
from hypothesis import strategies as st

PREFIX = "PREFIX : <http://e/> PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>\n"
_E = "http://e/"
_XSD = "http://www.w3.org/2001/XMLSchema#"
_SLASH, _EMPTY, _LETTER, _FLAG = '"/"', '""', '"a"', ', "i"'
GRAPHS_MADE = 12
THINGS, GRAPHS = "abc", "GH"
VARIABLES = ("x", "y", "z", "v", "w")

Draw = Callable[[st.SearchStrategy[Any]], Any]


def graph(seed: int) -> ox.Store:
    """A small graph: `p`, `q` and `r` lead to things, `n` to integers, `d` to dates, `t` to texts, `f` to decimals, `l`
    to texts in a language in one graph and plain ones elsewhere, and `m` to whatever there is."""
    chance = random.Random(seed)
    store = ox.Store()

    def thing() -> ox.NamedNode:
        return ox.NamedNode(_E + chance.choice(THINGS))

    def typed(text: str, name: str) -> ox.Literal:
        return ox.Literal(text, datatype=ox.NamedNode(_XSD + name))

    makers: dict[str, Callable[[], Any]] = {
        **dict.fromkeys("pqr", thing),
        "n": lambda: typed(str(chance.choice([-3, 0, 1, 2, 7, 2010])), "integer"),
        "d": lambda: typed(chance.choice(["2009-12-31", "2010-01-01", "2010-06-30", "2024-02-29"]), "date"),
        "t": lambda: ox.Literal(chance.choice(["", "a", "b c", "Ärger, S. 1", 'say "x"\\n\n', "http://e/a", "~😀"])),
        "f": lambda: typed(chance.choice(["0.5", "-1.25", "2", "0.000001"]), "decimal"),
    }
    others: list[Callable[[], Any]] = [
        *makers.values(),
        lambda: ox.Literal("a", language=chance.choice(["en", "de"])),
        lambda: typed("true", "boolean"),
        lambda: ox.BlankNode(f"b{chance.randrange(2)}"),
    ]
    if seed % 2:
        others += [lambda: typed("1.5", "double"), lambda: typed("x", "made-up")]
    graphs: list[ox.NamedNode | ox.DefaultGraph] = [ox.NamedNode(_E + name) for name in GRAPHS]
    for _ in range((40, 120, 8)[seed % 3]):
        name = chance.choice("pqrndtfml")
        where = chance.choice([*graphs, ox.DefaultGraph()] if seed % 3 == 0 else graphs)
        value = makers[name]() if name in makers else chance.choice(others)()
        if name == "l":  # as labels are: plain in one graph, in a language in the other
            value = ox.Literal(chance.choice("ab"), language="en") if where == graphs[1] else makers["t"]()
        store.add(ox.Quad(thing(), ox.NamedNode(_E + name), value, where))
    return store


@st.composite
def queries(draw: Draw) -> str:
    """A SELECT query that is valid SPARQL 1.1."""
    maker = _Maker(draw)
    return PREFIX + maker.select(depth=draw(st.integers(1, 3)), top=True)[0]


class _Maker:
    def __init__(self, draw: Draw) -> None:
        self.draw = draw
        self.names = 0

    def pick(self, *choices: Any) -> Any:
        return self.draw(st.sampled_from(choices))

    def chance(self, share: int) -> bool:
        return bool(self.draw(st.integers(0, 99)) < share)

    def variable(self) -> str:
        return f"?{self.pick(*VARIABLES)}"

    def fresh(self) -> str:
        self.names += 1
        return f"?n{self.names}"

    def thing(self) -> str:
        return f":{self.pick(*THINGS, *THINGS, 'unknown', 'aa')}"

    def literal(self) -> str:
        return str(
            self.pick(
                "1", "2", "-3", "2010", "0.5", "2.0", '"a"', '"b c"', '"nowhere"', '""', "true", '"a"@en',
                '"2010-01-01"^^xsd:date', '"2015-01-01"^^xsd:date', "1000.0", '"http://e/a"',
            )
        )  # fmt: skip

    # Patterns: each gives its text and the variables that it may bind.

    def triple(self) -> tuple[str, set[str]]:
        subject = self.variable() if self.chance(93) else self.thing()
        path = self.path() if self.chance(25) else f":{self.pick(*'pqrndtfml')}"
        if self.chance(5):
            path = self.variable()
        value = self.variable() if self.chance(90) else self.pick(self.thing(), self.literal())
        return f"{subject} {path} {value} .", {term for term in (subject, path, value) if term[0] == "?"}

    def path(self) -> str:
        parts = [f":{self.pick(*'pqrtml')}" for _ in range(self.pick(2, 2, 3))]
        if self.chance(30):
            parts[0] = f"^{parts[0]}"
        return f"({self.pick('/', '|').join(parts)})"

    def group(self, depth: int, *, filters: bool = True) -> tuple[str, set[str]]:
        lines, scope = [], set()
        for _ in range(self.pick(1, 1, 1, 2)):
            line, bound = self.triple()
            lines.append(line)
            scope |= bound
        for _ in range(self.pick(0, 1, 2) if depth else 0):
            line, bound = self.part(depth - 1, scope)
            lines.append(line)
            scope |= bound
        if filters and self.chance(25):
            lines.append(f"FILTER ({self.condition(scope, depth)})")
        return " ".join(lines), scope

    def part(self, depth: int, scope: set[str]) -> tuple[str, set[str]]:
        kind = self.pick(
            "optional", "optional", "union", "graph", "bind", "values", "minus", "exists", "select", "group"
        )
        if kind == "bind":
            name = self.fresh()
            return f"BIND ({self.expression(scope, 2)} AS {name})", {name}
        if kind == "values":
            return self.values()
        if kind == "exists":
            inner, bound = self.group(0, filters=False)
            # A variable that only a group around this one binds is free in the pattern (section 18.6), but Oxigraph may
            # give it that value.
            for name in sorted(bound - scope):
                inner = re.sub(rf"{re.escape(name)}\b", self.fresh(), inner)
            return f"FILTER {self.pick('', 'NOT ')}EXISTS {{ {inner} }}", set()
        if kind == "select":
            inner, bound = self.select(depth)
            return f"{{ {inner} }}", bound
        inner, bound = self.group(depth)
        if kind == "optional":
            return f"OPTIONAL {{ {inner} }}", bound
        if kind == "minus":
            return f"MINUS {{ {inner} }}", set()
        if kind == "graph":
            where = self.pick(":G", ":H", ":none", "?g")
            return f"GRAPH {where} {{ {inner} }}", bound | ({where} if where == "?g" else set())
        if kind == "group":
            return f"{{ {inner} }}", bound
        other, more = self.group(depth)
        return f"{{ {inner} }} UNION {{ {other} }}", bound | more

    def values(self) -> tuple[str, set[str]]:
        names = [self.variable() for _ in range(self.pick(1, 1, 2))]
        names = list(dict.fromkeys(names))
        rows = []
        for _ in range(self.pick(1, 2, 3)):
            cells = [
                "UNDEF" if self.chance(10) else self.pick(self.thing(), self.thing(), self.literal()) for _ in names
            ]
            rows.append(f"({' '.join(cells)})")
        return f"VALUES ({' '.join(names)}) {{ {' '.join(rows)} }}", set(names)

    # Expressions.

    def operand(self, scope: set[str]) -> str:
        if scope and self.chance(70):
            return str(self.pick(*sorted(scope)))
        return str(self.pick(self.literal(), self.literal(), self.thing(), self.variable()))

    def expression(self, scope: set[str], depth: int) -> str:
        if not depth or self.chance(25):
            return self.operand(scope)
        one, other = self.expression(scope, depth - 1), self.expression(scope, depth - 1)
        return str(
            self.pick(
                f"({one} {self.pick('+', '-', '*', '/')} {other})",
                f"STR({one})",
                f"COALESCE({one}, {other})",
                f"IF({self.condition(scope, 0)}, {one}, {other})",
                f"CONCAT(STR({one}), {other})",
                f"{self.pick('YEAR', 'MONTH', 'DAY')}({one})",
                f"{self.pick('CEIL', 'FLOOR', 'ROUND', 'ABS')}(({one} * {other}) / 3.0)",
                f"{self.pick('STRBEFORE', 'STRAFTER')}(STR({one}), {self.pick(_SLASH, _EMPTY, one)})",
                f"STRLEN(STR({one}))",
                f'REPLACE(STR({one}), "[aä,]+", "-"{self.pick("", _FLAG)})',
                f"SUBSTR(STR({one}), {self.pick('1', '2, 1', '9')})",
                f"IRI(STR({one}))",
                f"xsd:integer({one})",
                f"LCASE(STR({one}))",
                f"({self.condition(scope, 0)})",
            )
        )

    def condition(self, scope: set[str], depth: int) -> str:
        if depth and self.chance(35):
            one, other = self.condition(scope, depth - 1), self.condition(scope, depth - 1)
            return str(self.pick(f"({one} && {other})", f"({one} || {other})", f"!({one})"))
        one, other = self.expression(scope, min(depth, 1)), self.expression(scope, min(depth, 1))
        return str(
            self.pick(
                f"{one} {self.pick('=', '=', '!=', '<', '<=', '>', '>=')} {other}",
                f"{one} {self.pick('IN', 'NOT IN')} ({other}, {self.operand(scope)})",
                f"BOUND({self.variable()})",
                f"{self.pick('STRSTARTS', 'CONTAINS', 'STRENDS')}(STR({one}), {self.pick(_LETTER, other)})",
                f'REGEX(STR({one}), "{self.pick("a", "^b", "[a-c]/", "e", "s$")}")',
                f"{self.pick('isIRI', 'isLITERAL', 'isBLANK')}({one})",
                f"sameTerm({one}, {other})",
            )
        )

    # Sub-queries.

    def select(self, depth: int, *, top: bool = False) -> tuple[str, set[str]]:
        inner, scope = self.group(depth)
        names = sorted(scope) or ["?x"]
        if self.chance(30):
            return self.grouped(inner, names)
        chosen = names if self.chance(50) else names[: self.pick(1, 2)]
        word = self.pick("", "", "DISTINCT ")
        text = f"SELECT {word}{' '.join(chosen)} WHERE {{ {inner} }}"
        if top and self.chance(30):
            keys = [f"DESC({name})" if self.chance(40) else name for name in chosen]
            text += f" ORDER BY {' '.join(keys)}"
            if self.chance(50):
                text += f" LIMIT {self.pick(1, 3)} OFFSET {self.pick(0, 1)}"
        return text, set(chosen)

    def grouped(self, inner: str, names: list[str]) -> tuple[str, set[str]]:
        keys = names[: self.pick(0, 1, 1, 2)]
        made, shown = set(keys), list(keys)
        for _ in range(self.pick(1, 2)):
            name = self.fresh()
            one = self.pick(*names)
            shown.append(
                self.pick(
                    f"(COUNT(*) AS {name})",
                    f"(COUNT({self.pick('', 'DISTINCT ')}{one}) AS {name})",
                    f"({self.pick('MIN', 'MAX', 'SUM', 'AVG')}({one}) AS {name})",
                    f'(GROUP_CONCAT(DISTINCT STR({one}); SEPARATOR = "|") AS {name})',
                    f"(SUM(IF({one} = {self.operand(set(names))}, 1, 0)) AS {name})",
                    f"(SUM(COALESCE({one}, 1)) + 1 AS {name})",
                )
            )
            made.add(name)
        text = f"SELECT {' '.join(shown)} WHERE {{ {inner} }}"
        if keys:
            text += f" GROUP BY {' '.join(keys)}"
        if self.chance(25):
            text += f" HAVING (COUNT(*) {self.pick('>', '<')} {self.pick(1, 2)})"
        return text, made
