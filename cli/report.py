"""`infact report`: one page about a corpus or an issuer."""

from __future__ import annotations

import html
from collections.abc import Mapping
from importlib import metadata
from typing import Annotated

import typer

from ..common import charts, page
from ..common.page import Markup
from ..common.render import Table
from ..common.withholding import Withholding
from ..queries.figures import Drawing, Figure
from ..queries.layout import positions
from ..queries.report import Report
from ..queries.report import report as gather
from .options import DEFAULT_STORE, EndpointOption, EngineOption, StoreOption, WithholdOption, engine
from .outcome import say, withheld
from .output import about, destination, short

_STYLE = """
summary { margin: .5rem 0 0; color: var(--soft); font-size: .85rem; cursor: pointer; } .chart { width: 100%; }
pre { overflow-x: auto; background: var(--raised); padding: .75rem; }
@media print { .chart { break-inside: avoid; } summary { list-style: none; break-after: avoid; }
  pre { white-space: pre-wrap; padding: 0; font-size: 7.5pt; line-height: 1.3; } }
"""


def report(
    issuer: Annotated[
        str | None, typer.Option("--issuer", metavar="NAME", help="About this issuer only: a name, a CIK or an IRI.")
    ] = None,
    output: Annotated[
        str, typer.Option("--output", "-o", metavar="FILE", help="Where to write the page; `-` is standard output.")
    ] = "report.html",
    store: StoreOption = DEFAULT_STORE,
    endpoint: EndpointOption = None,
    engine_name: EngineOption = None,
    withhold: WithholdOption = None,
) -> None:
    """Write one self-contained HTML page: coverage, verdicts, attorneys, firms, concentration, time and the network.

    Every figure carries the query that gives it, and the page says on which corpus and as of which day it stands.

    Example:
    infact report -o report.html
    """
    with engine(store, endpoint, engine_name) as chosen:
        found = gather(chosen, issuer)
    with destination(output) as out:
        out.write(as_page(found, withheld.get()).encode("utf-8", "surrogateescape"))
    if output != "-":
        say(f"report: {len(found.figures)} figures in {output}")


def as_page(found: Report, held: Withholding) -> str:
    """The report as HTML."""
    facts = held.apply_to(short(about(found.corpus)))
    day = found.corpus.latest_date
    cite = (
        f"infact {metadata.version('infact')}, report on a corpus of {found.corpus.documents} documents with "
        f"fingerprint {found.corpus.fingerprint}, as of {day}."
    )
    sections = [charts.library(), *(_figure(figure, held) for figure in found.figures)]
    sections.append(page.section("How to cite", cite))
    lead = "Read from powers of attorney and from the signatures on Forms 3, 4 and 5; every figure gives its query."
    return page.page(held.apply(found.title), sections, lead=lead, about=facts, style=_STYLE)


def _figure(figure: Figure, held: Withholding) -> Markup:
    parts: list[str] = [held.apply(figure.says)]
    if isinstance(figure.chart, Drawing):
        parts.append(_drawing(figure.name, figure.chart, held))
    elif figure.chart is not None:
        years = [int(str(row[0])) if str(row[0]).isdecimal() else row[0] for row in figure.table.rows]
        parts.append(charts.bars(figure.name, years, figure.chart, y_title=figure.unit))
    shown = page.table(Table(figure.table.columns, held.apply_to(figure.table.rows), note=figure.table.note))
    parts.append(_folded("The figures", shown) if isinstance(figure.chart, Mapping) else shown)
    if figure.tells:
        parts.append(page.table(Table(("", ""), tuple(figure.tells.items()))))
    parts.append(_folded("How this was asked", Markup(f"<pre>{html.escape(held.apply(figure.how))}</pre>")))
    return page.section(held.apply(figure.heading), *parts)


def _folded(summary: str, inside: Markup) -> Markup:
    return Markup(f"<details><summary>{summary}</summary>{inside}</details>")


def _drawing(name: str, drawing: Drawing, held: Withholding) -> Markup:
    graph, places = drawing.graph, positions(drawing.graph)
    order = sorted(graph)
    most = max((degree for _, degree in graph.degree()), default=1)
    nodes = [
        charts.Node(
            *places[node],
            held.apply(str(graph.nodes[node]["label"])),
            str(graph.nodes[node]["roles"]),
            round(5 + 13 * (graph.degree(node) / most) ** 0.5, 1),
            f"{graph.degree(node)} ties",
        )
        for node in order
    ]
    at = {node: i for i, node in enumerate(order)}
    return charts.network(f"{name}-drawing", nodes, sorted((at[u], at[v]) for u, v in graph.edges()))
