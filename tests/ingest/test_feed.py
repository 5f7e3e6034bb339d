"""A day of the feed is read as a stream; what is wrong with an archive or a member is said and costs nothing else."""

from __future__ import annotations

import gzip
import io
import tarfile
from pathlib import Path

import pytest
from infact.common.errors import Skipped
from infact.ingest.feed import Packed, members
from infact.ingest.read import Reading, read_all

MEMBER = """<SUBMISSION>
<ACCESSION-NUMBER>{accession}
<TYPE>4
<PERIOD>20240102
<FILING-DATE>20240103
<REPORTING-OWNER>
<OWNER-DATA>
<CONFORMED-NAME>DOE JOHN A
<CIK>0000000008
</OWNER-DATA>
</REPORTING-OWNER>
<ISSUER>
<COMPANY-DATA>
<CONFORMED-NAME>ACME FERRIES INC
<CIK>0000000007
</COMPANY-DATA>
</ISSUER>
<DOCUMENT>
<TYPE>4
<SEQUENCE>1
<FILENAME>x.xml
<TEXT>
<XML>
<ownershipDocument>
<reportingOwner><rptOwnerCik>8</rptOwnerCik><rptOwnerName>DOE JOHN A</rptOwnerName><isOfficer>true</isOfficer>
<officerTitle>Treasurer</officerTitle></reportingOwner>
<ownerSignature><signatureName>/s/ Ann Lee, attorney-in-fact</signatureName>
<signatureDate>2024-01-03</signatureDate></ownerSignature>
</ownershipDocument>
</XML>
</TEXT>
</DOCUMENT>
</SUBMISSION>
"""


def member(number: int, end: str = "\n") -> bytes:
    return MEMBER.format(accession=f"0000000001-24-{number:06}").replace("\n", end).encode()


def tar(*files: tuple[str | tarfile.TarInfo, bytes]) -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        for name, raw in files:
            info = tarfile.TarInfo(name) if isinstance(name, str) else name
            info.size = len(raw)
            archive.addfile(info, io.BytesIO(raw))
    return out.getvalue()


def archive(folder: Path, *files: tuple[str | tarfile.TarInfo, bytes]) -> Path:
    path = folder / "20240103.nc.tar.gz"
    path.write_bytes(gzip.compress(tar(*files), mtime=0))
    return path


def reasons(found: list[Packed | Skipped]) -> dict[str, str]:
    return {one.source.rpartition(": ")[2]: one.reason for one in found if isinstance(one, Skipped)}


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_a_member_is_read_as_a_submission_whatever_its_line_ends(tmp_path: Path, end: str) -> None:
    (reading,) = read_all([archive(tmp_path, ("0000000001-24-000001.nc", member(1, end)))])
    assert isinstance(reading, Reading)
    assert reading.key == "0000000001-24-000001/feed"
    filing = reading.record.filing
    assert filing is not None
    assert (filing.form, filing.filed, filing.period) == ("4", "2024-01-03", "2024-01-02")
    assert [(o.cik, o.roles, o.title) for o in filing.owners] == [("0000000008", ("officer",), "Treasurer")]
    assert [(s.signer, s.capacity, s.date) for s in filing.signatures] == [
        ("Ann Lee", "attorney-in-fact", "2024-01-03")
    ]


def test_a_plain_tar_in_a_folder_is_read_like_a_packed_one(tmp_path: Path) -> None:
    (tmp_path / "day.tar").write_bytes(tar(("a.nc", member(1)), ("b.nc", member(2))))
    assert [r.key for r in read_all([tmp_path]) if isinstance(r, Reading)] == [
        "0000000001-24-000001/feed",
        "0000000001-24-000002/feed",
    ]


