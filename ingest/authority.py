"""What the audit asks about: powers, their endings, and filings with their signatures, with canonical parties.

Made from a document's facts once identity is settled. Days are ISO strings, forms and kinds are notations. What a
filing is made of has no slots, as in `facts`: it waits on disk as well.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ..ontology import terms
from .facts import DocumentFacts, InstrumentFacts, Mention

_ORGANIZATION, _OFFICE = "/organization/", "/office/"
_SECTION_16, _JOINT = terms.concept("scope", "section16"), terms.concept("authority", "joint")
_NUMBERS = tuple(
    (
        number,
        re.compile(
            rf"\b(?:any|at least|by|of any|with) (?:any )?{word}\b|\b{word} (?:signatures|of (?:them|the|whom)|acting)"
        ),
    )
    for number, word in ((2, "two"), (3, "three"), (4, "four"))
)


@dataclass(frozen=True)
class Named:
    """A party: its entity, how it is printed here; an attorney's organization; an issuer's earlier names."""

    entity: str
    name: str
    type: str = "person"
    firm: Named | None = None
    former: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Power:
    """An instrument as far as the audit goes; days are ISO, `forms` are notations.

    Attributes:
        node: The instrument.
        accession: The filing with which it came, where that is known.
        executed: The earliest and the latest day on which it can have been executed; None when it carries no date.
        begins: The same for the day from which it holds: it cannot hold before it is executed.
        filed: The day by which it was on file.
        issuers: Those that it names itself; none means any.
        ownership: Whether it reaches reports under Section 16.
        together: How many of its attorneys must act together; 1 where each may act alone, None where the text says
            only that they act jointly.
        refers_to: Dates of the instruments that it refers to; a substitution may name the power under which it is made.
        limits: What it excludes, as worded.
    """

    node: str
    kind: str
    accession: str | None
    principals: tuple[Named, ...]
    attorneys: tuple[Named, ...]
    issuers: tuple[Named, ...]
    forms: frozenset[str]
    ownership: bool
    together: int | None
    substitution: bool
    executed: tuple[str, str] | None
    begins: tuple[str, str] | None
    expires: str | None
    filed: str | None
    refers_to: tuple[tuple[str, str], ...] = ()
    limits: tuple[str, ...] = ()

    @property
    def since(self) -> str:
        """The latest day on which it can have been made; "" where nothing tells."""
        return self.executed[1] if self.executed else self.begins[1] if self.begins else self.filed or ""


@dataclass(frozen=True, slots=True)
class Ending:
    """A principal ends authority: for these attorneys, issuers and forms, or, where none are named, for all.

    Attributes:
        begins: The earliest and the latest day on which that can have happened.
        explicit: A revocation; else a later power that revokes earlier ones.
        refers_to: Dates of the instruments that it ends; none means all earlier ones.
    """

    principal: Named
    begins: tuple[str, str]
    attorneys: tuple[Named, ...]
    issuers: tuple[Named, ...]
    explicit: bool
    node: str
    forms: frozenset[str] = frozenset()
    ownership: bool = True
    refers_to: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
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
class Title:
    """Somebody is shown in an organization, with a title or without, on a day ("" where no day is known)."""

    holder: Named
    organization: Named
    title: str
    day: str


@dataclass(frozen=True)
class ReportingOwner:
    """A reporting owner; `name` of a party that is a person is in EDGAR's order."""

    node: str
    party: Named


@dataclass(frozen=True)
class Use:
    """A filing: what was signed, by whom, for whom. `form` is without its "/A"; `period` is what it reports on."""

    node: str
    accession: str | None
    form: str | None
    filed: str | None
    issuer: Named | None
    owners: tuple[ReportingOwner, ...]
    lines: tuple[Line, ...]
    period: str | None = None
    amendment: bool = False


def party(mention: Mention, entities: Mapping[str, str], firm: Mention | None = None) -> Named:
    """A mention with its entity; the entity's IRI says of which type it is."""
    entity = entities[mention.node]
    type_ = "organization" if _ORGANIZATION in entity else "office" if _OFFICE in entity else "person"
    return Named(entity, mention.name, type_, party(firm, entities) if firm else None, mention.former)


