"""What grants: the sentences of an instrument, part by part, without those that deny and what they except.

A sentence that denies ("conveys no authority to ...", "nothing in this instrument permits ...") is left out whole; from
one that grants with an exception ("but not to trade") the exception is cut off.
"""

from __future__ import annotations

from dataclasses import dataclass

from .boxes import answered
from .clauses import Page
from .patterns import rx

_DENIES = rx(
    r"\b(?:confers?|conveys?|grants?|gives?|carries|contains?|includes?|has|have|shall have) no(?: other|"
    r" further)? (?:power|authority|right)|\bnothing (?:in|herein|contained|here)|\bdoes not (?:include|extend"
    r"|confer|grant|give|authori[sz]e|permit|convey|empower|cover|reach)|\bdo not (?:authori[sz]e|permit|extend"
    r"|include|empower)|\b(?:none|neither|no one|nobody)(?: one)? (?:of (?:them|whom|these|those|the \w+(?: "
    r"\w+)?) )?(?:may|can|shall"
    r"|will|is to|are to)\b(?! (?:act|sign) (?:alone|without))"
    r"|\b(?:is|are) (?:no part|not part|outside) of\b"
    r"|\bno (?:{atty}|agent|substitute|authority|power|report)\b[^.;]{0,50}\b(?:may|is|to"
    r"|shall)\b|\bmay not\b|\bshall not\b|\b(?:is|are) not (?:given|granted|conferred|empowered)\b|\bis not"
    r" (?:authori[sz]ed|covered|permitted|a general)|\bare not (?:authori[sz]ed|permitted|covered)|\bno (?:buying"
    r"|selling|trading|voting|dealing|exercis\w+|transact\w+|delegat\w+)\b|\b(?:do|does|did|can|could|shall|will"
    r"|may|must|is|are)(?:n't| not)\b(?: \w+){0,4} (?:authori[sz]\w*|permit\w*|empower\w*|allow\w*|vote|sell|buy"
    r"|trade|pledge|sign|act)\b|(?<!\bi\s)(?<!\bwe\s)\b(?:can't|cannot|don't|won't|mustn't)\b(?! (?:act|be|serve"
    r"|sign)\b)|\bno"
    r" authority\b|\bis not within\b|\b(?:has|have|had) not (?:\w+ )?(?:given|granted|conferred|authori[sz]ed"
    r"|empowered|permitted)"
    r"|\b(?:does|do|did) not (?:give|grant|confer)\b|\bnot (?:be )?(?:construed|deemed|taken)\b"
    r"|\bneither\b[^.;]{0,80}\bnor\b"
    r"|\b(?:agrees?|undertakes?|promises?|covenants?) to (?:\w+ )?(?:indemnif|hold [^.;]{0,80}\bharmless|reimburse)"
    r"|\bis (?:expressly )?(?:excluded|withheld)|\bare (?:expressly )?(?:excluded|withheld)"
)

