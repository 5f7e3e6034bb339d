"""`infact validate`: what is missing in the powers and signatures of a graph."""

from __future__ import annotations

import sys
from dataclasses import replace
from typing import TYPE_CHECKING, Annotated

import typer

from ..common.progress import progress
from ..common.render import Table
from ..ingest.store import Store
from ..queries.corpus import corpus
from ..queries.engines import StoreEngine
from .options import DEFAULT_STORE, OutputOption, StoreOption, WithholdOption, WorkersOption, withhold_ciks
from .outcome import NO, withheld
from .output import about, destination, emit, emit_all, format_for

if TYPE_CHECKING:
    from ..shapes.report import ValidationReport

_FORMATS = ("table", "json", "jsonl", "csv", "markdown", "turtle")
_SEVERITIES = ("violation", "warning", "info", "never")


def _severity(text: str) -> str:
    if text.lower() not in _SEVERITIES:
        raise typer.BadParameter(f"{text!r} is none of {', '.join(_SEVERITIES)}")
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
    examples: Annotated[int, typer.Option("--examples", metavar="N", min=0, help="Examples of each message.")] = 3,
    workers: WorkersOption = None,
    store: StoreOption = DEFAULT_STORE,
    output: OutputOption = "-",
    format: Annotated[
        str | None,
        typer.Option(
            "--format",
            "-f",
            metavar="FORMAT",
            help=f"One of {', '.join(_FORMATS)}; csv and jsonl have one row a finding, turtle is a SHACL report.",
            autocompletion=lambda: list(_FORMATS),
        ),
    ] = None,
    withhold: WithholdOption = None,
) -> None:
    """Check each document against the shapes: has a power its principal, attorney, signature, date, and so on.

    A finding says what was not found in this document; it does not say that anybody lacked authority.
    The exit code is 1 when there is a finding as grave as --fail-on.

    Example:
    infact validate --examples 1
    """
    # Imported here because pyshacl takes as long to import as all the rest, and no other command needs it.
    from ..shapes.report import exit_code, summary, table, to_turtle  # noqa: PLC0415
    from ..shapes.validator import validate as check  # noqa: PLC0415

    with Store.open(store, read_only=True) as opened:
        engine = StoreEngine(opened.oxigraph)
        withhold_ciks(engine)
        facts = about(corpus(engine))
        engine.close()
        with progress("validating", "documents", stream=sys.stderr) as step:
            report = check(opened, workers=workers, progress=step)
    facts = {**summary(report), **facts}
    as_format = "turtle" if output.endswith(".ttl") and format is None else format_for(output, format)
    if as_format == "turtle":
        with destination(output) as out:
            out.writelines(withheld.get().apply(line).encode() for line in to_turtle(report))
    elif as_format in {"table", "markdown"}:
        emit_all(_sections(report, examples, facts), output, as_format)
    else:
        emit(table(report, facts), output, as_format)
    if fail_on != "never" and exit_code(report, fail_on.capitalize()):
        raise typer.Exit(NO)


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
