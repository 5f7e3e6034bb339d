"""Values by key in one file, for what is cheap to lose and dear to work out again.

Whoever deletes the file loses time only, and so do a reader of a medium that cannot be written to, a damaged file and a
file that somebody else holds: what cannot be had counts as not there. A killed writer leaves what it had put before.
The file is SQLite's, which gives all that.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from pathlib import Path
from typing import TypeVar

_T = TypeVar("_T")
# Keys in one question to SQLite, which takes 32,766 parameters.
_MANY = 10_000


class Shelf:
    """A file of values; it is made where something is put.

    Args:
        path: The file.
        read_only: Whether nothing may be put or dropped.
    """

    def __init__(self, path: Path, *, read_only: bool) -> None:
        self._path, self._read_only = path, read_only
        self._opened: sqlite3.Connection | None = None

    def get(self, keys: Sequence[bytes]) -> dict[bytes, bytes]:
        """Those of these keys that there are, with their values."""
        found: dict[bytes, bytes] = {}
        for start in range(0, len(keys), _MANY):
            some = keys[start : start + _MANY]
            none: list[tuple[bytes, bytes]] = []
            found.update(self._tried(partial(_select, some), none))
        return found

    def put(self, pairs: Iterable[tuple[bytes, bytes]]) -> None:
        """Put values, each in the place of what stood under its key."""
        pairs = list(pairs)
        if pairs and not self._read_only:
            self._changed(lambda db: db.executemany("INSERT OR REPLACE INTO shelf VALUES (?, ?)", pairs))

    def keep_only(self, keys: Iterable[bytes]) -> None:
        """Drop what stands under any other key."""
        if not self._read_only and self._path.exists():
            self._tried(partial(_keep, keys), None)

    def close(self) -> None:
        """Let go of the file; it is opened again where it is asked for."""
        if self._opened is not None:
            self._opened.close()
            self._opened = None

    def _changed(self, action: Callable[[sqlite3.Connection], object]) -> None:
        def whole(db: sqlite3.Connection) -> None:
            with db:
                action(db)

        self._tried(whole, None)

    def _tried(self, action: Callable[[sqlite3.Connection], _T], otherwise: _T) -> _T:
        try:
            db = self._file()
            return otherwise if db is None else action(db)
        except sqlite3.OperationalError:  # held by somebody else, or on a medium that cannot be written to
            return otherwise
        except sqlite3.DatabaseError:
            self.close()
            if not self._read_only:
                self._path.unlink(missing_ok=True)
            return otherwise

    def _file(self) -> sqlite3.Connection | None:
        if self._opened is None:
            if self._read_only:
                if not self._path.exists():
                    return None
                self._opened = _connect(f"{self._path.absolute().as_uri()}?mode=ro")
            else:
                self._path.parent.mkdir(exist_ok=True)
                self._opened = _connect(self._path.absolute().as_uri())
                self._opened.execute("CREATE TABLE IF NOT EXISTS shelf (key BLOB PRIMARY KEY, value BLOB NOT NULL)")
        return self._opened


def _select(keys: Sequence[bytes], db: sqlite3.Connection) -> list[tuple[bytes, bytes]]:
    places = ",".join("?" * len(keys))
    return db.execute(f"SELECT key, value FROM shelf WHERE key IN ({places})", keys).fetchall()  # noqa: S608


def _keep(keys: Iterable[bytes], db: sqlite3.Connection) -> None:
    """The keys are put into a table of SQLite's own, which it takes to disk where they are many."""
    with db:
        db.execute("DROP TABLE IF EXISTS temp.kept")
        db.execute("CREATE TEMPORARY TABLE kept (key BLOB PRIMARY KEY) WITHOUT ROWID")
        db.executemany("INSERT OR IGNORE INTO kept VALUES (?)", ((key,) for key in keys))
        db.execute("DELETE FROM shelf WHERE key NOT IN kept")


def _connect(uri: str) -> sqlite3.Connection:
    # One thread at a time uses a store, and it need not be the one that opened it.
    return sqlite3.connect(uri, uri=True, timeout=1, check_same_thread=False)
