"""The audit as rows: what the corpus shows about the authority behind each signature.

The verdicts stand in the relations graph (`ingest/audit.py` has the rules); this reads them, with what a person needs
to follow one: the filing, the signature as printed, the sentence that says why, and the power that decides.
"""

from __future__ import annotations

import datetime
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rdflib import URIRef

from ..ontology import terms
from .corpus import Corpus, corpus
from .engines import Engine
from .entities import find_entity
from .rows import Cell, Rows

VERDICTS: tuple[str, ...] = tuple(sorted(terms.SCHEMES["verdict"]))
# What every output says beside its rows.
CAVEAT = (
    "Signals about this corpus, not findings about persons: authority may have been shown with the form, "
    "soon after it, or in a paper filed before and elsewhere."
)

_PREFIXES = """
PREFIX infact: <https://w3id.org/infact/ontology#>
PREFIX graph: <https://w3id.org/infact/graph/>
PREFIX prov: <http://www.w3.org/ns/prov#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
"""
# Every property is read as a whole and joined here, in half of the time of one query with as many OPTIONALs
# (docs/engines.md, Speed), and rows that say the same share it in memory.
_OF_VERDICTS = {
    "verdict": "GRAPH graph:relations { ?key infact:verdict ?value }",
    "reason": "GRAPH graph:relations { ?key infact:verdictReason ?value }",
    "filing": "GRAPH graph:relations { ?key infact:auditedFiling ?value }",
    "line": "GRAPH graph:relations { ?key infact:auditedSignature ?value }",
    "signer": "GRAPH graph:relations { ?key infact:auditedSigner ?value }",
    "owner": "GRAPH graph:relations { ?key infact:auditedOwner ?value }",
    "day": "GRAPH graph:relations { ?key infact:auditedOn ?value }",
    "known": "GRAPH graph:relations { ?key infact:ownerPowerCount ?value }",
}
_OF_OTHERS = {
    "notation": "GRAPH graph:vocabulary { ?key skos:notation ?value }",
    "signature": "?key infact:signatureText ?value",
    "signerName": "?key infact:signer ?mention . ?mention infact:printedName ?value",
    "accession": "?key infact:accessionNumber ?value",
    "form": "?key infact:formType ?value",
    "amendment": "?key infact:isAmendment ?value",
    "issuer": "?key infact:issuer ?mention . GRAPH graph:identity { ?mention infact:refersTo ?value }",
    "label": "GRAPH graph:identity { ?key rdfs:label ?value }",
    "cik": "GRAPH graph:identity { ?key infact:cik ?value }",
    "document": "GRAPH graph:relations { ?node infact:decidedBy ?key } "
    "?key prov:wasDerivedFrom ?source . ?source infact:fileName ?value",
}
_DECIDED = "GRAPH graph:relations { ?key infact:decidedBy ?value }"


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
    rows: list[Row] = []
    signatures = for_somebody = with_power = 0
    for parties, has_power, row in _rows(engine):
        signatures += 1
        if row.verdict not in {"self-signed", "entity-officer"}:
            for_somebody += 1
            with_power += has_power
        if (
            all(parties[place] == iri for place, iri in wanted.items())
            and (not chosen or row.verdict in chosen)
            and _between(row.day, since, until)
        ):
            rows.append(row)
    return Audit(tuple(rows), corpus(engine), Coverage(signatures, for_somebody, with_power))


def _rows(engine: Engine) -> Iterator[tuple[dict[str, str | None], bool, Row]]:
    """Every verdict in order, with the IRIs of its parties, and whether the corpus holds a power of its owner."""
    of = {name: _values(engine, pattern) for name, pattern in (_OF_VERDICTS | _OF_OTHERS).items()}
    decided: dict[str, list[str]] = defaultdict(list)
    for node, power in _pairs(engine, _DECIDED):
        decided[str(node)].append(str(power))

    def at(name: str, key: Cell) -> Cell:
        return of[name].get(str(key))  # nothing stands under the text of None

    def order(node: str) -> tuple[str, ...]:
        cells = at("accession", at("filing", node)), at("line", node), at("cik", at("owner", node)), node
        return tuple("" if cell is None else str(cell) for cell in cells)

    for node in sorted(of["verdict"], key=order):
        filing, line, owner, signer = (at(name, node) for name in ("filing", "line", "owner", "signer"))
        verdict, reason = at("notation", at("verdict", node)), at("reason", node)
        signature = at("signature", line)
        if verdict is None or reason is None or signature is None:
            continue
        issuer, day, form = at("issuer", filing), at("day", node), at("form", filing)
        powers = tuple(sorted(decided.get(node, ())))
        row = Row(
            accession=_text(at("accession", filing)),
            form=None if form is None else f"{str(form).rpartition('/')[2]}{'/A' if at('amendment', filing) else ''}",
            issuer=_text(at("label", issuer)),
            owner=_text(at("label", owner)),
            owner_cik=_text(at("cik", owner)),
            signature=str(signature),
            signer=_text(at("signerName", line)),
            day=day if isinstance(day, datetime.date) else None,
            verdict=str(verdict),
            reason=str(reason),
            power=powers,
            documents=tuple(str(at("document", power)) for power in powers),
            node=node,
        )
        parties = {"issuer": _text(issuer), "owner": _text(owner), "signer": _text(signer)}
        yield parties, at("known", node) is not None, row


def _values(engine: Engine, pattern: str) -> dict[str, Cell]:
    """A property by the text of its subject; of several values the first, so that no engine's order decides."""
    found: dict[str, Cell] = {}
    for key, cell in _pairs(engine, pattern):
        value = str(cell) if isinstance(cell, URIRef) else cell
        before = found.setdefault(str(key), value)
        if before is not value and str(value) < str(before):
            found[str(key)] = value
    return found


def _pairs(engine: Engine, pattern: str) -> Rows:
    return engine.select(f"{_PREFIXES}SELECT ?key ?value WHERE {{ {pattern} }}")


def _text(cell: Cell) -> str | None:
    return None if cell is None else str(cell)


def _between(day: datetime.date | None, since: str | None, until: str | None) -> bool:
    if day is None:
        return since is None and until is None
    return (since is None or since <= day.isoformat()) and (until is None or day.isoformat() <= until)


def _counted(values: Iterable[str]) -> list[tuple[str, int]]:
    return sorted(Counter(values).items(), key=lambda item: (-item[1], item[0]))
