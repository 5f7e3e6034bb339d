"""A reading to N-Quads: what one document says, in its own named graph, as docs/model.md lays it down.

Callers may rely on: the same reading gives the same lines in the same order, no line comes twice, nothing is a blank
node, and every node of the graph begins with the document's own IRI, so that no triple can stand in two documents.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Protocol

from ..common.errors import RecordError
from . import iris
from .nquads import boolean, decimal, iri
from .records import Filing, Instrument, Party, Record, Signature
from .selectors import Exhibits, evidence
from .statements import ORG, PROV, RDF_TYPE, Statements, term

_CLASSES = {
    "power-of-attorney": "PowerOfAttorney",
    "confirming-statement": "ConfirmingStatement",
    "substitution": "Substitution",
    "revocation": "Revocation",
}
_DERIVED_FROM = f"<{PROV}wasDerivedFrom>"


class Reading(Protocol):
    """What `quads` needs of a reading (`read.Reading` is one).

    Attributes:
        record: What the source says.
        texts: Name of each exhibit -> its normalised text; empty for a record line.
        sha256: Hex digits over the source's bytes.
        size: Number of those bytes.
        key: The document's key (see `iris.document_key`).
    """

    @property
    def record(self) -> Record: ...  # noqa: D102
    @property
    def texts(self) -> Mapping[str, str]: ...  # noqa: D102
    @property
    def sha256(self) -> str: ...  # noqa: D102
    @property
    def size(self) -> int: ...  # noqa: D102
    @property
    def key(self) -> str: ...  # noqa: D102


def quads(reading: Reading, version: str) -> Iterator[bytes]:
    """The lines of a document's graph.

    Args:
        reading: What was read.
        version: The version of infact that read it; part of the provenance.

    Raises:
        RecordError: The record contradicts itself or its text (a quote that is not its slice, a date that no calendar
            has); the message names the document.
    """
    try:
        return _document(reading, version).lines()
    except RecordError as error:
        where = f"{reading.record.document}, {error.where}" if error.where else reading.record.document
        raise RecordError(error.what, where=where, remedy=error.remedy) from error


def _document(reading: Reading, version: str) -> Statements:
    record, base = reading.record, iris.document(reading.key)
    out, node = Statements(iris.document_graph(reading.key)), f"<{base}>"
    out.a(node, "SourceDocument")
    out.text(node, "fileName", record.document)
    out.text(node, "sha256", reading.sha256)
    out.count(node, term("byteSize"), reading.size)
    if record.uri is not None:
        out.add(node, term("sourceUri"), iri(record.uri))
    out.text(node, "principalCik", record.cik)
    out.text(node, "issuerCik", record.issuer_cik)
    out.text(node, "pathCik", record.path_cik)
    out.day(node, "filedOn", record.filed)
    activity = f"<{base}/reading>"
    out.a(activity, "Reading")
    out.add(activity, f"<{PROV}used>", node)
    out.add(activity, f"<{PROV}wasAssociatedWith>", f"<{iris.software(version)}>")
    exhibits = Exhibits(base, reading.texts)
    for name, text in reading.texts.items():
        exhibit = f"<{exhibits.node(name)}>"
        out.a(exhibit, "ExhibitText")
        out.add(exhibit, _DERIVED_FROM, node)
        out.count(exhibit, term("characters"), len(text))
    if record.filing is not None:
        _filing(out, base, record.filing, len(record.instruments))
    for number, instrument in enumerate(record.instruments, 1):
        _instrument(out, base, f"{base}/instrument/{number}", instrument)
        evidence(out, exhibits, instrument, f"{base}/instrument/{number}")
        if instrument.evidence and not reading.texts:
            out.add(f"<{exhibits.node(exhibits.name(instrument.exhibit))}>", _DERIVED_FROM, node)
    return out


def _mention(
    out: Statements, node: str, name: str, role: str, party_type: str | None = None, cik: str | None = None
) -> None:
    """A name where it stands; `node` is in brackets."""
    out.a(node, "Mention")
    out.text(node, "printedName", name)
    out.text(node, "cik", cik)
    out.concept(node, "mentionRole", "mention-role", role)
    out.concept(node, "partyType", "party-type", party_type)


def _filing(out: Statements, document: str, filing: Filing, instruments: int) -> None:
    base = f"{document}/filing"
    node, issuer = f"<{base}>", f"<{base}/issuer>"
    out.a(node, "Filing")
    out.add(node, _DERIVED_FROM, f"<{document}>")
    out.text(node, "accessionNumber", filing.accession)
    if filing.form is not None:
        form, _, amendment = filing.form.partition("/")
        out.concept(node, "formType", "form", form)
        if amendment:
            out.add(node, term("isAmendment"), boolean(True))
    out.day(node, "filedOn", filing.filed)
    out.day(node, "periodOfReport", filing.period)
    for number in range(1, instruments + 1):
        out.add(node, term("hasInstrument"), f"<{document}/instrument/{number}>")
    if filing.issuer is not None:
        out.add(node, term("issuer"), issuer)
        _mention(out, issuer, filing.issuer.name, "issuer", "organization", filing.issuer.cik)
        for former in filing.issuer.former_names:
            out.text(issuer, "formerName", former)
    owners: dict[str, str] = {}
    for number, owner in enumerate(filing.owners, 1):
        mention = f"<{base}/owner/{number}>"
        if owner.cik:
            owners.setdefault(owner.cik, mention)
        out.add(node, term("reportingOwner"), mention)
        _mention(out, mention, owner.name, "reporting-owner", cik=owner.cik)
        for role in owner.roles:
            membership = f"<{base}/owner/{number}/membership/{role}>"
            out.add(membership, RDF_TYPE, f"<{ORG}Membership>")
            out.add(membership, f"<{ORG}member>", mention)
            if filing.issuer is not None:
                out.add(membership, f"<{ORG}organization>", issuer)
            out.concept(membership, "insiderRole", "insider-role", role)
            # A title belongs to the office that the owner holds; with a single role there is no other to take it.
            if role == "officer" or len(owner.roles) == 1:
                out.text(membership, "title", owner.title)
    for number, signature in enumerate(filing.signatures, 1):
        out.add(node, term("hasSignature"), f"<{base}/signature/{number}>")
        _signature(out, f"{base}/signature/{number}", signature, owners)


def _signature(out: Statements, base: str, signature: Signature, owners: Mapping[str, str]) -> None:
    node = f"<{base}>"
    out.a(node, "Signature")
    out.text(node, "signatureText", signature.text)
    if signature.signer is not None:
        out.add(node, term("signer"), f"<{base}/signer>")
        _mention(out, f"<{base}/signer>", signature.signer, "signer")
    for number, name in enumerate(signature.signed_for, 1):
        out.add(node, term("signedFor"), f"<{base}/for/{number}>")
        _mention(out, f"<{base}/for/{number}>", name, "signed-for")
    out.concept(node, "capacityOfSigner", "capacity", signature.capacity)
    out.day(node, "signedOn", signature.date)
    if signature.owner_cik is not None and signature.owner_cik in owners:
        out.add(node, term("matchedOwner"), owners[signature.owner_cik])
    out.concept(node, "matchMethod", "match-method", signature.match)
    if signature.confidence is not None:
        out.add(node, term("matchConfidence"), decimal(signature.confidence))


def _instrument(out: Statements, document: str, base: str, instrument: Instrument) -> None:
    node, revocation = f"<{base}>", instrument.kind == "revocation"
    out.a(node, _CLASSES[instrument.kind])
    out.add(node, _DERIVED_FROM, f"<{document}>")
    out.concept(node, "instrumentKind", "instrument-kind", instrument.kind)
    out.concept(node, "scope", "scope", instrument.scope)
    _parties(out, base, instrument, revocation)
    for number, name in enumerate(instrument.issuers, 1):
        out.add(node, term("issuer"), f"<{base}/issuer/{number}>")
        _mention(out, f"<{base}/issuer/{number}>", name, "issuer", "organization")
    for number, name in enumerate(instrument.law_firms, 1):
        out.add(node, term("lawFirm"), f"<{base}/law-firm/{number}>")
        _mention(out, f"<{base}/law-firm/{number}>", name, "law-firm", "organization")
    for form in instrument.forms:
        out.concept(node, "formCovered", "form", form)
    for power in instrument.powers:
        out.concept(node, "grantedPower", "power", power)
    if not revocation:
        out.concept(node, "authority", "authority", instrument.authority or "unstated")
    out.add(node, term("maySubstitute"), boolean(instrument.substitution))
    out.concept(node, "termCondition", "term-condition", instrument.term)
    for ending in instrument.ends:
        out.concept(node, "termCondition", "term-condition", ending.term)
    out.add(node, term("revokesPrior"), boolean(instrument.revokes_prior))
    out.text(node, "governingLaw", instrument.governing_law)
    for role, names in (("signatory", instrument.signatories), ("witness", instrument.witnesses)):
        for number, name in enumerate(names, 1):
            out.add(node, term(role), f"<{base}/{role}/{number}>")
            _mention(out, f"<{base}/{role}/{number}>", name, role, "person")
    for clause in instrument.clauses:
        out.concept(node, "clause", "clause", clause)
    for limit in instrument.limits:
        out.text(node, "limit", limit)
    for review in instrument.review:
        out.text(node, "reviewNote", f"{review.field}: {review.reason}")
    out.text(node, "exhibitName", instrument.exhibit)
    out.dates(node, "executed", instrument.executed)
    out.dates(node, "expires", instrument.expires)
    out.day(node, "effectiveOn", instrument.effective)
    for number, reference in enumerate(instrument.refers_to, 1):
        mark = f"<{base}/reference/{number}>"
        out.add(node, term("hasReference"), mark)
        out.a(mark, "Reference")
        out.concept(mark, "referenceKind", "reference-kind", reference.kind)
        out.dates(mark, "executed", reference.executed)
        out.text(mark, "printedName", reference.principal)


def _parties(out: Statements, base: str, instrument: Instrument, revocation: bool) -> None:
    node = f"<{base}>"
    for number, principal in enumerate(instrument.principals, 1):
        mention = f"<{base}/principal/{number}>"
        out.add(node, term("grantor"), mention)
        _mention(out, mention, principal.name, "principal", principal.type)
    for number, attorney in enumerate(instrument.attorneys, 1):
        mention = f"<{base}/attorney/{number}>"
        if revocation:
            out.add(node, term("endsAuthorityOf"), mention)
        _mention(out, mention, attorney.name, "attorney", attorney.type)
        _affiliation(out, f"{base}/attorney/{number}", attorney)
    if revocation:
        return
    for granting in range(1, len(instrument.principals) + 1) or (0,):
        for receiving in range(1, len(instrument.attorneys) + 1):
            appointment = f"<{base}/appointment/{granting}-{receiving}>"
            out.add(node, term("hasAppointment"), appointment)
            out.a(appointment, "Appointment")
            if granting:
                out.add(appointment, term("principal"), f"<{base}/principal/{granting}>")
            out.add(appointment, term("attorneyInFact"), f"<{base}/attorney/{receiving}>")
            out.add(appointment, term("conferredBy"), node)


def _affiliation(out: Statements, base: str, attorney: Party) -> None:
    if attorney.affiliation is None:
        return
    membership, organization = f"<{base}/membership>", f"<{base}/affiliation>"
    _mention(out, organization, attorney.affiliation, "affiliation", "organization")
    out.add(membership, RDF_TYPE, f"<{ORG}Membership>")
    out.add(membership, f"<{ORG}member>", f"<{base}>")
    out.add(membership, f"<{ORG}organization>", organization)
