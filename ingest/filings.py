"""Filings: header and ownership document as one, with signatures read and, where that is certain, matched to owners.

The header knows accession number, filing date and form; the ownership document knows owners with their roles, the
period and the signatures. Of a form from before XML only the header speaks.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache

from .authority import Line, Named, ReportingOwner
from .matching import Match, match
from .names import is_organization
from .ownership import OwnershipDocument, read_ownership
from .records import Company, Filing, Owner, Signature
from .signatures import read_signatures
from .submission import Submission


def read_filing(text: str, submission: Submission | None) -> Filing | None:
    """The filing that a text holds; None where it is neither a submission nor an ownership document.

    Args:
        text: The source's characters.
        submission: Its container, where it has one.
    """
    ownership = read_ownership(text)
    if ownership is None and submission is None:
        return None
    owners = _owners(ownership, submission)
    issuer = ownership.issuer if ownership and ownership.issuer else submission.issuer if submission else None
    if issuer and submission and submission.issuer and submission.issuer.cik == issuer.cik:
        issuer = replace(issuer, former_names=submission.issuer.former_names)
    filing = Filing(
        accession=submission.accession if submission else None,
        form=(submission.form if submission else None) or (ownership.form if ownership else None),
        filed=submission.filed if submission else None,
        period=(ownership.period if ownership else None) or (submission.period if submission else None),
        issuer=issuer,
        owners=owners,
    )
    return signed(filing, ownership.signatures if ownership else ())


def signed(filing: Filing, lines: Iterable[tuple[str, str | None]]) -> Filing:
    """A filing with its signature lines read, and matched to its owners where that is certain.

    Args:
        filing: The filing, whose own signatures are replaced.
        lines: The text of each line and its date, in order, wherever the filing comes from.
    """
    lines = tuple(lines)
    found = _read(filing.owners, tuple(text for text, _ in lines))
    return replace(filing, signatures=tuple(replace(one, date=lines[place][1]) for place, one in found))


@lru_cache(maxsize=4096)  # of an owner's forms of a quarter, which stand together in a data set, many are signed alike
def _read(owners: tuple[Owner, ...], texts: tuple[str, ...]) -> tuple[tuple[int, Signature], ...]:
    """What lines say, whatever their dates, each signature with the place of its line."""
    read = [(place, one) for place, text in enumerate(texts) for one in read_signatures(text, None, owners)]
    return tuple(zip((place for place, _ in read), matched(tuple(one for _, one in read), owners), strict=True))


def _owners(ownership: OwnershipDocument | None, submission: Submission | None) -> tuple[Owner, ...]:
    """The owners of the ownership document in its order, then those whom only the header names."""
    owners = list(ownership.owners) if ownership else []
    header: tuple[Company, ...] = submission.owners if submission else ()
    known = {o.cik for o in owners}
    return (*owners, *(Owner(company.cik, company.name) for company in header if company.cik not in known))


def matched(signatures: tuple[Signature, ...], owners: tuple[Owner, ...]) -> tuple[Signature, ...]:
    """Signatures with the owner for whom each stands, the first of several, by the rules of `matching`."""
    known = [ReportingOwner(str(place), _party(owner.name)) for place, owner in enumerate(owners)]
    lines = [
        Line(
            node=str(place),
            text=signature.text,
            signer=_party(signature.signer) if signature.signer else None,
            signed_for=tuple(map(_party, signature.signed_for)),
            capacity=signature.capacity,
        )
        for place, signature in enumerate(signatures)
    ]
    return tuple(
        _with(signature, found, owners) for signature, found in zip(signatures, match(lines, known), strict=True)
    )


def _party(name: str) -> Named:
    """A name before anybody knows whose it is."""
    organization = is_organization(name)
    return Named(
        f"{'organization' if organization else 'person'} {name}", name, "organization" if organization else "person"
    )


def _with(signature: Signature, found: Match, owners: tuple[Owner, ...]) -> Signature:
    owner = owners[int(found.owners[0].node)] if found.method and found.owners else None
    if owner is None or owner.cik is None:
        return signature
    return replace(signature, owner_cik=owner.cik, match=found.method, confidence=found.confidence)
