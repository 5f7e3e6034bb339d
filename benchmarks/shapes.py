"""Powers validated per second: in batches and processes, as infact does it, beside plain pyshacl over one whole graph.

    python benchmarks/shapes.py --powers 1000 10000      # the ways of validating, and a rerun after one change
    python benchmarks/shapes.py --equal 10000            # both engines, documents with faults: the same results?
    python benchmarks/shapes.py --equal-in infact.db     # the same of a store

The documents are those of `made_powers.py`. Each row counts everything from the store to findings with their sentences,
and every row of a size must find the same; plain pyshacl, whose time and memory grow with the graph, is given
`--plain` powers, and so are two floors, which come with the first size: taking the documents out of the store and
nothing else, and the engines alone on N-Triples at hand. Absolute figures differ between machines and with what else
runs there; ratios within a run much less, and powers a second of processor time hardly. Memory is the largest of a
row's process and of any of its workers; the process that starts the rows holds no findings, so that its size is in none
of them.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import resource
import tempfile
import time
from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import islice
from multiprocessing import Pipe
from pathlib import Path

import pyoxigraph as ox
import pyshacl
from infact.ingest import iris
from infact.ingest.manifest import Entry
from infact.ingest.packing import shortened
from infact.ingest.quads import quads
from infact.ingest.store import Store
from infact.shapes import units
from infact.shapes.applying import Applying, by_pyshacl, by_shacl, wanted
from infact.shapes.constraints import parse, shape_files
from infact.shapes.rules import rules
from infact.shapes.texts import Text
from infact.shapes.validator import BATCH, validate
from made_powers import Made, documents, power
from rdflib import SH, Graph, Node
from rdflib import Dataset as RdflibDataset

Found = Iterable[tuple[str, str]]


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

    return [
        (name(r, SH.focusNode), name(r, SH.sourceShape).rpartition("/")[2]) for r in report.objects(None, SH.result)
    ]


def batched(path: Path, *, workers: int = 1, fast: bool = False, keep: bool = False) -> Found:
    """infact's validator over a store on disk, with the place and the words of each finding."""
    with Store.open(path, read_only=not keep) as store:
        report = validate(store, workers=workers, fast=fast)
    return ((finding.focus, finding.constraint) for finding in report.findings)


def graphs_alone(path: Path) -> Found:
    """The floor of a store without kept lines: every document out of Oxigraph, and nothing done with it."""
    with Store.open(path, read_only=True) as store:
        for graph in store.graphs():
            store.oxigraph.dump(format=ox.RdfFormat.N_TRIPLES, from_graph=ox.NamedNode(graph))
    return ()


def texts(path: Path) -> Iterator[Text]:
    """Every document as the engines take it."""
    with Store.open(path, read_only=True) as store:
        found = units.documents(store)
        while some := list(islice(found, BATCH)):
            yield from (Text(one.document, one.triples()) for one in units.read(store, some))


def lines_alone(path: Path) -> Found:
    """The floor of a store: the kept lines of every document, and nothing done with them."""
    deque(texts(path), maxlen=0)
    return ()


def engine_alone(apply: Applying, at_hand: list[Text]) -> Found:
    """An engine on N-Triples at hand, in one process."""
    for start in range(0, len(at_hand), BATCH):
        apply(at_hand[start : start + BATCH])
    return ()


def measured(
    label: str, powers: int, action: Callable[..., Found], given: Callable[[], list[Text]] | None = None
) -> str:
    """Run an action in a process of its own, print its figures, and return a digest of what it found.

    What it is `given` is made before the clock runs, in the same process: a process that has opened a store must not be
    forked, as Oxigraph's threads stay behind.
    """
    receiving, sending = Pipe(duplex=False)
    child = os.fork()
    if child == 0:
        handed = () if given is None else (given(),)
        start = time.perf_counter()
        before = time.process_time()
        found = action(*handed)
        seconds, busy = time.perf_counter() - start, time.process_time() - before
        of_workers = resource.getrusage(resource.RUSAGE_CHILDREN)
        busy += of_workers.ru_utime + of_workers.ru_stime
        peak = max(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, of_workers.ru_maxrss) / 1024
        lines = sorted(map(str, found))
        digest = hashlib.sha256("\n".join(lines).encode()).hexdigest()[:8]
        sending.send((f"{len(lines)} findings, {digest}" if lines else "", seconds, busy, peak))
        os._exit(0)
    said, seconds, busy, megabytes = receiving.recv()
    os.waitpid(child, 0)
    rate, by_processor = powers / seconds, powers / busy
    print(f"| {label} | {powers} | {rate:,.0f} | {by_processor:,.0f} | {megabytes:,.0f} | {said}", flush=True)
    return str(said)


