"""Engines: the ways to put a query to the graph, behind one small protocol.

`MemoryEngine` is rdflib over a handful of documents, `StoreEngine` is Oxigraph on disk (the default), `EndpointEngine`
is any SPARQL 1.1 endpoint. In all three the default graph is the union of the named graphs, where FROM asks for no
other. Callers may rely on equal
rows from all three for a query whose ORDER BY is total, and on every failure being a `QueryError`:
`EngineUnavailableError` where the engine could not be asked or did not answer in time, which says nothing about the
answer.
"""

from __future__ import annotations

import ast
import contextlib
import json
from collections.abc import Iterable, Mapping
from http.client import HTTPException
from itertools import islice
from pathlib import Path
from typing import Any, Protocol, runtime_checkable
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit

import pyoxigraph
import rdflib
from rdflib import BNode, URIRef
from SPARQLWrapper import JSON, POST, SPARQLExceptions, SPARQLWrapper

from ..common.errors import EngineUnavailableError, QueryError
from ..ontology import terms
from .bindings import Value, asked_graphs, asks_others, bind, query_form, undeclared
from .rows import Cell, Rows, literal
from .waiting import within


@runtime_checkable
class Engine(Protocol):
    """Something that answers SELECT and ASK queries."""

    @property
    def name(self) -> str:
        """What messages and tables call this engine."""

    def select(
        self,
        query: str,
        bindings: Mapping[str, Value] | None = None,
        timeout: float | None = None,
        limit: int | None = None,
    ) -> Rows:
        """Answer a SELECT or ASK query (ASK gives one row, column `answer`).

        Args:
            query: SPARQL 1.1 text.
            bindings: Variable name without `?` -> the RDF term that takes its place (see `bindings.bind`).
            timeout: Seconds to wait for the answer; without end where it is not given, but for endpoints.
            limit: The most rows to read of the answer; all where it is not given.

        Raises:
            QueryError: The query is malformed, or the engine refuses it.
            EngineUnavailableError: The engine could not be asked, or did not answer in time.
            KeyboardInterrupt: Ctrl-C came first.
        """

    def close(self) -> None:
        """Release what the engine holds. Closing twice does nothing."""


def prepare(query: str, bindings: Mapping[str, Value] | None) -> tuple[str, str]:
    """The bound text and its form, SELECT or ASK.

    Raises:
        QueryError: It has another form, or a value cannot be bound.
    """
    form = query_form(query)
    if form not in {"SELECT", "ASK"}:
        raise QueryError(f"{form} gives a graph, not rows", remedy="ask with SELECT or ASK")
    return bind(query, bindings), form


def prepare_local(query: str, bindings: Mapping[str, Value] | None) -> tuple[str, str]:
    """As `prepare`, for an engine that keeps to its own data.

    Raises:
        QueryError: As `prepare` does, or the query asks another server.
    """
    if asks_others(query):
        raise QueryError(
            "SERVICE asks another server over the network, which infact does not do",
            where=_first_line(query),
            remedy="leave it out, or ask that server with --endpoint",
        )
    return prepare(query, bindings)


def refused(error: object, query: str) -> QueryError:
    """The error for a query that an engine does not take, in one line."""
    if missing := undeclared(query):
        known = [f"PREFIX {one} <{terms.PREFIXES.get(one[:-1], '...')}>" for one in missing]
        return QueryError(
            f"{'this prefix is' if len(missing) == 1 else 'these prefixes are'} not declared: {', '.join(missing)}",
            where=_first_line(query),
            remedy=f"begin with {' '.join(known)}",
        )
    reason = " ".join(str(error).split())
    return QueryError(f"the query was refused: {reason[:300]}", where=_first_line(query))


def _first_line(query: str) -> str:
    """The first line that says something, so that a message shows which query it is about."""
    lines = (line.strip() for line in query.splitlines())
    return next((line[:80] for line in lines if line and not line.upper().startswith(("PREFIX", "#", "BASE"))), "query")


