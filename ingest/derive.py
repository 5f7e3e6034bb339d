"""Identity and relations, derived anew from what the documents say.

`derive` throws `graph/identity` and `graph/relations` away and rebuilds them; nothing else in the store changes.
Callers may rely on: the same documents give the same two graphs, byte for byte, in whatever order they were built;
and memory that grows with the number of different names, not with the number of documents (rows wait on disk).
"""

from __future__ import annotations

import hashlib
import pickle
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import IO

from . import authority, iris
from .audit import Powers
from .bulk_facts import facts_of
from .deadlines import days_late, due
from .facts import DocumentFacts, InstrumentFacts
from .nquads import decimal, literal
from .relations import Endings, Parties, relation_lines, rows
from .resolve import Entities, Entity, Link, Organizations, claims, context
from .sorting import sorted_lines
from .statements import RDF_TYPE, Statements, term
from .store import Store
from .verdicts import verdict_lines

_LABEL = "<http://www.w3.org/2000/01/rdf-schema#label>"
_NOTATION = "<http://www.w3.org/2004/02/skos/core#notation>"
_ADMS = "http://www.w3.org/ns/adms#"
_CLASSES = {"person": "Person", "organization": "Organization", "office": "Office"}


@dataclass(frozen=True, slots=True)
class DeriveReport:
    """What was derived.

    Attributes:
        mentions: Names that were linked to an entity.
        entities: Persons, organizations and offices.
        relations: Different (attorney, principal, issuer).
        edges: Different (attorney, principal).
        filings: Different accessions of filings.
        verdicts: Signatures judged, once for each owner that they stand for.
        refused_joins: Joins of names that were refused because they would have made two CIKs one.
        undated_endings: Revocations without a date, which end nothing.
        quads: Lines in the two graphs.
    """

    mentions: int
    entities: int
    relations: int
    edges: int
    filings: int
    verdicts: int
    refused_joins: int
    undated_endings: int
    quads: int


def derive(store: Store) -> DeriveReport:
    """Rebuild identity and relations from the documents in a store that is open for writing.

    Raises:
        StoreError: The store is open for reading only, or cannot be written to.
    """
    with tempfile.TemporaryDirectory() as name:
        work = _Work(store, Path(name))
        report = work.run()
        store.drop_graph(iris.IDENTITY)
        store.drop_graph(iris.RELATIONS)
        for path in (work.identity, work.relations):
            with path.open("rb") as lines:
                store.bulk_load(lines)
    return report


def find_duplicate_triples(store: Store) -> Iterator[tuple[bytes, tuple[str, ...]]]:
    """Triples of two graphs or more, as N-Triples writes them, and the graphs. There must be none."""
    with tempfile.TemporaryFile() as lines:
        store.export_nquads(lines)
        lines.seek(0)
        before, graphs = b"", [""]
        for line in sorted_lines(lines):
            # A graph's IRI holds no space, so the last but one field is the graph whatever the literal holds.
            triple, graph, _ = line.rsplit(b" ", 2)
            if triple == before:
                graphs.append(graph.decode().strip("<>"))
                continue
            if len(graphs) > 1:
                yield before, tuple(graphs)
            before, graphs = triple, [graph.decode().strip("<>")]
        if len(graphs) > 1:
            yield before, tuple(graphs)


