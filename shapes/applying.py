"""Two ways of applying the shapes to triples: pyshacl, and the package `shacl` where it is installed (`fast`).

Both take N-Triples and give the same results; tests compare them on every corpus at hand. pyshacl is the reference.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING

import pyshacl
from rdflib import RDF, RDFS, SH, Graph, URIRef

from ..common.errors import ShapeError
from .constraints import SHAPE, shapes_graph
from .findings import Result
from .triples import Wanted

if TYPE_CHECKING:
    import shacl

Applying = Callable[[bytes], list[Result]]


def by_pyshacl(triples: bytes) -> list[Result]:
    """The results of pyshacl, sorted.

    Raises:
        ShapeError: The shapes are no SHACL.
    """
    data = wanted().graph(triples)
    try:
        _, report, text = pyshacl.validate(data, shacl_graph=shapes_graph(), inference="none", inplace=True)
    except (ValueError, RuntimeError) as error:
        # pyshacl's errors of loading shapes and constraints are RuntimeErrors that name the node.
        raise _broken(str(error)) from error
    if not isinstance(report, Graph):
        raise _broken(str(text or report))
    found = set()
    # Only direct results: `sh:node` repeats the inner ones as details of its own.
    for result in report.objects(None, SH.result):
        focus, value = report.value(result, SH.focusNode), report.value(result, SH.value)
        found.add(
            Result(
                str(focus),
                str(report.value(result, SH.sourceShape)).removeprefix(SHAPE),
                _local(str(report.value(result, SH.sourceConstraintComponent))),
                "" if value is None or value == focus else str(value),
            )
        )
    return sorted(found)


def by_shacl(triples: bytes) -> list[Result]:
    """The results of the package `shacl`, sorted.

    Raises:
        ShapeError: The package is not installed, or the shapes are no SHACL.
    """
    try:
        report = _compiled().validate_text(wanted().lines(triples).decode(), "ntriples")
    except ValueError as error:
        raise _broken(str(error)) from error
    return sorted(
        {
            Result(
                focus := _plain(one.focus_node),
                _plain(one.source_shape or "").removeprefix(SHAPE),
                _local(one.component_iri),
                "" if (value := one.value_plain) is None or value == focus else value,
            )
            for one in report.results
        }
    )


@cache
def wanted() -> Wanted:
    """The properties and classes that a shape names; what a shape refers its reader to is not looked at.

    Raises:
        ShapeError: A file of shapes is broken.
    """
    named = {node for triple in shapes_graph() if triple[1] != RDFS.seeAlso for node in triple}
    return Wanted({RDF.type, *(node for node in named if isinstance(node, URIRef))})


@cache
def _compiled() -> shacl.Shapes:
    try:
        import shacl  # noqa: PLC0415 - an optional package
    except ImportError as error:
        raise ShapeError(
            "the fast way of validating needs the package `shacl`",
            remedy="install it with pip install 'infact[fast]', or validate without --fast",
        ) from error
    return shacl.Shapes.from_text(shapes_graph().serialize(format="nt"), "ntriples")


def _plain(term: str) -> str:
    return term.removeprefix("<").removesuffix(">")


def _local(component: str) -> str:
    return component.removeprefix(str(SH)).removesuffix("ConstraintComponent")


def _broken(why: str) -> ShapeError:
    return ShapeError(
        f"the shapes could not be applied: {next(iter(why.strip().splitlines()), why)}",
        where="shapes",
        remedy="mend the shape that it names",
    )
