"""Dates as legal instruments print them, and the calendar sums that terms need.

Callers may rely on this: mentions come in text order and do not overlap, `text[start:end]` is the printed date
without "this", "the" or a weekday, any text is read in linear time without an exception, and years outside
1930 to 2099 are never read.

Rules that are choices:
- Numbers parted by slashes or hyphens are month, day, year (US order) unless only day, month, year is possible; with
  full stops they are day, month, year unless only the US order is possible. Both readings possible: less confidence.
- Two digits of a year are 1950 to 2049.
- A day that its month does not have ("June 31, 2003") leaves the month, with a confidence of 0.4.
- A month printed with an empty place for the day ("____ day of April, 2000") is a month with `blank_day` set.
"""

from __future__ import annotations

from .calendar_dates import DateMention, add_length
from .lengths import LengthMention, find_length, find_lengths
from .named_dates import named_dates
from .number_dates import number_dates
from .numbers import lower

__all__ = ["DateMention", "LengthMention", "add_length", "find_dates", "find_length", "find_lengths"]


def find_dates(text: str, start: int = 0, end: int | None = None) -> list[DateMention]:
    """Find every date between two offsets of a text, in text order; of readings that overlap the longest is kept."""
    end = len(text) if end is None else min(end, len(text))
    start = max(start, 0)
    part = text[start:end]
    low = lower(part)
    found = sorted(named_dates(part, low) + number_dates(part, low), key=lambda m: (m.start, -m.end))
    kept: list[DateMention] = []
    for mention in found:
        if kept and mention.start < kept[-1].end:
            if mention.end - mention.start > kept[-1].end - kept[-1].start:
                kept[-1] = mention
            continue
        kept.append(mention)
    if not start:
        return kept
    return [DateMention(m.start + start, m.end + start, m.iso, m.confidence, m.blank_day) for m in kept]
