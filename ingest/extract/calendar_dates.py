"""A date that a text prints, and the calendar sums that terms need.

Callers may rely on this: an ISO date here is `YYYY-MM-DD`, or `YYYY-MM` where no day is printed, of the years 1930 to
2099, and every day exists in its month.
"""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from ...common.errors import InfactError

FIRST_YEAR, LAST_YEAR = 1930, 2099


@dataclass(frozen=True, slots=True)
class DateMention:
    """A printed date; equal when all fields are equal.

    Attributes:
        start: Offset of its first character.
        end: Offset after its last character.
        iso: `YYYY-MM-DD`, or `YYYY-MM` where no day is printed.
        confidence: 0 to 1; below 0.9 something was repaired or could be read otherwise.
        blank_day: A place for the day is printed and was left empty.
    """

    start: int
    end: int
    iso: str
    confidence: float
    blank_day: bool


def mention(
    span: tuple[int, int], year: int, month: int, day: int | None, sure: float, *, blank: bool = False
) -> DateMention:
    """Make a mention; a day that its month does not have leaves the month, with a confidence of 0.4."""
    if day is not None and day > monthrange(year, month)[1]:
        day, sure = None, 0.4
    iso = f"{year:04}-{month:02}" + (f"-{day:02}" if day is not None else "")
    return DateMention(*span, iso, round(sure, 2), blank)


def full_year(two_digits: int) -> int:
    """The year 1950 to 2049 that two digits stand for."""
    return two_digits + (2000 if two_digits < 50 else 1900)


def add_length(iso: str, count: int, unit: str) -> str:
    """Add a length of time to a date: "2008-02-29" and 3 years give "2011-02-28".

    Args:
        iso: `YYYY-MM-DD`, or `YYYY-MM`; a month stays a month, and weeks and days then count from its first day.
        count: How many; may be negative.
        unit: years, months, weeks or days, singular or plural.

    Raises:
        InfactError: The date or the unit is not one, or the sum leaves the years 1 to 9999.
    """
    name = unit.lower().rstrip("s")
    whole = len(iso) == 10
    try:
        day = date.fromisoformat(iso if whole else f"{iso}-01")
        if name in ("year", "month"):
            months = day.year * 12 + day.month - 1 + count * (12 if name == "year" else 1)
            year, month = divmod(months, 12)
            out = date(year, month + 1, 1)
            out = out.replace(day=min(day.day, monthrange(out.year, out.month)[1]))
        elif name in ("week", "day"):
            out = day + timedelta(days=count * (7 if name == "week" else 1))
        else:
            raise ValueError(unit)
    except (ValueError, OverflowError) as error:
        raise InfactError(
            f"cannot add {count} {unit} to {iso!r}",
            remedy="give YYYY-MM-DD or YYYY-MM and years, months, weeks or days",
        ) from error
    return out.isoformat() if whole else out.isoformat()[:7]
