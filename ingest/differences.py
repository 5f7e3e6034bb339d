"""A derived graph brought up to date: its lines are kept in order, and only those that differ are removed and added.

Callers may rely on: the graph holds the given lines and no others, with or without what was kept. Lines wait on disk.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path
from typing import IO

from . import kept
from .sorting import sorted_lines
from .store import Store

# Where more than this part of a graph changes, the graph is written whole: to remove one costs more than to add one.
WHOLE = 0.3


def bring(store: Store, graph: str, name: str, lines: IO[bytes]) -> None:
    """Make a graph hold these lines.

    Args:
        store: The store, open for writing.
        graph: The graph, which nothing else writes.
        name: Under which its lines are kept.
        lines: N-Quads of that graph, in any order.
    """
    path = store.kept / f"{name}.{kept.code()[:16]}"
    waiting = path.with_name(f"{name}.waiting")
    count = 0
    with waiting.open("wb") as out:
        for line, _ in groupby(sorted_lines(lines)):
            out.write(line)
            count += 1
    changes = _changes(path, waiting, int(count * WHOLE)) if path.exists() else None
    for old in store.kept.glob(f"{name}.*"):  # until the graph and what is kept agree again
        if old != waiting:
            old.unlink()
    if changes is not None:
        store.change(*changes)
    else:
        with waiting.open("rb") as whole:
            store.replace_graph(graph, whole)
    waiting.replace(path)


def _changes(old: Path, new: Path, most: int) -> tuple[bytes, bytes] | None:
    """Lines that are gone and lines that have come; None where there are too many of them."""
    gone: list[bytes] = []
    come: list[bytes] = []
    with old.open("rb") as before, new.open("rb") as now:
        for line, is_new in _one_sided(before, now):
            (come if is_new else gone).append(line)
            if len(gone) + len(come) > most:
                return None
    return b"".join(gone), b"".join(come)


def _one_sided(before: Iterable[bytes], now: Iterable[bytes]) -> Iterator[tuple[bytes, bool]]:
    """Lines of two sorted files that only one of them has, and whether it is the second."""
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
