"""Near-identical instruments of different issuers, from the sketches of their wording, and who links them.

The likeness of two instruments is the share of common hashes among the smallest of both sketches, which estimates the
Jaccard likeness of their runs of five words (`ingest/sketch.py` says how a sketch is made). Equal sketches are compared
once, and two wordings only where they have one of their few smallest hashes in common: at a likeness of 0.8 all but a
few pairs in a million have.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import combinations

from .bindings import Value
from .rows import Cell, Row, Rows, listed

_PROBES = 8  # 0.2 ** 8 is 3 in a million
_CENT = Decimal("0.01")


@dataclass(slots=True)
class _Instrument:
    """Whom an instrument is about, and who may act under it."""

    issuers: set[Cell] = field(default_factory=set)
    attorneys: set[Cell] = field(default_factory=set)
    firms: set[Cell] = field(default_factory=set)


def near_identical_instruments(found: Rows, values: Mapping[str, Value]) -> Iterator[Row]:
    """For each pair of issuers the two instruments that are most alike, when they are alike enough."""
    least = Decimal(str(values["minLikeness"]))
    names: dict[Cell, Cell] = {}
    instruments: defaultdict[Cell, _Instrument] = defaultdict(_Instrument)
    # The first instrument of each issuer in each wording stands for the others.
    firsts: defaultdict[str, dict[Cell, Cell]] = defaultdict(dict)
    for instrument, sketch, issuer, issuer_name, about, attorney, attorney_name, firm, firm_name in found:
        firsts[str(sketch)][issuer] = instrument
        names[issuer], names[attorney], names[firm] = issuer_name, attorney_name, firm_name
        instruments[instrument].issuers.add(about)
        instruments[instrument].attorneys.add(attorney)
        instruments[instrument].firms.add(firm)
    best: dict[tuple[Cell, Cell], tuple[Decimal, Cell, Cell]] = {}
    for likeness, wording, near in _alike(firsts.keys(), least):
        for mine, first in firsts[wording].items():
            for theirs, second in firsts[near].items():
                if mine == theirs or (wording == near and str(mine) > str(theirs)):
                    continue
                ends = ((mine, theirs), first, second) if str(mine) < str(theirs) else ((theirs, mine), second, first)
                if ends[0] not in best or likeness > best[ends[0]][0]:
                    best[ends[0]] = (likeness, *ends[1:])
    rows = []
    for (mine, theirs), (likeness, one, other) in best.items():
        a, b = instruments[one], instruments[other]
        if a.issuers.isdisjoint(b.issuers):
            linked = (listed(map(names.get, a.attorneys & b.attorneys)), listed(map(names.get, a.firms & b.firms)))
            rows.append((one, names.get(mine), other, names.get(theirs), likeness, *linked))
    yield from sorted(rows, key=lambda row: (-row[4], str(row[1]), str(row[3]), str(row[0]), str(row[2])))


def _alike(sketches: Iterable[str], least: Decimal) -> Iterator[tuple[Decimal, str, str]]:
    """Pairs of wordings that are alike enough, each with itself first, then the most alike."""
    holding: defaultdict[str, list[str]] = defaultdict(list)
    hashes = {sketch: sketch.split() for sketch in sorted(sketches)}
    for sketch, marks in hashes.items():
        for mark in marks[:_PROBES]:
            holding[mark].append(sketch)
    pairs = {pair for some in holding.values() for pair in combinations(some, 2)}
    found = [(_likeness(hashes[one], hashes[other]), one, other) for one, other in pairs]
    found += [(Decimal(1), sketch, sketch) for sketch in hashes]
    yield from sorted((one for one in found if one[0] >= least), key=lambda one: (-one[0], one[1] != one[2], one[1:]))


def _likeness(one: list[str], other: list[str]) -> Decimal:
    """The share of common hashes among the smallest of the union, to two digits."""
    a, b = set(one), set(other)
    smallest = sorted(a | b)[: max(len(one), len(other))]
    common = sum(1 for mark in smallest if mark in a and mark in b)
    return (Decimal(common) / len(smallest)).quantize(_CENT)
