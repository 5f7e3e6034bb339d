"""When a report under Section 16(a) is due, and how late it was filed.

The rules, from Section 16(a)(2) of the Exchange Act and 17 CFR 240.16a-3: Form 3 within ten days of the event; Form 4
by the end of the second business day after the transaction (for transactions before 29 August 2002: by the tenth day
of the next month); Form 5 within 45 days of the end of the issuer's fiscal year. A last day that is no business day
moves to the next one (17 CFR 240.0-3). The period of report is the event, the earliest transaction, or the year's end.

A business day is no Saturday, no Sunday and no federal holiday (5 U.S.C. 6103). Days on which the offices closed by
executive order are not known here, so a form may seem a day late that was not. Amendments have no day of their own.
"""

from __future__ import annotations

import datetime
import functools

_DAY = datetime.timedelta(days=1)
_TWO_DAYS_SINCE = datetime.date(2002, 8, 29)
# Holidays on a day of a month: month, day, first year.
_FIXED = ((1, 1, 1870), (6, 19, 2021), (7, 4, 1870), (11, 11, 1978), (12, 25, 1870))
# Holidays on a weekday of a month: month, weekday (Monday is 0), which one of the month (-1: the last), first year.
_FLOATING = ((1, 0, 3, 1986), (2, 0, 3, 1971), (5, 0, -1, 1971), (9, 0, 1, 1894), (10, 0, 2, 1971), (11, 3, 4, 1942))


def due(form: str | None, period: str | None) -> datetime.date | None:
    """The last day on which a report is in time; None where there is no rule or no period.

    Args:
        form: `3`, `4` or `5`; any other form has no such day.
        period: The period of report, ISO.
    """
    if period is None or form not in {"3", "4", "5"}:
        return None
    day = datetime.date.fromisoformat(period)
    if form == "4" and day >= _TWO_DAYS_SINCE:
        return _business(_business(day + _DAY) + _DAY)
    if form == "4":
        month_end = (day.replace(day=28) + 4 * _DAY).replace(day=1) - _DAY
        return _business(month_end + 10 * _DAY)
    return _business(day + (10 if form == "3" else 45) * _DAY)


def days_late(due_on: datetime.date, filed: str) -> int:
    """Calendar days from the last day in time to the day of filing; 0 when it was in time."""
    return max(0, (datetime.date.fromisoformat(filed) - due_on).days)


def _business(day: datetime.date) -> datetime.date:
    """The day itself, or the next business day."""
    while day.weekday() > 4 or day in _holidays(day.year):
        day += _DAY
    return day


@functools.cache
def _holidays(year: int) -> frozenset[datetime.date]:
    """The days on which a year's federal holidays are observed: a Saturday's on Friday, a Sunday's on Monday."""
    fixed = [datetime.date(y, month, day) for y in (year, year + 1) for month, day, since in _FIXED if y >= since]
    shift = {5: -1, 6: 1}
    found = {day + shift.get(day.weekday(), 0) * _DAY for day in fixed}
    for month, weekday, which, since in _FLOATING:
        if year >= since:
            days = [datetime.date(year, month, 1) + n * _DAY for n in range(31)]
            found.add([d for d in days if d.month == month and d.weekday() == weekday][which - (which > 0)])
    return frozenset(found)
