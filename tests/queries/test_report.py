from infact.queries.engines import Engine
from infact.queries.report import DRAWN, Drawing, Report, report


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


def test_a_drawing_keeps_the_heaviest_and_says_what_it_left_out(memory_engine: Engine) -> None:
    drawing = next(figure.chart for figure in report(memory_engine).figures if figure.name == "network")
    assert isinstance(drawing, Drawing)
    assert 0 < len(drawing.graph) <= DRAWN
    assert drawing.left_out == 0
