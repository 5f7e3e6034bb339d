"""The constraints: read from the Turtle files beside this module, checked against the ontology before they are used."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

from rdflib import RDFS, SH, Graph

from ..common.errors import ShapeError
from ..ontology import terms

SHAPE = "https://w3id.org/infact/shape/"
_TERM = re.compile(r"\binfact:([A-Za-z]\w*)")
_KNOWN = {
    value.removeprefix(terms.INFACT)
    for value in vars(terms).values()
    if isinstance(value, str) and value.startswith(terms.INFACT)
}


@dataclass(frozen=True, slots=True)
class Constraint:
    """One constraint. `id` is the local name of its IRI; `severity` is Violation, Warning or Info."""

    id: str
    name: str
    severity: str
    message: str
    targets: tuple[str, ...]
    file: str
    reason: str


def shape_files() -> tuple[Traversable, ...]:
    """The Turtle files of the shapes, by name."""
    return tuple(sorted((f for f in files(__package__).iterdir() if f.name.endswith(".ttl")), key=lambda f: f.name))


def parse(file: Traversable) -> Graph:
    """Read one file of shapes.

    Raises:
        ShapeError: It is no Turtle, or names a term that the ontology does not have.
    """
    text = file.read_text(encoding="utf-8")
    graph = Graph()
    try:
        graph.parse(data=text, format="turtle")
    except Exception as error:  # rdflib's parser raises many kinds
        raise ShapeError(
            f"the shapes are no Turtle: {str(error).splitlines()[0]}", where=file.name, remedy="mend the file"
        ) from error
    unknown = sorted(set(_TERM.findall(text)) - _KNOWN)
    if unknown:
        raise ShapeError(
            f"infact:{unknown[0]} is no term of the ontology",
            where=file.name,
            remedy="declare it in ontology/infact.ttl or correct the name",
        )
    return graph


@cache
def shapes_graph() -> Graph:
    """All shapes as one graph.

    Raises:
        ShapeError: A file is broken.
    """
    whole = Graph()
    for file in shape_files():
        whole += parse(file)
    return whole


@cache
def constraints() -> dict[str, Constraint]:
    """Every constraint by its id, in the order of file and id."""
    found: dict[str, Constraint] = {}
    for file in shape_files():
        graph = parse(file)
        for shape in sorted(graph.subjects(SH.severity, None), key=str):
            targets = sorted(
                str(target).removeprefix(terms.INFACT)
                for parent in [shape, *graph.subjects(SH.property, shape)]
                for target in graph.objects(parent, SH.targetClass)
            )
            found[_id(shape)] = Constraint(
                _id(shape),
                str(graph.value(shape, SH.name)),
                str(graph.value(shape, SH.severity)).removeprefix(str(SH)),
                str(graph.value(shape, SH.message)),
                tuple(targets),
                file.name,
                str(graph.value(shape, RDFS.seeAlso)),
            )
    return found


def _id(shape: object) -> str:
    return str(shape).removeprefix(SHAPE)
