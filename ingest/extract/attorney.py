"""An attorney-in-fact as read, with the affiliation that the text gives, and the clause that names them."""

from __future__ import annotations

from dataclasses import dataclass, replace

from ..records import PartyType
from .mentions import Mention


@dataclass(frozen=True, slots=True)
class Attorney:
    """An attorney-in-fact as read: the name and where it stands, the affiliation and where that stands."""

    name: str
    type: PartyType
    start: int
    end: int
    affiliation: str | None = None
    affiliation_start: int = 0
    affiliation_end: int = 0
    titled: bool = False
    ours: bool = False  # whether the affiliation is the grantor's: "its Secretary"
    by_title: bool = False  # whether nothing but a title gives the affiliation


@dataclass(frozen=True, slots=True)
class Appointment:
    """The clause [start, end) and the attorneys it names."""

    start: int
    end: int
    attorneys: tuple[Attorney, ...]
    passive: bool = False


def joined(attorney: Attorney, org: Mention | None) -> Attorney:
    """The attorney with the organization where it is mentioned as affiliation; as it was where there is none."""
    return attorney if org is None else with_affiliation(attorney, org.name, org.start, org.end)


def with_affiliation(attorney: Attorney, name: str, start: int, end: int) -> Attorney:
    """The attorney with an affiliation and the slice that gives it."""
    return replace(attorney, affiliation=name, affiliation_start=start, affiliation_end=end)
