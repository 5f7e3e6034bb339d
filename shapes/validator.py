"""The validator: pyshacl over documents' graphs in batches, in a pool of processes.

Documents' graphs are validated with nothing but what they hold, in memory, many at a time: over the store itself
pyshacl is forty times slower. Callers may rely on findings being in the
order of the documents' graphs, however many processes and whatever batches, and on memory that grows with the findings
alone.
"""

from __future__ import annotations

import os
from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from itertools import islice

import pyoxigraph as ox
import pyshacl
from rdflib import RDF, Graph, Literal, URIRef

from ..common.errors import ShapeError, StoreError
from ..ingest import iris
from ..ingest.store import Store
from ..ontology import terms
from .constraints import INSTRUMENTS, SEVERITIES, constraints, shapes_graph
from .findings import INFACT, LOOKED_UP, Finding, findings
from .report import ValidationReport, graver

# Documents in a batch: past a hundred, a batch gains no speed and costs memory (see benchmarks/shapes.py).
BATCH = 100


@dataclass(frozen=True, slots=True)
class Checked:
    """What one batch gave.

    Attributes:
        findings: Its findings, in the order of their documents.
        documents: How many documents it held.
        kinds: How many instruments of each class it held; classes that it holds none of are left out.
    """

    findings: tuple[Finding, ...]
    documents: int
    kinds: tuple[tuple[str, int], ...]


def validate_graph(graph: Graph) -> tuple[Finding, ...]:
    """Validate one rdflib graph in memory, such as a document's or a test's.

    Args:
        graph: The data; nothing is added to it.

    Raises:
        ShapeError: A shapes file is broken.
    """
    shapes, known = shapes_graph(), constraints()
    try:
        _, report, text = pyshacl.validate(graph, shacl_graph=shapes, inference="none", inplace=True)
    except (ValueError, RuntimeError) as error:
        # pyshacl's errors of loading shapes and constraints are RuntimeErrors that name the node.
        raise _broken(str(error)) from error
    if not isinstance(report, Graph):
        raise _broken(str(text or report))
    return findings(graph, report, known)


def validate(
    store: Store,
    *,
    documents: Iterable[str] | None = None,
    severity: str | None = None,
    batch: int = BATCH,
    workers: int | None = None,
    progress: Callable[[int], None] | None = None,
) -> ValidationReport:
    """Validate the documents of a store.

    Args:
        store: The store, open for reading or writing.
        documents: Keys or file names of the documents to validate; all where not given.
        severity: The least grave severity to report ("Warning" leaves out each Info); all where not given.
        batch: Documents that one process validates at a time.
        workers: Processes to validate with; all cores where not given.
        progress: Called with the number of documents validated so far.

    Raises:
        ShapeError: A shapes file is broken.
        StoreError: There is nothing to validate: the store holds no document, or none of a name that was given.
        ValueError: There is no such severity.
    """
    kept = SEVERITIES if severity is None else graver(severity)
    found: list[Finding] = []
    kinds: Counter[str] = Counter()
    done = 0
    for checked in stream(store, documents=documents, batch=batch, workers=workers):
        found.extend(finding for finding in checked.findings if finding.severity in kept)
        kinds.update(dict(checked.kinds))
        done += checked.documents
        if progress is not None:
            progress(done)
    return ValidationReport(tuple(found), done, tuple(sorted(kinds.items())))


