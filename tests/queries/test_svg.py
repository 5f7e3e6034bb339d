"""The picture: every node and tie of the network once, named, and within its frame."""

from __future__ import annotations

import io
import xml.etree.ElementTree as ET
from pathlib import Path

import networkx as nx
import pyoxigraph
import pytest
from infact.common.withholding import Withholding
from infact.queries import networks, picture, svg
from infact.queries.engines import Engine
from infact.queries.exports import export
from infact.queries.withheld import withheld_copy

SVG = "{http://www.w3.org/2000/svg}"


def drawn(graph: nx.MultiDiGraph[str], colour: str = "kind") -> ET.Element:
    out = io.BytesIO()
    svg.write(graph, out, colour, "a title")
    return ET.fromstring(out.getvalue())


def dots(tree: ET.Element) -> dict[str, ET.Element]:
    named = ((circle, circle.find(f"{SVG}title")) for circle in tree.iter(f"{SVG}circle"))
    return {str(title.text): circle for circle, title in named if title is not None}


@pytest.mark.parametrize("colour", picture.COLOURS)
def test_every_node_and_tie_is_drawn_where_the_other_formats_have_it(store_engine: Engine, colour: str) -> None:
    graph = networks.everything(store_engine)
    graph = picture.with_communities(graph) if colour == "community" else graph
    tree, looks = drawn(graph, colour), picture.looks(graph, colour)
    left, top, wide, high = map(float, tree.attrib["viewBox"].split())
    found = dots(tree)
    assert len(found) == len(graph)
    for node, data in graph.nodes(data=True):
        dot, look = found[f"{data['label']}, {data['roles']}"], looks[node]
        assert (float(dot.attrib["cx"]), float(dot.attrib["cy"])) == (look.x, -look.y)
        assert dot.attrib["fill"] == "#{:02x}{:02x}{:02x}".format(*look.colour)
        assert left < look.x < left + wide
        assert top < -look.y < top + high
    (path,) = tree.findall(f"{SVG}path")
    assert path.attrib["d"].count("M") == len({frozenset(edge) for edge in graph.edges()})


def test_names_do_not_cover_each_other_and_the_legend_counts_all(store_engine: Engine) -> None:
    graph = networks.everything(store_engine)
    texts = [(element.text or "", element.attrib) for element in drawn(graph).findall(f"{SVG}text")]
    names = [(text, at) for text, at in texts if "text-anchor" in at]
    assert 0 < len(names) <= 12
    assert {text for text, _ in names} <= set(nx.get_node_attributes(graph, "label").values())
    legend = dict(text.rsplit(" (", 1) for text, at in texts if "text-anchor" not in at)
    assert sum(int(count.rstrip(")")) for count in legend.values()) == len(graph)
    assert {"attorney", "insider", "issuer", "firm"} <= set(legend)


def test_any_text_is_text() -> None:
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    graph.add_node("a", label="<script> & \x00 ]]>", roles="attorney")
    assert "<script> & \ufffd ]]>, attorney" in dots(drawn(graph))


def test_listed_persons_are_not_in_the_picture(small_store: pyoxigraph.Store, tmp_path: Path) -> None:
    listed = tmp_path / "list.txt"
    listed.write_text("salt: pepper\nAda Pen\n", "utf-8")
    with withheld_copy(small_store, Withholding.load(listed)) as store:
        export(store, "svg", tmp_path / "held.svg")
    assert "Ada Pen" not in (tmp_path / "held.svg").read_text("utf-8")
