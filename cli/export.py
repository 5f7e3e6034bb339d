"""`infact export`: the graph as a file for other programs."""

from __future__ import annotations

from typing import Annotated

import typer

from ..common.render import words
from ..ingest.store import Store
from ..queries.corpus import corpus
from ..queries.engines import StoreEngine
from ..queries.exports import FORMATS
from ..queries.exports import export as write
from ..queries.picture import COLOURS
from ..queries.withheld import withheld_copy
from .options import DEFAULT_STORE, OutputOption, StoreOption, WithholdOption, withhold_from
from .outcome import say, withheld
from .output import about, destination


def export(
    format: Annotated[
        str,
        typer.Argument(metavar="FORMAT", help=f"One of {', '.join(FORMATS)}.", autocompletion=lambda: list(FORMATS)),
    ],
    graph: Annotated[
        str | None,
        typer.Option("--graph", metavar="IRI", help="Only this named graph (as RDF); by default all of them."),
    ] = None,
    colour: Annotated[
        str,
        typer.Option(
            "--colour",
            "--color",
            metavar="BY",
            help=f"What the colours of nodes say: {' or '.join(COLOURS)} (for gexf, graphml, svg and nodes).",
            autocompletion=lambda: list(COLOURS),
        ),
    ] = "kind",
    store: StoreOption = DEFAULT_STORE,
    output: OutputOption = "-",
    withhold: WithholdOption = None,
) -> None:
    """Write the graph as RDF, the network of who signs for whom for Gephi, or the relations as a table.

    RDF: nquads, trig, turtle. The network: gexf (with its timeline), graphml, svg (a picture), or the two tables that
    Gephi imports, nodes and edges (CSV). The relations: parquet, or ftm (FollowTheMoney, JSON lines). The same graph
    gives the same bytes.

    Example:
    infact export gexf -o network.gexf
    """
    with Store.open(store, read_only=True) as opened:
        engine = StoreEngine(opened.oxigraph)
        withhold_from(engine)
        facts = about(corpus(engine))
        with withheld_copy(opened.oxigraph, withheld.get()) as shown, destination(output) as out:
            done = write(shown, format, out, graph, colour=colour)
    what = f"{done.count} {done.of}" + ("" if done.edges is None else f" and {done.edges} edges")
    say(f"{done.format}: {what}{'' if output == '-' else f' in {output}'}")
    for line in words(facts):
        say(line)
