"""`infact validate`: what is missing in the powers and signatures of a graph."""

from __future__ import annotations

import datetime
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ..common.progress import progress
from ..common.render import Table
from ..ingest.store import Store
from ..queries.corpus import corpus
from ..queries.engines import StoreEngine
from .options import (
    DEFAULT_STORE,
    OutputOption,
    StoreOption,
    WithholdOption,
    WorkersOption,
    day,
    format_option,
    withhold_from,
)
from .outcome import FOUND, withheld
from .output import about, destination, emit, emit_all, emit_rows, format_for, short

if TYPE_CHECKING:
    from ..shapes.report import ValidationReport

_FORMATS = ("table", "json", "jsonl", "csv", "markdown", "turtle", "html")
_SEVERITIES = ("violation", "warning", "info", "never")


def _severity(text: str) -> str:
    if text.lower() not in _SEVERITIES:
        raise typer.BadParameter(f"{text!r} is none of {', '.join(_SEVERITIES)}")
    return text.lower()


def _reported(text: str) -> str:
    if text.lower() not in _SEVERITIES[:-1]:
        raise typer.BadParameter(f"{text!r} is none of {', '.join(_SEVERITIES[:-1])}")
    return text.lower()


def validate(
    fail_on: Annotated[
        str,
        typer.Option(
            "--fail-on",
            metavar="SEVERITY",
            callback=_severity,
            help="End with exit code 1 from this severity on: violation, warning, info, or never.",
            autocompletion=lambda: list(_SEVERITIES),
        ),
    ] = "violation",
    severity: Annotated[
        str, typer.Option("--severity", metavar="SEVERITY", callback=_reported, help="Report this severity and graver.")
    ] = "info",
    issuer: Annotated[
        str | None, typer.Option("--issuer", metavar="WHO", help="Only documents about this issuer.")
    ] = None,
    since: Annotated[
        str | None,
        typer.Option("--since", metavar="DATE", callback=day, help="Only documents that carry a day from this one on."),
    ] = None,
    listed: Annotated[
        bool, typer.Option("--list", help="List the rules with their tests, and validate nothing.")
    ] = False,
    fast: Annotated[
        bool, typer.Option("--fast", help="Apply the shapes by the package `shacl`; same findings.")
    ] = False,
    keep: Annotated[
        bool, typer.Option("--keep", help="Keep the results in the graph, so that the next run looks at changes only.")
    ] = False,
    examples: Annotated[int, typer.Option("--examples", metavar="N", min=0, help="Examples of each message.")] = 3,
    workers: WorkersOption = None,
    store: StoreOption = DEFAULT_STORE,
    output: OutputOption = "-",
    format: Annotated[
        str | None, format_option(_FORMATS, "; csv and jsonl have one row a finding, turtle is a SHACL report.")
    ] = None,
    withhold: WithholdOption = None,
) -> None:
    """Check each document against the shapes: has a power its principal, attorney, signature, date, and so on.

    With --issuer or --since, what is derived (parties, links, relations) is left out.
    A finding says what was not found in this document; it does not say that anybody lacked authority.
    The exit code is 1 when there is a finding as grave as --fail-on.

    Example:
    infact validate --examples 1
    """
    # Imported here because pyshacl takes as long to import as all the rest, and no other command needs it.
    from ..shapes.report import exit_code, figures, head, rows, summary, to_turtle  # noqa: PLC0415
    from ..shapes.selection import documents  # noqa: PLC0415
    from ..shapes.validator import validate as check  # noqa: PLC0415
    from .validation_page import as_page  # noqa: PLC0415

    if listed:
        emit(_rules(), output, "table" if format is None else format)
        return
    with Store.open(store, read_only=not keep) as opened:
        engine = StoreEngine(opened.oxigraph)
        withhold_from(engine)
        facts = about(corpus(engine))
        chosen = None
        if issuer is not None or since is not None:
            first = None if since is None else datetime.date.fromisoformat(since)
            chosen = documents(engine, issuer=issuer, since=first)
            facts = {**facts, "only": {"issuer": issuer, "since": since}}
        engine.close()
        with progress("validating", "documents", stream=sys.stderr) as step:
            report = check(
                opened,
                documents=chosen,
                severity=severity.capitalize(),
                fast=fast,
                workers=workers,
                progress=step,
            )
    facts = {**summary(report), **facts}
    as_format = "turtle" if output.endswith(".ttl") and format is None else format_for(output, format)
    if as_format == "turtle":
        with destination(output) as out:
            out.writelines(withheld.get().apply(line).encode() for line in to_turtle(report))
    elif as_format == "html":
        with destination(output) as out:
            out.write(as_page(report, short(facts), withheld.get()).encode("utf-8", "surrogateescape"))
    elif as_format in {"table", "markdown"}:
        emit_all(_sections(report, examples, facts), output, as_format)
    else:
        about_it = facts if as_format != "json" else {**facts, **figures(report)}
        emit_rows(head(report, about_it), rows(report), output, as_format)
    if fail_on != "never" and exit_code(report, fail_on.capitalize()):
        raise typer.Exit(FOUND)


def _rules() -> Table:
    """Every rule; its tests stand in the repository and are no part of the installed package."""
    from ..shapes.rules import list_rules  # noqa: PLC0415

    cases = Path(__file__).parents[1] / "tests" / "shapes" / "cases"
    rows = tuple(
        (
            r.constraint.id,
            r.constraint.severity,
            r.constraint.message,
            ", ".join(r.constraint.targets),
            " ".join(r.tests),
        )
        for r in list_rules(cases if cases.is_dir() else None)
    )
    return Table(("id", "severity", "message", "target", "tests"), rows)


def _sections(report: ValidationReport, each: int, facts: dict[str, object]) -> list[tuple[str, Table]]:
    from ..shapes.report import examples  # noqa: PLC0415

    counts = tuple((severity, count, message) for severity, _, message, count in report.by_message())
    if not counts:
        return [(report.statement(), Table((), (), facts))]
    summary = Table(("severity", "count", "what is wrong"), counts)
    shown = tuple((f.document, f.message, f.source or f.focus) for f in examples(report, each))
    if not shown:
        return [("What is wrong, and how often", replace(summary, about=facts))]
    return [
        ("What is wrong, and how often", summary),
        ("Examples", Table(("document", "what is wrong", "where"), shown, facts)),
    ]
