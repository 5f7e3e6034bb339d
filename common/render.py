"""Tables for people and for programs: columns and rows as a terminal table, Markdown, CSV, JSON or JSON lines.

(HTML pages, which may hold more than tables, are made by `page.py`.)

Callers may rely on three things. A format loses nothing, except a table that is written to a terminal: that one is
capped, and says how many rows are not shown. Off a terminal there is no colour and no cut cell. And JSON keeps numbers,
truth values and nothing (null) as what they are, while CSV follows RFC 4180 (CRLF, quotes doubled, a header line).
"""

from __future__ import annotations

import csv
import datetime
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import zip_longest
from typing import Any, Literal, TextIO, get_args

import rich.box
from rich.cells import cell_len
from rich.console import Console
from rich.table import Table as RichTable
from rich.text import Text

from .errors import ExportError

Format = Literal["table", "json", "jsonl", "csv", "markdown"]
FORMATS: tuple[str, ...] = get_args(Format)
# Those that are written row by row, however many rows there are.
STREAMED = ("json", "jsonl", "csv")

# A terminal shows about two screens; whoever wants all of it writes it to a file or a pipe.
TERMINAL_ROWS = 60
# Off a terminal, columns are aligned up to this width; a longer cell is whole and pushes the rest of its line aside.
_ALIGNED = 96
_GAP = "   "


@dataclass(frozen=True, slots=True)
class Table:
    """What a command answers, and on what.

    Attributes:
        columns: Their names; when all are blank, a table for people has no heading.
        rows: One tuple of values a row, as long as `columns`.
        about: What the answer stands on (question, as-of date, corpus), in the order in which to print it.
        note: A sentence for people below the table, such as that more rows exist.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[object, ...], ...]
    about: Mapping[str, object] = field(default_factory=dict)
    note: str | None = None


def write(table: Table, format: str, out: TextIO, *, terminal: bool = False, width: int | None = None) -> None:  # noqa: A002
    """Write a table in one of `FORMATS`.

    In `table`, `markdown` and `json` what the answer stands on is written too; CSV and JSON lines are rows only, and
    the caller prints `about_lines` elsewhere.

    Args:
        table: What to write.
        format: One of `FORMATS`.
        out: Where to.
        terminal: `out` is a terminal: a table is capped, folded to `width`, and has bold headings.
        width: Columns of the terminal.

    Raises:
        ExportError: There is no such format.
    """
    if format == "table" and terminal:
        _terminal_table(table, out, width or 80)
    elif format == "table":
        _plain_table(table, out)
    elif format == "markdown":
        out.write(_markdown(table))
    else:
        stream(table, table.rows, format, out)


def stream(table: Table, rows: Iterable[Sequence[object]], format: str, out: TextIO) -> None:  # noqa: A002
    """Write rows in one of `STREAMED`, each as it comes, as those of a table that has none itself.

    Raises:
        ExportError: There is no such format, or it is none of these.
    """
    if format == "csv":
        # A lone empty value would be an empty line, which many readers pass over: the writer quotes it by itself.
        writer = csv.writer(out, lineterminator="\r\n")
        writer.writerow(table.columns)
        writer.writerows([text(value) for value in row] for row in rows)
    elif format == "jsonl":
        out.writelines(f"{json.dumps(row, ensure_ascii=False)}\n" for row in _objects(table.columns, rows))
    elif format == "json":
        whole = {**{key: plain(value) for key, value in table.about.items()}, "columns": list(table.columns)}
        if table.note:
            whole["note"] = table.note
        # The rows are put where their brackets stand, indented as they would be there.
        before, _, after = json.dumps({**whole, "rows": []}, ensure_ascii=False, indent=2).rpartition("]")
        out.write(before)
        some = False
        for row in _objects(table.columns, rows):
            written = json.dumps(row, ensure_ascii=False, indent=2).replace("\n", "\n    ")
            out.write(f"{',' * some}\n    {written}")
            some = True
        out.write(("\n  " if some else "") + f"]{after}\n")
    else:
        raise ExportError(f"there is no format {format!r}", remedy=f"choose one of {', '.join(FORMATS)}")


def about_lines(table: Table) -> list[str]:
    """What the answer stands on, as lines for people: `as of 2025-01-10`, `corpus ...`."""
    return [*words(table.about), *([table.note] if table.note else [])]


def words(about: Mapping[str, object]) -> list[str]:
    """What something stands on, a line each."""
    return [f"{key.replace('_', ' ')}: {_words(value)}" for key, value in about.items() if value is not None]


def text(value: object) -> str:
    """How a value stands in a table or in CSV: None is empty, a list is joined by ` | `, the rest as Python has it."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list | tuple | set | frozenset):
        return " | ".join(text(item) for item in value)
    return str(value)


