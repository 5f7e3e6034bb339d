"""Interlocks: pairs of issuers that the same people serve, by what they rest on.

A classic interlock is a director (here: an insider who grants powers) of two companies. Two companies may as well be
joined by nothing but an attorney-in-fact, who signs for insiders of both; where that is a filing agent or an outside
counsel, the tie says who does the paperwork, and nothing about who governs. So the two are told apart.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import networkx as nx
import numpy as np

from .engines import Engine
from .networks import shared
from .relations import Parties, Relation, entities, relations

TELLS = "a pair that rests on attorneys alone shares those who sign, which says nothing of who governs"


def interlocks(engine: Engine, among: Iterable[Relation] | None = None, known: Parties | None = None) -> nx.Graph[str]:
    """Issuers, joined where they share attorneys, insiders or both.

    An edge holds the IRIs of the shared `attorneys` and `insiders`, sorted, their `attorney_names` and `insider_names`,
    what it `rests_on` (`attorneys`, `insiders` or `both`), and as `weight` the number of people: somebody who is both
    at both issuers weighs once.

    Args:
        engine: What holds the relations and the names of issuers.
        among: Only these relations; by default all.
        known: The parties, where `relations.entities` has read them already.
    """
    people: dict[str, defaultdict[str, set[str]]] = {"attorneys": defaultdict(set), "insiders": defaultdict(set)}
    for r in relations(engine) if among is None else among:
        if r.issuer:
            people["attorneys"][r.issuer].add(r.attorney)
            if r.principal:
                people["insiders"][r.issuer].add(r.principal)
    issuers = sorted(people["attorneys"])
    pairs = sorted({pair for served in people.values() for pair in _pairs(issuers, served)})
    known = entities(engine) if known is None else known
    out: nx.Graph[str] = nx.Graph()
    for issuer in issuers:
        out.add_node(issuer, **{"kind": "unknown", "label": issuer, **known.get(issuer, {})}, roles="issuer")
    for one, other in pairs:
        attorneys, insiders = (served[one] & served[other] for served in people.values())
        out.add_edge(
            one,
            other,
            attorneys=tuple(sorted(attorneys)),
            insiders=tuple(sorted(insiders)),
            attorney_names=_names(known, attorneys),
            insider_names=_names(known, insiders),
            rests_on="both" if attorneys and insiders else "attorneys" if attorneys else "insiders",
            weight=len(attorneys | insiders),
        )
    return out


def ranked(graph: nx.Graph[str]) -> list[tuple[str, str, dict[str, Any]]]:
    """The pairs with what they hold, those that share most people first."""
    return sorted(graph.edges(data=True), key=lambda edge: (-edge[2]["weight"], edge[:2]))


def rest_on(graph: nx.Graph[str]) -> dict[str, int]:
    """How many pairs rest on attorneys alone, on insiders alone, and on both."""
    count = Counter(data["rests_on"] for *_, data in graph.edges(data=True))
    return {name: count[name] for name in ("attorneys", "insiders", "both")}


def _names(known: Parties, who: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(known.get(one, {}).get("label", one) for one in who))


def _pairs(issuers: Sequence[str], served: Mapping[str, set[str]]) -> Iterator[tuple[str, str]]:
    """Pairs of issuers that share one of these people."""
    number = {who: i for i, who in enumerate(sorted(set().union(*served.values())))}
    ends = [(i, number[who]) for i, issuer in enumerate(issuers) for who in served.get(issuer, ())]
    this, other = np.array(ends, dtype=np.int64).reshape(-1, 2).T
    for one, two, _ in zip(*(part.tolist() for part in shared(this, other)), strict=True):
        yield issuers[one], issuers[two]
