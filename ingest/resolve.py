"""Which mentions are the same person, organization or office, decided by rule alone, and why.

The rules, none of which looks at how alike two names are:

- a CIK that the document states, or that it states for the reporting owner whose name the mention carries, decides;
- organizations: the same folded name; where exactly one CIK bears that name in the corpus, it is that one;
- persons: the same folded name about the same issuer, or shown with the same firm; what neither holds for is known
  from its own document only;
- offices: the same title at the same organization.

Callers may rely on: two CIKs are never made one, whatever chain of names would join them; and the same documents give
the same entities and IRIs, in whatever order they were built. An entity without a CIK is named by the smallest of the
keys that define it, so a document that adds a smaller key renames it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from . import iris
from .facts import DocumentFacts, InstrumentFacts, Mention
from .folding import fold_organization, fold_person
from .names import is_organization, same_person

Kind = Literal["person", "organization", "office"]

# How sure each rule is. Rough by nature, and ordered as the rules are; a reviewer's decision stands above them all.
SURE = {
    "cik": 1.0,
    "exhibit-of-filing": 0.98,
    "same-name-same-issuer": 0.95,
    "same-name-same-firm": 0.95,
    "same-organization-name": 0.9,
    "alone": 1.0,
}


@dataclass(frozen=True, slots=True)
class Claim:
    """A mention and the keys under which it is known, the strongest first; all of them mean one entity.

    Keys are `cik:...`, `issuer:{organization}|{name}`, `firm:{organization}|{name}`, `own:{document}|{name}` for
    persons and offices, and `cik:...` or `name:{name}` for organizations.
    """

    mention: Mention
    kind: Kind
    keys: tuple[str, ...]
    law_firm: bool = False
    issuer: bool = False


@dataclass(frozen=True, slots=True)
class Link:
    """A mention's entity, and the rule that says so."""

    mention: str
    entity: str
    method: str
    probability: float
    reason: str


@dataclass(slots=True)
class _Entity:
    printings: Counter[tuple[bool, str]]
    mentions: int = 0
    law_firm: bool = False
    issuer: bool = False


@dataclass(frozen=True, slots=True)
class Entity:
    """A person, organization or office with its preferred printing."""

    iri: str
    kind: Kind
    label: str
    cik: str | None
    law_firm: bool
    issuer: bool


class Organizations:
    """Organizations by CIK or folded name. Learn every document, then ask."""

    def __init__(self) -> None:
        self._ciks: dict[str, set[str]] = defaultdict(set)
        self._organization_ciks: set[str] = set()

    def learn(self, facts: DocumentFacts) -> None:
        """Note which names stand beside which CIKs."""
        for mention, _ in _organizations(facts, self):
            cik = stated_cik(mention, facts)
            if cik:
                self._organization_ciks.add(cik)
                self._ciks[fold_organization(mention.name)].add(cik)

    def is_organization(self, mention: Mention) -> bool:
        """Whether a party is an organization: as its document says, else by its CIK elsewhere, else by its name."""
        if mention.party_type is not None:
            return mention.party_type == "organization"
        return mention.cik in self._organization_ciks or is_organization(mention.name)

    def key(self, mention: Mention, facts: DocumentFacts) -> str:
        """The key of an organization."""
        cik = stated_cik(mention, facts)
        name = fold_organization(mention.name)
        ciks = self._ciks.get(name, ())
        return f"cik:{cik or next(iter(ciks))}" if cik or len(ciks) == 1 else f"name:{name}"


def stated_cik(mention: Mention, facts: DocumentFacts) -> str | None:
    """The CIK that a document states for an organization: its own, the filing's issuer's or owner's of that name.

    A document that is about one issuer, named once, may carry that issuer's CIK from where it was found.
    """
    if mention.cik:
        return mention.cik
    filing, name = facts.filing, fold_organization(mention.name)
    for known in (filing.issuer, *filing.owners) if filing else ():
        if known and known.cik and fold_organization(known.name) == name:
            return known.cik
    if facts.issuer_cik and mention.role == "issuer":
        names = {fold_organization(m.name) for instrument in facts.instruments for m in instrument.issuers}
        return facts.issuer_cik if len(names) == 1 else None
    return None


def context(facts: DocumentFacts, instrument: InstrumentFacts | None, organizations: Organizations) -> tuple[str, ...]:
    """The issuers that an instrument is about: those it names, else the filing's, else the one it was found under."""
    if instrument is not None and instrument.issuers:
        return tuple(sorted({organizations.key(mention, facts) for mention in instrument.issuers}))
    if facts.filing is not None and facts.filing.issuer is not None:
        return (organizations.key(facts.filing.issuer, facts),)
    return (f"cik:{facts.issuer_cik}",) if facts.issuer_cik else ()