class MemoryEngine:
    """Plain rdflib in memory: for a handful of documents, and as the reference that the others are compared with."""

    def __init__(self, dataset: rdflib.Dataset) -> None:
        if not dataset.default_union:
            raise QueryError(
                "the dataset's default graph is not the union of its graphs",
                where="MemoryEngine",
                remedy="create it as rdflib.Dataset(default_union=True)",
            )
        self._dataset = dataset

    @classmethod
    def load(cls, paths: Iterable[Path]) -> MemoryEngine:
        """Read N-Quads (`.nq`) and TriG (`.trig`) files into a new dataset."""
        dataset = rdflib.Dataset(default_union=True)
        for path in paths:
            dataset.parse(path, format="nquads" if path.suffix == ".nq" else "trig")
        return cls(dataset)

    @property
    def name(self) -> str:
        """`rdflib`."""
        return "rdflib"

    def select(
        self,
        query: str,
        bindings: Mapping[str, Value] | None = None,
        timeout: float | None = None,
        limit: int | None = None,
    ) -> Rows:
        """See `Engine.select`."""
        text, form = prepare_local(query, bindings)

        def answer() -> Rows:
            try:
                result = self._dataset.query(text)
                if form == "ASK":
                    return Rows(("answer",), ((bool(result.askAnswer),),))
                columns = tuple(str(v) for v in result.vars or ())
                rows = islice(result, limit)
                return Rows(columns, tuple(tuple(_from_rdflib(cell) for cell in row) for row in rows))  # type: ignore[union-attr]
            except Exception as error:
                raise refused(error, query) from error

        return within(timeout, answer, self.name)

    def close(self) -> None:
        """Nothing to release."""


def _from_rdflib(cell: Any) -> Cell:
    if isinstance(cell, rdflib.Literal):
        return literal(str(cell), None if cell.datatype is None else str(cell.datatype), cell.language)
    return cell if cell is None or isinstance(cell, (URIRef, BNode)) else str(cell)


class StoreEngine:
    """Oxigraph in this process, over a store on disk or in memory."""

    def __init__(self, store: pyoxigraph.Store) -> None:
        self._store: pyoxigraph.Store | None = store

    @property
    def name(self) -> str:
        """`oxigraph`."""
        return "oxigraph"

    def select(
        self,
        query: str,
        bindings: Mapping[str, Value] | None = None,
        timeout: float | None = None,
        limit: int | None = None,
    ) -> Rows:
        """See `Engine.select`."""
        store = self._store
        if store is None:
            raise EngineUnavailableError("the store is closed", where=self.name, remedy="open it again")
        text, _ = prepare_local(query, bindings)
        union = not asked_graphs(text)

        def answer() -> Rows:
            try:
                result = store.query(text, use_default_graph_as_union=union)
                if isinstance(result, pyoxigraph.QueryBoolean):
                    return Rows(("answer",), ((bool(result),),))
                assert isinstance(result, pyoxigraph.QuerySolutions)
                columns = tuple(v.value for v in result.variables)
                rows = islice(result, limit)
                return Rows(columns, tuple(tuple(map(_from_oxigraph, row)) for row in rows))
            except OSError as error:
                raise EngineUnavailableError(f"the store cannot be read: {error}", where=self.name) from error
            except (SyntaxError, ValueError, RuntimeError) as error:
                raise refused(error, query) from error

        return within(timeout, answer, self.name)

    def close(self) -> None:
        """Let go of the store, so that its lock ends with the last reference to it."""
        self._store = None


def _from_oxigraph(cell: Any) -> Cell:
    if cell is None:
        return None
    if isinstance(cell, pyoxigraph.NamedNode):
        iri: URIRef = str.__new__(URIRef, cell.value)  # rdflib would look at each of its characters again
        return iri
    if isinstance(cell, pyoxigraph.BlankNode):
        return BNode(cell.value)
    return literal(cell.value, cell.datatype.value, cell.language)


