"""Each constraint, met and not met: one file a case with data and expected result, as the standard's tests do."""

from __future__ import annotations

from pathlib import Path

import pytest
from infact.shapes.constraints import constraints
from infact.shapes.validator import Finding, validate_graph
from rdflib import Graph, Namespace

CASES = sorted((Path(__file__).parent / "cases").glob("*.ttl"))
EX = Namespace("https://w3id.org/infact/test/")


def load(path: Path) -> tuple[Graph, dict[str, str]]:
    graph = Graph()
    graph.parse(path)
    expected = {str(p).removeprefix(str(EX)): str(o) for p, o in graph.predicate_objects(EX.case)}
    graph.remove((EX.case, None, None))
    return graph, expected


def of(graph: Graph, constraint: str) -> list[Finding]:
    return [f for f in validate_graph(graph) if f.constraint == constraint]


@pytest.mark.parametrize("path", CASES, ids=lambda p: p.stem)
def test_case(path: Path) -> None:
    """The constraint gives exactly the expected result: focus node, path, component and severity, or none."""
    graph, expected = load(path)
    found = [(f.focus, f.path, f.component, f.severity) for f in of(graph, expected["constraint"])]
    if path.stem.endswith("-passes"):
        assert found == []
    else:
        assert found == [(expected["focus"], expected["path"], expected["component"], expected["severity"])]


def test_every_constraint_has_a_case_that_passes_and_one_that_fails() -> None:
    stems = {p.stem for p in CASES}
    assert constraints()
    assert stems == {f"{c}-{kind}" for c in constraints() for kind in ("passes", "fails")}
