"""A derived graph brought up to date: its lines are kept, and only those that differ are removed and added.

Callers may rely on: the graph holds the given lines and no others, with or without what was kept. Lines wait on disk.
Where nothing was kept, they are loaded while the caller still works out further ones, and are put in order only when
the next ones are to be compared with them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from itertools import groupby
from pathlib import Path

from . import kept
from .behind import Behind
from .sorting import sorted_lines
from .statements import Statements
from .store import PIECE, Store

# Where more than this part of a graph changes, the graph is written whole: to remove one costs more than to add one.
WHOLE = 0.3
_ANY = 2**30


class Bringing:
    """Takes the lines of one graph in any order; `finish` makes the graph hold them.

    Args:
        store: The store, open for writing.
        graph: The graph, which nothing else writes.
        name: Under which its lines are kept.
        behind: Where they are loaded.
    """

    def __init__(self, store: Store, graph: str, name: str, behind: Behind) -> None:
        self._store, self._graph, self._behind = store, graph, behind
        self._path = store.kept / f"{name}.{kept.code()[:16]}"
        self._made = self._path.with_name(f"{name}.made")
        self._held = self._path.exists()
        for old in store.kept.glob(f"{name}.*"):
            if old != self._path:
                old.unlink()
        self._out = self._made.open("wb")
        self._loaded = self._count = 0
        if not self._held:
            behind.do(partial(store.drop_graph, graph), most=_ANY)

    def write(self, said: Statements) -> int:
        """Take what is said in the graph; how many statements it is."""
        self._out.write(said.written())
        self._count += len(said)
        if not self._held and self._out.tell() - self._loaded >= PIECE:
            self._load()
        return len(said)

    def finish(self) -> None:
        """Make the graph hold the lines that were taken."""
        self._load()
        self._out.close()
        self._behind.wait()
        if self._held:
            changes = _changes(self._path, self._made, int(self._count * WHOLE))
            self._path.unlink()  # until the graph and what is kept agree again
            if changes is not None:
                self._store.change(*changes)
            else:
                self._store.drop_graph(self._graph)
                self._store.load_part(self._made, 0, self._made.stat().st_size)
        self._made.replace(self._path)

    def _load(self) -> None:
        if not self._held:
            self._out.flush()
            start, self._loaded = self._loaded, self._out.tell()
            self._behind.do(partial(self._store.load_part, self._made, start, self._loaded), most=_ANY)


def _changes(old: Path, new: Path, most: int) -> tuple[bytes, bytes] | None:
    """Lines that are gone and lines that have come; None where there are too many of them."""
    gone: list[bytes] = []
    come: list[bytes] = []
    with old.open("rb") as before, new.open("rb") as now:
        for line, is_new in _one_sided(_ordered(before), _ordered(now)):
            (come if is_new else gone).append(line)
            if len(gone) + len(come) > most:
                return None
    return b"".join(gone), b"".join(come)


def _ordered(lines: Iterable[bytes]) -> Iterator[bytes]:
    """Lines in the order of their bytes, each once."""
    return (line for line, _ in groupby(sorted_lines(lines)))


def _one_sided(before: Iterable[bytes], now: Iterable[bytes]) -> Iterator[tuple[bytes, bool]]:
    """Lines, sorted, that only one of two has, and whether it is the second."""
    mine, theirs = iter(before), iter(now)
    a, b = next(mine, None), next(theirs, None)
    while a is not None or b is not None:
        if a == b:
            a, b = next(mine, None), next(theirs, None)
        elif b is None or (a is not None and a < b):
            assert a is not None
            yield a, False
            a = next(mine, None)
        else:
            yield b, True
            b = next(theirs, None)
