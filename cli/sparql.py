"""`infact sparql`: a query of one's own."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from ..common.errors import QueryError
from ..common.render import Table
from ..queries.corpus import corpus
from .options import (
    DEFAULT_STORE,
    EndpointOption,
    EngineOption,
    FormatOption,
    OutputOption,
    StoreOption,
    WithholdOption,
    engine,
)
from .output import about, emit


def sparql(
    query: Annotated[str, typer.Argument(help="The query, a file that holds it (.rq), or `-` for standard input.")],
    limit: Annotated[
        int | None, typer.Option("--limit", metavar="N", min=1, help="Most rows to give; says so where it cuts.")
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
    """Ask a SPARQL 1.1 query (SELECT or ASK) over the union of all graphs, or over those that FROM names.

    The store is only read, so a query cannot change it; Ctrl-C ends the waiting at once. Prefixes must be declared:
    the namespace of all terms is https://w3id.org/infact/ontology#.

    Example:
    infact sparql "SELECT ?type (COUNT(*) AS ?n) { ?s a ?type } GROUP BY ?type" -f csv
    """
    text = _text(query)
    with engine(store, endpoint, engine_name) as chosen:
        # One more than asked for, so that a cut says so.
        rows = chosen.select(text, timeout=timeout, limit=None if limit is None else limit + 1)
        facts = about(corpus(chosen))
    cut = limit is not None and len(rows) > limit
    note = f"more rows exist: {limit} are here, --limit gives more" if cut else None
    emit(Table(rows.columns, rows.rows[:limit], facts, note), output, format)


def _text(query: str) -> str:
    if query == "-":
        return sys.stdin.read()
    if "{" not in query and (query.endswith((".rq", ".sparql")) or _exists(query)):
        try:
            return Path(query).read_text("utf-8")
        except (OSError, UnicodeDecodeError) as error:
            reason = getattr(error, "strerror", None) or "it is not UTF-8 text"
            raise QueryError(f"the query cannot be read: {reason}", where=query) from error
    return query


def _exists(name: str) -> bool:
    try:
        return Path(name).exists()
    except (OSError, ValueError):  # too long for a name, or no name at all
        return False
