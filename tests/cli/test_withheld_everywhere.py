"""A person is withheld: no verb that prints or writes lets the name out, in whatever printing, quotes included."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import duckdb
import pytest
from infact.queries.exports import FORMATS

from ..ingest.test_resolve import instrument
from .conftest import Run

POWER = """POWER OF ATTORNEY

Know all by these presents, that the undersigned hereby constitutes and appoints each of Gregory Q. Tallmadge and
Ann Lee, signing singly, the undersigned's true and lawful attorney-in-fact to execute for and on behalf of the
undersigned, in the undersigned's capacity as an officer of Acme Ferries, Inc. (the "Company"), Forms 3, 4 and 5 in
accordance with Section 16(a) of the Securities Exchange Act of 1934. MR. G. Q. TALLMADGE and Ann Lee act alone.

IN WITNESS WHEREOF, the undersigned has caused this Power of Attorney to be executed as of May 3, 2011.

/s/ Cy Dunn
Cy Dunn
"""
# The surname is in every printing; the nickname is known to be this person's from the graph alone.
PRINTINGS = (
    "GREGORY Q. TALLMADGE",
    "G. Q. Tallmadge",
    "TALLMADGE GREGORY Q",
    "Greg Tallmadge",
    "Gregory Q .. Tallmadge",
)
NAME = "Gregory Q. Tallmadge"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory, run: Run) -> Path:
    """A store `g.db`, the sources of it, and a list."""
    here = tmp_path_factory.mktemp("withheld")
    (here / "power.txt").write_text(POWER)
    lines: list[dict[str, Any]] = [
        {"document": f"{n}.txt", "filing": None, "instruments": [instrument(f"Dee Fox{n}", printing, "Ann Lee")]}
        for n, printing in enumerate(PRINTINGS)
    ]
    lines[0]["filing"] = {
        "accession": "0000000001-11-000001", "form": "4", "filed": "2011-05-04", "period": "2011-05-03",
        "issuer": {"cik": "0000000007", "name": "ACME FERRIES INC"},
        "owners": [{"cik": "0001234567", "name": "FOX0 DEE", "roles": ["director"], "title": None}],
        "signatures": [{"text": "/s/ G. Q. Tallmadge, attorney-in-fact", "signer": "G. Q. Tallmadge",
                        "capacity": "attorney-in-fact", "for": [], "date": "2011-05-04"}],
    }  # fmt: skip
    (here / "records.jsonl").write_text("".join(json.dumps(line) + "\n" for line in lines))
    (here / "owner.txt").write_text("salt: a grey heron at noon\n0001234567\n")
    (here / "withheld.txt").write_text(f"salt: a grey heron at noon\n{NAME}\n")
    built = run("build", here / "power.txt", here / "records.jsonl", "--store", here / "g.db")
    assert built.exit_code == 0, built.stderr
    return here


VERBS = [
    ("extract", "power.txt"),
    ("extract", "records.jsonl"),
    ("extract", "power.txt", "--explain"),
    *(("ask", name) for name in ("attorneys-by-insiders", "who-signs", "attorney-concentration", "signers-not-named")),
    ("ask", "attorneys-by-insiders", "min_insiders=1", "--evidence"),
    ("ask", "who-may-sign", "person=Cy Dunn", "--evidence"),
    ("ask", "supporting-sentence", f"about={NAME}"),
    ("audit",),
    ("network", "attorney-insider"),
    ("network", "interlocks"),
    ("report", "-o", "-"),
    ("show", NAME),
    ("show", "Cy Dunn"),
    ("stats",),
    ("mentions",),
    ("why", NAME, "G. Q. Tallmadge"),
    ("why", NAME, "Ann Lee"),
    ("review", "--list"),
    ("validate",),
    ("sparql", "SELECT ?s ?o { ?s ?p ?o }"),
    ("resolve",),
]


@pytest.mark.parametrize("verb", VERBS, ids=" ".join)
def test_no_verb_prints_the_name(run: Run, folder: Path, verb: tuple[str, ...]) -> None:
    words = [str(folder / word) if (folder / word).exists() else word for word in verb]
    store = () if verb[0] == "extract" else ("--store", folder / "g.db")
    done = run(*words, *store, "--withhold", folder / "withheld.txt")
    assert done.exit_code in {0, 1}, done.stderr
    assert done.stdout
    assert "tallmadge" not in (done.stdout + done.stderr).lower()


@pytest.mark.parametrize("as_format", FORMATS)
def test_no_export_holds_the_name(run: Run, folder: Path, as_format: str) -> None:
    held = folder / f"held.{as_format}"
    done = run("export", as_format, "--store", folder / "g.db", "-o", held, "--withhold", folder / "withheld.txt")
    assert done.exit_code == 0, done.stderr
    paths = [path for path in (held, *held.glob("*")) if path.is_file()] if held.exists() else []
    assert paths
    for path in paths:
        text = (
            "\n".join(map(str, duckdb.read_parquet(str(path)).fetchall()))
            if as_format == "parquet"
            else path.read_text("utf-8")
        )
        assert "tallmadge" not in text.lower()


def test_without_a_list_the_name_is_there(run: Run, folder: Path) -> None:
    for verb in (("mentions",), ("show", "Cy Dunn"), ("report", "-o", "-"), ("sparql", "SELECT ?o { ?s ?p ?o }")):
        assert "tallmadge" in run(*verb, "--store", folder / "g.db").stdout.lower()


@pytest.mark.parametrize(
    "verb",
    [
        *(verb for verb in VERBS if verb[-1] != NAME and "Cy Dunn" not in verb),
        ("show", "FOX0 DEE"),
        ("extract", "records.jsonl", "-f", "table"),
        ("extract", "records.jsonl", "-f", "json"),
    ],
    ids=" ".join,
)
def test_no_verb_prints_the_name_of_a_listed_cik(run: Run, folder: Path, verb: tuple[str, ...]) -> None:
    words = [str(folder / word) if (folder / word).exists() else word for word in verb]
    store = () if verb[0] == "extract" else ("--store", folder / "g.db")
    done = run(*words, *store, "--withhold", folder / "owner.txt")
    assert done.exit_code in {0, 1}, done.stderr
    assert not [name for name in ("fox0", "0001234567") if name in (done.stdout + done.stderr).lower()]


@pytest.mark.parametrize("as_format", FORMATS)
def test_no_export_holds_the_name_of_a_listed_cik(run: Run, folder: Path, as_format: str) -> None:
    held = folder / f"owner.{as_format}"
    done = run("export", as_format, "--store", folder / "g.db", "-o", held, "--withhold", folder / "owner.txt")
    assert done.exit_code == 0, done.stderr
    assert b"fox0" not in held.read_bytes().lower()


def test_no_suggestion_names_a_listed_cik(run: Run, folder: Path) -> None:
    done = run("show", "Fox0", "--store", folder / "g.db", "--withhold", folder / "owner.txt")
    assert done.exit_code == 2
    assert "dee" not in done.stderr.lower()


@pytest.mark.parametrize("how", [(), ("--explain",), ("-f", "table"), ("-f", "json")])
def test_a_listed_initial_hides_the_middle_name_that_a_text_gives(
    run: Run, tmp_path: Path, how: tuple[str, ...]
) -> None:
    (tmp_path / "power.txt").write_text(POWER.replace("Cy Dunn", "Evangeline Merriwether Stowe"))
    (tmp_path / "withheld.txt").write_text("salt: a grey heron at noon\nEvangeline M. Stowe\n")
    done = run("extract", tmp_path / "power.txt", "--withhold", tmp_path / "withheld.txt", *how)
    assert done.exit_code == 0, done.stderr
    assert "withheld-" in done.stdout
    assert not [name for name in ("evangeline", "merriwether", "stowe") if name in done.stdout.lower()]


@pytest.mark.parametrize(
    "verb", [("stats",), ("extract", "records.jsonl"), ("extract", "power.txt", "--explain")], ids=" ".join
)
def test_lines_that_list_nobody_found_here_are_told_without_a_name(
    run: Run, folder: Path, verb: tuple[str, ...]
) -> None:
    (folder / "some.txt").write_text(f"salt: a grey heron at noon\nNobody Atall\n{NAME}\n0000000999\n")
    words = [str(folder / word) if (folder / word).exists() else word for word in verb]
    store = () if verb[0] == "extract" else ("--store", folder / "g.db")
    done = run(*words, *store, "--withhold", folder / "some.txt")
    assert "withholding list: these lines name nobody found in this corpus: 2, 4" in done.stderr
    assert "atall" not in done.stderr.lower()
    assert "withholding list" not in run(*words, *store, "--withhold", folder / "withheld.txt").stderr
