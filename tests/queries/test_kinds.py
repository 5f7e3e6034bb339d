"""Networks by name: as of a day, about an issuer, joined on a side, cut off; interlocks; and what changed."""

from __future__ import annotations

import infact.queries
import pytest
from infact.common.errors import QueryError
from infact.queries import kinds, measures
from infact.queries.change import Change, Totals, changes, totals
from infact.queries.engines import Engine
from infact.queries.relations import entities, relations

PERSON = "https://w3id.org/infact/id/person/"
ORG = "https://w3id.org/infact/id/organization/"
ALDER, BIRCH, CEDAR, DOGWOOD = (ORG + name for name in ("cik-0000000101", "birch", "cedar", "dogwood"))
ADA, BEN, CY, KIT, LEE, PAT = (PERSON + name for name in ("ada", "ben", "cy", "kit", "lee", "cik-0000000901"))


def test_a_day_leaves_out_what_had_ended_and_what_had_not_begun(engine: Engine) -> None:
    on = {
        day: set(kinds.network(engine, "attorney-insider", kinds.chosen(engine, day, day)).edges)
        for day in ("2009-01-01", "2011-01-01", "2013-01-01")
    }
    undated = {(BEN, PERSON + "max"), (CY, PAT)}
    assert on["2009-01-01"] == undated
    assert on["2011-01-01"] == undated | {(ADA, PAT), (ADA, KIT)}
    assert (ADA, KIT) not in on["2013-01-01"]  # it ended with 2012
    assert {(ADA, LEE), (BEN, LEE), (CY, PERSON + "kim")} <= on["2013-01-01"]


def test_an_issuer_s_network_holds_what_is_about_it(engine: Engine) -> None:
    found = kinds.network(engine, "attorney-insider", kinds.chosen(engine), issuer="Alder Corp.")
    assert set(found.edges) == {(ADA, PAT), (ADA, KIT), (CY, PAT)}
    assert found.edges[ADA, PAT]["weight"] == 2  # one more instrument is about no issuer
    with pytest.raises(QueryError, match="Pat Finch is no organization"):
        kinds.network(engine, "attorney-insider", (), issuer="Pat Finch")


def test_a_cut_off_leaves_out_ties_and_keeps_nodes(store_engine: Engine) -> None:
    among = kinds.chosen(store_engine)
    whole, cut = (kinds.network(store_engine, "attorney-issuer", among, at_least=n) for n in (1, 2))
    assert set(whole) == set(cut)
    assert set(cut.edges) == {(ADA, ALDER), (BEN, CEDAR)}
    joined = kinds.network(store_engine, "attorney-issuer", among, between="attorneys", at_least=2)
    assert list(joined.edges(data="weight")) == [(ADA, CY, 2)]
    shown = kinds.network(store_engine, "everything", among, at_least=4)
    assert [data["weight"] for *_, data in shown.edges(data=True)] == [4]


@pytest.mark.parametrize(
    ("kind", "between", "message"),
    [
        ("x", None, "there is no network 'x'; give one of attorney-insider, attorney-issuer"),
        ("firm-issuer", "attorneys", "firm-issuer has no side 'attorneys'; give firms or issuers"),
        ("interlocks", "issuers", "interlocks has no side 'issuers'; interlocks is not joined: leave that out"),
    ],
)
def test_what_there_is_not(store_engine: Engine, kind: str, between: str | None, message: str) -> None:
    with pytest.raises(QueryError, match=message):
        kinds.network(store_engine, kind, (), between=between)


def test_a_day_that_is_none(store_engine: Engine) -> None:
    with pytest.raises(QueryError, match="'2010-13-01' is no day"):
        kinds.chosen(store_engine, "2010-13-01", "2010-13-01")


def test_interlocks_say_what_they_rest_on(engine: Engine) -> None:
    found = kinds.network(engine, "interlocks", kinds.chosen(engine))
    assert set(found) == {ALDER, BIRCH, CEDAR, DOGWOOD}
    assert {
        frozenset((u, v)): (d["rests_on"], d["attorneys"], d["insiders"]) for u, v, d in found.edges(data=True)
    } == {
        frozenset((ALDER, BIRCH)): ("attorneys", (ADA, CY), ()),
        frozenset((BIRCH, CEDAR)): ("insiders", (), (LEE,)),
    }
    assert found.edges[ALDER, BIRCH]["attorney_names"] == ("Ada Pen", "Cy Blot")
    assert found.edges[ALDER, BIRCH]["weight"] == 2
    own = kinds.network(engine, "interlocks", kinds.chosen(engine), issuer="Cedar plc")
    assert {frozenset(pair) for pair in own.edges} == {frozenset((BIRCH, CEDAR))}
    assert found.nodes[DOGWOOD] == {"kind": "organization", "label": "Dogwood Ltd", "roles": "issuer"}


