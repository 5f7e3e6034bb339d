"""The catalogue: named questions, one `.rq` file each, and `ask`, which answers one of them.

A question documents itself in the header of its file: grlc decorators (`#+ summary:`, `#+ description:`, `#+ tags:`,
`#+ defaults:`) and two of our own, `#+ params:` and `#+ columns:`, one `- name: meaning` a line. Its parameters are
the variables named by BASIL's convention: `?_name` must be given (or has a default), `?__name` may be left out, and a
last part gives the type: `_iri` (an entity by name, CIK or IRI), `_date`, `_integer`, `_decimal`, none for text.
Every question also takes `limit`. A new question is a new file: nothing here knows their names.

Callers may rely on equal answers from every engine, and on every answer stating the corpus that it was computed on.
"""

from __future__ import annotations

import datetime
import difflib
import functools
import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from importlib import resources

from rdflib import URIRef

from ..common.errors import QueryError
from .bindings import Value, variables
from .corpus import Corpus, corpus, identity_methods
from .engines import Engine
from .entities import find_entity
from .rows import Cell

LIST_SEPARATOR = " | "
_PARAMETER = re.compile(r"\?(?P<marks>__?)(?P<name>[A-Za-z][A-Za-z0-9]*)(?:_(?P<type>[a-z]+))?")
_TYPES = frozenset({"iri", "date", "integer", "decimal"})
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")


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
    """

    name: str
    variable: str
    type: str
    required: bool
    default: str | None
    meaning: str


@dataclass(frozen=True, slots=True)
class Column:
    """One column of the answer; the value of a `list` column is the sorted values joined by ` | `."""

    name: str
    meaning: str
    is_list: bool = False


@dataclass(frozen=True, slots=True)
class Question:
    """A named question. Equal when its text and header are equal."""

    name: str
    summary: str
    description: str
    tags: tuple[str, ...]
    parameters: tuple[Parameter, ...]
    columns: tuple[Column, ...]
    limit: int | None
    sparql: str


@dataclass(frozen=True, slots=True)
class Answer:
    """What a question gave, and on what.

    Attributes:
        question: The question that was asked.
        parameters: What it was asked with, defaults included, in the question's order.
        columns: Names of the columns.
        rows: One tuple of values a row, in the question's order.
        as_of: The day on which the answer stands: the `date` parameter, or else the corpus's latest date.
        corpus: Fingerprint and counts of the corpus.
        identity: The rules by which this corpus decided that two mentions are one entity.
        truncated: More rows than `limit` exist.
    """

    question: Question
    parameters: Mapping[str, Value]
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    as_of: datetime.date | None
    corpus: Corpus
    identity: tuple[str, ...]
    truncated: bool = False


@functools.cache
def questions() -> tuple[Question, ...]:
    """Every question of the package, by name."""
    files = resources.files(__package__).joinpath("sparql").iterdir()
    found = [(f.name.removesuffix(".rq"), f.read_text("utf-8")) for f in files if f.name.endswith(".rq")]
    return tuple(parse_question(name, text) for name, text in sorted(found))


def question(name: str) -> Question:
    """The question of that name.

    Raises:
        QueryError: There is none; the message names the nearest.
    """
    known = {q.name: q for q in questions()}
    if name in known:
        return known[name]
    near = difflib.get_close_matches(name, known, n=3, cutoff=0.4)
    hint = f"did you mean {' or '.join(near)}?" if near else f"there are {', '.join(known)}"
    raise QueryError(f"there is no question {name!r}", remedy=hint)


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
    parameters = tuple(_parameters(name, text, meanings, defaults))
    if unknown := (set(meanings) | set(defaults)) - {p.name for p in parameters}:
        raise QueryError(f"the header names {min(unknown)!r}, which is no parameter of the query", where=f"{name}.rq")
    columns = tuple(
        Column(key.removesuffix(" (list)"), meaning, key.endswith(" (list)"))
        for key, meaning in _pairs(name, header, "columns").items()
    )
    if not columns:
        raise QueryError("the header needs `#+ columns:`", where=f"{name}.rq")
    tags = tuple(item for item in header.get("tags", []) if isinstance(item, str))
    return Question(name, summary, description, tags, parameters, columns, int(limit) if limit else None, text)


def ask(engine: Engine, name: str, *, timeout: float | None = None, **params: object) -> Answer:
    """Answer a named question.

    Args:
        engine: Where to ask.
        name: The question's name.
        timeout: Seconds, see `Engine.select`.
        **params: Its parameters, as Python values or as text; `limit` is the most rows to give (0: all of them).

    Raises:
        QueryError: The question, a parameter or an entity is unknown, or a value does not fit its parameter.
    """
    asked = question(name)
    about = corpus(engine)
    given = {_key(key): value for key, value in params.items() if value is not None}
    limit = _limit(given.pop("limit", asked.limit))
    values: dict[str, Value] = {}
    bindings: dict[str, Value] = {}
    for parameter in asked.parameters:
        value = given.pop(_key(parameter.name), parameter.default)
        if value is None and parameter.type == "date":
            value = about.latest_date
        if value is None:
            if parameter.required:
                raise QueryError(
                    f"{name} needs {parameter.name}: {parameter.meaning}", remedy=f"give {parameter.name}=..."
                )
            continue
        values[parameter.name] = bindings[parameter.variable] = _typed(engine, parameter, value)
    if given:
        names = ", ".join([p.name for p in asked.parameters] + ["limit"])
        raise QueryError(f"{name} has no parameter {min(given)!r}", remedy=f"it takes {names}")
    # One row more than asked for, so that a cut list says that it is cut.
    text = asked.sparql if limit is None else f"{asked.sparql}\nLIMIT {limit + 1}\n"
    found = engine.select(text, bindings, timeout)
    lists = [i for i, column in enumerate(asked.columns) if column.is_list]
    rows = tuple(_sorted_lists(row, lists) for row in found.rows[:limit])
    dates = [value for value in values.values() if isinstance(value, datetime.date)]
    as_of = dates[0] if dates else about.latest_date
    return Answer(
        asked,
        values,
        found.columns,
        rows,
        as_of,
        about,
        identity_methods(engine),
        truncated=len(found.rows) > len(rows),
    )


def _key(name: str) -> str:
    return name.replace("_", "").replace("-", "").lower()


def _limit(value: object) -> int | None:
    if value is None:
        return None
    try:
        number = int(str(value))
    except ValueError:
        number = -1
    if number < 0:
        raise QueryError(f"limit is {value!r}", remedy="give a whole number; 0 means all rows")
    return number or None


def _typed(engine: Engine, parameter: Parameter, value: object) -> Value:
    """The RDF term that a caller's value stands for, or a QueryError that says what the parameter takes."""
    try:
        if parameter.type == "iri":
            return value if isinstance(value, URIRef) else find_entity(engine, str(value)).iri
        if parameter.type == "date":
            if isinstance(value, datetime.date) and not isinstance(value, datetime.datetime):
                return value
            if not _DATE.fullmatch(str(value)):
                raise ValueError(value)
            return datetime.date.fromisoformat(str(value))
        if parameter.type == "integer":
            return int(str(value))
        if parameter.type == "decimal":
            return Decimal(str(value))
    except (ValueError, InvalidOperation) as error:
        example = {"date": "2015-06-30", "integer": "5", "decimal": "0.9"}[parameter.type]
        raise QueryError(f"{parameter.name} is {value!r}", remedy=f"give {parameter.type} like {example}") from error
    return str(value)


