import networkx as nx
from infact.queries import kinds
from infact.queries.engines import Engine
from infact.queries.figures import Drawing, Figure
from infact.queries.network_figures import DRAWN, drawn
from infact.queries.report import Report, report


def _counts(found: Report) -> dict[str, int]:
    return {str(what): int(str(count)) for what, count in found.figures[0].table.rows}


def test_a_corpus_has_figures_each_with_its_query(memory_engine: Engine) -> None:
    found = report(memory_engine)
    names = [figure.name for figure in found.figures]
    assert names[0] == "coverage"
    assert {"attorneys", "years", "network"} <= set(names)
    assert all(figure.how and figure.says and figure.table.columns for figure in found.figures)
    assert len(set(names)) == len(names)


def test_counts_are_those_of_the_relations(memory_engine: Engine) -> None:
    counts = _counts(report(memory_engine))
    relations = memory_engine.select("SELECT DISTINCT ?r { ?r a <https://w3id.org/infact/ontology#Relation> }")
    assert counts["relations"] == len(relations.rows) > 0


def test_one_issuer_has_no_more_than_the_corpus(memory_engine: Engine) -> None:
    issuers = memory_engine.select(
        "PREFIX i: <https://w3id.org/infact/ontology#> SELECT DISTINCT ?x { ?r i:relationIssuer ?x } ORDER BY ?x"
    )
    whole = _counts(report(memory_engine))
    assert len(issuers.rows) > 1
    for (issuer,) in issuers.rows:
        one = report(memory_engine, str(issuer))
        counts = _counts(one)
        assert counts["issuers"] == 1
        assert 0 < counts["relations"] < whole["relations"]
        assert str(issuer) in one.figures[0].how


def _figure(found: Report, name: str) -> Figure:
    return next(figure for figure in found.figures if figure.name == name)


def test_the_network_is_that_of_the_command(memory_engine: Engine) -> None:
    found = report(memory_engine)
    figure = _figure(found, "network")
    assert figure.how.startswith("infact network attorney-issuer\n(betweenness: exact;")
    assert [row[:4] for row in figure.table.rows[:3]] == [
        ("Birch, Inc.", "issuer", 2, 2), ("Alder Corp.", "issuer", 2, 2), ("Ada Pen", "attorney", 2, 2),
    ]  # fmt: skip
    assert list(figure.tells) == list(figure.table.columns[2:])
    assert isinstance(figure.chart, Drawing)
    day = found.corpus.latest_date
    network = kinds.network(memory_engine, "attorney-issuer", kinds.chosen(memory_engine, day, day))
    assert set(figure.chart.graph.edges) == set(network.edges)
    assert figure.chart.left_out == 0


def test_companies_that_share_people_are_told_apart_by_what_joins_them(memory_engine: Engine) -> None:
    figure = _figure(report(memory_engine), "interlocks")
    assert "1 rest on attorneys-in-fact alone, 1 on insiders alone, 0 on both" in figure.says
    assert figure.table.rows == (
        ("Birch, Inc.", "Alder Corp.", "attorneys", 2, 0),
        ("Birch, Inc.", "Cedar plc", "insiders", 0, 1),
    )
    of_one = report(memory_engine, "Cedar plc")
    assert [row[2] for row in _figure(of_one, "interlocks").table.rows] == ["insiders"]
    assert _figure(of_one, "interlocks").how.startswith("infact network interlocks --issuer https://")


def test_a_drawing_holds_whole_parts_and_of_a_large_one_what_is_next_to_its_hub() -> None:
    whole: nx.DiGraph[str] = nx.DiGraph()
    whole.add_edges_from((f"a{n}", "hub") for n in range(200))
    whole.add_edges_from([("b", "c"), ("b", "d"), ("e", "f")])
    found = drawn(whole)
    assert len(found) == DRAWN
    assert "hub" in found
    assert nx.is_connected(found.to_undirected())
    assert set(drawn(whole.subgraph(["b", "c", "d", "e", "f"]), 4)) == {"b", "c", "d"}
    assert set(drawn(whole.subgraph(["b", "c", "d", "e", "f"]), 5)) == {"b", "c", "d", "e", "f"}