def stream(
    store: Store, *, documents: Iterable[str] | None = None, batch: int = BATCH, workers: int | None = None
) -> Iterator[Checked]:
    """Validate the documents of a store and give what each batch gave, in order; arguments as for `validate`.

    Memory is that of the batches under way, whatever the store holds and however much is found.

    Raises:
        ShapeError: A shapes file is broken.
        StoreError: There is nothing to validate.
    """
    shapes_graph()
    graphs = sorted(g for g in store.graphs() if g.startswith(iris.DOCUMENT_GRAPHS))
    if not graphs:
        raise StoreError(
            "there is nothing to validate: the store holds no document",
            where=str(store.path),
            remedy="put documents into it with infact build",
        )
    if documents is not None:
        graphs = sorted({graph for which in documents for graph in _named(store, graphs, which)})
    return _checked(_batches(store, graphs, batch), -(-len(graphs) // batch), workers or os.cpu_count() or 1)


def _named(store: Store, graphs: list[str], which: str) -> Iterator[str]:
    """The graphs of the documents of that key or file name."""
    by_key = iris.document_graph(which)
    if by_key in graphs:
        yield by_key
        return
    named = store.oxigraph.quads_for_pattern(None, ox.NamedNode(terms.FILE_NAME), ox.Literal(which), None)
    found = sorted({quad.graph_name.value for quad in named if isinstance(quad.graph_name, ox.NamedNode)})
    if not found:
        raise StoreError(
            f"no document {which!r} is in the store", where=str(store.path), remedy="name its key or its file name"
        )
    yield from found


def _checked(batches: Iterator[bytes], count: int, workers: int) -> Iterator[Checked]:
    if count <= 1 or workers == 1:
        yield from map(_validate_batch, batches)
        return
    with ProcessPoolExecutor(min(workers, count)) as pool:
        # Two batches a process: one under way and one at hand, so that memory does not grow with the store.
        waiting: deque[Future[Checked]] = deque(pool.submit(_validate_batch, b) for b in islice(batches, 2 * workers))
        try:
            while waiting:
                result = waiting.popleft().result()
                waiting.extend(pool.submit(_validate_batch, b) for b in islice(batches, 1))
                yield result
        except BrokenProcessPool as error:
            raise StoreError(
                "a process that validated was ended from outside, perhaps for want of memory",
                remedy="validate with fewer workers",
            ) from error
        finally:
            for future in waiting:
                future.cancel()


def _batches(store: Store, graphs: Iterable[str], size: int) -> Iterator[bytes]:
    """What some documents say by the properties and classes that matter here, as N-Triples."""
    names, wanted = iter(graphs), LOOKED_UP | {str(node) for triple in shapes_graph() for node in triple}
    type_of = str(RDF.type)
    while batch := list(islice(names, size)):
        quads = (
            quad.triple
            for name in batch
            for quad in store.oxigraph.quads_for_pattern(None, None, None, ox.NamedNode(name))
            if (predicate := quad.predicate.value) in wanted
            and (predicate != type_of or getattr(quad.object, "value", None) in wanted)
        )
        yield ox.serialize(quads, format=ox.RdfFormat.N_TRIPLES) or b""


def _validate_batch(triples: bytes) -> Checked:
    graph = _graph(triples)
    counts = ((kind, sum(1 for _ in graph.subjects(RDF.type, INFACT[kind]))) for kind in INSTRUMENTS)
    documents = sum(1 for _ in graph.subjects(RDF.type, INFACT.SourceDocument))
    return Checked(validate_graph(graph), documents, tuple((kind, count) for kind, count in counts if count))


def _graph(triples: bytes) -> Graph:
    """N-Triples as an rdflib graph: Oxigraph parses, which saves a third of the time that a batch takes."""
    graph = Graph()
    named: dict[str, URIRef] = {}

    def node(iri: str) -> URIRef:
        if iri not in named:
            named[iri] = URIRef(iri)
        return named[iri]

    for triple in ox.parse(triples, format=ox.RdfFormat.N_TRIPLES):
        subject, value = triple.subject, triple.object
        assert isinstance(subject, ox.NamedNode), "docs/model.md: nothing is a blank node"
        if isinstance(value, ox.Literal):
            term: URIRef | Literal = Literal(
                value.value, lang=value.language, datatype=None if value.language else node(value.datatype.value)
            )
        else:
            assert isinstance(value, ox.NamedNode), "docs/model.md: nothing is a blank node"
            term = node(value.value)
        graph.add((node(subject.value), node(triple.predicate.value), term))
    return graph


def _broken(why: str) -> ShapeError:
    return ShapeError(
        f"the shapes could not be applied: {next(iter(why.strip().splitlines()), why)}",
        where="shapes",
        remedy="mend the shape that it names",
    )