def _sorted_lists(row: tuple[Cell, ...], lists: list[int]) -> tuple[Cell, ...]:
    """GROUP_CONCAT has no order in SPARQL (section 18.5.1.7), so the values of a list column are sorted here."""
    if not lists:
        return row
    out = list(row)
    for i in lists:
        out[i] = LIST_SEPARATOR.join(sorted(str(row[i]).split(LIST_SEPARATOR))) if row[i] else None
    return tuple(out)


def _parameters(
    question_name: str, text: str, meanings: Mapping[str, str], defaults: Mapping[str, str]
) -> list[Parameter]:
    out = []
    for variable in variables(text):
        if not variable.startswith("?_"):
            continue
        match = _PARAMETER.fullmatch(variable)
        if match is None or (match["type"] or "iri") not in _TYPES:
            raise QueryError(f"{variable} is no parameter by BASIL's convention", where=f"{question_name}.rq")
        name = match["name"]
        if name not in meanings:
            raise QueryError(f"the header does not say what {name!r} means", where=f"{question_name}.rq")
        required = match["marks"] == "_" and name not in defaults
        out.append(Parameter(name, variable[1:], match["type"] or "text", required, defaults.get(name), meanings[name]))
    order = list(meanings)
    return sorted(out, key=lambda parameter: order.index(parameter.name))


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
