"""Documents into a store: read in worker processes, loaded here, in memory that does not grow with the corpus.

Workers read sources and write their N-Quads; this process only loads them. Callers may rely on: building the same
sources again gives the same store; a document that is in the store with the same bytes, read by the same version of
infact, is passed over; one whose bytes changed replaces what it said before; every source that cannot be read is
listed and the rest goes on; and a build that was interrupted is completed by the next one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import cache, partial
from importlib import metadata
from pathlib import Path

from ..common.errors import InfactError, Skipped
from . import iris, read, unlisted
from .behind import Behind
from .bulk import Held, Piece
from .bulk_load import SetLoader
from .bulk_quads import Part, part
from .document_facts import facts_in
from .documents import LIMIT
from .manifest import Entry
from .quads import Reading, statements
from .read import make_all
from .spool import Noting, packed
from .store import PIECE, Store
from .vocabulary import vocabulary_lines


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a build is: sources whose reading is loaded or passed over, and the one that came last."""

    documents: int
    skipped: int
    quads: int
    source: str


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What a build did.

    Attributes:
        documents: Documents loaded, new or changed.
        unchanged: Documents that the store held already.
        instruments: Instruments in the documents loaded.
        filings: Documents loaded that state a filing.
        quads: Lines loaded for them.
        removed: Keys of documents that their source holds no longer.
        duplicates: Sources whose document had been met before in this run, byte for byte.
        skipped: Sources that could not be read, each with its reason.
        notes: What was passed over inside of documents that were read, each with its document.
    """

    documents: int = 0
    unchanged: int = 0
    instruments: int = 0
    filings: int = 0
    quads: int = 0
    removed: tuple[str, ...] = ()
    duplicates: tuple[str, ...] = ()
    skipped: tuple[Skipped, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Made:
    """A document, ready to load: its manifest entry, the lines of its graph, and the facts that are in them."""

    entry: Entry
    lines: bytes
    filing: bool
    facts: bytes
    notes: tuple[str, ...] = ()


@cache  # a build asks for each document, and metadata are read from a file
def version() -> str:
    """The version of infact that runs, as its metadata states it."""
    return metadata.version("infact")


def make(reading: Reading, source: Path) -> Made | Skipped:
    """Write the lines of a reading; one whose record contradicts itself or its text is skipped with the reason."""
    try:
        said = statements(reading, version())
    except InfactError as error:
        return Skipped(str(source), str(error))
    record = reading.record
    entry = Entry(
        key=reading.key,
        source=str(source.absolute()),
        name=record.document,
        sha256=reading.sha256,
        size=reading.size,
        quads=len(said),
        instruments=len(record.instruments),
        version=version(),
    )
    facts = b"".join(packed([facts_in(reading.key, said)]))
    place = source if source.name == record.document else f"{source}: {record.document}"
    notes = tuple(f"{place}: {note}" for note in getattr(reading, "notes", ()))
    return Made(entry, said.written(), record.filing is not None, facts, notes)


def build(
    paths: Iterable[Path],
    store: Store,
    *,
    rebuild: bool = False,
    workers: int | None = None,
    limit: int = LIMIT,
    progress: Callable[[Progress], None] | None = None,
) -> BuildReport:
    """Read documents into a store, and the vocabulary with them.

    Args:
        paths: Files and folders of documents, and record lines.
        store: The store, open for writing.
        rebuild: Load documents that the store holds already, too.
        workers: Processes to read with; all cores where not given.
        limit: Size in bytes above which a document is skipped.
        progress: Told after each source.

    Raises:
        DocumentError: A path does not exist.
        StoreError: The store cannot be written.
    """
    with Behind() as behind:
        loader = Loader(store, behind, rebuild=rebuild, progress=progress)
        made = make_all(paths, _made, workers=workers, limit=limit, make_piece=_made_piece, holds=loader.holds_set)
        for item in made:
            if isinstance(item, Part | Held):
                loader.take_part(item)
            else:
                loader.take(item)
        report = loader.finish()
    versions = {entry.version for entry in store.manifest}
    store.replace_graph(iris.VOCABULARY, [*vocabulary_lines(version(), versions), *unlisted.held(store)])
    return report


def _made(result: read.Reading | Skipped, source: Path) -> Made | Part | Held | Skipped:
    return result if isinstance(result, Skipped) else make(result, source)


def _made_piece(piece: Piece | Held) -> Made | Part | Held | Skipped:
    return piece if isinstance(piece, Held) else part(piece)


class Loader:
    """Takes what workers made, in order, and loads it in pieces.

    Args:
        store: The store, open for writing.
        behind: Where it is loaded.
        rebuild: Load documents that the store holds already, too.
        progress: Told after each source.
    """

    def __init__(
        self,
        store: Store,
        behind: Behind,
        *,
        rebuild: bool = False,
        progress: Callable[[Progress], None] | None = None,
    ) -> None:
        self._store, self._behind, self._rebuild, self._progress = store, behind, rebuild, progress
        self._facts = Noting(store)
        self._waiting: list[tuple[Entry, bytes]] = []
        self._bytes = 0
        self._met: dict[str, str] = {}
        self._sources: set[str] = set()
        self._skipped: list[Skipped] = []
        self._report = BuildReport()
        self._sets = SetLoader(store, behind, version())

    def holds_set(self, sha256: str) -> bool:
        """Whether a data set of these bytes need not be read."""
        return not self._rebuild and self._sets.holds(sha256)

    def take(self, item: Made | Skipped) -> None:
        """Load a document, or note why it was passed over."""
        if isinstance(item, Skipped):
            self._skip(item)
            return
        entry, report = item.entry, self._report
        self._sources.add(entry.source)
        before = self._met.get(entry.key)
        if before is None:
            self._met[entry.key] = entry.sha256
            if not self._rebuild and self._holds(entry):
                self._report = replace(report, unchanged=report.unchanged + 1)
            else:
                self._report = replace(
                    report,
                    documents=report.documents + 1,
                    instruments=report.instruments + entry.instruments,
                    filings=report.filings + item.filing,
                    quads=report.quads + entry.quads,
                    notes=(*report.notes, *item.notes),
                )
                self._facts.add(entry.key, entry.sha256, item.facts)
                self._waiting.append((entry, item.lines))
                self._bytes += len(item.lines)
                if self._bytes >= PIECE:
                    self._flush()
        elif before == entry.sha256:
            self._report = replace(report, duplicates=(*report.duplicates, entry.source))
        else:
            self._skip(
                Skipped(
                    entry.source,
                    f"another document of this run has the key {entry.key} too, with other bytes; the first one stays",
                    {"first": before, "sha256": entry.sha256},
                )
            )
            return
        self._tell(entry.source)

    def take_part(self, item: Part | Held) -> None:
        """Load a part of a data set, or note that all of it is there already."""
        report, source = self._report, str(item.path.absolute())
        self._sources.add(source)
        if isinstance(item, Held):
            held = self._sets.entries(item.sha256)
            self._met |= {entry.key: entry.sha256 for entry in held}
            self._report = replace(report, unchanged=report.unchanged + len(held))
        elif self._sets.take(item):
            new = item.key not in self._met
            self._met[item.key] = item.sha256
            self._facts.add(item.key, item.sha256, item.facts)
            self._report = replace(
                report,
                documents=report.documents + new,
                filings=report.filings + item.filings,
                quads=report.quads + item.quads,
            )
        elif item.first:
            self._report = replace(report, duplicates=(*report.duplicates, source))
        self._tell(source)

    def finish(self, *, whole: bool = True) -> BuildReport:
        """Load what waits; if every source was read `whole`, drop documents that their source holds no longer."""
        self._flush()
        self._sets.finish()
        # Of an archive that was not read to its end, what is missing now may still be in it.
        broken = {str(Path(one.source).absolute()) for one in self._skipped}
        sources = self._sources - broken if whole else set()
        gone = [e.key for e in self._store.manifest if e.source in sources and e.key not in self._met]
        for key in gone:
            self._store.remove_document(key)
        self._facts.finish()
        return replace(self._report, removed=tuple(gone), skipped=tuple(self._skipped))

    def _skip(self, skipped: Skipped) -> None:
        self._skipped.append(skipped)
        self._tell(skipped.source)

    def _holds(self, entry: Entry) -> bool:
        held = self._store.manifest.get(entry.key)
        return held is not None and (held.sha256, held.version) == (entry.sha256, entry.version)

    def _flush(self) -> None:
        if self._waiting:
            self._behind.do(partial(self._store.replace_documents, self._waiting))
            self._waiting, self._bytes = [], 0

    def _tell(self, source: str) -> None:
        if self._progress is not None:
            report = self._report
            done = report.documents + report.unchanged + len(report.duplicates)
            self._progress(Progress(done, len(self._skipped), report.quads, source))
