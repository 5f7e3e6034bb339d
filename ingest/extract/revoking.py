"""Whether a text revokes earlier powers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .clauses import Found, Page
from .patterns import rx
from .taking_back import (
    DENIES,
    FORMER,
    GIVEN,
    GONE,
    OTHER_PAPER,
    OVER,
    OVER_NOW,
    PAPERS,
    THIS_PAPER,
    UNDO,
    speaks,
    to_come,
)

# What undoes, or is what is over: found first, and then asked for its object or its subject.
_WORD = rx(
    rf"\b(?:(?P<undo>{UNDO})|(?P<now>{OVER_NOW}"
    rf"|(?:is|are|ha(?:s|ve)|shall|may|be|can|will|do(?:es)?|counts?|stands?) no longer"
    rf"|no longer (?:counts?|stands?|binds?|appl(?:y|ies)|holds?))|{GONE})\b"
)
_OBJECT = rx(
    rf"(?<=\w)(?=\W)(?:,? (?:and|or) {UNDO})*"
    r"(?! (?:when|on|upon|if|at the|automatically|immediately|in the event|by|no|none|nothing)\b)"
    rf"(?:[^.;]{{0,60}}?\b{OTHER_PAPER}"
    # "withdraw all others", "the appointment of Cy Dunn"
    r"| (?:all|any|every|the) others?(?= ?(?:[.,;)]|$))"
    rf"|[^.;]{{0,20}}?\b{GIVEN}(?: (?:given|granted|held|vested))? (?:of|to|by|in|in favou?r of|from) (?:(?:mr|ms|mrs"
    rf"|dr)\W ?)?(?!{{atty}})(?-i:[A-Z][a-z]))"
)
_BY_THIS = rx(r" by (?:this|the present)\b")
# "is, by the signing of this one, rendered void"
_IS = rx(
    r"\b(?:is|are|be|been|stands?|has|have|shall|which|ceases?)\b"
    r"(?:,? (?:by|with|from|as of|on|upon|through) [^.;,]{2,60},)? (?:\w+ ){0,3}?$"
)
_OF_MANY = rx(r"\b(?:they|these|those|all|both)\b")
_SUBJECT = rx(rf"\b{OTHER_PAPER}\b")
_HEREBY = rx(rf"\b{PAPERS}\b[^.;]{{0,140}}\b(?:is|are) hereby $")
_THAT = rx(
    rf"\b(?:that|said) {PAPERS} (?:is|are|stands?) (?:\w+ )?$|\bwhich (?:is|are|you should treat as) (?:hereby )?$"
)
_LIEU = (
    r"(?:takes? the place|stands? in (?:the )?(?:place|lieu|stead)|in (?:place|substitution|replacement|lieu|stead)"
    r"|instead)"
)
_REPLACES = rx(
    rf"\b{_LIEU} (?:of|for) (?:and (?:to )?\w+ )?"
    rf"(?:(?:any|all|every|each|the|my|that|those|his|her|its)\b(?: (?:\w+ ){{0,4}}?(?:{PAPERS}|of)\b)|{OTHER_PAPER})"
    rf"|\bwhose {GIVEN} (?:(?:i|we|is|are|has been|have been) )(?:\w+ ){{0,2}}?{UNDO}\b"
    r"|\b(?:former|previous|earlier|prior|old) (?:{atty}|agent|designee|appointee)s?(?:[- ]in[- "
    r"]fact)?\b[^.;]{0,80}?\b(?:relieved|removed|dismissed"
    r"|discharged|released)\b"
    r"|(?-i:[A-Z])[\w.'\u00b7-]+(?:,[^.;]{2,60},)? (?:is|are|shall) no longer (?:be )?(?:my|his|her|an?|our) "
    r"(?:{atty}|agent)"
    rf"|\b{FORMER} (?:\w+ ){{0,2}}?{PAPERS}\b[^.;]{{0,40}}?\btakes? (?:their|its) place\b"
    rf"|\ba new {PAPERS}(?: \d+)? {UNDO} every\b"
    rf"|\b(?:with|by|upon|on) (?:this|the present|my new) (?:\w+ )?{PAPERS},? (?:[^.;]{{0,20}}? )?"
    rf"(?:{OTHER_PAPER}|those (?:of|dated) )[^.;]{{0,80}}?\b(?:(?:comes?|goes?) to an end|ends?|lapses?|expires?"
    r"|ceases?|falls? away|terminates?|(?:is|are) (?:over|spent|ended))\b"
    rf"|\brevocation (?:and \w+ )?of (?:(?:any|all|every|each|my|his|her) )?(?:and all )?{FORMER} {PAPERS}"
    rf"|\b{FORMER} (?:\w+ ){{0,3}}?{PAPERS}\b[^.;]{{0,60}}?"
    r"\b(?:shall|will) (?:\w+ ){0,2}?(?:cease|end|expire|lapse|terminate)\b"
)
# A field of a form: "Prior powers: revoked", "Earlier authorizations: all withdrawn"; and what a label is followed by.
_ALL_OVER = rf"(?:(?:they|all|each|both|these|is|are|now|hereby|herewith) ){{0,4}}{OVER}\b"
_FIELD = rx(
    rf"\W*(?:all |any )?{FORMER} {PAPERS}(?: of {{atty}})? ?[:\t] ?{_ALL_OVER}"
    rf"|\W*(?:all |any )?{FORMER} (?:\w+ ){{0,2}}?{PAPERS} (?:hereby |all |now )?{OVER}\W*$"
)
_LABELLED = rx(rf"\W*{_ALL_OVER}")
_LABEL = rx(rf"\W*(?:\w{{1,3}}[.\u00b7)] ?)?(?:\w+ ){{0,3}}?{FORMER} (?:\w+ ){{0,2}}?{PAPERS}(?: \w+){{0,3}}\W*")
# "The letter that I sent in 2003 may be destroyed; it is revoked."
_IT_IS_OVER = rx(
    r"(?:^|[;:,\u00b7] ?)\W*(?:(?:and|but|as) )?(?:it|they|all(?: of (?:them|these|those))?|each(?: of them)?|both"
    rf"|these|those|which|the same)\b(?: [^.;,]{{1,30}})? (?:is|are|stands?|has been|have been) (?:\w+ "
    rf"){{0,3}}?{OVER}\b"
)
_NO_OTHER = rx(
    rf"\b(?:no {FORMER}|none of my (?:{FORMER} )?) ?(?:\w+ ){{0,2}}?{PAPERS}\b[^.;]{{0,40}}?\b(?:is|are|remains?"
    rf"|stands?"
    rf"|continues?)"
    r" (?:any longer |any more |still |now )?(?:in (?:force|effect)|valid|effective|good)\b"
)
# To withdraw is what somebody may do, unless it is what the paper is for.
_TO = rx(r"\bto (?:\w+,? (?:or |and )?){0,3}$")
_MEANS_TO = rx(
    r"\b(?:wish(?:es)?|wants?|desires?|intends?|decided?|is|serves|writ(?:e|ing)|like|intention|purpose|meant"
    r"|hereby)(?: \w+){0,3} to (?:\w+,? (?:or |and"
    r" )?){0,3}$"
)
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
        if (span := undoes(sentence.text, before)) is not None:
            return Found("true", sentence.start + span[0], sentence.start + span[1])
        before = sentence.text
    return None


def undoes(text: str, before: str = "") -> tuple[int, int] | None:
    """Where a sentence, or a part of one, takes back another paper.

    Args:
        text: The sentence.
        before: The sentence before it, or the label above it, which may name the paper that "it" is.
    """
    if not speaks(text):
        return None
    if (field := _FIELD.match(text)) is not None:
        return field.span()
    if before and (hit := _LABELLED.match(text)) is not None and _LABEL.fullmatch(before):
        return hit.span()
    if (hit := _NO_OTHER.search(text)) is not None and not to_come(text, hit.start()):
        return hit.span()
    for span in _of_another(text):
        if _here_and_now(text, *span):
            return span
    hit = _IT_IS_OVER.search(text)
    if hit is not None and _here_and_now(text, *hit.span()):
        told = text[: hit.start()] or before
        if _SUBJECT.search(told) and (_OF_MANY.search(hit.group()) or not _THIS.search(told)):
            return hit.span()
    return None


def _of_another(text: str) -> Iterator[tuple[int, int]]:
    """What a sentence says of another paper: what undoes with its object, what is over with its subject."""
    for word in _WORD.finditer(text):
        if word["undo"] and (told := _OBJECT.match(text, word.end())):
            yield word.start(), told.end()
        begin = max(0, word.start() - _REACH, *(text.rfind(stop, 0, word.start()) + 1 for stop in ".;"))
        if word["now"]:
            begin = max(begin, word.start() - _NEAR)
            said: re.Match[str] | None = word
        else:
            said = _IS.search(text, begin, word.start())
        if said is None:
            continue
        nearest = [*_SUBJECT.finditer(text, begin, said.start())][-1:]
        if nearest and not _IN_CASE.search(text, nearest[0].end(), word.start()):
            yield nearest[0].start(), word.end()
        elif (told := _HEREBY.search(text, begin, word.start()) or _THAT.search(text, begin, word.start())) is not None:
            yield told.start(), word.end()
        elif _BY_THIS.match(text, word.end()):
            yield said.start(), word.end()
    for told in _REPLACES.finditer(text):
        yield told.span()


_IN_CASE = rx(r"\b(?:until|till|unless|if|when(?:ever)?|once|upon|(?:so|as) long)\b")
_REACH, _NEAR = 240, 120  # characters from a paper to what is said of it
_NOW = rx(r"\b(?:hereby|herewith|by this|(?:execution|signing|signature|delivery|effectiveness) (?:hereof|of this))\b")
_CONDITIONAL = rx(
    r"\b(?:until|till|unless|if)\b|\b(?:may|can|could|might) (?:\w+ ){0,2}?be\b|\b(?:hereby|herein|hereunder) "
    r"(?:shall|will)\b"
)


def _here_and_now(text: str, start: int, end: int) -> bool:
    """Whether what was found is said of another paper, here and now: not denied, not to come, not of this one."""
    said = text[start:end]
    if _NOT_REVOKES.search(text, 0, end) or _CONDITIONAL.search(said):
        return False
    if _TO.search(text, 0, start) and not _MEANS_TO.search(text, 0, start):
        return False
    if to_come(text, start) and not _NOW.search(text[max(0, start - 60) : end]):
        return False
    return not _OWN.search(said) or _OF_ALL.search(said) is not None
