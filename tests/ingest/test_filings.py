"""Submissions, feed members and ownership documents become one filing."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from infact.common.errors import Skipped
from infact.ingest.filings import matched, read_filing
from infact.ingest.ownership import read_ownership
from infact.ingest.read import Reading, read_all, read_record
from infact.ingest.record_lines import from_json
from infact.ingest.records import Company, Owner, Record, Signature, dumps
from infact.ingest.submission import dashed, iso, pad, read_submission

OWN = Path(__file__).parents[1] / "corpus" / "own"
# Sets of short documents, packed (tests/corpus/probes/README.md), and the least score of each.
PROBES = {"ta": 0.99, "tb": 0.985, "pa": 0.995, "pb": 0.99, "ia": 0.995, "ib": 0.99, "pc": 0.91}
XML = """<?xml version="1.0"?>
<ownershipDocument>
  <schemaVersion>{version}</schemaVersion>
  <documentType>4</documentType>
  <periodOfReport>2014-02-03-05:00</periodOfReport>
  <issuer><issuerCik>0000000007</issuerCik><issuerName>Acme &amp; Co.</issuerName></issuer>
  <reportingOwner>
    <reportingOwnerId><rptOwnerCik>0000000008</rptOwnerCik><rptOwnerName>DOE JOHN A</rptOwnerName></reportingOwnerId>
    <reportingOwnerAddress><rptOwnerStreet1>1 Main Street</rptOwnerStreet1></reportingOwnerAddress>
    <reportingOwnerRelationship>
      <isDirector>{yes}</isDirector>{officer}<isTenPercentOwner>{no}</isTenPercentOwner>
      <officerTitle>Treasurer</officerTitle>
    </reportingOwnerRelationship>
  </reportingOwner>
  <ownerSignature>
    <signatureName>/s/ Ann Lee, attorney-in-fact</signatureName>
    <signatureDate>2014-02-05</signatureDate>
  </ownerSignature>
</ownershipDocument>
"""
SUBMISSION = """<SEC-DOCUMENT>0000000001-14-000009.txt : 20140205
<SEC-HEADER>
ACCESSION NUMBER:\t\t0000000001-14-000009
CONFORMED SUBMISSION TYPE:\t4
CONFORMED PERIOD OF REPORT:\t20140203
FILED AS OF DATE:\t\t20140205

REPORTING-OWNER:
\tOWNER DATA:
\t\tCOMPANY CONFORMED NAME:\t\tDOE JOHN A
\t\tCENTRAL INDEX KEY:\t\t8
\tMAIL ADDRESS:
\t\tSTREET 1:\t\t1 MAIN STREET

ISSUER:
\tCOMPANY DATA:
\t\tCOMPANY CONFORMED NAME:\t\tACME & CO
\t\tCENTRAL INDEX KEY:\t\t0000000007
</SEC-HEADER>
<DOCUMENT>
<TYPE>4
<SEQUENCE>1
<FILENAME>x.xml
<TEXT>
<XML>
{xml}
</XML>
</TEXT>
</DOCUMENT>
<DOCUMENT>
<TYPE>EX-24
<SEQUENCE>2
<FILENAME>poa.txt
<TEXT>
POWER OF ATTORNEY

I, John A. Doe, appoint Ann Lee of Acme & Co. as my attorney-in-fact to sign and file Forms 3, 4 and 5.

Dated: May 3, 2011

