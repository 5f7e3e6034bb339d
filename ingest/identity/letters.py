"""Letters that damage or alphabets spell in several ways, in one spelling."""

from __future__ import annotations

import re
import unicodedata

_STRAIGHT = str.maketrans(
    {
        "\u2018": "'", "\u2019": "'", "\u00b4": "'", "\u201c": '"', "\u201d": '"', "\u00a0": " ", "\u2010": "-",
        "\u2011": "-", "\u2012": "-", "\u2013": "-", "\u2014": "-",
        "\u0142": "l", "\u0141": "L", "\u00f8": "o", "\u00d8": "O", "\u0111": "d", "\u0110": "D", "\u00f0": "d",
        "\u00fe": "th", "\u00de": "Th", "\u00df": "ss", "\u00e6": "ae", "\u00c6": "Ae", "\u0153": "oe", "\u0152": "Oe",
        "\u0131": "i",
    }
)  # fmt: skip
_DAMAGED = re.compile(r"[\u00c2-\u00f4][\u0080-\u00bf\u0152-\u2122]{1,3}")


def repaired(text: str) -> str:
    """UTF-8 that was read as Windows-1252 ("GarcÃ­a"), decoded; what does not decode stays as printed."""
    if text.isascii():
        return text

    def decode(match: re.Match[str]) -> str:
        try:
            return b"".join(_byte(letter) for letter in match[0]).decode("utf-8")
        except (UnicodeDecodeError, UnicodeEncodeError):
            return match[0]

    return _DAMAGED.sub(decode, text)


def _byte(letter: str) -> bytes:
    return bytes((ord(letter),)) if ord(letter) < 256 else letter.encode("cp1252")


def plain_letters(text: str) -> str:
    """A text repaired, without accents, ligatures and curly quotes."""
    if text.isascii():
        return text
    text = unicodedata.normalize("NFKD", repaired(text).translate(_STRAIGHT))
    return "".join(letter for letter in text if not unicodedata.combining(letter))
