"""Statements with short IRIs: a third of the bytes to keep, to take apart and to search, and the same statements.

What most IRIs of a document's graph begin with is written as a scheme of our own: its node as `i+d:`, a term of the
ontology as `i+o:`, and so on. Packed lines stand together by property, below a remark that says how many bytes each
property's lines have, so that they need not be taken apart to be found. Callers may rely on all of these being
N-Triples, and on every term being found again: the sign that begins an IRI is escaped in the words of a text.
"""

from __future__ import annotations

import re
import zlib
from collections import defaultdict

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


def grouped(triples: bytes) -> bytes:
    """N-Triples with the lines of each property together, as `blocks` finds them at once."""
    by_property = blocks(triples)
    sizes = b" ".join(b"%s %d" % (name, len(block)) for name, block in by_property.items())
    return b"".join((b"# ", sizes, b"\n", *by_property.values()))


def blocks(triples: bytes) -> dict[bytes, bytes]:
    """The lines of each property, in the order in which they stand; of any N-Triples with one space between terms."""
    if triples.startswith(b"# "):
        head, _, rest = triples.partition(b"\n")
        words, at = head.split(b" ")[1:], 0
        found: dict[bytes, bytes] = {}
        for name, size in zip(words[::2], map(int, words[1::2]), strict=False):
            found[name] = rest[at : at + size]
            at += size
        return found
    lines = defaultdict[bytes, list[bytes]](list)
    for line in triples.splitlines(keepends=True):
        lines[line.split(b" ", 2)[1]].append(line)
    return {name: b"".join(of_name) for name, of_name in lines.items()}


def pack(lines: bytes, key: str) -> bytes:
    """The N-Quads of a document's graph, as `unpacked` reads them."""
    triples = lines.replace(f" <{iris.document_graph(key)}> .\n".encode(), b" .\n")
    return zlib.compress(grouped(shortened(triples, iris.document(key))), 1)


def unpacked(packed: bytes) -> bytes:
    """The shortened N-Triples that were packed, grouped.

    Raises:
        zlib.error: This was not packed, or is damaged.
    """
    return zlib.decompress(packed)
