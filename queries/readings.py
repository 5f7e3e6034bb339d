"""The two readings of identity: every question can be asked in either, in the same words.

In the merged reading (the default) all links count; in the strict one only rule-certain links do. The graph holds
both, under names of their own (docs/model.md), so that a question is put into the strict reading name by name.
"""

from __future__ import annotations

from typing import Literal, get_args

from .bindings import tokens

Reading = Literal["merged", "strict"]
READINGS: tuple[str, ...] = get_args(Reading)

_STRICT = {
    "infact:Relation": "infact:StrictRelation",
    "infact:relationAttorney": "infact:strictAttorney",
    "infact:relationPrincipal": "infact:strictPrincipal",
    "infact:relationIssuer": "infact:strictIssuer",
    "infact:relationFirm": "infact:strictFirm",
    "infact:signsFor": "infact:strictlySignsFor",
    "infact:refersTo": "infact:strictlyRefersTo",
}


def in_reading(query: str, reading: str) -> str:
    """The query as it is asked in a reading; it uses the prefix `infact:` for infact's own terms."""
    if reading == "merged":
        return query
    return "".join(_STRICT.get(text, text) if kind == "name" else text for kind, text in tokens(query))
