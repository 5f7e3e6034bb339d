"""What the audit asks about: powers, their endings, and filings with their signatures, with canonical parties.

Made from a document's facts once identity is settled. Days are ISO strings, forms and kinds are notations.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ..ontology import terms
from .facts import DocumentFacts, Mention

_ORGANIZATION, _OFFICE = "/organization/", "/office/"


@dataclass(frozen=True, slots=True)
class Named:
    """A party: its entity, how it is printed here, and for an attorney the organization that stands beside the name."""

    entity: str
    name: str
    type: str = "person"
    firm: str | None = None
    firm_name: str | None = None


@dataclass(frozen=True, slots=True)
class Power:
    """An instrument as far as the audit goes; days are ISO, `forms` are notations.

    Attributes:
        node: The instrument.
        accession: The filing with which it came, where that is known.
        begins: The earliest and the latest day on which it can have begun; None when it carries no date.
        filed: The day by which it was on file.
        issuers: Those that it names itself; none means any.
        ownership: Whether it reaches reports under Section 16.
    """

    node: str
    kind: str
    accession: str | None
    principals: tuple[Named, ...]
    attorneys: tuple[Named, ...]
    issuers: tuple[Named, ...]
    forms: frozenset[str]
    ownership: bool
    joint: bool
    substitution: bool
    begins: tuple[str, str] | None
    expires: str | None
    filed: str | None


@dataclass(frozen=True, slots=True)
class Ending:
    """A principal ends authority on a day: for these attorneys and issuers, or, where none are named, for all."""

    principal: Named
    day: str
    attorneys: tuple[Named, ...]
    issuers: tuple[Named, ...]
    explicit: bool
    node: str


@dataclass(frozen=True, slots=True)
class Line:
    """One signature, read. `owner` is the node of the owner that it was matched to."""

    node: str
    text: str
    signer: Named | None
    signed_for: tuple[Named, ...] = ()
    capacity: str | None = None
    day: str | None = None
    owner: str | None = None


@dataclass(frozen=True, slots=True)
class ReportingOwner:
    """A reporting owner; `name` of a party that is a person is in EDGAR's order."""

    node: str
    party: Named


@dataclass(frozen=True, slots=True)
class Use:
    """A filing: what was signed, by whom, for whom. `form` is without its "/A"."""

    node: str
    accession: str | None
    form: str | None
    filed: str | None
    issuer: Named | None
    owners: tuple[ReportingOwner, ...]
    lines: tuple[Line, ...]


def party(mention: Mention, entities: Mapping[str, str], firm: Mention | None = None) -> Named:
    """A mention with its entity; the entity's IRI says of which type it is."""
    entity = entities[mention.node]
    type_ = "organization" if _ORGANIZATION in entity else "office" if _OFFICE in entity else "person"
    return Named(entity, mention.name, type_, entities[firm.node] if firm else None, firm.name if firm else None)


def powers(facts: DocumentFacts, entities: Mapping[str, str]) -> Iterator[Power]:
    """The instruments of a document that confer authority."""
    for instrument in facts.instruments:
        if instrument.kind == "revocation":
            continue
        begins = (instrument.effective, instrument.effective) if instrument.effective else instrument.executed
        yield Power(
            node=instrument.node,
            kind=instrument.kind,
            accession=facts.accession,
            principals=tuple(party(mention, entities) for mention in instrument.principals),
            attorneys=tuple(party(a.mention, entities, a.affiliation) for a in instrument.attorneys),
            issuers=tuple(party(mention, entities) for mention in instrument.issuers),
            forms=frozenset(form.rpartition("/")[2] for form in instrument.forms),
            ownership=terms.concept("scope", "section16") in instrument.scope,
            joint=terms.concept("authority", "joint") in instrument.authority,
            substitution=instrument.substitution,
            begins=begins,
            expires=instrument.expires,
            filed=facts.filed,
        )


def endings(facts: DocumentFacts, entities: Mapping[str, str]) -> Iterator[Ending]:
    """What a document ends: for each principal a revocation, or a power that revokes earlier ones."""
    for instrument in facts.instruments:
        day = instrument.effective or (instrument.executed[1] if instrument.executed else None)
        explicit = instrument.kind == "revocation"
        if day is None or not (explicit or instrument.revokes_prior):
            continue
        attorneys = tuple(party(a.mention, entities) for a in instrument.attorneys) if explicit else ()
        issuers = tuple(party(mention, entities) for mention in instrument.issuers)
        for principal in instrument.principals:
            yield Ending(party(principal, entities), day, attorneys, issuers, explicit, instrument.node)


def use(facts: DocumentFacts, entities: Mapping[str, str]) -> Use | None:
    """The filing of a document with its signatures; None where there is no filing."""
    filing = facts.filing
    if filing is None:
        return None
    return Use(
        node=filing.node,
        accession=filing.accession,
        form=filing.form,
        filed=filing.filed,
        issuer=party(filing.issuer, entities) if filing.issuer else None,
        owners=tuple(ReportingOwner(mention.node, party(mention, entities)) for mention in filing.owners),
        lines=tuple(
            Line(
                node=signature.node,
                text=signature.text,
                signer=party(signature.signer, entities) if signature.signer else None,
                signed_for=tuple(party(mention, entities) for mention in signature.signed_for),
                capacity=signature.capacity,
                day=signature.day,
                owner=signature.owner,
            )
            for signature in filing.signatures
        ),
    )


def titles(facts: DocumentFacts, entities: Mapping[str, str]) -> Iterator[tuple[str, str, str]]:
    """Owners who hold a title at the filing's issuer: entity, issuer and title."""
    filing = facts.filing
    if filing is not None and filing.issuer is not None:
        for owner, title in zip(filing.owners, filing.titles, strict=True):
            if title:
                yield entities[owner.node], entities[filing.issuer.node], title
