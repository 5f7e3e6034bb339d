"""A document's facts read back from its graph: what identity and relations are derived from.

Only the graph is read, so facts that came from another tool's N-Quads count as much as infact's own. A node's place
in its document (which instrument, which role, which number) is read from its IRI, which docs/model.md fixes. Callers
may rely on: everything is in the order of the record, whatever order the store gives. The classes have no slots, since
pickle restores objects that have a dict many times faster, and facts wait on disk for most of a run (`spool`).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

import pyoxigraph as ox

from ..ontology import terms
from . import iris

_PLACE = re.compile(
    r"/(?:instrument/(?P<instrument>\d+)/(?P<role>principal|attorney|issuer|law-firm|signatory|witness"
    r"|reference)/(?P<number>\d+)"
    r"(?P<affiliation>/affiliation)?|filing/(?P<filing>issuer|owner/\d+|signature/\d+/(?:signer|for/\d+)))\Z"
)
_PREDICATES = {
    name: ox.NamedNode(f"{terms.INFACT}{name}")
    for name in (
        "printedName", "cik", "partyType", "principalCik", "issuerCik", "pathCik", "instrumentKind", "scope",
        "accessionNumber", "formCovered", "grantedPower", "authority", "termCondition", "revokesPrior", "effectiveOn",
        "executedEarliest", "executedLatest", "expiresLatest", "filedOn", "signedOn", "maySubstitute", "formType",
        "signatureText", "capacityOfSigner", "matchedOwner", "title", "formerName", "limit", "periodOfReport",
        "isAmendment",
    )
}  # fmt: skip
_Values = dict[str, dict[str, list[str]]]


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
class InstrumentFacts:
    """One instrument. Dates are ISO days; `forms`, `powers`, `authority`, `terms` and `scope` are IRIs of concepts.

    `manner` are the words in which the text says how attorneys act, only where they must act together; `limits` are
    what it excludes, as worded; `refers_to` are
    the dates of the other instruments that it revokes, supersedes, substitutes under or confirms.
    """

    node: str
    kind: str
    principals: tuple[Mention, ...]
    attorneys: tuple[Attorney, ...]
    issuers: tuple[Mention, ...]
    law_firms: tuple[Mention, ...]
    signatories: tuple[Mention, ...]
    witnesses: tuple[Mention, ...]
    executed: tuple[str, str] | None
    expires: str | None
    effective: str | None
    revokes_prior: bool
    substitution: bool
    scope: tuple[str, ...]
    forms: tuple[str, ...]
    powers: tuple[str, ...]
    authority: tuple[str, ...]
    terms: tuple[str, ...]
    manner: tuple[str, ...] = ()
    limits: tuple[str, ...] = ()
    refers_to: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class SignatureFacts:
    """One signature of a filing; `owner` is the node of the owner that it was matched to, `capacity` a notation."""

    node: str
    text: str
    signer: Mention | None
    signed_for: tuple[Mention, ...]
    capacity: str | None
    day: str | None
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


def document_facts(store: ox.Store, key: str) -> DocumentFacts:
    """Read a document's facts from its graph."""
    graph = ox.NamedNode(iris.document_graph(key))
    base = iris.document(key)
    said: _Values = {}
    for name, predicate in _PREDICATES.items():
        values: dict[str, list[str]] = defaultdict(list)
        for quad in store.quads_for_pattern(None, predicate, None, graph):
            values[quad.subject.value].append(quad.object.value)  # type: ignore[union-attr]
        said[name] = values
    mentions: dict[tuple[int, str], list[tuple[int, Mention]]] = defaultdict(list)
    affiliations: dict[tuple[int, int], Mention] = {}
    filed: list[tuple[list[str], Mention]] = []
    for node in said["printedName"]:
        place = _PLACE.search(node, len(base))
        if place is None or place["role"] == "reference":
            continue
        if place["filing"]:
            parts = place["filing"].split("/")
            filed.append((parts, _mention(said, node, "signer" if parts[0] == "signature" else parts[0])))
        elif place["affiliation"]:
            affiliations[int(place["instrument"]), int(place["number"])] = _mention(said, node, "affiliation")
        else:
            found = _mention(said, node, place["role"])
            mentions[int(place["instrument"]), place["role"]].append((int(place["number"]), found))

    def listed(instrument: int, role: str) -> list[tuple[int, Mention]]:
        return sorted(mentions.get((instrument, role), ()), key=lambda pair: pair[0])

    instruments = []
    for number in sorted(int(node.rpartition("/")[2]) for node in said["instrumentKind"]):
        node = f"{base}/instrument/{number}"
        plain = {
            role: tuple(m for _, m in listed(number, role))
            for role in ("principal", "issuer", "law-firm", "signatory", "witness")
        }
        earliest, latest = _one(said, "executedEarliest", node), _one(said, "executedLatest", node)
        instruments.append(
            InstrumentFacts(
                node=node,
                kind=said["instrumentKind"][node][0].rpartition("/")[2],
                principals=plain["principal"],
                attorneys=tuple(Attorney(m, affiliations.get((number, n))) for n, m in listed(number, "attorney")),
                issuers=plain["issuer"],
                law_firms=plain["law-firm"],
                signatories=plain["signatory"],
                witnesses=plain["witness"],
                executed=(earliest, latest) if earliest and latest else None,
                expires=_one(said, "expiresLatest", node),
                effective=_one(said, "effectiveOn", node),
                revokes_prior=_one(said, "revokesPrior", node) == "true",
                substitution=_one(said, "maySubstitute", node) == "true",
                scope=_all(said, "scope", node),
                forms=_all(said, "formCovered", node),
                powers=_all(said, "grantedPower", node),
                authority=_all(said, "authority", node),
                terms=_all(said, "termCondition", node),
                manner=_manner(store, graph, node, said),
                limits=_all(said, "limit", node),
                refers_to=tuple(
                    (said["executedEarliest"][mark][0], said["executedLatest"][mark][0])
                    for mark in sorted(said["executedEarliest"])
                    if mark.startswith(f"{node}/reference/") and said["executedLatest"].get(mark)
                ),
            )
        )
    # An end or a beginning may lie ahead; only what was signed or filed is known to have happened by then.
    happened = ("executedLatest", "filedOn", "signedOn")
    return DocumentFacts(
        key=key,
        node=base,
        principal_cik=_one(said, "principalCik", base),
        issuer_cik=_one(said, "issuerCik", base),
        filing=_filing(said, f"{base}/filing", filed),
        instruments=tuple(instruments),
        filed=_one(said, "filedOn", f"{base}/filing") or _one(said, "filedOn", base),
        latest=max((day for name in happened for days in said[name].values() for day in days), default=None),
        path_cik=_one(said, "pathCik", base),
    )


