"""`infact validate`: plain sentences with their documents, and an exit code that scripts can rely on."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
import rdflib
from rdflib import RDF, SH

from .conftest import Run

POWER = {
    "kind": "power-of-attorney",
    "scope": "section16",
    "principals": [{"name": "Ann Lee", "type": "person"}],
    "attorneys": [{"name": "Bo Reed", "type": "person", "affiliation": "Kestrel Inc."}],
    "issuers": ["Kestrel Inc."],
    "law_firms": [],
    "forms": ["3", "4", "5"],
    "powers": ["execute-forms", "file-forms"],
    "authority": None,
    "substitution": False,
    "executed": "2020-05-04",
    "expires": None,
    "term": "until-revoked",
    "revokes_prior": False,
    "governing_law": None,
    "signatories": ["Ann Lee"],
    "witnesses": [],
}


def graph_of(run: Run, folder: Path, **changes: object) -> Path:
    line = {"document": "kestrel.txt", "filing": None, "instruments": [{**POWER, **changes}]}
    (folder / "records.jsonl").write_text(json.dumps(line) + "\n")
    store = folder / "infact.db"
    built = run("build", folder / "records.jsonl", "--store", store)
    assert built.exit_code == 0, built.stderr
    return store


def test_a_whole_power_is_exit_code_0(run: Run, tmp_path: Path) -> None:
    done = run("validate", "--store", graph_of(run, tmp_path))
    assert done.exit_code == 0
    assert "Violation" not in done.stdout
    assert "validated: documents 1, instruments 1" in done.stdout


def test_a_power_without_an_attorney_is_one_plain_sentence_with_its_document(run: Run, tmp_path: Path) -> None:
    store = graph_of(run, tmp_path, attorneys=[])
    shown = run("validate", "--store", store)
    assert shown.exit_code == 1
    (line,) = [
        line for line in shown.stdout.splitlines() if line.startswith("kestrel.txt") and "attorney-in-fact" in line
    ]
    assert "names no attorney" in line
    findings = list(csv.DictReader(io.StringIO(run("validate", "--store", store, "-f", "csv").stdout, newline="")))
    assert ("Violation", "kestrel.txt") in {(row["severity"], row["document"]) for row in findings}


def test_the_severity_that_fails_is_an_option(run: Run, tmp_path: Path) -> None:
    store = graph_of(run, tmp_path, term=None)
    whole = json.loads(run("validate", "--store", store, "-f", "json").stdout)
    assert {row["severity"] for row in whole["rows"]} == {"Warning"}
    for severity, code in (("violation", 0), ("Warning", 1), ("info", 1), ("never", 0), ("grave", 2)):
        assert run("validate", "--store", store, "--fail-on", severity).exit_code == code, severity


def test_json_has_counts_and_every_finding(run: Run, small: Path) -> None:
    whole = json.loads(run("validate", "--store", small, "-f", "json", "--examples", "1").stdout)
    assert sum(message["count"] for message in whole["messages"]) == len(whole["rows"]) > len(whole["messages"])
    assert whole["conforms"] is False
    assert 0 < whole["completeness"] < 1
    assert whole["corpus"]["fingerprint"] == "feedface" * 8


def test_turtle_is_a_shacl_report(run: Run, small: Path, tmp_path: Path) -> None:
    out = tmp_path / "report.ttl"
    assert run("validate", "--store", small, "-o", out).exit_code == 1
    graph = rdflib.Graph().parse(out)
    findings = json.loads(run("validate", "--store", small, "-f", "json").stdout)["rows"]
    assert len(list(graph.subjects(RDF.type, SH.ValidationResult))) == len(findings)


@pytest.mark.parametrize("examples", [0, 1, 2])
def test_examples_are_as_many_as_asked_for(run: Run, small: Path, examples: int) -> None:
    shown = run("validate", "--store", small, "--examples", str(examples)).stdout
    affiliation = [line for line in shown.splitlines() if "named without the company or firm" in line]
    assert len(affiliation) == 1 + examples


def test_every_rule_is_listed_with_its_tests(run: Run) -> None:
    listed = json.loads(run("validate", "--list", "-f", "json").stdout)["rows"]
    assert len(listed) >= 107
    assert all(row["severity"] and row["message"] and row["target"] and row["tests"] for row in listed)


def test_kept_results_are_used_and_the_report_stays(run: Run, tmp_path: Path) -> None:
    store = graph_of(run, tmp_path, attorneys=[])
    first = run("validate", "--store", store, "-f", "json")
    assert run("validate", "--store", store, "-f", "json", "--keep").stdout == first.stdout
    assert run("validate", "--store", store, "-f", "json").stdout == first.stdout
    assert run("validate", "--store", store, "-f", "json", "--keep", "--fast").stdout == first.stdout


def test_a_report_can_be_of_one_issuer_of_later_days_and_of_graver_findings(run: Run, tmp_path: Path) -> None:
    store = graph_of(run, tmp_path, attorneys=[])
    assert run("validate", "--store", store, "--issuer", "Kestrel Inc.", "--since", "2020-01-01").exit_code == 1
    assert run("validate", "--store", store, "--since", "2021-01-01").exit_code == 2
    rows = json.loads(run("validate", "--store", store, "--severity", "violation", "-f", "json").stdout)["rows"]
    assert {row["severity"] for row in rows} == {"Violation"}


def test_a_page_shows_the_worst_documents_first_and_how_complete_they_are(run: Run, tmp_path: Path) -> None:
    store, page = graph_of(run, tmp_path, attorneys=[], executed=None), tmp_path / "page.html"
    assert run("validate", "--store", store, "-o", page).exit_code == 1
    text = page.read_text("utf-8")
    worst = text[text.index("Worst documents first") :]
    assert worst.index("Violation") < worst.index("Warning") < worst.index("</section>")
    assert "kestrel.txt" in worst
    assert "names no attorney-in-fact: nobody is found who receives the authority.</li>" in worst
    assert "kestrel.txt <small>power of attorney of Ann Lee</small></h3>" in worst
    assert "66.7% complete" in text
    assert "power of attorney has an attorney-in-fact" in text
    assert "--share:0.0%" in text
    assert "fingerprint" in text
    assert "<script" not in text


def test_a_page_says_how_many_more_lack_the_same_in_one_document(run: Run, tmp_path: Path) -> None:
    people = [{"name": f"Attorney Number {number}", "type": "person", "affiliation": None} for number in range(60)]
    store, page = graph_of(run, tmp_path, attorneys=people), tmp_path / "page.html"
    assert run("validate", "--store", store, "-o", page).exit_code == 0
    (line,) = [line for line in page.read_text("utf-8").splitlines() if "named without the company or firm" in line][1:]
    assert line.count("Attorney Number") == 50
    assert "; and 10 more, see -f csv)" in line


def test_completeness_stands_by_issuer_and_year(run: Run, tmp_path: Path) -> None:
    lines = [
        {"document": f"{name}.txt", "filing": None, "instruments": [{**POWER, "issuers": [issuer], **changes}]}
        for name, issuer, changes in (
            ("a", "Kestrel Inc.", {}),
            ("b", "Kestrel Inc.", {"executed": "2021-02-03", "attorneys": [], "signatories": []}),
            ("c", "Other Corp.", {"executed": None}),
        )
    ]
    (tmp_path / "records.jsonl").write_text("".join(json.dumps(line) + "\n" for line in lines))
    store, page = tmp_path / "infact.db", tmp_path / "page.html"
    assert run("build", tmp_path / "records.jsonl", "--store", store).exit_code == 0
    whole = json.loads(run("validate", "--store", store, "-f", "json").stdout)
    assert whole["by_issuer_and_year"] == [
        {"issuer": "Kestrel Inc.", "year": "2020", "instruments": 1, "completeness": 1.0},
        {"issuer": "Kestrel Inc.", "year": "2021", "instruments": 1, "completeness": 0.6667},
        {"issuer": "Other Corp.", "year": "(no date)", "instruments": 1, "completeness": 0.8333},
    ]
    asked = {one["constraint"]: (one["met"], one["of"]) for one in whole["by_field"]}
    assert asked["power-of-attorney-attorney"] == (2, 3)
    run("validate", "--store", store, "-o", page)
    text = page.read_text("utf-8")
    heat = text[text.index("by issuer and year") : text.index("by what is asked")]
    assert [row.split("</th>")[0] for row in heat.split("<tr><th>")[2:]] == [
        "All issuers", "Kestrel Inc.", "Other Corp.",
    ]  # fmt: skip
    assert "67%<small>1</small>" in heat


def test_a_page_withholds_whom_the_list_names(run: Run, tmp_path: Path) -> None:
    store, page, names = graph_of(run, tmp_path, attorneys=[]), tmp_path / "page.html", tmp_path / "withhold.txt"
    names.write_text("salt: a grey heron at noon\nAnn Lee\n")
    assert run("validate", "--store", store, "-o", page, "--withhold", names).exit_code == 1
    text = page.read_text("utf-8")
    assert "Ann Lee" not in text
    assert "power of attorney of " in text


@pytest.mark.parametrize("only", [("--issuer", "Kestrel Inc."), ("--since", "2020-01-01")])
@pytest.mark.parametrize("document", ["0000000001-20-000001/kestrel.txt", "0000000001-20-000001/kestrel & co.txt"])
def test_a_document_within_a_filing_is_chosen_by_its_own_key(
    run: Run, tmp_path: Path, only: tuple[str, str], document: str
) -> None:
    (tmp_path / "records.jsonl").write_text(json.dumps({"document": document, "filing": None, "instruments": [POWER]}))
    assert run("build", tmp_path / "records.jsonl", "--store", tmp_path / "g.db").exit_code == 0
    done = run("validate", "--store", tmp_path / "g.db", *only)
    assert done.exit_code == 0, done.stderr
    assert "validated: documents 1, instruments 1" in done.stdout
