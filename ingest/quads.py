"""A reading to N-Quads: what one document says, in its own named graph, as docs/model.md lays it down.

Callers may rely on: the same reading gives the same lines in the same order, no line comes twice, nothing is a blank
node, and every node of the graph begins with the document's own IRI, so that no triple can stand in two documents.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Protocol

from ..common.errors import RecordError
from . import iris
from .filing_quads import DERIVED_FROM, InDocument, filing_statements, mention
from .nquads import boolean, iri
from .records import Filing, Instrument, Party, Record
from .selectors import Exhibits, evidence
from .sketch import sketch
from .statements import ORG, PROV, RDF_TYPE, Statements, term

_CLASSES = {
    "power-of-attorney": "PowerOfAttorney",
    "confirming-statement": "ConfirmingStatement",
    "substitution": "Substitution",
    "revocation": "Revocation",
}


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
    """The lines of a document's graph; raises as `statements` does."""
    return statements(reading, version).lines()


def statements(reading: Reading, version: str) -> Statements:
    """What a document's graph says.

    Args:
        reading: What was read.
        version: The version of infact that read it; part of the provenance.

    Raises:
        RecordError: The record contradicts itself or its text (a quote that is not its slice, a date that no calendar
            has); the message names the document.
    """
    try:
        return _document(reading, version)
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
    reading_statements(out, reading.key, version)
    exhibits = Exhibits(base, reading.texts)
    for name, text in reading.texts.items():
        exhibit = f"<{exhibits.node(name)}>"
        out.a(exhibit, "ExhibitText")
        out.add(exhibit, DERIVED_FROM, node)
        out.count(exhibit, term("characters"), len(text))
    if record.filing is not None:
        _filing(out, base, record.filing, len(record.instruments))
    for number, instrument in enumerate(record.instruments, 1):
        _instrument(out, base, f"{base}/instrument/{number}", instrument)
        evidence(out, exhibits, instrument, f"{base}/instrument/{number}")
        if reading.texts:
            wording = sketch(reading.texts[exhibits.name(instrument.exhibit)], _names(instrument))
            out.text(f"<{base}/instrument/{number}>", "wordingSketch", wording)
        if instrument.evidence and not reading.texts:
            out.add(f"<{exhibits.node(exhibits.name(instrument.exhibit))}>", DERIVED_FROM, node)
    return out


def reading_statements(out: Statements, key: str, version: str) -> None:
    """Say who read a document, and that its graph is what came of it."""
    node = f"<{iris.document(key)}>"
    activity = f"{node[:-1]}/reading>"
    out.a(activity, "Reading")
    out.add(activity, f"<{PROV}used>", node)
    out.add(activity, f"<{PROV}generated>", f"<{iris.document_graph(key)}>")
    out.add(activity, f"<{PROV}wasAssociatedWith>", f"<{iris.software(version)}>")


def _names(one: Instrument) -> Iterator[str]:
    """Every name that an instrument prints."""
    for party in (*one.principals, *one.attorneys):
        yield party.name
        yield party.affiliation or ""
    yield from (*one.issuers, *one.law_firms, *one.signatories, *one.witnesses)


def _filing(out: Statements, document: str, filing: Filing, instruments: int) -> None:
    base = f"{document}/filing"
    out.add(f"<{base}>", DERIVED_FROM, f"<{document}>")
    filing_statements(out, base, filing, InDocument(base))
    for number in range(1, instruments + 1):
        out.add(f"<{base}>", term("hasInstrument"), f"<{document}/instrument/{number}>")


def _instrument(out: Statements, document: str, base: str, instrument: Instrument) -> None:
    node, revocation = f"<{base}>", instrument.kind == "revocation"
    out.a(node, _CLASSES[instrument.kind])
    out.add(node, DERIVED_FROM, f"<{document}>")
    out.concept(node, "instrumentKind", "instrument-kind", instrument.kind)
    out.concept(node, "scope", "scope", instrument.scope)
    _parties(out, base, instrument, revocation)
    for number, name in enumerate(instrument.issuers, 1):
        out.add(node, term("issuer"), f"<{base}/issuer/{number}>")
        mention(out, f"<{base}/issuer/{number}>", name, "issuer", "organization")
    for number, name in enumerate(instrument.law_firms, 1):
        out.add(node, term("lawFirm"), f"<{base}/law-firm/{number}>")
        mention(out, f"<{base}/law-firm/{number}>", name, "law-firm", "organization")
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
            mention(out, f"<{base}/{role}/{number}>", name, role, "person")
    for clause in instrument.clauses:
        out.concept(node, "clause", "clause", clause)
    for limit in instrument.limits:
        out.text(node, "limit", limit)
    for review in instrument.review:
        out.text(node, "reviewNote", f"{review.field}: {review.reason}")
    out.text(node, "exhibitName", instrument.exhibit)
    out.dates(node, "executed", instrument.executed)
    out.dates(node, "expires", instrument.expires)
    out.when(node, "effective", instrument.effective)
    for number, reference in enumerate(instrument.refers_to, 1):
        mark = f"<{base}/reference/{number}>"
        out.add(node, term("hasReference"), mark)
        out.a(mark, "Reference")
        out.concept(mark, "referenceKind", "reference-kind", reference.kind)
        out.dates(mark, "executed", reference.executed)
        out.text(mark, "printedName", reference.principal)
        for name in reference.attorneys:
            out.text(mark, "attorneyMeant", name)
        for name in reference.issuers:
            out.text(mark, "issuerMeant", name)
        for form in reference.forms:
            out.concept(mark, "formMeant", "form", form)
        out.when(mark, "ended", reference.ended)


def _parties(out: Statements, base: str, instrument: Instrument, revocation: bool) -> None:
    node = f"<{base}>"
    for number, principal in enumerate(instrument.principals, 1):
        named = f"<{base}/principal/{number}>"
        out.add(node, term("grantor"), named)
        mention(out, named, principal.name, "principal", principal.type)
    for number, attorney in enumerate(instrument.attorneys, 1):
        named = f"<{base}/attorney/{number}>"
        if revocation:
            out.add(node, term("endsAuthorityOf"), named)
        mention(out, named, attorney.name, "attorney", attorney.type)
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
    mention(out, organization, attorney.affiliation, "affiliation", "organization")
    out.add(membership, RDF_TYPE, f"<{ORG}Membership>")
    out.add(membership, f"<{ORG}member>", f"<{base}>")
    out.add(membership, f"<{ORG}organization>", organization)
