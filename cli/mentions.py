"""`infact mentions`: every mention and whom it names."""

from __future__ import annotations

from ..common.render import Table
from ..queries.mentions import COLUMNS
from ..queries.mentions import mentions as resolved
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


def mentions(
    store: StoreOption = DEFAULT_STORE,
    endpoint: EndpointOption = None,
    engine_name: EngineOption = None,
    output: OutputOption = "-",
    format: FormatOption = None,
    withhold: WithholdOption = None,
) -> None:
    """List every mention: its document, role, printed name, entity, and how surely by which rule it was resolved.

    Example:
    infact mentions -f csv -o mentions.csv
    """
    with engine(store, endpoint, engine_name) as chosen:
        found, corpus = resolved(chosen)
    rows = tuple(tuple(getattr(row, column) for column in COLUMNS) for row in found)
    emit(Table(COLUMNS, rows, about(corpus)), output, format)
