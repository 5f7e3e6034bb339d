"""Questions, the engines that answer them, networks and exports; `open` opens a graph for them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .session import Session


def open(place: str | Path, engine: str = "store") -> Session:  # noqa: A001 - queries.open("g.db") is how it reads
    """Open a store, or an endpoint by its address; see `session.open_graph`."""
    from .session import open_graph  # noqa: PLC0415 - engines are imported when they are needed

    return open_graph(place, engine)
