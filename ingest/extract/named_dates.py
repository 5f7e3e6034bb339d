"""Dates with the name of their month: "12th day of June, 2003", "June 12, 2003", "den 4. Juni 2014".

A month's name is looked for first; then the few tokens before and after it are read, so that time is linear whatever
the text. `dates.py` says what callers may rely on.
"""

from __future__ import annotations

import re
from calendar import monthrange
from itertools import islice
from typing import NamedTuple

from .calendar_dates import FIRST_YEAR, LAST_YEAR, DateMention, full_year, mention
from .months import ANCHOR, DAY_FIRST, NEEDS_DAY, month_number
from .numbers import NUMBER_WORDS, digits, read_words, small_words
from .patterns import cased


class _Token(NamedTuple):
    kind: str
    text: str
    start: int
    end: int


class _Part(NamedTuple):
    """A day or a year that was read: its value, where it stands, how sure, and whether "th", "day" or words mark it."""

    value: int
    start: int
    end: int
    sure: float = 1.0
    strong: bool = True
    at: int = 0


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


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
_NUMBERED = _words(
    "form forms section sections rule rules item page exhibit no number article schedule paragraph suite act"
)
_ORDINAL_MARKS = frozenset({"st", "nd", "rd", "th", "er", "\u00ba", "\u00aa", "\u00b0"})
_YEAR_LINKS = _words("of in year our lord de del do a d ad an anno ano domini nell")
_YEAR_MARKS = frozenset({",", ".", ";", ":", "-", "/", "(", "[", "'", '"', "*", "\u2019"})
_DAMAGED_DAYS = {"lst": 1, "ist": 1, "llth": 11, "llst": 11, "premier": 1, "primero": 1, "primo": 1}

_YEAR_LIKE = re.compile(r"[0-9ol][0-9_ol]|[0-9] [0-9]|thousand|hundred|nineteen|twenty")
_WINDOW = 200  # characters on either side of a month's name in which its day and year may stand
_NEAR = 64  # likewise before it, unless there are wide gaps
_WIDE = re.compile(r"\s{4}|_{4}|\n\s*\n")
_MAY_BE_MONTH = re.compile(
    r"[\s.,_\-/]{0,80}(?:[0-9(\['\u2019_ol]|two|nine|twenty|first|second|third|fourth|fifth|sixth|seventh|eighth"
    r"|ninth|ten|"
    r"eleven|twel|thir|four|fif|six|seven|eigh|in the year|of|the|de|a\.)"
)


def named_dates(text: str, low: str) -> list[DateMention]:
    """Read every date with a month's name; `low` is the text in lower case, letter by letter."""
    return [m for hit in ANCHOR.finditer(low) if (m := _around_month(text, low, hit))]


def _around_month(text: str, low: str, hit: re.Match[str]) -> DateMention | None:
    at, after = hit.span()
    name = hit.group()
    if at and low[at - 1].isalpha() and not _glued(low, at):
        return None
    verb = name == "may" and text[at] == "m"
    if verb and not _MAY_BE_MONTH.match(low, after):
        return None
    if not _YEAR_LIKE.search(low, after, after + _WINDOW):
        return _year_first(low, at, after, month_number(name), name in DAY_FIRST)
    month = month_number(name)
    right = _tokens(low, after, min(len(low), after + _WINDOW), 20)
    day, blank = _day_before(low, at, name in DAY_FIRST)
    # Day before the month.
    before = None
    if day is not None and (year := _year(right, 0, after_day=True)):
        number = day.value or monthrange(year.value, month)[1]
        before = mention((day.start, year.end), year.value, month, number, day.sure * year.sure)
        if day.strong:
            return before
    # Day after the month.
    best = None
    for inner in _days_after(right):
        year = _year(right, inner.at, after_day=True)
        if year:
            best = mention((at, year.end), year.value, month, inner.value, inner.sure * year.sure)
            break
    if best or before:
        return max((m for m in (before, best) if m), key=lambda m: (m.end, m.start))
    # No day.
    year = _year(right, 0, after_day=blank is not None)
    if year is None:
        return _year_first(low, at, after, month, name in DAY_FIRST)
    if blank is not None:
        return mention((blank, year.end), year.value, month, None, 0.9 * year.sure, blank=True)
    if verb or name in NEEDS_DAY:
        return None
    empty = any(t.kind == "blank" or t.text in "[]" for t in right[: year.at]) or bool(
        cased(r"\s+,").match(low[after : after + 80])
    )
    return mention((at, year.end), year.value, month, None, 0.9 * year.sure, blank=empty)


