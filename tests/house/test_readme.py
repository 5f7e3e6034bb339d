"""What the README shows runs as it stands there, and the files it names exist."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner


def blocks(root: Path, language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```", (root / "README.md").read_text("utf-8"), re.MULTILINE | re.DOTALL)


@pytest.fixture(scope="module")
def demo(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder in which `make demo` has left its graph, as the README supposes."""
    folder = tmp_path_factory.mktemp("readme")
    corpus = root / "tests" / "corpus"
    sources = [str(corpus / "dev"), str(corpus / "facts" / "powers.jsonl")]
    command = [sys.executable, "-m", "infact", "build", *sources, "--store", "demo/infact.db"]
    (folder / "demo").mkdir()
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return folder


def test_the_python_example_runs(root: Path, demo: Path) -> None:
    (program,) = blocks(root, "python")
    done = subprocess.run([sys.executable, "-c", program], cwd=demo, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    *rows, groups = done.stdout.splitlines()
    assert len(rows) == 5
    assert re.fullmatch(r"\d+ groups of companies that share attorneys", groups)


def test_the_sparql_example_answers(root: Path, demo: Path) -> None:
    (query,) = blocks(root, "sparql")
    (demo / "question.rq").write_text(query)
    command = [sys.executable, "-m", "infact", "sparql", "question.rq", "--store", "demo/infact.db", "-f", "jsonl"]
    done = subprocess.run(command, cwd=demo, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert len(done.stdout.splitlines()) == 5


def test_every_command_that_it_shows_runs(root: Path, demo: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from infact.cli.app import app

    monkeypatch.chdir(demo)
    monkeypatch.setenv("INFACT_STORE", "demo/infact.db")
    lines = [line for block in blocks(root, "sh") for line in block.splitlines() if line.startswith("infact ")]
    assert len(lines) == 8
    for line in lines:
        done = CliRunner().invoke(app, shlex.split(line, comments=True)[1:])
        assert done.exit_code == 0, f"{line}\n{done.stderr}"
        assert "not found in this corpus" not in done.stdout


def test_every_file_that_the_pages_name_exists(root: Path) -> None:
    for page in ("README.md", "CONTRIBUTING.md"):
        text = (root / page).read_text("utf-8")
        links = re.findall(r"\]\(([^)#:]+)\)", text)
        paths = re.findall(r"`((?:[\w.-]+/)+[\w.*-]*)`", text)
        assert len(links) + len(paths) > 8, page
        for name in links + [path for path in paths if path.split("/")[0] not in {".", ".."}]:
            if name.isupper() or any(part.isupper() for part in Path(name).with_suffix("").parts):
                continue  # NAME.rq stands for whatever the reader calls it
            assert list(root.glob(name)), f"{page} names {name}"
