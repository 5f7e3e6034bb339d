"""The validator: pyshacl over documents' graphs in batches, in a pool of processes.

Each document's graph is validated with nothing but what it holds, in memory, a hundred documents at a time: over the
store itself pyshacl is many times slower, and with `sh:sparql` ten times. Callers may rely on findings being in the
order of the documents' graphs, and on memory that does not grow with the store.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from itertools import islice

import pyoxigraph as ox
import pyshacl
from rdflib import RDF, SH, Graph, Namespace, URIRef
from rdflib.term import Node

from ..common.errors import ShapeError
from ..ingest.store import Store
from ..ontology import terms
from .constraints import SHAPE, constraints, shapes_graph

INFACT = Namespace(terms.INFACT)
DOCUMENT_GRAPHS = "https://w3id.org/infact/graph/document/"
BATCH = 100


@dataclass(frozen=True, slots=True)
class Finding:
    """One result of validation.

    Attributes:
        constraint: Id of the constraint that is not met.
        severity: Violation, Warning or Info.
        message: What is wrong, in words for people.
        focus: IRI of the node that does not meet it.
        path: The property or path, as SHACL writes it; empty for a shape of the whole node.
        component: Local name of the SHACL constraint component.
        value: The offending value, where there is one.
        document: File name of the document.
        source: Where the document stands, when that is known.
    """

    constraint: str
    severity: str
    message: str
    focus: str
    path: str
    component: str
    value: str
    document: str
    source: str


@dataclass(frozen=True, slots=True)
class Checked:
    """What one batch gave: its findings, and how many instruments and documents it held."""

    findings: tuple[Finding, ...]
    documents: int
    instruments: int


def validate_graph(graph: Graph) -> tuple[Finding, ...]:
    """Validate one rdflib graph in memory.

    Raises:
        ShapeError: A shapes file is broken.
    """
    _, report, _ = pyshacl.validate(
        graph, shacl_graph=shapes_graph(), inference="none", allow_infos=True, allow_warnings=True
    )
    if not isinstance(report, Graph):
        raise ShapeError(f"the shapes could not be applied: {report}", where="shapes", remedy="mend the shapes")
    found = (_finding(graph, report, result) for result in report.subjects(RDF.type, SH.ValidationResult))
    return tuple(sorted(found, key=lambda f: (f.focus, f.constraint, f.value)))


def validate(
    store: Store,
    *,
    workers: int | None = None,
    progress: Callable[[int], None] | None = None,
) -> Iterator[Checked]:
    """Validate every document of a store.

    Args:
        store: The store, open for reading or writing.
        workers: Processes to validate with; all cores where not given.
        progress: Called with the number of documents validated so far.

    Raises:
        ShapeError: A shapes file is broken.
    """
    shapes_graph()
    graphs = sorted(g for g in store.graphs() if g.startswith(DOCUMENT_GRAPHS))
    workers = workers or os.cpu_count() or 1
    done = 0
    for checked in _checked(_batches(store, graphs), len(graphs), workers):
        done += checked.documents
        if progress is not None:
            progress(done)
        yield checked


def _checked(batches: Iterator[bytes], documents: int, workers: int) -> Iterator[Checked]:
    if documents <= BATCH or workers == 1:
        yield from map(_validate_batch, batches)
        return
    with ProcessPoolExecutor(workers) as pool:
        waiting = [pool.submit(_validate_batch, batch) for batch in islice(batches, 2 * workers)]
        while waiting:
            result = waiting.pop(0).result()
            waiting += [pool.submit(_validate_batch, batch) for batch in islice(batches, 1)]
            yield result


def _batches(store: Store, graphs: Iterable[str]) -> Iterator[bytes]:
    """The triples of some hundred documents at a time, as N-Triples."""
    names = iter(graphs)
    while batch := list(islice(names, BATCH)):
        quads = (
            quad.triple
            for name in batch
            for quad in store.oxigraph.quads_for_pattern(None, None, None, ox.NamedNode(name))
        )
        yield ox.serialize(quads, format=ox.RdfFormat.N_TRIPLES) or b""


def _validate_batch(triples: bytes) -> Checked:
    graph = Graph()
    graph.parse(data=triples, format="nt")
    instruments = sum(
        1
        for kind in ("PowerOfAttorney", "ConfirmingStatement", "Substitution", "Revocation")
        for _ in graph.subjects(RDF.type, INFACT[kind])
    )
    documents = sum(1 for _ in graph.subjects(RDF.type, INFACT.SourceDocument))
    return Checked(validate_graph(graph), documents, instruments)


def _finding(graph: Graph, report: Graph, result: Node) -> Finding:
    shape = str(report.value(result, SH.sourceShape)).removeprefix(SHAPE)
    constraint = constraints().get(shape)
    focus = report.value(result, SH.focusNode)
    path = report.value(result, SH.resultPath)
    value = report.value(result, SH.value)
    component = str(report.value(result, SH.sourceConstraintComponent)).removeprefix(str(SH))
    document = _document(graph, str(focus))
    name = graph.value(document, INFACT.fileName) if document else None
    source = graph.value(document, INFACT.sourceUri) if document else None
    return Finding(
        shape,
        constraint.severity if constraint else "Violation",
        constraint.message if constraint else str(report.value(result, SH.resultMessage)),
        str(focus),
        str(path).removeprefix(terms.INFACT) if isinstance(path, URIRef) else "",
        component.removesuffix("ConstraintComponent"),
        str(value) if value is not None and value != focus else "",
        str(name or ""),
        str(source or ""),
    )


_PARTS = ("/instrument/", "/filing", "/text/", "/reading")


def _document(graph: Graph, focus: str) -> URIRef | None:
    """The source document to which a node belongs, by its IRI."""
    ends = [focus.rfind(part) for part in _PARTS if part in focus]
    node = URIRef(focus[: min(ends)] if ends else focus)
    return node if (node, RDF.type, INFACT.SourceDocument) in graph else None
