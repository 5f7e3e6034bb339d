"""The parties that the layers make: who they are, what they are called, and each mention's link to one of them.

Two readings stand side by side. The merged reading has a party for each cluster of all layers. In the strict reading
such a party may fall into parts that only agreeing names hold together: its core keeps the party's IRI, every other
part has one of its own.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from ..facts import DocumentFacts
from . import naming
from .clusters import Join, Refusal, weakest
from .decisions import Applied
from .groups import CERTAIN
from .in_documents import organization_ciks, units
from .layers import Settled, settle_offices, settle_organizations, settle_persons
from .steps import Earlier, Taken
from .units import Kind, Unit, by_kind

# Marks that no name has but by a misprint: "Robert E .. Bosworth", "Ann Lee , Jr."
_STRAY = re.compile(r"\s[.,;:]|\.\.|[,;:]$")


class Link(NamedTuple):
    """A mention's party, and what says so; `strict` is its party in the strict reading."""

    mention: str
    entity: str
    strict: str
    method: str
    probability: float
    reason: str


@dataclass(frozen=True, slots=True)
class Entity:
    """A person, organization or office with its preferred printing; `part_of` is set for a strict part."""

    iri: str
    kind: Kind
    label: str
    cik: str | None
    law_firm: bool
    issuer: bool
    part_of: str | None = None

    def values(self) -> tuple[str, Kind, str, str | None, bool, bool, str | None]:
        """Its fields, in order."""
        return self.iri, self.kind, self.label, self.cik, self.law_firm, self.issuer, self.part_of


# What was found about a unit: its party, its party in the strict reading, method, probability and reason.
Result = tuple[str, str, str, float, str]


def links(unit: Unit, result: Result) -> Iterator[Link]:
    """The link of each mention of a unit."""
    for mention, _, _ in unit.mentions:
        if unit.cik and mention not in unit.stating:
            method, probability, reason = _by_cik("exhibit-of-filing", unit.cik)
            yield Link(mention, result[0], result[1], method, probability, reason)
        else:
            yield Link(mention, *result)


@dataclass(frozen=True, slots=True)
class Before:
    """An earlier resolution of the same units but for new ones, under the same decisions.

    Attributes:
        new: The keys of units that it did not have.
        results: What it found about each of the others.
        taken: The steps that it took, by kind.
    """

    new: frozenset[str]
    results: Mapping[str, Result]
    taken: Mapping[Kind, Sequence[Taken]]


@dataclass(slots=True)
class Identity:
    """Who is who in a corpus.

    Attributes:
        settled: What the layers made, by kind.
        iris: By kind, the IRI of each unit's party; `strict` likewise in the strict reading.
        moved: IRIs that no longer mean what they meant.
        problems: What could not be done with reviewers' decisions.
    """

    settled: dict[Kind, Settled]
    iris: dict[Kind, list[str]] = field(default_factory=dict)
    strict: dict[Kind, list[str]] = field(default_factory=dict)
    moved: tuple[naming.Move, ...] = ()
    problems: tuple[str, ...] = ()

    def results(self) -> Iterator[tuple[Unit, Result]]:
        """Each unit with what was found about it, by kind and unit; without those of which that is known."""
        for kind, settled in self.settled.items():
            for number, how in _how(settled):
                yield settled.units[number], (self.iris[kind][number], self.strict[kind][number], *how)

    def entities(self) -> Iterator[Entity]:
        """Every party, and every strict part that is not its party's core; without those that are as they were."""
        for kind, settled in self.settled.items():
            whole: dict[str, list[Unit]] = defaultdict(list)
            parts: dict[tuple[str, str], list[Unit]] = defaultdict(list)
            for number in settled.numbers:
                unit, iri, strict = settled.units[number], self.iris[kind][number], self.strict[kind][number]
                whole[iri].append(unit)
                if strict != iri:
                    parts[strict, iri].append(unit)
            for iri, members in whole.items():
                yield _entity(kind, iri, members)
            for (strict, iri), members in parts.items():
                yield _entity(kind, strict, members, iri)

    @property
    def refusals(self) -> list[tuple[Settled, Refusal]]:
        """Joins that were refused."""
        return [(settled, refusal) for settled in self.settled.values() for refusal in settled.refusals]

    @property
    def refused(self) -> int:
        """How many joins were refused."""
        return sum(settled.refused for settled in self.settled.values())

    @property
    def open(self) -> int:
        """How many joins were left open, because two parties could be meant."""
        return sum(settled.left_open for settled in self.settled.values())


