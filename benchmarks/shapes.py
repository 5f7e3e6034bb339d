"""Powers validated per second: in batches and processes, as infact does it, beside plain pyshacl over one whole graph.

    python benchmarks/shapes.py --powers 1000 10000      # the ways of validating, and a rerun after one change
    python benchmarks/shapes.py --equal 10000            # both engines, documents with faults: the same results?
    python benchmarks/shapes.py --equal-in infact.db     # the same of a store

The documents are those of `made_powers.py`. The same ones are validated in every row, and every row must find the same.
Reading the documents out of the store is the floor: whatever applies the shapes, they must be read. Absolute figures
differ between machines and with what else runs there; ratios within a run much less, and powers a second of processor
time hardly. Memory is the largest of this process and of any of its workers.
"""

from __future__ import annotations

import argparse
import os
import resource
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from itertools import islice
from multiprocessing import Pipe
from pathlib import Path

import pyshacl
from infact.ingest import iris
from infact.ingest.manifest import Entry
from infact.ingest.quads import quads
from infact.ingest.store import Store
from infact.shapes import applying, units
from infact.shapes.constraints import parse, shape_files
from infact.shapes.rules import rules
from infact.shapes.validator import BATCH, validate
from made_powers import Made, documents, power
from rdflib import SH, Graph, Node
from rdflib import Dataset as RdflibDataset

Found = set[tuple[str, str]]


def entry(made: Made, lines: bytes) -> Entry:
    return Entry(
        made.key, made.record.document, made.record.document, made.sha256, made.size, lines.count(b"\n"), 1, "0"
    )


def make(powers: int, at: Path, data: Path | None = None) -> int:
    """So many powers into a store and a file of N-Quads; the number of quads."""
    count = 0
    made = documents(powers)
    with Store.open(at, create=True) as store:
        while piece := [(entry(one, lines), lines) for one, lines in islice(made, 500)]:
            store.replace_documents(piece)
            count += sum(one.quads for one, _ in piece)
            if data is not None:
                with data.open("ab") as out:
                    out.writelines(lines for _, lines in piece)
    return count


def change(at: Path, number: int) -> int:
    """Let one document say something else."""
    made = power(number)
    with Store.open(at) as store:
        lines = b"".join(quads(made, "0")).replace(b"Forms 3, 4 and 5", b"Forms 3, 4 or 5 ")
        store.replace_documents([(entry(made, lines), lines)])
    return 1


def plain(path: Path) -> Found:
    """pyshacl over one rdflib graph that holds everything, as its manual shows it."""
    dataset = RdflibDataset(default_union=True)
    dataset.parse(path, format="nquads")
    graph, shapes = Graph(), Graph()
    for subject, predicate, value, _ in dataset.quads():
        graph.add((subject, predicate, value))
    for file in shape_files():
        shapes += parse(file)
    _, report, _ = pyshacl.validate(graph, shacl_graph=shapes)
    assert isinstance(report, Graph)

    def name(result: Node, predicate: Node) -> str:
        return str(report.value(result, predicate))

    return {
        (name(r, SH.focusNode), name(r, SH.sourceShape).rpartition("/")[2]) for r in report.objects(None, SH.result)
    }


def batched(path: Path, *, workers: int = 1, batch: int = BATCH, fast: bool = False, keep: bool = False) -> Found:
    """infact's validator over a store on disk, with the place and the words of each finding."""
    with Store.open(path, read_only=not keep) as store:
        report = validate(store, workers=workers, batch=batch, fast=fast)
    return {(finding.focus, finding.constraint) for finding in report.findings}


def reading(path: Path) -> Found:
    """The floor: every document out of the store as N-Triples, and nothing done with it."""
    with Store.open(path, read_only=True) as store:
        for unit in units.documents(store, units.document_graphs(store)):
            units.read(store, unit)
    return set()


def measured(label: str, powers: int, action: Callable[[], Found | int]) -> Found:
    """Run an action in a process of its own, print its figures, and return what it found."""
    receiving, sending = Pipe(duplex=False)
    child = os.fork()
    if child == 0:
        start = time.perf_counter()
        found = action()
        seconds = time.perf_counter() - start
        usage = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
        busy = sum(one.ru_utime + one.ru_stime for one in usage)
        sending.send((found, seconds, busy, max(one.ru_maxrss for one in usage) / 1024))
        os._exit(0)
    found, seconds, busy, megabytes = receiving.recv()
    os.waitpid(child, 0)
    size = f", {len(found)} findings" if isinstance(found, set) else ""
    print(
        f"| {label} | {powers / seconds:,.0f} | {powers / busy:,.0f} | {seconds:.1f} s | {megabytes:,.0f} MB |{size}",
        flush=True,
    )
    return found if isinstance(found, set) else set()


