"""Results that are kept: the graph `graph/validation`, one `sh:ValidationReport` a unit, with the digest it holds for.

What has not changed since it was validated is not validated again, and its results can be asked for by SPARQL.
Callers may rely on a report being found only under the digest that it was made for, and on equal results being equal
statements. Places in the text are not part of the graph, as they stand in the documents' graphs; so that they need not
be looked up again, they are kept beside it in a file that may be lost.
"""

from __future__ import annotations

import hashlib
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice

import pyoxigraph as ox
from rdflib import DCTERMS, SH

from ..ingest import iris
from ..ingest.nquads import boolean, iri, literal
from ..ingest.shelf import Shelf
from ..ingest.sorting import absent, sorted_lines
from ..ingest.statements import RDF_TYPE, Statements
from ..ingest.store import Store
from ..ontology import terms
from . import units
from .constraints import SHAPE
from .findings import Result
from .rules import rules
from .seen import Seen, beside, code, read, written
from .texts import Text
from .units import Unit

QUESTIONS = "questions"
_GRAPH = ox.NamedNode(iris.VALIDATION)
# What a report was made from, and the digest under which it holds.
_CHECKED, _DIGEST = ox.NamedNode(str(DCTERMS.source)), ox.NamedNode(str(DCTERMS.identifier))
_REPORTS = f"SELECT (COUNT(*) AS ?reports) {{ GRAPH {_GRAPH} {{ ?report {_CHECKED} ?graph }} }}"
_RESULT = ox.NamedNode(str(SH.result))
# Results of questions that are written at once, and bytes that are loaded until Oxigraph is to write them to disk.
_TOGETHER, _MUCH = 5_000, 8 * 2**20


