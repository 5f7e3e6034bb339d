"""Names that put the surname first: "SAITO, Kenji" in a sentence, "Name: Fairfax, Ulla B." in a field, rows of a list.

A comma parts many things, so the text must show that it inverts: the surname stands in capitals before a given name
that does not, twice at least or on a line of its own; or the name fills a field for a name, or lines of a list.
"""

from __future__ import annotations

import re
from functools import lru_cache

from .mentions import Mention
from .patterns import cased
from .tokens import fold
from .words import CITIES, LAW_FIRM_FORMS, NAME_SUFFIXES, NOT_NAMES, STATES

_PARTICLES = (
    r"(?:(?:[vV]an|[vV]on|[dD]er|[dD]en|[dD]e|[lL]a|[lL]e|[dD]el|[dD]i|[dD]a|[dD]u|ter|al|el|bin|st\.|St\.)[ ])*"
)
_SURNAME = rf"{_PARTICLES}[A-Z][\w'-]+(?: [A-Z][\w'-]+)?"
_SHOUTED = rf"{_PARTICLES}[A-Z][A-Z'-]*[A-Z](?: [A-Z][A-Z'-]*[A-Z]){{0,2}}"
_GIVEN = r"[A-Z][\w'-]+(?: (?:[A-Z]\.?|[A-Z][\w'-]+)){0,2}"
_MIXED = r"[A-Z][a-z][\w'-]*(?:\s(?:[A-Z]\.|[A-Z][a-z][\w'-]*)){0,2}"
_SUFFIX = r"(?:, (?:Jr\.|Sr\.|II|III))?"
_ROW = re.compile(
    rf"^[ \t]*(?:\(?\w{{1,3}}[.)][ \t]+|[-*\u2022][ \t]+)?(?P<name>{_SURNAME}, {_GIVEN}{_SUFFIX})"
    r"(?= *(?:$|;|\t| {3}))",
    re.MULTILINE,
)
_IN_CAPITALS = re.compile(rf"(?<![\w.-])(?P<name>{_SHOUTED},\s{_MIXED})(?!\w)")
_FIELD = re.compile(
    r"^[ \t]*(?:[Ff]ull |[Pp]rinted |[Pp]rint )?(?:[Nn]ame|NAME|[Rr]eporting [Pp]erson|[Pp]rincipal|[Gg]rantor"
    rf"|[Ii]nsider|[Ff]iler|[Uu]ndersigned)(?: of [\w ]{{3,30}}?)?[ \t]*:[ \t]*"
    rf"(?P<name>{_SURNAME}, {_GIVEN}{_SUFFIX})[ \t]*$",
    re.MULTILINE,
)
_FEWEST = 2  # rows or places that make an inversion; one alone may be a place


def inverted(text: str, start: int, end: int) -> list[Mention]:
    """The persons of text[start:end] whose surnames stand first; none where fewer than two lines begin so."""
    rows = [m for m in _ROW.finditer(text, start, end) if _is_name(m["name"])]
    return [_mention(m) for m in rows] if len(rows) >= _FEWEST else []


@lru_cache(maxsize=8)
def inversions(text: str) -> dict[int, Mention]:
    """The persons anywhere in a text whose surnames stand first, by where they begin."""
    found = [m for m in _FIELD.finditer(text) if _is_name(m["name"])]
    shouted = [m for m in _IN_CAPITALS.finditer(text) if _is_name(m["name"])]
    if len({fold(m["name"]) for m in shouted}) >= _FEWEST:
        found += shouted
    return {m.start("name"): _mention(m) for m in found}


def turned(name: str) -> str:
    """A name with its surname last: "Kenji SAITO" for "SAITO, Kenji"; as it is where it is not inverted."""
    surname, comma, given = name.partition(", ")
    words = surname.split()
    if not comma or not words or not cased(r"[A-Z][a-z]").match(given):
        return name
    if len(words) > 1 and not surname.isupper() and words[0].lower() not in _NOBLE:
        return name  # "Jane Doe, Esq."
    return name if given.split(",")[0].rstrip(".").lower() in NAME_SUFFIXES else f"{given} {surname}"


_NOBLE = frozenset("van von der den de la le del di da du ter al el bin st.".split())


def _mention(found: re.Match[str]) -> Mention:
    return Mention("person", fold(found["name"]), found.start("name"), found.end("name"))


def _is_name(name: str) -> bool:
    surname, _, given = name.partition(",")
    low = {surname.strip().lower(), given.strip().lower()}
    words = set(re.findall(r"[^\W\d_]{2,}", name.lower()))
    return not (words & (NOT_NAMES | LAW_FIRM_FORMS) or low & (CITIES | STATES.keys()))
