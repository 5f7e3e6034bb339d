"""Every command says what it does, with an example that runs, and stands in the documentation."""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import typer.main
from infact.cli import docs
from infact.cli.app import app

from .conftest import Run

GROUP: Any = typer.main.get_command(app)
COMMANDS = sorted(GROUP.commands)


def test_the_verbs_are_those_that_are_promised() -> None:
    promised = (
        "extract build resolve derive mentions review why validate audit ask network report sparql show stats export "
        "remove"
    )
    assert sorted(promised.split()) == COMMANDS


@pytest.mark.parametrize("name", COMMANDS)
def test_each_command_has_help_with_an_example(run: Run, name: str) -> None:
    shown = run(name, "--help")
    assert shown.exit_code == 0
    assert docs.example(GROUP.commands[name]).startswith(f"infact {name}")
    assert "Example:" in shown.stdout
    undocumented = [p.name for p in GROUP.commands[name].params if not getattr(p, "help", None)]
    assert not undocumented, f"{name} does not say what these are: {undocumented}"


@pytest.mark.parametrize("name", COMMANDS)
def test_each_example_does_what_it_says(
    run: Run, name: str, examples: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(examples, tmp_path / "here")
    monkeypatch.chdir(tmp_path / "here")
    for line in docs.example(GROUP.commands[name]).splitlines():
        done = run(*shlex.split(line)[1:])
        # `validate` answers no when something is missing, and in the examples something is.
        assert done.exit_code == (1 if name == "validate" else 0), done.stderr


def test_no_two_commands_share_their_help() -> None:
    first = [command.help.split("\n")[0] for command in GROUP.commands.values()]
    assert len(set(first)) == len(COMMANDS)


def test_the_documentation_is_up_to_date_and_has_every_command_and_option() -> None:
    text = docs.PAGE.read_text("utf-8")
    assert text == docs.page(), "run `make docs`"
    for name, command in GROUP.commands.items():
        section = re.search(rf"^## infact {name}\n(.*?)(?=^## |\Z)", text, re.MULTILINE | re.DOTALL)
        assert section, f"{name} is missing"
        for parameter in command.params:
            if parameter.param_type_name == "option" and parameter.name != "help":
                assert all(option in section[1] for option in parameter.opts)


def test_the_check_of_the_documentation_can_fail(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(docs, "PAGE", tmp_path / "cli.md")
    assert docs.main(["--check"]) == 1
    assert docs.main([]) == 0
    assert docs.main(["--check"]) == 0


def test_the_version_is_the_package_s(run: Run) -> None:
    assert re.fullmatch(r"infact \d+\.\d+\.\d+\n", run("--version").stdout)


def test_questions_and_formats_complete() -> None:
    for command, parameter, start, expected in (
        ("ask", "name", "who-m", ["who-may-sign"]),
        ("ask", "format", "json", ["json", "jsonl"]),
        ("export", "format", "g", ["gexf", "graphml"]),
    ):
        context = GROUP.commands[command].make_context(command, [], resilient_parsing=True)
        found = next(p for p in GROUP.commands[command].params if p.name == parameter)
        assert [item.value for item in found.shell_complete(context, start)] == expected


def test_a_verb_costs_only_its_own_imports() -> None:
    code = (
        "import sys\n"
        "from infact.cli.app import app\n"
        "try:\n    app(['audit', '--help'])\n"
        "except SystemExit:\n    print(*sorted({m.split('.')[0] for m in sys.modules} | set(sys.modules)))\n"
    )
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert "infact.cli.audit" in out
    assert not {"infact.cli.build", "infact.ingest.extract", "networkx", "scipy", "plotly"} & set(out)
