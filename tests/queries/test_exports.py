"""Exports: complete, whole or not at all, and the same bytes for the same graph."""

from __future__ import annotations

import io
from pathlib import Path

import networkx as nx
import pyoxigraph
import pytest
import rdflib
from hypothesis import given
from hypothesis import strategies as st
from infact.common.errors import ExportError
from infact.queries.exports import FORMATS, Exported, export
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat
from rdflib.compare import to_canonical_graph

RELATIONS = "https://w3id.org/infact/graph/relations"


def bytes_of(store: pyoxigraph.Store, format: str, graph: str | None = None) -> bytes:  # noqa: A002
    out = io.BytesIO()
    export(store, format, out, graph)
    return out.getvalue()


def test_nquads_hold_every_quad(small_store: pyoxigraph.Store) -> None:
    data = bytes_of(small_store, "nquads")
    again = pyoxigraph.Store()
    again.load(data, format=RdfFormat.N_QUADS)
    assert set(again) == set(small_store)
    lines = data.splitlines()
    assert len(lines) == len(set(lines)) == len(small_store)


def test_trig_holds_every_quad(small_store: pyoxigraph.Store) -> None:
    again = pyoxigraph.Store()
    again.load(bytes_of(small_store, "trig"), format=RdfFormat.TRIG)
    assert set(again) == set(small_store)


def test_turtle_is_the_union_as_rdflib_reads_it(small_store: pyoxigraph.Store) -> None:
    data = bytes_of(small_store, "turtle")
    graph = rdflib.Graph().parse(data=data, format="turtle")
    assert len(graph) == len({q.triple for q in small_store})
    assert b"@prefix infact: <https://w3id.org/infact/ontology#> ." in data
    assert b"infact:relationAttorney person:ada" in data
    heads = [line for line in data.splitlines() if line.startswith(b"@prefix")]
    assert heads == sorted(heads)
    assert data.startswith(heads[0])


def test_one_graph_can_be_exported(small_store: pyoxigraph.Store) -> None:
    out = io.BytesIO()
    done = export(small_store, "turtle", out, RELATIONS)
    expected = len(list(small_store.quads_for_pattern(None, None, None, NamedNode(RELATIONS))))
    assert done == Exported("turtle", expected)
    graph = rdflib.Graph().parse(data=out.getvalue(), format="turtle")
    assert len(to_canonical_graph(graph)) == expected
    assert bytes_of(small_store, "nquads", RELATIONS).count(f"<{RELATIONS}> .\n".encode()) == expected


def test_gexf_is_the_network(small_store: pyoxigraph.Store, tmp_path: Path) -> None:
    path = tmp_path / "network.gexf"
    assert export(small_store, "gexf", path) == Exported("gexf", 16, "nodes", 18)
    assert len(nx.read_gexf(path, version="1.3")) == 16
    text = path.read_text("utf-8")
    assert 'lastmodifieddate="2015-05-05"' in text
    assert "feedface" in text


@pytest.mark.parametrize("format", FORMATS)
def test_the_same_graph_gives_the_same_bytes(small_store: pyoxigraph.Store, tmp_path: Path, format: str) -> None:  # noqa: A002
    other = pyoxigraph.Store(str(tmp_path / "other"))
    other.extend(sorted(small_store, key=str, reverse=True))
    assert bytes_of(other, format) == bytes_of(small_store, format)


@pytest.mark.parametrize("format", FORMATS)
def test_an_empty_store_is_an_empty_file(format: str) -> None:  # noqa: A002
    data = bytes_of(pyoxigraph.Store(), format)
    if format == "gexf":
        assert len(nx.read_gexf(io.BytesIO(data), version="1.3")) == 0
    elif format == "graphml":
        assert len(nx.parse_graphml(data.decode())) == 0
    elif format == "parquet":
        assert data.startswith(b"PAR1")
    elif format == "svg":
        assert b"circle" not in data
    elif format in {"nodes", "edges"}:
        assert len(data.splitlines()) == 1
    else:
        assert data == b""


@pytest.mark.parametrize(
    ("kind", "options", "message"),
    [
        ("turtle", {"colour": "community"}, "turtle has no colours; only gexf, graphml, nodes, svg have"),
        ("gexf", {"colour": "size"}, "no colouring 'size'; choose one of kind, community"),
        ("parquet", {"graph": RELATIONS}, "parquet is made from the relations, not from one graph"),
    ],
)
def test_an_option_that_does_not_fit_is_explained(
    small_store: pyoxigraph.Store, kind: str, options: dict[str, str], message: str
) -> None:
    with pytest.raises(ExportError, match=message):
        export(small_store, kind, io.BytesIO(), **options)


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"]), max_size=10), max_size=5))
def test_any_literal_survives(values: list[str]) -> None:
    store = pyoxigraph.Store()
    subject, predicate = NamedNode("http://e/s"), NamedNode("http://e/p")
    for i, value in enumerate(values):
        store.add(Quad(subject, predicate, Literal(value), NamedNode(f"http://e/g{i % 2}")))
        store.add(Quad(subject, predicate, Literal(value, language="en")))
    for format, rdf in (("nquads", RdfFormat.N_QUADS), ("trig", RdfFormat.TRIG)):  # noqa: A001
        again = pyoxigraph.Store()
        again.load(bytes_of(store, format), format=rdf)
        assert set(again) == set(store)


def test_a_failed_export_leaves_the_old_file(
    small_store: pyoxigraph.Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "out.nq"
    path.write_text("old")

    def fails(store: object, graphs: object, out: io.BytesIO) -> Exported:
        out.write(b"half of")
        raise ExportError("it broke")

    monkeypatch.setitem(FORMATS, "nquads", fails)
    with pytest.raises(ExportError, match="it broke"):
        export(small_store, "nquads", path)
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_place_that_cannot_be_written_is_explained(small_store: pyoxigraph.Store, tmp_path: Path) -> None:
    with pytest.raises(ExportError, match=r"missing/out.nq: the file cannot be written: No such file"):
        export(small_store, "nquads", tmp_path / "missing" / "out.nq")


@pytest.mark.parametrize(
    ("kind", "graph", "message"),
    [
        (
            "rdfxml",
            None,
            "no format 'rdfxml'; choose one of nquads, trig, turtle, gexf, graphml, svg, nodes, edges, parquet, ftm",
        ),
        ("turtle", "https://w3id.org/infact/graph/none", "no such graph"),
        ("turtle", "not an iri", "is no IRI"),
    ],
)
def test_a_wrong_choice_is_explained(small_store: pyoxigraph.Store, kind: str, graph: str | None, message: str) -> None:
    with pytest.raises(ExportError, match=message):
        bytes_of(small_store, kind, graph)
