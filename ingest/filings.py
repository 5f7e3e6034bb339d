"""Filings: header and ownership document as one, with signatures read and, where that is certain, matched to owners.

The header knows accession number, filing date and form; the ownership document knows owners with their roles, the
period and the signatures. Of a form from before XML only the header speaks.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Literal

from .folding import fold_organization
from .names import same_person
from .ownership import OwnershipDocument, read_ownership
from .records import Company, Filing, Owner, Signature
from .signatures import read_signatures
from .submission import Submission

Match = Literal["name", "order", "single", "chain"]


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
    read = tuple(signature for text, date in lines for signature in read_signatures(text, date, filing.owners))
    return replace(filing, signatures=matched(read, filing.owners))


def _owners(ownership: OwnershipDocument | None, submission: Submission | None) -> tuple[Owner, ...]:
    """The owners of the ownership document in its order, then those whom only the header names."""
    owners = list(ownership.owners) if ownership else []
    header: tuple[Company, ...] = submission.owners if submission else ()
    known = {o.cik for o in owners}
    return (*owners, *(Owner(company.cik, company.name) for company in header if company.cik not in known))


def matched(signatures: tuple[Signature, ...], owners: tuple[Owner, ...]) -> tuple[Signature, ...]:
    """Match signatures to owners: the single owner, the owner who is named, or one signature for each in order.

    Signatures that name nobody are matched in order to the owners that the others leave over, if there are as many of
    the one as of the other.
    """
    if len(owners) == 1:
        return tuple(_with(s, owners[0], "single", 1.0) for s in signatures)
    named = [_named(s, owners) for s in signatures]
    silent = [s for s, o in zip(signatures, named, strict=True) if o is None and not s.signed_for]
    left = [o for o in owners if o not in named]
    in_order = iter(left if len(left) == len(silent) else ())
    return tuple(
        _with(s, o, "name", 0.95)
        if o is not None
        else _with(s, next(in_order, None), "order", 0.6)
        if not s.signed_for
        else s
        for s, o in zip(signatures, named, strict=True)
    )


def _with(signature: Signature, owner: Owner | None, match: Match, confidence: float) -> Signature:
    if owner is None or owner.cik is None:
        return signature
    return replace(signature, owner_cik=owner.cik, match=match, confidence=confidence)


def _named(signature: Signature, owners: tuple[Owner, ...]) -> Owner | None:
    """The one owner whom the signature names: the first of `signed_for`, or the signer."""
    names = list(signature.signed_for) or ([signature.signer] if signature.signer else [])
    for name in names:
        found = [o for o in owners if _folded(name) == _folded(o.name) or same_person(name, o.name)]
        if len(found) == 1:
            return found[0]
    return None


def _folded(name: str) -> str:
    return fold_organization(name).replace(" ", "")
