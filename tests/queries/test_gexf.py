"""GEXF 1.3 that other tools read as the same graph."""

from __future__ import annotations

import io
import xml.etree.ElementTree as ET
from typing import Any

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from infact.common.errors import ExportError
from infact.queries import gexf, networks
from infact.queries.engines import Engine

NS = "{http://gexf.net/1.3}"
TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)


def written(graph: nx.MultiDiGraph[str], **options: str) -> bytes:
    out = io.BytesIO()
    gexf.write(graph, out, **options)
    return out.getvalue()


@pytest.fixture(scope="session")
def network(store_engine: Engine) -> nx.MultiDiGraph[str]:
    return networks.everything(store_engine)


def test_networkx_reads_the_same_graph(network: nx.MultiDiGraph[str]) -> None:
    found = nx.read_gexf(io.BytesIO(written(network)), version="1.3")
    assert (len(found), found.number_of_edges()) == (len(network), network.number_of_edges())
    for node, data in network.nodes(data=True):
        assert {key: found.nodes[node][key] for key in data} == data
    for source, target, kind, data in network.edges(keys=True, data=True):
        edge = found.edges[source, target]
        assert (edge["relation"], edge["label"], edge["weight"]) == (kind, kind, data["weight"])
        spells = tuple((a if a != "None" else None, b if b != "None" else None) for a, b in edge.get("spells", ()))
        assert spells == data["spells"]
        assert (edge.get("first"), edge.get("last")) == (data.get("first"), data.get("last"))


def test_the_form_is_what_readers_need(network: nx.MultiDiGraph[str]) -> None:
    root = ET.fromstring(written(network, modified="2015-05-05"))
    graph = root.find(f"{NS}graph")
    assert graph is not None
    assert root.attrib["version"] == "1.3"
    assert (graph.attrib["mode"], graph.attrib["timeformat"]) == ("dynamic", "date")
    blocks = graph.findall(f"{NS}attributes")
    assert [block.attrib["class"] for block in blocks] == ["node", "edge"]
    for block in blocks:
        assert all(a.attrib["id"] == a.attrib["title"] for a in block)
    assert all("None" not in value for spell in root.iter(f"{NS}spell") for value in spell.attrib.values())
    assert all(float(edge.attrib["weight"]) > 0 for edge in root.iter(f"{NS}edge"))
    nodes = list(root.iter(f"{NS}node"))
    assert len(list(root.iter("{http://gexf.net/1.3/viz}position"))) == len(nodes)
    assert not any(node.findall(f"{NS}nodes") or "pid" in node.attrib for node in nodes)
    meta = root.find(f"{NS}meta")
    assert meta is not None
    assert meta.attrib == {"lastmodifieddate": "2015-05-05"}


def test_there_is_no_clock_and_no_order_of_building(memory_engine: Engine, network: nx.MultiDiGraph[str]) -> None:
    assert b"lastmodifieddate" not in written(network)
    other: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    source = networks.everything(memory_engine)
    for source_node, target, kind, data in reversed(list(source.edges(keys=True, data=True))):
        other.add_edge(source_node, target, key=kind, **data)
    other.add_nodes_from(reversed(list(source.nodes(data=True))))
    assert written(other) == written(network)


def test_validity_stands_as_plain_attributes_too(network: nx.MultiDiGraph[str]) -> None:
    found = nx.read_gexf(io.BytesIO(written(network)), version="1.3")
    person = "https://w3id.org/infact/id/person/"
    edge = found.edges[person + "ada", person + "kit"]
    assert (edge["valid_from"], edge["valid_to"]) == ("2010-06-01", "2012-12-31")
    assert found.nodes[person + "kim"]["valid_from"] == "2013-01-01"
    assert not {"valid_from", "valid_to"} & set(found.nodes[person + "cik-0000000901"])  # one of its powers is undated


def test_several_spells_are_one_edge() -> None:
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    graph.add_edge("a", "b", key="signs-for", weight=2, spells=(("2010-01-01", "2010-12-31"), ("2012-01-01", None)))
    graph.add_edge("a", "b", key="shown-with", weight=1, spells=())
    root = ET.fromstring(written(graph))
    edges = {edge.attrib["kind"]: edge for edge in root.iter(f"{NS}edge")}
    assert set(edges) == {"signs-for", "shown-with"}
    assert [spell.attrib for spell in edges["signs-for"].iter(f"{NS}spell")] == [
        {"start": "2010-01-01", "end": "2010-12-31"},
        {"start": "2012-01-01"},
    ]
    assert edges["shown-with"].find(f"{NS}spells") is None


@pytest.mark.parametrize("weight", [0, -1, float("nan"), float("inf"), "2", None])
def test_a_weight_must_be_above_0(weight: Any) -> None:
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    graph.add_edge("a", "b", key="signs-for", weight=weight)
    with pytest.raises(ExportError, match="a -> b: the weight of an edge"):
        written(graph)


@pytest.mark.parametrize("value", [["a"], float("nan"), {"a": 1}])
def test_an_attribute_that_gexf_lacks_is_refused(value: Any) -> None:
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    graph.add_node("a", colour=value)
    with pytest.raises(ExportError, match="attribute colour"):
        written(graph)


def clean(text: str) -> str:
    """What XML can hold of a text: its forbidden characters are replaced."""
    return "".join(c if c in "\t\n\r" or (c >= " " and c not in "\ufffe\uffff") else "\ufffd" for c in text)


VALUES = st.fixed_dictionaries({"label": TEXT, "note": TEXT, "n": st.integers(), "yes": st.booleans()})
NAMES = TEXT.map(clean).filter(lambda key: key not in {"label", "viz", "spells", "weight"})


@given(
    st.dictionaries(TEXT.map(clean), VALUES, max_size=4),
    st.dictionaries(NAMES, st.floats(allow_nan=False, allow_infinity=False), max_size=2),
)
def test_any_text_and_number_comes_back(nodes: dict[str, dict[str, Any]], more: dict[str, float]) -> None:
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for node, data in nodes.items():
        graph.add_node(node, **{**more, **data})
    root = ET.fromstring(written(graph))
    found = {node.attrib["id"]: node for node in root.iter(f"{NS}node")}
    assert set(found) == set(nodes)
    types = {a.attrib["id"]: a.attrib["type"] for a in root.iter(f"{NS}attribute")}
    for name, data in nodes.items():
        assert found[name].attrib["label"] == clean(data["label"])
        values = {v.attrib["for"]: v.attrib["value"] for v in found[name].iter(f"{NS}attvalue")}
        assert values.pop("note") == clean(data["note"])
        assert int(values.pop("n")) == data["n"]
        assert values.pop("yes") == str(data["yes"]).lower()
        assert {key: float(value) for key, value in values.items()} == {k: v for k, v in more.items() if k not in data}
    if nodes:
        assert types["n"] == ("integer" if all(abs(d["n"]) < 2**31 for d in nodes.values()) else "long")
