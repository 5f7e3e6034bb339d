"""`python -m infact.cli.docs` writes docs/cli.md from the commands and docs/questions.md from the questions themselves.

With `--check` it only compares.
"""

from __future__ import annotations

import inspect
import sys
from pathlib import Path
from typing import Any

import typer.main

from . import question_pages
from .app import app

PAGE = Path(__file__).resolve().parent.parent / "docs" / "cli.md"
QUESTIONS = PAGE.with_name("questions.md")
_HEAD = """\
# The command line

Written by `python -m infact.cli.docs` from the commands themselves; change the help text there, not here.

Data goes to standard output, or to the file that `-o` names, which appears whole or not at all. Progress, skipped
inputs and errors go to standard error. Off a terminal there is no colour, no bar, and nothing is cut.
`infact --install-completion` sets up completion for your shell.
"""


def page() -> str:
    """The page: one section a command, in the order of the help."""
    group: Any = typer.main.get_command(app)
    parts = [_HEAD, _section("infact", group)]
    parts += [_section(f"infact {name}", command) for name, command in group.commands.items()]
    return "\n".join(parts)


def example(command: Any) -> str:
    """The example in a command's help, or nothing."""
    return _parts(command)[1]


def _parts(command: Any) -> tuple[str, str]:
    """A command's help, without and from the line `Example:`."""
    text, _, shown = inspect.cleandoc(command.help or "").partition("\nExample:\n")
    return text.strip(), shown.strip()


def _section(name: str, command: Any) -> str:
    text, shown = _parts(command)
    given = [p for p in command.params if p.param_type_name == "argument"]
    options = [p for p in command.params if p.param_type_name == "option" and p.name != "help"]
    usage = " ".join([name, *(["[OPTIONS]"] if options else []), *map(_argument, given)])
    out = [f"## {name}\n", f"{text}\n", f"```\n{usage}\n```\n"]
    if shown:
        out.append(f"Example:\n\n```sh\n{shown}\n```\n")
    rows = [(f"`{_argument(p)}`", p.help or "") for p in given]
    rows += [(_names(p), _meaning(p)) for p in options]
    lines = [f"| {left} | {right} |" for left, right in rows]
    return "\n".join([*out, "| | |", "|---|---|", *lines, ""])


def _argument(argument: Any) -> str:
    shown = (argument.metavar or argument.name.upper()) + ("..." if argument.nargs == -1 else "")
    return shown if argument.required else f"[{shown}]"


def _names(option: Any) -> str:
    metavar = f" {option.metavar}" if option.metavar else ""
    return ", ".join(f"`{name}{metavar}`" for name in option.opts)


def _meaning(option: Any) -> str:
    extra = []
    default = option.default
    if default not in (None, False, ()) and not callable(default):
        extra.append(f"default `{default}`")
    if option.envvar:
        extra.append(f"environment `{option.envvar}`")
    text = (option.help or "").replace("|", "\\|")
    return f"{text} ({'; '.join(extra)})" if extra else text


def main(arguments: list[str]) -> int:
    """Write the pages, or with `--check` say whether they are up to date."""
    stale = 0
    for place, text in ((PAGE, page()), (QUESTIONS, question_pages.page(QUESTIONS.parents[1]))):
        if arguments != ["--check"]:
            place.write_text(text, "utf-8")
        elif not place.exists() or place.read_text("utf-8") != text:
            print(f"{place.name} differs from its sources; run `make docs`", file=sys.stderr)  # noqa: T201
            stale = 1
    return stale


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