def speeds(powers: int, workers: int, *, peer: bool) -> None:
    """Print the rows of one size."""
    with tempfile.TemporaryDirectory() as folder:
        data, at = Path(folder) / "graph.nq", Path(folder) / "store"
        print(f"{powers} powers | powers/s | a second of processor time | seconds | memory")
        measured("writing the store", powers, lambda: make(powers, at, data if peer else None))
        measured("reading alone (floor)", powers, lambda: reading(at))
        found = {
            "pyshacl": measured(f"pyshacl, {workers} processes", powers, lambda: batched(at, workers=workers)),
            "one": measured("pyshacl, 1 process", powers, lambda: batched(at)),
            "fast": measured(f"--fast, {workers} threads", powers, lambda: batched(at, workers=workers, fast=True)),
            "kept": measured("--keep", powers, lambda: batched(at, workers=workers, keep=True)),
            "again": measured("--keep, nothing changed", powers, lambda: batched(at, workers=workers, keep=True)),
        }
        measured("(one document changes)", 1, lambda: change(at, powers // 2))
        found["rerun"] = measured("--keep, one changed", powers, lambda: batched(at, workers=workers, keep=True))
        if peer:
            found["plain"] = measured("plain pyshacl, one graph", powers, lambda: plain(data))
        differing = [name for name, one in found.items() if one != found["pyshacl"]]
        assert not differing, f"these find something else: {differing}"


def equal(triples: list[bytes], size: int = 500) -> None:
    """Apply both engines to documents, and say whether they give the same results."""
    fired: Counter[str] = Counter()
    seconds = dict.fromkeys(("pyshacl", "shacl"), 0.0)
    differing: Counter[tuple[str, str]] = Counter()
    for start in range(0, len(triples), size):
        batch = b"".join(triples[start : start + size])
        results = {}
        for name, apply in (("pyshacl", applying.by_pyshacl), ("shacl", applying.by_shacl)):
            begun = time.process_time()
            results[name] = apply(batch)
            seconds[name] += time.process_time() - begun
        fired.update(one.constraint for one in results["pyshacl"])
        for name, other in (("pyshacl", "shacl"), ("shacl", "pyshacl")):
            only = set(results[name]) - set(results[other])
            differing.update((name, one.constraint) for one in only)
            for one in sorted(only)[:2]:
                print(f"only {name}: {one}")
    print(f"{len(triples)} documents, {fired.total()} results of {len(fired)} of {len(rules())} rules")
    print(", ".join(f"{name} {len(triples) / took:,.0f} a second of processor time" for name, took in seconds.items()))
    print(f"results that only one gives: {dict(differing) or 'none'}")
    assert not differing


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--powers", type=int, nargs="+", default=[], help="powers of attorney to generate")
    parser.add_argument("--workers", type=int, default=2, help="processes, or threads of the fast way")
    parser.add_argument("--no-plain", action="store_true", help="leave out plain pyshacl")
    parser.add_argument("--equal", type=int, help="compare the engines on so many documents with faults")
    parser.add_argument("--equal-in", type=Path, help="compare the engines on all of a store")
    options = parser.parse_args()
    rules(), applying.wanted(), applying.by_shacl([])
    for powers in options.powers:
        speeds(powers, options.workers, peer=not options.no_plain)
    if options.equal:
        graph = f" <{iris.DOCUMENT_GRAPHS}".encode()
        made = (lines for _, lines in documents(options.equal, faults=True))
        equal([b"".join(line.rpartition(graph)[0] + b" .\n" for line in one.splitlines()) for one in made])
    if options.equal_in:
        with Store.open(options.equal_in, read_only=True) as store:
            found = list(units.documents(store, units.document_graphs(store)))
            found += [unit for graph in units.DERIVED for unit in units.pieces(store, graph)]
            equal([units.read(store, unit) for unit in found])


if __name__ == "__main__":
    main()
