"""Whether a text revokes earlier powers."""

from __future__ import annotations

import re

from .clauses import Found, Page
from .patterns import rx
from .taking_back import (
    DENIES,
    FORMER,
    OTHER_PAPER,
    OVER,
    OVER_NOW,
    PAPERS,
    THIS_PAPER,
    UNDO,
    UNDONE,
    speaks,
    to_come,
)

_IS = r"(?:is|are|be|been|stands?|has|have|shall|which|no longer|ceases?)"
# "is, by the signing of this one, rendered void"
_ASIDE = r"(?:,? (?:by|with|from|as of|on|upon|through) [^.;,]{2,60},)?"
_LIEU = (
    r"(?:takes? the place|stands? in (?:the )?(?:place|lieu|stead)|in (?:place|substitution|replacement|lieu|stead)"
    r"|instead)"
)
_REVOKES = rx(
    rf"\b{UNDO}(?:,? (?:and|or) {UNDO})*\b"
    r"(?! (?:when|on|upon|if|at the|automatically|immediately|in the event|by|no|none|nothing)\b)"
    rf"[^.;]{{0,60}}?\b{OTHER_PAPER}"
    rf"|\b{OTHER_PAPER}\b[^.;]{{0,160}}?\b{_IS}\b{_ASIDE} (?:\w+ ){{0,3}}?{OVER}\b"
    rf"|\b{OTHER_PAPER}\b[^.;]{{0,60}}?\b(?:{OVER_NOW}|no longer)\b"
    rf"|\b(?:is|are) (?:hereby )?{UNDONE} by (?:this|the present)\b"
    rf"|\b{PAPERS}\b[^.;]{{0,140}}\b(?:is|are) hereby {UNDONE}"
    rf"|\b{_LIEU} (?:of|for) (?:and (?:to )?\w+ )?"
    rf"(?:(?:any|all|every|each|the|my|that|those|his|her|its)\b(?: (?:\w+ ){{0,4}}?(?:{PAPERS}|of)\b)|{OTHER_PAPER})"
    rf"|\b(?:that|said) {PAPERS} (?:is|are|stands?) (?:\w+ )?{UNDONE}\b"
    rf"|\b{FORMER} (?:\w+ ){{0,3}}?{PAPERS}\b[^.;]{{0,60}}?"
    r"\b(?:shall|will) (?:\w+ ){0,2}?(?:cease|end|expire|lapse|terminate)\b"
    rf"|\bwhich (?:is|are|you should treat as) (?:hereby )?(?:{UNDONE}|spent)"
    rf"|\ba new {PAPERS}(?: \d+)? {UNDO} every\b"
    rf"|\brevocation (?:and \w+ )?of (?:(?:any|all|every|each|my|his|her) )?(?:and all )?{FORMER} {PAPERS}"
)
# A field of a form: "Prior powers: revoked", "Earlier authorizations: all withdrawn"; and what a label is followed by.
_ALL_OVER = rf"(?:(?:they|all|each|both|these|is|are|now|hereby|herewith) ){{0,4}}{OVER}\b"
_FIELD = rx(rf"\W*(?:all |any )?{FORMER} {PAPERS}(?: of {{atty}})? ?[:\t] ?{_ALL_OVER}")
_LABELLED = rx(rf"\W*{_ALL_OVER}")
_LABEL = rx(rf"\W*(?:\w{{1,3}}[.\u00b7)] ?)?(?:\w+ ){{0,3}}?{FORMER} (?:\w+ ){{0,2}}?{PAPERS}(?: \w+){{0,3}}\W*")
# "The letter that I sent in 2003 may be destroyed; it is revoked."
_IT_IS_OVER = rx(
    r"(?:^|[;:,\u00b7] ?)\W*(?:(?:and|but|as) )?(?:it|they|all(?: of (?:them|these|those))?|each(?: of them)?|both"
    rf"|these|those|which|the same)\b(?: [^.;,]{{1,30}})? (?:is|are|stands?|has been|have been) (?:\w+ "
    rf"){{0,3}}?{OVER}\b"
)
_ANOTHER = rx(rf"\b{OTHER_PAPER}")
_NOT_REVOKES = rx(
    rf"\b{DENIES}\b[^.;]{{0,40}}(?:{UNDO}|revocation|alter|affect\w*|disturb\w*|{_LIEU})\b|\bin addition to\b"
)
_OWN = rx(r"\bthis (?:\w+ ){0,2}?power of {atty}\b")
_OF_ALL = rx(r"prior|earlier|previous|all|every|any")
_THIS = rx(rf"\b{THIS_PAPER}\b")


def revokes_prior(page: Page, end: int) -> Found | None:
    """Where the instrument revokes earlier powers; boilerplate about its own revocation does not count."""
    before = ""
    for sentence in page.sentences:
        if sentence.start >= end:
            break
        if (hit := undoes(sentence.text, before)) is not None:
            return Found("true", sentence.start + hit.start(), sentence.start + hit.end())
        before = sentence.text
    return None


def undoes(text: str, before: str = "") -> re.Match[str] | None:
    """Where a sentence, or a part of one, takes back another paper.

    Args:
        text: The sentence.
        before: The sentence before it, or the label above it, which may name the paper that "it" is.
    """
    if not speaks(text):
        return None
    if (field := _FIELD.match(text)) is not None:
        return field
    if before and (hit := _LABELLED.match(text)) is not None and _LABEL.fullmatch(before):
        return hit
    hit, tries = _REVOKES.search(text), 0
    while hit and tries < _TRIES:
        if _undoes_another(text, hit):
            return hit
        hit, tries = _REVOKES.search(text, hit.start() + 1), tries + 1
    hit = _IT_IS_OVER.search(text)
    if hit is not None and _undoes_another(text, hit):
        told = text[: hit.start()] or before
        if _ANOTHER.search(told) and not _THIS.search(told):
            return hit
    return None


_TRIES = 4  # readings of one sentence: "until it is rescinded, and the power of 2003 is rescinded" needs the second
_NOW = rx(r"\b(?:hereby|herewith|by this|(?:execution|signing|signature|delivery|effectiveness) (?:hereof|of this))\b")
_CONDITIONAL = rx(
    r"\b(?:until|till|unless|if)\b|\b(?:may|can|could|might) (?:\w+ ){0,2}?be\b|\b(?:hereby|herein|hereunder) "
    r"(?:shall|will)\b"
)


def _undoes_another(text: str, hit: re.Match[str]) -> bool:
    """Whether what was found is said of another paper, here and now: not denied, not to come, not of this one."""
    said = hit.group()
    if _NOT_REVOKES.search(text, 0, hit.end()) or _CONDITIONAL.search(said):
        return False
    if to_come(text, hit.start()) and not _NOW.search(text[max(0, hit.start() - 60) : hit.end()]):
        return False
    return not _OWN.search(said) or _OF_ALL.search(said) is not None
