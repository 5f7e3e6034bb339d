"""The network and the relations in the formats of other programs, read back by those programs' own readers."""

from __future__ import annotations

import csv
import datetime
import io
import json
import sys
from pathlib import Path
from typing import Any

import duckdb
import networkx as nx
import pyoxigraph
import pytest
from hypothesis import given
from hypothesis import strategies as st
from infact.common.errors import ExportError
from infact.queries import flat, ftm, networks, tables
from infact.queries.engines import StoreEngine
from infact.queries.exports import Exported, export
from infact.queries.relations import Relation

PERSON = "https://w3id.org/infact/id/person/"
ORG = "https://w3id.org/infact/id/organization/"


def bytes_of(store: pyoxigraph.Store, format: str, colour: str = "kind") -> bytes:  # noqa: A002
    out = io.BytesIO()
    export(store, format, out, colour=colour)
    return out.getvalue()


def rows_of(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode(), newline="")))


def test_graphml_is_the_same_graph_to_networkx(small_store: pyoxigraph.Store) -> None:
    found = nx.parse_graphml(bytes_of(small_store, "graphml").decode(), force_multigraph=True)
    expected = networks.everything(StoreEngine(small_store))
    assert isinstance(found, nx.MultiDiGraph)
    assert set(found) == set(expected)
    for node, data in expected.nodes(data=True):
        assert {key: found.nodes[node][key] for key in data} == data
        assert {"x", "y", "size", "r", "g", "b"} <= set(found.nodes[node])
    edges = {(u, v, d["relation"]): d for u, v, d in found.edges(data=True)}
    assert set(edges) == set(expected.edges(keys=True))
    assert all(edges[u, v, k]["weight"] == d["weight"] for u, v, k, d in expected.edges(keys=True, data=True))
    assert edges[PERSON + "ada", PERSON + "kit", "signs-for"]["valid_to"] == "2012-12-31"


def test_gephi_s_tables_hold_every_node_and_edge(small_store: pyoxigraph.Store) -> None:
    nodes, edges = rows_of(bytes_of(small_store, "nodes")), rows_of(bytes_of(small_store, "edges"))
    expected = networks.everything(StoreEngine(small_store))
    assert [row["Id"] for row in nodes] == sorted(expected)
    assert [(row["Source"], row["Target"], row["Label"]) for row in edges] == sorted(expected.edges(keys=True))
    assert {row["Type"] for row in edges} == {"Directed"}
    assert len({row["Id"] for row in edges}) == len(edges) == 18
    by_pair = {(row["Source"], row["Target"]): row["Timeset"] for row in edges}
    assert by_pair[PERSON + "ada", PERSON + "kit"] == "<[2010-06-01, 2012-12-31]>"
    assert by_pair[PERSON + "ada", PERSON + "lee"] == "<[2011-06-01, Infinity]>"
    assert by_pair[PERSON + "cy", PERSON + "cik-0000000901"] == ""


def test_communities_are_said_and_coloured(small_store: pyoxigraph.Store) -> None:
    rows = rows_of(bytes_of(small_store, "nodes", "community"))
    colours = {row["community"]: row["color"] for row in rows}
    assert len(colours) > 1
    assert "" not in colours
    assert len({(row["community"], row["color"]) for row in rows}) == len(colours)
    # Dogwood's people have nothing to do with the others.
    of = {row["Label"]: row["community"] for row in rows}
    assert of["Dee Dot"] == of["Dogwood Ltd"] != of["Ada Pen"]
    gexf = nx.read_gexf(io.BytesIO(bytes_of(small_store, "gexf", "community")), version="1.3")
    assert {str(data["community"]) for _, data in gexf.nodes(data=True)} == set(colours)


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=12))
def test_any_label_survives_in_tables_and_what_xml_can_hold_in_graphml(label: str) -> None:
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    graph.add_node("a", label=label, roles="attorney")
    graph.add_node("b", label="b", roles="insider")
    graph.add_edge("a", "b", key="signs-for", weight=1, spells=())
    out = io.BytesIO()
    tables.nodes(graph, out)
    assert rows_of(out.getvalue())[0]["Label"] == label
    out = io.BytesIO()
    tables.graphml(graph, out)
    found = nx.parse_graphml(out.getvalue().decode(), force_multigraph=True)
    if label.strip() and label.isprintable():
        assert found.nodes["a"]["label"] == label


