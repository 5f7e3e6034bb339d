"""Charts and networks for pages, drawn by Plotly in the reader's browser from data within the page.

Plotly (MIT) comes with its own JavaScript, so a page needs no network. Each chart's name in the page is given by the
caller: same data, same bytes. A page that holds charts holds `library()` once, before them.
"""

from __future__ import annotations

import functools
import html
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib import resources

from .page import Markup

# Colours that people with the common colour blindnesses tell apart (Okabe and Ito, 2008).
PALETTE = ("#0072B2", "#E69F00", "#009E73", "#CC79A7", "#56B4E9", "#D55E00", "#999999")
_LAYOUT: Mapping[str, object] = {
    "margin": {"l": 48, "r": 12, "t": 12, "b": 40},
    "paper_bgcolor": "rgba(0,0,0,0)",
    "plot_bgcolor": "rgba(0,0,0,0)",
    "font": {"family": "system-ui, sans-serif", "size": 13, "color": "#7a8591"},
    "legend": {"orientation": "h", "x": 0, "y": 1.02, "yanchor": "bottom"},
}
_CONFIG = {"displayModeBar": False, "responsive": True}
_AXIS = {"gridcolor": "rgba(128,128,128,.25)", "zeroline": False}
# Paper is narrower than a screen, is white, and cannot be unfolded.
_PRINTING = """
{
  const all = (what, how) => document.querySelectorAll(what).forEach(how);
  addEventListener("beforeprint", () => {
    all("details:not([open])", (part) => { part.dataset.folded = ""; part.open = true; });
    all(".chart", (part) => Plotly.relayout(part, { width: 660, "font.color": "#444" }));
  });
  addEventListener("afterprint", () => {
    all("details[data-folded]", (part) => { part.open = false; delete part.dataset.folded; });
    all(".chart", (part) => Plotly.relayout(part, { width: null, autosize: true, "font.color": "#7a8591" }));
  });
}
"""


@dataclass(frozen=True, slots=True)
class Node:
    """A node of a drawing; `group` chooses its colour, `size` is its diameter in pixels, `about` shows on pointing."""

    x: float
    y: float
    label: str
    group: str
    size: float
    about: str


@functools.cache
def library() -> Markup:
    """The drawing library as a script element."""
    source = (resources.files("plotly") / "package_data" / "plotly.min.js").read_text("utf-8")
    return Markup(
        f"<script>{source.replace('</script', '<' + chr(92) + '/script')}</script>\n<script>{_PRINTING}</script>"
    )


def bars(name: str, x: Sequence[object], series: Mapping[str, Sequence[float]], *, y_title: str) -> Markup:
    """Stacked bars: one value of each series for each of `x`. A lone series that the axis names needs no legend."""
    data = [
        {"type": "bar", "name": label, "x": list(x), "y": list(values), "marker": {"color": PALETTE[i % len(PALETTE)]}}
        for i, (label, values) in enumerate(series.items())
    ]
    numbers = all(isinstance(place, int) for place in x)  # years in which nothing happened leave a gap
    across = {"tickformat": "d", "dtick": 1 if len(x) < 8 else None} if numbers else {"type": "category"}
    few = all(sum(heights) < 8 for heights in zip(*series.values(), strict=True))  # halves are no counts
    up = {"dtick": 1 if few else None, "title": {"text": y_title}}
    axes = {"xaxis": {**_AXIS, **across, "automargin": True}, "yaxis": {**_AXIS, **up}}
    layout = {**_LAYOUT, **axes, "barmode": "stack", "bargap": 0.2 if len(x) > 4 else 0.8}
    return _chart(name, data, {**layout, "showlegend": list(series) != [y_title]}, height=320)


def network(name: str, nodes: Sequence[Node], edges: Sequence[tuple[int, int]]) -> Markup:
    """Dots and lines; pointing at a dot names it, dragging and the wheel move the view. Edges are pairs of places."""
    xs: list[float | None] = []
    ys: list[float | None] = []
    for one, two in edges:
        xs += [nodes[one].x, nodes[two].x, None]
        ys += [nodes[one].y, nodes[two].y, None]
    line = {"color": "rgba(128,128,128,.45)", "width": 1}
    data: list[dict[str, object]] = [
        {"type": "scatter", "mode": "lines", "x": xs, "y": ys, "line": line, "hoverinfo": "skip", "showlegend": False}
    ]
    named = _named(nodes)
    for i, group in enumerate(sorted({node.group for node in nodes})):
        these = [node for node in nodes if node.group == group]
        data.append(
            {
                "type": "scatter",
                "mode": "markers+text",
                "name": group,
                "x": [node.x for node in these],
                "y": [node.y for node in these],
                "text": [node.label if node in named else "" for node in these],
                "textposition": "top center",
                "hovertext": [f"{html.escape(node.label)}<br>{html.escape(node.about)}" for node in these],
                "hoverinfo": "text",
                "marker": {"size": [node.size for node in these], "color": PALETTE[i % len(PALETTE)], "opacity": 0.9},
            }
        )
    hidden = {"visible": False}
    layout = {**_LAYOUT, "xaxis": hidden, "yaxis": {**hidden, "scaleanchor": "x"}, "dragmode": "pan"}
    return _chart(name, data, {**layout, "hovermode": "closest"}, height=640, config={"scrollZoom": True})


def _named(nodes: Sequence[Node], most: int = 14) -> list[Node]:
    """The largest nodes whose names, on a drawing of some 50 characters in 25 lines, do not cover each other."""
    wide = max(node.x for node in nodes) - min(node.x for node in nodes) or 1.0
    high = max(node.y for node in nodes) - min(node.y for node in nodes) or 1.0
    kept: list[Node] = []
    for node in sorted(nodes, key=lambda node: (-node.size, node.label)):
        room = [(len(node.label) + len(other.label)) / 2 * wide / 50 for other in kept]
        if all(
            abs(node.x - other.x) > width or abs(node.y - other.y) > high / 25
            for other, width in zip(kept, room, strict=True)
        ):
            kept.append(node)
    return kept[:most]


def _chart(
    name: str,
    data: Sequence[Mapping[str, object]],
    layout: Mapping[str, object],
    *,
    height: int,
    config: Mapping[str, object] | None = None,
) -> Markup:
    # "</" would end the script element early, whatever string it stands in.
    said = json.dumps([data, layout, {**_CONFIG, **(config or {})}], ensure_ascii=False, sort_keys=True)
    safe = said.replace("</", "<\\/").replace("<!--", "<\\!--")
    place = html.escape(name)
    return Markup(
        f'<div id="{place}" class="chart" style="height:{height}px"></div>\n'
        f"<script>Plotly.newPlot({json.dumps(name)}, ...{safe});</script>"
    )
