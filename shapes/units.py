"""What is validated together, and a digest by which it is known again: a document's graph, or a piece of a larger one.

A document's graph is one unit. The manifest says from which lines it was written, so that a document which has not
changed is known without being read. Graphs of bulk data sets, identity and relations are too large for that, and their
shapes look at one node and its neighbours at a time, so these are cut into pieces: wherever the hash of a subject (in a
data set: of an issuer's filings) says so, which leaves all other pieces as they were when a node comes or goes.
"""

from __future__ import annotations

import hashlib
import re
import tempfile
import zlib
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

import pyoxigraph as ox
from rdflib import RDF

from ..common.errors import StoreError
from ..ingest import iris
from ..ingest.packing import shortened, unpacked
from ..ingest.sorting import sorted_lines
from ..ingest.store import Store
from .applying import wanted
from .constraints import digest

DERIVED = (iris.IDENTITY, iris.RELATIONS)
# Subjects in a piece of a derived graph, and issuers in a piece of a data set, on average.
_PIECE, _ISSUERS = 400, 16
# So many names are sorted in memory at a time.
RUN = 20_000
_TYPE = str(RDF.type)
_GROUP = re.compile(rb"<[^>]*?/issuer/[^/>]+(?:/[0-9]+)?/")


@dataclass(frozen=True, slots=True)
class Unit:
    """Something that is validated as one.

    Attributes:
        graph: IRI of the named graph that it is, or is a piece of.
        name: Name of its report, unique in a store: the graph's, and for a piece its digest, too.
        digest: SHA-256 over its triples and the shapes; equal digests have equal results.
        triples: Its N-Triples; None for a document that was not read yet (see `read`).
        documents: How many documents are done with it: 1, or 0 for a piece that is not a graph's last.
        lines: Hex digits of the lines that a document's graph was written from, where the manifest has them.
    """

    graph: str
    name: str
    digest: str
    triples: bytes | None
    documents: int = 1
    lines: str = ""

    @property
    def is_piece(self) -> bool:
        """Whether it is a piece of a graph and not a whole one."""
        return self.name != self.graph.removeprefix(iris.GRAPH)

    @property
    def node(self) -> str:
        """The node of the document, from which all others of the unit descend."""
        return iris.DOCUMENTS + self.graph.removeprefix(iris.DOCUMENT_GRAPHS)


def documents(store: Store, graphs: Collection[str] | None = None) -> Iterator[Unit]:
    """The unit of each document's graph, or its pieces where it is that of a data set, in the order of the graphs.

    Args:
        store: The store.
        graphs: The graphs of documents that are wanted; all where not given.
    """
    for graph, lines in _documents(store):
        if graphs is not None and graph not in graphs:
            continue
        if iris.is_bulk(graph.removeprefix(iris.DOCUMENT_GRAPHS)):
            yield from _data_set(store, graph)
        elif lines:
            yield Unit(graph, graph.removeprefix(iris.GRAPH), _digest(lines.encode()), None, lines=lines)
        else:
            triples = _dumped(store, graph)
            yield Unit(graph, graph.removeprefix(iris.GRAPH), _digest(triples), triples)


def _documents(store: Store) -> Iterator[tuple[str, str]]:
    """Each document's graph, and the hex digits of the lines that it was written from, where the manifest has them."""
    by_graph = groupby(sorted_lines(_listed(store), RUN), key=lambda line: line.split()[0])
    for graph, lines in by_graph:
        yield graph.decode(), b"".join(one for line in lines for one in line.split()[1:]).decode()


def _listed(store: Store) -> Iterator[bytes]:
    """Documents' graphs, a line each, with those hex digits; one that the manifest has may come twice.

    Oxigraph counts graphs at once, but reads a block of its files into memory for the name of each.
    """
    known = sum(map(store.holds, (iris.IDENTITY, iris.RELATIONS, iris.VOCABULARY, iris.VALIDATION)))
    for entry in store.manifest:
        graph = iris.document_graph(entry.key)
        if store.holds(graph):
            known += 1
            yield f"{graph} {entry.lines_sha256}\n".encode()
    if known != store.count_graphs():
        yield from (f"{one}\n".encode() for one in store.graphs() if one.startswith(iris.DOCUMENT_GRAPHS))


