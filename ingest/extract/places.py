"""Places that look like the names of persons: towns before their state, streets behind their number."""

from __future__ import annotations

import re

from .tokens import Token
from .words import CITIES, STATES

# What follows a town in an address: its state and postcode, or the District.
OF_A_TOWN = re.compile(r",?\s+(?:[A-Z]{2}|[A-Z][a-z]+\.?(?: [A-Z][a-z]+)?)\s+\d{5}\b|,?\s+D\.\s?C\.")


def is_place(tokens: list[Token], first: int, last: int, name: str) -> bool:
    """Whether the words at tokens first to last, which look like a name, are a town, a state or a street."""
    if name.lower() in CITIES or name.lower() in STATES:
        return True
    if _POSTCODE.fullmatch(tokens[last].text):
        return True
    numbered = first > 0 and (tokens[first - 1].text.isdigit() or tokens[first - 1].low in _HOUSES)
    if (numbered and any(t.low in _STREETS for t in tokens[first : last + 1])) or tokens[first].text.rstrip(".") in (
        "NE",
        "NW",
        "SE",
        "SW",
        "N.E",
        "N.W",
        "S.E",
        "S.W",
    ):
        return True
    after = tokens[last + 1 : last + 4]
    if after and after[0].capital and after[0].low in _STREETS and numbered:
        return True  # "2210 Lake Wissota Drive"
    if len(after) > 1 and after[0].text == ",":
        two = f"{after[1].low} {after[2].low}" if len(after) > 2 else ""
        if after[1].capital and (after[1].low in STATES or two in STATES):
            before = tokens[first - 1].low if first else ""
            return before in ("of", "in", "at", ",") or (len(name.split()) <= 2 and "." not in name)
    return False


_POSTCODE = re.compile(r"[A-Z]{1,2}\d{1,2}[A-Z]?")  # of a British town: "London W11"

_HOUSES = frozenset("one two three four five six seven eight nine ten".split())
_STREETS = frozenset(
    "way street avenue road drive court square plaza terrace lane parkway boulevard place close crescent row gardens "
    "highway pike circle trail mews hill gate walk".split()
)
