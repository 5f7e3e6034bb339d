"""Names in a list that puts surnames first: "Fairfax, Ulla B.", one a line, two lines at least."""

from __future__ import annotations

import re

from .mentions import Mention
from .tokens import fold
from .words import NOT_NAMES

_SURNAME = r"(?:(?:van|von|der|den|de|la|le|del|di|da|du|ter|al|el|bin|st\.|St\.) )*[A-Z][\w'-]+(?: [A-Z][\w'-]+)?"
_GIVEN = r"[A-Z][\w'-]+(?: (?:[A-Z]\.?|[A-Z][\w'-]+)){0,2}"
_ROW = re.compile(
    rf"^[ \t]*(?:\(?\w{{1,3}}[.)][ \t]+|[-*\u2022][ \t]+)?(?P<name>{_SURNAME}, {_GIVEN}(?:, (?:Jr\.|Sr\.|II|III))?)"
    r"(?= *(?:$|;|\t| {3}))",
    re.MULTILINE,
)
_FEWEST = 2  # rows that make a list; one alone may be a place


def inverted(text: str, start: int, end: int) -> list[Mention]:
    """The persons of text[start:end] whose surnames stand first; none where fewer than two lines begin so."""
    rows = [m for m in _ROW.finditer(text, start, end) if not _words(m["name"]) & NOT_NAMES]
    if len(rows) < _FEWEST:
        return []
    return [Mention("person", fold(m["name"]), m.start("name"), m.end("name")) for m in rows]


def _words(name: str) -> set[str]:
    return set(re.findall(r"[^\W\d_]{3,}", name.lower()))