def claims(facts: DocumentFacts, organizations: Organizations) -> Iterator[Claim]:
    """Every mention of a document with the keys under which it is known."""
    for mention, instrument in _mentions(facts):
        if mention.party_type == "office":
            yield _office(mention, instrument, facts, organizations)
        elif mention.role in _ORGANIZATION_ROLES or organizations.is_organization(mention):
            yield Claim(
                mention,
                "organization",
                (organizations.key(mention, facts),),
                law_firm=mention.role == "law-firm",
                issuer=mention.role == "issuer",
            )
        else:
            yield Claim(mention, "person", _person_keys(mention, instrument, facts, organizations))


class Entities:
    """Joins what claims say is one. Learn every claim, then `settle`, then ask; learning order does not matter."""

    def __init__(self) -> None:
        self._joins: set[tuple[Kind, str, str]] = set()
        self._parents: dict[tuple[Kind, str], str] = {}
        self._entities: dict[tuple[Kind, str], _Entity] = {}
        self._iris: dict[tuple[Kind, str], str] = {}
        self.refused = 0

    def learn(self, claim: Claim) -> None:
        """Note a claim's keys, and how it prints the name."""
        first, *others = claim.keys
        for other in others:
            self._joins.add((claim.kind, first, other))
        entity = self._entities.setdefault((claim.kind, first), _Entity(Counter()))
        entity.mentions += 1
        entity.law_firm |= claim.law_firm
        entity.issuer |= claim.issuer
        # EDGAR prints "LAST FIRST": such a printing is preferred last.
        turned = claim.mention.role in {"reporting-owner", "owner"} and claim.kind == "person"
        entity.printings[turned, claim.mention.name] += 1

    def settle(self) -> None:
        """Join the keys. A join that would make two CIKs one is refused and counted in `refused`."""
        ciks: dict[tuple[Kind, str], str] = {}
        # CIKs first: a name that one CIK has claimed is not for another, whatever the order of documents.
        for kind, one, other in sorted(self._joins, key=lambda join: (not join[1].startswith("cik:"), join)):
            left, right = self._root(kind, one), self._root(kind, other)
            mine, theirs = (ciks.get((kind, key), key if key.startswith("cik:") else None) for key in (left, right))
            if mine and theirs and mine != theirs:
                self.refused += 1
            elif left != right:
                root, child = min(left, right), max(left, right)
                self._parents[kind, child] = root
                if mine or theirs:
                    ciks[kind, root] = mine or theirs or ""
        self._joins.clear()
        merged: dict[tuple[Kind, str], _Entity] = {}
        for (kind, key), entity in sorted(self._entities.items(), key=lambda item: item[0]):
            root = self._root(kind, key)
            into = merged.setdefault((kind, root), _Entity(Counter()))
            into.printings.update(entity.printings)
            into.mentions += entity.mentions
            into.law_firm |= entity.law_firm
            into.issuer |= entity.issuer
            cik = ciks.get((kind, root), root if root.startswith("cik:") else None)
            self._iris[kind, root] = iris.entity(kind, cik=cik.removeprefix("cik:")) if cik else iris.entity(kind, root)
        self._entities = merged

    def iri(self, kind: Kind, key: str) -> str:
        """The IRI of the entity that a key means, whether a mention of it was learned or not."""
        root = self._root(kind, key)
        known = self._iris.get((kind, root))
        if known:
            return known
        return iris.entity(kind, cik=root.removeprefix("cik:")) if root.startswith("cik:") else iris.entity(kind, root)

    def link(self, claim: Claim) -> Link:
        """The link of a claim's mention."""
        key = claim.keys[0]
        method, probability, reason = self._rule(claim, key)
        return Link(claim.mention.node, self.iri(claim.kind, key), method, probability, reason)

    def label(self, kind: Kind, key: str) -> str:
        """The preferred printing of the entity that a key means."""
        entity = self._entities.get((kind, self._root(kind, key)))
        return _preferred(entity.printings) if entity else key.replace("cik:", "CIK ")

    def __iter__(self) -> Iterator[Entity]:
        for (kind, key), entity in self._entities.items():
            iri = self._iris[kind, key]
            cik = iri.rpartition("/cik-")[2] if "/cik-" in iri else None
            yield Entity(iri, kind, _preferred(entity.printings), cik, entity.law_firm, entity.issuer)

    def _root(self, kind: Kind, key: str) -> str:
        root = key
        while (parent := self._parents.get((kind, root))) is not None:
            root = parent
        while key != root:  # shorten the way for the next one who asks
            self._parents[kind, key], key = root, self._parents[kind, key]
        return root

    def _rule(self, claim: Claim, key: str) -> tuple[str, float, str]:
        sort, _, rest = key.partition(":")
        if sort == "cik":
            if claim.mention.cik == rest:
                return "cik", SURE["cik"], f"the document states CIK {rest}"
            if claim.kind == "organization":
                return "same-organization-name", 0.95, f"the only organization of this name with a CIK, {rest}"
            method = "exhibit-of-filing"
            return method, SURE[method], f"the name agrees with that of CIK {rest} in the same document"
        entity = self._entities[claim.kind, self._root(claim.kind, key)]
        if entity.mentions == 1 or sort == "own":
            return "alone", SURE["alone"], "known from this document only"
        if sort == "name":
            return "same-organization-name", SURE["same-organization-name"], "the same name, folded"
        method = "same-name-same-issuer" if sort == "issuer" else "same-name-same-firm"
        return method, SURE[method], f"the same name with {self.label('organization', rest.partition('|')[0])}"


