"""A document's triples as the validator takes them: N-Triples with short IRIs, by property.

They are taken apart once, for the shapes and for what people need beside a result; most of both is found by property.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from functools import cached_property


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
    def by_property(self) -> Mapping[bytes, list[bytes]]:
        """The lines by property, in the order in which they stand."""
        found = defaultdict[bytes, list[bytes]](list)
        for line in self.triples.splitlines():
            found[line.split(b" ", 2)[1]].append(line)
        return dict(found)
