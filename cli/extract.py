"""`infact extract`: records from documents, without a graph."""

from __future__ import annotations

import json
import os
import re
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from ..common.errors import ExportError, Skipped
from ..common.progress import progress
from ..common.render import Table
from ..common.withholding import Withholding, by_surname
from ..ingest.given_names import other_forms
from ..ingest.read import Reading, read_all
from ..ingest.records import Instrument, Record, to_json
from .explain import page_of, pages_in, text_of
from .options import LimitOption, OutputOption, WithholdOption, WorkersOption, format_option
from .outcome import list_skipped, say, say_unmet, withheld
from .output import destination, emit, format_for

_FORMATS = ("jsonl", "json", "table", "csv", "markdown")
_PSEUDONYM = re.compile(r"withheld-[0-9a-f]{10}")
_COLUMNS = ("document", "kind", "principals", "attorneys", "issuers", "forms", "executed", "term", "signatories")


def extract(
    paths: Annotated[list[Path], typer.Argument(help="Documents, folders of them, or record lines (.jsonl).")],
    output: OutputOption = "-",
    format: Annotated[
        str | None, format_option(_FORMATS, " (else jsonl): whole records as JSON, or one row an instrument.")
    ] = None,
    explain: Annotated[
        bool,
        typer.Option(
            "--explain",
            help="Show the text with its clauses and facts marked; `-o FILE.html` gives a page, `-o FOLDER/` one each.",
        ),
    ] = False,
    workers: WorkersOption = None,
    limit: LimitOption = 64,
    withhold: WithholdOption = None,
) -> None:
    """Read documents and print what they say: one record a document, with evidence for each fact.

    A record's form is public; `infact build` takes record lines as a source, too. What cannot be read is listed with
    its reason, the rest goes on, and the exit code is 3.

    Example:
    infact extract filings/ -o records.jsonl
    infact extract --explain filings/a01-kestrel-bay.txt -o reading.html
    infact extract --explain filings/ -o readings/
    """
    withheld.set(withheld.get().knowing_given_names(other_forms))
    if explain:
        if format is not None:
            remedy = "leave out -f: with -o FILE.html it is a page, else text"
            raise ExportError(f"an explanation has no format {format!r}", remedy=remedy)
        _explain(paths, output, workers, limit)
        return
    as_format = format or "jsonl"
    if as_format not in _FORMATS:
        raise ExportError(f"there is no format {as_format!r}", remedy=f"choose one of {', '.join(_FORMATS)}")
    skipped: list[Skipped] = []

    def records() -> Iterator[Record]:
        for found in _readings(paths, workers, limit, skipped):
            for note in found.notes:
                say(f"{found.record.document}: {note}")
            yield found.record

    if as_format == "jsonl":
        with destination(output) as out:
            for record in records():
                out.write(json.dumps(withheld.get().apply_to(to_json(record)), ensure_ascii=False).encode() + b"\n")
    elif as_format == "json":
        whole = [to_json(record) for record in records()]
        with destination(output) as out:
            out.write(json.dumps(withheld.get().apply_to(whole), ensure_ascii=False, indent=2).encode() + b"\n")
    else:
        emit(Table(_COLUMNS, tuple(_row(r.document, i) for r in records() for i in r.instruments)), output, as_format)
    list_skipped(skipped)


def _readings(paths: list[Path], workers: int | None, limit: int, skipped: list[Skipped]) -> Iterator[Reading]:
    """Every reading as it comes, with progress; what was not read goes to `skipped`.

    Of each is learned which names and CIKs the persons on the list have, before it is given.
    """
    met: set[str] = set()
    with progress("reading", "documents", stream=sys.stderr) as step:
        for found in read_all(paths, workers=workers, limit=limit * 2**20, progress=step):
            if isinstance(found, Skipped):
                skipped.append(found)
                continue
            if held := withheld.get():
                withheld.set(held := held.knowing(_parties(found.record, held)))
                if held.unmet(met):
                    met |= set(_PSEUDONYM.findall(str(held.apply_to(to_json(found.record)))))
            yield found
    say_unmet(withheld.get().unmet(met))


def _parties(record: Record, held: Withholding) -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
    """Names and CIKs that a record gives to one party."""
    for owner in record.filing.owners if record.filing else ():
        yield (owner.name, by_surname(owner.name)), (owner.cik or "",)
    principals = {party.name for instrument in record.instruments for party in instrument.principals}
    # The CIK is that of one principal; of several, whoever is listed may be meant, and nobody else.
    for name in principals:
        if len(principals) == 1 or held.named_in(name):
            yield (name,), (record.cik or "",)


def _explain(paths: list[Path], output: str, workers: int | None, limit: int) -> None:
    skipped: list[Skipped] = []

    def with_text() -> Iterator[Reading]:
        for found in _readings(paths, workers, limit, skipped):
            if found.texts or not found.record.instruments:
                yield found
            else:
                skipped.append(Skipped(found.record.document, "it came without a text in which facts could be marked"))

    readings = with_text()
    if output != "-" and (output.endswith("/") or Path(output).is_dir()):
        pages_in(Path(output), readings)
    else:
        if format_for(output, None) == "html":
            parts = page_of(readings)
        else:
            colour = output == "-" and sys.stdout.isatty() and "NO_COLOR" not in os.environ
            parts = text_of(readings, colour=colour, width=shutil.get_terminal_size().columns)
        with destination(output) as out:
            for part in parts:
                out.write(part.encode("utf-8", "surrogateescape"))
    list_skipped(skipped)


def _row(document: str, instrument: Instrument) -> tuple[object, ...]:
    return (
        document,
        instrument.kind,
        tuple(party.name for party in instrument.principals),
        tuple(party.name for party in instrument.attorneys),
        instrument.issuers,
        instrument.forms,
        instrument.executed,
        instrument.term,
        instrument.signatories,
    )
