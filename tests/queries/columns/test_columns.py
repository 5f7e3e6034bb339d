"""The column tables: what they keep, when they are made again, what they refuse, and that nobody waits in vain."""

from __future__ import annotations

import os
import signal
import threading
import time
from pathlib import Path

import duckdb
import infact.queries
import pyoxigraph as ox
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from infact.common.errors import EngineUnavailableError, QueryError
from infact.ingest.store import Store
from infact.queries.columns import kept
from infact.queries.columns import load as loading
from infact.queries.columns.engine import ColumnEngine
from infact.queries.engines import StoreEngine

from .made_queries import PREFIX, graph

NODE = ox.NamedNode("http://e/a")
LINE = b'<http://e/a> <http://e/t> "%s" <http://e/G> .\n'
HARD = [
    '"',
    "\\",
    "\n",
    "\r",
    "\t",
    "\\u0041",
    "\\n",
    "\x00",
    "\x01",
    "\x1f",
    "\x7f",
    "é",
    "😀",
    " ",
    "<",
    ">",
    ".",
    "'",
    "@en",
]
text = st.lists(st.one_of(st.sampled_from(HARD), st.characters(exclude_categories=["Cs"])), max_size=8).map("".join)
SLOW = (
    f"SELECT (COUNT(*) AS ?n) {{ {' '.join(f'?a{i} ?b{i} ?c{i} .' for i in range(7))} FILTER (STR(?c0) < STR(?c6)) }}"
)


@given(st.lists(st.one_of(text, st.tuples(text, st.sampled_from(["en", "de-CH"]))), min_size=1, max_size=25))
@settings(max_examples=12)
def test_any_text_comes_back_as_it_was(values: list[str | tuple[str, str]]) -> None:
    store = ox.Store()
    for value in values:
        literal = ox.Literal(value) if isinstance(value, str) else ox.Literal(value[0], language=value[1])
        store.add(ox.Quad(NODE, ox.NamedNode("http://e/t"), literal, NODE))
        store.add(ox.Quad(NODE, ox.NamedNode("http://e/u"), literal, ox.DefaultGraph()))
    asked = "SELECT ?p ?o WHERE { ?s ?p ?o }"
    columns = ColumnEngine.of(store)
    assert sorted(columns.select(asked), key=repr) == sorted(StoreEngine(store).select(asked), key=repr)
    for value in [value for value in values if isinstance(value, str)][:3]:
        assert columns.select("SELECT ?p { ?s ?p ?_o }", {"_o": value}).rows
        assert columns.select("SELECT ?p { ?s ?p ?o FILTER (STR(?o) = ?_o) }", {"_o": value}).rows


@pytest.mark.parametrize(
    "literal",
    [
        ("integer", "7"), ("integer", "-12"), ("integer", "9223372036854775807"), ("int", "5"), ("decimal", "0.10"),
        ("decimal", "-3"), ("date", "2015-06-30"), ("date", "2015-06-30Z"), ("date", "0000-01-01"), ("boolean", "1"),
        ("double", "1e0"), ("integer", "x"), ("date", "x"),
    ],
)  # fmt: skip
def test_any_literal_comes_back_and_is_found(literal: tuple[str, str]) -> None:
    name, lexical = literal
    datatype = ox.NamedNode(f"http://www.w3.org/2001/XMLSchema#{name}")
    store = ox.Store()
    store.add(ox.Quad(NODE, ox.NamedNode("http://e/t"), ox.Literal(lexical, datatype=datatype), NODE))
    for query in ("SELECT ?o { ?s ?p ?o }", f'ASK {{ ?s ?p "{lexical}"^^<{datatype.value}> }}'):
        assert ColumnEngine.of(store).select(query) == StoreEngine(store).select(query)


def test_lines_that_come_in_pieces_are_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(loading, "PIECE", 1000)
    store, told = graph(4), list[int]()
    store.extend(ox.Quad(NODE, NODE, ox.Literal(f"line {i}\n"), NODE) for i in range(500))
    database = duckdb.connect()
    loading.load(store, database, told.append)
    assert told == sorted(told)
    assert told[-1] == len(store)
    assert len(told) > 1
    assert ColumnEngine(database).select("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }").rows == ((len(store),),)


def test_a_text_may_be_long() -> None:
    store, long = ox.Store(), "so long\n" * 1_000_000
    store.add(ox.Quad(NODE, NODE, ox.Literal(long), NODE))
    assert ColumnEngine.of(store).select("SELECT ?o { ?s ?p ?o }").rows == ((long,),)


