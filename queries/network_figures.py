"""The report's figures of networks: who matters in it, with a drawing, and what joins companies."""

from __future__ import annotations

from collections.abc import Sequence

import networkx as nx

from . import interlocks as pairs
from . import kinds
from .corpus import Corpus
from .engines import Engine
from .figures import Drawing, Figure, top
from .measures import TELLS, basis, measured
from .relations import Parties, Relation

# A drawing of more dots than this tells nobody anything.
DRAWN = 150


def network(
    engine: Engine, among: Sequence[Relation], known: Parties, stands: Corpus, issuer: str | None
) -> Figure | None:
    """Attorneys and issuers, or the attorneys and insiders of one issuer (its IRI), as of the corpus's latest date."""
    kind = "attorney-issuer" if issuer is None else "attorney-insider"
    whole = kinds.network(engine, kind, among, issuer=issuer, known=known)
    found = [one for one in measured(whole) if one.ties]
    if not found:
        return None
    graph = drawn(whole)
    left_out = len(found) - len(graph)
    acted_for = "issuers for whose insiders" if issuer is None else "insiders of this issuer for whom"
    says = f"Attorneys-in-fact and the {acted_for} they may sign, as of {stands.latest_date}." + (
        f" The largest connected parts are drawn, {len(graph)} of {len(found)} dots." if left_out else ""
    )
    rows = [(whole.nodes[one.node]["label"], whole.nodes[one.node]["roles"], *one.cells) for one in found]
    how = f"infact network {kind}" + (f" --issuer {issuer}" if issuer else "")
    how += f"\n(betweenness: {basis(whole)}; all of the network, with time: infact export gexf)"
    table = top(("name", "role", *TELLS), rows)
    return Figure("network", "The network", says, table, how, Drawing(graph, left_out), tells=TELLS)


def interlocks(engine: Engine, among: Sequence[Relation], known: Parties, issuer: str | None) -> Figure | None:
    """Pairs of issuers, or of one issuer (its IRI) with others, by what they rest on."""
    graph = kinds.network(engine, "interlocks", among, issuer=issuer, known=known)
    if not graph.edges:
        return None
    count = pairs.rest_on(graph)
    says = (
        f"Pairs of companies that the same people serve: {count['attorneys']} rest on attorneys-in-fact alone, "
        f"{count['insiders']} on insiders alone, {count['both']} on both. {pairs.TELLS[0].upper()}{pairs.TELLS[1:]}."
    )
    rows = [
        (graph.nodes[u]["label"], graph.nodes[v]["label"], d["rests_on"], len(d["attorneys"]), len(d["insiders"]))
        for u, v, d in pairs.ranked(graph)
    ]
    how = "infact network interlocks" + (f" --issuer {issuer}" if issuer else "")
    table = top(("one", "other", "rests on", "attorneys-in-fact", "insiders"), rows)
    return Figure("interlocks", "Companies that share people", says, table, how)


def drawn(whole: nx.Graph[str], most: int = DRAWN) -> nx.Graph[str]:
    """Its largest connected parts, at most so many nodes: of the first that is too large, what is next to its hub."""
    degree = dict(whole.degree())
    parts = sorted(nx.connected_components(whole.to_undirected()), key=lambda part: (-len(part), min(part)))
    kept: set[str] = set()
    for part in parts:
        room = most - len(kept)
        if len(part) < 2 or room < 2:
            break
        if len(part) > room:
            hub = min(part, key=lambda node: (-degree[node], node))
            plain = nx.Graph(whole.to_undirected())
            near = nx.bfs_tree(plain, hub, sort_neighbors=lambda nodes: sorted(nodes, key=lambda n: (-degree[n], n)))
            kept.update(list(near)[:room])
            break
        kept |= part
    return whole.subgraph(sorted(kept)).copy()
