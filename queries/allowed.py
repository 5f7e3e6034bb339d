"""Which values a parameter may have, as its question's header says: `#+ values:`, one `- name: values` a line.

`firm, issuer` are words of which one is meant; `scheme clause` means the codes of that scheme of the ontology; `0 to 1`
is a range with both its ends; `not before from` is the other end of a stretch of time that begins with `from`. A value
that can match nothing must not read as a finding about the corpus.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal

from ..common.errors import QueryError
from ..ontology import terms
from .bindings import Value

_RANGE = re.compile(r"(\d+) to (\d+)")
_BEGINS = re.compile(r"not before (\w+)")


def words(said: str) -> str:
    """What a header says of a parameter's values, for people."""
    codes = _codes(said)
    return f"one of {', '.join(codes)}" if codes else said


def check(name: str, said: str, values: Mapping[str, Value]) -> None:
    """Refuse a value that its header does not allow.

    Args:
        name: The parameter.
        said: What the header says of its values.
        values: The value of each parameter that has one, this one among them.

    Raises:
        QueryError: It has another value; the remedy says which it may have.
    """
    value, may = str(values[name]), words(said)
    if ends := _RANGE.fullmatch(said):
        fits = Decimal(ends[1]) <= Decimal(value) <= Decimal(ends[2])
    elif begins := _BEGINS.fullmatch(said):
        first = str(values[begins[1]])
        fits, may = value >= first, f"a day that is not before {first}, as {begins[1]} says"
    else:
        fits = value in _codes(said)
    if not fits:
        raise QueryError(f"{name} is {value!r}", remedy=f"give {may}")


def _codes(said: str) -> tuple[str, ...]:
    if _RANGE.fullmatch(said) or _BEGINS.fullmatch(said):
        return ()
    scheme = said.removeprefix("scheme ")
    return tuple(said.split(", ")) if scheme == said else tuple(sorted(terms.SCHEMES[scheme]))
