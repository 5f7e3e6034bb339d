"""Readings: what is passed over is named, and no source ends a run."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from infact.common.errors import Skipped
from infact.ingest import read as reader
from infact.ingest.documents import Document
from infact.ingest.read import Reading, make_all, read, read_all

POWER = "POWER OF ATTORNEY\n\nI, {who}, appoint Ann Lee to sign Forms 3, 4 and 5.\n\nDated: May 3, 2011\n\n/s/ {who}\n"
EXHIBIT = "<DOCUMENT>\n<TYPE>EX-24\n<SEQUENCE>{n}\n<FILENAME>{name}\n<TEXT>\n{text}\n</TEXT>\n</DOCUMENT>\n"
HEADER = "<SEC-DOCUMENT>x.txt\n<SEC-HEADER>\nACCESSION NUMBER:\t0000000001-14-000009\nCONFORMED SUBMISSION TYPE:\t4\n"


def submission(*exhibits: tuple[str, str]) -> Document:
    """A submission of exhibits, each a name and a text."""
    parts = [EXHIBIT.format(n=n, name=name, text=text) for n, (name, text) in enumerate(exhibits, 2)]
    text = HEADER + "</SEC-HEADER>\n" + "".join(parts) + "</SEC-DOCUMENT>\n"
    return Document("x.txt", Path("x.txt"), text, "0" * 64, len(text), "utf-8")


@pytest.mark.parametrize(
    "text", ["<PDF>\nbegin 644 a.pdf\nM1234\nend\n</PDF>", "begin 644 a.jpg\nM1234\nend", "%PDF-1.4"]
)
def test_an_exhibit_that_is_no_text_is_named_and_the_others_are_read(text: str) -> None:
    reading = read(submission(("a.pdf", text), ("poa.txt", POWER.format(who="Bo Park"))))
    assert reading.notes == ("EX-24 a.pdf is a PDF or an image, which is not read",)
    assert [i.exhibit for i in reading.record.instruments] == ["poa.txt"]


def test_the_evidence_of_exhibits_of_one_name_leads_to_each_ones_text() -> None:
    reading = read(submission(("poa.txt", POWER.format(who="Bo Park")), ("poa.txt", POWER.format(who="Mary Roe"))))
    assert len(reading.texts) == 2
    found = [
        (e.quote, reading.texts[i.exhibit or "1"][e.start : e.end])
        for i in reading.record.instruments
        for e in i.evidence
    ]
    assert len(found) > 10
    assert [quote for quote, _ in found] == [piece for _, piece in found]


def test_a_defect_costs_one_document(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("a.txt", "b.txt", "c.txt"):
        (tmp_path / name).write_text("A note.")

    def fails(document: Document) -> Reading:
        if document.name == "b.txt":
            raise ZeroDivisionError("of a kind")
        return read(document)

    monkeypatch.setattr(reader, "read", fails)
    found = list(read_all([tmp_path], workers=1))
    assert [f.reason for f in found if isinstance(f, Skipped)] == [
        "reading it failed with ZeroDivisionError: of a kind; please report this document"
    ]
    assert [f.record.document for f in found if isinstance(f, Reading)] == ["a.txt", "c.txt"]


def test_what_cannot_be_made_of_a_reading_is_skipped(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text("A note.")

    def make(result: Reading | Skipped, path: Path) -> str:
        if isinstance(result, Skipped):
            return f"{Path(result.source).name}: {result.reason}"
        if path.name == "a.txt":
            raise KeyError("x")
        return path.name

    assert list(make_all([tmp_path], make)) == [
        "a.txt: reading it failed with KeyError: 'x'; please report this document",
        "b.txt",
    ]


def test_record_lines_are_read_in_order_by_all_workers(tmp_path: Path) -> None:
    lines = [json.dumps({"document": f"{n}.txt", "filing": None, "instruments": []}) for n in range(10_000)]
    (tmp_path / "a.jsonl").write_text("\n".join([*lines[:5000], "{", *lines[5000:]]))
    found = list(read_all([tmp_path], workers=2))
    assert [f.record.document for f in found if isinstance(f, Reading)] == [f"{n}.txt" for n in range(10_000)]
    assert [f.source for f in found if isinstance(f, Skipped)] == [f"{tmp_path / 'a.jsonl'}:5001"]


@pytest.mark.parametrize("name", ["a.txt", "a.jsonl"])
def test_a_link_to_nowhere_is_skipped(tmp_path: Path, name: str) -> None:
    (tmp_path / name).symlink_to(tmp_path / "nowhere")
    (skipped,) = read_all([tmp_path])
    assert isinstance(skipped, Skipped)
    assert skipped.reason.startswith("the file is gone, or the link leads to no file")
    assert "permissions" not in skipped.reason
