"""The column tables of a store, kept in its folder `kept` and made again when the store's published state is another.

The file's name says of which state it is: of the generation, its data files, this layout and DuckDB's version. It is
written under another name and renamed when it is whole, so what has the name can be read. Whoever deletes it loses
time only.
"""

from __future__ import annotations

import fcntl
import hashlib
import shutil
from collections.abc import Callable
from pathlib import Path

import duckdb

from ...common.errors import EngineUnavailableError
from ...ingest.store import Store
from .engine import ColumnEngine
from .load import load

# Raise it whenever `load` writes something else than before.
_LAYOUT = 2
# What making the tables may hold in memory; the rest waits on disk. Ten million quads then take as long as with more.
MEMORY = "1500MB"


def opened(store: Store, loaded: Callable[[int], None] = lambda count: None) -> ColumnEngine:
    """The engine over a store's column tables, which are made where they are missing or of another state.

    Args:
        store: The store, open for reading.
        loaded: Told how many quads have been read, while tables are made.

    Raises:
        EngineUnavailableError: The tables cannot be made or read.
    """
    path = store.kept / f"columns-{_state(store)}.duckdb"
    try:
        if not path.exists():
            _make(store, path, loaded)
        return ColumnEngine(duckdb.connect(str(path), read_only=True))
    except (OSError, duckdb.Error) as error:
        raise EngineUnavailableError(
            f"the column tables cannot be made or read: {' '.join(str(error).split())}",
            where=str(path),
            remedy="ask the default engine",
        ) from error


def _state(store: Store) -> str:
    """A name for what the store holds: it changes whenever a writer publishes."""
    digest = hashlib.sha256(f"{_LAYOUT} {duckdb.__version__} {store.generation}".encode())
    for file in sorted((store.generation / "quads").glob("*.sst")):
        digest.update(f" {file.name} {file.stat().st_size}".encode())
    return digest.hexdigest()[:16]


def _make(store: Store, path: Path, loaded: Callable[[int], None]) -> None:
    path.parent.mkdir(exist_ok=True)
    with path.with_name("columns.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if path.exists():  # somebody else has made them meanwhile
            return
        for old in path.parent.glob("columns-*"):
            shutil.rmtree(old) if old.is_dir() else old.unlink()
        fresh = path.with_suffix(".new")
        with duckdb.connect(str(fresh), config={"memory_limit": MEMORY}) as database:
            load(store.oxigraph, database, loaded)
        fresh.replace(path)
