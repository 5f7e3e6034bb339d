"""What the audit asks about: powers, their endings, and filings with their signatures, with canonical parties.

Made from a document's facts once identity is settled. Days are ISO strings, forms and kinds are notations. What a
filing is made of has no slots, as in `facts`: it waits on disk as well.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from ..ontology import terms
from . import iris, together
from .facts import Days, DocumentFacts, InstrumentFacts, Mention, ReferenceFacts

_ORGANIZATION, _OFFICE = "/organization/", "/office/"
_SECTION_16, _JOINT = terms.concept("scope", "section16"), terms.concept("authority", "joint")
_WHILE_EMPLOYED = terms.concept("term-condition", "while-employed")


@dataclass(frozen=True)
class Named:
    """A party: its entity, how it is printed here; an attorney's organization; an issuer's earlier names."""

    entity: str
    name: str
    type: str = "person"
    firm: Named | None = None
    former: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Grant:
    """What an instrument says of when, and for which forms, it gives authority; `forms` are notations.

    Attributes:
        node: The instrument.
        executed: When it was executed; None when it carries no date.
        begins: From when it holds: it cannot hold before it is executed.
        expires: Its own last day, which still counts.
        filed: The day by which it was on file.
        ownership: Whether it reaches reports under Section 16.
        while_employed: Whether it ends with an office or an employment.
    """

    node: str
    forms: frozenset[str]
    ownership: bool
    executed: Days | None
    begins: Days | None
    expires: Days | None
    filed: str | None
    while_employed: bool = False

    @property
    def since(self) -> str:
        """The latest day on which it can have been made; "" where nothing tells."""
        return self.executed[1] if self.executed else self.begins[1] if self.begins else self.filed or ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Power(Grant):
    """An instrument as far as the audit goes.

    Attributes:
        accession: The filing with which it came, where that is known.
        issuers: Those that it names itself; none means any.
        together: How many of its attorneys must act together; 1 where each may act alone, None where the text says
            only that they act jointly.
        refers_to: Dates of the instruments that it refers to; a substitution may name the power under which it is made.
        limits: What it excludes, as worded.
        together_for: The forms for which they must; none means all.
        handed_on: Of a substitution, whose powers it hands on, as printed; none means all that its attorney holds.
    """

    kind: str
    accession: str | None
    principals: tuple[Named, ...]
    attorneys: tuple[Named, ...]
    issuers: tuple[Named, ...]
    together: int | None
    substitution: bool
    refers_to: tuple[Days, ...] = ()
    limits: tuple[str, ...] = ()
    handed_on: tuple[str, ...] = ()
    together_for: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Meant:
    """Which authority a paper speaks of: by the dates of powers, by attorneys, issuers, forms; none named means any."""

    dates: tuple[Days, ...] = ()
    attorneys: tuple[Named, ...] = ()
    issuers: tuple[Named, ...] = ()
    forms: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Ending:
    """A paper of a principal ends authority, or reports its end: what is meant, without what is kept.

    Attributes:
        begins: The earliest and the latest day on which that can have happened.
        made: The latest day on which the paper can have been made; what was granted later it does not mean.
        verdict: `revoked`; `superseded` by a later power that revokes earlier ones; `expired`, as a paper reports.
        ownership: Whether it reaches reports under Section 16 where it names no form.
    """

    principal: Named
    begins: Days
    made: str
    verdict: str
    node: str
    meant: Meant = Meant()
    kept: tuple[Meant, ...] = ()
    ownership: bool = True


@dataclass(frozen=True)
class Line:
    """One signature, read, with the days on which it can have been made; `owner` is the node of its matched owner."""

    node: str
    text: str
    signer: Named | None
    signed_for: tuple[Named, ...] = ()
    capacity: str | None = None
    days: Days | None = None
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
    """A mention with its entity."""
    return named(entities[mention.node], mention.name, mention.former, party(firm, entities) if firm else None)


def named(entity: str, name: str, former: tuple[str, ...] = (), firm: Named | None = None) -> Named:
    """An entity under a name; its IRI says of which type it is."""
    type_ = "organization" if _ORGANIZATION in entity else "office" if _OFFICE in entity else "person"
    return Named(entity, name, type_, firm, former)


def grant(instrument: InstrumentFacts, filed: str | None) -> Grant:
    """What an instrument says of when, and for which forms, it gives authority; `filed` is the day by which it was."""
    return Grant(**_said(instrument, filed))


def _said(instrument: InstrumentFacts, filed: str | None) -> dict[str, Any]:
    return {
        "node": instrument.node,
        "forms": _notations(instrument.forms),
        "ownership": _SECTION_16 in instrument.scope,
        "executed": instrument.executed,
        "begins": _begins(instrument),
        "expires": instrument.expires,
        "filed": filed,
        "while_employed": _WHILE_EMPLOYED in instrument.terms,
    }


def powers(facts: DocumentFacts, entities: Mapping[str, str]) -> Iterator[Power]:
    """The instruments of a document that confer authority."""
    for instrument in facts.instruments:
        if instrument.kind == "revocation":
            continue
        joint = _JOINT in instrument.authority and len(instrument.attorneys) > 1
        yield Power(
            **_said(instrument, facts.filed),
            kind=instrument.kind,
            accession=facts.accession,
            principals=tuple(party(mention, entities) for mention in instrument.principals),
            attorneys=tuple(party(a.mention, entities, a.affiliation) for a in instrument.attorneys),
            issuers=tuple(party(mention, entities) for mention in instrument.issuers),
            together=together.needed(instrument.manner, instrument.limits, len(instrument.attorneys)) if joint else 1,
            substitution=instrument.substitution,
            refers_to=tuple(one.executed for one in instrument.references if one.executed),
            together_for=together.forms(instrument.manner),
            handed_on=tuple(one.principal for one in instrument.references if one.principal),
            limits=instrument.limits,
        )


def endings(facts: DocumentFacts, entities: Mapping[str, str]) -> Iterator[Ending]:
    """What a document ends, for each principal: by a revocation, by a power that revokes earlier ones, by a report."""
    for instrument in facts.instruments:
        begins, explicit = _ends_on(instrument, facts), instrument.kind == "revocation"
        if begins is None:
            continue
        made = (instrument.executed or begins)[1]
        kept = tuple(_meant(one) for one in instrument.references if one.kind == "keeps")
        out = tuple(party(a.mention, entities) for a in instrument.attorneys) if explicit else ()
        for principal in instrument.principals:
            grantor = party(principal, entities)
            for meant, ownership, day in _undone(instrument, entities):
                verdict = "revoked" if explicit else "superseded"
                from_ = _later(day, begins) if day else begins
                yield Ending(grantor, from_, made, verdict, instrument.node, meant, kept, ownership)
            for one in instrument.references:
                if one.kind == "ended" and one.ended is not None:
                    meant = _meant(one)
                    meant = replace(
                        meant, attorneys=meant.attorneys or out
                    )  # "my employment ended", an attorney writes
                    yield Ending(grantor, one.ended, one.ended[1], "expired", instrument.node, meant)


def undated_endings(facts: DocumentFacts, entities: Mapping[str, str]) -> int:
    """How many instruments of a document take authority back, and do not tell when; they end nothing."""
    return sum(_ends_on(one, facts) is None and any(True for _ in _undone(one, entities)) for one in facts.instruments)


def _ends_on(instrument: InstrumentFacts, facts: DocumentFacts) -> Days | None:
    """When an instrument ends what it takes back; a revocation without a date did so by the day of its filing."""
    if instrument.kind == "revocation" and facts.filed:
        return _begins(instrument) or ("0001-01-01", facts.filed)
    return _begins(instrument)


def _undone(instrument: InstrumentFacts, entities: Mapping[str, str]) -> Iterator[tuple[Meant, bool, Days | None]]:
    """What an instrument takes back, whether that reaches reports under Section 16 where no form is named, from when.

    A revocation means those whom it names, a later power what it is about itself; where the words that take back name
    attorneys, issuers or forms of their own, they mean those.
    """
    explicit = instrument.kind == "revocation"
    attorneys = tuple(party(a.mention, entities) for a in instrument.attorneys) if explicit else ()
    issuers = tuple(party(mention, entities) for mention in instrument.issuers)
    whole = Meant((), attorneys, issuers, _notations(instrument.forms))
    section16 = _SECTION_16 in instrument.scope
    said = [
        (_meant(one), one.ended)
        for one in instrument.references
        if one.kind in ("revokes", "supersedes") and not (one.executed and one.executed == instrument.executed)
    ]
    dated = tuple(day for one, ended in said if not (_limited(one) or ended) for day in one.dates)
    if dated or (not said and (explicit or instrument.revokes_prior)):
        yield replace(whole, dates=dated), section16, None
    for one, ended in said:
        if _limited(one) or ended:
            meant = Meant(
                one.dates, one.attorneys or whole.attorneys, one.issuers or whole.issuers, one.forms or whole.forms
            )
            yield meant, section16 and not one.forms, ended


def _limited(meant: Meant) -> bool:
    """Whether a paper names attorneys, issuers or forms beside the powers that it means."""
    return bool(meant.attorneys or meant.issuers or meant.forms)


def _meant(reference: ReferenceFacts) -> Meant:
    """What a reference means; the names in it are compared as they are printed."""
    return Meant(
        (reference.executed,) if reference.executed else (),
        tuple(Named(f"printed:{name}", name) for name in reference.attorneys),
        tuple(Named(f"printed:{name}", name, "organization") for name in reference.issuers),
        _notations(reference.forms),
    )


def _notations(forms: Iterable[str]) -> frozenset[str]:
    return frozenset(map(iris.notation, forms))


def _begins(instrument: InstrumentFacts) -> Days | None:
    """From when an instrument holds: its effective date, though not before its execution."""
    if instrument.effective is None or instrument.executed is None:
        return instrument.effective or instrument.executed
    return _later(instrument.effective, instrument.executed)


def _later(one: Days, other: Days) -> Days:
    return max(one[0], other[0]), max(one[1], other[1])


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
                days=signature.days,
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
                yield Title(signer, party(mention, entities), behind, signature.days[1] if signature.days else day)
