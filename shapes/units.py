"""What is validated together, and a digest by which it is known again: a document's graph, or a piece of a derived one.

A document's graph is one unit. Identity and relations are too large for that, and their shapes look at one node at a
time, so these graphs are cut into pieces: wherever the hash of a subject says so, which leaves all other pieces as they
were when a node comes or goes. A unit holds only what shapes look at, so that its digest changes when a result can.
"""

from __future__ import annotations

import hashlib
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

import pyoxigraph as ox
from rdflib import RDF, RDFS

from ..ingest import iris
from ..ingest.store import Store
from ..ontology import terms
from .constraints import INSTRUMENTS, digest, shapes_graph

DERIVED = (iris.IDENTITY, iris.RELATIONS)
# Subjects in a piece of a derived graph, on average.
_PIECE = 400
_TYPE = str(RDF.type)
_INSTRUMENTS = {terms.INFACT + kind: kind for kind in INSTRUMENTS}


@dataclass(frozen=True, slots=True)
class Unit:
    """Something that is validated as one.

    Attributes:
        graph: IRI of the named graph that it is, or is a piece of.
        name: Name of its report, unique in a store: the graph's, and for a piece its digest, too.
        digest: SHA-256 over its triples and the shapes; equal digests have equal results.
        triples: What shapes look at, as sorted N-Triples.
        kinds: How many instruments of each class it holds.
    """

    graph: str
    name: str
    digest: str
    triples: bytes
    kinds: tuple[tuple[str, int], ...] = ()

    @property
    def is_document(self) -> bool:
        """Whether it is a whole document's graph."""
        return self.graph not in DERIVED

    @property
    def node(self) -> str:
        """The node of the document, from which all others of the unit descend."""
        return iris.DOCUMENTS + self.graph.removeprefix(iris.DOCUMENT_GRAPHS)


def document_graphs(store: Store) -> list[str]:
    """The documents' graphs in a store, sorted."""
    return sorted(graph for graph in store.graphs() if graph.startswith(iris.DOCUMENT_GRAPHS))


def documents(store: Store, graphs: Iterable[str]) -> Iterator[Unit]:
    """The unit of each document's graph."""
    for graph in graphs:
        yield _unit(graph, graph.removeprefix(iris.GRAPH), _looked_at(store, graph))


def pieces(store: Store, graph: str) -> Iterator[Unit]:
    """The units of a derived graph: Oxigraph gives its triples subject by subject, in an order that stays."""
    piece: list[ox.Triple] = []
    before = None
    for triple in _looked_at(store, graph):
        subject = triple.subject
        if subject != before and piece and zlib.crc32(str(subject).encode()) % _PIECE == 0:
            yield _piece(graph, piece)
            piece = []
        before = subject
        piece.append(triple)
    if piece:
        yield _piece(graph, piece)


def _piece(graph: str, triples: Iterable[ox.Triple]) -> Unit:
    unit = _unit(graph, "", triples)
    return Unit(graph, f"{graph.removeprefix(iris.GRAPH)}/{unit.digest[:16]}", unit.digest, unit.triples)


def _unit(graph: str, name: str, triples: Iterable[ox.Triple]) -> Unit:
    kinds: Counter[str] = Counter()

    def counted() -> Iterator[ox.Triple]:
        for triple in triples:
            if triple.predicate.value == _TYPE and isinstance(triple.object, ox.NamedNode):
                kind = _INSTRUMENTS.get(triple.object.value)
                if kind is not None:
                    kinds[kind] += 1
            yield triple

    lines = ox.serialize(counted(), format=ox.RdfFormat.N_TRIPLES) or b""
    ordered = b"".join(sorted(lines.splitlines(keepends=True)))
    known = hashlib.sha256(digest().encode() + ordered).hexdigest()
    return Unit(graph, name, known, ordered, tuple(sorted(kinds.items())))


def _looked_at(store: Store, graph: str) -> Iterator[ox.Triple]:
    wanted = _wanted()
    for quad in store.oxigraph.quads_for_pattern(None, None, None, ox.NamedNode(graph)):
        predicate = quad.predicate.value
        if predicate in wanted and (predicate != _TYPE or getattr(quad.object, "value", None) in wanted):
            yield quad.triple


@cache
def _wanted() -> frozenset[str]:
    """Every property and class that a shape names; what a shape refers its reader to is not looked at."""
    return frozenset({str(node) for triple in shapes_graph() if triple[1] != RDFS.seeAlso for node in triple} | {_TYPE})
