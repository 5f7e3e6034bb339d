"""A validation that is ended from outside loses nothing, and the next one completes it."""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from infact.common.errors import StoreError
from infact.ingest.store import Store
from infact.shapes.report import ValidationReport
from infact.shapes.validator import validate

from .test_validator import NOBODY, fill, made

DOCUMENTS = 12
# The name of the store, and how to end: after the first batch was kept, or while the third is under way.
SCRIPT = """
import os, signal, sys
from infact.ingest.store import Store
from infact.shapes import applying, kept, validator
store, when = Store.open(sys.argv[1]), sys.argv[2]
def die(*_):
    os.kill(os.getpid(), signal.SIGKILL)
if when == "keeping":
    add, done = kept.Kept._add, []
    def dying(self, lines):
        lines = list(lines)
        done.append(1)
        add(self, lines if len(done) < 3 else lines[: len(lines) // 2])
        if len(done) == 3:
            die()
    kept.Kept._add = dying
if when == "dropping":
    remove = type(store.oxigraph).remove
    class Dying:
        def __init__(self, inner): self._inner, self._left = inner, 3
        def __getattr__(self, name): return getattr(self._inner, name)
        def __contains__(self, quad): return quad in self._inner
        def remove(self, quad):
            self._inner.remove(quad)
            self._left -= 1
            if not self._left:
                die()
    store._quads = Dying(store._quads)
validator.validate(store, workers=1, batch=2, progress=lambda done: done == 6 and die() if when == "batch" else None)
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    with Store.open(tmp_path / "infact.db", create=True) as store:
        fill(store, *(made(f"{number:02d}", NOBODY) for number in range(DOCUMENTS)))
    return tmp_path / "infact.db"


def read(path: Path) -> ValidationReport:
    with Store.open(path, read_only=True) as store:
        return validate(store, workers=1)


def end(path: Path, when: str) -> None:
    command = [sys.executable, "-c", SCRIPT, str(path), when]
    ended = subprocess.run(command, check=False, capture_output=True, text=True, timeout=300)
    assert ended.returncode == -signal.SIGKILL, ended.stderr


@pytest.mark.parametrize("when", ["batch", "keeping"])
def test_a_killed_run_leaves_the_store_as_it_was_and_the_next_one_completes_it(path: Path, when: str) -> None:
    whole = read(path)
    assert whole.by_severity()["Violation"] == DOCUMENTS
    end(path, when)
    assert read(path) == whole
    with Store.open(path) as store:
        again = validate(store, workers=1, batch=2)
        assert again == whole
        assert 0 < again.anew < DOCUMENTS
        assert validate(store, workers=1).anew == 0


def test_a_run_killed_while_it_drops_old_results_does_not_leave_half_of_them(path: Path) -> None:
    with Store.open(path) as store:
        whole = validate(store, workers=1)
        fill(store, made("00", NOBODY, text="It says more now."))
    end(path, "dropping")
    with Store.open(path) as store:
        again = validate(store, workers=1)
    assert again.findings == whole.findings


def test_a_worker_that_is_killed_is_a_named_error_and_what_was_kept_stays(path: Path) -> None:
    def kill(done: int) -> None:
        for child in multiprocessing.active_children():
            assert child.pid is not None
            with contextlib.suppress(ProcessLookupError):  # the pool has just let go of it
                os.kill(child.pid, signal.SIGKILL)

    with Store.open(path) as store:
        with pytest.raises(StoreError, match=r"ended from outside, .*; validate again with fewer workers"):
            validate(store, workers=2, batch=1, progress=kill)
        again = validate(store, workers=1)
    assert again == read(path)
    assert again.anew < DOCUMENTS
