"""A document's facts read from its graph, or from the statements of which its graph is made.

Only the graph is read, so facts that came from another tool's N-Quads count as much as infact's own. A node's place
in its document (which instrument, which role, which number) is read from its IRI, which docs/model.md fixes. Callers
may rely on: everything is in the order of the record, whatever order the store gives; and statements give what the
graph gives that holds them.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

import pyoxigraph as ox

from ..ontology import terms
from . import iris
from .facts import Attorney, Days, DocumentFacts, FilingFacts, InstrumentFacts, Mention, ReferenceFacts, SignatureFacts
from .statements import Triple

_PLACE = re.compile(
    r"/(?:instrument/(?P<instrument>\d+)/(?P<role>principal|attorney|issuer|law-firm|signatory|witness"
    r"|reference)/(?P<number>\d+)"
    r"(?P<affiliation>/affiliation)?|filing/(?P<filing>issuer|owner/\d+|signature/\d+/(?:signer|for/\d+)))\Z"
)
_ENDS = ("On", "Earliest", "Latest")
# What is read, by predicate; everything else that a graph says is passed over.
_READ = {
    f"{terms.INFACT}{name}": name
    for name in (
        "printedName", "cik", "partyType", "principalCik", "issuerCik", "pathCik", "instrumentKind", "scope",
        "accessionNumber", "formCovered", "grantedPower", "authority", "termCondition", "revokesPrior", "filedOn",
        "maySubstitute", "formType", "signatureText", "capacityOfSigner", "matchedOwner", "title", "limit",
        "formerName", "periodOfReport", "isAmendment", "field", "referenceKind", "attorneyMeant", "issuerMeant",
        "formMeant",
        *(f"{stem}{end}" for stem in ("executed", "expires", "effective", "signed", "ended") for end in _ENDS),
    )
} | {"http://www.w3.org/ns/oa#exact": "exact"}  # fmt: skip
_IN_STATEMENTS = {f"<{predicate}>": name for predicate, name in _READ.items()}
_ESCAPE = re.compile(r"\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.))")
_ESCAPED = {"t": "\t", "b": "\b", "n": "\n", "r": "\r", "f": "\f"}
_Values = dict[str, dict[str, list[str]]]


def document_facts(store: ox.Store, key: str) -> DocumentFacts:
    """Read a document's facts from its graph."""
    said = _nothing()
    for quad in store.quads_for_pattern(None, None, None, ox.NamedNode(iris.document_graph(key))):
        name = _READ.get(quad.predicate.value)
        if name is not None:
            said[name][quad.subject.value].append(quad.object.value)  # type: ignore[union-attr]
    return _facts(key, said)


def facts_in(key: str, statements: Iterable[Triple]) -> DocumentFacts:
    """Read a document's facts from what its graph is to say; they are those that `document_facts` reads."""
    said = _nothing()
    for subject, predicate, value in statements:
        name = _IN_STATEMENTS.get(predicate)
        if name is not None:
            said[name][subject[1:-1]].append(value_of(value))
    return _facts(key, said)


def value_of(written: str) -> str:
    """The IRI or the text of a literal, as N-Quads writes it; a line's end may stand behind."""
    if written.startswith("<"):
        return written[1 : written.index(">")]
    plain = written[1 : written.rindex('"')]
    return _ESCAPE.sub(_unescaped, plain) if "\\" in plain else plain


def _unescaped(found: re.Match[str]) -> str:
    short, long, plain = found.groups()
    return chr(int(short or long, 16)) if plain is None else _ESCAPED.get(plain, plain)


def _nothing() -> _Values:
    return {name: defaultdict(list) for name in _READ.values()}


def _facts(key: str, said: _Values) -> DocumentFacts:
    base = iris.document(key)
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

    references: defaultdict[int, list[str]] = defaultdict(list)
    for mark in sorted(said["referenceKind"], key=lambda mark: int(mark.rpartition("/")[2])):
        references[int(mark.rpartition("/reference/")[0].rpartition("/")[2])].append(mark)
    instruments = []
    for number in sorted(int(node.rpartition("/")[2]) for node in said["instrumentKind"]):
        node = f"{base}/instrument/{number}"
        plain = {
            role: tuple(m for _, m in listed(number, role))
            for role in ("principal", "issuer", "law-firm", "signatory", "witness")
        }
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
                executed=_days(said, "executed", node),
                expires=_days(said, "expires", node),
                effective=_days(said, "effective", node),
                revokes_prior=_one(said, "revokesPrior", node) == "true",
                substitution=_one(said, "maySubstitute", node) == "true",
                scope=_all(said, "scope", node),
                forms=_all(said, "formCovered", node),
                powers=_all(said, "grantedPower", node),
                authority=_all(said, "authority", node),
                terms=_all(said, "termCondition", node),
                manner=_manner(node, said),
                limits=_all(said, "limit", node),
                references=tuple(_reference(said, mark) for mark in references.get(number, ())),
            )
        )
    # An end or a beginning may lie ahead; only what was signed or filed is known to have happened by then.
    happened = ("executedLatest", "filedOn", "signedOn", "signedLatest")
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


def _reference(said: _Values, mark: str) -> ReferenceFacts:
    return ReferenceFacts(
        kind=said["referenceKind"][mark][0].rpartition("/")[2],
        executed=_days(said, "executed", mark),
        attorneys=_all(said, "attorneyMeant", mark),
        issuers=_all(said, "issuerMeant", mark),
        forms=_all(said, "formMeant", mark),
        ended=_days(said, "ended", mark),
        principal=_one(said, "printedName", mark),
    )


_JOINT = terms.concept("authority", "joint")


def _manner(node: str, said: _Values) -> tuple[str, ...]:
    """In which words an instrument says that its attorneys act together; looked up only where it does."""
    if _JOINT not in _all(said, "authority", node):
        return ()
    quotes = [
        quote
        for evidence, fields in said["field"].items()
        if "authority" in fields and evidence.startswith(f"{node}/evidence/")
        for quote in said["exact"].get(f"{evidence}/quote", ())
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
        form=iris.notation(form) if form else None,
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
            days=_days(said, "signed", node),
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


def _days(said: _Values, stem: str, node: str) -> Days | None:
    """When something can have happened; a day alone stands for both."""
    earliest = _one(said, f"{stem}Earliest", node) or _one(said, f"{stem}On", node)
    latest = _one(said, f"{stem}Latest", node) or _one(said, f"{stem}On", node)
    return (earliest, latest) if earliest and latest else None


def _one(said: _Values, name: str, node: str) -> str | None:
    values = said[name].get(node)
    return min(values) if values else None


def _all(said: _Values, name: str, node: str) -> tuple[str, ...]:
    return tuple(sorted(said[name].get(node, ())))
