"""Where answers go: standard output or a file, in the format that was asked for, with listed persons withheld."""

from __future__ import annotations

import contextlib
import io
import shutil
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

from ..common import page, render
from ..common.errors import ExportError
from ..common.files import replacing
from ..common.render import Table
from ..queries.corpus import Corpus
from .outcome import say, withheld

FORMATS = (*render.FORMATS, "html")
_SUFFIXES = {".json": "json", ".jsonl": "jsonl", ".csv": "csv", ".md": "markdown", ".html": "html"}


@contextlib.contextmanager
def destination(output: str) -> Iterator[BinaryIO]:
    """The place that `-o` names, for bytes: `-` is standard output, a file appears whole or not at all."""
    if output == "-":
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
        return
    with replacing(Path(output)) as stream:
        yield stream


def format_for(output: str, chosen: str | None) -> str:
    """The chosen format, or the one that the output's suffix names, or a table."""
    return chosen or _SUFFIXES.get(Path(output).suffix, "table")


def emit(table: Table, output: str, chosen: str | None, *, title: str = "infact") -> None:
    """Write a table, and what it stands on: within it, or on standard error where the format has no place for that.

    Args:
        table: What to write, whole; listed persons are withheld here.
        output: A file, or `-`.
        chosen: A format of `FORMATS`, or None for what the file's suffix says.
        title: What an HTML page is headed.

    Raises:
        ExportError: There is no such format, or the file cannot be written.
    """
    emit_all([("", table)], output, chosen, title=title)


def emit_all(tables: Sequence[tuple[str, Table]], output: str, chosen: str | None, *, title: str = "infact") -> None:
    """Write tables one below the other, each under its heading; raises as `emit` does."""
    as_format = format_for(output, chosen)
    if as_format not in FORMATS:
        raise ExportError(f"there is no format {as_format!r}", remedy=f"choose one of {', '.join(FORMATS)}")
    held = withheld.get()
    terminal = output == "-" and as_format == "table" and sys.stdout.isatty()
    buffer = io.StringIO(newline="")
    ready = []
    for heading, whole in tables:
        facts = whole.about if as_format == "json" else short(whole.about)
        ready.append((heading, replace(whole, rows=tuple(held.apply_to(whole.rows)), about=held.apply_to(facts))))
    if as_format == "html":
        buffer.write(page.tables(held.apply(title), [(held.apply(heading), table) for heading, table in ready]))
        ready = []
    for number, (heading, table) in enumerate(ready):
        if heading:
            mark = "## " if as_format == "markdown" else ""
            buffer.write(("\n" if number else "") + f"{mark}{held.apply(heading)}\n\n")
        render.write(table, as_format, buffer, terminal=terminal, width=shutil.get_terminal_size().columns)
        if as_format in {"csv", "jsonl"}:
            for line in render.about_lines(table):
                say(line)
    with destination(output) as out:
        out.write(buffer.getvalue().encode("utf-8", "surrogateescape"))


def emit_rows(head: Table, rows: Iterable[Sequence[object]], output: str, chosen: str | None) -> None:
    """Write a table of any length in a format of `render.STREAMED`, row by row; raises as `emit` does.

    Args:
        head: The table without its rows.
        rows: These, each as it is needed; listed persons are withheld here.
        output: A file, or `-`.
        chosen: The format, or None for what the file's suffix says.
    """
    as_format = format_for(output, chosen)
    held = withheld.get()
    facts = held.apply_to(head.about if as_format == "json" else short(head.about))
    head = replace(head, about=facts)
    with destination(output) as out:
        written = io.TextIOWrapper(out, "utf-8", "surrogateescape", newline="")
        try:
            render.stream(head, map(held.apply_to, rows), as_format, written)
            written.flush()
        finally:
            written.detach()
    if as_format in {"csv", "jsonl"}:
        for line in render.about_lines(head):
            say(line)


def short(facts: Mapping[str, object]) -> dict[str, object]:
    """For people, the first digits of a fingerprint tell two corpora apart."""
    corpus = facts.get("corpus")
    if not isinstance(corpus, dict):
        return dict(facts)
    return {**facts, "corpus": {**corpus, "fingerprint": (corpus.get("fingerprint") or "none")[:12]}}


def about(corpus: Corpus, as_of: object = None) -> dict[str, object]:
    """What every answer states: the day on which it stands, and the corpus."""
    return {
        "as_of": corpus.latest_date if as_of is None else as_of,
        "corpus": {
            "fingerprint": corpus.fingerprint,
            "documents": corpus.documents,
            "instruments": corpus.instruments,
            "filings": corpus.filings,
        },
    }
