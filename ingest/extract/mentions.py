"""A name where it stands in a text: what the readers of names give to the readers of clauses."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from .patterns import cased

Kind = Literal["person", "organization", "title"]


@dataclass(frozen=True, slots=True)
class Mention:
    """A name where it stands. For an alias, `name` is the full name and `alias` is true."""

    kind: Kind
    name: str
    start: int
    end: int
    alias: bool = False


def same_organization(name: str) -> str:
    """A key that two printings of one name within one document share."""
    return cased(r"[\s.,'-]+").sub(" ", name.lower().replace("&", " and ")).removeprefix("the ").strip()
