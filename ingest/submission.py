"""The SGML container of an EDGAR submission: its header and its documents.

Two forms are read (EDGAR Filer Manual, Public Dissemination Service): the full submission with `<SEC-HEADER>` or
`<IMS-HEADER>` lines ("CENTRAL INDEX KEY:"), and the daily feed's tag header (`<SUBMISSION>`, `<CIK>`), whose tags may
all stand in one line. Splitting is linear in the size of the file. Addresses are not read.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from .records import Company


@dataclass(frozen=True, slots=True)
class Member:
    """One `<DOCUMENT>`: its type and names, and where its text stands in the submission's characters."""

    type: str
    sequence: str | None
    filename: str | None
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Submission:
    """A submission's header and documents. Names and CIKs stand in the header's order; CIKs have ten digits."""

    accession: str | None
    form: str | None
    period: str | None
    filed: str | None
    issuer: Company | None
    owners: tuple[Company, ...]
    members: tuple[Member, ...]


_START = re.compile(r"<SEC-DOCUMENT>|<SEC-HEADER>|<IMS-HEADER>|<IMS-DOCUMENT>|<SUBMISSION>")
_MEMBER = re.compile(r"<DOCUMENT>(.*?)<TEXT>(.*?)</TEXT>", re.DOTALL)
_FIELD = re.compile(r"^[ \t]*([A-Z][A-Z /-]+?):[ \t]*(.*?)[ \t]*$", re.MULTILINE)
_TAG = re.compile(r"<([A-Z][A-Z0-9-]*)>([^<\r\n]*)")


def is_submission(text: str) -> bool:
    """Whether characters begin as a submission does."""
    return _START.search(text, 0, 4000) is not None


def read_submission(text: str) -> Submission:
    """Split a submission. What its header does not say is None."""
    members = tuple(_member(m) for m in _MEMBER.finditer(text))
    first = text.find("<DOCUMENT>")
    header = text[: first if first >= 0 else len(text)]
    return _from_tags(header, members) if "<SUBMISSION>" in header[:4000] else _from_lines(header, members)


def _member(found: re.Match[str]) -> Member:
    tags = {name: value.strip() for name, value in _TAG.findall(found.group(1))}
    return Member(
        tags.get("TYPE", "").upper(), tags.get("SEQUENCE"), tags.get("FILENAME"), found.start(2), found.end(2)
    )


def _from_lines(header: str, members: tuple[Member, ...]) -> Submission:
    fields: dict[str, str] = {}
    issuer: Company | None = None
    owners: list[Company] = []
    part, name = "", ""
    for found in _FIELD.finditer(header.replace("\r\n", "\n").replace("\r", "\n")):
        key, value = found.group(1), found.group(2)
        if key in ("ISSUER", "SUBJECT COMPANY", "REPORTING-OWNER", "FILER", "FILED BY"):
            part = key
        elif key == "COMPANY CONFORMED NAME":
            name = value
        elif key == "CENTRAL INDEX KEY":
            company = Company(pad(value), name)
            if part in ("ISSUER", "SUBJECT COMPANY"):
                issuer = issuer or company
            elif part == "REPORTING-OWNER":
                owners.append(company)
        else:
            fields.setdefault(key, value)
    return Submission(
        dashed(fields.get("ACCESSION NUMBER")),
        fields.get("CONFORMED SUBMISSION TYPE") or None,
        iso(fields.get("CONFORMED PERIOD OF REPORT")),
        iso(fields.get("FILED AS OF DATE")),
        issuer,
        tuple(owners),
        members,
    )


def _from_tags(header: str, members: tuple[Member, ...]) -> Submission:
    fields: dict[str, str] = {}
    issuer: Company | None = None
    owners: list[Company] = []
    part, name = "", ""
    for key, raw in _TAG.findall(header):
        value = raw.strip()
        if key in ("ISSUER", "SUBJECT-COMPANY", "REPORTING-OWNER", "FILER", "FILED-BY"):
            part = key
        elif key == "CONFORMED-NAME":
            name = value
        elif key == "CIK":
            company = Company(pad(value), name)
            if part in ("ISSUER", "SUBJECT-COMPANY"):
                issuer = issuer or company
            elif part == "REPORTING-OWNER":
                owners.append(company)
        else:
            fields.setdefault(key, value)
    return Submission(
        dashed(fields.get("ACCESSION-NUMBER")),
        fields.get("TYPE") or None,
        iso(fields.get("PERIOD")),
        iso(fields.get("FILING-DATE")),
        issuer,
        tuple(owners),
        members,
    )


def pad(cik: str | None) -> str | None:
    """A CIK with ten digits; None where there is none."""
    digits = re.sub(r"\D", "", cik or "")
    return digits.zfill(10) if digits and int(digits) else None


def dashed(accession: str | None) -> str | None:
    """An accession number with its dashes; None where there is none."""
    digits = re.sub(r"\D", "", accession or "")
    return f"{digits[:10]}-{digits[10:12]}-{digits[12:]}" if len(digits) == 18 else None


def iso(date: str | None) -> str | None:
    """`YYYYMMDD` or `YYYY-MM-DD`, with or without a zone offset, as `YYYY-MM-DD`; None for anything else."""
    found = re.match(r"\s*(\d{4})-?(\d{2})-?(\d{2})(?!\d)", date or "")
    return "-".join(found.groups()) if found else None
