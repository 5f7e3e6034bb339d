"""The record: what one source file says, as frozen values, and its public JSON form.

The JSON form is versioned and described by `record.schema.json` beside this file. Keys that a record does not
have are left out when they are optional, and written as null or [] when the form requires them, so that equal
records are equal bytes. Dates are ISO strings: `YYYY-MM-DD`, or `YYYY-MM` where the document gives no day.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

RECORD_VERSION = "1.0"

InstrumentKind = Literal["power-of-attorney", "confirming-statement", "substitution", "revocation"]
Scope = Literal["section16", "other"]
PartyType = Literal["person", "organization", "office"]
Authority = Literal["several", "joint"]
Term = Literal["fixed-date", "until-no-longer-required", "while-employed", "until-revoked"]
Capacity = Literal["self", "attorney-in-fact", "entity-officer"]
Role = Literal["director", "officer", "ten-percent-owner", "other"]

KINDS: tuple[InstrumentKind, ...] = ("power-of-attorney", "confirming-statement", "substitution", "revocation")
POWERS: tuple[str, ...] = (
    "execute-forms",
    "file-forms",
    "obtain-edgar-codes",
    "third-party-information",
    "any-other-action",
    "trade-securities",
    "act-as-agent",
)
TERMS: tuple[Term, ...] = ("fixed-date", "until-no-longer-required", "while-employed", "until-revoked")
CLAUSES: tuple[str, ...] = ("non-assumption", "indemnity", "ratification", "no-liability")


@dataclass(frozen=True, slots=True)
class Party:
    """A principal or attorney as printed. Equal when name, type and affiliation are equal."""

    name: str
    type: PartyType = "person"
    affiliation: str | None = None


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where a fact stands: `quote` is exactly the slice [start, end) of the exhibit's normalised text.

    `field` is a path into the instrument ("attorneys[0].name", "executed"); offsets count characters from 0. `reasons`
    names what gives the confidence, as `extract/confidence.py` lists it; empty where that is not known.
    """

    field: str
    start: int
    end: int
    quote: str
    confidence: float = 1.0
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Ending:
    """One of several ends that a text gives, e.g. a date and the end of employment."""

    term: Term
    date: str | None = None


@dataclass(frozen=True, slots=True)
class Reference:
    """Another instrument that this one revokes, supersedes, keeps in force, substitutes under or confirms.

    `attorneys`, `issuers` and `forms` say how far: nothing named means all that the other has. `ended` is the day on
    which the other had ended, as this one reports, or is to end.
    """

    kind: str
    executed: str | None = None
    principal: str | None = None
    attorneys: tuple[str, ...] = ()
    issuers: tuple[str, ...] = ()
    forms: tuple[str, ...] = ()
    ended: str | None = None


@dataclass(frozen=True, slots=True)
class Review:
    """Something a person should look at, with the reason, instead of a guess in silence."""

    field: str
    reason: str


@dataclass(frozen=True, slots=True)
class Instrument:
    """One power of attorney, confirming statement, substitution or revocation, as the document words it."""

    kind: InstrumentKind = "power-of-attorney"
    scope: Scope = "section16"
    principals: tuple[Party, ...] = ()
    attorneys: tuple[Party, ...] = ()
    issuers: tuple[str, ...] = ()
    law_firms: tuple[str, ...] = ()
    forms: tuple[str, ...] = ()
    powers: tuple[str, ...] = ()
    authority: Authority | None = None
    substitution: bool = False
    executed: str | None = None
    expires: str | None = None
    term: Term | None = None
    revokes_prior: bool = False
    governing_law: str | None = None
    signatories: tuple[str, ...] = ()
    witnesses: tuple[str, ...] = ()
    # Optional keys of the public form.
    evidence: tuple[Evidence, ...] = ()
    exhibit: str | None = None
    effective: str | None = None
    ends: tuple[Ending, ...] = ()
    limits: tuple[str, ...] = ()
    clauses: tuple[str, ...] = ()
    refers_to: tuple[Reference, ...] = ()
    review: tuple[Review, ...] = ()


@dataclass(frozen=True)
class Company:
    """An issuer as the filing names it; `cik` is ten digits, `former_names` those that the header gives beside."""

    cik: str | None
    name: str
    former_names: tuple[str, ...] = ()


@dataclass(frozen=True)
class Owner:
    """A reporting owner as the filing names it; `cik` is ten digits."""

    cik: str | None
    name: str
    roles: tuple[Role, ...] = ()
    title: str | None = None


@dataclass(frozen=True)
class Signature:
    """One signature line of a form, read; `signed_for` are the names that the text itself gives (JSON key `for`)."""

    text: str
    signer: str | None
    capacity: Capacity | None = None
    signed_for: tuple[str, ...] = ()
    date: str | None = None
    owner_cik: str | None = None
    match: Literal["name", "order", "single", "chain"] | None = None
    confidence: float | None = None


@dataclass(frozen=True)
class Filing:
    """A Form 3, 4 or 5 (or another submission) as far as authority to sign it goes."""

    accession: str | None = None
    form: str | None = None
    filed: str | None = None
    period: str | None = None
    issuer: Company | None = None
    owners: tuple[Owner, ...] = ()
    signatures: tuple[Signature, ...] = ()


@dataclass(frozen=True, slots=True)
class Record:
    """What one source file says. `document` is the file's name; the last five are known from elsewhere."""

    document: str
    filing: Filing | None = None
    instruments: tuple[Instrument, ...] = ()
    uri: str | None = None
    filed: str | None = None
    cik: str | None = None
    issuer_cik: str | None = None
    path_cik: str | None = None


_REQUIRED = {f for f in Instrument.__dataclass_fields__ if f not in {
    "evidence", "exhibit", "effective", "ends", "limits", "clauses", "refers_to", "review"}}  # fmt: skip
_JSON_NAMES = {"signed_for": "for"}
_ALWAYS: Mapping[type, frozenset[str]] = {
    Party: frozenset({"name", "type"}),
    Evidence: frozenset(Evidence.__dataclass_fields__) - {"reasons"},
    Ending: frozenset(Ending.__dataclass_fields__),
    Reference: frozenset({"kind", "executed", "principal"}),
    Review: frozenset(Review.__dataclass_fields__),
    Instrument: frozenset(_REQUIRED),
    Company: frozenset({"cik", "name"}),
    Owner: frozenset(Owner.__dataclass_fields__),
    Signature: frozenset({"text", "signer", "capacity", "signed_for", "date"}),
    Filing: frozenset(Filing.__dataclass_fields__),
    Record: frozenset({"document", "filing", "instruments"}),
}


def to_json(value: Any) -> Any:
    """Turn a record, or any value inside one, into plain JSON values in the order of the public form."""
    if isinstance(value, tuple):
        return [to_json(item) for item in value]
    always = _ALWAYS.get(type(value))
    if always is None:
        return value
    out: dict[str, Any] = {}
    for name in value.__dataclass_fields__:
        item = getattr(value, name)
        if name in always or item not in (None, ()):
            out[_JSON_NAMES.get(name, name)] = to_json(item)
    if isinstance(value, Instrument):
        for attorney in out["attorneys"]:  # the form writes an attorney's affiliation, null too, and no principal's
            attorney.setdefault("affiliation", None)
    return out


def dumps(record: Record) -> str:
    """One line of JSON, without a line end."""
    return json.dumps(to_json(record), ensure_ascii=False)
