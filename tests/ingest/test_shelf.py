"""A shelf gives what was put, and whatever happens to its file, losing it costs time only."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from infact.ingest.shelf import Shelf


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "kept" / "shelf"


def test_what_was_put_is_there_until_it_is_dropped(path: Path) -> None:
    shelf = Shelf(path, read_only=False)
    assert shelf.get([b"a"]) == {}
    shelf.put([(b"a", b"1"), (b"b", b"2")])
    shelf.put([(b"a", b"3")])
    assert shelf.get([b"a", b"b", b"c"]) == {b"a": b"3", b"b": b"2"}
    shelf.keep_only({b"b"})
    shelf.close()
    assert shelf.get([b"a", b"b"]) == {b"b": b"2"}


def test_more_keys_than_one_question_takes(path: Path) -> None:
    shelf = Shelf(path, read_only=False)
    pairs = [(b"%d" % number, b"%d" % -number) for number in range(25_000)]
    shelf.put(pairs)
    assert shelf.get([key for key, _ in pairs]) == dict(pairs)


def test_a_reader_changes_nothing_and_needs_no_file(path: Path) -> None:
    reader = Shelf(path, read_only=True)
    reader.put([(b"a", b"1")])
    reader.keep_only(set())
    assert reader.get([b"a"]) == {}
    assert not path.exists()
    Shelf(path, read_only=False).put([(b"a", b"1")])
    reader.put([(b"b", b"1")])
    reader.keep_only(set())
    assert reader.get([b"a", b"b"]) == {b"a": b"1"}


@pytest.mark.parametrize("read_only", [True, False])
def test_a_damaged_file_counts_as_none(path: Path, read_only: bool) -> None:
    path.parent.mkdir()
    path.write_bytes(b"this is no database, and long enough to be looked at" * 40)
    shelf = Shelf(path, read_only=read_only)
    assert shelf.get([b"a"]) == {}
    shelf.put([(b"a", b"1")])
    assert shelf.get([b"a"]) == ({} if read_only else {b"a": b"1"})


def test_a_file_that_somebody_holds_is_done_without(path: Path) -> None:
    shelf = Shelf(path, read_only=False)
    shelf.put([(b"a", b"1")])
    other = sqlite3.connect(path)
    other.execute("BEGIN EXCLUSIVE")
    assert Shelf(path, read_only=True).get([b"a"]) == {}
    other.close()
    assert Shelf(path, read_only=True).get([b"a"]) == {b"a": b"1"}