def powers(facts: DocumentFacts, entities: Mapping[str, str]) -> Iterator[Power]:
    """The instruments of a document that confer authority."""
    for instrument in facts.instruments:
        if instrument.kind == "revocation":
            continue
        yield Power(
            node=instrument.node,
            kind=instrument.kind,
            accession=facts.accession,
            principals=tuple(party(mention, entities) for mention in instrument.principals),
            attorneys=tuple(party(a.mention, entities, a.affiliation) for a in instrument.attorneys),
            issuers=tuple(party(mention, entities) for mention in instrument.issuers),
            forms=_forms(instrument),
            ownership=_SECTION_16 in instrument.scope,
            together=_together(instrument),
            substitution=instrument.substitution,
            executed=instrument.executed,
            begins=_begins(instrument),
            expires=instrument.expires,
            filed=facts.filed,
            refers_to=instrument.refers_to,
            limits=instrument.limits,
        )


def endings(facts: DocumentFacts, entities: Mapping[str, str]) -> Iterator[Ending]:
    """What a document ends: for each principal a revocation, or a power that revokes earlier ones."""
    for instrument in facts.instruments:
        begins, explicit = _begins(instrument), instrument.kind == "revocation"
        if begins is None and explicit and facts.filed:
            begins = ("0001-01-01", facts.filed)
        if begins is None or not (explicit or instrument.revokes_prior):
            continue
        for principal in instrument.principals:
            yield Ending(
                principal=party(principal, entities),
                begins=begins,
                attorneys=tuple(party(a.mention, entities) for a in instrument.attorneys) if explicit else (),
                issuers=tuple(party(mention, entities) for mention in instrument.issuers),
                explicit=explicit,
                node=instrument.node,
                forms=_forms(instrument),
                ownership=_SECTION_16 in instrument.scope,
                refers_to=tuple(dates for dates in instrument.refers_to if dates != instrument.executed),
            )


def _forms(instrument: InstrumentFacts) -> frozenset[str]:
    return frozenset(form.rpartition("/")[2] for form in instrument.forms)


def _begins(instrument: InstrumentFacts) -> tuple[str, str] | None:
    """From when an instrument holds: its effective date, though not before its execution."""
    effective = (instrument.effective, instrument.effective) if instrument.effective else None
    if effective is None or instrument.executed is None:
        return effective or instrument.executed
    return max(effective[0], instrument.executed[0]), max(effective[1], instrument.executed[1])


def _together(instrument: InstrumentFacts) -> int | None:
    """How many must act together: as many as the text says, all where it says nothing but that."""
    if _JOINT not in instrument.authority or len(instrument.attorneys) < 2:
        return 1
    words = " ".join((*instrument.manner, *instrument.limits)).casefold()
    if not words:
        return None
    for number, pattern in _NUMBERS:
        if pattern.search(words):
            return min(number, len(instrument.attorneys))
    return len(instrument.attorneys)


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
        period=filing.period,
        amendment=filing.amendment,
    )


def titles(facts: DocumentFacts, entities: Mapping[str, str]) -> Iterator[Title]:
    """Who holds which title: owners at the filing's issuer, and who signs for an entity with a title or without."""
    filing = facts.filing
    if filing is None:
        return
    day = filing.filed or ""
    if filing.issuer is not None:
        issuer = party(filing.issuer, entities)
        for owner, title in zip(filing.owners, filing.titles, strict=True):
            if title:
                yield Title(party(owner, entities), issuer, title, day)
    for signature in filing.signatures:
        if signature.capacity == "entity-officer" and signature.signer is not None and signature.signed_for:
            signer = party(signature.signer, entities)
            behind = signature.text.partition(signature.signer.name)[2]
            for mention in signature.signed_for[-1:]:
                yield Title(signer, party(mention, entities), behind, signature.day or day)