class _Work:
    """The passes of one derivation: facts and organizations, then claims and entities, then lines."""

    def __init__(self, store: Store, folder: Path) -> None:
        self._store, self._folder = store, folder
        self.identity, self.relations = folder / "identity.nq", folder / "relations.nq"
        self._organizations, self._entities, self._endings = Organizations(), Entities(), Endings()
        self._powers = Powers()
        self._latest: str | None = None
        self._mentions = self._quads = 0

    def run(self) -> DeriveReport:
        """Write the lines of both graphs into files."""
        names = ("facts", "rows", "filings", "uses")
        facts_file, rows_file, filings_file, uses_file = (self._folder / name for name in names)
        with facts_file.open("wb") as spool:
            for facts in chain.from_iterable(facts_of(self._store, entry) for entry in self._store.manifest):
                self._organizations.learn(facts)
                self._latest = max(filter(None, (self._latest, facts.latest)), default=None)
                pickle.dump(facts, spool, pickle.HIGHEST_PROTOCOL)
        for facts in _spooled(facts_file):
            for claim in claims(facts, self._organizations):
                if claim.mention.node not in facts.known:
                    self._entities.learn(claim)
        self._entities.settle()
        with (
            self.identity.open("wb") as out,
            rows_file.open("wb") as table,
            filings_file.open("wb") as filings,
            uses_file.open("wb") as uses,
        ):
            for facts in _spooled(facts_file):
                self._filing(facts, self._document(facts, out, table), filings, uses)
            for entity in self._entities:
                self._write(out, _entity_lines(entity))
        counts: dict[str, int] = {}
        with self.relations.open("wb") as out:
            with rows_file.open("rb") as table:
                self._write(out, relation_lines(sorted_lines(table), self._endings, counts))
            with filings_file.open("rb") as filings, uses_file.open("rb") as uses:
                for use, lines in _filings(sorted_lines(filings), uses, counts):
                    self._write(out, lines)
                    if use is not None:
                        self._write(out, verdict_lines(self._powers.judge(use), use, counts))
            self._write(out, self._corpus(counts.get("filings", 0)))
        return DeriveReport(
            mentions=self._mentions,
            entities=sum(1 for _ in self._entities),
            relations=counts.get("relations", 0),
            edges=counts.get("edges", 0),
            filings=counts.get("filings", 0),
            verdicts=counts.get("verdicts", 0),
            refused_joins=self._entities.refused,
            undated_endings=self._endings.undated,
            quads=self._quads,
        )

    def _document(self, facts: DocumentFacts, out: IO[bytes], table: IO[bytes]) -> dict[str, str]:
        """Link a document's mentions and note its relations; the entities, by mention."""
        entities: dict[str, str] = {}
        for claim in claims(facts, self._organizations):
            link = self._entities.link(claim)
            entities[link.mention] = link.entity
            if link.mention not in facts.known:
                self._mentions += 1
                self._write(out, _link_lines(link))
        for instrument in facts.instruments:
            parties = self._parties(facts, instrument, entities)
            self._endings.learn(instrument, parties)
            table.writelines(rows(instrument, parties))
        return entities

    def _filing(self, facts: DocumentFacts, entities: dict[str, str], filings: IO[bytes], uses: IO[bytes]) -> None:
        """Note what a document has for the audit: powers, endings, titles, and its filing's signatures."""
        for power in authority.powers(facts, entities):
            self._powers.learn(power)
        for ending in authority.endings(facts, entities):
            self._powers.end(ending)
        for title in authority.titles(facts, entities):
            self._powers.show(title)
        use = authority.use(facts, entities)
        if use is not None:
            filings.write(_filing_row(facts.key, use, uses.tell()))
            pickle.dump(use, uses, pickle.HIGHEST_PROTOCOL)

    def _parties(self, facts: DocumentFacts, instrument: InstrumentFacts, entities: dict[str, str]) -> Parties:
        about = context(facts, instrument, self._organizations)
        return Parties(
            principals=tuple(sorted({entities[mention.node] for mention in instrument.principals})),
            attorneys=tuple(
                sorted(
                    {
                        (entities[a.mention.node], entities[a.affiliation.node] if a.affiliation else None)
                        for a in instrument.attorneys
                    },
                    key=lambda pair: (pair[0], pair[1] or ""),
                )
            ),
            issuers=tuple(sorted({self._entities.iri("organization", key) for key in about})),
        )

    def _corpus(self, filings: int) -> Iterator[bytes]:
        digest, documents, instruments = hashlib.sha256(), 0, 0
        for entry in self._store.manifest:
            digest.update(f"{entry.key} {entry.sha256}\n".encode())
            documents += 1
            instruments += entry.instruments
        out, node = Statements(iris.RELATIONS), f"<{iris.CORPUS}>"
        out.a(node, "Corpus")
        out.count(node, term("documentCount"), documents)
        out.count(node, term("instrumentCount"), instruments)
        out.count(node, term("filingCount"), filings)
        out.day(node, "latestDate", self._latest)
        out.text(node, "fingerprint", digest.hexdigest())
        return out.lines()

    def _write(self, out: IO[bytes], lines: Iterable[bytes]) -> None:
        for line in lines:
            out.write(line)
            self._quads += 1


