"""Folding printed names, so that printings of one name compare equal. A fold is for comparing, never for showing.

A person's fold drops case, accents' encodings, dots, commas and spacing, nothing else: "J. SMITH, Jr." and
"J Smith Jr" agree, "John Smith" and "J. Smith" do not. An organization's fold also writes "&" as "and", drops a leading
"The" and EDGAR's state suffix ("/DE/"), and gives legal forms one spelling; "Inc." and "Corp." stay apart.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_DROPPED = re.compile(r"[.'\"’‘“”`]+")
_PARTED = re.compile(r"[\s,;:()\[\]/_-]+")
_STATE = re.compile(r"\s*[/\\][A-Z]{2,3}[/\\]?\s*$")
_FORMS = {
    "incorporated": "inc", "corporation": "corp", "company": "co", "companies": "cos", "limited": "ltd",
    "partnership": "lp", "plc": "plc",
}  # fmt: skip
_PHRASES = (("limited liability co", "llc"), ("limited lp", "lp"), ("ltd liability co", "llc"), ("ltd lp", "lp"))


def fold_person(name: str) -> str:
    """A person's name as it compares."""
    return _words(name)


@lru_cache(maxsize=65536)  # a corpus asks about the same names again and again
def fold_organization(name: str) -> str:
    """An organization's name as it compares; a name of nothing but "The" keeps it."""
    words = _words(_STATE.sub("", name).replace("&", " and ")).split()
    if len(words) > 1 and words[0] == "the":
        words = words[1:]
    words = [_FORMS.get(word, word) if position else word for position, word in enumerate(words)]
    folded = " ".join(words)
    for phrase, form in _PHRASES:
        if folded.endswith(f" {phrase}"):
            folded = folded.removesuffix(phrase) + form
    return folded


def _words(name: str) -> str:
    folded = unicodedata.normalize("NFKC", name).casefold()
    return _PARTED.sub(" ", _DROPPED.sub("", folded)).strip()
