"""Seconds of every question, over one generated graph: on Oxigraph on disk, and by choice on other engines.

    python benchmarks/queries.py --powers 8300 --engines store virtuoso floor      (a million quads)
    python benchmarks/queries.py --powers 83000 --engines store virtuoso floor     (ten million; 8 GB of disk)
    python benchmarks/queries.py --powers 400 --engines store endpoint memory

`generated.py` says what the graph is like; every run asks the same one. The first asking is not counted (Oxigraph
opens files, rdflib imports); the figure is the median of the others: seconds that passed, in brackets those of
the processors, which a busy machine changes less. `virtuoso` is Debian's, as the tests start it;
`floor` is DuckDB over flat tables of the same statements (`floor.py`). Rows must be equal on all; a `-` stands where an
engine is not asked. With --folder the graph is kept there, and a later run takes what it finds.
"""

from __future__ import annotations

import argparse
import gc
import importlib.util
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
from pathlib import Path
from typing import Any

import pyoxigraph
from floor import SQL, Floor
from generated import ID, quads
from infact.queries.catalogue import ask, questions
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
    """The medians of so many runs, of the time that passed and of this process's own; the first asking was before."""
    passed, own = [], []
    for _ in range(times):
        gc.collect()
        start, busy = time.perf_counter(), time.process_time()
        action()
        passed.append(time.perf_counter() - start)
        own.append(time.process_time() - busy)
    return statistics.median(passed), statistics.median(own)


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


def made(folder: Path, powers: int) -> tuple[Path, Path]:
    """The graph as N-Quads and as a store on disk, unless they are there."""
    data, place = folder / "graph.nq", folder / "store"
    if not place.exists():
        with data.open("w", encoding="utf-8") as out:
            out.writelines(quads(powers))
        start = time.perf_counter()
        store = pyoxigraph.Store(str(place))
        store.bulk_load(path=str(data), format=pyoxigraph.RdfFormat.N_QUADS)
        store.optimize()  # as a store is before it is published
        store.flush()
        print(f"loaded into Oxigraph and put in order in {time.perf_counter() - start:.1f} s", flush=True)
    return data, place


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--powers", type=int, default=2000, help="powers of attorney in the generated graph")
    parser.add_argument("--times", type=int, default=3, help="counted askings of each question")
    parser.add_argument("--folder", type=Path, help="where the graph is kept; by default it is thrown away")
    engines = ("store", "endpoint", "memory", "virtuoso", "floor")
    parser.add_argument("--engines", nargs="+", choices=engines, default=["store"])
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = options.folder or Path(temporary)
        folder.mkdir(parents=True, exist_ok=True)
        data, place = made(folder, options.powers)
        measured: dict[str, Measured] = {}
        for name in options.engines:
            start = time.perf_counter()
            with opened(name, data, place, Path(temporary)) as engine:
                print(f"{name}: ready after {time.perf_counter() - start:.1f} s", flush=True)
                measured[name] = run(engine, options.times)
        quad_count = len(pyoxigraph.Store.read_only(str(place)))
    print(f"{options.powers} powers, {quad_count} quads")
    print(f"| question | rows | {' | '.join(measured)} |\n|---|--:|{'--:|' * len(measured)}")
    for name in (question.name for question in questions()):
        found = {engine: answers[name] for engine, answers in measured.items() if name in answers}
        rows = [plain(answer) for *_, answer in found.values()]
        assert all(some == rows[0] for some in rows), f"{name}: the engines differ"
        cells = (shown(engine, *found[engine][:2]) if engine in found else "-" for engine in measured)
        print(f"| `{name}` | {len(rows[0])} | {' | '.join(cells)} |")


@contextmanager
def opened(name: str, data: Path, place: Path, temporary: Path) -> Iterator[Engine | Floor]:
    """One engine over the graph."""
    if name == "store":
        yield StoreEngine(pyoxigraph.Store.read_only(str(place)))
    elif name == "memory":
        yield MemoryEngine.load([data])
    elif name == "endpoint":
        with serving(place) as url:
            yield EndpointEngine(url)
    elif name == "virtuoso":
        database = temporary / "virtuoso"
        database.mkdir()
        with virtuoso().serving([data], database, megabytes=3000) as url:
            yield EndpointEngine(url, timeout=600)
    else:
        about = {"attorney": str(GIVEN["may-sign-for"]["attorney"]), "person": str(GIVEN["who-may-sign"]["person"])}
        floor = Floor(data, temporary / "floor.duckdb", "2021-12-28", **about)
        yield floor
        floor.close()


def shown(engine: str, passed: float, own: float) -> str:
    """Seconds that passed, and in brackets processor seconds where the work is done in this process."""
    return f"{passed:.3f}" if engine in {"endpoint", "virtuoso"} else f"{passed:.3f} ({own:.3f})"


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
        rows = action()
        passed, own = seconds(action, times)
        out[question.name] = (passed, own, rows)
        print(f"  {question.name}: {passed:.3f} ({own:.3f})", file=sys.stderr, flush=True)
    return out


def answer(engine: Engine, name: str) -> Answer:
    """The rows of a question."""
    given: dict[str, Any] = GIVEN.get(name, {})
    return list(ask(engine, name, **given).rows)


if __name__ == "__main__":
    main()
