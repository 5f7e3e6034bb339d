"""The layers in which units become parties: what joins them, how sure each layer is, and in which order they come.

Rule-certain layers come first; what they make is the strict reading. Then come names that agree without being the same,
each only where the two share something: a document, an issuer, a firm, the people beside them, an address. A name
alone never joins two persons. Organizations with one name are one wherever they stand, and so are printings of it that
differ in spelling only. Where two parties that contradict each other could both be meant, neither is.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass, field

from . import organization_agreement, organizations, person_agreement, persons
from .clusters import Clusters, Join, Refusal, Traits
from .organization_pairs import organization_pairs
from .pairs import Pair, blocked, folds
from .person_pairs import keys_of, level_of, person_pairs
from .units import Unit

# Method -> how sure it is. Ordered as the layers are; a reviewer's decision stands above them all.
CERTAIN = {
    "review": 1.0,
    "cik": 1.0,
    "exhibit-of-filing": 0.98,
    "same-document": 0.98,
    "same-name-same-issuer": 0.97,
    "same-name-same-firm": 0.97,
    "same-organization-name": 0.97,
}


@dataclass(slots=True)
class Settled:
    """What the layers made of units of one kind.

    Attributes:
        units: The units, by key.
        strict: For each unit the number of its cluster by the rule-certain layers alone.
        merged: The number of its cluster by all layers.
        joins: Every join made, the rule-certain ones first.
        certain: How many of the joins are rule-certain.
        refusals: Joins that were not made.
        open: Pairs that agree but whose join was left open because another party could be meant as well.
    """

    units: list[Unit]
    strict: list[int]
    merged: list[int]
    joins: list[Join]
    certain: int
    refusals: list[Refusal]
    open: list[Join] = field(default_factory=list)


Decided = Sequence[tuple[int, int]]


def settle_organizations(units: list[Unit], same: Decided = (), apart: Decided = ()) -> Settled:
    """Join units of organizations; `same` and `apart` are pairs that a reviewer decided."""
    traits = [Traits(_ciks(unit), _organization_names(unit), set(unit.slots)) for unit in units]
    clusters: Clusters = Clusters(traits, _organizations_contradict, list(apart))
    _certain(clusters, units, same)
    _groups(clusters, units, lambda unit: [unit.fold], "same-organization-name", "the same name of an organization")
    strict, certain = clusters.snapshot(), len(clusters.joins)
    pairs = organization_pairs(clusters, units)
    open_ = _make(clusters, pairs)
    return Settled(units, strict, clusters.snapshot(), clusters.joins, certain, clusters.refusals, open_)


def settle_persons(
    units: list[Unit], organization: Callable[[str, bool], Hashable], same: Decided = (), apart: Decided = ()
) -> Settled:
    """Join units of persons.

    Args:
        units: The units.
        organization: The cluster of an organization's unit, by its key; strict, or merged where the second is True.
        same: Pairs that a reviewer called the same.
        apart: Pairs that a reviewer keeps apart.
    """
    traits = [
        Traits(
            _ciks(unit), {unit.fold: persons.person_name(unit.printed, edgar=unit.edgar)}, set(unit.slots), unit.year
        )
        for unit in units
    ]
    clusters: Clusters = Clusters(traits, persons_contradict, list(apart))
    _certain(clusters, units, same)
    _same_document(clusters, units)
    _groups(
        clusters,
        units,
        lambda unit: [
            (unit.fold, issuer)
            for issuer in (*(organization(key, False) for key in sorted(unit.issuers)), *sorted(unit.issuer_ciks))
        ],
        "same-name-same-issuer",
        "the same name about the same issuer",
    )
    _groups(
        clusters,
        units,
        lambda unit: [(unit.fold, organization(key, False)) for key in sorted(unit.firms)],
        "same-name-same-firm",
        "the same name with the same firm",
    )
    strict, certain = clusters.snapshot(), len(clusters.joins)
    numbers = {unit.key: number for number, unit in enumerate(units)}
    open_: list[Join] = []
    # What is joined in one round is shared context in the next: a co-attorney who turned out to be one person.
    for _ in range(3):
        before = len(clusters.joins)
        open_ = _make(clusters, person_pairs(clusters, units, numbers, organization))
        if len(clusters.joins) == before:
            break
    return Settled(units, strict, clusters.snapshot(), clusters.joins, certain, clusters.refusals, open_)


def settle_offices(units: list[Unit], organization: Callable[[str, bool], Hashable]) -> Settled:
    """Offices: the same title at the same organization; an office of no known organization is its document's own."""
    clusters: Clusters = Clusters([Traits() for _ in units], lambda one, other, through: None, [])

    def key(merged: bool) -> Callable[[Unit], list[Hashable]]:
        return lambda unit: (
            [(unit.fold.partition(" @ ")[0], organization(unit.organization, merged))] if unit.organization else []
        )

    _groups(clusters, units, key(False), "same-name-same-firm", "the same title at the same organization")
    strict, certain = clusters.snapshot(), len(clusters.joins)
    _groups(clusters, units, key(True), "similar-name-same-firm", "the same title at one organization", 0.92)
    return Settled(units, strict, clusters.snapshot(), clusters.joins, certain, clusters.refusals)


