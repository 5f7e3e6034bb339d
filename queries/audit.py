"""The audit as rows: what the corpus shows about the authority behind each signature.

The verdicts stand in the relations graph (`ingest/audit.py` has the rules); this reads them, with what a person needs
to follow one: the filing, the signature as printed, the sentence that says why, and the power that decides.
"""

from __future__ import annotations

import datetime
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import overload

from rdflib import URIRef

from ..ingest import iris
from ..ingest.kept import no_pauses
from ..ontology import terms
from .corpus import Corpus, corpus
from .engines import Engine
from .entities import find_entity
from .rows import Cell, Rows

VERDICTS: tuple[str, ...] = tuple(sorted(terms.SCHEMES["verdict"]))
# The owner signed, or an officer of the owner; somebody did for whom a power was found. `unclear` may be either.
OWN = frozenset({"self-signed", "entity-officer"})
COVERED = frozenset({"covered", "covered-by-office", "covered-by-substitution"})
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
# (docs/engines.md, Speed): those of verdicts, of signatures, of filings, of parties and of powers.
_OF_VERDICTS = {
    "reason": "GRAPH graph:relations { ?key infact:verdictReason ?value }",
    "filing": "GRAPH graph:relations { ?key infact:auditedFiling ?value }",
    "line": "GRAPH graph:relations { ?key infact:auditedSignature ?value }",
    "signer": "GRAPH graph:relations { ?key infact:auditedSigner ?value }",
    "owner": "GRAPH graph:relations { ?key infact:auditedOwner ?value }",
    "day": "GRAPH graph:relations { ?key infact:auditedOn ?value }",
    "known": "GRAPH graph:relations { ?key infact:ownerPowerCount ?value }",
}
_OF_LINES = {
    "signature": "?key infact:signatureText ?value",
    "signerName": "?key infact:signer ?mention . ?mention infact:printedName ?value",
}
_OF_FILINGS = {
    "accession": "?key infact:accessionNumber ?value",
    "form": "?key infact:formType ?value",
    "amendment": "?key infact:isAmendment ?value",
    "issuer": "?key infact:issuer ?mention . GRAPH graph:identity { ?mention infact:refersTo ?value }",
}
_OF_PARTIES = {
    "label": "GRAPH graph:identity { ?key rdfs:label ?value }",
    "cik": "GRAPH graph:identity { ?key infact:cik ?value }",
}
_VERDICT = "GRAPH graph:relations { ?key infact:verdict ?value }"
_NOTATION = "GRAPH graph:vocabulary { ?key skos:notation ?value }"
_DOCUMENT = (
    "GRAPH graph:relations { ?node infact:decidedBy ?key } ?key prov:wasDerivedFrom ?source . "
    "?source infact:fileName ?value"
)
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
    """How much the corpus could tell, whatever its verdicts are: over all of its filings, or those that were asked for.

    Attributes:
        signatures: Verdicts: signatures, once for each owner for whom they stand.
        unclear: Those of which it cannot be told who signed for whom, or under what.
        for_somebody: Those in which somebody else signed than the owner or an officer of the owner.
        with_power: Of these, those whose owner granted any power that the corpus holds.
        whole: Nothing was left out for its parties or its day.
    """

    signatures: int
    unclear: int
    for_somebody: int
    with_power: int
    whole: bool = True

    def __str__(self) -> str:
        among = f"all {self.signatures:,} signatures in this corpus"
        if not self.whole:
            among = f"{self.signatures:,} signatures of the parties and days asked for, whatever their verdicts"
        share = f" ({self.with_power / self.for_somebody:.0%})" if self.for_somebody else ""
        return (
            f"of {among}, {self.for_somebody:,} by somebody for the owner and {self.unclear:,} unclear; "
            f"{self.with_power:,} of the former{share} of an owner of whom this corpus holds any power"
        )


@dataclass(frozen=True, slots=True)
class Audit:
    """The rows that were asked for, the corpus on which they stand, and how much that could tell.

    Attributes:
        rows: The rows, each made when it is asked for.
        corpus: On what they stand.
        coverage: How much that could tell.
        counted: How many rows there are for each issuer's name (None where none is found) and each verdict.
    """

    rows: Sequence[Row]
    corpus: Corpus
    coverage: Coverage
    counted: Mapping[tuple[str | None, str], int]

    def by_verdict(self) -> list[tuple[str, int]]:
        """How often each verdict was given, most first."""
        found: Counter[str] = Counter()
        for (_, verdict), count in self.counted.items():
            found[verdict] += count
        return sorted(found.items(), key=lambda item: (-item[1], item[0]))

    def by_issuer(self) -> list[tuple[str, int, int, int, int]]:
        """For each issuer: signatures, the owners' own, covered ones, and all others; most of the others first."""
        seen: dict[str, list[int]] = {}
        for (issuer, verdict), count in self.counted.items():
            counts = seen.setdefault(issuer or "issuer not found", [0, 0, 0])
            counts[0 if verdict in OWN else 1 if verdict in COVERED else 2] += count
        ordered = sorted(seen.items(), key=lambda item: (-item[1][2], -sum(item[1]), item[0]))
        return [(name, sum(counts), counts[0], counts[1], counts[2]) for name, counts in ordered]


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
    with no_pauses():
        said = _Said(engine)
    chosen = frozenset(verdicts)
    rows: list[str] = []
    counted: Counter[tuple[str | None, str]] = Counter()
    signatures = unclear = for_somebody = with_power = 0
    for node in said.nodes():
        if any(said.party(place, node) != iri for place, iri in wanted.items()) or not _between(
            said.day(node), since, until
        ):
            continue
        verdict = said.verdict(node)
        signatures += 1
        if verdict == "unclear":
            unclear += 1
        elif verdict not in OWN:
            for_somebody += 1
            with_power += said.at("known", node) is not None
        if not chosen or verdict in chosen:
            rows.append(node)
            counted[said.label(said.party("issuer", node)), verdict] += 1
    coverage = Coverage(signatures, unclear, for_somebody, with_power, not wanted and since is None and until is None)
    return Audit(_Rows(said, rows), corpus(engine), coverage, counted)


