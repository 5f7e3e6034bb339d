"""`infact resolve`, `review`, `why` and `mentions` from the command line, with listed persons withheld."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import typer.testing
from infact.cli.app import app

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
        "one": {"document": first["in"], "name": first["one"]},
        "other": {"document": first["in "], "name": first["other"]},
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
