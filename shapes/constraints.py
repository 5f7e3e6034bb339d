"""The constraints: read from the Turtle files beside this module, and checked before they are used.

A constraint is a named shape under `https://w3id.org/infact/shape/` with a name, a severity, a message in plain words,
a reason (`rdfs:seeAlso`) and something that it is about. Callers may rely on all of these being there, on every term
being one that the ontology has, and on no shape holding `sh:sparql` (which makes validation ten times slower).
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

from rdflib import DCTERMS, RDF, RDFS, SH, BNode, Graph, URIRef
from rdflib.collection import Collection
from rdflib.term import Node

from ..common.errors import ShapeError
from ..ontology import terms
from .triples import Indexed

SHAPE = "https://w3id.org/infact/shape/"
SCHEME = "https://w3id.org/infact/scheme/"
COMPLETENESS = URIRef(f"{SHAPE}completeness")
SEVERITIES = ("Violation", "Warning", "Info")
INSTRUMENTS = ("PowerOfAttorney", "ConfirmingStatement", "Substitution", "Revocation")

_TERMS = {value for value in vars(terms).values() if isinstance(value, str) and value.startswith(terms.INFACT)}
_CONCEPTS = {terms.concept(scheme, notation) for scheme, concepts in terms.SCHEMES.items() for notation in concepts}
_KNOWN = {*_TERMS, *_CONCEPTS, *(f"{SCHEME}{scheme}" for scheme in terms.SCHEMES)}


@dataclass(frozen=True, slots=True)
class Constraint:
    """One constraint.

    Attributes:
        id: Local name of its IRI.
        name: What is asked for, in a few words.
        severity: `Violation` (what does not meet it cannot be relied on), `Warning` (it is incomplete) or `Info` (it is
            unusual).
        message: What is wrong where it is not met, in plain words.
        targets: Local names of the classes that it is about, or of the property whose values it is about.
        path: The property or path that it looks at, as SPARQL writes paths; empty where it looks at the whole node.
        file: The file that it stands in.
        reason: IRI of the rule or definition behind it.
        core: Whether it belongs to the completeness of an instrument (see `report`).
    """

    id: str
    name: str
    severity: str
    message: str
    targets: tuple[str, ...]
    path: str
    file: str
    reason: str
    core: bool


def shape_files() -> tuple[Traversable, ...]:
    """The Turtle files of the shapes, by name."""
    return tuple(sorted((f for f in files(__package__).iterdir() if f.name.endswith(".ttl")), key=lambda f: f.name))


def parse(file: Traversable) -> Graph:
    """Read one file of shapes.

    Raises:
        ShapeError: It is no Turtle, names a term that the ontology does not have, or uses `sh:sparql`.
    """
    text = file.read_text(encoding="utf-8")
    graph = Graph()
    try:
        graph.parse(data=text, format="turtle")
    except Exception as error:  # rdflib's parser raises many kinds
        raise ShapeError(
            f"the shapes are no Turtle: {_first_line(error)}", where=file.name, remedy="mend the file"
        ) from error
    check_terms(file.name, text, {str(node) for triple in graph for node in triple if isinstance(node, URIRef)})
    if (None, SH.sparql, None) in graph:
        raise ShapeError(
            "sh:sparql makes validation ten times slower",
            where=_place(file.name, text, str(SH.sparql)),
            remedy="say it with SHACL Core, or ask it as a question",
        )
    return graph


def check_terms(name: str, text: str, iris: Iterable[str]) -> None:
    """See that the ontology has each of these IRIs that is of its name spaces.

    Args:
        name: The file that they stand in.
        text: Its text, so that the line can be named.
        iris: The IRIs; others than infact's are passed over.

    Raises:
        ShapeError: It does not have one.
    """
    for iri in sorted(set(iris) - _KNOWN):
        if iri.startswith((terms.INFACT, SCHEME)):
            raise ShapeError(
                f"{short(iri)} is no term of the ontology",
                where=_place(name, text, iri),
                remedy="declare it in ontology/infact.ttl or ontology/schemes.ttl, or correct the name",
            )


@cache
def _parsed() -> tuple[tuple[str, Graph], ...]:
    return tuple((file.name, parse(file)) for file in shape_files())


@cache
def shapes_graph() -> Graph:
    """All shapes as one graph.

    Raises:
        ShapeError: A file is broken.
    """
    constraints()
    return Indexed.of(triple for _, graph in _parsed() for triple in graph)


@cache
def constraints() -> dict[str, Constraint]:
    """Every constraint by its id, in the order of file and id.

    Raises:
        ShapeError: A file is broken, or two files define the same constraint.
    """
    found: dict[str, Constraint] = {}
    for name, graph in _parsed():
        for one in read(graph, name):
            if one.id in found:
                raise ShapeError(
                    f"constraint {one.id} is defined twice", where=name, remedy=f"see {found[one.id].file}"
                )
            found[one.id] = one
    return found


def read(graph: Graph, file: str) -> Iterator[Constraint]:
    """The constraints of one file, in the order of their ids.

    Raises:
        ShapeError: A constraint has no name, severity, message, reason or target, or more than one of them.
    """
    named = {shape for shape in graph.subjects(RDF.type, SH.PropertyShape) if isinstance(shape, URIRef)}
    for shape in sorted(named | {s for s in graph.subjects(SH.severity, None) if isinstance(s, URIRef)}):
        severity = _one(graph, shape, SH.severity, file).removeprefix(str(SH))
        targets = sorted(
            _local(target)
            for place in (shape, *graph.subjects(SH.property, shape))
            for kind in (SH.targetClass, SH.targetObjectsOf, SH.targetSubjectsOf)
            for target in graph.objects(place, kind)
        )
        if severity not in SEVERITIES or not targets or not str(shape).startswith(SHAPE):
            what = (
                f"{severity} is no severity"
                if severity not in SEVERITIES
                else "it is about nothing"
                if not targets
                else f"its IRI is not under {SHAPE}"
            )
            raise ShapeError(
                f"constraint {_local(shape)}: {what}", where=file, remedy="see docs of shapes/constraints.py"
            )
        path = graph.value(shape, SH.path)
        yield Constraint(
            _local(shape),
            _one(graph, shape, SH.name, file),
            severity,
            _one(graph, shape, SH.message, file),
            tuple(targets),
            _path(graph, path) if path is not None else "",
            file,
            _one(graph, shape, RDFS.seeAlso, file),
            (shape, DCTERMS.isPartOf, COMPLETENESS) in graph,
        )


def short(iri: str) -> str:
    """An IRI with its prefix, where it has one that infact knows."""
    for prefix, start in (*terms.PREFIXES.items(), ("sh", str(SH))):
        if iri.startswith(start) and iri != start:
            return f"{prefix}:{iri[len(start) :]}"
    return iri


@cache
def digest() -> str:
    """SHA-256 over all files of shapes: results that were kept under another one are results of other shapes."""
    whole = hashlib.sha256()
    for file in shape_files():
        whole.update(file.read_bytes())
    return whole.hexdigest()


def _one(graph: Graph, shape: URIRef, predicate: URIRef, file: str) -> str:
    values = list(graph.objects(shape, predicate))
    if len(values) != 1:
        raise ShapeError(
            f"constraint {_local(shape)} has {len(values) or 'no'} {short(str(predicate))}",
            where=file,
            remedy="give it exactly one",
        )
    return str(values[0])


def _local(node: Node) -> str:
    return str(node).removeprefix(SHAPE).removeprefix(terms.INFACT)


def _path(graph: Graph, path: Node) -> str:
    """A SHACL path as SPARQL 1.1 writes it (section 9.1), infact's own properties without their prefix."""
    if not isinstance(path, BNode):
        return short(str(path)).removeprefix("infact:")
    inverse = graph.value(path, SH.inversePath)
    if inverse is not None:
        return f"^{_path(graph, inverse)}"
    choice = graph.value(path, SH.alternativePath)
    if choice is not None:
        return "|".join(_path(graph, step) for step in Collection(graph, choice))
    return "/".join(_path(graph, step) for step in Collection(graph, path))


def _place(name: str, text: str, iri: str) -> str:
    """File and line in which a term first stands, written with its prefix or in full."""
    local = iri.rpartition("#")[2].rpartition("/")[2]
    for number, line in enumerate(text.splitlines(), 1):
        if f":{local}" in line or iri in line:
            return f"{name}, line {number}"
    return name


def _first_line(error: Exception) -> str:
    return next(iter(str(error).splitlines()), type(error).__name__)
