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

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import islice

from ...common.errors import InfactError
from .lengths import LengthMention, find_length, find_lengths
from .months import ANCHOR, DAY_FIRST, NEEDS_DAY, month_number
from .numbers import NUMBER_WORDS, digits, read_words, small_words

__all__ = ["DateMention", "LengthMention", "add_length", "find_dates", "find_length", "find_lengths"]

FIRST_YEAR, LAST_YEAR = 1930, 2099
_WINDOW = 200  # characters on either side of a month's name in which its day and year may stand


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


@dataclass(frozen=True, slots=True)
class _Token:
    kind: str
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Part:
    """A day or a year that was read: its value, where it stands, how sure."""

    value: int
    start: int
    end: int
    sure: float = 1.0
    strong: bool = True
    index: int = 0


# In "num", letters stand for digits where a digit or the end of the word follows ("2OO3", "1O", "l2th").
_TOKEN = re.compile(
    r"(?P<num>(?:[0-9]|[oli](?=[0-9])|l(?=o(?![a-z])))(?:[0-9]|[oli](?:(?=[0-9oli]|st|nd|rd|th)|(?![a-z]))){0,11})"
    r"|(?P<suffix>(?<=[0-9oli_\])])(?:st|nd|rd|th|er)(?=day|of|[^a-z]|$)|[\u00ba\u00aa\u00b0])"
    r"|(?P<word>[^\W\d_]{1,24})"
    r"|(?P<blank>_+|[\u25cf\u2022\u2026\u2014]|\?{2,}|\.{3,}|-{2,}|(?:_ ){2,})"
    r"|(?P<gap>\n[ \t\r]{0,200}\n\s{0,200})"
    r"|(?P<mark>[^\s\w])"
)
_DAY_WORDS = frozenset({"day", "dayof", "days", "dayin"})
_LINKS = frozenset(
    {"of", "de", "the", "month", "in", "mes", "del", "di", "do", "d", "mois", "im", "van", "ofthe", "said"}
)
_BEFORE_BLANK = frozenset({"this", "the", "that", "on", "of"})
# A bare number behind one of these is no day ("Form 4 June 2003").
_NUMBERED = frozenset(
    "form forms section sections rule rules item page exhibit no number article schedule and or paragraph suite act".split()
)
_ORDINAL_MARKS = frozenset({"st", "nd", "rd", "th", "er", "\u00ba", "\u00aa", "\u00b0"})
_YEAR_LINKS = frozenset(
    {
        "of",
        "in",
        "year",
        "our",
        "lord",
        "de",
        "del",
        "a",
        "d",
        "ad",
        "anno",
        "domini",
        "an",
        "nell",
        "anno",
        "do",
        "ano",
    }
)
_YEAR_MARKS = frozenset({",", ".", ";", ":", "-", "/", "(", "[", "'", '"', "*", "\u2019"})
_DAMAGED_DAYS = {"lst": 1, "ist": 1, "llth": 11, "llst": 11, "premier": 1, "primero": 1, "primo": 1}

_NUMERIC = re.compile(
    r"(?P<a>[0-9][0-9ol]{0,3}|[ol][0-9])(?P<gap> {0,2})(?P<sep>[/.-])(?P=gap)"
    r"(?P<b>[0-9ol]{1,2}|_{1,8})(?P=gap)(?P=sep)(?P=gap)(?P<c>[0-9][0-9ol]{3}|[0-9][0-9ol]?|o[0-9ol])"
    r"|(?P<packed>(?:19|20)[0-9]{6})(?![0-9])"
)
_AFTER_ISO = re.compile(r"t\d\d|z|[-+]\d\d:?\d\d|\s|\W|$")
_LABELS = ("date", "dated", "dtd", "on", "of")
_MAY_BE_MONTH = re.compile(
    r"[\s.,_\-/]{0,80}(?:[0-9(\['\u2019_ol]|two|nine|twenty|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|ten|"
    r"eleven|twel|thir|four|fif|six|seven|eigh|in the year|of|the|de|a\.)"
)


def find_dates(text: str, start: int = 0, end: int | None = None) -> list[DateMention]:
    """Find every date between two offsets of a text, in text order; of readings that overlap the longest is kept."""
    end = len(text) if end is None else min(end, len(text))
    start = max(start, 0)
    part = text[start:end]
    low = part.lower()
    if len(low) != len(part):  # one letter of Unicode grows in lower case; offsets matter more than it does
        low = "".join(c.lower() if len(c.lower()) == 1 else c for c in part)
    found = [m for hit in ANCHOR.finditer(low) if (m := _around_month(part, low, hit))]
    found += [m for hit in _NUMERIC.finditer(low) if (m := _numeric(part, low, hit))]
    found.sort(key=lambda m: (m.start, -m.end))
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


