"""The layers in which units become parties: what joins them, how sure each layer is, and in which order they come.

Rule-certain layers come first; what they make is the strict reading. Then come names that agree without being the same,
each only where the two share something: a document, an issuer, a firm, the people beside them, an address. A name
alone never joins two persons. Organizations with one name are one wherever they stand, and so are printings of it that
differ in spelling only. Where two parties that contradict each other could both be meant, neither is.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable, Sequence
from dataclasses import dataclass, field, replace

from .clusters import Clusters, Join, Refusal, Traits
from .contradictions import organizations_contradict, persons_contradict
from .groups import Groups, SameDocument, StatedCiks
from .namesakes import Namesakes
from .organization_pairs import OrganizationPairs
from .person_pairs import PersonPairs
from .steps import Earlier, Steps, Taken
from .units import Unit


@dataclass(slots=True)
class Settled:
    """What the layers made of units of one kind.

    Attributes:
        units: The units, by key.
        strict: For each unit the number of its cluster by the rule-certain layers alone.
        merged: The number of its cluster by all layers.
        joins: Every join made, the rule-certain ones first.
        certain: How many of the joins are rule-certain.
        refusals: Joins that were not made; those of an earlier run that still hold are left out, as in `open`.
        open: Pairs that agree but whose join was left open because another party could be meant as well.
        taken: What each step did.
        changed: Units that may not be as an earlier run left them; None where there was none.
        torn: Those of them whose cluster, strict or merged, is made of parts of several earlier ones, or of one.
    """

    units: list[Unit]
    strict: list[int]
    merged: list[int]
    joins: list[Join]
    certain: int
    refusals: list[Refusal]
    open: list[Join] = field(default_factory=list)
    taken: list[Taken] = field(default_factory=list)
    changed: set[int] | None = None
    torn: set[int] = field(default_factory=set)

    @property
    def numbers(self) -> Collection[int]:
        """The units that may not be as an earlier run left them, in order."""
        return range(len(self.units)) if self.changed is None else dict.fromkeys(sorted(self.changed)).keys()

    @property
    def refused(self) -> int:
        """How many pairs were refused."""
        return len({pair for taken in self.taken for pair in taken.refused})

    @property
    def left_open(self) -> int:
        """How many pairs were left open at the end."""
        return len(self.taken[-1].open) if self.taken else 0


Decided = Sequence[tuple[int, int]]


def settle_organizations(
    units: list[Unit], same: Decided = (), apart: Decided = (), earlier: Earlier | None = None
) -> Settled:
    """Join units of organizations.

    Args:
        units: The units.
        same: Pairs that a reviewer called the same.
        apart: Pairs that a reviewer keeps apart.
        earlier: A run over some of the units.
    """

    def traits(number: int) -> Traits:
        unit = units[number]
        name = "; formerly ".join((unit.fold, *sorted(unit.former)))
        return Traits(_ciks(unit), {name: unit.organization_name}, set(unit.slots))

    clusters = Clusters(len(units), traits, organizations_contradict, apart)
    steps = Steps(clusters, len(units), earlier)
    steps.step(StatedCiks(clusters, units, same))
    words = "the same name of an organization"
    steps.step(Groups(clusters, units, lambda unit: [unit.fold], "same-organization-name", words))
    strict, certain, torn = clusters.snapshot(), len(clusters.joins), steps.torn()
    steps.step(OrganizationPairs(clusters, units))
    return _settled(units, clusters, steps, strict, certain, torn | steps.torn())


def settle_persons(
    units: list[Unit],
    organization: Callable[[str, bool], Hashable],
    same: Decided = (),
    apart: Decided = (),
    earlier: Earlier | None = None,
) -> Settled:
    """Join units of persons.

    Args:
        units: The units.
        organization: The cluster of an organization's unit, by its key; strict, or merged where the second is True.
        same: Pairs that a reviewer called the same.
        apart: Pairs that a reviewer keeps apart.
        earlier: A run over some of the units.
    """

    def traits(number: int) -> Traits:
        unit, name, fold = units[number], units[number].person_name, units[number].fold
        if namesakes.eldest(number):
            name, fold = replace(name, generation=1), f"{fold} 1"
        return Traits(_ciks(unit), {fold: name}, set(unit.slots), unit.year)

    def by_issuer(unit: Unit) -> list[Hashable]:
        about = (*(organization(key, False) for key in sorted(unit.issuers)), *sorted(unit.issuer_ciks))
        return [(unit.fold, issuer) for issuer in about]

    def by_firm(unit: Unit) -> list[Hashable]:
        return [(unit.fold, organization(key, False)) for key in sorted(unit.firms)]

    namesakes = Namesakes(units, organization)
    clusters = Clusters(len(units), traits, persons_contradict, apart)
    steps = Steps(clusters, len(units), earlier)
    steps.step(StatedCiks(clusters, units, same))
    steps.step(SameDocument(clusters, units))
    words = "the same name about the same issuer"
    steps.step(Groups(clusters, units, by_issuer, "same-name-same-issuer", words, apart=namesakes.apart))
    steps.step(Groups(clusters, units, by_firm, "same-name-same-firm", "the same name with the same firm"))
    strict, certain = clusters.snapshot(), len(clusters.joins)
    pairs = PersonPairs(clusters, units, organization, namesakes.crossed)
    for _ in range(3):
        if not steps.step(pairs):
            break
    return _settled(units, clusters, steps, strict, certain, set())


def settle_offices(units: list[Unit], organization: Callable[[str, bool], Hashable]) -> Settled:
    """Offices: the same title at the same organization; an office of no known organization is its document's own."""

    def key(merged: bool) -> Callable[[Unit], list[Hashable]]:
        return lambda unit: (
            [(unit.fold.partition(" @ ")[0], organization(unit.organization, merged))] if unit.organization else []
        )

    clusters = Clusters(len(units), lambda number: Traits(), lambda one, other, through: None)
    steps = Steps(clusters, len(units), None)
    words = "the same title at the same organization"
    steps.step(Groups(clusters, units, key(False), "same-name-same-firm", words))
    strict, certain = clusters.snapshot(), len(clusters.joins)
    words = "the same title at one organization"
    steps.step(Groups(clusters, units, key(True), "similar-name-same-firm", words, 0.92))
    return _settled(units, clusters, steps, strict, certain, set())


def _settled(
    units: list[Unit], clusters: Clusters, steps: Steps, strict: list[int], certain: int, torn: set[int]
) -> Settled:
    return Settled(
        units,
        strict,
        clusters.snapshot(),
        clusters.joins,
        certain,
        clusters.refusals,
        steps.last_open,
        steps.taken,
        steps.changed,
        torn,
    )


def _ciks(unit: Unit) -> set[str]:
    cik = unit.cik or unit.given_cik
    return {cik} if cik else set()
