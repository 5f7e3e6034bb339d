"""The folder of a store: generations of the data, so that questions are answered while a build runs.

A store's folder holds `store.json` (format, schema version, the current generation), `writer.lock`, and one folder per
generation. A writer never touches the generation that readers see: it works in the next one, which starts as a copy
whose large files are hard links (RocksDB never changes a data file once it is written), and publishes it by replacing
`store.json` in one step. Callers may rely on: one writer at a time; a reader sees one published generation, whole and
unchanging, for as long as it holds it open; a writer that was killed leaves what readers see as it was, and the next
writer goes on from what it had written.
"""

from __future__ import annotations

import fcntl
import json
import os
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from ..common.errors import StoreError

FORMAT = "infact-store"
# Raise it whenever a store written before can no longer be read as it is.
SCHEMA = 1

_STATE = "store.json"


@dataclass(slots=True)
class Generation:
    """One generation held open, for reading or for writing. `release` lets go of it."""

    root: Path
    number: int
    writing: bool
    lock: IO[str]
    held: IO[str] | None = None

    @property
    def path(self) -> Path:
        """The folder of this generation."""
        return _folder(self.root, self.number)

    def publish(self) -> None:
        """Make this the generation that readers see, and drop older ones that nobody reads any more."""
        _write_state(self.root, self.number)
        for old in _numbers(self.root):
            if old < self.number:
                _drop_unless_read(_folder(self.root, old))

    def release(self) -> None:
        """Let go of the locks. Doing so twice does nothing."""
        self.lock.close()
        if self.held is not None:
            self.held.close()


def create(root: Path) -> None:
    """Make an empty store's folder.

    Raises:
        StoreError: The folder holds other things, or cannot be made.
    """
    try:
        root.mkdir(parents=True, exist_ok=True)
        if any(entry.name != "writer.lock" for entry in root.iterdir()):
            raise StoreError(
                "this folder is not empty and is no infact store", where=str(root), remedy="name another folder"
            )
        _write_state(root, 0)
    except OSError as error:
        raise StoreError(f"the store cannot be made: {error.strerror or error}", where=str(root)) from error


def is_store(root: Path) -> bool:
    """Whether a folder holds an infact store, of whatever schema version."""
    return (root / _STATE).is_file()


def open_for_writing(root: Path) -> Generation:
    """The next generation, with what the current one holds or what an interrupted writer had got to.

    Raises:
        StoreError: Another process writes to the store, its schema version differs, or its folder cannot be used.
    """
    current = _read_state(root)
    lock = _locked(root / "writer.lock", fcntl.LOCK_EX)
    if lock is None:
        raise StoreError(
            "another process is writing to this store", where=str(root), remedy="wait until it has finished"
        )
    try:
        current = _read_state(root)  # again: what the last writer published before it let go of the lock
        path = _folder(root, current + 1)
        if not path.is_dir():
            _copy(_folder(root, current), path)
        return Generation(root, current + 1, True, lock, _locked(path / "readers.lock", fcntl.LOCK_SH))
    except OSError as error:
        lock.close()
        raise StoreError(f"the store cannot be written to: {error.strerror or error}", where=str(root)) from error
    except StoreError:
        lock.close()
        raise


def open_for_reading(root: Path) -> Generation:
    """The current generation.

    Raises:
        StoreError: There is no store, its schema version differs, or no build of it has ever finished.
    """
    for _ in range(5):
        number = _read_state(root)
        if number == 0:
            raise StoreError(
                "no build of this store has finished yet", where=str(root), remedy="run the build (again) to its end"
            )
        # A writer may publish and drop this generation between the two steps; then there is a newer one to take.
        try:
            lock = _locked(_folder(root, number) / "readers.lock", fcntl.LOCK_SH)
        except OSError:
            continue
        if lock is not None:
            return Generation(root, number, False, lock)
    raise StoreError("the store's current data cannot be read", where=str(root), remedy="build it again")


def _folder(root: Path, number: int) -> Path:
    return root / f"g{number:06d}"


def _numbers(root: Path) -> list[int]:
    return sorted(int(path.name[1:]) for path in root.glob("g[0-9]*") if path.name[1:].isdigit())


def _read_state(root: Path) -> int:
    path = root / _STATE
    try:
        state = json.loads(path.read_bytes())
    except FileNotFoundError as error:
        raise StoreError("there is no store here", where=str(root), remedy="run `infact build` first") from error
    except (OSError, ValueError) as error:
        raise StoreError(f"the store's state cannot be read: {error}", where=str(path)) from error
    if not isinstance(state, dict) or state.get("format") != FORMAT or not isinstance(state.get("current"), int):
        raise StoreError("this is no infact store", where=str(path), remedy="name another folder")
    if state.get("schema") != SCHEMA:
        raise StoreError(
            f"the store has schema version {state.get('schema')}, this infact reads version {SCHEMA}",
            where=str(root),
            remedy="build it again into a new folder, or use the infact that made it",
        )
    number: int = state["current"]
    return number


def _write_state(root: Path, current: int) -> None:
    fresh = root / f"{_STATE}.new"
    with fresh.open("w", encoding="utf-8") as file:
        file.write(json.dumps({"format": FORMAT, "schema": SCHEMA, "current": current}) + "\n")
        file.flush()
        os.fsync(file.fileno())
    fresh.replace(root / _STATE)


def _locked(path: Path, kind: int) -> IO[str] | None:
    """The file, opened and locked; None when somebody else holds a lock that excludes this one."""
    file = path.open("r" if kind == fcntl.LOCK_SH and path.exists() else "a", encoding="utf-8")
    try:
        fcntl.flock(file, kind | fcntl.LOCK_NB)
    except BlockingIOError:
        file.close()
        return None
    return file


def _drop_unless_read(folder: Path) -> None:
    try:
        lock = _locked(folder / "readers.lock", fcntl.LOCK_EX)
    except OSError:
        return  # a store on a medium that is read-only by now; the folder is only spare
    if lock is not None:
        shutil.rmtree(folder, ignore_errors=True)
        lock.close()


def _copy(source: Path, target: Path) -> None:
    """Copy a generation that nobody writes to; data files become hard links where the file system has them."""
    fresh = target.with_name(f"{target.name}.new")
    if fresh.exists():
        shutil.rmtree(fresh)
    (fresh / "quads").mkdir(parents=True)
    (fresh / "readers.lock").touch()
    if source.is_dir():
        for path in sorted((source / "quads").iterdir()):
            copy = fresh / "quads" / path.name
            if path.suffix == ".sst":
                try:
                    copy.hardlink_to(path)
                    continue
                except OSError:
                    pass  # no hard links here
            if path.name != "LOCK" and not path.name.startswith("LOG"):
                shutil.copyfile(path, copy)
        if (source / "manifest.jsonl").exists():
            shutil.copyfile(source / "manifest.jsonl", fresh / "manifest.jsonl")
    fresh.replace(target)