def all_units(facts: Callable[[], Iterator[DocumentFacts]]) -> list[Unit]:
    """The units of every document, by key; goes over the documents twice."""
    ciks = {cik for one in facts() for cik in organization_ciks(one)}
    return units(facts(), ciks.__contains__)


def settle(found: list[Unit], applied: Applied, before: Before | None = None) -> dict[Kind, Settled]:
    """Put units through the layers, again only where that can differ from what was found before."""
    kinds = by_kind(found)
    place = {unit.key: (kind, number) for kind, members in kinds.items() for number, unit in enumerate(members)}

    def decided(kind: Kind, pairs: Sequence[tuple[str, str]]) -> list[tuple[int, int]]:
        return [(place[a][1], place[b][1]) for a, b in pairs if place[a][0] == kind]

    def earlier(kind: Kind, touched: Callable[[Unit], bool] = lambda unit: False) -> Earlier | None:
        if before is None:
            return None
        named = {key for pair in (*applied.same, *applied.apart) for key in pair}
        numbers, changed = [], []
        for number, unit in enumerate(kinds[kind]):
            if unit.key not in before.new:
                numbers.append(number)
            if unit.key in before.new or unit.key in named or touched(unit):
                changed.append(number)
        return Earlier(numbers, before.taken.get(kind, ()), frozenset(changed))

    organizations = settle_organizations(
        kinds["organization"],
        decided("organization", applied.same),
        decided("organization", applied.apart),
        earlier("organization"),
    )
    torn = {organizations.units[number].key for number in organizations.torn}

    def beside_torn(unit: Unit) -> bool:
        return bool(torn) and not (
            torn.isdisjoint(unit.issuers) and torn.isdisjoint(unit.firms) and torn.isdisjoint(unit.bodies)
        )

    def organization(key: str, merged: bool) -> Hashable:
        number = place[key][1]
        return organizations.merged[number] if merged else organizations.strict[number]

    people = settle_persons(
        kinds["person"],
        organization,
        decided("person", applied.same),
        decided("person", applied.apart),
        earlier("person", beside_torn),
    )
    return {"organization": organizations, "person": people, "office": settle_offices(kinds["office"], organization)}


def identify(
    found: list[Unit],
    applied: Applied,
    previous: Mapping[str, str],
    before: Before | None = None,
    *,
    fresh: bool = False,
) -> Identity:
    """Resolve units to parties.

    Args:
        found: Every unit of the corpus, by key.
        applied: What reviewers decided about them.
        previous: Mention -> the IRI that its party had before.
        before: The earlier resolution from which `previous` is, where only new units have come since.
        fresh: Name every party anew; what moved is told all the same.
    """
    out = Identity(settle(found, applied, before))
    now: dict[str, str] = {}
    known: Mapping[str, Result] = before.results if before else {}
    for kind, settled in out.settled.items():
        changed = settled.numbers
        members: dict[int, list[int]] = defaultdict(list)
        for number in changed:
            members[settled.merged[number]].append(number)
        merged, strict = [""] * len(settled.units), [""] * len(settled.units)
        if len(changed) < len(settled.units):
            for number, unit in enumerate(settled.units):
                if number not in changed and (result := known.get(unit.key)) is not None:
                    merged[number], strict[number] = result[:2]
        named = naming.name_clusters(kind, settled.units, members, {} if fresh else previous, set(merged) - {""})
        for root, numbers in members.items():
            taken: set[str] = set()
            for place, part in enumerate(_parts(settled, numbers)):
                whole = named[root]
                iri = whole if place == 0 else naming.part(kind, whole, (settled.units[n] for n in part), taken)
                for number in part:
                    merged[number], strict[number] = whole, iri
        out.iris[kind], out.strict[kind] = merged, strict
        for number in changed:
            now.update((mention, merged[number]) for mention, _, _ in settled.units[number].mentions)
    out.moved = naming.moves(previous, now)
    refused = []
    for settled, refusal in out.refusals:
        if refusal.join.method == "review":
            one, other = (settled.units[n].printed for n in (refusal.join.one, refusal.join.other))
            refused.append(f"a reviewer joins {one!r} and {other!r}, but {refusal.why}")
    out.problems = (*applied.problems, *refused)
    return out


