"""`infact network` over the small graph: every row is what the graph's comments say."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest

from .conftest import Run


def answer(run: Run, small: Path, *arguments: str) -> dict[str, Any]:
    done = run("network", *arguments, "--store", small, "-f", "json")
    assert done.exit_code == 0, done.stderr
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def rows(found: dict[str, Any], *columns: str) -> list[tuple[Any, ...]]:
    return [tuple(row[column] for column in columns) for row in found["rows"]]


def test_issuers_that_share_attorneys(run: Run, small: Path) -> None:
    found = answer(run, small, "attorney-issuer", "--between", "issuers")
    assert found["columns"] == ["node", "name", "role", "ties", "strength", "betweenness", "community"]
    assert rows(found, "name", "role", "ties", "strength", "betweenness", "community") == [
        ("Birch, Inc.", "issuer", 1, 2, 0.0, 1),
        ("Alder Corp.", "issuer", 1, 2, 0.0, 1),
    ]
    facts = {key: found[key] for key in ("network", "weight", "cut_off", "nodes", "without_ties", "edges", "as_of")}
    assert facts == {
        "network": "attorney-issuer between issuers", "weight": "shared attorneys", "cut_off": 1, "nodes": 2,
        "without_ties": 2, "edges": 1, "as_of": "2015-05-05",
    }  # fmt: skip
    assert found["betweenness"].startswith("exact; the share of shortest paths")
    assert found["corpus"]["documents"] == 2


def test_who_signs_on_a_day_and_for_one_company(run: Run, small: Path) -> None:
    found = answer(run, small, "--as-of", "2011-01-01", "--issuer", "0000000101")
    assert rows(found, "name", "strength", "betweenness") == [
        ("Ada Pen", 2, 0.666667), ("Pat Finch", 2, 0.666667), ("Cy Blot", 1, 0.0), ("Kit Swift", 1, 0.0),
    ]  # fmt: skip
    assert found["as_of"] == "2011-01-01"


def test_pairs_rest_on_attorneys_or_on_insiders(run: Run, small: Path) -> None:
    found = answer(run, small, "interlocks")
    assert rows(found, "one_name", "other_name", "rests_on", "attorneys", "insiders", "attorney_names") == [
        ("Birch, Inc.", "Alder Corp.", "attorneys", 2, 0, ["Ada Pen", "Cy Blot"]),
        ("Birch, Inc.", "Cedar plc", "insiders", 0, 1, []),
    ]
    assert found["rest_on"] == {"attorneys": 1, "insiders": 1, "both": 0}
    assert rows(answer(run, small, "interlocks", "--cut-off", "2"), "rests_on") == [("attorneys",)]


def test_what_changed_for_attorneys_and_for_firms(run: Run, small: Path) -> None:
    found = answer(run, small, "attorney-insider", "--compare", "2010", "2013")
    assert rows(found, "name", "before", "after", "gained", "lost", "gained_names", "lost_names") == [
        ("Ada Pen", 2, 2, 1, 1, ["Lee Wren"], ["Kit Swift"]),
        ("Ben Nib", 1, 2, 1, 0, ["Lee Wren"], []),
        ("Cy Blot", 1, 2, 1, 0, ["Kim Robin"], []),
        ("Dee Dot", 0, 1, 1, 0, ["Sam Stork"], []),
    ]
    assert [found[key] for key in ("ties_gained", "ties_lost", "ties_kept", "nodes_gained")] == [4, 1, 3, 4]
    firms = answer(run, small, "firm-issuer", "--compare", "2010", "2013")
    assert rows(firms, "name", "gained_names", "lost") == [
        ("Dash & Comma LLP", ["Dogwood Ltd"], 0),
        ("Quill & Ink LLP", ["Birch, Inc."], 0),
    ]


def test_tables_are_for_people_and_csv_for_programs(run: Run, small: Path) -> None:
    table = run("network", "--store", small, "--top", "1")
    assert "https://" not in table.stdout
    assert "8 more rows exist: --top 0 gives all" in table.stdout
    written = run("network", "--store", small, "--top", "0", "-f", "csv")
    read = list(csv.DictReader(io.StringIO(written.stdout, newline="")))
    assert len(read) == 9
    assert {row["node"][:8] for row in read} == {"https://"}
    assert "as of: 2015-05-05" in written.stderr


def test_a_network_of_nothing_is_not_found(run: Run, small: Path) -> None:
    assert "not found in this corpus" in run("network", "firm-issuer", "--issuer", "Cedar plc", "--cut-off", "9",
                                             "--store", small).stdout  # fmt: skip


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("everything-else",), "there is no network"),
        (("firm-issuer", "--between", "insiders"), "give firms or issuers"),
        (("--compare", "2010", "2011", "--as-of", "2010-01-01"), "give one of them"),
    ],
)
def test_wrong_usage_is_said(run: Run, small: Path, arguments: tuple[str, ...], message: str) -> None:
    done = run("network", *arguments, "--store", small)
    assert done.exit_code == 2
    assert message in " ".join(done.stderr.replace("│", " ").split())


def test_listed_persons_are_withheld(run: Run, small: Path, tmp_path: Path) -> None:
    listed = tmp_path / "list.txt"
    listed.write_text("salt: pepper\nAda Pen\n", "utf-8")
    for arguments in (("interlocks",), ("attorney-insider",), ("attorney-insider", "--compare", "2010", "2013")):
        done = run("network", *arguments, "--store", small, "--withhold", listed, "-f", "json")
        assert done.exit_code == 0
        assert "Ada Pen" not in done.stdout + done.stderr
