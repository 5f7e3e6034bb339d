"""One table in five formats: nothing lost for programs, nothing too long for a person's terminal."""

from __future__ import annotations

import csv
import datetime
import io
import json
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from infact.common.errors import ExportError
from infact.common.render import FORMATS, TERMINAL_ROWS, Table, about_lines, plain, text, write
from rdflib import Literal, URIRef

SMALL = Table(
    ("name", "insiders", "since"),
    (("Gregg Beloff", 12, datetime.date(2003, 6, 12)), ("Ann [red]Lee[/red]", 3, None)),
    {"as_of": datetime.date(2025, 1, 10), "corpus": {"documents": 2, "fingerprint": None}},
    "more rows exist",
)


def written(table: Table, as_format: str, *, terminal: bool = False, width: int | None = None) -> str:
    out = io.StringIO(newline="")
    write(table, as_format, out, terminal=terminal, width=width)
    return out.getvalue()


def test_a_table_shows_its_cells_as_they_are_and_what_it_stands_on() -> None:
    assert written(SMALL, "table").splitlines() == [
        "name                 insiders   since",
        "─" * 42,
        "Gregg Beloff               12   2003-06-12",
        "Ann [red]Lee[/red]          3",
        "",
        "as of: 2025-01-10",
        "corpus: documents 2",
        "more rows exist",
    ]


def test_only_a_terminal_cuts_rows_and_it_says_how_many() -> None:
    long = Table(("n",), tuple((i,) for i in range(TERMINAL_ROWS + 7)))
    assert f"7 more rows are not shown; -o FILE or a pipe gives all {TERMINAL_ROWS + 7}" in written(
        long, "table", terminal=True, width=80
    )
    off = written(long, "table")
    assert "not shown" not in off
    assert len(off.splitlines()) == TERMINAL_ROWS + 7 + 2


def test_off_a_terminal_there_is_no_colour_and_no_folded_cell() -> None:
    wide = Table(("quote",), (("x " * 3000 + "end",),))
    off, on = written(wide, "table"), written(wide, "table", terminal=True, width=40)
    assert "\x1b" not in off
    assert "x x end" in off
    assert "\x1b[1m" in on
    assert max(len(line) for line in on.splitlines()) < 60


def test_json_keeps_types_and_says_what_it_stands_on() -> None:
    value = json.loads(written(SMALL, "json"))
    assert value == {
        "as_of": "2025-01-10",
        "corpus": {"documents": 2, "fingerprint": None},
        "columns": ["name", "insiders", "since"],
        "note": "more rows exist",
        "rows": [
            {"name": "Gregg Beloff", "insiders": 12, "since": "2003-06-12"},
            {"name": "Ann [red]Lee[/red]", "insiders": 3, "since": None},
        ],
    }
    assert [json.loads(line) for line in written(SMALL, "jsonl").splitlines()] == value["rows"]


def test_csv_is_rfc_4180() -> None:
    table = Table(("a", "b"), (('say "no", twice', "two\nlines"), (None, True)))
    assert written(table, "csv") == 'a,b\r\n"say ""no"", twice","two\nlines"\r\n,true\r\n'


def test_markdown_escapes_what_would_end_a_cell() -> None:
    table = Table(("a|b",), (("x\\|y\nz",),), {"as_of": "2025"})
    assert written(table, "markdown") == "| a\\|b |\n| --- |\n| x\\\\\\|y<br>z |\n\nas of: 2025  \n"


def test_values_become_what_json_has() -> None:
    assert [plain(v) for v in (None, True, 3, 1.5, float("nan"), float("inf"), Decimal("0.25"), Decimal("NaN"))] == [
        None, True, 3, 1.5, "nan", "inf", 0.25, "NaN",
    ]  # fmt: skip
    assert plain(URIRef("https://x.org/a")) == "https://x.org/a"
    assert plain(Literal("oui", lang="fr")) == "oui"
    assert plain(("a", {"b": datetime.date(2020, 1, 2)})) == ["a", {"b": "2020-01-02"}]
    assert [text(v) for v in (None, False, 0, ("a", None, 1))] == ["", "false", "0", "a |  | 1"]


def test_about_is_for_people_and_leaves_out_what_is_not_known() -> None:
    assert about_lines(Table((), (), {"as_of": None, "corpus": {"a": 1, "b": None}})) == ["corpus: a 1"]


def test_an_unknown_format_is_named() -> None:
    with pytest.raises(ExportError, match="there is no format 'xls'; choose one of table, json"):
        written(SMALL, "xls")


CELLS = st.none() | st.booleans() | st.integers() | st.text(st.characters(exclude_categories=["Cs"]))
TABLES = st.integers(1, 4).flatmap(
    lambda n: st.lists(st.tuples(*[CELLS] * n), max_size=5).map(
        lambda rows: Table(tuple(f"c{i}" for i in range(n)), tuple(rows))
    )
)


@given(TABLES)
def test_csv_and_json_lines_read_back_as_they_were(table: Table) -> None:
    header, *rows = csv.reader(io.StringIO(written(table, "csv"), newline=""), strict=True)
    assert tuple(header) == table.columns
    assert rows == [[text(cell) for cell in row] for row in table.rows]
    lines = written(table, "jsonl").split("\n")[:-1]
    assert [tuple(json.loads(line).values()) for line in lines] == list(table.rows)


@given(TABLES)
def test_json_that_is_written_row_by_row_is_that_which_is_written_at_once(table: Table) -> None:
    rows = [dict(zip(table.columns, row, strict=True)) for row in table.rows]
    whole = {"columns": list(table.columns), "rows": rows}
    assert written(table, "json") == json.dumps(whole, ensure_ascii=False, indent=2) + "\n"


@given(TABLES, st.sampled_from(FORMATS), st.booleans())
def test_every_format_writes_every_table_and_ends_its_last_line(table: Table, as_format: str, terminal: bool) -> None:
    whole = written(table, as_format, terminal=terminal, width=40)
    assert whole.endswith("\n") or (as_format == "jsonl" and not table.rows)
