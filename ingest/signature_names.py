"""Names in signature lines: where one ends and the next begins, and what is no part of them."""

from __future__ import annotations

import re

from . import signature_words as words
from .extract.words import NAME_SUFFIXES
from .names import is_organization


def closed(text: str) -> str:
    """Without the bracket at the end that nothing in the text opened."""
    text = text.strip()
    return text.rstrip(" )") if text.count(")") > text.count("(") else text


def split_names(names: str) -> list[str]:
    """The names of those for whom somebody signs, each by itself, without what they are."""
    parts = words.BETWEEN_NAMES.split(names)
    out: list[str] = []
    for part in parts:
        word = part.strip(" ,.").lower().rstrip(".")
        if out and (word in NAME_SUFFIXES or words.FORM.fullmatch(word)):
            out[-1] += f", {part.strip(' ,')}"
        elif part := words.FOR_WHOM.sub("", words.HIMSELF_BEHIND.sub("", part.strip(" ,"))):
            out.append(trim(words.ROLE_OF.sub("", part.strip(" ,"))))
    out = [name for name in out if not words.NOBODY.match(name)] or out
    lengths = [len(re.sub(r"^the ", "", name, flags=re.IGNORECASE).split()) for name in out]
    company = is_organization(names.replace("&", "and"))  # "Mary & John Doe" are none
    if len(out) > 1 and (max(lengths) == 1 or (min(lengths) == 1 and company)):
        return [trim(names)]  # "Doe, John", "Procter and Gamble Co."
    if len(out) == 2 and lengths[0] == 1 and re.match(r"\w+, \w", names):
        return [trim(names)]  # "Doe, John Q."
    return _with_surname(out)


def _with_surname(names: list[str]) -> list[str]:
    """Persons of whom the last one bears the surname of all: "Mary and John Doe"."""
    surname = re.sub(r"^\S+ (?:[A-Z]\.? )*", "", names[-1]) if names and not is_organization(names[-1]) else ""
    shared = surname and len(names[-1].split()) > 1
    return [f"{name} {surname}" if shared and re.fullmatch(r"[A-Z][\w'-]*", name) else name for name in names]


def both(names: str) -> list[str]:
    """The persons of "Mary Roe and John Doe"."""
    parts = re.split(r"\s+(?:and|&)\s+", names)
    return [trim(name) for name in (parts if all(len(name.split()) > 1 for name in parts) else [names])]


def trim(name: str) -> str:
    """A name without what filers print around it, and once where they print it twice."""
    name = re.sub(
        r"^(?:the\s+)?(?:reporting (?:person|owner)s?|mr|ms|mrs|dr)\.?:?\s+(?=[A-Z])",
        "",
        name.strip(" ,;:*/-"),
        flags=re.IGNORECASE,
    )
    name = re.sub(r"\s+", " ", name).strip(" ,;:*/-|")
    half = name[: len(name) // 2]
    return half if half.casefold() + " " + half.casefold() == name.casefold() else name  # "/s/ Jane Roe Jane Roe"
