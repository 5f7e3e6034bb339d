"""What kind of instrument a text is, and whether it is one at all.

A kind follows from the title and the operative verb. A text that only speaks about powers (a memo, a note, a notice),
or that transfers shares or votes them, is none.
"""

from __future__ import annotations

import re

from .attorney import Appointment
from .clauses import SURE_VERB, TITLE, Page, heading
from .patterns import rx
from .signers import Signed
from .substitutions import substitutes
from .taking_back import GAVE, WITHDRAWAL, revokes_now, takes_back
from .withdrawals import ending, lets_act, withdraws

_CONFIRMS = rx(
    r"\b(?:this|the|following|present)?\s?(?:statement|letter|memorandum|notice|certificate"
    r"|document|writing)?[^.;]{0,40}\b(?:confirms?|confirmed|confirming|confirmation is (?:hereby )?given|certif(?:y"
    r"|ies)"
    r"|acknowledges?|advised?|advises"
    r"|informs?|informed|notif(?:y|ies|ied))\b[^;.]{0,100}?\bthat\b[^;]{0,420}?\b(?:has|have|had|is|are|was|were) "
    r"(?:\w+,? (?:and )?){0,4}?(?:authori[sz]ed|appointed|designated|empowered|named|given"
    r"|granted|constituted|my (?:full )?authority)\b"
    r"|\b(?:states?|declares?)\b[^;.]{0,60}?\bthat\b[^;.]{0,60}?\b(?:i|he|she|it|they|undersigned) (?:has|have)"
    r" (?:\w+,? (?:and )?){0,3}?(?:authori[sz]ed|appointed|designated|empowered)\b"
)
_HAS_GIVEN = rx(
    r"\b(?:to|in|upon) whom (?:i|we|the undersigned) (?:have|has) (?:\w+ ){0,2}?(?:given|granted|confided)\b"
)
REVOCATION_TITLE = rx(
    rf"\b(?:{WITHDRAWAL}|removal|dismissal)\b(?: \w+){{0,4}} (?:of "
    rf")?(?:\w+ ){{0,4}}?(?:power|authori[sz]ation|appointment|authority|{{atty}}|agent)|^\s*(?:notice of "
    rf")?{WITHDRAWAL}\s*$",
    re.IGNORECASE | re.MULTILINE,
)
SECTION16 = rx(
    r"\bsection 1[56]\b|\bforms?:? (?:3|4|5|three)\b|\bforms?\s+(?:id,? (?:and )?|144,? (?:and "
    r")?)?[345]\b|beneficial ownership|\binsider report|securities exchange act of 1934|\b1934 "
    r"act\b"
)
ATTORNEY = rx(
    r"\b{atty}s?[- ]?in[- ]?fact\b|\bpower of {atty}\b|\blawful {atty}|\bmy {atty}|\bagents?\b"
    r"|\b(?:on|in) (?:my|his|her|its) (?:behalf|name|stead|place)\b|\bfor me\b|\bauthori[sz]"
    r"|\bauthority\b|\bempower|\bdeput|\bsign for|\bmandat|\bact for\b|\bpowers? (?:of|to)\b"
    r"|\byou may (?:sign|execute|file)\b|\b(?:sign|file) (?:\w+ ){0,2}?my (?:\w+ ){0,3}?(?:name|forms?|reports?"
    r"|statements?)\b"
    r"|\bpowers?\b|\bprocurat?ion\b|\brepresentatives?\b|\bappoint"
    r"|(?m:^[\t \d.)]{0,12}{atty}s?(?:\(s\))?(?:[ \t]*[:.\n]|\t|[ ][ ]))"
)
_ABOUT_A_POWER = rx(
    r"^(?:the|a|that|your|each|our) (?:\w+ ){0,3}?(?:(?-i:form|document|template)|power of {atty}"
    r"|powers of {atty})\b[^.;]{0,60}\b(?:appoints?|authori[sz]es?|names?|designates?)\b(?! as)"
)


# A resolution that approves a power and lets an officer sign it grants nothing; the power itself does.
_FORM_APPROVED = rx(
    r"\bforms? of (?:the )?powers? of {atty}\b[^.;]{0,120}\b(?:approved|adopted|authori[sz]ed)\b[^.;]{0,160}"
    r"\b(?:sign|execute|deliver)(?: and \w+)? (?:it|them|the same|such|said|that)\b"
)


