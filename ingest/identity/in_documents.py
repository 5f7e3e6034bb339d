"""The units of documents, made of the names that they print and of what stands around these.

Filings of a data set share the names of an issuer, so that these are one unit across them. Callers may rely on units
in the order of their keys, whatever order documents come in.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from itertools import groupby
from sys import intern
from urllib.parse import unquote

from .. import iris
from ..facts import DocumentFacts, InstrumentFacts, Mention
from ..names import is_organization
from . import organization_agreement, organizations, person_agreement, persons
from .units import Draft, Kind, Unit

# The part of a mention that a data set's filings share: the set and the issuer.
_SET = re.compile(re.escape(iris.DOCUMENTS) + r"(.+?/issuer/[^/]+(?:/\d+)?)/(?:issuer|owner|signer|signed-for)/\d+\Z")
_ORGANIZATION_ROLES = frozenset({"issuer", "law-firm", "affiliation"})


def organization_ciks(facts: DocumentFacts) -> Iterator[str]:
    """CIKs that a document gives to an organization; elsewhere they may stand beside an owner of unknown type."""
    for mention, _ in mentions(facts):
        if mention.cik and (mention.role in _ORGANIZATION_ROLES or _by_name(mention)):
            yield mention.cik


def mentions(facts: DocumentFacts) -> Iterator[tuple[Mention, InstrumentFacts | None]]:
    """Every mention of a document in order, with the instrument in which it stands."""
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


def units(found: Iterable[DocumentFacts], is_known_organization: Callable[[str], bool]) -> list[Unit]:
    """The units of documents, by key.

    Args:
        found: What the documents say; those of a data set's filings that share names come one after the other.
        is_known_organization: Whether a CIK is known, from any document, as an organization's.
    """
    out: list[Unit] = []
    for place, there in groupby(found, key=_place):
        drafts: dict[str, Draft] = {}
        named: dict[str, _Named] = {}
        for facts in there:
            for draft in _Units(facts, place, is_known_organization, named).run():
                held = drafts.setdefault(draft.key, draft)
                if held is not draft:
                    held.add(draft)
        share = {key: key for key in drafts}
        out += (draft.done(share) for draft in drafts.values())
    out.sort(key=lambda unit: unit.key)
    return out


def _by_name(mention: Mention) -> bool:
    if mention.party_type is not None:
        return mention.party_type == "organization"
    return is_organization(mention.name)


def _place(facts: DocumentFacts) -> str:
    """Where names are one unit: a document, or what a data set holds of one issuer."""
    first = facts.filing.mentions[0].node if facts.filing is not None and facts.filing.mentions else ""
    shared = _SET.match(first)
    return unquote(shared[1]) if shared else facts.key


# Key, kind and fold of the unit to which a mention belongs, and whether it prints a surname first.
_Named = tuple[str, Kind, str, bool]


class _Units:
    """The units of one document, or of one filing of a data set; `named` are mentions met before in others of it."""

    def __init__(
        self,
        facts: DocumentFacts,
        place: str,
        is_known_organization: Callable[[str], bool],
        named: dict[str, _Named],
    ) -> None:
        self._facts, self._place, self._known, self._named = facts, place, is_known_organization, named
        self._year = self._years()
        self._units: dict[str, Draft] = {}
        self._of: dict[str, Draft] = {}

    def run(self) -> list[Draft]:
        facts = self._facts
        affiliations = {
            attorney.mention.node: attorney.affiliation
            for instrument in facts.instruments
            for attorney in instrument.attorneys
            if attorney.affiliation is not None
        }
        found = list(mentions(facts))
        for mention, instrument in found:
            if mention.party_type != "office":
                named = self._named.get(mention.node) or self._name(mention)
                self._add(mention, _as_attorney(named, mention, instrument))
        for mention, instrument in found:
            if mention.party_type == "office":
                self._office(mention, instrument, affiliations.get(mention.node))
        for mention, instrument in found:
            self._context(self._of[mention.node], mention, instrument, affiliations.get(mention.node))
        for instrument in facts.instruments:
            self._beside(instrument)
        self._ciks()
        if facts.filing is not None:
            self._list((self._of[owner.node] for owner in facts.filing.owners), f"{facts.key}#owners")
        return [self._units[key] for key in sorted(self._units)]

    @staticmethod
    def _list(members: Iterable[Draft], name: str) -> None:
        """Note that a list names each of its members once; a list of one says nothing."""
        different = {unit.key: unit for unit in members}
        if len(different) > 1:
            for unit in different.values():
                unit.slots.add(name)

    def _kind(self, mention: Mention) -> Kind:
        if mention.role in _ORGANIZATION_ROLES or _by_name(mention):
            return "organization"
        if mention.party_type is None and mention.cik and self._known(mention.cik):
            return "organization"
        return "person"

    def _name(self, mention: Mention) -> _Named:
        kind = self._kind(mention)
        # EDGAR prints owners' names surname first.
        edgar = kind == "person" and mention.role == "owner"
        fold = persons.fold(mention.name, edgar=edgar) if kind == "person" else organizations.fold(mention.name)
        found = self._named[mention.node] = self._key(mention, kind, fold), kind, fold, edgar
        return found

    def _key(self, mention: Mention, kind: Kind, fold: str) -> str:
        key = f"{self._place} {kind} {fold}"
        # A set names owners by CIK and name.
        return f"{key} #{mention.cik}" if self._place != self._facts.key and mention.cik else key

    def _add(self, mention: Mention, named: _Named) -> Draft:
        key, kind, fold, edgar = named
        unit = self._units.get(key)
        if unit is None:
            unit = self._units[key] = Draft(key, kind, fold, mention.name, edgar)
        elif unit.edgar and not edgar:
            unit.printed, unit.edgar = mention.name, False
        unit.mentions[mention.node, intern(mention.role), mention.name] = None
        unit.law_firm |= mention.role == "law-firm"
        unit.issuer |= mention.role == "issuer"
        if kind == "organization":
            unit.former.update(mention.former)
        if mention.cik:
            unit.cik = mention.cik
            unit.stating.add(mention.node)
        self._of[mention.node] = unit
        return unit

    def _office(self, mention: Mention, instrument: InstrumentFacts | None, affiliation: Mention | None) -> None:
        """An office is known by its title and its organization: the one beside it, or the only issuer."""
        about = self._about(instrument)
        of = self._of[affiliation.node] if affiliation else (self._of[about[0].node] if len(about) == 1 else None)
        title = office_title(mention.name)
        fold = f"{title} @ {of.fold if of else ''}"
        unit = self._add(mention, (self._key(mention, "office", fold), "office", fold, False))
        unit.organization = of.key if of else None

    def _about(self, instrument: InstrumentFacts | None) -> tuple[Mention, ...]:
        """The issuers that an instrument is about: those it names, else the filing's."""
        if instrument is not None and instrument.issuers:
            return instrument.issuers
        filing = self._facts.filing
        return (filing.issuer,) if filing is not None and filing.issuer is not None else ()

    def _ciks(self) -> None:
        """CIKs that the document states for a name: its owner's, its issuer's, or where it was found."""
        facts, filing = self._facts, self._facts.filing
        owners = [self._of[owner.node] for owner in filing.owners if owner.cik] if filing else []
        issuer = self._of[filing.issuer.node] if filing and filing.issuer and filing.issuer.cik else None
        people = [unit for unit in owners if unit.kind == "person"]
        bodies = [unit for unit in (*owners, *((issuer,) if issuer else ())) if unit.kind == "organization"]
        self._owners_ciks(people, alone=len(owners) == 1)
        for unit in self._units.values():
            if not unit.cik and unit.kind == "organization":
                agreeing = {other.cik for other in bodies if _is_named_so(unit.printed, other.printed)}
                unit.given_cik = agreeing.pop() if len(agreeing) == 1 else None
        if facts.issuer_cik:
            issuers = {self._of[m.node].key for i in facts.instruments for m in i.issuers}
            if len(issuers) == 1:
                unit = self._units[issuers.pop()]
                unit.given_cik = unit.cik or unit.given_cik or facts.issuer_cik
        if facts.principal_cik:
            principals = {self._of[m.node].key for i in facts.instruments for m in i.principals}
            if len(principals) == 1:
                unit = self._units[principals.pop()]
                unit.given_cik = unit.cik or unit.given_cik or facts.principal_cik

    def _owners_ciks(self, owners: list[Draft], *, alone: bool) -> None:
        """Give the persons whose names agree with one owner's the owner's CIK; of two in one list, the closer one."""
        found: dict[str, list[tuple[tuple[bool, int, bool], str]]] = {owner.key: [] for owner in owners}
        for unit in self._units.values() if owners else ():
            if unit.cik or unit.kind != "person":
                continue
            agreeing = [(owner, how) for owner in owners if (how := _agree(unit.printed, owner.printed)) is not None]
            if len({owner.cik for owner, _ in agreeing}) == 1:
                (owner, how), *_ = agreeing
                attorney = all(role == "attorney" for _, role, _ in unit.mentions)
                found[owner.key].append(((*how, attorney), unit.key))
        for owner in owners:
            taken = set(owner.slots)  # its name may be printed as EDGAR has it
            for _, key in sorted(found[owner.key]):
                unit = self._units[key]
                if taken.isdisjoint(unit.slots):
                    unit.given_cik = owner.cik
                    taken |= unit.slots
        if alone and owners and not found[owners[0].key]:
            principals = {self._of[m.node].key for i in self._facts.instruments for m in i.principals}
            # The only owner's exhibit is that owner's power, though one of the two names be misspelled or out of date.
            if len(principals) == 1:
                principal = self._units[principals.pop()]
                if principal.kind == "person" and _almost_agree(principal.printed, owners[0].printed):
                    principal.given_cik = owners[0].cik

    def _context(
        self, unit: Draft, mention: Mention, instrument: InstrumentFacts | None, affiliation: Mention | None
    ) -> None:
        facts = self._facts
        unit.year = self._year
        unit.address = facts.path_cik
        if unit.kind != "person":
            return
        about = self._about(instrument)
        unit.issuers.update(self._of[m.node].key for m in about)
        if not about and facts.issuer_cik:
            unit.issuer_ciks.add(facts.issuer_cik)
        if affiliation is not None:
            unit.firms.add(self._of[affiliation.node].key)
        elif mention.role == "attorney" and instrument is not None and len(instrument.law_firms) == 1:
            unit.firms.add(self._of[instrument.law_firms[0].node].key)

    def _years(self) -> tuple[int, int] | None:
        facts = self._facts
        days = [day for i in facts.instruments if i.executed for day in i.executed]
        days += [day for day in (facts.filed, facts.filing.filed if facts.filing else None) if day]
        years = [int(day[:4]) for day in days if day[:4].isdigit()]
        return (min(years), max(years)) if years else None

    def _beside(self, instrument: InstrumentFacts) -> None:
        """The parties of an instrument stand beside each other, and each of them is another one."""
        parties = [*instrument.principals, *(attorney.mention for attorney in instrument.attorneys)]
        persons_here = {unit.key: unit for m in parties if (unit := self._of[m.node]).kind == "person"}
        everybody = dict(persons_here)
        for mention in (*instrument.signatories, *instrument.witnesses):
            unit = self._of[mention.node]
            if unit.kind == "person":
                everybody.setdefault(unit.key, unit)
        bodies = {unit.key for m in parties if (unit := self._of[m.node]).kind == "organization"}
        for unit in everybody.values():
            unit.people.update(key for key in persons_here if key != unit.key)
            unit.bodies.update(bodies)
        self._list(persons_here.values(), instrument.node)
        groups = {"issuer": instrument.issuers, "principal": instrument.principals}
        for role, group in {**groups, "attorney": tuple(a.mention for a in instrument.attorneys)}.items():
            listed = (self._of[mention.node] for mention in group)
            self._list((unit for unit in listed if unit.kind == "organization"), f"{instrument.node}#{role}")
        here = [self._of[m.node] for m in (*instrument.issuers, *instrument.law_firms)]
        here += [self._of[a.affiliation.node] for a in instrument.attorneys if a.affiliation]
        here += [self._of[m.node] for m in parties]
        for unit in here:
            if unit.kind == "organization":
                unit.people.update(persons_here)