def plain(value: object) -> Any:
    """A value as JSON has it. Dates are ISO text, decimals are numbers, IRIs and other terms are their text."""
    if isinstance(value, str):
        return str(value)
    if value is None or isinstance(value, bool | int):
        return value
    if isinstance(value, float):
        return value if value - value == 0 else str(value)  # JSON has no infinity and no NaN (RFC 8259, section 6)
    if isinstance(value, Decimal):
        return float(value) if value.is_finite() else str(value)
    if isinstance(value, datetime.date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {str(key): plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [plain(item) for item in value]
    return str(value)


def _objects(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> Iterator[dict[str, Any]]:
    return (dict(zip(columns, map(plain, row), strict=True)) for row in rows)


def _words(value: object) -> str:
    if isinstance(value, Mapping):
        return ", ".join(f"{key} {text(item)}" for key, item in value.items() if item is not None)
    return text(value)


def _markdown(table: Table) -> str:
    def line(cells: Sequence[str]) -> str:
        return "| " + " | ".join(cells) + " |\n"

    def cell(value: object) -> str:
        escaped = text(value).replace("\\", "\\\\").replace("|", "\\|")
        return "<br>".join(escaped.splitlines())

    rows = "".join(line([cell(value) for value in row]) for row in table.rows)
    below = "".join(f"\n{words}  " for words in about_lines(table))
    return line([cell(name) for name in table.columns]) + line(["---"] * len(table.columns)) + rows + below + "\n"


def _below(table: Table) -> list[str]:
    """What stands under a table for people, parted from it by an empty line."""
    lines = about_lines(table)
    return ["", *lines] if lines and table.columns else lines


def numeric(table: Table) -> list[bool]:
    """Which columns hold numbers only, and stand to the right."""
    return [
        bool(table.rows)
        and all(isinstance(row[i], int | float | Decimal) and not isinstance(row[i], bool) for row in table.rows)
        for i in range(len(table.columns))
    ]


def _plain_table(table: Table, out: TextIO) -> None:
    cells = [[text(value).splitlines() or [""] for value in row] for row in table.rows]
    widths = [
        max([cell_len(name), *(min(cell_len(line), _ALIGNED) for row in cells for line in row[i])])
        for i, name in enumerate(table.columns)
    ]
    right = numeric(table)

    def line(parts: Sequence[str]) -> str:
        padded = (
            " " * (width - cell_len(part)) + part if number else part + " " * (width - cell_len(part))
            for part, width, number in zip(parts, widths, right, strict=True)
        )
        return _GAP.join(padded).rstrip() + "\n"

    if any(map(str.strip, table.columns)):
        out.write(line(table.columns))
        out.write("─" * (sum(widths) + len(_GAP) * (len(widths) - 1)) + "\n")
    for row in cells:
        out.writelines(line(parts) for parts in zip_longest(*row, fillvalue=""))
    out.writelines(f"{words}\n" for words in _below(table))


def _terminal_table(table: Table, out: TextIO, width: int) -> None:
    shown = table.rows[:TERMINAL_ROWS]
    drawn = RichTable(
        box=rich.box.SIMPLE_HEAD,
        pad_edge=False,
        show_edge=False,
        show_header=any(map(str.strip, table.columns)),
    )
    for name, number in zip(table.columns, numeric(table), strict=True):
        drawn.add_column(Text(name), justify="right" if number else "left", overflow="fold")
    for row in shown:
        drawn.add_row(*(Text(text(value)) for value in row))
    console = Console(file=out, force_terminal=True, width=width, highlight=False, legacy_windows=False)
    if table.columns:
        console.print(drawn)
    if hidden := len(table.rows) - len(shown):
        console.print(Text(f"{hidden} more rows are not shown; -o FILE or a pipe gives all {len(table.rows)}"))
    for words in _below(table):
        console.print(Text(words))
