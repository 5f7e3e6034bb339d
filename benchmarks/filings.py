"""How fast filings are read on one core: container, header, ownership document, signature lines, from bytes.

Usage: python benchmarks/filings.py FOLDER
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

from infact.ingest.documents import DOCUMENTS, load
from infact.ingest.filings import read_filing
from infact.ingest.submission import is_submission, read_submission


def read_all(paths: list[Path]) -> int:
    """The number of filings in the files."""
    filings = 0
    for path in paths:
        text = load(path).text
        filings += read_filing(text, read_submission(text) if is_submission(text) else None) is not None
    return filings


def main() -> None:
    """Print the best of five rounds of ten readings each."""
    paths = [p for p in sorted(Path(sys.argv[1]).iterdir()) if p.suffix in DOCUMENTS]
    filings, size = read_all(paths), sum(p.stat().st_size for p in paths)
    rounds = []
    for _ in range(5):
        begun = time.perf_counter()
        for _ in range(10):
            read_all(paths)
        rounds.append((time.perf_counter() - begun) / 10)
    best = min(rounds)
    print(f"{len(paths)} files, {filings} filings, {size / 1e6:.2f} MB")
    print(f"{filings / best:,.0f} filings/s, {size / best / 1e6:.1f} MB/s")


if __name__ == "__main__":
    main()
