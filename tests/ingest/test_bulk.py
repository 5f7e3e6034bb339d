"""A data set's zip becomes filings, and whatever is wrong with it is said and costs nothing else."""

from __future__ import annotations

import random
import tempfile
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from infact.common.errors import DocumentError, Skipped
from infact.ingest.bulk import Piece, SetFiling, pieces, read_set
from infact.ingest.records import Company, Filing, Owner

from .data_sets import OWNER_SIGNATURE, REPORTINGOWNER, SUBMISSION, data_set


def read(path: Path) -> tuple[list[SetFiling], list[Skipped]]:
    found = list(read_set(path))
    return [one for one in found if isinstance(one, SetFiling)], [one for one in found if isinstance(one, Skipped)]


def test_three_tables_become_filings_in_the_order_of_issuer_and_accession(tmp_path: Path) -> None:
    filings, skipped = read(data_set(tmp_path / "2024q1_form345.zip"))
    assert skipped == []
    assert [one.filing.accession for one in filings] == [f"0000000001-24-00000{n}" for n in (3, 1, 2)]
    assert filings[0].filing.owners == (
        Owner("0000000009", "HARBOR FUND LP", ("ten-percent-owner",)),
        Owner("0000000010", "ROE JANE", ("other",), "Founder"),
    )
    assert filings[1].filing == Filing(
        "0000000001-24-000001",
        "4/A",
        "2024-03-29",
        "2024-03-27",
        Company("0000000007", "Acme Ferries Inc"),
        (Owner("0000000008", "DOE JOHN A", ("director", "officer"), "Treasurer"),),
    )
    assert filings[1].signatures == (("/s/ Ann Lee, attorney-in-fact", "2024-03-29"),)


def test_signatures_of_a_set_are_matched_to_owners_as_those_of_any_filing(tmp_path: Path) -> None:
    filings, _ = read(data_set(tmp_path / "set.zip"))
    assert [s.owner_cik for s in filings[0].read().signatures] == ["0000000010", "0000000009"]
    assert [(s.signer, s.capacity, s.match) for s in filings[2].read().signatures] == [
        ("Ann Lee", "attorney-in-fact", "single")
    ]


def test_no_address_is_read(tmp_path: Path) -> None:
    filings, _ = read(data_set(tmp_path / "set.zip"))
    assert "Main Street" not in repr(filings)


@given(st.randoms(use_true_random=False))
def test_columns_may_stand_in_any_order_and_rows_too(chance: random.Random) -> None:
    tables: dict[str, str | bytes | None] = {}
    for name, text in (("SUBMISSION.tsv", SUBMISSION), ("REPORTINGOWNER.tsv", REPORTINGOWNER)):
        header, *rows = [[*line.split("\t"), "more"] for line in text.splitlines()]
        order = chance.sample(range(len(header)), len(header))
        if name == "SUBMISSION.tsv":
            chance.shuffle(rows)
        tables[name] = "\r\n".join("\t".join(row[place] for place in order) for row in [header, *rows])
    with tempfile.TemporaryDirectory() as folder:
        assert read(data_set(Path(folder) / "set.zip", tables)) == read(data_set(Path(folder) / "usual.zip"))


@pytest.mark.parametrize("missing", ["SUBMISSION.tsv", "REPORTINGOWNER.tsv", "OWNER_SIGNATURE.tsv"])
def test_a_zip_without_one_of_the_tables_is_refused_by_its_name(tmp_path: Path, missing: str) -> None:
    with pytest.raises(DocumentError, match=rf"set\.zip: the zip has no table {missing.removesuffix('.tsv')}"):
        read(data_set(tmp_path / "set.zip", {missing: None}))


def test_a_table_without_a_column_that_is_needed_is_refused_by_its_name(tmp_path: Path) -> None:
    path = data_set(tmp_path / "set.zip", {"OWNER_SIGNATURE.tsv": "ACCESSION_NUMBER\tOWNERSIGNATURENAME\n"})
    with pytest.raises(DocumentError, match=r"OWNER_SIGNATURE\.tsv: the table has no column OWNERSIGNATUREDATE"):
        read(path)


@pytest.mark.parametrize("bad", ["31-FEB-2024", "2024", "31-MRZ-2024", "0-JAN-2024", "13/03/2024"])
def test_a_date_that_is_none_is_named_with_its_line_and_the_filing_does_without(tmp_path: Path, bad: str) -> None:
    path = data_set(tmp_path / "set.zip", {"SUBMISSION.tsv": SUBMISSION.replace("29-MAR-2024", bad)})
    filings, skipped = read(path)
    assert len(filings) == 3
    assert next(one.filing.filed for one in filings if one.filing.accession == "0000000001-24-000001") is None
    assert [(s.source, s.reason) for s in skipped] == [
        (f"{path}: SUBMISSION line 3", f"FILING_DATE {bad!r} is no date and was left out")
    ]


