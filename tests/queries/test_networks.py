"""Relations as networks: who acts for whom, how often, and when."""

from __future__ import annotations

import datetime

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from infact.queries import layout, networks
from infact.queries.engines import Engine
from infact.queries.relations import Relation, Spell, merge_spells, relations

PERSON = "https://w3id.org/infact/id/person/"
ORG = "https://w3id.org/infact/id/organization/"
PAT = PERSON + "cik-0000000901"


def test_relations_are_read_whole(engine: Engine) -> None:
    found = relations(engine)
    assert len(found) == 9
    assert found[0] == Relation(
        "https://w3id.org/infact/id/relation/1", PERSON + "ada", PAT, ORG + "cik-0000000101", (ORG + "quill",),
        "2010-01-05", "2011-02-01", (("2010-01-05", None), ("2011-02-01", None)), 2,
    )  # fmt: skip


def test_attorney_insider(engine: Engine) -> None:
    network = networks.attorney_insider(engine)
    assert nx.is_bipartite(network)
    assert (len(network), network.number_of_edges()) == (10, 8)
    assert network.edges[PERSON + "ada", PAT] == {
        "weight": 3, "issuers": (ORG + "cik-0000000101",), "first": "2010-01-05", "last": "2015-05-05",
    }  # fmt: skip
    assert network.nodes[PAT] == {"kind": "person", "label": "Pat Finch", "cik": "0000000901", "roles": "insider"}
    assert network.edges[PERSON + "cy", PAT] == {"weight": 1, "issuers": (ORG + "cik-0000000101",)}


def test_attorney_issuer(engine: Engine) -> None:
    network = networks.attorney_issuer(engine)
    assert {(u[len(PERSON) :], v[len(ORG) :], d["weight"]) for u, v, d in network.edges(data=True)} == {
        ("ada", "cik-0000000101", 2), ("ada", "birch", 1), ("ben", "cedar", 2), ("cy", "cik-0000000101", 1),
        ("cy", "birch", 1), ("dee", "dogwood", 1),
    }  # fmt: skip


def test_firm_issuer(engine: Engine) -> None:
    network = networks.firm_issuer(engine)
    assert {(u[len(ORG) :], v[len(ORG) :], d["attorneys"]) for u, v, d in network.edges(data=True)} == {
        ("quill", "cik-0000000101", (PERSON + "ada",)), ("quill", "birch", (PERSON + "ada",)),
        ("quill", "cedar", (PERSON + "ben",)), ("dash", "dogwood", (PERSON + "dee",)),
    }  # fmt: skip
    assert network.nodes[ORG + "quill"]["kind"] == "law-firm"


def test_a_projection_counts_what_two_share(store_engine: Engine) -> None:
    network = networks.attorney_issuer(store_engine)
    shared = networks.projection(network, "from")
    assert set(shared) == {PERSON + name for name in ("ada", "ben", "cy", "dee")}
    assert list(shared.edges(data="weight")) == [(PERSON + "ada", PERSON + "cy", 2)]
    expected = nx.bipartite.weighted_projected_graph(network.to_undirected(), list(shared))
    assert nx.utils.graphs_equal(nx.Graph(shared.edges), nx.Graph(expected.edges))
    with pytest.raises(ValueError, match="'from' or 'to'"):
        networks.projection(network, "left")


@given(
    st.sets(st.tuples(st.integers(0, 7), st.integers(0, 7)), max_size=30),
    st.sampled_from(["from", "to"]),
    st.integers(1, 3),
    st.integers(1, 40),
)
def test_a_projection_is_its_plain_definition(
    pairs: set[tuple[int, int]], side: str, at_least: int, steps: int
) -> None:
    network: nx.DiGraph[str] = nx.DiGraph((str(u), str(v)) for u, v in sorted(pairs))
    nx.set_node_attributes(network, {node: f"label {node}" for node in network}, "label")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(networks, "_STEPS", steps)
        found = networks.projection(network, side, at_least)
    near = network.succ if side == "from" else network.pred
    kept = [node for node in network if near[node]]
    counts = {(u, v): len(set(near[u]) & set(near[v])) for u in kept for v in kept if u < v}
    assert {node: found.nodes[node] for node in found} == {node: network.nodes[node] for node in kept}
    assert list(found) == kept
    assert {(min(u, v), max(u, v)): data["weight"] for u, v, data in found.edges(data=True)} == {
        pair: count for pair, count in counts.items() if count >= at_least
    }


