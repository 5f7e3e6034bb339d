"""Repairs of damaged text, each with its rule: what is mended is plain words and punctuation, never a name.

Every repair takes a text and returns one whose map still leads back to the source.
"""

from __future__ import annotations

import re

from .lowercase import LOWERCASE
from .spans import SAME_LENGTH, Text

_RUN = re.compile(r"[\u0080-\uffff]{2,}")
_HYPHEN = re.compile(r"(?<![^\W\d_])(?P<left>[^\W\d_]+)-[ ]*\n(?P<gap>[ \t]*)(?P<right>[^\W\d_]+[^\s]*)[ ]?")
_KEEP_HYPHEN_AFTER = frozenset(
    "attorney attorneys in self non co post pre sub ten twenty thirty forty fifty sixty seventy eighty ninety".split()
)
_PREFIXES = frozenset("non co post pre sub".split())
_MARK = (
    r"<PAGE>|<C>|</?S>|</?TABLE>|</?CAPTION>|(?:page|pg\.?)[ \t]*\d{1,3}(?:[ \t]+of[ \t]+\d{1,3})?|-[ ]?\d{1,2}[ ]?-"
)
_NOISE_LINE = re.compile(rf"^[ \t]*(?:{_MARK})[ \t]*$|^[ \t]+$", re.IGNORECASE | re.MULTILINE)
# A running head, which every page after the first repeats with its number.
_PAGE_HEAD = re.compile(
    r"^[ \t]*(?P<head>\S[^\n]{2,70}?)[ \t]{2,}(?:page|pg\.?)[ \t]*\d{1,3}[ \t]*$", re.IGNORECASE | re.MULTILINE
)
# Page marks and bare page numbers, which are furniture where they stand inside of a sentence.
_PAGE_BREAK = re.compile(rf"^[ \t]*(?:{_MARK}|\d{{1,3}})[ \t]*$", re.IGNORECASE | re.MULTILINE)
_NEAR = 300  # characters around a page break that say whether a sentence runs over it
_BROKEN_OFF = re.compile(r"[\w,&-]$")
_PROSE_WORD = re.compile(r"(?<![^\W_])[a-z]{2,}(?![^\W_])")
_LOST_QUOTES = re.compile(
    r"(?<=[a-z])\?(?=s\b)|(?<=s)\?(?=[ \n][a-z])|(?<=[\s(])\?(?=[A-Z][^?\n]{0,60}\?)|(?<=[\w.,])\?(?=[\s),;.]*\))"
)


def _mojibake(text: Text) -> Text:
    """UTF-8 that was read as Windows-1252 is decoded; a run that does not decode stays as printed."""
    edits = []
    for found in _RUN.finditer(text.text) if not text.text.isascii() else ():
        try:
            # "\u00c2" before a blank is what is left of a no-break space
            fixed = b"".join(_byte(c) for c in found.group().rstrip("\u00c2")).decode("utf-8")
        except (UnicodeDecodeError, ValueError):
            if found.group() != "\u00e2\u20ac":  # a closing quote whose third byte was lost
                continue
            fixed = '"'
        edits.append((found.start(), found.end(), fixed.translate(SAME_LENGTH)))
    text = text.edited(edits) if edits else text
    stray = [(m.start(), m.end(), "") for m in _STRAY.finditer(text.text)]
    return text.edited(stray) if stray else text


_STRAY = re.compile("(?<![A-Z])\u00c2(?= )")  # half of a no-break space; no word ends so


def _byte(char: str) -> bytes:
    # The straightened quotes of `SAME_LENGTH` were C1 letters of Windows-1252 before; those never reach here,
    # because a mojibake run starts with a letter of two or more bytes.
    try:
        return char.encode("cp1252")
    except UnicodeEncodeError:
        if ord(char) > 255:
            raise ValueError(char) from None
        return bytes([ord(char)])


def _blank_noise(text: Text) -> Text:
    """Take out page marks, page numbers and the blanks of lines that hold nothing else: an empty line is empty."""
    edits = [(m.start(), m.end(), "") for m in _NOISE_LINE.finditer(text.text)]
    heads = list(_PAGE_HEAD.finditer(text.text))
    printed = [m["head"].casefold() for m in heads]
    edits += [(m.start(), m.end(), "") for m in heads if printed.count(m["head"].casefold()) > 1]
    edits.sort()
    return text.edited(edits) if edits else text


