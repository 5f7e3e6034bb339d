"""The SEC's Insider Transactions Data Sets: a quarter of Forms 3, 4 and 5 as one zip of tab-separated tables.

Three of its tables matter here: SUBMISSION, REPORTINGOWNER and OWNER_SIGNATURE, joined by accession number. An issuer
is known by its CIK and never by its ticker; a signature row says nothing of an owner, so signatures are matched to
owners as those of any filing are. Addresses are not read. Callers may rely on: filings in the order of issuer and
accession; memory that does not grow with the set (rows wait on disk, nothing is unpacked); and whatever is left out
being returned as `Skipped` with its table and line.
"""

from __future__ import annotations

import datetime
import hashlib
import json
import re
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Any

from ..common.errors import DocumentError, Skipped
from .documents import without_place
from .filings import signed
from .iris import is_accession
from .records import Company, Filing, Owner, Role
from .sorting import sorted_lines
from .submission import dashed, pad
from .tables import BadRow, members, rows

_SUBMISSION = ("ACCESSION_NUMBER", "FILING_DATE", "DOCUMENT_TYPE", "ISSUERCIK", "ISSUERNAME")
_OWNER = ("ACCESSION_NUMBER", "RPTOWNERCIK", "RPTOWNERNAME")
_OWNER_TOO = ("RPTOWNER_RELATIONSHIP", "RPTOWNER_TITLE")
_SIGNATURE = ("ACCESSION_NUMBER", "OWNERSIGNATURENAME", "OWNERSIGNATUREDATE")
TABLES = ("SUBMISSION", "REPORTINGOWNER", "OWNER_SIGNATURE")
_MONTHS = {name: n for n, name in enumerate("JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC".split(), 1)}
_DAY = re.compile(r"(\d{1,2})-([A-Za-z]{3})-(\d{4})|(\d{4})-(\d{2})-(\d{2})")
_ROLES: dict[str, Role] = {
    "DIRECTOR": "director",
    "OFFICER": "officer",
    "TENPERCENTOWNER": "ten-percent-owner",
    "TENPERCENT": "ten-percent-owner",
    "10OWNER": "ten-percent-owner",
    "10PERCENTOWNER": "ten-percent-owner",
    "OTHER": "other",
}
# Rows of a set in memory at a time while it is sorted, and filings in a piece, which holds issuers as a whole.
_RUN, PIECE = 100_000, 400
# An issuer with more filings than these is in several groups, each with its own nodes of names.
_GROUP = 2_000


@dataclass(frozen=True)
class SetFiling:
    """A filing as a data set states it, its signatures not yet read.

    `group` counts from 1 where one issuer's filings are so many that they are several groups.
    """

    filing: Filing
    signatures: tuple[tuple[str, str | None], ...]
    year: str
    group: int = 1

    def read(self) -> Filing:
        """The filing with its signatures read and matched to owners."""
        return signed(self.filing, self.signatures)


@dataclass(frozen=True)
class Piece:
    """Filings of one data set and year, issuers as a whole; `sha256` and `size` are of the zip.

    The `first` piece of a year says so.
    """

    path: Path
    sha256: str
    size: int
    year: str
    filings: tuple[SetFiling, ...]
    first: bool


@dataclass(frozen=True, slots=True)
class Held:
    """A data set that need not be read again."""

    path: Path
    sha256: str


def fingerprint(path: Path) -> tuple[str, int]:
    """The SHA-256 of a file and its size."""
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256")
        return digest.hexdigest(), file.tell()


