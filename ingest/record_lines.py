"""Record lines as a source: one record of the public form a line, checked before it enters the graph.

An unknown key is an error, because a misspelt key would lose a fact in silence; so is a value that the form does not
know. The form is `record.schema.json` beside this file.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from types import UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from ..common.errors import RecordError, Skipped
from . import records
from .records import Instrument, Party, Record

_NAMES = {"for": "signed_for"}
_SKELETON: dict[type, dict[str, Any]] = {}


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
    """The records of a file with their lines; a line that is none is returned as `Skipped`, and reading goes on."""
    with path.open("rb") as lines:
        for number, line in enumerate(lines, 1):
            if not line.strip():
                continue
            where = f"{path}:{number}"
            try:
                yield from_json(json.loads(line), where), line.rstrip(b"\r\n")
            except (json.JSONDecodeError, UnicodeDecodeError) as error:
                yield Skipped(where, f"the line is no JSON ({error})")
            except RecordError as error:
                yield Skipped(where, error.what if error.where == where else str(error))


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
        given[name] = _value(hints[name], item, where, _join(path, key))
    required = {f.name for f in kind.__dataclass_fields__.values() if f.default is f.default_factory}  # type: ignore[attr-defined]
    missing = sorted(required - given.keys())
    if missing:
        raise RecordError(f"{_join(path, missing[0])} is missing", where=where, remedy="see record.schema.json")
    return kind(**given)


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
    return value


def _join(path: str, key: str) -> str:
    return f"{path}.{key}" if path else key


__all__ = ["Instrument", "Party", "from_json", "read_records"]
