"""The validator: the shapes over every document and over what is derived from them, then the questions.

Documents' graphs are validated with nothing but what they hold, in memory, many at a time and in a pool of processes:
over the store itself pyshacl is forty times slower. What has not changed since the last run is taken from the store
(see `kept`). Callers may rely on findings being in the order of the documents' graphs, however many processes, whatever
batches and whichever way of applying the shapes; on memory that grows neither with documents nor with findings; and on
a run that was interrupted, even killed, being taken up where it stopped.
"""

from __future__ import annotations

import gc
import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor, Future, ProcessPoolExecutor, ThreadPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from itertools import chain, islice

import pyoxigraph as ox
from rdflib import Graph

from ..common.errors import StoreError
from ..ingest import iris
from ..ingest.packing import shortened
from ..ingest.store import Store
from ..ontology import terms
from . import units
from .applying import by_pyshacl, by_shacl, wanted
from .completeness import Counting
from .constraints import SEVERITIES
from .findings import Finding, Places, Result, document_of, finding
from .found import Found, Sorted
from .kept import Kept
from .lookups import InStore
from .report import ValidationReport, graver
from .rules import COMPONENT, Question, questions, rules
from .seen import Seen, code, look
from .texts import Text
from .units import DERIVED, Unit

# Documents in a batch: past this, a batch gains no speed and costs memory (see benchmarks/shapes.py).
BATCH = 200


@dataclass(frozen=True, slots=True)
class Checked:
    """What one batch gave.

    Attributes:
        seen: Each unit with what was seen in it, in order.
        anew: How many of the units were validated in this run; those of the others were kept from an earlier one.
    """

    seen: tuple[tuple[Unit, Seen], ...]
    anew: int

    @property
    def documents(self) -> int:
        """How many documents are among the units."""
        return sum(unit.documents for unit, _ in self.seen)


def validate_graph(graph: Graph, *, fast: bool = False) -> tuple[Finding, ...]:
    """Apply every shape and question to one rdflib graph in memory, such as a document's or a test's.

    Args:
        graph: The data; nothing is added to it, and it holds no blank nodes.
        fast: Whether the package `shacl` applies the shapes.

    Raises:
        ShapeError: A file of shapes is broken, or `fast` lacks its package.
    """
    triples = graph.serialize(format="nt", encoding="utf-8")
    store = ox.Store()
    store.load(triples, format=ox.RdfFormat.N_TRIPLES)
    (results,) = (by_shacl if fast else by_pyshacl)([Text("", shortened(triples))])
    found = sorted({*results, *_answers(store)})
    places = Places(InStore(store))
    return tuple(finding(result, places.place(result)) for result in found)


def validate(
    store: Store,
    *,
    documents: Iterable[str] | None = None,
    severity: str | None = None,
    fast: bool = False,
    batch: int = BATCH,
    workers: int | None = None,
    progress: Callable[[int], None] | None = None,
) -> ValidationReport:
    """Validate a store: its documents, what is derived from them, and what they say together.

    Where the store is open for writing, results are kept in it, and documents that have not changed since are not
    validated again; where it is open for reading, results that it holds are used and no others are kept.

    Args:
        store: The store.
        documents: Keys or file names of documents; then only what is found in these is reported, and what is derived
            (parties, links and relations) is left out. All where not given.
        severity: The least grave severity to report ("Warning" leaves out each Info); all where not given.
        fast: Whether the package `shacl` applies the shapes; the findings are the same.
        batch: Documents that one process validates at a time.
        workers: Processes to validate with; all cores where not given.
        progress: Called with the number of documents validated so far.

    Raises:
        ShapeError: A file of shapes is broken, or `fast` lacks its package.
        StoreError: There is nothing to validate: the store holds no document, or none of a name that was given.
        ValueError: There is no such severity.
    """
    shown = SEVERITIES if severity is None else graver(severity)
    shown_rules = {rule.id for rule in rules().values() if rule.severity in shown}
    places, found, counting = Places(InStore(store.oxigraph)), Found(), Counting(store.oxigraph)
    done = anew = 0
    graphs = _graphs(store, documents)
    kept = Kept(store)
    try:
        for checked in _stream(store, kept, graphs, fast, batch, workers):
            for _, seen in checked.seen:
                counting.add(seen.instruments, seen.results)
                stand = map(places.place, seen.results) if seen.places is None else seen.places
                found.add(
                    finding(one, place)
                    for one, place in zip(seen.results, stand, strict=True)
                    if one.constraint in shown_rules
                )
            done, anew = done + checked.documents, anew + checked.anew
            if progress is not None:
                progress(done)
        answers = Sorted(_answers(store.oxigraph))
        if graphs is None:
            kept.put_answers(answers)
            kept.forget_gone()
    finally:
        kept.close()
    nodes = {iris.DOCUMENTS + graph.removeprefix(iris.DOCUMENT_GRAPHS) for graph in graphs or ()}
    found.add(
        finding(one, places.place(one))
        for one in answers
        if one.constraint in shown_rules and (graphs is None or not nodes.isdisjoint(document_of(one.focus)))
    )
    return ValidationReport(found, done, counting.kinds(), counting.cells(), anew)


