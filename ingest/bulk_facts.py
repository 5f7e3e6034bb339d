"""Facts of a data set's filings, one after the other, straight from the set's graph.

A set's graph may hold more filings than memory should, so its triples are sorted on disk: an issuer's stand together
then, as docs/model.md lays out their IRIs, and one issuer is in memory at a time. Callers may rely on: one
`DocumentFacts` for each filing, in the order of issuer and accession, whatever order the store gives; and the filings
of one issuer sharing the mentions that they have in common: `DocumentFacts.known` names those that came before.
"""

from __future__ import annotations

import tempfile
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import groupby

import pyoxigraph as ox

from ..ontology import terms
from . import iris
from .document_facts import document_facts, value_of
from .facts import DocumentFacts, FilingFacts, Mention, SignatureFacts
from .manifest import Entry
from .sorting import sorted_lines
from .statements import ORG, PROV, Triple, in_lines
from .store import Store

_ROLES = {"issuer": "issuer", "owner": "owner", "signer": "signer", "signed-for": "signer"}
# What is read, by predicate; everything else that the graph says is passed over before it is sorted.
_READ = {
    f"<{terms.INFACT}{name}>": name
    for name in (
        "accessionNumber", "formType", "filedOn", "issuer", "reportingOwner", "hasSignature", "signatureText", "signer",
        "signedFor", "capacityOfSigner", "signedOn", "matchedOwner", "printedName", "cik", "partyType", "title",
        "periodOfReport", "isAmendment",
    )
} | {f"<{PROV}wasDerivedFrom>": "from", f"<{ORG}member>": "member"}  # fmt: skip
_IN_LINES = frozenset(predicate.encode() for predicate in _READ)
_RUN = 200_000
_Said = dict[str, dict[str, list[str]]]


def facts_of(store: Store, entry: Entry) -> Iterator[DocumentFacts]:
    """The facts of what a manifest's entry stands for: one document, or every filing of a data set."""
    if iris.is_bulk(entry.key):
        yield from set_facts(store.oxigraph, entry.key)
    else:
        yield document_facts(store.oxigraph, entry.key)


def set_facts(store: ox.Store, key: str) -> Iterator[DocumentFacts]:
    """The facts of every filing of a set's graph."""
    above = f"<{iris.document(key)}/issuer/".encode()
    with tempfile.TemporaryFile() as dumped:
        store.dump(dumped, format=ox.RdfFormat.N_TRIPLES, from_graph=ox.NamedNode(iris.document_graph(key)))
        dumped.seek(0)
        wanted = (line for line in dumped if line.startswith(above) and line.split(b" ", 2)[1] in _IN_LINES)
        for _, lines in groupby(sorted_lines(wanted, _RUN), key=lambda line: _group(line, len(above))):
            yield from facts_in(key, in_lines(lines))


def facts_in(key: str, statements: Iterable[Triple]) -> Iterator[DocumentFacts]:
    """The facts of every filing of one issuer (or one of its groups) from what a set's graph says of it."""
    return _Group(statements, key).facts()


def _group(line: bytes, start: int) -> bytes:
    """The issuer, and its group where it has several, from a line's subject: what stands before the kind of node."""
    issuer, number, _ = line[start:].split(b"/", 2)
    return issuer + b"/" + number if number.isdigit() else issuer


class _Group:
    """An issuer's filings, read from what is said of them."""

    def __init__(self, statements: Iterable[Triple], key: str) -> None:
        self._key = key
        self._said: _Said = defaultdict(lambda: defaultdict(list))
        self._titles: dict[str, dict[str, str]] = defaultdict(dict)
        self._mentions: dict[str, Mention] = {}
        for subject, predicate, value in statements:
            name = _READ.get(predicate)
            if name is not None:
                self._said[subject[1:-1]][name].append(value_of(value))

    def facts(self) -> Iterator[DocumentFacts]:
        """The facts of each filing, by accession."""
        for said in self._said.values():
            for owner, title in zip(said.get("member", ()), said.get("title", ()), strict=False):
                for filing in said["from"]:
                    self._titles[filing][owner] = min(title, self._titles[filing].get(owner, title))
        for node in sorted(node for node, said in self._said.items() if "accessionNumber" in said):
            yield self._facts(node, self._said[node])

    def _facts(self, node: str, said: dict[str, list[str]]) -> DocumentFacts:
        before = frozenset(self._mentions)
        accession, filed = _one(said, "accessionNumber"), _one(said, "filedOn")
        issuer, form = _one(said, "issuer"), _one(said, "formType")
        owners = tuple(self._mention(owner) for owner in sorted(said.get("reportingOwner", ()), key=_place))
        titles = self._titles.get(node, {})
        signatures = tuple(self._signature(one) for one in sorted(said.get("hasSignature", ()), key=_place))
        filing = FilingFacts(
            node=node,
            accession=accession,
            form=iris.notation(form) if form else None,
            filed=filed,
            issuer=self._mention(issuer) if issuer else None,
            owners=owners,
            titles=tuple(titles.get(owner.node) for owner in owners),
            signatures=signatures,
            period=_one(said, "periodOfReport"),
            amendment=_one(said, "isAmendment") == "true",
        )
        days = (filed, *(signature.days[1] for signature in signatures if signature.days))
        return DocumentFacts(
            key=f"{self._key}/{accession}",
            node=iris.document(self._key),
            principal_cik=None,
            issuer_cik=None,
            filing=filing,
            instruments=(),
            filed=filed,
            latest=max((day for day in days if day), default=None),
            known=before & {mention.node for mention in filing.mentions},
        )

    def _mention(self, node: str) -> Mention:
        found = self._mentions.get(node)
        if found is None:
            said = self._said[node]
            party_type = _one(said, "partyType")
            found = self._mentions[node] = Mention(
                node=node,
                role=_ROLES[node.split("/")[-2]],
                name=_one(said, "printedName") or "",
                party_type=party_type.rpartition("/")[2] if party_type else None,
                cik=_one(said, "cik"),
            )
        return found

    def _signature(self, node: str) -> SignatureFacts:
        said = self._said[node]
        signer, capacity = _one(said, "signer"), _one(said, "capacityOfSigner")
        return SignatureFacts(
            node=node,
            text=_one(said, "signatureText") or "",
            signer=self._mention(signer) if signer else None,
            signed_for=tuple(self._mention(one) for one in sorted(said.get("signedFor", ()), key=_place)),
            capacity=capacity.rpartition("/")[2] if capacity else None,
            days=(day, day) if (day := _one(said, "signedOn")) else None,
            owner=_one(said, "matchedOwner"),
        )


def _one(said: dict[str, list[str]], name: str) -> str | None:
    values = said.get(name)
    return min(values) if values else None


def _place(node: str) -> int:
    return int(node.rpartition("/")[2])
