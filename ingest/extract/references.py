"""Other instruments of which one speaks: what it revokes, supersedes, keeps or substitutes under, what has ended."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from ..records import Reference
from .clauses import Page
from .other_papers import Said, papers_of
from .patterns import rx
from .people import compatible
from .substitutions import holders
from .taking_back import PAPERS


def references(
    page: Page, kind: str, closing: int, said: Sequence[Said], own: Collection[str]
) -> tuple[Reference, ...]:
    """Other instruments of which this one speaks.

    Args:
        page: The instrument.
        kind: Of the instrument.
        closing: Where its signature block begins.
        said: What the text says of other papers.
        own: The parties of this instrument, who are not those whom it means under others.
    """
    told = [one for one in said if one.start < closing]
    if kind == "substitution":
        return _handed_on(page, closing, own)
    out: list[Reference] = []
    for one in told:
        names = tuple(name for name in one.attorneys if not any(compatible(name, other) for other in own))
        if kind == "revocation" and one.kind == "revokes":  # it names attorneys and forms itself
            days = one.dates or ((None,) if one.issuers else ())
            out += [Reference("revokes", day, issuers=one.issuers) for day in days]
        elif one.dates or names or one.issuers or one.forms or one.ended:
            relation = _relation(page, one) if one.kind == "revokes" else one.kind
            out += [
                Reference(relation, day, None, names, one.issuers, one.forms, one.ended) for day in one.dates or (None,)
            ]
    if kind == "revocation" and not any(one.kind == "revokes" for one in out):
        out += [Reference("revokes", day) for day in _named(page, closing)]
    return tuple(dict.fromkeys(out))


def _handed_on(page: Page, closing: int, own: Collection[str]) -> tuple[Reference, ...]:
    """The powers under which an attorney substitutes: by their days, and by whose they are."""
    days: list[str | None] = [*dict.fromkeys(_named(page, closing))]
    whose: list[str | None] = [name for name in holders(page) if not any(compatible(name, one) for one in own)]
    pairs = ((day, name) for day in days or [None] for name in whose or [None])
    return tuple(Reference("substitutes", day, name) for day, name in pairs if day or name)


_OF_PAPERS = rx(rf"\b{PAPERS}\b")


def _named(page: Page, closing: int) -> list[str]:
    """The days on which the papers were made that the text names."""
    return [
        day
        for sentence in page.sentences
        if sentence.start < closing and _OF_PAPERS.search(sentence.text)
        for day in papers_of(page, sentence)
    ]


def _relation(page: Page, one: Said) -> str:
    """Whether a text revokes another, or takes its place."""
    text = page.text[one.start : one.end]
    replaces = rx(r"\bsupersed|\breplac|\b(?:place|lieu|stead) of\b").search(text)
    return "supersedes" if replaces and not rx(r"\brevok|\bcancel|\bwithdr").search(text) else "revokes"
