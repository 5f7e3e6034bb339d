"""Relations and verdicts, derived anew from what the documents say and from who is who.

`derive` works `graph/relations` out anew, in both readings of identity, and writes what differs; where
`graph/identity` is not of the documents that the store holds now, it is resolved first. Nothing else in the store
changes. Callers may rely on: the same documents and identities give the same graph, byte for byte; and rows wait on
disk, not in memory.
"""

from __future__ import annotations

import hashlib
import pickle
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from . import authority, iris, unlisted
from .audit import Powers
from .behind import Behind
from .deadlines import days_late, due
from .differences import Bringing
from .facts import DocumentFacts, InstrumentFacts, Mention
from .kept import no_pauses
from .lifetime import Endings
from .relations import MERGED, STRICT, Parties, Reading, relations, rows
from .resolve import References, is_current, references, resolve_behind
from .sorting import sorted_lines
from .spool import Spool
from .statements import Statements, term
from .store import Store
from .verdicts import say_verdicts


@dataclass(frozen=True, slots=True)
class DeriveReport:
    """What was derived.

    Attributes:
        mentions: Names that were linked to an entity.
        entities: Persons, organizations and offices.
        relations: Different (attorney, principal, issuer).
        strict_relations: The same in the strict reading.
        edges: Different (attorney, principal).
        filings: Different accessions of filings.
        verdicts: Signatures judged, once for each owner that they stand for.
        undated_endings: Revocations without a date, which end nothing.
        quads: Lines in the relations graph.
    """

    mentions: int
    entities: int
    relations: int
    strict_relations: int
    edges: int
    filings: int
    verdicts: int
    undated_endings: int
    quads: int


def derive(store: Store) -> DeriveReport:
    """Rebuild relations from the documents in a store that is open for writing, after identity where it is not current.

    Forms that documents name and the code list lacks become concepts of the vocabulary graph (see `unlisted`).

    Raises:
        StoreError: The store is open for reading only, or cannot be written to.
    """
    with tempfile.TemporaryDirectory() as name, Behind() as behind, no_pauses():
        spool = Spool(store)
        if is_current(store):
            known = references(store)
        else:
            _, now = resolve_behind(store, spool, behind)
            known = now.references()
            del now
        out = Bringing(store, iris.RELATIONS, "relations", behind)
        work = _Work(store, spool, Path(name), known)
        report = work.run(out)
        out.finish()
    unlisted.write(store, work.forms)
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
    """The passes of one derivation: what documents say with canonical parties, then lines."""

    def __init__(self, store: Store, spool: Spool, folder: Path, known: References) -> None:
        self._store, self._spool, self._folder = store, spool, folder
        self._readings = tuple(
            _InReading(reading, entities, folder / f"rows-{reading.relation}")
            for reading, entities in zip((MERGED, STRICT), known, strict=True)
        )
        self._undated = 0
        self._powers = Powers(endings=self._readings[0].endings)
        self._latest: str | None = None
        self.forms: set[str] = set()

    def run(self, out: Bringing) -> DeriveReport:
        """Give out the lines of the relations graph."""
        quads = verdicts = 0
        filings_file, uses_file = self._folder / "filings", self._folder / "uses"
        with filings_file.open("wb") as filings, uses_file.open("wb") as uses:
            for facts in self._spool:
                self.forms.update(unlisted.named(facts))
                self._latest = max(filter(None, (self._latest, facts.latest)), default=None)
                for reading in self._readings:
                    reading.learn(facts)
                self._filing(facts, self._readings[0].entities, filings, uses)
        counts: dict[str, int] = {}
        strict: dict[str, int] = {}
        for reading, into in zip(self._readings, (counts, strict), strict=True):
            quads += sum(map(out.write, reading.relations(into, self._powers.names)))
        with filings_file.open("rb") as filings, uses_file.open("rb") as uses:
            for use, said in _filings(sorted_lines(filings), uses, counts):
                if use is not None:
                    verdicts += say_verdicts(said, self._powers.judge(use), use)
                quads += out.write(said)
        quads += out.write(self._corpus(counts.get("filings", 0)))
        merged = self._readings[0]
        return DeriveReport(
            mentions=len(merged.entities),
            entities=len(set(merged.entities.values())),
            relations=counts.get("relations", 0),
            strict_relations=strict.get("relations", 0),
            edges=counts.get("edges", 0),
            filings=counts.get("filings", 0),
            verdicts=verdicts,
            undated_endings=self._undated,
            quads=quads,
        )

    def _filing(self, facts: DocumentFacts, entities: dict[str, str], filings: IO[bytes], uses: IO[bytes]) -> None:
        """Note what a document has for the audit beside endings: powers, titles, and its filing's signatures."""
        self._undated += authority.undated_endings(facts, entities)
        for power in authority.powers(facts, entities):
            self._powers.learn(power)
        for title in authority.titles(facts, entities):
            self._powers.show(title)
        use = authority.use(facts, entities)
        if use is not None:
            if use.issuer is not None:
                self._powers.name(use.issuer)
            filings.write(_filing_row(facts.key, use, uses.tell()))
            pickle.dump(use, uses, pickle.HIGHEST_PROTOCOL)

    def _corpus(self, filings: int) -> Statements:
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
        return out


