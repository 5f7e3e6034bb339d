"""Whether an attorney may put another in his place: a power of substitution or delegation, granted or denied."""

from __future__ import annotations

import re

from .boxes import unticked
from .clauses import Found, Page
from .patterns import Stems, rx

_OTHER_HANDS = (
    r"(?:(?:re-?)?substitut\w*|delegat\w*|deput\w*|successors?|alternates?|sub-?agents?|sub-?delegat\w*|sub-?{atty}s?"
    r"|sub-?powers?(?: of {atty})?|replacements?|stand-?ins?)"
)
_PERSON = (
    r"(?:persons?|individuals?|people|colleagues?|members?|employees?|officers?|lawyers?|{atty}s?(?:[- ]in[- ]fact)?"
    r"|agents?|partners?|associates?|assistants?|paralegals?|clerks?|deput(?:y|ies)|staff)"
)
_OTHERS = (
    rf"(?:(?:an|any |some |such |one )?other(?: (?:\w+ ){{0,2}}?{_PERSON})?|others|(?:some|any)(?:one|body)(?: else)?"
    rf"|(?:one or more|any(?: one)?|such|some|a|an|further|additional) (?:\w+ ){{0,3}}?{_PERSON})"
)
_NAME = r"(?:nam|appoint|designat|nominat|choos|select|engag|put|hav|plac)\w*"
_PUT = (
    r"(?:(?:nam|designat|nominat|choos|authori[sz]|us|depute?|delegat|engag|plac|hav)(?:e|es|ing)?"
    r"|(?:appoint|select|empower|employ|instruct|direct|ask|let|put|install|retain)(?:s|ing|ting)?)"
)
_ATTORNEY = (
    r"(?:they|he or she|she or he|he|she|it|either|each|him or her|them|him|her|(?:the|such|said|that|each|any|either)"
    r" (?:\w+ )?(?:{atty}(?:[- ]in[- ]fact)?|agent|designee|appointee)|(?:mr|ms|mrs|dr)\W ?(?-i:[A-Z])[\w'-]+)"
)
_PICK = r"(?:designat|nam|appoint|choos|select|pick|authori[sz]|nominat|direct|assign|instruct)"
# In which another stands for the attorney: "in her stead", "to act for him", "as may exercise these powers".
_FOR_THEM = (
    r"(?:in (?:his|her|their|its|whose|(?:his|her|its) or (?:her|their)|the {atty}(?:[- ]in[- ]fact)?'s) (?:own "
    r")?(?:place|stead|room"
    r"|name)"
    r"|to act (?:for|on behalf of) (?:him|her|them|it|(?:such|that|the) {atty})|to act (?:instead|hereunder|under this)"
    r"|in (?:the )?(?:place|stead) of|(?:carry out|perform) (?:this|the|such|these|his|her|their) (?:\w+ )?(?:powers?"
    r"|authority|tasks?|mandate)"
    r"|(?:sign|act|do (?:so|it|this)) for (?:him|her|them)"
    r"|under (?:him|her|them)|(?:to|as may|as can|who (?:may|can|shall)) (?:\w+ )?exercise|as (?:his|her|their)"
    r" (?:deput|agent|alternate|substitut|delegat)\w*"
    r"|with (?:all|some|any|part)(?: (?:or|and) \w+)? of (?:his|her|their|its|the|these|such) (?:\w+ )?powers?)"
)
# What is passed on, and how.
_HAND = r"(?:pass|hand|transfer|entrust|commit|cede|assign|give|confer|extend|grant|make over)\w*(?: (?:on|over|down))?"
_IT = (
    r"(?:(?:\w+ ){0,4}?(?:powers?|authority|mandate|functions?|tasks?|duties|it|them|rights?)\b"
    r"(?:,? (?:in whole or (?:in )?part|on|over|down|wholly or in part|in full))*)"
)
_TO_OTHERS = r"(?:to|up ?on|on) (?!me\b|us\b|them\b|him\b|her\b|the (?:company|undersigned))"
# Three patterns, because each has rare words of its own.
_BY_SUBSTITUTES = rx(
    # "with power of substitution", "the right to name a deputy"
    rf"\b(?:powers?|right|authority|faculty|facult[\u00e9e]|leave|liberty|permission)\b (?:\w+,? ){{0,6}}?(?:of|to"
    rf"|for|de) (?:\w+,? ){{0,4}}?{_OTHER_HANDS}"
    r"|\b(?:may|can|to)\b (?:\w+,? ){0,4}?(?:substitute|(?:sub-?|re-?)?delegate|deputi[sz]e)\b"
    r"|\b(?:they|he or she|he|she|it|either|each) may (?:depute|deputi[sz]e|substitute)\b"
    r"|\bdelegate to (?:others|another|any)"
    # "the powers can be delegated", "delegation is permitted", and as a field or an item of a list
    r"|^\W*(?:\w{1,8}[.:\u00b7)] ?)?(?:(?:sub-?)?delegate|substitute (?:an)?other)\b"
    r"|^\W*(?:\w{1,3}[.\u00b7)] ?)?(?:may|can) be (?:sub-?)?delegated\b|^\W*(?:sub-?)?(?:delegation"
    r"|substitution)[\s:.]+(?:is )?"
    r"(?:permitted|allowed|yes|granted|authori[sz]ed)\b"
    r"|\b(?:powers?|authority|mandate|authori[sz]ation|appointment|it|they)\b[^.;]{0,60}\b(?:(?:may|can) (?:also )?be"
    r" (?:sub-?)?delegated\b(?! by (?:neither|none|no))|(?:is|are|be) (?:(?:freely|fully|wholly) )?delegable\b)"
    rf"|\b(?:delegation|substitution|{_OTHER_HANDS})\b[^.;]{{0,50}}? (?:is|are|shall be) (?:\w+ly )?(?:permitted"
    r"|allowed|granted|authori[sz]ed|possible|open|free|lawful|included)\b"
    r"|\bsubstitution (?:and|or) (?:re-?substitution|revocation)"
    r"|\bsubstituting\b|\bdelegating\b"
    # "may name deputies", "by appointing a substitute", and as an item of a list
    rf"|\b(?:may|can|to|by)\b (?:(?!i\b)\w+,? ){{0,4}}?{_NAME}\b[^.;]{{0,50}}?(?:\b{_OTHER_HANDS}\b"
    r"|\b(?:an)?other(?: person)?s? in (?:his|her|their|its|our) )"
    r"|^\W*(?:\w{1,3}[.\u00b7)] ?)?(?:name|appoint|designate)\b (?:\w+ ){0,4}?substitutes?\b"
    rf"|\b(?:may|can|shall)\b[^.;]{{0,80}}?\b(?:and|or) (?:name|appoint|designate|put in)"
    rf" (?:an? |his own |other )?{_OTHER_HANDS}"
    r"|\bsubstitutes? (?:whom|that|as) (?:they|he|she|it|the \w+)"
    r" (?:may|puts?|names?|appoints?|choos\w+|designates?|selects?)\b"
    r"|\bsubstitutes? may be (?:\w+ )?(?:named|appointed|chosen|designated)\b"
    r"|\b(?:a|the|any|each) substitutes? (?:named|appointed|chosen|designated) (?:\w+ ){0,3}?by\b"
    r"|\buse (?:of )?(?:sub-?agents?|substitutes?|deput\w+)\b"
    r"|\b(?:may|can) (?:\w+,? ){0,3}?(?:have|be|get) (?:\w+ ){0,4}?replaced by\b"
    rf"|\b(?:may|can|to) (?:act|sign) (?:through|by(?: means of)?) (?:an? |such )?{_OTHER_HANDS}"
)
_HANDS = Stems(
    "substitut|delega|deput|successor|alternate|sub-|subagent|subpower|subatt|subdel|replace|stand-in|standin|other in "
    "|others in |person in |persons in "
)
_BY_OTHERS = rx(
    # "may authorize any member of her staff to act for her", "may act through such colleague as he chooses"
    rf"\b(?:may|can|to|by) (?:(?:(?!i\b)\w+,? ){{0,5}}?{_PUT}\b[^.;]{{0,50}}?\b{_OTHERS}\b[^.;]{{0,90}}?\b{_FOR_THEM}"
    r"|(?:\w+ ){0,2}?(?:authori[sz]e|appoint|designate|empower) (?:an)?other"
    r"(?: persons?| employees?| officers?| lawyers?)? to (?:act|exercise|sign|do|perform)\b"
    r"|(?:let|ask) (?:an)?(?:other|colleague|deputy|a colleague|a deputy)\b|(?<=may\s)(?:appoint|name) (?:others?"
    r"|another)\b"
    rf"|(?:\w+ )?(?:employ|engage|use|instruct)\b (?:\w+ )?(?:agents?|others|assistants?|{_OTHERS})"
    r" to (?:carry|do|perform|execute|sign|act)"
    rf"|(?:\w+ )?(?:have|get|let)\b[^.;]{{0,40}}?\b(?:done|signed|exercised|performed|executed) by (?:{_OTHERS}"
    rf"|another)"
    rf"|(?:act|sign) (?:through|by(?: means of)?) (?!any (?:one )?of its)(?:agents?|{_OTHERS}))"
    r"|\bfree to (?:have|let|ask) (?:another\b|(?:an?|his|her|any|some)\b(?: \w+)? (?:\w+ )?(?:act|sign|take))"
    # "any officer whom she designates may exercise her powers", "others may act in their stead"
    rf"|\b(?:whom(?:ever|soever)?|whoever|that|as) {_ATTORNEY} (?:(?!hereby)\w+ ){{0,3}}?{_PICK}(?:e?s?|ed)\b"
    r"[^.;]{0,60}?\b(?:may|can|shall|to) (?:\w+ )?(?:act|sign|exercise|do|file|execute)"
    rf"|\b{_PERSON} (?:so |duly |then )?{_PICK}(?:ed|en)(?: (?:in writing|therefor|for the purpose))? by {_ATTORNEY}\b"
    rf"|\b{_OTHERS} (?:may|can|shall) (?:\w+ )?(?:act|sign|exercise|do|file|execute)\b[^.;]{{0,40}}?\b{_FOR_THEM}"
)
# "may pass it on to another"
_PASSES_ON = rx(
    rf"\b(?:may|can|to) (?:\w+ ){{0,2}}?{_HAND} (?:to (?:an(?:y )?other|others|any|one or more)(?: \w+){{0,3}}?"
    rf" (?:the|this|his|her|their|its|these|such) (?:\w+ )?(?:powers?|authority|mandate|tasks?)|{_IT},? {_TO_OTHERS}"
    rf"|(?:to|up ?on|on) {_OTHERS}\b[^.;]{{0,40}}?\b(?:powers?|authority|mandate|tasks?|it|them))"
)
_DENIES = (
    r"(?:not|no|nor|neither|never|none|nobody|nothing|without|cannot|can't|(?:forbid|prohibit)\w*|excludes?|withholds?"
    r"|denies|denying|refuses?)"
)
# As far as a denial reaches: "without the others, and with power of substitution" denies none.
_SCOPE = r"(?:(?! (?:but|(?:and )?with|and (?:may|can|shall|is|are|has|have))\b)[^.;]){0,60}?"
_NO_SUBSTITUTE = rx(
    rf"\b{_DENIES}\b(?! only\b){_SCOPE}(?:{_OTHER_HANDS}|\bin (?:his|her|their|its) (?:\w+ )?(?:place|stead)"
    rf"|\b{_HAND} (?:these|this|the|such|it)\b|\b{_PUT}\b[^.;]{{0,30}}?\b{_OTHERS})"
    rf"|\b{_OTHER_HANDS}(?: (?:is|are|being))?(?: (?:expressly|hereby))? (?:not|denied|excluded|withheld|forbidden"
    r"|prohibited|refused|ruled out|barred|out of the question)\b"
)
# "is not given authority to sell, to vote, or to name a deputy"
_NOT_GIVEN = rx(r"\b(?:not|no|nor|neither|without)\b[^.;]{0,160}[,;](?: (?:or|nor))?\W*$")
_NONE = rx(r"\b(?:no|not|nor|neither|never)(?: (?:any|other|such|even|through))* $")
# "may not delegate it except to the Secretary": in part, he may.
_EXCEPT = rx(r"[^.;]{0,60}?\b(?:except|save|other than|but only|unless it (?:be|is)) (?:that\b|to\b|in favou?r of)")
_BUT_NOT = rx(
    r"\bin substitution (?:for|of)\b|\(but not [^()]*\)|\bbut not\b[^.;,]*,|\bwithout (?:the )?(?:others?\b|consent"
    r"|joinder)[^.;,]{0,40}?(?=,| and\b|[.;]|$)|\bwithout (?:limitation|limiting"
    r"|prejudice)\b"
)
# What may part "may" from "appoint a substitute", and says nothing of whether he may.
_ASIDE = rx(
    r",? (?:by|in|under|through)(?: (?:an?|his|her|their|its|any|such|one or more))?(?: \w+){0,3}? (?:writing"
    r"|instruments?|papers?"
    r"|documents?|notice|deed|letter)\b(?: signed by \w+(?: of them)?)?,?|,? (?:if|as|where|when|whenever) (?:he|she"
    r"|they|it|the "
    r"{atty}(?:[- ]in[- ]fact)?)"
    r" (?:may |shall )?(?:sees?|thinks?|deems?|finds?|wish(?:es)?|chooses?|considers?|judges?|is|are)(?: \w+){0,3},"
    r"|(?<=\b(?:may|can)), [^.;,]{3,60},|,? in (?:whole or (?:in )?part|turn)\b,?|,? (?:at any time and )?from time "
    r"to time\b,?|,? at any"
    r" time\b,?|,? in (?:his|her|their|its)(?: \w+)? discretion\b,?"
)
_OF_OTHERS = rx(r"substitut|delegat|deput|alternate|another|others?\b|person|colleague|partner|in (?:his|her|their) ")
_OF_THE_GRANTOR = rx(
    r"\b(?:undersigned|grantor|principal|insider|reporting person|director|company|(?-i:I)|we)\b(?:,[^,.;]{2,50},)?"
    r"(?: (?:also|then|alone|only|(?:him|her|it)self|(?-i:[a-z]+ly)))? $"
    r"|\b(?:i|we|undersigned|grantor|principal) (?:\w+ )?(?:reserves?|retains?|keeps?)\b[^.;]{0,60}$"
    r"|\breserving\b[^.;]{0,60}$"
)
_FREE = rx(r"may\b|can\b|to\b|right\b|power\b")