def test_everything_has_one_edge_for_each_pair_and_kind(engine: Engine) -> None:
    network = networks.everything(engine)
    assert (len(network), network.number_of_edges()) == (16, 18)
    assert network.edges[PERSON + "ada", PERSON + "kit", "signs-for"] == {
        "weight": 1, "spells": (("2010-06-01", "2012-12-31"),), "first": "2010-06-01", "last": "2010-06-01",
    }  # fmt: skip
    assert network.edges[PERSON + "cy", PAT, "signs-for"]["spells"] == ()
    assert network.edges[PERSON + "ada", ORG + "quill", "shown-with"]["weight"] == 4
    assert network.nodes[PAT]["roles"] == "insider"


def test_touching_spells_become_one() -> None:
    assert merge_spells([("2011-01-01", "2011-12-31"), ("2010-01-01", "2010-12-31")]) == (("2010-01-01", "2011-12-31"),)
    assert merge_spells([("2010-01-01", "2010-12-31"), ("2011-01-02", None)]) == (
        ("2010-01-01", "2010-12-31"),
        ("2011-01-02", None),
    )
    assert merge_spells([("2010-01-01", None), ("2012-01-01", "2013-01-01")]) == (("2010-01-01", None),)
    assert merge_spells([(None, "2010-01-01"), ("2009-01-01", None)]) == ()
    assert merge_spells([]) == ()


DAY = st.dates(datetime.date(2000, 1, 1), datetime.date(2000, 2, 10))


@given(st.lists(st.tuples(st.none() | DAY, st.none() | DAY), max_size=6), DAY)
def test_merging_keeps_every_day(
    pairs: list[tuple[datetime.date | None, datetime.date | None]], day: datetime.date
) -> None:
    spells: list[Spell] = [
        (a.isoformat() if a else None, b.isoformat() if b else None)
        for a, b in pairs if a is None or b is None or a <= b
    ]  # fmt: skip
    merged = merge_spells(spells)

    def live(among: list[Spell]) -> bool:
        return any((a is None or a <= day.isoformat()) and (b is None or day.isoformat() <= b) for a, b in among)

    if merged:
        assert live(list(merged)) == live(spells)
    elif spells:
        assert live(spells)  # nothing is left when all time is covered


@given(st.integers(0, 12), st.lists(st.tuples(st.integers(0, 11), st.integers(0, 11)), max_size=20), st.randoms())
def test_positions_do_not_depend_on_how_the_graph_was_built(
    size: int, pairs: list[tuple[int, int]], random: object
) -> None:
    edges = [(str(a), str(b)) for a, b in pairs if a < size and b < size]
    one: nx.Graph[str] = nx.Graph()
    one.add_nodes_from(str(n) for n in range(size))
    one.add_edges_from(edges)
    two: nx.Graph[str] = nx.Graph()
    shuffled = list(edges)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    two.add_edges_from((b, a) for a, b in shuffled)
    two.add_nodes_from(str(n) for n in reversed(range(size)))
    assert layout.positions(one) == layout.positions(two)
    assert set(layout.positions(one)) == set(one)


def test_a_large_part_is_laid_out_cheaply_and_apart() -> None:
    graph = nx.relabel_nodes(nx.star_graph(layout.SPRING_LIMIT + 500), str)
    places = layout.positions(graph)
    assert len(set(places.values())) == len(graph)
    assert places["0"] == pytest.approx((40 * len(graph) ** 0.5, -40 * len(graph) ** 0.5), abs=0.1)
