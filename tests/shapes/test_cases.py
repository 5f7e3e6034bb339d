"""Each constraint, met and not met: one file a case with data and expected result, as the standard's tests do."""

from __future__ import annotations

from pathlib import Path

import pytest
from infact.ontology import terms
from infact.shapes.rules import list_rules, rules
from infact.shapes.validator import validate_graph
from rdflib import RDF, Graph, Namespace, URIRef

FOLDER = Path(__file__).parent / "cases"
CASES = sorted(FOLDER.glob("*.ttl"))
EX = Namespace("https://w3id.org/infact/test/")


def load(path: Path) -> tuple[Graph, dict[str, str]]:
    graph = Graph()
    graph.parse(path)
    expected = {str(p).removeprefix(str(EX)): str(o) for p, o in graph.predicate_objects(EX.case)}
    graph.remove((EX.case, None, None))
    return graph, expected


@pytest.mark.parametrize("fast", [False, True], ids=["pyshacl", "shacl"])
@pytest.mark.parametrize("path", CASES, ids=lambda p: p.stem)
def test_case(path: Path, fast: bool) -> None:
    """The constraint gives exactly the expected result: focus node, path, component and severity, or none."""
    graph, expected = load(path)
    assert path.stem.startswith((f"{expected['constraint']}-passes", f"{expected['constraint']}-fails"))
    found = [
        (f.focus, f.path, f.component, f.severity, f.document)
        for f in validate_graph(graph, fast=fast)
        if f.constraint == expected["constraint"]
    ]
    wanted = tuple(expected.get(key, "") for key in ("focus", "path", "component", "severity"))
    assert found == ([] if "-passes" in path.stem else [(*wanted, expected.get("document", "example.txt"))])


@pytest.mark.parametrize("path", [p for p in CASES if "-passes" in p.stem], ids=lambda p: p.stem)
def test_a_case_that_passes_holds_something_that_the_constraint_is_about(path: Path) -> None:
    graph, expected = load(path)
    targets = [URIRef(t if ":" in t else terms.INFACT + t) for t in rules()[expected["constraint"]].targets]
    assert any((None, RDF.type, t) in graph or (None, t, None) in graph for t in targets)


def test_every_constraint_has_a_case_that_passes_and_one_that_fails() -> None:
    listed = list_rules(FOLDER)
    assert len(listed) == len(rules()) >= 120
    lacking = {
        (one.constraint.id, kind)
        for one in listed
        for kind in ("passes", "fails")
        if f"{one.constraint.id}-{kind}" not in one.tests
    }
    assert lacking == set()
    assert sum(len(one.tests) for one in listed) == len(CASES)
