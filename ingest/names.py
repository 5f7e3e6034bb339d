"""Whether a printed name and an EDGAR name are one person's, and whether a name is an organization's.

EDGAR prints persons surname first, mostly without commas, in capitals or not ("SMITH JOHN A JR", "de la Cruz Maria").
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from .extract.words import HONORIFICS, NAME_SUFFIXES, PARTICLES, STRONG_FORMS, WEAK_FORMS
from .given_names import FORMS_OF

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

# Short forms are beginnings of their names, but Paula is not Paul.
_MALE = re.compile(
    r"adrian|ale(?:x|ks)andr?|andre|anton|august|bernard|bo[gh]dan|carl|charl|christian|claud|daniel|denis|don|emil|eric|francis|gabriel|george|ivan|konstantin"
    r"|joseph|julian|justin|leon|manuel|martin|michael|nicol|patric|paul|philip|rafael|robert|simon|stephan|valentin"
    r"|vi[ck]tor|vladimir|\w{2,6}slav"
)
_FEMALE_ENDING = re.compile(r"n?n?a|l?l?e|elle|ette|i?n[ae]|ia")
_LETTERS = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i"})
_INSTITUTION = re.compile(
    r"\b(?:(?:uni)?trust|fund|estate|foundation|partners|holdings|bank of|government of|state of|kingdom of|republic of"
    r"|retirement (?:system|plan|fund)|pension (?:plan|fund|scheme|board)|superannuation|endowment|university|ministry"
    r"|limited partnership)\b",
    re.IGNORECASE,
)
# Legal forms that are given names as well, where they are not printed in capitals.
_AMBIGUOUS = frozenset({"co", "sa", "se", "ab", "pa", "sc", "pc", "ag", "as", "na"})
_STRONG = frozenset(form.replace(".", "") for form in STRONG_FORMS)
_UNAMBIGUOUS = _STRONG - _AMBIGUOUS


@lru_cache(maxsize=65536)  # the audit compares an owner's signers with the same attorneys again and again
def words(name: str) -> tuple[str, ...]:
    """The words of a person's name, folded: no accents, honorifics, degrees, nicknames or punctuation."""
    name = re.sub(r"[\"(][^\")]*[\")]", " ", name)
    name = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c)).lower()
    name = name.translate(_LETTERS)
    name = re.sub(r"\b(?:ph|m|j|d)\.\s?d\b\.?(?=\s*(?:,|$))", " ", name).replace("'", "").replace("\u2019", "")
    found = re.findall(r"[a-z]+", name.replace("-", " "))
    return tuple(
        w for w in found if w not in HONORIFICS and (w not in NAME_SUFFIXES or w in ("do", "v") or len(w) == 1)
    )


@lru_cache(maxsize=65536)
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


def same_printed_person(one: str, other: str) -> bool:
    """Whether two names in natural order may be one person's, within papers where only a few people stand.

    Surnames must agree, given names and middle initials must not be at odds, and generations must not conflict.
    """
    p, e = words(one), words(other)
    if len(p) < 2 or len(e) < 2:
        return p == e
    mine, theirs = generation(one), generation(other)
    if mine and theirs and mine != theirs:
        return False
    middle = [[w[0] for w in name[1:-1] if w not in PARTICLES] for name in (p, e)]
    return _natural(p, e) and not (all(middle) and middle[0][0] != middle[1][0])


def _ordered(p: tuple[str, ...], e: tuple[str, ...]) -> bool:
    """Surname first in `e`: its first words are the last of `p`, in their order, however many words either writes."""
    return any(
        _one(p[-mine:]) == _one(e[:theirs]) and _given(p[:-mine], e[theirs:])
        for mine in range(1, min(3, len(p) - 1) + 1)
        for theirs in range(1, min(3, len(e) - 1) + 1)
    )


@lru_cache(maxsize=65536)
def _one(surname: tuple[str, ...]) -> str:
    """A surname as one word, umlauts written with or without their e."""
    return re.sub(r"(?<=[aou])e", "", "".join(surname))


def _natural(p: tuple[str, ...], e: tuple[str, ...]) -> bool:
    return _one(p[-1:]) == _one(e[-1:]) and len(p[-1]) > 1 and _given(p[:-1], e[:-1])


def _given(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Whether given names agree: the first ones, or the first of one with a later one of the other."""
    a = tuple(w for w in a if w not in PARTICLES) or a
    b = tuple(w for w in b if w not in PARTICLES) or b
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
    if _one((a,)) == _one((b,)) or FORMS_OF.get(a, {a}) & FORMS_OF.get(b, {b}):
        return True
    short, long = sorted((a, b), key=len)
    if len(short) < 3 or not long.startswith(short):
        return False
    return not gender_ending(short, long)


def gender_ending(short: str, long: str) -> bool:
    """Whether a given name is another one with the ending that makes it a woman's: Paula is not Paul."""
    return bool(_MALE.fullmatch(short) and long.startswith(short) and _FEMALE_ENDING.fullmatch(long[len(short) :]))


@lru_cache(maxsize=65536)  # a corpus asks about the same names again and again
def is_organization(name: str) -> bool:
    """Whether a name ends as organizations' names do, or holds what no person's name does."""
    found = re.findall(r"[A-Za-z&.'/]+", name)
    if "&" in found or _INSTITUTION.search(name):
        return True
    tail = [w.lower().replace(".", "") for w in found[-3:]]
    if any(w in _UNAMBIGUOUS for w in tail):
        return True
    if not tail or len(found) < 2:
        return False
    last = tail[-1]
    if last in _AMBIGUOUS:
        return found[-1].isupper() or "." in found[-1] or last == "co"
    if last in WEAK_FORMS - {"brothers", "sons", "bank"}:
        return any(len(w.replace(".", "")) > 1 for w in found[:-1])  # "S. R. MILLS" is a person
    return last in _STRONG
