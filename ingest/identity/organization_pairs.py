"""Organizations that may be one: names that agree, wherever they stand or where the two share something."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Any

from . import organization_agreement, organizations
from .clusters import Clusters, Join
from .joining import PairStep
from .pairs import CROWD, Pair, blocked, crowd, folds
from .units import Unit

_By = organization_agreement.Level
# How sure names of organizations are that agree so, wherever they stand; and where the two share something.
ANYWHERE = {_By.SAME: 0.96, _By.FORM_LEFT_OUT: 0.95, _By.LAW_FORM: 0.93, _By.WORD_ORDER: 0.92, _By.FORMER: 0.96,
            _By.PARTNERS_LEFT_OUT: 0.91, _By.ABBREVIATED: 0.91, _By.SLIP: 0.9}  # fmt: skip
TOGETHER = {**dict.fromkeys(ANYWHERE, 0.97), _By.PARTNERS_LEFT_OUT: 0.96, _By.INITIALS: 0.94, _By.WORDS_LEFT_OUT: 0.92,
            _By.SLIP: 0.95, _By.OTHER_FORM: 0.85, _By.TRADE: 0.93, _By.PARTNER_LEFT: 0.9}  # fmt: skip


class OrganizationPairs(PairStep):
    """A step that joins clusters of organizations whose names agree closely enough for what they share."""

    def __init__(self, clusters: Clusters, units: list[Unit]) -> None:
        super().__init__(clusters, units)
        self._index: dict[tuple[str, str], list[int]] | None = None

    def _around(self, units: set[int]) -> tuple[list[int], set[tuple[str, str]]]:
        """Units, and those of all clusters with which they share anything; and what crowds share."""
        if self._index is None:
            self._index = defaultdict(list)
            for number, unit in enumerate(self._units):
                for context in _places(unit):
                    self._index[context].append(number)
        clusters = self._clusters
        out, crowds = set(units), set()
        for context in {context for number in units for context in _places(self._units[number])}:
            roots = {clusters.root(number) for number in self._index[context]}
            if sum(root not in units for root in roots) > CROWD:
                crowds.add(context)
            else:
                out.update(member for root in roots for member in clusters.of(root))
        return sorted(out), crowds

    def _pairs(
        self, numbers: Iterable[int], weights: Mapping[int, int] | None, crowds: Collection[tuple[str, str]]
    ) -> list[Pair]:
        """Pairs of clusters among units; with weights, those with a cluster that has one."""
        clusters, units = self._clusters, self._units
        law: dict[int, bool] = {}
        shared: dict[tuple[str, str], set[int]] = defaultdict(set)
        for number in numbers:
            unit, root = units[number], clusters.root(number)
            law[root] = unit.law_firm or law.get(root, False)
            for context in _contexts(unit):
                shared[context].add(root)
        names = {root: clusters.traits(root).some_names() for root in law}
        every = {root: clusters.traits(root).names.values() for root in law}
        keys = {root: frozenset().union(*(organizations.keys(name) for name in found)) for root, found in every.items()}
        together: dict[tuple[int, int], set[tuple[str, str]]] = defaultdict(set)
        for context, members in shared.items():
            if len(members) > 1 and context not in crowds and not crowd(members, weights):
                for pair in blocked(members, keys):
                    together[pair].add(context)
        too_many = {word for kind, word in crowds if kind == _WORD}
        rare = {root: frozenset(organizations.rare_keys(found) - too_many) for root, found in every.items()}

        def may_agree(one: int, other: int) -> bool:
            return any(_may_agree(mine, theirs) for mine in names[one] for theirs in names[other])

        everywhere = blocked(set(law), rare, weights, may_agree)
        out = []
        for one, other in sorted(everywhere | set(together)):
            if weights is not None and one not in weights and other not in weights:
                continue
            found = self._pair(
                (one, other),
                (names[one], names[other]),
                law[one] or law[other],
                together.get((one, other), set()),
                (one, other) in everywhere,
            )
            if found is not None:
                out.append(found)
        return out

    @staticmethod
    def _pair(
        ends: tuple[int, int],
        names: tuple[list[Any], list[Any]],
        law: bool,
        evidence: set[tuple[str, str]],
        everywhere: bool,
    ) -> Pair | None:
        mine, theirs = names
        levels = (organization_agreement.agree(one, other, law=law).level for one in mine for other in theirs)
        best = min((level for level in levels if level is not None), default=None)
        if best is None:
            return None
        # People whose names are only alike are enough for a part of a name, and add nothing to the same people.
        sure = {context for context in evidence if context[0] != "like people"}
        evidence = sure or (evidence if _says_enough(best, mine, theirs) else set())
        if not evidence and not everywhere:
            return None
        if best is _By.PARTNER_LEFT:  # a lawyer may move; two people stand beside one firm
            kinds = [kind for kind, _ in evidence]
            if kinds.count("people") < 2 or "document" in kinds:
                return None
        probability = TOGETHER.get(best) if evidence else ANYWHERE.get(best)
        if probability is None or not _enough(best, mine, theirs, bool(evidence)):
            return None
        doubt = (1 - probability) * 0.7 ** max(0, len(evidence) - 1)
        words = organization_agreement.WORDS[best] + (
            ", beside the same people or under the same CIK" if evidence else ""
        )
        method = "former-name" if best is _By.FORMER else "similar-organization-name"
        return Pair(Join(*ends, method, round(1 - doubt, 4), words), len(evidence))


def _may_agree(one: Any, other: Any) -> bool:
    """Whether two names can agree well enough to be joined wherever they stand; most pairs with one word cannot.

    What is enough there has the same words in another order, or words of which the first ones begin alike.
    """
    if one.others or other.others:
        return True
    a, b = one.words, other.words
    return bool(a and b) and (a[0][0] == b[0][0] or (len(a) == len(b) and sorted(a) == sorted(b)))


_WORD = "word"


def _places(unit: Unit) -> Iterator[tuple[str, str]]:
    """Where an organization is looked for: what it can share, and words of its name."""
    yield from _contexts(unit)
    for word in unit.words:
        yield _WORD, word


def _contexts(unit: Unit) -> Iterator[tuple[str, str]]:
    """What an organization can share with others."""
    yield "document", unit.document
    if unit.address:
        yield "address", unit.address
    # People who are only alike count where the names begin alike: see `_says_enough`.
    first = unit.fold.partition(" ")[0]
    for fold in folds(unit.people):
        yield "people", fold
        for word in _coarse(fold):
            yield "like people", f"{word} {first}"


def _says_enough(level: organization_agreement.Level, one: list[Any], other: list[Any]) -> bool:
    """Whether names agree so well that people whose names are only alike are enough beside them."""
    if level is _By.INITIALS:  # "Atlas Peak REIT", but not "AP"
        return any(a.words[:1] == b.words[:1] for a in one for b in other)
    if level is _By.OTHER_FORM:
        return any(organization_agreement.alike_forms(a, b) for a in one for b in other)
    return level in {_By.PARTNERS_LEFT_OUT, _By.WORDS_LEFT_OUT}


@lru_cache(maxsize=200_000)
def _coarse(fold: str) -> set[str]:
    """Under what a person beside an organization is looked for: the surname with the initial of the given name.

    Names of organizations that begin alike say most by themselves, so the person may be printed in any way.
    """
    given, _, surname = fold.partition(" / ")
    first, last = given.split(" ")[0], surname.split(" ")
    words = {f"{last[0]} {first[:1]}", f"{last[-1]} {first[:1]}"} if last[0] else set()
    # A source may print the surname first.
    return words | ({f"{first} {last[0][:1]}"} if len(first) > 1 and last[0] else set())


def _enough(level: organization_agreement.Level, one: list[Any], other: list[Any], together: bool) -> bool:
    """Whether names that agree so say enough: short ones need something that the two share."""
    if level is _By.OTHER_FORM:
        return together and any(organization_agreement.alike_forms(a, b) for a in one for b in other)
    if together:
        return True
    shortest = min((name.words for name in (*one, *other)), key=len)
    if level in {_By.PARTNERS_LEFT_OUT, _By.WORD_ORDER, _By.ABBREVIATED}:
        return len(shortest) > 1
    if level is _By.SLIP:  # the first word is what tells most names apart
        return len("".join(shortest)) >= 10 and any(a.words[0] == b.words[0] for a in one for b in other)
    return True
