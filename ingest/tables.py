"""Tab-separated tables of a zip, read row by row: nothing is written to disk, and memory does not grow with a table.

A table's first line names its columns, which may stand in any order, and there may be more of them than are asked for.
A field may be quoted as RFC 4180 has it, tabs and line ends inside of quotes included; a quotation mark that is not
closed is a character like others, so that it cannot swallow the rows behind it. Callers may rely on a row that cannot
be read being returned as such, with its line, and on the rest going on.
"""

from __future__ import annotations

import csv
import zipfile
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import IO

from ..common.errors import DocumentError

LINE_LIMIT = 1024 * 1024
# A quoted field may hold line ends, but a row of more lines than these is a quotation mark without its end.
_ROW_LINES = 64
# Text shrinks to a tenth or a thirtieth. What shrinks more, and is large, is made to fill disks.
_RATIO, _LARGE = 200, 64 * 1024 * 1024
_ENCRYPTED = 0x1


@dataclass(frozen=True, slots=True)
class Row:
    """The fields that were asked for, in that order, and the line of the table at which the row begins."""

    line: int
    fields: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BadRow:
    """A row that cannot be read, and why."""

    line: int
    reason: str


def members(archive: zipfile.ZipFile, where: str) -> tuple[dict[str, zipfile.ZipInfo], list[tuple[str, str]]]:
    """The tables of a zip by their names in capitals, and what is refused, with the reason.

    Raises:
        DocumentError: Two members have one table's name.
    """
    found: dict[str, zipfile.ZipInfo] = {}
    refused: list[tuple[str, str]] = []
    for info in archive.infolist():
        parts = info.filename.replace("\\", "/").split("/")
        if info.filename.startswith(("/", "\\")) or ".." in parts or ":" in parts[0]:
            refused.append((info.filename, "its name leads out of the archive, so it is not read"))
            continue
        stem, dot, ending = parts[-1].upper().rpartition(".")
        if not dot or ending not in ("TSV", "TXT"):
            continue
        if info.flag_bits & _ENCRYPTED:
            refused.append((info.filename, "it is encrypted, so it is not read"))
        elif info.file_size > _LARGE and info.file_size > _RATIO * max(info.compress_size, 1):
            what = f"it would grow from {info.compress_size:,} to {info.file_size:,} bytes"
            refused.append((info.filename, f"{what}, which no table does, so it is not read"))
        elif stem in found:
            raise DocumentError(f"the zip holds the table {stem} twice", where=where, remedy="fetch it again")
        else:
            found[stem] = info
    return found, refused


def rows(
    file: IO[bytes], required: Sequence[str], optional: Sequence[str] = (), *, where: str
) -> Iterator[Row | BadRow]:
    """The rows of a table, with the fields of the columns that are asked for; an absent optional one is empty.

    Raises:
        DocumentError: The table has no header, lacks a column, or names one twice.
    """
    lines = _Lines(file, where)
    _, first = lines.take() or (1, "")
    header = [name.strip().strip('"').upper() for name in first.removeprefix("\ufeff").split("\t")]
    for name in (*required, *optional):
        if header.count(name) > 1:
            raise DocumentError(f"the table names the column {name} twice", where=where, remedy="fetch it again")
    missing = [name for name in required if name not in header]
    if missing:
        what = f"the table has no column {' or '.join(missing)}"
        raise DocumentError(what, where=where, remedy="name the columns as the SEC's data sets do")
    places = [header.index(name) if name in header else None for name in (*required, *optional)]
    while (taken := lines.take()) is not None:
        number, line = taken
        if not line:
            continue
        fields = line.split("\t") if '"' not in line else _quoted(line, len(header), lines)
        if len(fields) == len(header):
            yield Row(number, tuple("" if place is None else fields[place].strip() for place in places))
        else:
            yield BadRow(number, f"the row has {len(fields)} fields where its table has {len(header)} columns")


class _Lines:
    """Lines with their numbers, without their ends; they can be looked at ahead."""

    def __init__(self, file: IO[bytes], where: str) -> None:
        self._file, self._where = file, where
        self._read, self._ahead = 0, deque[tuple[int, str]]()

    def take(self) -> tuple[int, str] | None:
        """The next line; None behind the last."""
        return self._ahead.popleft() if self._ahead or self.look(0) is not None else None

    def look(self, far: int) -> str | None:
        """The line so far ahead, which stays to be taken; None behind the last."""
        while len(self._ahead) <= far:
            raw = self._file.readline(LINE_LIMIT + 1)
            if not raw:
                return None
            self._read += 1
            if len(raw) > LINE_LIMIT:
                raise DocumentError(
                    f"line {self._read} has more than {LINE_LIMIT:,} bytes", where=self._where, remedy="fetch it again"
                )
            self._ahead.append((self._read, _decoded(raw.rstrip(b"\r\n"))))
        return self._ahead[far][1]


def _decoded(raw: bytes) -> str:
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode("windows-1252", "replace")


def _quoted(line: str, width: int, lines: _Lines) -> list[str]:
    """The fields of a row with quotation marks in it; lines that belong to it are taken."""
    plain = line.split("\t")
    fields = _as_csv(line)
    if fields is not None:
        return fields if len(fields) == width or len(plain) != width else plain
    following = lines.look(0)
    if len(plain) == width and (following is None or following.count("\t") == width - 1):
        return plain  # a mark that nothing closes, in a row that is whole without it
    joined = line
    for far in range(_ROW_LINES):
        more = lines.look(far)
        if more is None:
            break
        joined += f"\n{more}"
        fields = _as_csv(joined)
        if fields is not None and len(fields) == width:
            for _ in range(far + 1):
                lines.take()
            return fields
    return plain


def _as_csv(text: str) -> list[str] | None:
    """The fields by RFC 4180; None where a mark is left open or stands where that does not allow it."""
    try:
        return next(csv.reader([text], delimiter="\t", strict=True), None)
    except csv.Error:
        return None
