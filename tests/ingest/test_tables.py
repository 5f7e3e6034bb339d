"""Tables of tabs: quotation marks as filers and programs write them, and no row swallowed by another."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from infact.common.errors import DocumentError
from infact.ingest.tables import BadRow, Row, rows


def table(text: str, *columns: str) -> list[Row | BadRow]:
    return list(rows(io.BytesIO(text.encode()), columns, where="T"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A\tB\n1\t2\n", [Row(2, ("1", "2"))]),
        ("\ufeffB\tC\tA\r\n2\t3\t1\r\n", [Row(2, ("1", "2"))]),
        ('A\tB\n"1"\t"say ""so"""\n', [Row(2, ("1", 'say "so"'))]),
        ('A\tB\n1\t/s/ John "Jack" Doe\n', [Row(2, ("1", '/s/ John "Jack" Doe'))]),
        ('A\tB\n1\t"Jack" Doe\n', [Row(2, ("1", '"Jack" Doe'))]),
        ('A\tB\n1\t"Jack Doe\n3\t4\n', [Row(2, ("1", '"Jack Doe')), Row(3, ("3", "4"))]),
        ('A\tB\n1\t"one\ntwo"\n3\t4\n', [Row(2, ("1", "one\ntwo")), Row(4, ("3", "4"))]),
        ('A\tB\n1\t"a\tb"\n', [Row(2, ("1", "a\tb"))]),
        ("A\tB\n1\n2\t3\n", [BadRow(2, "the row has 1 fields where its table has 2 columns"), Row(3, ("2", "3"))]),
        ("A\tB\n\n1\t2", [Row(3, ("1", "2"))]),
        ("A\tB\n", []),
    ],
)
def test_a_table_is_read_row_by_row(text: str, expected: list[Row | BadRow]) -> None:
    assert table(text, "A", "B") == expected


def test_an_optional_column_that_is_absent_is_empty() -> None:
    assert list(rows(io.BytesIO(b"A\n1\n"), ["A"], ["Z"], where="T")) == [Row(2, ("1", ""))]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "T: the table has no column A"),
        ("B\tA\tA\n", "T: the table names the column A twice"),
        ("A\n" + "x" * 1_100_000, "T: line 2 has more than 1,048,576 bytes"),
    ],
)
def test_what_is_no_table_is_refused(text: str, message: str) -> None:
    with pytest.raises(DocumentError, match=message):
        table(text, "A")


@given(
    st.lists(
        st.tuples(*[st.text(st.characters(exclude_categories=["Cs", "Cc", "Zs", "Zl", "Zp"]), min_size=1)] * 2),
        max_size=8,
    )
)
def test_what_a_program_writes_comes_back(values: list[tuple[str, str]]) -> None:
    out = io.StringIO()
    writer = csv.writer(out, delimiter="\t", lineterminator="\n")
    writer.writerows([("A", "B"), *values])
    assert [row.fields for row in table(out.getvalue(), "A", "B") if isinstance(row, Row)] == values
