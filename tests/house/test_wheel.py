"""The wheel holds `infact` and nothing else, with every data file, and works from where pip puts it."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest

DATA = {
    "ingest": ("*.json",),
    "ontology": ("*.ttl", "*.jsonld", "*.md", "hygiene/*.rq"),
    "queries": ("sparql/*.rq",),
    "shapes": ("*.rq", "*.ttl"),
}


def tracked(root: Path) -> list[Path]:
    """What git would commit now, so that a stale build/ or a store beside it cannot slip in."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    names = subprocess.run(command, cwd=root, capture_output=True, check=True).stdout.decode().split("\0")
    return [Path(name) for name in names if name and (root / name).is_file()]


@pytest.fixture(scope="module")
def wheel(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    source, out = tmp_path_factory.mktemp("source"), tmp_path_factory.mktemp("wheel")
    for name in tracked(root):
        if name.parts[0] == "tests" and name.suffix != ".py":
            continue  # the corpora are many small files
        (source / name.parent).mkdir(parents=True, exist_ok=True)
        shutil.copyfile(root / name, source / name)
    build = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(out), str(source)]
    done = subprocess.run(build, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-2000:]
    (built,) = out.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("installed")
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--no-index", "--target", str(target)]
    subprocess.run([*pip, str(wheel)], check=True)
    return target


def test_nothing_but_infact_and_its_metadata_is_installed(installed: Path) -> None:
    version = tomllib.loads((Path(__file__).parents[2] / "pyproject.toml").read_text())["project"]["version"]
    assert {path.name for path in installed.iterdir()} == {"infact", f"infact-{version}.dist-info", "bin"}
    assert [path.name for path in (installed / "bin").iterdir()] == ["infact"]


def test_every_module_of_the_rooms_is_in_it_and_no_other(root: Path, wheel: Path) -> None:
    listed = tomllib.loads((root / "pyproject.toml").read_text())["tool"]["setuptools"]["packages"]
    folders = {Path(*name.split(".")[1:]) for name in listed}
    expected = {
        f"infact/{name.as_posix()}" for name in tracked(root) if name.suffix == ".py" and name.parent in folders
    }
    packaged = {name for name in zipfile.ZipFile(wheel).namelist() if name.endswith(".py")}
    assert packaged == expected
    rooms = {
        path.parent.relative_to(root) for room in ("cli", "common", *DATA) for path in root.glob(f"{room}/**/*.py")
    }
    assert rooms <= folders, "a package is missing in pyproject.toml"


def test_every_data_file_is_in_it(root: Path, wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    expected = {"infact/py.typed"}
    for room, patterns in DATA.items():
        for pattern in patterns:
            found = [path.relative_to(root).as_posix() for path in (root / room).glob(pattern)]
            assert found, f"{room}/{pattern} matches nothing"
            expected |= {f"infact/{name}" for name in found}
    data = {name for name in names if name.startswith("infact/") and not name.endswith(".py")}
    assert data == expected


def test_it_runs_from_there_with_nothing_else_of_the_repository(installed: Path, tmp_path: Path) -> None:
    # -I shuts out PYTHONPATH and the current folder; the folder comes first, before the editable install.
    program = f"import runpy, sys; sys.path.insert(0, {str(installed)!r}); sys.argv = ['infact', '--help']; "
    program += "import infact; print(infact.__file__); runpy.run_module('infact', run_name='__main__')"
    command = [sys.executable, "-I", "-c", program]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith(str(installed))
    assert "Usage" in done.stdout
    assert "extract" in done.stdout
