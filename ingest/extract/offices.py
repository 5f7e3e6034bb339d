"""Attorneys by office: "the General Counsel from time to time", "any employee designated in writing by X"."""

from __future__ import annotations

from .patterns import cased, rx
from .tokens import fold

# What stands before a title that names an office, and not somebody's rank.
OFFICE_LEAD = rx(
    r"\b(?:the|whoever|any|each|every|whomever|such|an?|its|our)(?:[^.;]{0,90}?(?:offices?"
    r"|positions?|titles?|persons?|individuals?|holders?|holds?|officers?|serving|acting|occup\w+"
    r"|employed|time|be|is|as))?[\s,]*(?:of|as|is|be|the|from time to time)?\s*(?:the )?$"
)
# Whoever another person will designate.
DESIGNEE = rx(
    r"\b(?:any|such|each|every)(?: other)? (?:one or more )?(?:employees?|officers?|persons?"
    r"|individuals?|members?|attorneys?|paralegals?|partners?|lawyers?|associates?|staff)(?: or "
    r"(?:employees?|officers?|agents?|entit(?:y|ies)|persons?))?"
    r"(?:[^.;:]|\.(?=,? (?-i:[a-z]))){0,90}?\b(?:designated|appointed|named|nominated|selected|chosen|authori[sz]ed"
    r"|specified)(?: from time to time)?(?: in writing)?(?: for (?:that|the|this) purpose)?(?: "
    r"from time to time)? by (?:its|the|his|her|such)? ?[\w'-]+(?: (?:(?-i:[A-Z])\.|[\w'-]+)){0,6}?"
    r"(?=,| and\b| or\b| as\b|(?<!of) the\b| to\b| \(|;|(?<![ ](?-i:[A-Z]))\.|\)| ?$)"
    r"|\b(?:any|such|each|every|those)(?: other)? (?:employees?|officers?|persons?|individuals?|members?|{atty}s?"
    r"|paralegals?|partners?|lawyers?|associates?)\b[^;:]{0,90}? (?:whom?|as(?= the)) [^;:]{0,60}?\b(?:designat\w+"
    r"|names?"
    r"|named|appoints?"
    r"|selects?|choos\w+)(?: from time to time)?(?: in writing)?(?: from time to time)?"
    r"|\bany(?: other)? (?:employee|officer|person|member|{atty}|paralegal|lawyer)s? (?:of|in|from) (?:the |its |our )?"
    r"(?:[\w-]+ ){0,2}?(?:legal|law|compliance|secretary's|secretarial|finance|stock plan|equity)(?: [\w-]+){0,2}?"
    r" (?:departments?|group|team|staff|function)\b"
)
# One word that says what somebody is and not which office they hold.
NO_OFFICE = frozenset(
    "agent attorney representative designee principal trustee employee member partner associate officer director "
    "shareholder executive custodian clerk assistant".split()
)


def split_offices(name: str, start: int, text: str) -> list[tuple[str, int, int]]:
    """Two offices that "and" or "or" joins are two offices; as a person's title they would be one."""
    out: list[tuple[str, int, int]] = []
    at = start
    for part in cased(
        r"\s+(?:and|or|&)\s+(?=(?:[A-Z][\w-]+\s+)*(?:Secretary|Treasurer|Counsel|Officer|President"
        r"|Controller|Comptroller|Director|Manager|Administrator|Chairman)\b)"
    ).split(name):
        s = text.find(part.split()[0], at)
        e = s + len(part)
        out.append((fold(part), s, e))
        at = e
    return out