_ORGANIZATION_ROLES = frozenset({"issuer", "law-firm", "affiliation"})


def _preferred(printings: Counter[tuple[bool, str]]) -> str:
    """The printing to show: not in EDGAR's order, not in capitals, the most frequent, the longest, the first."""
    (_, name), _ = min(
        printings.items(),
        key=lambda item: (item[0][0], item[0][1].isupper(), -item[1], -len(item[0][1]), item[0][1]),
    )
    return name


def _mentions(facts: DocumentFacts) -> Iterator[tuple[Mention, InstrumentFacts | None]]:
    if facts.filing is not None:
        if facts.filing.issuer is not None:
            yield facts.filing.issuer, None
        for mention in (*facts.filing.owners, *facts.filing.others):
            yield mention, None
    for instrument in facts.instruments:
        for attorney in instrument.attorneys:
            yield attorney.mention, instrument
            if attorney.affiliation is not None:
                yield attorney.affiliation, instrument
        for group in ("principals", "issuers", "law_firms", "signatories", "witnesses"):
            for mention in getattr(instrument, group):
                yield mention, instrument


def _organizations(
    facts: DocumentFacts, organizations: Organizations
) -> Iterator[tuple[Mention, InstrumentFacts | None]]:
    return (
        (mention, instrument)
        for mention, instrument in _mentions(facts)
        if mention.role in _ORGANIZATION_ROLES or organizations.is_organization(mention)
    )


def _affiliation(mention: Mention, instrument: InstrumentFacts | None) -> Mention | None:
    if instrument is None or mention.role != "attorney":
        return None
    return next((a.affiliation for a in instrument.attorneys if a.mention.node == mention.node), None)


def _office(
    mention: Mention, instrument: InstrumentFacts | None, facts: DocumentFacts, organizations: Organizations
) -> Claim:
    name, affiliation = fold_person(mention.name), _affiliation(mention, instrument)
    about = context(facts, instrument, organizations)
    if affiliation is not None:
        key = f"firm:{organizations.key(affiliation, facts)}|{name}"
    elif len(about) == 1:
        key = f"issuer:{about[0]}|{name}"
    else:
        key = f"own:{facts.key}|{name}"
    return Claim(mention, "office", (key,))


def _person_keys(
    mention: Mention, instrument: InstrumentFacts | None, facts: DocumentFacts, organizations: Organizations
) -> tuple[str, ...]:
    cik = _person_cik(mention, instrument, facts, organizations)
    keys = [f"cik:{cik}"] if cik else []
    if mention.role == "owner" and cik:
        return tuple(keys)  # EDGAR's "LAST FIRST" is nobody's printed name
    name = fold_person(mention.name)
    keys += [f"issuer:{issuer}|{name}" for issuer in context(facts, instrument, organizations)]
    affiliation = _affiliation(mention, instrument)
    if affiliation is not None:
        keys.append(f"firm:{organizations.key(affiliation, facts)}|{name}")
    return tuple(dict.fromkeys(keys)) or (f"own:{facts.key}|{name}",)


def _person_cik(
    mention: Mention, instrument: InstrumentFacts | None, facts: DocumentFacts, organizations: Organizations
) -> str | None:
    if mention.cik:
        return mention.cik
    if facts.filing is not None:
        agreeing = {
            owner.cik
            for owner in facts.filing.owners
            if owner.cik and not organizations.is_organization(owner) and same_person(mention.name, owner.name)
        }
        return agreeing.pop() if len(agreeing) == 1 else None
    if facts.principal_cik and instrument is not None and len(instrument.principals) == 1:
        principal = instrument.principals[0]
        if mention.role == "principal" or (
            mention.role == "signatory" and fold_person(mention.name) == fold_person(principal.name)
        ):
            return facts.principal_cik
    return None