def test_an_interlock_of_both_kinds(store_engine: Engine) -> None:
    relation = kinds.chosen(store_engine)[0]
    among = [
        type(relation)(f"r{n}", who, for_whom, issuer, (), None, None, (), 1)
        for n, (who, for_whom, issuer) in enumerate(
            [(ADA, PAT, ALDER), (ADA, PAT, BIRCH), (ADA, ADA, ALDER), (ADA, ADA, BIRCH), (CY, None, CEDAR)]
        )
    ]
    found = kinds.network(store_engine, "interlocks", among)
    (edge,) = found.edges(data=True)
    assert edge[2]["rests_on"] == "both"
    assert (edge[2]["attorneys"], edge[2]["insiders"], edge[2]["weight"]) == ((ADA,), (ADA, PAT), 2)
    assert set(found) == {ALDER, BIRCH, CEDAR}


def test_what_came_and_went_between_two_years(engine: Engine) -> None:
    before, after = (
        kinds.network(engine, "attorney-insider", kinds.chosen(engine, f"{year}-01-01", f"{year}-12-31"))
        for year in (2010, 2013)
    )
    kim, sam = PERSON + "kim", PERSON + "sam"
    assert changes(before, after) == (
        Change(ADA, 2, 2, (LEE,), (KIT,)),
        Change(BEN, 1, 2, (LEE,), ()),
        Change(CY, 1, 2, (kim,), ()),
        Change(PERSON + "dee", 0, 1, (sam,), ()),
    )
    assert totals(before, after) == Totals(4, 1, 5, 4, 1, 3)
    assert changes(after, after) == ()


def test_a_projection_changes_at_both_ends(engine: Engine) -> None:
    before, after = (
        kinds.network(
            engine,
            "attorney-issuer",
            kinds.chosen(engine, f"{year}-01-01", f"{year}-12-31"),
            between="issuers",
        )
        for year in (2010, 2011)
    )
    assert [(c.node, c.gained) for c in changes(before, after)] == [(BIRCH, (ALDER,)), (ALDER, (BIRCH,))]
    assert totals(before, after).ties_gained == 1


def test_a_session_gives_the_same_networks(endpoint_url: str) -> None:
    with infact.queries.open(endpoint_url) as graph:
        assert len(graph.network().edges) == 8
        assert set(graph.network(as_of="2009-01-01").edges) == {(BEN, PERSON + "max"), (CY, PAT)}
        assert set(graph.network("firm-issuer", between="firms").edges) == set()
        assert len(graph.network("interlocks").edges) == 2


def test_measures_stand_in_one_row_a_node(store_engine: Engine) -> None:
    network = kinds.network(store_engine, "attorney-issuer", kinds.chosen(store_engine))
    first, *rest = measures.measured(network)
    assert first == measures.Measured(ALDER, 2, 3, first.betweenness, first.community)
    assert len(rest) == len(network) - 1
    assert measures.basis(network) == "exact"


def test_a_large_network_says_that_its_betweenness_is_sampled(monkeypatch: pytest.MonkeyPatch) -> None:
    import networkx as nx

    monkeypatch.setattr(measures, "EXACT_NODES", 9)
    assert measures.basis(nx.relabel_nodes(nx.path_graph(9), str)) == "exact"
    assert measures.basis(nx.relabel_nodes(nx.path_graph(10), str)) == "sampled: paths of 200 nodes, seed 1"


def test_names_that_were_read_once_serve_every_network(store_engine: Engine) -> None:
    among, known = relations(store_engine), entities(store_engine)
    for kind in kinds.KINDS:
        first = kinds.network(store_engine, kind, among)
        again = kinds.network(store_engine, kind, among, known={iri: {"label": "?"} for iri in known})
        assert kinds.network(store_engine, kind, among, known=known).nodes(data=True) == first.nodes(data=True)
        assert {data["label"] for _, data in again.nodes(data=True)} == {"?"}
