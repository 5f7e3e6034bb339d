"""The manifest of a store: which documents it holds, from which sources, of which bytes, read by which version.

Kept as `manifest.jsonl` beside the quads. While a writer works, each change is a line added at the end, so that a
killed writer loses nothing; when it closes, the file is written anew, sorted by key.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass
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
        self._entries: dict[str, Entry] = {}
        if path.exists():
            self._read()
        self._journal: IO[str] | None = path.open("a", encoding="utf-8") if writing else None

    def __len__(self) -> int:
        return len(self._entries)

    def __iter__(self) -> Iterator[Entry]:
        return (self._entries[key] for key in sorted(self._entries))

    def get(self, key: str) -> Entry | None:
        """The entry of a key, if the store holds that document."""
        return self._entries.get(key)

    def put(self, *entries: Entry) -> None:
        """Note documents that are in the store now."""
        for entry in entries:
            self._entries[entry.key] = entry
        self._append("".join(json.dumps(asdict(entry), ensure_ascii=False) + "\n" for entry in entries))

    def forget(self, *keys: str) -> None:
        """Note documents that are in the store no longer."""
        known = [key for key in keys if self._entries.pop(key, None) is not None]
        self._append("".join(json.dumps({"key": key, "removed": True}) + "\n" for key in known))

    def close(self) -> None:
        """Write the file anew, sorted. Doing so twice does nothing."""
        if self._journal is None:
            return
        self._journal.close()
        self._journal = None
        fresh = self._path.with_name(f"{self._path.name}.new")
        with fresh.open("w", encoding="utf-8") as file:
            file.writelines(json.dumps(asdict(entry), ensure_ascii=False) + "\n" for entry in self)
        fresh.replace(self._path)

    def _append(self, lines: str) -> None:
        assert self._journal is not None, "the store is open for reading"
        self._journal.write(lines)
        self._journal.flush()

    def _read(self) -> None:
        lines = self._path.read_text(encoding="utf-8").splitlines(keepends=True)
        for number, line in enumerate(lines, 1):
            try:
                value = json.loads(line)
                if value.get("removed"):
                    self._entries.pop(value["key"], None)
                else:
                    self._entries[value["key"]] = Entry(**value)
            except (ValueError, TypeError, KeyError, AttributeError) as error:
                if number == len(lines) and not line.endswith("\n"):
                    # The writer was killed within this line: the document counts as not loaded, and is built again.
                    self._path.write_text("".join(lines[:-1]), encoding="utf-8")
                    return
                raise StoreError(
                    "the manifest is damaged",
                    where=f"{self._path}, line {number}",
                    remedy="build the store again into a new folder",
                ) from error
