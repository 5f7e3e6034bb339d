"""A real browser draws our GEXF with sigma.js, Gephi Lite's own renderer: every node in its place and colour."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pyoxigraph
import pytest
from infact.ingest.build import build
from infact.ingest.derive import derive
from infact.ingest.store import Store
from infact.queries import networks, picture
from infact.queries.engines import StoreEngine
from infact.queries.exports import export

from . import browser

HERE = Path(__file__).parent
SMALL = HERE.parent / "queries" / "data" / "small.trig"


def drawn(gexf: Path, folder: Path) -> dict[str, Any]:
    program = shutil.which("node")
    if program is None or not (HERE / "node_modules" / "sigma").is_dir():
        pytest.skip("Node.js or sigma is not installed; `make test-engines` does that with apt and npm")
    browser.chromium()
    page = folder / "drawing.html"
    made = subprocess.run(
        [program, "draw.js", str(gexf), str(page)], cwd=HERE, capture_output=True, text=True, timeout=120, check=False
    )
    assert made.returncode == 0, made.stderr
    found = json.loads(browser.said(page, folder) or '"the page said nothing"')
    assert isinstance(found, dict), found
    browser.screenshot(page, folder, folder / "drawing.png")
    return found


def colour(text: str) -> tuple[int, ...]:
    return tuple(int(part) for part in re.findall(r"\d+", text)[:3])


@pytest.mark.engine
def test_sigma_draws_every_node_where_and_as_the_file_says(tmp_path: Path) -> None:
    store = pyoxigraph.Store()
    store.load(path=str(SMALL), format=pyoxigraph.RdfFormat.TRIG)
    path = tmp_path / "small.gexf"
    export(store, "gexf", path)
    found = drawn(path, tmp_path)
    network = networks.everything(StoreEngine(store))
    looks = picture.looks(network)
    assert len(found["edges"]) == network.number_of_edges() == 18
    assert {(edge["source"], edge["target"]) for edge in found["edges"]} == set(network.edges())
    assert {node["key"] for node in found["nodes"]} == set(looks)
    for node in found["nodes"]:
        look = looks[node["key"]]
        assert (node["x"], node["y"], node["size"], colour(node["color"])) == (look.x, look.y, look.size, look.colour)
        assert node["pixel"] == pytest.approx([*look.colour, 255], abs=3), node["key"]


@pytest.mark.engine
def test_sigma_draws_the_network_of_the_examples(tmp_path: Path, bundled: Path) -> None:
    with Store.open(tmp_path / "g.db", create=True) as store:
        build([bundled / "dev", bundled / "facts" / "powers.jsonl"], store, workers=1)
        derive(store)
        exported = export(store.oxigraph, "gexf", tmp_path / "examples.gexf", colour="community")
    found = drawn(tmp_path / "examples.gexf", tmp_path)
    assert len(found["nodes"]) == exported.count > 1000
    assert len(found["edges"]) == exported.edges
    assert len({colour(node["color"]) for node in found["nodes"]}) == 9  # eight communities, and grey
    assert len({tuple(node["at"]) for node in found["nodes"]}) == exported.count
    # Some nodes are covered by others, and none is missing: nearly all have their own colour on the screen.
    own = [node for node in found["nodes"] if node["pixel"] == pytest.approx([*colour(node["color"]), 255], abs=3)]
    assert len(own) > 0.9 * exported.count
    assert 0.01 < found["inked"] / found["of"] < 0.9