def speeds(powers: int, workers: int, peer: int) -> None:
    """Print the rows of one size."""
    with tempfile.TemporaryDirectory() as folder:
        data, at, small = Path(folder) / "graph.nq", Path(folder) / "store", Path(folder) / "small"
        print("| way | powers | a second | a second of processor time | MB | found")
        make_of = partial(_made, powers, at)
        measured("(writing the store)", powers, make_of)
        if peer:
            measured("(writing a store of the peer's size)", peer, partial(_made, peer, small, data))
            measured("plain pyshacl, one whole graph (peer)", peer, lambda: plain(data))
            measured("documents out of Oxigraph, nothing else", peer, lambda: graphs_alone(small))
        measured("kept lines, nothing else (floor)", powers, lambda: lines_alone(at))
        if peer:
            for name, apply in (("pyshacl", by_pyshacl), ("`shacl`", by_shacl)):
                label = f"{name} alone on N-Triples at hand, 1 process"
                measured(label, peer, partial(engine_alone, apply), lambda: list(texts(small)))
        again = f"{workers} processes"
        found = {
            "pyshacl": measured(f"pyshacl, {again}", powers, lambda: batched(at, workers=workers)),
            "fast": measured(f"`--fast`, {again}", powers, lambda: batched(at, workers=workers, fast=True)),
            "one": measured("`--fast`, 1 process", powers, lambda: batched(at, fast=True)),
            "kept": measured(
                "`--fast --keep`, first time", powers, lambda: batched(at, workers=workers, fast=True, keep=True)
            ),
            "same": measured("`--keep` again, nothing changed", powers, lambda: batched(at, keep=True)),
        }
        measured("(one document changes)", 1, partial(_changed, at, powers // 2))
        found["rerun"] = measured("`--keep` again, one document changed", powers, lambda: batched(at, keep=True))
        differing = [name for name, one in found.items() if one != found["pyshacl"]]
        assert not differing, f"these find something else: {differing}"


def _made(powers: int, at: Path, data: Path | None = None) -> Found:
    make(powers, at, data)
    return ()


def _changed(at: Path, number: int) -> Found:
    change(at, number)
    return ()


def equal(documents: list[Text], size: int = 500) -> None:
    """Apply both engines to documents, and say whether they give the same results."""
    fired: Counter[str] = Counter()
    seconds = dict.fromkeys(("pyshacl", "shacl"), 0.0)
    differing: Counter[tuple[str, str]] = Counter()
    for start in range(0, len(documents), size):
        results = {}
        for name, apply in (("pyshacl", by_pyshacl), ("shacl", by_shacl)):
            begun = time.process_time()
            results[name] = [one for of_text in apply(documents[start : start + size]) for one in of_text]
            seconds[name] += time.process_time() - begun
        fired.update(one.constraint for one in results["pyshacl"])
        for name, other in (("pyshacl", "shacl"), ("shacl", "pyshacl")):
            only = set(results[name]) - set(results[other])
            differing.update((name, one.constraint) for one in only)
            for one in sorted(only)[:2]:
                print(f"only {name}: {one}")
    print(f"{len(documents)} documents, {fired.total()} results of {len(fired)} of {len(rules())} rules")
    print(
        ", ".join(f"{name} {len(documents) / took:,.0f} a second of processor time" for name, took in seconds.items())
    )
    print(f"results that only one gives: {dict(differing) or 'none'}")
    assert not differing


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--powers", type=int, nargs="+", default=[], help="powers of attorney to generate")
    parser.add_argument("--workers", type=int, default=2, help="processes of the rows that use several")
    parser.add_argument("--plain", type=int, default=500, help="powers for plain pyshacl and the floors; 0 for none")
    parser.add_argument("--equal", type=int, help="compare the engines on so many documents with faults")
    parser.add_argument("--equal-in", type=Path, help="compare the engines on all of a store")
    options = parser.parse_args()
    rules(), wanted(), by_shacl([]), by_pyshacl([])
    for turn, powers in enumerate(options.powers):
        speeds(powers, options.workers, 0 if turn else options.plain)
    if options.equal:
        graph = f" <{iris.DOCUMENT_GRAPHS}".encode()
        made = ((one.key, lines) for one, lines in documents(options.equal, faults=True))
        equal([_text(key, (line.rpartition(graph)[0] for line in lines.splitlines())) for key, lines in made])
    if options.equal_in:
        with Store.open(options.equal_in, read_only=True) as store:
            found = list(units.documents(store))
            found += [unit for graph in units.DERIVED for unit in units.pieces(store, graph)]
            for whole in (False, True):
                some = [one for one in found if one.is_piece is whole]
                held = [Text(one.document, one.triples()) for one in units.read(store, some)]
                equal(held, 1 if whole else 500)


def _text(key: str, lines: Iterable[bytes]) -> Text:
    node = iris.document(key)
    return Text(node, shortened(b"".join(line + b" .\n" for line in lines), node))


if __name__ == "__main__":
    main()
