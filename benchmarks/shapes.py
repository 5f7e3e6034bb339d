"""Powers validated per second: in batches and processes, as infact does it, beside plain pyshacl over one whole graph.

    python benchmarks/shapes.py --powers 2000

Each generated power is one document as `infact build` writes it: a principal, two attorneys of a company, three forms,
text, and evidence with sentences for each name; by position, some lack an attorney, a date or a term. The same powers
are validated in every line, and every line must find the same. Absolute figures differ between machines and with what
else runs there; ratios within a run much less, and powers a second of processor time hardly. Memory is the largest of
this process and of any of its workers.
"""

from __future__ import annotations

import argparse
import multiprocessing
import os
import resource
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pyoxigraph as ox
import pyshacl
from infact.ingest.quads import quads
from infact.ingest.records import Evidence, Instrument, Party, Record
from infact.ingest.store import Store
from infact.shapes.constraints import shapes_graph
from infact.shapes.validator import BATCH, validate
from rdflib import SH, Graph, Node
from rdflib import Dataset as RdflibDataset


@dataclass(frozen=True, slots=True)
class Made:
    """A generated document, as `quads` takes it."""

    record: Record
    texts: dict[str, str]
    key: str
    sha256: str
    size: int = field(default=0)


def power(number: int) -> Made:
    """The power of attorney of that number; equal numbers give equal documents."""
    principal, first, second = f"Insider {number}", f"Attorney {number % 97}", f"Attorney {number % 89 + 100}"
    issuer = f"Issuer {number % 211}, Inc."
    day = f"20{number % 20 + 1:02d}-{number % 12 + 1:02d}-{number % 28 + 1:02d}"
    attorneys = () if number % 50 == 0 else (Party(first, "person", issuer), Party(second, "person", issuer))
    names = [first, second] if attorneys else []
    text = (
        f"The undersigned, {principal}, appoints {' and '.join(names) or 'nobody'} of {issuer} as attorney-in-fact.\n"
        f"They may execute and file Forms 3, 4 and 5.\nSigned on {day}.\n/s/ {principal}\n"
    )
    fields = {"principals[0].name": principal, **{f"attorneys[{i}].name": name for i, name in enumerate(names)}}
    fields |= {"issuers[0]": issuer, "forms[0]": "Forms 3, 4 and 5", "signatories[0]": principal}
    if dated := number % 30 != 0:
        fields["executed"] = day
    evidence = tuple(
        Evidence(name, text.index(quote), text.index(quote) + len(quote), quote) for name, quote in fields.items()
    )
    instrument = Instrument(
        principals=(Party(principal),),
        attorneys=attorneys,
        issuers=(issuer,),
        forms=("3", "4", "5"),
        powers=("execute-forms", "file-forms"),
        executed=day if dated else None,
        term=None if number % 4 == 0 else "until-revoked",
        signatories=(principal,),
        evidence=evidence,
    )
    record = Record(f"power-{number}.txt", instruments=(instrument,))
    return Made(record, {"1": text}, f"sha256-{number:032x}", f"{number:064x}", len(text))


def lines(powers: int) -> Iterator[bytes]:
    """The N-Quads of so many powers."""
    for number in range(powers):
        yield from quads(power(number), "0")


def make(powers: int, data: Path, at: Path) -> None:
    """Write so many powers as N-Quads, and load them into a store."""
    with data.open("wb") as out:
        out.writelines(lines(powers))
    with Store.open(at, create=True) as store:
        store.bulk_load(data.read_bytes())


Found = set[tuple[str, str]]


def plain(path: Path) -> Found:
    """pyshacl over one rdflib graph that holds everything, as its manual shows it."""
    dataset = RdflibDataset(default_union=True)
    dataset.parse(path, format="nquads")
    graph = Graph()
    for subject, predicate, value, _ in dataset.quads():
        graph.add((subject, predicate, value))
    _, report, _ = pyshacl.validate(graph, shacl_graph=shapes_graph())
    assert isinstance(report, Graph)

    def name(result: Node, predicate: Node) -> str:
        return str(report.value(result, predicate))

    return {
        (name(r, SH.focusNode), name(r, SH.sourceShape).rpartition("/")[2]) for r in report.objects(None, SH.result)
    }


def batched(path: Path, workers: int, batch: int) -> Found:
    """infact's validator over a store on disk."""
    with Store.open(path, read_only=True) as store:
        report = validate(store, workers=workers, batch=batch)
    return {(finding.focus, finding.constraint) for finding in report.findings}


def measured(label: str, powers: int, action: Callable[[], Found]) -> Found:
    """Run an action in a process of its own, print its figures, and return what it found."""
    receiving, sending = multiprocessing.Pipe(duplex=False)
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
    print(
        f"{label}: {powers / seconds:.0f} powers/s ({seconds:.1f} s), {powers / busy:.0f} a second of processor time, "
        f"{megabytes:.0f} MB, {len(found)} findings"
    )
    assert isinstance(found, set)
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--powers", type=int, default=2000, help="powers of attorney to generate")
    parser.add_argument("--workers", type=int, nargs="+", default=[1, 2], help="numbers of processes")
    parser.add_argument("--batch", type=int, nargs="+", default=[BATCH], help="documents in a batch")
    parser.add_argument("--no-plain", action="store_true", help="leave out plain pyshacl")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        data, at = Path(folder) / "graph.nq", Path(folder) / "store"
        # In a process of its own, so that what generating takes is not counted as what validating takes.
        making = multiprocessing.get_context("fork").Process(target=make, args=(options.powers, data, at))
        making.start()
        making.join()
        assert making.exitcode == 0
        count = sum(1 for _ in ox.parse(path=data, format=ox.RdfFormat.N_QUADS))
        print(f"{options.powers} powers, {count} quads ({count / options.powers:.0f} a power)")
        found = [
            measured(
                f"{workers} processes, batches of {batch}",
                options.powers,
                lambda workers=workers, batch=batch: batched(at, workers, batch),  # type: ignore[misc]
            )
            for workers in options.workers
            for batch in options.batch
        ]
        if not options.no_plain:
            found.append(measured("plain pyshacl, one graph", options.powers, lambda: plain(data)))
        assert all(one == found[0] for one in found), "the ways of validating differ"


if __name__ == "__main__":
    main()
