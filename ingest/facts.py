"""What a document says, as far as identity and relations go.

`document_facts` reads a document's facts from its graph, `bulk_facts` those of a data set's filings. The classes have
no slots, since pickle restores objects that have a dict many times faster, and facts wait on disk for most of a run
(`spool`).
"""

from __future__ import annotations

from dataclasses import dataclass

from . import iris

Days = tuple[str, str]  # the earliest and the latest day on which something can have happened, ISO


@dataclass(frozen=True)
class Mention:
    """A name where it stands; `party_type` is the notation, where the document says it; `former` are earlier names."""

    node: str
    role: str
    name: str
    party_type: str | None = None
    cik: str | None = None
    former: tuple[str, ...] = ()


@dataclass(frozen=True)
class Attorney:
    """An attorney's mention and the organization that the text gives for it."""

    mention: Mention
    affiliation: Mention | None = None


@dataclass(frozen=True)
class ReferenceFacts:
    """What an instrument says of others: which, by the days on which they were made, and how far, by what is named.

    `kind` is a notation, `executed` the earliest and the latest day, `forms` are IRIs of concepts, names are as
    printed; `ended` is when, as the instrument says, the others had ended or are to end; `principal` is
    whose power it is.
    """

    kind: str
    executed: Days | None = None
    attorneys: tuple[str, ...] = ()
    issuers: tuple[str, ...] = ()
    forms: tuple[str, ...] = ()
    ended: Days | None = None
    principal: str | None = None


@dataclass(frozen=True)
class InstrumentFacts:
    """One instrument. Dates are ISO days; `forms`, `powers`, `authority`, `terms` and `scope` are IRIs of concepts.

    `manner` are the words in which the text says how attorneys act, only where they must act together; `limits` are
    what it excludes, as worded; `references` are what it says of other instruments.
    """

    node: str
    kind: str
    principals: tuple[Mention, ...]
    attorneys: tuple[Attorney, ...]
    issuers: tuple[Mention, ...]
    law_firms: tuple[Mention, ...]
    signatories: tuple[Mention, ...]
    witnesses: tuple[Mention, ...]
    executed: Days | None
    expires: Days | None
    effective: Days | None
    revokes_prior: bool
    substitution: bool
    scope: tuple[str, ...]
    forms: tuple[str, ...]
    powers: tuple[str, ...]
    authority: tuple[str, ...]
    terms: tuple[str, ...]
    manner: tuple[str, ...] = ()
    limits: tuple[str, ...] = ()
    references: tuple[ReferenceFacts, ...] = ()


@dataclass(frozen=True)
class SignatureFacts:
    """One signature of a filing; `owner` is the node of the owner that it was matched to, `capacity` a notation."""

    node: str
    text: str
    signer: Mention | None
    signed_for: tuple[Mention, ...]
    capacity: str | None
    days: Days | None
    owner: str | None


@dataclass(frozen=True)
class FilingFacts:
    """A filing as one source describes it; `form` is a notation, `titles` stand beside the owners."""

    node: str
    accession: str | None
    form: str | None
    filed: str | None
    issuer: Mention | None
    owners: tuple[Mention, ...]
    titles: tuple[str | None, ...]
    signatures: tuple[SignatureFacts, ...]
    period: str | None = None
    amendment: bool = False

    @property
    def others(self) -> tuple[Mention, ...]:
        """The signers and those signed for."""
        return tuple(m for s in self.signatures for m in (*((s.signer,) if s.signer else ()), *s.signed_for))

    @property
    def mentions(self) -> tuple[Mention, ...]:
        """Every name in the filing."""
        return (*((self.issuer,) if self.issuer else ()), *self.owners, *self.others)


@dataclass(frozen=True)
class DocumentFacts:
    """What one document says, as far as identity and relations go; `latest` is the last day of which it speaks.

    A filing of a data set counts as a document of its own here. Filings of a set may share mentions: `known` are the
    nodes of those that the facts of an earlier filing of the set have given already.
    """

    key: str
    node: str
    principal_cik: str | None
    issuer_cik: str | None
    filing: FilingFacts | None
    instruments: tuple[InstrumentFacts, ...]
    filed: str | None
    latest: str | None
    known: frozenset[str] = frozenset()
    path_cik: str | None = None

    @property
    def accession(self) -> str | None:
        """The accession number of the filing, or of the one that a record line came from."""
        first = self.key.partition("/")[0]
        return self.filing.accession if self.filing else first if iris.is_accession(first) else None
