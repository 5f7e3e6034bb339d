"""What a filing says, as statements: the same ones whether the filing is a document of its own or a row of a data set.

Where the nodes of names stand is for `Places` to say: a document has one for each place in which a name stands; a data
set, which repeats its names in every row, has one for each different printing of an issuer's rows.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from .nquads import boolean, decimal
from .records import Company, Filing, Owner, Role, Signature
from .statements import ORG, PROV, RDF_TYPE, Statements, term

DERIVED_FROM = f"<{PROV}wasDerivedFrom>"


class Places(Protocol):
    """Gives the nodes of a filing's names, without brackets. Places count from 1."""

    def issuer(self, issuer: Company) -> str: ...  # noqa: D102
    def owner(self, place: int, owner: Owner) -> str: ...  # noqa: D102
    def membership(self, owner: str, role: Role, title: str | None) -> str: ...  # noqa: D102
    def signer(self, place: int, signature: Signature, owners: tuple[Owner, ...]) -> str: ...  # noqa: D102
    def signed_for(self, place: int, number: int, name: str, owners: tuple[Owner, ...]) -> str: ...  # noqa: D102


class InDocument:
    """Places of a filing that is a document of its own: `base` is the filing's node."""

    def __init__(self, base: str) -> None:
        self._base = base

    def issuer(self, issuer: Company) -> str:
        """The one issuer."""
        return f"{self._base}/issuer"

    def owner(self, place: int, owner: Owner) -> str:
        """The owner by its place."""
        return f"{self._base}/owner/{place}"

    def membership(self, owner: str, role: Role, title: str | None) -> str:
        """One for each role of an owner."""
        return f"{owner}/membership/{role}"

    def signer(self, place: int, signature: Signature, owners: tuple[Owner, ...]) -> str:
        """The signer of a signature."""
        return f"{self._base}/signature/{place}/signer"

    def signed_for(self, place: int, number: int, name: str, owners: tuple[Owner, ...]) -> str:
        """Each of those for whom a signature stands."""
        return f"{self._base}/signature/{place}/for/{number}"


def mention(
    out: Statements, node: str, name: str, role: str, party_type: str | None = None, cik: str | None = None
) -> None:
    """A name where it stands; `node` is in brackets."""
    out.a(node, "Mention")
    out.text(node, "printedName", name)
    out.text(node, "cik", cik)
    out.concept(node, "mentionRole", "mention-role", role)
    out.concept(node, "partyType", "party-type", party_type)


def filing_statements(out: Statements, base: str, filing: Filing, places: Places) -> None:
    """Say what a filing says.

    Args:
        out: Where it is said.
        base: The filing's node, without brackets.
        filing: What it says.
        places: Where its names have their nodes.
    """
    node = f"<{base}>"
    out.a(node, "Filing")
    out.text(node, "accessionNumber", filing.accession)
    if filing.form is not None:
        form, _, amendment = filing.form.partition("/")
        out.concept(node, "formType", "form", form)
        if amendment:
            out.add(node, term("isAmendment"), boolean(True))
    out.day(node, "filedOn", filing.filed)
    out.day(node, "periodOfReport", filing.period)
    issuer = None
    if filing.issuer is not None:
        issuer = f"<{places.issuer(filing.issuer)}>"
        out.add(node, term("issuer"), issuer)
        mention(out, issuer, filing.issuer.name, "issuer", "organization", filing.issuer.cik)
        for former in filing.issuer.former_names:
            out.text(issuer, "formerName", former)
    owners: dict[str, str] = {}
    for number, owner in enumerate(filing.owners, 1):
        named = places.owner(number, owner)
        if owner.cik:
            owners.setdefault(owner.cik, f"<{named}>")
        out.add(node, term("reportingOwner"), f"<{named}>")
        mention(out, f"<{named}>", owner.name, "reporting-owner", cik=owner.cik)
        _memberships(out, node, named, owner, issuer, places)
    for number, signature in enumerate(filing.signatures, 1):
        out.add(node, term("hasSignature"), f"<{base}/signature/{number}>")
        _signature(out, f"<{base}/signature/{number}>", number, signature, filing.owners, owners, places)


def _memberships(out: Statements, filing: str, named: str, owner: Owner, issuer: str | None, places: Places) -> None:
    """The roles of an owner at the issuer; the filing from which each is known says as of which day."""
    holder = _titled(owner.roles)
    if owner.title is not None and holder is None:
        out.text(f"<{named}>", "reviewNote", f"title: it is not told of which role {owner.title!r} is the title")
    for role in owner.roles:
        title = owner.title if role == holder else None
        membership = f"<{places.membership(named, role, title)}>"
        out.add(membership, RDF_TYPE, f"<{ORG}Membership>")
        out.add(membership, f"<{ORG}member>", f"<{named}>")
        if issuer is not None:
            out.add(membership, f"<{ORG}organization>", issuer)
        out.concept(membership, "insiderRole", "insider-role", role)
        out.text(membership, "title", title)
        out.add(membership, DERIVED_FROM, filing)


def _titled(roles: tuple[Role, ...]) -> Role | None:
    """The role to which a title belongs: that of an officer, else the only one, else the one that no box stands for."""
    if "officer" in roles:
        return "officer"
    return roles[0] if len(roles) == 1 else "other" if "other" in roles else None


def _signature(
    out: Statements,
    node: str,
    place: int,
    signature: Signature,
    owners: tuple[Owner, ...],
    nodes: Mapping[str, str],
    places: Places,
) -> None:
    out.a(node, "Signature")
    out.text(node, "signatureText", signature.text)
    if signature.signer is not None:
        signer = f"<{places.signer(place, signature, owners)}>"
        out.add(node, term("signer"), signer)
        mention(out, signer, signature.signer, "signer")
    for number, name in enumerate(signature.signed_for, 1):
        party = f"<{places.signed_for(place, number, name, owners)}>"
        out.add(node, term("signedFor"), party)
        mention(out, party, name, "signed-for")
    out.concept(node, "capacityOfSigner", "capacity", signature.capacity)
    out.when(node, "signed", signature.date)
    if signature.owner_cik is not None and signature.owner_cik in nodes:
        out.add(node, term("matchedOwner"), nodes[signature.owner_cik])
    out.concept(node, "matchMethod", "match-method", signature.match)
    if signature.confidence is not None:
        out.add(node, term("matchConfidence"), decimal(signature.confidence))
