"""What a reviewer should look at: joins that rest on agreeing names, and joins that were left open or refused.

The hardest and most consequential come first: how unsure a join is, times how many documents stand on its smaller side.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from .clusters import Join
from .decisions import Decision, Side
from .layers import Settled
from .units import Kind, Unit

# Open joins are as unsure as can be; a refusal for a contradiction is nearly sure, but may rest on a misprint.
_OPEN, _REFUSED = 0.5, 0.1
_CHECKED = "one list names both"


@dataclass(frozen=True, slots=True)
class Context:
    """One side of a doubt, for people: what the corpus shows around the name."""

    name: str
    printings: tuple[str, ...]
    documents: tuple[str, ...]
    firms: tuple[str, ...]
    issuers: tuple[str, ...]
    people: tuple[str, ...]
    years: str
    cik: str | None


@dataclass(frozen=True, slots=True)
class Doubt:
    """Two parties that may be one.

    Attributes:
        kind: What they are.
        one: A mention of the first, as a decision names it; `other` likewise.
        left: What stands around the first; `right` around the other.
        now: What was done: `joined`, `left open`, or `refused`.
        method: By which layer.
        probability: How sure the join is.
        reason: Why, in words.
        weight: Its place in the queue; the highest comes first.
    """

    kind: Kind
    one: Side
    other: Side
    left: Context
    right: Context
    now: str
    method: str
    probability: float
    reason: str
    weight: float


def doubts(
    settled: Mapping[Kind, Settled], documents: Mapping[str, str], decided: list[Decision] | None = None
) -> list[Doubt]:
    """The queue of doubts, those that were decided left out.

    Args:
        settled: What the layers made, by kind.
        documents: Key of a document -> its file name as its record states it.
        decided: Decisions of any sort, "unsure" included.
    """
    names = {unit.key: unit.printed for one in settled.values() for unit in one.units}
    known = {decision.pair for decision in decided or ()}
    out = []
    for kind, one in settled.items():
        members: dict[int, list[int]] = defaultdict(list)
        for number, root in enumerate(one.strict):
            members[root].append(number)
        found: dict[tuple[int, int], tuple[Join, str, float, str]] = {}
        for join in one.joins[one.certain :]:
            found.setdefault(_pair(one, join), (join, "joined", 1 - join.probability, join.reason))
        for join in one.open:
            found.setdefault(
                _pair(one, join), (join, "left open", _OPEN, f"{join.reason}; another party could be meant as well")
            )
        for refusal in one.refusals:
            # What contradicts itself through a whole list or by CIKs is no doubt.
            if refusal.why != _CHECKED and "CIKs" not in refusal.why and "reviewer" not in refusal.why:
                found.setdefault(
                    _pair(one, refusal.join),
                    (refusal.join, "refused", _REFUSED, f"{refusal.join.reason}, but {refusal.why}"),
                )
        for (a, b), (join, now, unsure, reason) in found.items():
            if a == b:
                continue
            mine, theirs = (_side(one.units[number], documents) for number in (join.one, join.other))
            if (min(mine, theirs), max(mine, theirs)) in known:
                continue
            parts = [[one.units[n] for n in members[one.strict[number]]] for number in (join.one, join.other)]
            left, right = (_context(units, documents, names) for units in parts)
            weight = unsure * min(len(left.documents), len(right.documents))
            out.append(
                Doubt(kind, mine, theirs, left, right, now, join.method, join.probability, reason, round(weight, 6))
            )
    return sorted(out, key=lambda doubt: (-doubt.weight, doubt.one, doubt.other))


def _pair(settled: Settled, join: Join) -> tuple[int, int]:
    a, b = settled.strict[join.one], settled.strict[join.other]
    return min(a, b), max(a, b)


def _side(unit: Unit, documents: Mapping[str, str]) -> Side:
    _, role, name = unit.mentions[0]
    key = unit.key.partition(" ")[0]
    return Side(documents.get(key, key), name, role)


def _context(units: list[Unit], documents: Mapping[str, str], names: Mapping[str, str]) -> Context:
    def named(keys: set[str]) -> tuple[str, ...]:
        return tuple(sorted({names.get(key, key) for key in keys}))

    years = [year for unit in units if unit.year for year in unit.year]
    keys = {unit.key.partition(" ")[0] for unit in units}
    return Context(
        name=units[0].printed,
        printings=tuple(sorted({name for unit in units for _, _, name in unit.mentions})),
        documents=tuple(sorted(documents.get(key, key) for key in keys)),
        firms=named({key for unit in units for key in unit.firms}),
        issuers=named({key for unit in units for key in unit.issuers}),
        people=named({key for unit in units for key in unit.people}),
        years=f"{min(years)}-{max(years)}" if years else "no date",
        cik=min((cik for unit in units if (cik := unit.cik or unit.given_cik)), default=None),
    )
