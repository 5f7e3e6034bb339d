"""Seconds of every question, over one generated graph: on Oxigraph on disk, and by choice served and in rdflib.

    python benchmarks/queries.py --powers 8300            (a million quads)
    python benchmarks/queries.py --powers 400 --engines store endpoint memory

`generated.py` says what the graph is like; every run asks the same one. The first asking is not counted (Oxigraph
opens files, rdflib imports); the figure is the median of the others.
"""

from __future__ import annotations

import argparse
import gc
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

import pyoxigraph
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


def seconds(action: Callable[[], object], times: int) -> float:
    """The median of so many runs, after one that is not counted."""
    action()
    taken = []
    for _ in range(times):
        gc.collect()
        start = time.perf_counter()
        action()
        taken.append(time.perf_counter() - start)
    return statistics.median(taken)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--powers", type=int, default=2000, help="powers of attorney in the generated graph")
    parser.add_argument("--times", type=int, default=3, help="counted askings of each question")
    parser.add_argument("--engines", nargs="+", choices=("store", "endpoint", "memory"), default=["store"])
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder) / "graph.nq"
        with data.open("w", encoding="utf-8") as out:
            out.writelines(quads(options.powers))
        place = Path(folder) / "store"
        start = time.perf_counter()
        store = pyoxigraph.Store(str(place))
        store.bulk_load(path=str(data), format=pyoxigraph.RdfFormat.N_QUADS)
        store.flush()
        print(f"{options.powers} powers, {len(store)} quads, loaded in {time.perf_counter() - start:.1f} s")
        del store
        measured: dict[str, dict[str, tuple[float, int]]] = {}
        if "endpoint" in options.engines:
            with serving(place) as url:
                measured["endpoint"] = run(EndpointEngine(url), options.times)
        if "memory" in options.engines:
            measured["memory"] = run(MemoryEngine.load([data]), options.times)
        if "store" in options.engines:
            measured["store"] = run(StoreEngine(pyoxigraph.Store.read_only(str(place))), options.times)
    print(f"| question | rows | {' | '.join(measured)} |\n|---|--:|{'--:|' * len(measured)}")
    for name in (question.name for question in questions()):
        rows = {found[name][1] for found in measured.values()}
        assert len(rows) == 1, f"{name}: the engines differ, {rows} rows"
        print(f"| {name} | {rows.pop()} | {' | '.join(f'{found[name][0]:.3f}' for found in measured.values())} |")


def run(engine: Engine, times: int) -> dict[str, tuple[float, int]]:
    """Question -> (seconds, rows)."""
    out = {}
    for question in questions():
        given: dict[str, Any] = GIVEN.get(question.name, {})
        rows = len(ask(engine, question.name, **given).rows)
        out[question.name] = (seconds(partial(ask, engine, question.name, **given), times), rows)
    return out


if __name__ == "__main__":
    main()
