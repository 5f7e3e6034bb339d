"""How fast documents are read, beside the floor in the same run.

    python benchmarks/reading.py [--copies N]

Takes the written documents of tests/corpus, N times over, and prints documents and megabytes a second for: reading the
bytes alone (the floor), Python's own HTML parser over them (a peer for layout), normalising, extracting, and the whole
way from file to record on one core and on all. The last line is the peak of memory.
"""

from __future__ import annotations

import argparse
import os
import resource
import shutil
import tempfile
import time
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path

from infact.ingest.documents import decode
from infact.ingest.extract import extract
from infact.ingest.read import Reading, read_all
from infact.ingest.submission import is_submission, read_submission
from infact.ingest.text import normalise

CORPUS = Path(__file__).parents[1] / "tests" / "corpus"


class Peer(HTMLParser):
    """The standard library's parser, collecting text and nothing else."""

    def __init__(self) -> None:
        super().__init__()
        self.parts: list[str] = []

    def handle_data(self, data: str) -> None:
        self.parts.append(data)


def parse_with_peer(raw: str) -> None:
    peer = Peer()
    peer.feed(raw)
    peer.close()


def exhibits() -> list[str]:
    """Every exhibit of the corpus as characters."""
    out = []
    for path in sorted((*CORPUS.glob("dev/*.*"), *CORPUS.glob("own/*.*"))):
        if path.suffix == ".json":
            continue
        text, _ = decode(path.read_bytes(), str(path))
        if is_submission(text):
            out += [text[m.start : m.end] for m in read_submission(text).members if m.type.startswith("EX-24")]
        else:
            out.append(text)
    return out


def timed(what: str, count: int, size: int, work: Callable[[], object], floor: float | None = None) -> float:
    start = time.perf_counter()
    work()
    seconds = time.perf_counter() - start
    ratio = f"{seconds / floor:8.1f}x" if floor else "        -"
    print(f"{what:<34}{count / seconds:>12,.0f}/s{size / seconds / 1e6:>9.2f} MB/s{ratio}")
    return seconds


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--copies", type=int, default=5)
    copies = parser.parse_args().copies
    raw = exhibits() * copies
    size = sum(map(len, raw))
    print(f"{len(raw):,} exhibits, {size / 1e6:.1f} MB\n{'step':<34}{'documents':>14}{'':>5}{'':>9}   to the floor")
    with tempfile.TemporaryDirectory() as folder:
        files = []
        for number, text in enumerate(raw):
            files.append(Path(folder) / f"{number:06}.txt")
            files[-1].write_text(text, encoding="utf-8")
        floor = timed("bytes from disk (floor)", len(raw), size, lambda: [f.read_bytes() for f in files])
        timed("html.parser (peer)", len(raw), size, lambda: [parse_with_peer(r) for r in raw], floor)
        timed("normalise", len(raw), size, lambda: [normalise(r) for r in raw], floor)
        texts = [normalise(r) for r in raw]
        timed("extract", len(raw), size, lambda: [extract(t) for t in texts], floor)
        for workers in sorted({1, os.cpu_count() or 1}):
            read = lambda n=workers: sum(isinstance(r, Reading) for r in read_all([Path(folder)], workers=n))  # noqa: E731
            timed(f"file to record, {workers} worker(s)", len(raw), size, read, floor)
        shutil.rmtree(folder, ignore_errors=True)
        Path(folder).mkdir(exist_ok=True)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"peak memory of this process: {peak:,.0f} MB")


if __name__ == "__main__":
    main()