/s/ John A. Doe
</TEXT>
</DOCUMENT>
</SEC-DOCUMENT>
"""
FEED = (
    "<SUBMISSION>\r<ACCESSION-NUMBER>0000000001-14-000009<TYPE>4<PERIOD>20140203<FILING-DATE>20140205<REPORTING-OWNER><OWNER-DATA>"
    "<CONFORMED-NAME>DOE JOHN "
    "A<CIK>0000000008</OWNER-DATA></REPORTING-OWNER><ISSUER><COMPANY-DATA><CONFORMED-NAME>ACME & "
    "CO"
    "<CIK>0000000007</COMPANY-DATA></ISSUER><DOCUMENT><TYPE>4<SEQUENCE>1<FILENAME>x.xml<TEXT><XML>{xml}</XML></TEXT></DOCUMENT></SUBMISSION>"
)


def xml(yes: str = "true", no: str = "false", officer: str = "", version: str = "X0306") -> str:
    return XML.format(yes=yes, no=no, officer=officer, version=version)


@pytest.mark.parametrize(("yes", "no"), [("1", "0"), ("true", "false"), ("TRUE", ""), (" 1 ", "FALSE")])
@pytest.mark.parametrize("version", ["X0101", "X0202", "X0306", "X0508"])
def test_flags_of_every_schema_version_are_read(yes: str, no: str, version: str) -> None:
    document = read_ownership(xml(yes, no, "<isOfficer>1</isOfficer>", version))
    assert document is not None
    assert document.owners == (Owner("0000000008", "DOE JOHN A", ("director", "officer"), "Treasurer"),)
    assert (document.form, document.period, document.issuer) == ("4", "2014-02-03", Company("0000000007", "Acme & Co."))


@pytest.mark.parametrize("container", [SUBMISSION, FEED])
def test_header_and_ownership_document_become_one_filing(container: str) -> None:
    text = container.format(xml=xml())
    filing = read_filing(text, read_submission(text))
    assert filing is not None
    assert (filing.accession, filing.form, filing.filed, filing.period) == (
        "0000000001-14-000009",
        "4",
        "2014-02-05",
        "2014-02-03",
    )
    assert filing.issuer == Company("0000000007", "Acme & Co.")
    (signature,) = filing.signatures
    assert (signature.signer, signature.capacity, signature.owner_cik, signature.match) == (
        "Ann Lee",
        "attorney-in-fact",
        "0000000008",
        "single",
    )


def test_a_form_from_before_xml_is_read_from_its_header() -> None:
    text = SUBMISSION.format(xml="(paper form)")
    filing = read_filing(text, read_submission(text))
    assert filing is not None
    assert (filing.owners, filing.signatures) == ((Owner("0000000008", "DOE JOHN A"),), ())


def test_no_street_address_is_kept(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(SUBMISSION.format(xml=xml()))
    (reading,) = read_all([tmp_path])
    assert isinstance(reading, Reading)
    assert "main street" not in dumps(reading.record).lower()
    assert reading.key == "0000000001-14-000009/submission"
    assert [i.exhibit for i in reading.record.instruments] == ["poa.txt"]


def test_a_file_named_xml_is_its_ownership_document_and_what_else_it_holds_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.xml").write_text(SUBMISSION.format(xml=xml()))
    (reading,) = read_all([tmp_path])
    assert isinstance(reading, Reading)
    assert reading.record.instruments == ()
    assert reading.notes == (
        "EX-24 poa.txt stands in a file named .xml and was not read; name the file .txt to read it",
    )


OWNERS = (Owner("0000000001", "Acme Fund LP"), Owner("0000000002", "DOE JOHN A"))


@pytest.mark.parametrize(
    ("signatures", "expected"),
    [
        ([("Bo Park", ("Acme Fund LP",)), ("John Doe", ())], [("0000000001", "name"), ("0000000002", "name")]),
        ([("Bo Park", ()), ("Bo Park", ())], [("0000000001", "order"), ("0000000002", "order")]),
        ([("Bo Park", ())], [(None, None)]),
    ],
)
def test_signatures_are_matched_to_owners_where_that_is_certain(
    signatures: list[tuple[str, tuple[str, ...]]], expected: list[tuple[str | None, str | None]]
) -> None:
    given = tuple(Signature("x", signer, None, names) for signer, names in signatures)
    assert [(s.owner_cik, s.match) for s in matched(given, OWNERS)] == expected


@pytest.mark.parametrize(
    ("path", "accession"),
    [
        ("0000000001-14-000009.xml", "0000000001-14-000009"),
        ("000000000114000009.xml", "0000000001-14-000009"),
        ("edgar/data/8/000000000114000009/primary_doc.xml", "0000000001-14-000009"),
        ("edgar/data/8/0000000001-14-000009/0000000001-14-000009-form4.xml", "0000000001-14-000009"),
        ("doc4_0000000001-14-000009.xml", "0000000001-14-000009"),
        ("form4-20140205.xml", None),
        ("0000000001-14-000009_0000000001-14-000010.xml", None),
        ("10000000001-14-000009.xml", None),
    ],
)
def test_a_bare_ownership_document_has_its_accession_from_its_path(
    tmp_path: Path, path: str, accession: str | None
) -> None:
    file = tmp_path / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(xml())
    (reading,) = read_all([tmp_path])
    assert isinstance(reading, Reading)
    assert reading.record.filing is not None
    assert reading.record.filing.accession == accession
    assert len(reading.notes) == (accession is None)
    assert all("accession number" in note and "name the file" in note for note in reading.notes)


def test_the_header_goes_before_the_path(tmp_path: Path) -> None:
    (tmp_path / "0000000002-14-000001.txt").write_text(SUBMISSION.format(xml=xml()))
    (reading,) = read_all([tmp_path])
    assert isinstance(reading, Reading)
    assert reading.record.filing is not None
    assert reading.record.filing.accession == "0000000001-14-000009"


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("20140205", "2014-02-05"),
        ("2014-02-05-05:00", "2014-02-05"),
        ("2014-02-05T00:00:00Z", "2014-02-05"),
        ("2014-02-30", None),
        ("00000000", None),
        ("201402051", None),
        ("N/A", None),
        (None, None),
    ],
)
def test_dates(raw: str | None, expected: str | None) -> None:
    assert iso(raw) == expected


def test_numbers() -> None:
    assert (pad("8"), pad("0"), pad(None)) == ("0000000008", None, None)
    assert (dashed("000000000114000009"), dashed("1")) == ("0000000001-14-000009", None)


def test_a_batch_with_bad_files_costs_no_good_one(tmp_path: Path) -> None:
    good = SUBMISSION.format(xml=xml())
    (tmp_path / "1-empty.txt").write_bytes(b"")
    (tmp_path / "2-image.txt").write_bytes(b"\xff\xd8\xff\xe0\0\0")
    (tmp_path / "3-cut.txt").write_text(good[:900])
    (tmp_path / "4-line.txt").write_bytes(b"a" * 50_000_000)
    (tmp_path / "5-bytes.txt").write_bytes(b"I appoint \xff\xfe\xfa Ann")
    (tmp_path / "6-good.txt").write_text(good)
    found = list(read_all([tmp_path]))
    assert [type(f).__name__ for f in found] == ["Skipped"] * 5 + ["Reading"]
    reasons = [f.reason for f in found if isinstance(f, Skipped)]
    assert [r.split(";")[0].split(",")[0] for r in reasons] == [
        "the file is empty",
        "the file is a JPEG image",
        "the submission is cut off: <SEC-DOCUMENT> is never closed and the file ends at character 900",
        "one line has 50",
        "the bytes are neither UTF-8 nor Windows-1252 text at byte 10",
    ]


def test_many_documents_come_in_their_order_from_all_workers(tmp_path: Path) -> None:
    for number in range(60):
        (tmp_path / f"{number:02}.txt").write_text(f"Note number {number}.")
    steps: list[int] = []
    names = [
        r.record.document for r in read_all([tmp_path], workers=2, progress=steps.append) if isinstance(r, Reading)
    ]
    assert names == [f"{number:02}.txt" for number in range(60)]
    assert steps == list(range(1, 61))


@pytest.mark.parametrize(
    ("record", "key"),
    [
        (Record("0000000001-14-000009/poa.txt"), "0000000001-14-000009/record/poa.txt"),
        (Record("0000000001-14-000009/filing.txt"), "0000000001-14-000009/record/filing.txt"),
        (Record("a.txt"), "sha256-"),
        (
            from_json({"document": "a.txt", "filing": {"accession": "0000000001-14-000009"}, "instruments": []}, "x"),
            "0000000001-14-000009/record",
        ),
    ],
)
def test_record_lines_have_keys(record: Record, key: str) -> None:
    assert read_record(record, b"{}").key.startswith(key)


@pytest.mark.parametrize("name", ["reading", "filing", "text/1", "instrument/1/attorney/1", "poa.txt/filing"])
def test_no_record_line_is_a_node_of_another_document(name: str) -> None:
    """The nodes of a document go on from its own IRI, and a name may go on in the same way."""
    assert read_record(Record(f"0000000001-14-000009/{name}"), b"{}").key.startswith("sha256-")


def _unpacked(lines: Path, folder: Path) -> Path:
    """A packed set as a folder of documents with their records."""
    out = folder / lines.stem
    out.mkdir()
    for line in lines.read_text(encoding="utf-8").splitlines():
        one = json.loads(line)
        path = out / one["record"]["document"]
        path.write_text(one["text"], encoding="utf-8", newline="")
        path.with_suffix(".json").write_text(json.dumps(one["record"]), encoding="utf-8")
    return out


@pytest.mark.parametrize(
    ("folder", "least"),
    [
        ("real", {"exact": 1.0, "filing": 1.0}),
        ("dev", {"core": 0.998, "exact": 0.95, "filing": 1.0}),
        ("own", {"core": 0.992, "exact": 0.90, "filing": 1.0}),
        *((f"probes/{name}", {"core": core}) for name, core in PROBES.items()),
    ],
)
def test_scores_on_the_corpus(corpus: Path, tmp_path: Path, folder: str, least: dict[str, float]) -> None:
    """The figures that the scorer gives never fall below what was reached."""
    predictions = tmp_path / "records.jsonl"
    documents = OWN if folder == "own" else corpus / folder
    if folder.startswith("probes/"):
        documents = _unpacked(OWN.parent / f"{folder}.jsonl", tmp_path)
    readings = [r for r in read_all([documents], workers=2) if isinstance(r, Reading)]
    predictions.write_text("".join(dumps(r.record) + "\n" for r in readings), encoding="utf-8")
    scorer = [sys.executable, str(corpus / "score.py"), str(documents), str(predictions), "--json"]
    figures = json.loads(subprocess.run(scorer, capture_output=True, check=True, text=True).stdout)
    assert {name: figures[name] >= value for name, value in least.items()} == dict.fromkeys(least, True), figures
