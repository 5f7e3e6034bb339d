"""The ownership document: the XML of Forms 3, 4 and 5 in every schema version since X0101 (EDGAR Ownership XML).

Its flags are 1, 0, true, false or absent; dates may carry a zone offset; signatures may be several. The elements
that matter here are flat, so they are read by name; what comes before the root element is passed over. Addresses are
not read, and nothing that a document type declaration could define is expanded.
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass

from .records import Company, Owner, Role
from .submission import iso, pad

_ROOT = re.compile(r"<ownershipDocument[\s>].*?</ownershipDocument>", re.DOTALL)
_OWNER = re.compile(r"<reportingOwner>(.*?)</reportingOwner>", re.DOTALL)
_SIGNATURE = re.compile(r"<ownerSignature>(.*?)</ownerSignature>", re.DOTALL)
_ROLES: tuple[tuple[str, Role], ...] = (
    ("isDirector", "director"),
    ("isOfficer", "officer"),
    ("isTenPercentOwner", "ten-percent-owner"),
    ("isOther", "other"),
)


@dataclass(frozen=True, slots=True)
class OwnershipDocument:
    """What matters of an ownership document; signatures are pairs of text and date as printed."""

    form: str | None
    period: str | None
    issuer: Company | None
    owners: tuple[Owner, ...]
    signatures: tuple[tuple[str, str | None], ...]


def read_ownership(text: str) -> OwnershipDocument | None:
    """Read the ownership document in a text; None where there is none."""
    root = _ROOT.search(text)
    if root is None:
        return None
    xml = root.group()
    name = _value(xml, "issuerName")
    return OwnershipDocument(
        _value(xml, "documentType"),
        iso(_value(xml, "periodOfReport")),
        Company(pad(_value(xml, "issuerCik")), name) if name else None,
        tuple(_owner(found.group(1)) for found in _OWNER.finditer(xml)),
        tuple(_signature(found.group(1)) for found in _SIGNATURE.finditer(xml)),
    )


def _owner(xml: str) -> Owner:
    roles = tuple(role for tag, role in _ROLES if (_value(xml, tag) or "").lower() in ("1", "true"))
    return Owner(pad(_value(xml, "rptOwnerCik")), _value(xml, "rptOwnerName") or "", roles, _value(xml, "officerTitle"))


def _signature(xml: str) -> tuple[str, str | None]:
    return _value(xml, "signatureName") or "", iso(_value(xml, "signatureDate"))


def _value(xml: str, tag: str) -> str | None:
    """The text of the first element of a name, its nested `<value>` included; None where it is absent or empty."""
    found = re.search(rf"<{tag}>\s*(?:<value>)?([^<]*)", xml)
    value = html.unescape(re.sub(r"\s+", " ", found.group(1))).strip() if found else ""
    return value or None