_JOINT = terms.concept("authority", "joint")
_FIELD, _EXACT = ox.NamedNode(f"{terms.INFACT}field"), ox.NamedNode("http://www.w3.org/ns/oa#exact")


def _manner(store: ox.Store, graph: ox.NamedNode, node: str, said: _Values) -> tuple[str, ...]:
    """In which words an instrument says that its attorneys act together; looked up only where it does."""
    if _JOINT not in _all(said, "authority", node):
        return ()
    base = f"<{node}/evidence/"
    quotes = [
        str(quote.object.value)  # type: ignore[union-attr]
        for evidence in store.quads_for_pattern(None, _FIELD, ox.Literal("authority"), graph)
        if str(evidence.subject).startswith(base)
        for quote in store.quads_for_pattern(ox.NamedNode(f"{str(evidence.subject)[1:-1]}/quote"), _EXACT, None, graph)
    ]
    return tuple(sorted(quotes))


def _filing(said: _Values, node: str, filed: list[tuple[list[str], Mention]]) -> FilingFacts | None:
    accession = _one(said, "accessionNumber", node)
    if accession is None and not filed:
        return None
    filed.sort(key=lambda pair: [(len(part), part) for part in pair[0]])
    owners = tuple(mention for parts, mention in filed if parts[0] == "owner")
    form = _one(said, "formType", node)
    return FilingFacts(
        node=node,
        accession=accession,
        form=form.rpartition("/")[2] if form else None,
        filed=_one(said, "filedOn", node),
        issuer=next((mention for parts, mention in filed if parts[0] == "issuer"), None),
        owners=owners,
        titles=tuple(_title(said, owner.node) for owner in owners),
        signatures=tuple(_signatures(said, f"{node}/signature/", filed)),
        period=_one(said, "periodOfReport", node),
        amendment=_one(said, "isAmendment", node) == "true",
    )


def _title(said: _Values, owner: str) -> str | None:
    """The title that a filing gives for an owner, with whichever of the owner's roles it stands."""
    found = (_one(said, "title", f"{owner}/membership/{role}") for role in sorted(terms.SCHEMES["insider-role"]))
    return next((title for title in found if title), None)


def _signatures(said: _Values, base: str, filed: list[tuple[list[str], Mention]]) -> Iterator[SignatureFacts]:
    for number in sorted(int(node.removeprefix(base)) for node in said["signatureText"] if node.startswith(base)):
        node = f"{base}{number}"
        named = [(parts, mention) for parts, mention in filed if parts[:2] == ["signature", str(number)]]
        capacity = _one(said, "capacityOfSigner", node)
        yield SignatureFacts(
            node=node,
            text=min(said["signatureText"][node]),
            signer=next((mention for parts, mention in named if parts[2] == "signer"), None),
            signed_for=tuple(mention for parts, mention in named if parts[2] == "for"),
            capacity=capacity.rpartition("/")[2] if capacity else None,
            day=_one(said, "signedOn", node),
            owner=_one(said, "matchedOwner", node),
        )


def _mention(said: _Values, node: str, role: str) -> Mention:
    party_type = _one(said, "partyType", node)
    return Mention(
        node=node,
        role=role,
        name=min(said["printedName"][node]),
        party_type=party_type.rpartition("/")[2] if party_type else None,
        cik=_one(said, "cik", node),
        former=_all(said, "formerName", node),
    )


def _one(said: _Values, name: str, node: str) -> str | None:
    values = said[name].get(node)
    return min(values) if values else None


def _all(said: _Values, name: str, node: str) -> tuple[str, ...]:
    return tuple(sorted(said[name].get(node, ())))
