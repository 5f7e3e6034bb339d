"""What was found, on disk: as many findings as there are, in the order in which they came, counted and asked for.

In memory is a cache of two megabytes and nothing else. Callers may rely on findings coming back as they were added, as
often as they are asked for; on two of these being equal when they give equal findings in the same order; and on the
file having no name, so that it is gone with the process.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import fields
from itertools import zip_longest
from operator import attrgetter

from .constraints import SEVERITIES
from .findings import Finding, Result

_FIELDS = tuple(field.name for field in fields(Finding))
values = attrgetter(*_FIELDS)
_COLUMNS = ", ".join(f'"{name}"' for name in _FIELDS)
_INSERTED = f"INSERT INTO found VALUES ({', '.join('?' * len(_FIELDS))})"  # noqa: S608 - nothing from outside
# The document with most of the gravest severity comes first, then that with most of the next.
_GRAVEST = ", ".join(f"SUM(severity = '{severity}') DESC" for severity in SEVERITIES)
_WORST = f"SELECT document, source FROM found GROUP BY 1, 2 ORDER BY {_GRAVEST}, 1, 2 LIMIT ?"  # noqa: S608


class Found:
    """Findings on disk."""

    def __init__(self, findings: Iterable[Finding] = ()) -> None:
        self._db = _file()
        self._db.execute(f"CREATE TABLE found ({_COLUMNS})")
        self.add(findings)

    def add(self, findings: Iterable[Finding]) -> None:
        """Add findings behind all others."""
        self._db.executemany(_INSERTED, map(values, findings))

    def __len__(self) -> int:
        (count,) = self._db.execute("SELECT COUNT(*) FROM found").fetchone()
        return int(count)

    def __iter__(self) -> Iterator[Finding]:
        return (Finding(*row) for row in self._db.execute("SELECT * FROM found ORDER BY rowid"))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Found) and all(one == two for one, two in zip_longest(self, other))

    __hash__ = None  # type: ignore[assignment]

    def counts(self) -> list[tuple[str, str, str, int]]:
        """Severity, constraint and message with the number of their findings, in the order of the first of each."""
        asked = 'SELECT severity, "constraint", message, COUNT(*) FROM found GROUP BY 1, 2, 3 ORDER BY MIN(rowid)'
        return list(self._db.execute(asked))

    def nodes(self) -> dict[str, int]:
        """For each constraint, the number of nodes that do not meet it."""
        return dict(self._db.execute('SELECT "constraint", COUNT(DISTINCT focus) FROM found GROUP BY 1'))

    def of(self, severity: str) -> Iterator[Finding]:
        """The findings of one severity."""
        asked = self._db.execute("SELECT * FROM found WHERE severity = ? ORDER BY rowid", (severity,))
        return (Finding(*row) for row in asked)

    def documents(self) -> int:
        """The number of documents with findings."""
        (count,) = self._db.execute("SELECT COUNT(*) FROM (SELECT DISTINCT document, source FROM found)").fetchone()
        return int(count)

    def worst(self, limit: int) -> Iterator[tuple[str, str, Iterator[Finding]]]:
        """File name, address and findings of so many documents, the one with most of the gravest first."""
        self._db.execute("CREATE INDEX IF NOT EXISTS by_document ON found (document, source)")
        for place in self._db.execute(_WORST, (limit,)).fetchall():
            asked = "SELECT * FROM found WHERE document = ? AND source = ? ORDER BY rowid"
            yield (*place, (Finding(*row) for row in self._db.execute(asked, place)))


class Sorted:
    """Results on disk, in order; as often as they are asked for."""

    def __init__(self, results: Iterable[Result]) -> None:
        self._db = _file()
        self._db.execute("CREATE TABLE result (focus, rule, component, value)")
        rows = ((one.focus, one.constraint, one.component, one.value) for one in results)
        self._db.executemany("INSERT INTO result VALUES (?, ?, ?, ?)", rows)

    def __iter__(self) -> Iterator[Result]:
        return (Result(*row) for row in self._db.execute("SELECT * FROM result ORDER BY 1, 2, 3, 4"))


def _file() -> sqlite3.Connection:
    """A database in a file without a name, for one process and one thread at a time."""
    db = sqlite3.connect("", check_same_thread=False)
    db.execute("PRAGMA journal_mode = OFF")  # nobody reads it after a crash
    return db
