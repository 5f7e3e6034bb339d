"""The audit as rows: what the corpus shows about the authority behind each signature.

The verdicts stand in the relations graph (`ingest/audit.py` has the rules); this reads them, with what a person needs
to follow one: the filing, the signature as printed, the sentence that says why, and the power that decides.
"""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ..ontology import terms
from .corpus import Corpus, corpus
from .engines import Engine
from .entities import find_entity
from .rows import Cell

VERDICTS: tuple[str, ...] = tuple(sorted(terms.SCHEMES["verdict"]))
# What every output says beside its rows.
CAVEAT = (
    "Signals about this corpus, not findings about persons: authority may have been shown with the form, "
    "soon after it, or in a paper filed before and elsewhere."
)

_AUDIT = """
PREFIX infact: <https://w3id.org/infact/ontology#>
PREFIX graph: <https://w3id.org/infact/graph/>
PREFIX prov: <http://www.w3.org/ns/prov#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
SELECT ?accession ?form ?amendment ?issuer ?issuerName ?owner ?ownerName ?ownerCik ?signature ?signer ?signerName ?day
       ?verdict ?reason ?known ?power ?document ?node
WHERE {
  GRAPH graph:relations {
    ?node a infact:AuditVerdict ; infact:verdict ?concept ; infact:verdictReason ?reason ;
          infact:auditedFiling ?filing ; infact:auditedSignature ?line .
  }
  GRAPH graph:vocabulary { ?concept skos:notation ?verdict }
  ?line infact:signatureText ?signature .
  OPTIONAL { GRAPH graph:relations { ?node infact:auditedSigner ?signer } }
  OPTIONAL { GRAPH graph:relations { ?node infact:auditedOn ?day } }
  OPTIONAL { GRAPH graph:relations { ?node infact:ownerPowerCount ?known } }
  OPTIONAL { ?filing infact:accessionNumber ?accession }
  OPTIONAL { ?filing infact:formType ?formConcept . BIND (REPLACE(STR(?formConcept), "^.*/", "") AS ?form) }
  OPTIONAL { ?filing infact:isAmendment ?amendment }
  OPTIONAL {
    ?filing infact:issuer ?mention .
    GRAPH graph:identity { ?mention infact:refersTo ?issuer . ?issuer rdfs:label ?issuerName }
  }
  OPTIONAL {
    GRAPH graph:relations { ?node infact:auditedOwner ?owner }
    GRAPH graph:identity { ?owner rdfs:label ?ownerName . OPTIONAL { ?owner infact:cik ?ownerCik } }
  }
  OPTIONAL { ?line infact:signer/infact:printedName ?signerName }
  OPTIONAL {
    GRAPH graph:relations { ?node infact:decidedBy ?power }
    ?power prov:wasDerivedFrom/infact:fileName ?document .
  }
} ORDER BY ?accession ?line ?ownerCik ?node ?power"""


@dataclass(frozen=True, slots=True)
class Row:
    """One verdict. `power` and `documents` are the instruments that decide it and the files that hold them.

    Attributes:
        accession: Accession number of the filing, None for a bare ownership document.
        form: Form type, with "/A" for an amendment.
        issuer: The issuer's name.
        owner: The reporting owner's name; None where the signature fits none.
        owner_cik: The owner's CIK.
        signature: The signature line as printed.
        signer: Who signed, as printed.
        day: The day for which the verdict holds.
        verdict: A notation of the scheme `verdict`.
        reason: One sentence.
        power: IRIs of the deciding instruments.
        documents: File names of the documents that hold them.
        node: IRI of the verdict.
    """

    accession: str | None
    form: str | None
    issuer: str | None
    owner: str | None
    owner_cik: str | None
    signature: str
    signer: str | None
    day: datetime.date | None
    verdict: str
    reason: str
    power: tuple[str, ...]
    documents: tuple[str, ...]
    node: str


@dataclass(frozen=True, slots=True)
class Coverage:
    """How much the corpus could tell, over all of its filings, whatever was asked for.

    Attributes:
        signatures: Verdicts: signatures, once for each owner for whom they stand.
        for_somebody: Those in which somebody else signed than the owner or an officer of the owner.
        with_power: Of these, those whose owner granted any power that the corpus holds.
    """

    signatures: int
    for_somebody: int
    with_power: int

    def __str__(self) -> str:
        share = f"{self.with_power / self.for_somebody:.0%}" if self.for_somebody else "none"
        return (
            f"of {self.signatures:,} signatures, {self.for_somebody:,} by somebody for the owner; "
            f"{self.with_power:,} of these ({share}) of an owner of whom this corpus holds any power"
        )