@lru_cache(maxsize=100_000)  # the filings of a data set print the same names again and again
def _agree(printed: str, owner: str) -> tuple[bool, int] | None:
    """How a printed name agrees with that of an owner, which EDGAR prints surname first: the least is the closest."""
    name, theirs = persons.person_name(printed), persons.person_name(owner, edgar=True)
    level = person_agreement.agree(name, theirs).level
    return None if level is None else (name.generation != theirs.generation, int(level))


def _as_attorney(named: _Named, mention: Mention, instrument: InstrumentFacts | None) -> _Named:
    """A name with a key of its own where an attorney has the only principal's: nobody is his own attorney."""
    key, kind, fold, edgar = named
    principals = instrument.principals if instrument and kind == "person" and mention.role == "attorney" else ()
    if len(principals) == 1 and persons.fold(principals[0].name) == fold:
        return f"{key} #attorney", kind, fold, edgar
    return named


def _almost_agree(printed: str, owner: str) -> bool:
    """Whether a name is an owner's but for the surname, a middle name, the order of words, or II for Jr."""
    name, theirs = persons.person_name(printed), persons.person_name(owner, edgar=True)
    if name.generation != theirs.generation and name.generation and theirs.generation:
        return False
    for mine in name.readings[:1]:
        for yours in theirs.readings[:1]:
            same_words = sorted((*mine.given, *mine.parts)) == sorted((*yours.given, *yours.parts))
            return same_words or (mine.given[:1] == yours.given[:1] and len("".join(mine.given[:1])) > 1)
    return False


@lru_cache(maxsize=100_000)
def _is_named_so(one: str, other: str) -> bool:
    """Whether two organizations' names agree closely enough for the one to have the other's CIK."""
    names = [organizations.organization_name(printed) for printed in (one, other)]
    level = organization_agreement.agree(names[0], names[1]).level
    return level is not None and level <= organization_agreement.Level.FORMER


_TITLES = {
    "ceo": "chief executive officer", "cfo": "chief financial officer", "coo": "chief operating officer",
    "clo": "chief legal officer", "cao": "chief accounting officer", "gc": "general counsel", "vp": "vice president",
    "svp": "senior vice president", "evp": "executive vice president", "asst": "assistant", "sec": "secretary",
    "secy": "secretary", "treas": "treasurer", "sr": "senior", "exec": "executive", "v p": "vice president",
}  # fmt: skip
_IDLE = frozenset({"the", "any", "its", "of", "and", "then", "serving", "current", "company", "corporation", "s"})


def office_title(name: str) -> str:
    """An office's title as it compares: abbreviations written out, articles and "of the Company" dropped."""
    words = persons.words_of(name)
    return " ".join(word for w in words for word in _TITLES.get(w, w).split() if word not in _IDLE) or " ".join(words)
