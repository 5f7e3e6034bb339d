"""Record lines as a source: one record of the public form a line, checked before it enters the graph.

An unknown key is an error, because a misspelt key would lose a fact in silence; so is a key that stands twice, and a
value that the form does not know. A key that has a default may be left out. The form is `record.schema.json` beside
this file. Callers may rely on files of any size being read in pieces, and on a line that is no record costing no other.
"""

from __future__ import annotations

import datetime
import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from types import UnionType
from typing import Any, BinaryIO, Literal, Union, get_args, get_origin, get_type_hints

from ..common.errors import RecordError, Skipped
from . import records
from .records import Instrument, Party, Record

_NAMES = {"for": "signed_for"}
_SKELETON: dict[type, dict[str, Any]] = {}
_SURROGATE = re.compile("[\ud800-\udfff]")
LINE_LIMIT = 8 * 1024 * 1024
_PIECE_BYTES, _PIECE_LINES = 1024 * 1024, 200


def _is_date(value: str) -> bool:
    if not re.fullmatch(r"\d{4}-\d{2}(-\d{2})?", value, re.ASCII):
        return False
    try:
        datetime.date.fromisoformat(f"{value}-01"[:10])
    except ValueError:
        return False
    return True


_DATE = (_is_date, "a date of the calendar as 2003-06-12, or 2003-06 where no day is known")
_CIK = (lambda value: re.fullmatch(r"\d{10}", value, re.ASCII) is not None, "ten digits")
_NOT_NEGATIVE = (lambda value: value >= 0, "0 or more")
_SHARE = (lambda value: 0 <= value <= 1, "from 0 to 1")
# What the values of a key have to be beyond their type.
_CHECKS: dict[str, tuple[Callable[[Any], bool], str]] = {
    **dict.fromkeys(("filed", "period", "date", "executed", "expires", "effective", "ended"), _DATE),
    **dict.fromkeys(("cik", "issuer_cik", "path_cik", "owner_cik"), _CIK),
    **dict.fromkeys(("start", "end"), _NOT_NEGATIVE),
    "confidence": _SHARE,
    "document": (bool, "the name of a file"),
    "accession": (
        lambda value: re.fullmatch(r"\d{10}-\d{2}-\d{6}", value, re.ASCII) is not None,
        "an accession number as 0001127602-25-001055",
    ),
}


@dataclass(frozen=True, slots=True)
class Lines:
    """A piece of a file of record lines: whole lines with their numbers, counted from 1; None for one too long."""

    path: Path
    lines: tuple[tuple[int, bytes | None], ...]


def from_json(value: Any, where: str) -> Record:
    """A record from plain JSON values.

    Args:
        value: The object, as `json.loads` gives it.
        where: File and line, for messages.

    Raises:
        RecordError: A key is unknown or missing, or a value is not of the form; the message names the place.
    """
    record: Record = _object(Record, value, where, "")
    return record


def read_records(path: Path) -> Iterator[tuple[Record, bytes] | Skipped]:
    """The records of a file with their lines; a line that is none is returned as `Skipped`, and reading goes on.

    Raises:
        OSError: The file cannot be read.
    """
    for piece in pieces(path):
        yield from read_lines(piece)


def pieces(path: Path) -> Iterator[Lines]:
    """A file of record lines in pieces of a size that suits a worker and its memory.

    Raises:
        OSError: The file cannot be read.
    """
    held: list[tuple[int, bytes | None]] = []
    size = 0
    with path.open("rb") as file:
        for number, line in enumerate(_lines(file), 1):
            if line is None or line.strip():
                held.append((number, line))
                size += len(line or b"")
            if size >= _PIECE_BYTES or len(held) >= _PIECE_LINES:
                yield Lines(path, tuple(held))
                held, size = [], 0
    if held:
        yield Lines(path, tuple(held))


def _lines(file: BinaryIO) -> Iterator[bytes | None]:
    """Lines without their ends; None for a line above the limit, which is passed over without being held."""
    while line := file.readline(LINE_LIMIT):
        long = not line.endswith(b"\n") and len(line) == LINE_LIMIT
        while long and line and not line.endswith(b"\n"):
            line = file.readline(LINE_LIMIT)
        yield None if long else line.rstrip(b"\r\n")


