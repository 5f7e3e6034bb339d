"""The network as a picture (SVG 1.1): the same places, sizes and colours as in the other formats, for papers and pages.

Pointing at a dot names it, the largest dots have their names beside them, and a legend says what the colours mean. The
ground is transparent, and greys are such that they show on white and on black.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import BinaryIO
from xml.sax.saxutils import escape

import networkx as nx

from .gexf import clean
from .picture import Look, looks

_GREY, _EDGE = "#7a8591", "#9aa5b1"
_NAMED = 12
_LETTER = 0.6  # of the height of a letter is its width, about


def write(graph: nx.MultiDiGraph[str], out: BinaryIO, colour: str = "kind", title: str = "") -> None:
    """Write the picture.

    Args:
        graph: A network with `label` and `roles` at its nodes and `weight` at its edges.
        out: A binary stream.
        colour: What the colours of nodes say, see `picture.looks`.
        title: What the picture is of; readers of the page are told it.
    """
    out.write("\n".join(_lines(graph, colour, title)).encode() + b"\n")


def _lines(graph: nx.MultiDiGraph[str], colour: str, title: str) -> Iterator[str]:
    drawn = looks(graph, colour)
    order = sorted(graph, key=lambda node: (-drawn[node].size, node))
    left, top, wide, high = _frame(drawn)
    letter = round(max(wide, high) / 70, 1)
    yield (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{left} {top} {wide} {round(high + 3 * letter, 1)}" '
        f'font-family="system-ui, sans-serif" font-size="{letter}" fill="{_GREY}" role="img">'
    )
    yield f"<title>{_text(title)}</title>"
    ties = sorted({(u, v) if u <= v else (v, u) for u, v in graph.edges() if u != v})
    path = "".join(f"M{drawn[u].x} {-drawn[u].y}L{drawn[v].x} {-drawn[v].y}" for u, v in ties)
    yield f'<path d="{path}" fill="none" stroke="{_EDGE}" stroke-width="4" stroke-opacity=".4"/>'
    for node in order:
        look = drawn[node]
        about = _text(f"{graph.nodes[node].get('label', node)}, {graph.nodes[node].get('roles', '')}")
        yield (
            f'<circle cx="{look.x}" cy="{-look.y}" r="{look.size}" fill="{_hex(look)}"><title>{about}</title></circle>'
        )
    yield from _names({node: str(graph.nodes[node].get("label", node)) for node in order}, drawn, (left, wide), letter)
    yield from _legend(graph, drawn, colour, (left, round(top + high + letter, 1)), letter)
    yield "</svg>"


def _names(
    labels: Mapping[str, str], drawn: Mapping[str, Look], across: tuple[float, float], letter: float
) -> Iterator[str]:
    """The first names that do not cover each other, each above its dot and within the picture."""
    left, wide = across
    taken: list[tuple[float, float, float]] = []
    for node, label in labels.items():
        half = len(label) * letter * _LETTER / 2
        x = min(max(drawn[node].x, left + half), left + wide - half)
        y = -drawn[node].y - drawn[node].size - letter / 4
        if all(abs(x - a) > half + b or abs(y - c) > 1.2 * letter for a, b, c in taken):
            taken.append((x, half, y))
            yield f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="middle">{_text(label)}</text>'
        if len(taken) == _NAMED:
            return


def _legend(
    graph: nx.MultiDiGraph[str], drawn: Mapping[str, Look], colour: str, corner: tuple[float, float], letter: float
) -> Iterator[str]:
    """A dot and a word for each colour that says something; the largest groups first."""
    groups: dict[str, list[str]] = {}
    for node in sorted(graph):
        number = graph.nodes[node].get("community")
        name = f"community {number}" if colour == "community" else str(graph.nodes[node].get("roles", "unknown"))
        groups.setdefault(_hex(drawn[node]), []).append(name)
    x, y = corner
    for shade, names in sorted(groups.items(), key=lambda group: (-len(group[1]), group[0])):
        different = sorted(set(names))
        word = different[0] if len(different) == 1 else "others"
        yield f'<circle cx="{x + letter:.1f}" cy="{y + letter / 2:.1f}" r="{letter / 3:.1f}" fill="{shade}"/>'
        yield f'<text x="{x + 1.6 * letter:.1f}" y="{y + 0.85 * letter:.1f}">{_text(word)} ({len(names)})</text>'
        x += (3.5 + len(f"{word} ({len(names)})") * _LETTER) * letter


def _frame(drawn: Mapping[str, Look]) -> tuple[float, float, float, float]:
    """Left, top, width and height of what is drawn, with a margin; y grows downwards here and upwards in Gephi."""
    if not drawn:
        return 0.0, 0.0, 100.0, 100.0
    left = min(look.x - look.size for look in drawn.values())
    right = max(look.x + look.size for look in drawn.values())
    top = min(-look.y - look.size for look in drawn.values())
    bottom = max(-look.y + look.size for look in drawn.values())
    margin = round(max(right - left, bottom - top) / 40, 1)
    return (
        round(left - margin, 1), round(top - margin, 1), round(right - left + 2 * margin, 1),
        round(bottom - top + 2 * margin, 1),
    )  # fmt: skip


def _hex(look: Look) -> str:
    return "#{:02x}{:02x}{:02x}".format(*look.colour)


def _text(value: str) -> str:
    return escape(clean(value))
