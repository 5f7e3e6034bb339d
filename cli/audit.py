"""`infact audit`: what the corpus shows about the authority behind each signature."""

from __future__ import annotations

from typing import Annotated

import typer

from ..common.page import Bar
from ..common.render import STREAMED, Table
from ..queries.audit import CAVEAT, VERDICTS, Audit, Row
from ..queries.audit import audit as read_audit
from .options import (
    DEFAULT_STORE,
    EndpointOption,
    EngineOption,
    FormatOption,
    OutputOption,
    StoreOption,
    WithholdOption,
    day,
    engine,
)
from .outcome import FOUND
from .output import about, emit_all, emit_rows, format_for

_COLUMNS = (
    "accession", "form", "issuer", "owner", "owner_cik", "signature", "signer", "date", "verdict", "reason",
    "power", "document",
)  # fmt: skip


def _verdicts(names: list[str] | None) -> list[str] | None:
    for name in names or ():
        if name not in VERDICTS:
            raise typer.BadParameter(f"{name!r} is none of {', '.join(VERDICTS)}")
    return names


def audit(
    issuer: Annotated[str | None, typer.Option("--issuer", metavar="WHO", help="Only this issuer.")] = None,
    owner: Annotated[str | None, typer.Option("--owner", metavar="WHO", help="Only this reporting owner.")] = None,
    signer: Annotated[str | None, typer.Option("--signer", metavar="WHO", help="Only this signer.")] = None,
    verdict: Annotated[
        list[str] | None,
        typer.Option(
            "--verdict",
            metavar="VERDICT",
            callback=_verdicts,
            help="Only this verdict; may be given again.",
            autocompletion=lambda: list(VERDICTS),
        ),
    ] = None,
    since: Annotated[
        str | None, typer.Option("--since", metavar="DATE", callback=day, help="Only from this day on.")
    ] = None,
    until: Annotated[
        str | None,
        typer.Option("--until", metavar="DATE", callback=day, help="Only up to this day."),
    ] = None,
    fail_on: Annotated[
        list[str] | None,
        typer.Option(
            "--fail-on",
            metavar="VERDICT",
            callback=_verdicts,
            help="End with exit code 1 where this verdict is among the rows; may be given again.",
            autocompletion=lambda: list(VERDICTS),
        ),
    ] = None,
    store: StoreOption = DEFAULT_STORE,
    endpoint: EndpointOption = None,
    engine_name: EngineOption = None,
    output: OutputOption = "-",
    format: FormatOption = None,
    withhold: WithholdOption = None,
) -> None:
    """Compare each signature of each form with the powers of the corpus, as of the day on which it was signed.

    A verdict is a signal about this corpus: a power that is not found here may have been filed elsewhere.
    A party is given by its name as printed, its CIK or its IRI.

    Example:
    infact audit --verdict no-power-in-corpus --verdict not-named
    """
    with engine(store, endpoint, engine_name) as asked:
        found = read_audit(
            asked, issuer=issuer, owner=owner, signer=signer, verdicts=verdict or (), since=since, until=until
        )
    facts = {**about(found.corpus), "coverage": str(found.coverage), "verdicts": dict(found.by_verdict()) or None}
    as_format = format_for(output, format)
    if as_format in STREAMED:
        emit_rows(Table(_COLUMNS, (), facts, CAVEAT), map(_cells, found.rows), output, format)
    else:
        sections = _sections(found, facts, page=as_format == "html")
        emit_all(sections, output, format, title="Who signed, and with which power")
    if {verdict for verdict, _ in found.by_verdict()} & set(fail_on or ()):
        raise typer.Exit(FOUND)


def _cells(row: Row) -> tuple[object, ...]:
    return (
        row.accession, row.form, row.issuer, row.owner, row.owner_cik, row.signature, row.signer, row.day, row.verdict,
        row.reason, " | ".join(row.power) or None, " | ".join(dict.fromkeys(row.documents)) or None,
    )  # fmt: skip


def _sections(found: Audit, facts: dict[str, object], *, page: bool) -> list[tuple[str, Table]]:
    """The summary first; on a page what all stands on is said once, with the first table."""
    if not found.rows:
        return [("", Table((), (), facts, f"No such signature was found in this corpus. {CAVEAT}"))]
    total = len(found.rows)
    verdicts = tuple((verdict, count, Bar(count / total)) for verdict, count in found.by_verdict())
    short = tuple(
        (row.accession or "without", row.owner, row.signature, row.day, row.verdict, row.reason) for row in found.rows
    )
    return [
        ("Verdicts", Table(("verdict", "signatures", "share"), verdicts, facts if page else {})),
        ("Issuers", Table(("issuer", "signatures", "own", "covered", "others"), tuple(found.by_issuer()))),
        ("Signatures", Table(("accession", "owner", "signature", "date", "verdict", "why"), short, facts, CAVEAT)),
    ]
