"""A principal as read, and the list in which each stands once."""

from __future__ import annotations

from dataclasses import dataclass

from ..records import PartyType
from .mentions import same_organization
from .people import parts


@dataclass(frozen=True, slots=True)
class Principal:
    """A principal as read, with the place of the printing that was chosen."""

    name: str
    type: PartyType
    start: int
    end: int


def add(out: list[Principal], principal: Principal) -> None:
    """Add a principal who is not in the list yet, in whatever printing."""
    for known in out:
        if known.type == principal.type and (
            known.name.lower() == principal.name.lower()
            or (known.type == "person" and parts(known.name) == parts(principal.name))
        ):
            return
        if (
            known.type == "organization"
            and principal.type == "organization"
            and same_organization(known.name) == same_organization(principal.name)
        ):
            return
    out.append(principal)