def _spooled(path: Path) -> Iterator[DocumentFacts]:
    with path.open("rb") as spool:
        while spool.peek(1):
            yield pickle.load(spool)  # noqa: S301 - written by this process, in a folder of its own


def _link_lines(link: Link) -> Iterator[bytes]:
    out, node = Statements(iris.IDENTITY), f"<{iris.link(link.mention, link.entity)}>"
    out.add(f"<{link.mention}>", term("refersTo"), f"<{link.entity}>")
    out.a(node, "IdentityLink")
    out.add(node, term("linkMention"), f"<{link.mention}>")
    out.add(node, term("linkEntity"), f"<{link.entity}>")
    out.concept(node, "linkMethod", "link-method", link.method)
    out.add(node, term("probability"), decimal(link.probability))
    out.text(node, "linkReason", link.reason)
    return out.lines()


def _entity_lines(entity: Entity) -> Iterator[bytes]:
    out, node = Statements(iris.IDENTITY), f"<{entity.iri}>"
    out.a(node, _CLASSES[entity.kind])
    if entity.issuer:
        out.a(node, "Issuer")
    if entity.law_firm:
        out.a(node, "LawFirm")
    out.add(node, _LABEL, literal(entity.label))
    if entity.cik:
        out.text(node, "cik", entity.cik)
        identifier = f"<{iris.identifier(entity.cik)}>"
        out.add(node, f"<{_ADMS}identifier>", identifier)
        out.add(identifier, RDF_TYPE, f"<{_ADMS}Identifier>")
        out.add(identifier, _NOTATION, literal(entity.cik))
    return out.lines()


def _deadline(out: Statements, node: str, use: authority.Use) -> None:
    """Say when an original report under Section 16(a) was due, and how late it was."""
    due_on = None if use.amendment else due(use.form, use.period)
    if due_on is not None and use.filed is not None:
        out.day(node, "dueOn", due_on.isoformat())
        out.count(node, term("daysLate"), days_late(due_on, use.filed))


def _filing_row(key: str, use: authority.Use, place: int) -> bytes:
    return f"{use.accession or ''}\t{iris.source_rank(key)}\t{use.node}\t{place}\n".encode()


def _filings(
    ordered: Iterable[bytes], uses: IO[bytes], counts: dict[str, int]
) -> Iterator[tuple[authority.Use | None, Iterator[bytes]]]:
    """Each description of a filing with its lines, and the filing itself where the description is the preferred one."""
    accession = ""
    for line in ordered:
        this, _, description, place = line.decode().rstrip("\n").split("\t")
        out, node = Statements(iris.RELATIONS), f"<{iris.filing(this)}>"
        preferred = not this or this != accession
        if this and preferred:
            accession = this
            counts["filings"] = counts.get("filings", 0) + 1
            out.a(node, "CanonicalFiling")
            out.text(node, "accessionNumber", this)
            out.add(node, term("preferredDescription"), f"<{description}>")
        if this:
            out.add(node, term("describedBy"), f"<{description}>")
        use = None
        if preferred:
            uses.seek(int(place))
            use = pickle.load(uses)  # noqa: S301 - written by this process, in a folder of its own
            if this:
                _deadline(out, node, use)
        yield use, out.lines()
