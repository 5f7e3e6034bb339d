"""Dates in numbers alone: "12/15/2004", "2003-06-12", "15.03.2012", "20030612".

`dates.py` says which order is read and what callers may rely on.
"""

from __future__ import annotations

import re
from calendar import monthrange

from .calendar_dates import FIRST_YEAR, LAST_YEAR, DateMention, full_year, mention
from .numbers import digits
from .patterns import cased

_NUMERIC = re.compile(
    r"(?P<a>[0-9][0-9ol]{0,3}|[ol][0-9])(?P<gap> {0,2})(?P<sep>[/.-])(?P=gap)"
    r"(?P<b>[0-9ol]{1,2}|_{1,8})(?P=gap)(?P=sep)(?P=gap)(?P<c>[0-9][0-9ol]{3}|[0-9][0-9ol]?|o[0-9ol])"
    r"|(?P<packed>(?:19|20)[0-9]{6})(?![0-9])"
)
_AFTER_ISO = re.compile(r"t\d\d|z|[-+]\d\d:?\d\d|\s|\W|$")
_LABELS = ("date", "dated", "dtd", "on", "of")


def number_dates(text: str, low: str) -> list[DateMention]:
    """Read every date in numbers alone; `low` is the text in lower case, letter by letter."""
    return [m for hit in _NUMERIC.finditer(low) if (m := _numeric(text, low, hit))]


def _numeric(text: str, low: str, hit: re.Match[str]) -> DateMention | None:
    at, after = hit.span()
    before, then = low[max(0, at - 6) : at], low[after : after + 1]
    if hit["packed"]:
        return _packed(low, hit)
    if before[-1:].isalnum() and not (before[-1:].isalpha() and before.endswith(_LABELS)):
        return None
    if before[-1:] in ("$", "#", "/", "\\") or cased(r"[0-9][-.,]\Z").search(before):
        return None
    a, sep, b, c = hit["a"], hit["sep"], hit["b"], hit["c"]
    year_first = len(a) == 4
    if then.isalnum() and not (text[after].isupper() or (year_first and _AFTER_ISO.match(low, after))):
        return None
    if cased(r"[-/.]\d").match(low[after : after + 2]) and not (year_first and _AFTER_ISO.match(low, after)):
        return None
    if len(a) == 3 or (year_first and len(c) > 2) or (len(c) not in (2, 4) and not year_first):
        return None
    if sep == "." and (hit["gap"] or (len(c) == 2 and not (len(a) == len(b) == 2))):
        return None
    blank = b[0] == "_"
    x, y, z = digits(a), (0 if blank else digits(b)), digits(c)
    if x is None or z is None or y is None:
        repaired = [digits("0" + part) for part in (a, "0" if blank else b, c)]  # "lO/05/2003": letters alone
        if None in repaired:
            return None
        x, y, z = (n or 0 for n in repaired)
    sure = 0.97 if (a + c).isdigit() and (blank or b.isdigit()) else 0.85
    if year_first:
        year, month, day = x, y, z
    else:
        year = z if len(c) == 4 else full_year(z)
        sure *= 1.0 if len(c) == 4 else 0.9
        us_order = x <= 12 and (sep != "." or y > 12)
        month, day = (x, y) if us_order else (y, x)
        if x <= 12 and y <= 12 and x != y and not blank:
            sure *= 0.82 if sep != "." else 0.55
    if not FIRST_YEAR <= year <= LAST_YEAR or not 1 <= month <= 12 or day > 31 or (not day and not blank):
        return None
    if blank:
        return mention((at, after), year, x, None, 0.8, blank=True) if not year_first else None
    return mention((at, after), year, month, day, sure)


def _packed(low: str, hit: re.Match[str]) -> DateMention | None:
    """Eight digits alone ("20030612"), where nothing beside them says that they are another number."""
    at, after = hit.span()
    if (at and low[at - 1] not in " \t\n(:>[\"'") or (after < len(low) and low[after] not in " \t\n),.;<]\"'"):
        return None
    year, month, day = int(low[at : at + 4]), int(low[at + 4 : at + 6]), int(low[at + 6 : after])
    if not FIRST_YEAR <= year <= LAST_YEAR or not 1 <= month <= 12 or not 1 <= day <= monthrange(year, month)[1]:
        return None
    if cased(r"(?:no\.?|number|#|\$|file)\s{0,3}\Z").search(low[max(0, at - 12) : at]):
        return None
    labelled = "date" in low[max(0, at - 24) : at] or "filed" in low[max(0, at - 24) : at]
    return DateMention(at, after, f"{year:04}-{month:02}-{day:02}", 0.9 if labelled else 0.6, False)
