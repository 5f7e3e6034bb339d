"""Which powers an instrument grants, its limits, and its standard clauses.

The words that grant each power stand in power_words.py.
"""

from __future__ import annotations

from .clauses import Found, Page
from .grants import Grant
from .patterns import Pattern, rx
from .power_words import POWERS


def powers(granted: list[Grant], *, securities: bool) -> list[Found]:
    """The powers granted, each once, in the order of the scheme.

    Args:
        granted: The sentences that grant.
        securities: Whether the instrument is about filings at all; an estate power files nothing.
    """
    out = []
    for name, pattern, other in POWERS:
        if not securities and name in ("execute-forms", "file-forms"):
            continue
        for grant in granted:
            if not pattern.possible(grant.text):
                continue
            text = other.sub(lambda m: " " * len(m.group()), grant.text) if other else grant.text
            if hit := pattern.search(text):
                out.append(Found(name, grant.start + hit.start(), grant.start + hit.end()))
                break
    return out


LIMITS: tuple[Pattern, ...] = (
    rx(
        r"\b(?:compan(?:y|ies)|issuers?|entit(?:y|ies)|corporations?|securities|shares)\b[^.;:]{0,40}?"
        r" (?:other than|except(?:ing| for)?|excluding|save(?: for)?|apart from) [^;:]{3,80}"
    ),
    rx(r"\bbut not (?:to )?[^.;:]{3,80}"),
    rx(
        r"\b(?:no|nothing)[^.;]{0,60}\b(?:permits?|authori[sz]e[sd]?|empowers?|authority|power) (?:an? |the |any "
        r"|each )?[^.;]{3,120}"
    ),
)

CLAUSES: tuple[tuple[str, Pattern], ...] = (
    (
        "non-assumption",
        rx(
            r"\b(?:not|nor|neither|none|no one)\b[^.]{0,160}\bassum\w+|\bassumes? (?:no|none)|does not (?:relieve"
            r"|pass|take over)|remains? (?:my|the undersigned's) (?:own )?(?:responsibilit|affair|duty)|is not"
            r" taken over|no\w* [^.]{0,60}answerable"
        ),
    ),
    ("indemnity", rx(r"\bindemnif\w+|\bhold (?:\w+ ){0,8}?harmless|\bmake good\b")),
    ("ratification", rx(r"\bratif(?:y|ies|ying|ied)\b")),
    (
        "no-liability",
        rx(
            r"\bnot (?:be )?liable\b|\bno liability\b|\bliabilit(?:y|ies) for (?:any|a) (?:failure|report)"
            r"|\bshall (?:have|incur) no liabilit"
        ),
    ),
)


def clauses(page: Page) -> list[Found]:
    """The standard clauses an instrument holds."""
    out = []
    for name, pattern in CLAUSES:
        hit = page.search(pattern)
        if hit:
            out.append(Found(name, hit.start(), hit.end()))
    return out


def limits(page: Page) -> tuple[str, ...]:
    """What an instrument excludes, as worded, on one line each."""
    hits = (hit.group() for pattern in LIMITS for hit in page.finditer(pattern)[:3])
    return tuple(dict.fromkeys(" ".join(hit.split()) for hit in hits))