def _mention(
    start: int, end: int, year: int, month: int, day: int | None, sure: float, *, blank: bool = False
) -> DateMention:
    if day is not None and day > monthrange(year, month)[1]:
        day, sure = None, 0.4
    iso = f"{year:04}-{month:02}" + (f"-{day:02}" if day is not None else "")
    return DateMention(start, end, iso, round(sure, 2), blank)


# Dates with the name of a month


def _around_month(text: str, low: str, hit: re.Match[str]) -> DateMention | None:
    at, after = hit.span()
    name = hit.group()
    if at and low[at - 1].isalpha() and not _glued(low, at):
        return None
    verb = name == "may" and text[at] == "m"
    if verb and not _MAY_BE_MONTH.match(low, after):
        return None
    month = month_number(name)
    right = _tokens(low, after, min(len(low), after + _WINDOW), 24)
    day, blank = _day_before(low, at, name in DAY_FIRST)
    # Day before the month.
    before = None
    if day is not None and (year := _year(right, 0, after_day=True)):
        before = _mention(
            day.start, year.end, year.value, month, day.value or monthrange(year.value, month)[1], day.sure * year.sure
        )
        if day.strong:
            return before
    # Day after the month.
    best = None
    for inner in _days_after(right):
        year = _year(right, inner.index, after_day=True)
        if year:
            best = _mention(at, year.end, year.value, month, inner.value, inner.sure * year.sure)
            break
    if best or before:
        return max((m for m in (before, best) if m), key=lambda m: (m.end, m.start))
    # No day.
    year = _year(right, 0, after_day=blank is not None)
    if year is None:
        return None
    if blank is not None:
        return _mention(blank, year.end, year.value, month, None, 0.9 * year.sure, blank=True)
    if verb or name in NEEDS_DAY:
        return None
    empty = any(t.kind == "blank" or t.text in "[]" for t in right[: year.index]) or bool(
        re.match(r"\s+,", low[after : after + 80])
    )
    return _mention(at, year.end, year.value, month, None, 0.9 * year.sure, blank=empty)


def _glued(low: str, at: int) -> bool:
    """Whether the letters right before a month are "of" or "day" whose space was lost ("dayofJune")."""
    for word in ("of", "day"):
        if low.endswith(word, 0, at):
            before = low[at - len(word) - 1 : at - len(word)]
            return not before.isalpha() or low.endswith(("thday", "stday", "ndday", "rdday", "day"), 0, at - len(word))
    return False


def _tokens(low: str, begin: int, end: int, most: int) -> list[_Token]:
    return [
        _Token(m.lastgroup or "", m.group(), m.start(), m.end()) for m in islice(_TOKEN.finditer(low, begin, end), most)
    ]


def _day_before(low: str, at: int, day_first: bool) -> tuple[_Part | None, int | None]:
    """The day that ends right before a month, or else where an empty place for it begins."""
    begin = max(0, at - _WINDOW)
    tokens = _tokens(low, begin, at, _WINDOW)[-16:]
    if begin and tokens and tokens[0].start == begin:
        tokens = tokens[1:]
    marked = linked = comma = bracket = gap = False
    empty: int | None = None
    i = len(tokens) - 1
    while i >= 0:
        token = tokens[i]
        if token.kind == "num" or token.text in _DAMAGED_DAYS:
            value = _DAMAGED_DAYS.get(token.text) or digits(token.text)
            if value is None or not 1 <= value <= 31 or len(token.text) > 4:
                break
            strong = marked or token.text in _DAMAGED_DAYS
            if not strong and (gap or comma or bracket or not _bare_day(low, tokens, i, linked or day_first)):
                break
            sure = (1.0 if strong or linked else 0.9) * (1.0 if token.text.isdigit() else 0.9)
            return _Part(value, _spelled(tokens, i, value), token.end, sure, strong), None
        if token.text in _DAY_WORDS:
            marked, empty = True, token.start
        elif token.text in _ORDINAL_MARKS:
            marked, empty = True, token.start
        elif token.kind == "blank":
            empty = token.start
        elif token.kind == "gap":
            gap = True
        elif token.kind == "mark":
            if token.text not in "'\"*.,()[]<>-/|":
                break
            comma, bracket = comma or token.text == ",", bracket or token.text in "()[]"
            if token.text in "[(":
                empty = token.start
        elif token.text in _LINKS:
            linked = True
        else:
            part = _word_day(tokens, i, marked or linked)
            if part:
                return part, None
            break
        i -= 1
    if not marked or empty is None:
        return None, None
    word = tokens[i].text if i >= 0 else ""
    is_blank = any(t.kind == "blank" or t.text in "[]()" for t in tokens[i + 1 :])
    links = {t.text for t in tokens[i + 1 :]}
    return None, empty if is_blank or word in _BEFORE_BLANK or "the" in links or not word else None


