"""The facts of every document, read from the graph once and kept beside it for the passes that go over them.

Memory does not grow with the corpus. The facts of a document are read again when its graph was replaced, and of all
documents when the code that reads them has changed.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from . import kept
from .bulk_facts import facts_of
from .facts import DocumentFacts
from .manifest import Entry
from .store import Store

# Hex digits over the document's bytes, where its facts begin in the file and where they end, hex digits over them.
_Place = tuple[str, int, int, str]


class Spool:
    """The facts of a store's documents. Iterating gives them by key, as often as asked."""

    def __init__(self, store: Store) -> None:
        self._folder = store.kept
        self._folder.mkdir(exist_ok=True)
        self._path = self._folder / "facts"
        self.entries = tuple(store.manifest)
        places = self._places()
        wanted = [entry for entry in self.entries if places.get(entry.key, ("",))[0] != entry.sha256]
        end = max((place[2] for place in places.values()), default=0)
        with self._path.open("r+b" if self._path.exists() else "w+b") as out:
            out.truncate(end)
            out.seek(end)
            for entry in wanted:
                start, digest = out.tell(), hashlib.sha256()
                for facts in facts_of(store, entry):
                    piece = kept.written(facts)
                    digest.update(piece)
                    out.write(piece)
                places[entry.key] = (entry.sha256, start, out.tell(), digest.hexdigest())
        known = {entry.key for entry in self.entries}
        self._at = {key: place for key, place in places.items() if key in known}
        if wanted or len(self._at) < len(places):
            kept.store(self._folder / "facts.index", {"code": kept.code(), "places": self._at})
        store.forgotten.clear()

    def __iter__(self) -> Iterator[DocumentFacts]:
        with self._path.open("rb") as spool:
            for entry in self.entries:
                start, end = self._at[entry.key][1:3]
                spool.seek(start)
                while spool.tell() < end:
                    yield kept.read(spool)

    def of(self, entry: Entry) -> Iterator[DocumentFacts]:
        """The facts of what one entry of the manifest stands for."""
        start, end = self._at[entry.key][1:3]
        with self._path.open("rb") as spool:
            spool.seek(start)
            while spool.tell() < end:
                yield kept.read(spool)

    def digest(self, entry: Entry) -> str:
        """Hex digits that change when the facts of an entry do."""
        return self._at[entry.key][3]

    def _places(self) -> dict[str, _Place]:
        """What is kept and still holds; nothing where half of the file is facts that nobody needs any more."""
        index = kept.loaded(self._folder / "facts.index")
        if not self._path.exists() or index is None or index["code"] != kept.code():
            return {}
        gone = kept.Forgotten(self._folder).keys()
        found: dict[str, _Place] = {key: place for key, place in index["places"].items() if key not in gone}
        size = self._path.stat().st_size
        needed = sum(end - start for _, start, end, _ in found.values())
        whole = all(place[2] <= size for place in found.values())
        return found if whole and needed * 2 >= size else {}