def test_an_accession_that_stands_twice_is_named_and_the_first_row_stays(tmp_path: Path) -> None:
    again = SUBMISSION + SUBMISSION.splitlines()[1].replace("Acme", "Other") + "\n" + SUBMISSION.splitlines()[2]
    filings, skipped = read(data_set(tmp_path / "set.zip", {"SUBMISSION.tsv": again}))
    assert [one.filing.issuer.name for one in filings if one.filing.issuer] == [
        "Basalt Foods Corp",
        "Acme Ferries Inc",
        "Acme Ferries Inc",
    ]
    assert [s.reason for s in skipped] == [
        "accession 0000000001-24-000001 stands there again, word for word",
        "accession 0000000001-24-000002 stands there again with other values; the first row stays",
    ]


def test_rows_that_belong_to_no_submission_or_cannot_be_read_are_named(tmp_path: Path) -> None:
    path = data_set(
        tmp_path / "set.zip",
        {
            "OWNER_SIGNATURE.tsv": OWNER_SIGNATURE + "0000000009-24-000001\t/s/ Nobody\t02-JAN-2024\n"
            "nonsense\t/s/ Nobody\t02-JAN-2024\n0000000001-24-000001\ttoo short\n",
            "REPORTINGOWNER.tsv": REPORTINGOWNER.replace("\tDirector\t", "\tDirector,Astronaut\t"),
        },
    )
    filings, skipped = read(path)
    assert len(filings) == 3
    assert {s.source.removeprefix(f"{path}: "): s.reason for s in skipped} == {
        "OWNER_SIGNATURE line 6": "accession 0000000009-24-000001 has no row in SUBMISSION, so the row was left out",
        "OWNER_SIGNATURE.tsv line 7": "'nonsense' is no accession number, so the row was left out",
        "OWNER_SIGNATURE.tsv line 8": "the row has 2 fields where its table has 3 columns",
        "REPORTINGOWNER line 3": "RPTOWNER_RELATIONSHIP 'Astronaut' is no role that is known and was left out",
    }


def test_a_member_that_leads_out_of_the_archive_is_refused_and_nothing_is_written(tmp_path: Path) -> None:
    inside = tmp_path / "inside"
    inside.mkdir()
    path = data_set(inside / "set.zip", {"../SUBMISSION.tsv": "x", "/etc/REPORTINGOWNER.tsv": "x"})
    filings, skipped = read(path)
    assert len(filings) == 3
    assert [s.source for s in skipped] == [f"{path}: ../SUBMISSION.tsv", f"{path}: /etc/REPORTINGOWNER.tsv"]
    assert all(s.reason == "its name leads out of the archive, so it is not read" for s in skipped)
    assert sorted(p.name for p in tmp_path.rglob("*")) == ["inside", "set.zip"]


def test_a_table_that_grows_as_no_table_does_is_refused_with_its_sizes(tmp_path: Path) -> None:
    path = data_set(tmp_path / "set.zip", {"OWNER_SIGNATURE.tsv": b"0" * (80 * 2**20)})
    found = list(pieces(path))
    assert [type(one) for one in found] == [Skipped, Skipped]
    assert "to 83,886,080 bytes, which no table does" in found[0].reason  # type: ignore[union-attr]
    assert "the zip has no table OWNER_SIGNATURE" in found[1].reason  # type: ignore[union-attr]


def test_a_damaged_zip_is_refused(tmp_path: Path) -> None:
    whole = data_set(tmp_path / "set.zip").read_bytes()
    for name, raw in (("cut.zip", whole[: len(whole) // 2]), ("bent.zip", whole[:80] + b"\0\0\0\0" + whole[84:])):
        (tmp_path / name).write_bytes(raw)
        (only,) = pieces(tmp_path / name)
        assert isinstance(only, Skipped)
        assert "the zip is damaged" in only.reason


def test_a_table_that_stands_twice_is_refused(tmp_path: Path) -> None:
    path = data_set(tmp_path / "set.zip")
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("copy/SUBMISSION.tsv", SUBMISSION)
    with pytest.raises(DocumentError, match="holds the table SUBMISSION twice"):
        read(path)


def test_pieces_hold_issuers_as_a_whole_and_say_where_a_year_begins(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("infact.ingest.bulk.PIECE", 1)
    text = SUBMISSION.replace("02-JAN-2024", "02-JAN-2023")
    found = list(pieces(data_set(tmp_path / "set.zip", {"SUBMISSION.tsv": text})))
    assert [(p.year, len(p.filings), p.first) for p in found if isinstance(p, Piece)] == [
        ("2023", 1, True),
        ("2024", 2, True),
    ]