def _join_pages(text: Text) -> Text:
    """A sentence that runs over the end of a page goes on without the page number and the empty lines between."""
    edits: list[tuple[int, int, str]] = []
    for found in _PAGE_BREAK.finditer(text.text):
        near = max(0, found.start() - _NEAR)
        start = near + len(text.text[near : found.start()].rstrip())
        if edits and edits[-1][1] >= start:
            start = edits.pop()[0]  # a second mark of the same break
        following = text.text[found.end() : found.end() + _NEAR]
        end = found.end() + len(following) - len(following.lstrip())
        edits.append((start, end, "\n"))
    edits = [edit for edit in edits if _runs_over(text.text, edit[0], edit[1])]
    return text.edited(edits) if edits else text


def _runs_over(text: str, start: int, end: int) -> bool:
    """Whether a sentence of running text breaks off at `start` and goes on at `end`."""
    above = text[max(0, start - _NEAR) : start].rpartition("\n\n")[2].rpartition("\n")[2]
    below = text[end : end + _NEAR].partition("\n")[0]
    if not _BROKEN_OFF.search(above) or len(_PROSE_WORD.findall(above)) < _PROSE:
        return False
    return below[:1].islower() or (len(_PROSE_WORD.findall(below)) >= _PROSE and not _ITEM.match(below))


_PROSE = 3  # words in lower case that a line of running text has at least
_ITEM = re.compile(r"\(?\w{1,4}[.)][ \t]|/s/|[A-Z]+[ \t]*$")


def _lost_quotes(text: Text) -> Text:
    """Question marks that stand for quotes ("undersigned?s", "(the ?Company?)"), where a text has several."""
    found = list(_LOST_QUOTES.finditer(text.text)) if text.text.count("?") > 2 else []
    if len(found) < 3:
        return text
    quotes = [
        (m.start(), m.end(), "'" if text.text[m.start() - 1].isalpha() and text.text[m.end()] in "s \n" else '"')
        for m in found
    ]
    return text.edited(quotes)


_LOWER_WORD = re.compile(r"(?<![^\W_])[A-Z]?[a-z]{5,}(?![^\W_])")
# Glue that no word, name or number has of itself: "ofJane Doe", "Section16", "Forms 3, 4 and5".
_GLUE = re.compile(
    r"(?<![\w'-])(?:of|and|or|by|to|that|constitutes?|appoints?|undersigned)(?=[A-Z][a-z]{2,})"
    r"|\b(?:Forms?|Sections?|Schedules?|Rules?|and|or)(?=\d)"
)
_GLUED_NUMBER = re.compile(
    r"\b(?:Forms?|Sections?|Schedules?|Rules?)(?=\d)|(?<=[a-z]{3})(?=\((?:the|an?|each)\b)"
    r"|(?<=\))(?=[a-z]{2,})|(?<=-fact)(?=(?:to|for|of|and|as|is)\b)"
    r"|(?<=[\s,]\d)(?=(?:under|and|or|of|with|to|for|in|pursuant|relating|as|on)\b)"
    r"|(?<=[A-Z]{3})(?=(?:access|codes?|filer|filing|filings|forms?|of|and|to|system|account|for|in|is)\b)"
)


_LOWER_RUN = re.compile(r"(?<![^\W_])[a-z]{5,30}(?=[A-Z][a-z]{2,})")


def _words_of(run: str) -> list[int]:
    """Where a run of plain words before a capital is to be parted: "herebydesignatesLeonora"."""
    found: list[int] = []
    at = 0
    while at < len(run):
        to = next((k for k in range(len(run), at + 1, -1) if run[at:k] in _PARTS), 0)
        if not to:
            return []
        found.append(to)
        at = to
    return found


def _lost_spaces(text: Text) -> Text:
    """Part words that a PDF glued ("herebyconstitutes"), where a text has several; names stay as printed."""
    cuts = []
    for found in _LOWER_WORD.finditer(text.text):
        word = found.group().lower()
        if word in LOWERCASE or len(word) < 5:
            continue
        at = next((k for k in range(2, len(word) - 1) if word[:k] in _PARTS and word[k:] in _PARTS), 0)
        if at and (at > 2 or word[:at] in _SHORT) and (len(word) - at > 2 or word[at:] in _SHORT):
            cuts.append(found.start() + at)
    for found in _LOWER_RUN.finditer(text.text):
        cuts += [found.start() + at for at in _words_of(found.group())]
    sure = [m.end() for m in _GLUE.finditer(text.text)]
    if len(cuts) + len(sure) < 6 or len(cuts) * 150 < len(text.text):
        return text.edited((k, k, " ") for k in sure) if len(sure) > 1 else text
    cuts += sure
    cuts += [m.end() for m in _GLUED_NUMBER.finditer(text.text)]
    return text.edited((k, k, " ") for k in sorted(set(cuts)))


