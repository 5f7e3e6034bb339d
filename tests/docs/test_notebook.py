"""The notebook prints what it says that it prints."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

pytest.importorskip("nbclient")
pytest.importorskip("pandas")
pytest.importorskip("polars")


def execute(folder: Path) -> subprocess.CompletedProcess[str]:
    """Run a copy of the repository's script on the notebook in a folder; the corpus is the repository's."""
    return subprocess.run(
        [sys.executable, str(folder / "docs" / "execute.py"), "--check"],
        capture_output=True,
        text=True,
        timeout=600,
        check=False,
    )


def test_the_notebook_runs_and_gives_the_outputs_that_it_holds(root: Path) -> None:
    done = execute(root)
    assert done.returncode == 0, done.stderr
    cells = json.loads((root / "docs" / "notebook.ipynb").read_text("utf-8"))["cells"]
    assert sum(bool(cell.get("outputs")) for cell in cells) >= 7
    assert not [cell["id"] for cell in cells if cell.get("execution_count")]


def test_an_output_that_is_no_longer_true_is_shown(root: Path, tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "tests").mkdir()
    (tmp_path / "tests" / "corpus").symlink_to(root / "tests" / "corpus")
    (tmp_path / "docs" / "execute.py").write_bytes((root / "docs" / "execute.py").read_bytes())
    notebook = json.loads((root / "docs" / "notebook.ipynb").read_text("utf-8"))
    notebook["cells"] = notebook["cells"][:2]
    notebook["cells"][1]["outputs"] = [{"name": "stdout", "output_type": "stream", "text": ["something else\n"]}]
    (tmp_path / "docs" / "notebook.ipynb").write_text(json.dumps(notebook), "utf-8")
    done = execute(tmp_path)
    assert done.returncode == 1
    assert "something else" in done.stderr
