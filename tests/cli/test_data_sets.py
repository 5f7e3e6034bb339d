"""Data sets by the command line: what is wrong inside of a zip is listed, costs nothing else, and gives exit code 3."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from ..ingest.data_sets import OWNER_SIGNATURE, REPORTINGOWNER, SUBMISSION, data_set
from .conftest import Run

Tables = dict[str, str | bytes | None]
OWNERS, SIGNATURES = SUBMISSION.splitlines(), OWNER_SIGNATURE.splitlines()


def _turned(table: str) -> str:
    """A table with its columns the other way round, and one more that nobody knows."""
    head, *rows = table.splitlines()
    turned = ["\t".join(row.split("\t")[::-1]) + "\tsomething" for row in rows]
    return "\n".join(["\t".join(head.split("\t")[::-1]) + "\tNEWCOLUMN", *turned]) + "\n"


def _climbing(path: Path) -> None:
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("../../OWNER_SIGNATURE.tsv", "ACCESSION_NUMBER\n")


def _cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-200])


# What is wrong, the tables that differ, what is done to the zip, what is listed, and how many filings of three come in.
CASES: list[tuple[str, Tables, Callable[[Path], None] | None, str | None, int]] = [
    ("nothing", {}, None, None, 3),
    ("columns in another order, and one more", {
        "SUBMISSION.tsv": _turned(SUBMISSION), "REPORTINGOWNER.tsv": _turned(REPORTINGOWNER),
        "OWNER_SIGNATURE.tsv": _turned(OWNER_SIGNATURE)}, None, None, 3),
    ("lines end in CR LF, names in small letters", {
        "SUBMISSION.tsv": None, "submission.TSV": SUBMISSION.replace("\n", "\r\n")}, None, None, 3),
    ("a table is missing", {"REPORTINGOWNER.tsv": None}, None, "the zip has no table REPORTINGOWNER", 0),
    ("a column is missing", {"SUBMISSION.tsv": SUBMISSION.replace("ISSUERCIK", "CIK")}, None,
     "the table has no column ISSUERCIK", 0),
    ("a column stands twice", {"SUBMISSION.tsv": SUBMISSION.replace("REMARKS", "ISSUERCIK")}, None,
     "the table names the column ISSUERCIK twice", 0),
    ("a bad date", {"OWNER_SIGNATURE.tsv": OWNER_SIGNATURE.replace("29-MAR-2024", "29-FEB-2023")}, None,
     "OWNER_SIGNATURE line 5: OWNERSIGNATUREDATE '29-FEB-2023' is no date and was left out", 3),
    ("an accession twice", {"SUBMISSION.tsv": SUBMISSION + OWNERS[1] + "\n"}, None,
     "SUBMISSION line 5: accession 0000000001-24-000002 stands there again, word for word", 3),
    ("an accession twice, with other values", {"SUBMISSION.tsv": SUBMISSION + OWNERS[1].replace("Acme", "Apex") + "\n"},
     None, "again with other values; the first row stays", 3),
    ("no accession", {"OWNER_SIGNATURE.tsv": OWNER_SIGNATURE + "none" + SIGNATURES[1][20:] + "\n"}, None,
     "OWNER_SIGNATURE.tsv line 6: 'none' is no accession number", 3),
    ("a row that is too short", {"REPORTINGOWNER.tsv": REPORTINGOWNER + "0000000001-24-000001\t8\n"}, None,
     "REPORTINGOWNER.tsv line 6: the row has 2 fields where its table has 6 columns", 3),
    ("a climbing path", {}, _climbing, "../../OWNER_SIGNATURE.tsv: its name leads out of the archive", 3),
    ("a bomb", {"OWNER_SIGNATURE.tsv": b"0" * (80 * 2**20)}, None, "which no table does, so it is not read", 0),
    ("a zip that is cut off", {}, _cut, "the zip is damaged", 0),
]  # fmt: skip


@pytest.mark.parametrize(("tables", "change", "listed", "filings"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
def test_what_is_wrong_in_a_zip_is_listed_and_costs_nothing_else(
    run: Run,
    bundled: Path,
    tmp_path: Path,
    tables: Tables,
    change: Callable[[Path], None] | None,
    listed: str | None,
    filings: int,
) -> None:
    sources = tmp_path / "sources"
    sources.mkdir()
    path = data_set(sources / "2024q1_form345.zip", tables)
    if change is not None:
        change(path)
    (sources / "z.txt").write_bytes((bundled / "dev" / "a29-elkhart-form4.txt").read_bytes())
    built = run("build", sources, "--store", tmp_path / "g.db", "-f", "json")
    counts = {row["what"]: row["count"] for row in json.loads(built.stdout)["rows"]}
    assert counts["filings"] == filings + 1
    assert built.exit_code == (0 if listed is None else 3)
    assert counts["sources skipped"] == 0 if listed is None else counts["sources skipped"] >= 1
    assert (
        listed is None or f"{path}: {listed}" in built.stderr or (str(path) in built.stderr and listed in built.stderr)
    )
    assert sorted(file.name for file in tmp_path.rglob("*.tsv")) == []
    rows = json.loads(run("audit", "--store", tmp_path / "g.db", "-f", "json").stdout)["rows"]
    assert len({row["accession"] for row in rows}) == filings + 1
