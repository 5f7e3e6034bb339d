"""The report: grouped by message, honest about its size, and the same in every format."""

from __future__ import annotations

import csv
import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from infact.common import render
from infact.shapes.constraints import constraints
from infact.shapes.findings import Finding
from infact.shapes.found import Found
from infact.shapes.report import (
    COLUMNS,
    ValidationReport,
    examples,
    exit_code,
    head,
    lines,
    rows,
    summary,
    to_turtle,
)
from rdflib import RDF, SH, Graph, URIRef
from rdflib.collection import Collection

ATTORNEY = "power-of-attorney-attorney"
INSTRUMENT = "https://w3id.org/infact/id/document/{}/instrument/1"


def finding(constraint: str = ATTORNEY, document: str = "a", **said: str) -> Finding:
    known = constraints()[constraint]
    values = {"value": "", "document": f"{document}.txt", "source": "", **said}
    return Finding(
        constraint,
        values.pop("severity", known.severity),
        values.pop("message", known.message),
        values.pop("focus", INSTRUMENT.format(document)),
        known.path,
        "MinCount",
        **values,
    )


def report(*findings: Finding, powers: int = 2, revocations: int = 0) -> ValidationReport:
    kinds = (("PowerOfAttorney", powers), ("Revocation", revocations))
    return ValidationReport(Found(findings), 3, tuple(kind for kind in kinds if kind[1]))


def test_messages_are_counted_the_gravest_first_then_the_most_frequent() -> None:
    issuer, term = "power-of-attorney-issuer", "power-of-attorney-term"
    counted = report(finding(issuer), finding(term), finding(term, "b"), finding()).by_message()
    assert [(severity, constraint, count) for severity, constraint, _, count in counted] == [
        ("Violation", ATTORNEY, 1),
        ("Warning", term, 2),
        ("Warning", issuer, 1),
    ]


@pytest.mark.parametrize(
    ("severities", "fail_on", "code"),
    [
        ([], "Info", 0),
        (["Warning", "Info"], "Violation", 0),
        (["Warning"], "Warning", 1),
        (["Violation"], "Violation", 1),
        (["Violation"], "Info", 1),
        (["Info"], "Warning", 0),
        (["Info"], "Info", 1),
        (["Violation"], None, 0),
    ],
)
def test_only_what_is_grave_enough_fails(severities: list[str], fail_on: str | None, code: int) -> None:
    assert exit_code(report(*(finding(severity=s) for s in severities)), fail_on) == code


def test_unless_told_otherwise_only_a_violation_fails() -> None:
    assert exit_code(report(finding("power-of-attorney-term"))) == 0
    assert exit_code(report(finding())) == 1


def test_an_unknown_severity_is_an_error_and_no_pass() -> None:
    with pytest.raises(ValueError, match="grave"):
        exit_code(report(finding()), "grave")


def test_completeness_is_the_mean_share_of_what_an_instrument_of_its_kind_must_hold() -> None:
    """Six things of a power of attorney, three of a revocation; lesser findings do not count."""
    assert report().completeness() == 1
    assert report(finding("power-of-attorney-term"), finding("power-of-attorney-expiry-order")).completeness() == 1
    assert report(finding()).completeness() == pytest.approx((5 / 6 + 1) / 2)
    assert report(finding("revocation-date"), powers=1, revocations=1).completeness() == pytest.approx((1 + 2 / 3) / 2)
    assert report(powers=0).completeness() is None


def test_an_instrument_with_none_of_it_has_completeness_0() -> None:
    core = [c.id for c in constraints().values() if c.core and c.targets == ("PowerOfAttorney",)]
    assert sorted(c.removeprefix("power-of-attorney-") for c in core) == [
        "attorney", "date", "power", "principal", "reach", "signature",
    ]  # fmt: skip
    assert report(*map(finding, core), powers=1).completeness() == pytest.approx(0)


def test_completeness_by_field_says_how_many_of_how_many() -> None:
    by_field = {name: (met, of) for name, met, of in report(finding(), finding(), powers=4).by_field()}
    assert by_field[ATTORNEY] == (3, 4)  # the same instrument is counted once
    assert by_field["power-of-attorney-date"] == (4, 4)
    assert "revocation-date" not in by_field


def test_every_constraint_of_completeness_is_a_violation_of_one_class() -> None:
    """So that `severity` never changes completeness, and each is asked of one kind of instrument."""
    core = [one for one in constraints().values() if one.core]
    assert len(core) == 6 + 6 + 4 + 3
    assert {(one.severity, len(one.targets)) for one in core} == {("Violation", 1)}


