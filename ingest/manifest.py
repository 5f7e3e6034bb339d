"""The manifest of a store: which documents it holds, from which sources, of which bytes, read by which version.

Kept as `manifest.jsonl` beside the quads. While a writer works, each change is a line added at the end, so that a
killed writer loses nothing; when it closes, the file is written anew, sorted by key. In memory a document of that file
is the place of its line, eight bytes; only what was put since is held whole.
"""

from __future__ import annotations

import json
import os
from array import array
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from heapq import merge
from pathlib import Path
from typing import IO

from ..common.errors import StoreError


@dataclass(frozen=True)
class Entry:
    """One document in the store. Equal when all its fields are.

    Attributes:
        key: The document's key, which names its graph.
        source: The absolute path of the file (or container) that it was read from.
        name: The file name that its record states.
        sha256: Hex digits over its bytes.
        size: Number of those bytes.
        quads: Number of lines in its graph.
        instruments: Number of instruments that it holds.
        version: The version of infact that read it.
        lines_sha256: Hex digits over the lines of its graph, so that a graph that changed is told without reading it;
            empty where they were not at hand at once (a bulk data set), or an earlier infact wrote the entry.
    """

    key: str
    source: str
    name: str
    sha256: str
    size: int
    quads: int
    instruments: int
    version: str
    lines_sha256: str = ""


class Manifest:
    """The entries of a store by key; changes are on disk when a method returns."""

    def __init__(self, path: Path, *, writing: bool) -> None:
        self._path = path
        # Where the lines of entries stand in the file, by key; and what was put or forgotten since, which goes first.
        self._places = array("Q")
        self._changed: dict[str, Entry | None] = {}
        self._count = 0
        self._file: IO[bytes] | None = None
        if path.exists():
            self._file = path.open("rb")
            self._read(self._file)
        self._journal: IO[str] | None = path.open("a", encoding="utf-8") if writing else None

    def __len__(self) -> int:
        return self._count

    def __iter__(self) -> Iterator[Entry]:
        changed = [(key, entry) for key, entry in sorted(self._changed.items()) if entry is not None]
        held = ((entry.key, entry) for entry in map(self._at, self._places) if entry.key not in self._changed)
        return (entry for _, entry in merge(held, changed, key=lambda pair: pair[0]))

    def get(self, key: str) -> Entry | None:
        """The entry of a key, if the store holds that document."""
        if key in self._changed:
            return self._changed[key]
        number = bisect_left(self._places, key, key=lambda place: self._at(place).key)
        if number == len(self._places):
            return None
        entry = self._at(self._places[number])
        return entry if entry.key == key else None

    def put(self, *entries: Entry) -> None:
        """Note documents that are in the store now."""
        for entry in entries:
            self._note(entry.key, entry)
        self._append("".join(json.dumps(asdict(entry), ensure_ascii=False) + "\n" for entry in entries))

    def forget(self, *keys: str) -> None:
        """Note documents that are in the store no longer."""
        known = [key for key in keys if self._note(key, None)]
        self._append("".join(json.dumps({"key": key, "removed": True}) + "\n" for key in known))

    def close(self) -> None:
        """Write the file anew, sorted. Doing so twice does nothing."""
        if self._journal is not None:
            self._journal.close()
            self._journal = None
            fresh = self._path.with_name(f"{self._path.name}.new")
            with fresh.open("w", encoding="utf-8") as file:
                file.writelines(json.dumps(asdict(entry), ensure_ascii=False) + "\n" for entry in self)
            fresh.replace(self._path)
        if self._file is not None:
            self._file.close()

    def _note(self, key: str, entry: Entry | None) -> bool:
        """Whether there was an entry of that key before."""
        held = self.get(key) is not None
        self._changed[key] = entry
        self._count += (entry is not None) - held
        return held

    def _append(self, lines: str) -> None:
        assert self._journal is not None, "the store is open for reading"
        self._journal.write(lines)
        self._journal.flush()

    def _at(self, place: int) -> Entry:
        assert self._file is not None
        self._file.seek(place)
        return Entry(**json.loads(self._file.readline()))

    def _read(self, file: IO[bytes]) -> None:
        """Note the place of each line, as long as they are sorted; then follow those of a writer that was killed."""
        whole, last, at, number = True, "", 0, 0
        while line := file.readline():
            number += 1
            try:
                value = json.loads(line)
                entry = None if value.get("removed") else Entry(**value)
                key = str(value["key"])
            except (ValueError, TypeError, KeyError, AttributeError) as error:
                if not line.endswith(b"\n"):
                    # The writer was killed within this line: the document counts as not loaded, and is built again.
                    os.truncate(self._path, at)
                    return
                raise StoreError(
                    "the manifest is damaged",
                    where=f"{self._path}, line {number}",
                    remedy="build the store again into a new folder",
                ) from error
            whole = whole and entry is not None and key > last
            if whole:
                self._places.append(at)
                self._count, last = self._count + 1, key
            else:
                self._note(key, entry)
            at += len(line)
            file.seek(at)
