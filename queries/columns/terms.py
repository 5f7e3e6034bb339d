"""Terms as numbers: how the column tables write an RDF term into 64 bits.

An id holds the kind of its term in the bits from `SHIFT` up, and below them the term's place among those of its kind,
so that **ids are in the order in which SPARQL sorts terms** (section 15.1): blank nodes, IRIs, then literals, each kind
by text or by value. What is equal has one id, and joins, DISTINCT, GROUP BY, MIN, MAX and ORDER BY need ids alone.
Whole numbers, days and truth values are written into the id itself (`base` + value), everything else has a row in a
dictionary. Ids of a dictionary are `GAP` apart, so that a constant of a query which the graph does not hold gets an id
between those of its neighbours.
"""

from __future__ import annotations

from enum import IntEnum

SHIFT = 56
GAP_BITS = 24
GAP = 1 << GAP_BITS
# Where zero, and 1970-01-01, stand in their ranges.
MIDDLE = 1 << (SHIFT - 1)


class Kind(IntEnum):
    """What a term is, in the order in which kinds are sorted; OTHER is whatever has no kind of its own."""

    BLANK = 0
    IRI = 1
    STRING = 2
    INTEGER = 3
    DATE = 4
    BOOLEAN = 5
    DECIMAL = 6
    LANGUAGE = 7
    OTHER = 8


Kinds = frozenset[Kind]

RESOURCES: Kinds = frozenset({Kind.BLANK, Kind.IRI})
NUMERIC: Kinds = frozenset({Kind.INTEGER, Kind.DECIMAL})


def base(kind: Kind) -> int:
    """The id of zero (INTEGER), of 1970-01-01 (DATE), of false (BOOLEAN); of others the number below all ids."""
    start = kind << SHIFT
    return start + MIDDLE if kind in {Kind.INTEGER, Kind.DATE} else start


def kind_of(number: int) -> Kind:
    """The kind of an id."""
    return Kind(number >> SHIFT)


def is_sorted(kinds: Kinds) -> bool:
    """Whether ids of these kinds are in SPARQL's order: it compares literals of several kinds in ways of its own."""
    literals = kinds - RESOURCES
    return len(literals) < 2 and Kind.OTHER not in literals
