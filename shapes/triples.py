"""Graphs for pyshacl: N-Triples, or the shapes, indexed as SHACL Core looks things up.

rdflib's own memory store spends more time on taking a batch in than pyshacl spends on validating it: it keeps three
indexes and a context for each triple. Callers may rely on a graph of this module answering all that an rdflib graph
does, but for removing; a triple that stands twice in N-Triples may be given twice.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any, Self

import pyoxigraph as ox
from rdflib import RDF, XSD, Graph, Literal, URIRef
from rdflib.term import Node

from ..ingest.packing import DOCUMENT, full, short
from .paths import Path
from .texts import Text

_TYPE = f"<{RDF.type}>".encode()
_OURS = f"<{DOCUMENT}".encode()
_STRING = URIRef("http://www.w3.org/2001/XMLSchema#string")
_NOTHING: dict[Node, list[Node]] = {}
_FORMS = {
    XSD.date: re.compile(r"-?\d{4,}-\d{2}-\d{2}(Z|[+-]\d{2}:\d{2})?", re.ASCII),
    XSD.decimal: re.compile(r"[+-]?(\d+(\.\d*)?|\.\d+)", re.ASCII),
    XSD.integer: re.compile(r"[+-]?\d+", re.ASCII),
}


class Indexed(Graph):
    """A graph in memory, indexed by predicate and subject, and where it is asked for by predicate and object."""

    def __init__(self, paths: Mapping[URIRef, Path] | None = None) -> None:
        super().__init__()
        self._paths = paths or {}
        self._objects: dict[Node, dict[Node, list[Node]]] = {}
        self._subjects: dict[Node, dict[Node, list[Node]]] = {}
        self._size = 0

    @classmethod
    def of(cls, triples: Iterable[tuple[Node, Node, Node]]) -> Self:
        """A graph of these triples, in which equal terms are one object: so they are found faster."""
        graph, met = cls(), dict[Node, Node]()
        for triple in triples:
            subject, predicate, value = (met.setdefault(term, term) for term in triple)
            graph.add((subject, predicate, value))
        return graph

    def add(self, triple: Any) -> Self:
        """See rdflib."""
        subject, predicate, value = triple
        values = self._objects.setdefault(predicate, {}).setdefault(subject, [])
        if value not in values:
            values.append(value)
            self._size += 1
            self._subjects.pop(predicate, None)
        return self

    def objects(self, subject: Any = None, predicate: Any = None, unique: bool = False) -> Any:
        """See rdflib; paths ask with both terms, and these are looked up at once."""
        if subject is None or predicate is None:
            return super().objects(subject, predicate, unique)
        about = self._objects.get(predicate)
        if about is None and predicate in self._paths:
            return iter(self._paths[predicate](self, subject))
        return iter((about or _NOTHING).get(subject, ()))

    def subjects(self, predicate: Any = None, object: Any = None, unique: bool = False) -> Any:  # noqa: A002
        """See rdflib; paths and targets ask with both terms, and these are looked up at once."""
        if predicate is None or object is None or isinstance(object, list):
            return super().subjects(predicate, object, unique)
        return iter(self._inverse(predicate).get(object, ()))

    def values(self, subject: Node, predicate: Node) -> Collection[Node]:
        """See `paths.Ways`."""
        return self._objects.get(predicate, _NOTHING).get(subject, ())

    def holders(self, predicate: Node, value: Node) -> Collection[Node]:
        """See `paths.Ways`."""
        return self._inverse(predicate).get(value, ())

    def triples(self, triple: Any) -> Iterator[Any]:  # type: ignore[override]
        """See rdflib; every other look-up comes down to this one."""
        subject, predicate, value = triple
        for named in list(self._objects) if predicate is None else (predicate,):
            about = self._objects.get(named, _NOTHING)
            if subject is None and value is not None:
                yield from ((one, named, value) for one in self._inverse(named).get(value, ()))
                continue
            for one in about if subject is None else (subject,):
                yield from ((one, named, other) for other in about.get(one, ()) if value is None or other == value)

    def __len__(self) -> int:
        return self._size

    def _inverse(self, predicate: Node) -> dict[Node, list[Node]]:
        found = self._subjects.get(predicate)
        if found is None:
            self._subjects[predicate] = found = {}
            for subject, values in self._objects.get(predicate, _NOTHING).items():
                for value in values:
                    found.setdefault(value, []).append(subject)
        return found


class Wanted:
    """The properties and classes that shapes name; no other triple is taken into a batch.

    Args:
        nodes: Properties and classes, as the graph of shapes has them: the very same object is found faster.
        paths: What the names of compound paths stand for.
    """

    def __init__(self, nodes: Iterable[URIRef], paths: Mapping[URIRef, Path]) -> None:
        self.terms: Mapping[bytes, URIRef] = {f"<{short(node)}>".encode(): node for node in nodes}
        self.names = frozenset(map(str, self.terms.values()))
        self._paths = paths

    def lines(self, text: Text) -> Iterator[tuple[bytes, bytes]]:
        """Properties that shapes name, each with the lines of a text that shapes look at."""
        terms = self.terms
        for predicate, block in text.by_property.items():
            if predicate == _TYPE:
                lines = block.splitlines(keepends=True)
                yield predicate, b"".join([line for line in lines if line.split(b" ", 2)[2][:-3] in terms])
            elif predicate in terms:
                yield predicate, block

    def graph(self, texts: Iterable[Text]) -> Indexed:
        """What shapes look at, as a graph."""
        terms, known, graph = self.terms, dict[bytes, Node](self.terms), Indexed(self._paths)
        index = graph._objects
        for text in texts:
            document = text.document
            # Nodes of a document are known in its lines only.
            ours: dict[bytes, Node] = {}
            for predicate, block in self.lines(text):
                about = index.setdefault(terms[predicate], {})
                for line in block.splitlines():
                    graph._size += 1
                    named, _, value = line[:-2].split(b" ", 2)
                    subject = ours.get(named) or known.get(named) or _made(named, document, ours, known)
                    term = ours.get(value) or known.get(value) or _made(value, document, ours, known)
                    if subject in about:
                        about[subject].append(term)
                    else:
                        about[subject] = [term]
        return graph


def _made(term: bytes, document: str, ours: dict[bytes, Node], known: dict[bytes, Node]) -> Node:
    if term.startswith(_OURS):
        made: Node = URIRef(full(term[1:-1].decode(), document))
        ours[term] = made
    else:
        known[term] = made = _term(term)
    return made


def _term(term: bytes) -> Node:
    if term.startswith(b"<"):
        return URIRef(full(term[1:-1].decode()))
    assert term.startswith(b'"'), "docs/model.md: nothing is a blank node"
    end = term.rindex(b'"')
    kind = term[end + 1 :]
    if b"\\" in term or kind.startswith(b"@"):
        (triple,) = ox.parse(b"<a:a> <a:a> %s ." % term, format=ox.RdfFormat.N_TRIPLES)
        literal = triple.object
        assert isinstance(literal, ox.Literal)
        if literal.language:
            return Literal(literal.value, literal.language)
        return _typed(literal.value, URIRef(literal.datatype.value))
    return _typed(term[1:end].decode(), URIRef(kind[3:-1].decode()) if kind else _STRING)


def _typed(text: str, datatype: URIRef) -> Literal:
    """A literal as it stands, ill-typed where XML Schema says so: rdflib takes forms that are Python's own, too."""
    made = Literal(text, datatype=datatype, normalize=False)
    form = _FORMS.get(datatype)
    if form is not None and not form.fullmatch(text):
        made._value, made._ill_typed = None, True
    return made