@dataclass(frozen=True, slots=True)
class Audit:
    """The rows that were asked for, the corpus on which they stand, and how much that could tell."""

    rows: tuple[Row, ...]
    corpus: Corpus
    coverage: Coverage

    def by_verdict(self) -> list[tuple[str, int]]:
        """How often each verdict was given, most first."""
        return _counted(row.verdict for row in self.rows)

    def by_issuer(self) -> list[tuple[str, int, int, int]]:
        """For each issuer: signatures, those found to be in order, and all others; most of the others first."""
        seen: dict[str, list[int]] = {}
        for row in self.rows:
            counts = seen.setdefault(row.issuer or "issuer not found", [0, 0])
            counts[row.verdict not in IN_ORDER] += 1
        ordered = sorted(seen.items(), key=lambda item: (-item[1][1], -item[1][0], item[0]))
        return [(name, fine + others, fine, others) for name, (fine, others) in ordered]


IN_ORDER = frozenset({"self-signed", "entity-officer", "covered", "covered-by-office", "covered-by-substitution"})


def audit(
    engine: Engine,
    *,
    issuer: str | None = None,
    owner: str | None = None,
    signer: str | None = None,
    verdicts: Iterable[str] = (),
    since: str | None = None,
    until: str | None = None,
) -> Audit:
    """Read the verdicts.

    Args:
        engine: What to ask.
        issuer: Only filings about this issuer, by name, CIK or IRI.
        owner: Only signatures for this reporting owner, by name, CIK or IRI.
        signer: Only signatures by this signer, by name, CIK or IRI.
        verdicts: Only these verdicts; all where none is named.
        since: Only signatures of this day or later, ISO.
        until: Only signatures of this day or earlier, ISO.

    Raises:
        QueryError: A name means nobody, or several.
    """
    wanted = {
        place: str(find_entity(engine, name).iri)
        for place, name in (("issuer", issuer), ("owner", owner), ("signer", signer))
        if name is not None
    }
    chosen = frozenset(verdicts)
    found = list(_rows(engine.select(_AUDIT).dicts()))
    for_somebody = [said for said, row in found if row.verdict not in {"self-signed", "entity-officer"}]
    coverage = Coverage(len(found), len(for_somebody), sum(said["known"] is not None for said in for_somebody))
    rows = (
        row
        for said, row in found
        if all(str(said[place]) == iri for place, iri in wanted.items())
        and (not chosen or row.verdict in chosen)
        and _between(row.day, since, until)
    )
    return Audit(tuple(rows), corpus(engine), coverage)


def _rows(found: Iterable[dict[str, Cell]]) -> Iterator[tuple[dict[str, Cell], Row]]:
    """One row a verdict; a verdict that two instruments decide comes twice and is joined."""
    said: dict[str, Cell] = {}
    powers: list[str] = []
    documents: list[str] = []
    for line in found:
        if said and said["node"] != line["node"]:
            yield said, _row(said, powers, documents)
            powers, documents = [], []
        said = line
        if line["power"] is not None:
            powers.append(str(line["power"]))
            documents.append(str(line["document"]))
    if said:
        yield said, _row(said, powers, documents)


def _row(said: dict[str, Cell], powers: list[str], documents: list[str]) -> Row:
    def text(name: str) -> str | None:
        return None if said[name] is None else str(said[name])

    day = said["day"]
    return Row(
        accession=text("accession"),
        form=f"{said['form']}{'/A' if said['amendment'] else ''}" if said["form"] is not None else None,
        issuer=text("issuerName"),
        owner=text("ownerName"),
        owner_cik=text("ownerCik"),
        signature=str(said["signature"]),
        signer=text("signerName"),
        day=day if isinstance(day, datetime.date) else None,
        verdict=str(said["verdict"]),
        reason=str(said["reason"]),
        power=tuple(powers),
        documents=tuple(documents),
        node=str(said["node"]),
    )


def _between(day: datetime.date | None, since: str | None, until: str | None) -> bool:
    if day is None:
        return since is None and until is None
    return (since is None or since <= day.isoformat()) and (until is None or day.isoformat() <= until)


def _counted(values: Iterable[str]) -> list[tuple[str, int]]:
    return sorted(Counter(values).items(), key=lambda item: (-item[1], item[0]))
