"""The vocabulary graph: the ontology, the code lists and the alignments, and the software that reads documents.

Made from the Turtle files of the package. Blank nodes get canonical labels (W3C RDFC-1.0) and become IRIs under
`id/vocabulary/`, so that the same release gives the same lines.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

import pyoxigraph as ox

from ..ontology.vocabulary import vocabulary_files
from . import iris
from .nquads import literal
from .statements import PROV, RDF_TYPE

_GRAPH = ox.NamedNode(iris.VOCABULARY)
_LABEL = "<http://www.w3.org/2000/01/rdf-schema#label>"


def vocabulary_lines(version: str, versions: Iterable[str] = ()) -> list[bytes]:
    """The sorted lines of the vocabulary graph.

    Args:
        version: The version of infact that runs.
        versions: Versions that read documents which the store still holds.
    """
    lines = set(_of_the_files())
    for one in {version, *versions}:
        agent = f"<{iris.software(one)}>"
        lines.add(f"{agent} {RDF_TYPE} <{PROV}SoftwareAgent> {_GRAPH} .\n".encode())
        lines.add(f"{agent} {_LABEL} {literal(f'infact {one}')} {_GRAPH} .\n".encode())
    return sorted(lines)


@cache
def _of_the_files() -> frozenset[bytes]:
    dataset = ox.Dataset()
    for file in vocabulary_files():
        for quad in ox.parse(file.read_bytes(), format=ox.RdfFormat.TURTLE, rename_blank_nodes=True):
            dataset.add(ox.Quad(quad.subject, quad.predicate, quad.object, _GRAPH))
    dataset.canonicalize(ox.CanonicalizationAlgorithm.RDFC_1_0)
    return frozenset(
        f"{_named(quad.subject)} {quad.predicate} {_named(quad.object)} {_GRAPH} .\n".encode() for quad in dataset
    )


def _named(term: ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple) -> str:
    return f"<{iris.ID}vocabulary/{term.value}>" if isinstance(term, ox.BlankNode) else str(term)
