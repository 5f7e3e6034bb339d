"""Statements with short IRIs: a third of the bytes to keep, to take apart and to search, and the same statements.

What most IRIs of a document's graph begin with is written as a scheme of our own: its node as `i+d:`, a term of the
ontology as `i+o:`, and so on. Callers may rely on shortened lines being N-Triples, and on every term being found again:
the sign that begins an IRI is escaped in the words of a text.
"""

from __future__ import annotations

import re
import zlib

from ..ontology import terms
from . import iris

DOCUMENT = "i+d:"
_STARTS = (
    ("i+o:", terms.INFACT),
    ("i+s:", "https://w3id.org/infact/scheme/"),
    ("i+a:", terms.PREFIXES["oa"]),
)
# From a quote before such a sign to the last quote of the line, all of which is words.
_WORDS = re.compile(rb'"[^"\n<]*<[^\n]*"')
_BYTES = tuple((f"<{full}".encode(), f"<{short}".encode()) for short, full in _STARTS)


def shortened(triples: bytes, document: str = "") -> bytes:
    """N-Triples with short IRIs; `document` is the node of the document that they are about, where they are of one."""
    text = _WORDS.sub(lambda words: words[0].replace(b"<", rb"\u003C"), triples)
    if document:
        text = text.replace(f"<{document}".encode(), f"<{DOCUMENT}".encode())
    for full, short in _BYTES:
        text = text.replace(full, short)
    return text


def short(iri: str, document: str = "") -> str:
    """An IRI as shortened lines have it."""
    if document and iri.startswith(document):
        return DOCUMENT + iri[len(document) :]
    for start, full in _STARTS:
        if iri.startswith(full):
            return start + iri[len(full) :]
    return iri


def full(iri: str, document: str = "") -> str:
    """The IRI that stands for a short one; others stand for themselves."""
    if not iri.startswith("i+"):
        return iri
    if iri.startswith(DOCUMENT):
        return document + iri[len(DOCUMENT) :]
    return next((whole + iri[len(start) :] for start, whole in _STARTS if iri.startswith(start)), iri)


def pack(lines: bytes, key: str) -> bytes:
    """The N-Quads of a document's graph, as `unpacked` reads them."""
    triples = lines.replace(f" <{iris.document_graph(key)}> .\n".encode(), b" .\n")
    return zlib.compress(shortened(triples, iris.document(key)), 1)


def unpacked(packed: bytes) -> bytes:
    """The shortened N-Triples that were packed.

    Raises:
        zlib.error: This was not packed, or is damaged.
    """
    return zlib.decompress(packed)
