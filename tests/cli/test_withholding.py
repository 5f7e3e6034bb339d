"""Whoever is on the list stands in no answer, in no message and in no file, whatever the verb and the format."""

from __future__ import annotations

import json
from pathlib import Path

import duckdb
import pytest
from infact.queries.exports import FORMATS

from .conftest import Run


@pytest.fixture
def listed(tmp_path: Path) -> Path:
    path = tmp_path / "withheld.txt"
    path.write_text("salt: a grey heron at noon\nPat Finch\nAda Pen\nWilliam J. Janetschek\n")
    return path


@pytest.mark.parametrize("as_format", ["table", "json", "jsonl", "csv", "markdown"])
@pytest.mark.parametrize(
    "verb",
    [
        ("ask", "who-may-sign", "person=Pat Finch", "--iris"),
        ("ask", "attorneys-by-insiders", "minInsiders=1"),
        ("ask", "supporting-sentence", "about=Ada Pen"),
        ("sparql", "SELECT ?s ?o { ?s ?p ?o }"),
        ("stats",),
        ("show", "Pat Finch"),
        ("show", "Ada Pen"),
    ],
    ids=" ".join,
)
def test_no_answer_names_them(run: Run, small: Path, listed: Path, verb: tuple[str, ...], as_format: str) -> None:
    if verb[0] == "show" and as_format in {"jsonl", "csv"}:
        as_format = "json"
    before = run(*verb, "--store", small, "-f", as_format)
    after = run(*verb, "--store", small, "-f", as_format, "--withhold", listed)
    assert before.exit_code == after.exit_code == 0
    named = [words for words in ("Finch", "Ada", "0901") if words in before.stdout]
    assert named
    for output in (after.stdout, after.stderr):
        assert not [words for words in ("finch", "ada pen", "pen, ada", "000901") if words in output.lower()]
    assert "withheld-" in after.stdout


@pytest.mark.parametrize("as_format", FORMATS)
def test_no_file_names_them(
    run: Run, small: Path, listed: Path, tmp_path: Path, as_format: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    plain, held = tmp_path / "plain", tmp_path / "held"
    run("export", as_format, "--store", small, "-o", plain)
    monkeypatch.setenv("INFACT_WITHHOLD", str(listed))
    assert run("export", as_format, "--store", small, "-o", held).exit_code == 0
    before, after = contents(plain, as_format), contents(held, as_format)
    assert ("0901" if as_format == "edges" else "Pat Finch") in before
    assert not [words for words in ("finch", "ada pen", "000901") if words in after.lower()]
    assert "withheld-" in after
    # The rest is all there: as many lines, and the same pseudonym for the same person.
    assert len(after.splitlines()) == len(before.splitlines())


def contents(path: Path, as_format: str) -> str:
    """A file as text; of a Parquet file, whose pages are compressed, every row."""
    if as_format != "parquet":
        return path.read_text("utf-8")
    return "\n".join(map(str, duckdb.read_parquet(str(path)).fetchall()))


def test_the_store_itself_stays_whole(run: Run, small: Path, listed: Path) -> None:
    before = run("export", "nquads", "--store", small).stdout
    run("export", "nquads", "--store", small, "--withhold", listed)
    assert run("export", "nquads", "--store", small).stdout == before


def test_no_message_names_them(run: Run, small: Path, listed: Path) -> None:
    done = run("ask", "who-may-sign", "person=Pat Finchh", "--store", small, "--withhold", listed)
    assert done.exit_code == 2
    assert "did you mean 'withheld-" in done.stderr


def test_no_record_names_them(run: Run, bundled: Path, listed: Path) -> None:
    facts = bundled / "facts" / "powers.jsonl"
    plain = run("extract", facts)
    held = run("extract", facts, "--withhold", listed)
    assert plain.exit_code == held.exit_code == 0
    assert "Janetschek" in plain.stdout
    assert "janetschek" not in held.stdout.lower()
    assert len(held.stdout.splitlines()) == 185
    names = {
        attorney["name"]
        for line in held.stdout.splitlines()
        for instrument in json.loads(line)["instruments"]
        for attorney in instrument["attorneys"]
        if attorney["name"].startswith("withheld-")
    }
    assert len(names) == 1


def test_a_list_that_protects_nobody_stops_the_command(run: Run, small: Path, tmp_path: Path) -> None:
    bad = tmp_path / "withheld.txt"
    bad.write_text("Pat Finch\n")
    done = run("stats", "--store", small, "--withhold", bad)
    assert done.exit_code == 2
    assert "has no salt" in done.stderr
    assert done.stdout == ""