class EndpointEngine:
    """A SPARQL 1.1 endpoint over HTTP: POST, results as JSON.

    Args:
        url: The query endpoint, `http://` or `https://`; its default graph must be the union of its named graphs.
        timeout: Seconds to wait for an answer when `select` names no other.
    """

    def __init__(self, url: str, timeout: float = 60.0) -> None:
        if urlsplit(url).scheme not in {"http", "https"} or not urlsplit(url).netloc:
            raise EngineUnavailableError(
                "this is no endpoint address", where=url, remedy="write http://host:port/query"
            )
        self._url, self._timeout = url, timeout

    @property
    def name(self) -> str:
        """The endpoint's address."""
        return self._url

    def select(
        self,
        query: str,
        bindings: Mapping[str, Value] | None = None,
        timeout: float | None = None,
        limit: int | None = None,
    ) -> Rows:
        """See `Engine.select`."""
        text, form = prepare(query, bindings)
        seconds = self._timeout if timeout is None else timeout
        wrapper = SPARQLWrapper(self._url)
        wrapper.setMethod(POST)
        wrapper.setReturnFormat(JSON)
        wrapper.setTimeout(max(1, round(seconds)))
        wrapper.setQuery(text)
        # SPARQLWrapper guesses the form by a search that words in comments mislead; it would send an update.
        wrapper.queryType = form
        try:
            body = wrapper.query().response.read()
        except SPARQLExceptions.QueryBadFormed as error:
            raise refused(_said(error), query) from error
        except TimeoutError as error:
            raise EngineUnavailableError(
                f"no answer within {seconds:g} s",
                where=self._url,
                remedy="ask a narrower question or raise the timeout",
            ) from error
        except SPARQLExceptions.SPARQLWrapperException as error:
            raise EngineUnavailableError(
                f"the endpoint failed: {error.msg}: {_said(error)[:200]}", where=self._url
            ) from error
        except HTTPError as error:
            said = f"HTTP {error.code} {error.reason}".strip()
            raise EngineUnavailableError(f"the endpoint refused: {said}", where=self._url) from error
        except (URLError, HTTPException, OSError) as error:
            reason = getattr(error, "reason", None) or error
            if isinstance(reason, TimeoutError):
                reason = f"no answer within {seconds:g} s"
            raise EngineUnavailableError(
                f"the endpoint cannot be reached: {reason}",
                where=self._url,
                remedy="check the address and that it runs",
            ) from error
        return rows_of_json(body, form, self._url, limit)

    def close(self) -> None:
        """Nothing is held between queries."""


def _said(error: Exception) -> str:
    """The words of the server in SPARQLWrapper's error, which quotes them as Python bytes behind words of its own."""
    words, sign, quoted = str(error).partition("Response:")
    if sign:
        with contextlib.suppress(ValueError, SyntaxError):
            found = ast.literal_eval(quoted.strip())
            words = found.decode("utf-8", "replace") if isinstance(found, bytes) else quoted
    return " ".join(words.split())


def rows_of_json(body: bytes, form: str, url: str, limit: int | None = None) -> Rows:
    """Read SPARQL 1.1 Query Results JSON (W3C, section 3).

    Raises:
        EngineUnavailableError: It is something else.
    """
    try:
        data = json.loads(body)
        if form == "ASK" and "boolean" in data:
            return Rows(("answer",), ((bool(data["boolean"]),),))
        columns = tuple(data["head"]["vars"])
        found = data["results"]["bindings"]
        if form == "ASK":  # Virtuoso 7 gives a row for true and none for false, where section 3.3 has `boolean`
            return Rows(("answer",), ((bool(found),),))
        return Rows(columns, tuple(tuple(_from_binding(row.get(c)) for c in columns) for row in found[:limit]))
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise EngineUnavailableError(
            "the endpoint did not answer with SPARQL results in JSON",
            where=url,
            remedy="check that this is its query address",
        ) from error


def _from_binding(cell: Mapping[str, str] | None) -> Cell:
    if cell is None:
        return None
    if cell["type"] == "uri":
        return URIRef(cell["value"])
    if cell["type"] == "bnode":
        return BNode(cell["value"])
    return literal(cell["value"], cell.get("datatype"), cell.get("xml:lang"))
