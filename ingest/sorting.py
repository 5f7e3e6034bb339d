"""Sorting more lines than memory should hold: sorted runs on disk, merged."""

from __future__ import annotations

import heapq
import tempfile
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path

# So many lines are in memory at a time (about 300 bytes each).
RUN = 500_000


def absent(lines: Iterable[bytes], known: Iterable[bytes]) -> Iterator[bytes]:
    """Those of sorted lines that are not among other sorted lines, which are taken as they are needed."""
    others = iter(known)
    other = next(others, None)
    for line in lines:
        while other is not None and other < line:
            other = next(others, None)
        if line != other:
            yield line


def sorted_lines(lines: Iterable[bytes], run: int = RUN) -> Iterator[bytes]:
    """The lines in the order of their bytes; `run` of them are in memory at a time."""
    lines = iter(lines)
    with tempfile.TemporaryDirectory() as folder:
        runs: list[Path] = []
        while chunk := sorted(islice(lines, run)):
            if len(chunk) < run and not runs:
                yield from chunk
                return
            runs.append(Path(folder, str(len(runs))))
            with runs[-1].open("wb") as file:
                file.writelines(chunk)
            del chunk
        sources = [path.open("rb") for path in runs]
        try:
            yield from heapq.merge(*sources)
        finally:
            for source in sources:
                source.close()