def stream(
    store: Store,
    *,
    documents: Iterable[str] | None = None,
    fast: bool = False,
    batch: int = BATCH,
    workers: int | None = None,
) -> Iterator[Checked]:
    """Apply the shapes and give what each batch gave, in order; arguments as for `validate`.

    Memory is that of the batches under way, whatever the store holds and however much is found.

    Raises:
        ShapeError: A file of shapes is broken.
        StoreError: There is nothing to validate.
    """
    graphs = _graphs(store, documents)
    kept = Kept(store)
    try:
        yield from _stream(store, kept, graphs, fast, batch, workers)
    finally:
        kept.close()


def _stream(
    store: Store, kept: Kept, graphs: set[str] | None, fast: bool, batch: int, workers: int | None
) -> Iterator[Checked]:
    # Before processes are forked, so that they need not read the shapes again.
    rules(), wanted(), code()
    if fast:
        by_shacl([])
    found = units.documents(store, graphs)
    if graphs is None:
        found = chain(found, *(units.pieces(store, graph) for graph in DERIVED))
    batches = ((one, kept.seen(one)) for one in _batches(found, batch))
    for whole, known, looked in _applied(store, batches, fast, workers or os.cpu_count() or 1):
        fresh = [unit for unit, before in zip(whole, known, strict=True) if before is None]
        kept.put(zip(fresh, looked, strict=True))
        rest = iter(looked)
        yield Checked(
            tuple((unit, next(rest) if before is None else before) for unit, before in zip(whole, known, strict=True)),
            sum(unit.documents for unit in fresh),
        )


def _graphs(store: Store, documents: Iterable[str] | None) -> set[str] | None:
    """The graphs of the documents that are asked for; None for all."""
    if not len(store.manifest) and not any(one.startswith(iris.DOCUMENT_GRAPHS) for one in store.graphs()):
        raise StoreError(
            "there is nothing to validate: the store holds no document",
            where=str(store.path),
            remedy="put documents into it with infact build",
        )
    return None if documents is None else {graph for which in documents for graph in _named(store, which)}


def _named(store: Store, which: str) -> Iterator[str]:
    """The graphs of the documents of that key or file name."""
    by_key = iris.document_graph(which)
    if store.holds(by_key):
        yield by_key
        return
    named = store.oxigraph.quads_for_pattern(None, ox.NamedNode(terms.FILE_NAME), ox.Literal(which), None)
    found = sorted({quad.graph_name.value for quad in named if isinstance(quad.graph_name, ox.NamedNode)})
    if not found:
        raise StoreError(
            f"no document {which!r} is in the store", where=str(store.path), remedy="name its key or its file name"
        )
    yield from found


Known = list[Seen | None]


def _applied(
    store: Store, batches: Iterator[tuple[list[Unit], Known]], fast: bool, workers: int
) -> Iterator[tuple[list[Unit], Known, list[Seen]]]:
    """Each batch, what was known of it, and what is seen in those units of which nothing was."""
    applying = by_shacl if fast else by_pyshacl
    with _pool(workers) as pool:
        waiting: deque[tuple[list[Unit], Known, Future[list[Seen]] | None]] = deque()

        def submit(count: int) -> None:
            # A batch that is known is no work, so that a rerun passes over it without a process.
            for whole, known in islice(batches, count):
                anew = [unit for unit, before in zip(whole, known, strict=True) if before is None]
                waiting.append((whole, known, pool.submit(look, units.read(store, anew), applying) if anew else None))

        try:
            # Two batches a process: one under way and one at hand, so that memory does not grow with the store.
            submit(2 * workers)
            while waiting:
                whole, known, future = waiting.popleft()
                looked = [] if future is None else future.result()
                submit(1)
                yield whole, known, looked
        except BrokenProcessPool as error:
            raise StoreError(
                "a process that validated was ended from outside, perhaps for want of memory",
                where=str(store.path),
                remedy="validate again with fewer workers; what was kept so far is not validated again",
            ) from error
        finally:
            for _, _, future in waiting:
                if future is not None:
                    future.cancel()


def _pool(workers: int) -> Executor:
    # What a process has when it begins stays to its end: the collector of cycles need not go over it each time.
    return ThreadPoolExecutor(1) if workers == 1 else ProcessPoolExecutor(workers, initializer=gc.freeze)


def _batches(found: Iterable[Unit], size: int) -> Iterator[list[Unit]]:
    """Documents together, so many at a time; each piece of a larger graph alone, as it is large already."""
    batch: list[Unit] = []
    for unit in found:
        if unit.is_piece:
            if batch:
                yield batch
            batch = []
            yield [unit]
            continue
        batch.append(unit)
        if len(batch) == size:
            yield batch
            batch = []
    if batch:
        yield batch


def _answers(store: ox.Store) -> Iterator[Result]:
    """What the questions find in a store."""
    for question in questions().values():
        yield from _answer(store, question)


def _answer(store: ox.Store, question: Question) -> Iterator[Result]:
    solutions = store.query(question.sparql, use_default_graph_as_union=True)
    assert isinstance(solutions, ox.QuerySolutions), "see rules.read_question"
    has_value = "value" in {variable.value for variable in solutions.variables}
    for row in solutions:
        value = getattr(row["value"], "value", "") if has_value else ""
        yield Result(getattr(row["focus"], "value", ""), question.rule.id, COMPONENT, value)