# What stays with the grantor, or is another's, is not granted either.
_GRANTOR = r"(?:i|we|undersigned|grantor|principal|insider|owner|reporting person|director|officer)"
_DO = r"(?:keep|reserve|retain|sign|execute|file|submit|lodge|make|prepare|see to|attend to|handle)"
_SELF = r"(?:(?:my|him|her)self|ourselves|themselves|personally|in person|alone|on (?:my|his|her|their|our) own)"
_KEPT = rx(
    r"(?<!that\s)(?<!which\s)\b(?:(?:remain|stay|rest|belong)s?|(?:is|are) (?:left|kept|reserved)) (?:with|for|to"
    r"|by) (?:me|us|him|her|myself"
    rf"|himself|herself|the (?:{_GRANTOR}|company|corporation|issuer|registrant|broker))\b"
    rf"|\b{_GRANTOR} (?:\w+ ){{0,2}}?{_DO}s?\b[^.;]{{0,60}}\b{_SELF}\b"
    rf"|\b{_GRANTOR},? (?:alone|personally|(?:my|him|her)self|and (?:nobody|no one) else),? (?:\w+ )?(?:will|shall"
    rf"|may|must|can"
    rf"|(?:is|am|are)(?! (?:\w+ )?(?:oblig\w+|required|bound|subject|liable)\b)|{_DO}s?)\b"
    rf"|\bonly (?:the )?{_GRANTOR} (?:will|shall|may|must|can|is to|am to|{_DO}s?)\b"
    rf"|\bthe (?:company|corporation|issuer|registrant|broker) (?:itself )?(?:will|shall|is to) (?:itself )?{_DO}\b"
    rf"|\b(?:filing|signing|signature|submission|rest) (?:the )?{_GRANTOR} (?:\w+ )?(?:do|does"
    rf"|make)s?\b[^.;]{{0,30}}\b{_SELF}\b"
    r"|\b(?:is|are) (?:not part of it|left out|exempted)\b"
)

_EXCEPTION = rx(
    r"[,;(]? ?\b(?:but not(?= to| the| any| including| forms?| schedules?)|but no|excluding|except(?: that| for| as "
    r"to)|not including"
    r"|and not to|and no (?:forms?|reports?|statements?|filings?|schedules?|other)\b"
    r"|provided,? (?:however,? )?that (?:no|nothing))\b[^.;:]*"
    r"|[,;(]? ?\b(?:but not|other than|save(?: for)?|apart from|not)(?: for| on)? (?:the )?(?:forms?|schedules?)\b"
    r"[^.;:,]*"
    r"|[,;(]? ?\b(?:the )?(?:forms?|schedules?) [^,.;:]{1,40}? (?:being )?(?:reserved|excepted|excluded|withheld)\b"
    r"[^,.;:]*|\([^()]{0,60}\b(?:excluded|excepted|not included)\)"
    r"|\bwithout (?:any )?(?:power|authority|right) (?:to|of) (?:substitut|delegat|trad|sell|buy|vot"
    r"|dispos)\w*[^.;:,]*|\((?:but )?not (?:to )?\w+[^()]*\)"
)


@dataclass(frozen=True, slots=True)
class Grant:
    """A stretch of the text that grants."""

    start: int
    end: int
    text: str


_PARTS = rx(r";|\bprovided\b,? (?:further|however|always)?")

_APPOINTING = rx(
    r"\b(?:hereby|does|do) (?!not\b)(?:\w+,? (?:and )?){0,3}(?:constitute|appoint|authori[sz]e|designate|name)"
)


def grants(page: Page, end: int, *, denied_too: bool = False) -> list[Grant]:
    """The sentences before `end` that grant, part by part, with their exceptions cut off.

    A denial that ends in a colon denies the parts behind it too. A revocation names what it ends in denials ("he has no
    authority to file Forms 4"): with `denied_too` those sentences are given as well.
    """
    out = []
    for sentence in page.sentences:
        if sentence.start >= end:
            break
        text, at, denied_rest = answered(sentence.text), 0, False
        bounds = [*(m.start() for m in _PARTS.finditer(text)), len(text)]
        for bound in bounds:
            part, begin, at = text[at:bound], at, bound
            denial = _DENIES.search(part) or _KEPT.search(part)
            denied = denial is not None and not denied_too and not _APPOINTING.search(part)
            if not denied and not denied_rest:
                out.extend(_without_exceptions(sentence.start + begin, part))
            denied_rest = denied_rest or (denied and denial is not None and ":" in part[denial.end() :])
    return out


def _without_exceptions(start: int, text: str) -> list[Grant]:
    out, at = [], 0
    for exception in _EXCEPTION.finditer(text):
        out.append(Grant(start + at, start + exception.start(), text[at : exception.start()]))
        at = exception.end()
    return [*out, Grant(start + at, start + len(text), text[at:])]
