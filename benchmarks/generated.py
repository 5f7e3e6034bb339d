"""A generated graph in the form of docs/model.md, for measuring questions: every node follows from its position.

Each power is one document: one instrument of one principal who appoints two attorneys, one of the issuer's own and one
of a law firm that serves several issuers. A principal grants twice, years apart; one in twenty is at two issuers; one
firm attorney in four has moved to another firm by the second time. Every second power came with a Form 4, signed by an
attorney, with the verdict of an audit. There is an issuer for every ten powers, an attorney of a firm for every fifty.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

BASE = "https://w3id.org/infact/"
ONTOLOGY, ID, GRAPH, SCHEME = BASE + "ontology#", BASE + "id/", BASE + "graph/", BASE + "scheme/"
RDF_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
LABEL = "http://www.w3.org/2000/01/rdf-schema#label"
NOTATION = "http://www.w3.org/2004/02/skos/core#notation"
OA, PROV, ORG = "http://www.w3.org/ns/oa#", "http://www.w3.org/ns/prov#", "http://www.w3.org/ns/org#"
CONCEPTS = {
    "form": ("3", "4", "5"),
    "power": ("execute-forms", "file-forms", "any-other-action", "obtain-edgar-codes", "trade-securities"),
    "authority": ("several", "joint"),
    "clause": ("indemnity", "non-assumption"),
    "verdict": (
        "covered", "self-signed", "no-power-in-corpus", "not-yet-effective", "expired", "revoked", "not-named",
        "joint-authority-unmet",
    ),
}  # fmt: skip
# What the audit says of each filing in turn, out of twenty.
VERDICTS = ("covered",) * 12 + CONCEPTS["verdict"]


@dataclass(frozen=True, slots=True)
class Power:
    """One power by its number; `attorneys` are the issuer's own and the firm's, `late` days for its form."""

    n: int
    principal: int
    issuer: int
    attorneys: tuple[int, int]
    firm: int
    day: str

    @property
    def key(self) -> str:
        return f"{self.n:010d}-20-{self.n % 1000000:06d}/submission"

    @property
    def filed(self) -> bool:
        return self.n % 2 == 0

    @property
    def verdict(self) -> str:
        return VERDICTS[self.n // 2 % len(VERDICTS)]

    @property
    def late(self) -> int:
        return 3 if self.n % 34 == 0 else 0

    @property
    def sketch(self) -> str:
        """A wording of the issuer's own for most; one issuer in fifty shares its wording with its neighbour."""
        wording = self.issuer - self.issuer % 2 if self.issuer % 50 < 2 else self.issuer
        return " ".join(f"{(wording * 7919 + k * 104729) % 2**32:08x}" for k in range(16))


