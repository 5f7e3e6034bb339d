"""Seconds of every question, over one generated graph: on Oxigraph on disk, and by choice on other engines.

    python benchmarks/queries.py --powers 8300 --engines floor columns store       (a million quads)
    python benchmarks/queries.py --powers 83000 --engines floor columns store      (ten million; 8 GB of disk)
    python benchmarks/queries.py --powers 400 --engines store endpoint memory

`generated.py` says what the graph is like; every run asks the same one. The first asking is not counted (Oxigraph
opens files, rdflib imports); the figures are the medians of the others: seconds that passed, and in brackets those of
the processors, which a busy machine changes less: of this process and, on Linux, of the server that it started.
`columns` are tables in DuckDB, made from the store before; `virtuoso` is Debian's, as the tests start it; `floor` is
DuckDB over flat tables of the same statements (`floor.py`), and where it is asked the ratios of processor seconds to it
follow. Rows must be equal on all; a `-` stands where an
engine is not asked or gave no answer within `--wait` seconds. With --folder the graph is kept there, and a later run
takes what it finds.
"""

from __future__ import annotations

import argparse
import gc
import importlib.util
import itertools
import os
import resource
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from decimal import Decimal
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Any

import duckdb
import pyoxigraph
from floor import SQL, Floor
from generated import ID, quads
from infact.common.errors import EngineUnavailableError, QueryError
from infact.queries.catalogue import ask, questions
from infact.queries.columns.engine import ColumnEngine
from infact.queries.columns.kept import MEMORY
from infact.queries.columns.load import load
from infact.queries.engines import EndpointEngine, Engine, MemoryEngine, StoreEngine

GIVEN: dict[str, dict[str, object]] = {
    "who-may-sign": {"person": ID + "person/p1"},
    "may-sign-for": {"attorney": ID + "person/a1"},
    "supporting-sentence": {"about": ID + "person/a1"},
}


