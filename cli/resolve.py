"""`infact resolve`: who is who, anew."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from ..common.progress import progress
from ..common.render import Table
from ..ingest import resolve as resolution
from ..ingest.derive import derive
from ..ingest.identity import decisions as reviewed
from ..ingest.store import Store
from ..queries.engines import StoreEngine
from .options import DEFAULT_STORE, FormatOption, OutputOption, StoreOption, WithholdOption, withhold_from
from .outcome import say
from .output import emit

DecisionsOption = Annotated[
    Path | None,
    typer.Option(
        "--decisions",
        metavar="FILE",
        envvar="INFACT_DECISIONS",
        help="Reviewers' decisions (JSON lines); without it, those that the graph holds stay in force.",
    ),
]
# More than a screen of moved names helps nobody on a terminal.
_SHOWN = 30


def resolve(
    decisions: DecisionsOption = None,
    fresh: Annotated[
        bool, typer.Option("--fresh", help="Name everybody anew instead of keeping the IRIs of the last time.")
    ] = False,
    no_derive: Annotated[
        bool, typer.Option("--no-derive", help="Leave relations as they were; `infact derive` makes them.")
    ] = False,
    store: StoreOption = DEFAULT_STORE,
    output: OutputOption = "-",
    format: FormatOption = None,
    withhold: WithholdOption = None,
) -> None:
    """Work out who is who: join mentions to persons and organizations, with reviewers' decisions, and derive the rest.

    Parties keep their IRIs; each one that cannot is named, and so is every decision that could not be applied.

    Example:
    infact resolve --store infact.db
    """
    made = None if decisions is None else reviewed.load(decisions)
    with Store.open(store) as opened, progress("resolving", "mentions", stream=sys.stderr) as step:
        report = resolution.resolve(opened, made, fresh=fresh)
        step(report.mentions)
        if not no_derive:
            derive(opened)
        withhold_from(StoreEngine(opened.oxigraph))
    for problem in report.problems:
        say(f"decision: {problem}")
    for move in report.moved[:_SHOWN]:
        say(f"{move.how}: {move.iri} -> {' and '.join(move.now)}")
    if len(report.moved) > _SHOWN:
        say(f"and {len(report.moved) - _SHOWN} more IRIs moved")
    rows: list[tuple[object, ...]] = [
        ("mentions", report.mentions),
        ("persons, organizations, offices", report.entities),
        ("strict parts beside them", report.parts),
        *((f"linked by {method}", count) for method, count in report.methods),
        ("joins refused", report.refused),
        ("joins left open", report.open),
        ("decisions in force", report.decisions),
        ("decisions not applied", len(report.problems)),
        ("IRIs moved", len(report.moved)),
    ]
    emit(Table(("what", "count"), tuple(rows)), output, format)
