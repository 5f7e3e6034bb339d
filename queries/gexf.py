"""GEXF 1.3, written so that Gephi, Gephi Lite (graphology) and networkx read the same graph from it.

networkx's own writer makes two `<attributes>` blocks per class for dynamic data and puts today's date in; graphology
keeps only the last block, so half of the attributes are lost there. This writer makes one block per class whose ids
are the titles, writes time as spells with open ends left out and once more as the plain attributes `valid_from` and
`valid_to` (graphology knows no spells), one edge for each pair and relation kind, weights above 0, positions, sizes and
colours, no hierarchy and no clock. The format: https://gexf.net/schema.html. What is written is valid by its RELAX NG
schema (gephi/gexf, specs/1.3/gexf.rng); the XSD beside that has the colours in another namespace than Gephi does.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, BinaryIO
from xml.sax.saxutils import quoteattr

import networkx as nx

from ..common.errors import ExportError
from .picture import Look, looks
from .relations import Spell, merge_spells

# XML 1.0, production 2: characters that no document can hold, in whatever notation.
_NO_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
# Attribute-value normalisation (XML 1.0, section 3.3.3) would turn these into spaces unless they are references; the
# last two are line ends to readers that go by XML 1.1, graphology's among them.
_KEEP = {"\n": "&#10;", "\r": "&#13;", "\t": "&#9;", "\x85": "&#133;", "\u2028": "&#8232;"}
_OWN = frozenset({"label", "weight", "spells", "viz"})
_INT_MAX = 2**31 - 1


def write(
    graph: nx.MultiDiGraph[str],
    out: BinaryIO,
    *,
    description: str = "",
    modified: str | None = None,
    colour: str = "kind",
) -> tuple[int, int]:
    """Write a graph such as `networks.everything` gives.

    Args:
        graph: Nodes with `label`, `roles` and plain attributes; edges with their relation kind as key, `weight`, and
            `spells` of ISO days (start, end), None for an open end. Other attributes are text, numbers or truth values.
        out: Where the UTF-8 bytes go.
        description: What the file says of itself, e.g. the corpus it comes from.
        modified: An ISO day for `lastmodifieddate`, the corpus's latest date; left out when None.
        colour: What the colours of nodes say, one of `picture.COLOURS`.

    Returns:
        The number of nodes and of edges.

    Raises:
        ExportError: A weight is not above 0, or an attribute has a type that GEXF lacks.
    """
    count = 0
    for count, line in enumerate(_lines(graph, description, modified, colour)):
        if count:
            out.write(b"\n")
        out.write(line.encode("utf-8"))
    out.write(b"\n")
    return graph.number_of_nodes(), graph.number_of_edges()


def _lines(graph: nx.MultiDiGraph[str], description: str, modified: str | None, colour: str) -> Iterator[str]:
    nodes = [(node, _plain(graph.nodes[node]) | validity(node_spells(graph, node))) for node in sorted(graph)]
    edges = [
        (u, v, key, data, _plain(data) | {"relation": key} | validity(data.get("spells", ())))
        for u, v, key, data in sorted(graph.edges(keys=True, data=True), key=lambda edge: edge[:3])
    ]
    for source, target, _, data, _ in edges:
        weight = data.get("weight", 1)
        if not (isinstance(weight, (int, float)) and weight > 0 and math.isfinite(weight)):
            raise ExportError(f"the weight of an edge is {weight!r}, not above 0", where=f"{source} -> {target}")
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield '<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">'
    yield f"  <meta{_attr('lastmodifieddate', modified)}>"
    yield "    <creator>infact</creator>"
    yield f"    <description>{_text(description)}</description>"
    yield "  </meta>"
    yield (
        '  <graph defaultedgetype="directed" idtype="string" mode="dynamic" timeformat="date"'
        ' timerepresentation="interval">'
    )
    yield from _attributes("node", [attributes for _, attributes in nodes])
    yield from _attributes("edge", [attributes for *_, attributes in edges])
    drawn = looks(graph, colour)
    yield "    <nodes>"
    for node, attributes in nodes:
        yield from _node(graph, node, attributes, drawn[node])
    yield "    </nodes>"
    yield "    <edges>"
    for number, (source, target, kind, data, attributes) in enumerate(edges):
        weight = data.get("weight", 1)
        yield (
            f'      <edge id="e{number}"{_attr("source", source)}{_attr("target", target)}'
            f'{_attr("kind", kind)}{_attr("label", kind)} weight="{weight}">'
        )
        yield from _values(attributes)
        yield from _spells(data.get("spells", ()))
        yield "      </edge>"
    yield "    </edges>"
    yield "  </graph>"
    yield "</gexf>"


def _node(graph: nx.MultiDiGraph[str], node: str, attributes: dict[str, Any], look: Look) -> Iterator[str]:
    data = graph.nodes[node]
    red, green, blue = look.colour
    yield f"      <node{_attr('id', node)}{_attr('label', str(data.get('label', node)))}>"
    yield from _values(attributes)
    yield from _spells(node_spells(graph, node))
    yield f'        <viz:color r="{red}" g="{green}" b="{blue}"/>'
    yield f'        <viz:position x="{look.x}" y="{look.y}" z="0.0"/>'
    yield f'        <viz:size value="{look.size}"/>'
    yield "      </node>"


def node_spells(graph: nx.MultiDiGraph[str], node: str) -> tuple[Spell, ...]:
    """A node is there whenever one of its edges is; an edge that nothing bounds keeps it there always."""
    found: list[Spell] = []
    for *_, data in [*graph.in_edges(node, data=True), *graph.out_edges(node, data=True)]:
        spells = data.get("spells", ())
        if not spells:
            return ()
        found.extend(spells)
    return merge_spells(found)


def validity(spells: Iterable[Spell]) -> dict[str, str]:
    """`valid_from` and `valid_to`, the bounds of all spells, where they are known."""
    starts, ends = [s for s, _ in spells], [e for _, e in spells]
    known = [s for s in starts if s]
    out = {"valid_from": min(known)} if known and len(known) == len(starts) else {}
    closed = [e for e in ends if e]
    return out | ({"valid_to": max(closed)} if closed and len(closed) == len(ends) else {})


def _plain(data: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in data.items() if key not in _OWN and value is not None}


def _attributes(cls: str, rows: list[dict[str, Any]]) -> Iterator[str]:
    types: dict[str, set[str]] = {}
    for row in rows:
        for key, value in row.items():
            types.setdefault(key, set()).add(_type(key, value))
    yield f'    <attributes class="{cls}" mode="static">'
    for key in sorted(types):
        yield f'      <attribute{_attr("id", key)}{_attr("title", key)} type="{_widest(types[key])}"/>'
    yield "    </attributes>"


def _type(key: str, value: Any) -> str:
    if isinstance(value, str):
        return "string"
    if isinstance(value, bool):
        return "boolean"
    if isinstance(value, int):
        return "integer" if abs(value) <= _INT_MAX else "long"
    if isinstance(value, float) and math.isfinite(value):
        return "double"
    raise ExportError(
        f"{value!r} cannot be written to GEXF", where=f"attribute {key}", remedy="make it text or a number"
    )


def _widest(types: set[str]) -> str:
    if len(types) == 1:
        return next(iter(types))
    if types <= {"integer", "long"}:
        return "long"
    return "double" if types <= {"integer", "long", "double"} else "string"


def _values(attributes: Mapping[str, Any]) -> Iterator[str]:
    if attributes:
        yield "        <attvalues>"
        for key in sorted(attributes):
            value = attributes[key]
            text = str(value).lower() if isinstance(value, bool) else str(value)
            yield f"          <attvalue{_attr('for', key)}{_attr('value', text)}/>"
        yield "        </attvalues>"


def _spells(spells: Iterable[Spell]) -> Iterator[str]:
    lines = [f"          <spell{_attr('start', start)}{_attr('end', end)}/>" for start, end in spells]
    if lines:
        yield "        <spells>"
        yield from lines
        yield "        </spells>"


def _attr(name: str, value: str | None) -> str:
    return "" if value is None else f" {name}={quoteattr(clean(value), _KEEP)}"


def _text(value: str) -> str:
    return clean(value).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def clean(value: str) -> str:
    """The text with U+FFFD for each character that XML cannot hold."""
    return _NO_XML.sub("\ufffd", value)