@contextmanager
def serving(location: Path) -> Iterator[str]:
    """An Oxigraph server over a store, on loopback."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    program = Path(sys.executable).with_name("oxigraph")
    options = ["--location", str(location), "--bind", f"127.0.0.1:{port}", "--union-default-graph"]
    server = subprocess.Popen([program, "serve", *options], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        for _ in range(200):
            try:
                urllib.request.urlopen(f"http://127.0.0.1:{port}/", timeout=1).close()
                break
            except OSError:
                time.sleep(0.05)
        yield f"http://127.0.0.1:{port}/query"
    finally:
        server.terminate()
        server.wait()


def seconds(action: Callable[[], object], times: int) -> tuple[float, float]:
    """The medians of so many runs, of the time that passed and of the processors; the first asking was before."""
    passed, own = [], []
    for _ in range(times):
        gc.collect()
        start, used = time.perf_counter(), busy()
        action()
        passed.append(time.perf_counter() - start)
        own.append(busy() - used)
    return statistics.median(passed), statistics.median(own)


def busy() -> float:
    """Processor seconds so far of this process, and of the server that it started where /proc tells."""
    total = time.process_time()
    children = Path(f"/proc/self/task/{os.getpid()}/children")
    for child in children.read_text().split() if children.exists() else ():
        fields = Path(f"/proc/{child}/stat").read_text().rpartition(")")[2].split()
        total += (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")  # utime and stime of proc(5)
    return total


def virtuoso() -> Any:
    """The module of the tests that starts Virtuoso."""
    path = Path(__file__).parents[1] / "tests" / "engines" / "virtuoso.py"
    spec = importlib.util.spec_from_file_location("virtuoso", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


Answer = list[tuple[object, ...]]
# Question -> seconds that passed, seconds of this process's processors, rows.
Measured = dict[str, tuple[float, float, Answer]]


def made(folder: Path, powers: int) -> tuple[list[Path], Path]:
    """The graph as N-Quads, a file for each 2.5 million, and as a store on disk, unless they are there."""
    place = folder / "store"
    if not place.exists():
        lines = quads(powers)
        for number in itertools.count(1):
            piece = list(islice(lines, 2_500_000))
            if not piece:
                break
            (folder / f"graph-{number}.nq").write_text("".join(piece), "utf-8")
        start = time.perf_counter()
        store = pyoxigraph.Store(str(place))
        for path in sorted(folder.glob("graph-*.nq")):
            store.bulk_load(path=str(path), format=pyoxigraph.RdfFormat.N_QUADS)
        store.optimize()  # as a store is before it is published
        store.flush()
        print(f"loaded into Oxigraph and put in order in {time.perf_counter() - start:.1f} s", flush=True)
    return sorted(folder.glob("graph-*.nq")), place


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--powers", type=int, default=2000, help="powers of attorney in the generated graph")
    parser.add_argument("--times", type=int, default=3, help="counted askings of each question")
    parser.add_argument("--folder", type=Path, help="where the graph is kept; by default it is thrown away")
    engines = ("store", "columns", "endpoint", "memory", "virtuoso", "floor")
    parser.add_argument("--engines", nargs="+", choices=engines, default=["store"])
    parser.add_argument("--wait", type=int, default=60, help="most seconds to wait for one answer of a server")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = options.folder or Path(temporary)
        folder.mkdir(parents=True, exist_ok=True)
        data, place = made(folder, options.powers)
        measured: dict[str, Measured] = {}
        for name in options.engines:
            start = time.perf_counter()
            with opened(name, data, place, Path(temporary), options.wait) as engine:
                print(f"{name}: ready after {time.perf_counter() - start:.1f} s", flush=True)
                measured[name] = run(engine, options.times)
        quad_count = len(pyoxigraph.Store.read_only(str(place)))
    print(f"{options.powers} powers, {quad_count} quads")
    compared = [name for name in measured if name != "floor"] if "floor" in measured else []
    heads = [*measured, *(f"{name} to floor" for name in compared)]
    print(f"| question | rows | {' | '.join(heads)} |\n|---|--:|{'--:|' * len(heads)}")
    for name in (question.name for question in questions()):
        found = {engine: answers[name] for engine, answers in measured.items() if name in answers}
        rows = [plain(answer) for *_, answer in found.values()]
        assert all(some == rows[0] for some in rows), f"{name}: the engines differ"
        cells = [f"{found[engine][0]:.3f} ({found[engine][1]:.3f})" if engine in found else "-" for engine in measured]
        for engine in compared:
            both = engine in found and "floor" in found
            cells.append(f"{found[engine][1] / max(found['floor'][1], 0.001):.1f}" if both else "-")
        print(f"| `{name}` | {len(rows[0])} | {' | '.join(cells)} |")


@contextmanager
def opened(name: str, data: list[Path], place: Path, temporary: Path, wait: int) -> Iterator[Engine | Floor]:
    """One engine over the graph."""
    if name == "store":
        yield StoreEngine(pyoxigraph.Store.read_only(str(place)))
    elif name == "columns":
        yield columns(place)
    elif name == "memory":
        yield MemoryEngine.load(data)
    elif name == "endpoint":
        with serving(place) as url:
            yield EndpointEngine(url)
    elif name == "virtuoso":
        database = temporary / "virtuoso"
        database.mkdir()
        with virtuoso().serving(data, database, megabytes=7000, seconds=wait) as url:
            yield EndpointEngine(url, timeout=wait)
    else:
        about = {"attorney": str(GIVEN["may-sign-for"]["attorney"]), "person": str(GIVEN["who-may-sign"]["person"])}
        floor = Floor(str(data[0].with_name("graph-*.nq")), temporary / "floor.duckdb", "2021-12-28", **about)
        yield floor
        floor.close()


def columns(place: Path) -> ColumnEngine:
    """The column tables of the store, made unless they are there."""
    path = place.with_name("columns.duckdb")
    if not path.exists():
        start, used = time.perf_counter(), busy()
        with duckdb.connect(str(path), config={"memory_limit": MEMORY}) as database:
            load(pyoxigraph.Store.read_only(str(place)), database, lambda count: None)
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(
            f"column tables made in {time.perf_counter() - start:.1f} s ({busy() - used:.1f} s of processor time), "
            f"{path.stat().st_size / 1e6:.0f} MB; peak memory so far {memory:.0f} MB",
            flush=True,
        )
    return ColumnEngine(duckdb.connect(str(path), read_only=True))


def plain(rows: Answer) -> Answer:
    """Rows as they are compared: DuckDB has no IRIs, and gives shares as binary numbers."""
    return [tuple(float(c) if isinstance(c, Decimal) else str(c) if isinstance(c, str) else c for c in r) for r in rows]


def run(engine: Engine | Floor, times: int) -> Measured:
    """Question -> (seconds, rows); of the floor only those that it answers."""
    out: Measured = {}
    for question in questions():
        if isinstance(engine, Floor):
            if question.name not in SQL:
                continue
            action: Callable[[], Any] = partial(engine.rows, question.name)
        else:
            action = partial(answer, engine, question.name)
        try:
            rows = action()
            passed, own = seconds(action, times)
        except (EngineUnavailableError, QueryError) as error:
            print(f"  {question.name}: {error}", file=sys.stderr, flush=True)
            continue
        out[question.name] = (passed, own, rows)
        print(f"  {question.name}: {passed:.3f} ({own:.3f})", file=sys.stderr, flush=True)
    return out


def answer(engine: Engine, name: str) -> Answer:
    """The rows of a question."""
    given: dict[str, Any] = GIVEN.get(name, {})
    return list(ask(engine, name, **given).rows)


if __name__ == "__main__":
    main()
