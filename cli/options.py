"""The options that several commands share, each said once, and the engine that two of them name."""

from __future__ import annotations

import contextlib
import datetime
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import Annotated

import typer

from ..common.errors import QueryError
from ..common.withholding import Withholding
from ..ingest.store import Store
from ..queries.engines import EndpointEngine, Engine, StoreEngine
from .outcome import withheld
from .output import FORMATS

DEFAULT_STORE = Path("infact.db")


def _withholding(path: Path | None) -> Path | None:
    if path is not None:
        withheld.set(Withholding.load(path))
    return path


def day(text: str | None) -> str | None:
    """A day as an option's value; refuses what is none."""
    if text is not None:
        try:
            datetime.date.fromisoformat(text)
        except ValueError as error:
            raise typer.BadParameter(f"{text!r} is no day; give one like 2015-06-30") from error
    return text


StoreOption = Annotated[
    Path, typer.Option("--store", metavar="DIR", envvar="INFACT_STORE", help="Folder of the graph.")
]
OutputOption = Annotated[
    str, typer.Option("--output", "-o", metavar="FILE", help="Where to write; `-` is standard output.")
]
FormatOption = Annotated[
    str | None,
    typer.Option(
        "--format",
        "-f",
        metavar="FORMAT",
        help=f"One of {', '.join(FORMATS)}. By default the suffix of the output file decides, else table.",
        autocompletion=lambda: list(FORMATS),
    ),
]
WithholdOption = Annotated[
    Path | None,
    typer.Option(
        "--withhold",
        metavar="FILE",
        envvar="INFACT_WITHHOLD",
        callback=_withholding,
        help="List of persons whose names and CIKs are replaced by pseudonyms.",
    ),
]
EndpointOption = Annotated[
    str | None,
    typer.Option(
        "--endpoint", metavar="URL", envvar="INFACT_ENDPOINT", help="Ask this SPARQL endpoint instead of the store."
    ),
]
AsOfOption = Annotated[
    str | None,
    typer.Option(
        "--as-of",
        metavar="DATE",
        callback=day,
        help="The day on which the answer stands; by default the latest date in the corpus.",
    ),
]
WorkersOption = Annotated[
    int | None, typer.Option("--workers", metavar="N", min=1, help="Processes that read; by default one a core.")
]
LimitOption = Annotated[
    int,
    typer.Option("--limit", metavar="MB", min=1, help="A document that is larger (in MB of 2^20 bytes) is skipped."),
]


@contextlib.contextmanager
def engine(store: Path, endpoint: str | None) -> Iterator[Engine]:
    """The store, open for reading, or the endpoint where one is named.

    Raises:
        StoreError: The store cannot be opened.
        QueryError: The endpoint's address is no address.
    """
    if endpoint is not None:
        asked: Engine = EndpointEngine(endpoint)
        withhold_from(asked)
        yield asked
        return
    with Store.open(store, read_only=True) as opened:
        asked = StoreEngine(opened.oxigraph)
        withhold_from(asked)
        try:
            yield asked
        finally:
            asked.close()


_CIKS = """
PREFIX infact: <https://w3id.org/infact/ontology#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
SELECT DISTINCT ?name ?cik { ?node infact:cik ?cik ; rdfs:label|infact:printedName ?name }"""


_PRINTINGS = """
PREFIX infact: <https://w3id.org/infact/ontology#>
SELECT DISTINCT ?party ?name { ?mention infact:refersTo ?party ; infact:printedName ?name } ORDER BY ?party ?name"""


def withhold_from(asked: Engine) -> None:
    """Learn from the graph which names and CIKs the persons on the list have, so that these are withheld, too."""
    if held := withheld.get():
        rows = groupby(asked.select(_PRINTINGS), key=lambda row: row[0])
        held = held.knowing_printings([str(name) for _, name in party] for _, party in rows)
        withheld.set(held.knowing((str(name), str(cik)) for name, cik in asked.select(_CIKS)))


def parameters(pairs: list[str]) -> dict[str, str]:
    """Read `name=value` arguments.

    Raises:
        QueryError: One has no `=`, or a name comes twice.
    """
    out: dict[str, str] = {}
    for pair in pairs:
        name, sign, value = pair.partition("=")
        if not sign or not name:
            raise QueryError(f"{pair!r} is no parameter", remedy='write name=value, as in person="Mark Skaletsky"')
        if name in out:
            raise QueryError(f"{name} is given twice", remedy="give it once")
        out[name] = value
    return out
