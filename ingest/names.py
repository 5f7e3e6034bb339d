"""Whether a printed name and an EDGAR name are one person's, and whether a name is an organization's.

EDGAR prints persons surname first, mostly without commas, in capitals or not ("SMITH JOHN A JR", "de la Cruz Maria").
"""

from __future__ import annotations

import re
import unicodedata

from .extract.people import NICKNAMES
from .extract.words import HONORIFICS, NAME_SUFFIXES, PARTICLES, STRONG_FORMS, WEAK_FORMS

_GENERATIONS = {
    "jr": "jr",
    "junior": "jr",
    "sr": "sr",
    "senior": "sr",
    "ii": "ii",
    "2nd": "ii",
    "iii": "iii",
    "3rd": "iii",
    "iv": "iv",
    "v": "v",
}


def words(name: str) -> list[str]:
    """The words of a person's name, folded: no accents, honorifics, degrees, nicknames or punctuation."""
    name = re.sub(r"[\"(][^\")]*[\")]", " ", name)
    name = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c)).lower()
    name = re.sub(r"\b(ph|m|j|d)\.\s?d\.?", " ", name).replace("'", "").replace("\u2019", "")
    found = re.findall(r"[a-z]+", name.replace("-", " "))
    return [w for w in found if w not in HONORIFICS and (w not in NAME_SUFFIXES or w in ("do", "v") or len(w) == 1)]


def generation(name: str) -> str | None:
    """Jr., Sr., II ... in one spelling; None where the name has none."""
    found = [_GENERATIONS[w] for w in re.findall(r"[a-z0-9]+", name.lower()) if w in _GENERATIONS and w != "v"]
    return found[-1] if found else None


def same_person(printed: str, edgar: str) -> bool:
    """Whether a name in natural order may be the person whom EDGAR names surname first.

    Surnames must agree, given names must not be at odds (an initial agrees with what it begins, a nickname with its
    name), and generations (Jr., Sr., III) must not conflict.
    """
    if is_organization(printed) or is_organization(edgar):
        return False
    p, e = words(printed), words(edgar)
    if len(p) < 2 or len(e) < 2:
        return False
    mine, theirs = generation(printed), generation(edgar)
    if mine and theirs and mine != theirs:
        return False
    return _ordered(p, e) or _natural(p, e)


def _ordered(p: list[str], e: list[str]) -> bool:
    """Surname first in `e`: its first words are the last of `p`, in their order."""
    for length in range(min(3, len(p) - 1, len(e) - 1), 0, -1):
        if p[-length:] == e[:length]:
            return _given(p[:-length], e[length:])
    compact = "".join(e[:2])
    if p[-1] == compact and len(e) > 2:
        return _given(p[:-1], e[2:])
    return p[-1] == e[0] and _given(p[:-1], e[1:])


def _natural(p: list[str], e: list[str]) -> bool:
    return p[-1] == e[-1] and len(p[-1]) > 1 and _given(p[:-1], e[:-1])


def _given(a: list[str], b: list[str]) -> bool:
    """Whether given names agree: the first ones, or the first of one with a later one of the other."""
    a = [w for w in a if w not in PARTICLES] or a
    b = [w for w in b if w not in PARTICLES] or b
    if not a or not b:
        return False
    return (
        _agree(a[0], b[0])
        or any(_agree(a[0], x) for x in b[1:] if len(x) > 1 and len(a[0]) > 1)
        or any(_agree(x, b[0]) for x in a[1:] if len(x) > 1 and len(b[0]) > 1)
    )


def _agree(a: str, b: str) -> bool:
    if len(a) == 1 or len(b) == 1:
        return a[0] == b[0]
    return (
        a == b
        or NICKNAMES.get(a, a) == NICKNAMES.get(b, b)
        or (min(len(a), len(b)) >= 3 and (a.startswith(b) or b.startswith(a)))
    )


def is_organization(name: str) -> bool:
    """Whether a name ends as organizations' names do, or holds what no person's name does."""
    found = re.findall(r"[A-Za-z&.'/]+", name)
    tail = [w.lower().rstrip(".") for w in found[-3:]]
    forms = {f.replace(".", "") for f in STRONG_FORMS}
    if any(w.replace(".", "") in forms - {"co", "sa", "se", "ab", "pa", "sc", "pc", "ag", "as"} for w in tail):
        return True
    if tail and (
        tail[-1].replace(".", "") in forms or (tail[-1] in WEAK_FORMS - {"brothers", "sons", "bank"} and len(found) > 1)
    ):
        return True
    return "&" in found or bool(
        re.search(r"\b(?:trust|fund|estate|foundation|partners|holdings|bank of)\b", name, re.IGNORECASE)
    )
