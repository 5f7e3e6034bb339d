"""Two ways of applying the shapes to triples: pyshacl, and the package `shacl` where it is installed (`fast`).

Both take N-Triples and give the same results; tests compare them on every corpus at hand. pyshacl is the reference.
Each text is validated with nothing but what it holds, many at a time, as each call has a price of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING

import pyshacl
from rdflib import RDF, RDFS, SH, Graph, URIRef

from ..common.errors import ShapeError
from ..ingest.packing import DOCUMENT, full, shortened
from .constraints import SHAPE, shapes_graph
from .findings import Result, document_of
from .paths import Path, named_paths
from .texts import Text
from .triples import Indexed, Wanted

if TYPE_CHECKING:
    import shacl

_OURS = f"<{DOCUMENT}".encode()

Applying = Callable[[Sequence[Text]], list[list[Result]]]


def by_pyshacl(texts: Sequence[Text]) -> list[list[Result]]:
    """The results of pyshacl, sorted, for each text.

    All texts are one graph to it. Results go to the text whose document is the nearest above their node.

    Raises:
        ShapeError: The shapes are no SHACL.
    """
    data = wanted().graph(texts)
    try:
        _, report, text = pyshacl.validate(data, shacl_graph=_named()[0], inference="none", inplace=True)
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
    if len(texts) == 1:
        return [sorted(found)]
    parted: dict[str, list[Result]] = {text.document: [] for text in texts}
    for one in sorted(found):
        parted[next(node for node in document_of(one.focus) if node in parted)].append(one)
    return list(parted.values())


def by_shacl(texts: Sequence[Text]) -> list[list[Result]]:
    """The results of the package `shacl`, sorted, for each text.

    All texts are one graph to it, in which the nodes of each document have a scheme with its number.

    Raises:
        ShapeError: The package is not installed, or the shapes are no SHACL.
    """
    numbered = (_looked_at(text).replace(_OURS, b"<i+d%d:" % number) for number, text in enumerate(texts))
    try:
        report = _compiled().validate_text(b"".join(numbered).decode(), "ntriples")
    except ValueError as error:
        raise _broken(str(error)) from error
    found: list[set[Result]] = [set() for _ in texts]
    for one in report.results:
        number, focus = _numbered(one.focus_node, texts)
        value = "" if one.value in {None, one.focus_node} else one.value_plain or ""
        if one.value and one.value.startswith("<") and value:
            value = _numbered(one.value, texts)[1]
        component = _local(one.component_iri)
        found[number].add(Result(focus, _plain(one.source_shape or "").removeprefix(SHAPE), component, value))
    return list(map(sorted, found))


@cache
def wanted() -> Wanted:
    """The properties and classes that a shape names; what a shape refers its reader to is not looked at.

    Raises:
        ShapeError: A file of shapes is broken.
    """
    named = {node for triple in shapes_graph() if triple[1] != RDFS.seeAlso for node in triple}
    return Wanted({RDF.type, *(node for node in named if isinstance(node, URIRef))}, _named()[1])


@cache
def _named() -> tuple[Graph, Mapping[URIRef, Path]]:
    """The shapes with a name for each compound path, and these paths."""
    triples, paths = named_paths(shapes_graph())
    return Indexed.of(triples), paths


@cache
def _compiled() -> shacl.Shapes:
    try:
        import shacl  # noqa: PLC0415 - an optional package
    except ImportError as error:
        raise ShapeError(
            "the fast way of validating needs the package `shacl`",
            remedy="install it with pip install 'infact[fast]', or validate without --fast",
        ) from error
    lines = shapes_graph().serialize(format="nt", encoding="utf-8")
    return shacl.Shapes.from_text(shortened(lines).decode(), "ntriples")


def _looked_at(text: Text) -> bytes:
    """What shapes look at, as N-Triples: most of what the engine spends goes into taking these apart."""
    return b"".join([lines for _, lines in wanted().lines(text)])


def _numbered(term: str, texts: Sequence[Text]) -> tuple[int, str]:
    """The number of the document that an IRI in angle brackets is of, nought for any other, and the IRI in full."""
    iri = term[1:-1]
    if not iri.startswith("i+d"):
        return 0, full(iri)
    number, _, rest = iri[len("i+d") :].partition(":")
    return int(number), texts[int(number)].document + rest


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
