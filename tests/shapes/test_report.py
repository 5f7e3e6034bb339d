"""The report: grouped by message, honest about its size, and the same in every format."""

from __future__ import annotations

from pathlib import Path

import pytest
from infact.common.errors import ShapeError
from infact.ingest.quads import quads
from infact.ingest.read import read_record
from infact.ingest.record_lines import from_json
from infact.shapes import constraints as shapes
from infact.shapes.report import ValidationReport, collect, exit_code, to_turtle
from infact.shapes.validator import Checked, Finding, validate_graph
from rdflib import RDF, SH, Graph


def finding(
    severity: str = "Violation", constraint: str = "power-of-attorney-attorney", focus: str = "https://e.org/1"
) -> Finding:
    return Finding(constraint, severity, "What is wrong.", focus, "issuer", "MinCount", "", "a.txt", "")


def test_a_power_without_an_attorney_is_reported_in_one_plain_sentence_with_its_document() -> None:
    record = from_json(
        {
            "document": "power.txt",
            "filing": None,
            "instruments": [
                {
                    "kind": "power-of-attorney",
                    "scope": "section16",
                    "principals": [{"name": "Ann Lee", "type": "person"}],
                    "forms": ["4"],
                    "powers": ["file-forms"],
                    "executed": "2011-05-03",
                    "signatories": ["Ann Lee"],
                }
            ],
        },
        "line 1",
    )
    graph = Graph()
    for line in quads(read_record(record, b"{}"), "0"):
        graph.parse(data=line.decode().rsplit(" <", 1)[0] + " .", format="nt")
    (missing,) = [f for f in validate_graph(graph) if f.constraint == "power-of-attorney-attorney"]
    assert (
        missing.message
        == "This power of attorney names no attorney-in-fact: nobody is found who receives the authority."
    )
    assert missing.document == "power.txt"


def test_messages_are_counted_the_gravest_first() -> None:
    report = ValidationReport((finding("Warning", "x"), finding("Warning", "x", "https://e.org/2"), finding()), 2, 2)
    assert [(s, n) for s, _, _, n in report.by_message()] == [("Violation", 1), ("Warning", 2)]


@pytest.mark.parametrize(
    ("severities", "fail_on", "code"),
    [
        ([], "Info", 0),
        (["Warning"], "Violation", 0),
        (["Warning"], "Warning", 1),
        (["Violation"], "Violation", 1),
        (["Info"], "Warning", 0),
    ],
)
def test_only_what_is_grave_enough_fails(severities: list[str], fail_on: str, code: int) -> None:
    assert exit_code(ValidationReport(tuple(finding(s) for s in severities), 1, 1), fail_on) == code


def test_batches_become_one_report() -> None:
    report = collect([Checked((finding(),), 2, 1), Checked((), 3, 4)])
    assert (len(report.findings), report.documents, report.instruments) == (1, 5, 5)
    assert report.completeness() == pytest.approx(1 - 1 / 35)
    assert ValidationReport((), 1, 0).completeness() is None


def test_the_turtle_is_a_shacl_report_with_the_same_results() -> None:
    report = ValidationReport((finding(), finding("Warning", "mention-name", "https://e.org/2")), 2, 2)
    graph = Graph()
    graph.parse(data="".join(to_turtle(report)), format="turtle")
    assert len(list(graph.subjects(RDF.type, SH.ValidationResult))) == 2
    assert len(list(graph.objects(None, SH.result))) == 2


class _File:
    """A file of shapes that a test makes up."""

    def __init__(self, text: str) -> None:
        self.name, self._text = "made-up.ttl", text

    def read_text(self, encoding: str) -> str:
        return self._text


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("this is no turtle", "no Turtle"),
        (
            "@prefix infact: <https://w3id.org/infact/ontology#> . infact:nosuch a infact:Filing .",
            "no term of the ontology",
        ),
    ],
)
def test_a_broken_shapes_file_is_a_clear_error(text: str, message: str) -> None:
    with pytest.raises(ShapeError, match=message):
        shapes.parse(_File(text))  # type: ignore[arg-type]


def test_every_file_of_shapes_is_found() -> None:
    assert {f.name for f in shapes.shape_files()} == {p.name for p in (Path(shapes.__file__).parent).glob("*.ttl")}