def read_lines(piece: Lines) -> Iterator[tuple[Record, bytes] | Skipped]:
    """The records of a piece with their lines; a line that is none is returned as `Skipped`."""
    for number, line in piece.lines:
        where = f"{piece.path}:{number}"
        if line is None:
            yield Skipped(where, f"the line has more than {LINE_LIMIT:,} bytes, which no record has")
            continue
        try:
            yield from_json(json.loads(line, object_pairs_hook=_pairs, parse_constant=_no_number), where), line
        except RecordError as error:
            yield Skipped(where, str(error).removeprefix(f"{where}: "))
        except RecursionError:
            yield Skipped(where, "the line nests deeper than any record does")
        except ValueError as error:  # no JSON, no UTF-8, or a number of thousands of digits
            yield Skipped(where, f"the line is no JSON ({error})")


def _pairs(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        keys = [key for key, _ in pairs]
        raise RecordError(f"{next(k for k in keys if keys.count(k) > 1)} stands twice in one object")
    return found


def _no_number(name: str) -> Any:
    raise RecordError(f"{name} is no number of JSON")


def _object(kind: type, value: Any, where: str, path: str) -> Any:
    if not isinstance(value, dict):
        raise RecordError(f"{path or 'the line'} is to be an object", where=where, remedy="see record.schema.json")
    hints = _hints(kind)
    given: dict[str, Any] = {}
    for key, item in value.items():
        name = _NAMES.get(key, key)
        if name not in hints or name in _NAMES:
            raise RecordError(
                f"{_join(path, key)} is no key of the record form", where=where, remedy="see record.schema.json"
            )
        given[name] = _checked(name, _value(hints[name], item, where, _join(path, key)), where, _join(path, key))
    required = {f.name for f in kind.__dataclass_fields__.values() if f.default is f.default_factory}  # type: ignore[attr-defined]
    required |= {"instruments"} if kind is Record else set()  # without it, a line of any other form would pass
    missing = sorted(required - given.keys())
    if missing:
        raise RecordError(f"{_join(path, missing[0])} is missing", where=where, remedy="see record.schema.json")
    return kind(**given)


def _checked(name: str, value: Any, where: str, path: str) -> Any:
    """A value of a key, unless it is none that the key may have."""
    if value is None or name not in _CHECKS:
        return value
    holds, what = _CHECKS[name]
    if not holds(value):
        raise RecordError(f"{path} is {value!r}, and is to be {what}", where=where)
    return value


def _hints(kind: type) -> dict[str, Any]:
    if kind not in _SKELETON:
        _SKELETON[kind] = get_type_hints(kind, vars(records))
    return _SKELETON[kind]


def _value(hint: Any, value: Any, where: str, path: str) -> Any:
    origin = get_origin(hint)
    if origin in (Union, UnionType):
        if value is None:
            return None
        (inner,) = [h for h in get_args(hint) if h is not type(None)]
        return _value(inner, value, where, path)
    if origin is Literal:
        if value not in get_args(hint):
            raise RecordError(
                f"{path} is {value!r}, and is to be one of {', '.join(map(repr, get_args(hint)))}", where=where
            )
        return value
    if origin is tuple:
        if not isinstance(value, list):
            raise RecordError(f"{path} is to be a list", where=where)
        inner = get_args(hint)[0]
        return tuple(_value(inner, item, where, f"{path}[{n}]") for n, item in enumerate(value))
    if hasattr(hint, "__dataclass_fields__"):
        return _object(hint, value, where, path)
    if hint is float and isinstance(value, int) and not isinstance(value, bool):
        return float(value)
    if not isinstance(value, hint) or (hint is not bool and isinstance(value, bool)):
        raise RecordError(f"{path} is {value!r}, and is to be of type {hint.__name__}", where=where)
    if isinstance(value, str) and _SURROGATE.search(value):
        raise RecordError(f"{path} holds half of a character (a lone surrogate)", where=where)
    return value


def _join(path: str, key: str) -> str:
    return f"{path}.{key}" if path else key


__all__ = ["Instrument", "Party", "from_json", "read_records"]
