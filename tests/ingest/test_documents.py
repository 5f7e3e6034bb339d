"""Sources: what is read, what is refused, and how clearly."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from infact.common.errors import DocumentError, Skipped
from infact.ingest.documents import Source, decode, discover, load

GOOD = "POWER OF ATTORNEY\n\nI appoint Ann Lee.\n"


@pytest.mark.parametrize(
    ("raw", "message"),
    [
        (b"", "the file is empty"),
        (b"  \n", "the file is empty"),
        (b"\xff\xd8\xff\xe0" + b"\0" * 50, "a JPEG image"),
        (b"\x89PNG\r\n\x1a\n", "a PNG image"),
        (b"%PDF-1.7", "a PDF file"),
        (b"PK\x03\x04", "a ZIP archive"),
        (b"\x1f\x8b\x08", "gzip data"),
        (b"text \0\0\0\0\0\0 more", "binary data"),
        (b"I appoint Ann \xff\xfe\xfa Lee", "neither UTF-8 nor Windows-1252 text at byte 14"),
        ("Jos\u00e9 ".encode() + b"and \xe9\xe9 text", "neither UTF-8 nor Windows-1252"),
        (bytes(range(1, 255)), "neither UTF-8 nor Windows-1252"),
        (b"caf\xc3(", "neither UTF-8 nor Windows-1252 text at byte 3"),
        (b"Ann \xe2\x80 Lee", "neither UTF-8 nor Windows-1252 text at byte 4"),
        (b"Ann\xffLee", "neither UTF-8 nor Windows-1252 text at byte 3"),
        (b"\xff\xfe" + bytes(range(1, 200)) * 2, "marked as UTF-16 and holds no text"),
        (b"\xff\xfeA\0B", "marked as UTF-16 and breaks at byte 4"),
        (b"x" * (9 * 1024 * 1024), "one line has 9,437,184 bytes"),
        (
            b"<SEC-DOCUMENT>0000000001-11-000001.txt\n<DOCUMENT>\n<TYPE>4\n",
            "is cut off: <SEC-DOCUMENT> is never closed",
        ),
        (b"<SUBMISSION><ACCESSION-NUMBER>1<TYPE>4", "is cut off: <SUBMISSION>"),
        (b"<?xml version='1.0'?><ownershipDocument><issuer>", "is cut off: <ownershipDocument"),
        (b"<DOCUMENT>\n<TYPE>EX-24\n<TEXT>\nI appoint", "is cut off: <DOCUMENT>"),
        (b"<DOCUMENT>\n<TEXT>\n</TEXT>\n</DOCUMENT>\n<DOCUMENT>\n<TEXT>\nI appoint", "is cut off: <DOCUMENT>"),
    ],
)
def test_what_cannot_be_read_is_refused_with_its_reason(tmp_path: Path, raw: bytes, message: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(raw)
    with pytest.raises(DocumentError, match=message.replace("(", r"\(")) as raised:
        load(path)
    assert str(raised.value).startswith(f"{path}: ")


@pytest.mark.parametrize(
    ("raw", "text", "encoding"),
    [
        (GOOD.encode(), GOOD, "utf-8"),
        (b"\xef\xbb\xbf" + GOOD.encode(), GOOD, "utf-8"),
        (GOOD.encode("utf-16"), GOOD, "utf-16"),
        (b"the \x93Company\x94, Jos\xe9", "the \u201cCompany\u201d, Jos\u00e9", "windows-1252"),
        (b"the undersigned\x92s name", "the undersigned\u2019s name", "windows-1252"),
        (b"the \x93CAF\xc9\x94", "the \u201cCAF\u00c9\u201d", "windows-1252"),
        (b"Gu\xf0r\xfan \xdeor and \xd8yvind", "Gu\u00f0r\u00fan \u00deor and \u00d8yvind", "windows-1252"),
        (b"from \xe0 to z", "from \u00e0 to z", "windows-1252"),
        (GOOD.encode("utf-32"), GOOD, "utf-32"),
    ],
)
def test_characters_are_made_out(raw: bytes, text: str, encoding: str) -> None:
    assert decode(raw, "a.txt") == (text, encoding)


def test_a_document_above_the_limit_is_refused_and_the_limit_is_an_option(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(GOOD)
    with pytest.raises(DocumentError, match=r"38 bytes, more than the limit of 10; raise it with --limit"):
        load(path, limit=10)
    assert load(path, limit=38).text == GOOD


def test_lines_may_end_as_they_did_on_any_machine() -> None:
    raw = b"a line of a document\r" * 450_000
    assert decode(raw, "a.txt") == (raw.decode(), "utf-8")


def test_folders_are_searched_in_order_and_nothing_is_lost_in_silence(tmp_path: Path) -> None:
    for name in ("b.txt", "a.htm", "a.json", "c.pdf", "README.md", ".hidden", ".git/x.txt", "sub/d.nc", "sub/e.jsonl"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("x")
    found = list(discover([tmp_path]))
    assert [f.path.name for f in found if isinstance(f, Source)] == ["a.htm", "b.txt", "d.nc", "e.jsonl"]
    assert [(Path(f.source).name, f.reason) for f in found if isinstance(f, Skipped)] == [
        ("c.pdf", "files of the kind .pdf are not read")
    ]
    assert [f.is_records for f in found if isinstance(f, Source)] == [False, False, False, True]


def test_a_path_that_does_not_exist_is_an_error() -> None:
    with pytest.raises(DocumentError, match="there is no such file or folder"):
        list(discover([Path("nowhere")]))


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(raw: bytes) -> None:
    try:
        text, _ = decode(raw, "x")
    except DocumentError:
        return
    assert text
