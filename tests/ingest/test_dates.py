"""Dates are read in the forms that legal instruments print, with the exact quote, and other numbers are not dates."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from infact.common.errors import InfactError
from infact.ingest.extract.dates import add_length, find_dates

from tests.cost import growth

# text with the date between bars -> what it says; "?" marks an empty place for the day
_ONE = [
    # month, day, year
    ("|June 12, 2003|", "2003-06-12"),
    ("Date: |June 12, 2003|.", "2003-06-12"),
    ("|June 12th, 2003|", "2003-06-12"),
    ("|June 12 2003|", "2003-06-12"),
    ("|June 12. 2003|", "2003-06-12"),
    ("|June 12 , 2003|", "2003-06-12"),
    ("|June 12,2003|", "2003-06-12"),
    ("|June12,2003|", "2003-06-12"),
    ("|June, 12, 2003|", "2003-06-12"),
    ("|JANUARY 5, 2005|", "2005-01-05"),
    ("|january 5, 2005|", "2005-01-05"),
    ("|May 3, 2003|", "2003-05-03"),
    ("|may 3, 2003|", "2003-05-03"),
    ("|Sept. 3, 1999|", "1999-09-03"),
    ("|Sept 3, 1999|", "1999-09-03"),
    ("|Sep. 3, 1999|", "1999-09-03"),
    ("|Jan 5 2005|", "2005-01-05"),
    ("|Jan. 05, 2005|", "2005-01-05"),
    ("|Dec. 31, 2006| and", "2006-12-31"),
    ("|Jan-05-2005|", "2005-01-05"),
    ("|June the 12th, 2003|", "2003-06-12"),
    ("|June twelfth, 2003|", "2003-06-12"),
    ("|June first, twenty twenty-five|", "2025-06-01"),
    ("|June twenty-second, two thousand three|", "2003-06-22"),
    ("|June twenty two, two thousand three|", "2003-06-22"),
    ("|June 12, A.D. 2003|", "2003-06-12"),
    ("|June 12, in the year 2003|", "2003-06-12"),
    ("|June 12 of 2003|", "2003-06-12"),
    ("Thursday, |June 12, 2003|", "2003-06-12"),
    ("Thurs., |June 12, 2003|", "2003-06-12"),
    ("Forms 3, 4 and 5 |June 12, 2003|", "2003-06-12"),
    ("Form 4 |June 12, 2003|", "2003-06-12"),
    ("3. |March 31, 2008|.", "2008-03-31"),
    ("as of |June 12, 2003| (the", "2003-06-12"),
    ("|September 16 , 2011|", "2011-09-16"),
    ("|September _16_, 2011|", "2011-09-16"),
    ("|September __16__ 2011|", "2011-09-16"),
    ("|December 31, 1998| and (2)", "1998-12-31"),
    ("|February 29, 2008|", "2008-02-29"),
    # day, month, year
    ("|12th day of June 2003|", "2003-06-12"),
    ("this |12th day of June, 2003|", "2003-06-12"),
    ("the |9th day of October, 2003|", "2003-10-09"),
    ("as of this |9th day of October, 2003|", "2003-10-09"),
    ("this |3rd day of  May, 2002|", "2002-05-03"),
    ("this |3rd day of may, 2002|", "2002-05-03"),
    ("|1st of March 2011|", "2011-03-01"),
    ("the |1st day of the month of March, 2011|", "2011-03-01"),
    ("|12 June 2003|", "2003-06-12"),
    ("|12 June, 2003|", "2003-06-12"),
    ("|12th June 2003|", "2003-06-12"),
    ("|12-June-2003|", "2003-06-12"),
    ("|05-JAN-2005|", "2005-01-05"),
    ("|5-Jan-05|", "2005-01-05"),
    ("|5 Jan '05|", "2005-01-05"),
    ("|05JAN2005|", "2005-01-05"),
    ("|24 day of June 2023|", "2023-06-24"),
    ("|24 day of\n\t\t\tday of January, 2023|", "2023-01-24"),
    ("|12th day of\n                         June, 2003|", "2003-06-12"),
    (
        "|12th day of\n                                                                           June, 2003|",
        "2003-06-12",
    ),
    ("|12th\nday\nof\nJune,\n2003|", "2003-06-12"),
    ("|12th day of June,\n\n2003|", "2003-06-12"),
    ("|12th day of June, A.D. 2003|", "2003-06-12"),
    ("|12th day of June, A. D., 2003|", "2003-06-12"),
    ("|12th day of June in the year 2003|", "2003-06-12"),
    ("|12th day of June, in the year of our Lord 2003|", "2003-06-12"),
    ("the |fifth day of May, 2003|", "2003-05-05"),
    ("|twelfth day of February, Two Thousand One|", "2001-02-12"),
    ("the |thirtieth day of November, in the year 2001|", "2001-11-30"),
    ("the |twenty-seventh day of February, 2008|", "2008-02-27"),
    ("the |twenty seventh day of February, 2008|", "2008-02-27"),
    ("the |TWENTYFIRST DAY OF FEBRUARY, 2008|", "2008-02-21"),
    ("|first day of May, in the year of our Lord two thousand and four|", "2004-05-01"),
    ("|fifth of May, nineteen hundred and ninety-nine|", "1999-05-05"),
    ("|fifth of May, nineteen ninety-nine|", "1999-05-05"),
    ("|thirty-first day of May, one thousand nine hundred ninety nine|", "1999-05-31"),
    ("|twelfth (12th) day of June, two thousand four (2004)|", "2004-06-12"),
    ("the |last day of February, 2008|", "2008-02-29"),
    ("the |twelveth day of June, 2003|", "2003-06-12"),
    # places for the day that are filled
    ("this _|12_ day of April 2000|", "2000-04-12"),
    ("this __|9th__ day of April 2000|", "2000-04-09"),
    ("this [|9th] day of April 2000|", "2000-04-09"),
    ("this |12 th day of June 2003|", "2003-06-12"),
    ("this |12\nth\nday of June 2003|", "2003-06-12"),
    # places for the day that are empty
    ("|____ day of April, 2000|", "2000-04?"),
    ("the |____ day of\n     April, 2000|.", "2000-04?"),
    ("this |___ day of April 2000|", "2000-04?"),
    ("this |____th day of April 2000|", "2000-04?"),
    ("this |[ ] day of April 2000|", "2000-04?"),
    ("this |[__] day of April 2000|", "2000-04?"),
    ("this |\u25cf day of April 2000|", "2000-04?"),
    ("this   |day of April, 2000|", "2000-04?"),
    ("the |_____________________________________________________________________ day of April, 2000|", "2000-04?"),
    ("the |__ of April 2000|", "2000-04?"),
    ("|April __, 2000|", "2000-04?"),
    ("|April ___ 2000|", "2000-04?"),
    ("|April [ ], 2000|", "2000-04?"),
    ("|April [\u25cf], 2000|", "2000-04?"),
    ("|April , 2000|", "2000-04?"),
    ("|April   , 2000|", "2000-04?"),
    ("|5/__/2004|", "2004-05?"),
    # months alone
    ("|March, 2006|", "2006-03"),
    ("|March 2006|", "2006-03"),
    ("|March of 2006|", "2006-03"),
    ("|Mar. 2006|", "2006-03"),
    ("|May 2006|", "2006-05"),
    ("|MARCH 2006|", "2006-03"),
    ("|March '06|", "2006-03"),
    ("|December, two thousand six|", "2006-12"),
    ("|M\u00e4rz 2003|", "2003-03"),
    # days that do not exist leave the month
    ("|June 31, 2003|", "2003-06"),
    ("|February 30, 2003|", "2003-02"),
    ("the |31st day of September, 2003|", "2003-09"),
    ("|February 29, 2007|", "2007-02"),
    # numbers alone
    ("|7/19/2002|", "2002-07-19"),
    ("|07/19/2002|", "2002-07-19"),
    ("|12/15/2004|", "2004-12-15"),
    ("|15/12/2004|", "2004-12-15"),
    ("|3/4/2004|", "2004-03-04"),
    ("|7/19/02|", "2002-07-19"),
    ("|7/19/98|", "1998-07-19"),
    ("|7-19-2002|", "2002-07-19"),
    ("|7-19-02|", "2002-07-19"),
    ("|12 / 15 / 2004|", "2004-12-15"),
    ("|2003-06-12|", "2003-06-12"),
    ("|2003/06/12|", "2003-06-12"),
    ("|2025-01-10|-05:00", "2025-01-10"),
    ("|2025-01-10|T16:30:00", "2025-01-10"),
    ("|15.03.2012|", "2012-03-15"),
    ("|12.15.2004|", "2004-12-15"),
    ("|3.4.2004|", "2004-04-03"),
    ("|20030612|", "2003-06-12"),
    ("FILED AS OF DATE: |20250110|", "2025-01-10"),
    ("Date: |7/19/2002|  By:", "2002-07-19"),
    ("|7/19/2002|By: /s/", "2002-07-19"),
    ("u/a dtd |3/14/1988|", "1988-03-14"),
    ("U/T/D |7/21/11| for", "2011-07-21"),
    ("expires |11/30/2001|.", "2001-11-30"),
    ("Dated|7/19/2002|", "2002-07-19"),
    # of several days the last
    ("|June 12-13, 2003|", "2003-06-13"),
    ("|June 12 and 13, 2003|", "2003-06-13"),
    # damage
    ("|June 12, 2OO3|", "2003-06-12"),
    ("|June 1O, 2003|", "2003-06-10"),
    ("|June l2, 2003|", "2003-06-12"),
    ("|l2th day of June 2003|", "2003-06-12"),
    ("|1lth day of June 2003|", "2003-06-11"),
    ("|2lst day of June 2003|", "2003-06-21"),
    ("|lst day of June 2003|", "2003-06-01"),
    ("|0ctober 3, 2003|", "2003-10-03"),
    ("|Febuary 3, 2003|", "2003-02-03"),
    ("|l2/15/2OO4|", "2004-12-15"),
    ("|June 12, 2 003|", "2003-06-12"),
    ("|June 12, 20 03|", "2003-06-12"),
    ("|June 12, 20_03|", "2003-06-12"),
    ("|April 1 4, 2003|", "2003-04-14"),
    ("this |12thday of June,2003|", "2003-06-12"),
    ("this |12th dayof June, 2003|", "2003-06-12"),
    ("this |12thdayofJune, 2003|", "2003-06-12"),
    ("this |12th day ofJune, 2003|", "2003-06-12"),
    ("|Septem-\nber 3, 2004|", "2004-09-03"),
    ("|twenty-\nfirst day of June, 2004|", "2004-06-21"),
    ("|June 3, '03|", "2003-06-03"),
    ("|June 3, 03|", "2003-06-03"),
    ("|2nd of June, 05|", "2005-06-02"),
    # other languages
    ("|12. M\u00e4rz 2003|", "2003-03-12"),
    ("den |4. Juni 2014|", "2014-06-04"),
    ("Z\u00fcrich, |1. Oktober 2009|", "2009-10-01"),
    ("le |3 mai 2010|", "2010-05-03"),
    ("|1er mars 2011|", "2011-03-01"),
    ("le |14 f\u00e9vrier 2011|", "2011-02-14"),
    ("|15 d\u00e9cembre 2011|", "2011-12-15"),
    ("|3 de mayo de 2010|", "2010-05-03"),
    ("a |3 de septiembre del 2010|", "2010-09-03"),
    ("|5 januari 2012|", "2012-01-05"),
    ("|5 maart 2012|", "2012-03-05"),
    ("il |7 luglio 2009|", "2009-07-07"),
    ("|1\u00ba de mar\u00e7o de 2010|", "2010-03-01"),
    ("|3. desember 2010|", "2010-12-03"),
]

_NONE = [
    "Securities Exchange Act of 1934",
    "the Securities Act of 1933, as amended",
    "Section 16(a)",
    "Rule 16a-3",
    "Rule 10b5-1",
    "Forms 3, 4 and 5",
    "1997 Irrevocable Trust",
    "2005 Power",
    "17 CFR 240",
    "17 C.F.R. 240.16a-3",
    "(212) 555-1999",
    "212-555-1999",
    "123-45-6789",
    "$5/16/2003",
    "5/16 of one percent",
    "File No. 333-12-2001",
    "0001127602-25-001055",
    "Account No. 20030612",
    "1234567820030612",
    "$20030612",
    "you may 2003",
    "he may in 2003 file",
    "the attorney may, 2,000 times",
    "May 2,000 shares",
    "March 500 shares",
    "December 31, 20__",
    "December 31, 200_",
    "June 12, the 2003 Plan",
    "June 12",
    "this 12th day of June",
    "June 12, 1812",
    "June 12, 2150",
    "June 45, 2003",
    "13/13/2003",
    "0/10/2003",
    "5/32/2003",
    "Mayo 2005",
    "Mars 2005",
    "maybe 12, 2003",
    "summary 12, 2003",
    "Augustine 5, 2003",
    "Decker 5, 2003",
    "1.2.03",
    "10.1.2.2003",
    "12/15/20045",
    "3/14/1988/2",
    "the year 2001",
    "two thousand four",
    "",
]


@pytest.mark.parametrize(("marked", "expected"), _ONE)
def test_a_printed_date_is_read_with_its_exact_quote(marked: str, expected: str) -> None:
    before, quote, after = marked.split("|")
    text = before + quote + after
    assert [(text[m.start : m.end], m.iso + "?" * m.blank_day) for m in find_dates(text)] == [(quote, expected)]


@pytest.mark.parametrize("text", _NONE)
def test_other_numbers_and_names_are_not_dates(text: str) -> None:
    assert find_dates(text) == []


def test_the_tables_above_have_the_size_that_they_should() -> None:
    assert len(_ONE) >= 150
    assert len(_NONE) >= 45


@pytest.mark.parametrize(
    ("text", "isos"),
    [
        ("March 15, 2022, March 17, 2023 and March 2024", ["2022-03-15", "2023-03-17", "2024-03"]),
        ("May\t19, 2004\nDirector\tMay 19, 2004", ["2004-05-19", "2004-05-19"]),
        ("June 12, 2003 12 June 2003", ["2003-06-12", "2003-06-12"]),
        ("Dated: 7/19/2002; revokes May 2, 2001", ["2002-07-19", "2001-05-02"]),
        ("A May 3, 2001\n12/15/2004 B", ["2001-05-03", "2004-12-15"]),
        ('effective July 1, 2004 (the "Effective Date"), the 23rd day of June, 2004', ["2004-07-01", "2004-06-23"]),
        ("on 5 and 6 June 2003", ["2003-06"]),
        ("by June 30, 2015 or 30 June 2015", ["2015-06-30", "2015-06-30"]),
        ("Exhibit 24 June 2003", ["2003-06"]),
        ("2\n\nJune 2003", ["2003-06"]),
        ("Form 4 June 2003", ["2003-06"]),
    ],
)  # fmt: skip
def test_several_dates_come_in_text_order(text: str, isos: list[str]) -> None:
    assert [m.iso for m in find_dates(text)] == isos


def test_what_was_repaired_or_is_ambiguous_is_less_sure() -> None:
    def sure(text: str) -> float:
        (found,) = find_dates(text)
        return found.confidence

    assert sure("June 12, 2003") == 1.0
    assert sure("12/15/2004") > sure("3/4/2004") > sure("3.4.2004")
    assert sure("7/7/2004") == sure("12/15/2004")  # either order says the same
    assert sure("12/15/2004") > sure("12/15/04")
    assert sure("June 12, 2003") > sure("June 12, 2OO3") > sure("June 31, 2003")
    assert sure("Date: 20030612") > sure("20030612")


def test_offsets_limit_the_search_and_count_from_the_whole_text() -> None:
    text = "May 2, 2001 and June 12, 2003 and 7/19/2002"
    found = find_dates(text, 12, 30)
    assert [(text[m.start : m.end], m.iso) for m in found] == [("June 12, 2003", "2003-06-12")]
    assert find_dates(text, 40, 10) == []
    assert len(find_dates(text, -5, 10_000)) == 3


def test_a_letter_that_grows_in_lower_case_does_not_shift_offsets() -> None:
    text = "\u0130\u0130\u0130 June 12, 2003"
    (found,) = find_dates(text)
    assert text[found.start : found.end] == "June 12, 2003"


def _split(text: str) -> list[str]:
    return text.split()


_MONTHS = _split("January February March April May June July August September October November December")
_ORDINALS = _split(
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
    "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth twenty-first twenty-second twenty-third "
    "twenty-fourth twenty-fifth twenty-sixth twenty-seventh twenty-eighth twenty-ninth thirtieth thirty-first"
)


def _nth(day: int) -> str:
    return f"{day}{'th' if 4 <= day <= 20 else {1: 'st', 2: 'nd', 3: 'rd'}.get(day % 10, 'th')}"


_FORMATS: dict[str, Callable[[date], str]] = {
    "June 12, 2003": lambda d: f"{_MONTHS[d.month - 1]} {d.day}, {d.year}",
    "JUNE 12, 2003": lambda d: f"{_MONTHS[d.month - 1].upper()} {d.day}, {d.year}",
    "June 12th, 2003": lambda d: f"{_MONTHS[d.month - 1]} {_nth(d.day)}, {d.year}",
    "Jun 12 2003": lambda d: f"{_MONTHS[d.month - 1][:3]} {d.day} {d.year}",
    "Jun. 12, 2003": lambda d: f"{_MONTHS[d.month - 1][:3]}. {d.day:02}, {d.year}",
    "this 12th day of June, 2003": lambda d: f"this {_nth(d.day)} day of {_MONTHS[d.month - 1]}, {d.year}",
    "the twelfth day of June, 2003": lambda d: f"the {_ORDINALS[d.day - 1]} day of {_MONTHS[d.month - 1]}, {d.year}",
    "the 12th of June, in the year 2003": lambda d: (
        f"the {_nth(d.day)} of {_MONTHS[d.month - 1]}, in the year {d.year}"
    ),
    "12 June 2003": lambda d: f"{d.day} {_MONTHS[d.month - 1]} {d.year}",
    "12-JUN-2003": lambda d: f"{d.day:02}-{_MONTHS[d.month - 1][:3].upper()}-{d.year}",
    "2003-06-12": lambda d: d.isoformat(),
    "2003/6/12": lambda d: f"{d.year}/{d.month}/{d.day}",
    "6/12/2003": lambda d: f"{d.month}/{d.day}/{d.year}",
    "06/12/2003": lambda d: f"{d.month:02}/{d.day:02}/{d.year}",
    "20030612": lambda d: f"{d:%Y%m%d}",
}
_DATES = st.dates(date(1930, 1, 1), date(2099, 12, 31))


@given(
    _DATES,
    st.sampled_from(sorted(_FORMATS)),
    st.sampled_from(["", "Dated: ", "as of ", "(", "executed\n"]),
    st.sampled_from(["", ".", " by", ")", "\n\nBy:"]),
)
def test_any_date_in_any_form_is_read_back(day: date, form: str, before: str, after: str) -> None:
    text = before + _FORMATS[form](day) + after
    assert [m.iso for m in find_dates(text)] == [day.isoformat()]


@given(
    _DATES,
    st.sampled_from([f for f in sorted(_FORMATS) if " " in f]),
    st.sampled_from(["\n", "\r\n", " \n   ", "\t", "   "]),
)
def test_line_breaks_between_tokens_do_not_matter(day: date, form: str, gap: str) -> None:
    text = re.sub(" ", lambda _: gap, _FORMATS[form](day))
    assert [m.iso for m in find_dates(text)] == [day.isoformat()]


_PIECES = st.sampled_from(
    [*_MONTHS, "may", "day", "of", "th", "12", "2003", "20", "____", "[ ]", ",", "/", "-", ".", "the", "year", "two",
     "thousand",
     "twenty", "first", "l", "O", "'", "\n", "\n\n", " ", "this", "1/2/", "mars", "de", "(", ")", "last", "\u0130"]
)  # fmt: skip


@given(st.text() | st.lists(_PIECES, max_size=40).map(" ".join) | st.lists(_PIECES, max_size=40).map("".join))
def test_any_text_gives_real_dates_in_order_without_overlap(text: str) -> None:
    at = 0
    for m in find_dates(text):
        assert at <= m.start < m.end <= len(text)
        assert 1930 <= date.fromisoformat(m.iso if len(m.iso) == 10 else m.iso + "-01").year <= 2099
        assert 0 < m.confidence <= 1
        assert not (m.blank_day and len(m.iso) == 10)
        at = m.end


@pytest.mark.parametrize(
    "piece",
    ["May ", "may ", "day of ", "_", "May" + " " * 300, "1", "1/1/", "June 12, ", "[ ] day of ", "June\n\n", "2o", "lo",
     "May two thousand and ", "12th day of June ", "\n \n", "twenty-", "20 "],
)  # fmt: skip
def test_time_grows_with_the_text_and_no_faster(piece: str) -> None:
    # Four times the text; a quadratic reader would take sixteen times as long.
    assert growth(lambda size: find_dates(piece * (size // len(piece))), 10_000) < 9


@pytest.mark.parametrize(
    ("iso", "count", "unit", "expected"),
    [
        ("2010-05-10", 2, "years", "2012-05-10"),
        ("2008-02-29", 3, "years", "2011-02-28"),
        ("2008-02-29", 4, "year", "2012-02-29"),
        ("2003-01-31", 1, "month", "2003-02-28"),
        ("2003-11-30", 15, "months", "2005-02-28"),
        ("2003-12-31", 36, "months", "2006-12-31"),
        ("2003-12-31", 1, "day", "2004-01-01"),
        ("2003-12-25", 90, "days", "2004-03-24"),
        ("2003-12-25", 2, "weeks", "2004-01-08"),
        ("2003-03-31", -1, "months", "2003-02-28"),
        ("2003-11", 3, "months", "2004-02"),
        ("2003-11", 3, "years", "2006-11"),
        ("2003-11", 90, "days", "2004-01"),
    ],
)
def test_a_length_is_added_and_the_day_stays_in_its_month(iso: str, count: int, unit: str, expected: str) -> None:
    assert add_length(iso, count, unit) == expected


@pytest.mark.parametrize(
    ("iso", "count", "unit"),
    [("2003-02-30", 1, "years"), ("2003", 1, "years"), ("", 1, "days"), ("2003-01-01", 1, "eras"),
     ("2003-01-01", 9000, "years"), ("2003-01-01", 10**12, "days"), ("2003-01-01", -3000, "years")],
)  # fmt: skip
def test_a_sum_that_is_no_date_says_what_to_give(iso: str, count: int, unit: str) -> None:
    with pytest.raises(InfactError, match="YYYY-MM-DD"):
        add_length(iso, count, unit)
