"""The facts of every document, kept beside the graph for the passes that go over them.

A build notes the facts of what it loads (`Noting`), worked out from the same lines as the graph; whatever it did not
note, or what another release noted, is read from the graph, once (`Spool`). Callers may rely on: memory does not grow
with the corpus; the facts of a document are those that its graph has now; and a run that was interrupted costs time
only.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator
from itertools import chain, islice
from pathlib import Path
from typing import IO

from . import kept
from .bulk_facts import facts_of
from .facts import DocumentFacts
from .manifest import Entry
from .store import Store

# Hex digits over the document's bytes, where its facts begin in the file and where they end, hex digits over them.
_Place = tuple[str, int, int, str]
# So many facts are one pickle: names that they share are in it once, and it is in memory as a whole.
_TOGETHER = 256
_COPIED = 2**20


def packed(facts: Iterable[DocumentFacts]) -> Iterator[bytes]:
    """Facts as they stand in the file, piece by piece."""
    facts = iter(facts)
    while piece := tuple(islice(facts, _TOGETHER)):
        yield kept.written(piece)


class _File:
    """The file of facts, and where in it those of each document are."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(exist_ok=True)
        self.path, self._index = folder / "facts", folder / "facts.index"
        self._forgotten = kept.Forgotten(folder)
        self.places = self._held()

    def open(self) -> IO[bytes]:
        """The file, open behind the last facts that hold."""
        end = max((place[2] for place in self.places.values()), default=0)
        if not end:
            self._index.unlink(missing_ok=True)  # what it says ends with the file's first new byte
        out = self.path.open("r+b" if self.path.exists() else "w+b")
        out.truncate(end)
        out.seek(end)
        return out

    def adder(self, out: IO[bytes]) -> Callable[[str, str, bytes], None]:
        """What adds facts of a document to the open file, or further ones of that whose last ones came just before."""
        last, digest = "", hashlib.sha256()

        def add(key: str, sha256: str, facts: bytes) -> None:
            nonlocal last, digest
            start = out.tell()
            if key == last:
                start = self.places[key][1]
            else:
                last, digest = key, hashlib.sha256()
            digest.update(facts)
            out.write(facts)
            self.places[key] = (sha256, start, out.tell(), digest.hexdigest())

        return add

    def note(self) -> None:
        """Write where facts are; documents whose graphs were replaced are as they are now."""
        kept.store(self._index, {"code": kept.code(), "places": self.places})
        self._forgotten.clear()

    def _held(self) -> dict[str, _Place]:
        """What is kept and still holds, the file without what nobody needs any more."""
        index = kept.loaded(self._index)
        if not self.path.exists() or index is None or index["code"] != kept.code():
            return {}
        gone, size = self._forgotten.keys(), self.path.stat().st_size
        found: dict[str, _Place] = {key: place for key, place in index["places"].items() if key not in gone}
        if any(place[2] > size for place in found.values()):
            return {}
        needed = sum(end - start for _, start, end, _ in found.values())
        return found if needed * 2 >= size else self._shortened(found)

    def _shortened(self, found: dict[str, _Place]) -> dict[str, _Place]:
        fresh, places = self.path.with_name("facts.new"), {}
        with self.path.open("rb") as old, fresh.open("wb") as out:
            for key, (sha256, start, end, digest) in found.items():
                old.seek(start)
                places[key] = (sha256, out.tell(), out.tell() + end - start, digest)
                for size in (*[_COPIED] * ((end - start) // _COPIED), (end - start) % _COPIED):
                    out.write(old.read(size))
        self._index.unlink()
        fresh.replace(self.path)
        kept.store(self._index, {"code": kept.code(), "places": places})
        return places


class Noting:
    """Takes the facts of documents while a build loads them; `finish` makes them count."""

    def __init__(self, store: Store) -> None:
        self._file = _File(store.kept)
        self._out = self._file.open()
        self._add = self._file.adder(self._out)
        self._forgotten, self._added = store.forgotten, set[str]()

    def add(self, key: str, sha256: str, facts: bytes) -> None:
        """Note facts of a document, or further ones of a data set whose last ones came just before."""
        self._add(key, sha256, facts)
        self._added.add(key)

    def finish(self) -> None:
        """Every document whose facts were added is in the store."""
        self._out.close()
        gone = self._forgotten.keys() - self._added
        if self._added:
            self._file.places = {key: place for key, place in self._file.places.items() if key not in gone}
            self._file.note()


class Spool:
    """The facts of a store's documents. Iterating gives them by key, as often as asked."""

    def __init__(self, store: Store) -> None:
        file = _File(store.kept)
        self._path = file.path
        self.entries = tuple(store.manifest)
        wanted = [entry for entry in self.entries if file.places.get(entry.key, ("",))[0] != entry.sha256]
        if wanted:
            with file.open() as out:
                add = file.adder(out)
                for entry in wanted:
                    for piece in chain((b"",), packed(facts_of(store, entry))):  # there may be none
                        add(entry.key, entry.sha256, piece)
        known = {entry.key for entry in self.entries}
        self._at = {key: place for key, place in file.places.items() if key in known}
        if wanted or len(self._at) < len(file.places):
            file.places = self._at
            file.note()
        store.forgotten.clear()

    def __iter__(self) -> Iterator[DocumentFacts]:
        with self._path.open("rb") as spool:
            for entry in self.entries:
                yield from self._read(spool, entry)

    def of(self, entry: Entry) -> Iterator[DocumentFacts]:
        """The facts of what one entry of the manifest stands for."""
        with self._path.open("rb") as spool:
            yield from self._read(spool, entry)

    def digest(self, entry: Entry) -> str:
        """Hex digits that change when the facts of an entry do."""
        return self._at[entry.key][3]

    def _read(self, spool: IO[bytes], entry: Entry) -> Iterator[DocumentFacts]:
        _, start, end, _ = self._at[entry.key]
        spool.seek(start)
        while spool.tell() < end:
            yield from kept.read(spool)
