"""Sentences and lines of a normalised text, as a reader would part them.

Filings are half prose, half layout: prose may be wrapped at a fixed width or stand as one long line, while headings,
signature blocks and table rows are lines of their own. A line end inside a paragraph is taken as wrapping when the
line is about as wide as its paragraph and the next word would not have fitted. Full stops of abbreviations, initials
and numbers do not end a sentence. Callers may rely on: spans are ascending, do not overlap, begin and end at a
character that is not white space, and leave out nothing but white space.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

Span = tuple[int, int]

_FAR = 1 << 62  # an end behind every text
# A paragraph narrower than this is no wrapped prose but a block of short lines.
_NARROWEST_PROSE = 45
_LINE = re.compile(r"[^\n]+")
_STANDS_ALONE = re.compile(r"\s*(?:/s/|\[s\]|_{3,}|-{3,}|={3,}|(?:By|Name|Title|Date|Dated|Its|Signature|Print(?:ed)? Name)\s*:)", re.IGNORECASE)  # fmt: skip  # noqa: E501
_STOP = re.compile(r"[.!?]+[\"')\]]*(?=\s+[\"'(\[]*[A-Z0-9])")
_WORD_BEFORE = re.compile(r"[\w.&'-]*\Z")
_WORD_AFTER = re.compile(r"\s+[\"'(\[]*(\w+)")
_SINGLE_LETTERS = re.compile(r"(?:[A-Za-z]\.)*[A-Za-z]")
# Never the end of a sentence when something follows on the same line.
_BEFORE_A_NAME = frozenset(
    [
        "mr",
        "mrs",
        "ms",
        "dr",
        "messrs",
        "hon",
        "rev",
        "prof",
        "gen",
        "col",
        "capt",
        "lt",
        "sgt",
        "st",
        "mt",
        "no",
        "nos",
        "sec",
        "secs",
        "art",
        "par",
        "para",
        "ex",
        "exh",
        "vs",
        "v",
        "cf",
        "viz",
        "al",
        "approx",
        "jan",
        "feb",
        "mar",
        "apr",
        "jun",
        "jul",
        "aug",
        "sep",
        "sept",
        "oct",
        "nov",
        "dec",
        "reg",
        "fig",
        "vol",
        "pp",
        "attn",
    ]
)
# The end of a sentence only when the next word is one that begins sentences.
_AFTER_A_NAME = frozenset(
    [
        "inc",
        "corp",
        "co",
        "ltd",
        "cos",
        "bros",
        "jr",
        "sr",
        "esq",
        "dept",
        "div",
        "assn",
        "ph.d",
        "m.d",
        "etc",
        "ave",
        "blvd",
        "rd",
        "fl",
        "ste",
        "bldg",
    ]
)
_OPENERS = frozenset(
    [
        "The",
        "This",
        "These",
        "Those",
        "In",
        "I",
        "Any",
        "Each",
        "Such",
        "If",
        "It",
        "He",
        "She",
        "We",
        "They",
        "As",
        "By",
        "Nothing",
        "For",
        "No",
        "All",
        "Further",
        "On",
        "Upon",
        "To",
        "Every",
        "Unless",
        "Except",
        "Notwithstanding",
        "Without",
        "My",
        "Our",
        "Your",
        "You",
        "Said",
        "When",
        "Where",
        "There",
        "A",
        "An",
        "And",
    ]
)


def sentences(text: str) -> list[Span]:
    """The spans [start, end) of the sentences and lone lines of a text, in order."""
    spans: list[Span] = []
    for start, end in _blocks(text):
        begin = start
        for stop in _STOP.finditer(text, start, end):
            if _ends_sentence(text, begin, stop):
                spans.append((begin, stop.end()))
                begin = stop.end() + _blank(text, stop.end(), end)
        spans.append((begin, end))
    return spans


def around(spans: Sequence[Span], start: int, end: int) -> Span | None:
    """The span from the sentence that holds `start` to the one that holds the character before `end`.

    None when both lie in white space that no sentence holds, or the text is empty.
    """
    if not spans:
        return None
    first = max(bisect_right(spans, (start, _FAR)) - 1, 0)
    last = max(bisect_right(spans, (max(end - 1, start), _FAR)) - 1, first)
    if spans[first][1] <= start and first < last:
        first += 1  # `start` lies in the white space behind a sentence
    if spans[last][1] <= start or spans[first][0] >= end:
        return None
    return spans[first][0], spans[last][1]


def _blocks(text: str) -> list[Span]:
    """Runs of lines that belong together: a wrapped paragraph, or one line that stands alone."""
    blocks: list[Span] = []
    paragraph: list[Span] = []
    for found in _LINE.finditer(text):
        left, right = found.span()
        while left < right and text[left].isspace():
            left += 1
        while right > left and text[right - 1].isspace():
            right -= 1
        if left == right:
            continue
        if paragraph and text.count("\n", paragraph[-1][1], left) > 1:
            blocks += _unwrapped(text, paragraph)
            paragraph = []
        paragraph.append((left, right))
    return blocks + _unwrapped(text, paragraph)


def _unwrapped(text: str, lines: list[Span]) -> list[Span]:
    """Join the lines of one paragraph that only wrapping parted."""
    width = max((right - left for left, right in lines), default=0)
    joined: list[Span] = []
    last = (0, 0)
    for left, right in lines:
        if joined and width >= _NARROWEST_PROSE and not _STANDS_ALONE.match(text, left, right):
            above_left, above_right = last
            word = len(text[left:right].split(None, 1)[0])
            if (above_right - above_left) + 1 + word > width * 0.9 and "\t" not in text[above_left:above_right]:
                joined[-1] = (joined[-1][0], right)
                last = (left, right)
                continue
        joined.append((left, right))
        last = (left, right)
    return joined


def _ends_sentence(text: str, begin: int, stop: re.Match[str]) -> bool:
    if text[stop.start()] != ".":
        return True
    before = _WORD_BEFORE.search(text, max(begin, stop.start() - 24), stop.start())
    word = before.group().strip("'").lower() if before else ""
    after = _WORD_AFTER.match(text, stop.end())
    opener = after is not None and after.group(1) in _OPENERS
    if not word:
        return True
    if word in _BEFORE_A_NAME:
        return False
    if word in _AFTER_A_NAME or _SINGLE_LETTERS.fullmatch(word):
        # "U.S. The", "Acme, Inc. This" end; "John A. Smith", "Acme, Inc. Form 4" go on. An initial before "A" or "I"
        # is the rarer reading, so a lone letter that follows does not open a sentence there.
        return opener and not (len(word) == 1 or (after is not None and len(after.group(1)) == 1))
    # "1. The attorney ..." is a numbered clause, not a sentence of its own.
    return not (word.isdigit() and stop.start() - begin == len(word))


def _blank(text: str, start: int, end: int) -> int:
    position = start
    while position < end and text[position].isspace():
        position += 1
    return position - start
