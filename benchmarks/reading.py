"""How fast documents are read, beside the floor in the same run.

    python benchmarks/reading.py [--copies N] [--engines]

Takes the written documents of tests/corpus, N times over, and prints documents and megabytes a second for: reading the
bytes alone (the floor), Python's own HTML parser over them (a peer for layout), normalising, extracting, and the whole
way from file to record on one core and on all. The last line is the peak of memory.

With --engines it compares Python's `re` with google-re2 instead (`pip install google-re2`; the package does not use
it): every pattern of the readers that RE2 can take searches every sentence once.
"""

from __future__ import annotations

import argparse
import os
import re
import resource
import shutil
import tempfile
import time
from collections.abc import Callable
from html.parser import HTMLParser
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

from infact.ingest import extract as package
from infact.ingest.documents import decode
from infact.ingest.extract import extract
from infact.ingest.extract.clauses import sentences
from infact.ingest.extract.patterns import Pattern
from infact.ingest.markup import MARKUP
from infact.ingest.read import Reading, read_all
from infact.ingest.submission import is_submission, read_submission
from infact.ingest.text import Text, normalise

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


def is_markup(raw: str) -> bool:
    """Whether an exhibit is HTML, as the package decides it."""
    return len(MARKUP.findall(raw)) >= 3


def timed(what: str, count: int, size: int, work: Callable[[], object], floor: float | None = None) -> float:
    """Processor time of this process for work in it, so that other programs do not count; else the time that passes."""
    clock = time.perf_counter if "worker" in what else time.process_time
    start = clock()
    work()
    seconds = clock() - start
    ratio = f"{seconds / floor:8.1f}x" if floor else "        -"
    print(f"{what:<34}{count / seconds:>12,.0f}/s{size / seconds / 1e6:>9.2f} MB/s{ratio}")
    return seconds


def engines(texts: list[Text]) -> None:
    """Search every sentence for every pattern, once with `re` and once with RE2, where RE2 takes the pattern."""
    import re2  # noqa: PLC0415 - installed for this comparison only

    modules = [import_module(m.name) for m in iter_modules(package.__path__, f"{package.__name__}.")]
    found = [p.exact if isinstance(p, Pattern) else p for module in modules for p in vars(module).values()]
    own = {p.pattern: p for p in found if isinstance(p, re.Pattern)}
    stretches = [s.text for t in texts for s in sentences(t.text)]
    options = re2.Options()
    options.log_errors = False
    pairs = []
    for pattern in own.values():
        flags = ("(?i)" if pattern.flags & re.IGNORECASE else "") + ("(?m)" if pattern.flags & re.MULTILINE else "")
        try:
            pairs.append((pattern, re2.compile(flags + pattern.pattern, options)))
        except re2.error:
            continue  # look-around
    print(f"{len(own)} patterns, {len(pairs)} without look-around; {len(stretches):,} sentences")
    start = time.perf_counter()
    one = [[bool(p.search(s)) for s in stretches] for p, _ in pairs]
    middle = time.perf_counter()
    two = [[bool(q.search(s)) for s in stretches] for _, q in pairs]
    end = time.perf_counter()
    differ = sum(a != b for x, y in zip(one, two, strict=True) for a, b in zip(x, y, strict=True))
    print(f"re {middle - start:.1f} s, re2 {end - middle:.1f} s: {(middle - start) / (end - middle):.1f} to 1")
    print(f"{differ} searches answer differently")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--copies", type=int, default=5)
    parser.add_argument("--engines", action="store_true")
    args = parser.parse_args()
    copies = args.copies
    if args.engines:
        engines([normalise(r) for r in exhibits()])
        return
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
        for kind, chosen in (
            ("HTML", [r for r in raw if is_markup(r)]),
            ("text", [r for r in raw if not is_markup(r)]),
        ):
            texts = [normalise(r) for r in chosen]
            length = sum(map(len, chosen))
            timed(f"{kind}: normalise", len(chosen), length, lambda c=chosen: [normalise(r) for r in c])
            timed(f"{kind}: extract", len(chosen), length, lambda t=texts: [extract(one) for one in t])
        for workers in sorted({1, os.cpu_count() or 1}):
            read = lambda n=workers: sum(isinstance(r, Reading) for r in read_all([Path(folder)], workers=n))  # noqa: E731
            timed(f"file to record, {workers} worker(s)", len(raw), size, read, floor)
        shutil.rmtree(folder, ignore_errors=True)
        Path(folder).mkdir(exist_ok=True)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"peak memory of this process: {peak:,.0f} MB")


if __name__ == "__main__":
    main()