@pytest.mark.parametrize(
    ("query", "what"),
    [
        ("SELECT ?x { ?x :p+ ?y }", "the path <http://e/p>[+]"),
        ("SELECT ?x { ?x !(:p) ?y }", "the path"),
        ("SELECT (RAND() AS ?x) {}", "the function RAND"),
        ("SELECT ?n { ?x :m ?y . BIND (?y + 1 AS ?n) }", "numbers whose datatype differs"),
        ("SELECT (COALESCE(?n / 2, 'none') AS ?s) { ?x :n ?n }", "terms made in the query"),
        ("SELECT ?x { ?x :m ?y FILTER (?y < 3.5) }", "any datatype"),
        ("SELECT ?x { ?x :m ?y } ORDER BY ?y", "sorting by values of several datatypes"),
        ("SELECT (MAX(?y) AS ?z) { ?x :m ?y }", "MAX of values of several datatypes"),
        ("SELECT (UCASE(?y) AS ?z) { ?x :t ?y }", "the function UCASE"),
        ("SELECT ?x { ?x :t ?y FILTER REGEX(?y, 'a', 's') }", "regular expression"),
        ("SELECT ?x { ?x :t ?y FILTER REGEX(?y, '\\\\w') }", "\\\\w in a regular expression"),
        ("SELECT ?x { ?x :p ?y FILTER EXISTS { ?y :q ?z FILTER (?z = ?x) } }", "reads [?]x from outside"),
        ("SELECT (COUNT(?y) AS ?n) { ?x :p ?y } GROUP BY ?x HAVING (?n > 1)", "[?]n beside groups"),
        ("SELECT ?x FROM :G { ?x :p ?y }", "FROM"),
        ("SELECT REDUCED ?x { ?x :p ?y }", "Reduced"),
        ("SELECT ?x { VALUES ?x {} }", "VALUES without"),
        ("SELECT ?x { GRAPH :none { BIND (1 AS ?x) } }", "a group in GRAPH without a pattern"),
        ("SELECT ?x { GRAPH ?g { OPTIONAL { ?x :p ?y } } }", "a group in GRAPH without a pattern"),
        ('SELECT ?x { ?x ?p "2015-06-30T00:00:00Z"^^xsd:dateTime }', "constants of dateTime"),
    ],
)
def test_what_is_not_known_is_refused_by_name(query: str, what: str) -> None:
    with pytest.raises(QueryError, match=f"the column tables do not know .*{what}.*; ask the default engine") as caught:
        ColumnEngine.of(graph(1)).select(PREFIX + query)
    assert not isinstance(caught.value, EngineUnavailableError)


def test_a_base_is_refused() -> None:
    with pytest.raises(QueryError, match="do not know BASE"):
        ColumnEngine.of(graph(1)).select("BASE <http://e/> SELECT (IRI('a') AS ?x) {}")


def test_a_value_cannot_reach_the_sql() -> None:
    """Texts, IRIs and names of variables that would be SQL if they were pasted."""
    engine = ColumnEngine.of(graph(1))
    for value in ("'; DROP TABLE text; --", "$k0", 'a" OR 1=1', "\\' OR TRUE --"):
        assert engine.select("SELECT (?_x AS ?y) {}", {"_x": value}).rows == ((value,),)
        assert engine.select("SELECT ?s { ?s ?p ?o FILTER (STR(?o) = ?_x) }", {"_x": value}).rows == ()
        assert engine.select("SELECT ?s { ?s ?p ?o FILTER CONTAINS(STR(?o), ?_x) }", {"_x": value}).rows == ()
    assert engine.select("SELECT ?N ?n { VALUES (?N ?n) { (1 2) } }").rows == ((1, 2),)
    assert engine.select("ASK { ?s ?p ?o }").rows == ((True,),)


@pytest.fixture
def place(tmp_path: Path) -> Path:
    with Store.open(tmp_path / "g.db", create=True) as store:
        store.bulk_load(LINE % b"old")
    return tmp_path / "g.db"


def said(place: Path) -> list[object]:
    with infact.queries.open(place, "columns") as session:
        return [cell for (cell,) in session.sparql("SELECT ?o { ?s ?p ?o }")]


def test_tables_are_kept_and_made_again_when_the_store_is_another(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert said(place) == ["old"]
    (made,) = (place / "kept").glob("columns-*.duckdb")
    with monkeypatch.context() as patched:
        patched.setattr(kept, "load", None)  # it must not be called
        assert said(place) == ["old"]
    with infact.queries.open(place, "columns") as before:
        with Store.open(place) as store:
            store.bulk_load(LINE % b"new")
        assert sorted(map(str, said(place))) == ["new", "old"]
        assert [cell for (cell,) in before.sparql("SELECT ?o { ?s ?p ?o }")] == ["old"]
    (again,) = (place / "kept").glob("columns-*.duckdb")
    assert again != made


def test_tables_that_were_not_finished_or_are_damaged_are_no_tables(place: Path) -> None:
    said(place)
    (made,) = (place / "kept").glob("columns-*.duckdb")
    made.rename(made.with_suffix(".new"))
    assert said(place) == ["old"]
    made.write_bytes(b"no database")
    with pytest.raises(
        EngineUnavailableError, match=r"the column tables cannot be made or read.*ask the default engine"
    ):
        said(place)


def test_there_are_two_engines_over_a_store(place: Path) -> None:
    with pytest.raises(QueryError, match="there is no engine 'rows'; give store or columns"):
        infact.queries.open(place, "rows")


def test_what_takes_too_long_is_given_up_and_ends() -> None:
    engine = ColumnEngine.of(graph(4))
    start = time.monotonic()
    with pytest.raises(EngineUnavailableError, match=r"no answer within 0\.3 s"):
        engine.select(SLOW, timeout=0.3)
    assert engine.select("ASK { ?s ?p ?o }").rows == ((True,),)
    while any(thread.name == "query of columns" for thread in threading.enumerate()):
        assert time.monotonic() - start < 10
        time.sleep(0.01)


def test_ctrl_c_ends_a_query() -> None:
    engine = ColumnEngine.of(graph(4))
    timer = threading.Timer(0.3, lambda: os.kill(os.getpid(), signal.SIGINT))
    timer.start()
    with pytest.raises(KeyboardInterrupt):
        engine.select(SLOW, timeout=60)
    timer.join()


def test_a_closed_engine_is_unavailable() -> None:
    engine = ColumnEngine.of(graph(4))
    engine.close()
    engine.close()
    with pytest.raises(EngineUnavailableError, match="closed"):
        engine.select("ASK {}")