def kind_of(page: Page, clause: Appointment | None) -> str:
    """The kind of instrument, from its title, its operative verb and whether it appoints anybody."""
    if withdraws(page, clause):
        return "revocation"
    head = page.text[page.start : min(page.end, page.start + 700)]
    body = page.slice()
    title = "\n".join(line for line in head.split("\n")[:14] if len(line.strip()) < 90)
    heads = "\n".join(filter(heading, title.split("\n")))  # not of a wrapped sentence that lets somebody substitute
    if substitutes(heads, body):
        return "substitution"
    said = page.text[clause.start : clause.end] if clause is not None and not clause.passive else body
    if clause is not None and rx(r"\bresolved\b").search(page.sentence_at(clause.end - 1).text):
        said = ""  # a certified resolution acts by itself
    if (_CONFIRMS.search(said) or _HAS_GIVEN.search(said)) and not rx(
        r"\bhereby (?:\w+,? (?:and )?){0,3}(?:appoints?|constitutes?)\b"
    ).search(body):
        return "confirming-statement"
    last = page.sentence_at(clause.end - 1).text if clause is not None else ""
    undone = _undoes(last) or _TOLD.search(last) if clause is not None else not lets_act(page)
    if (REVOCATION_TITLE.search(title) or undone) and revokes_now(body) and not _grants_anew(page):
        return "revocation"
    return "power-of-attorney"


def _undoes(sentence: str) -> bool:
    """Whether a sentence takes back what it says to have been given, or tells of that, and appoints nobody."""
    if _APPOINTED.search(sentence) and not _APPOINTS_NOW.search(sentence):
        return True  # "By my power of March 3, 2011 I appointed"
    return bool(
        takes_back(sentence)
        and _GAVE.search(sentence)
        and not rx(r"\b(?:and|but) (?:\w+ ){0,3}?(?:appoint|constitut|designat|authori[sz]|nam|empower)e?s?\b").search(
            sentence
        )
    )


_TOLD = rx(
    r"^(?![^.;]*\b(?:hereby|and (?:\w+ ){0,3}?(?:appoint|constitute|designate|authori[sz]e|name)s?)\b)[^.;]{0,80}"
    r"\b(?:i|we|the undersigned) (?:gave|granted|appointed|authori[sz]ed|named|executed|signed|designated)\b"
)
_APPOINTED = rx(
    r"\b(?:by|in|under) (?:my|a|the|that) (?:\w+ ){0,4}?(?:powers?(?: of {atty})?|instrument|letter)\b[^.;]{0,60}"
    r"\b(?:i|we|the undersigned) (?:have |had )?(?:appointed|authori[sz]ed|named|designated|constituted)\b"
)
_APPOINTS_NOW = rx(r"\b(?:hereby|do|does|now) (?:\w+ ){0,3}?(?:appoint|authori[sz]|nam|designat|constitut)e?s?\b")
_GAVE = rx(rf"\b(?:that|which|by which) (?:\w+ ){{0,2}}?(?:have |has |had )?{GAVE}\b")


def _grants_anew(page: Page) -> bool:
    """Whether a sentence appoints here and now."""
    found = ((s, hit) for s in page.sentences for hit in _APPOINTS_ANEW.finditer(s.text))
    return any(not _NOT_YET.search(s.text, max(0, hit.start() - 60), hit.end()) for s, hit in found)


_APPOINTS_ANEW = rx(
    r"\b(?:hereby|do|does|now|by these presents)\b[^.;]{0,40}\b(?:constitute|appoint|designate|name|authori[sz]e)s?\b"
    r"|\b(?:undersigned|i|we|grantor|principal)\b(?:,[^,.;]{2,60},)? (?:appoint|constitute|designate|nominate"
    r"|empower)s?\b"
)
_NOT_YET = rx(r"\b(?:not|may)\b")


_PROXY = rx(r"\bprox(?:y|ies)\b(?=[^\x00]*\bvote\b)|\bvote\b(?=[^\x00]*\bprox(?:y|ies)\b)")
_REPORTS = rx(r"\bforms? (?:3|4|5|144|id)\b|\bsection 16\b|\breports? of (?:changes|beneficial)|\bschedules? 13")
_STOCK_POWER = rx(
    r"\bfor value received\b|\bsell,? assign(?:,| and) transfers?\b"
    r"|\b(?:stock|bond|assignment) power\b(?=[^\x00]*\bto transfer\b)"
)
_SIGNS_FORMS = rx(
    r"\b(?:sign|execut|fil|prepar)(?:e|s|ing)?\b[^;]{0,120}\b(?:forms?|reports?|statements?) (?:3|4|5|144|of|under)\b"
)


