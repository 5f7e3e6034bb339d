"""Where the neighbours of a node are looked up: in a store, or in the N-Triples of one document.

A store on disk takes ten microseconds for each statement that it gives, and a document's lines are at hand where it is
validated, so that what people need beside a result is looked for in these. Both give the same of one document, as no
other graph says anything of a document's nodes that is asked for here.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Protocol

import pyoxigraph as ox

from ..ingest.packing import full, short
from .texts import Text

_NEWLINE = ord("\n")


class Lookup(Protocol):
    """Statements, asked for by two of their terms; the answers are sorted texts without repetition."""

    def objects(self, subject: str, predicate: str) -> list[str]:
        """The values of a property: IRIs, and the texts of literals."""

    def subjects(self, predicate: str, value: str) -> list[str]:
        """The nodes of which a property has this IRI as its value."""


class InStore:
    """The statements of an Oxigraph store, whichever graphs they stand in."""

    def __init__(self, store: ox.Store) -> None:
        self._store = store

    def objects(self, subject: str, predicate: str) -> list[str]:
        """See `Lookup`."""
        return sorted({getattr(quad.object, "value", "") for quad in self._pattern(subject, predicate, None)})

    def subjects(self, predicate: str, value: str) -> list[str]:
        """See `Lookup`."""
        found = self._pattern(None, predicate, value)
        return sorted({quad.subject.value for quad in found if isinstance(quad.subject, ox.NamedNode)})

    def _pattern(self, subject: str | None, predicate: str, value: str | None) -> Iterator[ox.Quad]:
        try:
            return self._store.quads_for_pattern(
                None if subject is None else ox.NamedNode(subject),
                ox.NamedNode(predicate),
                None if value is None else ox.NamedNode(value),
                None,
            )
        except ValueError:  # a value that begins like an IRI and is none
            return iter(())


class InLines:
    """The statements of a text.

    Args:
        text: The triples of a document.
    """

    def __init__(self, text: Text) -> None:
        self._blocks, self._document = text.by_property, text.document

    def objects(self, subject: str, predicate: str) -> list[str]:
        """See `Lookup`."""
        named = _named(predicate)
        block = self._blocks.get(named, b"")
        start = b"<%s> %s " % (short(subject, self._document).encode(), named)
        found, at = set[bytes](), 0
        while (at := block.find(start, at)) >= 0:
            end = block.index(b" .\n", at)
            if not at or block[at - 1] == _NEWLINE:
                found.add(block[at + len(start) : end])
            at = end
        return sorted({text_of(term, self._document) for term in found})

    def subjects(self, predicate: str, value: str) -> list[str]:
        """See `Lookup`."""
        named = _named(predicate)
        block = self._blocks.get(named, b"")
        end = b" %s <%s> .\n" % (named, short(value, self._document).encode())
        found, at = set[bytes](), 0
        while (at := block.find(end, at)) >= 0:
            found.add(block[block.rfind(b"\n", 0, at) + 1 : at])
            at += len(end)
        return sorted(text_of(subject, self._document) for subject in found)


@lru_cache(maxsize=256)
def _named(predicate: str) -> bytes:
    return f"<{short(predicate)}>".encode()


def text_of(term: bytes, document: str = "") -> str:
    """What a term of shortened N-Triples says: an IRI in full, or the text of a literal."""
    if term.startswith(b"<"):
        return full(term[1:-1].decode(), document)
    words = term[1 : term.rindex(b'"')]
    if b"\\" not in words:
        return words.decode()
    (triple,) = ox.parse(b"<a:a> <a:a> %s ." % term, format=ox.RdfFormat.N_TRIPLES)
    assert isinstance(triple.object, ox.Literal)
    return triple.object.value
