"""`infact export`: the graph as a file for other programs."""

from __future__ import annotations

from typing import Annotated

import typer

from ..ingest.store import Store
from ..queries.engines import StoreEngine
from ..queries.exports import FORMATS
from ..queries.exports import export as write
from ..queries.withheld import withheld_copy
from .options import DEFAULT_STORE, OutputOption, StoreOption, WithholdOption, withhold_ciks
from .outcome import say, withheld
from .output import destination


def export(
    format: Annotated[
        str,
        typer.Argument(metavar="FORMAT", help=f"One of {', '.join(FORMATS)}.", autocompletion=lambda: list(FORMATS)),
    ],
    graph: Annotated[
        str | None, typer.Option("--graph", metavar="IRI", help="Only this named graph; by default all of them.")
    ] = None,
    store: StoreOption = DEFAULT_STORE,
    output: OutputOption = "-",
    withhold: WithholdOption = None,
) -> None:
    """Write the graph as RDF (nquads, trig, turtle) or the network of who signs for whom for Gephi (gexf).

    The same graph gives the same bytes.

    Example:
    infact export gexf -o network.gexf
    """
    with Store.open(store, read_only=True) as opened:
        withhold_ciks(StoreEngine(opened.oxigraph))
        with withheld_copy(opened.oxigraph, withheld.get()) as shown, destination(output) as out:
            done = write(shown, format, out, graph)
    what = f"{done.count} nodes and {done.edges} edges" if done.edges is not None else f"{done.count} statements"
    say(f"{done.format}: {what}{'' if output == '-' else f' in {output}'}")
