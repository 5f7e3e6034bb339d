"""Numbers as legal instruments print them: in words, as ordinals, in Roman numerals, in damaged digits.

Callers may rely on this: every reader here is pure, takes time linear in its input, and answers None (never an
exception) for text that is not such a number. Words are English. A few frequent misspellings are rows of the tables.
"""

from __future__ import annotations

import re
from collections.abc import Sequence


def _numbered(words: str, first: int, step: int = 1) -> dict[str, int]:
    return {word: first + step * i for i, word in enumerate(words.split())}


_UNITS = _numbered("zero one two three four five six seven eight nine", 0)
_TEENS = _numbered("ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen", 10)
_TENS = _numbered("twenty thirty forty fifty sixty seventy eighty ninety", 20, 10)
_UNIT_ORDINALS = _numbered("first second third fourth fifth sixth seventh eighth ninth", 1)
_TEEN_ORDINALS = _numbered(
    "tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth", 10
)
_TEN_ORDINALS = {w.replace("y", "ieth"): n for w, n in _TENS.items()}

_MISSPELT = {
    "fourty": "forty", "fourtieth": "fortieth", "ninty": "ninety", "nintieth": "ninetieth", "nineth": "ninth",
    "fith": "fifth", "fivth": "fifth", "eigth": "eighth", "eightth": "eighth", "twelveth": "twelfth",
    "twelth": "twelfth", "twelvth": "twelfth", "fourteeth": "fourteenth", "fiveteenth": "fifteenth",
    "nineteeth": "nineteenth", "ninteen": "nineteen", "ninteenth": "nineteenth", "twentyth": "twentieth",
    "twentith": "twentieth", "thirtyth": "thirtieth", "thirtith": "thirtieth", "seventeeth": "seventeenth",
    "sixtheenth": "sixteenth", "secound": "second", "thrid": "third", "forth": "fourth",
}  # fmt: skip

# word -> (value, is ordinal). Compounds written as one word ("twentyfirst") are words of their own.
_SMALL: dict[str, tuple[int, bool]] = {
    **{w: (n, False) for table in (_UNITS, _TEENS, _TENS) for w, n in table.items()},
    **{w: (n, True) for table in (_UNIT_ORDINALS, _TEEN_ORDINALS, _TEN_ORDINALS) for w, n in table.items()},
    **{t + u: (m + n, False) for t, m in _TENS.items() for u, n in _UNITS.items() if n},
    **{t + u: (m + n, True) for t, m in _TENS.items() for u, n in _UNIT_ORDINALS.items()},
}
_SMALL |= {wrong: _SMALL[right] for wrong, right in _MISSPELT.items() if right in _SMALL}
_SCALES = {"thousand": 1000, "million": 1_000_000}
_OH = frozenset({"oh", "o", "zero", "aught", "ought", "nought"})

NUMBER_WORDS: frozenset[str] = frozenset(_SMALL) | {"hundred", "hundredth", "thousand", "thousandth"}
"""Every lower-case word that may begin or continue a number in words, without "and" and "oh"."""

_SPLIT = re.compile(r"[^\W\d_]+|[^\s\-]")
_ORDINAL = re.compile(r"([0-9OolI]{1,4})\s{0,3}(?:st|nd|rd|th|er|re|\u00ba|\u00b0|\u00aa)\Z", re.IGNORECASE)
_LETTERS_FOR_DIGITS = str.maketrans("OoQlI|", "000111")
_ROMAN = re.compile(r"(M{0,3})(CM|CD|D?C{0,3})(XC|XL|L?X{0,3})(IX|IV|V?I{0,3})\Z")
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}


def lower(text: str) -> str:
    """Lower case letter by letter, so that offsets stay: a letter that would become two is left as it is."""
    low = text.lower()
    return low if len(low) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def digits(text: str) -> int | None:
    """Read digits in which the letters O, l and I may stand for 0 and 1 ("2OO3", "l2"); one must be a digit."""
    if not any("0" <= c <= "9" for c in text) or len(text) > 18:
        return None
    repaired = text.translate(_LETTERS_FOR_DIGITS)
    return int(repaired) if repaired.isascii() and repaired.isdigit() else None