class _InReading:
    """The relations in one reading of identity: rows on disk, then lines."""

    def __init__(self, reading: Reading, entities: dict[str, str], path: Path) -> None:
        self.reading, self.entities, self._path = reading, entities, path
        self.endings = Endings()
        self._rows = path.open("wb")

    def learn(self, facts: DocumentFacts) -> None:
        """Note the relations and endings of a document."""
        for ending in authority.endings(facts, self.entities):
            self.endings.learn(ending)
        for instrument in facts.instruments:
            self._rows.writelines(rows(instrument, self._parties(facts, instrument), facts.filed))

    def relations(self, counts: dict[str, int], names: Mapping[str, Iterable[str]]) -> Iterator[Statements]:
        """The relations, once everything is learned, also what issuers are called; `counts` gets how many there are."""
        self._rows.close()
        with self._path.open("rb") as table:
            yield from relations(sorted_lines(table), self.endings, counts, self.reading, names)

    def _parties(self, facts: DocumentFacts, instrument: InstrumentFacts) -> Parties:
        entities = self.entities
        return Parties(
            principals=_by_entity(instrument.principals, entities),
            attorneys=tuple(
                sorted(
                    {
                        (
                            entities[a.mention.node],
                            entities[a.affiliation.node] if a.affiliation else None,
                            a.mention.name,
                        )
                        for a in instrument.attorneys
                    },
                    key=lambda one: (one[0], one[1] or "", one[2]),
                )
            ),
            issuers=self._issuers(facts, instrument),
        )

    def _issuers(self, facts: DocumentFacts, instrument: InstrumentFacts) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """The issuers that an instrument is about: those it names, else the filing's, else the one it stood under."""
        issuer = facts.filing.issuer if facts.filing is not None else None
        if instrument.issuers or issuer is not None:
            return _by_entity(instrument.issuers or filter(None, (issuer,)), self.entities)
        return ((iris.entity("organization", cik=facts.issuer_cik), ()),) if facts.issuer_cik else ()


def _by_entity(mentions: Iterable[Mention], entities: dict[str, str]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The entities of mentions, each with the names under which they are printed."""
    names: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for mention in mentions:
        names[entities[mention.node]].update(dict.fromkeys((mention.name, *mention.former)))
    return tuple(sorted((entity, tuple(its)) for entity, its in names.items()))


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
) -> Iterator[tuple[authority.Use | None, Statements]]:
    """Each description of a filing: what is said of it, and the filing itself where it is the preferred one."""
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
        yield use, out