def read_set(path: Path) -> Iterator[SetFiling | Skipped]:
    """Every filing of a data set, in the order of year, issuer and accession, and whatever was left out.

    Raises:
        DocumentError: The zip is damaged, or a table or column that is needed is missing.
    """
    where = str(path)
    try:
        with zipfile.ZipFile(path) as archive:
            found, refused = members(archive, where)
            yield from (Skipped(f"{where}: {name}", reason) for name, reason in refused)
            missing = [name for name in TABLES if name not in found]
            if missing:
                raise DocumentError(
                    f"the zip has no table {', '.join(missing)}, which an Insider Transactions Data Set has",
                    where=where,
                    remedy="fetch it again, or unpack it if it is something else",
                )
            yield from _ordered(_joined(archive, found, where), where)
    except (zipfile.BadZipFile, zipfile.LargeZipFile, zlib.error, EOFError, NotImplementedError) as error:
        raise DocumentError(f"the zip is damaged ({error})", where=where, remedy="fetch it again") from error
    except OSError as error:
        raise DocumentError(f"the zip cannot be read ({error})", where=where, remedy="fetch it again") from error


def pieces(path: Path) -> Iterator[Piece | Skipped]:
    """A data set in pieces that can be worked on apart; why it could not be read is returned, not raised."""
    digest, size = fingerprint(path)
    years: set[str] = set()

    def piece() -> Piece:
        year = waiting[0].year
        first = year not in years
        years.add(year)
        return Piece(path, digest, size, year, tuple(waiting), first)

    waiting: list[SetFiling] = []
    try:
        for one in read_set(path):
            if isinstance(one, Skipped):
                yield one
                continue
            other = waiting and _group(one) != _group(waiting[-1])
            if other and (len(waiting) >= PIECE or one.year != waiting[0].year):
                yield piece()
                waiting = []
            waiting.append(one)
        if waiting:
            yield piece()
    except DocumentError as error:
        yield Skipped(str(path), without_place(error, str(path)))


def _group(one: SetFiling) -> tuple[str, str | None, int]:
    return one.year, one.filing.issuer.cik if one.filing.issuer else None, one.group


def _joined(archive: zipfile.ZipFile, found: dict[str, zipfile.ZipInfo], where: str) -> Iterator[list[Any] | Skipped]:
    """Each submission with its owners and signatures, by accession: lines of JSON-able values."""
    skipped: list[Skipped] = []
    tables = (
        _sorted_table(archive, found["SUBMISSION"], _SUBMISSION, ("PERIOD_OF_REPORT",), where, skipped),
        _sorted_table(archive, found["REPORTINGOWNER"], _OWNER, _OWNER_TOO, where, skipped),
        _sorted_table(archive, found["OWNER_SIGNATURE"], _SIGNATURE, (), where, skipped),
    )
    heads = [next(table, None) for table in tables]
    while any(head is not None for head in heads):
        yield from skipped
        skipped.clear()
        accession = min(head[0] for head in heads if head is not None)
        mine: list[list[list[Any]]] = [[], [], []]
        for place, table in enumerate(tables):
            while (head := heads[place]) is not None and head[0] == accession:
                mine[place].append(head)
                heads[place] = next(table, None)
        submissions, owners, signatures = mine
        if not submissions:
            for name, lines in ((TABLES[1], owners), (TABLES[2], signatures)):
                for row in lines:
                    at = f"{where}: {name} line {row[1]}"
                    yield Skipped(at, f"accession {accession} has no row in SUBMISSION, so the row was left out")
            continue
        for row in submissions[1:]:
            same = row[2:] == submissions[0][2:]
            what = "again, word for word" if same else "again with other values; the first row stays"
            yield Skipped(f"{where}: SUBMISSION line {row[1]}", f"accession {accession} stands there {what}")
        yield [submissions[0], owners, signatures]
    yield from skipped


def _sorted_table(
    archive: zipfile.ZipFile,
    info: zipfile.ZipInfo,
    required: tuple[str, ...],
    optional: tuple[str, ...],
    where: str,
    skipped: list[Skipped],
) -> Iterator[list[Any]]:
    """A table's rows by accession and line: accession, line, the other fields."""
    place = f"{where}: {info.filename}"

    def lines() -> Iterator[bytes]:
        with archive.open(info) as file:
            for row in rows(file, required, optional, where=place):
                if isinstance(row, BadRow):
                    skipped.append(Skipped(f"{place} line {row.line}", row.reason))
                    continue
                accession = dashed(row.fields[0])
                if not is_accession(accession):
                    reason = f"{row.fields[0]!r} is no accession number, so the row was left out"
                    skipped.append(Skipped(f"{place} line {row.line}", reason))
                    continue
                yield f"{accession}\t{row.line:09}\t{json.dumps(row.fields[1:], ensure_ascii=False)}\n".encode()

    for line in sorted_lines(lines(), _RUN):
        accession, number, rest = line.decode().split("\t", 2)
        yield [accession, int(number), *json.loads(rest)]


