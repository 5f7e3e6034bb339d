"""The command `infact`: its verbs, and the two options that stand before them."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Mapping
from importlib import import_module, metadata
from typing import Annotated, Any

import typer
from typer.main import get_command

from .outcome import Verbs

# In the order in which the data goes; each is the function of its name in the module of its name.
VERBS = (
    "extract",
    "build",
    "resolve",
    "derive",
    "mentions",
    "review",
    "why",
    "validate",
    "audit",
    "ask",
    "network",
    "sparql",
    "report",
    "show",
    "stats",
    "export",
    "remove",
)


class _Commands(Mapping[str, Any]):
    """The commands by name; a verb's module, and all that it needs, is imported when the verb is asked for."""

    def __init__(self) -> None:
        self._made: dict[str, Any] = {}

    def __getitem__(self, name: str) -> Any:
        if name not in VERBS:
            raise KeyError(name)
        if name not in self._made:
            alone = typer.Typer(add_completion=False, pretty_exceptions_enable=False, rich_markup_mode="rich")
            alone.command(name)(getattr(import_module(f".{name}", __package__), name))
            self._made[name] = get_command(alone)
        return self._made[name]

    def __iter__(self) -> Iterator[str]:
        return iter(VERBS)

    def __len__(self) -> int:
        return len(VERBS)


class _Verbs(Verbs):
    def __init__(self, **settings: Any) -> None:
        super().__init__(**settings)
        self.commands = _Commands()  # type: ignore[assignment]


app = typer.Typer(
    cls=_Verbs,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode="rich",
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"infact {metadata.version('infact')}")
        raise typer.Exit


@app.callback()
def infact(
    debug: Annotated[
        bool, typer.Option("--debug", help="Show where an error comes from.", envvar="INFACT_DEBUG")
    ] = False,
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version.")
    ] = False,
) -> None:
    """Who may sign for whom: powers of attorney and signatures filed with the SEC, as a graph.

    Exit codes: 0 done, whatever the answer is; 1 `validate` found something as grave as --fail-on, or `audit` a verdict
    of --fail-on; 2 wrong usage or a failure; 3 done, but some inputs were skipped; 130 interrupted by Ctrl-C.
    """


def main() -> None:
    """Run the command that the arguments name."""
    try:
        app()
    except SystemExit as ended:
        waiting = sys.modules.get(f"{__package__.rpartition('.')[0]}.queries.waiting")
        if waiting is not None and waiting.is_left_behind():  # else no verb has asked anything
            sys.stdout.flush()
            sys.stderr.flush()
            os._exit(ended.code if isinstance(ended.code, int) else 0)
        raise
