"""Why two names are, or are not, one party: the chain of joins between them, or what stands against it."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from . import organization_agreement, organizations, person_agreement, persons
from .clusters import Join
from .layers import Settled
from .units import Kind, Unit


@dataclass(frozen=True, slots=True)
class Step:
    """One join of a chain, or one thing that speaks for or against it."""

    one: str
    other: str
    method: str
    probability: float | None
    reason: str


@dataclass(frozen=True, slots=True)
class Explanation:
    """Whether two are one party, in the merged and in the strict reading, and the steps that say so."""

    merged: bool
    strict: bool
    steps: tuple[Step, ...]


def explain(settled: Mapping[Kind, Settled], ones: set[str], others: set[str]) -> Explanation:
    """Explain two sets of mentions (by node) within units that were put through the layers."""
    best: Explanation | None = None
    for one in settled.values():
        mine = [n for n, unit in enumerate(one.units) if any(node in ones for node, _, _ in unit.mentions)]
        theirs = [n for n, unit in enumerate(one.units) if any(node in others for node, _, _ in unit.mentions)]
        if not mine or not theirs:
            continue
        joined = [(a, b) for a in mine for b in theirs if one.merged[a] == one.merged[b]]
        if joined:
            strict = [(a, b) for a, b in joined if one.strict[a] == one.strict[b]]
            a, b = (strict or joined)[0]
            if a == b:
                return Explanation(True, True, (_within(one.units[a], ones, others),))
            return Explanation(True, bool(strict), _chain(one, a, b))
        best = best or Explanation(False, False, tuple(_against(one, mine, theirs)))
    return best or Explanation(
        False, False, (Step("", "", "", None, "one is a person, organization or office, the other of another kind"),)
    )


def _within(unit: Unit, ones: set[str], others: set[str]) -> Step:
    """Two printings that one document has of one name."""
    one, other = (next(name for node, _, name in unit.mentions if node in nodes) for nodes in (ones, others))
    return Step(one, other, "same-document", 1.0, f"one name in one document ({unit.key.partition(' ')[0]})")


def printed_as(settled: Mapping[Kind, Settled], nodes: Iterable[str], name: str) -> set[str]:
    """Of a party's mentions those that print a name, whatever its case; all of them where none does."""
    wanted = " ".join(name.casefold().split())
    among = set(nodes)
    found = {
        node
        for one in settled.values()
        for unit in one.units
        for node, _, printed in unit.mentions
        if node in among and " ".join(printed.casefold().split()) == wanted
    }
    return found or among


def _chain(settled: Settled, start: int, end: int) -> tuple[Step, ...]:
    """The joins that lead from one unit to another."""
    beside: dict[int, list[tuple[int, Join]]] = {}
    for join in settled.joins:
        beside.setdefault(join.one, []).append((join.other, join))
        beside.setdefault(join.other, []).append((join.one, join))
    came: dict[int, tuple[int, Join]] = {}
    waiting = deque([start])
    while waiting and end not in came:
        here = waiting.popleft()
        for other, join in beside.get(here, ()):
            if other != start and other not in came:
                came[other] = (here, join)
                waiting.append(other)
    steps: list[Step] = []
    here = end
    while here != start:
        before, join = came[here]
        steps.append(_step(settled, before, here, join))
        here = before
    return tuple(reversed(steps))


def _step(settled: Settled, one: int, other: int, join: Join) -> Step:
    return Step(*_ends(settled, one, other), join.method, join.probability, join.reason)


def _ends(settled: Settled, one: int, other: int) -> tuple[str, str]:
    return _place(settled.units[one]), _place(settled.units[other])


def _place(unit: Unit) -> str:
    return f"{unit.printed} ({unit.key.partition(' ')[0]})"


def _against(settled: Settled, mine: Iterable[int], theirs: Iterable[int]) -> list[Step]:
    """What was tried between two groups of units and refused or left open, else what is missing."""
    roots = ({settled.merged[n] for n in mine}, {settled.merged[n] for n in theirs})

    def between(join: Join) -> bool:
        a, b = settled.merged[join.one], settled.merged[join.other]
        return (a in roots[0] and b in roots[1]) or (a in roots[1] and b in roots[0])

    tried = [(refusal.join, "refused", f"but {refusal.why}") for refusal in settled.refusals]
    tried += [(join, "left open", "but another party could be meant as well") for join in settled.open]
    steps = [
        Step(*_ends(settled, join.one, join.other), how, join.probability, f"{join.reason}, {words}")
        for join, how, words in tried
        if between(join)
    ]
    if steps:
        return list(dict.fromkeys(steps))
    a, b = (settled.units[next(iter(group))] for group in (mine, theirs))
    if a.kind == "person":
        found = person_agreement.agree(
            persons.person_name(a.printed, edgar=a.edgar), persons.person_name(b.printed, edgar=b.edgar)
        )
        agrees, words = found.level is not None, found.reason
    elif a.kind == "organization":
        body = organization_agreement.agree(
            organizations.organization_name(a.printed), organizations.organization_name(b.printed)
        )
        agrees, words = body.level is not None, body.reason
    else:
        agrees, words = False, "the titles or their organizations differ"
    if agrees:
        words += ", but they share no document, issuer, firm, co-attorney, principal or CIK: a name alone joins nobody"
    return [Step(_place(a), _place(b), "not joined", None, words)]