def _bare_day(low: str, tokens: list[_Token], i: int, linked: bool) -> bool:
    """Whether a number without "th" or "day" before a month may be its day ("12 June 2003")."""
    start = tokens[i].start
    if start and low[start - 1] in "$#.-/" and (low[start - 2 : start - 1].isalnum() or low[start - 1] in "$#"):
        return False
    between = low[tokens[i].end : tokens[i].end + 3]
    if between.startswith(".") and not linked:
        return not between[1:2].isspace()
    return not (i and tokens[i - 1].text in _NUMBERED)


def _spelled(tokens: list[_Token], i: int, value: int) -> int:
    """Where "twelfth (12th)" begins when the words before a bracketed number say the same, else where the number does."""
    if i > 1 and tokens[i - 1].text == "(":
        part = _word_day(tokens, i - 2, True)
        if part and part.value == value:
            return part.start
    return tokens[i].start


def _word_day(tokens: list[_Token], i: int, marked: bool) -> _Part | None:
    """A day in words that ends at token i: "twelfth", "twenty-first"; cardinals only where a link follows."""
    token = tokens[i]
    if token.text == "last" and marked:
        return _Part(0, token.start, token.end, 0.9)
    if token.text not in NUMBER_WORDS:
        return None
    for back in (2, 1, 0):
        words = [t for t in tokens[max(0, i - back) : i + 1] if t.text != "-"]
        if back and (i - back < 0 or tokens[i - back].text == "-"):
            continue
        read = small_words([t.text for t in words])
        if read and read[1] == len(words) and 1 <= read[0] <= 31 and (read[2] or marked):
            return _Part(read[0], words[0].start, token.end)
    return None


def _days_after(tokens: list[_Token]) -> list[_Part]:
    """Readings of the day that follows a month, the likeliest first; `index` is the token after it."""
    i = 0
    while (
        i < len(tokens)
        and i < 4
        and (tokens[i].text in (".", ",", "-", "/", "the", "'", "*") or tokens[i].kind == "blank")
    ):
        i += 1
    if i >= len(tokens):
        return []
    token = tokens[i]
    if token.kind == "num" or token.text in _DAMAGED_DAYS:
        value = _DAMAGED_DAYS.get(token.text) or digits(token.text)
        if value is None or len(token.text) > 4:
            return []
        sure = 1.0 if token.text.isdigit() else 0.9
        out = [_Part(value, token.start, token.end, sure, index=_past_mark(tokens, i + 1))] if 1 <= value <= 31 else []
        if i + 1 < len(tokens) and 1 <= value <= 3 and len(token.text) == 1 and len(tokens[i + 1].text) == 1:
            split = digits(token.text + tokens[i + 1].text)  # "1 4, 2003"
            if tokens[i + 1].kind == "num" and split is not None and split <= 31:
                out.append(_Part(split, token.start, tokens[i + 1].end, 0.7, index=_past_mark(tokens, i + 2)))
        return out
    words = [t for t in tokens[i : i + 5] if t.text != "-"]
    out = []
    for length in (2, 1):
        read = small_words([t.text for t in words[:length]])
        if read and read[1] == length and 1 <= read[0] <= 31:
            last = words[length - 1]
            out.append(_Part(read[0], token.start, last.end, 1.0, index=_past_mark(tokens, tokens.index(last) + 1)))
    return out


def _past_mark(tokens: list[_Token], i: int) -> int:
    while i < len(tokens) and (
        tokens[i].text in _ORDINAL_MARKS or tokens[i].kind == "blank" or tokens[i].text in ("day", ")")
    ):
        i += 1
    return i


def _year(tokens: list[_Token], i: int, *, after_day: bool) -> _Part | None:
    """The year at or after token i; between them only what joins a date and its year. `index` is the year's token."""
    first, quoted, hyphen, blanks, gaps = i, False, False, 0, 0
    while i < len(tokens) and i - first < 12:
        token = tokens[i]
        if token.text in _YEAR_MARKS:
            quoted, hyphen = token.text in "'\u2019", token.text in "-/"
        elif token.kind == "blank" or token.text == "]":
            blanks += 1
        elif token.kind == "gap" and after_day and not gaps:
            gaps += 1
        elif token.text == "the":
            if i + 1 >= len(tokens) or tokens[i + 1].text not in ("year", "yr"):
                return None
        elif token.text not in _YEAR_LINKS:
            break
        i += 1
    if i >= len(tokens):
        return None
    token = tokens[i]
    if token.kind == "num":
        return _year_digits(tokens, i, quoted=quoted, hyphen=hyphen, after_day=after_day)
    words: list[_Token] = []
    for t in tokens[i : i + 12]:
        if t.kind == "word":
            words.append(t)
        elif t.text not in "-,":
            break
    read = read_words([t.text for t in words])
    if not read or not FIRST_YEAR <= read[0] <= LAST_YEAR:
        return None
    last = words[read[1] - 1]
    then = tokens.index(last) + 1
    end = last.end
    if (
        then + 2 < len(tokens)
        and tokens[then].text == "("
        and digits(tokens[then + 1].text) == read[0]
        and tokens[then + 2].text == ")"
    ):
        end = tokens[then + 2].end
    return _Part(read[0], token.start, end, 1.0, index=i)