class _Rows(Sequence[Row]):
    """Rows of verdicts, made when they are asked for."""

    def __init__(self, said: _Said, nodes: list[str]) -> None:
        self._said, self._nodes = said, nodes

    def __len__(self) -> int:
        return len(self._nodes)

    @overload
    def __getitem__(self, index: int) -> Row: ...
    @overload
    def __getitem__(self, index: slice) -> _Rows: ...
    def __getitem__(self, index: int | slice) -> Row | _Rows:
        found = self._nodes[index]
        return _Rows(self._said, found) if isinstance(found, list) else self._said.row(found)


class _Said:
    """What the graph says of verdicts, by the text of what it is said of. Texts that are equal are one in memory."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._shared: dict[Cell, Cell] = {}
        notation = self._values(_NOTATION, None)
        self._verdicts = {
            node: str(notation[str(concept)])
            for node, concept in self._values(_VERDICT, None).items()
            if str(concept) in notation
        }
        nodes = {node: node for node in self._verdicts}
        self._of = {name: self._values(pattern, nodes) for name, pattern in _OF_VERDICTS.items()}
        for patterns, places in (
            (_OF_LINES, ("line",)),
            (_OF_FILINGS, ("filing",)),
            (_OF_PARTIES, ("owner", "issuer")),
        ):
            keys = {str(cell): str(cell) for place in places for cell in self._of[place].values()}
            self._of |= {name: self._values(pattern, keys) for name, pattern in patterns.items()}
        self._of["document"] = self._values(_DOCUMENT, None)
        self._decided: dict[str, list[str]] = defaultdict(list)
        for node, power in _pairs(engine, _DECIDED):
            self._decided[str(node)].append(str(self._one(str(power))))
        self._shared.clear()

    def nodes(self) -> list[str]:
        """Every verdict that says what it must, in order."""
        of = self._of

        def order(node: str) -> tuple[str, ...]:
            cells = (
                self.at("accession", self.at("filing", node)), self.at("line", node),
                self.at("cik", self.at("owner", node)), node,
            )  # fmt: skip
            return tuple("" if cell is None else str(cell) for cell in cells)

        whole = (node for node in self._verdicts if node in of["reason"] and self.at("line", node) in of["signature"])
        return sorted(whole, key=order)

    def at(self, name: str, key: Cell) -> Cell:
        """A property of something; None where there is none."""
        return self._of[name].get(key)  # type: ignore[arg-type]

    def verdict(self, node: str) -> str:
        """The notation of a verdict."""
        return self._verdicts[node]

    def party(self, place: str, node: str) -> str | None:
        """The IRI of a verdict's issuer, owner or signer."""
        return _text(self.at("issuer", self.at("filing", node)) if place == "issuer" else self.at(place, node))

    def label(self, party: str | None) -> str | None:
        """A party's name."""
        return _text(self.at("label", party))

    def day(self, node: str) -> datetime.date | None:
        """The day for which a verdict holds."""
        day = self.at("day", node)
        return day if isinstance(day, datetime.date) else None

    def row(self, node: str) -> Row:
        """A verdict's row."""
        filing, line, owner = (self.at(name, node) for name in ("filing", "line", "owner"))
        form = self.at("form", filing)
        powers = tuple(sorted(self._decided.get(node, ())))
        return Row(
            accession=_text(self.at("accession", filing)),
            form=None if form is None else f"{iris.notation(str(form))}{'/A' if self.at('amendment', filing) else ''}",
            issuer=self.label(self.party("issuer", node)),
            owner=self.label(_text(owner)),
            owner_cik=_text(self.at("cik", owner)),
            signature=str(self.at("signature", line)),
            signer=_text(self.at("signerName", line)),
            day=self.day(node),
            verdict=self.verdict(node),
            reason=str(self.at("reason", node)),
            power=powers,
            documents=tuple(str(self.at("document", power)) for power in powers),
            node=node,
        )

    def _values(self, pattern: str, keys: Mapping[str, str] | None) -> dict[str, Cell]:
        """A property of some things, or of all; of several values the first, so that no engine's order decides."""
        found: dict[str, Cell] = {}
        for iri, cell in _pairs(self._engine, pattern):
            key = str(iri)
            if keys is not None and (key := keys.get(key, "")) == "":
                continue
            value = self._one(str(cell) if isinstance(cell, URIRef) else cell)
            before = found.setdefault(key, value)
            if before is not value and str(value) < str(before):
                found[key] = value
        return found

    def _one(self, value: Cell) -> Cell:
        """The value; of equal texts and days the same one."""
        return self._shared.setdefault(value, value) if isinstance(value, str | datetime.date) else value


def _pairs(engine: Engine, pattern: str) -> Rows:
    return engine.select(f"{_PREFIXES}SELECT ?key ?value WHERE {{ {pattern} }}")


def _text(cell: Cell) -> str | None:
    return None if cell is None else str(cell)


def _between(day: datetime.date | None, since: str | None, until: str | None) -> bool:
    if day is None:
        return since is None and until is None
    return (since is None or since <= day.isoformat()) and (until is None or day.isoformat() <= until)
