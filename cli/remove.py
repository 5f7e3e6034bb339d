"""`infact remove`: take a document out of the graph."""

from __future__ import annotations

from typing import Annotated

import typer

from ..common.render import Table
from ..ingest.derive import derive
from ..ingest.store import Store
from ..queries.engines import StoreEngine
from .options import DEFAULT_STORE, FormatOption, OutputOption, StoreOption, WithholdOption, withhold_from
from .output import emit


def remove(
    document: Annotated[str, typer.Argument(help="The document's key, its file name, or the path it was built from.")],
    store: StoreOption = DEFAULT_STORE,
    no_derive: Annotated[bool, typer.Option("--no-derive", help="Leave identity and relations as they were.")] = False,
    output: OutputOption = "-",
    format: FormatOption = None,
    withhold: WithholdOption = None,
) -> None:
    """Take a document and all that was read from it out of the graph, and derive the rest anew.

    Example:
    infact remove a02-allegheny-petrakis.txt
    """
    with Store.open(store) as opened:
        withhold_from(StoreEngine(opened.oxigraph))
        keys = opened.remove_document(document)
        if not no_derive:
            derive(opened)
    emit(Table(("removed",), tuple((key,) for key in keys)), output, format)
