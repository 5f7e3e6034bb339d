"""A graph, open for questions: what notebooks and programs use.

import infact.queries

with infact.queries.open("g.db") as graph:
    graph.ask("who-may-sign", person="John G. Rice").to_pandas()
"""

from __future__ import annotations

import datetime
from pathlib import Path
from types import TracebackType
from typing import Any

import networkx as nx
import rdflib
from oxrdflib import OxigraphStore

from ..common.errors import QueryError
from ..ingest.store import Store
from . import catalogue, kinds
from .bindings import Value
from .engines import EndpointEngine, Engine, StoreEngine
from .rows import Rows


class Session:
    """A store on disk, or an endpoint, with its questions. Close it, or use it in a `with` statement."""

    def __init__(self, engine: Engine, store: Store | None = None) -> None:
        self.engine, self._store = engine, store

    def ask(self, name: str, **params: Any) -> catalogue.Answer:
        """Answer a named question; see `catalogue.ask` for parameters and errors."""
        return catalogue.ask(self.engine, name, **params)

    def sparql(self, query: str, timeout: float | None = None, limit: int | None = None, **bindings: Value) -> Rows:
        """Answer a SPARQL query; each of `bindings` takes the place of the variable of its name."""
        return self.engine.select(query, bindings, timeout, limit)

    @property
    def graph(self) -> rdflib.Dataset:
        """The whole graph for rdflib, its default graph the union; for reading.

        Raises:
            QueryError: This is an endpoint, which has no graph to hand out.
        """
        if self._store is None:
            raise QueryError("an endpoint has no rdflib graph", remedy="open the store, or use sparql()")
        return rdflib.Dataset(OxigraphStore(store=self._store.oxigraph), default_union=True)

    def network(
        self,
        kind: str = "attorney-insider",
        *,
        as_of: datetime.date | str | None = None,
        issuer: str | None = None,
        between: str | None = None,
        at_least: int = 1,
    ) -> nx.Graph[str]:
        """A network of the relations, for networkx.

        Args:
            kind: One of `kinds.KINDS`.
            as_of: Only what is live on this day; by default everything, whenever it is live.
            issuer: Only what is about this issuer: a name, a CIK or an IRI.
            between: One side of the network (`attorneys`, `issuers`, ...): join those who share one of the other.
            at_least: Leave out ties of a smaller weight.

        Raises:
            QueryError: There is no such network, side, day or issuer.
        """
        among = kinds.chosen(self.engine, as_of, as_of)
        return kinds.network(self.engine, kind, among, issuer=issuer, between=between, at_least=at_least)

    def close(self) -> None:
        """Let go of the store. Closing twice does nothing."""
        self.engine.close()
        if self._store is not None:
            self._store.close()
            self._store = None

    def __enter__(self) -> Session:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def open_graph(place: str | Path, engine: str = "store") -> Session:
    """Open a store on disk for reading, or a SPARQL endpoint where the place is an http(s) address.

    Args:
        place: The store's folder, or the address.
        engine: What answers over a store: `store` is Oxigraph, `columns` tables in DuckDB, made at first use.

    Raises:
        StoreError: There is no store, or it cannot be opened.
        QueryError: There is no such engine, or its tables cannot be made.
    """
    if engine not in {"store", "columns"}:
        raise QueryError(f"there is no engine {engine!r}", remedy="give store or columns")
    if str(place).startswith(("http://", "https://")):
        return Session(EndpointEngine(str(place)))
    store = Store.open(Path(place), read_only=True)
    if engine == "store":
        return Session(StoreEngine(store.oxigraph), store)
    from .columns.kept import opened  # noqa: PLC0415 - only who asks for it waits for DuckDB

    try:
        return Session(opened(store), store)
    except BaseException:
        store.close()
        raise
