"""A document's triples as the validator takes them: N-Triples with short IRIs, by property.

The shapes, and what people need beside a result, ask for the lines of a property; kept lines stand together by it.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from ..ingest.packing import blocks


class Text:
    """The triples of a document, or of a piece of a graph.

    Args:
        document: The node of the document that they are about; empty where they are of none.
        triples: N-Triples as Oxigraph, rdflib and `ingest.nquads` write them, one a line and one space between terms,
            shortened (see `ingest.packing`).
    """

    def __init__(self, document: str, triples: bytes) -> None:
        self.document, self.triples = document, triples

    @cached_property
    def by_property(self) -> Mapping[bytes, bytes]:
        """The lines of each property."""
        return blocks(self.triples)
