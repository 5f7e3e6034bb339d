"""Tokens of normalised text, and `rx`, the way in which patterns are written here.

A token is a word (hyphens, inner apostrophes and ampersands belong to it), an abbreviation with inner full stops
("L.L.P."), or one sign. Paragraphs that are printed in capitals are read through a shadow of equal length in which the
words of prose are lower case, so that a name can be seen; offsets are the same in both.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import lru_cache
from typing import NamedTuple

from ..lowercase import LOWERCASE
from .patterns import cased
from .words import HYPHEN_PARTICLES, STRONG_FORMS, WEAK_FORMS

_TOKEN = re.compile(
    r"(?:[^\W\d_]\.){2,}(?:[^\W\d_](?![^\W_]))?"  # P.C., L.L.C., U.S.
    r"|S\.[aà][ ]?r\.l\.?"
    r"|Ph\.D\.?|[DMB]\.Sc\.?|D\.Phil\.?|S\.p\.A\.?|Pharm\.D\.?|LL\.[MBD]\.?|[AIK]/S\b|Ed\.D\.?|Sc\.D\.?"
    r"|(?<![\w@./])[A-Za-z][A-Za-z0-9-]*\.(?:com|net|org|ai|io|COM|NET|ORG|AI|IO)(?![\w/])"  # Looms.com, Inc.
    r"|[^\W_]+\?[^\W_]+(?=[ .,])"  # a damaged letter inside of a word
    r"|[^\W_]+(?:(?:[-&]|(?<=\w\w)/|'(?!s\b|S\b))[^\W_]+)*(?:\?(?=[ ][A-Z]\.|[ ][A-Z][a-z]))?"
    r"|[^\w\s]|_+"
)


class Token(NamedTuple):
    """A token of the text.

    `low` is the word folded for table look-ups, without its final full stop; `word` says that it is a word rather than
    a sign or a number; `capital`, that it begins with a capital letter or is a coinage such as "eVolve".
    """

    start: int
    end: int
    text: str
    low: str
    word: bool
    capital: bool


@lru_cache(maxsize=8)
def _whole(text: str) -> tuple[list[Token], list[int]]:
    tokens = tokenise(text)
    return tokens, [t.start for t in tokens]


def tokens_within(text: str, start: int, end: int) -> list[Token]:
    """The tokens of a text that begin in [start, end); the text is cut into tokens once."""
    tokens, starts = _whole(text)
    return tokens[bisect_left(starts, start) : bisect_left(starts, end)]


def tokenise(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """The tokens of text[start:end] in order."""
    out = []
    made = tuple.__new__  # what the constructor of a named tuple calls
    for found in _TOKEN.finditer(text, start, len(text) if end is None else end):
        word = found.group()
        low = word.lower().rstrip(".")
        scanned = word[:2] == "0'"  # "0'Donnell"
        first = word[0]
        if first == "l" and _SCANNED_I.match(word):
            scanned, low = True, "i" + low[1:]
        capital = first.isupper() or scanned or (len(word) > 2 and word[1].isupper() and first.islower())
        at, to = found.span()
        out.append(made(Token, (at, to, word, low, first.isalpha() or scanned, capital)))
    return out


# "Iron" and "Inc." of a scan: no English word begins with these letters, "llc", "ltd" and "lbs" left out.
_SCANNED_I = re.compile(r"l(?=[cdfgkmnqrsvx][a-z])[a-z]{2,}")


_PARAGRAPH = re.compile(r"(?:[^\n]+\n?)+")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


# The word of an organization's form behind a word that is no prose: "the Sturgess Family trust".
_FORM_WORD = re.compile(rf"\b([A-Z][\w'-]+)(\s+)(?=(?:{'|'.join(sorted(WEAK_FORMS))})\b)([a-z])([a-z]+)\b")
_ROMAN = re.compile(r"I{2,3}|IV|VI{0,3}|IX")


@lru_cache(maxsize=8)
def shadow(text: str) -> str:
    """The text with the capitals of all-capital paragraphs undone, of the same length.

    A paragraph counts as all capitals when more than four in five of its letters are and it has at least 60 letters:
    shorter ones are headings and signature lines, whose words are read as they are.
    """

    def recase(paragraph: re.Match[str]) -> str:
        block = paragraph.group()
        if len(block) < 60 or sum(map(block.count, "aeinot")) > 0.2 * len(block):  # so many are not capitals, at once
            return block
        letters = sum(map(str.isalpha, block))
        if letters < 60 or sum(map(str.isupper, block)) <= 0.8 * letters:
            return block
        return _WORD.sub(_recase_word, block)

    shadowed = _PARAGRAPH.sub(recase, text)
    if shadowed != text:
        shadowed = _FORM_WORD.sub(lambda m: m.group(1) + m.group(2) + m.group(3).upper() + m.group(4), shadowed)
    return shadowed if len(shadowed) == len(text) else text


def _recase_word(word: re.Match[str]) -> str:
    text = word.group()
    low = text.lower()
    if _ROMAN.fullmatch(text):
        return text  # LUTHER D. VANCE III
    if not text.isupper() or len(low) != len(text):
        return text
    if low in LOWERCASE and low not in STRONG_FORMS:
        return low
    return "-".join(part[:1].upper() + part[1:].lower() for part in text.split("-")) if len(text) > 1 else text


def fold(text: str) -> str:
    """A printed name on one line: white space folded, outer punctuation gone."""
    return cased(r"\s+").sub(" ", text).strip(" ,;:")


def particle(low: str) -> bool:
    """Whether a lower-case word may begin a hyphenated surname (al-Rashid)."""
    return low.startswith(HYPHEN_PARTICLES)
