"""A parameter takes the place of its variable as one RDF term, and can do nothing else to the query."""

from __future__ import annotations

import datetime
from decimal import Decimal
from typing import Any

import pyoxigraph
import pytest
import rdflib
from hypothesis import example, given
from hypothesis import strategies as st
from infact.common.errors import QueryError
from infact.queries.bindings import bind, query_form, serialise, tokens, variables
from infact.queries.engines import MemoryEngine, StoreEngine
from rdflib import Literal, URIRef
from rdflib.plugins.sparql.parser import parseQuery

QUERY = "SELECT (?_x AS ?y) WHERE { ?s ?p ?o . FILTER (?o = ?_x || ?o != ?_x) }"
ECHO = "SELECT (?_x AS ?y) WHERE {}"
MEMORY = MemoryEngine(rdflib.Dataset(default_union=True))
STORE = StoreEngine(pyoxigraph.Store())

PIECES = [
    '"', "'", '"""', "'''", "\\", "\\u0022", "\\U00000022", "\\\\u0022", "u0022", "0022", "\n", "\r", "\t", "{", "}",
    "<", ">", "#", "?_x", "?y", ".", ";", "} UNION {", '") } DROP ALL #', "@en", "^^", "\x00", "\x7f", "\u2028", "é",
    "😀", "SELECT * WHERE { ?s ?p ?o }", "\\n", "\\t", "a", "f", "\b", "\f", "\x0b", "$_x",
]  # fmt: skip
hostile = st.lists(st.sampled_from(PIECES), max_size=8).map("".join)
anything = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)


@given(st.one_of(hostile, anything))
@example("\\u0022 } #")
@example("\\u00220022")
@example("\\U0000005C")
def test_text_comes_back_from_an_engine_as_it_went_in(value: str) -> None:
    assert STORE.select(ECHO, {"_x": value}).rows == ((value,),)


@given(st.one_of(hostile, anything))
def test_rdflib_reads_the_same_text(value: str) -> None:
    assert MEMORY.select(ECHO, {"_x": value}).rows == ((value,),)


@given(st.one_of(hostile, anything), st.one_of(hostile, anything))
def test_a_value_cannot_change_the_query(value: str, other: str) -> None:
    """Whatever the text holds, the token sequence differs from another value's in the literals alone."""
    mine, yours = ([(k, t) for k, t in tokens(bind(QUERY, {"_x": v})) if k != "space"] for v in (value, other))
    assert len(mine) == len(yours)
    changed = [(a, b) for a, b in zip(mine, yours, strict=True) if a != b]
    assert all(a[0] == b[0] == "string" for a, b in changed)
    assert len(changed) == (0 if value == other else 3)


@given(hostile)
def test_the_parsed_query_holds_one_literal_in_each_place(value: str) -> None:
    found: list[Literal] = []

    def collect(node: Any) -> None:
        if isinstance(node, Literal):
            found.append(node)
        elif isinstance(node, dict):
            for item in node.values():
                collect(item)
        elif isinstance(node, (list, tuple)) or hasattr(node, "asList"):
            for item in node:
                collect(item)

    collect(parseQuery(bind(QUERY, {"_x": value}))[1])
    assert [str(node) for node in found] == [value] * 3


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (URIRef("https://example.org/a"), "<https://example.org/a>"),
        ("a", '"a"'),
        (Literal("a", datatype=rdflib.XSD.string), '"a"'),
        (Literal("a", lang="en"), '"a"@en'),
        (5, '"5"^^<http://www.w3.org/2001/XMLSchema#integer>'),
        (True, '"true"^^<http://www.w3.org/2001/XMLSchema#boolean>'),
        (Decimal("0.5"), '"0.5"^^<http://www.w3.org/2001/XMLSchema#decimal>'),
        (datetime.date(2015, 6, 30), '"2015-06-30"^^<http://www.w3.org/2001/XMLSchema#date>'),
        ("\\u0022", '"\\\\\\u0075\\u0030\\u0030\\u0032\\u0032"'),
    ],
)
def test_a_term_has_one_spelling(value: object, text: str) -> None:
    assert serialise(value) == text  # type: ignore[arg-type]


@given(st.text(max_size=20).map(lambda tail: "https://example.org/" + tail))
def test_an_iri_is_written_whole_or_refused(iri: str) -> None:
    try:
        written = serialise(URIRef(iri))
    except QueryError:
        assert any(c in '<>"{}|^`\\' or c <= " " or "\ud800" <= c <= "\udfff" for c in iri)
    else:
        assert [kind for kind, _ in tokens(written)] == ["iri"]
        assert written == f"<{iri}>"


@pytest.mark.parametrize(
    "value",
    ["\ud800", URIRef("not absolute"), URIRef("relative"), URIRef("https://a/b> <c"), None, ["a"], rdflib.BNode("b")],
)
def test_what_is_no_term_is_refused(value: object) -> None:
    with pytest.raises(QueryError):
        serialise(value)  # type: ignore[arg-type]


def test_only_the_variable_itself_is_replaced() -> None:
    query = (
        "SELECT * WHERE { # not ?_x here\n ?s <http://e/?_x> \"?_x\" . ?s ?p ''''?_x''' . "
        "?_xy ex:a\\?_x $_x . ?s ex:it\\'s ?_x}"
    )
    bound = bind(query, {"_x": 1})
    one = ' "1"^^<http://www.w3.org/2001/XMLSchema#integer> '
    assert bound == (
        "SELECT * WHERE { # not ?_x here\n ?s <http://e/?_x> \"?_x\" . ?s ?p ''''?_x''' . "
        f"?_xy ex:a\\?_x {one} . ?s ex:it\\'s {one}}}"
    )


@given(st.one_of(hostile, anything))
def test_tokens_join_to_the_text(text: str) -> None:
    assert "".join(t for _, t in tokens(text)) == text


def test_a_parameter_that_the_query_lacks_is_an_error() -> None:
    with pytest.raises(QueryError, match=r"no variable \?_z.*\?_x"):
        bind(ECHO, {"_z": 1})


def test_a_parameter_behind_as_is_an_error() -> None:
    with pytest.raises(QueryError, match="behind AS"):
        bind("SELECT (1 AS ?_x) WHERE {}", {"_x": 1})


def test_variables_come_once_in_order() -> None:
    assert variables("SELECT ?b WHERE { ?a $b ?_c . ?a ?b '?d' }") == ("?b", "?a", "?_c")


@pytest.mark.parametrize(
    ("query", "form"),
    [
        ("PREFIX ask: <http://e/> # SELECT\nPREFIX : <http://f/>\nSELECT * {}", "SELECT"),
        ("BASE <http://e/select> ask {}", "ASK"),
        ("construct where { ?s ?p ?o }", "CONSTRUCT"),
    ],
)
def test_the_form_is_read_behind_the_prologue(query: str, form: str) -> None:
    assert query_form(query) == form


@pytest.mark.parametrize("query", ["", "DROP ALL", "PREFIX a: <http://e/> INSERT DATA { a:b a:c a:d }", "hello SELECT"])
def test_an_update_is_no_query(query: str) -> None:
    with pytest.raises(QueryError, match="not a SPARQL query"):
        query_form(query)
