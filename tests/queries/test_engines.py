"""One contract for every engine: the same rows, the same errors."""

from __future__ import annotations

import datetime
import http.server
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from decimal import Decimal

import pyoxigraph
import pytest
import rdflib
from hypothesis import given
from hypothesis import strategies as st
from infact.common.errors import EngineUnavailableError, QueryError
from infact.queries.engines import EndpointEngine, Engine, MemoryEngine, StoreEngine
from infact.queries.rows import Rows, literal
from rdflib import Literal, URIRef

PREFIX = "PREFIX infact: <https://w3id.org/infact/ontology#> PREFIX graph: <https://w3id.org/infact/graph/> "
XS = "http://www.w3.org/2001/XMLSchema#"


def test_an_engine_keeps_the_protocol(engine: Engine) -> None:
    assert isinstance(engine, Engine)
    assert engine.name


def test_the_default_graph_is_the_union(engine: Engine) -> None:
    """A pattern without GRAPH joins a mention in a document graph with its entity in the identity graph."""
    query = PREFIX + "SELECT ?e WHERE { ?m infact:printedName 'PEN ADA' . ?m infact:refersTo ?e }"
    assert engine.select(query) == Rows(("e",), ((URIRef("https://w3id.org/infact/id/person/ada"),),))


def test_values_are_plain_python(engine: Engine) -> None:
    query = (
        "PREFIX xsd: <http://www.w3.org/2001/XMLSchema#> SELECT ?a ?b ?c ?d ?e ?f ?g ?h ?i ?j WHERE {"
        " VALUES (?a ?b ?c ?d ?e ?f ?g ?h ?i) {"
        ' ("x" "x"^^xsd:string "x"@en 5 2.50 1e0 true "2015-06-30"^^xsd:date <http://e/x>) } }'
    )
    (row,) = engine.select(query)
    assert row == (
        "x", "x", Literal("x", lang="en"), 5, Decimal("2.5"), 1.0, True, datetime.date(2015, 6, 30),
        URIRef("http://e/x"), None,
    )  # fmt: skip
    assert [type(cell) for cell in row[:2]] == [str, str]


@pytest.mark.parametrize(
    "value",
    ["plain", 'a "quoted"\nline } # ?x', 5, True, Decimal("0.25"), datetime.date(2015, 6, 30), URIRef("http://e/x"),
     Literal("bonjour", lang="fr")],
)  # fmt: skip
def test_a_bound_value_comes_back(engine: Engine, value: rdflib.Literal) -> None:
    assert engine.select("SELECT (?_x AS ?y) WHERE {}", {"_x": value}).rows == ((value,),)


def test_a_parameter_reaches_subqueries_filters_exists_and_having(engine: Engine) -> None:
    query = PREFIX + (
        "SELECT ?n WHERE { { SELECT ?p (COUNT(?r) AS ?n) WHERE {"
        " GRAPH graph:relations { ?r ?p ?_who } } GROUP BY ?p HAVING (COUNT(?r) >= ?_least) }"
        " FILTER (?n >= ?_least)"
        " FILTER EXISTS { GRAPH graph:relations { ?_who infact:signsFor ?someone } } }"
    )
    who = URIRef("https://w3id.org/infact/id/person/ada")
    assert engine.select(query, {"_who": who, "_least": 4}).rows == ((4,),)
    assert engine.select(query, {"_who": who, "_least": 5}).rows == ()


def test_ask_gives_one_row(engine: Engine) -> None:
    assert engine.select("ASK { ?s ?p ?o }") == Rows(("answer",), ((True,),))
    assert engine.select("ASK { ?s <http://e/none> ?o }") == Rows(("answer",), ((False,),))


@pytest.mark.parametrize(
    "query", ["SELECT WHERE {", "SELECT ?x WHERE { ?x ?y }", "SELECT (COUNT(?s) AS ?n) ?p WHERE { ?s ?p ?o } ORDER"]
)
def test_a_malformed_query_is_a_query_error(engine: Engine, query: str) -> None:
    with pytest.raises(QueryError) as caught:
        engine.select(query)
    assert not isinstance(caught.value, EngineUnavailableError)
    assert "\n" not in str(caught.value)
    assert query[:20] in str(caught.value)


@pytest.mark.parametrize(
    "query", ["DROP ALL", "CONSTRUCT WHERE { ?s ?p ?o }", "INSERT DATA { <http://e/a> <http://e/b> 1 }"]
)
def test_only_rows_can_be_asked_for(engine: Engine, query: str) -> None:
    with pytest.raises(QueryError, match="SELECT or ASK"):
        engine.select(query)


def test_closing_twice_does_nothing() -> None:
    for engine in (StoreEngine(pyoxigraph.Store()), MemoryEngine(rdflib.Dataset(default_union=True))):
        engine.close()
        engine.close()


def test_a_closed_store_is_unavailable() -> None:
    engine = StoreEngine(pyoxigraph.Store())
    engine.close()
    with pytest.raises(EngineUnavailableError, match="closed"):
        engine.select("ASK {}")