@dataclass(frozen=True, slots=True)
class Content:
    """What a unit holds, as it was kept: small enough to be sent to another process."""

    unit: Unit
    data: bytes
    is_packed: bool

    @property
    def document(self) -> str:
        """The node of the document that it is; empty for a piece of a graph."""
        return "" if self.unit.is_piece else self.unit.node

    def triples(self) -> bytes:
        """Its N-Triples, shortened.

        Raises:
            StoreError: What was kept is damaged.
        """
        if not self.is_packed:
            return shortened(self.data, self.document)
        try:
            return unpacked(self.data)
        except zlib.error as error:
            raise StoreError(
                "the kept lines of a document are damaged",
                where=self.unit.graph,
                remedy="delete the folder `kept` of the store, which costs time only",
            ) from error


def read(store: Store, units: Sequence[Unit]) -> list[Content]:
    """What units hold."""
    packed = iter(store.packed_lines([unit.lines for unit in units if unit.lines]))
    found = []
    for unit in units:
        data = next(packed) if unit.lines else None
        if data is not None:
            found.append(Content(unit, data, True))
        else:
            triples = _dumped(store, unit.graph) if unit.triples is None else unit.triples
            found.append(Content(replace(unit, triples=None), triples, False))
    return found


def pieces(store: Store, graph: str) -> Iterator[Unit]:
    """The units of a derived graph: Oxigraph gives its triples subject by subject, in an order that stays."""
    piece: list[ox.Triple] = []
    before = None
    for triple in _looked_at(store, graph):
        subject = triple.subject
        if subject != before and piece and zlib.crc32(str(subject).encode()) % _PIECE == 0:
            yield _piece(graph, ox.serialize(piece, format=ox.RdfFormat.N_TRIPLES) or b"")
            piece = []
        before = subject
        piece.append(triple)
    if piece:
        yield _piece(graph, ox.serialize(piece, format=ox.RdfFormat.N_TRIPLES) or b"")


def _data_set(store: Store, graph: str) -> Iterator[Unit]:
    """The pieces of a data set's graph: whole issuers, as no shape looks from one to another. The last counts."""
    with tempfile.TemporaryFile() as unsorted:
        store.oxigraph.dump(unsorted, format=ox.RdfFormat.N_TRIPLES, from_graph=ox.NamedNode(graph))
        unsorted.seek(0)
        piece: list[bytes] = []
        for issuer, lines in groupby(sorted_lines(unsorted), key=_issuer):
            if piece and zlib.crc32(issuer) % _ISSUERS == 0:
                yield _piece(graph, b"".join(piece))
                piece = []
            piece.extend(lines)
        yield replace(_piece(graph, b"".join(piece)), documents=1)


def _issuer(line: bytes) -> bytes:
    found = _GROUP.match(line)
    return found[0] if found else b""


def _piece(graph: str, triples: bytes) -> Unit:
    known = _digest(triples)
    return Unit(graph, f"{graph.removeprefix(iris.GRAPH)}/{known[:16]}", known, triples, 0)


def _digest(content: bytes) -> str:
    return hashlib.sha256(digest().encode() + content).hexdigest()


def _dumped(store: Store, graph: str) -> bytes:
    return store.oxigraph.dump(format=ox.RdfFormat.N_TRIPLES, from_graph=ox.NamedNode(graph)) or b""


def _looked_at(store: Store, graph: str) -> Iterator[ox.Triple]:
    names = wanted().names
    for quad in store.oxigraph.quads_for_pattern(None, None, None, ox.NamedNode(graph)):
        predicate = quad.predicate.value
        if predicate in names and (predicate != _TYPE or getattr(quad.object, "value", None) in names):
            yield quad.triple
