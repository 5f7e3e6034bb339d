"""Papers for the tests of the audit, each made in one line: powers, what ends them, signatures, filings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from infact.ingest.authority import Ending, Line, Meant, Named, Power, ReportingOwner, Use
from infact.ingest.names import is_organization

ACME, ZEPHYR = "Acme Ferries, Inc.", "Zephyr Lines Corp."
ANN, BO, CY, DEE = "Ann Lee", "Bo Park", "Cy Dunn", "Dee Fox"
OWNER = "OAKES MARY T"
FIRM, FUND, GENERAL_PARTNER = "Thackeray & Pell LLP", "Quay Fund III, L.P.", "Quay Partners, LLC"


def person(name: str) -> Named:
    return Named(f"id/person/{name.lower()}", name)


def entity(name: str) -> Named:
    return Named(f"id/organization/{name.lower()}", name, "organization")


def office(name: str, of: str = ACME) -> Named:
    return Named(f"id/office/{name.lower()}|{of.lower()}", name, "office", entity(of))


def party(name: str) -> Named:
    return entity(name) if is_organization(name) else person(name)


def power(
    *attorneys: str | Named,
    on: str | None = "2014-03-01",
    by: str = "Mary T. Oakes",
    issuers: Sequence[str] = (ACME,),
    forms: str = "3 4 5",
    **more: object,
) -> Power:
    if isinstance(last := more.get("expires"), str):
        more["expires"] = (last, last)
    plain = Power(
        node=f"power of {on} by {by} about {' '.join(issuers)} to {attorneys[0] if attorneys else 'nobody'}",
        kind="power-of-attorney",
        accession=None,
        principals=(party(by),),
        attorneys=tuple(a if isinstance(a, Named) else party(a) for a in attorneys),
        issuers=tuple(map(entity, issuers)),
        forms=frozenset(forms.split()),
        ownership=True,
        together=1,
        substitution=False,
        executed=(on, on) if on else None,
        begins=(on, on) if on else None,
        expires=None,
        filed=None,
    )
    return replace(plain, **more)  # type: ignore[arg-type]


def ending(
    day: str,
    *attorneys: str,
    issuers: Sequence[str] = (ACME,),
    explicit: bool = True,
    forms: str = "",
    dates: Sequence[str] = (),
    **more: object,
) -> Ending:
    meant = Meant(
        dates=tuple((one, one) for one in dates),
        attorneys=tuple(map(party, attorneys)),
        issuers=tuple(map(entity, issuers)),
        forms=frozenset(forms.split()),
    )
    verdict = "revoked" if explicit else "superseded"
    plain = Ending(person("Mary Oakes"), (day, day), day, verdict, f"ending of {day}", meant)
    return replace(plain, **more)  # type: ignore[arg-type]


def line(
    signer: str | None, text: str = "", capacity: str | None = "attorney-in-fact", owner: str | None = OWNER,
    on: str | None = "2015-06-30", signed_for: Sequence[str] = (),
) -> Line:  # fmt: skip
    return Line(
        node=f"signature of {signer} for {owner}: {text}",
        text=text or f"/s/ {signer}",
        signer=party(signer) if signer else None,
        signed_for=tuple(map(party, signed_for)),
        capacity=capacity,
        days=(on, on) if on else None,
        owner=owner,
    )


def use(
    *lines: Line, owners: Sequence[str] = (OWNER,), form: str = "4", issuer: str = ACME, former: Sequence[str] = ()
) -> Use:
    about = replace(entity(issuer), former=tuple(former))
    return Use("filing", "0000000001-15-000001", form, "2015-07-01", about,
               tuple(ReportingOwner(name, party(name)) for name in owners), lines)  # fmt: skip


@dataclass(frozen=True)
class Case:
    """A filing with the papers beside it; `near` is the verdict that one fact more or less would give."""

    what: str
    verdict: str
    filing: Use
    powers: tuple[Power, ...] = ()
    endings: tuple[Ending, ...] = ()
    titles: tuple[tuple[str, str], ...] = ()
    near: str | None = None