_NONE_FURTHER = rx(
    r"\b(?:(?:may|shall|can|does|do|will) not|cannot|no|without(?: the| any)?|nor|neither)\b"
    r"(?! limit\w*| restrict\w*| prejudice)[^.;,]{0,30}?"
    r"\b(?:appoint|name|designate|(?:re-?|sub-?)?(?:substitut|delegat))\w*\b"
    r"(?: (?:an?|any|another|others?|further|again|in turn|on|this|it|that)\b|$|[.,;])"
)


def substitution(page: Page, end: int, kind: str) -> Found | None:
    """Where a power of substitution or delegation is granted; None where it is denied or not given.

    A substitution tells of the leave that its attorney has; where it denies his substitute the like, it grants none.
    """
    if kind == "substitution" and any(_NONE_FURTHER.search(s.text) for s in page.sentences if s.start < end):
        return None
    for sentence in page.sentences:
        if sentence.start >= end:
            break
        text = sentence.text
        ways = [way for way in (_BY_OTHERS, _PASSES_ON) if way.possible(text)]
        if _HANDS.within(text):
            ways.insert(0, _BY_SUBSTITUTES)
        if not ways:
            continue
        text = _BUT_NOT.sub(lambda m: " " * len(m.group()), text)
        if _OF_OTHERS.search(text):
            text = _ASIDE.sub(lambda m: " " * len(m.group()), text)
        for way in ways:
            hit = way.search(text)
            if hit is None or unticked(page.text, sentence.start + hit.end()) or not _granted(text, hit):
                continue
            if kind == "substitution" and not _ANEW.search(text):
                continue
            return Found("true", sentence.start + hit.start(), sentence.start + hit.end())
    return None


