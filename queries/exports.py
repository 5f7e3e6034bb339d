"""Exports: the graph as a file, as RDF, as a network for Gephi and its kin, or as a table of relations.

Callers may rely on three things. A file appears whole or not at all (it is written beside its place and moved there).
The same graph gives the same bytes, whatever order it was built in: graphs come by IRI, statements in sorted order,
and no clock is read. And an export is complete: what cannot be written stops it with an `ExportError`.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import IO, Any, BinaryIO, cast

import networkx as nx
import pyoxigraph
from pyoxigraph import BlankNode, DefaultGraph, NamedNode, Quad, RdfFormat, Triple

from ..common.errors import ExportError
from ..common.files import replacing
from . import flat, ftm, gexf, networks, picture, svg, tables
from .corpus import Corpus, corpus
from .engines import StoreEngine

# Prefixes for people. IRIs of documents have none: their many slashes would each need a backslash in a short name.
_ID, _SCHEME = "https://w3id.org/infact/id/", "https://w3id.org/infact/scheme/"
PREFIXES = {
    "adms": "http://www.w3.org/ns/adms#",
    "dcterms": "http://purl.org/dc/terms/",
    "infact": "https://w3id.org/infact/ontology#",
    "oa": "http://www.w3.org/ns/oa#",
    "org": "http://www.w3.org/ns/org#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "prov": "http://www.w3.org/ns/prov#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    **{kind: f"{_ID}{kind}/" for kind in ("link", "office", "organization", "person", "relation")},
    **{scheme: f"{_SCHEME}{scheme}/" for scheme in (
        "authority", "capacity", "clause", "form", "insider-role", "instrument-kind", "link-method", "match-method",
        "mention-role", "party-type", "power", "reference-kind", "scope", "term-condition",
    )},
}  # fmt: skip

GraphName = NamedNode | BlankNode | DefaultGraph


@dataclass(frozen=True, slots=True)
class Exported:
    """What an export wrote.

    Attributes:
        format: One of `FORMATS`.
        count: How many things.
        of: What they are, in the plural.
        edges: For a network, its number of edges.
    """

    format: str
    count: int
    of: str = "statements"
    edges: int | None = None


def export(
    store: pyoxigraph.Store,
    format: str,  # noqa: A002
    out: Path | BinaryIO,
    graph: str | None = None,
    *,
    colour: str = "kind",
) -> Exported:
    """Write the store, or one of its graphs, to a file or a binary stream.

    Args:
        store: The Oxigraph store.
        format: One of `FORMATS`: `nquads`, `trig`, `turtle` (the union of all graphs); the network as `gexf`,
            `graphml`, `svg` (a picture), or Gephi's tables `nodes` and `edges`; the relations as `parquet` or `ftm`
            (FollowTheMoney).
        out: A path, replaced in one step, or an open binary stream.
        graph: IRI of the one graph to write as RDF; all of them when None.
        colour: What the colours of a network's nodes say, one of `picture.COLOURS`; by `community` nodes say theirs.

    Raises:
        ExportError: The format, graph or colouring is unknown or does not fit the format, a package is missing, or the
            file cannot be written.
    """
    writer = FORMATS.get(format)
    if writer is None:
        raise ExportError(f"there is no format {format!r}", remedy=f"choose one of {', '.join(FORMATS)}")
    if graph is not None and format in _OF_RELATIONS:
        raise ExportError(f"{format} is made from the relations, not from one graph", remedy="leave out --graph")
    if colour not in picture.COLOURS:
        raise ExportError(f"there is no colouring {colour!r}", remedy=f"choose one of {', '.join(picture.COLOURS)}")
    if colour != "kind":
        if format not in _COLOURED:
            raise ExportError(f"{format} has no colours", remedy=f"only {', '.join(sorted(_COLOURED))} have")
        writer = partial(writer, colour=colour)
    names = _graphs(store, graph)
    if not isinstance(out, Path):
        return writer(store, names, out)
    with replacing(out) as stream:
        return writer(store, names, stream)


def _graphs(store: pyoxigraph.Store, graph: str | None) -> list[GraphName]:
    if graph is None:
        return [DefaultGraph(), *sorted(store.named_graphs(), key=str)]
    try:
        name = NamedNode(graph)
    except ValueError as error:
        raise ExportError(f"{graph!r} is no IRI", remedy="give the graph's IRI in full") from error
    if not store.contains_named_graph(name):
        remedy = 'list them with `infact sparql "SELECT ?g { GRAPH ?g {} }"`'
        raise ExportError("the store has no such graph", where=graph, remedy=remedy)
    return [name]


def _lines(store: pyoxigraph.Store, graph: GraphName) -> list[bytes]:
    """The graph's N-Triples lines, sorted. One graph at a time keeps this small: a document's is some kilobytes."""
    buffer = io.BytesIO()
    store.dump(buffer, RdfFormat.N_TRIPLES, from_graph=graph)
    return sorted(buffer.getvalue().splitlines(keepends=True))


def _nquads(store: pyoxigraph.Store, graphs: list[GraphName], out: BinaryIO) -> Exported:
    count = 0
    for graph in graphs:
        lines = _lines(store, graph)
        count += len(lines)
        ending = b" .\n" if isinstance(graph, DefaultGraph) else f" {graph} .\n".encode()
        out.write(b"".join(line[: line.rindex(b" .")] + ending for line in lines))
    return Exported("nquads", count)


def _trig(store: pyoxigraph.Store, graphs: list[GraphName], out: BinaryIO) -> Exported:
    count = 0

    def quads() -> Iterator[Quad]:
        nonlocal count
        for graph in graphs:
            for triple in _triples(_lines(store, graph)):
                count += 1
                yield Quad(triple.subject, triple.predicate, triple.object, graph)

    pyoxigraph.serialize(quads(), _sorted_prefixes(out), RdfFormat.TRIG, prefixes=PREFIXES)
    return Exported("trig", count)


def _turtle(store: pyoxigraph.Store, graphs: list[GraphName], out: BinaryIO) -> Exported:
    lines = sorted({line for graph in graphs for line in _lines(store, graph)})
    pyoxigraph.serialize(_triples(lines), _sorted_prefixes(out), RdfFormat.TURTLE, prefixes=PREFIXES)
    return Exported("turtle", len(lines))


def _network(store: pyoxigraph.Store, colour: str) -> tuple[nx.MultiDiGraph[str], Corpus]:
    engine = StoreEngine(store)
    network = networks.everything(engine)
    return picture.with_communities(network) if colour == "community" else network, corpus(engine)


def _latest(about: Corpus) -> str | None:
    return None if about.latest_date is None else about.latest_date.isoformat()


def _sentence(about: Corpus) -> str:
    """What every file says of itself that has a place for it."""
    return (
        f"Who may sign for whom: {about.instruments} instruments in {about.documents} documents, "
        f"as of {_latest(about)}. Corpus {about.fingerprint}."
    )


def _gexf(store: pyoxigraph.Store, graphs: list[GraphName], out: BinaryIO, colour: str = "kind") -> Exported:
    network, about = _network(store, colour)
    nodes, edges = gexf.write(network, out, description=_sentence(about), modified=_latest(about), colour=colour)
    return Exported("gexf", nodes, "nodes", edges)


def _graphml(store: pyoxigraph.Store, graphs: list[GraphName], out: BinaryIO, colour: str = "kind") -> Exported:
    network, about = _network(store, colour)
    tables.graphml(network, out, colour, _sentence(about))
    return Exported("graphml", len(network), "nodes", network.number_of_edges())


def _svg(store: pyoxigraph.Store, graphs: list[GraphName], out: BinaryIO, colour: str = "kind") -> Exported:
    network, about = _network(store, colour)
    svg.write(network, out, colour, _sentence(about))
    return Exported("svg", len(network), "nodes", network.number_of_edges())


def _nodes(store: pyoxigraph.Store, graphs: list[GraphName], out: BinaryIO, colour: str = "kind") -> Exported:
    network, _ = _network(store, colour)
    tables.nodes(network, out, colour)
    return Exported("nodes", len(network), "nodes")


def _edges(store: pyoxigraph.Store, graphs: list[GraphName], out: BinaryIO) -> Exported:
    network, _ = _network(store, "kind")
    tables.edges(network, out)
    return Exported("edges", network.number_of_edges(), "edges")


def _parquet(store: pyoxigraph.Store, graphs: list[GraphName], out: BinaryIO) -> Exported:
    engine = StoreEngine(store)
    about = corpus(engine)
    facts = {"infact.corpus": about.fingerprint, "infact.as_of": _latest(about)}
    return Exported("parquet", flat.parquet(engine, out, {k: v for k, v in facts.items() if v}), "relations")


def _ftm(store: pyoxigraph.Store, graphs: list[GraphName], out: BinaryIO) -> Exported:
    engine = StoreEngine(store)
    return Exported("ftm", ftm.write(engine, out, _sentence(corpus(engine))), "entities")


def _triples(lines: list[bytes]) -> Iterator[Triple]:
    for quad in pyoxigraph.parse(b"".join(lines), RdfFormat.N_TRIPLES):
        yield quad.triple


def _sorted_prefixes(out: BinaryIO) -> IO[bytes]:
    return cast("IO[bytes]", _SortedPrefixes(out))  # Oxigraph calls write and flush, nothing else


class _SortedPrefixes(io.RawIOBase):
    """Puts the prefix lines at the head of a Turtle or TriG stream in order: Oxigraph writes them in a random one."""

    def __init__(self, out: BinaryIO) -> None:
        self._out = out
        self._head: list[bytes] | None = []
        self._rest = b""

    def writable(self) -> bool:
        return True

    def write(self, data: Any) -> int:
        block = bytes(data)
        if self._head is None:
            self._out.write(block)
        else:
            self._rest += block
            while (end := self._rest.find(b"\n")) >= 0 and self._rest.startswith(b"@prefix "):
                self._head.append(self._rest[: end + 1])
                self._rest = self._rest[end + 1 :]
            if not b"@prefix ".startswith(self._rest[:8]):
                self._release()
        return len(block)

    def flush(self) -> None:
        """Oxigraph flushes once, at its end; an empty graph has nothing behind its prefixes."""
        if self._head is not None:
            self._release()

    def _release(self) -> None:
        self._out.write(b"".join(sorted(self._head or [])) + self._rest)
        self._head, self._rest = None, b""


FORMATS: dict[str, Callable[..., Exported]] = {
    "nquads": _nquads,
    "trig": _trig,
    "turtle": _turtle,
    "gexf": _gexf,
    "graphml": _graphml,
    "svg": _svg,
    "nodes": _nodes,
    "edges": _edges,
    "parquet": _parquet,
    "ftm": _ftm,
}
_COLOURED = frozenset({"gexf", "graphml", "nodes", "svg"})
_OF_RELATIONS = _COLOURED | {"edges", "parquet", "ftm"}
