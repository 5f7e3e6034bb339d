"""The command `infact`: its verbs, and the two options that stand before them."""

from __future__ import annotations

from importlib import metadata
from typing import Annotated

import typer

from . import (
    ask,
    audit,
    build,
    derive,
    export,
    extract,
    mentions,
    network,
    remove,
    report,
    resolve,
    review,
    show,
    sparql,
    stats,
    validate,
    why,
)
from .outcome import Verbs

app = typer.Typer(
    cls=Verbs,
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

    Exit codes: 0 done; 1 the answer is no; 2 wrong usage or a failure; 3 done, but some inputs were skipped.
    """


# In the order in which the data goes.
app.command()(extract.extract)
app.command()(build.build)
app.command()(resolve.resolve)
app.command()(derive.derive)
app.command()(mentions.mentions)
app.command()(review.review)
app.command()(why.why)
app.command()(validate.validate)
app.command()(audit.audit)
app.command()(ask.ask)
app.command()(network.network)
app.command()(sparql.sparql)
app.command()(report.report)
app.command()(show.show)
app.command()(stats.stats)
app.command()(export.export)
app.command()(remove.remove)


def main() -> None:
    """Run the command that the arguments name."""
    app()