ADDRESSED = rx(
    r"\b(?:recommend|remind|for you\b|you (?:should|must|remain|sign(?:ed)?|are (?:still|also) responsible))\b"
)
_ADVISES = rx(
    r"\byou (?:should|must|may wish to|are asked to) (?:\w+ ){0,2}?(?:sign|execute|complete|return|give|adopt)\b"
    r"|\bplease (?:\w+ )?(?:sign|complete|execute|return)\b(?! (?:nothing|no)\b)|\brecommend (?:that you|you)\b"
    r"|\b(?:if|should) you (?:wish|want|would like|prefer|choose|desire|like)\b[^.;]{0,100}\b(?:sign|complete|execute"
    r"|return|use)\b"
)
_INCUMBENCY = rx(r"\bincumbency\b|\b(?:officer|secretary)'s certificate\b|\bspecimen signatures?\b")
_ENCLOSES = rx(
    r"\b(?:enclosed|herewith|(?:we|i) (?:enclose|attach|transmit|submit)|transmitted|attached)\b"
    r"(?=[^\x00]*(?:\bpowers? of {atty}\b[^.;]{0,120}\b(?:was|were|is|has been|have been) (?:\w+ )?(?:filed"
    r"|incorporated|submitted)|\b(?:signed|executed) by (?:his|her|their|the|an?) {atty}))"
)
_COPY = rx(
    r"\b(?:received|receipt|seen|read|cop(?:y|ies))\b[^.;]{0,60}\bpowers? of {atty} (?:that|which)"
    r" (?!i\b|we\b|the undersigned\b)[^.;]{2,60}? (?:has |had )?(?:gave|given|granted|executed|signed|made)\b"
)
_NOBODY_GRANTS = rx(
    r"\bno (?:party|person|one|signatory)\b[^.;]{0,40}\b(?:appoints?|authori[sz]es?|grants?|constitutes?)\b"
    r"|\b(?:is|does) not (?:itself )?(?:constitute )?an? (?:appointment|power of {atty}|grant of authority)\b"
)
_GRANTS_HERE = rx(
    r"\bhereby\b|\bundersigned\b|\bi,? (?:\w+ ){0,2}?(?:appoint|authori[sz]e|name|give|grant|designate|constitute)\b"
)


def operative(page: Page, clause: Appointment, signed: list[Signed]) -> bool:
    """Whether the clause acts here and now: signed, or said by "the undersigned" or "I", not a report of a power."""
    sentence = page.text[clause.start : clause.end]
    first_person = rx(
        r"\b(?:i|we|my|our|me|undersigned|these presents|hereby|each person|signs? below|signature "
        r"appears|resolved|grantors?)\b"
    ).search(page.slice())
    body = page.slice()
    if _PROXY.search(body) and not _REPORTS.search(body):
        return False
    if _STOCK_POWER.search(body) and not _SIGNS_FORMS.search(body):
        return False
    if rx(
        r"\b(?:authorizes her|authorizes him|was filed|is filed|previously filed|incorporated by "
        r"reference|filed herewith)\b"
    ).search(sentence) and not rx(r"\bhereby\b|\bi appoint\b|\bthe undersigned\b|^each\b").search(sentence):
        return False
    if _INCUMBENCY.search(body) and not SECTION16.search(body):
        return False
    if _ENCLOSES.search(body) and not SURE_VERB.search(body):
        return False  # a letter with a report that somebody signed under a power
    if (
        _ABOUT_A_POWER.search(sentence)
        or _COPY.search(sentence)
        or _FORM_APPROVED.search(page.sentence_at(clause.start).text)
    ):
        return False
    if (_ADVISES.search(body) or _NOBODY_GRANTS.search(body)) and not (_GRANTS_HERE.search(body) or ending(page)):
        return False  # advice to those who might grant
    if any(s.part == "principal" for s in signed):
        return True
    if titled(page) and SECTION16.search(body) and rx(r"(?m)^[ \t]*(?:dated|executed|signed|given)\b").search(body):
        return True  # spoken of the grantor in the third person
    if rx(r"\bthe (?:grantor|principal|appointor|donor|filers?)\b").search(sentence) and SECTION16.search(body):
        return True
    return bool(first_person) and bool(rx(r"\bundersigned\b|\b(?-i:I)\b|know all|\bhereby\b").search(body))


def titled(page: Page) -> bool:
    """Whether the text calls itself an instrument: a heading, or "know all ... by these presents"."""
    head = page.text[page.start : min(page.end, page.start + 1200)]
    return any(heading(m.group()) for m in TITLE.finditer(head)) or bool(
        rx(r"know all (?:\w+ ){0,3}by these").search(head)
    )
