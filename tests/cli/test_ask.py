"""`infact ask`, `sparql`, `show` and `stats`: answers in every format, each saying what it stands on."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest
from infact.queries.catalogue import questions

from .conftest import Run

WHO = ("ask", "who-may-sign", "person=Pat Finch")
SLOW = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . FILTER (STR(?c) < STR(?f) || STR(?i) > STR(?c)) }"


def test_without_a_name_the_questions_are_listed(run: Run) -> None:
    listed = json.loads(run("ask", "-f", "json").stdout)["rows"]
    assert [row["question"] for row in listed] == [q.name for q in questions()]
    assert {row["question"]: row["parameters"] for row in listed}["who-may-sign"] == "person= [date=]"


def test_explain_shows_meaning_parameters_and_text_without_a_store(run: Run) -> None:
    shown = run("ask", "who-may-sign", "--explain")
    assert shown.exit_code == 0
    for words in ("Who may sign for a person on a date", "needed", "latest", "SELECT ?attorney ?name"):
        assert words in shown.stdout


def test_a_table_is_for_people(run: Run, small: Path) -> None:
    shown = run(*WHO, "--store", small)
    assert shown.exit_code == 0
    lines = shown.stdout.splitlines()
    assert lines[0].split() == [
        "name", "firm", "issuer", "since", "until", "state", "authority", "forms", "powers", "instruments", "asOf",
    ]  # fmt: skip
    assert "parameters: person Pat Finch" in lines
    assert "as of: 2015-05-05" in lines
    assert "corpus: fingerprint feedfacefeed, documents 2, instruments 2, filings 1" in lines
    assert "left out: attorney, relation (IRIs; --iris shows them)" in lines
    assert "https://w3id.org/infact/id/relation/1" in run(*WHO, "--store", small, "--iris").stdout


def test_json_is_one_object_with_all_that_it_stands_on(run: Run, small: Path) -> None:
    whole = json.loads(run(*WHO, "date=2015-05-04", "--store", small, "-f", "json").stdout)
    assert whole["question"] == "who-may-sign"
    assert whole["as_of"] == "2015-05-04"
    assert whole["parameters"] == {
        "person": "https://w3id.org/infact/id/person/cik-0000000901",
        "date": "2015-05-04",
    }
    assert whole["corpus"] == {"fingerprint": "feedface" * 8, "documents": 2, "instruments": 2, "filings": 1}
    assert [row["name"] for row in whole["rows"]] == ["Ada Pen", "Cy Blot"]


@pytest.mark.parametrize("as_format", ["csv", "jsonl"])
def test_rows_alone_say_what_they_stand_on_beside_them(run: Run, small: Path, as_format: str) -> None:
    shown = run(*WHO, "--store", small, "-f", as_format)
    if as_format == "csv":
        rows = list(csv.DictReader(io.StringIO(shown.stdout, newline="")))
    else:
        rows = [json.loads(line) for line in shown.stdout.splitlines()]
    assert [row["name"] for row in rows] == ["Ada Pen", "Ada Pen", "Cy Blot"]
    assert "as of: 2015-05-05" in shown.stderr
    assert "corpus: fingerprint feedfacefeed" in shown.stderr


def test_the_suffix_of_the_output_names_the_format(run: Run, small: Path, tmp_path: Path) -> None:
    out = tmp_path / "answer.json"
    done = run(*WHO, "--store", small, "-o", out)
    assert (done.exit_code, done.stdout) == (0, "")
    assert len(json.loads(out.read_text("utf-8"))["rows"]) == 3
    assert list(tmp_path.iterdir()) == [out]


def test_as_of_is_the_date_of_the_question(run: Run, small: Path) -> None:
    by_option = run(*WHO, "--as-of", "2015-05-04", "--store", small)
    assert by_option.exit_code == 0
    assert by_option.stdout.count("Ada Pen") == 1
    assert "give one of them" in run(*WHO, "date=2015-01-01", "--as-of", "2015-01-01", "--store", small).stderr
    assert "leave out --as-of" in run("ask", "lag-to-first-use", "--as-of", "2015-01-01", "--store", small).stderr
    assert run(*WHO, "--as-of", "2015-13-01", "--store", small).exit_code == 2


def test_evidence_adds_document_words_and_filing_to_each_row(run: Run, small: Path) -> None:
    (row, *_) = json.loads(run(*WHO, "--evidence", "--store", small, "-f", "json").stdout)["rows"][1:]
    assert (row["name"], row["document"], row["quote"]) == ("Ada Pen", "alder.txt", "PEN ADA")
    assert row["link"].endswith("/data/101/000000010110000001/0000000101-10-000001-index.htm")
    refused = run("ask", "around-edgar-next", "--evidence", "--store", small)
    assert refused.exit_code == 2
    assert "a row of around-edgar-next counts over many documents, or is evidence itself; leave out" in refused.stderr


def test_words_that_nobody_gave_are_not_said_to_be_missing_in_the_corpus(
    run: Run, examples: Path, tmp_path: Path
) -> None:
    """Facts that came as record lines have documents, and no words."""
    store = tmp_path / "infact.db"
    run("build", examples / "powers.jsonl", "--store", store)
    said = run("ask", "attorneys-by-insiders", "--evidence", "--limit", "3", "--store", store).stdout
    assert "3 of 3 rows have no words: their facts came as record lines, or from a form's data" in said
    name = json.loads(run("ask", "attorneys-by-insiders", "-f", "json", "--store", store).stdout)["rows"][0]["attorney"]
    none = run("ask", "supporting-sentence", f"about={name}", "--store", store).stdout
    assert "not found in this corpus: facts that came as record lines, or from a form's data, have no words" in none
    assert "have no words" not in run(*WHO[:2], "person=Yevgenia M. Karpov, Ph.D.", "--evidence", "--store",
                                      examples / "infact.db").stdout  # fmt: skip


@pytest.mark.parametrize(
    "question", [("who-may-sign", "person=Yevgenia M. Karpov, Ph.D."), ("may-sign-for", "attorney=Bruce A. Tamblyn")]
)
def test_the_evidence_of_a_relation_is_about_the_rows_own_party(
    run: Run, examples: Path, question: tuple[str, ...]
) -> None:
    store = examples / "infact.db"
    rows = json.loads(run("ask", *question, "--evidence", "--store", store, "-f", "json").stdout)["rows"]
    assert rows
    for row in rows:
        assert row["quote"].split()[0].casefold() == row["name"].split()[0].casefold()


def test_a_cut_list_says_so_and_an_empty_one_is_not_found(run: Run, small: Path) -> None:
    cut = run(*WHO, "--limit", "1", "--store", small)
    assert "more rows exist: --limit 0 gives all, 1 are here" in cut.stdout
    none = run("ask", "attorneys-by-insiders", "minInsiders=99", "--store", small)
    assert "not found in this corpus" in none.stdout


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("ask", "who-may-sing"), "there is no question 'who-may-sing'; did you mean who-may-sign"),
        (("ask", "who-may-sign"), "who-may-sign needs person"),
        (("ask", "who-may-sign", "Pat Finch"), "'Pat Finch' is no parameter; write name=value"),
        (("ask", "who-may-sign", "person=a", "person=b"), "person is given twice"),
        (("ask", "who-may-sign", "name=a"), "who-may-sign has no parameter 'name'"),
        (("ask", "who-may-sign", "person=Pat Finch", "when=now"), "who-may-sign has no parameter 'when'"),
        (("ask", "who-may-sign", "person=Nobody"), "'Nobody' is not found in this corpus"),
        (("show", "Nobody"), "'Nobody' is not found in this corpus"),
        (("ask", "who-may-sign", "person=Pat Finch", "date=2015-02-30"), "date is '2015-02-30'; give date like 2015"),
        (("ask", "standard-clauses", "clause=indemnities"), "clause is 'indemnities'; give one of indemnity, no-liab"),
        (("ask", "attorneys-who-moved", "kind=foo"), "kind is 'foo'; give one of firm, issuer"),
        (("ask", "near-identical-instruments", "minLikeness=2"), "minLikeness is '2'; give 0 to 1"),
        (("ask", "near-identical-instruments", "minLikeness=nan"), "minLikeness is 'nan'; give decimal like 0.9"),
        (("ask", "unusually-broad-powers", "maxPercent=101"), "maxPercent is '101'; give 0 to 100"),
        (
            ("ask", "around-edgar-next", "from=2025-06-01", "to=2024-01-01"),
            "to is '2024-01-01'; give a day that is not before 2025-06-01, as from says",
        ),
        (("ask", "who-may-sign", 'person=x" } UNION { ?s ?p ?o } #'), "is not found in this corpus"),
        (("ask", "firms-that-bridge", "--endpoint", "http://127.0.0.1:9/query"), "the endpoint cannot be reached"),
        (("sparql", "SELECT nonsense"), "the query was refused"),
        (("sparql", SLOW, "--timeout", "0.1"), "no answer within 0.1 s"),
        (("sparql", "missing.rq"), "missing.rq: the query cannot be read"),
        (("show", "Pat Finch", "-f", "csv"), "a card has several tables"),
        (("stats", "-f", "xls"), "there is no format 'xls'; choose one of table, json, jsonl, csv, markdown, html"),
        (("ask", "late-forms", "-f", "xls"), "choose one of table, json, jsonl, csv, markdown, html"),
        (("network", "everything"), "give one of attorney-insider, attorney-issuer, firm-issuer, interlocks"),
        (("sparql", "."), ".: the query cannot be read: Is a directory"),
        (("export", "turtle", "--graph", "http://x/y"), 'list them with `infact sparql "SELECT ?g { GRAPH ?g {} }"`'),
        (("ask", "firms-that-bridge", "--endpoint", "nowhere"), "this is no endpoint address"),
        (("export", "xls"), "there is no format 'xls'"),
        (
            ("ask", "firms-that-bridge", "--engine", "columns", "--endpoint", "http://a/b"),
            "give --endpoint or --engine",
        ),
        (("sparql", "ASK { ?s !(<http://e/p>) ?o }", "--engine", "columns"), "ask the default engine"),
    ],
)
def test_what_cannot_be_answered_is_one_line_and_exit_code_2(
    run: Run, small: Path, arguments: tuple[str, ...], message: str
) -> None:
    done = run(*arguments, "--store", small)
    assert done.exit_code == 2
    assert done.stdout == ""
    assert done.stderr.startswith("infact: ")
    assert done.stderr.count("\n") == 1
    assert message in done.stderr


def test_a_query_comes_from_an_argument_a_file_or_standard_input(run: Run, small: Path, tmp_path: Path) -> None:
    text = "SELECT (COUNT(DISTINCT ?g) AS ?graphs) { GRAPH ?g { ?s ?p ?o } }"
    (tmp_path / "count.rq").write_text(text)
    given = run("sparql", text, "--store", small, "-f", "json").stdout
    assert json.loads(given)["rows"] == [{"graphs": 5}]
    assert json.loads(given)["as_of"] == "2015-05-05"
    assert run("sparql", tmp_path / "count.rq", "--store", small, "-f", "json").stdout == given


def test_a_query_of_one_s_own_can_be_cut(run: Run, small: Path) -> None:
    query = "SELECT ?s { ?s a <https://w3id.org/infact/ontology#Person> } ORDER BY ?s"
    whole = json.loads(run("sparql", query, "--store", small, "-f", "json").stdout)["rows"]
    cut = run("sparql", query, "--limit", "3", "--store", small, "-f", "json")
    assert json.loads(cut.stdout)["rows"] == whole[:3]
    assert "more rows exist: 3 are here" in run("sparql", query, "--limit", "3", "--store", small).stdout
    assert "more rows" not in run("sparql", query, "--limit", str(len(whole)), "--store", small).stdout


@pytest.mark.parametrize(
    "asked",
    [
        (*WHO, "--evidence"),
        ("ask", "supporting-sentence", "about=Ada Pen", "--identity", "strict"),
        ("sparql", "SELECT ?class (COUNT(*) AS ?n) { ?s a ?class } GROUP BY ?class ORDER BY ?class", "--limit", "4"),
        ("stats",),
        ("audit",),
        ("network", "attorney-insider"),
        ("mentions",),
    ],
)
def test_the_column_tables_give_the_same_answer(run: Run, small: Path, tmp_path: Path, asked: tuple[str, ...]) -> None:
    listed = tmp_path / "withheld.txt"
    listed.write_text("salt: sea\nCy Blot\n")
    for more in ((), ("--withhold", listed), ("-f", "json")):
        usual = run(*asked, "--store", small, *more)
        found = run(*asked, "--store", small, *more, "--engine", "columns")
        assert (found.exit_code, usual.exit_code) == (0, 0), found.stderr
        assert found.stdout == usual.stdout
        assert usual.stdout
    refused = run(*asked, "--store", small, "--engine", "rows")
    assert refused.exit_code == 2
    assert "there is no engine 'rows'" in refused.stderr


def test_ctrl_c_ends_a_query_in_one_line(small: Path) -> None:
    program = f"""
        import os, signal, sys, threading
        from infact.cli.app import main
        from infact.queries import engines
        wait = engines.within
        def within(*arguments):
            threading.Timer(0.3, os.kill, (os.getpid(), signal.SIGINT)).start()
            return wait(*arguments)
        engines.within = within
        sys.argv = ["infact", "sparql", {SLOW!r}, "--store", {str(small)!r}]
        main()
    """
    done = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(program)], capture_output=True, text=True, timeout=300, check=False
    )
    assert (done.returncode, done.stdout, done.stderr) == (130, "", "interrupted\n")


def test_a_query_cannot_change_the_store(run: Run, small: Path) -> None:
    for update in ("INSERT DATA { <a:a> <a:b> <a:c> }", "DROP ALL"):
        assert run("sparql", update, "--store", small).exit_code == 2


def test_show_is_a_card_for_people_and_for_programs(run: Run, small: Path) -> None:
    shown = run("show", "Pat Finch", "--store", small)
    assert shown.exit_code == 0
    assert shown.stdout.startswith("Pat Finch\n\nkind         Person\n")
    assert "corpus: fingerprint feedfacefeed" in shown.stdout
    card = json.loads(run("show", "901", "--store", small, "-f", "json").stdout)
    assert (card["label"], card["cik"], card["classes"]) == ("Pat Finch", "0000000901", ["Person"])
    assert [row["attorney"] for row in card["rows"]] == ["Ada Pen", "Ada Pen", "Cy Blot"]


def test_stats_counts_what_is_there(run: Run, small: Path) -> None:
    whole = json.loads(run("stats", "--store", small, "-f", "json", "--top", "1").stdout)
    counts = {(row["what"], row["of"]): row["count"] for row in whole["rows"]}
    assert counts["instruments", "power-of-attorney"] == 1
    assert counts["graphs", "document"] == 2
    assert counts["insiders signed for", "Ada Pen"] == 3
    assert [key for key in counts if key[0] == "insiders signed for"] == [("insiders signed for", "Ada Pen")]
    assert whole["executed"] == {"first": "2010-01-05", "last": "2012-03-31"}


def test_a_card_is_a_page_too(run: Run, small: Path, tmp_path: Path) -> None:
    page = tmp_path / "card.html"
    assert run("show", "Pat Finch", "--store", small, "-o", page).exit_code == 0
    text = page.read_text("utf-8")
    assert "<title>Pat Finch" in text
    assert text.index("Facts") < text.index("Relations")
