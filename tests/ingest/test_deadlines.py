"""When a report under Section 16(a) is due."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from infact.ingest.deadlines import days_late, due

DAYS = st.dates(datetime.date(1991, 5, 1), datetime.date(2060, 12, 31))


@pytest.mark.parametrize(
    ("form", "period", "day"),
    [
        ("4", "2025-01-06", "2025-01-08"),  # Monday to Wednesday
        ("4", "2025-01-10", "2025-01-14"),  # over a weekend
        ("4", "2025-01-11", "2025-01-14"),  # from a Saturday
        ("4", "2025-07-02", "2025-07-07"),  # over Independence Day and a weekend
        ("4", "2021-06-16", "2021-06-21"),  # Juneteenth of 2021 fell on a Saturday: observed on Friday
        ("4", "2020-06-17", "2020-06-19"),  # and was no holiday before 2021
        ("4", "2021-12-29", "2022-01-03"),  # New Year's Day of 2022 was observed on 31 December
        ("4", "2002-08-29", "2002-09-03"),  # the first day of the two-day rule; Labor Day in between
        ("4", "2002-08-28", "2002-09-10"),  # before it: the tenth of the next month
        ("4", "2001-12-05", "2002-01-10"),
        ("3", "2020-02-07", "2020-02-18"),  # the tenth day is Washington's Birthday
        ("3", "2018-11-05", "2018-11-15"),
        ("5", "2008-12-31", "2009-02-17"),  # the 45th day is a Saturday, Monday a holiday
        ("144", "2020-02-07", None),
        (None, "2020-02-07", None),
        ("4", None, None),
    ],
)
def test_the_last_day_in_time(form: str | None, period: str | None, day: str | None) -> None:
    assert due(form, period) == (datetime.date.fromisoformat(day) if day else None)


def test_late_is_counted_in_calendar_days() -> None:
    on = datetime.date(2025, 1, 14)
    assert [days_late(on, day) for day in ("2025-01-10", "2025-01-14", "2025-01-15", "2025-02-14")] == [0, 0, 1, 31]


@given(st.sampled_from(["3", "4", "5"]), DAYS)
def test_a_due_day_is_a_weekday_after_the_period(form: str, period: datetime.date) -> None:
    day = due(form, period.isoformat())
    assert day is not None
    assert period < day <= period + datetime.timedelta(days=52)
    assert day.weekday() < 5
