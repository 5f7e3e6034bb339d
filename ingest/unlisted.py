"""Forms that documents name and the code list lacks: concepts of the vocabulary graph all the same.

Documents name rare and mistyped forms, and point to them as if the list had them. A derivation, which reads everything
that documents say, gives each such concept what those of the list have, so that a question for notations misses none.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import pyoxigraph as ox

from ..ontology import terms
from . import iris
from .facts import DocumentFacts
from .nquads import literal, segment
from .statements import RDF_TYPE, Statements
from .store import Store

_SKOS = "http://www.w3.org/2004/02/skos/core#"
_SCHEME = "https://w3id.org/infact/scheme/form"
_LISTED = frozenset(terms.SCHEMES["form"])
_DEFINITION = "A form that documents of this corpus name, as printed there; the list of forms does not have it."


def named(facts: DocumentFacts) -> Iterator[str]:
    """The forms that a document names, as notations."""
    if facts.filing is not None and facts.filing.form is not None:
        yield facts.filing.form
    for instrument in facts.instruments:
        yield from map(iris.notation, instrument.forms)
        for reference in instrument.references:
            yield from map(iris.notation, reference.forms)


def write(store: Store, forms: Iterable[str]) -> None:
    """Let the vocabulary graph hold a concept for each of these forms that the list lacks, and for no other form."""
    before, now = set(held(store)), set(_lines(forms))
    if before != now:
        store.change(b"".join(sorted(before - now)), b"".join(sorted(now - before)))


def held(store: Store) -> Iterator[bytes]:
    """The lines of such concepts that the vocabulary graph holds."""
    in_scheme, graph = ox.NamedNode(f"{_SKOS}inScheme"), ox.NamedNode(iris.VOCABULARY)
    found = store.oxigraph.quads_for_pattern(None, in_scheme, ox.NamedNode(_SCHEME), graph)
    return _lines(iris.notation(quad.subject.value) for quad in found if isinstance(quad.subject, ox.NamedNode))


def _lines(forms: Iterable[str]) -> Iterator[bytes]:
    out = Statements(iris.VOCABULARY)
    for form in sorted(set(forms) - _LISTED):
        node = f"<{_SCHEME}/{segment(form)}>"
        out.add(node, RDF_TYPE, f"<{_SKOS}Concept>")
        out.add(node, f"<{_SKOS}inScheme>", f"<{_SCHEME}>")
        out.add(node, f"<{_SKOS}topConceptOf>", f"<{_SCHEME}>")
        out.add(node, f"<{_SKOS}notation>", literal(form))
        out.add(node, f"<{_SKOS}prefLabel>", f"{literal(form)}@en")
        out.add(node, f"<{_SKOS}definition>", f"{literal(_DEFINITION)}@en")
    return out.lines()