def _ordered(joined: Iterator[list[Any] | Skipped], where: str) -> Iterator[SetFiling | Skipped]:
    """Filings by year, issuer and accession; what was left out comes first."""
    skipped: list[Skipped] = []

    def lines() -> Iterator[bytes]:
        for one in joined:
            if isinstance(one, Skipped):
                skipped.append(one)
                continue
            (accession, _, filed, _, issuer, *_), *_ = one
            year = (_iso(filed) or f"20{accession[11:13]}")[:4]
            yield f"{year}\t{pad(issuer) or ''}\t{accession}\t{json.dumps(one, ensure_ascii=False)}\n".encode()

    ordered = sorted_lines(lines(), _RUN)
    first = next(ordered, None)  # by now every row was read
    yield from skipped
    before, count = None, 0
    for line in chain((first,) if first else (), ordered):
        year, issuer, _, rest = line.decode().split("\t", 3)
        count = count + 1 if (year, issuer) == before else 0
        before = year, issuer
        yield from _set_filing(json.loads(rest), year, 1 + count // _GROUP, where)


def _set_filing(joined: list[Any], year: str, group: int, where: str) -> Iterator[SetFiling | Skipped]:
    """A filing of its rows; a value that cannot be read is returned before it, and the filing does without."""
    (accession, line, filed, form, cik, name, period), owners, signatures = joined
    lost: list[Skipped] = []

    def day(value: str, table: str, column: str, number: int) -> str | None:
        found = _iso(value)
        if value and found is None:
            lost.append(Skipped(f"{where}: {table} line {number}", f"{column} {value!r} is no date and was left out"))
        return found

    def roles(value: str, number: int) -> tuple[Role, ...]:
        found: dict[Role, None] = {}
        for part in filter(None, (part.strip() for part in re.split("[,;]", value))):
            role = _ROLES.get(re.sub("[^A-Z0-9]", "", part.upper()))
            if role is None:
                reason = f"RPTOWNER_RELATIONSHIP {part!r} is no role that is known and was left out"
                lost.append(Skipped(f"{where}: REPORTINGOWNER line {number}", reason))
            else:
                found[role] = None
        return tuple(dict.fromkeys(role for role in _ROLES.values() if role in found))

    filing = Filing(
        accession=accession,
        form=form or None,
        filed=day(filed, "SUBMISSION", "FILING_DATE", line),
        period=day(period, "SUBMISSION", "PERIOD_OF_REPORT", line),
        issuer=Company(pad(cik), name) if name or pad(cik) else None,
        owners=tuple(
            Owner(pad(owner), printed, roles(relation, number), title or None)
            for _, number, owner, printed, relation, title in owners
        ),
    )
    lines = tuple(
        (text, day(date, "OWNER_SIGNATURE", "OWNERSIGNATUREDATE", number)) for _, number, text, date in signatures
    )
    yield from lost
    yield SetFiling(filing, lines, year, group)


def _iso(value: str) -> str | None:
    """31-MAR-2024, or 2024-03-31, as an ISO day; None where that is no day of the calendar."""
    found = _DAY.fullmatch(value)
    if found is None:
        return None
    day, month, year, *iso = found.groups()
    try:
        if day is None:
            return datetime.date(*map(int, iso)).isoformat()
        return datetime.date(int(year), _MONTHS.get(month.upper(), 0), int(day)).isoformat()
    except ValueError:
        return None
