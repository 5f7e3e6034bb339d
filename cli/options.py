"""The options that several commands share, each said once, and the engine that two of them name."""

from __future__ import annotations

import contextlib
import datetime
import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Annotated, Any

import typer

from ..common.errors import QueryError
from ..common.progress import progress
from ..common.withholding import Withholding, by_surname
from ..ingest.store import Store
from ..queries.engines import EndpointEngine, Engine, StoreEngine
from .outcome import say_unmet, withheld
from .output import FORMATS

DEFAULT_STORE = Path("infact.db")
ENGINES = ("store", "columns")


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


def _engine(name: str | None) -> str | None:
    if name is not None and name not in ENGINES:
        raise typer.BadParameter(f"there is no engine {name!r}; give {' or '.join(ENGINES)}")
    return name


StoreOption = Annotated[
    Path, typer.Option("--store", metavar="DIR", envvar="INFACT_STORE", help="Folder of the graph.")
]
OutputOption = Annotated[
    str, typer.Option("--output", "-o", metavar="FILE", help="Where to write; `-` is standard output.")
]


def format_option(
    formats: Sequence[str], says: str = ". By default the suffix of the output file decides, else table."
) -> Any:
    """The option `--format` of a verb that writes these formats; `says` goes on where their list ends in the help."""
    return typer.Option(
        "--format",
        "-f",
        metavar="FORMAT",
        help=f"One of {', '.join(formats)}{says}",
        autocompletion=lambda: list(formats),
    )


FormatOption = Annotated[str | None, format_option(FORMATS)]
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
EngineOption = Annotated[
    str | None,
    typer.Option(
        "--engine",
        metavar="ENGINE",
        help="store (the default), or columns: tables made at first use, for large graphs.",
        callback=_engine,
        autocompletion=lambda: list(ENGINES),
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
def engine(store: Path, endpoint: str | None, name: str | None = None) -> Iterator[Engine]:
    """The store, open for reading by the engine of that name, or the endpoint where one is given.

    Raises:
        StoreError: The store cannot be opened.
        QueryError: The endpoint's address is no address, an endpoint and an engine are named, or its tables cannot be
            made.
    """
    if endpoint is not None:
        if name is not None:
            raise QueryError("an endpoint is an engine of its own", remedy="give --endpoint or --engine")
        asked: Engine = EndpointEngine(endpoint)
        withhold_from(asked)
        yield asked
        return
    with Store.open(store, read_only=True) as opened:
        asked = _columns(opened) if name == "columns" else StoreEngine(opened.oxigraph)
        try:
            withhold_from(asked)
            yield asked
        finally:
            asked.close()


def _columns(store: Store) -> Engine:
    from ..queries.columns.kept import opened  # noqa: PLC0415 - only who asks for it waits for DuckDB

    with progress("making the column tables", "quads", stream=sys.stderr) as steps:
        return opened(store, steps)


_PRINTINGS = """
PREFIX infact: <https://w3id.org/infact/ontology#>
SELECT DISTINCT ?party ?name { ?mention infact:refersTo ?party ; infact:printedName ?name }"""
_CIKS = """
PREFIX infact: <https://w3id.org/infact/ontology#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
SELECT DISTINCT ?node ?party ?name ?cik {
  ?node infact:cik ?cik ; rdfs:label|infact:printedName|infact:formerName ?name
  OPTIONAL { ?node infact:refersTo ?party }
}"""


def withhold_from(asked: Engine) -> None:
    """Learn from the graph which names and CIKs the persons on the list have, so that these are withheld, too."""
    held = withheld.get()
    if not held:
        return
    parties: dict[str, tuple[set[str], set[str]]] = defaultdict(lambda: (set(), set()))
    for party, name in asked.select(_PRINTINGS):
        parties[str(party)][0].add(str(name))
    for node, party, name, cik in asked.select(_CIKS):
        names, ciks = parties[str(party or node)]
        names |= {str(name), by_surname(str(name)) if party else str(name)}
        ciks.add(str(cik))
    met = {one for names, ciks in parties.values() for text in (*names, *ciks) for one in held.named_in(text)}
    say_unmet(held.unmet(met))
    withheld.set(held.knowing(parties.values()))


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