def test_a_corpus_without_instruments_is_no_pass_but_a_statement() -> None:
    empty = ValidationReport(Found(), 3, ())
    assert empty.statement() == "None of the 3 documents holds an instrument, so nothing can be said of powers."
    assert summary(empty)["completeness"] is None
    some = ValidationReport(Found([finding("filing-form")]), 3, ())
    assert some.statement().endswith("; there are 1 findings about the rest.")


def test_lines_for_people_are_counts_then_examples_then_how_to_see_all() -> None:
    whole = report(
        *(finding(document=d, source=f"https://e.org/{d}") for d in "abcd"), finding("power-of-attorney-term")
    )
    shown = list(lines(whole, 2))
    assert shown[0] == "4 Violations, 1 Warning in 2 instruments of 3 documents."
    assert shown[1] == f"Violation (4): {constraints()[ATTORNEY].message}"
    assert shown[2:4] == ["    a.txt: https://e.org/a", "    b.txt: https://e.org/b"]
    assert shown[4].startswith("Warning (1): ")
    assert shown[-1] == "3 of 5 findings are shown; infact validate -f csv writes all of them."
    assert len(examples(whole, 2)) == 3


def test_examples_are_of_different_documents_as_far_as_there_are_any() -> None:
    found = [finding(document=d, focus=f"{d}{n}") for d in "ab" for n in range(3)]
    assert [f.focus for f in examples(report(*found), 3)] == ["a0", "b0", "a1"]


def test_the_sentence_to_look_at_is_shown_on_one_line() -> None:
    odd = finding("power-of-attorney-expiry-order", sentence="It ends\nin 2009.", quote="2009")
    assert list(lines(report(odd)))[-1].strip() == "“It ends in 2009.”"


def test_csv_and_json_hold_every_finding_and_json_the_counts() -> None:
    whole = report(finding(), finding("power-of-attorney-term"), finding(document="b"))
    out = io.StringIO()
    render.stream(head(whole), rows(whole), "csv", out)
    read = list(csv.DictReader(io.StringIO(out.getvalue(), newline="")))
    assert tuple(read[0]) == COLUMNS
    assert [row["document"] for row in read] == ["a.txt", "a.txt", "b.txt"]
    out = io.StringIO()
    render.stream(head(whole), rows(whole), "json", out)
    parsed = json.loads(out.getvalue())
    assert [message["count"] for message in parsed["messages"]] == [2, 1]
    assert parsed["validated"] == {"documents": 3, "instruments": 2}
    assert parsed["completeness"] == pytest.approx(1 - 1 / 6, abs=1e-4)
    assert len(parsed["rows"]) == 3


def test_the_turtle_is_a_shacl_report_with_the_same_results() -> None:
    """SHACL, section 3.6: focus node, path, shape, component, severity and message of each; named, not blank."""
    whole = report(finding(), finding("filing-form", focus="https://e.org/2"))
    text = "".join(to_turtle(whole))
    graph = Graph().parse(data=text, format="turtle")
    results = set(graph.objects(None, SH.result))
    assert results == set(graph.subjects(RDF.type, SH.ValidationResult))
    assert len(results) == 2
    assert all(isinstance(result, URIRef) for result in results)
    (attorney,) = graph.subjects(SH.focusNode, URIRef(INSTRUMENT.format("a")))
    path = graph.value(attorney, SH.resultPath)
    assert path is not None
    assert [str(step).rpartition("#")[2] for step in Collection(graph, path)] == ["hasAppointment", "attorneyInFact"]
    assert graph.value(attorney, SH.resultSeverity) == SH.Violation
    assert graph.value(attorney, SH.sourceConstraintComponent) == SH.MinCountConstraintComponent
    assert str(graph.value(attorney, SH.sourceShape)).endswith(f"/shape/{ATTORNEY}")
    assert text == "".join(to_turtle(whole))


@given(st.text(st.characters(exclude_categories=["Cs"])), st.text(st.characters(exclude_categories=["Cs"])))
def test_any_message_and_value_survive_the_turtle(message: str, value: str) -> None:
    whole = report(finding(message=message, value=value))
    graph = Graph().parse(data="".join(to_turtle(whole)), format="turtle")
    (result,) = graph.objects(None, SH.result)
    assert str(graph.value(result, SH.resultMessage)) == message
