"""A piece of a data set to N-Quads: part of the one named graph that a set has for each year (docs/model.md).

A set repeats names in every row, so a name has one node for each different printing among an issuer's filings rather
than one for each row. A piece holds issuers as a whole, so nothing is said twice whatever the pieces are. Callers may
rely on: the same piece gives the same lines in the same order.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from . import iris
from .bulk import Piece
from .bulk_facts import facts_in
from .filing_quads import DERIVED_FROM, filing_statements
from .quads import reading_statements
from .records import Company, Owner, Role, Signature
from .spool import packed
from .statements import Statements, term


@dataclass(slots=True)
class _Shared:
    """Places of names in one group of an issuer's filings: numbered by what they say, in the order of first use.

    A signer's node also depends on the owners of the filing, because they tell who the signer is.
    """

    base: str
    known: dict[tuple[str, ...], str] = field(default_factory=dict)
    counts: dict[str, int] = field(default_factory=dict)

    def issuer(self, issuer: Company) -> str:
        return self._node("issuer", issuer.name)

    def owner(self, place: int, owner: Owner) -> str:
        return self._node("owner", owner.cik or "", owner.name)

    def membership(self, owner: str, role: Role, title: str | None) -> str:
        return self._node("membership", owner, role, title or "")

    def signer(self, place: int, signature: Signature, owners: tuple[Owner, ...]) -> str:
        return self._node("signer", signature.signer or "", *_whose(owners))

    def signed_for(self, place: int, number: int, name: str, owners: tuple[Owner, ...]) -> str:
        return self._node("signed-for", name, *_whose(owners))

    def _node(self, kind: str, *what: str) -> str:
        node = self.known.get((kind, *what))
        if node is None:
            self.counts[kind] = number = self.counts.get(kind, 0) + 1
            node = self.known[kind, *what] = f"{self.base}/{kind}/{number}"
        return node


def _whose(owners: tuple[Owner, ...]) -> Iterator[str]:
    for owner in owners:
        yield owner.cik or owner.name


def source_lines(key: str, name: str, sha256: str, size: int, version: str) -> Iterator[bytes]:
    """What is said of the set itself, once for each of its graphs."""
    out, node = Statements(iris.document_graph(key)), f"<{iris.document(key)}>"
    out.a(node, "SourceDocument")
    out.text(node, "fileName", name)
    out.text(node, "sha256", sha256)
    out.count(node, term("byteSize"), size)
    reading_statements(out, key, version)
    return out.lines()


def piece_statements(piece: Piece) -> Iterator[Statements]:
    """What a piece says, an issuer's (or one of its groups') at a time."""
    key = iris.bulk_key(piece.sha256, piece.year)
    graph, document = iris.document_graph(key), iris.document(key)
    out, shared = Statements(graph), _Shared("")
    for one in piece.filings:
        cik = one.filing.issuer.cik if one.filing.issuer else None
        base = iris.bulk_group(key, cik, one.group)
        if base != shared.base:
            yield out
            out, shared = Statements(graph), _Shared(base)
        node = f"{base}/filing/{one.filing.accession}"
        out.add(f"<{node}>", DERIVED_FROM, f"<{document}>")
        filing_statements(out, node, one.read(), shared)
    yield out


@dataclass(frozen=True)
class Part:
    """Lines of a data set's graph, ready to load, and the facts that are in them; the `first` of a year says so."""

    path: Path
    sha256: str
    size: int
    key: str
    lines: bytes
    facts: bytes
    quads: int
    filings: int
    first: bool


def part(piece: Piece) -> Part:
    """Read the signatures of a piece, and write its lines and facts."""
    key = iris.bulk_key(piece.sha256, piece.year)
    groups = list(piece_statements(piece))
    return Part(
        path=piece.path,
        sha256=piece.sha256,
        size=piece.size,
        key=key,
        lines=b"".join(group.written() for group in groups),
        facts=b"".join(packed(one for group in groups for one in facts_in(key, group))),
        quads=sum(map(len, groups)),
        filings=len(piece.filings),
        first=piece.first,
    )
