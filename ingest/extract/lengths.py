"""Lengths of time as terms state them: "three (3) years from the date hereof", "36 months", "the fifth anniversary".

Callers may rely on this: mentions come in text order and do not overlap, `text[start:end]` is the printed length, any
text is read in linear time without an exception, and an anchor that the words do not give is "unknown".
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from .numbers import NUMBER_WORDS, digits, lower, ordinal, read_words
from .patterns import cased

Unit = Literal["years", "months", "weeks", "days"]
Anchor = Literal["execution", "effective", "unknown"]


@dataclass(frozen=True, slots=True)
class LengthMention:
    """A printed length of time; equal when all fields are equal.

    Attributes:
        start: Offset of its first character.
        end: Offset after its last character; the words that name the anchor are not part of it.
        count: How many units, 1 or more.
        unit: What is counted; an anniversary counts years.
        anchor: What it is counted from: the instrument's execution, its effective date, or not said.
    """

    start: int
    end: int
    count: int
    unit: Unit
    anchor: Anchor


_UNITS: dict[str, Unit] = {
    "year": "years", "years": "years", "yr": "years", "yrs": "years", "anniversary": "years", "anniversaries": "years",
    "month": "months", "months": "months", "mos": "months", "week": "weeks", "weeks": "weeks",
    "day": "days", "days": "days",
}  # fmt: skip
_UNIT = re.compile(r"(?:anniversar(?:y|ies)|years?|yrs?|months?|mos|weeks?|days?)(?![^\W_])")
# Words that may stand between the count and its unit ("five full calendar years", "one-year annual anniversary").
_BETWEEN = frozenset(
    {
        "full",
        "calendar",
        "consecutive",
        "successive",
        "business",
        "whole",
        "complete",
        "additional",
        "annual",
        "-",
        "year",
    }
)
_TOKEN = re.compile(r"(?:[0-9]|[lo](?=[0-9]))[0-9lo]{0,5}(?:st|nd|rd|th)?(?![^\W_])|[^\W\d_]{1,16}|[^\s\w]|_")
_MOST = {"years": 100, "months": 600, "weeks": 1000, "days": 4000}
_WINDOW = 90  # characters before a unit in which its count may stand

_INSTRUMENT = (
    r"(?:(?:the|this|that|my|our|said|present|foregoing|limited|special|general|durable)\s+){0,4}"
    r"(?:power|instrument|document|letter|agreement|authori[sz]ation|appointment|statement"
    r"|designation|paper|proxy|signing|consent|resolution|memorandum|deed|mandate|delegation|notice|writing|"
    r"signature|execution|signatures)\b"
)
_EFFECTIVE = (
    r"(?:the\s+|its\s+|this\s+|such\s+|said\s+)?[\"']?(?:effective\s+date|effectiveness\b"
    r"|date\s+of\s+(?:its\s+|the\s+)?effectiveness|"
    r"date\s+(?:on\s+which\s+|that\s+|when\s+)?(?:(?:it|this|the|power|of|attorney|instrument"
    r"|document|letter|same)\s+){0,5}"
    r"(?:becomes|is|takes|became|shall\s+become|shall\s+take)\s+effect"
    r"|(?:its\s+|such\s+)?(?:entering|entry|coming)\s+into\s+(?:force|effect)\b|(?:its\s+)?taking\s+effect\b"
    r"|it\s+(?:(?:takes|took)\s+effect|(?:enters|comes|came|entered)\s+into\s+(?:force|effect)|becomes\s+effective)\b"
    r"|its\s+(?:commencement|beginning|start)\b)"
)
_EXECUTION = (
    r"(?:(?:the|its|this|such|that|my)\s+)?(?:"
    r"(?:date|day)\s+(?:first\s+|last\s+)?(?:hereof|hereon|here|written|(?:set\s+forth|stated"
    r"|given|shown|indicated|appearing|"
    r"printed|noted|entered|signed)\b|below|above|beside|opposite|next\s+to|under|beneath|executed|"
    r"of\s+(?:its\s+|the\s+|my\s+|his\s+|her\s+)?(?:due\s+)?(?:execution|signing|signature)|of\s+(?:the\s+)?"
    + _INSTRUMENT
    + r"|"
    r"(?:on\s+which\s+|that\s+|when\s+)?(?:(?:it|this|the|power|of|attorney|instrument|document"
    r"|letter|i|same|undersigned)\s+){0,6}"
    r"(?:(?:is|was|has\s+been|have|has)\s+)?(?:executed|signed|sign|dated)\b)|"
    r"(?:execution|signing|signature)\b|(?:it|the\s+power)\s+(?:is|was)\s+(?:being\s+)?(?:signed|executed|dated)\b"
    r"|i\s+(?:sign|signed|execute|executed)\b|(?:undersigned|grantor|principal)(?:'s\s+(?:signing|signature)"
    r"|\s+signs?)\b"
    r"|hereof\b|(?<=this\s)" + _INSTRUMENT + r"|(?<=its\s)date\b|(?<=this\s)date\b|date\s+(?=[.,;)]|$)"
    r")|today\b|hereof\b|now\b"
)
_FROM = (
    r"(?:from\s+and\s+after|after|from|following|of|beginning(?:\s+(?:on|with|from|as\s+of))?|"
    r"commencing(?:\s+(?:on|with|from|as\s+of))?|starting(?:\s+(?:on|with|from))?|running\s+from|"
    r"(?:measured|counted|calculated|computed|reckoned)\s+from|as\s+of)"
)
_AFTER = re.compile(
    rf"(?:\s{{1,8}}(?:period|term"
    rf"|duration))?[\s,)']{{0,8}}{_FROM}\s+(?:(?P<effective>{_EFFECTIVE})"
    rf"|(?P<execution>{_EXECUTION}))"
)
_BEFORE = re.compile(
    rf"\b(?:from(?:\s+and\s+after)?|commencing\s+on|beginning\s+on|starting\s+on|commencing|beginning|after)\s+"
    rf"(?:(?P<effective>{_EFFECTIVE})|(?P<execution>{_EXECUTION}))"
)
_ARTICLE = re.compile(r"\ba\s{1,8}\Z")
_HENCE = re.compile(r"\s{1,8}hence\b")


def find_lengths(text: str, start: int = 0, end: int | None = None) -> list[LengthMention]:
    """Find every length of time between two offsets, in text order.

    "A year" is one year only where its anchor is known ("once a year" is no length); "a day" and "a month" are never
    read, nor are fractions ("one and a half years").
    """
    end = len(text) if end is None else min(end, len(text))
    start = max(start, 0)
    low = lower(text[start:end])
    out: list[LengthMention] = []
    last = 0
    for found in _UNIT.finditer(low):
        at = found.start()
        if at and low[at - 1].isalpha():
            continue
        unit = _UNITS[found.group()]
        anniversary = found.group().startswith("anniv")
        # "One-year anniversary" reads the number of the length before it again, and takes its place.
        floor = out[-1].start - start if anniversary and out else last
        count = _count(low, max(floor, at - _WINDOW), at, anniversary=anniversary)
        if count is None and found.group() == "year" and (article := _ARTICLE.search(low, max(last, at - 12), at)):
            count = (1, article.start()) if _anchor(low, article.start(), found.end()) != "unknown" else None
        if count is None or not 1 <= count[0] <= _MOST[unit]:
            continue
        if out and count[1] < last:
            out.pop()
        out.append(
            LengthMention(start + count[1], start + found.end(), count[0], unit, _anchor(low, count[1], found.end()))
        )
        last = found.end()
    return out


def find_length(text: str, start: int = 0, end: int | None = None) -> LengthMention | None:
    """Find the first length of time whose anchor is known, else the first one."""
    found = find_lengths(text, start, end)
    return next((m for m in found if m.anchor != "unknown"), found[0] if found else None)


def _count(low: str, begin: int, at: int, *, anniversary: bool) -> tuple[int, int] | None:
    """The count before a unit and the offset at which it begins."""
    tokens = list(_TOKEN.finditer(low, begin, at))[-12:]
    words = [t.group() for t in tokens]
    i = len(words)
    while i and words[i - 1] in _BETWEEN and (anniversary or words[i - 1] != "year"):
        i -= 1
    bracketed = bool(i) and words[i - 1] in (")", "]")
    if bracketed:  # "three (3) years": the words before agree, or the bracket stands alone
        i -= 1
    value, first = _number_ending(words, i, anniversary=anniversary)
    if value is None:
        return None
    if bracketed:
        if not first or words[first - 1] not in ("(", "["):
            return None
        spelled, outer = _number_ending(words, first - 1, anniversary=anniversary)
        first = outer if spelled == value else first
    return value, tokens[first].start()


def _number_ending(words: list[str], stop: int, *, anniversary: bool) -> tuple[int | None, int]:
    """The number whose last word is `words[stop - 1]`, and the index of its first word."""
    if not stop:
        return None, stop
    last = words[stop - 1]
    if last[0].isdigit() or (last[0] in "lo" and last[-1:].isdigit()):
        if stop > 1 and words[stop - 2] in ("$", ".", "/", "#", ","):
            return None, stop
        return (ordinal(last) if anniversary and not last.isdigit() else digits(last)), stop - 1
    if last in ("a", "an") and not anniversary:
        return None, stop
    first = stop
    while first and stop - first < 6 and (words[first - 1] in NUMBER_WORDS or words[first - 1] in ("and", "-")):
        first -= 1
    while first < stop and words[first] in ("and", "-"):
        first += 1
    spelled = [(w, i) for i, w in enumerate(words[first:stop], first) if w != "-"]
    for skip in range(len(spelled)):
        read = read_words([w for w, _ in spelled], skip)
        if read and read[1] == len(spelled) and (not read[2] or anniversary):
            return read[0], spelled[skip][1]
    return None, stop


def _anchor(low: str, start: int, end: int) -> Anchor:
    after = low[end : end + 160]
    if _HENCE.match(after):
        return "execution"
    found = _AFTER.match(after)
    if found is None:
        before = cased(r"[.;]").split(low[max(0, start - 120) : start])[-1]
        found = _BEFORE.search(before)
    if found is None:
        return "unknown"
    return "effective" if found["effective"] else "execution"
