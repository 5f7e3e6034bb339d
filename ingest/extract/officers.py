"""Affiliations that nothing but a title gives: of the organization for which one signs, else of the one issuer."""

from __future__ import annotations

from dataclasses import replace

from .attorney import Attorney, with_affiliation
from .clauses import Found
from .patterns import rx
from .people import parts
from .signers import Signed


def by_title(
    attorneys: tuple[Attorney, ...], signed: list[Signed], issuer_names: list[Found], grantor: Found | None
) -> tuple[Attorney, ...]:
    """A title gives an affiliation: the organization for which an attorney signs, else the grantor's or one issuer's.

    Args:
        attorneys: The attorneys.
        signed: The signatures.
        issuer_names: The issuers.
        grantor: The organization that grants, where no one else does.
    """
    attorneys = tuple(_as_officer(a, signed) if a.affiliation is None else a for a in attorneys)
    if grantor is not None:  # "its Secretary": of whom signs, and not of whom the text names last
        place = (grantor.value, grantor.start, grantor.end)
        attorneys = tuple(with_affiliation(a, *place) if a.ours else a for a in attorneys)
    elif len(issuer_names) != 1:
        return attorneys
    issuer = grantor or issuer_names[0]
    return tuple(
        replace(with_affiliation(a, issuer.value, issuer.start, issuer.end), by_title=True)
        if a.affiliation is None and _of_the_company(a, signed)
        else a
        for a in attorneys
    )


def _as_officer(attorney: Attorney, signed: list[Signed]) -> Attorney:
    """The attorney with the organization as whose officer, manager or partner he signs the instrument himself."""
    for s in signed:
        if parts(s.name) != parts(attorney.name):
            continue
        if s.part == "attorney" and s.employer is not None:
            place = s.employer
            return replace(with_affiliation(attorney, place.name, place.start, place.end), by_title=True)
        if s.part != "principal" or not s.title or not s.chain:
            continue
        if (s.stacked == 1 or s.chain[s.stacked :]) and not _FIDUCIARY.search(s.title):
            org = s.chain[-1]
            return replace(with_affiliation(attorney, org.name, org.start, org.end), by_title=True)
    return attorney


_FIDUCIARY = rx(r"\btrustee|\bexecut(?:or|rix)|\bguardian|\bcustodian")  # no office in an organization

_COMPANY_TITLE = rx(r"\b(?:president|officer|secretary|treasurer|counsel|controller|chairman|chief)\b")


def _of_the_company(attorney: Attorney, signed: list[Signed]) -> bool:
    if attorney.type == "office" or (attorney.type == "person" and attorney.titled):
        return True
    mine = (s for s in signed if s.part == "principal" and s.title and parts(s.name) == parts(attorney.name))
    return any(_COMPANY_TITLE.search(s.title or "") for s in mine)
