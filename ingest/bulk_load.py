"""Data sets into a store: the parts that workers wrote, loaded as they come, with a manifest entry for each year.

Callers may rely on: a set counts as loaded only once all of it is; loading it again replaces it; and a set that is met
twice in a run, under whatever name, is loaded once.
"""

from __future__ import annotations

import io
from dataclasses import replace
from functools import partial

from . import iris
from .behind import Behind
from .bulk_quads import Part, source_lines
from .manifest import Entry
from .store import PIECE, Store


class SetLoader:
    """Loads the parts of data sets, which come in order, one set after the other.

    Args:
        store: The store, open for writing.
        behind: Where they are loaded.
        version: The version of infact that read them; part of the provenance.
    """

    def __init__(self, store: Store, behind: Behind, version: str) -> None:
        self._store, self._behind, self._version = store, behind, version
        self._open: dict[str, Entry] = {}
        self._done: set[str] = set()
        self._again: set[str] = set()
        self._waiting = io.BytesIO()

    def holds(self, sha256: str) -> bool:
        """Whether the store holds a set of these bytes, whole, read by this version."""
        return any(True for entry in self.entries(sha256) if entry.version == self._version)

    def entries(self, sha256: str) -> list[Entry]:
        """What the manifest says of a set of these bytes."""
        self._behind.wait()  # the manifest changes there
        return [entry for entry in self._store.manifest if iris.is_bulk(entry.key) and entry.sha256 == sha256]

    def take(self, part: Part) -> bool:
        """Load a part; false where this run has loaded it before."""
        if any(entry.sha256 != part.sha256 for entry in self._open.values()):
            self.finish()
        if part.first and (part.key in self._open or part.key in self._done):
            self._again.add(part.key)
        if part.key in self._again:
            return False
        entry = self._open.get(part.key) or self._begin(part)
        self._open[part.key] = replace(entry, quads=entry.quads + part.quads)
        self._load(part.lines)
        return True

    def finish(self) -> None:
        """Load what waits, and note the set as loaded."""
        self._flush()
        self._behind.wait()
        self._store.manifest.put(*self._open.values())
        self._done.update(self._open)
        self._open.clear()

    def _begin(self, part: Part) -> Entry:
        """Make room for a set's year and say where it comes from."""
        self._behind.wait()
        self._store.forget([part.key])
        self._store.drop_graph(iris.document_graph(part.key))
        lines = list(source_lines(part.key, part.path.name, part.sha256, part.size, self._version))
        self._load(b"".join(lines))
        return Entry(
            key=part.key,
            source=str(part.path.absolute()),
            name=part.path.name,
            sha256=part.sha256,
            size=part.size,
            quads=len(lines),
            instruments=0,
            version=self._version,
        )

    def _load(self, lines: bytes) -> None:
        self._waiting.write(lines)
        if self._waiting.tell() >= PIECE:
            self._flush()

    def _flush(self) -> None:
        if self._waiting.tell():
            self._waiting.seek(0)
            self._behind.do(partial(self._store.bulk_load, self._waiting))
            self._waiting = io.BytesIO()
