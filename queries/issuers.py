"""Networks of issuers, computed from relations: which share attorneys, and which a law firm alone connects.

Both functions read rows of (issuer, attorney, firm), of (issuer, principal) and of (node, label), in any order, and
give the rows of a question's answer in a total order, each when it is asked for (see `computed`). Their queries leave
out whoever is at one issuer alone and so connects nothing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import combinations

from .bindings import Value
from .rows import Cell, Row, Rows, listed


def issuers_sharing_attorneys(found: Rows, values: Mapping[str, Value]) -> Iterator[Row]:
    """Pairs of issuers with attorneys in common and no principal in common."""
    fewest, most = int(str(values["minAttorneys"])), int(str(values["maxIssuers"]))
    names: dict[Cell, Cell] = {}
    served: defaultdict[Cell, set[Cell]] = defaultdict(set)
    insiders: defaultdict[Cell, set[Cell]] = defaultdict(set)
    firms: defaultdict[tuple[Cell, Cell], set[Cell]] = defaultdict(set)
    for issuer, attorney, principal, firm, node, label in found:
        if issuer is None:
            names[node] = label
            continue
        if principal is not None:
            insiders[issuer].add(principal)
            continue
        served[attorney].add(issuer)
        if firm is not None:
            firms[attorney, issuer].add(firm)
    shared: defaultdict[tuple[Cell, Cell], list[Cell]] = defaultdict(list)
    for attorney, issuers in served.items():
        if len(issuers) <= most:
            for pair in combinations(sorted(issuers, key=str), 2):
                shared[pair].append(attorney)
    by_count: defaultdict[int, list[tuple[Cell, Cell]]] = defaultdict(list)
    for (one, other), attorneys in shared.items():
        if len(attorneys) >= fewest and insiders[one].isdisjoint(insiders[other]):
            by_count[len(attorneys)].append((one, other))
    for count in sorted(by_count, reverse=True):
        order = ((str(names.get(one)), str(names.get(other)), str(one), str(other), one, other)
                 for one, other in by_count[count])  # fmt: skip
        for *_, one, other in sorted(order):
            attorneys = shared[one, other]
            yield (
                one, names.get(one), other, names.get(other), count, listed(map(names.get, attorneys)),
                listed(names.get(firm) for a in attorneys for issuer in (one, other) for firm in firms[a, issuer]),
            )  # fmt: skip


def firms_that_bridge(found: Rows, values: Mapping[str, Value]) -> Iterator[Row]:
    """For each law firm the pairs of issuers that nobody connects but the firm and its attorneys."""
    fewest = int(str(values["minPairs"]))
    names: dict[Cell, Cell] = {}
    people: defaultdict[Cell, set[Cell]] = defaultdict(set)
    places: defaultdict[Cell, set[Cell]] = defaultdict(set)
    served: defaultdict[Cell, set[Cell]] = defaultdict(set)
    team: defaultdict[Cell, set[Cell]] = defaultdict(set)
    for issuer, attorney, principal, firm, node, label in found:
        if issuer is None:
            names[node] = label
            continue
        if principal is not None:  # whoever is principal or attorney there
            people[issuer].add(principal)
            places[principal].add(issuer)
            continue
        served[firm].add(issuer)
        team[firm].add(attorney)
    rows = []
    for firm in names.keys() & served.keys():
        issuers, own = served[firm], {firm, *team[firm]}
        connected = {
            pair
            for who in set().union(*(people[issuer] for issuer in issuers)) - own
            for pair in combinations(sorted(places[who] & issuers, key=str), 2)
        }
        pairs = len(issuers) * (len(issuers) - 1) // 2 - len(connected)
        if pairs >= fewest:
            rows.append((firm, names[firm], pairs, len(issuers), len(team[firm])))
    yield from sorted(rows, key=lambda row: (-row[2], -row[3], str(row[1]), str(row[0])))
