"""The ownership document: the XML of Forms 3, 4 and 5 in every schema version since X0101 (EDGAR Ownership XML).

Its flags are 1, 0, true, false or absent; dates may carry a zone offset; signatures may be several. The elements
that matter here are flat, so they are read by name; what comes before the root element is passed over. Addresses are
not read, and nothing that a document type declaration could define is expanded.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass

from .records import Company, Owner, Role
from .submission import iso, pad

_ROOT = re.compile(r"<ownershipDocument[\s>]")
_ROLES: tuple[tuple[str, Role], ...] = (
    ("isDirector", "director"),
    ("isOfficer", "officer"),
    ("isTenPercentOwner", "ten-percent-owner"),
    ("isOther", "other"),
)
# What stands where a form has nothing to say.
_NO_TITLE = re.compile(r"n\.?\s?/?\s?a\.?|none|not applicable|[-.]+", re.IGNORECASE)


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
    end = text.find("</ownershipDocument>", root.start()) if root else -1
    if root is None or end < 0:
        return None
    xml = text[root.start() : end]
    name = _value(xml, "issuerName")
    return OwnershipDocument(
        _value(xml, "documentType"),
        iso(_value(xml, "periodOfReport")),
        Company(pad(_value(xml, "issuerCik")), name) if name else None,
        tuple(_owner(part) for part in _elements(xml, "reportingOwner")),
        tuple(_signature(part) for part in _elements(xml, "ownerSignature")),
    )


def _elements(xml: str, tag: str) -> Iterator[str]:
    """What stands inside of each element of a name; no such element holds another of its name."""
    for part in xml.split(f"<{tag}>")[1:]:
        inside, end, _ = part.partition(f"</{tag}>")
        if end:
            yield inside


def _owner(xml: str) -> Owner:
    roles = tuple(role for tag, role in _ROLES if (_value(xml, tag) or "").lower() in ("1", "true"))
    title = _value(xml, "officerTitle")
    if title is not None and _NO_TITLE.fullmatch(title):
        title = None
    return Owner(pad(_value(xml, "rptOwnerCik")), _value(xml, "rptOwnerName") or "", roles, title)


def _signature(xml: str) -> tuple[str, str | None]:
    return _value(xml, "signatureName") or "", iso(_value(xml, "signatureDate"))


def _value(xml: str, tag: str) -> str | None:
    """The text of the first element of a name, its nested `<value>` included; None where it is absent or empty."""
    found = re.search(rf"<{tag}(?:\s[^<>]*)?>\s*(?:<value>)?\s*(?:<!\[CDATA\[)?([^<]*)", xml)
    value = html.unescape(re.sub(r"\s+", " ", found.group(1).removesuffix("]]>"))).strip() if found else ""
    return value or None
