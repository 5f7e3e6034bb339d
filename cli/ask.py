"""`infact ask`: a named question."""

from __future__ import annotations

import textwrap
from typing import Annotated, Any

import typer
from rdflib import BNode, URIRef

from ..common.errors import QueryError
from ..common.render import Table
from ..queries import allowed, catalogue
from ..queries.question import Parameter, Question
from ..queries.readings import READINGS
from .options import (
    DEFAULT_STORE,
    AsOfOption,
    EndpointOption,
    EngineOption,
    FormatOption,
    OutputOption,
    StoreOption,
    WithholdOption,
    engine,
    parameters,
)
from .output import about, emit, emit_all, format_for


def ask(
    name: Annotated[
        str | None,
        typer.Argument(
            metavar="QUESTION",
            help="The question's name; without it, the questions are listed.",
            autocompletion=lambda: [q.name for q in catalogue.questions()],
        ),
    ] = None,
    given: Annotated[list[str] | None, typer.Argument(metavar="NAME=VALUE", help="The question's parameters.")] = None,
    as_of: AsOfOption = None,
    limit: Annotated[int | None, typer.Option("--limit", metavar="N", min=0, help="Most rows to give; 0: all.")] = None,
    explain: Annotated[
        bool, typer.Option("--explain", help="Show what the question means and takes, and its SPARQL, and do not ask.")
    ] = False,
    iris: Annotated[
        bool, typer.Option("--iris", help="Keep columns that hold only IRIs in tables; other formats always have them.")
    ] = False,
    evidence: Annotated[
        bool,
        typer.Option(
            "--evidence", help="Add to each row the document, words and filing that it rests on, where it rests on one."
        ),
    ] = False,
    identity: Annotated[
        str | None,
        typer.Option(
            "--identity", metavar="READING", help="merged (the default) or strict: only certain joins of names."
        ),
    ] = None,
    timeout: Annotated[
        float | None, typer.Option("--timeout", metavar="S", min=0.001, help="Give up after so many seconds.")
    ] = None,
    store: StoreOption = DEFAULT_STORE,
    endpoint: EndpointOption = None,
    engine_name: EngineOption = None,
    output: OutputOption = "-",
    format: FormatOption = None,
    withhold: WithholdOption = None,
) -> None:
    """Answer a named question; without a name, list the questions.

    A person, company or firm is given by its name as printed, its CIK or its IRI; a date as 2015-06-30.
    An empty answer means: not found in this corpus.

    Example:
    infact ask who-may-sign person="John G. Rice" date=2010-06-30
    """
    if name is None:
        emit(_list(), output, format)
        return
    asked = catalogue.question(name)
    if explain:
        emit_all(_explained(asked), output, format)
        return
    values: dict[str, Any] = parameters(given or [])
    if clash := {"engine", "name", "timeout", "evidence", "identity"} & set(
        values
    ):  # these are Python's own arguments of `ask`
        raise QueryError(f"{name} has no parameter {min(clash)!r}", remedy=f"infact ask {name} --explain lists them")
    if limit is not None:
        values["limit"] = str(limit)
    if as_of is not None:
        if asked.as_of is None:
            raise QueryError(f"the answer to {name} is the same on every day", remedy="leave out --as-of")
        if asked.as_of.name in values:
            raise QueryError(f"--as-of and {asked.as_of.name} say the same", remedy="give one of them")
        values[asked.as_of.name] = as_of
    with engine(store, endpoint, engine_name) as chosen:
        reading = identity or "merged"
        answer = catalogue.ask(chosen, name, evidence=evidence, identity=reading, timeout=timeout, **values)
        compared = None
        if identity is not None and identity in READINGS:
            other = next(r for r in READINGS if r != identity)
            merged = catalogue.ask(chosen, name, identity=other, timeout=timeout, **values)
            compared = _compared(answer, merged)
    note = f"more rows exist: --limit 0 gives all, {len(answer.rows)} are here" if answer.truncated else None
    if not answer.rows:
        note = f"not found in this corpus{f': {asked.empty}' if asked.empty else ''}"
    if evidence and (without := _without_words(answer)):
        said = f"{without} of {len(answer.rows)} rows have no words"
        said += ": their facts came as record lines, or from a form's data"
        note = f"{note}; {said}" if note else said
    if compared:
        note = f"{note}; {compared}" if note else compared
    people = format_for(output, format) == "table"
    # People know what they asked about by the words that they gave; programs by what these stood for.
    asked_with = {key: value for key, value in values.items() if key != "limit"} if people else dict(answer.parameters)
    facts = {
        "question": name,
        "parameters": asked_with or None,
        **about(answer.corpus, answer.as_of),
        "reading": f"{answer.reading} identity",
        "identity": answer.identity,
    }
    table = Table(answer.columns, answer.rows, facts, note)
    emit(without_iris(table) if people and not iris else table, output, format)