_YEAR_BEFORE = re.compile(
    r"\byear(?: of (?:our lord|grace))?,?\s+([a-z0-9\s-]{4,60}?)\s*(?:,|\band)?\s*(?:on|upon)\s+(?:this|the)\s*$"
)


def _year_first(low: str, at: int, after: int, month: int, day_first: bool) -> DateMention | None:
    """A date whose year is said first: "In the year two thousand seventeen, on the third day of May"."""
    day, _ = _day_before(low, at, day_first)
    if day is None or not day.value:
        return None
    begin = max(0, day.start - 140)
    said = _YEAR_BEFORE.search(low[begin : day.start])
    if said is None:
        return None
    words = said.group(1).replace("-", " ").split()
    value = digits(words[0]) if len(words) == 1 else None
    if value is None:
        read = read_words(words)
        value = read[0] if read and read[1] == len(words) else None
    if value is None or not FIRST_YEAR <= value <= LAST_YEAR:
        return None
    return mention((begin + said.start(1), after), value, month, day.value, day.sure)


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
    begin = max(0, at - _NEAR)
    if _WIDE.search(low, begin, at):
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
        if token.text in _DAY_WORDS or token.text in _ORDINAL_MARKS:
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
    is_blank = any(t.kind == "blank" or t.text in "[]()" for t in tokens[i + 1 :])
    if empty is None or not (marked or (linked and is_blank)):
        return None, None
    word = tokens[i].text if i >= 0 else ""
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
    if i > 1 and tokens[i - 1].text in ("and", "or", "&") and tokens[i - 2].kind == "num":
        return len(tokens[i - 2].text) == 4  # "Forms 4 and 5 June 2003", but "May 1, 2003 or 30 June 2003"
    return not (i and tokens[i - 1].text in _NUMBERED)


def _spelled(tokens: list[_Token], i: int, value: int) -> int:
    """Where "twelfth (12th)" begins when the words before a bracket say the same, else where its number does."""
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
    """Readings of the day that follows a month, the likeliest first; `at` is the token after it."""
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
        out = [_Part(value, token.start, token.end, sure, at=_past_mark(tokens, i + 1))] if 1 <= value <= 31 else []
        if i + 1 < len(tokens) and 1 <= value <= 3 and len(token.text) == 1 and len(tokens[i + 1].text) == 1:
            split = digits(token.text + tokens[i + 1].text)  # "1 4, 2003"
            if tokens[i + 1].kind == "num" and split is not None and split <= 31:
                out.append(_Part(split, token.start, tokens[i + 1].end, 0.7, at=_past_mark(tokens, i + 2)))
        if i + 2 < len(tokens) and tokens[i + 1].text in ("-", "and", "&", "to") and tokens[i + 2].kind == "num":
            final = digits(tokens[i + 2].text)  # "12-13, 2003": the last day, before "13" is taken for a year
            if final is not None and value < final <= 31:
                past = _past_mark(tokens, i + 3)
                out.insert(0, _Part(final, token.start, tokens[i + 2].end, 0.5, at=past))
        return out
    words = [t for t in tokens[i : i + 5] if t.text != "-"]
    out = []
    for length in (2, 1):
        read = small_words([t.text for t in words[:length]])
        if read and read[1] == length and 1 <= read[0] <= 31:
            last = words[length - 1]
            out.append(_Part(read[0], token.start, last.end, 1.0, at=_past_mark(tokens, tokens.index(last) + 1)))
    return out


def _past_mark(tokens: list[_Token], i: int) -> int:
    while i < len(tokens) and (
        tokens[i].text in _ORDINAL_MARKS or tokens[i].kind == "blank" or tokens[i].text in ("day", ")")
    ):
        i += 1
    return i


def _year(tokens: list[_Token], i: int, *, after_day: bool) -> _Part | None:
    """The year at or after token i; between them only what joins a date and its year. `at` is the year's token."""
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
    return _Part(read[0], token.start, end, 1.0, at=i)


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
            return _Part(full_year(value), token.start, token.end, 0.9 if quoted or hyphen else 0.6, at=i)
    return None


def _year_part(printed: str, token: _Token, end: int, index: int, sure: float) -> _Part | None:
    value = digits(printed)
    if value is None or not FIRST_YEAR <= value <= LAST_YEAR:
        return None
    return _Part(value, token.start, end, sure * (1.0 if printed.isdigit() else 0.9), at=index)