def test_parquet_has_a_typed_row_for_each_relation(small_store: pyoxigraph.Store, tmp_path: Path) -> None:
    path = tmp_path / "relations.parquet"
    assert export(small_store, "parquet", path) == Exported("parquet", 9, "relations")
    table = duckdb.read_parquet(str(path))
    rows = [dict(zip(table.columns, row, strict=True)) for row in table.fetchall()]
    assert rows[0] == {
        "relation": "https://w3id.org/infact/id/relation/1", "attorney": PERSON + "ada", "attorney_name": "Ada Pen",
        "attorney_kind": "person", "principal": PERSON + "cik-0000000901", "principal_name": "Pat Finch",
        "principal_cik": "0000000901", "issuer": ORG + "cik-0000000101", "issuer_name": "Alder Corp.",
        "issuer_cik": "0000000101", "firms": [ORG + "quill"], "firm_names": ["Quill & Ink LLP"],
        "forms": rows[0]["forms"], "powers": rows[0]["powers"], "first_date": datetime.date(2010, 1, 5),
        "last_date": datetime.date(2011, 2, 1), "live_from": datetime.date(2010, 1, 5), "live_until": None,
        "instruments": 2,
    }  # fmt: skip
    assert all(row["forms"] == sorted(row["forms"]) for row in rows)
    metadata = duckdb.execute(f"SELECT key, value FROM parquet_kv_metadata('{path}')").fetchall()
    assert dict(metadata)[b"infact.as_of"] == b"2015-05-05"
    assert dict(metadata)[b"infact.corpus"].startswith(b"feedface")


def test_follow_the_money_takes_every_entity(small_store: pyoxigraph.Store) -> None:
    model = pytest.importorskip("followthemoney").model
    entities: dict[str, Any] = {}
    lines = bytes_of(small_store, "ftm").splitlines()
    for line in lines:
        data = json.loads(line)
        proxy = model.get_proxy(data)
        proxy.schema.validate(data)
        assert proxy.to_dict() == data
        entities[proxy.id] = proxy
    assert len(entities) == len(lines) == 35
    representations = [e for e in entities.values() if e.schema.name == "Representation"]
    assert len(representations) == 9
    for edge in (e for e in entities.values() if e.schema.edge):
        for end in (edge.schema.edge_source, edge.schema.edge_target):
            assert {entities[name].id for name in edge.get(end)} == set(edge.get(end)) != set()
    first = entities["infact-relation-1"]
    assert first.get("agent") == ["infact-person-ada"]
    assert first.get("client") == ["infact-person-cik-0000000901"]
    assert (first.get("startDate"), first.get("endDate")) == (["2010-01-05"], [])
    assert "Alder Corp.: 2 instruments." in first.first("summary")


def test_without_its_package_follow_the_money_says_what_to_install(
    small_store: pyoxigraph.Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "followthemoney", None)
    with pytest.raises(ExportError, match=r"pip install 'infact\[ftm\]'"):
        bytes_of(small_store, "ftm")


def test_a_written_table_gives_ties_as_arrays(small_store: pyoxigraph.Store, tmp_path: Path) -> None:
    file = tmp_path / "relations.parquet"
    file.write_bytes(bytes_of(small_store, "parquet"))
    found = flat.ends(file, "principal", "attorney")
    network = networks.attorney_insider(StoreEngine(small_store))
    pairs = list(zip(found.one.tolist(), found.other.tolist(), strict=True))
    assert pairs == sorted(set(pairs))
    assert {(found.others[a], found.ones[p]) for p, a in pairs} == set(network.edges)
    assert [list(names) for names in (found.ones, found.others)] == [sorted(found.ones), sorted(found.others)]
    with pytest.raises(ExportError, match="'firms' is no column of IRIs"):
        flat.ends(file, "principal", "firms")
    with pytest.raises(ExportError, match="the table cannot be read"):
        flat.ends(tmp_path / "nothing.parquet", "principal", "attorney")


def test_an_insider_who_is_also_an_attorney_has_two_links_with_the_company(
    store_engine: StoreEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("followthemoney")
    ada, kit, alder = PERSON + "ada", PERSON + "kit", ORG + "cik-0000000101"
    found = tuple(
        Relation(f"https://w3id.org/infact/id/relation/{n}", one, two, alder, firms, None, None, (), 1)
        for n, (one, two, firms) in enumerate([(ada, kit, (alder,)), (kit, ada, ())])
    )
    monkeypatch.setattr(ftm, "relations", lambda engine: found)
    out = io.BytesIO()
    ftm.write(store_engine, out)
    links = [e for e in map(json.loads, out.getvalue().splitlines()) if e["schema"] == "UnknownLink"]
    ada_s = {e["id"] for e in links if e["properties"]["subject"] == ["infact-person-ada"]}
    assert len({e["id"] for e in links}) == len(links) == 3
    assert ada_s == {
        "infact-person-ada--shown-with-this-firm-or-company--infact-organization-cik-0000000101",
        "infact-person-ada--granted-a-power-about-this-issuer--infact-organization-cik-0000000101",
    }