def _without_words(answer: catalogue.Answer) -> int:
    """How many rows rest on a document of which the graph holds no words."""
    document, quote = (answer.columns.index(name) for name in ("document", "quote"))
    return sum(row[quote] is None and row[document] is not None for row in answer.rows)


def _compared(answer: catalogue.Answer, other: catalogue.Answer) -> str:
    """How far the other reading of identity leads to another answer; the words say when it is a large part."""
    mine, theirs = len(answer.rows), len(other.rows)
    words = f"the {other.reading} reading gives {theirs} rows, this one {mine}"
    return f"{words}: the answer depends on identity" if abs(mine - theirs) * 10 > max(mine, theirs) else words


def _list() -> Table:
    rows = [
        (q.name, q.summary, " ".join(f"{p.name}=" if needed(p) else f"[{p.name}=]" for p in q.parameters))
        for q in catalogue.questions()
    ]
    return Table(("question", "what it answers", "parameters"), tuple(rows))


def needed(parameter: Parameter) -> bool:
    """The day on which the answer stands is the corpus's latest where it is left out."""
    return parameter.required and parameter.name != "date"


def takes(asked: Question) -> list[tuple[str, str, str, str]]:
    """Name, type, default and meaning of each parameter."""
    return [
        (
            p.name,
            p.type,
            "needed" if needed(p) else p.default or ("latest date" if p.name == "date" else "none"),
            f"{p.meaning} ({allowed.words(p.values)})" if p.values else p.meaning,
        )
        for p in asked.parameters
    ]


def _explained(asked: Question) -> list[tuple[str, Table]]:
    gives = [(column.name, column.meaning) for column in asked.columns]
    return [
        (f"{asked.name}: {asked.summary}", Table(("",), ((textwrap.fill(asked.description, 100),),))),
        ("Parameters", Table(("name", "type", "default", "meaning"), tuple(takes(asked)))),
        ("Columns", Table(("name", "meaning"), tuple(gives))),
        ("Example", Table(("",), ((asked.example,),))),
        ("SPARQL", Table(("",), ((asked.sparql.rstrip(),),))),
    ]


def without_iris(table: Table) -> Table:
    """A table for people: columns that hold only IRIs go, unless no other would be left."""
    keep = [
        i
        for i in range(len(table.columns))
        if not table.rows
        or any(not isinstance(row[i], URIRef | BNode) and row[i] is not None for row in table.rows)
        or all(row[i] is None for row in table.rows)
    ]
    if not keep or len(keep) == len(table.columns):
        return table
    left_out = ", ".join(name for i, name in enumerate(table.columns) if i not in keep)
    note = f"{table.note}; " if table.note else ""
    return Table(
        tuple(table.columns[i] for i in keep),
        tuple(tuple(row[i] for i in keep) for row in table.rows),
        table.about,
        f"{note}left out: {left_out} (IRIs; --iris shows them)",
    )