def _year_digits(tokens: list[_Token], i: int, *, quoted: bool, hyphen: bool, after_day: bool) -> _Part | None:
    token = tokens[i]
    joined, end, j = token.text, token.end, i + 1
    if len(joined) == 4:
        return _year_part(joined, token, end, i, 1.0)
    # "20 03" and "20_03": one year in pieces.
    while (
        j < len(tokens)
        and len(joined) < 4
        and (tokens[j].kind == "num" or tokens[j].kind == "blank")
        and tokens[j].start - end <= 1
    ):
        joined += tokens[j].text if tokens[j].kind == "num" else ""
        end, j = tokens[j].end, j + 1
    if len(joined) == 4 and joined[:1] in "12l" and after_day and tokens[j - 1].kind == "num":
        return _year_part(joined, token, end, i, 0.8)
    if len(token.text) == 2 and (quoted or (after_day and (hyphen or token.text[0] in "0o"))):
        if i + 1 < len(tokens) and tokens[i + 1].kind == "blank" and tokens[i + 1].start == token.end:
            return None  # "20__" is an empty place
        value = digits(token.text)
        if value is not None:
            return _Part(_century(value), token.start, token.end, 0.9 if quoted or hyphen else 0.6, index=i)
    return None


def _year_part(printed: str, token: _Token, end: int, index: int, sure: float) -> _Part | None:
    value = digits(printed)
    if value is None or not FIRST_YEAR <= value <= LAST_YEAR:
        return None
    return _Part(value, token.start, end, sure * (1.0 if printed.isdigit() else 0.9), index=index)


def _century(two_digits: int) -> int:
    return two_digits + (2000 if two_digits < 50 else 1900)


# Dates in numbers alone


def _numeric(text: str, low: str, hit: re.Match[str]) -> DateMention | None:
    at, after = hit.span()
    before, then = low[max(0, at - 6) : at], low[after : after + 1]
    if hit["packed"]:
        return _packed(low, hit)
    if before[-1:].isalnum() and not (before[-1:].isalpha() and before.endswith(_LABELS)):
        return None
    if before[-1:] in ("$", "#", "/", "\\") or re.search(r"[0-9][-.,]\Z", before):
        return None
    a, sep, b, c = hit["a"], hit["sep"], hit["b"], hit["c"]
    year_first = len(a) == 4
    if then.isalnum() and not (text[after].isupper() or (year_first and _AFTER_ISO.match(low, after))):
        return None
    if re.match(r"[-/.]\d", low[after : after + 2]) and not (year_first and _AFTER_ISO.match(low, after)):
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
        year = z if len(c) == 4 else _century(z)
        sure *= 1.0 if len(c) == 4 else 0.9
        us_order = x <= 12 and (sep != "." or y > 12)
        month, day = (x, y) if us_order else (y, x)
        if x <= 12 and y <= 12 and x != y and not blank:
            sure *= 0.82 if sep != "." else 0.55
    if not FIRST_YEAR <= year <= LAST_YEAR or not 1 <= month <= 12 or day > 31 or (not day and not blank):
        return None
    if blank:
        return _mention(at, after, year, x, None, 0.8, blank=True) if not year_first else None
    return _mention(at, after, year, month, day, sure)


def _packed(low: str, hit: re.Match[str]) -> DateMention | None:
    """Eight digits alone ("20030612"), where nothing beside them says that they are another number."""
    at, after = hit.span()
    if (at and low[at - 1] not in " \t\n(:>[\"'") or (after < len(low) and low[after] not in " \t\n),.;<]\"'"):
        return None
    year, month, day = int(low[at : at + 4]), int(low[at + 4 : at + 6]), int(low[at + 6 : after])
    if not FIRST_YEAR <= year <= LAST_YEAR or not 1 <= month <= 12 or not 1 <= day <= monthrange(year, month)[1]:
        return None
    if re.search(r"(?:no\.?|number|#|\$|file)\s{0,3}\Z", low[max(0, at - 12) : at]):
        return None
    labelled = "date" in low[max(0, at - 24) : at] or "filed" in low[max(0, at - 24) : at]
    return DateMention(at, after, f"{year:04}-{month:02}-{day:02}", 0.9 if labelled else 0.6, False)
