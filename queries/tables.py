"""The network as tables and trees that other programs read: Gephi's two CSV tables, and GraphML.

All come from the same `networks.everything` as the GEXF file and look the same (`picture`). The CSV tables have the
column names that Gephi's spreadsheet import knows (Id, Label, Source, Target, Type, Weight, Timeset; intervals as
`<[2010-01-01, 2012-12-31]>`), so that nothing has to be chosen there. GraphML (http://graphml.graphdrawing.org) carries
time as the plain attributes `valid_from` and `valid_to`, and x, y, size, r, g and b, which Gephi takes for the looks;
every edge has an id of its own, which readers of parallel edges need.
"""

from __future__ import annotations

import csv
import io
import xml.etree.ElementTree as ET
from collections.abc import Iterable
from typing import Any, BinaryIO

import networkx as nx

from .gexf import clean, node_spells, validity
from .picture import Look, looks
from .relations import Spell

_NODE = ("label", "kind", "roles", "cik", "community")
_EDGE = ("relation", "weight", "first", "last")
_WRITTEN: dict[type, str] = {str: "string", int: "long", float: "double"}


def nodes(graph: nx.MultiDiGraph[str], out: BinaryIO, colour: str = "kind") -> None:
    """Write Gephi's table of nodes (RFC 4180, UTF-8)."""
    look = looks(graph, colour)
    head = ["Id", "Label", "Timeset", *_NODE[1:], "x", "y", "size", "color"]
    rows = (
        [node, data.get("label", node), _timeset(node_spells(graph, node)), *(data.get(name) for name in _NODE[1:]),
         look[node].x, look[node].y, look[node].size, "#{:02x}{:02x}{:02x}".format(*look[node].colour)]
        for node, data in _nodes(graph)
    )  # fmt: skip
    _csv(head, rows, out)


def edges(graph: nx.MultiDiGraph[str], out: BinaryIO) -> None:
    """Write Gephi's table of edges (RFC 4180, UTF-8)."""
    head = ["Id", "Source", "Target", "Type", "Label", "Weight", "Timeset", "first", "last", "valid_from", "valid_to"]
    rows = (
        [name, source, target, "Directed", kind, data["weight"], _timeset(data["spells"]), data.get("first"),
         data.get("last"), valid.get("valid_from"), valid.get("valid_to")]
        for name, source, target, kind, data, valid in _edges(graph)
    )  # fmt: skip
    _csv(head, rows, out)


def graphml(graph: nx.MultiDiGraph[str], out: BinaryIO, colour: str = "kind", description: str = "") -> None:
    """Write GraphML 1.0."""
    look = looks(graph, colour)
    found_nodes = [
        (
            node,
            {name: data[name] for name in _NODE if name in data}
            | validity(node_spells(graph, node))
            | _look(look[node]),
        )
        for node, data in _nodes(graph)
    ]
    found_edges = [
        (name, source, target, {k: v for k, v in {"relation": kind, **data}.items() if k in _EDGE} | valid)
        for name, source, target, kind, data, valid in _edges(graph)
    ]
    root = ET.Element("graphml", xmlns="http://graphml.graphdrawing.org/xmlns")
    ET.SubElement(root, "desc").text = clean(description)
    for domain, rows in (("node", [d for _, d in found_nodes]), ("edge", [d for *_, d in found_edges])):
        for key, kind in sorted({(key, _WRITTEN[type(value)]) for row in rows for key, value in row.items()}):
            attributes = {"id": f"{domain}-{key}", "for": domain, "attr.name": key, "attr.type": kind}
            ET.SubElement(root, "key", attributes)
    tree = ET.SubElement(root, "graph", {"id": "infact", "edgedefault": "directed"})
    for node, data in found_nodes:
        _data(ET.SubElement(tree, "node", {"id": clean(node)}), "node", data)
    for name, source, target, data in found_edges:
        _data(ET.SubElement(tree, "edge", {"id": name, "source": clean(source), "target": clean(target)}), "edge", data)
    ET.indent(root)
    ET.ElementTree(root).write(out, encoding="UTF-8", xml_declaration=True)
    out.write(b"\n")


def _nodes(graph: nx.MultiDiGraph[str]) -> list[tuple[str, dict[str, Any]]]:
    return [(node, graph.nodes[node]) for node in sorted(graph)]


def _edges(
    graph: nx.MultiDiGraph[str],
) -> Iterable[tuple[str, str, str, str, dict[str, Any], dict[str, str]]]:
    """Id (as in the GEXF file), source, target, relation kind, data and validity of each edge, in order."""
    ordered = sorted(graph.edges(keys=True, data=True), key=lambda edge: edge[:3])
    for number, (source, target, kind, data) in enumerate(ordered):
        yield f"e{number}", source, target, kind, data, validity(data["spells"])


def _look(look: Look) -> dict[str, Any]:
    red, green, blue = look.colour
    return {"x": look.x, "y": look.y, "size": look.size, "r": red, "g": green, "b": blue}


def _data(parent: ET.Element, domain: str, values: dict[str, Any]) -> None:
    for key in sorted(values):
        ET.SubElement(parent, "data", {"key": f"{domain}-{key}"}).text = clean(str(values[key]))


def _timeset(spells: Iterable[Spell]) -> str | None:
    parts = [f"[{start or '-Infinity'}, {end or 'Infinity'}]" for start, end in spells]
    return f"<{'; '.join(parts)}>" if parts else None


def _csv(head: list[str], rows: Iterable[list[Any]], out: BinaryIO) -> None:
    text = io.TextIOWrapper(out, "utf-8", newline="", write_through=True)
    writer = csv.writer(text)
    writer.writerow(head)
    writer.writerows(rows)
    text.detach()
