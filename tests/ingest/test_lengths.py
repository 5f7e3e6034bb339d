"""Lengths of time are found with their count, their unit and what they are counted from."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from infact.ingest.extract.dates import find_length, find_lengths

from tests.cost import growth

_CASES = [
    ("three years from the date hereof", 3, "years", "execution"),
    ("for a period of three (3) years", 3, "years", "unknown"),
    ("five (5) years after", 5, "years", "unknown"),
    ("36 months", 36, "months", "unknown"),
    ("90 days", 90, "days", "unknown"),
    ("sixty (60) days", 60, "days", "unknown"),
    ("two weeks", 2, "weeks", "unknown"),
    ("one year", 1, "years", "unknown"),
    ("the fifth anniversary of its date", 5, "years", "execution"),
    ("the fifth (5th) anniversary of the date hereof", 5, "years", "execution"),
    ("the 5th anniversary of this instrument", 5, "years", "execution"),
    ("the one-year anniversary of the Effective Date", 1, "years", "effective"),
    ("three years from the date written below", 3, "years", "execution"),
    ("two years from the date beside my signature", 2, "years", "execution"),
    ("three years from the date of this\nletter", 3, "years", "execution"),
    ("three years from the date of execution", 3, "years", "execution"),
    ("three years from the date of its execution", 3, "years", "execution"),
    ("three years from execution hereof", 3, "years", "execution"),
    ("three years after the date of this Limited Power of Attorney", 3, "years", "execution"),
    ("three years from the date first above written", 3, "years", "execution"),
    ("three years from the date on which it is signed", 3, "years", "execution"),
    ("ten years following the date set forth below", 10, "years", "execution"),
    ("an 18-month period commencing on the date of execution", 18, "months", "execution"),
    ("twenty-four (24) months from the date of signature", 24, "months", "execution"),
    ("from the date hereof for a period of two years", 2, "years", "execution"),
    ("five years hence", 5, "years", "execution"),
    ("five years from the effective date", 5, "years", "effective"),
    ('five years from the "Effective Date"', 5, "years", "effective"),
    ("one year after the effective date of this power", 1, "years", "effective"),
    ("five years after it leaves the board", 5, "years", "unknown"),
    ("two years from the date of termination", 2, "years", "unknown"),
    ("thirty days' written notice", 30, "days", "unknown"),
    ("five full calendar years", 5, "years", "unknown"),
    ("one hundred eighty (180) days", 180, "days", "unknown"),
    ("for a year from the date hereof", 1, "years", "execution"),
    ("(3) years", 3, "years", "unknown"),
]


@pytest.mark.parametrize(("text", "count", "unit", "anchor"), _CASES)
def test_a_length_is_read_with_its_anchor(text: str, count: int, unit: str, anchor: str) -> None:
    assert [(m.count, m.unit, m.anchor) for m in find_lengths(text)] == [(count, unit, anchor)]


@pytest.mark.parametrize(
    "text",
    [
        "in the year 2001",
        "each year",
        "once a year",
        "$5.3 years",
        "a day",
        "the anniversary",
        "Forms 3, 4 and 5",
        "any day",
        "2003 years",
        "0 days",
        "yearly",
    ],
)
def test_other_words_are_not_lengths(text: str) -> None:
    assert find_lengths(text) == []


def test_the_quote_is_the_printed_length_and_the_anchored_one_is_preferred() -> None:
    text = "on thirty days' notice; it ends three (3) years from the date hereof"
    found = find_length(text)
    assert found is not None
    assert text[found.start : found.end] == "three (3) years"
    assert find_length("no length") is None
    assert [m.start for m in find_lengths(text, 20)] == [found.start]


_PIECES = st.sampled_from(
    [
        "three",
        "(3)",
        "years",
        "year",
        "anniversary",
        "fifth",
        "from the",
        "date",
        "hereof",
        "-",
        "and",
        "one",
        " ",
        "\n",
        "months",
        "5",
        "l",
        "(",
        ")",
    ]
)


@given(st.text() | st.lists(_PIECES, max_size=40).map(" ".join) | st.lists(_PIECES, max_size=40).map("".join))
def test_any_text_is_read_in_order_and_without_overlap(text: str) -> None:
    at = 0
    for m in find_lengths(text):
        assert at <= m.start < m.end <= len(text)
        assert m.count >= 1
        at = m.end


@pytest.mark.parametrize(
    "piece", ["one years ", "year ", "3 (3) years of ", "years from the date of the ", "[ ] day of ", "(" * 9 + "years"]
)
def test_time_grows_with_the_text_and_no_faster(piece: str) -> None:
    # Four times the text; a quadratic reader would take sixteen times as long.
    assert growth(lambda size: find_lengths(piece * (size // len(piece))), 20_000) < 9
