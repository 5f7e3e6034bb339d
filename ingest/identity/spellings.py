"""One spelling for words that alphabets transliterate in several ways, and one for words that reading machines misread.

Words that are equal in one of these spellings may be one name: "Aleksei" and "Alexey", "Lindemann" and "Lindernann".
Names of two people may be as alike, so this alone is as little as a slip of the pen.
"""

from __future__ import annotations

import re
from functools import lru_cache

_SOUNDS = (
    ("tch", "ch"), ("tz", "ts"), ("kh", "h"), ("ph", "f"), ("x", "ks"), ("ou", "u"), ("w", "v"), ("y", "i"), ("j", "i"),
)  # fmt: skip
_HARD_C = re.compile(r"c(?!h)")
_TWICE = re.compile(r"(.)\1+")
_SLAVIC = re.compile(r".{3,}(?:[oe]va?|[iy]na?|sk(?:i|y|ii|iy|ij|yi|yj|aya|aia|aja)|enk[oa]|ov?i[ct]c?h)\Z")
_LETTERS = str.maketrans("015i", "olsl")


@lru_cache(maxsize=100_000)
def heard(word: str) -> str:
    """A word as it sounds, whichever table it was transliterated by: "yevgeniy" and "evgeny" are "evgeni"."""
    for sign, sound in _SOUNDS:
        word = word.replace(sign, sound)
    word = _TWICE.sub(r"\1", _HARD_C.sub("k", word))
    return word[1:] if word.startswith("ie") else word


def slavic(surname: str) -> bool:
    """Whether a surname ends as Slavic ones do, so that a table of transliteration has spelled it."""
    return _SLAVIC.match(surname) is not None


@lru_cache(maxsize=100_000)
def seen(word: str) -> str:
    """A word by its outlines, in which a reading machine mistakes "m" for "rn", "l" for "1" or "i", "w" for "vv"."""
    return word.translate(_LETTERS).replace("rn", "m").replace("vv", "w")


def misread(one: str, other: str) -> bool:
    """Whether a reading machine may have made one word of the other, or lost letters of it ("Ren?e")."""
    if one == other or min(len(one), len(other)) < 4:
        return False
    if "?" in one or "?" in other:
        return len(one) == len(other) and all(a == b or "?" in {a, b} for a, b in zip(one, other, strict=True))
    return seen(one) == seen(other)
