"""The compound paths of shapes, as functions on a graph.

pyshacl takes a path apart in the graph of shapes for each node anew, which costs more than everything else that it does
with our shapes. So each compound path is given a name of its own, and a graph of data answers that name as if it were a
property (see `triples`). What a path leads to is the same (SPARQL 1.1, section 9; SHACL, section 2.3.1); the standard's
paths of any length are left to pyshacl.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from functools import partial
from typing import Protocol

from rdflib import RDF, SH, Graph, URIRef
from rdflib.collection import Collection as Items
from rdflib.term import Node


class Ways(Protocol):
    """A graph as paths walk through it."""

    def values(self, subject: Node, predicate: Node) -> Collection[Node]:
        """The values of a property."""

    def holders(self, predicate: Node, value: Node) -> Collection[Node]:
        """The nodes that have a value in a property."""


Path = Callable[[Ways, Node], Collection[Node]]


def named_paths(shapes: Graph) -> tuple[list[tuple[Node, Node, Node]], dict[URIRef, Path]]:
    """The triples of shapes with a name in the place of each compound path, and what these names stand for."""
    names: dict[Node, URIRef] = {}
    paths: dict[URIRef, Path] = {}
    triples = []
    for subject, predicate, value in shapes:
        if predicate == SH.path and not isinstance(value, URIRef):
            if value not in names and (path := _path(shapes, value)) is not None:
                names[value] = URIRef(f"urn:x-infact-path:{len(names)}")
                paths[names[value]] = path
            triples.append((subject, predicate, names.get(value, value)))
        else:
            triples.append((subject, predicate, value))
    return triples, paths


def _path(shapes: Graph, node: Node, *, inverse: bool = False) -> Path | None:
    if isinstance(node, URIRef):
        return (lambda ways, at: ways.holders(node, at)) if inverse else (lambda ways, at: ways.values(at, node))
    turned = shapes.value(node, SH.inversePath)
    if turned is not None:
        return _path(shapes, turned, inverse=not inverse)
    choice = shapes.value(node, SH.alternativePath)
    if choice is not None:
        choices = _steps(shapes, Items(shapes, choice), inverse)
        return None if choices is None else partial(_chosen, choices)
    if shapes.value(node, RDF.first) is None:
        return None
    items = list(Items(shapes, node))
    steps = _steps(shapes, reversed(items) if inverse else items, inverse)
    return None if steps is None else partial(_walked, steps)


def _steps(shapes: Graph, nodes: Iterable[Node], inverse: bool) -> list[Path] | None:
    steps = [_path(shapes, node, inverse=inverse) for node in nodes]
    known = [step for step in steps if step is not None]
    return known if len(known) == len(steps) else None


def _chosen(choices: Iterable[Path], ways: Ways, start: Node) -> Collection[Node]:
    return {end for choice in choices for end in choice(ways, start)}


def _walked(steps: Iterable[Path], ways: Ways, start: Node) -> Collection[Node]:
    reached: Collection[Node] = (start,)
    for step in steps:
        reached = {end for at in reached for end in step(ways, at)}
    return reached