_MIXED = re.compile(r"(?<![^\W_])(?=[^\W\d_]*[01lI|])[A-Za-z01|]*[A-Za-z][A-Za-z01|]*(?![^\W_])")
_INNER_I = re.compile(r"(?<=[a-z])I(?=[a-z]|$)")  # "fiIing", "behaIf"
_SCAN = str.maketrans({"0": "o", "1": "l", "|": "l"})


def _scanned_digits(text: Text) -> Text:
    """Mend digits and letters that a scanner took for each other in plain words ("N0", "FlLED"), not in names."""
    edits = []
    for found in _MIXED.finditer(text.text):
        word = found.group()
        if (
            word.isdigit()
            or word.lower() in LOWERCASE
            or not (
                any(c in "01|" for c in word)
                or ("l" in word and sum(c.isupper() for c in word) > 1)
                or _INNER_I.search(word)
            )
        ):
            continue
        for fixed in (
            _INNER_I.sub("l", word).lower(),
            word.lower().translate(_SCAN),
            word.lower().translate(_SCAN).replace("l", "i"),
            word.replace("l", "I").lower(),
        ):
            if _in_a_name(text.text, found):
                break
            if fixed in LOWERCASE or fixed in ("securities", "form", "forms", "of", "no"):
                edits.append(
                    (
                        found.start(),
                        found.end(),
                        fixed.upper() if word.upper() == word or sum(c.isupper() for c in word) > 1 else fixed,
                    )
                )
                break
    return text.edited(edits) if edits else text


def _in_a_name(text: str, word: re.Match[str]) -> bool:
    """Whether a damaged word ends a name ("Cold Harbor Paper C0mpany") and so stays as printed."""
    if not word.group()[0].isupper() or not word.group()[2:].islower():
        return False
    return re.search(r"[A-Z][a-z'-]+ [A-Z][a-z'-]+ $", text[max(0, word.start() - 40) : word.start()]) is not None


_SHORT = frozenset(
    "of to in by as an or on at is it be no do so the and for any all not may has his her its him who was are".split()
)
_PARTS = _SHORT | LOWERCASE


def _join_hyphens(text: Text) -> Text:
    """Join a word that a hyphen parts at a line end; the line break moves behind the word."""
    edits = []
    for found in _HYPHEN.finditer(text.text):
        left, right = found["left"], found["right"]
        keep = (
            right[0].isupper()
            or (left[0].isupper() and (left.lower() in LOWERCASE or right.lower().rstrip(".,;:") in LOWERCASE))
            or left.lower() in _KEEP_HYPHEN_AFTER
            or right.startswith(("in-", "fact"))
        )
        if left.lower() in _PREFIXES and right.islower():
            keep = right.rstrip(".,;:") in LOWERCASE  # "co-/owner", but "Pre-/cision"
        keep = keep and not (
            left.isupper() and right[:2].isupper() and left.lower() not in _KEEP_HYPHEN_AFTER and len(left) < 5
        )
        start = found.start() + len(left)
        edits.append((start, found.end(), ("-" if keep else "") + right + "\n" + found["gap"]))
    return text.edited(edits) if edits else text


_INVISIBLE = re.compile("\u00ad(?:[ \\t]*\\n[ \\t]*)?|[\u200b-\u200d\u2060\ufeff]")


def _invisible(text: Text) -> Text:
    """Soft hyphens and marks without a width go: they part no word."""
    edits = [(m.start(), m.end(), "") for m in _INVISIBLE.finditer(text.text)] if not text.text.isascii() else []
    return text.edited(edits) if edits else text


_LEADERS = re.compile(
    r"^[ \t]*(?:\(?\w{1,2}[.)][ \t]+)?[A-Z][\w /()'&-]{1,40}?"
    r"(?P<dots>[ \t]?(?:\.{3,}|(?:\.[ ]){3,}\.?)[ \t]*:?)(?=[ \t])",
    re.MULTILINE,
)


_FIELD = re.compile(
    r"\b(?:issuer|company|corporation|date|attorneys?|agents?|grantor|principal|reporting|forms?|term|duration|expir\w+"
    r"|authority|powers?|law)\b",
    re.IGNORECASE,
)


def _dot_leaders(text: Text) -> Text:
    """The dots of a form that lead from a label to what is filled in become a colon; one line of dots is no form."""
    dotted = "..." in text.text or ". . ." in text.text
    found = list(_LEADERS.finditer(text.text)) if dotted else []
    if not any(_FIELD.search(m.group()) for m in found):
        return text  # a table of names
    edits = [(*m.span("dots"), ":" if m["dots"].endswith(":") else ":  ") for m in found]
    return text.edited(edits) if len(edits) > 1 else text


REPAIRS = (
    _mojibake, _invisible, _join_pages, _blank_noise, _dot_leaders, _lost_quotes, _join_hyphens, _lost_spaces,
    _scanned_digits,
)  # fmt: skip