def roman(text: str) -> int | None:
    """Read a Roman numeral in its usual form, 1 to 3999, in capitals or in small letters ("XIV", "iii")."""
    upper = text.upper() if text.isascii() and (text.isupper() or text.islower()) else ""
    if not upper or not _ROMAN.match(upper):
        return None
    values = [_ROMAN_VALUES[c] for c in upper]
    return sum(-v if v < after else v for v, after in zip(values, [*values[1:], 0], strict=True))


def ordinal(text: str) -> int | None:
    """Read an ordinal in digits or in words: "21st", "12 th", "1er", "twenty-first"; None for a cardinal."""
    stripped = text.strip()
    found = _ORDINAL.match(stripped)
    if found:
        return digits(found.group(1))
    words = _words(stripped)
    read = read_words(words)
    return read[0] if read and read[1] == len(words) and read[2] else None


def number_words(text: str) -> int | None:
    """Read a whole text as one number in words, cardinal, ordinal or as a year is spoken ("nineteen ninety-nine")."""
    words = _words(text)
    read = read_words(words)
    return read[0] if read and read[1] == len(words) else None


def small_words(words: Sequence[str], at: int = 0) -> tuple[int, int, bool] | None:
    """Read a number below 100 at `words[at]`: its value, the index after it, and whether it is an ordinal."""
    first = _SMALL.get(words[at]) if at < len(words) else None
    if first is None:
        return None
    value, is_ordinal = first
    if not is_ordinal and words[at] in _TENS and at + 1 < len(words):
        second = _SMALL.get(words[at + 1])
        if second and 1 <= second[0] <= 9:
            return value + second[0], at + 2, second[1]
    return value, at + 1, is_ordinal


def read_words(words: Sequence[str], at: int = 0) -> tuple[int, int, bool] | None:
    """Read the longest number in words at `words[at]`.

    Args:
        words: Lower-case words without hyphens ("two", "thousand", "and", "one").
        at: Index of the first word.

    Returns:
        The value, the index after the last word read and whether it is an ordinal; None when no number stands there.
        Two numbers in a row are a year as it is spoken when that makes one of 1500 to 2099 ("twenty twenty-five").
    """
    total, group, end, is_ordinal = 0, None, at, False
    ceiling, i = 1_000_000_000, at
    while i < len(words) and not is_ordinal:
        word = words[i]
        if word in _SCALES or word == "thousandth":
            scale = _SCALES.get(word, 1000)
            if scale >= ceiling or (group is None and i > at):
                break
            total, group, ceiling = total + (1 if group is None else group) * scale, None, scale
            is_ordinal, i = word == "thousandth", i + 1
        elif word in ("hundred", "hundredth"):
            if (group is None and i > at) or (group is not None and group > 99):
                break
            group = 100 * (1 if group is None else group)
            is_ordinal, i = word == "hundredth", i + 1
        else:
            skip = i + 1 if word == "and" and i > at and (group is None or group % 100 == 0) else i
            small = small_words(words, skip)
            if small is None or (group is not None and (group % 100 or not small[0])):
                break
            group = (group or 0) + small[0]
            i, is_ordinal = small[1], small[2]
        end = i
    if end == at:
        return None
    return _spoken_year(words, at) or (total + (group or 0), end, is_ordinal)


def _spoken_year(words: Sequence[str], at: int) -> tuple[int, int, bool] | None:
    century = small_words(words, at)
    if century is None or century[2] or not 15 <= century[0] <= 20:
        return None
    i = century[1]
    if i + 1 < len(words) and words[i] in _OH and 1 <= _UNITS.get(words[i + 1], 0) <= 9:
        return century[0] * 100 + _UNITS[words[i + 1]], i + 2, False
    rest = small_words(words, i)
    if rest is None or not 10 <= rest[0] <= 99:
        return None
    # "twenty ten thousand" is no year.
    if rest[1] < len(words) and words[rest[1]] in ("hundred", "thousand", "million"):
        return None
    return century[0] * 100 + rest[0], rest[1], rest[2]


def _words(text: str) -> list[str]:
    return _SPLIT.findall(text.lower())
