"""How a command ends: exit codes, one line for an error, and nothing half written."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from infact.cli import ask as ask_module
from infact.cli.outcome import Verbs
from infact.common.errors import ExportError, StoreError
from infact.common.files import replacing

from .conftest import Run


def test_a_missing_store_says_what_to_do(run: Run, tmp_path: Path) -> None:
    done = run("stats", "--store", tmp_path / "none.db")
    assert done.exit_code == 2
    assert done.stderr == f"infact: {tmp_path / 'none.db'}: there is no store here; run `infact build` first\n"


def test_the_store_may_be_named_by_the_environment(
    run: Run, small: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("INFACT_STORE", str(small))
    assert run("stats").exit_code == 0
    assert run("stats", "--store", tmp_path / "none.db").exit_code == 2


def test_debug_shows_where_an_error_comes_from(run: Run, tmp_path: Path) -> None:
    done = run("--debug", "stats", "--store", tmp_path / "none.db")
    assert isinstance(done.exception, StoreError)


def test_a_fault_of_infact_itself_is_one_line_too(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken() -> None:
        raise ZeroDivisionError("by design")

    monkeypatch.setattr(ask_module, "_list", broken)
    done = run("ask")
    assert (done.exit_code, done.stderr.count("\n")) == (2, 1)
    assert "a fault of infact itself, ZeroDivisionError: by design" in done.stderr
    assert isinstance(run("--debug", "ask").exception, ZeroDivisionError)


def test_an_interruption_is_not_an_answer_of_no(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted() -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(ask_module, "_list", interrupted)
    done = run("ask")
    assert (done.exit_code, done.stderr) == (130, "interrupted\n")


def test_an_interruption_before_a_command_runs_says_so_too(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(Verbs, "parse_args", interrupted)
    done = run("ask")
    assert (done.exit_code, done.stderr) == (130, "interrupted\n")


def test_exit_codes_are_those_that_the_help_names(run: Run, small: Path) -> None:
    help_text = " ".join(run("--help").stdout.replace("│", " ").split())
    assert "0 done, whatever the answer is; 1 `validate` found something" in help_text
    assert "130 interrupted by Ctrl-C" in help_text
    no = run("sparql", "ASK { <http://e/a> <http://e/b> <http://e/c> }", "--store", small)
    assert (no.exit_code, "false" in no.stdout) == (0, True)
    assert run("why", "Ada Pen", "Pat Finch", "--store", small).exit_code == 0


def test_a_reader_who_has_enough_is_no_error(small: Path) -> None:
    infact = f"{sys.executable} -m infact export nquads --store {small}"
    done = subprocess.run(
        ["bash", "-c", f"set -o pipefail; for i in 1 2 3; do {infact}; done 2>&1 | head -1"],
        capture_output=True, text=True, check=False, cwd=small.parent,
    )  # fmt: skip
    assert "Traceback" not in done.stdout + done.stderr
    one = subprocess.run(
        ["bash", "-c", f"{infact} | true; echo ${{PIPESTATUS[0]}}"],
        capture_output=True, text=True, check=False, cwd=small.parent,
    )  # fmt: skip
    assert (one.stdout, "Error" in one.stderr) == ("0\n", False)


def test_wrong_usage_is_exit_code_2(run: Run) -> None:
    assert run("sparql").exit_code == 2
    assert run("nonsense").exit_code == 2
    assert run("stats", "--top", "-1").exit_code == 2


def test_a_file_appears_whole_or_not_at_all(tmp_path: Path) -> None:
    path = tmp_path / "out"
    path.write_bytes(b"before")

    def fails() -> None:
        with replacing(path) as out:
            out.write(b"half")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fails()
    assert path.read_bytes() == b"before"
    assert list(tmp_path.iterdir()) == [path]
    with replacing(path) as out:
        out.write(b"after")
        assert path.read_bytes() == b"before"
    assert path.read_bytes() == b"after"


def test_a_link_is_followed_and_a_device_is_written_to(tmp_path: Path) -> None:
    target, link = tmp_path / "target", tmp_path / "link"
    target.touch()
    link.symlink_to(target)
    with replacing(link) as out:
        out.write(b"x")
    assert (link.is_symlink(), target.read_bytes()) == (True, b"x")
    null = Path("/dev/null")
    with replacing(null) as out:
        out.write(b"x")
    assert null.is_char_device()


def test_a_place_that_cannot_be_written_is_said(run: Run, small: Path, tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="this is a folder; name a file in it"), replacing(tmp_path):
        pytest.fail("a folder was opened as a file")
    done = run("stats", "--store", small, "-o", tmp_path / "none" / "out.csv")
    assert done.exit_code == 2
    assert "out.csv: the file cannot be written: No such file or directory" in done.stderr


@pytest.mark.parametrize("verb", [("stats",), ("mentions", "-f", "csv"), ("export", "nquads")], ids=" ".join)
@pytest.mark.parametrize("end", [">/dev/full", ">&-"])
def test_an_answer_that_cannot_be_written_is_no_fault_of_infact(small: Path, verb: tuple[str, ...], end: str) -> None:
    done = subprocess.run(
        ["bash", "-c", f"{sys.executable} -m infact {' '.join(verb)} --store {small} {end}"],
        capture_output=True, text=True, check=False, cwd=small.parent,
    )  # fmt: skip
    assert (done.returncode, done.stdout) == (2, "")
    assert "standard output cannot be written: " in done.stderr
    assert "fault" not in done.stderr + done.stdout
    assert "Exception" not in done.stderr


def test_with_standard_output_closed_a_file_is_written(small: Path, tmp_path: Path) -> None:
    done = subprocess.run(
        ["bash", "-c", f"{sys.executable} -m infact stats --store {small} -o {tmp_path}/s.csv >&-"],
        capture_output=True, text=True, check=False, cwd=small.parent,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "s.csv").read_text()
