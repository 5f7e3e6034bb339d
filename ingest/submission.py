"""The SGML container of an EDGAR submission: its header and its documents.

Two forms are read (EDGAR Filer Manual, Public Dissemination Service): the full submission with `<SEC-HEADER>` or
`<IMS-HEADER>` lines ("CENTRAL INDEX KEY:"), and the daily feed's tag header (`<SUBMISSION>`, `<CIK>`), whose tags may
all stand in one line. Splitting is linear in the size of the file. Addresses are not read.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import PurePath

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
_BOUND = re.compile(r"<(/?)DOCUMENT>")
_KEY = re.compile(r"[A-Z][A-Z /-]*")
_TAG = re.compile(r"<([A-Z][A-Z0-9-]*)>([^<\r\n]*)")
# The header's lines by the name that the feed's tags have for them.
_LINES = {
    "ACCESSION NUMBER": "ACCESSION-NUMBER",
    "CONFORMED SUBMISSION TYPE": "TYPE",
    "CONFORMED PERIOD OF REPORT": "PERIOD",
    "FILED AS OF DATE": "FILING-DATE",
    "SUBJECT COMPANY": "SUBJECT-COMPANY",
    "FILED BY": "FILED-BY",
    "COMPANY CONFORMED NAME": "CONFORMED-NAME",
    "CENTRAL INDEX KEY": "CIK",
    "FORMER CONFORMED NAME": "FORMER-CONFORMED-NAME",
}
# Who a filing is about, best first: a form of an insider names an issuer, a schedule a subject, others their filer.
_ISSUERS = ("ISSUER", "SUBJECT-COMPANY", "FILER")
_OWNERS = ("REPORTING-OWNER", "FILED-BY")


def is_submission(text: str) -> bool:
    """Whether characters begin as a submission does."""
    return _START.search(text, 0, 4000) is not None


def read_submission(text: str) -> Submission:
    """Split a submission. What its header does not say is None."""
    first = text.find("<DOCUMENT>")
    header = text[: first if first >= 0 else len(text)]
    fields: dict[str, str] = {}
    parties: dict[str, dict[Company, None]] = {}  # as ordered sets: a header may name an owner twice
    former: dict[str, list[str]] = {}
    part, name = "", ""
    for key, value in _tags(header) if "<SUBMISSION>" in header[:4000] else _lines(header):
        if key in _ISSUERS or key in _OWNERS:
            part, name = key, ""
        elif key == "CONFORMED-NAME":
            name = value
        elif key == "FORMER-CONFORMED-NAME":
            former.setdefault(part, []).append(value)
        elif key == "CIK":
            parties.setdefault(part, {})[Company(pad(value), name)] = None
        else:
            fields.setdefault(key, value)
    return Submission(
        accession=dashed(fields.get("ACCESSION-NUMBER")),
        form=fields.get("TYPE") or None,
        period=iso(fields.get("PERIOD")),
        filed=iso(fields.get("FILING-DATE")),
        issuer=next(
            (replace(c, former_names=tuple(former.get(p, ()))) for p in _ISSUERS for c in parties.get(p, ())), None
        ),
        owners=tuple(company for p in _OWNERS for company in parties.get(p, ())),
        members=tuple(_members(text)),
    )


def _tags(header: str) -> Iterator[tuple[str, str]]:
    for name, value in _TAG.findall(header):
        yield name, value.strip()


def _lines(header: str) -> Iterator[tuple[str, str]]:
    for line in header.splitlines():
        key, colon, value = line.partition(":")
        if colon and _KEY.fullmatch(key.strip()):
            yield _LINES.get(key.strip(), key.strip()), value.strip()


def _members(text: str) -> Iterator[Member]:
    """The documents between their tags, each tag looked at once; the last one may lack its end."""
    opened: int | None = None
    for bound in _BOUND.finditer(text):
        if opened is not None:
            yield from _member(text, opened, bound.start())
        opened = None if bound.group(1) else bound.end()
    if opened is not None:
        yield from _member(text, opened, len(text))


def _member(text: str, start: int, end: int) -> Iterator[Member]:
    begin = text.find("<TEXT>", start, end)
    if begin < 0:
        return
    tags = {name: value.strip() for name, value in _TAG.findall(text, start, begin)}
    close = text.rfind("</TEXT>", begin, end)
    yield Member(
        tags.get("TYPE", "").upper(),
        tags.get("SEQUENCE"),
        tags.get("FILENAME"),
        begin + len("<TEXT>"),
        close if close >= 0 else end,
    )


def pad(cik: str | None) -> str | None:
    """A CIK with ten digits; None where there is none."""
    digits = re.sub(r"\D", "", cik or "")
    return digits.zfill(10) if digits and int(digits) else None


def dashed(accession: str | None) -> str | None:
    """An accession number with its dashes; None where there is none."""
    digits = re.sub(r"\D", "", accession or "")
    return f"{digits[:10]}-{digits[10:12]}-{digits[12:]}" if len(digits) == 18 else None


_IN_PATH = re.compile(r"(?<!\d)(\d{10}-\d{2}-\d{6}|\d{18})(?![\d-])")


def accession_of(path: PurePath) -> str | None:
    """The accession number that a file's name or folders give, as EDGAR names them; None where they give none.

    `0001127602-25-001055.xml` has it, and `edgar/data/1750/000112760225001055/form4.xml`; the nearest part counts.
    """
    for part in reversed(path.parts):
        found = _IN_PATH.findall(part)
        if len(found) == 1:
            return dashed(found[0])
    return None


def iso(date: str | None) -> str | None:
    """`YYYYMMDD` or `YYYY-MM-DD`, with or without a zone offset, as `YYYY-MM-DD`; None for what is no day at all."""
    found = re.match(r"\s*(\d{4})-?(\d{2})-?(\d{2})(?!\d)", date or "")
    try:
        return datetime.date(*map(int, found.groups())).isoformat() if found else None
    except ValueError:
        return None