def _parts(settled: Settled, numbers: list[int]) -> list[list[int]]:
    """A cluster's strict parts, its core first: the one with a CIK, else with the most mentions, else the first."""
    parts: dict[int, list[int]] = defaultdict(list)
    for number in numbers:
        parts[settled.strict[number]].append(number)

    def order(part: list[int]) -> tuple[bool, int, str]:
        members = [settled.units[n] for n in part]
        has_cik = any(unit.cik or unit.given_cik for unit in members)
        return not has_cik, -sum(len(unit.mentions) for unit in members), members[0].key

    return sorted(parts.values(), key=order)


def _how(settled: Settled) -> Iterator[tuple[int, tuple[str, float, str]]]:
    """Method, probability and reason of each unit's link: of the weakest join between it and its party's core."""
    out: dict[int, tuple[str, float, str]] = {}
    touching: dict[int, Join] = {}
    for made in settled.joins[: settled.certain]:
        for number in (made.one, made.other):
            if number not in touching or made.probability > touching[number].probability:
                touching[number] = made
    for number in settled.numbers:
        unit = settled.units[number]
        if cik := unit.cik or unit.given_cik:
            out[number] = _by_cik("cik" if unit.cik else "exhibit-of-filing", cik)
        elif (join := touching.get(number)) is not None:
            out[number] = join.method, join.probability, join.reason
        else:
            out[number] = "alone", 1.0, "known from this document only"
    loose: dict[int, list[Join]] = defaultdict(list)
    for join in settled.joins[settled.certain :]:
        if join.one in out:
            loose[settled.merged[join.one]].append(join)
    members: dict[int, list[int]] = defaultdict(list)
    for number in out:
        root = settled.merged[number]
        if root in loose:
            members[root].append(number)
    for root, joins in loose.items():
        core = settled.strict[_parts(settled, members[root])[0][0]]
        # Between parts: whatever holds one part together is certain, so its units count as one.
        between = [
            Join(settled.strict[j.one], settled.strict[j.other], j.method, j.probability, j.reason) for j in joins
        ]
        way = weakest(between, core)
        for number in members[root]:
            weak = way.get(settled.strict[number])
            if weak is not None and weak.probability < out[number][1]:
                out[number] = (weak.method, weak.probability, weak.reason)
    yield from out.items()


def _by_cik(method: str, cik: str) -> tuple[str, float, str]:
    stated = method == "cik"
    words = (
        f"the document states CIK {cik}" if stated else f"the name agrees with that of CIK {cik} in the same document"
    )
    return method, CERTAIN[method], words


def _entity(kind: Kind, iri: str, members: list[Unit], part_of: str | None = None) -> Entity:
    printings: Counter[tuple[bool, str]] = Counter()
    for unit in members:
        for _, role, name in unit.mentions:
            # EDGAR prints "LAST FIRST": such a printing is preferred last.
            printings[role == "owner" and kind == "person", name] += 1
    cik = min((cik for unit in members if (cik := unit.cik or unit.given_cik)), default=None)
    return Entity(
        iri,
        kind,
        preferred(printings),
        cik,
        law_firm=any(unit.law_firm for unit in members),
        issuer=any(unit.issuer for unit in members),
        part_of=part_of,
    )


def preferred(printings: Counter[tuple[bool, str]]) -> str:
    """The printing to show: not in EDGAR's order, no stray marks, not in capitals, most frequent, longest, first."""

    def order(item: tuple[tuple[bool, str], int]) -> tuple[object, ...]:
        (by_surname, name), times = item
        return by_surname, bool(_STRAY.search(name)), name.isupper(), -times, -len(name), name

    (_, name), _ = min(printings.items(), key=order)
    return name
