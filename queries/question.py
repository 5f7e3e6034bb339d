"""A question as its file says it: one `.rq` file, which documents itself in its header.

The header has grlc decorators (`#+ summary:`, `#+ description:`, `#+ tags:`, `#+ defaults:`) and some of our own:
`#+ params:` and `#+ columns:` (one `- name: meaning` a line), `#+ values:` (see `allowed`), `#+ example:` (a command
line), `#+ evidence:` (the columns whose IRIs lead to a row's evidence), `#+ empty:` (what no rows may mean besides),
and `#+ compute:` where the answer is computed from the query's rows (see `computed`). Parameters are the variables
named by BASIL's convention: `?_name` must be given (or has a default), `?__name` may be left out, and a last part gives
the type: `_iri` (an entity by name, CIK or IRI), `_date`, `_integer`, `_decimal`, none for text. A parameter called
`date` is the day on which the answer stands.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from ..common.errors import QueryError
from .bindings import variables

_PARAMETER = re.compile(r"\?(?P<marks>__?)(?P<name>[A-Za-z][A-Za-z0-9]*)(?:_(?P<type>[a-z]+))?")
_TYPES = frozenset({"iri", "date", "integer", "decimal"})


@dataclass(frozen=True, slots=True)
class Parameter:
    """What a question needs to be told.

    Attributes:
        name: Its name for callers, e.g. `minInsiders`; `min_insiders` and `min-insiders` are read as the same.
        variable: The SPARQL variable, without `?`.
        type: `iri`, `date`, `integer`, `decimal` or `text`.
        required: It has neither a default nor the mark of an optional one.
        default: Text of its default, or None.
        meaning: One line for people.
        values: What its header says of the values that it may have (see `allowed`); None where any may be given.
    """

    name: str
    variable: str
    type: str
    required: bool
    default: str | None
    meaning: str
    values: str | None = None


@dataclass(frozen=True, slots=True)
class Column:
    """One column of the answer; the value of a `list` column is the sorted values joined by ` | `."""

    name: str
    meaning: str
    is_list: bool = False


@dataclass(frozen=True, slots=True)
class Question:
    """A named question. Equal when its text and header are equal.

    Attributes:
        name: Its stable name.
        summary: What it answers, in a line.
        description: What a row means, and what it does not.
        tags: What it is about.
        parameters: What it takes, in the order of the header.
        columns: What it gives.
        limit: The most rows that it gives unless it is told otherwise.
        sparql: The text of the file.
        example: A command line that asks it.
        evidence: The columns whose IRIs lead to a row's evidence; none where a row only counts.
        empty: What an answer without rows may mean besides "not found in this corpus", as a clause.
        compute: The function of `computed.COMPUTED` that makes the rows of the answer from the rows of the query.
    """

    name: str
    summary: str
    description: str
    tags: tuple[str, ...]
    parameters: tuple[Parameter, ...]
    columns: tuple[Column, ...]
    limit: int | None
    sparql: str
    example: str = ""
    evidence: tuple[str, ...] = ()
    empty: str | None = None
    compute: str | None = None

    @property
    def as_of(self) -> Parameter | None:
        """The parameter that says on which day the answer stands."""
        return next((p for p in self.parameters if p.name == "date" and p.type == "date"), None)


def parse_question(name: str, text: str) -> Question:
    """Read the header and the parameters of a `.rq` file.

    Raises:
        QueryError: The header lacks its summary, columns or a parameter's meaning, or names what the query lacks.
    """
    header = _header(name, text)
    summary, description = header.get("summary"), header.get("description", "")
    if not isinstance(summary, str) or not isinstance(description, str):
        raise QueryError("the header needs `#+ summary:` as one line of text", where=f"{name}.rq")
    meanings, defaults = _pairs(name, header, "params"), _pairs(name, header, "defaults")
    limit = defaults.pop("limit", None)
    parameters = _parameters(name, text, meanings, defaults, _pairs(name, header, "values"))
    columns = tuple(
        Column(key.removesuffix(" (list)"), meaning, key.endswith(" (list)"))
        for key, meaning in _pairs(name, header, "columns").items()
    )
    if not columns:
        raise QueryError("the header needs `#+ columns:`", where=f"{name}.rq")
    tags = tuple(item for item in header.get("tags", []) if isinstance(item, str))
    example, evidence, empty, compute = (
        _line(name, header, key) for key in ("example", "evidence", "empty", "compute")
    )
    if lost := set((evidence or "").split()) - {column.name for column in columns}:
        raise QueryError(f"`evidence` names {min(lost)!r}, which is no column", where=f"{name}.rq")
    return Question(
        name=name,
        summary=summary,
        description=description,
        tags=tags,
        parameters=parameters,
        columns=columns,
        limit=int(limit) if limit else None,
        sparql=text,
        example=example or f"infact ask {name}",
        evidence=tuple((evidence or "").split()),
        empty=empty,
        compute=compute,
    )


def _line(name: str, header: Mapping[str, str | list[str]], key: str) -> str | None:
    value = header.get(key)
    if value is not None and not isinstance(value, str):
        raise QueryError(f"`#+ {key}:` needs its value on the same line", where=f"{name}.rq")
    return value


def _parameters(
    question_name: str, text: str, declared: Mapping[str, str], defaults: Mapping[str, str], values: Mapping[str, str]
) -> tuple[Parameter, ...]:
    """The parameters in the order of the header: the query's variables, and those that only its function takes.

    The latter stand in the header as the variables that they would be, `- ?_minLikeness_decimal: meaning`.
    """
    where = f"{question_name}.rq"
    found = [variable for variable in variables(text) if variable.startswith("?_")]
    found += [key for key in declared if key.startswith("?")]
    meanings = {_parsed(key, where)[1] if key.startswith("?") else key: said for key, said in declared.items()}
    out = []
    for variable in found:
        marks, name, kind = _parsed(variable, where)
        if name not in meanings:
            raise QueryError(f"the header does not say what {name!r} means", where=where)
        required = marks == "_" and name not in defaults
        out.append(Parameter(name, variable[1:], kind, required, defaults.get(name), meanings[name], values.get(name)))
    if unknown := (set(meanings) | set(defaults) | set(values)) - {p.name for p in out}:
        raise QueryError(f"the header names {min(unknown)!r}, which is no parameter of the query", where=where)
    order = list(meanings)
    return tuple(sorted(out, key=lambda parameter: order.index(parameter.name)))


def _parsed(variable: str, where: str) -> tuple[str, str, str]:
    """Marks, name and type of a parameter."""
    match = _PARAMETER.fullmatch(variable)
    if match is None or (match["type"] or "iri") not in _TYPES:
        raise QueryError(f"{variable} is no parameter by BASIL's convention", where=where)
    return match["marks"], match["name"], match["type"] or "text"


def _header(name: str, text: str) -> dict[str, str | list[str]]:
    """Read the `#+` lines: `key: text`, `key: |` with indented lines, `key:` with `- item` lines (a part of YAML)."""
    out: dict[str, str | list[str]] = {}
    key, block = "", False
    for number, line in enumerate(text.splitlines(), 1):
        if not line.startswith("#+"):
            break
        body = line[2:].rstrip()
        plain = body.strip()
        if match := re.fullmatch(r" ?([a-z]+):\s*(.*)", body):
            key, value = match.groups()
            block = value == "|"
            out[key] = "" if block else value or []
        elif plain.startswith("- ") and isinstance(items := out.get(key), list):
            items.append(plain[2:].strip())
        elif block and isinstance(held := out.get(key), str):
            out[key] = f"{held} {plain}".strip()
        elif plain:
            raise QueryError(f"this header line is not understood: {plain[:60]}", where=f"{name}.rq, line {number}")
    return out


def _pairs(name: str, header: Mapping[str, str | list[str]], key: str) -> dict[str, str]:
    items = header.get(key, [])
    out: dict[str, str] = {}
    for item in items if isinstance(items, list) else []:
        left, colon, right = item.partition(": ")
        if not colon or left in out:
            raise QueryError(f"`{item}` under {key} is not one `- name: text`", where=f"{name}.rq")
        out[left] = right.strip()
    return out