def _organization_names(unit: Unit) -> dict[str, organizations.OrganizationName]:
    """A unit's name, with the former names that a filing's header gives beside it."""
    name = organizations.with_former(organizations.organization_name(unit.printed), sorted(unit.former))
    return {"; formerly ".join((unit.fold, *sorted(unit.former))): name}


def _ciks(unit: Unit) -> set[str]:
    cik = unit.cik or unit.given_cik
    return {cik} if cik else set()


def _certain(clusters: Clusters, units: list[Unit], same: Decided) -> None:
    """What a reviewer decided, and what CIKs say."""
    for one, other in same:
        clusters.join(Join(one, other, "review", 1.0, "a reviewer says that they are the same"), decided=True)
    first: dict[str, int] = {}
    # A CIK that a document states for the name itself comes before one that it states for a name that agrees.
    for stated in (True, False):
        for number, unit in enumerate(units):
            cik = unit.cik if stated else (None if unit.cik else unit.given_cik)
            if cik is None:
                continue
            method = "cik" if stated else "exhibit-of-filing"
            reason = f"the document states CIK {cik}" if stated else f"the name agrees with that of CIK {cik} there"
            start = first.setdefault(cik, number)
            if start != number:
                clusters.join(Join(start, number, method, CERTAIN[method], reason), by_cik=True)


def _groups(
    clusters: Clusters,
    units: list[Unit],
    keys: Callable[[Unit], Iterable[Hashable]],
    method: str,
    reason: str,
    probability: float | None = None,
) -> None:
    """Join the units that have a key in common; where some contradict each other, each goes to the first that fits."""
    groups: dict[Hashable, list[int]] = defaultdict(list)
    for number, unit in enumerate(units):
        for key in keys(unit):
            groups[key].append(number)
    for members in groups.values():
        if len(members) < 2:
            continue
        ciks = {cik for number in members for cik in clusters.traits(number).ciks}
        if len(ciks) > 1:
            _shared_first(clusters, units, members, method, reason, CERTAIN.get(method, probability or 0.0))
            # Who could be either of two with CIKs is neither of them by name alone.
            members[:] = [number for number in members if not clusters.traits(number).ciks]
        starts: list[int] = []
        for number in members:
            made = False
            for start in starts:
                join = Join(start, number, method, probability or CERTAIN[method], reason)
                if clusters.join(join, quiet=len(starts) > 1):
                    made = True
                    break
            if not made:
                starts.append(number)


def _shared_first(
    clusters: Clusters, units: list[Unit], members: list[int], method: str, reason: str, probability: float
) -> None:
    """Of one name with several CIKs, let a unit without a CIK go where it shares an address or the people beside it."""
    with_cik = [number for number in members if clusters.traits(number).ciks]
    people = {number: folds(units[number].people) for number in members}
    for number in members:
        if clusters.traits(number).ciks:
            continue
        unit = units[number]
        scores: dict[int, int] = defaultdict(int)
        for other in with_cik:
            scores[clusters.root(other)] += len(people[number] & people[other])
            scores[clusters.root(other)] += 2 * bool(unit.address and unit.address in clusters.traits(other).ciks)
        best = sorted(scores.items(), key=lambda item: (-item[1], item[0]))
        if best and best[0][1] and (len(best) == 1 or best[0][1] > best[1][1]):
            clusters.join(Join(best[0][0], number, method, probability, reason))


def _same_document(clusters: Clusters, units: list[Unit]) -> None:
    """Two printings of one name within a document: the signature gives the middle initial that the text leaves out."""
    for members in _by_document(units).values():
        agreeing = _agreeing(members, units)
        beside: dict[int, set[int]] = defaultdict(set)
        for one, other, _ in agreeing:
            beside[one].add(other)
            beside[other].add(one)
        for one, other, level in agreeing:
            # Only where no third name of the document could be meant as well.
            if level <= person_agreement.Level.FULLER and beside[one] - {other} == beside[other] - {one}:
                reason = f"{person_agreement.WORDS[level]}, in one document"
                clusters.join(Join(one, other, "same-document", CERTAIN["same-document"], reason))


