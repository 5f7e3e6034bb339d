"""Gephi Lite's own reader (graphology-gexf, from npm) finds in our GEXF what we put in."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import networkx as nx
import pyoxigraph
import pytest
from infact.queries import networks
from infact.queries.engines import StoreEngine
from infact.queries.exports import export

HERE = Path(__file__).parent
SMALL = HERE.parent / "queries" / "data" / "small.trig"


@pytest.fixture
def node() -> str:
    program = shutil.which("node")
    if program is None:
        pytest.skip("Node.js is not installed")
    if not (HERE / "node_modules" / "graphology-gexf").is_dir():
        pytest.skip("graphology-gexf is not installed; `make test-engines` does that with npm")
    return program


def read(node: str, path: Path) -> dict[str, Any]:
    done = subprocess.run(
        [node, "read_gexf.js", str(path)], cwd=HERE, capture_output=True, text=True, timeout=60, check=False
    )
    assert done.returncode == 0, done.stderr
    found: dict[str, Any] = json.loads(done.stdout)
    return found


@pytest.mark.engine
def test_graphology_reads_the_same_graph(node: str, tmp_path: Path) -> None:
    store = pyoxigraph.Store()
    store.load(path=str(SMALL), format=pyoxigraph.RdfFormat.TRIG)
    path = tmp_path / "small.gexf"
    exported = export(store, "gexf", path)
    found = read(node, path)
    expected = networks.everything(StoreEngine(store))
    assert (len(found["nodes"]), len(found["edges"])) == (exported.count, exported.edges) == (16, 18)
    nodes = {item["key"]: item for item in found["nodes"]}
    for key, data in expected.nodes(data=True):
        assert {name: nodes[key][name] for name in data} == data
        assert {"x", "y", "size", "color"} <= set(nodes[key])
    edges = {(item["source"], item["target"], item["relation"]): item for item in found["edges"]}
    for source, target, kind, data in expected.edges(keys=True, data=True):
        item = edges[source, target, kind]
        assert (item["weight"], item["label"]) == (data["weight"], kind)
        assert (item.get("first"), item.get("last")) == (data.get("first"), data.get("last"))
        assert item.get("valid_from") == (data["spells"][0][0] if data["spells"] else None)
    same = nx.read_gexf(path, version="1.3")
    assert {key: {n: nodes[key][n] for n in ("label", "kind", "roles")} for key in nodes} == {
        key: {n: data[n] for n in ("label", "kind", "roles")} for key, data in same.nodes(data=True)
    }


@pytest.mark.engine
def test_graphology_reads_parallel_edges_and_hostile_text(node: str, tmp_path: Path) -> None:
    from infact.queries import gexf

    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    label = 'O\'Neil & "Söhne" <AG>\n\t]]> \u2028 😀'
    graph.add_node("a", label=label, roles="attorney", big=2**40, yes=True)
    graph.add_edge("a", "b", key="signs-for", weight=2, spells=(("2010-01-01", None),))
    graph.add_edge("a", "b", key="shown-with", weight=0.5, spells=())
    path = tmp_path / "hostile.gexf"
    with path.open("wb") as out:
        gexf.write(graph, out)
    found = read(node, path)
    first = next(item for item in found["nodes"] if item["key"] == "a")
    assert (first["label"], first["big"], first["yes"]) == (label, 2**40, True)
    assert {(item["relation"], item["weight"]) for item in found["edges"]} == {("signs-for", 2), ("shown-with", 0.5)}
