"""Units of resolution: the mentions of one printed name in one document, and what stands around them.

A document names a person, organization or office by one printed name in several places; those mentions are one unit
and are never parted. A unit carries what can join it to others or keep it apart: CIKs, issuers, firms, the people
beside it, years, and the lists in which it stands. A list ("slot") names each of its members once, so two names of one
list are two parties. `in_documents` makes them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from sys import intern
from typing import Literal

from . import organizations, persons

Kind = Literal["person", "organization", "office"]


@dataclass(slots=True)
class Unit:
    """The mentions of one name in one document. `key` is unique, and orders units whatever order documents come in.

    A corpus has as many as it has names in documents, so they are held in tuples, which are sorted where no order is
    said, and share their texts.

    Attributes:
        key: The document's key and the folded name.
        kind: What the name names.
        fold: The folded name.
        printed: The name as first printed here, and whether its source prints surnames first.
        mentions: The mentions' nodes, with the role of each.
        cik: The CIK that the document states for it, at the mentions in `stating`.
        given_cik: A CIK that the document states for one whose name agrees with this one.
        issuers: Units (by key) of the issuers that it is about; `firms` likewise, of the firms with which it is shown.
        address: The CIK in the address of the document.
        people: Units of the other persons in its instruments.
        bodies: Units of the organizations that grant or hold authority in them.
        slots: The lists in which it stands beside another one.
        year: The years of its document, first and last.
        former: Names that the filing's header gives as former ones.
        law_firm: Whether it is named as a law firm; `issuer` likewise.
        organization: For an office, the unit of its organization.
        words: Under which it is looked for wherever it stands: an organization's name, a person beside others.
    """

    key: str
    kind: Kind
    fold: str
    printed: str
    edgar: bool
    mentions: tuple[tuple[str, str, str], ...]
    cik: str | None
    stating: tuple[str, ...]
    given_cik: str | None
    issuers: tuple[str, ...]
    issuer_ciks: tuple[str, ...]
    firms: tuple[str, ...]
    address: str | None
    people: tuple[str, ...]
    bodies: tuple[str, ...]
    slots: tuple[str, ...]
    year: tuple[int, int] | None
    former: tuple[str, ...]
    law_firm: bool
    issuer: bool
    organization: str | None
    words: tuple[str, ...]

    @property
    def person_name(self) -> persons.PersonName:
        """Its name in normal form, for a person."""
        return persons.person_name(self.printed, edgar=self.edgar)

    @property
    def organization_name(self) -> organizations.OrganizationName:
        """Its name in normal form, for an organization, with the former names that a header gives beside it."""
        return organizations.with_former(organizations.organization_name(self.printed), sorted(self.former))

    @property
    def document(self) -> str:
        """The key of its document, or of what a data set holds of one issuer."""
        return self.key.partition(" ")[0]


@dataclass(slots=True)
class Draft:
    """A unit in the making: see there."""

    key: str
    kind: Kind
    fold: str
    printed: str
    edgar: bool
    mentions: dict[tuple[str, str, str], None] = field(default_factory=dict)
    cik: str | None = None
    stating: set[str] = field(default_factory=set)
    given_cik: str | None = None
    issuers: set[str] = field(default_factory=set)
    issuer_ciks: set[str] = field(default_factory=set)
    firms: set[str] = field(default_factory=set)
    address: str | None = None
    people: set[str] = field(default_factory=set)
    bodies: set[str] = field(default_factory=set)
    slots: set[str] = field(default_factory=set)
    year: tuple[int, int] | None = None
    former: set[str] = field(default_factory=set)
    law_firm: bool = False
    issuer: bool = False
    organization: str | None = None

    def add(self, other: Draft) -> None:
        """Take what another filing of the same issuer says of the same name."""
        self.mentions |= other.mentions
        for name in ("stating", "issuers", "issuer_ciks", "firms", "people", "bodies", "slots", "former"):
            if more := getattr(other, name):
                getattr(self, name).update(more)
        self.given_cik = self.given_cik or other.given_cik
        if other.year:
            mine = self.year or other.year
            self.year = min(other.year[0], mine[0]), max(other.year[1], mine[1])

    def done(self, share: Mapping[str, str]) -> Unit:
        """The unit; `share` has the keys of the units around it."""

        def held(keys: set[str]) -> tuple[str, ...]:
            return tuple([share.get(key, key) for key in sorted(keys)]) if keys else ()

        return Unit(
            key=self.key,
            kind=self.kind,
            fold=self.fold,
            printed=self.printed,
            edgar=self.edgar,
            mentions=tuple(self.mentions),
            cik=self.cik,
            stating=held(self.stating),
            given_cik=self.given_cik,
            issuers=held(self.issuers),
            issuer_ciks=held(self.issuer_ciks),
            firms=held(self.firms),
            address=self.address,
            people=held(self.people),
            bodies=held(self.bodies),
            slots=held(self.slots),
            year=_shared_years(self.year),
            former=held(self.former),
            law_firm=self.law_firm,
            issuer=self.issuer,
            organization=self.organization,
            words=self._words(),
        )

    def _words(self) -> tuple[str, ...]:
        if self.kind == "person":
            return tuple(map(intern, persons.coarse(persons.person_name(self.printed, edgar=self.edgar))))
        if self.kind == "organization":
            name = organizations.organization_name(self.printed)
            return tuple(sorted(organizations.rare_keys([organizations.with_former(name, sorted(self.former))])))
        return ()


@lru_cache(maxsize=4096)
def _shared_years(years: tuple[int, int] | None) -> tuple[int, int] | None:
    return years


def by_kind(found: list[Unit]) -> dict[Kind, list[Unit]]:
    """Units parted by kind, their order kept."""
    out: dict[Kind, list[Unit]] = defaultdict(list)
    for unit in found:
        out[unit.kind].append(unit)
    return out
