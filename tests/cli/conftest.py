"""The command line in this process, over a small store made by hand and over the graph of the bundled examples."""

from __future__ import annotations

import io
import shutil
from collections.abc import Callable
from pathlib import Path

import pyoxigraph
import pytest
import typer.testing
from infact.cli.app import app
from infact.ingest.store import Store

Run = Callable[..., typer.testing.Result]


@pytest.fixture(autouse=True)
def _alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """No setting of the machine reaches a test."""
    for name in ("INFACT_STORE", "INFACT_WITHHOLD", "INFACT_ENDPOINT", "INFACT_DEBUG"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture(scope="session")
def run() -> Run:
    """Run `infact` with these arguments; the result has `exit_code`, `stdout` and `stderr`."""

    def infact(*arguments: str | Path) -> typer.testing.Result:
        return typer.testing.CliRunner().invoke(app, [str(argument) for argument in arguments], prog_name="infact")

    return infact


@pytest.fixture(scope="session")
def small(tmp_path_factory: pytest.TempPathFactory, root: Path) -> Path:
    """A store with the small graph that the tests of the queries use."""
    source = pyoxigraph.Store()
    source.load(path=str(root / "tests" / "queries" / "data" / "small.trig"), format=pyoxigraph.RdfFormat.TRIG)
    lines = io.BytesIO()
    source.dump(lines, pyoxigraph.RdfFormat.N_QUADS)
    path = tmp_path_factory.mktemp("small") / "infact.db"
    with Store.open(path, create=True) as store:
        store.bulk_load(lines.getvalue())
    return path


@pytest.fixture(scope="session")
def examples(tmp_path_factory: pytest.TempPathFactory, bundled: Path, run: Run) -> Path:
    """A folder with what the examples of the help talk about: `filings/`, `powers.jsonl` and `infact.db`."""
    folder = tmp_path_factory.mktemp("examples")
    shutil.copytree(bundled / "dev", folder / "filings")
    shutil.copyfile(bundled / "facts" / "powers.jsonl", folder / "powers.jsonl")
    built = run("build", folder / "filings", folder / "powers.jsonl", "--store", folder / "infact.db")
    assert built.exit_code == 0, built.stderr
    return folder
