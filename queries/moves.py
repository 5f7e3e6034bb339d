"""Moves of attorneys between firms and issuers, and the principals who went along, from dated rows.

The functions read the rows of their question's query, in any order, and give the rows of the answer in a total order
(see `computed`). Days are those of execution; where only a month is known, what comes first counts as made on its last
day, and what follows as made on its first, so that no move rests on a day that nobody knows.
"""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import pairwise

from .bindings import Value
from .rows import Cell, Row, Rows, listed


def attorneys_who_moved(found: Rows, values: Mapping[str, Value]) -> Iterator[Row]:
    """Gaps between an attorney's places: all that lies before has ended when the next begins."""
    wanted = values.get("kind")
    names: dict[Cell, Cell] = {}
    spans: defaultdict[tuple[Cell, Cell], list[tuple[datetime.date, datetime.date, Cell]]] = defaultdict(list)
    for attorney, name, kind, place, place_name, first, last in found:
        names[attorney], names[place] = name, place_name
        if wanted in {None, kind} and isinstance(first, datetime.date) and isinstance(last, datetime.date):
            spans[attorney, kind].append((first, last, place))
    rows: list[Row] = []
    for (attorney, kind), places in spans.items():
        if len(places) < 2:
            continue
        places.sort(key=lambda span: (span[0], span[1], str(span[2])))
        _, end, there = places[0]  # what has lasted longest so far
        for first, last, here in places[1:]:
            if end < first:
                move = (names.get(there), names.get(here), end, first, (first - end).days)
                rows.append((attorney, names.get(attorney), kind, *move))
            if last >= end:
                end, there = last, here
    yield from sorted(rows, key=lambda row: (str(row[1]), str(row[0]), str(row[2]), str(row[6]), str(row[4])))


def regrants_after_a_move(found: Rows, values: Mapping[str, Value]) -> Iterator[Row]:
    """Instruments of one principal and attorney that follow each other and show different firms."""
    del values  # there are none
    names: dict[Cell, Cell] = {}
    granted: defaultdict[tuple[Cell, Cell], defaultdict[tuple[datetime.date, Cell], set[Cell]]] = defaultdict(
        lambda: defaultdict(set)
    )
    last: dict[Cell, datetime.date] = {}
    for principal, principal_name, attorney, attorney_name, firm, firm_name, instrument, day, latest in found:
        names[principal], names[attorney], names[firm] = principal_name, attorney_name, firm_name
        if isinstance(day, datetime.date) and isinstance(latest, datetime.date):
            granted[principal, attorney][day, instrument].add(firm)
            last[instrument] = latest
    regrants = [
        (str(new[0]), str(names.get(principal)), str(names.get(attorney)), str(new[1]), str(principal),
         principal, attorney, old, new)
        for (principal, attorney), instruments in granted.items()
        for (old, before), (new, after) in pairwise(sorted(instruments.items(), key=_day_and_text))
        if last[old[1]] < new[0] and before.isdisjoint(after)
    ]  # fmt: skip
    for *_, principal, attorney, old, new in sorted(regrants, key=lambda one: one[:5]):
        instruments = granted[principal, attorney]
        who = (principal, names.get(principal), attorney, names.get(attorney))
        firms = (listed(map(names.get, instruments[old])), listed(map(names.get, instruments[new])))
        before = last[old[1]]
        yield (*who, *firms, old[1], before, new[1], new[0], (new[0] - before).days)


def _day_and_text(item: tuple[tuple[datetime.date, Cell], set[Cell]]) -> tuple[datetime.date, str]:
    return item[0][0], str(item[0][1])