def _by_document(units: list[Unit]) -> dict[str, list[int]]:
    out: dict[str, list[int]] = defaultdict(list)
    for number, unit in enumerate(units):
        out[unit.key.partition(" ")[0]].append(number)
    return {key: members for key, members in out.items() if len(members) > 1}


def _agreeing(members: list[int], units: list[Unit]) -> list[tuple[int, int, person_agreement.Level]]:
    """Pairs of units of one document whose names agree, the closest first."""
    found = []
    keys = {number: keys_of(units[number].printed, units[number].edgar) for number in members}
    for one, other in sorted(blocked(set(members), keys)):
        level = level_of(units[one], units[other])
        if level is not None:
            found.append((level, one, other))
    return [(one, other, level) for level, one, other in sorted(found)]


def persons_contradict(one: Traits, other: Traits, through: Traits | None = None) -> str | None:
    """Why two clusters' names cannot be one person's; names that a third one holds together are no contradiction.

    `through` is a cluster by which the two would come together: its names count as third ones.
    """
    if len(one.names) == 1 and one.names.keys() == other.names.keys():
        return None
    open_: list[tuple[persons.PersonName, persons.PersonName, str]] = []
    bridged = False
    for mine in one.names.values():
        for theirs in other.names.values():
            found = person_agreement.agree(mine, theirs)
            if found.level is None:
                open_.append((mine, theirs, found.reason))
            elif found.level is person_agreement.Level.SURNAME_PART:
                bridged = True
    if not open_:
        return None
    third = [*one.names.values(), *other.names.values(), *(through.names.values() if through else ())]
    married = bridged or _two_surnames(one, other)
    for mine, theirs, reason in open_:
        if reason == person_agreement.SURNAMES and married:
            continue
        if not any(person_agreement.bridges(name, mine, theirs, reason) for name in third):
            return reason
    return None


def _two_surnames(one: Traits, other: Traits) -> bool:
    """Whether a name of either cluster has a former or a double surname."""
    return any(
        name.former or any(len(reading.parts) > 1 for reading in name.readings[:1])
        for traits in (one, other)
        for name in traits.names.values()
    )


def _organizations_contradict(one: Traits, other: Traits, through: Traits | None = None) -> str | None:
    """As `persons_contradict`, for organizations."""
    if len(one.names) == 1 and one.names.keys() == other.names.keys():
        return None
    third = [*one.names.values(), *other.names.values(), *(through.names.values() if through else ())]
    for mine in one.names.values():
        for theirs in other.names.values():
            found = organization_agreement.at_odds(mine, theirs)
            if found is None:
                continue
            if found != organization_agreement.GO_ON or not any(
                organization_agreement.bridges(name, mine, theirs) for name in third
            ):
                return found
    return None


def _make(clusters: Clusters, pairs: list[Pair]) -> list[Join]:
    """Try joins, the surest first, leaving open those where a rival that contradicts the other could be meant."""
    pairs.sort(key=lambda pair: (-pair.join.probability, -pair.evidence, pair.join.one, pair.join.other))
    beside: dict[int, list[Pair]] = defaultdict(list)
    for pair in pairs:
        # Who cannot be meant is no rival; but an initial that others have too says nobody's name.
        if not pair.vague and clusters.why_not(pair.join.one, pair.join.other) is not None:
            continue
        beside[clusters.root(pair.join.one)].append(pair)
        beside[clusters.root(pair.join.other)].append(pair)
    doubtful = {
        id(pair) for unit, found in sorted(beside.items()) if len(found) > 1 for pair in _rivals(clusters, unit, found)
    }
    left = []
    for pair in pairs:
        if id(pair) in doubtful:
            left.append(pair.join)
        else:
            clusters.join(pair.join)
    return left


def _rivals(clusters: Clusters, unit: int, found: list[Pair]) -> list[Pair]:
    """Of one cluster's possible joins, those that a contradicting one with as much evidence stands against."""
    out: list[Pair] = []
    found = found[:40]
    for place, pair in enumerate(found):
        mine = _other_end(clusters, unit, pair.join)
        for rival in found[place + 1 :]:
            theirs = _other_end(clusters, unit, rival.join)
            if mine == theirs or clusters.why_not(mine, theirs, through=unit) is None:
                continue
            # The same people beside both, or the same list, and yet at odds: who is meant cannot be told from this.
            if pair.evidence > rival.evidence or pair.join.probability - rival.join.probability > 0.015:
                out.append(rival)
            else:
                out += (pair, rival)
    return out


def _other_end(clusters: Clusters, unit: int, join: Join) -> int:
    one, other = clusters.root(join.one), clusters.root(join.other)
    return other if one == unit else one