def test_members_that_are_no_documents_are_named_and_the_others_are_read(tmp_path: Path) -> None:
    link = tarfile.TarInfo("link.nc")
    link.type, link.linkname = tarfile.SYMTYPE, "/etc/passwd"
    folder = tarfile.TarInfo("day")
    folder.type = tarfile.DIRTYPE
    path = archive(
        tmp_path,
        (folder, b""),
        ("../out.nc", member(1)),
        ("/root.nc", member(2)),
        (link, b""),
        ("picture.gif", b"GIF89a"),
        ("large.nc", b" " * 4000),
        ("day/good.nc", member(3)),
    )
    found = list(members(path, limit=3000))
    assert [one.name for one in found if isinstance(one, Packed)] == ["day/good.nc"]
    assert reasons(found) == {
        "../out.nc": "its name leads out of the archive, so it is not read",
        "/root.nc": "its name leads out of the archive, so it is not read",
        "link.nc": "it is a link or another special member, which is not read",
        "picture.gif": "members of the kind .gif are not read",
        "large.nc": "the document has 4,000 bytes, more than the limit of 3,000; raise it with --limit",
    }
    assert sorted(p.name for p in tmp_path.rglob("*")) == [path.name]


@pytest.mark.parametrize("packed", [True, False])
def test_an_archive_that_is_cut_off_is_read_up_to_there_and_named(tmp_path: Path, packed: bool) -> None:
    raw = tar(("a.nc", member(1)), ("b.nc", member(2)))
    cut = gzip.compress(raw)[:-12] if packed else raw[: 512 + (len(member(1)) // 512 + 1) * 512 + 700]
    (tmp_path / "cut.tar").write_bytes(cut)
    found = list(members(tmp_path / "cut.tar"))
    assert [one.name for one in found if isinstance(one, Packed)][:1] == ["a.nc"]
    assert isinstance(found[-1], Skipped)
    assert "the archive breaks behind" in found[-1].reason


def test_an_archive_cut_between_two_members_is_named_too(tmp_path: Path) -> None:
    raw = tar(("a.nc", member(1)), ("b.nc", member(2)))
    (tmp_path / "cut.tar").write_bytes(raw[: 512 + (len(member(1)) // 512 + 1) * 512])
    found = list(members(tmp_path / "cut.tar"))
    assert isinstance(found[-1], Skipped)
    assert "breaks behind 'a.nc' (it has no end)" in found[-1].reason


def test_what_is_no_archive_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.gz").write_bytes(gzip.compress(b"no tar at all, but long enough to be one" * 40))
    (found,) = members(tmp_path / "a.gz")
    assert isinstance(found, Skipped)
    assert "the archive breaks behind nothing" in found.reason


def test_a_bomb_is_not_unpacked(tmp_path: Path) -> None:
    path = archive(tmp_path, ("a.nc", member(1)), ("bomb.nc", bytes(150 * 2**20)), ("b.nc", member(2)))
    found = list(members(path))
    assert [one.name for one in found if isinstance(one, Packed)] == ["a.nc"]
    assert isinstance(found[-1], Skipped)
    assert "which no archive of texts does" in found[-1].reason


def test_a_header_without_end_is_not_read_into_memory(tmp_path: Path) -> None:
    header = tarfile.TarInfo("long")
    header.type, header.size = tarfile.GNUTYPE_LONGNAME, 1 << 33
    (tmp_path / "a.tar").write_bytes(header.tobuf(tarfile.GNU_FORMAT) + b"x" * (3 * 2**20))
    (found,) = members(tmp_path / "a.tar")
    assert isinstance(found, Skipped)
    assert "what stands between two members is longer than any header" in found.reason


def test_sizes_of_sparse_members_are_not_believed(tmp_path: Path) -> None:
    info = tarfile.TarInfo("sparse.nc")
    info.type = tarfile.GNUTYPE_SPARSE
    (tmp_path / "a.tar").write_bytes(tar((info, member(1)), ("b.nc", member(2))))
    found = list(members(tmp_path / "a.tar"))
    assert reasons(found)
    assert all(one.name == "b.nc" for one in found if isinstance(one, Packed))


def test_what_a_member_lacks_is_said_with_its_place(tmp_path: Path) -> None:
    path = archive(tmp_path, ("cut.nc", member(1)[:-20]), ("empty.nc", b""))
    found = list(read_all([path]))
    assert [one.source for one in found if isinstance(one, Skipped)] == [f"{path}: cut.nc", f"{path}: empty.nc"]
