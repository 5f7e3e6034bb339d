"""Other instruments that one names by date: what it revokes, supersedes, or substitutes under."""

from __future__ import annotations

from ..records import Reference
from .clauses import Page
from .dates import find_dates
from .patterns import rx


def references(page: Page, kind: str, closing: int) -> tuple[Reference, ...]:
    """Other instruments that this one names by date."""
    out = []
    for sentence in page.sentences:
        if sentence.start >= closing or not rx(
            r"powers? of {atty}|instrument|letter|authori[sz]ation|power\b|confirming"
        ).search(sentence.text):
            continue
        relation = _relation(sentence.text, kind)
        if relation is None or _NOT_THE_OTHER.search(sentence.text):
            continue
        dates = ((d, sentence.text[max(0, d.start - 30) : d.start]) for d in find_dates(sentence.text))
        out += [
            Reference(relation, d.iso) for d, before in dates if _DATED.search(before) and not _OWN_DATE.search(before)
        ]
    return tuple(dict.fromkeys(out))


_DATED = rx(r"\b(?:dated|of|on|bearing|executed|signed)(?: as of)? ?(?:the )?$")

_OWN_DATE = rx(r"act of ?$|effective|until")

_NOT_THE_OTHER = rx(r"\bnot\b[^.;]{0,30}\b(?:revok|supersed|replac|alter)")


def _relation(text: str, kind: str) -> str | None:
    """What a sentence says that the instrument does to another."""
    if kind == "substitution":
        return "substitutes"
    if kind == "revocation" or rx(r"\brevok|\bcancel|\bwithdraw").search(text):
        return "revokes"
    return "supersedes" if rx(r"\bsupersed|\breplac").search(text) else None