def _granted(text: str, hit: re.Match[str]) -> bool:
    """Whether what was found is given to the attorney, not denied, and not a right of the grantor."""
    if hit.group()[:3].lower() == "to " and _NOT_GIVEN.search(text, 0, hit.start()):
        return False
    if _FREE.match(hit.group()) and _OF_THE_GRANTOR.search(text[: hit.start()]):
        return False  # another attorney, whom the grantor may name
    if _NONE.search(text, 0, hit.start()):
        return False
    denied = _NO_SUBSTITUTE.search(text)
    if (
        denied
        and denied.start() <= hit.end() + 20
        and hit.start() - denied.start() < 90
        and not _EXCEPT.match(text, max(hit.end(), denied.end()))
    ):
        return False
    return not _OF_A_FILER.search(text) or "substitut" in text.lower()


# What a substitute may do himself.
_ANEW = rx(
    r"\b(?:each|the|any|such) (?:\w+ )?substitutes? (?:may|has|have|shall have)|\bresubstitut|\bfurther"
    r" (?:power of )?substitut|\bpower of further substitution"
    r"|\b(?:appoints?|designates?|names?)\b[^;]*\bwith (?:the )?(?:full )?power of substitution"
    r"|\b(?:has|have|holds?|enjoys?|receives?)\b[^;]*\b(?:including|as well as|and) (?:the |that )?"
    r"(?:power|right|authority) (?:to|of) (?:substitut|delegat)"
)
_OF_A_FILER = rx(r"account administrators?|filing agent")
