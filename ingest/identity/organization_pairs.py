"""Organizations that may be one: names that agree, wherever they stand or where the two share something."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from . import organization_agreement, organizations
from .clusters import Clusters, Join
from .pairs import CROWD, Pair, blocked, folds
from .units import Unit

_By = organization_agreement.Level
# How sure names of organizations are that agree so, wherever they stand; and where the two share something.
ANYWHERE = {_By.SAME: 0.96, _By.FORM_LEFT_OUT: 0.95, _By.LAW_FORM: 0.93, _By.WORD_ORDER: 0.92, _By.FORMER: 0.96,
            _By.PARTNERS_LEFT_OUT: 0.91, _By.ABBREVIATED: 0.91, _By.SLIP: 0.9}  # fmt: skip
TOGETHER = {**dict.fromkeys(ANYWHERE, 0.97), _By.PARTNERS_LEFT_OUT: 0.96, _By.INITIALS: 0.94, _By.WORDS_LEFT_OUT: 0.92,
            _By.SLIP: 0.95, _By.OTHER_FORM: 0.85}  # fmt: skip


def organization_pairs(clusters: Clusters, units: list[Unit]) -> list[Pair]:
    """Clusters of organizations whose names agree closely enough for what they share."""
    roots = sorted({clusters.root(number) for number in range(len(units))})
    names = {root: list(clusters.traits(root).names.values()) for root in roots}
    law = dict.fromkeys(roots, False)
    shared: dict[tuple[str, str], set[int]] = defaultdict(set)
    for number, unit in enumerate(units):
        root = clusters.root(number)
        law[root] |= unit.law_firm
        shared["document", unit.key.partition(" ")[0]].add(root)
        if unit.address:
            shared["address", unit.address].add(root)
        for fold in folds(unit.people):
            shared["people", fold].add(root)
            for word in _coarse(fold):
                shared["like people", word].add(root)
    keys = {root: frozenset().union(*(organizations.keys(name) for name in found)) for root, found in names.items()}
    together: dict[tuple[int, int], set[tuple[str, str]]] = defaultdict(set)
    for context, members in shared.items():
        if len(members) <= CROWD:
            for pair in blocked(members, keys):
                together[pair].add(context)
    everywhere = blocked(set(roots), {root: frozenset(organizations.rare_keys(names[root])) for root in roots})
    out = []
    for one, other in sorted(everywhere | set(together)):
        best = min(
            (
                level
                for mine in names[one][:8]
                for theirs in names[other][:8]
                if (level := organization_agreement.agree(mine, theirs, law=law[one] or law[other]).level) is not None
            ),
            default=None,
        )
        if best is None:
            continue
        evidence = together.get((one, other), set())
        # People whose names are only alike are enough for a part of a name, and add nothing to the same people.
        sure = {context for context in evidence if context[0] != "like people"}
        evidence = sure or (evidence if _says_enough(best, names[one], names[other]) else set())
        if not evidence and (one, other) not in everywhere:
            continue
        probability = TOGETHER.get(best) if evidence else ANYWHERE.get(best)
        if probability is None or not _enough(best, names[one], names[other], bool(evidence)):
            continue
        doubt = (1 - probability) * 0.7 ** max(0, len(evidence) - 1)
        words = organization_agreement.WORDS[best] + (
            ", beside the same people or under the same CIK" if evidence else ""
        )
        method = "former-name" if best is _By.FORMER else "similar-organization-name"
        out.append(Pair(Join(one, other, method, round(1 - doubt, 4), words), len(evidence)))
    return out


def _says_enough(level: organization_agreement.Level, one: list[Any], other: list[Any]) -> bool:
    """Whether names agree so well that people whose names are only alike are enough beside them."""
    if level is _By.INITIALS:  # "Atlas Peak REIT", but not "AP"
        return any(a.words[:1] == b.words[:1] for a in one for b in other)
    return level in {_By.PARTNERS_LEFT_OUT, _By.WORDS_LEFT_OUT}


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
    if level is _By.SLIP:
        return len("".join(shortest)) >= 10
    return True
