"""A graph open for questions, as a notebook uses it."""

from __future__ import annotations

import importlib
import subprocess
import sys
import textwrap
import threading
import time
from pathlib import Path

import infact.queries
import pytest
from infact.common.errors import EngineUnavailableError, QueryError
from infact.ingest.build import build
from infact.ingest.derive import derive
from infact.ingest.store import Store
from infact.queries.engines import Engine
from infact.queries.waiting import within
from rdflib import URIRef

from .conftest import SMALL

SLOW = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . FILTER (STR(?c) < STR(?f) || STR(?i) > STR(?c)) }"


@pytest.fixture(scope="module")
def store(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("session") / "g.db"
    with Store.open(place, create=True) as opened:
        build([root / "tests" / "corpus" / "facts" / "powers.jsonl"], opened, workers=1)
        derive(opened)
    return place


def test_a_store_answers_as_rows_frames_graph_and_network(store: Path) -> None:
    with infact.queries.open(store) as graph:
        answer = graph.ask("attorneys-by-insiders", min_insiders=5)
        assert answer.rows
        assert list(answer.to_pandas().columns) == list(answer.columns) == answer.to_polars().columns
        assert len(answer.to_pandas()) == len(answer.to_polars()) == len(answer.rows)
        (row,) = graph.sparql("SELECT (COUNT(?r) AS ?n) { ?r a ?_class }", _class=_term("Relation"))
        assert int(str(row[0])) > 100
        rows = graph.sparql("SELECT ?r ?n { ?r <https://w3id.org/infact/ontology#instrumentCount> ?n } ORDER BY ?r")
        assert rows.to_pandas()["n"].tolist() == rows.to_polars()["n"].to_list() == [n for _, n in rows]
        assert len(graph.graph) > 1000
        assert graph.network("attorney-issuer").number_of_edges() > 10
        with pytest.raises(QueryError, match="there is no network 'x'; give one of attorney-insider"):
            graph.network("x")
        for name in ("Relation", "StrictRelation"):
            assert list(graph.sparql("ASK { ?r a ?_class }", _class=_term(name))) == [(True,)]
        strict = graph.ask("principals-who-are-attorneys", identity="strict")
        assert strict.reading == "strict"
        with pytest.raises(QueryError, match="there is no reading 'loose' of identity; give merged or strict"):
            graph.ask("principals-who-are-attorneys", identity="loose")
    graph.close()


def _term(name: str) -> URIRef:
    return URIRef(f"https://w3id.org/infact/ontology#{name}")


def test_an_endpoint_has_no_graph(endpoint_url: str) -> None:
    with infact.queries.open(endpoint_url) as graph:
        assert graph.ask("firms-that-bridge").rows
        with pytest.raises(QueryError, match="an endpoint has no rdflib graph"):
            _ = graph.graph


def test_a_missing_library_is_named(monkeypatch: pytest.MonkeyPatch, store_engine: Engine) -> None:
    from infact.queries.catalogue import ask

    def missing(name: str) -> None:
        raise ImportError(name)

    monkeypatch.setattr(importlib, "import_module", missing)
    with pytest.raises(QueryError, match=r"pandas is not installed; pip install pandas, or infact\[notebooks\]"):
        ask(store_engine, "firms-that-bridge").to_pandas()


def test_an_engine_reads_no_more_rows_than_asked_for(engine: Engine) -> None:
    assert len(engine.select("SELECT ?s { ?s ?p ?o }", limit=3)) == 3


def test_a_query_that_takes_too_long_is_given_up(store_engine: Engine, memory_engine: Engine) -> None:
    for engine in (store_engine, memory_engine):
        start = time.monotonic()
        with pytest.raises(EngineUnavailableError, match=r"no answer within 0\.2 s; ask a narrower question"):
            engine.select(SLOW, timeout=0.2)
        assert time.monotonic() - start < 5


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")  # it may stop within a gc callback
def test_what_was_given_up_stops() -> None:
    stopped = threading.Event()

    def work() -> None:
        try:
            while True:
                time.sleep(0.01)
        finally:
            stopped.set()

    with pytest.raises(EngineUnavailableError):
        within(0.05, work, "here")
    assert stopped.wait(5)


def test_an_error_comes_back_as_itself() -> None:
    with pytest.raises(ZeroDivisionError):
        within(None, lambda: 1 / 0, "here")
    assert within(5, lambda: 7, "here") == 7


def test_ctrl_c_ends_a_query() -> None:
    """The library cannot be interrupted, but who waits for it can."""
    program = f"""
        import pyoxigraph, signal, threading, os
        from infact.queries.engines import StoreEngine
        store = pyoxigraph.Store()
        store.load(path={str(SMALL)!r}, format=pyoxigraph.RdfFormat.TRIG)
        threading.Timer(0.3, lambda: os.kill(os.getpid(), signal.SIGINT)).start()
        try:
            StoreEngine(store).select({SLOW!r})
        except KeyboardInterrupt:
            print("interrupted", flush=True)
    """
    done = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(program)], capture_output=True, text=True, timeout=60, check=False
    )
    assert done.stdout == "interrupted\n", done.stderr
