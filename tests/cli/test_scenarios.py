"""Each scenario is a corpus of a few papers with the verdicts that a careful person gives; `infact` must give them too.

The scenarios, and the records of `parties`, were written without a look at the program, or with their verdicts decided
before it ran. `defensible` verdicts are those that another careful person may give. What infact gets wrong today is
named below, and must be taken off the list when it is mended.
"""

from __future__ import annotations

import csv
import io
import json
import shutil
from collections import Counter, defaultdict
from itertools import combinations
from pathlib import Path

import pytest

from .conftest import Run

CORPUS = Path(__file__).parents[1] / "corpus"
FOLDERS = sorted((CORPUS / "scenarios").iterdir())
WRONG = {
    "050": "a person's power that lets the attorney put a substitute in her place is read as a substitution",
}


def _case(folder: Path) -> object:
    why = WRONG.get(folder.name[:3])
    return pytest.param(folder, id=folder.name, marks=[pytest.mark.xfail(strict=True, reason=why)] if why else [])


def test_there_are_scenarios_for_every_verdict() -> None:
    wanted = Counter(row["verdict"] for folder in FOLDERS for row in json.loads((folder / "expected.json").read_text()))
    assert len(FOLDERS) == 140
    assert len(wanted) == 15
    assert min(wanted.values()) >= 3


@pytest.mark.parametrize("folder", [_case(folder) for folder in FOLDERS])
def test_the_audit_gives_the_verdicts_of_a_careful_person(run: Run, tmp_path: Path, folder: Path) -> None:
    papers = tmp_path / "papers"
    shutil.copytree(folder, papers, ignore=shutil.ignore_patterns("expected.json"))
    assert run("build", papers, "--store", tmp_path / "g.db").exit_code == 0
    found: defaultdict[tuple[str, str, str], set[str]] = defaultdict(set)
    for row in json.loads(run("audit", "--store", tmp_path / "g.db", "-f", "json").stdout)["rows"]:
        found[row["accession"], row["owner_cik"] or "", row["signature"]].add(row["verdict"])
    for want in json.loads((folder / "expected.json").read_text("utf-8")):
        verdicts = found[want["accession"], want["owner_cik"] or "", want["signature"]]
        assert verdicts, f"no row for {want}"
        assert verdicts <= {want["verdict"], *want.get("defensible", [])}, want


def test_parties_are_joined_and_kept_apart_as_a_careful_person_would(run: Run, tmp_path: Path) -> None:
    """Pairs of mentions: precision at least 0.995 and recall at least 0.98, for persons and for organizations."""
    store = tmp_path / "g.db"
    assert run("build", CORPUS / "parties" / "records.jsonl", "--store", store).exit_code == 0
    said = {
        (row["document"], row["role"], row["name"]): row["entity"]
        for row in csv.DictReader(io.StringIO(run("mentions", "--store", store, "-f", "csv").stdout))
    }
    with (CORPUS / "parties" / "gold.csv").open(encoding="utf-8", newline="") as lines:
        gold = {(row["document"], row["role"], row["name"]): row["entity"] for row in csv.DictReader(lines)}
    assert len(gold) > 1_400
    assert set(gold) <= set(said)
    for kind in ("p-", "o-"):
        names = [name for name, entity in gold.items() if entity.startswith(kind)]
        true = _pairs(names, gold)
        given = _pairs(names, said)
        assert len(true & given) >= 0.995 * len(given), kind
        assert len(true & given) >= 0.98 * len(true), kind


def _pairs(names: list[tuple[str, str, str]], entities: dict[tuple[str, str, str], str]) -> set[tuple[object, object]]:
    together: defaultdict[str, list[tuple[str, str, str]]] = defaultdict(list)
    for name in names:
        together[entities[name]].append(name)
    return {pair for one in together.values() for pair in combinations(sorted(one), 2)}
