"""`infact resolve`, `review`, `why` and `mentions` from the command line, with listed persons withheld."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
import typer.testing
from infact.cli.app import app

from ..ingest.test_resolve import ZEPHYR, instrument
from .conftest import Run


@pytest.fixture
def here(tmp_path: Path, bundled: Path, run: Run) -> Path:
    """A store of the bundled facts."""
    assert run("build", bundled / "facts" / "powers.jsonl", "--store", tmp_path / "g.db").exit_code == 0
    return tmp_path


def test_a_list_of_decisions_goes_round(here: Path, run: Run) -> None:
    store, file = here / "g.db", here / "decisions.jsonl"
    listed = run("review", "--list", "--store", store, "--decisions", file, "-f", "json")
    rows = json.loads(listed.stdout)["rows"]
    assert len(rows) > 10
    first = rows[0]
    sides = {
        "one": {"document": first["one_document"], "name": first["one"]},
        "other": {"document": first["other_document"], "name": first["other"]},
    }
    file.write_text(json.dumps({"decision": "different", **sides}) + "\n")
    resolved = run("resolve", "--store", store, "--decisions", file, "-f", "json")
    counts = {row["what"]: row["count"] for row in json.loads(resolved.stdout)["rows"]}
    assert (counts["decisions in force"], counts["decisions not applied"]) == (1, 0)
    assert counts["IRIs moved"] >= 1
    assert "split:" in resolved.stderr
    why = run("why", first["one"], first["other"], "--store", store, "-f", "json")
    assert "a reviewer keeps them apart" in why.stdout
    (here / "other.jsonl").write_text(json.dumps({"decision": "same", **sides}) + "\n")
    taken = run("review", "--import", here / "other.jsonl", "--decisions", file, "--store", store)
    assert "once different, then same" in taken.stderr
    assert json.loads(file.read_text())["decision"] == "same"


def test_a_reviewer_answers_by_keys(here: Path, run: Run) -> None:
    file = here / "decisions.jsonl"
    arguments = ["review", "--store", str(here / "g.db"), "--decisions", str(file), "--reviewer", "R."]
    done = typer.testing.CliRunner().invoke(app, arguments, input="s\nk\nd\nu\nq\n")
    assert done.exit_code == 0, done.stderr
    made = [json.loads(line) for line in file.read_text("utf-8").splitlines()]
    assert [line["decision"] for line in made] == ["same", "different", "unsure"]
    assert {line["reviewer"] for line in made} == {"R."}
    assert "1 of " in done.stderr
    assert "issuers" in done.stderr


@pytest.mark.parametrize("verb", [("mentions",), ("why", "Hugh F. Sharber", "HUGH F. SHARBER"), ("review", "--list")])
def test_listed_persons_stand_in_no_answer(here: Path, run: Run, verb: tuple[str, ...]) -> None:
    listed = here / "withheld.txt"
    listed.write_text("salt: a grey heron at noon\nHugh F. Sharber\nJohn F. Coburn III\n")
    more = ("--decisions", here / "none.jsonl") if verb[0] == "review" else ()
    plain = run(*verb, *more, "--store", here / "g.db", "-f", "csv")
    held = run(*verb, *more, "--store", here / "g.db", "-f", "csv", "--withhold", listed)
    assert plain.exit_code == held.exit_code == 0, held.stderr
    assert "harber" in plain.stdout.lower() or "coburn" in plain.stdout.lower()
    for output in (held.stdout, held.stderr):
        assert "sharber" not in output.lower()
        assert "coburn" not in output.lower()
    assert "withheld-" in held.stdout


# Two Ann Lees, a lawyer and her namesake, wrongly joined by a firm that both papers name.
WRONG = (
    instrument("Cy Dunn", "Ann Lee", firm="Thackeray & Pell LLP"),
    instrument("Dee Fox", "Ann B. Lee", issuer=ZEPHYR, firm="Thackeray & Pell LLP"),
)
NAMES = re.compile(r"Ann (?:B\. )?Lee")


def test_why_leads_from_one_printing_of_a_party_to_another(tmp_path: Path, run: Run) -> None:
    store = made(tmp_path, run)
    rows = json.loads(run("why", "Ann Lee", "Ann B. Lee", "--store", store, "-f", "json").stdout)["rows"]
    assert [(row["one"][:7], row["other"][:10], row["method"]) for row in rows] == [
        ("Ann Lee", "Ann B. Lee", "similar-name-same-firm")
    ]


def test_a_wrong_merge_is_undone_in_all_that_is_given_away(tmp_path: Path, run: Run) -> None:
    """One decision: graph, relations, answers and files show two persons; without it, they show one again."""
    store, decisions = made(tmp_path, run), tmp_path / "decisions.jsonl"

    def shown() -> list[object]:
        def rows(*verb: str) -> list[dict[str, str]]:
            found: list[dict[str, str]] = json.loads(run(*verb, "--store", store, "-f", "json").stdout)["rows"]
            return found

        lees = {row["entity"] for row in rows("mentions") if NAMES.fullmatch(row["name"])}
        query = "PREFIX i: <https://w3id.org/infact/ontology#> SELECT ?a { ?r i:relationAttorney ?a }"
        attorneys = {row["a"] for row in rows("sparql", query)}
        insiders = rows("ask", "attorneys-by-insiders", "min_insiders=1")
        files = []
        for as_format in ("gexf", "graphml", "nodes"):
            text = run("export", as_format, "--store", store).stdout
            files.append(len(set(NAMES.findall(text))))
        edges = run("export", "edges", "--store", store).stdout.splitlines()[1:]
        sources = {line.split(",")[0] for line in edges}
        return [len(lees), len(attorneys), sorted(row["insiders"] for row in insiders), *files, len(sources)]

    one, two = [1, 1, [2], 1, 1, 1], [2, 2, [1, 1], 2, 2, 2]
    before = shown()
    assert before[:6] == one
    sides = {"one": {"document": "0.txt", "name": "Ann Lee"}, "other": {"document": "1.txt", "name": "Ann B. Lee"}}
    decisions.write_text(json.dumps({"decision": "different", **sides}) + "\n")
    assert run("resolve", "--decisions", decisions, "--store", store).exit_code == 0
    assert run("derive", "--store", store).exit_code == 0
    after = shown()
    assert after[:6] == two
    assert after[6] == int(str(before[6])) + 1
    decisions.write_text("")
    assert run("resolve", "--decisions", decisions, "--store", store).exit_code == 0
    assert shown() == before


def test_three_parties_of_one_name_are_three_and_are_told_apart(tmp_path: Path, run: Run) -> None:
    papers = [
        instrument(who, "Ann Lee", issuer=issuer)
        for who, issuer in (("Cy Dunn", "Acme Ferries, Inc."), ("Dee Fox", ZEPHYR), ("Gil Ray", "Quartz Mills Ltd."))
    ]
    store = made(tmp_path, run, *papers)
    why = json.loads(run("why", "Ann Lee", "Ann Lee", "--store", store, "-f", "json").stdout)
    assert why["verdict"] == "not joined: they are three as far as this corpus shows"
    pairs = {frozenset((row["one"], row["other"])) for row in why["rows"]}
    assert (len(pairs), {len(pair) for pair in pairs}, len(frozenset().union(*pairs))) == (3, {2}, 3)
    shown = run("show", "Ann Lee", "--store", store)
    assert shown.exit_code == 2
    for company in ("(of Acme Ferries, Inc.)", "(of Quartz Mills Ltd.)"):
        assert company in shown.stderr


def made(folder: Path, run: Run, *papers: dict[str, Any]) -> Path:
    """A store of these papers, or of the two."""
    lines = ({"document": f"{n}.txt", "filing": None, "instruments": [one]} for n, one in enumerate(papers or WRONG))
    (folder / "records.jsonl").write_text("".join(json.dumps(line) + "\n" for line in lines))
    assert run("build", folder / "records.jsonl", "--store", folder / "g.db").exit_code == 0
    return folder / "g.db"