class Kept:
    """The reports in a store. Where the store is open for reading only, nothing is changed."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._shelf = Shelf(store.kept / "seen", read_only=store.read_only)
        self._any = store.holds(iris.VALIDATION)
        # The units that were met, a line each: its key and its name.
        self._there = tempfile.TemporaryFile()  # noqa: SIM115 - see `close`
        self._loaded = 0

    def seen(self, whole: Sequence[Unit]) -> list[Seen | None]:
        """What was seen in units; None for one that was not validated, or has changed since."""
        if not self._store.read_only:
            self._there.writelines(b"%s %s" % (key_of(unit).hex().encode(), _line(unit.name)) for unit in whole)
        holds = [self._holds(unit) for unit in whole]
        keys = [key_of(unit) for unit in whole]
        known = self._shelf.get([key for key, is_kept in zip(keys, holds, strict=True) if is_kept])
        return [
            (read(known[key]) if key in known else self._looked_up(unit)) if is_kept else None
            for unit, key, is_kept in zip(whole, keys, holds, strict=True)
        ]

    def results(self, unit: Unit) -> list[Result] | None:
        """The results of a unit, sorted; None where it was not validated, or has changed since."""
        if not self._holds(unit):
            return None
        return sorted(self._result(quad.object) for quad in self._about(_report(unit.name), _RESULT))

    def put(self, found: Iterable[tuple[Unit, Seen]]) -> None:
        """Keep what was seen in units in the place of what was kept of them before."""
        if self._store.read_only:
            return
        lines: list[bytes] = []
        pairs: list[tuple[bytes, bytes]] = []
        for unit, seen in found:
            self._drop(_report(unit.name))
            lines.extend(_lines(unit.name, seen.results, unit.graph, unit.digest))
            pairs.append((key_of(unit), written(seen)))
        self._add(lines)
        self._shelf.put(pairs)

    def put_answers(self, results: Iterable[Result]) -> None:
        """Keep the results of the questions, which are asked of the whole graph each time."""
        if self._store.read_only:
            return
        self._drop(_report(QUESTIONS))
        results = iter(results)
        first = list(islice(results, _TOGETHER))
        self._add(_lines(QUESTIONS, first))
        while more := list(islice(results, _TOGETHER)):
            self._add(_results(QUESTIONS, more))

    def forget_gone(self) -> None:
        """Drop whatever was kept of units that this was not asked for."""
        if self._store.read_only:
            return
        self._shelf.keep_only(self._keys())
        # Oxigraph counts at once, but reads a block of its files into memory for the name of each report.
        (count,) = self._store.select(_REPORTS)
        if int(count["reports"].value) == sum(1 for _ in self._names()):  # each unit has its report
            return
        checked = self._store.oxigraph.quads_for_pattern(None, _CHECKED, None, _GRAPH)
        reports = (getattr(quad.subject, "value", "").removeprefix(iris.REPORTS) for quad in checked)
        for name in absent(sorted_lines(map(_line, reports), units.RUN), sorted_lines(self._names(), units.RUN)):
            self._drop(_report(name.decode().rstrip("\n")))

    def close(self) -> None:
        """Let go of the file beside the graph."""
        self._shelf.close()
        self._there.close()

    def _keys(self) -> Iterator[bytes]:
        self._there.seek(0)
        return (bytes.fromhex(line.partition(b" ")[0].decode()) for line in self._there)

    def _names(self) -> Iterator[bytes]:
        self._there.seek(0)
        return (line.partition(b" ")[2] for line in self._there)

    def _holds(self, unit: Unit) -> bool:
        return (
            self._any and ox.Quad(_report(unit.name), _DIGEST, ox.Literal(unit.digest), _GRAPH) in self._store.oxigraph
        )

    def _looked_up(self, unit: Unit) -> Seen:
        (content,) = units.read(self._store, [unit])
        return beside(unit, Text(content.document, content.triples()), self.results(unit) or ())

    def _about(self, node: ox.NamedNode, predicate: ox.NamedNode | None) -> Iterator[ox.Quad]:
        return self._store.oxigraph.quads_for_pattern(node, predicate, None, _GRAPH)

    def _result(self, node: object) -> Result:
        assert isinstance(node, ox.NamedNode), "docs/model.md: nothing is a blank node"
        said = {quad.predicate.value: getattr(quad.object, "value", "") for quad in self._about(node, None)}
        return Result(
            said[str(SH.focusNode)],
            said[str(SH.sourceShape)].removeprefix(SHAPE),
            said[str(SH.sourceConstraintComponent)].removeprefix(str(SH)).removesuffix("ConstraintComponent"),
            said.get(str(SH.value), ""),
        )

    def _drop(self, report: ox.NamedNode) -> None:
        """Remove a report. Its digest goes first: should the run be ended within, the report counts for nothing."""
        digests = self._about(report, _DIGEST)
        for quad in chain(list(digests), self._about(report, None)):
            self._store.oxigraph.remove(quad)
            result = quad.object
            # A piece that was cut anew has the same results under another name.
            if quad.predicate == _RESULT and isinstance(result, ox.NamedNode) and not self._reported(result):
                for said in list(self._about(result, None)):
                    self._store.oxigraph.remove(said)

    def _reported(self, result: ox.NamedNode) -> bool:
        return next(self._store.oxigraph.quads_for_pattern(None, _RESULT, result, _GRAPH), None) is not None

    def _add(self, lines: Iterable[bytes]) -> None:
        together = b"".join(lines)
        self._store.oxigraph.load(together, format=ox.RdfFormat.N_QUADS)
        self._any = True
        self._loaded += len(together)
        if self._loaded > _MUCH:
            # Oxigraph would keep a gigabyte in memory before it writes it by itself.
            self._store.oxigraph.flush()
            self._loaded = 0


def key_of(unit: Unit) -> bytes:
    """Under what it is kept beside the graph what was seen in a unit; another release may see more."""
    return hashlib.sha256(f"{unit.name} {unit.digest} {code()}".encode()).digest()


def result_iri(result: Result) -> str:
    """The IRI of a result, from all that it says."""
    parts = (result.focus, result.constraint, result.component, result.value)
    return f"{iris.REPORTS}result/{iris.digest(*parts)}"


def _line(name: str) -> bytes:
    return f"{name}\n".encode()


def _report(name: str) -> ox.NamedNode:
    return ox.NamedNode(iris.REPORTS + name)


def _lines(
    name: str, results: Iterable[Result], graph: str | None = None, digest: str | None = None
) -> Iterator[bytes]:
    out, report, found = Statements(iris.VALIDATION), iri(iris.REPORTS + name), list(results)
    out.add(report, RDF_TYPE, _sh("ValidationReport"))
    out.add(report, _sh("conforms"), boolean(not found))
    if graph is not None:
        out.add(report, str(_CHECKED), iri(graph))
    if digest is not None:
        out.add(report, str(_DIGEST), literal(digest))
    return chain(out.lines(), _results(name, found))


def _results(name: str, results: Iterable[Result]) -> Iterator[bytes]:
    """The results of a report."""
    out, report = Statements(iris.VALIDATION), iri(iris.REPORTS + name)
    for one in results:
        rule, node = rules()[one.constraint], iri(result_iri(one))
        out.add(report, _sh("result"), node)
        out.add(node, RDF_TYPE, _sh("ValidationResult"))
        out.add(node, _sh("focusNode"), iri(one.focus))
        if rule.path.isalnum():
            out.add(node, _sh("resultPath"), iri(terms.INFACT + rule.path))
        if one.value:
            named = one.value.startswith(("https://", "http://"))
            out.add(node, _sh("value"), iri(one.value) if named else literal(one.value))
        out.add(node, _sh("sourceShape"), iri(SHAPE + rule.id))
        out.add(node, _sh("sourceConstraintComponent"), _sh(f"{one.component}ConstraintComponent"))
        out.add(node, _sh("resultSeverity"), _sh(rule.severity))
        out.add(node, _sh("resultMessage"), literal(rule.message))
    return out.lines()


def _sh(name: str) -> str:
    return iri(str(SH) + name)
