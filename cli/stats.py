"""`infact stats`: what a graph holds."""

from __future__ import annotations

from typing import Annotated

import typer

from ..common.render import Table
from ..queries.stats import stats as count
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


def stats(
    top: Annotated[int, typer.Option("--top", metavar="N", min=0, help="How many attorneys to list.")] = 10,
    store: StoreOption = DEFAULT_STORE,
    endpoint: EndpointOption = None,
    engine_name: EngineOption = None,
    output: OutputOption = "-",
    format: FormatOption = None,
    withhold: WithholdOption = None,
) -> None:
    """Count what the graph holds: instruments by kind, things by class, quads by graph, dates, leading attorneys.

    Example:
    infact stats --store infact.db
    """
    with engine(store, endpoint, engine_name) as chosen:
        found = count(chosen, top)
    rows: list[tuple[object, ...]] = [("instruments", kind, n) for kind, n in found.instruments.items()]
    rows += [("things", name, n) for name, n in found.classes.items()]
    rows += [("quads", kind, n) for kind, n in found.quads.items()]
    rows += [("graphs", kind, n) for kind, n in found.graphs.items()]
    rows += [("insiders signed for", attorney.name, attorney.insiders) for attorney in found.attorneys]
    facts = {**about(found.corpus), "executed": {"first": found.first, "last": found.last}}
    emit(Table(("what", "of", "count"), tuple(rows), facts), output, format)
