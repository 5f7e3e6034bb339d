"""The catalogue: named questions, one `.rq` file each, and `ask`, which answers one of them.

`question` says what such a file holds. Every question also takes `limit`. A new question is a new file: nothing here
knows their names.

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
from itertools import islice
from typing import Any

from rdflib import URIRef

from ..common.errors import QueryError
from . import allowed
from .bindings import Value, variables
from .computed import COMPUTED
from .corpus import Corpus, corpus, identity_methods
from .engines import Engine
from .entities import find_entity
from .evidence import COLUMNS, with_evidence
from .frames import to_pandas, to_polars
from .question import Parameter, Question, parse_question
from .readings import READINGS, in_reading
from .rows import LIST_SEPARATOR, Cell, listed

_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
# A corpus without any date has nothing that a day could leave out.
_ANY_DAY = datetime.date.max


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
        reading: The reading of identity that was used, `merged` or `strict`.
    """

    question: Question
    parameters: Mapping[str, Value]
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    as_of: datetime.date | None
    corpus: Corpus
    identity: tuple[str, ...]
    truncated: bool = False
    reading: str = "merged"

    def to_pandas(self) -> Any:
        """The rows as a pandas data frame; a QueryError where pandas is missing."""
        return to_pandas(self.columns, self.rows)

    def to_polars(self) -> Any:
        """The rows as a polars data frame; a QueryError where polars is missing."""
        return to_polars(self.columns, self.rows)


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


def ask(
    engine: Engine,
    name: str,
    *,
    timeout: float | None = None,
    evidence: bool = False,
    identity: str = "merged",
    **params: object,
) -> Answer:
    """Answer a named question.

    Args:
        engine: Where to ask.
        name: The question's name.
        timeout: Seconds, see `Engine.select`.
        evidence: Whether each row also gets the document, quote and link that it rests on (see `evidence`).
        identity: The reading of identity, `merged` or `strict` (see `readings`).
        **params: Its parameters, as Python values or as text; `limit` is the most rows to give (0: all of them).

    Raises:
        QueryError: The question, a parameter or an entity is unknown, or a value does not fit its parameter.
    """
    asked = question(name)
    if identity not in READINGS:
        raise QueryError(f"there is no reading {identity!r} of identity", remedy=f"give {' or '.join(READINGS)}")
    about = corpus(engine)
    given = {_key(key): value for key, value in params.items() if value is not None}
    limit = _limit(given.pop("limit", asked.limit))
    values: dict[str, Value] = {}
    bindings: dict[str, Value] = {}
    for parameter in asked.parameters:
        value = given.pop(_key(parameter.name), parameter.default)
        if value is None and parameter == asked.as_of:
            value = about.latest_date or _ANY_DAY
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
    for parameter in asked.parameters:
        if parameter.values is not None and parameter.name in values:
            allowed.check(parameter.name, parameter.values, values)
    if evidence and not asked.evidence:
        raise QueryError(
            f"a row of {name} counts over many documents, or is evidence itself", remedy="leave out the evidence"
        )
    found = _found(engine, asked, in_reading(asked.sparql, identity), bindings, values, limit, timeout)
    columns, rows = tuple(column.name for column in asked.columns), found[:limit]
    if evidence:
        rows = with_evidence(engine, rows, map(columns.index, asked.evidence), identity)
        columns += COLUMNS
    as_of = values["date"] if asked.as_of else about.latest_date
    if as_of == _ANY_DAY:
        as_of = None
    return Answer(
        asked,
        values,
        columns,
        rows,
        as_of if isinstance(as_of, datetime.date) else None,
        about,
        identity_methods(engine),
        truncated=limit is not None and len(found) > limit,
        reading=identity,
    )


def _found(
    engine: Engine,
    asked: Question,
    query: str,
    bindings: Mapping[str, Value],
    values: Mapping[str, Value],
    limit: int | None,
    timeout: float | None,
) -> tuple[tuple[Cell, ...], ...]:
    """The rows of the answer: at least one more than the limit where there are so many, so that a cut says so."""
    text = query if limit is None or asked.compute else f"{query}\nLIMIT {limit + 1}\n"
    used = {variable[1:] for variable in variables(query)}
    found = engine.select(text, {name: value for name, value in bindings.items() if name in used}, timeout)
    if asked.compute:
        # One more than the limit, so that a cut says so; what nobody will see need not be worked out.
        return tuple(islice(COMPUTED[asked.compute](found, values), None if limit is None else limit + 1))
    lists = [i for i, column in enumerate(asked.columns) if column.is_list]
    return tuple(_sorted_lists(row, lists) for row in found)


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
            number = Decimal(str(value))
            if not number.is_finite():
                raise ValueError(value)
            return number
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
        out[i] = listed(filter(None, str(row[i]).split(LIST_SEPARATOR))) if row[i] else None
    return tuple(out)