@dataclass(frozen=True, slots=True)
class Sizes:
    """How many of each there are, by the number of powers."""

    powers: int

    @property
    def issuers(self) -> int:
        return max(2, self.powers // 10)

    @property
    def hubs(self) -> int:
        return max(2, self.powers // 50)

    @property
    def firms(self) -> int:
        return max(1, self.powers // 100)

    @property
    def principals(self) -> int:
        return max(1, self.powers // 2)


def powers(sizes: Sizes) -> Iterator[Power]:
    """Every power."""
    for n in range(sizes.powers):
        again = n >= sizes.principals
        principal = n % sizes.principals
        issuer = principal % sizes.issuers
        if again and principal % 20 == 0:
            issuer = (issuer + 1) % sizes.issuers
        hub = (issuer * 7 + principal % 3) % sizes.hubs
        firm = (hub + (1 if again and hub % 4 == 0 else 0)) % sizes.firms
        year = principal % 10 + (11 if again else 1)
        day = f"20{year:02d}-{n % 12 + 1:02d}-{principal // sizes.issuers % 9 + 1:02d}"
        yield Power(n, principal, issuer, (issuer, sizes.issuers + hub), firm, day)


def quads(number: int) -> Iterator[str]:
    """N-Quads lines of a graph with so many powers of attorney."""
    sizes = Sizes(number)
    yield from entities(sizes)
    for power in powers(sizes):
        yield from document(power)
        yield from relations(power)
        if power.filed:
            yield from audited(power)
    yield line("relations", ID + "corpus", RDF_TYPE, iri(ONTOLOGY + "Corpus"))
    yield line("relations", ID + "corpus", ONTOLOGY + "latestDate", typed("2021-12-28", "date"))


def line(graph: str, s: str, p: str, o: str) -> str:
    return f"<{s}> <{p}> {o} <{GRAPH}{graph}> .\n"


def iri(text: str) -> str:
    return f"<{text}>"


def typed(value: object, kind: str) -> str:
    return f'"{value}"^^<http://www.w3.org/2001/XMLSchema#{kind}>'


def entities(sizes: Sizes) -> Iterator[str]:
    """Issuers, firms, attorneys and insiders, and the concepts that the questions name."""
    for kind, letter, count, name in (
        ("Issuer", "i", sizes.issuers, "Issuer {}, Inc."),
        ("LawFirm", "f", sizes.firms, "Firm {} LLP"),
    ):
        for i in range(count):
            node = f"{ID}organization/{letter}{i}"
            yield line("identity", node, RDF_TYPE, iri(ONTOLOGY + kind))
            yield line("identity", node, RDF_TYPE, iri(ONTOLOGY + "Organization"))
            yield line("identity", node, LABEL, f'"{name.format(i)}"')
    for side, count, name in (
        ("a", sizes.issuers + sizes.hubs, "Attorney"),
        ("p", sizes.principals, "Insider"),
    ):
        for i in range(count):
            node = f"{ID}person/{side}{i}"
            yield line("identity", node, RDF_TYPE, iri(ONTOLOGY + "Person"))
            yield line("identity", node, LABEL, f'"{name} {i}"')
    for scheme, notations in CONCEPTS.items():
        for notation in notations:
            yield line("vocabulary", f"{SCHEME}{scheme}/{notation}", NOTATION, f'"{notation}"')


def granted(power: Power) -> tuple[str, ...]:
    """Notations of the powers that an instrument grants."""
    return CONCEPTS["power"][: 2 + power.n % 10 // 4] + (("trade-securities",) if power.n % 100 == 0 else ())


def document(power: Power) -> Iterator[str]:
    """The graph of one document: one power, its principal and two attorneys, each with evidence."""
    graph, d = f"document/{power.key}", f"{ID}document/{power.key}"
    node, text = f"{d}/instrument/1", f"{d}/text/1"

    def say(s: str, p: str, o: str) -> str:
        return line(graph, s, p, o)

    yield say(d, RDF_TYPE, iri(ONTOLOGY + "SourceDocument"))
    yield say(d, ONTOLOGY + "fileName", f'"{power.n}.txt"')
    yield say(text, PROV + "wasDerivedFrom", iri(d))
    yield say(node, RDF_TYPE, iri(ONTOLOGY + "PowerOfAttorney"))
    yield say(node, ONTOLOGY + "instrumentKind", iri(SCHEME + "instrument-kind/power-of-attorney"))
    yield say(node, PROV + "wasDerivedFrom", iri(d))
    for name in ("executedOn", "executedEarliest", "executedLatest"):
        yield say(node, ONTOLOGY + name, typed(power.day, "date"))
    yield say(node, ONTOLOGY + "wordingSketch", f'"{power.sketch}"')
    for name, concept in (("formCovered", "form/3"), ("formCovered", "form/4"), ("authority", "authority/several")):
        yield say(node, ONTOLOGY + name, iri(SCHEME + concept))
    for notation in granted(power):
        yield say(node, ONTOLOGY + "grantedPower", iri(f"{SCHEME}power/{notation}"))
    yield say(node, ONTOLOGY + "clause", iri(f"{SCHEME}clause/{CONCEPTS['clause'][power.n % 2]}"))
    parties = [
        ("principal/1", "person", f"{ID}person/p{power.principal}"),
        ("issuer/1", "organization", f"{ID}organization/i{power.issuer}"),
    ]
    parties += [(f"attorney/{j + 1}", "person", f"{ID}person/a{a}") for j, a in enumerate(power.attorneys)]
    parties.append(("attorney/2/affiliation", "organization", f"{ID}organization/f{power.firm}"))
    for j, (part, kind, entity) in enumerate(parties):
        mention, evidence = f"{node}/{part}", f"{node}/evidence/{j + 1}"
        yield say(mention, RDF_TYPE, iri(ONTOLOGY + "Mention"))
        yield say(mention, ONTOLOGY + "printedName", f'"{entity.rpartition("/")[2].upper()}"')
        yield say(mention, ONTOLOGY + "partyType", iri(f"{SCHEME}party-type/{kind}"))
        yield line("identity", mention, ONTOLOGY + "refersTo", iri(entity))
        if kind == "person":
            yield say(evidence, ONTOLOGY + "supports", iri(mention))
            yield say(evidence, ONTOLOGY + "field", f'"{part}"')
            yield say(evidence, ONTOLOGY + "confidence", typed("0.9", "decimal"))
            yield say(evidence, OA + "hasSource", iri(text))
            yield say(evidence, OA + "hasSelector", iri(evidence + "/quote"))
            yield say(evidence, OA + "hasSelector", iri(evidence + "/position"))
            yield say(evidence + "/quote", OA + "exact", f'"{part}"')
            yield say(evidence + "/position", OA + "start", typed(j * 20, "integer"))
            yield say(evidence + "/position", OA + "end", typed(j * 20 + 9, "integer"))
    yield say(node, ONTOLOGY + "grantor", iri(node + "/principal/1"))
    yield say(node, ONTOLOGY + "issuer", iri(node + "/issuer/1"))
    for j in (1, 2):
        appointment = f"{node}/appointment/1-{j}"
        yield say(node, ONTOLOGY + "hasAppointment", iri(appointment))
        yield say(appointment, ONTOLOGY + "principal", iri(node + "/principal/1"))
        yield say(appointment, ONTOLOGY + "attorneyInFact", iri(f"{node}/attorney/{j}"))
        yield say(appointment, ONTOLOGY + "conferredBy", iri(node))
    membership = f"{node}/attorney/2/membership"
    yield say(membership, ORG + "member", iri(f"{node}/attorney/2"))
    yield say(membership, ORG + "organization", iri(f"{node}/attorney/2/affiliation"))


def relations(power: Power) -> Iterator[str]:
    """The relations of that power, as if it were the only one of its parties."""
    instrument = f"{ID}document/{power.key}/instrument/1"
    for j, a in enumerate(power.attorneys):
        relation = f"{ID}relation/{power.n * 2 + j:016x}"
        yield line("relations", f"{ID}person/a{a}", ONTOLOGY + "signsFor", iri(f"{ID}person/p{power.principal}"))
        yield line("relations", relation, RDF_TYPE, iri(ONTOLOGY + "Relation"))
        yield line("relations", relation, ONTOLOGY + "relationAttorney", iri(f"{ID}person/a{a}"))
        yield line("relations", relation, ONTOLOGY + "relationPrincipal", iri(f"{ID}person/p{power.principal}"))
        yield line("relations", relation, ONTOLOGY + "relationIssuer", iri(f"{ID}organization/i{power.issuer}"))
        if j == 1:
            yield line("relations", relation, ONTOLOGY + "relationFirm", iri(f"{ID}organization/f{power.firm}"))
        yield line("relations", relation, ONTOLOGY + "instrumentCount", typed(1, "integer"))
        for name in ("firstDate", "lastDate", "liveFrom"):
            yield line("relations", relation, ONTOLOGY + name, typed(power.day, "date"))
        if power.n % 7 == 0:
            yield line("relations", relation, ONTOLOGY + "liveUntil", typed("2021-01-01", "date"))
        for form in ("3", "4"):
            yield line("relations", relation, ONTOLOGY + "formCovered", iri(f"{SCHEME}form/{form}"))
        for notation in granted(power):
            yield line("relations", relation, ONTOLOGY + "grantedPower", iri(f"{SCHEME}power/{notation}"))
        yield line("relations", relation, ONTOLOGY + "basedOn", iri(instrument))
        grant = relation.replace("/relation/", "/grant/")
        yield line("relations", grant, RDF_TYPE, iri(ONTOLOGY + "Grant"))
        yield line("relations", grant, ONTOLOGY + "inRelation", iri(relation))
        yield line("relations", grant, ONTOLOGY + "grantedBy", iri(instrument))
        yield line("relations", grant, ONTOLOGY + "liveFrom", typed(power.day, "date"))
        if power.n % 7 == 0:
            yield line("relations", grant, ONTOLOGY + "liveUntil", typed("2021-01-01", "date"))
            yield line("relations", grant, ONTOLOGY + "certainUntil", typed("2020-12-31", "date"))


def audited(power: Power) -> Iterator[str]:
    """The Form 4 that came with a power, and the verdict on its signature."""
    graph, d = f"document/{power.key}", f"{ID}document/{power.key}"
    filing, signature = f"{d}/filing", f"{d}/filing/signature/1"
    accession = power.key.partition("/")[0]
    signed = f"{power.day[:8]}{int(power.day[8:]) + 10:02d}"
    signer = f"{ID}person/a{power.attorneys[power.n // 2 % 2]}"
    if power.verdict == "self-signed":
        signer = f"{ID}person/p{power.principal}"
    yield line(graph, filing, RDF_TYPE, iri(ONTOLOGY + "Filing"))
    yield line(graph, filing, PROV + "wasDerivedFrom", iri(d))
    yield line(graph, filing, ONTOLOGY + "accessionNumber", f'"{accession}"')
    yield line(graph, filing, ONTOLOGY + "formType", iri(SCHEME + "form/4"))
    yield line(graph, filing, ONTOLOGY + "filedOn", typed(signed, "date"))
    yield line(graph, filing, ONTOLOGY + "issuer", iri(filing + "/issuer"))
    yield line(graph, filing + "/issuer", ONTOLOGY + "printedName", f'"ISSUER {power.issuer} INC"')
    yield line(graph, filing + "/issuer", ONTOLOGY + "cik", f'"{power.issuer:010d}"')
    yield line("identity", filing + "/issuer", ONTOLOGY + "refersTo", iri(f"{ID}organization/i{power.issuer}"))
    yield line(graph, filing, ONTOLOGY + "hasSignature", iri(signature))
    yield line(graph, signature, RDF_TYPE, iri(ONTOLOGY + "Signature"))
    yield line(graph, signature, ONTOLOGY + "signatureText", f'"/s/ {signer.rpartition("/")[2]}"')
    yield line(graph, signature, ONTOLOGY + "signer", iri(signature + "/signer"))
    yield line(graph, signature + "/signer", ONTOLOGY + "printedName", f'"{signer.rpartition("/")[2]}"')
    yield line("identity", signature + "/signer", ONTOLOGY + "refersTo", iri(signer))
    canonical, verdict = f"{ID}filing/{accession}", f"{ID}verdict/{power.n:016x}"
    yield line("relations", canonical, RDF_TYPE, iri(ONTOLOGY + "CanonicalFiling"))
    yield line("relations", canonical, ONTOLOGY + "preferredDescription", iri(filing))
    yield line("relations", canonical, ONTOLOGY + "daysLate", typed(power.late, "integer"))
    yield line("relations", verdict, RDF_TYPE, iri(ONTOLOGY + "AuditVerdict"))
    yield line("relations", verdict, ONTOLOGY + "verdict", iri(f"{SCHEME}verdict/{power.verdict}"))
    yield line("relations", verdict, ONTOLOGY + "verdictReason", '"Because."')
    yield line("relations", verdict, ONTOLOGY + "auditedFiling", iri(filing))
    yield line("relations", verdict, ONTOLOGY + "auditedSignature", iri(signature))
    yield line("relations", verdict, ONTOLOGY + "auditedOwner", iri(f"{ID}person/p{power.principal}"))
    yield line("relations", verdict, ONTOLOGY + "auditedSigner", iri(signer))
    yield line("relations", verdict, ONTOLOGY + "auditedOn", typed(signed, "date"))
    if power.verdict in {"expired", "revoked", "superseded"}:
        yield line("relations", verdict, ONTOLOGY + "liveUntil", typed(power.day, "date"))
    if power.verdict not in {"self-signed", "no-power-in-corpus"}:
        yield line("relations", verdict, ONTOLOGY + "decidedBy", iri(f"{d}/instrument/1"))
