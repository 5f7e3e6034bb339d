"""The corpus that a store holds: its fingerprint, counts and latest date, which every answer states."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from .engines import Engine
from .rows import Cell

_CORPUS = """
PREFIX infact: <https://w3id.org/infact/ontology#>
PREFIX graph: <https://w3id.org/infact/graph/>
SELECT ?fingerprint ?documents ?instruments ?filings ?latest WHERE {
  GRAPH graph:relations {
    ?corpus a infact:Corpus .
    OPTIONAL { ?corpus infact:fingerprint ?fingerprint }
    OPTIONAL { ?corpus infact:documentCount ?documents }
    OPTIONAL { ?corpus infact:instrumentCount ?instruments }
    OPTIONAL { ?corpus infact:filingCount ?filings }
    OPTIONAL { ?corpus infact:latestDate ?latest }
  }
} ORDER BY ?fingerprint"""
# Each EXISTS stops at its first hit, so this stays cheap where a scan over all links would not.
_METHODS = """
PREFIX infact: <https://w3id.org/infact/ontology#>
PREFIX graph: <https://w3id.org/infact/graph/>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
SELECT DISTINCT ?notation WHERE {
  GRAPH graph:vocabulary { ?method skos:notation ?notation }
  FILTER (STRSTARTS(STR(?method), "https://w3id.org/infact/scheme/link-method/"))
  FILTER EXISTS { GRAPH graph:identity { ?link infact:linkMethod ?method } }
} ORDER BY ?notation"""


@dataclass(frozen=True, slots=True)
class Corpus:
    """What the store was built from. Two corpora are equal when their fingerprints and counts are.

    Attributes:
        fingerprint: SHA-256 over the sorted document keys and hashes; None before relations are derived.
        documents: Source documents.
        instruments: Powers of attorney, confirming statements, substitutions and revocations.
        filings: Distinct filings.
        latest_date: The latest date in the corpus, the default as-of date; None when nothing is dated.
    """

    fingerprint: str | None = None
    documents: int = 0
    instruments: int = 0
    filings: int = 0
    latest_date: datetime.date | None = None


def corpus(engine: Engine) -> Corpus:
    """Read the corpus node; a store without derived relations has an empty one."""
    for fingerprint, documents, instruments, filings, latest in engine.select(_CORPUS):
        return Corpus(
            fingerprint=None if fingerprint is None else str(fingerprint),
            documents=_count(documents),
            instruments=_count(instruments),
            filings=_count(filings),
            latest_date=latest if isinstance(latest, datetime.date) else None,
        )
    return Corpus()


def _count(cell: Cell) -> int:
    return cell if isinstance(cell, int) else 0


def identity_methods(engine: Engine) -> tuple[str, ...]:
    """The notations (scheme `link-method`) of the rules that decided identity in this corpus."""
    return tuple(str(row[0]) for row in engine.select(_METHODS))
