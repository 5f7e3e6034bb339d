"""Short names that a text uses and never defines: "the board of Larkspur" for Larkspur Grain & Barge Company.

The beginning of one organization's name, which is the beginning of no other's, stands for it where a preposition
governs it or a possessive follows, and where nowhere in the text a person is called so.
"""

from __future__ import annotations

import re

from .mentions import Mention
from .patterns import cased
from .tokens import tokenise
from .words import CITIES, GIVEN_TOO, NOT_NAMES, STATES, STRONG_FORMS, WEAK_FORMS

_LEAST = 4  # letters of the first word: "New", "St." and "U.S." tell nothing
_LEADS = cased(r"\b(?:of|at|At|with|by|for|from|in|to|joined?|leaves?|left|about)\s+$")
_COMMON = NOT_NAMES | STRONG_FORMS | WEAK_FORMS | GIVEN_TOO | frozenset(w for place in STATES for w in place.split())


def short_names(text: str, mentions: list[Mention], known: set[str]) -> list[Mention]:
    """The uses of undefined short names, each as a mention of the organization in full.

    Args:
        text: The text, paragraphs in capitals undone.
        mentions: The organizations that are named in full.
        known: Aliases that the text defines.
    """
    out: list[Mention] = []
    names = list(dict.fromkeys(m.name for m in mentions))
    for name in names:
        beginnings = _beginnings(name)
        if not known.isdisjoint(beginnings) or not (
            beginnings and _elsewhere(text, beginnings[-1].split()[0], mentions)
        ):
            continue
        for short in beginnings:
            if sum(other.startswith(short) for other in names) > 1:
                continue
            found = _uses(text, short, mentions)
            if found:
                out += [Mention("organization", name, start, end, alias=True) for start, end in found]
                break
    return out


def _beginnings(name: str) -> list[str]:
    """The beginnings of a name that may stand for it, longest first: whole words before its legal form."""
    words = [t for t in tokenise(name) if t.text not in (",", ".")]
    first = words[1] if words and words[0].low == "the" and len(words) > 1 else words[0] if words else None
    if first is None or first.low in _COMMON or len(first.text) < _LEAST or not first.capital or first.text.isupper():
        return []
    out = []
    for number in range(len(words) - 1, 0, -1):
        last = words[number - 1]
        if last.low in STRONG_FORMS or not last.word or not last.capital or last is words[0] is not first:
            continue
        out.append(name[first.start : last.end])
    return [short for short in out if short.lower() not in STATES and short.lower() not in CITIES]


def _elsewhere(text: str, word: str, mentions: list[Mention]) -> bool:
    """Whether a word stands anywhere but in the names that are known; where it does not, no pattern is made for it."""
    return text.count(word) > sum(text.count(word, m.start, m.end) for m in mentions)


def _uses(text: str, short: str, mentions: list[Mention]) -> list[tuple[int, int]]:
    """Where a short name stands for its organization; nowhere in a text that calls a person so."""
    out = []
    words = r"\s+".join(re.escape(word) for word in short.split())
    for found in re.finditer(rf"(?<![\w&-]){words}(?![\w-])", text):  # not kept: each text has names of its own
        if any(m.start <= found.start() < m.end for m in mentions):
            continue
        before, after = text[max(0, found.start() - 20) : found.start()], text[found.end() : found.end() + 12]
        leads = _LEADS.search(before)
        if (not leads and cased(r"(?:[A-Z][\w'-]+|\b[A-Z]\.|\b(?:Mr|Ms|Mrs|Dr|Messrs)\.)[ ]$").search(before)) or cased(
            r"[ ](?:[A-Z][\w'-]+|[A-Z]\.)"
        ).match(after):
            return []  # somebody's surname, or a name that goes on
        if leads or cased(r"'s\b").match(after):
            out.append(found.span())
    return out
