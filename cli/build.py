"""`infact build`: documents into the graph."""

from __future__ import annotations

import contextlib
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from ..common.errors import DocumentError
from ..common.progress import progress
from ..common.render import Table
from ..ingest import build as building
from ..ingest.derive import derive
from ..ingest.generations import is_store
from ..ingest.store import Store
from ..queries.engines import StoreEngine
from .options import (
    DEFAULT_STORE,
    FormatOption,
    LimitOption,
    OutputOption,
    StoreOption,
    WithholdOption,
    WorkersOption,
    withhold_from,
)
from .outcome import list_skipped, say
from .output import emit


@contextlib.contextmanager
def _made(path: Path) -> Iterator[Store]:
    """The store, open for writing; one that was made for this and holds no document is taken away again."""
    new, there = not is_store(path), path.exists()
    try:
        with Store.open(path, create=True) as opened:
            yield opened
    except DocumentError:
        if new:
            shutil.rmtree(path)
            if there:
                path.mkdir()
        raise


def build(
    paths: Annotated[list[Path], typer.Argument(help="Documents, folders of them, or record lines (.jsonl).")],
    store: StoreOption = DEFAULT_STORE,
    rebuild: Annotated[
        bool, typer.Option("--rebuild", help="Read again what the graph holds already with the same bytes.")
    ] = False,
    no_derive: Annotated[
        bool, typer.Option("--no-derive", help="Stop before identity and relations; `infact derive` makes them.")
    ] = False,
    workers: WorkersOption = None,
    limit: LimitOption = 64,
    output: OutputOption = "-",
    format: FormatOption = None,
    withhold: WithholdOption = None,
) -> None:
    """Read documents into the graph, then work out who is who and who may sign for whom.

    A document that is read again replaces what it said before, and nothing comes twice. What cannot be read is
    listed with its reason, the rest goes on, and the exit code is 3.

    Example:
    infact build filings/ powers.jsonl --store infact.db
    """
    with _made(store) as opened:
        with progress("reading", "documents", stream=sys.stderr) as step:
            report = building.build(
                paths,
                opened,
                rebuild=rebuild,
                workers=workers,
                limit=limit * 2**20,
                progress=lambda reached: step(reached.documents + reached.skipped),
            )
        if not len(opened.manifest):
            for item in report.skipped:
                say(f"  {item.source}: {item.reason}")
            raise DocumentError(
                "nothing could be read, so there is no graph", remedy="name documents, or folders of them"
            )
        rows: list[tuple[object, ...]] = [
            ("documents read", report.documents),
            ("documents unchanged", report.unchanged),
            ("documents removed", len(report.removed)),
            ("sources met twice", len(report.duplicates)),
            ("sources skipped", len(report.skipped)),
            ("instruments", report.instruments),
            ("filings", report.filings),
            ("statements", report.quads),
        ]
        if not no_derive:
            with progress("deriving", "relations", stream=sys.stderr) as step:
                derived = derive(opened)
                step(derived.relations)
            rows += [("persons, organizations, offices", derived.entities), ("relations", derived.relations)]
        withhold_from(StoreEngine(opened.oxigraph))
    emit(Table(("what", "count"), tuple(rows), {"store": str(store)}), output, format)
    for note in report.notes:
        say(note)
    list_skipped(report.skipped)
