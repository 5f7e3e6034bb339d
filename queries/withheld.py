"""A copy of a store in which listed persons have pseudonyms, for exports: the store itself stays whole."""

from __future__ import annotations

import contextlib
import tempfile
from collections.abc import Iterator
from typing import Any

import pyoxigraph
from pyoxigraph import Literal, NamedNode, Quad

from ..common.withholding import Withholding


@contextlib.contextmanager
def withheld_copy(store: pyoxigraph.Store, withholding: Withholding) -> Iterator[pyoxigraph.Store]:
    """The store as it may be given away: literals and IRIs without listed names and CIKs.

    Where nobody is listed this is the store itself. Otherwise it is a copy on disk, gone when the context ends.
    Quotes hold pseudonyms then, so they no longer equal the slice of the text that their offsets name.
    """
    if not withholding:
        yield store
        return
    with tempfile.TemporaryDirectory() as folder:
        copy = pyoxigraph.Store(folder)
        copy.bulk_extend(_applied(quad, withholding) for quad in store)
        yield copy
        del copy  # its files are open until then


def _applied(quad: Quad, withholding: Withholding) -> Quad:
    subject, graph = _iri(quad.subject, withholding), _iri(quad.graph_name, withholding)
    value = quad.object
    if isinstance(value, Literal):
        text = withholding.apply(value.value)
        if text != value.value:
            # What held a name or a CIK was text; a pseudonym in the place of a number is text, too.
            value = Literal(text, language=value.language) if value.language else Literal(text)
    else:
        value = _iri(value, withholding)
    return Quad(subject, quad.predicate, value, graph)


def _iri(term: Any, withholding: Withholding) -> Any:
    return NamedNode(withholding.apply(term.value)) if isinstance(term, NamedNode) else term
