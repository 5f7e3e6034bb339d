"""Answers that a query alone cannot give: functions from the rows of a question's query to the rows of its answer.

A question whose header says `#+ compute: NAME` gets its answer from the function of that name here. The function is
told the rows of the query, in no particular order, and the values of the question's parameters by name. It reads
nothing else, so every engine leads to the same answer; it gives rows in a total order and cuts nothing, but may be
asked for the first ones only.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TypeAlias

from .bindings import Value
from .issuers import firms_that_bridge, issuers_sharing_attorneys
from .likeness import near_identical_instruments
from .moves import attorneys_who_moved, regrants_after_a_move
from .rows import Row, Rows

Compute: TypeAlias = Callable[[Rows, Mapping[str, Value]], Iterable[Row]]

COMPUTED: Mapping[str, Compute] = {
    "attorneys-who-moved": attorneys_who_moved,
    "firms-that-bridge": firms_that_bridge,
    "issuers-sharing-attorneys": issuers_sharing_attorneys,
    "near-identical-instruments": near_identical_instruments,
    "regrants-after-a-move": regrants_after_a_move,
}
