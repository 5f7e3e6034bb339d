"""Every IRI and key that infact gives a thing, in one place; the rules stand in docs/model.md.

Nothing here looks at a clock or draws a number: a key comes from an accession, a file name or a content hash, and an
IRI from a key, a CIK, a position or a hash of such things. The same input therefore gives the same IRI.
"""

from __future__ import annotations

import hashlib
import re
from functools import lru_cache
from typing import Literal
from urllib.parse import unquote

from .nquads import segment

BASE = "https://w3id.org/infact/"
ID = f"{BASE}id/"
GRAPH = f"{BASE}graph/"
DOCUMENT_GRAPHS = f"{GRAPH}document/"
DOCUMENTS = f"{ID}document/"
IDENTITY = f"{GRAPH}identity"
RELATIONS = f"{GRAPH}relations"
VOCABULARY = f"{GRAPH}vocabulary"
VALIDATION = f"{GRAPH}validation"
REPORTS = f"{ID}validation/"
CORPUS = f"{ID}corpus"
RESOLUTION = f"{ID}resolution"

SourceKind = Literal["submission", "feed", "record", "other"]

_ACCESSION = re.compile(r"\d{10}-\d{2}-\d{6}")
# What the IRIs of a document's own nodes go on with, behind that of the document.
_OWN = frozenset({"reading", "filing", "instrument", "text"})
# Part of a hash that names a thing; 64 bits make a clash among a million things a matter of 1 in 10^7.
_HASH_DIGITS = 16


def is_accession(text: str | None) -> bool:
    """Whether this is an SEC accession number with its dashes (`0001127602-25-001055`)."""
    return text is not None and _ACCESSION.fullmatch(text) is not None


def document_key(kind: SourceKind, document: str, accession: str | None, sha256: str) -> str:
    """The key of a source document.

    Args:
        kind: What the source is: a full submission, a member of a daily feed, a record line, anything else.
        document: The file name, or a record line's `document`.
        accession: The accession that the source itself states, with dashes.
        sha256: Hex digits over the source's bytes.
    """
    if kind == "record":
        prefix, slash, name = document.partition("/")
        if slash and name and is_accession(prefix):
            # A document below another one's own nodes would share them.
            return f"{prefix}/record/{name}" if _OWN.isdisjoint(name.split("/")) else _content(sha256)
    if kind != "other" and is_accession(accession):
        return f"{accession}/{kind}"
    return _content(sha256)


def _content(sha256: str) -> str:
    return f"sha256-{sha256[:32]}"


def bulk_key(sha256: str, year: str) -> str:
    """The key of what a bulk data set says of a year: one graph, however many filings it holds."""
    return f"bulk/{year}/{sha256[:32]}"


def is_bulk(key: str) -> bool:
    """Whether a key is that of a bulk data set."""
    return key.startswith("bulk/")


# The richest description of a filing comes first: docs/model.md, the relations graph.
_RANKS = {"submission": 0, "feed": 1, "sha256": 2, "bulk": 3, "record": 4}


def source_rank(key: str) -> int:
    """How rich a description of a filing the source with this key gives; 0 is the richest."""
    first, _, second = key.partition("/")
    sort = "bulk" if first == "bulk" else "sha256" if first.startswith("sha256-") else second.partition("/")[0]
    return _RANKS.get(sort, len(_RANKS))


def bulk_group(key: str, issuer_cik: str | None, group: int) -> str:
    """What stands above the nodes of an issuer's filings in a data set; groups count from 1."""
    number = "" if group == 1 else f"/{group}"
    return f"{document(key)}/issuer/{segment(issuer_cik or 'unknown')}{number}"


def document(key: str) -> str:
    """The node of a source document, from which all of its other nodes descend."""
    return DOCUMENTS + _path(key)


def document_graph(key: str) -> str:
    """The named graph that holds what a source document says."""
    return DOCUMENT_GRAPHS + _path(key)


@lru_cache(maxsize=4096)
def notation(concept: str) -> str:
    """The notation of a concept, one that its code list lacks too, from its IRI."""
    return unquote(concept.rpartition("/")[2])


def filing(accession: str) -> str:
    """The canonical node of a filing, whatever sources describe it."""
    return f"{ID}filing/{segment(accession)}"


def software(version: str) -> str:
    """The software agent that read a document."""
    return f"{ID}software/infact-{segment(version)}"


def entity(kind: Literal["person", "organization", "office"], *defining: str, cik: str | None = None) -> str:
    """The canonical node of a person, organization or office: from its CIK, else from what defines it."""
    return f"{ID}{kind}/cik-{segment(cik)}" if cik else f"{ID}{kind}/{digest(kind, *defining)}"


def part(kind: Literal["person", "organization", "office"], *defining: str) -> str:
    """A strict part of a party: see docs/model.md, the identity graph."""
    return f"{ID}{kind}/part-{digest(kind, *defining)}"


def decision(line: str) -> str:
    """A reviewer's decision, by its text."""
    return f"{ID}decision/{digest(line)}"


def identifier(cik: str) -> str:
    """The CIK itself, as an `adms:Identifier`."""
    return f"{ID}identifier/cik-{segment(cik)}"


def link(mention: str, entity_iri: str) -> str:
    """The identity link between a mention and an entity."""
    return f"{ID}link/{digest(mention, entity_iri)}"


def relation(attorney: str, principal: str, issuer: str | None, *, strict: bool = False) -> str:
    """The relation of an attorney, a principal and an issuer (or of no known issuer), in one of the two readings."""
    return f"{ID}{'strict-relation' if strict else 'relation'}/{digest(attorney, principal, issuer or '')}"


def grant(relation_iri: str, instrument: str) -> str:
    """The part of an instrument in a relation."""
    return f"{ID}grant/{digest(relation_iri, instrument)}"


def verdict(signature: str, owner: str | None) -> str:
    """The audit's verdict about a signature and the reporting owner for whom it stands."""
    return f"{ID}verdict/{digest(signature, owner or '')}"


def digest(*parts: str) -> str:
    """Sixteen hex digits of a SHA-256 over the parts, which a character that no name holds keeps apart."""
    joined = "\x1f".join(parts).encode("utf-8", "replace")
    return hashlib.sha256(joined).hexdigest()[:_HASH_DIGITS]


def _path(key: str) -> str:
    return "/".join(map(segment, key.split("/")))
