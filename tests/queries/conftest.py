"""The engines over the same small graph; SPARQL servers run on loopback for as long as the tests need them."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pyoxigraph
import pytest
from infact.queries.columns.engine import ColumnEngine
from infact.queries.engines import EndpointEngine, Engine, MemoryEngine, StoreEngine

from ..engines import virtuoso

SMALL = Path(__file__).parent / "data" / "small.trig"
ENGINES = ("memory", "store", "columns", "endpoint", pytest.param("virtuoso", marks=pytest.mark.engine))


def load(path: Path) -> pyoxigraph.Store:
    store = pyoxigraph.Store()
    store.load(path=str(path), format=pyoxigraph.RdfFormat.TRIG)
    return store


@contextmanager
def serving(location: Path) -> Iterator[str]:
    """An `oxigraph serve --union-default-graph` on a free loopback port; gives its query address."""
    program = Path(sys.executable).with_name("oxigraph")
    if not program.exists():
        pytest.skip("the package `oxigraph` is not installed, so no SPARQL server can be started")
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    options = ["--location", str(location), "--bind", f"127.0.0.1:{port}", "--union-default-graph"]
    server = subprocess.Popen([program, "serve", *options], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        for _ in range(200):
            try:
                urllib.request.build_opener(urllib.request.ProxyHandler({})).open(
                    f"http://127.0.0.1:{port}/", timeout=1
                ).close()
                break
            except OSError:
                assert server.poll() is None, "the SPARQL server ended at once"
                time.sleep(0.05)
        else:
            pytest.fail("the SPARQL server did not answer within 10 s")
        yield f"http://127.0.0.1:{port}/query"
    finally:
        server.terminate()
        server.wait(timeout=10)


@contextmanager
def virtuoso_holding(path: Path, folder: Path) -> Iterator[str]:
    """Virtuoso over a TriG file; gives its query address."""
    if not virtuoso.installed():
        pytest.skip("Virtuoso is not installed; `make test-engines` does that with apt")
    quads = folder / "graph.nq"
    with quads.open("wb") as out:
        load(path).dump(out, pyoxigraph.RdfFormat.N_QUADS)
    database = folder / "database"
    database.mkdir()
    with virtuoso.serving([quads], database) as url:
        yield url


@pytest.fixture(scope="session")
def small_store() -> pyoxigraph.Store:
    return load(SMALL)


@pytest.fixture(scope="session")
def endpoint_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    location = tmp_path_factory.mktemp("served")
    store = pyoxigraph.Store(str(location))
    store.load(path=str(SMALL), format=pyoxigraph.RdfFormat.TRIG)
    store.flush()
    del store  # its lock has to go before the server can open the place
    with serving(location) as url:
        yield url


@pytest.fixture(scope="session")
def virtuoso_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with virtuoso_holding(SMALL, tmp_path_factory.mktemp("virtuoso")) as url:
        yield url


@pytest.fixture(scope="session")
def memory_engine() -> Engine:
    return MemoryEngine.load([SMALL])


@pytest.fixture(scope="session")
def store_engine(small_store: pyoxigraph.Store) -> Engine:
    return StoreEngine(small_store)


@pytest.fixture(scope="session")
def column_engine(small_store: pyoxigraph.Store) -> Engine:
    return ColumnEngine.of(small_store)


@pytest.fixture(scope="session", params=ENGINES)
def engine(request: pytest.FixtureRequest) -> Engine:
    """Each engine in turn: a test that takes this is a part of the contract."""
    if request.param in {"endpoint", "virtuoso"}:
        return EndpointEngine(request.getfixturevalue(f"{request.param}_url"), timeout=60)
    found: Engine = request.getfixturevalue({"columns": "column_engine"}.get(request.param, f"{request.param}_engine"))
    return found