def test_a_dataset_without_union_is_refused() -> None:
    with pytest.raises(QueryError, match="default_union=True"):
        MemoryEngine(rdflib.Dataset())


def test_an_endpoint_that_does_not_run_is_unavailable() -> None:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    with pytest.raises(EngineUnavailableError, match=f"127.0.0.1:{port}/query: the endpoint cannot be reached"):
        EndpointEngine(f"http://127.0.0.1:{port}/query").select("ASK {}")


@pytest.mark.parametrize("url", ["file:///etc/hostname", "localhost:7878", "ftp://a/b", ""])
def test_an_address_that_is_no_endpoint_is_refused(url: str) -> None:
    with pytest.raises(EngineUnavailableError, match="no endpoint address"):
        EndpointEngine(url)


@contextmanager
def answering(status: int, body: bytes, delay: float = 0.0) -> Iterator[str]:
    """A server that says one thing to every request."""
    gone = threading.Event()

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            self.rfile.read(int(self.headers["Content-Length"]))
            gone.wait(delay)
            self.send_response(status)
            self.send_header("Content-Type", "application/sparql-results+json")
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002
            """Keep the test's output quiet."""

        def handle_one_request(self) -> None:
            try:
                super().handle_one_request()
            except OSError:
                self.close_connection = True

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/query"
    finally:
        gone.set()
        server.shutdown()
        thread.join()
        server.server_close()


@pytest.mark.parametrize("status", [401, 404, 500, 503])
def test_a_failing_endpoint_is_unavailable(status: int) -> None:
    with answering(status, b"no") as url, pytest.raises(EngineUnavailableError):
        EndpointEngine(url).select("ASK {}")


@pytest.mark.parametrize("body", [b"<html>", b"", b"[]", b"{}", b'{"head": {}}', b'{"boolean"', b"\xff"])
def test_an_answer_that_is_no_result_is_unavailable(body: bytes) -> None:
    with answering(200, body) as url, pytest.raises(EngineUnavailableError, match="results in JSON"):
        EndpointEngine(url).select("SELECT * WHERE {}")


def test_a_slow_endpoint_says_how_long_it_was_waited_for() -> None:
    with answering(200, b"{}", delay=5) as url, pytest.raises(EngineUnavailableError, match="no answer within 1 s"):
        EndpointEngine(url).select("ASK {}", timeout=1)


@given(st.text(max_size=12), st.sampled_from(["integer", "decimal", "double", "boolean", "date", "gYear", "string"]))
def test_any_literal_has_a_value_equal_to_itself(lexical: str, datatype: str) -> None:
    value = literal(lexical, XS + datatype)
    assert value == literal(lexical, XS + datatype)
    assert not isinstance(value, datetime.datetime)


@pytest.mark.parametrize(
    ("lexical", "datatype"),
    [("abc", "integer"), ("2015-02-30", "date"), ("2015-06-30Z", "date"), ("NaN", "double"), ("2015", "gYear")],
)
def test_what_python_lacks_stays_a_literal(lexical: str, datatype: str) -> None:
    value = literal(lexical, XS + datatype)
    assert isinstance(value, Literal)
    assert (str(value), str(value.datatype)) == (lexical, XS + datatype)


# The column tables refuse FROM; servers and rdflib do what they do.
@pytest.mark.parametrize("engine", ["store"], indirect=True)
def test_from_chooses_the_default_graph(engine: Engine) -> None:
    count = PREFIX + "SELECT (COUNT(*) AS ?n) FROM {} {{ ?a ?b ?c }}"
    whole = engine.select(count.replace("FROM {} ", "").format()).rows[0][0]
    (part,) = engine.select(PREFIX + "SELECT (COUNT(*) AS ?n) { GRAPH graph:identity { ?a ?b ?c } }").rows
    assert engine.select(count.format("graph:identity")).rows == (part,)
    assert engine.select(count.format("<http://nowhere/g>")).rows == ((0,),)
    named = PREFIX + "SELECT (COUNT(*) AS ?n) FROM NAMED graph:identity { GRAPH ?g { ?a ?b ?c } }"
    assert engine.select(named).rows == (part,)
    assert part[0] != whole


# A server says it in its own words, and rdflib knows the prefixes of the file.
@pytest.mark.parametrize("engine", ["store", "columns"], indirect=True)
def test_an_undeclared_prefix_is_named_with_its_declaration(engine: Engine) -> None:
    with pytest.raises(QueryError, match=r"declared: infact:; .*PREFIX infact: <https://w3id.org/infact/ontology#>$"):
        engine.select("SELECT * { ?a infact:cik ?c . FILTER (?c != 'ex:x') # ex:y\n }")


@pytest.mark.parametrize("engine", ["memory", "store", "columns"], indirect=True)  # an endpoint decides for itself
def test_no_engine_of_ours_asks_another_server(engine: Engine) -> None:
    with pytest.raises(QueryError, match="SERVICE asks another server"):
        engine.select("SELECT * { SERVICE <http://127.0.0.1:8/q> { ?a ?b ?c } }")
    assert engine.select("SELECT ('SERVICE' AS ?x) { }").rows == (("SERVICE",),)
