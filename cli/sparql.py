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
    FormatOption,
    OutputOption,
    StoreOption,
    WithholdOption,
    engine,
)
from .output import about, emit


def sparql(
    query: Annotated[str, typer.Argument(help="The query, a file that holds it (.rq), or `-` for standard input.")],
    store: StoreOption = DEFAULT_STORE,
    endpoint: EndpointOption = None,
    output: OutputOption = "-",
    format: FormatOption = None,
    withhold: WithholdOption = None,
) -> None:
    """Ask a SPARQL 1.1 query (SELECT or ASK) over the union of all graphs.

    The store is only read, so a query cannot change it. Prefixes must be declared: the namespace of all terms is
    https://w3id.org/infact/ontology#.

    Example:
    infact sparql "SELECT ?type (COUNT(*) AS ?n) { ?s a ?type } GROUP BY ?type" -f csv
    """
    text = _text(query)
    with engine(store, endpoint) as chosen:
        rows = chosen.select(text)
        facts = about(corpus(chosen))
    emit(Table(rows.columns, rows.rows, facts), output, format)


def _text(query: str) -> str:
    if query == "-":
        return sys.stdin.read()
    if query.endswith((".rq", ".sparql")) and "{" not in query:
        try:
            return Path(query).read_text("utf-8")
        except (OSError, UnicodeDecodeError) as error:
            reason = getattr(error, "strerror", None) or "it is not UTF-8 text"
            raise QueryError(f"the query cannot be read: {reason}", where=query) from error
    return query
